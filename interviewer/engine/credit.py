"""KSBs that an answer evidences though it was asked about others: credit is given where it falls.

A KSB is recognised by the words that the bank's own questions about it are found by. It is credited
only for a sentence that shows by itself what the first grade asks for: what one did oneself, for a
skill or behaviour; why something is so, for knowledge.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from interviewer.assessor.relevance import Relevance
from interviewer.domain import (
    Actor,
    Aspect,
    Autonomy,
    Competence,
    Credit,
    Evidence,
    Grade,
    Knowing,
    Reality,
)
from interviewer.engine.exam_plan import ExamPlan
from interviewer.heard import readings
from interviewer.record import facts
from interviewer.record.record import Record, Turn

ENOUGH = 1.5  # points of a sentence for a KSB: a phrase of two words, or two words of its own
FAR_AHEAD = 4.0  # points of an answer for another theme, where it has next to none for its own
NEXT_TO_NONE = 0.5
FEWEST_WORDS = 25
MOST_CREDITS = 4  # an answer is about a few things; a list of terms is about none


@lru_cache(maxsize=8)
def _index(things: tuple[Competence, ...]) -> Relevance:
    return Relevance(things, ())


def credited(plan: ExamPlan, record: Record, turn: Turn) -> facts.Credited | None:
    """What the answer to ``turn`` is to be credited with beside its question; None: nothing."""
    head = record.turns[turn.thread - 1]
    away = not turn.is_probe and is_elsewhere(plan, turn)
    found = _credits(plan, turn, () if away else head.ksbs)
    if not found and not away:
        return None
    return facts.Credited(turn=turn.number, answer=turn.answer_seq, credits=found, elsewhere=away)


def is_elsewhere(plan: ExamPlan, turn: Turn) -> bool:
    """Whether an answer speaks of another theme, and in no way of its own."""
    text = turn.answer or ""
    if len(text.split()) < FEWEST_WORDS:
        return False
    points = _index(plan.themes).points(text)
    own = points.pop(turn.competence, 0.0)
    return own < NEXT_TO_NONE and max(points.values(), default=0.0) - own >= FAR_AHEAD


def _credits(plan: ExamPlan, turn: Turn, asked: Collection[str]) -> tuple[Credit, ...]:
    first = plan.terms.grades[0]
    ksbs = tuple(plan.terms.statements)
    index = _index(plan.statements)
    found: dict[str, Credit] = {}
    for start, end, quote in _sentences(turn):
        for number, points in index.points(quote).items():
            ksb = ksbs[number - 1]
            if points < ENOUGH or ksb in asked or ksb in found:
                continue
            aspect = Aspect.KNOWLEDGE if ksb.startswith("K") else Aspect.APPLICATION
            if _shows(_facets(turn, aspect, start), first, aspect):
                found[ksb] = Credit(ksb=ksb, start=start, end=end, quote=quote)
    return tuple(found.values())[:MOST_CREDITS]


def _sentences(turn: Turn) -> list[tuple[int, int, str]]:
    """The sentences of an answer that are evidence of something, in order."""
    evidence: list[Evidence] = [
        item for aspect in Aspect for each in readings(turn, aspect) for item in each.evidence
    ]
    return sorted({(item.start, item.end, item.quote) for item in evidence})


def _facets(turn: Turn, aspect: Aspect, start: int) -> dict[str, str]:
    return {
        item.facet: item.value
        for each in readings(turn, aspect)
        for item in each.evidence
        if item.start == start
    }


def _shows(facets: dict[str, str], first: Grade, aspect: Aspect) -> bool:
    if aspect is Aspect.KNOWLEDGE:
        return _at_least(Knowing, facets.get("knowledge"), first.knowing)
    own = facets.get("actor") == Actor.SELF and facets.get("reality") == Reality.DID
    return own and _at_least(Autonomy, facets.get("autonomy"), first.doing)


def _at_least(
    kind: type[Knowing] | type[Autonomy], value: str | None, least: Knowing | Autonomy
) -> bool:
    order: Sequence[Knowing | Autonomy] = tuple(kind)
    return value is not None and order.index(kind(value)) >= order.index(least)
