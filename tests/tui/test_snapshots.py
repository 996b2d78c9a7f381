"""How it looks: a handful of pictures. Mend them with ``pytest --snapshot-update`` and look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from driving import NARROW, ONE, WIDE, Desk, Driver
from textual.pilot import Pilot
from toys import ToyReader

from interviewer import session
from interviewer.engine.plan import Options, open_fact
from interviewer.framework.loader import load
from interviewer.record import facts
from interviewer.record.transcript import Transcript
from interviewer.tui.app import First, InterviewerApp
from interviewer.tui.widgets.answer_box import AnswerBox

Compare = Callable[..., bool]


def _saved(desk: Desk) -> None:
    """Two interviews of a fixed day."""
    framework = load(desk.frameworks, "toy")
    for minute, name, ended in ((5, "Ann", True), (30, "Zoë", False)):
        now = datetime(2026, 3, 1, 9, minute, tzinfo=UTC)
        named = Options(profile="officer", candidate=name)
        opened = open_fact(framework, named, f"20260301-09{minute:02}00-aaaa", 7)
        with Transcript.create(desk.transcripts, opened, now=lambda now=now: now) as transcript:
            if ended:
                transcript.append(facts.Withdrawn(reason="", text="Ended."))


def _app(desk: Desk, first: First | None = None) -> InterviewerApp:
    return InterviewerApp(
        str(desk.transcripts),
        str(desk.frameworks),
        first or First(),
        lambda framework: ToyReader(),
    )


async def _settled(pilot: Pilot[None]) -> Driver:
    it = Driver(pilot.app, pilot)  # type: ignore[arg-type]
    await pilot.pause()
    await it.settle()
    for box in pilot.app.screen.query(AnswerBox):
        box.cursor_blink = False
    return it


@pytest.fixture(autouse=True)
def _same_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.secrets, "randbits", lambda bits: 7)


def test_home_without_interviews(desk: Desk, snap_compare: Compare) -> None:
    """The empty first screen says what to do."""
    assert snap_compare(_app(desk), terminal_size=NARROW, run_before=_settled)


def test_home_with_interviews(desk: Desk, snap_compare: Compare) -> None:
    """The first screen with something to go on with."""
    _saved(desk)
    assert snap_compare(_app(desk), terminal_size=NARROW, run_before=_settled)


def test_set_up(desk: Desk, snap_compare: Compare) -> None:
    """The set-up of a role that leaves a choice."""
    first = First(options=Options())

    async def choose(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        it.app.screen.query_one("#role").value = "specialist"  # type: ignore[attr-defined]
        await pilot.pause()
        await it.press("f9")

    assert snap_compare(_app(desk, first), terminal_size=NARROW, run_before=choose)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_a_question(desk: Desk, snap_compare: Compare, size: tuple[int, int]) -> None:
    """A probe waits for its answer; in a wide terminal the panel stands beside it."""

    async def talk(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await it.send("3 and 2")
        await it.send("We moved it, group. I wrote it up, assisted.")

    app = _app(desk, First(options=ONE, framework="toy"))
    assert snap_compare(app, terminal_size=size, run_before=talk)


def test_results(desk: Desk, snap_compare: Compare) -> None:
    """The results of a competence with quotes, gaps and what was left out."""

    async def talk(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await it.send("3 and 2")
        await it.answer_until_results("It was mine to run, led, some. It explains why.")

    app = _app(desk, First(options=ONE, framework="toy"))
    assert snap_compare(app, terminal_size=NARROW, run_before=talk)
