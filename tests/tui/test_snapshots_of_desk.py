"""How the mentor's desk looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from driving import NARROW, WIDE, Desk
from on_the_desk import MID, fill
from textual.pilot import Pilot
from textual.widgets import OptionList
from toys import ToyReader

from interviewer.tui import earlier
from interviewer.tui.app import InterviewerApp
from interviewer.tui.screens import export
from interviewer.tui.screens.desk import DeskScreen

Compare = Callable[..., bool]
BOTH = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "today", lambda: date(2026, 11, 21))


@pytest.fixture
def app(desk: Desk) -> InterviewerApp:
    """An app whose mentor has said who they are."""
    fill(desk.transcripts)
    made = InterviewerApp(
        str(desk.transcripts), str(desk.frameworks), make_reader=lambda _: ToyReader()
    )
    made.mentor = "Mo Tor"
    return made


def _at_desk(*keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        async def settle() -> None:
            await pilot.pause()
            while len(pilot.app.workers):
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()

        await settle()
        pilot.app.push_screen(DeskScreen())
        await settle()
        listed = pilot.app.screen.query_one("#desk-list", OptionList)
        if listed.option_count:
            listed.highlighted = [option.id for option in listed.options].index(MID)
        for key in keys:
            await pilot.press(key)
            await settle()

    return go


@BOTH
def test_the_list(app: InterviewerApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """Three interviews: signed, in review with a step that is due, and new."""
    assert snap_compare(app, terminal_size=size, run_before=_at_desk())


@BOTH
def test_the_candidates(app: InterviewerApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """Everybody, with how many of their interviews are of each kind."""
    assert snap_compare(app, terminal_size=size, run_before=_at_desk("p"))


def test_the_export_of_a_list(
    app: InterviewerApp, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One format, the names to be replaced, and the file."""
    monkeypatch.setattr(export, "_here", lambda: "You are in the folder /home/mo")
    assert snap_compare(app, terminal_size=NARROW, run_before=_at_desk("e"))


@BOTH
def test_a_turn(app: InterviewerApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """An answer with its quote marked, and all ratings beside each other."""
    assert snap_compare(app, terminal_size=size, run_before=_at_desk("enter"))


@BOTH
def test_the_other_moves(app: InterviewerApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """What else can be done, listed with the keys."""
    assert snap_compare(app, terminal_size=size, run_before=_at_desk("enter", "m"))


@BOTH
def test_calibration(app: InterviewerApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """Too few to tell, said plainly."""
    assert snap_compare(app, terminal_size=size, run_before=_at_desk("c"))


def test_a_damaged_one(desk: Desk, app: InterviewerApp, snap_compare: Compare) -> None:
    """What is wrong and where stands above the turn."""
    path = Path(desk.transcripts) / f"{MID}.jsonl"
    path.write_bytes(path.read_bytes().replace(b"I led the works", b"I ran the works"))
    assert snap_compare(app, terminal_size=NARROW, run_before=_at_desk("enter"))
