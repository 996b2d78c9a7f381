"""A whole interview by keyboard, and all that can be done in it beside answering."""

from __future__ import annotations

import asyncio

import pytest
from driving import ONE, WIDE, Desk, Driver, First, GatedReader
from textual.widgets import OptionList

from interviewer.domain import Act
from interviewer.engine.plan import Options
from interviewer.record import facts
from interviewer.record.record import State

LED = "I rang them and it was mine, led, some."
EXPLAINS = "It explains why."


async def _asked(it: Driver, options: Options = ONE) -> None:
    await it.start(options)
    await it.send("3 and 2")


async def _to_results(it: Driver) -> None:
    await it.answer_until_results(f"{LED} {EXPLAINS}")


async def test_a_whole_interview_by_keyboard(desk: Desk) -> None:
    """Self-rating, answers, probes, results, next competence, the end: all without a mouse."""
    async with desk.running() as it:
        await it.start(Options(competences=(1, 2), length="short"))
        assert "where would you put yourself" in it.said()
        await it.press(*"3 2", "ctrl+j")
        assert it.session.interview.state is State.ASKING
        await it.press(*"led", "enter", *"some", "f9")
        assert "led\nsome" in it.said()
        await _to_results(it)
        assert "Application   3 Competent" in it.said()
        assert "You said 3" in it.said()
        assert it.footer() >= {"Next", "Again", "Study", "So far"}
        await it.press("enter")
        assert "2 of 2" in it.text("#heading")
        await it.send("3 and 3")
        await _to_results(it)
        await it.press("f9", "ctrl+j")
        assert it.session.interview.state is State.REFLECTING
        await it.press("enter")
        assert it.session.interview.state is State.COMPLETE
        assert it.footer() == {"Help", "Scale", "Report", "Home"}
        await it.press("enter")
        assert it.at == "ReportScreen"
        await it.press("enter")
        assert it.at == "HomeScreen"
        assert "finished" in it.options("#recent")[0]


async def test_probes_take_up_what_was_said(desk: Desk) -> None:
    """A follow-up appears after an answer that leaves something open."""
    async with desk.running() as it:
        await _asked(it)
        await it.send("the group did it, group.")
        kinds = [type(item.fact) for item in it.session.interview.stamped]
        assert facts.Probed in kinds
        assert it.session.interview.state is State.PROBING


async def test_asking_back_by_key_and_by_typing(desk: Desk) -> None:
    """Asking back is never rated, whether by key or by typing, and the question still stands."""
    wanted = [Act.CLARIFY, Act.CLARIFY, Act.REPEAT, Act.REPEAT, Act.DONT_KNOW]
    async with desk.running() as it:
        await _asked(it)
        await it.press("f3")
        await it.send("what do you mean?")
        await it.press("f4")
        await it.send("/repeat")
        await it.press("ctrl+n")
        found = [item.fact for item in it.session.interview.stamped]
        remarks = [fact for fact in found if isinstance(fact, facts.Remarked)]
        assert [remark.act for remark in remarks] == wanted
        assert all(remark.reply in it.said() for remark in remarks)
        assert it.session.interview.record.turns[0].is_open
        await it.send("I don't know")
        assert it.session.interview.record.turns[0].skipped


@pytest.mark.parametrize("by", ["f8", "skip this one"])
async def test_skipping(desk: Desk, by: str) -> None:
    """A skipped question is passed over and another subject comes up."""
    async with desk.running() as it:
        await _asked(it)
        await (it.press(by) if by == "f8" else it.send(by))
        assert it.session.interview.record.turns[0].skipped
        assert "leave that one" in it.said()


@pytest.mark.parametrize("by", ["ctrl+l", "/later"])
async def test_putting_off(desk: Desk, by: str) -> None:
    """A question that is put off comes back before the competence ends."""
    async with desk.running() as it:
        await _asked(it)
        await (it.press(by) if by == "ctrl+l" else it.send(by))
        assert it.session.interview.record.turns[0].deferred
        await it.send(EXPLAINS)
        for _ in range(6):
            if it.session.interview.record.current == 1:
                break
            await it.send(EXPLAINS)
        assert "come back to this one" in it.said()


@pytest.mark.parametrize("by", ["ctrl+g", "/back"])
async def test_going_back(desk: Desk, by: str) -> None:
    """Going back asks an earlier question again; the new answer stands in place of the old."""
    async with desk.running() as it:
        await _asked(it)
        await it.send("assisted, low.")
        await (it.press(by) if by == "ctrl+g" else it.send(by))
        assert it.session.interview.record.current == 1
        await it.send(LED)
        assert it.session.interview.record.turns[0].answer == LED


async def test_pausing(desk: Desk) -> None:
    """A pause goes home, says that all is saved, and lets the interview be taken up again."""
    async with desk.running() as it:
        await _asked(it)
        await it.press("ctrl+o")
        for _ in range(2):
            assert it.at == "HomeScreen"
            assert "Everything is saved" in it.text("#home-note")
            assert it.options("#choices")[0].startswith("Go on")
            await it.press("enter")
            assert it.session.interview.state is State.ASKING
            await it.send("/pause")
        assert it.at == "HomeScreen"


async def test_words_that_sound_like_a_pause_do_not_leave(desk: Desk) -> None:
    """Ordinary words that were read as a pause get a reply, and the interview stays."""
    async with desk.running() as it:
        await _asked(it)
        await it.send("let's pause")
        assert it.at == "InterviewScreen"
        assert "written is saved" in it.said()


async def test_a_pause_puts_its_interview_first(desk: Desk) -> None:
    """After a pause, the first line of home is chosen and goes on with that interview."""
    older, newer = desk.made(), desk.made()
    for made in (older, newer):
        made.close()
    async with desk.running(First(resume=older.id)) as it:
        await it.press("ctrl+o")
        choices = it.app.screen.query_one("#choices", OptionList)
        assert choices.has_focus and choices.highlighted == 0
        await it.press("enter")
        assert it.session.id == older.id


@pytest.mark.parametrize("key", ["f8", "ctrl+l", "ctrl+n"])
async def test_passing_over_a_question_does_not_leave_words_behind(desk: Desk, key: str) -> None:
    """With text in the box these keys do nothing but say what to do first."""
    async with desk.running() as it:
        await _asked(it)
        before = len(it.session.interview.stamped)
        await it.paste("half an answer")
        await it.press(key)
        assert "You have written something" in it.notice
        assert it.box.text == "half an answer"
        assert len(it.session.interview.stamped) == before


async def test_sending_goes_back_to_the_end(desk: Desk) -> None:
    """Page up and down in the box scroll the conversation; sending shows the latest again."""
    async with desk.running() as it:
        await _asked(it)
        for _ in range(6):
            await it.press("f4")
        talk = it.app.screen.query_one("#conversation")
        await it.press("pageup")
        assert it.box.has_focus and talk.scroll_y < talk.max_scroll_y
        await it.press("pagedown")
        assert talk.scroll_y == talk.max_scroll_y
        await it.press("pageup")
        await it.send("led, some.")
        assert talk.scroll_y == talk.max_scroll_y


async def test_page_keys_stay_in_a_long_text(desk: Desk) -> None:
    """A text that is longer than its box is paged through itself."""
    async with desk.running() as it:
        await _asked(it)
        for _ in range(6):
            await it.press("f4")
        talk = it.app.screen.query_one("#conversation")
        await it.paste("line\n" * 30)
        await it.press("pageup")
        assert talk.scroll_y == talk.max_scroll_y
        assert it.box.cursor_location[0] < 30


async def test_back_and_again_from_the_results(desk: Desk) -> None:
    """At the results, ctrl+g goes back to an answer, F5 asks for an aspect and puts a question."""
    async with desk.running() as it:
        await _asked(it)
        await _to_results(it)
        await it.press("ctrl+g")
        assert it.box.display and it.box.has_focus
        assert "Back to this one" in it.said()
        await _to_results(it)
        await it.press("f5")
        assert it.at == "ChooseScreen"
        await it.press("down", "enter")
        turn = it.session.interview.record.turn
        assert it.session.interview.state is State.ASKING
        assert turn is not None and turn.aspect == "knowledge"


async def test_withdrawing_asks_first(desk: Desk) -> None:
    """Ending for good is in the palette and asks; "keep it" changes nothing."""
    async with desk.running() as it:
        await _asked(it)
        await it.press("ctrl+p")
        await it.paste("end for good")
        await it.settle()
        await it.press("enter")
        assert it.at == "ConfirmScreen"
        await it.press("enter")
        assert it.session.interview.state is State.ASKING
        it.app.screen.action_withdraw()  # type: ignore[attr-defined]
        await it.pilot.pause()
        await it.press("tab", "enter")
        assert it.session.interview.state is State.WITHDRAWN
        assert not it.box.display
        await it.press("escape")
        assert it.at == "HomeScreen"


async def test_results_wait_for_what_is_being_written(desk: Desk) -> None:
    """If something stands in the box when the results come, the box and the text stay."""
    reader = GatedReader()
    async with desk.running(reader=reader) as it:
        await it.start(Options(competences=(1,), length="short", aspects=(facts.Aspect.KNOWLEDGE,)))
        await it.send("3")
        await it.paste("It explains, evaluates, originates, high.")
        await it.pilot.press("f9")
        await it.paste("and another thing")
        reader.gate.set()
        await it.settle()
        assert it.session.interview.state is State.REFLECTING
        assert it.box.display and it.box.text == "and another thing"
        before = len(it.session.interview.stamped)
        assert "Next" not in it.footer() and "Results" in it.footer()
        await it.press("enter", "f9")
        assert len(it.session.interview.stamped) == before
        assert "These are the results" in it.notice
        await it.press("escape")
        assert "Next" in it.footer() and "Results" not in it.footer()
        await it.press("enter")
        assert it.session.interview.state is not State.REFLECTING
        assert it.box.text == "and another thing\n"


async def test_nothing_to_send(desk: Desk) -> None:
    """Sending an empty box writes nothing and says so."""
    async with desk.running() as it:
        await _asked(it)
        before = len(it.session.interview.stamped)
        await it.press("f9")
        assert len(it.session.interview.stamped) == before
        assert "nothing in the box" in it.notice


async def test_an_unknown_command_stays_in_the_box(desk: Desk) -> None:
    """A /command that does not exist is told, and stays to be mended."""
    async with desk.running() as it:
        await _asked(it)
        await it.send("/skipp")
        assert "There is no /skipp" in it.notice
        assert it.box.text == "/skipp"


async def test_an_answer_that_is_too_long_stays_in_the_box(desk: Desk) -> None:
    """Above 20,000 characters nothing is sent, the sentence says why, and the text stays."""
    async with desk.running() as it:
        await _asked(it)
        await it.send("x" * 20_001)
        assert "20,001 characters" in it.notice
        assert len(it.box.text) == 20_001
        assert it.session.interview.state is State.ASKING


async def test_a_huge_paste_is_refused(desk: Desk) -> None:
    """A paste of a megabyte leaves the box as it was and is told."""
    async with desk.running() as it:
        await _asked(it)
        await it.paste("mine ")
        await it.paste("x" * 1_000_000)
        assert it.box.text == "mine "
        assert "1,000,000 characters" in it.notice


async def test_the_panel_shows_quotes_and_no_level(desk: Desk) -> None:
    """In a wide terminal, the words that count stand beside the conversation, without a level."""
    async with desk.running(size=WIDE) as it:
        await _asked(it)
        await it.send("it was led by me.")
        panel = it.text("#evidence Static")
        assert '"it was led by me."' in panel
        assert "your own responsibility" in panel
        assert "Competence 1 of 1" in panel
        assert "Competent" not in panel


async def test_the_panel_comes_and_goes_with_the_width(desk: Desk) -> None:
    """At 100 columns and more the panel is there; in a narrow terminal it makes way."""
    async with desk.running() as it:
        await _asked(it)
        panel = it.app.screen.query_one("#evidence")
        assert not panel.display
        await it.pilot.resize_terminal(*WIDE)
        await it.pilot.pause()
        assert panel.display
        await it.pilot.resize_terminal(80, 24)
        await it.pilot.pause()
        assert not panel.display
        assert "what did you do?" in it.said()


async def test_the_conversation_stays_at_its_end_until_it_is_scrolled(desk: Desk) -> None:
    """New lines are in view; after the reader scrolls up, the place is kept."""
    async with desk.running() as it:
        await _asked(it)
        for _ in range(6):
            await it.press("f4")
        talk = it.app.screen.query_one("#conversation")
        assert talk.scroll_y == talk.max_scroll_y
        talk.scroll_to(y=2, animate=False)
        await it.pilot.pause()
        await it.press("f4")
        assert talk.scroll_y == 2


async def test_only_new_lines_are_mounted(desk: Desk) -> None:
    """A new line leaves the lines that are there alone."""
    async with desk.running() as it:
        await _asked(it)
        talk = it.app.screen.query_one("#conversation")
        before = list(talk.children)
        await it.press("f4")
        assert list(talk.children)[: len(before)] == before
        assert len(talk.children) == len(before) + 1


async def test_a_long_sentence_is_shown_whole(desk: Desk) -> None:
    """At the results, the sentence that answers F9 has both its lines."""
    reader = GatedReader()
    reader.gate.set()
    async with desk.running(reader=reader) as it:
        await _asked(it)
        while it.session.interview.state is not State.REFLECTING:
            it.box.put("")
            reader.gate.clear()
            await it.paste(f"{LED} {EXPLAINS}")
            await it.pilot.press("f9")
            await it.paste("and another thing")
            reader.gate.set()
            await it.settle()
        await it.press("f9")
        assert it.app.screen.query_one("#notice").size.height == 2


async def test_the_reader_is_made_ready_when_something_is_written(desk: Desk) -> None:
    """Once, and not before: who only looks round needs no memory for it."""
    async with desk.running() as it:
        await it.start()
        made: list[None] = []
        it.session.prepare = lambda: made.append(None)  # type: ignore[method-assign]
        await it.pilot.pause()
        assert made == []
        it.drafted.clear()
        await it.press("3")
        await asyncio.wait_for(it.drafted.wait(), 10)
        await it.press("space", "2")
        await it.settle()
        assert made == [None]
