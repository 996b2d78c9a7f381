"""The mock assessment by keyboard, with a clock that the test sets: from home to its result."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy_frameworks
import toy_standard
from driving import WIDE, Desk, Driver, First, GatedReader
from exam_toys import SetClock
from textual.widgets import Input, RadioSet, Select
from toys import ToyReader

from interviewer import exam_session
from interviewer.domain import ExamKind
from interviewer.engine.exam_plan import ExamOptions
from interviewer.marks import DEFAULTS, PRACTICE_RECORD
from interviewer.record import facts
from interviewer.record.library import transcripts
from interviewer.record.record import Phase, State
from interviewer.tui.exam_choices import ExamWanted
from interviewer.tui.messages import ExamRequested

LED = "On the depot move it was mine to run, self led it. It explains why because."
HOSTILE = "[/] [@click=app.quit]x[/] \x1b[31m"
REPORT = """\
# Plan

## Bricks

I counted the [/] bricks each week for the board.

## Mortar

The mortar was mixed by me on the first of May.
"""
TALK = ExamWanted(options=ExamOptions(methods=("discussion",)), framework="std")
FIRST = ExamWanted(options=ExamOptions(methods=("report",)), framework="std")
REHEARSAL = ExamWanted(options=ExamOptions(theme="mortar"), framework="std")


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


async def _open(it: Driver, wanted: ExamWanted) -> None:
    it.app.post_message(ExamRequested(wanted))
    await it.pilot.pause()
    await it.settle()


async def _asked(it: Driver, wanted: ExamWanted = TALK) -> None:
    """At the first question."""
    await _open(it, wanted)
    await it.press("enter")


def _time(it: Driver) -> str:
    it.exam.keep_time()
    return it.text("#exam-clock")


async def _to_the_end(it: Driver, clock: SetClock, says: str = LED) -> None:
    for _ in range(60):
        if it.exam.session.exam.record.ended:
            return
        await (it.press("enter") if "Begin" in it.footer() else it.send(says))
        clock.pass_by(120)
    raise AssertionError("it does not end")


# --- the set-up -----------------------------------------------------------------------------------


async def test_home_opens_the_set_up_which_says_what_is_a_default(desk: Desk) -> None:
    """The entry of the home screen; times, questions, themes and grades are named as defaults."""
    async with desk.running() as it:
        await it.press("down", "down", "enter")
        assert it.at == "ExamSetupScreen"
        assert it.text("#defaults") == DEFAULTS
        each = it.text("#defaults-each")
        assert "5 minutes to present, 20 for questions, at least 3 questions" in each
        assert "our own grouping" in each
        assert "Two parts" in it.text("#setup-says")
        assert "asked for your report first" in it.text("#setup-says")


async def test_fields_that_do_not_matter_are_not_shown(desk: Desk) -> None:
    """A rehearsal has a theme, one KSB has a KSB, and a discussion takes no report."""
    async with desk.running() as it:
        await it.press("down", "down", "enter")
        screen = it.app.screen

        def visible() -> set[str]:
            names = ("theme", "ksb", "report", "outline", "pasted")
            fields = {name: screen.query_one(f"#{name}") for name in names}
            return {n for n, w in fields.items() if all(a.display for a in w.ancestors_with_self)}

        assert visible() == {"report", "outline", "pasted"}
        await it.press("down", "space")
        assert visible() == {"theme"}
        await it.press("down", "space")
        assert visible() == {"ksb"}
        assert "Questions on K1" in it.text("#setup-says")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("gone.md", None, "There is no file"),
        ("empty.md", b"", "is empty"),
        ("picture.png", b"\x89PNG\r\n", "is of a kind that can't be read here"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "is protected by a password"),
        ("large.txt", b"x" * (11 * 1024 * 1024), "is too large"),
    ],
)
async def test_a_bad_report_is_one_sentence_on_the_set_up(
    desk: Desk, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    """Nothing is opened and nothing is lost: the form stands as it was."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    async with desk.running() as it:
        await it.press("down", "down", "enter")
        it.app.screen.query_one("#report", Input).value = str(path)
        await it.press("f9")
        assert it.at == "ExamSetupScreen"
        assert said in it.text("#setup-says")
        assert it.app.screen.query_one("#report", Input).value == str(path)
    assert not list(transcripts(desk.transcripts))


async def test_bad_minutes_are_told(desk: Desk) -> None:
    """Minutes that are none start nothing."""
    async with desk.running() as it:
        await it.press("down", "down", "enter")
        for minutes in ("x", "0", "999"):
            it.app.screen.query_one("#minutes", Input).value = minutes
            await it.press("f9")
            assert it.at == "ExamSetupScreen"
            assert "whole number from 1 to 480" in it.text("#setup-says")


async def test_a_report_from_a_file_is_handed_in_at_once(
    desk: Desk, tmp_path: Path, clock: SetClock
) -> None:
    """With its outline; the first thing to do is to present. A hostile sentence is just quoted."""
    report, outline = tmp_path / "[b]my.md", tmp_path / "outline.txt"
    report.write_text(REPORT)
    outline.write_text("Who I am")
    async with desk.running(clock=clock) as it:
        await it.press("down", "down", "enter")
        screen = it.app.screen
        screen.query_one("#method", Select).value = "report"
        screen.query_one("#report", Input).value = str(report)
        screen.query_one("#outline", Input).value = f"'{outline}'"
        screen.query_one("#candidate", Input).value = "[/]Zoë"
        await it.press("f9")
        assert it.exam.session.exam.phase is Phase.PRESENTATION
        assert "(report: [b]my.md)" in it.said()
        await it.press("enter")
        await it.send("I said hello.")
        await it.press("enter")
        assert 'You write "I counted the [/] bricks each week for the board"' in it.said()
        assert it.exam.session.opened.candidate == "[/]Zoë"


async def test_a_report_can_be_pasted_at_the_set_up(desk: Desk) -> None:
    """F9 in the box starts; a file beside it is refused."""
    async with desk.running() as it:
        await it.press("down", "down", "enter")
        box = it.app.screen.query_one("#pasted")
        box.focus()
        await it.paste(REPORT)
        it.app.screen.query_one("#report", Input).value = "x.md"
        await it.press("f9")
        assert "not both" in it.text("#setup-says")
        it.app.screen.query_one("#report", Input).value = ""
        box.focus()
        await it.press("f9")
        assert it.exam.session.exam.phase is Phase.OUTLINE
        assert it.footer() >= {"Without", "Pause"}


async def test_a_report_can_be_given_later(desk: Desk, tmp_path: Path) -> None:
    """By its path, which may be wrong at first; the outline too, or none."""
    (tmp_path / "mine.md").write_text(REPORT)
    async with desk.running() as it:
        await _open(it, FIRST)
        assert "Your report" in it.text("#exam-place")
        await it.send(str(tmp_path / "other.md"))
        assert "There is no file" in it.notice
        it.box.put("")
        await it.send(f"/file {tmp_path / 'mine.md'}")
        assert it.exam.session.exam.phase is Phase.OUTLINE
        await it.send("Hello, then the plan")
        assert it.exam.session.exam.phase is Phase.PRESENTATION
        assert it.footer() == {"Help", "Begin", "Pause"}


# --- from the command line ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "at"),
    [
        (ExamWanted(options=ExamOptions()), "ExamSetupScreen"),
        (TALK, "ExamScreen"),
        (ExamWanted(options=ExamOptions(ksb="k1"), framework="std"), "ExamScreen"),
        (ExamWanted(options=ExamOptions(theme="nonsense"), framework="std"), "ExamSetupScreen"),
        (ExamWanted(options=ExamOptions(), framework="toy"), "ExamSetupScreen"),
    ],
)
async def test_what_is_complete_starts_at_once(desk: Desk, wanted: ExamWanted, at: str) -> None:
    """As start does; what can't be held leads to the set-up with a sentence."""
    async with desk.running(First(exam=wanted)) as it:
        assert it.at == at
        if wanted.options.theme:
            assert 'There is no theme "nonsense"' in it.text("#setup-says")
        if wanted.framework == "toy":
            assert "has no end-point assessment" in it.text("#setup-says")


async def test_a_set_up_is_filled_in_with_what_was_given(desk: Desk) -> None:
    """Minutes, report and name stand in their fields."""
    options = ExamOptions(minutes=9, candidate="Zoë")
    wanted = ExamWanted(options=options, report=Path("my.md"))
    async with desk.running(First(exam=wanted)) as it:
        values = {
            name: it.app.screen.query_one(f"#{name}", Input).value
            for name in ("minutes", "report", "candidate")
        }
        assert values == {"minutes": "9", "report": "my.md", "candidate": "Zoë"}
        assert it.app.screen.query_one("#kind", RadioSet).pressed_index == 0


# --- the exam -------------------------------------------------------------------------------------


async def test_the_clock_is_told_in_plain_text(desk: Desk, clock: SetClock) -> None:
    """It runs from Begin, minute by minute, and repaints nothing but itself."""
    async with desk.running(clock=clock) as it:
        await _open(it, TALK)
        clock.pass_by(600)
        assert _time(it) == "30 minutes for questions"
        await it.press("enter")
        assert _time(it) == "0 minutes of 30 used"
        assert it.text("#exam-place") == "Bricks"
        widgets = list(it.app.screen.query("#conversation Static"))
        clock.pass_by(61)
        assert _time(it) == "1 minute of 30 used"
        assert list(it.app.screen.query("#conversation Static")) == widgets


async def test_the_clock_stands_while_an_answer_is_read(desk: Desk, clock: SetClock) -> None:
    """What the reader takes is nobody's time; the screen is not held up meanwhile."""
    reader = GatedReader()
    async with desk.running(reader=reader, clock=clock) as it:
        await _asked(it)
        clock.pass_by(60)
        await it.paste(LED)
        await it.pilot.press("f9")
        await it.pilot.pause()
        assert "Reading your answer" in it.notice
        clock.pass_by(600)
        assert _time(it) == "1 minute of 30 used"
        await it.paste("already")
        reader.gate.set()
        await it.settle()
        assert it.box.text == "already"
        assert _time(it) == "1 minute of 30 used"


async def test_the_presentation_has_a_timer(desk: Desk, tmp_path: Path, clock: SetClock) -> None:
    """Minutes and seconds; over the time it says so, and nothing is cut off."""
    async with desk.running(clock=clock) as it:
        await _open(it, FIRST)
        await it.send(REPORT)
        await it.press("f8")
        assert _time(it) == "5 minutes to present"
        await it.press("enter")
        clock.pass_by(65)
        assert _time(it) == "1:05 of 5:00 minutes"
        clock.pass_by(300)
        assert _time(it) == "6:05 of 5:00 minutes, the time is over"
        await it.press("f9")
        assert "You presented for 6 min 05 s" in it.said()
        assert it.exam.session.exam.phase is Phase.READY


async def test_f9_says_what_it_does_at_each_stage(desk: Desk, clock: SetClock) -> None:
    """The key starts, hands in, ends the presentation, and sends; each under that name."""
    wanted = ExamWanted(options=ExamOptions(methods=("report",)))
    names = {"Start", "Hand in", "End presentation", "Send"}
    async with desk.running(clock=clock) as it:
        await it.press("down", "down", "enter")
        seen = [it.footer() & names]
        it.app.screen.query_one("#pasted").focus()
        await it.settle()
        seen.append(it.footer() & names)
        await _open(it, wanted)
        seen.append(it.footer() & names)
        await it.send(REPORT)
        seen.append(it.footer() & names)
        await it.press("f8")
        seen.append(it.footer() & names)  # nothing to send: Enter begins
        await it.press("enter")
        seen.append(it.footer() & names)
        await it.press("f9", "enter")
        seen.append(it.footer() & names)
    assert [each.pop() if each else "" for each in seen] == [
        "Start", "Start", "Hand in", "Hand in", "", "End presentation", "Send",
    ]  # fmt: skip


async def test_nothing_is_said_about_how_it_goes(desk: Desk, clock: SetClock) -> None:
    """No rating, quote panel or results before the end, in a wide terminal too."""
    async with desk.running(size=WIDE, clock=clock) as it:
        await _asked(it)
        await it.send(LED)
        await it.send("How am I doing?")
        shown = it.text()
        assert not it.app.screen.query("EvidencePanel") and not it.app.screen.query("ResultsPanel")
        assert not any(word in shown for word in ("Competent", "Heard", "Pass", "(turn"))
        assert "before the end" in it.said()


async def test_extra_time_only_finishes_the_last_answer(desk: Desk, clock: SetClock) -> None:
    """When it is over too, what stands in the box is the answer, and the part ends."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        await it.paste(LED)
        clock.pass_by(31 * 60)
        assert _time(it) == "31 minutes of 30 used: finish this answer"
        assert it.box.text == LED and not it.exam.session.exam.record.ended
        clock.pass_by(3 * 60)
        it.exam.keep_time()
        await it.pilot.pause()
        await it.settle()
        record = it.exam.session.exam.record
        assert record.turns[0].answer == LED
        assert record.ended and it.box.text == ""
        assert "The time is over" in it.said()
        assert it.text("#exam-clock") == ""


async def test_what_is_sent_too_late_is_what_stood_there_in_time(
    desk: Desk, clock: SetClock
) -> None:
    """Sending after the extra time is no other than the time running out."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        clock.pass_by(34 * 60)
        await it.send(LED)
        ticks = [i.fact for i in it.exam.session.exam.stamped if isinstance(i.fact, facts.Clocked)]
        assert ticks[-1].used == 33 * 60_000 or it.exam.session.exam.record.ended
        assert it.exam.session.exam.record.turns[0].answer == LED


@pytest.mark.parametrize("by", ["f8", "skip this one", "/skip"])
async def test_a_question_can_be_left_out(desk: Desk, clock: SetClock, by: str) -> None:
    """By key, by words, by command."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        await (it.press(by) if by == "f8" else it.send(by))
        assert it.exam.session.exam.record.turns[0].skipped


async def test_asking_back_later_and_back(desk: Desk, clock: SetClock) -> None:
    """The keys of practice do here what they do there."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        await it.press("f3")
        assert "Plainly, " in it.said()
        await it.press("ctrl+l")
        assert it.exam.session.exam.record.turns[0].deferred
        await it.send(LED)
        await it.press("ctrl+g")
        assert it.exam.session.exam.record.current == 2
        await it.paste("half")
        await it.press("f8")
        assert "You have written something" in it.notice
        assert not it.exam.session.exam.record.turns[1].skipped


async def test_the_time_can_be_asked_for(desk: Desk, clock: SetClock) -> None:
    """/time tells it, /help shows the help; neither is an answer."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        clock.pass_by(120)
        await it.send("/time")
        assert it.notice == "2 minutes of 30 used." and it.box.text == ""
        await it.send("/help")
        assert it.at == "HelpScreen"
        assert "/time" in it.text("#help-text")


# --- leaving and coming back ----------------------------------------------------------------------


@pytest.mark.parametrize("by", ["ctrl+o", "/pause"])
async def test_leaving_stops_the_clock_and_home_goes_on(
    desk: Desk, clock: SetClock, by: str
) -> None:
    """The draft is there again, the question stands, and no time has gone by."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        clock.pass_by(125)
        if by == "ctrl+o":
            await it.paste("half an answer")
            await it.press(by)
        else:
            await it.send(by)
        assert it.at == "HomeScreen"
        assert "Everything is saved" in it.text("#home-note")
        clock.pass_by(5000)
        await it.press("enter")
        assert it.at == "ExamScreen"
        assert _time(it) == "2 minutes of 30 used"
        assert it.box.text == ("half an answer" if by == "ctrl+o" else "")
        assert it.exam.session.exam.record.exam.pauses == 1  # type: ignore[union-attr]
        it.box.put("")
        await it.send(LED)
        assert it.exam.session.exam.record.turns[0].answer == LED


async def test_words_of_pausing_stop_the_clock_and_stay(desk: Desk, clock: SetClock) -> None:
    """The heading says that it is stopped; any words go on."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        await it.send("let's pause")
        clock.pass_by(600)
        assert _time(it) == "0 minutes of 30 used, stopped"
        await it.send("ready")
        clock.pass_by(60)
        assert _time(it) == "1 minute of 30 used"


async def test_after_a_crash_it_goes_on_with_draft_and_clock(desk: Desk, clock: SetClock) -> None:
    """A program that was killed let go of nothing: no pause, no closing; all is on the disk."""
    options = ExamOptions(methods=("discussion",))
    killed = exam_session.start(
        desk.places, options, "std", lambda framework: ToyReader(), clock, seed=7
    )
    killed.exam.begin()
    clock.pass_by(200)
    killed.exam.answer(LED)  # it was sent, and never read
    killed.draft.save("[/] half an answer", killed.exam.record.current)
    killed._transcript.close()  # the system lets go of the lock of whoever is killed
    clock.pass_by(-10_000)  # another start of the machine
    async with desk.running(First(resume=""), clock=clock) as it:
        assert it.at == "ExamScreen"
        assert it.box.text == "[/] half an answer"
        assert it.exam.session.exam.record.turns[0].assessment is not None
        assert it.exam.session.exam.record.current == 2
        assert _time(it) == "3 minutes of 30 used"


async def test_practice_still_resumes_as_practice(desk: Desk) -> None:
    """The kind of what is taken up again is told by its file."""
    with desk.made() as made:
        name = made.id
    async with desk.running(First(resume=name)) as it:
        assert it.at == "InterviewScreen"


# --- feedback at once -----------------------------------------------------------------------------


async def test_a_rehearsal_gives_feedback_after_each_question(desk: Desk, clock: SetClock) -> None:
    """What was heard, with quotes and turns; then another question, or the end."""
    async with desk.running(clock=clock) as it:
        await _asked(it, REHEARSAL)
        for _ in range(6):
            if it.exam.session.exam.state is State.REFLECTING:
                break
            await it.send(LED)
        panel = it.text("FeedbackPanel Static")
        assert "Mortar: met" in panel and "(turn 1:" in panel
        assert PRACTICE_RECORD in panel
        assert it.footer() == {"Help", "Next", "End here", "Back", "Pause"}
        await it.press("enter")
        assert it.exam.session.exam.state is State.ASKING
        assert it.box.display and it.box.has_focus
        await it.send("/end")
        assert it.exam.session.exam.record.ended
        await it.press("enter")
        assert it.at == "ExamResultScreen"
        assert "A rehearsal has no grade" in it.text("#section-1 Static")


async def test_one_ksb(desk: Desk, clock: SetClock) -> None:
    """Only what asks about it is asked, and it is told whether it was heard."""
    wanted = ExamWanted(options=ExamOptions(ksb="S2"), framework="std")
    async with desk.running(clock=clock) as it:
        await _asked(it, wanted)
        assert it.text("#exam-place") == "S2: Mortar"
        for _ in range(6):
            if it.exam.session.exam.state is State.REFLECTING:
                break
            await it.send(LED)
        assert "S2: met" in it.text("FeedbackPanel Static")
        await it.press("f6")
        assert it.exam.session.exam.record.ended


# --- the result -----------------------------------------------------------------------------------


async def test_a_whole_exam_and_its_result(desk: Desk, clock: SetClock) -> None:
    """Both parts to the end, then what it comes to; Enter leads home, where it is past."""
    wanted = ExamWanted(options=ExamOptions(candidate=HOSTILE), framework="std", pasted=REPORT)
    async with desk.running(clock=clock) as it:
        await _open(it, wanted)
        await it.press("f8", "enter")
        await it.send("my notes")
        await _to_the_end(it, clock)
        assert it.footer() == {"Help", "Result", "Home"}
        await it.press("enter")
        assert it.at == "ExamResultScreen"
        assert "practice record, not assessment evidence" in it.text("#report-title")
        assert DEFAULTS in it.text("#report-about") and "[@click" in it.text("#report-about")
        summary = it.text("#section-1 Static")
        assert "An indication" in summary and "Overall: Pass" in summary
        report = it.text("#section-2 Static")
        assert "Grade: Pass, as an indication." in report and "minutes presented" in report
        assert "What stood between this and distinction" in report
        assert '"On the depot move it was mine to run, self led it." (turn 1:' in report
        titles = it.text(".section-title")
        for title in ("KSBs", "Commonest shortfalls", "All practice so far"):
            assert title in titles
        await it.press("enter")
        assert it.at == "HomeScreen"
        await it.press("tab", "enter")
        assert it.at == "ReadingScreen"
        await it.press("r")
        assert it.at == "ExamResultScreen"
        await it.press("s")
        assert it.at == "ChooseScreen"
        await it.press("escape", "escape")
        assert it.at == "ReadingScreen"


async def test_an_exam_tells_no_result_before_its_end(desk: Desk, clock: SetClock) -> None:
    """Reading an unfinished one shows what was said, and not what was heard; it can be gone on."""
    options = ExamOptions(methods=("discussion",))
    with exam_session.start(desk.places, options, "std", lambda f: ToyReader(), clock) as made:
        made.exam.begin()
    async with desk.running(clock=clock) as it:
        await it.press("p", "down", "enter")
        assert it.at == "ReadingScreen"
        assert "Report" not in it.footer() and "Go on with it" in it.footer()
        await it.press("r")
        assert it.at == "ReadingScreen"
        await it.press("c")
        assert it.at == "ExamScreen"


async def test_ending_for_good_asks_first_and_shows_what_was_heard(
    desk: Desk, clock: SetClock
) -> None:
    """No is the first answer; yes ends it, and its result says what it rests on."""
    async with desk.running(clock=clock) as it:
        await _asked(it)
        await it.send("/withdraw")
        assert it.at == "ConfirmScreen"
        await it.press("enter")
        assert not it.exam.session.exam.record.ended
        await it.send("/withdraw")
        await it.press("tab", "enter")
        assert it.exam.session.exam.state is State.WITHDRAWN
        await it.press("enter")
        assert it.at == "ExamResultScreen"


async def test_a_mock_assessment_leaves_the_history_alone(desk: Desk, clock: SetClock) -> None:
    """A rehearsal's themes are no competences: history knows nothing of them."""
    async with desk.running(clock=clock) as it:
        await _asked(it, REHEARSAL)
        await it.send(LED)
        await it.press("ctrl+o")
        assert "Mock assessment" in it.options("#choices")[0]
        await it.press("h")
        assert "Nothing has been rated yet" in it.text()


def test_the_kinds_are_all_offered() -> None:
    """Each way to hold one has a line in the set-up."""
    from interviewer.tui.widgets.exam_form import KINDS

    assert [kind for kind, _ in KINDS] == list(ExamKind)
