"""What a competence, or a whole interview, comes to: a pure view of the record."""

from __future__ import annotations

from collections.abc import Sequence

from interviewer.domain import (
    Aspect,
    Confidence,
    Evidence,
    Missing,
    Notice,
    Requirement,
    Value,
)
from interviewer.record.confidence import confidence_of
from interviewer.record.facts import Rated
from interviewer.record.record import Record, Turn
from interviewer.review.words import shows

MAX_QUOTES = 4
BEARS = "about this competence"


class Quote(Value, frozen=True, kw_only=True):
    """A quote with its turn and what it shows."""

    turn: int
    text: str
    shows: str


class LeftOut(Value, frozen=True, kw_only=True):
    """Why words in the answer to a turn were not admitted."""

    turn: int
    notice: Notice


class AspectResult(Value, frozen=True, kw_only=True):
    """One aspect of a competence. A gap is what is required minus the rating, if both are known.

    ``misread`` are the reasons why the candidate finds it misread.
    """

    aspect: Aspect
    rating: int | None
    span: tuple[int, int] | None
    self_rating: int | None
    required: int | None
    gap: int | None
    quotes: tuple[Quote, ...]
    not_heard: tuple[Missing, ...]
    left_out: tuple[LeftOut, ...]
    confidence: Confidence | None = None
    next_required: int | None = None
    next_gap: int | None = None
    misread: tuple[str, ...] = ()


class CompetenceResult(Value, frozen=True, kw_only=True):
    """What was heard on one competence."""

    competence: int
    title: str
    aspects: tuple[AspectResult, ...]


def competence_result(record: Record, competence: int) -> CompetenceResult:
    """The result of a competence; its aspects are "not rated" until it has been reflected on."""
    return CompetenceResult(
        competence=competence,
        title=record.title(competence),
        aspects=tuple(_aspect(record, competence, aspect) for aspect in record.opened.aspects),
    )


def results(record: Record) -> tuple[CompetenceResult, ...]:
    """The results of all competences whose questions are done, in the order of the plan."""
    return tuple(
        competence_result(record, number)
        for number in record.opened.competences
        if number in record.reflected
    )


def _aspect(record: Record, competence: int, aspect: Aspect) -> AspectResult:
    rated = record.ratings.get((competence, aspect))
    required = _required(record.requirement(competence), aspect)
    next_required = _required(record.next_requirement(competence), aspect)
    own = record.self_ratings.get(competence)
    rating = rated.rating if rated else None
    turns = _turns(record, rated)
    return AspectResult(
        aspect=aspect,
        rating=rating,
        span=rated.span if rated else None,
        self_rating=own.rating(aspect) if own else None,
        required=required,
        gap=_gap(rating, required),
        quotes=best_quotes(turns, aspect),
        not_heard=rated.missing if rated else (),
        left_out=_left_out(record, competence, aspect),
        confidence=_confidence(turns, rating),
        next_required=next_required,
        next_gap=_gap(rating, next_required),
        misread=tuple(
            each.reason
            for each in record.misread
            if (each.competence, each.aspect) == (competence, aspect)
        ),
    )


def _required(requirement: Requirement | None, aspect: Aspect) -> int | None:
    return requirement.rating(aspect) if requirement else None


def _gap(rating: int | None, required: int | None) -> int | None:
    return None if rating is None or required is None else required - rating


def _confidence(turns: Sequence[Turn], rating: int | None) -> Confidence | None:
    return confidence_of(rating, (t.assessment for t in turns if t.assessment))


def _turns(record: Record, rated: Rated | None) -> tuple[Turn, ...]:
    return tuple(record.turns[number - 1] for number in rated.turns) if rated else ()


def _left_out(record: Record, competence: int, aspect: Aspect) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(turn=turn.number, notice=notice)
        for turn in record.turns
        if turn.competence == competence and turn.aspect is aspect and turn.assessment
        for notice in turn.assessment.notices
        if notice is not Notice.NOT_AN_ANSWER
    )


_STRENGTH = (
    "low", "some", "high", "assisted", "led", "supervised", "sought",
    "aware", "describes", "explains", "evaluates", "originates",
)  # fmt: skip
# The facets that bear on the rating of each aspect.
TELLING = {
    Aspect.APPLICATION: ("autonomy", "complexity"),
    Aspect.KNOWLEDGE: ("knowledge", "complexity"),
}


def best_quotes(turns: tuple[Turn, ...], aspect: Aspect) -> tuple[Quote, ...]:
    """The quotes that led to the rating: the strongest of each facet, in the order said."""
    found = [
        (turn.number, item)
        for turn in turns
        if turn.assessment
        for item in turn.assessment.evidence
        if item.facet in TELLING[aspect] and shows(item)
    ]
    ranked = sorted(found, key=lambda pair: -_STRENGTH.index(pair[1].value))
    main = [pair for pair in ranked if pair[1].facet == TELLING[aspect][0]][: MAX_QUOTES - 1]
    rest = [pair for pair in ranked if pair[1].facet != TELLING[aspect][0]]
    chosen = sorted(main + rest[: MAX_QUOTES - len(main)][:1], key=_place)
    return _merged(chosen) or _bearing(turns)


def _bearing(turns: tuple[Turn, ...]) -> tuple[Quote, ...]:
    """What was said to the point, where it shows no more than that: no level without words."""
    said = {
        item.quote: turn.number
        for turn in turns
        if turn.assessment
        for item in turn.assessment.evidence
    }
    quotes = [Quote(turn=number, text=text, shows=BEARS) for text, number in said.items()]
    return tuple(quotes[: MAX_QUOTES // 2])


def _place(pair: tuple[int, Evidence]) -> tuple[int, int]:
    return pair[0], pair[1].start


def _merged(chosen: Sequence[tuple[int, Evidence]]) -> tuple[Quote, ...]:
    """The same words once, where they were said first, with all that they show."""
    first: dict[str, int] = {}
    shown: dict[str, list[str]] = {}
    for turn, item in chosen:
        first.setdefault(item.quote, turn)
        shown.setdefault(item.quote, []).append(shows(item) or "")
    return tuple(
        Quote(turn=first[text], text=text, shows=", ".join(dict.fromkeys(all_shown)))
        for text, all_shown in shown.items()
    )
