"""KSBs that an answer evidences though it was asked about others: credit is given where it falls.

An assessor credits a skill or behaviour for what one did oneself, on one occasion, and knowledge
for why something is so; never for the name of a thing, for owning it, or for saying that one is
so. Hence two conditions on one and the same sentence: the reader hears in it what the first grade
asks for, and its words say what the statement says (``signs``). They are measured by
``scripts/evaluate_credit``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from interviewer.assessor.relevance import Relevance
from interviewer.assessor.sentences import split
from interviewer.domain import (
    Actor,
    Aspect,
    Autonomy,
    Competence,
    Credit,
    Grade,
    Knowing,
    Reality,
)
from interviewer.engine.exam_plan import ExamPlan
from interviewer.engine.signs import done_by_speaker, explained
from interviewer.heard import readings
from interviewer.record import facts
from interviewer.record.record import Record, Turn

FAR_AHEAD = 4.0  # points of an answer for another theme, where it has next to none for its own
NEXT_TO_NONE = 0.5
FEWEST_WORDS = 25
_NOT_SO = (Reality.DENIED, Reality.WOULD)
MOST_CREDITS = 4  # an answer is about a few things; a list of terms is about none


@lru_cache(maxsize=8)
def _index(things: tuple[Competence, ...]) -> Relevance:
    return Relevance(things, ())


def credited(plan: ExamPlan, record: Record, turn: Turn) -> facts.Credited | None:
    """What the answer to ``turn`` is to be credited with beside its question; None: nothing."""
    head = record.turns[turn.thread - 1]
    away = not turn.is_probe and is_elsewhere(plan, turn)
    found = credits_in(plan, turn, () if away else head.ksbs)
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


def credits_in(plan: ExamPlan, turn: Turn, asked: Collection[str]) -> tuple[Credit, ...]:
    """The KSBs that the answer to ``turn`` evidences, but for those that were ``asked`` about."""
    text = turn.answer or ""
    spans = split(text)
    sentences = [text[span.start : span.end] for span in spans]
    found: dict[str, Credit] = {}
    for at, span in enumerate(spans):
        for aspect in Aspect:
            if not _shows(_facets(turn, aspect, span.start), plan.terms.grades[0], aspect):
                continue
            for ksb in _recognised(plan, aspect, sentences, at):
                if ksb not in asked and ksb not in found:
                    found[ksb] = Credit(
                        ksb=ksb, start=span.start, end=span.end, quote=sentences[at]
                    )
    return tuple(found.values())[:MOST_CREDITS]


def _recognised(plan: ExamPlan, aspect: Aspect, sentences: Sequence[str], at: int) -> list[str]:
    """The KSBs whose signs the sentence ``at`` has: knowledge, or skills and behaviours."""
    knowing = aspect is Aspect.KNOWLEDGE
    signs = [sign for sign in plan.signs if sign.ksb.startswith("K") is knowing]
    return explained(signs, sentences[at]) if knowing else done_by_speaker(signs, sentences, at)


def _facets(turn: Turn, aspect: Aspect, start: int) -> dict[str, str]:
    return {
        item.facet: item.value
        for each in readings(turn, aspect)
        for item in each.evidence
        if item.start == start
    }


def _shows(facets: dict[str, str], first: Grade, aspect: Aspect) -> bool:
    """Whether a sentence is told as the first grade asks; what the reader leaves open is no bar.

    The reader sets how deep an answer goes for the whole of it and for its question, so an aside
    about something else may have no depth of its own. Its signs ask for the reason, or the act.
    """
    if not facets or facets.get("reality") in _NOT_SO:
        return False
    if aspect is Aspect.KNOWLEDGE:
        return True
    own = facets.get("actor") == Actor.SELF and facets.get("reality") == Reality.DID
    return own and _at_least(Autonomy, facets.get("autonomy", first.doing), first.doing)


def _at_least(
    kind: type[Knowing] | type[Autonomy], value: str | None, least: Knowing | Autonomy
) -> bool:
    order: Sequence[Knowing | Autonomy] = tuple(kind)
    return value is not None and order.index(kind(value)) >= order.index(least)
