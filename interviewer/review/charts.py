"""Charts in plain characters: bars for a profile, lines for a trend. Pure.

They read without colour: what a mark is, its letter says, and a front end may colour the parts.
Each has a sentence that says the same, for screen readers. plotext was tried and left: it draws on
one shared canvas, writes escape sequences of its own, hides attempts inside its line, and has
nothing for "not rated"; six levels and a handful of dates need none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from interviewer.domain import MAX_LEVEL, MIN_LEVEL, Value
from interviewer.review.results import AspectResult
from interviewer.review.standing import CompetenceStanding
from interviewer.review.text import aspect_name
from interviewer.review.words import level_name
from interviewer.safe_text import for_one_line

WIDTH = 60
_CELLS = 4  # a level: one cell of bar alone, then a place for each of the three marks
_NAME = 12


class Kind(StrEnum):
    """What a piece of a chart is, for those who colour it."""

    TEXT = "text"
    FULL = "full"
    EMPTY = "empty"
    UNRATED = "unrated"
    OWN = "own"
    REQUIRED = "required"
    NEXT = "next"


class Part(Value, frozen=True, kw_only=True):
    """A piece of a line, all of one kind."""

    text: str
    kind: Kind


_BLOCKS = {Kind.FULL: "█", Kind.EMPTY: "░", Kind.UNRATED: "·"}
_ASCII = {Kind.FULL: "#", Kind.EMPTY: "-", Kind.UNRATED: "."}
_LETTERS = {Kind.OWN: "Y", Kind.REQUIRED: "R", Kind.NEXT: "N"}


# --- a profile ------------------------------------------------------------------------------------


def aspect_sentence(result: AspectResult) -> str:
    """One aspect for the ear, such as ``Application 3 of 5, required 3, you said 4``."""
    name = aspect_name(result.aspect)
    if result.rating is None:
        heard = f"{name} not rated"
    elif result.rating == MIN_LEVEL:
        heard = f"{name} {MIN_LEVEL} of {MAX_LEVEL}, {level_name(MIN_LEVEL).lower()}"
    else:
        heard = f"{name} {result.rating} of {MAX_LEVEL}"
    beside = (
        ("required", result.required),
        ("required for the next role", result.next_required),
        ("you said", result.self_rating),
    )
    return ", ".join([heard, *(f"{what} {level}" for what, level in beside if level is not None)])


def aspect_parts(result: AspectResult, *, ascii_only: bool = False) -> tuple[Part, ...]:
    """One aspect as a bar in pieces: a group of cells a level, marks at the levels they mean."""
    parts = [Part(text=f"{aspect_name(result.aspect):{_NAME}}", kind=Kind.TEXT)]
    for level in range(1, MAX_LEVEL + 1):
        parts.extend(_level_parts(result, level, _ASCII if ascii_only else _BLOCKS))
        parts.append(Part(text=" ", kind=Kind.TEXT))
    told = "not rated" if result.rating is None else f"{result.rating} of {MAX_LEVEL}"
    return (*parts, Part(text=f" {told}", kind=Kind.TEXT))


def aspect_bar(result: AspectResult, *, ascii_only: bool = False) -> str:
    """One aspect as a line of at most ``WIDTH`` columns; ``legend`` says how to read it."""
    return "".join(part.text for part in aspect_parts(result, ascii_only=ascii_only))


def _level_parts(result: AspectResult, level: int, cells: dict[Kind, str]) -> Iterator[Part]:
    if result.rating is None:
        ground = Kind.UNRATED
    else:
        ground = Kind.FULL if result.rating >= level else Kind.EMPTY
    marks = (
        (Kind.OWN, result.self_rating),
        (Kind.REQUIRED, result.required),
        (Kind.NEXT, result.next_required),
    )
    yield Part(text=cells[ground] * (_CELLS - len(marks)), kind=ground)
    for kind, at in marks:
        if at == level:
            yield Part(text=_LETTERS[kind], kind=kind)
        else:
            yield Part(text=cells[ground], kind=ground)


def legend(*, ascii_only: bool = False, next_role: bool = False) -> str:
    """How to read the bars."""
    cells = _ASCII if ascii_only else _BLOCKS
    marks = f"{cells[Kind.FULL]} heard  Y you said  R required"
    return f"{marks}{'  N next role' if next_role else ''}  {cells[Kind.UNRATED]} not rated"


def profile_lines(
    competences: Iterable[CompetenceStanding], *, ascii_only: bool = False
) -> Iterator[str]:
    """The bars of several competences under their titles, and how to read them."""
    shown = tuple(competences)
    if not shown:
        return
    next_role = any(
        aspect.result.next_required is not None for each in shown for aspect in each.aspects
    )
    yield legend(ascii_only=ascii_only, next_role=next_role)
    for competence in shown:
        yield ""
        yield for_one_line(f"{competence.number}  {competence.title}", WIDTH)
        for aspect in competence.aspects:
            yield aspect_bar(aspect.result, ascii_only=ascii_only)


def profile_sentences(competences: Iterable[CompetenceStanding]) -> Iterator[str]:
    """The same for the ear, a sentence an aspect."""
    for competence in competences:
        for aspect in competence.aspects:
            yield f"{for_one_line(competence.title)}: {aspect_sentence(aspect.result)}."


# --- a trend --------------------------------------------------------------------------------------


class TrendPoint(Value, frozen=True, kw_only=True):
    """What one attempt came to, on its day; None: not rated."""

    day: date
    level: int | None


class _Ink(Value, frozen=True, kw_only=True):
    """The characters that a trend is drawn with."""

    point: str
    unrated: str
    across: str
    up: str
    corner_up: str
    corner_down: str
    side: str
    foot: str
    corner: str


_LINES = _Ink(
    point="●", unrated="?", across="─", up="│", corner_up="╯", corner_down="╮", side="┤",
    foot="─", corner="└",
)  # fmt: skip
_ASCII_LINES = _Ink(
    point="o", unrated="?", across="-", up="|", corner_up="'", corner_down=".", side="|",
    foot="-", corner="+",
)  # fmt: skip
_MARGIN = 3  # "5 ┤"
MIN_WIDTH = 28  # two dates side by side


def trend_sentence(name: str, points: Sequence[TrendPoint]) -> str:
    """A trend for the ear, such as ``Application: 2 on 3 Mar 2026, then 3 on 14 Apr 2026``."""
    if not points:
        return f"{name}: no attempts yet."
    told = (
        f"{'not rated' if each.level is None else each.level} on {_short(each.day)}"
        for each in _in_order(points)
    )
    return f"{name}: {', then '.join(told)}."


def trend_lines(
    points: Sequence[TrendPoint],
    *,
    required: int | None = None,
    width: int = WIDTH,
    ascii_only: bool = False,
) -> Iterator[str]:
    """A line a level from 5 down to 0, days to the right in proportion; nothing for no points.

    ``required`` is marked with R at the right. A gap in the line is an attempt that was not rated,
    marked ``?`` at the foot. Attempts on one day stand side by side as far as there is room.
    """
    if not points:
        return
    ink = _ASCII_LINES if ascii_only else _LINES
    shown = _in_order(points)
    room = max(width, MIN_WIDTH) - _MARGIN - 2
    shown = shown[-(room // 2) :]  # the latest, if there are more than can stand apart
    columns = _columns([each.day for each in shown], room)
    rows = _drawn(shown, columns, room, ink)
    for level in range(MAX_LEVEL, MIN_LEVEL - 1, -1):
        mark = " R" if level == required else ""
        yield f"{level} {ink.side}{rows[level]}{mark}".rstrip()
    foot = [ink.foot] * room
    for point, column in zip(shown, columns, strict=True):
        if point.level is None:
            foot[column] = ink.unrated
    yield f"  {ink.corner}{''.join(foot)}"
    yield _dates(shown[0].day, shown[-1].day, room)


def _in_order(points: Sequence[TrendPoint]) -> list[TrendPoint]:
    return sorted(points, key=lambda each: each.day)


def _columns(days: Sequence[date], room: int) -> list[int]:
    """Where each day stands: in proportion to time, and two columns apart so that lines show."""
    first, length = days[0], max((days[-1] - days[0]).days, 1)
    columns: list[int] = []
    for place, day in enumerate(days):
        wanted = round((day - first).days / length * (room - 1))
        left = columns[-1] + 2 if columns else 0
        right = room - 1 - 2 * (len(days) - 1 - place)  # so that those that follow have room
        columns.append(min(max(wanted, left), right))
    return columns


def _drawn(
    points: Sequence[TrendPoint], columns: Sequence[int], room: int, ink: _Ink
) -> dict[int, str]:
    grid = {level: [" "] * room for level in range(MIN_LEVEL, MAX_LEVEL + 1)}
    before: tuple[int, int] | None = None
    for point, column in zip(points, columns, strict=True):
        if point.level is None:
            before = None
            continue
        if before:
            _join(grid, before, (column, point.level), ink)
        grid[point.level][column] = ink.point
        before = (column, point.level)
    return {level: "".join(row) for level, row in grid.items()}


def _join(
    grid: dict[int, list[str]], start: tuple[int, int], end: tuple[int, int], ink: _Ink
) -> None:
    """Along the level of the first attempt, then up or down to the second."""
    (left, level), (right, to) = start, end
    for column in range(left + 1, right):
        grid[level][column] = ink.across
    if level == to:
        return
    if right > left + 1:
        grid[level][right] = ink.corner_up if to > level else ink.corner_down
    for between in range(min(level, to) + 1, max(level, to)):
        grid[between][right] = ink.up


def _dates(first: date, last: date, room: int) -> str:
    start, end = _short(first), _short(last)
    if first == last:
        return f"{' ' * _MARGIN}{start}"
    return f"{' ' * _MARGIN}{start}{end:>{room - len(start)}}"


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _short(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
