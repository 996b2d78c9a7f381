"""The charts as inline SVG: the same figures as ``review.charts``, for the page and for print.

Each picture says what it shows in words (title and description), tells its marks apart by shape and
not by colour alone, and has no scripts, links or styles: a strict policy of the page holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from interviewer.domain import MAX_LEVEL, MIN_LEVEL, Value
from interviewer.review.charts import (
    TrendPoint,
    profile_sentences,
    trend_sentence,
)
from interviewer.review.report import day_in_words
from interviewer.review.results import AspectResult
from interviewer.review.standing import CompetenceStanding
from interviewer.review.text import aspect_name
from interviewer.safe_text import for_one_line, for_terminal

# Each has a contrast of at least 4.5:1 against white; a test measures that.
COLOURS = {
    "ink": "#1a1a1a",
    "bar": "#1f5f8b",
    "grid": "#6b6b6b",
    "own": "#8a3b00",
    "required": "#1a1a1a",
    "next": "#5b2a86",
}

_LEFT, _LEVEL, _ROW, _TITLE = 110, 80, 36, 34  # a page of user units; the picture scales
_BAR = 12


class Row(Value, frozen=True, kw_only=True):
    """One line of the profile: a title, or a bar with its marks, at height ``y``."""

    y: int
    text: str
    rating: int | None = None
    own: int | None = None
    required: int | None = None
    next: int | None = None
    is_title: bool = False


class Dot(Value, frozen=True, kw_only=True):
    """One attempt of a trend; ``y`` is None where it was not rated."""

    x: float
    y: int | None


@cache
def environment() -> Environment:
    """Where templates come from: everything is escaped, nothing that is missing passes."""
    return Environment(
        loader=PackageLoader("interviewer.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )


def _clean(value: object) -> object:
    """Text without control characters and direction marks, which no page should hold."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return for_terminal(value)
    return value


def profile_svg(competences: Iterable[CompetenceStanding], *, name: str = "profile") -> str:
    """The profile of several competences as an SVG; empty for none.

    Args:
        name: what the ids in it begin with; no other picture of the page may have it.
    """
    shown = tuple(competences)
    if not shown:
        return ""
    rows = _rows(shown)
    return (
        environment()
        .get_template("profile.svg.j2")
        .render(
            name=name,
            description=" ".join(profile_sentences(shown)),
            rows=rows,
            height=rows[-1].y + _ROW,
            left=_LEFT,
            level=_LEVEL,
            bar=_BAR,
            levels=range(MIN_LEVEL, MAX_LEVEL + 1),
            colours=COLOURS,
            has_required=any(row.required is not None for row in rows),
            has_next=any(row.next is not None for row in rows),
        )
    )


def _rows(competences: Sequence[CompetenceStanding]) -> list[Row]:
    rows: list[Row] = []
    y = 60
    for competence in competences:
        title = for_one_line(f"{competence.number}  {competence.title}", 70)
        rows.append(Row(y=y, text=title, is_title=True))
        y += _TITLE - 10
        for aspect in competence.aspects:
            rows.append(_bar_row(aspect.result, y))
            y += _ROW
        y += 10
    return rows


def _bar_row(result: AspectResult, y: int) -> Row:
    return Row(
        y=y,
        text=aspect_name(result.aspect),
        rating=result.rating,
        own=result.self_rating,
        required=result.required,
        next=result.next_required,
    )


_TREND_WIDTH, _STEP, _TOP, _SIDE, _RIGHT = 660, 30, 20, 40, 80


def trend_svg(
    title: str, points: Sequence[TrendPoint], *, required: int | None = None, name: str = "trend"
) -> str:
    """Levels over time as an SVG, days to the right in proportion; empty for no points.

    Args:
        title: what the trend is of.
        required: the level that the role asks for, drawn as a broken line.
        name: what the ids in it begin with; no other picture of the page may have it.
    """
    if not points:
        return ""
    shown = sorted(points, key=lambda each: each.day)
    dots = [_dot(point, shown) for point in shown]
    return (
        environment()
        .get_template("trend.svg.j2")
        .render(
            name=name,
            title=title,
            description=trend_sentence(title, shown),
            dots=dots,
            runs=_runs(dots),
            levels=[(level, _height(level)) for level in range(MIN_LEVEL, MAX_LEVEL + 1)],
            required=None if required is None else _height(required),
            first=day_in_words(shown[0].day.isoformat()),
            last=day_in_words(shown[-1].day.isoformat()) if len(shown) > 1 else "",
            width=_TREND_WIDTH,
            right=_TREND_WIDTH - _RIGHT,
            height=_height(MIN_LEVEL) + 45,
            side=_SIDE,
            foot=_height(MIN_LEVEL) + 14,
            colours=COLOURS,
        )
    )


def _height(level: int) -> int:
    return _TOP + (MAX_LEVEL - level) * _STEP


def _dot(point: TrendPoint, points: Sequence[TrendPoint]) -> Dot:
    first, last = points[0].day, points[-1].day
    part = (point.day - first).days / max((last - first).days, 1)
    return Dot(
        x=round(_SIDE + 10 + part * (_TREND_WIDTH - _SIDE - _RIGHT - 20), 1),
        y=None if point.level is None else _height(point.level),
    )


def _runs(dots: Iterable[Dot]) -> list[str]:
    """The points of each unbroken line; an attempt that was not rated breaks it."""
    runs: list[list[str]] = [[]]
    for dot in dots:
        if dot.y is None:
            runs.append([])
        else:
            runs[-1].append(f"{dot.x},{dot.y}")
    return [" ".join(run) for run in runs if len(run) > 1]
