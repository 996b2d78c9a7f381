"""The study page: at the results of a competence, and only there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import NARROW, ONE, WIDE, Desk, Driver, First
from textual.pilot import Pilot
from toys import ToyReader

from interviewer import session
from interviewer.tui.app import InterviewerApp

STUDY = """\
competence: 1
note: >-
  [bold]Risks[/] are told early or not at all, and a register does not read itself. Look at what
  you would not like to be asked about, say it aloud to somebody who can do a thing about it, and
  look again in a week. What was written down in March is seldom what hurts in June, so go back.
confusions:
  - these: [risk, issue]
    difference: A risk may still happen, while an issue is here already and wants somebody today.
exemplars:
"""


@pytest.fixture
def own(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with frameworks that a test may write into."""
    frameworks = shutil.copytree(desk.frameworks, tmp_path / "own-frameworks")
    return Desk(transcripts=desk.transcripts, frameworks=frameworks)


def _write(desk: Desk, text: str) -> None:
    folder = desk.frameworks / "toy" / "study"
    folder.mkdir()
    (folder / "01-toy.yaml").write_text(text)


def _study() -> str:
    rows = [
        f"  - aspect: {aspect}\n    level: {level}\n    question: toy-01-{aspect}-low-1\n"
        f"    answer: 'The {aspect} answer of level {level}, typed by somebody at their desk."
        f" {'word ' * 30}'\n    shows: What makes it {level} [/].\n"
        for aspect in ("application", "knowledge")
        for level in range(1, 6)
    ]
    return STUDY + "".join(rows)


async def _to_results(it: Driver) -> None:
    await it.start(ONE)
    await it.send("3 and 2")
    await it.answer_until_results("It was mine, led, some. It explains why.")


async def test_at_the_results_it_opens_and_closes(own: Desk) -> None:
    """F6 and Esc; what stands in the files is shown as typed."""
    _write(own, _study())
    async with own.running() as it:
        await _to_results(it)
        await it.press("f6")
        assert it.at == "StudyScreen"
        assert "[bold]Risks[/] are told early" in it.text()
        assert "Risk or issue? A risk may" in it.text()
        assert "Application, an answer of level 4 Proficient" in it.text()
        assert "What makes it 5 [/]." in it.text()
        await it.press("escape")
        assert it.at == "InterviewScreen"
        assert "Study" in it.footer()


async def test_the_keys_scroll_it(own: Desk) -> None:
    """It is longer than a screen."""
    _write(own, _study())
    async with own.running() as it:
        await _to_results(it)
        await it.press("f6", "end")
        page = it.app.screen.query_one("VerticalScroll")
        assert page.scroll_offset.y > 0
        await it.press("f6")
        assert it.at == "InterviewScreen"


async def test_before_ones_own_attempt_the_key_does_nothing(own: Desk) -> None:
    """Nor is it shown; skipping everything is no attempt."""
    _write(own, _study())
    async with own.running() as it:
        await it.start(ONE)
        await it.press("f6")
        await it.send("3 and 2")
        assert "Study" not in it.footer()
        await it.press("f6")
        assert it.at == "InterviewScreen"
        await it.press("f8", "f8")
        assert "Next" in it.footer()
        assert "Study" not in it.footer()


async def test_typing_it_does_the_same(own: Desk) -> None:
    """As in line mode."""
    _write(own, _study())
    async with own.running() as it:
        await _to_results(it)
        it.box.display = True
        it.box.focus()
        await it.send("/study")
        assert it.at == "StudyScreen"


async def test_where_none_was_written_a_sentence_says_so(own: Desk) -> None:
    """A framework need not have study pages."""
    async with own.running() as it:
        await _to_results(it)
        await it.press("f6")
        assert it.notice == "There is no study page for this competence."


async def test_a_broken_page_is_told_and_changes_nothing(own: Desk) -> None:
    """The interview goes on."""
    _write(own, _study().replace("level: 5", "level: 6"))
    async with own.running() as it:
        await _to_results(it)
        await it.press("f6")
        assert "01-toy.yaml" in it.notice
        await it.press("enter")
        assert "Home" in it.footer()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_how_it_looks(
    own: Desk,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The note, the confusions, and the first of the answers."""
    monkeypatch.setattr(session.secrets, "randbits", lambda bits: 7)
    _write(own, _study())
    app = InterviewerApp(
        str(own.transcripts), str(own.frameworks), First(), lambda framework: ToyReader()
    )

    async def look(pilot: Pilot[None]) -> None:
        it = Driver(app, pilot)
        await pilot.pause()
        await it.settle()
        await _to_results(it)
        await it.press("f6")

    assert snap_compare(app, terminal_size=size, run_before=look)
