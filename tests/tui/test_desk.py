"""The mentor's desk: the list, the search, a review from the first rating to the signature."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from contrast import check_contrast
from driving import NARROW, WIDE, Desk, Driver, shown
from exam_toys import saved
from on_the_desk import DONE, MID, NEW, fill, interview
from textual.widgets import Input, OptionList, Static, TextArea

from interviewer.record.reading import read, verify
from interviewer.record.record import Record, fold
from interviewer.record.reviewed import Status
from interviewer.tui import earlier
from interviewer.tui.screens.review import ReviewScreen

BOTH = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "today", lambda: date(2026, 11, 21))


@pytest.fixture
def held(desk: Desk) -> Desk:
    """A desk with three interviews."""
    fill(desk.transcripts)
    return desk


PATIENCE = 300  # looks


async def _arrive(it: Driver, screen: str) -> None:
    """Wait until a screen is in front and takes keys, however busy the machine is."""
    for _ in range(PATIENCE):
        await it.settle()
        if it.at == screen and it.app.screen.focused is not None:
            return
        await it.pilot.pause(0.02)
    assert it.at == screen


async def _to_desk(it: Driver, name: str = "Mo Tor") -> None:
    """From home to the list, saying who it is."""
    choices = it.app.screen.query_one("#choices", OptionList)
    choices.highlighted = next(i for i, each in enumerate(choices.options) if each.id == "mentor")
    await it.press("enter")
    await _arrive(it, "AskScreen")
    it.app.screen.query_one(Input).value = name
    await it.press("enter" if name else "escape")
    await _arrive(it, "DeskScreen")


async def _open(it: Driver, interview: str) -> None:
    listed = it.app.screen.query_one("#desk-list", OptionList)
    listed.highlighted = next(i for i, o in enumerate(listed.options) if o.id == interview)
    listed.focus()
    await it.press("enter")
    await _arrive(it, "ReviewScreen")


async def _write(it: Driver, text: str) -> None:
    await _arrive(it, "ReasonScreen")
    it.app.screen.query_one(TextArea).text = text
    await it.press("f9")


def _record(desk: Desk, interview: str) -> Record:
    record = fold(read(desk.transcripts / f"{interview}.jsonl").stamped)
    assert record
    return record


def _part(it: Driver, name: str) -> str:
    return shown(it.app.screen.query_one(name, Static))


async def test_the_list_with_status_and_what_is_due(held: Desk) -> None:
    """The newest first; each with its status and its first step, marked when it is past."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        signed, review, new = it.options("#desk-list")
        assert "signed" in signed
        assert "in review" in review
        assert "! 1 Nov " in review
        assert "[red]Eve[/]" in new
        assert "Mo Tor" in _part(it, "#desk-title")


async def test_keys_and_typing_narrow_it(held: Desk) -> None:
    """A key for each kind; typed words narrow further, and Escape brings all back."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        for key, name in (("n", "Eve"), ("i", "Ben"), ("s", "Zoë"), ("d", "Ben")):
            await it.press(key)
            (row,) = it.options("#desk-list")
            assert name in row
        await it.press("a", "slash", *"mo tor z")
        (row,) = it.options("#desk-list")
        assert "Zoë" in row
        await it.press("escape")
        assert len(it.options("#desk-list")) == 3
        await it.press("escape")
        await _arrive(it, "HomeScreen")


async def test_candidates_are_listed_and_chosen(held: Desk) -> None:
    """With what each has of every kind; Enter lists the interviews of one, Escape those of all."""
    interview(held.transcripts, "20261118-090000-dddd", " BEN  okoro", -3)
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        assert "p candidates 3" in _part(it, "#desk-people")
        await it.press("p")
        assert "[p candidates 3]" in _part(it, "#desk-people")
        zoe, ben, eve = it.options("#desk-list")
        assert zoe.split()[:6] == ["Zoë", "Ashworth", "1", "0", "0", "1"]
        assert ben.split()[:6] == ["Ben", "Okoro", "2", "1", "1", "0"]
        assert "! 1 Nov" in ben
        assert eve.startswith("[red]Eve[/]")
        assert _part(it, "#desk-note") == "3 candidates."
        await it.press("n")
        assert [row[:3] for row in it.options("#desk-list")] == ["[re", "BEN"]
        await it.press("a", "home", "down", "enter")
        assert "[p candidate: Ben Okoro]" in _part(it, "#desk-people")
        assert len(it.options("#desk-list")) == 2
        assert "all 2" in _part(it, "#kind-all")
        await it.press("i")
        assert len(it.options("#desk-list")) == 1
        await it.press("escape")
        assert "p candidates 3" in _part(it, "#desk-people")
        await it.press("a")
        assert len(it.options("#desk-list")) == 4


async def test_what_one_candidate_said_is_searched(held: Desk) -> None:
    """Once they were chosen, nobody else's words are found."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await it.pilot.click("#desk-people")
        await it.settle()
        await it.press("enter", "w", *"change has")
        for _ in range(PATIENCE):
            await it.settle()
            if len(it.options("#desk-list")) == 1:
                break
            await it.pilot.pause(0.01)
        (row,) = it.options("#desk-list")
        assert "Zoë Ashworth" in row


async def test_what_is_listed_is_exported_as_one_table(
    held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the kind, without the names that are listed; a file that is there is asked about."""
    here = tmp_path / "here"
    here.mkdir()
    (here / "interviews-redacted.csv").write_text("mine")
    monkeypatch.chdir(here)
    async with held.running() as it:
        await _to_desk(it)
        await it.press("i", "e")
        await _arrive(it, "ExportScreen")
        assert len(it.options("#formats")) == 1
        await it.press("tab", *"Ben Okoro", "f9")
        await _arrive(it, "ConfirmScreen")
        await it.press("right", "enter")
        await _arrive(it, "LinesScreen")
        assert "Replaced Ben Okoro by [redacted 1]: 1 time" in it.text("#lines")
        table = (here / "interviews-redacted.csv").read_text(encoding="utf-8-sig")
        assert table.count(MID) == 2
        assert DONE not in table
        assert "Ben" not in table
        await it.press("escape")
        assert "The table was written to" in it.notice


async def test_a_click_shows_a_kind(held: Desk) -> None:
    """As its key does."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await it.pilot.click("#kind-signed")
        await it.settle()
        assert len(it.options("#desk-list")) == 1


async def test_everything_said_is_searched(held: Desk) -> None:
    """An excerpt for each turn; Enter opens the interview there."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await it.press("w", *"change has a pri")
        for _ in range(PATIENCE):  # the search begins when the typing has come to rest
            await it.settle()
            rows = it.options("#desk-list")
            if len(rows) == 3 and all("turn 3" in row for row in rows):
                break
            await it.pilot.pause(0.01)
        assert len(rows) == 3
        assert all("turn 3" in row and "change has a price" in row for row in rows)
        await it.press("enter", "enter")
        await _arrive(it, "ReviewScreen")
        assert "Turn 3 of 3" in _part(it, "#turn-title")


async def test_a_turn_with_all_ratings_beside_each_other(held: Desk) -> None:
    """Quotes are marked by letters, and what mentors said stands below."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, MID)
        assert _part(it, "#turn-answer").startswith("[A I led the works with Jane Smith.]")
        ratings = _part(it, "#turn-ratings")
        told = [" ".join(line.split()) for line in ratings.split("\n")]
        assert told[1] == "self 2"
        assert told[2].startswith("assessed 3 Competent")
        assert told[3] == "required 4"
        assert told[4] == "mentor 4, Mo Tor"
        assert "With whom?" in _part(it, "#turn-mentors")
        await it.press("n", "n")
        assert "Turn 3" in _part(it, "#turn-title")
        await it.press("p")
        assert "Turn 2" in _part(it, "#turn-title")
        assert "Not answered" in _part(it, "#turn-answer")


async def test_a_whole_review(held: Desk) -> None:
    """Agree, rate with a reason, comment, action with a date, confirm, sign, open again."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, NEW)
        await it.press("a")
        assert "agree" in it.notice
        await it.press("n", "n", "r")
        await _arrive(it, "ChooseScreen")
        await it.press("end", "enter")
        await _arrive(it, "ReasonScreen")
        await _write(it, "More than that.")
        assert "You rate turn 3 5" in it.notice
        await it.press("c")
        await _arrive(it, "ChooseScreen")
        await it.press("enter")
        await _write(it, "Well put.")
        await it.press("t")
        await _write(it, "Shadow a board.")
        await _arrive(it, "AskScreen")
        assert it.app.screen.query_one(Input).value == "2026-12-19"
        it.app.screen.query_one(Input).value = "tomorrow"
        await it.press("enter")
        assert "2026-11-21" in it.text("#ask-says")
        it.app.screen.query_one(Input).value = "2027-01-09"
        await it.press("enter")
        await it.press("s")
        await _arrive(it, "ConfirmScreen")
        await it.press("right", "enter")
        await _arrive(it, "ReviewScreen")
        assert "confirms first" in it.notice
        assert "--" not in it.notice
        await it.press("k")
        await _arrive(it, "AskScreen")
        await it.press("enter")
        await _arrive(it, "ReviewScreen")
        await it.press("s")
        await _arrive(it, "ConfirmScreen")
        await it.press("right", "enter")
        await _arrive(it, "ReviewScreen")
        assert it.notice.startswith("Signed. Its seal is now ")
        record = _record(held, NEW)
        assert record.review.status is Status.SIGNED
        assert [(e.turn, e.rating, e.reason) for e in record.review.moderations] == [
            (1, 3, ""),
            (3, 5, "More than that."),
        ]
        assert record.review.comments[0].text == "Well put."
        assert record.review.actions[0].due == "2027-01-09"
        await it.press("r")
        assert "open it again" in it.notice
        await it.press("o")
        await _write(it, "One more look.")
        assert _record(held, NEW).review.status is Status.IN_REVIEW
        await it.press("x")
        await _arrive(it, "ChooseScreen")
        await it.press("enter")
        await _arrive(it, "ReviewScreen")
        assert not _record(held, NEW).review.due


async def test_without_a_name_it_is_asked_for_when_it_is_needed(held: Desk) -> None:
    """Whoever only reads need not say who they are."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it, "")
        await _open(it, NEW)
        await it.press("a")
        await _arrive(it, "AskScreen")
        it.app.screen.query_one(Input).value = "Mo"
        await it.press("enter")
        assert _record(held, NEW).review.moderations[0].mentor == "Mo"


async def test_the_next_doubtful_rating(held: Desk) -> None:
    """The key goes to the turn and says why; where there is none, it says so."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, NEW)
        await it.press("d")
        assert "Turn 3" in _part(it, "#turn-title")
        assert "In doubt: the candidate finds it misread." in _part(it, "#turn-doubt")
        assert it.options("#review-turns")[2].startswith("?")
        await it.press("a")
        assert "settled by a mentor" in _part(it, "#turn-doubt")
        await it.press("d")
        assert "No rating is in doubt" in it.notice


async def test_verify_says_what_the_command_says(held: Desk) -> None:
    """Whole, and whose sign-off holds."""
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, DONE)
        await it.press("v")
        assert "whole and unaltered" in it.text("#lines")
        assert "Signed off by Mo Tor" in it.text("#lines")
        await it.press("escape", "h")
        assert "Two parties." in it.text("#lines")


async def test_an_altered_file_is_read_and_refuses(held: Desk) -> None:
    """It says where; nothing can be added; verify says that the sign-off does not hold."""
    path = held.transcripts / f"{DONE}.jsonl"
    path.write_bytes(path.read_bytes().replace(b"I led the works", b"I ran the works"))
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        assert any("damaged" in row for row in it.options("#desk-list"))
        await _open(it, DONE)
        assert "Damaged or altered" in it.notice
        assert "line " in it.notice
        assert "I ran the works" in _part(it, "#turn-answer")
        before = path.read_bytes()
        await it.press("a")
        assert "nothing can be added" in it.notice
        assert path.read_bytes() == before
        await it.press("v")
        assert "NOT whole" in it.text("#lines")


async def test_a_file_cut_short_is_read_as_far_as_it_goes(held: Desk) -> None:
    """Turns before the damage are shown; what is no interview at all gives a sentence."""
    path = held.transcripts / f"{MID}.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:6], b"{rubbish\n", *lines[8:]]))
    (held.transcripts / f"{NEW}.jsonl").write_bytes(b"no\n{}\n")
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, MID)
        assert "line 7" in it.notice
        await it.press("escape")
        listed = it.app.screen.query_one("#desk-list", OptionList)
        listed.highlighted = next(i for i, o in enumerate(listed.options) if o.id == NEW)
        await it.press("enter")
        await _arrive(it, "ConfirmScreen")
        await it.press("right", "enter")
        await _arrive(it, "ReadingScreen")


async def test_export_and_report_from_the_desk(
    held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same screens as elsewhere; all formats are there, and the file carries the review."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, DONE)
        await it.press("e")
        assert len(it.options("#formats")) == 5
        await it.press("enter")
        await _arrive(it, "LinesScreen")  # since its framework is not among those of the test
        assert f"written to {here / DONE}.md" in it.text("#lines")
        assert "KSBs are left out" in it.text("#lines")
        await it.press("escape")
        assert f"written to {here / DONE}.md" in it.notice
        assert "Two parties." in (here / f"{DONE}.md").read_text(encoding="utf-8")
        await it.press("g")
        await _arrive(it, "ReportScreen")


async def test_names_are_replaced_in_an_export(
    held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that are listed; it says what was replaced, and the name of the file tells."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, DONE)
        await it.press("e")
        it.app.screen.query_one("#export-names", Input).value = " Jane Smith, Zoë Ashworth,, "
        await it.press("f9")
        await _arrive(it, "LinesScreen")
        assert "Replaced Jane Smith by [redacted 1]: 1 time" in it.text("#lines")
        assert "Still named in it: Mo Tor" in it.text("#lines")
        (path,) = here.glob("*")
        assert path.name == f"{DONE}-redacted.md"
        assert "Zoë" not in path.read_text(encoding="utf-8")
        await it.press("escape", "e")
        it.app.screen.query_one("#export-names", Input).value = "-"
        await it.press("f9")
        await _arrive(it, "ReviewScreen")
        assert "has no letters in it" in it.notice


# --- a mock assessment ----------------------------------------------------------------------------

EXAM = "20261121-140000-eeee"


async def test_a_mock_assessment_is_listed_searched_and_opened(held: Desk) -> None:
    """By its name; a turn tells its method and KSBs, and what its theme comes to."""
    saved(held.transcripts, candidate="Kim Ito")
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        row = it.options("#desk-list")[0]
        assert "Kim Ito" in row
        assert "mock assessment" in row
        await it.press("w", *"smith on turn 30")
        for _ in range(PATIENCE):
            await it.settle()
            if len(it.options("#desk-list")) == 1:
                break
            await it.pilot.pause(0.01)
        await it.press("enter", "enter")
        await _arrive(it, "ReviewScreen")
        assert "Turn 30" in _part(it, "#turn-title")
        assert _part(it, "#turn-about") == "Discussion, follow-up. KSBs: K1"
        assert "[A self led it, did.]" in _part(it, "#turn-answer")
        told = [" ".join(line.split()) for line in _part(it, "#turn-ratings").split("\n")]
        assert told[:3] == ["As an indication", "theme met (Pass)", "KSBs K1 met"]
        assert told[3] == "This answer alone"
        assert told[5].startswith("for knowing")


async def test_a_whole_review_of_a_mock_assessment(held: Desk) -> None:
    """Agreed, commented on, confirmed, signed and verified; a theme is not rated as a whole."""
    path = saved(held.transcripts, candidate="Kim Ito")
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, EXAM)
        await it.press("m")
        await _arrive(it, "ChooseScreen")
        assert not [row for row in it.options("OptionList") if row.startswith("w")]
        await it.press("escape", "w")
        await _arrive(it, "ReviewScreen")
        await it.press("a", "r")
        await _arrive(it, "ChooseScreen")
        await it.press("end", "enter")
        await _write(it, "Two parties in it.")
        await it.press("k")
        await _arrive(it, "AskScreen")
        await it.press("enter")
        await _arrive(it, "ReviewScreen")
        await it.press("s")
        await _arrive(it, "ConfirmScreen")
        await it.press("right", "enter")
        await _arrive(it, "ReviewScreen")
        assert it.notice.startswith("Signed.")
        record = _record(held, EXAM)
        assert record.review.status is Status.SIGNED
        assert [each.rating for each in record.review.standing] == [5]
        assert verify(path).signatures[0].holds
        await it.press("v")
        await _arrive(it, "LinesScreen")
        assert "Signed off by Mo Tor" in it.text("#lines")


async def test_the_result_of_a_mock_assessment_is_shown_and_exported(
    held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its review to its result, and from there to a file."""
    saved(held.transcripts, candidate="Kim Ito")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    async with held.running(size=WIDE) as it:
        await _to_desk(it)
        await _open(it, EXAM)
        await it.press("g")
        await _arrive(it, "ExamResultScreen")
        await it.press("e")
        await _arrive(it, "ExportScreen")
        await it.press("enter")
        await _arrive(it, "ExamResultScreen")
        assert f"The result was written to {here / EXAM}.md" in it.notice
        text = (here / f"{EXAM}.md").read_text(encoding="utf-8")
        assert text.startswith("# Mock end-point assessment")


async def test_more_lists_the_other_moves(held: Desk) -> None:
    """Enter in the list does as the key does."""
    async with held.running() as it:
        await _to_desk(it)
        await _open(it, DONE)
        await it.press("m")
        keys = [row[0] for row in it.options("OptionList")]
        assert len(set(keys)) == len(keys) == 12
        await it.press(*["down"] * keys.index("v"), "enter")
        await _arrive(it, "LinesScreen")


async def test_calibration(held: Desk) -> None:
    """Says plainly that there are too few to tell."""
    async with held.running() as it:
        await _to_desk(it)
        await it.press("c")
        await _arrive(it, "CalibrationScreen")
        assert "too few to tell" in it.text("#lines").lower()
        await it.press("escape")
        await _arrive(it, "DeskScreen")


async def test_an_empty_folder(desk: Desk) -> None:
    """Said in a sentence."""
    async with desk.running() as it:
        await _to_desk(it)
        assert "no interviews in this folder" in _part(it, "#desk-note")


@BOTH
async def test_contrast_and_footer(held: Desk, size: tuple[int, int]) -> None:
    """In both looks; and all keys of the footer can be read."""
    async with held.running(size=size) as it:
        await _to_desk(it)
        await check_contrast(it)
        _check_footer(it)
        await it.press("c")
        await check_contrast(it)
        await it.press("escape")
        await _open(it, MID)
        await check_contrast(it)
        _check_footer(it)
        await it.press("f1")
        assert "beside each other" in it.text("#help-text")
        assert "Sign off" in it.text("#help-keys")
        await it.press("escape", "k")
        await check_contrast(it)


def _check_footer(it: Driver) -> None:
    palette = it.app.screen.query_one("FooterKey.-command-palette")
    keys = [each for each in it.app.screen.query("FooterKey") if each is not palette]
    assert max(each.region.right for each in keys) <= palette.region.x


async def test_a_move_in_flight_is_made_once(held: Desk) -> None:
    """A key pressed twice is one rating."""
    async with held.running() as it:
        await _to_desk(it)
        await _open(it, NEW)
        screen = it.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.action_agree()
        screen.action_agree()
        await it.settle()
        assert len(_record(held, NEW).review.moderations) == 1
