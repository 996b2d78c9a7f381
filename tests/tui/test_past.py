"""Past interviews: listing, narrowing, reading, also what is damaged."""

from __future__ import annotations

from driving import ONE, Desk, First
from msgspec.structs import replace
from textual.widgets import Input

from interviewer.record.record import State


def _made(desk: Desk, candidate: str, *, withdrawn: bool = False) -> str:
    with desk.made(replace(ONE, candidate=candidate)) as session:
        session.interview.rate_self(3, 2)
        if withdrawn:
            session.interview.withdraw()
        return session.id


def _damage(desk: Desk, interview: str) -> None:
    path = desk.transcripts / f"{interview}.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"{not json\n", *lines[3:]]))


async def test_the_list_narrows_as_words_are_typed(desk: Desk) -> None:
    """All words must be in what is shown; the count says how many are left."""
    _made(desk, "Ann")
    _made(desk, "Bob", withdrawn=True)
    async with desk.running() as it:
        await it.press("p")
        assert "2 interviews" in it.text("#past-note")
        await it.press(*"bob")
        assert len(it.options("#past-list")) == 1
        assert "ended early" in it.options("#past-list")[0]
        it.app.screen.query_one(Input).value = "bob unfinished"
        await it.pilot.pause()
        assert "None of them" in it.text("#past-note")
        await it.press("escape")
        assert it.at == "HomeScreen"


async def test_without_interviews_the_list_says_so(desk: Desk) -> None:
    """An empty list is told in a sentence."""
    async with desk.running() as it:
        await it.press("p")
        assert "There are no interviews yet" in it.text("#past-note")


async def test_an_unfinished_interview_is_read_and_gone_on_with(desk: Desk) -> None:
    """From reading an unfinished interview, c takes it up again."""
    made = _made(desk, "Ann")
    async with desk.running() as it:
        await it.press("p", "down", "enter")
        assert it.at == "ReadingScreen"
        assert "Not finished" in it.text("#reading-head")
        assert "Practice record, not assessment evidence." in it.text("#reading-head")
        await it.press("c")
        assert it.session.id == made
        assert it.session.interview.state is State.ASKING


async def test_an_ended_interview_can_not_be_gone_on_with(desk: Desk) -> None:
    """The key is neither shown nor of use for an interview that has ended."""
    _made(desk, "Ann", withdrawn=True)
    async with desk.running() as it:
        await it.press("p", "down", "enter")
        assert "Go on with it" not in it.footer()
        await it.press("c")
        assert it.at == "ReadingScreen"


async def test_a_damaged_transcript_is_read_and_the_damage_named(desk: Desk) -> None:
    """What can be read is shown, and the line that is damaged is named."""
    made = _made(desk, "Ann")
    _damage(desk, made)
    async with desk.running() as it:
        assert "damaged" in it.options("#recent")[0]
        await it.press("tab", "enter")
        assert it.at == "ReadingScreen"
        assert "line 3 is not JSON" in it.notice
        assert "We'll talk about" in it.said()
        assert "Go on with it" not in it.footer()


async def test_resuming_a_damaged_transcript_offers_to_read_it(desk: Desk) -> None:
    """An interview that can't be continued is told, and can be read."""
    made = _made(desk, "Ann")
    _damage(desk, made)
    async with desk.running(First(resume=made)) as it:
        assert it.at == "ConfirmScreen"
        await it.press("escape")
        assert it.at == "HomeScreen"


async def test_a_file_that_is_no_transcript_is_listed_as_damaged(desk: Desk) -> None:
    """Rubbish in the folder neither breaks the list nor the reading."""
    desk.transcripts.mkdir()
    (desk.transcripts / "20260101-000000-abcd.jsonl").write_bytes(b"\xff\xfe\x00rubbish\n\n[1]\n")
    async with desk.running() as it:
        await it.press("tab", "enter")
        assert it.at == "ReadingScreen"
        assert "damaged" in it.notice
