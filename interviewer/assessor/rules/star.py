"""Which part of an example a sentence tells."""

from __future__ import annotations

import re

from interviewer.domain import Actor, Reality, Star

_REFLECTION = re.compile(
    r"\b(?:learn(?:ed|t)|next time|looking back|in hindsight|hindsight|i'd do (?:it "
    r")?different\w*|should have|"
    r"i (?:now|still) (?:think|know)|taught me|lesson|since then i|these days i|with more time)\b"
)
_RESULT = re.compile(
    r"\b(?:in the end|ended up|came in|went live|finished|saved|result(?:ed)?|"
    r"delivered|opened|handed over|signed off|"
    r"approved|worked|nobody (?:complained|noticed|left)|on time|under budget|over "
    r"budget|late in the end|went down|"
    r"fell|dropped|rose|stopped|no (?:incidents|complaints|claims)|under by|came back)\b"
)
_TASK = re.compile(
    r"\b(?:my (?:job|task|role|part|bit) (?:was|is)|i was (?:asked|given|told|"
    r"responsible|brought in|put)|asked me to|"
    r"i had to|had to|needed to|i(?:'m| am) (?:the|a|an)|i look after|the aim was|the brief)\b"
)


def star_of(sentence: str, actor: Actor | None, reality: Reality, is_first: bool) -> Star | None:
    """The part told by a prepared sentence; None for what is no example at all."""
    if _REFLECTION.search(sentence):
        return Star.REFLECTION
    if reality is not Reality.DID:
        return None
    if _TASK.search(sentence):
        return Star.TASK
    if actor is Actor.SELF and not is_first:
        return Star.ACTION
    if _RESULT.search(sentence) and not is_first:
        return Star.RESULT
    return Star.SITUATION if is_first or actor is not Actor.SELF else Star.ACTION
