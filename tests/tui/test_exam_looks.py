"""How the mock assessment looks: pictures, contrast, help, and a footer that fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import toy_frameworks
import toy_standard
from contrast import check_contrast
from driving import NARROW, WIDE, Desk, Driver
from exam_toys import SetClock
from msgspec.structs import replace
from textual.pilot import Pilot
from toys import ToyReader

from interviewer import exam_session
from interviewer.engine.exam_plan import ExamOptions
from interviewer.record import library
from interviewer.record.transcript import Transcript
from interviewer.tui.app import First, InterviewerApp
from interviewer.tui.exam_choices import ExamWanted
from interviewer.tui.messages import ExamRequested, ExamResultRequested
from interviewer.tui.widgets.answer_box import AnswerBox

Compare = Callable[..., bool]
LED = "On the depot move it was mine to run, self led it. It explains why because."
WE = "Our group did some of it there, group did."
REPORT = "# Plan\n\n## Bricks\n\nI counted the [/] bricks each week for the board.\n"
TALK = ExamWanted(options=ExamOptions(methods=("discussion",), candidate="Zoë"), framework="std")
REHEARSAL = ExamWanted(options=ExamOptions(theme="mortar"), framework="std")
SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


@pytest.fixture(scope="session")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy framework and the toy standard."""
    root = tmp_path_factory.mktemp("standard")
    return toy_standard.write(toy_frameworks.write(root))


@pytest.fixture
def desk(tmp_path: Path, standard: Path) -> Desk:
    """Empty transcripts, and a standard with an assessment plan."""
    return Desk(tmp_path / "transcripts", standard)


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands still until it is moved on."""
    return SetClock()


def _app(desk: Desk, wanted: ExamWanted, clock: SetClock) -> InterviewerApp:
    folders = (str(desk.transcripts), str(desk.frameworks))
    return InterviewerApp(*folders, First(exam=wanted), lambda framework: ToyReader(), clock)


async def _settled(pilot: Pilot[None]) -> Driver:
    it = Driver(pilot.app, pilot)  # type: ignore[arg-type]
    await pilot.pause()
    await it.settle()
    for box in pilot.app.screen.query(AnswerBox):
        box.cursor_blink = False
    return it


@pytest.fixture(autouse=True)
def _same_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exam_session.secrets, "randbits", lambda bits: 7)


def _held(desk: Desk, clock: SetClock) -> str:
    """A whole discussion that was held on a fixed day, with slips in it; its id."""
    made = exam_session.start(
        desk.places, TALK.options, "std", lambda framework: ToyReader(), clock, seed=7
    )
    with made:
        made.exam.begin()
        for turn in range(60):
            if made.exam.record.ended:
                break
            made.exam.answer(LED if turn % 3 else WE)
            pending = made.exam.pending()
            if pending:
                made.take(pending, made.read(pending))
            clock.pass_by(100)
        facts = [item.fact for item in made.exam.stamped]
        old = made.id
    opened = replace(facts[0], interview="20260301-090500-aaaa")
    day = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    with Transcript.create(desk.transcripts, opened, now=lambda: day) as transcript:
        for fact in facts[1:]:
            transcript.append(fact, durable=False)
    library.forget(desk.transcripts, old)
    return "20260301-090500-aaaa"


@SIZES
def test_the_set_up(
    desk: Desk, clock: SetClock, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """What is a default stands at the top."""
    app = _app(desk, ExamWanted(options=ExamOptions(), framework="std"), clock)
    assert snap_compare(app, terminal_size=size, run_before=_settled)


@SIZES
def test_a_question(
    desk: Desk, clock: SetClock, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """The clock stands beside the theme; nothing tells how it goes."""

    async def talk(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await it.press("enter")
        clock.pass_by(320)
        await it.send(LED)
        await _settled(pilot)

    assert snap_compare(_app(desk, TALK, clock), terminal_size=size, run_before=talk)


def test_the_presentation(desk: Desk, clock: SetClock, snap_compare: Compare) -> None:
    """A timer, and a box for notes."""

    async def present(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await it.press("f8", "enter")
        clock.pass_by(125)
        it.exam.keep_time()
        await _settled(pilot)

    options = ExamOptions(methods=("report",))
    app = _app(desk, ExamWanted(options=options, framework="std", pasted=REPORT), clock)
    assert snap_compare(app, terminal_size=NARROW, run_before=present)


@SIZES
def test_feedback(
    desk: Desk, clock: SetClock, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """What was heard in a rehearsal, with the place of each quote."""

    async def talk(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await it.press("enter")
        for _ in range(6):
            if "Next" in it.footer():
                break
            await it.send(WE)

    assert snap_compare(_app(desk, REHEARSAL, clock), terminal_size=size, run_before=talk)


@SIZES
def test_a_result(
    desk: Desk, clock: SetClock, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """An indication, marked as such, and what it rests on."""
    name = _held(desk, clock)

    async def look(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        it.app.post_message(ExamResultRequested(name))
        await _settled(pilot)
        await pilot.pause()

    app = InterviewerApp(str(desk.transcripts), str(desk.frameworks))
    assert snap_compare(app, terminal_size=size, run_before=look)


async def test_all_text_has_enough_contrast(desk: Desk, clock: SetClock) -> None:
    """On each screen of the mock assessment, in both looks."""
    async with desk.running(size=WIDE, clock=clock) as it:
        await it.press("down", "down", "enter")
        assert it.at == "ExamSetupScreen"
        await check_contrast(it)
        it.app.post_message(ExamRequested(REHEARSAL))
        await it.pilot.pause()
        await it.settle()
        await check_contrast(it)
        await it.press("enter")
        for _ in range(6):
            if "Next" in it.footer():
                break
            await it.send(WE)
        await check_contrast(it)
        await it.press("f6", "enter")
        assert it.at == "ExamResultScreen"
        await check_contrast(it)


async def test_the_footer_fits_in_eighty_columns(desk: Desk, clock: SetClock) -> None:
    """All keys can be read at each step of a rehearsal."""
    async with desk.running(First(exam=REHEARSAL), size=NARROW, clock=clock) as it:
        seen = []
        for _ in range(8):
            seen.append(it.footer())
            keys = [w for w in it.app.screen.query("FooterKey") if "palette" not in str(w.render())]
            palette = it.app.screen.query("FooterKey.-command-palette").first()
            assert max(w.region.right for w in keys if w is not palette) <= palette.region.x
            if "Next" in it.footer():
                break
            await (it.press("enter") if "Begin" in it.footer() else it.send(LED))
        assert {"Send", "Explain", "Skip", "Back", "Pause"} in [each - {"Help"} for each in seen]
        assert it.footer() == {"Help", "Next", "End here", "Back", "Pause"}


async def test_help_belongs_to_the_place(desk: Desk, clock: SetClock) -> None:
    """Each field of the set-up, the answer box and the result have help of their own."""
    async with desk.running(First(exam=ExamWanted(options=ExamOptions())), clock=clock) as it:
        for field, said in (
            ("kind", "An exam is as the real thing"),
            ("report", "goes nowhere"),
            ("pasted", "Paste your report here"),
            ("minutes", "length of the plan"),
        ):
            it.app.screen.query_one(f"#{field}").focus()
            await it.press("f1")
            assert said in it.text("#help-text")
            await it.press("escape")
        it.app.post_message(ExamRequested(TALK))
        await it.pilot.pause()
        await it.settle()
        await it.press("f1")
        assert "the heading says how much" in it.text("#help-text").lower()
        await it.press("escape", "enter", "f1")
        assert "/time" in it.text("#help-text")
        assert "Stop the clock and leave" in it.text("#help-keys")
