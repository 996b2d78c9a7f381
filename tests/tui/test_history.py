"""The history of attempts: what is shown, and where one can go from there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from driving import WIDE, Desk, Driver
from held import FAIR, FINE, GOOD, OFFICER, held
from msgspec.structs import replace
from textual.widgets import OptionList

from interviewer.domain import Aspect
from interviewer.engine.plan import Options
from interviewer.record.index_rows import AttemptsRow, RatingRow
from interviewer.tui import earlier
from interviewer.tui.history_view import MAX_SHOWN, Attempts, histories_shown
from interviewer.tui.messages import Indexing

TODAY = date(2026, 11, 21)
RISK = Options(competences=(1,), length="short", candidate="Ann Example")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "today", lambda: TODAY)


def three(desk: Desk) -> list[str]:
    """Three interviews with Ann, better each time; their ids."""
    return [
        held(desk, "2026-01-12", replace(OFFICER, competences=(1, 2)), (FAIR,), own=(4, 3)),
        held(desk, "2026-03-02", replace(OFFICER, competences=(1,)), (GOOD,)),
        held(desk, "2026-05-20", replace(OFFICER, competences=(1,)), (FINE,)),
    ]


def chosen(it: Driver, selector: str) -> str:
    """The line that is chosen in a list."""
    option = it.app.screen.query_one(selector, OptionList).highlighted_option
    return "" if option is None else " ".join(str(option.prompt).split())


async def test_history_shows_each_aspect_with_its_attempts(desk: Desk) -> None:
    """From home, h shows the latest ratings, a line through the attempts, and a table of them."""
    three(desk)
    async with desk.running() as it:
        await it.press("h")
        assert it.at == "HistoryScreen"
        assert it.text("#history-title") == "History of Ann Example"
        rows = [" ".join(row.split()) for row in it.options("#rated-aspects")]
        assert rows == [
            "Risk", "Application 4 of 5 up", "Knowledge 4 of 5 up",
            "Scope", "Application 2 of 5", "Knowledge 2 of 5",
        ]  # fmt: skip
        assert chosen(it, "#rated-aspects") == "Application 4 of 5 up"
        assert "Now 4 Proficient, up since the time before." in it.text("#history-about")
        chart = it.text("#history-chart")
        assert "12 Jan 2026" in chart and "20 May 2026" in chart and "R required" in chart
        table = [" ".join(row.split()) for row in it.options("#attempts")]
        assert table == [
            "20 May 2026, 09:30 4 3 3", "2 Mar 2026, 09:30 3 3 3", "12 Jan 2026, 09:30 2 4 3",
        ]  # fmt: skip


async def test_moving_shows_the_attempts_on_what_is_chosen(desk: Desk) -> None:
    """The down key goes past the titles; what is beside it follows."""
    three(desk)
    async with desk.running() as it:
        await it.press("h", "down", "down")
        assert "Scope, application" in it.text("#history-about")
        assert "Rated 2 and the role asks for 3; due again since" in it.text("#history-about")
        assert len(it.options("#attempts")) == 1


async def test_an_attempt_opens_to_be_read_and_back(desk: Desk) -> None:
    """Enter goes to the attempts, Enter opens one, and Escape comes back to the same place."""
    three(desk)
    async with desk.running() as it:
        await it.press("h", "enter", "down", "enter")
        assert it.at == "ReadingScreen"
        assert "2 Mar 2026" in it.text("#reading-title")
        await it.press("escape")
        assert it.at == "HistoryScreen"
        assert chosen(it, "#attempts").startswith("2 Mar 2026")
        await it.press("left")
        assert it.app.focused is not None and it.app.focused.id == "rated-aspects"
        await it.press("escape")
        assert it.at == "HomeScreen"


async def test_an_attempt_can_be_clicked(desk: Desk) -> None:
    """The mouse opens what it is pointed at."""
    three(desk)
    async with desk.running() as it:
        await it.press("h")
        await it.pilot.click("#attempts", offset=(6, 2))
        await it.settle()
        assert "12 Jan 2026" in it.text("#reading-title")


async def test_two_marked_attempts_are_compared(desk: Desk) -> None:
    """m marks one, Enter on another compares them; the aspect that was looked at comes first."""
    three(desk)
    async with desk.running() as it:
        await it.press("h", "down")
        assert "Mark" not in it.footer()
        await it.press("right", "m")
        assert it.options("#attempts")[0].startswith("* ")
        assert "Press Enter or m" in it.notice
        await it.press("down", "down", "enter")
        assert it.at == "CompareScreen"
        assert "Then: 12 Jan 2026" in it.text("#compare-head")
        assert "Now:  20 May 2026" in it.text("#compare-head")
        blocks = it.app.screen.query("TwoAttempts")
        assert "Risk, knowledge" in str(blocks.first().border_title)
        await it.press("escape")
        assert it.at == "HistoryScreen" and "Compare" in it.footer()
        await it.press("d")
        assert it.at == "CompareScreen"


async def test_a_mark_is_taken_away(desk: Desk) -> None:
    """m on a marked attempt unmarks it, and so does going to another aspect."""
    three(desk)
    async with desk.running() as it:
        await it.press("h", "right", "m", "m")
        assert it.options("#attempts")[0].startswith("  ")
        assert it.notice == ""
        await it.press("m", "left", "down", "right")
        assert not any(row.startswith("*") for row in it.options("#attempts"))
        assert it.notice == ""


async def test_t_talks_about_it_again(desk: Desk) -> None:
    """t begins an interview on that competence, in the role of the attempt that is chosen."""
    three(desk)
    async with desk.running() as it:
        await it.press("h", "down", "down", "t")
        opened = it.session.interview.record.opened
        assert (opened.competences, opened.profile) == ((2,), "officer")


async def test_it_looks_anew_when_one_comes_back(desk: Desk) -> None:
    """An attempt that was made meanwhile is there."""
    three(desk)
    async with desk.running() as it:
        await it.press("h", "enter", "enter")
        held(desk, "2026-06-30", RISK, (GOOD,))
        await it.press("escape")
        assert len(it.options("#attempts")) == 4


async def test_without_ratings_it_says_what_counts(desk: Desk) -> None:
    """An empty history tells what to do, and offers nothing that makes no sense."""
    async with desk.running() as it:
        await it.press("h")
        assert "Nothing has been rated yet" in it.text("#history-wait")
        assert not {"Mark", "Compare", "Try again", "Candidate"} & it.footer()
        await it.press("t", "m", "d", "right", "left", "enter")
        assert it.at == "HistoryScreen"


async def test_the_history_of_another_candidate(desk: Desk) -> None:
    """c chooses whose history it is."""
    three(desk)
    held(desk, "2026-06-02", replace(RISK, candidate="Bob [/]"), (FAIR,))
    async with desk.running() as it:
        await it.press("h")
        assert it.text("#history-title") == "History of Bob [/]"
        await it.press("c", "down", "enter")
        assert it.text("#history-title") == "History of Ann Example"
        assert len(it.options("#attempts")) == 3


async def test_history_from_past_interviews(desk: Desk) -> None:
    """h in the list of past interviews; in the filter it is a letter."""
    three(desk)
    async with desk.running() as it:
        await it.press("p", "h")
        assert it.at == "PastScreen"
        await it.press("backspace", "down", "h")
        assert it.at == "HistoryScreen"


async def test_a_long_first_look_is_counted_here_too(desk: Desk) -> None:
    """Whoever opens the history while many interviews are read sees how far that is."""
    async with desk.running() as it:
        await it.press("h")
        it.app.post_message(Indexing(50, 1000))
        await it.pilot.pause()
        assert it.text("#history-wait") == "Reading earlier interviews: 50 of 1,000"


async def test_hostile_titles_are_text(desk: Desk) -> None:
    """A title with brackets is shown as it is."""
    held(desk, "2026-03-02", replace(RISK, competences=(6,)), (FAIR,))
    async with desk.running(size=WIDE) as it:
        await it.press("h")
        assert "x[i]=y[0]" in it.options("#rated-aspects")[0]
        assert "x[i]=y[0], application" in it.text("#history-about")


def rows(count: int, **changes: object) -> list[RatingRow]:
    """Attempts a day apart on one aspect."""
    first = datetime(2024, 1, 1, tzinfo=UTC)
    of = RatingRow(
        interview="", candidate="Ann", person="ann", framework="toy", profile=None,
        mode="practice", last_at="", competence=1, title="", aspect=Aspect.APPLICATION, rating=3,
        low=3, high=4, self_rating=None, required=None, next_required=None, aim=3,
        confidence=None, misread=0, at="",
    )  # fmt: skip
    return [
        replace(of, interview=f"i{day}", at=(first + timedelta(days=day)).isoformat(), **changes)
        for day in range(count)
    ]


def test_a_very_long_history_shows_the_latest() -> None:
    """Of more attempts than anybody looks at, the newest are listed, and the rest counted."""
    many = rows(MAX_SHOWN + 5)
    in_all = AttemptsRow(
        framework="toy", competence=1, aspect=Aspect.APPLICATION, attempts=MAX_SHOWN + 8
    )
    attempts = Attempts(many, [in_all])
    ((aspect,),) = (each.aspects for each in histories_shown(attempts, (), TODAY))
    assert len(aspect.attempts) == MAX_SHOWN and aspect.older == 8
    assert aspect.attempts[0].interview == f"i{MAX_SHOWN + 4}"
    assert aspect.title == "Competence 1"


def test_what_is_not_known_is_a_dash_and_a_span_is_told() -> None:
    """Not rated, no self-rating, nothing required: each is a dash; an aim is called so."""
    unrated, rated = rows(2)
    unrated = replace(unrated, rating=None, low=None, high=None, aim=None)
    ((aspect,),) = (each.aspects for each in histories_shown(Attempts([unrated, rated]), (), TODAY))
    shown = [(item.rated, item.own, item.required) for item in aspect.attempts]
    assert shown == [("3 (3-4)", "-", "aim 3"), ("-", "-", "-")]
    assert "? not rated" in aspect.legend and "R" not in aspect.legend


def test_what_was_never_rated_says_so() -> None:
    """Attempts that all came to nothing have no latest rating."""
    unrated = rows(1, rating=None, low=None, high=None)
    ((aspect,),) = (each.aspects for each in histories_shown(Attempts(unrated), (), TODAY))
    assert (aspect.latest, aspect.moved) == ("not rated", "Not rated yet.")
