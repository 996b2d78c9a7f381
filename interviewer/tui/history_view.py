"""What the history of attempts shows. Pure, over the rows of the index; no Textual.

Every text leaves this module safe for a terminal; that it is never markup is up to the widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from interviewer.domain import Aspect, Value
from interviewer.record.index_rows import AttemptsRow, InterviewRow, RatingRow
from interviewer.review.charts import TrendPoint, trend_lines
from interviewer.review.history import (
    AspectHistory,
    Due,
    Trend,
    history,
    reassessments,
)
from interviewer.review.history_text import gap_in_words
from interviewer.review.text import aspect_name
from interviewer.review.words import rating_in_words
from interviewer.safe_text import for_one_line
from interviewer.tui.times import when

MAX_SHOWN = 100  # attempts in a list; nobody looks at more
MARK, NO_MARK = "* ", "  "
HEAD = f"{NO_MARK}{'When':<19}{'Rated':<8}{'You said':<9}Required"

_TRENDS = {Trend.UP: "up", Trend.DOWN: "down", Trend.LEVEL: "same", Trend.TOO_FEW: ""}
_MOVED = {
    Trend.UP: "up since the time before",
    Trend.DOWN: "down since the time before",
    Trend.LEVEL: "the same as the time before",
    Trend.TOO_FEW: "",
}


class AttemptShown(Value, frozen=True, kw_only=True):
    """One attempt as a line of a table."""

    interview: str
    when: str
    rated: str
    own: str
    required: str

    def row(self, *, marked: bool) -> str:
        """The line."""
        mark = MARK if marked else NO_MARK
        return f"{mark}{self.when:<19}{self.rated:<8}{self.own:<9}{self.required}"


class AspectShown(Value, frozen=True, kw_only=True):
    """One aspect of a competence. ``attempts`` are the newest first; ``older`` were left out."""

    competence: int
    title: str
    aspect: Aspect
    name: str
    latest: str
    moved: str
    trend: str
    due: str
    attempts: tuple[AttemptShown, ...]
    older: int
    points: tuple[TrendPoint, ...]
    required: int | None

    @property
    def row(self) -> str:
        """The line in the list of aspects."""
        return f" {self.name:<12}{self.latest:<7}{self.trend}".rstrip()

    def chart(self, width: int) -> str:
        """The attempts as a line chart."""
        return "\n".join(trend_lines(self.points, required=self.required, width=width))

    @property
    def legend(self) -> str:
        """What the marks of the chart mean, as far as it has them."""
        required = "R required" if self.required is not None and self.points else ""
        unrated = any(point.level is None for point in self.points)
        return "   ".join(filter(None, (required, "? not rated" if unrated else "")))


class Attempts(NamedTuple):
    """What one person attempted: the newest of it, and how often each aspect was in all."""

    newest: Sequence[RatingRow] = ()
    in_all: Sequence[AttemptsRow] = ()


class HistoryShown(Value, frozen=True, kw_only=True):
    """All that one person attempted under one framework."""

    framework: str
    aspects: tuple[AspectShown, ...]


def histories_shown(
    attempts: Attempts, interviews: Iterable[InterviewRow], today: date
) -> tuple[HistoryShown, ...]:
    """The attempts of one person, a history for each framework, that of the latest first."""
    started = {row.id: row.started for row in interviews}
    due = {_key(item.open.row): item for item in reassessments(attempts.newest)}
    in_all = {_key(row): row.attempts for row in attempts.in_all}

    @cache
    def time_of(interview: str) -> str:
        return when(started.get(interview, ""))

    found = sorted(
        history(attempts.newest),
        key=lambda each: max(row.at for aspect in each.aspects for row in aspect.attempts),
        reverse=True,
    )

    def shown(aspect: AspectHistory) -> AspectShown:
        key = _key(aspect.attempts[-1])
        return _aspect(aspect, time_of, _due(due.get(key), today), in_all.get(key, 0))

    return tuple(
        HistoryShown(
            framework=for_one_line(each.framework), aspects=tuple(map(shown, each.aspects))
        )
        for each in found
    )


def _key(row: RatingRow | AttemptsRow) -> tuple[str, int, Aspect]:
    return row.framework, row.competence, row.aspect


def _aspect(
    aspect: AspectHistory, time_of: Callable[[str], str], due: str, in_all: int
) -> AspectShown:
    latest, newest = aspect.latest, aspect.attempts[::-1]
    return AspectShown(
        competence=aspect.competence,
        title=for_one_line(aspect.title) or f"Competence {aspect.competence}",
        aspect=aspect.aspect,
        name=aspect_name(aspect.aspect),
        latest=_in_short(latest),
        moved=_in_words(aspect),
        trend=_TRENDS[aspect.trend],
        due=due,
        attempts=tuple(_attempt(row, time_of) for row in newest[:MAX_SHOWN]),
        older=max(in_all - MAX_SHOWN, 0),
        points=replace(aspect, attempts=aspect.attempts[-MAX_SHOWN:]).points,
        required=newest[0].required,
    )


def _in_short(latest: RatingRow | None) -> str:
    return "not rated" if latest is None else f"{latest.rating} of 5"


def _in_words(aspect: AspectHistory) -> str:
    latest = aspect.latest
    if latest is None:
        return "Not rated yet."
    rating = rating_in_words(latest.rating, latest.span)
    return f"Now {', '.join(filter(None, (rating, _MOVED[aspect.trend])))}."


def _due(due: Due | None, today: date) -> str:
    """The gap that is left, and when to look at it again."""
    if due is None:
        return ""
    gap = gap_in_words(due.open)
    day = f"{due.on.day} {due.on:%b} {due.on.year}"
    again = f"due again since {day}" if due.on <= today else f"to be looked at again on {day}"
    return f"{gap[:1].upper()}{gap[1:]}; {again}."


def _attempt(row: RatingRow, time_of: Callable[[str], str]) -> AttemptShown:
    return AttemptShown(
        interview=row.interview,
        when=time_of(row.interview),
        rated=_rated(row),
        own="-" if row.self_rating is None else str(row.self_rating),
        required=_required(row),
    )


def _rated(row: RatingRow) -> str:
    if row.rating is None:
        return "-"
    low, high = row.span or (row.rating, row.rating)
    return str(row.rating) if low == high else f"{row.rating} ({low}-{high})"


def _required(row: RatingRow) -> str:
    if row.required is not None:
        return str(row.required)
    return "-" if row.aim is None else f"aim {row.aim}"
