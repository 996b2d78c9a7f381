"""Who acts in a sentence: the first subject that it names."""

from __future__ import annotations

import re

from interviewer.assessor.rules.vocabulary import SENIOR
from interviewer.domain import Actor

_SUBJECT = re.compile(
    r"\b(?:(?P<self>i|i'm|i've|i'd|i'll|im|ive|me and \w+|myself|my (?:job|bit|part|role|task))"
    r"|(?P<group>we|we're|we've|we'd|our team|the team|everyone|everybody|all of us)"
    rf"|(?P<other>{SENIOR}|she|he|they|somebody|someone|nobody|no one|people|others?|whoever"
    r"|(?:the|my|our|their|her|his|a|an|one|two|three|four|five|six|both|each|"
    r"another) (?:(?!i\b|we\b)\w+ ){0,3}?"
    r"(?:\w+ed|wrote|rang|took|got|made|ran|told|sent|put|kept|held|wanted|said|asks?|"
    r"has|had|does|did)))"
    r"\b"
)
_MY_STAFF = re.compile(r"\A(?:and |but |so |then )?my (?:\w+ ){0,3}\w+s\b")
_NAMED = re.compile(
    r"\A(?:Then |So |And |But )?[A-Z][a-z]+(?:, [^,]{3,40},)? (?:[a-z]+ed|s[ah][iw]d?|"
    r"told|gave|took|has|had|goes|went|was|is)\b"
)


def actor_of(sentence: str, original: str) -> Actor | None:
    """The actor of a prepared ``sentence``; ``original`` still has its capitals, for names."""
    match = _SUBJECT.search(sentence)
    if _NAMED.match(original) and (match is None or match.start() > 0):
        return Actor.OTHER
    if match is None:
        return None
    if match["self"]:
        return Actor.SELF
    return Actor.GROUP if match["group"] else Actor.OTHER
