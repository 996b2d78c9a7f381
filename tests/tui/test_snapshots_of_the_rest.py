"""How the smaller screens look, each in a small and in a wide terminal, and in both looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from contrast import check_contrast
from driving import NARROW, ONE, WIDE, Desk, Driver, First
from held import FINE, OFFICER, held
from textual.pilot import Pilot
from toys import ToyReader

from interviewer import session
from interviewer.engine.plan import Options
from interviewer.tui import earlier
from interviewer.tui.app import InterviewerApp
from interviewer.tui.screens import export
from interviewer.tui.widgets.answer_box import AnswerBox

Compare = Callable[..., bool]
Keys = tuple[str, ...]

FROM_HOME: dict[str, Keys] = {
    "past": ("p",),
    "reading": ("p", "down", "enter"),
    "home-help": ("f1",),
}
AT_RESULTS: dict[str, Keys] = {
    "scale": ("f2",),
    "misread-choice": ("f4",),
    "reason": ("f4", "enter"),
    "help": ("f1",),
    "confirm": (),
}
SIZES = {"narrow": NARROW, "wide": WIDE}
NAMES = (*FROM_HOME, "set-up", "export", *AT_RESULTS)
ALL = [f"{name}-{size}" for name in NAMES for size in SIZES]


@pytest.fixture(autouse=True)
def _same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.secrets, "randbits", lambda bits: 7)
    monkeypatch.setattr(earlier, "today", lambda: date(2026, 11, 21))
    monkeypatch.setattr(export, "_here", lambda: "You are in the folder /home/ann/appraisal")


async def _arrive(name: str, it: Driver) -> None:
    await it.pilot.pause()
    await it.settle()
    if name in AT_RESULTS:
        await it.send("3 and 2")
        await it.answer_until_results("It was mine to run, led, some. It explains why.")
    if name == "export":
        it.app.push_screen(export.ExportScreen(["20260302-101500-ab12"]))
        await it.settle()
    if name == "confirm":
        it.app.screen.action_withdraw()  # type: ignore[attr-defined]
        await it.settle()
    for key in (*FROM_HOME.get(name, ()), *AT_RESULTS.get(name, ())):
        await it.press(key)
    for box in it.app.screen.query(AnswerBox):
        box.cursor_blink = False
    for box in it.app.screen.query("#reason, #filter, #export-path"):
        box.cursor_blink = False  # type: ignore[attr-defined]


def _app(desk: Desk, name: str) -> InterviewerApp:
    first = First()
    if name == "set-up":
        first = First(options=Options())
    elif name in AT_RESULTS:
        first = First(options=ONE, framework="toy")
    else:
        held(desk, "2026-03-02", OFFICER, (FINE,))
        held(desk, "2026-05-20", OFFICER, (FINE,), until=1)
    return InterviewerApp(
        str(desk.transcripts), str(desk.frameworks), first, lambda framework: ToyReader()
    )


@pytest.mark.parametrize("which", ALL)
def test_how_it_looks(desk: Desk, snap_compare: Compare, which: str) -> None:
    """Nothing is cut off, and nothing lies over something else."""
    name, size = which.rsplit("-", 1)

    async def arrive(pilot: Pilot[None]) -> None:
        await _arrive(name, Driver(pilot.app, pilot))  # type: ignore[arg-type]

    assert snap_compare(_app(desk, name), terminal_size=SIZES[size], run_before=arrive)


@pytest.mark.parametrize("name", NAMES)
async def test_its_text_stands_out(desk: Desk, name: str) -> None:
    """By 4.5 to 1 or more, in the dark and in the light look."""
    app = _app(desk, name)
    async with app.run_test(size=WIDE) as pilot:
        it = Driver(app, pilot)
        await _arrive(name, it)
        await check_contrast(it)
