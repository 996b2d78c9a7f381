"""Help, scale, palette, keys and themes."""

from __future__ import annotations

import subprocess
import sys

from contrast import check_contrast
from driving import NARROW, ONE, WIDE, Desk

from interviewer.tui.app import InterviewerApp
from interviewer.tui.commands import commands_of


async def test_help_belongs_to_the_focused_thing(desk: Desk) -> None:
    """F1 on a field of the set-up tells about that field, elsewhere about the screen."""
    async with desk.running() as it:
        await it.press("f1")
        assert "Move with the up and down keys" in it.text("#help-text")
        await it.press("escape", "n")
        await it.press("f1")
        assert "The role that you have or want" in it.text("#help-text")
        await it.press("escape")
        it.app.screen.query_one("#candidate").focus()
        await it.press("f1")
        assert "You can leave it empty" in it.text("#help-text")


async def test_help_in_the_interview_lists_the_keys_that_work_now(desk: Desk) -> None:
    """In the answer box, F1 tells how to write and send, with the keys of this moment."""
    async with desk.running() as it:
        await it.start(ONE)
        await it.press("f1")
        assert "Enter begins a new line" in it.text("#help-text")
        assert "Ask what the question means" in it.text("#help-keys")
        assert "Another question" not in it.text("#help-keys")
        await it.press("f1")
        assert it.at == "InterviewScreen"


async def test_the_scale_tells_both_aspects_of_each_level(desk: Desk) -> None:
    """F2 shows 0 to 5 in words, and closes with the same key."""
    async with desk.running() as it:
        await it.start(ONE)
        await it.press("f2")
        text = it.text(".dialogue Static")
        assert "0  Not demonstrated" in text
        assert "Doing it: Does 5" in text
        assert "Knowing about it: Knows 5" in text
        await it.press("f2")
        assert it.at == "InterviewScreen"


async def test_the_palette_offers_what_the_keys_do(desk: Desk) -> None:
    """All commands of the moment are in the palette, and ending for good, which has no key."""
    async with desk.running() as it:
        await it.start(ONE)
        offered = {command.title for command in commands_of(it.app.screen)}
        assert {"Explain", "Repeat", "Skip", "Scale", "Pause", "End for good"} <= offered
        assert "Again" not in offered


async def test_the_palette_says_nothing_twice(desk: Desk) -> None:
    """A command whose explanation would be its name has none."""
    async with desk.running() as it:
        await it.start(ONE)
        assert all(command.title != command.help for command in commands_of(it.app.screen))


async def test_the_palette_changes_the_theme(desk: Desk) -> None:
    """The light look can be chosen from the palette."""
    async with desk.running() as it:
        await it.press("ctrl+p")
        await it.paste("theme")
        await it.settle()
        await it.press("enter")
        await it.paste("interviewer-light")
        await it.settle()
        await it.press("enter")
        assert it.app.theme == "interviewer-light"


async def test_every_key_has_an_id(desk: Desk) -> None:
    """Each of our bindings has an id, so that a keymap can move it."""
    async with desk.running() as it:
        it.app.set_keymap({"interview.scale": "ctrl+t"})
        await it.start(ONE)
        for node in (it.app.screen, it.box):
            own = type(node).BINDINGS
            assert all(getattr(binding, "id", None) for binding in own)
        await it.press("ctrl+t")
        assert it.at == "ScaleScreen"


async def test_all_text_has_enough_contrast(desk: Desk) -> None:
    """On every screen, in both looks, text stands out from its ground by 4.5 to 1 or more."""
    with desk.made() as session:
        session.interview.withdraw()
    async with desk.running(size=WIDE) as it:
        await check_contrast(it)
        await it.press("n")
        await check_contrast(it)
        await it.press("escape", "p")
        await check_contrast(it)
        await it.press("down", "enter")
        await check_contrast(it)
        await it.start(ONE)
        await it.send("3 2")
        await it.send("led, some.")
        await check_contrast(it)


async def test_the_footer_fits_in_eighty_columns(desk: Desk) -> None:
    """The keys of the interview can all be read at 80 columns."""
    async with desk.running(size=NARROW) as it:
        await it.start(ONE)
        await it.send("3 2")
        await it.send("I led the move to the new site myself, low.")
        keys = [w for w in it.app.screen.query("FooterKey") if "palette" not in str(w.render())]
        palette = it.app.screen.query("FooterKey.-command-palette").first()
        assert {"Send", "Skip", "Back", "Pause"} <= it.footer()
        assert max(w.region.right for w in keys if w is not palette) <= palette.region.x


def test_importing_the_app_brings_in_nothing_heavy() -> None:
    """Before the first paint there is Textual and the home screen, and nothing of the engine."""
    code = (
        "import sys, interviewer.tui.app; print([m for m in ('msgspec', 'yaml', 'transitions', "
        "'interviewer.domain', 'interviewer.session', 'interviewer.tui.screens.interview') "
        "if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


async def test_nothing_is_animated() -> None:
    """The app turns animation off, whatever the environment says."""
    app = InterviewerApp()
    async with app.run_test():
        assert app.animation_level == "none"
