"""Two attempts side by side: what is told of them, and how it is reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import NARROW, WIDE, Desk, Driver
from held import FAIR, GOOD, OFFICER, held
from msgspec.structs import replace

from interviewer.domain import Aspect, InterviewerError
from interviewer.engine.plan import Options
from interviewer.review.compare import Change
from interviewer.tui.compare_view import ComparisonShown, Run
from interviewer.tui.earlier import make_comparison
from interviewer.tui.widgets.two_attempts import TwoAttempts

BEFORE = "I kept the register, led, some. It describes what belongs to it."
AFTER = "I kept the register alone, led, high. It describes what belongs to it."
RISK = Options(competences=(1,), length="short", candidate="Ann Example")


def compared(
    desk: Desk, first: str, second: str, at: tuple[int, Aspect] | None = None
) -> ComparisonShown:
    """Two interviews of the desk, as the screen shows them."""
    return make_comparison(str(desk.transcripts), first, second, at).comparison


def two(desk: Desk, *, before: str = BEFORE, after: str = AFTER) -> tuple[str, str]:
    """Two interviews on the same competence; their ids."""
    return held(desk, "2026-01-12", RISK, (before,)), held(desk, "2026-03-02", RISK, (after,))


async def marked(it: Driver) -> None:
    """Mark the two newest interviews in the list of past ones."""
    await it.press("p", "down", "m")
    assert "Go to another interview" in it.text("#past-note")
    await it.press("down", "m")


# --- what is told ---------------------------------------------------------------------------------


def test_what_differs_between_the_answers_has_signs(desk: Desk) -> None:
    """What is gone is marked in the first answer, what is new in the second; the rest in neither.

    Taken without what is marked, both are the same text.
    """
    shown = compared(desk, *two(desk)).both[0]
    first, second = (text(side.answer) for side in (shown.first, shown.second))
    assert "[-some-]" in first and "[+" not in first
    assert "[+alone+]" in second and "[+high+]" in second and "[-" not in second
    same = [
        "".join(run.text for run in side.answer if run.change is Change.SAME)
        for side in (shown.first, shown.second)
    ]
    assert same[0] == same[1]
    assert shown.answers == "The answers, with [- what is gone -] and [+ what is new +]"


def text(runs: tuple[Run, ...]) -> str:
    """An answer with its signs."""
    return "".join(run.text for run in runs)


def test_signs_close_on_every_line(desk: Desk) -> None:
    """What is new over several lines is marked on each of them, so that a line alone is plain."""
    shown = compared(
        desk, *two(desk, before="It was low, led.", after="It was low, led.\nAnd\n\nmore")
    ).both[0]
    added = next(run.text for run in shown.second.answer if run.change is Change.ADDED)
    lines = [line for line in added.split("\n") if line.strip()]
    assert len(lines) > 1 and all("[+" in line and "+]" in line for line in lines)


def test_what_was_heard_is_gained_kept_or_lost(desk: Desk) -> None:
    """Each kind of evidence stands under what became of it, with the words it was heard in."""
    shown = compared(desk, *two(desk)).both[0]
    found = {group.sign: " ".join(told for told, _ in group.items) for group in shown.heard}
    assert "a complex situation" in found["+"]
    assert "your own responsibility" in found["="]
    assert "a situation with some difficulty" in found["-"]
    gained = next(group for group in shown.heard if group.sign == "+")
    assert gained.items[0][1][0].startswith("I kept the register alone")
    assert shown.missing


def test_answers_with_little_in_common_have_no_signs(desk: Desk) -> None:
    """Where nearly everything differs, two plain texts read better."""
    before = "At the hospital three wards moved in a week, and I planned it alone, led, some."
    after = "Nobody had counted pumps before, so we asked each supplier by letter, led, high."
    first, second = two(desk, before=before, after=after)
    shown = compared(desk, first, second).both[0]
    assert "little in common" in shown.answers
    assert "[" not in text(shown.first.answer) + text(shown.second.answer)


def test_the_aspect_that_was_asked_about_comes_first(desk: Desk) -> None:
    """Then the other aspect of the same competence, then the rest in their order."""
    both = replace(RISK, competences=(1, 2))
    ids = held(desk, "2026-01-12", both), held(desk, "2026-03-02", both)
    titles = [each.title for each in compared(desk, *ids, (2, Aspect.KNOWLEDGE)).both]
    assert titles[:2] == ["Scope, knowledge", "Scope, application"]
    titles = [each.title for each in compared(desk, *ids).both]
    assert titles[0] == "Risk, application"


def test_what_was_talked_about_once_is_named(desk: Desk) -> None:
    """Aspects that only one of the two has are told in a sentence."""
    first = held(desk, "2026-01-12", replace(RISK, competences=(1, 2)))
    second = held(desk, "2026-03-02", RISK)
    (sentence,) = compared(desk, first, second).only
    assert sentence.startswith("Only on 12 Jan 2026, 09:30: Scope, application; Scope, knowledge")


def test_what_is_too_damaged_is_told(desk: Desk) -> None:
    """A transcript without its beginning can't be compared, and is named."""
    first, second = two(desk)
    path = Path(desk.transcripts / f"{first}.jsonl")
    path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[3:]))
    with pytest.raises(InterviewerError, match=f"{first} is too damaged"):
        compared(desk, first, second)


# --- how it is reached ----------------------------------------------------------------------------


async def test_two_past_interviews_are_compared(desk: Desk) -> None:
    """In the list, m marks two, whichever comes first, and the older is the first of the two."""
    two(desk)
    async with desk.running() as it:
        await marked(it)
        assert it.at == "CompareScreen"
        assert "Then: 12 Jan 2026, 09:30, Ann Example" in it.text("#compare-head")
        assert "The same level." in it.text(".change") or "Up by" in it.text(".change")
        await it.press("escape")
        assert it.at == "PastScreen"
        await it.press("d")
        assert it.at == "CompareScreen"


async def test_a_marked_interview_stays_marked_while_the_list_narrows(desk: Desk) -> None:
    """A mark is shown in the list, and m takes it away."""
    two(desk)
    async with desk.running() as it:
        await it.press("p", "down", "m")
        assert it.options("#past-list")[0].startswith("* 2 Mar")
        await it.press("m")
        assert it.options("#past-list")[0].startswith("  2 Mar")
        assert "2 interviews" in it.text("#past-note")


async def test_in_the_filter_m_and_d_are_letters(desk: Desk) -> None:
    """Typing never marks anything."""
    two(desk)
    async with desk.running() as it:
        await it.press("p", "m", "d")
        assert it.app.screen.query_one("#filter").value == "md"  # type: ignore[attr-defined]
        assert "Mark" not in it.footer()


async def test_one_can_go_from_aspect_to_aspect(desk: Desk) -> None:
    """n and b go to the beginning of the next block and the one before."""
    two(desk)
    async with desk.running() as it:
        await marked(it)
        body = it.app.screen.query_one("#compare-body")
        await it.press("n")
        further = body.scroll_y
        assert further > 0
        await it.press("b")
        assert body.scroll_y < further


@pytest.mark.parametrize(("size", "beside"), [(NARROW, False), (WIDE, True)])
async def test_the_answers_stand_beside_each_other_where_there_is_room(
    desk: Desk, size: tuple[int, int], beside: bool
) -> None:
    """At 120 columns they share their first line; at 80 one stands above the other."""
    two(desk)
    async with desk.running(size=size) as it:
        await marked(it)
        first, second = list(it.app.screen.query_one(TwoAttempts).query(".answers > .side"))
        assert (first.region.y == second.region.y) is beside
        assert (first.region.x == second.region.x) is not beside


async def test_nothing_in_common_is_told(desk: Desk) -> None:
    """Two interviews about different things say so, and what each was about."""
    held(desk, "2026-01-12", RISK)
    held(desk, "2026-03-02", replace(RISK, competences=(2,)))
    async with desk.running() as it:
        await marked(it)
        assert "nothing to compare" in it.text("#compare-body Static")
        assert "Only on 2 Mar 2026" in it.text("#compare-body Static")
        assert "Next" not in it.footer()


async def test_what_cannot_be_compared_is_told_in_the_list(desk: Desk) -> None:
    """A damaged interview is named beneath the list, which stays as it is."""
    first, _ = two(desk)
    path = desk.transcripts / f"{first}.jsonl"
    path.write_bytes(b"\n".join(path.read_bytes().split(b"\n")[3:]))
    async with desk.running() as it:
        await marked(it)
        assert it.at == "PastScreen"
        assert "too damaged to be compared" in it.text("#past-note")


async def test_hostile_answers_are_text(desk: Desk) -> None:
    """Markup, escapes and brackets in answers and names are shown as they are, or left out."""
    before = "[/] led, some [@click=app.quit]x[/] \x1b[2J x[i]=y[0] and so on it went."
    after = before.replace("some", "high") + " [red]more"
    named = replace(RISK, candidate="[@click=app.quit]Eve[/]")
    held(desk, "2026-01-12", named, (before,))
    held(desk, "2026-03-02", named, (after,))
    async with desk.running() as it:
        await marked(it)
        told = it.text("#compare-body Static")
        assert "[@click=app.quit]x[/]" in told and "x[i]=y[0]" in told and "[red]more" in told
        assert "\x1b" not in told
        assert "[@click=app.quit]Eve[/]" in it.text("#compare-head")


async def test_an_unfinished_interview_is_compared_as_far_as_it_goes(desk: Desk) -> None:
    """What has been rated counts; the rest is only in the other."""
    held(desk, "2026-01-12", OFFICER, (FAIR,), until=1)
    held(desk, "2026-03-02", OFFICER, (GOOD,))
    async with desk.running() as it:
        await marked(it)
        assert len(it.app.screen.query(TwoAttempts)) == 2
        assert "Up by 1 level." in it.text(".change")
