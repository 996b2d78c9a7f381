"""One file says what a mock assessment is: whoever edits it has another exam, and another result.

The same candidate says the same under each: the first two themes are weighed, the third is told.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import toy_frameworks
import toy_standard
from exam_toys import SetClock
from toys import ToyReader

from interviewer.engine.exam_plan import ExamOptions
from interviewer.exam_session import ExamSession, start
from interviewer.framework.loader import load
from interviewer.marks import CHECK_PLAN, DEFAULTS
from interviewer.record.record import Phase
from interviewer.review.exam_text import exam_lines
from interviewer.session import Places
from interviewer.tui.exam_choices import ExamForm, defaults

WEIGHED = "self led evaluates, I compared it rather than trust it. In the end it held"
LED = "self led it, did. We finished in the end and I learned from it"


@pytest.fixture
def where(tmp_path: Path) -> Places:
    """The toy standard, to be edited."""
    frameworks = toy_standard.write(toy_frameworks.write(tmp_path / "frameworks"))
    return Places(transcripts=tmp_path / "transcripts", frameworks=frameworks)


def edited(where: Places, *changes: tuple[str, str]) -> None:
    """Change the plan's file; each change must have something to change."""
    path = where.frameworks / "std" / "epa.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def held(where: Places) -> ExamSession:
    """A whole professional discussion, a minute an answer."""
    clock = SetClock()
    options = ExamOptions(methods=("discussion",))
    with start(where, options, "std", make_reader=lambda _: ToyReader(), clock=clock) as session:
        exam = session.exam
        exam.begin()
        for _ in range(60):
            if exam.record.ended:
                break
            turn = exam.record.turn
            assert turn is not None and exam.phase is Phase.QUESTIONS
            clock.pass_by(60)
            exam.answer("none" if turn.piece else LED if turn.competence == 3 else WEIGHED)
            pending = exam.pending()
            if pending:
                session.take(pending, session.read(pending))
        assert exam.record.ended
    return session


def test_the_share_of_themes_is_a_default_that_the_file_replaces(where: Places) -> None:
    """Two of three themes are no 70 per cent of them, and enough for 60."""
    result = held(where).result()
    assert [method.grade for method in result.methods] == ["Pass"]
    text = "\n".join(exam_lines(result))
    assert f"Distinction: heard in 2 of 3 themes; it takes 3 ({CHECK_PLAN})." in text
    assert DEFAULTS in text
    edited(where, ("of_themes: 70", "of_themes: 60"))
    result = held(where).result()
    assert [method.grade for method in result.methods] == ["Distinction"]
    assert "heard in 2 of 3 themes; it takes 2 (" in "\n".join(exam_lines(result))


def test_what_an_answer_must_show_is_in_the_file(where: Places) -> None:
    """Where a pass takes that senior people come for advice, the same answers are no pass."""
    edited(where, ("doing: led", "doing: sought"), ("knowing: explains", "knowing: originates"))
    edited(where, ("knowing: evaluates", "knowing: originates"))
    assert [method.grade for method in held(where).result().methods] == ["Not yet"]


def test_times_and_themes_are_in_the_file(where: Places) -> None:
    """Fewer minutes end it by time; a theme less is not asked about."""
    edited(where, ("minutes: 30", "minutes: 2"))
    (method,) = held(where).result().methods
    assert method.by_time and method.limit == 2 * 60_000
    edited(where, ("minutes: 2, extra", "minutes: 30, extra"))
    edited(where, ("{id: towers, title: Towers", "{id: towers, title: Tall towers"))
    (method,) = held(where).result().methods
    assert [theme.title for theme in method.themes] == ["Bricks", "Mortar", "Tall towers"]


def test_a_plan_that_is_known_bears_no_mark(where: Places) -> None:
    """Once the assessment organisation's figures stand there, neither screen nor result says so."""
    framework = load(where.frameworks, "std")
    marked = "\n".join(defaults(framework, ExamForm()))
    assert DEFAULTS in marked and "distinction in 70 per cent" in marked
    edited(where, ("default: true", "default: false"), ("grouping: ours", "grouping: plan"))
    assert defaults(load(where.frameworks, "std"), ExamForm()) == ()
    text = "\n".join(exam_lines(held(where).result()))
    assert DEFAULTS not in text and CHECK_PLAN not in text
