"""The report: its ways in and out, what it shows, and its export."""

from __future__ import annotations

import os
import shutil
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from contrast import check_contrast
from driving import NARROW, ONE, WIDE, Desk, Driver
from held_for_reports import ID, SHIPPED, hold, write_development
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input, OptionList
from toys import ToyReader

from interviewer import session
from interviewer.domain import Aspect
from interviewer.engine.plan import Options
from interviewer.tui import background
from interviewer.tui.app import First, InterviewerApp
from interviewer.tui.messages import ReportRequested
from interviewer.tui.screens import sections
from interviewer.tui.screens.report import ReportPage
from interviewer.tui.widgets.answer_box import AnswerBox
from interviewer.tui.widgets.report_section import ReportSection

PATIENCE = 400  # refreshes
TWO = Options(profile="officer", next_profile="specialist", competences=(1, 2), length="short")


@pytest.fixture
def own(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with frameworks that a test may write into, and steps for two competences."""
    frameworks = shutil.copytree(desk.frameworks, tmp_path / "own-frameworks")
    own = Desk(transcripts=desk.transcripts, frameworks=frameworks)
    for competence in (1, 2):
        write_development(own, competence)
    return own


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder of the test's own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def _open(it: Driver, interview: str = ID) -> None:
    it.app.post_message(ReportRequested(interview))
    await it.pilot.pause()
    await it.settle()
    assert it.at == "ReportScreen"
    contents = it.app.screen.query_one("#report-contents", OptionList)
    for _ in range(PATIENCE):  # on a busy machine the sections come one after the other
        if len(it.app.screen.query(ReportSection)) == contents.option_count:
            break
        await it.pilot.pause()
    await it.pilot.pause()


async def _to_results(it: Driver, options: Options = ONE) -> None:
    await it.start(options)
    await it.send("3 and 2")
    await it.answer_until_results("It was mine, led, some. It explains why.")


def _page(it: Driver) -> ReportPage:
    return it.app.screen.query_one(ReportPage)


# --- in and out -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_after_the_end_enter_opens_it_and_it_leads_home(desk: Desk, key: str) -> None:
    """Enter shows the report in place of going home at once; either key then goes home."""
    async with desk.running() as it:
        await _to_results(it)
        await it.press("enter")
        assert {"Report", "Home"} <= it.footer()
        await it.press("enter")
        assert it.at == "ReportScreen"
        assert "Complete: the planned competence was talked about." in it.text("#report-about")
        assert {"Home", "Export"} <= it.footer()
        assert "Back" not in it.footer()
        await it.press(key)
        assert it.at == "HomeScreen"


async def test_after_the_end_escape_goes_home_without_it(desk: Desk) -> None:
    """Nobody must read the report; the way home is as short as before."""
    async with desk.running() as it:
        await _to_results(it)
        await it.press("enter", "escape")
        assert it.at == "HomeScreen"


async def test_enter_twice_opens_one_report(desk: Desk) -> None:
    """What is asked for twice before it is there comes once."""
    async with desk.running() as it:
        await _to_results(it)
        await it.press("enter")
        for _ in range(2):
            it.app.screen.action_report()  # type: ignore[attr-defined]
        await it.pilot.pause()
        await it.settle()
        names = [type(each).__name__ for each in it.app.screen_stack]
        assert names.count("ReportScreen") == 1


async def test_at_the_results_f7_shows_it_so_far(desk: Desk) -> None:
    """It comes back to the results; Enter there does nothing else than to stay."""
    async with desk.running() as it:
        await _to_results(it, replace(ONE, competences=(1, 2)))
        await it.press("f7")
        assert it.at == "ReportScreen"
        assert "Not finished: one of two planned competences" in it.text("#report-about")
        assert "Not talked about" in it.text()
        await it.press("enter")
        assert it.at == "ReportScreen"
        await it.press("escape")
        assert it.at == "InterviewScreen"
        assert "So far" in it.footer()


async def test_while_a_question_stands_there_is_no_report(desk: Desk) -> None:
    """What was heard is told when a competence is finished, not before."""
    async with desk.running() as it:
        await it.start(ONE)
        await it.send("3 and 2")
        assert "So far" not in it.footer()
        it.app.screen.query_one("#conversation").focus()
        await it.press("f7")
        assert it.at == "InterviewScreen"


async def test_from_reading_r_opens_it_and_escape_comes_back(desk: Desk) -> None:
    """Any past interview has a report."""
    hold(desk)
    async with desk.running() as it:
        await it.press("p", "down", "enter")
        assert "Report" in it.footer()
        await it.press("r")
        assert it.at == "ReportScreen"
        assert "Back" in it.footer()
        assert "Report on the interview of 1 March 2026" in it.text("#report-title")
        await it.press("escape")
        assert it.at == "ReadingScreen"


@pytest.mark.parametrize("ended", [False, True], ids=["left", "ended early"])
async def test_an_interview_that_was_left_has_one(desk: Desk, ended: bool) -> None:
    """It says how far it went, and that there is nothing to plan from where that is so."""
    with desk.made() as made:
        made.interview.rate_self(3, 2)
        if ended:
            made.interview.withdraw()
    async with desk.running() as it:
        await _open(it, made.id)
        told = "Ended early by the candidate" if ended else "Not finished"
        assert f"{told}: none of one planned competences" in it.text("#report-about")
        assert "Nothing to show yet" in it.text()
        assert "There is nothing to plan from yet" in it.text()


async def test_a_damaged_one_gets_a_sentence(desk: Desk) -> None:
    """No figures that nobody can vouch for; nothing to export, and a way back."""
    hold(desk)
    path = desk.transcripts / f"{ID}.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"{not json [/]\n", *lines[3:]]))
    async with desk.running() as it:
        await _open(it)
        assert it.notice.startswith(f"! There is no report on {ID}, since its transcript is")
        assert "line 3 is not JSON" in it.notice
        await it.press("e", "s", "1")
        assert it.at == "ReportScreen"
        assert "Export" not in it.footer()
        await it.press("escape")
        assert it.at == "HomeScreen"


async def test_without_the_framework_there_is_still_a_report(own: Desk) -> None:
    """What was heard stands in the transcript; what is missing is told."""
    hold(own)
    shutil.rmtree(own.frameworks / "toy")
    async with own.running() as it:
        await _open(it)
        assert it.notice.startswith("! Some texts are missing from this report: ")
        assert "3 Competent" in it.text()


async def test_a_long_wait_is_explained(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a moment it says what is being done, and no more when that is done."""
    hold(desk)
    gate = threading.Event()
    made = background.saved_report

    def slow(*arguments: Any) -> Any:
        gate.wait(20)
        return made(*arguments)

    monkeypatch.setattr(background, "saved_report", slow)
    monkeypatch.setattr(sections, "MOMENT", 0.001)
    async with desk.running() as it:
        it.app.post_message(ReportRequested(ID))
        for _ in range(50):
            await it.pilot.pause()
            if it.at == "ReportScreen" and it.notice:
                break
        assert it.notice == "Putting the report together ..."
        gate.set()
        await it.settle()
        await it.pilot.pause()
        assert it.notice == ""
        assert "Where you stand" in it.text()


# --- what it shows --------------------------------------------------------------------------------


async def test_the_sections_in_order(own: Desk) -> None:
    """Where one stands comes first, where it comes from last."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        assert it.text(".section-title").split("\n") == [
            "1  Where you stand",
            "2  Strengths",
            "3  How you placed yourself",
            "4  What to do next",
            "5  Still to be answered",
            "6  About this report",
        ]


async def test_a_bar_has_its_marks_as_letters_and_in_words(own: Desk) -> None:
    """Without colour, and for whoever does not read bars, it says the same."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        bars = it.text(".bar").split("\n")
        assert bars[0].startswith("Application ")
        assert all(letter in bars[0] for letter in "YRN█")
        assert "heard  Y you said  R required  N next role" in it.text()
        assert "You said 3, required 3, next role 4." in it.text(".under")
        assert "for the next role gap small, 1 level" in it.text(".under")


async def test_the_plan_starts_from_what_was_said(own: Desk) -> None:
    """Each step has one's own words, the next level, what to do, a question and a day."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        plan = it.text("#section-4 Static")
        assert "I held the list of those who had to agree" in plan
        assert "The next level: You run application" in plan
        assert "Ask somebody who has done application 3 to look on" in plan
        assert "Ask your mentor: What would you do first in application" in plan
        assert "Look again: 12 April 2026." in plan


async def test_ones_own_view_stands_beside_what_was_heard(own: Desk) -> None:
    """Aspect by aspect, with how far they are apart."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        view = it.text("#section-3 Static")
        assert "Scope, application: you said 2, 2 was heard: the same" in view
        assert "Scope, knowledge: you said 2, 3 was heard: one level lower" in view


async def test_what_was_misread_stands_there_as_it_was_written(desk: Desk) -> None:
    """With the reason, which is text whatever it looks like."""
    async with desk.running() as it:
        await _to_results(it)
        it.session.interview.misread(Aspect.APPLICATION, "x[i]=y[0] [/] \x1b[31mred")
        await it.press("f7")
        assert "What you found misread" in it.text(".section-title")
        assert "application: x[i]=y[0] [/] red" in it.text()


async def test_hostile_text_is_shown_as_it_is(desk: Desk) -> None:
    """Names, titles and quotes are never read as markup, and links do nothing."""
    name = "[@click=app.quit]Eve[/]\x1b[2J\u202e"
    said = "[bold]I[/] ran x[i]=y[0] [/] led, some."
    hold(desk, Options(profile="hostile", candidate=name, length="short"), [said])
    async with desk.running(size=WIDE) as it:
        await _open(it)
        about = it.text("#report-about")
        assert about.startswith("[@click=app.quit]Eve[/], [/] Role [@click=app.quit]x[/]. ")
        assert "6  x[i]=y[0]" in it.text(".heading")
        assert '"[bold]I[/] ran x[i]=y[0] [/] led, some."' in it.text(".quote")
        assert "\x1b" not in it.text()


async def test_coverage_of_a_standard_by_duty(desk: Desk) -> None:
    """Each duty with what was evidenced, touched and not yet, each statement with its turns."""
    shipped = Desk(desk.transcripts, SHIPPED)
    hold(
        shipped, Options(profile="st0310-1.4", competences=(12,), length="short"), framework="apm-2"
    )
    async with shipped.running() as it:
        await _open(it)
        coverage = it.text("#section-5 Static")
        assert coverage.startswith("5  Coverage of the role\nAssociate Project Manager")
        assert "Duty by duty\n1. Support the project team" in coverage
        assert "Not yet: " in coverage
        assert "(turn" in coverage


async def test_coverage_of_a_band_by_area(desk: Desk) -> None:
    """Entry and qualifications of the band and the next, then area by area what both do."""
    shipped = Desk(desk.transcripts, SHIPPED)
    role = Options(profile="nhs-pmo-band-7", competences=(12,), length="short")
    hold(shipped, role, framework="apm-2")
    async with shipped.running() as it:
        await _open(it)
        coverage = it.text("#section-5 Static")
        assert "Band 7, your role\nComplexity: Low\nEntry: For project people" in coverage
        assert "Band 8A, the next one" in coverage
        assert "Qualifications listed: " in coverage
        assert ": not yet\nBand 7: " in coverage


# --- moving about ---------------------------------------------------------------------------------


async def test_numbers_go_to_sections(own: Desk) -> None:
    """The number before a heading is its key; a number without a section does nothing."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        await it.press("4")
        top = _page(it).scroll_y
        assert it.app.screen.query_one("#section-4").virtual_region.y - top in (0, 1)
        await it.press("9")
        assert _page(it).scroll_y == top
        await it.press("1")
        assert _page(it).scroll_y < top


async def test_s_lists_the_sections(own: Desk) -> None:
    """In a narrow terminal too; Escape leaves the page where it was."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        assert not it.app.screen.query_one("#report-contents").display
        await it.press("s", "escape")
        assert _page(it).scroll_y == 0
        await it.press("s", "down", "down", "down", "enter")
        assert it.at == "ReportScreen"
        assert it.app.screen.query_one("#section-4").virtual_region.y - _page(it).scroll_y in (0, 1)


async def test_in_a_wide_terminal_the_contents_stand_beside_the_page(own: Desk) -> None:
    """Enter or a click goes there; the line is marked where the page stands."""
    hold(own, TWO)
    async with own.running(size=WIDE) as it:
        await _open(it)
        contents = it.app.screen.query_one("#report-contents", OptionList)
        assert contents.display
        assert _page(it).has_focus
        await it.press("4")
        assert contents.highlighted == 3
        await it.press("shift+tab", "up", "enter")
        assert _page(it).has_focus
        assert it.app.screen.query_one("#section-3").virtual_region.y - _page(it).scroll_y in (0, 1)
        await it.pilot.click("#report-contents", offset=(3, 1))
        await it.settle()
        assert it.app.screen.query_one("#section-1").virtual_region.y >= _page(it).scroll_y


async def test_nothing_is_cut_in_eighty_columns(own: Desk) -> None:
    """No line of the page is wider than its room."""
    hold(own, TWO)
    async with own.running(size=NARROW) as it:
        await _open(it)
        page = _page(it)
        assert page.max_scroll_x == 0
        for widget in page.query("ReportSection Static"):
            assert widget.region.right <= page.content_region.right
            assert widget.virtual_size.width <= page.content_region.width
        bars = it.text(".bar").split("\n")
        assert max(map(len, bars)) <= page.content_region.width


async def test_help_explains_bars_and_keys(own: Desk) -> None:
    """F1 tells what the letters mean and which keys there are."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        await it.press("f1")
        assert "the letters mark what you said" in it.text("#help-text")
        assert "1-9           Go to the section with that number" in it.text("#help-keys")
        assert "Write the report to a file" in it.text("#help-keys")


# --- export ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "suffix", "begins"),
    [(["enter"], "md", "# Interview report"), (["down", "f9"], "html", "<!DOCTYPE html>")],
)
async def test_it_is_written_to_the_current_folder(
    own: Desk, here: Path, keys: list[str], suffix: str, begins: str
) -> None:
    """In either format, for the owner's eyes alone, and it says where."""
    hold(own, TWO)
    async with own.running(size=WIDE) as it:
        await _open(it)
        await it.press("e")
        assert it.at == "ExportScreen"
        await it.press(*keys)
        (path,) = here.iterdir()
        assert path.name == f"{ID}.{suffix}"
        assert it.notice == f"The report was written to {path}"
        assert path.read_text(encoding="utf-8").startswith(begins)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_nothing_is_replaced_without_asking(own: Desk, here: Path) -> None:
    """Keeping it is the first answer; replacing it takes another key."""
    hold(own, TWO)
    there = here / f"{ID}.md"
    there.write_text("mine")
    async with own.running() as it:
        await _open(it)
        await it.press("e", "enter")
        assert it.at == "ConfirmScreen"
        await it.press("enter")
        assert there.read_text() == "mine"
        assert it.notice == ""
        await it.press("e", "enter", "right", "enter")
        assert there.read_text(encoding="utf-8").startswith("# Interview report")
        assert [each.name for each in here.iterdir()] == [there.name]


async def test_another_file_or_folder_can_be_typed(own: Desk, here: Path) -> None:
    """A name is in the current folder; a folder gets a file of the usual name."""
    hold(own, TWO)
    (here / "[b] folder").mkdir()
    async with own.running(size=WIDE) as it:
        await _open(it)
        for typed, wanted in (
            ("mine.txt", "mine.txt"),
            ("[b] folder", f"[b] folder/{ID}.html"),
        ):
            await it.press("e", "down")
            it.app.screen.query_one("#export-path", Input).value = typed
            await it.press("f9")
            assert (here / wanted).is_file()
            assert it.notice == f"The report was written to {here / wanted}"


async def test_the_name_follows_the_format_until_it_is_changed(own: Desk) -> None:
    """What somebody typed is never typed over."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        await it.press("e", "down")
        assert it.app.screen.query_one("#export-path", Input).value.endswith(".html")
        await it.press("up")
        assert it.app.screen.query_one("#export-path", Input).value.endswith(".md")
        it.app.screen.query_one("#export-path", Input).value = "mine"
        await it.press("down")
        assert it.app.screen.query_one("#export-path", Input).value == "mine"
        await it.press("escape")
        assert it.at == "ReportScreen"


@pytest.mark.parametrize(
    ("typed", "says"), [("  ", "Type the name"), ("no [/] such/a.md", "There is no folder")]
)
async def test_what_can_not_be_written_is_a_sentence(
    own: Desk, here: Path, typed: str, says: str
) -> None:
    """Nothing is written, and the report stays."""
    hold(own, TWO)
    async with own.running(size=WIDE) as it:
        await _open(it)
        await it.press("e")
        it.app.screen.query_one("#export-path", Input).value = typed
        await it.press("f9")
        told = it.text("#export-says") if it.at == "ExportScreen" else it.notice
        assert told.startswith(f"! {says}")
        assert not list(here.iterdir())


async def test_a_full_disk_leaves_nothing_behind(
    own: Desk, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says what happened; the file that was there stays as it was."""
    hold(own, TWO)
    there = here / f"{ID}.md"
    there.write_text("mine")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with own.running(size=WIDE) as it:
        await _open(it)
        monkeypatch.setattr(os, "replace", full)
        await it.press("e", "enter", "right", "enter")
        assert "The disk is full" in it.notice
        assert there.read_text() == "mine"
        assert [each.name for each in here.iterdir()] == [there.name]


# --- how it looks ---------------------------------------------------------------------------------


async def test_report_and_export_have_enough_contrast(own: Desk) -> None:
    """In both looks, with the contents beside the page and the results behind it."""
    async with own.running(size=WIDE) as it:
        await _to_results(it, TWO)
        await check_contrast(it)
        await it.press("f7")
        await check_contrast(it)
        await it.press("4")
        await check_contrast(it)
        await it.press("e")
        await check_contrast(it)


async def test_at_the_results_the_keys_fit_in_eighty_columns(desk: Desk) -> None:
    """What leads on from the results can all be read; the rest has its key and the palette."""
    async with desk.running(size=NARROW) as it:
        await _to_results(it, replace(ONE, competences=(1, 2)))
        assert {"Next", "Misread", "Again", "Study", "So far", "Pause"} <= it.footer()
        palette = it.app.screen.query_one("FooterKey.-command-palette")
        keys = [each for each in it.app.screen.query("FooterKey") if each is not palette]
        assert max(each.region.right for each in keys) <= palette.region.x
        await it.press("f2")
        assert it.at == "ScaleScreen"
        await it.press("escape", "ctrl+g")
        assert it.session.interview.record.turn is not None
        assert it.session.interview.record.awaiting


async def test_every_key_has_an_id(own: Desk) -> None:
    """So that a keymap can move it."""
    hold(own, TWO)
    async with own.running() as it:
        await _open(it)
        ids = [getattr(each, "id", None) for each in type(it.app.screen).BINDINGS]
        assert all(ids)
        assert len(set(ids)) == len(ids)


@pytest.fixture
def _same_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.secrets, "randbits", lambda bits: 7)


def _running(desk: Desk, first: First | None = None) -> InterviewerApp:
    return InterviewerApp(
        str(desk.transcripts), str(desk.frameworks), first or First(), lambda _: ToyReader()
    )


async def _settled(pilot: Pilot[None]) -> Driver:
    it = Driver(pilot.app, pilot)  # type: ignore[arg-type]
    await pilot.pause()
    await it.settle()
    for box in pilot.app.screen.query(AnswerBox):
        box.cursor_blink = False
    return it


@pytest.mark.parametrize("keys", [(), ("4",), ("s",)], ids=["top", "plan", "list"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_how_the_report_looks(
    own: Desk, snap_compare: Callable[..., bool], size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """Its beginning, and what to do next."""
    hold(own, replace(TWO, candidate="Zoë"))

    async def look(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await _open(it)
        await it.press(*keys)

    assert snap_compare(_running(own), terminal_size=size, run_before=look)


@pytest.mark.usefixtures("_same_questions")
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_how_the_results_of_a_competence_look(
    own: Desk, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """With a gap now and for the next role, and what is still to be answered."""

    async def talk(pilot: Pilot[None]) -> None:
        it = await _settled(pilot)
        await it.send("3 and 2")
        await it.answer_until_results("I wrote it up, assisted, low. It explains why we did so.")

    app = _running(own, First(options=TWO, framework="toy"))
    assert snap_compare(app, terminal_size=size, run_before=talk)
