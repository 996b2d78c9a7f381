"""What home tells of earlier interviews: what to do next, how far the role is covered, for whom."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from driving import NARROW, WIDE, Desk, Driver
from held import FAIR, FINE, GOOD, OFFICER, held
from msgspec.structs import replace
from textual.widgets import OptionList
from toy_frameworks import HOSTILE_TITLE

from interviewer.engine.plan import Options, open_fact
from interviewer.framework.loader import load
from interviewer.record import index as index_module
from interviewer.record.index import Index
from interviewer.tui import earlier
from interviewer.tui.earlier import Earlier, look_at_home, once_more
from interviewer.tui.messages import Indexing, InterviewsListed
from interviewer.tui.screens.home import HomeScreen

TODAY = date(2026, 11, 21)
BOB = replace(OFFICER, candidate="Bob")
MIXED = (FAIR, GOOD)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "today", lambda: TODAY)


def choice(it: Driver, label: str) -> str:
    """The line of home that begins so, or nothing."""
    rows = (" ".join(row.split()) for row in it.options("#choices"))
    return next((row for row in rows if row.startswith(label)), "")


async def choose(it: Driver, label: str) -> None:
    """Go to the line that begins so, by keyboard, and choose it."""
    choices = it.app.screen.query_one("#choices", OptionList)
    choices.focus()
    for _ in range(choices.option_count):
        option = choices.highlighted_option
        if option is not None and str(option.prompt).startswith(label):
            break
        await it.press("down")
    await it.press("enter")


async def test_what_is_due_opens_an_interview_on_it_in_the_same_role(desk: Desk) -> None:
    """Enter on what is due goes to an interview on that competence, for the same candidate."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        assert "Risk (application) since 13 Apr 2026, and 3 more" in choice(it, "Due again")
        await choose(it, "Due again")
        opened = it.session.interview.record.opened
        assert opened.competences == (1,)
        assert (opened.profile, opened.candidate) == ("officer", "Ann Example")


async def test_the_biggest_gap_has_a_line_where_nothing_is_due_yet(desk: Desk) -> None:
    """The gap is told in words, and its line opens an interview on it."""
    held(desk, "2026-11-19", answers=(FAIR,))
    async with desk.running() as it:
        assert not choice(it, "Due again")
        assert "rated 2 and the role asks for 3" in choice(it, "Biggest gap")
        await choose(it, "Biggest gap")
        assert it.session.interview.record.opened.competences == (1,)


async def test_the_same_thing_to_do_is_told_once(desk: Desk) -> None:
    """A gap that is due is not told a second time as the biggest."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        assert choice(it, "Due again") and not choice(it, "Biggest gap")


async def test_what_is_chosen_can_be_clicked(desk: Desk) -> None:
    """The mouse does what Enter does."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        await it.pilot.click("#choices", offset=(4, 0))
        await it.settle()
        assert it.session.interview.record.opened.competences == (1,)


async def test_lines_that_come_late_do_not_move_what_is_chosen(desk: Desk) -> None:
    """What is due comes above New interview, which stays chosen."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        option = it.app.screen.query_one("#choices", OptionList).highlighted_option
        assert option is not None and option.id == "new"


async def test_an_unfinished_interview_tells_how_far_it_has_come(desk: Desk) -> None:
    """The line to go on says how many competences are done."""
    held(desk, "2026-11-01", until=1)
    async with desk.running() as it:
        assert "Ann Example, Officer, 1 Nov 2026; 1 of 4 done" in choice(it, "Go on")


async def test_an_interview_without_a_role_is_known_by_its_competences(desk: Desk) -> None:
    """Lists say what it was about."""
    held(desk, "2026-05-01", Options(competences=(5, 2, 3), length="short"))
    async with desk.running() as it:
        assert "Transition and 2 more" in it.options("#recent")[0]
        await it.press("p")
        assert "Transition and 2 more" in it.options("#past-list")[0]


async def test_the_role_is_covered_as_far_as_its_competences_are_rated(desk: Desk) -> None:
    """Of the four competences of the role, met, below and not tried are told and drawn."""
    only = replace(OFFICER, competences=(1, 3))
    held(desk, "2026-05-01", only, (FAIR,))
    async with desk.running() as it:
        told = it.text("#coverage")
        assert "How much of the role is covered: Officer" in told
        assert "█ 1 met   ▒ 1 below   · 2 not tried yet" in told
        assert "████▒▒▒▒········" in told


async def test_one_aspect_alone_does_not_meet_a_competence(desk: Desk) -> None:
    """A competence of which only one aspect was talked about is begun."""
    alone = replace(OFFICER, competences=(1,), aspects=OFFICER.aspects[:1])
    held(desk, "2026-05-01", alone, (FINE,))
    async with desk.running() as it:
        assert "░ 1 begun   · 3 not tried yet" in it.text("#coverage")


async def test_without_a_role_there_is_nothing_to_cover(desk: Desk) -> None:
    """No bar is drawn where no role was ever chosen."""
    held(desk, "2026-05-01", Options(competences=(1,), length="short"))
    async with desk.running() as it:
        assert not it.app.screen.query_one("#coverage").display


async def test_several_candidates_are_told_apart(desk: Desk) -> None:
    """Home is about the latest candidate; c chooses another, and then it is about them."""
    held(desk, "2026-03-02", answers=(FAIR,))
    held(desk, "2026-04-02", BOB, (FINE,), until=2)
    async with desk.running() as it:
        assert it.text("#next-title") == "What to do next, Bob"
        assert not choice(it, "Due again")
        await it.press("c")
        assert it.options(".dialogue OptionList") == ["Bob", "Ann Example"]
        await it.press("down", "enter")
        assert it.text("#next-title") == "What to do next, Ann Example"
        assert choice(it, "Due again")
        assert "Officer, Ann Example" in it.text("#coverage")
        await it.press("h")
        assert it.text("#history-title") == "History of Ann Example"


async def test_one_candidate_is_not_asked_for(desk: Desk) -> None:
    """With one candidate there is no key to choose, and no name in the way."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        assert "Candidate" not in it.footer()
        assert it.text("#next-title") == "What to do next"
        await it.press("c")
        assert it.at == "HomeScreen"


async def test_hostile_names_and_titles_are_text(desk: Desk) -> None:
    """Neither a name nor the title of a role or a competence is ever markup."""
    hostile = Options(profile="hostile", length="short", candidate="[@click=app.quit]Eve[/]\x1b[2J")
    held(desk, "2026-03-02", hostile, (FAIR,))
    held(desk, "2026-03-01", replace(hostile, candidate="[/]"), (FAIR,))
    async with desk.running() as it:
        assert "x[i]=y[0] (application)" in choice(it, "Due again")
        assert HOSTILE_TITLE in it.text("#coverage")
        assert it.text("#next-title") == "What to do next, [@click=app.quit]Eve[/]"
        await it.press("c")
        assert it.options(".dialogue OptionList")[1] == "[/]"


# --- when the index is of no use ------------------------------------------------------------------


def _unfinished_and_newer(desk: Desk) -> None:
    """One to go on with, and more newer ones than are shown at once."""
    one = Options(competences=(1,), length="short", candidate="Ann Example")
    held(desk, "2026-01-01", replace(one, competences=(1, 2)), until=1)
    for day in range(1, earlier.AT_ONCE + 2):
        held(desk, f"2026-02-{day:02}", one)


async def test_a_broken_index_costs_only_what_needs_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong with it, home lists all interviews and offers to go on."""

    def broken(*_: object) -> None:
        raise RuntimeError("no index [/]")

    monkeypatch.setattr(Index, "refresh", broken)
    _unfinished_and_newer(desk)
    async with desk.running() as it:
        assert choice(it, "Go on")
        assert it.text("#recent-title") == "Recent interviews"
        await it.press("p")
        assert "10 interviews" in it.text("#past-note")
        await it.press("escape", "h")
        assert "no index [/]" in it.text("#history-wait")


async def test_a_damaged_index_is_made_anew(desk: Desk, cache_of_tests: Path) -> None:
    """Rubbish in place of the index is replaced, and home is complete."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        assert choice(it, "Due again")
    kept = _index_of(desk, cache_of_tests)
    kept.write_bytes(b"rubbish" * 1000)
    async with desk.running() as it:
        assert choice(it, "Due again")


async def test_a_locked_index_leaves_the_files(
    desk: Desk, cache_of_tests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program writes the index, the lists come from the files."""
    monkeypatch.setattr(index_module, "BUSY_SECONDS", 0.0)
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running():
        pass
    newer = held(desk, "2026-04-02", answers=(FAIR,), until=1)
    other = sqlite3.connect(_index_of(desk, cache_of_tests), isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        async with desk.running() as it:
            assert len(it.options("#recent")) == 2
            await choose(it, "Go on")
            assert it.session.id == newer
    finally:
        other.close()


def _index_of(desk: Desk, cache: Path) -> Path:
    with Index.open(desk.transcripts, cache) as index:
        kept = index._file
        assert kept is not None
        return kept


async def test_a_cache_that_cannot_be_kept_is_no_trouble(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in place of the cache folder leaves home as it is."""
    (tmp_path / "mine").write_text("")
    monkeypatch.setenv("INTERVIEWER_CACHE", str(tmp_path / "mine"))
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        assert choice(it, "Due again")


async def test_a_long_first_look_is_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While many interviews are read for the first time, home says how many, and then no more."""
    monkeypatch.setattr(index_module, "_BATCH", 1)
    for day in range(1, 4):
        held(desk, f"2026-03-0{day}", answers=(FAIR,))
    async with desk.running() as it:
        counted = [(m.done, m.of) for m in it.messages if isinstance(m, Indexing)]
        assert counted == [(1, 3), (2, 3), (3, 3)]
        progress = it.app.screen.query_one("#home-progress")
        assert not progress.display
        screen = it.app.screen
        assert isinstance(screen, HomeScreen)
        screen.show_progress(120, 1000)
        assert progress.display
        assert it.text("#home-progress") == "Reading earlier interviews: 120 of 1,000"


async def test_nobody_waits_for_the_first_look_to_end(desk: Desk) -> None:
    """Once the program is left, the index is no longer brought up to date."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        looking = Earlier(str(desk.transcripts), it.app)
        looking.close()
        made = look_at_home(looking, it.app.folders, 500, None, it.app)
        assert isinstance(made, InterviewsListed)
        assert not looking.ready


# --- the same role again --------------------------------------------------------------------------


def test_the_same_role_again_asks_for_the_same(desk: Desk) -> None:
    """Where a role leaves a choice, the new interview asks of the competence what was asked."""
    framework = load(desk.frameworks, "toy")
    first = Options(profile="specialist", choices=(3,), conditions={"programme": True})
    opened = open_fact(framework, replace(first, length="full"), "x", 7)
    for number, asked in ((1, 4), (3, 4), (4, 2), (5, 2)):
        again = open_fact(framework, once_more(opened, framework, number), "y", 7)
        (wanted,) = again.requirements
        assert (again.competences, wanted.application) == ((number,), asked)


async def test_a_role_that_is_gone_opens_the_set_up(desk: Desk, tmp_path: Path) -> None:
    """Where the competence is no longer there, the set-up says so."""
    held(desk, "2026-03-02", answers=(FAIR,))
    async with desk.running() as it:
        folder = tmp_path / "other"
        _without_risk(desk.frameworks / "toy", folder)
        it.app.folders = (it.app.folders[0], str(folder))
        await choose(it, "Due again")
        assert it.at == "SetupScreen"
        assert "There is no competence 1" in it.text("#setup-says")


def _without_risk(place: Path, to: Path) -> None:
    """A copy of the toy framework without its first competence."""
    shutil.copytree(place, to / "toy")
    for path in (to / "toy").rglob("01-*.yaml"):
        path.unlink()
    profiles = to / "toy" / "profiles.yaml"
    lines = profiles.read_text().splitlines()
    kept = [line for line in lines if "competence: 1," not in line]
    text = "\n".join(kept).replace("not_required: [1, ", "not_required: [")
    profiles.write_text(text.replace("always: [1, 2]", "always: [2]") + "\n")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_home_fits(desk: Desk, size: tuple[int, int]) -> None:
    """Nothing that home shows is wider than the screen, however long the words are."""
    long_name = replace(OFFICER, candidate="Ann Example the Younger of the Long Name Indeed")
    held(desk, "2026-03-02", long_name, (FAIR,), until=3)
    async with desk.running(size=size) as it:
        choices = it.app.screen.query_one("#choices", OptionList)
        assert choices.region.right <= size[0]
        assert choices.virtual_size.width <= choices.region.width
        keys = it.app.screen.query("FooterKey")
        palette = it.app.screen.query("FooterKey.-command-palette").first()
        assert all(key is palette or key.region.right <= palette.region.x for key in keys)


def test_home_imports_nothing_that_reads_interviews() -> None:
    """What is needed for the first paint brings in no index and no data room."""
    code = (
        "import sys, interviewer.tui.app; print([m for m in ('sqlite3', 'msgspec', "
        "'interviewer.record.index', 'interviewer.review.history', 'interviewer.tui.earlier') "
        "if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
