"""How a candidate has moved over several interviews, and what is due. Pure, over index rows.

An attempt is what one aspect of a competence came to in one interview. Attempts that were not rated
are told, but say nothing about where somebody stands: that is the latest one that was rated.

A gap is to what the role asked for in that interview. Where it asks for no ratings, it is to the
level that its questions aimed at; where it is met, to what the next role asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from interviewer.domain import Aspect, Value
from interviewer.record.index_rows import RatingRow
from interviewer.review.charts import TrendPoint
from interviewer.review.standing import Gap, size_of

WEEKS_SMALL = 6
WEEKS_LARGE = 12


class Trend(StrEnum):
    """How the latest rating is to the one before."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    TOO_FEW = "too few"


class Against(StrEnum):
    """What a gap is to."""

    ROLE = "role"
    AIM = "aim"
    NEXT = "next"


class AspectHistory(Value, frozen=True, kw_only=True):
    """All attempts on one aspect of a competence, in time; those not rated are among them."""

    competence: int
    title: str
    aspect: Aspect
    attempts: tuple[RatingRow, ...]
    trend: Trend

    @property
    def latest(self) -> RatingRow | None:
        """The latest attempt that was rated."""
        return next((row for row in reversed(self.attempts) if row.rating is not None), None)

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        """The attempts as a chart shows them; one without a date has no place in it."""
        dated = ((day_of(row.at), row.rating) for row in self.attempts)
        return tuple(TrendPoint(day=day, level=rating) for day, rating in dated if day)


class CandidateHistory(Value, frozen=True, kw_only=True):
    """All that one candidate attempted under one framework, by competence and aspect."""

    candidate: str
    person: str
    framework: str
    aspects: tuple[AspectHistory, ...]


class Latest(Value, frozen=True, kw_only=True):
    """Where a candidate stands in one competence: the latest rating of each aspect that has one."""

    competence: int
    title: str
    aspects: tuple[RatingRow, ...]


class OpenGap(Value, frozen=True, kw_only=True):
    """An aspect whose latest rating falls short of what was ``asked``, by ``gap`` levels."""

    row: RatingRow
    asked: int
    gap: int
    size: Gap
    against: Against


class Due(Value, frozen=True, kw_only=True):
    """A gap that is to be looked at again on a day."""

    on: date
    open: OpenGap


# --- attempts in time -----------------------------------------------------------------------------


def history(rows: Iterable[RatingRow]) -> tuple[CandidateHistory, ...]:
    """The attempts of each candidate under each framework."""
    return tuple(
        CandidateHistory(
            candidate=found[-1].candidate,
            person=found[-1].person,
            framework=found[-1].framework,
            aspects=_aspects(found),
        )
        for found in _grouped(_in_time(rows), _whose)
    )


def trend(ratings: Sequence[int | None]) -> Trend:
    """How the last of ``ratings`` is to the one before; those not rated are passed over."""
    known = [rating for rating in ratings if rating is not None]
    if len(known) < 2:
        return Trend.TOO_FEW
    before, now = known[-2:]
    return Trend.UP if now > before else Trend.DOWN if now < before else Trend.LEVEL


def latest(rows: Iterable[RatingRow]) -> tuple[Latest, ...]:
    """Where the candidate stands in each competence; the rows are those of one of them."""
    standing = latest_rated(rows)
    return tuple(
        Latest(competence=found[0].competence, title=found[-1].title, aspects=tuple(found))
        for found in _grouped(standing, lambda row: row.competence)
    )


def day_of(at: str) -> date | None:
    """The day in UTC of a moment of a transcript; None where it is no moment."""
    try:
        return datetime.fromisoformat(at).astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None


def _aspects(rows: Sequence[RatingRow]) -> tuple[AspectHistory, ...]:
    return tuple(
        AspectHistory(
            competence=found[0].competence,
            title=found[-1].title,
            aspect=found[0].aspect,
            attempts=tuple(found),
            trend=trend([row.rating for row in found]),
        )
        for found in _grouped(rows, aspect_of)
    )


def _in_time(rows: Iterable[RatingRow]) -> list[RatingRow]:
    return sorted(rows, key=lambda row: row.at)


def _whose(row: RatingRow) -> tuple[str, str]:
    return row.person, row.framework


def aspect_of(row: RatingRow) -> tuple[int, str]:
    """The competence and aspect of a row, as a key."""
    return row.competence, row.aspect


def _grouped(rows: Iterable[RatingRow], key: Any) -> Iterator[list[RatingRow]]:
    """The rows with the same ``key`` together, each group in the order in which it was."""
    for _, found in groupby(sorted(rows, key=key), key):
        yield list(found)


def latest_rated(rows: Iterable[RatingRow]) -> list[RatingRow]:
    """The latest rating of each aspect, for each candidate and framework."""
    rated = (row for row in _in_time(rows) if row.rating is not None)
    found = {(*_whose(row), *aspect_of(row)): row for row in rated}
    return [found[key] for key in sorted(found)]


# --- gaps, and when to look at them again ---------------------------------------------------------


def open_gaps(rows: Iterable[RatingRow]) -> tuple[OpenGap, ...]:
    """What falls short as it stands: gaps to the role first, the largest of them first.

    Of equals, the one where most is asked for comes first.
    """
    found = [gap for row in latest_rated(rows) if (gap := _gap(row)) is not None]
    return tuple(
        sorted(found, key=lambda each: (each.against is Against.NEXT, -each.gap, -each.asked))
    )


def biggest_gap(rows: Iterable[RatingRow]) -> OpenGap | None:
    """The gap that matters most now, if there is any."""
    return next(iter(open_gaps(rows)), None)


def reassessments(rows: Iterable[RatingRow]) -> tuple[Due, ...]:
    """When each gap is to be looked at again, the earliest first.

    That is some weeks after the last fact of the interview that left it, so that there is time to
    do something about it. A later rating of the aspect settles it, and may leave a gap of its own.
    """
    found = [Due(on=day, open=each) for each in open_gaps(rows) if (day := again_on(each))]
    return tuple(sorted(found, key=lambda each: each.on))


def due(rows: Iterable[RatingRow], today: date) -> tuple[Due, ...]:
    """What is to be looked at again by ``today``, the longest overdue first."""
    return tuple(each for each in reassessments(rows) if each.on <= today)


def _gap(row: RatingRow) -> OpenGap | None:
    asks_nothing = row.required is None
    wanted = (
        (Against.ROLE, row.required),
        (Against.AIM, row.aim if asks_nothing else None),
        (Against.NEXT, row.next_required),
    )
    for against, asked in wanted:
        if row.rating is not None and asked is not None and asked > row.rating:
            gap = asked - row.rating
            return OpenGap(row=row, asked=asked, gap=gap, size=size_of(gap), against=against)
    return None


def again_on(gap: OpenGap) -> date | None:
    """The day on which to look at a gap again; None where that is no day."""
    weeks = WEEKS_LARGE if gap.size is Gap.LARGE else WEEKS_SMALL
    day = day_of(gap.row.last_at)
    try:
        return day + timedelta(weeks=weeks) if day else None
    except OverflowError:  # a year that nobody will see
        return None
