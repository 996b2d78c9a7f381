"""The development plan: a few steps of one level each, from where the candidate stands. Pure.

What the present role asks for comes before what the next one does, and large gaps before small
ones. A role that is not described by ratings has no gaps: there it is the lowest rated of the
competences that it draws on most. Where nothing falls short, the plan is for going further.

"Not rated" is no level, so there is no step from it. It makes an item only where there is nothing
else, and then the item tells what the role asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from interviewer.domain import MAX_LEVEL, Aspect, DevelopmentStep, Measure, Value
from interviewer.record.record import Record
from interviewer.review.results import AspectResult, Quote
from interviewer.review.standing import Gap, rated_turns, size_of, standing, strongest_quote

MAX_ITEMS = 5
MAX_FURTHER = 3  # nothing presses there
MATTERING = 10  # of a role without ratings, the competences that it draws on most
FIRST_STEP = 2  # from 0 and from 1: knowing of something is no level to work towards
USUAL = 3  # competent: worked towards where no rating is asked for, and what roles weigh most
_WEEKS = {Gap.SMALL: 6, Gap.LARGE: 12, Gap.UNKNOWN: 6}
_NO_HURRY = 12  # weeks, where there is no gap

Steps = Mapping[tuple[int, Aspect, int], DevelopmentStep]


class Reason(StrEnum):
    """Why something is in the plan."""

    NOW = "now"  # the present role asks for more
    NEXT = "next"  # the next role does
    LOWEST = "lowest"  # among the lowest rated of what the role draws on most
    FURTHER = "further"  # nothing falls short
    NOT_RATED = "not-rated"  # nothing was rated at all


class PlanItem(Value, frozen=True, kw_only=True):
    """One step: from ``level`` (None: not rated) to ``to``, with how to get there.

    ``starts_from`` are the candidate's own words. The texts are empty where the framework has
    none for this step. ``reassess_on`` is None where the record's last time can't be read.
    """

    competence: int
    title: str
    aspect: Aspect
    level: int | None
    to: int
    reason: Reason
    size: Gap
    starts_from: Quote | None
    looks_like: str
    actions: tuple[str, ...]
    ask_mentor: str
    reassess_on: date | None


class _Place(Value, frozen=True, kw_only=True):
    """One rated or unrated aspect, with what decides whether it gets into the plan.

    ``gap`` and ``next_gap`` are 0 where nothing falls short or nothing is known; ``rank`` is the
    place of the competence in what the role asks for.
    """

    number: int
    title: str
    result: AspectResult
    required: int
    gap: int
    next_gap: int
    rank: int


def plan(record: Record, development: Steps) -> tuple[PlanItem, ...]:
    """The three to five steps that matter most to the role; fewer where there are no more.

    Args:
        development: what is written about each step, by competence, aspect and the level reached.
    """
    places = tuple(_places(record))
    rated = [each for each in places if each.result.rating is not None]
    chosen = _gaps(rated) or _lowest(record, rated) or _further(rated) or _not_rated(places)
    day = last_day(record)
    return tuple(_item(place, reason, record, development, day) for place, reason in chosen)


def about_plan(record: Record, items: Sequence[PlanItem]) -> str:
    """What stands above the plan, or instead of it."""
    if not items and record.reflected:
        return "Everything that was rated is at the highest level; no step leads beyond it."
    if not items:
        return "There is nothing to plan from yet: no competence was gone through to its end."
    match items[0].reason:
        case Reason.NOW | Reason.NEXT:
            return "These are the gaps that matter most, each with one step and no more."
        case Reason.LOWEST:
            return (
                "The role is not described by ratings. These are the lowest rated of the "
                "competences that it draws on most, each with one step."
            )
        case Reason.FURTHER:
            return "No gap was found. These are steps for going further, from the lowest rated up."
        case Reason.NOT_RATED:
            return (
                "Nothing was rated, so there is no level to start from. This is what would be "
                "worked towards; answer the questions again to find out where you stand."
            )


def reason_in_words(reason: Reason) -> str:
    """Why something is in the plan, for people."""
    return {
        Reason.NOW: "your role asks for more",
        Reason.NEXT: "the next role asks for more",
        Reason.LOWEST: "among the lowest rated of what your role draws on most",
        Reason.FURTHER: "to go further",
        Reason.NOT_RATED: "not rated yet",
    }[reason]


def last_day(record: Record) -> date | None:
    """The day of the last fact, in UTC; None where the time that stands there is none."""
    try:
        at = datetime.fromisoformat(record.last_at or record.started)
        return (at.astimezone(UTC) if at.tzinfo else at).date()
    except (ValueError, OverflowError, OSError):
        return None


# --- what to choose -------------------------------------------------------------------------------

_Chosen = list[tuple[_Place, Reason]]


def _places(record: Record) -> Iterator[_Place]:
    asked = [each.competence for each in record.opened.requirements]
    for competence in standing(record).competences:
        if not competence.reached:
            continue
        number = competence.number
        rank = asked.index(number) if number in asked else len(asked)
        for aspect in competence.aspects:
            result = aspect.result
            yield _Place(
                number=number,
                title=competence.title,
                result=result,
                required=result.required or 0,
                gap=max(result.gap or 0, 0),
                next_gap=max(result.next_gap or 0, 0),
                rank=rank,
            )


def _gaps(rated: Sequence[_Place]) -> _Chosen:
    """What falls short of the present role, then of the next; sorting keeps the plan's order."""
    short = [each for each in rated if each.gap or each.next_gap]
    short.sort(
        key=lambda each: (
            -each.gap,
            -each.next_gap,
            -each.required,
            -(each.result.next_required or 0),
        )
    )
    return [(each, Reason.NOW if each.gap else Reason.NEXT) for each in short[:MAX_ITEMS]]


def _lowest(record: Record, rated: Sequence[_Place]) -> _Chosen:
    """For a role that is not described by ratings."""
    if record.opened.measures is Measure.RATINGS:
        return []
    aim = record.opened.aim or USUAL
    below = [each for each in rated if each.rank < MATTERING and (each.result.rating or 0) < aim]
    below.sort(key=lambda each: (each.result.rating or 0, each.rank))
    return [(each, Reason.LOWEST) for each in below[:MAX_ITEMS]]


def _further(rated: Sequence[_Place]) -> _Chosen:
    """The lowest rated of what the role weighs most, or of all where it weighs nothing."""
    open_above = [each for each in rated if (each.result.rating or 0) < MAX_LEVEL]
    weighed = [each for each in open_above if each.required >= USUAL]
    chosen = weighed or open_above
    chosen.sort(key=lambda each: (each.result.rating or 0, -each.required, each.rank))
    return [(each, Reason.FURTHER) for each in chosen[:MAX_FURTHER]]


def _not_rated(places: Sequence[_Place]) -> _Chosen:
    unrated = [each for each in places if each.result.rating is None]
    unrated.sort(key=lambda each: (-each.required, each.rank))
    return [(each, Reason.NOT_RATED) for each in unrated[:MAX_FURTHER]]


# --- what to say about it -------------------------------------------------------------------------


def next_level(rating: int) -> int:
    """The level to work towards from ``rating``: one up, from 0 straight to the first step."""
    return min(max(rating + 1, FIRST_STEP), MAX_LEVEL)


def _item(
    place: _Place, reason: Reason, record: Record, development: Steps, day: date | None
) -> PlanItem:
    result = place.result
    if result.rating is None:
        to = min(max(place.required or record.opened.aim or USUAL, FIRST_STEP), MAX_LEVEL)
    else:
        to = next_level(result.rating)
    size = _size(place, reason, record)
    step = development.get((place.number, result.aspect, to))
    turns = rated_turns(record, place.number, result.aspect)
    return PlanItem(
        competence=place.number,
        title=place.title,
        aspect=result.aspect,
        level=result.rating,
        to=to,
        reason=reason,
        size=size,
        starts_from=strongest_quote(turns, result.aspect),
        looks_like=step.looks_like if step else "",
        actions=step.actions if step else (),
        ask_mentor=step.ask_mentor if step else "",
        reassess_on=_later(day, _WEEKS.get(size, _NO_HURRY)),
    )


def _size(place: _Place, reason: Reason, record: Record) -> Gap:
    rating = place.result.rating
    if rating is None:
        return Gap.UNKNOWN
    if reason is Reason.LOWEST:  # how far it is from what the questions aim at
        return size_of((record.opened.aim or USUAL) - rating)
    return size_of(place.gap or place.next_gap)


def _later(day: date | None, weeks: int) -> date | None:
    try:
        return day + timedelta(weeks=weeks) if day else None
    except OverflowError:
        return None
