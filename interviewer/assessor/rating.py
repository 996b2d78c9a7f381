"""The table: what was shown becomes a rating. Data, and a pure function that looks it up.

It is the table of the design ("Evidence, and how it becomes a rating"). For application a row is
an autonomy, a column a complexity. For knowledge, evaluating is 4 in a hard context; elsewhere it
is 3, and plausibly 4. The design leaves two cells open, which the labelled answers settle:
originating was rated 5 in 45 of 45, also where nothing else was evaluated, so it is 5, and
plausibly 4 unless the context was hard; and nothing but facts about oneself that bear on the
competence is 1, as for application.

0 is "not demonstrated": nothing relevant was said. "Not rated" is not in this table; it is a
missing verdict.
"""

from __future__ import annotations

from interviewer.assessor.evidence import Shown
from interviewer.domain import Aspect, Autonomy, Complexity, Knowing, Missing, Value


class Verdict(Value, frozen=True, kw_only=True):
    """A level, the span of levels that are plausible, and what is missing, the next to ask first.

    ``missing`` begins with what could change the rating as it stands, and ends with what the next
    level would need.
    """

    level: int
    span: tuple[int, int]
    missing: tuple[Missing, ...]


Cell = tuple[int, int, int]  # the level, and the lowest and highest plausible level

_LOW, _SOME, _HIGH = Complexity.LOW, Complexity.SOME, Complexity.HIGH

NOT_DEMONSTRATED: Cell = (0, 0, 0)

APPLICATION: dict[Autonomy | None, dict[Complexity | None, Cell]] = {
    None: {None: (1, 1, 1), _LOW: (1, 1, 1), _SOME: (1, 1, 1), _HIGH: (1, 1, 1)},
    Autonomy.ASSISTED: {None: (2, 2, 2), _LOW: (2, 2, 2), _SOME: (2, 2, 2), _HIGH: (2, 2, 2)},
    Autonomy.LED: {None: (3, 3, 3), _LOW: (3, 2, 3), _SOME: (3, 3, 3), _HIGH: (3, 3, 4)},
    Autonomy.SUPERVISED: {None: (3, 3, 4), _LOW: (3, 3, 3), _SOME: (3, 3, 4), _HIGH: (4, 4, 4)},
    Autonomy.SOUGHT: {None: (3, 3, 4), _LOW: (3, 3, 3), _SOME: (3, 3, 4), _HIGH: (5, 5, 5)},
}

KNOWLEDGE: dict[Knowing | None, dict[Complexity | None, Cell]] = {
    None: {None: (1, 1, 1), _LOW: (1, 1, 1), _SOME: (1, 1, 1), _HIGH: (1, 1, 1)},
    Knowing.AWARE: {None: (1, 1, 1), _LOW: (1, 1, 1), _SOME: (1, 1, 1), _HIGH: (1, 1, 1)},
    Knowing.DESCRIBES: {None: (2, 2, 2), _LOW: (2, 2, 2), _SOME: (2, 2, 2), _HIGH: (2, 2, 2)},
    Knowing.EXPLAINS: {None: (3, 3, 3), _LOW: (3, 3, 3), _SOME: (3, 3, 3), _HIGH: (3, 3, 3)},
    Knowing.EVALUATES: {None: (3, 3, 4), _LOW: (3, 3, 4), _SOME: (3, 3, 4), _HIGH: (4, 4, 4)},
    Knowing.ORIGINATES: {None: (5, 4, 5), _LOW: (5, 4, 5), _SOME: (5, 4, 5), _HIGH: (5, 5, 5)},
}

_NEXT_APPLICATION: dict[Autonomy | None, tuple[Missing, ...]] = {
    None: (Missing.LED,),
    Autonomy.ASSISTED: (Missing.LED,),
    Autonomy.LED: (Missing.SUPERVISED,),
    Autonomy.SUPERVISED: (Missing.SOUGHT,),
    Autonomy.SOUGHT: (),
}

_NEXT_KNOWLEDGE: dict[Knowing | None, tuple[Missing, ...]] = {
    None: (Missing.DESCRIBES,),
    Knowing.AWARE: (Missing.DESCRIBES,),
    Knowing.DESCRIBES: (Missing.EXPLAINS,),
    Knowing.EXPLAINS: (Missing.EVALUATES,),
    Knowing.EVALUATES: (Missing.ORIGINATES,),
    Knowing.ORIGINATES: (),
}


def rate(aspect: Aspect, shown: Shown) -> Verdict:
    """The rating of ``aspect`` that ``shown`` comes to."""
    if aspect is Aspect.KNOWLEDGE:
        return _knowledge(shown)
    return _application(shown)


def _application(shown: Shown) -> Verdict:
    if not shown.relevant:
        return _verdict(NOT_DEMONSTRATED, (Missing.OCCASION, Missing.LED))
    cell = APPLICATION[shown.autonomy][shown.complexity]
    if _only_group(shown):
        cell = _widened(cell)
    return _verdict(cell, (*_open_application(shown), *_NEXT_APPLICATION[shown.autonomy]))


def _only_group(shown: Shown) -> bool:
    return shown.group and not shown.own


def _widened(cell: Cell) -> Cell:
    """ "We" never lowers a rating by itself: the speaker may well have led."""
    level, low, high = cell
    return level, low, max(high, 3)


def _open_application(shown: Shown) -> tuple[Missing, ...]:
    """What could change the rating as it stands, most telling first."""
    beyond_led = shown.autonomy in (Autonomy.SUPERVISED, Autonomy.SOUGHT)
    led = shown.autonomy is Autonomy.LED
    asked: list[tuple[Missing, bool]] = [
        (Missing.OCCASION, not shown.real),
        (Missing.OWN_PART, _only_group(shown)),
        (Missing.LED, shown.autonomy is None),
        (Missing.COMPLEXITY, (led or beyond_led) and shown.complexity is None),
        (Missing.COMPLEXITY, beyond_led and shown.complexity is _SOME),
        (Missing.HARD_CONTEXT, (led or beyond_led) and shown.complexity is _LOW),
    ]
    return tuple(missing for missing, is_open in asked if is_open)


def _knowledge(shown: Shown) -> Verdict:
    if not shown.relevant:
        return _verdict(NOT_DEMONSTRATED, (Missing.DESCRIBES,))
    cell = KNOWLEDGE[shown.knowledge][shown.complexity]
    hard = shown.complexity is _HIGH
    beyond = shown.knowledge in (Knowing.EVALUATES, Knowing.ORIGINATES)
    open_now = (Missing.HARD_CONTEXT,) if beyond and not hard else ()
    return _verdict(cell, (*open_now, *_NEXT_KNOWLEDGE[shown.knowledge]))


def _verdict(cell: Cell, missing: tuple[Missing, ...]) -> Verdict:
    level, low, high = cell
    return Verdict(level=level, span=(low, high), missing=tuple(dict.fromkeys(missing)))
