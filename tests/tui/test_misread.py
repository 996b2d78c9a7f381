"""F4 at the results: what was misread, and why."""

from __future__ import annotations

import pytest
from driving import ONE, Desk, Driver
from textual.widgets import Select, SelectionList, TextArea

from interviewer.domain import Aspect
from interviewer.engine.plan import Options
from interviewer.record.record import State

HOSTILE = "I led it, [bold]not[/] Ann [/] \x1b[31mred"


async def _at_results(it: Driver, options: Options = ONE) -> None:
    await it.start(options)
    await it.send("3 and 2")
    await it.answer_until_results("It was mine, led, some. It explains why.")


async def test_a_reason_is_kept_beside_the_rating(desk: Desk) -> None:
    """F4, the aspect, a reason, F9: it stands in the record and in the conversation as typed."""
    async with desk.running() as it:
        await _at_results(it)
        before = it.session.interview.record.ratings
        await it.press("f4")
        assert it.at == "ChooseScreen"
        await it.press("down", "enter")
        assert it.at == "ReasonScreen"
        it.app.screen.query_one(TextArea).text = HOSTILE
        await it.press("f9")
        record = it.session.interview.record
        assert [(each.aspect, each.reason) for each in record.misread] == [
            (Aspect.KNOWLEDGE, HOSTILE)
        ]
        assert record.ratings == before
        assert record.state is State.REFLECTING
        assert "This was misread, about what I know: I led it, [bold]not[/] Ann [/]" in it.said()


async def test_an_empty_reason_is_not_taken(desk: Desk) -> None:
    """It says so, and Escape leaves everything as it was."""
    async with desk.running() as it:
        await _at_results(it)
        await it.press("f4")
        await it.press("enter")
        await it.press("f9")
        assert it.at == "ReasonScreen"
        assert "Write a few words first" in it.text("#reason-says")
        await it.press("escape")
        assert it.at == "InterviewScreen"
        assert it.session.interview.record.misread == ()


async def test_with_one_aspect_it_asks_for_the_reason_at_once(desk: Desk) -> None:
    """There is nothing to choose."""
    async with desk.running() as it:
        await it.start(Options(competences=(1,), length="short", aspects=(Aspect.APPLICATION,)))
        await it.send("3")
        await it.answer_until_results("It was mine, led, some.")
        await it.press("f4")
        assert it.at == "ReasonScreen"


async def test_f4_repeats_the_question_while_one_stands(desk: Desk) -> None:
    """The key means one thing at a time."""
    async with desk.running() as it:
        await it.start(ONE)
        await it.send("3 and 2")
        await it.press("f4")
        assert it.at == "InterviewScreen"
        assert it.session.interview.record.turns[0].repeated == 1


async def test_the_next_role_is_chosen_in_the_set_up(desk: Desk) -> None:
    """With a choice that can be left for later; it stands in the first fact."""
    async with desk.running() as it:
        await it.press("n")
        it.app.screen.query_one("#next", Select).value = "specialist"
        await it.pilot.pause()
        assert "You can leave the choice for later" in it.text("#strong-says")
        it.app.screen.query_one("#strong", SelectionList).select(3)
        await it.press("f9")
        opened = it.session.interview.record.opened
        assert (opened.profile, opened.next_profile) == ("officer", "specialist")
        wanted = {item.competence: item.application for item in opened.next_requirements}
        assert wanted == {1: 4, 2: 4}
        assert {item.competence: item.application for item in opened.requirements} == {1: 3, 2: 3}


@pytest.mark.parametrize("role", ["", "specialist"])
async def test_another_role_forgets_the_next_one(desk: Desk, role: str) -> None:
    """What came after one role need not come after another."""
    async with desk.running() as it:
        await it.press("n")
        it.app.screen.query_one("#next", Select).value = "hostile"
        await it.pilot.pause()
        it.app.screen.query_one("#role", Select).value = role
        await it.pilot.pause()
        assert it.app.screen.query_one("#next", Select).value == ""
