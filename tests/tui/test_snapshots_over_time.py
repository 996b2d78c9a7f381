"""How home, history and comparison look, and that their text stands out in both looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from contrast import check_contrast
from driving import NARROW, WIDE, Desk, Driver
from held import FAIR, FINE, GOOD, OFFICER, held
from msgspec.structs import replace
from textual.pilot import Pilot
from toys import ToyReader

from interviewer.engine.plan import Options
from interviewer.tui import earlier
from interviewer.tui.app import InterviewerApp

Compare = Callable[..., bool]
BOTH = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
LONGER = (
    "On the depot move I kept the risk register alone, led, some. We met the owners every second "
    "week. It explains why the parts link."
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "today", lambda: date(2026, 11, 21))


@pytest.fixture
def lived(desk: Desk) -> Desk:
    """A desk with a year of interviews: two candidates, a gap that is due, one to go on with."""
    held(desk, "2026-01-12", answers=(FAIR,), own=(4, 2))
    held(desk, "2026-03-02", answers=(FAIR, GOOD), own=(4, 3))
    held(desk, "2026-05-20", replace(OFFICER, competences=(1, 3)), (LONGER,))
    held(desk, "2026-06-01", Options(competences=(5, 2), length="short", candidate="Zoë"), (FINE,))
    held(desk, "2026-07-02", replace(OFFICER, competences=(1,)), (FAIR,))
    held(desk, "2026-07-09", replace(OFFICER, competences=(2, 3)), (GOOD,), until=1)
    return desk


def _app(desk: Desk) -> InterviewerApp:
    return InterviewerApp(
        str(desk.transcripts), str(desk.frameworks), make_reader=lambda framework: ToyReader()
    )


def _pressing(*keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        it = Driver(pilot.app, pilot)  # type: ignore[arg-type]
        await pilot.pause()
        await it.settle()
        for key in keys:
            await it.press(key)

    return press


@BOTH
def test_home(lived: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    """What to do next, how far the role is covered, and the recent interviews."""
    assert snap_compare(_app(lived), terminal_size=size, run_before=_pressing())


@BOTH
def test_history(lived: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    """The attempts on one aspect, one of them marked."""
    keys = _pressing("h", "right", "down", "m")
    assert snap_compare(_app(lived), terminal_size=size, run_before=keys)


@BOTH
def test_two_attempts(lived: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    """What was heard then and now, and the two answers."""
    keys = _pressing(
        "h", "right", "down", "m", "down", "m", *([] if size == WIDE else ["pagedown"])
    )
    assert snap_compare(_app(lived), terminal_size=size, run_before=keys)


async def test_all_text_has_enough_contrast(lived: Desk) -> None:
    """On home, history and comparison, in both looks, text stands out by 4.5 to 1 or more."""
    async with lived.running(size=WIDE) as it:
        await check_contrast(it)
        await it.press("p", "down", "m")
        await check_contrast(it)
        await it.press("escape", "h")
        await check_contrast(it)
        await it.press("right", "m", "down")
        await check_contrast(it)
        await it.press("m")
        assert it.at == "CompareScreen"
        for _ in range(4):
            await check_contrast(it)
            await it.press("pagedown")
