"""Charts in plain characters."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import asks, both, record_at

from interviewer.domain import Aspect
from interviewer.review.charts import (
    WIDTH,
    Kind,
    TrendPoint,
    aspect_bar,
    aspect_parts,
    aspect_sentence,
    legend,
    profile_lines,
    profile_sentences,
    trend_lines,
    trend_sentence,
)
from interviewer.review.results import AspectResult
from interviewer.review.standing import standing

LEVELS = st.none() | st.integers(0, 5)


def result(
    rating: int | None,
    own: int | None = None,
    required: int | None = None,
    after: int | None = None,
    aspect: Aspect = Aspect.APPLICATION,
) -> AspectResult:
    """An aspect with these figures and nothing else."""
    return AspectResult(
        aspect=aspect,
        rating=rating,
        span=None,
        self_rating=own,
        required=required,
        gap=None,
        quotes=(),
        not_heard=(),
        left_out=(),
        next_required=after,
    )


def points(*told: tuple[int, int | None]) -> list[TrendPoint]:
    """Attempts by day of March 2026 and level."""
    return [TrendPoint(day=date(2026, 3, day), level=level) for day, level in told]


@pytest.mark.parametrize(
    ("figures", "bar"),
    [
        ((3, 4, 3, 4), "Application ████ ████ ██R█ ░Y░N ░░░░  3 of 5"),
        ((3, 3, 3, 3), "Application ████ ████ █YRN ░░░░ ░░░░  3 of 5"),
        ((5, 1, None, None), "Application █Y██ ████ ████ ████ ████  5 of 5"),
        ((0, None, 3, None), "Application ░░░░ ░░░░ ░░R░ ░░░░ ░░░░  0 of 5"),
        ((None, None, 3, None), "Application ···· ···· ··R· ···· ····  not rated"),
    ],
)
def test_a_bar_shows_level_and_marks(figures: tuple[int | None, ...], bar: str) -> None:
    """Each mark has its own place in a level, so that none hides another."""
    assert aspect_bar(result(*figures)) == bar


def test_a_bar_in_ascii() -> None:
    """For terminals that have no blocks."""
    found = result(2, 4, 3, None, Aspect.KNOWLEDGE)
    assert aspect_bar(found, ascii_only=True) == "Knowledge   #### #### --R- -Y-- ----  2 of 5"
    assert legend(ascii_only=True, next_role=True).count("N next role") == 1


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((3, 4, 3, None), "Application 3 of 5, required 3, you said 4"),
        ((3, None, 3, 4), "Application 3 of 5, required 3, required for the next role 4"),
        ((1, None, None, None), "Application 1 of 5"),
        ((0, None, None, None), "Application 0 of 5, not demonstrated"),
        ((None, 2, None, None), "Application not rated, you said 2"),
    ],
)
def test_a_sentence_says_the_same(figures: tuple[int | None, ...], told: str) -> None:
    """Not rated, not demonstrated and 1 sound different."""
    assert aspect_sentence(result(*figures)) == told


@given(LEVELS, LEVELS, LEVELS, LEVELS, st.booleans())
def test_a_bar_tells_its_figures_without_colour(
    rating: int | None, own: int | None, required: int | None, after: int | None, plain: bool
) -> None:
    """The line can be read back: level from the cells, each mark from where its letter stands."""
    line = aspect_bar(result(rating, own, required, after), ascii_only=plain)
    assert len(line) <= WIDTH
    assert line.isascii() or not plain
    levels = line[12:36].split(" ")
    for letter, at in (("Y", own), ("R", required), ("N", after)):
        places = [place for place, cells in enumerate(levels, start=1) if letter in cells]
        assert places == ([at] if at else [])
    full = sum(cells[0] in "█#" for cells in levels)
    assert full == (rating or 0)
    assert ("not rated" in line) == (rating is None)


def test_the_pieces_of_a_bar_say_what_they_are() -> None:
    """So that a front end can colour them; together they are the line."""
    found = result(1, 2, 1, 3)
    parts = aspect_parts(found)
    assert "".join(part.text for part in parts) == aspect_bar(found)
    kinds = {part.kind: part.text for part in parts}
    assert (kinds[Kind.OWN], kinds[Kind.REQUIRED], kinds[Kind.NEXT]) == ("Y", "R", "N")


def test_a_profile_has_its_legend_and_titles() -> None:
    """The next role is explained only where there is one; nothing to show gives nothing."""
    now = standing(record_at(both(n1=(3, 2), n2=(1, None)), [asks(1, 3, 3)])).competences
    lines = list(profile_lines(now))
    assert lines[0] == "█ heard  Y you said  R required  · not rated"
    assert [line for line in lines if "Toy" in line] == ["1 Toy 1", "2 Toy 2"]
    assert max(map(len, lines)) <= WIDTH
    later = standing(record_at(both(n1=(3, 2)), [], [asks(1, 4, 4)])).competences
    assert "N next role" in next(profile_lines(later))
    assert list(profile_lines([])) == []


def test_a_profile_for_the_ear() -> None:
    """A sentence an aspect, with its competence."""
    now = standing(record_at(both(n1=(3, None)), [asks(1, 3, 3)])).competences
    assert list(profile_sentences(now)) == [
        "Toy 1: Application 3 of 5, required 3, you said 3.",
        "Toy 1: Knowledge not rated, required 3, you said 3.",
    ]


# --- trends ---------------------------------------------------------------------------------------


def test_a_trend_is_drawn_in_proportion_to_time() -> None:
    """Levels upwards, days to the right, what is required at the side."""
    found = points((1, 1), (11, 3), (31, 2))
    assert list(trend_lines(found, required=3, width=28)) == [
        "5 ┤",
        "4 ┤",
        "3 ┤       ●──────────────╮ R",
        "2 ┤       │              ●",
        "1 ┤●──────╯",
        "0 ┤",
        "  └───────────────────────",
        "   1 Mar 2026  31 Mar 2026",
    ]


def test_a_trend_in_ascii() -> None:
    """The same with other characters."""
    lines = list(trend_lines(points((1, 1), (31, 2)), width=28, ascii_only=True))
    assert "".join(lines).isascii()
    assert lines[4] == "1 |o---------------------'"
    assert lines[3] == "2 |                      o"


def test_what_was_not_rated_breaks_the_line() -> None:
    """It is marked at the foot and is no 0."""
    lines = list(trend_lines(points((1, 2), (16, None), (31, 2)), width=28))
    assert lines[3] == "2 ┤●                     ●"
    assert "?" in lines[6]
    assert "●" not in lines[5]


def test_a_single_attempt_is_a_point() -> None:
    """With its one day."""
    lines = list(trend_lines(points((5, 0))))
    assert lines[5] == "0 ┤●"
    assert lines[-1].strip() == "5 Mar 2026"


def test_no_attempts_no_trend() -> None:
    """And the sentence says so."""
    assert list(trend_lines([])) == []
    assert trend_sentence("Application", []) == "Application: no attempts yet."


def test_a_trend_for_the_ear() -> None:
    """In the order of the days, whatever the order given."""
    found = points((14, 3), (3, 2), (20, None))
    assert trend_sentence("Knowledge", found) == (
        "Knowledge: 2 on 3 Mar 2026, then 3 on 14 Mar 2026, then not rated on 20 Mar 2026."
    )


@given(
    st.lists(
        st.builds(TrendPoint, day=st.dates(date(2020, 1, 1), date(2030, 1, 1)), level=LEVELS),
        min_size=1,
        max_size=80,
    ),
    LEVELS,
    st.integers(28, 100),
    st.booleans(),
)
def test_every_trend_fits_and_shows_its_latest_attempts(
    found: list[TrendPoint], required: int | None, width: int, plain: bool
) -> None:
    """No line is too long, and each attempt that there is room for is on its level."""
    lines = list(trend_lines(found, required=required, width=width, ascii_only=plain))
    assert max(map(len, lines)) <= width
    room = (width - 5) // 2
    latest = sorted(found, key=lambda each: each.day)[-room:]
    for level, line in zip(range(5, -1, -1), lines, strict=False):
        wanted = sum(each.level == level for each in latest)
        assert line.count("o" if plain else "●") == wanted
    assert lines[6].count("?") == sum(each.level is None for each in latest)
