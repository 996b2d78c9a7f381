"""Sentences made ready for cues: plain, and with the "I" that notes leave out."""

from __future__ import annotations

import re

from interviewer.assessor.plain_text import plain

_IRREGULAR = (
    "rang|wrote|took|got|made|ran|told|sent|put|kept|held|built|found|saw|set|cut|drew|went|brought|chose|bought|"
    "met|gave|split|led|did|had|spoke|sat|redid|rebuilt|rewrote|sold|taught|spent|won|lost|stood|dug|threw|began|"
    "thought|swapped|paid|read|caught|fed|left|drove|came|dealt|knew|said"
)
_VERB = rf"(?:{_IRREGULAR}|(?!red\b|need\b|bed\b|used\b|based\b|hundred\b|united\b|limited\b|mixed\b)[a-z]{{2,}}ed)"
_NOT_AFTER = r"(?! (?:by|was|were|is|are|had been)\b)"
_ELIDED = re.compile(rf"\A(?:[-*•]\s*|\d+[.)] )?(?:and |then |so |also |but |just |later |next )?(?={_VERB} {_NOT_AFTER}(?!\w+ed by))")
_LISTED = re.compile(rf"(?<=[,;]) (?:and |then |and then )?(?={_VERB}\b (?:the|a|an|it|them|up|out|each|every|all|two|three|my|on|off|down|to|with|that|what|who)\b)")


def prepared(sentence: str) -> str:
    """A sentence as the cues expect it: "Rang supplier, rescored it" is "i rang supplier, ..."."""
    text = plain(sentence)
    elided = _ELIDED.match(text)
    return f"i {text[elided.end():]}" if elided else text
