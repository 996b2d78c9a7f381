"""The study page as text: what is one's own in it, and in what order."""

from __future__ import annotations

from interviewer.domain import Aspect, Study
from interviewer.review.study import OF_IDEAS, Ideas, study_lines, study_parts

STUDY = Study(competence=1, note="A note.", confusions=(), exemplars=())
QUESTION = "What belongs in a risk register?"
COVERED = Ideas(
    question=QUESTION,
    ideas=("an owner", "a date", "opportunities"),
    told=("Each has an [b]owner[/] & a =name.", "", ""),
)


def page(*covered: Ideas) -> list[str]:
    """The lines of the page."""
    return list(study_lines(study_parts(STUDY, [Aspect.KNOWLEDGE], {}, (), covered)))


def test_what_was_heard_is_quoted_and_the_rest_is_listed() -> None:
    """As typed; and it says what that rests on."""
    lines = page(COVERED)
    assert f"  Asked: {QUESTION}" in lines
    assert '  Heard: an owner. You said: "Each has an [b]owner[/] & a =name."' in lines
    assert "  Not found in your words: a date; opportunities." in lines
    assert f"  {OF_IDEAS}" in lines
    assert lines.index("  A note.") < lines.index(f"  Asked: {QUESTION}")


def test_nothing_is_listed_when_all_was_heard() -> None:
    """And nothing is said of answers when there are none."""
    whole = Ideas(question=QUESTION, ideas=("an owner",), told=("Each has an owner.",))
    assert not any("Not found" in line for line in page(whole))
    assert not any("Asked:" in line for line in page())


def test_what_would_steer_a_terminal_is_shown_and_not_sent() -> None:
    """The candidate's words come into the page for the first time here."""
    hostile = Ideas(question=QUESTION, ideas=("an owner",), told=("An \x1b[31mowner\x07\u202e.",))
    assert not any(sign in line for line in page(hostile) for sign in "\x1b\x07\u202e")
