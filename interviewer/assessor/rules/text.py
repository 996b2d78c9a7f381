"""Sentences made ready for cues: plain, and with the "I" that notes leave out."""

from __future__ import annotations

import re

from interviewer.assessor.plain_text import plain

_IRREGULAR = (
    "rang|wrote|took|got|made|ran|told|sent|put|kept|held|built|found|saw|set|cut|"
    "drew|went|brought|chose|bought|"
    "met|gave|split|led|did|had|spoke|sat|redid|rebuilt|rewrote|sold|taught|spent|"
    "won|lost|stood|dug|threw|began|"
    "thought|paid|caught|fed|left|drove|came|dealt|knew|said|shut|fell"
)
PAST = (
    rf"(?:{_IRREGULAR}|(?!(?:need|indeed|hundred|united|limited|embed|speed|feed|bleed|"
    rf"breed|exceed|proceed)\b)"
    r"[a-z]{2,20}ed)"
)
_ELIDED = re.compile(
    r"\A(?:[-*•] ?|\d+[.)] )?(?:and |then |so |also |but |just |later |next )?"
    rf"(?={PAST}\b(?! by\b))(?!(?:based|used|agreed|planned|fixed|mixed|united|given|"
    rf"left|shut) (?:on|to|dates|price)\b)"
)


def prepared(sentence: str) -> str:
    """A sentence as the cues expect it: "Rang supplier." is "i rang supplier."."""
    text = plain(sentence)
    elided = _ELIDED.match(text)
    return f"i {text[elided.end() :]}" if elided else text
