"""How deep the knowledge goes that an answer shows.

As for autonomy: the cues of the whole answer are weighed, then each sentence gets the deepest
knowing that its own cues bear out, up to that of the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from interviewer.assessor.rules import knowledge_cues
from interviewer.assessor.rules.cues import Families, Found, Judgement, compiled, find, judge
from interviewer.assessor.rules.points import KNOWLEDGE
from interviewer.domain import Knowing, Reality

VAGUE = frozenset(["hedged", "heard of", "cannot say", "taught"])
REASONED = frozenset(
    [
        "because",
        "so that",
        "as reason",
        "otherwise",
        "if then",
        "leads to",
        "contrast",
        "when to",
        "people tend",
    ]
)
WEIGHED = frozenset(
    [
        "fails",
        "assumes",
        "weakness",
        "so i would",
        "textbook",
        "alternative",
        "trade-off",
        "watch for",
        "depends",
    ]
)
OWN_IDEA = frozenset(
    ["my own idea", "mine", "i call it", "i teach", "taken up", "evidence of mine"]
)


@cache
def _families() -> Families:
    return compiled(knowledge_cues.FAMILIES)


def found_in(sentences: Sequence[str]) -> Found:
    """The cues in prepared sentences."""
    return find(_families(), sentences)


def overall(found: Found) -> tuple[Knowing, float]:
    """The knowing of a whole answer, and how likely it is."""
    verdict: Judgement = judge(KNOWLEDGE, found)
    return Knowing(verdict.value), verdict.likelihood


def knowledge_of(cues: frozenset[str], reality: Reality, highest: Knowing) -> Knowing | None:
    """The knowing that one sentence shows, in an answer that shows ``highest``."""
    shown = min(_borne_out(cues, reality, highest), highest, key=_depth)
    denied = reality is Reality.DENIED
    return Knowing.AWARE if denied and shown is not Knowing.AWARE else shown


def _borne_out(cues: frozenset[str], reality: Reality, highest: Knowing) -> Knowing:
    if highest is Knowing.ORIGINATES and cues & OWN_IDEA and reality is not Reality.WOULD:
        return Knowing.ORIGINATES
    if highest in (Knowing.EVALUATES, Knowing.ORIGINATES) and cues & WEIGHED:
        return Knowing.EVALUATES
    if cues & REASONED:
        return Knowing.EXPLAINS
    return Knowing.AWARE if cues & VAGUE and "steps" not in cues else Knowing.DESCRIBES


def _depth(knowing: Knowing) -> int:
    return tuple(Knowing).index(knowing)
