"""How much was the speaker's own responsibility.

The cues of the whole answer are weighed first, because one sentence rarely tells: "I put the dates
in" is led in one answer and assisted in another. Then each sentence that happened gets the highest
autonomy that its own cues bear out, up to that of the answer: nothing is said without a sentence
that shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from interviewer.assessor.rules import autonomy_cues, complexity_cues
from interviewer.assessor.rules.cues import Families, Found, Judgement, compiled, find, judge
from interviewer.assessor.rules.points import AUTONOMY
from interviewer.domain import Actor, Autonomy, Reality

DIRECTED = frozenset(
    [
        "shown how",
        "given to me",
        "had me",
        "senior checks",
        "senior decides",
        "my work checked",
        "checked before",
        "passed up",
        "told the senior",
        "who corrects",
        "helped",
        "my bit",
        "junior",
        "their template",
        "with them",
    ]
)
OWN = frozenset(
    [
        "i decided",
        "i set",
        "i dealt",
        "i checked",
        "i did",
        "so i",
        "mine",
        "unchecked",
        "followed up",
        "elided",
        "i do",
        "first person",
    ]
)
GUIDING = frozenset(
    [
        "under me",
        "my staff",
        "staff counted",
        "i had staff",
        "i review them",
        "sent back",
        "sat with",
        "had them",
        "coached",
        "they bring",
        "swapped staff",
    ]
)
ADVISING = frozenset(
    [
        "outsiders to me",
        "had me in",
        "has me",
        "asked for advice",
        "sends me theirs",
        "rings me",
        "outsiders use it",
        "in the guidance",
        "on the panel",
        "other people's",
    ]
)
ASKING = "asks others"  # "I ring her" is not "she rings me"


@cache
def _families() -> Families:
    return compiled({**autonomy_cues.FAMILIES, **complexity_cues.FAMILIES})


def found_in(sentences: Sequence[str]) -> Found:
    """The cues in prepared sentences."""
    return find(_families(), sentences)


def overall(found: Found) -> tuple[Autonomy | None, float]:
    """The autonomy of a whole answer, and how likely it is."""
    verdict: Judgement = judge(AUTONOMY, found)
    value = None if verdict.value == "none" else Autonomy(verdict.value)
    return value, verdict.likelihood


def autonomy_of(
    cues: frozenset[str], actor: Actor | None, reality: Reality, highest: Autonomy | None
) -> Autonomy | None:
    """The autonomy that one sentence shows, in an answer that shows ``highest``."""
    if highest is None or reality is not Reality.DID:
        return None
    if highest is Autonomy.SOUGHT and cues & ADVISING and ASKING not in cues:
        return Autonomy.SOUGHT
    if highest in (Autonomy.SOUGHT, Autonomy.SUPERVISED) and cues & GUIDING:
        return Autonomy.SUPERVISED
    if highest is Autonomy.ASSISTED:
        directed = bool(cues & DIRECTED)
        acted = actor in (Actor.SELF, Actor.GROUP) and bool(cues & (OWN | {"we did"}))
        return Autonomy.ASSISTED if directed or acted else None
    return Autonomy.LED if _own_act(cues, actor) else None


def _own_act(cues: frozenset[str], actor: Actor | None) -> bool:
    acts = cues & (OWN - {"first person", "so i", "followed up"})
    return actor is not Actor.GROUP and bool(acts)
