"""What a mentor should look at first: ratings that are in doubt, and steps that are due. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from interviewer.domain import Aspect, Confidence, Value
from interviewer.record.record import Record
from interviewer.record.reviewed import LARGE_GAP, Action
from interviewer.review.moderation import mentor_rating
from interviewer.review.results import AspectResult, competence_result


class Why(StrEnum):
    """Why a rating is in doubt."""

    MISREAD = "the candidate finds it misread"
    REOPENED = "answered again since it was moderated"
    LOW_CONFIDENCE = "the assessor is not sure"
    SELF_GAP = "far from the candidate's own rating"
    NOT_RATED = "answered, and not rated"


class Doubt(Value, frozen=True, kw_only=True):
    """One aspect of a competence that is in doubt; ``turns`` are those with answers to look at.

    In a mock assessment it is one answer.

    ``settled``: a mentor has rated it, and that stands.
    """

    competence: int
    title: str
    aspect: Aspect
    turns: tuple[int, ...]
    why: tuple[Why, ...]
    settled: bool


def doubts(record: Record) -> tuple[Doubt, ...]:
    """The ratings in doubt, in the order of the interview."""
    if record.opened.exam:
        return tuple(_of_answers(record))
    begun = dict.fromkeys(turn.competence for turn in record.turns)
    found = []
    for number in begun:
        result = competence_result(record, number)
        for aspect in result.aspects:
            why = tuple(_why(record, number, aspect))
            if why:
                found.append(
                    Doubt(
                        competence=number,
                        title=result.title,
                        aspect=aspect.aspect,
                        turns=_answered(record, number, aspect.aspect),
                        why=why,
                        settled=mentor_rating(record.review, number, aspect.aspect) is not None,
                    )
                )
    return tuple(found)


def next_doubtful_turn(record: Record, after: int) -> int | None:
    """The first turn after ``after`` with a rating in doubt that no mentor has settled.

    Goes on from the beginning when the end is reached; None where nothing is in doubt.
    """
    turns = sorted({each.turns[0] for each in doubts(record) if each.turns and not each.settled})
    later = [turn for turn in turns if turn > after]
    return next(iter(later or turns), None)


def overdue_actions(record: Record, today: date) -> tuple[Action, ...]:
    """The steps that were to be taken by now, and are not noted as taken."""
    return tuple(each for each in record.review.due if each.due and each.due <= today.isoformat())


def _of_answers(record: Record) -> Iterator[Doubt]:
    """Those of a mock assessment: its answers are read one by one, and its themes have no level."""
    again = {each.turn for each in record.review.reopened}
    for turn in record.turns:
        if turn.answer is None or turn.piece:
            continue
        read = turn.assessment
        why = [Why.REOPENED] if turn.number in again else []
        if read is None:
            why += [Why.NOT_RATED] if turn.failure else []
        elif read.rating is not None and read.confidence is Confidence.LOW:
            why.append(Why.LOW_CONFIDENCE)
        if why:
            yield Doubt(
                competence=turn.competence,
                title=record.title(turn.competence),
                aspect=turn.aspect,
                turns=(turn.number,),
                why=tuple(why),
                settled=bool(record.review.of_turn(turn.number)),
            )


def _why(record: Record, number: int, aspect: AspectResult) -> Iterator[Why]:
    if aspect.misread:
        yield Why.MISREAD
    here = (number, aspect.aspect)
    if any((each.competence, each.aspect) == here for each in record.review.reopened):
        yield Why.REOPENED
    if aspect.rating is None:
        if number in record.reflected and _answered(record, number, aspect.aspect):
            yield Why.NOT_RATED
        return
    if aspect.confidence is Confidence.LOW:
        yield Why.LOW_CONFIDENCE
    own = aspect.self_rating
    if own is not None and abs(own - aspect.rating) >= LARGE_GAP:
        yield Why.SELF_GAP


def _answered(record: Record, number: int, aspect: Aspect) -> tuple[int, ...]:
    return tuple(
        turn.number
        for turn in record.turns
        if (turn.competence, turn.aspect) == (number, aspect) and turn.answer is not None
    )
