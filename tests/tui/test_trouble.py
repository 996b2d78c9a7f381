"""What goes wrong outside: readers, disks, locks, damage, signals. Nothing written is lost."""

from __future__ import annotations

import asyncio

import pytest
from driving import ONE, Desk, Driver, FailingReader, First, GatedReader

from interviewer.record.draft import Draft
from interviewer.record.errors import TranscriptError
from interviewer.record.facts import Answered, AnyFact, Asked, Assessed, AssessmentFailed, Stamped
from interviewer.record.record import State
from interviewer.record.transcript import Transcript
from interviewer.tui.messages import SessionOpened
from interviewer.tui.widgets import answer_box

FULL = "The disk is full: nothing could be added. Your answer is still in the box."


def _refuse(monkeypatch: pytest.MonkeyPatch, kind: type) -> list[bool]:
    """Make every append of one kind of fact fail, until the list is emptied."""
    refusing, append = [True], Transcript.append

    def full(self: Transcript, fact: AnyFact, *, durable: bool = True) -> Stamped:
        if refusing and isinstance(fact, kind):
            raise TranscriptError(FULL)
        return append(self, fact, durable=durable)

    monkeypatch.setattr(Transcript, "append", full)
    return refusing


async def _asked(it: Driver) -> None:
    await it.start(ONE)
    await it.send("3 and 2")


async def test_a_reader_that_fails_costs_no_answer(desk: Desk) -> None:
    """The answer stays, is not rated, and the interview goes on."""
    async with desk.running(reader=FailingReader()) as it:
        await _asked(it)
        await it.send("I rang the yard myself")
        kinds = [type(item.fact) for item in it.session.interview.stamped]
        assert AssessmentFailed in kinds
        assert "the model [/] is gone" in it.said()
        assert it.session.interview.state is State.ASKING


async def test_a_second_send_while_reading_is_told(desk: Desk) -> None:
    """Sending again while the answer is read writes nothing; what is written meanwhile stays."""
    reader = GatedReader()
    async with desk.running(reader=reader) as it:
        await _asked(it)
        await it.paste("led, some.")
        await it.pilot.press("f9", "f9")
        assert "Reading your answer" in it.notice or "nothing in the box" in it.notice
        await it.paste("one more thing")
        await it.pilot.press("f9")
        assert "still being read" in it.notice
        assert it.box.text == "one more thing"
        reader.gate.set()
        await it.settle()
        answers = [x for x in it.session.interview.stamped if isinstance(x.fact, Answered)]
        assert len(answers) == 1
        assert it.box.text == "one more thing"


async def test_leaving_while_reading_is_safe(desk: Desk) -> None:
    """An interview left while its answer was read reads it again when it is taken up."""
    reader = GatedReader()
    async with desk.running(reader=reader) as it:
        await _asked(it)
        await it.paste("led, some.")
        await it.pilot.press("f9", "ctrl+o")
        assert it.at == "HomeScreen"
        reader.gate.set()
        await it.settle()
        await it.press("home", "enter")
        assert any(isinstance(item.fact, Assessed) for item in it.session.interview.stamped)
        assert reader.reads == 2


async def test_quitting_while_reading_is_safe(desk: Desk) -> None:
    """Quitting while an answer is read keeps the answer; it is read after a restart."""
    reader = GatedReader()
    async with desk.running(reader=reader) as it:
        await _asked(it)
        await it.paste("led, some.")
        await it.pilot.press("f9")
        await it.paste("and then")
        it.app.exit()
        await it.pilot.pause()
    reader.gate.set()
    async with desk.running(First(resume="")) as it:
        record = it.session.interview.record
        assert record.turns[0].answer == "led, some."
        assert record.turns[0].assessment is not None
        assert it.box.text == "and then"


async def test_a_draft_is_saved_while_typing_and_restored(desk: Desk) -> None:
    """A moment after a pause in typing the draft is on the disk; taking up again restores it."""
    async with desk.running() as it:
        await _asked(it)
        folder, interview = desk.transcripts, it.session.id
        it.drafted.clear()
        await it.paste("half an answ")
        await asyncio.wait_for(it.drafted.wait(), 5)
        await it.pilot.pause()
        assert Draft(folder, interview).load() == (1, "half an answ")
        await it.pilot.press("ctrl+o")
        await it.press("home", "enter")
        assert it.box.text == "half an answ"
        await it.press("f9")
        assert Draft(folder, interview).load() is None


async def test_a_draft_is_saved_at_once_on_leaving(desk: Desk) -> None:
    """Leaving does not wait for the pause in typing."""
    async with desk.running() as it:
        await _asked(it)
        interview = it.session.id
        it.box.put("not sent")
        await it.pilot.press("ctrl+o")
        assert Draft(desk.transcripts, interview).load() == (1, "not sent")


async def test_a_draft_that_was_sent_does_not_come_back(desk: Desk) -> None:
    """A draft that equals an answer was sent before the program was killed; it is dropped."""
    with desk.made() as session:
        session.interview.rate_self(3, 3)
        session.interview.answer("sent already")
        Draft(desk.transcripts, session.id).save("sent already", 1)
    async with desk.running(First(resume="")) as it:
        assert it.box.text == ""


async def test_a_full_disk_leaves_the_answer_in_the_box(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If an answer can't be saved, it stays in the box, and can be sent when there is room."""
    async with desk.running() as it:
        await _asked(it)
        refusing = _refuse(monkeypatch, Answered)
        await it.send("led, some.")
        assert "The disk is full" in it.notice
        assert it.box.text == "led, some."
        refusing.clear()
        await it.press("f9")
        assert it.box.text == ""
        assert it.session.interview.record.turns[0].answer == "led, some."


@pytest.mark.parametrize("kind", [Assessed, Asked])
async def test_a_disk_that_fills_up_between_is_gone_on_from(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, kind: type
) -> None:
    """If the interviewer's own facts can't be saved, ctrl+r goes on when there is room."""
    async with desk.running() as it:
        await it.start(ONE)
        refusing = _refuse(monkeypatch, kind)
        await it.send("3 and 2")
        if kind is Assessed:
            await it.send("led, some.")
        assert "The disk is full" in it.notice
        assert "press ctrl+r to go on" in it.notice
        assert it.box.text == ""
        assert "Go on" in it.footer()
        refusing.clear()
        await it.press("ctrl+r")
        assert it.session.interview.record.awaiting


async def test_a_draft_that_can_not_be_saved_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The candidate hears of it, and what was typed stays."""

    def full(self: Draft, text: str, turn: int) -> None:
        raise TranscriptError("The disk is full: saving what you have typed did not work.")

    async with desk.running() as it:
        await _asked(it)
        monkeypatch.setattr(Draft, "save", full)
        it.box.put("typed")
        it.box.keep()
        await it.pilot.pause()
        assert "saving what you have typed" in it.notice
        assert it.box.text == "typed"


@pytest.mark.parametrize("key", ["ctrl+o", "ctrl+q"])
async def test_leaving_with_words_that_can_not_be_saved_asks_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """With a full disk the first try stays, says how to leave, and loses nothing."""
    async with desk.running() as it:
        await _asked(it)
        _refuse_drafts(monkeypatch)
        await it.paste("half a sentence")
        for more in ("", " more"):
            await it.paste(more)
            await it.press(key)
            it.box.keep()
            await it.pilot.pause()
            assert it.at == "InterviewScreen"
            assert f"Press {key} again to leave without it" in it.notice
        assert it.box.text == "half a sentence more"
        await it.pilot.press(key)
        await it.pilot.pause()
        assert it.app._exit if key == "ctrl+q" else it.at == "HomeScreen"


async def test_quitting_from_a_dialogue_shows_what_could_not_be_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dialogue over the interview makes way for the sentence that says why it stays open."""
    async with desk.running() as it:
        await _asked(it)
        _refuse_drafts(monkeypatch)
        await it.paste("half a sentence")
        await it.press("f1", "ctrl+q")
        assert it.at == "InterviewScreen"
        assert "Press ctrl+q again" in it.notice


async def test_going_on_after_a_stop_keeps_what_is_in_the_box(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ctrl+r with words that can't be saved stays as well."""
    async with desk.running() as it:
        await _asked(it)
        _refuse(monkeypatch, Assessed)
        await it.send("led, some.")
        _refuse_drafts(monkeypatch)
        await it.paste("and more")
        await it.press("ctrl+r")
        assert "Press ctrl+r again to leave without it" in it.notice
        assert it.box.text == "and more"


def _refuse_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Draft, text: str, turn: int) -> None:
        raise TranscriptError("The disk is full: saving what you have typed did not work.")

    monkeypatch.setattr(Draft, "save", full)


async def test_the_draft_is_saved_while_the_typing_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who never pauses has a draft too, a moment after the first key."""
    monkeypatch.setattr(answer_box, "DRAFT_AFTER", 600)
    async with desk.running() as it:
        await _asked(it)
        it.box.keep()
        await it.pilot.pause()
        it.drafted.clear()
        await it.pilot.press(*"on and on")
        await asyncio.wait_for(it.drafted.wait(), 5)
        await it.pilot.pause()
        saved = Draft(desk.transcripts, it.session.id).load()
        assert saved is not None and saved[1].startswith("on")


async def test_an_interview_that_is_open_elsewhere_can_be_read(desk: Desk) -> None:
    """A lock held elsewhere offers to read instead."""
    with desk.made() as session:
        async with desk.running(First(resume=session.id)) as it:
            assert it.at == "ConfirmScreen"
            assert "This interview is open in this program" in it.text(".dialogue Static")
            await it.press("tab", "enter")
            assert it.at == "ReadingScreen"
            assert "where would you put yourself" in it.said()


async def test_pressing_enter_twice_opens_one_interview(desk: Desk) -> None:
    """A second request while an interview is being opened is dropped."""
    async with desk.running() as it:
        from interviewer.tui.messages import StartRequested

        for _ in range(2):
            it.app.post_message(StartRequested(ONE, "toy"))
        await it.pilot.pause()
        await it.settle()
        assert len(list(desk.transcripts.glob("*.jsonl"))) == 1
        assert sum(isinstance(message, SessionOpened) for message in it.messages) == 1


async def test_a_broken_framework_is_told_in_sentences(desk: Desk) -> None:
    """Problems of framework files are shown in the set-up, a few of them, and nothing breaks."""
    place = desk.transcripts.parent / "broken" / "toy"
    place.mkdir(parents=True)
    (place / "framework.yaml").write_text("id: toy\ntitle: [\n")
    broken = Desk(desk.transcripts, place.parent)
    async with broken.running() as it:
        await it.press("n")
        assert it.at == "SetupScreen"
        assert "framework.yaml:" in it.text("#setup-says")
        await it.press("f9", "escape")
        assert it.at == "HomeScreen"


async def test_a_missing_frameworks_folder_is_told(desk: Desk) -> None:
    """A frameworks folder that is not there is a sentence."""
    missing = Desk(desk.transcripts, desk.transcripts.parent / "none")
    async with missing.running() as it:
        await it.press("n")
        assert "can't be read" in it.text("#setup-says")
