"""Hostile text stays text: in answers, names, titles and files, on every screen."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from driving import ONE, WIDE, Desk
from msgspec.structs import replace
from toy_frameworks import HOSTILE_TITLE

from interviewer.record.record import State
from interviewer.tui.messages import StartRequested
from interviewer.tui.terminal import tolerate_any_bytes

HOSTILE = [
    "[/]",
    "[@click=app.quit]x[/]",
    "x[i]=y[0]",
    "[bold]not bold[/bold] $primary",
    "a\x1b[2Jb\x9b31mc",
    "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd",
    "👩‍👩‍👧‍👦 e\u0301 漢字",
    "[" * 10_000,
    "# Markdown\n- [x] list\n`code`",
]


async def test_a_hostile_answer_is_shown_as_it_is(desk: Desk) -> None:
    """The conversation makes nothing of an answer's characters."""
    async with desk.running() as it:
        await it.start(ONE)
        await it.send("3 2")
        for text in HOSTILE:
            await it.send(f"{text} led, some, explains")
            if it.session.interview.state is State.REFLECTING:
                await it.press("enter" if it.session.interview.plan.competences[1:] else "f5")
                await it.press("enter")
        for text in HOSTILE:
            shown = re.sub("[\x1b\x9b\u202e\u202c]", "", text)
            assert f"{shown} led, some, explains" in it.said()


async def test_hostile_quotes_in_the_results(desk: Desk) -> None:
    """Quotes in the results are text too."""
    async with desk.running(size=WIDE) as it:
        await it.start(replace(ONE, aspects=ONE.aspects[:1]))
        await it.send("3")
        await it.answer_until_results("x[i]=y[0] [/] supervised, high.")
        assert '"x[i]=y[0] [/] supervised, high."' in it.text("ResultsPanel Static")


async def test_a_hostile_title_is_shown_as_it_is(desk: Desk) -> None:
    """A role's and a competence's title are text in the set-up, the heading and the lists."""
    async with desk.running() as it:
        await it.press("n")
        role = it.app.screen.query_one("#role")
        role.value = "hostile"  # type: ignore[attr-defined]
        await it.pilot.pause()
        await it.press("f9")
        assert "x[i]=y[0]" in it.text("#heading")
        await it.press("ctrl+o")
        assert HOSTILE_TITLE in it.options("#recent")[0]
        assert HOSTILE_TITLE in it.options("#choices")[0]


async def test_a_hostile_name_is_shown_as_it_is(desk: Desk) -> None:
    """A candidate's name is text in the lists and above the transcript."""
    name = "[@click=app.quit]Eve[/]\x1b[31m\nsecond"
    with desk.made(replace(ONE, candidate=name)):
        pass
    async with desk.running() as it:
        assert "[@click=app.quit]Eve[/]" in it.options("#recent")[0]
        assert "\x1b" not in it.options("#recent")[0]
        await it.press("p")
        assert "[@click=app.quit]Eve[/]" in it.options("#past-list")[0]
        await it.press("down", "enter")
        assert "Eve[/] second" in it.text("#reading-head")


async def test_a_hostile_folder_name_is_shown_as_it_is(desk: Desk, tmp_path: Path) -> None:
    """A path in an error is text."""
    there = Desk(tmp_path / "[bold] [@click=app.quit]x", desk.frameworks)
    there.transcripts.write_text("")
    async with there.running() as it:
        assert "[@click=app.quit]x" in it.text("#recent-title")
        it.app.post_message(StartRequested(ONE, "toy"))
        await it.pilot.pause()
        await it.settle()
        assert it.at == "SetupScreen"
        assert "[@click=app.quit]x" in it.text("#setup-says")


def test_bytes_that_are_no_text_do_not_end_the_app() -> None:
    """A terminal that sends other encodings gets replacement characters, not a crash."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    tolerate_any_bytes()
    decoder = linux_driver.getincrementaldecoder("utf-8")()
    assert decoder.decode(b"a\xff\xc3") + decoder.decode(b"\xa9") == "a\ufffd\u00e9"
