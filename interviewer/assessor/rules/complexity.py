"""How complex the situation was that an answer tells of or reasons about."""

from __future__ import annotations

from interviewer.assessor.rules.cues import Found, judge
from interviewer.assessor.rules.points import COMPLEXITY
from interviewer.domain import Autonomy, Complexity, Knowing

HARD = frozenset(
    [
        "at odds",
        "politics",
        "law",
        "uncertain",
        "many parties",
        "big money",
        "crisis",
        "executives",
        "own rules",
        "hard context",
    ]
)
EASY = frozenset(["small", "one of", "small money", "small place", "few people", "template"])
WEIGHED = frozenset(["fails", "assumes", "weakness", "so i would", "alternative", "trade-off"])
GUIDED = frozenset((Autonomy.SUPERVISED, Autonomy.SOUGHT))


def of_situation(found: Found, autonomy: Autonomy | None) -> Complexity | None:
    """The complexity of the situation in a whole answer; None when nothing is told about it.

    Work that is large enough to need others under the speaker's guidance, or that outsiders ask
    about, counts as hard as soon as anything hard is told about it.
    """
    value = judge(COMPLEXITY, found).value
    told_hard = sum(found.count(name) for name in HARD)
    if autonomy in GUIDED and told_hard:
        return Complexity.HIGH
    return None if value == "none" else Complexity(value)


def of_reasoning(found: Found, knowing: Knowing) -> Complexity | None:
    """The complexity of what is reasoned about; it matters from evaluating on.

    Saying more than once where the usual way stops working is reasoning about a hard situation,
    whatever it is called: of the labelled answers that evaluate, nearly all were labelled so.
    """
    if knowing not in (Knowing.EVALUATES, Knowing.ORIGINATES):
        return None
    weighed = sum(bool(cues & WEIGHED) for cues in found.sentences)
    return Complexity.HIGH if found.count("hard context") or weighed > 1 else None


def complexity_of(cues: frozenset[str], overall: Complexity | None) -> Complexity | None:
    """The complexity that one sentence shows, in an answer of complexity ``overall``."""
    if overall is None:
        return None
    telling = EASY if overall is Complexity.LOW else HARD | WEIGHED
    if overall is Complexity.SOME:
        telling = HARD | EASY
    return overall if cues & telling else None
