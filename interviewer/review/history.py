"""How a candidate has moved over several interviews, and what is due. Pure, over index rows.

An attempt is what one aspect of a competence came to in one interview. Attempts that were not rated
are told, but say nothing about where somebody stands: that is the latest one that was rated.

A gap is to what the role asked for in that interview. Where it asks for no ratings, it is to the
level that its questions aimed at; where it is met, to what the next role asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from interviewer.domain import Aspect, Requirement, Value
from interviewer.record.index import InterviewRow, RatingRow
from interviewer.review.charts import TrendPoint, trend_sentence
from interviewer.review.standing import Gap, size_of
from interviewer.review.text import aspect_name
from interviewer.safe_text import for_one_line

WEEKS_SMALL = 6
WEEKS_LARGE = 12
NOT_NAMED = "Not named"
MAX_TOLD = 6  # attempts in a sentence


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


class Covered(StrEnum):
    """How far one aspect of a role is covered. RATED: the role asks for no level."""

    MET = "met"
    SMALL = "small"
    LARGE = "large"
    RATED = "rated"
    NOT_RATED = "not rated"
    NOT_TRIED = "not tried"


class RoleItem(Value, frozen=True, kw_only=True):
    """One aspect of a competence that a role asks for, with the latest rating of it."""

    competence: int
    title: str
    aspect: Aspect
    asked: int | None
    rating: int | None
    covered: Covered


class RoleCoverage(Value, frozen=True, kw_only=True):
    """All that a role asks for, and how far the candidate has been rated on it."""

    items: tuple[RoleItem, ...]

    def count(self, *states: Covered) -> int:
        """How many aspects are in one of ``states``."""
        return sum(item.covered in states for item in self.items)


class What(StrEnum):
    """Something to do next."""

    CONTINUE = "continue"
    DUE = "due"
    GAP = "gap"


class Next(Value, frozen=True, kw_only=True):
    """One line of what to do next, with the interview to go on with, or what to ask about."""

    what: What
    text: str
    interview: str | None = None
    competence: int | None = None
    aspect: Aspect | None = None


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
    standing = _latest_rated(rows)
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
        for found in _grouped(rows, _what)
    )


def _in_time(rows: Iterable[RatingRow]) -> list[RatingRow]:
    return sorted(rows, key=lambda row: row.at)


def _whose(row: RatingRow) -> tuple[str, str]:
    return row.person, row.framework


def _what(row: RatingRow) -> tuple[int, str]:
    return row.competence, row.aspect


def _grouped(rows: Iterable[RatingRow], key: Any) -> Iterator[list[RatingRow]]:
    """The rows with the same ``key`` together, each group in the order in which it was."""
    for _, found in groupby(sorted(rows, key=key), key):
        yield list(found)


def _latest_rated(rows: Iterable[RatingRow]) -> list[RatingRow]:
    """The latest rating of each aspect, for each candidate and framework."""
    rated = (row for row in _in_time(rows) if row.rating is not None)
    found = {(*_whose(row), *_what(row)): row for row in rated}
    return [found[key] for key in sorted(found)]


# --- gaps, and when to look at them again ---------------------------------------------------------


def open_gaps(rows: Iterable[RatingRow]) -> tuple[OpenGap, ...]:
    """What falls short as it stands: gaps to the role first, the largest of them first.

    Of equals, the one where most is asked for comes first.
    """
    found = [gap for row in _latest_rated(rows) if (gap := _gap(row)) is not None]
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
    found = [Due(on=day, open=each) for each in open_gaps(rows) if (day := _again(each))]
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


def _again(gap: OpenGap) -> date | None:
    weeks = WEEKS_LARGE if gap.size is Gap.LARGE else WEEKS_SMALL
    day = day_of(gap.row.last_at)
    try:
        return day + timedelta(weeks=weeks) if day else None
    except OverflowError:  # a year that nobody will see
        return None


# --- a role ---------------------------------------------------------------------------------------


def role_coverage(
    rows: Iterable[RatingRow],
    requirements: Iterable[Requirement],
    titles: Mapping[int, str],
    aim: int | None = None,
    aspects: Collection[Aspect] = tuple(Aspect),
) -> RoleCoverage:
    """How far one candidate's ratings cover a role, in the order of its requirements.

    Args:
        rows: the candidate's, under the framework of the role.
        requirements: what the role asks for; all of them, not only those of one interview.
        titles: those of the competences.
        aim: the level that its questions aim at, where it asks for none.
        aspects: those that count.
    """
    tried = list(rows)
    rated = {_what(row): row.rating for row in _latest_rated(tried)}
    attempted = {_what(row) for row in tried}
    wanted = list(requirements)
    asks = any(item.rating(aspect) for item in wanted for aspect in aspects)
    items = []
    for item in wanted:
        for aspect in aspects:
            asked = item.rating(aspect) if asks else aim
            if asks and asked is None:
                continue
            key = (item.competence, aspect)
            rating = rated.get(key)
            items.append(
                RoleItem(
                    competence=item.competence,
                    title=titles.get(item.competence, ""),
                    aspect=aspect,
                    asked=asked,
                    rating=rating,
                    covered=_covered(rating, asked, tried=key in attempted),
                )
            )
    return RoleCoverage(items=tuple(items))


def _covered(rating: int | None, asked: int | None, *, tried: bool) -> Covered:
    if rating is None:
        return Covered.NOT_RATED if tried else Covered.NOT_TRIED
    if asked is None:
        return Covered.RATED
    sizes = {Gap.SMALL: Covered.SMALL, Gap.LARGE: Covered.LARGE}
    return sizes.get(size_of(asked - rating), Covered.MET)


# --- what to do next ------------------------------------------------------------------------------


def what_next(
    interviews: Iterable[InterviewRow], rows: Iterable[RatingRow], today: date
) -> tuple[Next, ...]:
    """What to do next, a line each: what to continue, what is due, the biggest gap.

    Args:
        interviews: newest first, as the index gives them.
        rows: the ratings of the same candidate.
        today: the day for which this is asked.
    """
    rows = list(rows)
    return (*_to_continue(interviews), *_to_repeat(due(rows, today)), *_to_close(rows))


def _to_continue(interviews: Iterable[InterviewRow]) -> Iterator[Next]:
    unfinished = (row for row in interviews if row.state == "open" and not row.damaged)
    row = next(unfinished, None)
    if row is None:
        return
    day = day_of(row.started)
    role = for_one_line(row.profile_title) or "your interview"
    begun = f", begun on {_in_words(day)}" if day else ""
    competences = "competence" if row.planned == 1 else "competences"
    text = f"Go on with {role}{begun}: {row.done} of {row.planned} {competences} done."
    yield Next(what=What.CONTINUE, text=text, interview=row.id)


def _to_repeat(found: Sequence[Due]) -> Iterator[Next]:
    if not found:
        return
    first, *others = found
    row = first.open.row
    more = f", and {len(others)} more" if others else ""
    text = f"Due again: {_name(row)} since {_in_words(first.on)}{more}."
    yield Next(what=What.DUE, text=text, competence=row.competence, aspect=row.aspect)


def _to_close(rows: Iterable[RatingRow]) -> Iterator[Next]:
    biggest = biggest_gap(rows)
    if biggest is None:
        return
    row = biggest.row
    text = f"Biggest gap: {_name(row)}, {gap_in_words(biggest)}."
    yield Next(what=What.GAP, text=text, competence=row.competence, aspect=row.aspect)


_ASKS = {
    Against.ROLE: "the role asks for",
    Against.AIM: "the role's questions aim at",
    Against.NEXT: "the next role asks for",
}


def gap_in_words(gap: OpenGap) -> str:
    """A gap for people, such as ``rated 2 and the role asks for 4``."""
    return f"rated {gap.row.rating} and {_ASKS[gap.against]} {gap.asked}"


def _name(row: RatingRow) -> str:
    title = for_one_line(row.title) or f"competence {row.competence}"
    return f"{title} ({aspect_name(row.aspect).lower()})"


def _in_words(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


# --- as text and as data --------------------------------------------------------------------------


def history_lines(found: Iterable[CandidateHistory], today: date) -> Iterator[str]:
    """The histories for people: the attempts by competence, then what is due."""
    for number, each in enumerate(found):
        if number:
            yield ""
        yield f"{for_one_line(each.candidate) or NOT_NAMED} ({for_one_line(each.framework)})"
        shown = None
        for aspect in each.aspects:
            if aspect.competence != shown:
                shown = aspect.competence
                yield f"  {for_one_line(aspect.title) or f'Competence {shown}'}"
            yield f"    {_attempts_in_words(aspect)}"
        for item in due(_rows(each), today):
            about = f"{_name(item.open.row)}, {gap_in_words(item.open)}"
            yield f"  Due again since {_in_words(item.on)}: {about}."


_TRENDS = {
    Trend.UP: " Up since the time before.",
    Trend.DOWN: " Down since the time before.",
    Trend.LEVEL: " The same as the time before.",
    Trend.TOO_FEW: "",
}


def _attempts_in_words(aspect: AspectHistory) -> str:
    points = aspect.points
    told = trend_sentence(aspect_name(aspect.aspect), points[-MAX_TOLD:])
    before = f" ({len(points) - MAX_TOLD} before that.)" if len(points) > MAX_TOLD else ""
    return f"{told}{before}{_TRENDS[aspect.trend]}"


def history_json(found: Iterable[CandidateHistory], today: date) -> list[dict[str, Any]]:
    """The histories as data."""
    return [
        {
            "candidate": each.candidate,
            "framework": each.framework,
            "aspects": [_aspect_json(aspect) for aspect in each.aspects],
            "due": [_gap_json(item.open, item.on) for item in due(_rows(each), today)],
            "gaps": [_gap_json(gap, _again(gap)) for gap in open_gaps(_rows(each))],
        }
        for each in found
    ]


def _rows(each: CandidateHistory) -> list[RatingRow]:
    return [row for aspect in each.aspects for row in aspect.attempts]


def _aspect_json(aspect: AspectHistory) -> dict[str, Any]:
    return {
        "competence": aspect.competence,
        "title": aspect.title,
        "aspect": str(aspect.aspect),
        "trend": str(aspect.trend),
        "attempts": [
            {
                "id": row.interview,
                "at": row.at,
                "profile": row.profile,
                "mode": row.mode,
                "assessed": row.rating,
                "span": list(row.span) if row.span else None,
                "self": row.self_rating,
                "required": row.required,
                "next_required": row.next_required,
                "confidence": str(row.confidence) if row.confidence else None,
                "misread": row.misread,
            }
            for row in aspect.attempts
        ],
    }


def _gap_json(gap: OpenGap, on: date | None) -> dict[str, Any]:
    return {
        "competence": gap.row.competence,
        "title": gap.row.title,
        "aspect": str(gap.row.aspect),
        "id": gap.row.interview,
        "assessed": gap.row.rating,
        "asked": gap.asked,
        "against": str(gap.against),
        "gap": gap.gap,
        "size": str(gap.size),
        "reassess_on": on.isoformat() if on else None,
    }
