"""The pure views, without Textual."""

from __future__ import annotations

import pytest
from toys import interview, plan, tell

from interviewer.domain import Aspect, Confidence, Missing
from interviewer.engine.conversation import Kind, Speaker
from interviewer.engine.interview import Interview
from interviewer.record import facts
from interviewer.record.record import State
from interviewer.review.results import AspectResult
from interviewer.tui import view
from interviewer.tui.times import when


def _tell_until_reflecting(held: Interview, text: str) -> None:
    for _ in range(12):
        if held.state is not State.REFLECTING:
            tell(held, text)
    assert held.state is State.REFLECTING


def _reflected() -> Interview:
    held = interview(plan(per_aspect=1))
    held.rate_self(3, 2)
    _tell_until_reflecting(held, "It was led, some, explains.")
    return held


def test_what_was_said_has_speakers_and_kinds() -> None:
    """Questions are the interviewer's, self-ratings and answers the candidate's."""
    held = interview()
    held.rate_self(3, 2)
    held.answer("led")
    said = view.said(held.stamped)
    assert [line.speaker for line in said].count(Speaker.CANDIDATE) == 2
    assert said[-1].kind is Kind.ANSWER


def test_only_what_came_after_is_told() -> None:
    """With a number given, only later facts are told."""
    held = interview()
    before = held.record.last_seq
    held.rate_self(3, 2)
    assert all(line.seq > before for line in view.said(held.stamped, before))
    assert view.said(held.stamped, held.record.last_seq) == ()


def test_what_was_said_is_safe_for_a_terminal() -> None:
    """Escape sequences and direction marks do not get through."""
    held = interview()
    held.rate_self(3, 2)
    held.answer("a\x1b[2J\u202eb\r\nc")
    assert view.said(held.stamped)[-1].text == "ab\nc"


def test_results_are_those_of_their_moment() -> None:
    """The results line carries both aspects as they were then, also after another try."""
    held = _reflected()
    first = [line for line in view.said(held.stamped) if line.results]
    held.try_again(Aspect.APPLICATION)
    _tell_until_reflecting(held, "supervised, high, did.")
    both = [line for line in view.said(held.stamped) if line.results]
    assert both[0] == first[0]
    assert both[0].results[0].rating.startswith("3 Competent")
    assert both[1].results[0].rating.startswith("4 Proficient")
    assert both[0].results[0].beside == "you said 3, required 3"


def test_results_of_a_damaged_transcript_are_left_out() -> None:
    """Where facts are missing there are no results, and no error."""
    held = _reflected()
    broken = [item for item in held.stamped if not isinstance(item.fact, facts.Asked)]
    assert not [line for line in view.said(broken) if line.results]


def test_what_was_left_out_is_told_by_its_first_words() -> None:
    """Turns have no numbers on the screen, so an answer is named by how it begins."""
    held = interview(plan(per_aspect=1))
    held.rate_self(3, 2)
    tell(held, "one two three four five six seven eight offtopic")
    _tell_until_reflecting(held, "It was led, some, explains.")
    shown = [line for line in view.said(held.stamped) if line.results][-1].results
    told = [sentence for aspect in shown for sentence in aspect.left_out]
    assert told and told[0].startswith('"one two three four five six seven eight ...": ')


def test_the_standing_tells_place_subject_and_case() -> None:
    """Competence n of m, the aspect and the complexity in plain words, and what was heard."""
    held = interview(plan(numbers=(1, 2)))
    assert view.standing(held.record).subject == "Your own view"
    held.rate_self(3, 2)
    tell(held, "It was led.")
    shown = view.standing(held.record)
    assert (shown.place, shown.title) == ("1 of 2", "Toy 1")
    assert (shown.subject, shown.case) == ("Doing it", "a case with a difficulty or two")
    assert shown.heard[0].quotes[0].shows == "your own responsibility"
    assert shown.bar.endswith("0 of 2 done")


@pytest.mark.parametrize(
    ("done", "planned", "shown"),
    [(0, 2, "□□"), (1, 2, "■□"), (27, 27, "■" * 27), (50, 100, "■" * 14)],
)
def test_the_bar_reads_without_colour(done: int, planned: int, shown: str) -> None:
    """Full and empty squares, never wider than the panel."""
    text = view.bar(done, planned)
    assert text.startswith(shown)
    assert len(text.split("  ")[0]) <= view.BAR_WIDTH


def _result(**figures: object) -> AspectResult:
    nothing = {"rating": None, "span": None, "self_rating": None, "required": None, "gap": None}
    empty = {"quotes": (), "not_heard": (), "left_out": ()}
    return AspectResult(aspect=Aspect.APPLICATION, **{**nothing, **empty, **figures})


@pytest.mark.parametrize(
    ("gap", "next_gap", "told"),
    [
        (None, None, ""),
        (0, None, "no gap"),
        (-1, None, "no gap"),
        (1, None, "gap small, 1 level"),
        (2, 2, "gap large, 2 levels, now and for the next role"),
        (0, -2, "no gap, now and for the next role"),
        (0, 1, "no gap; for the next role gap small, 1 level"),
        (None, 3, "for the next role gap large, 3 levels"),
    ],
)
def test_gaps_are_small_or_large_in_words(gap: int | None, next_gap: int | None, told: str) -> None:
    """Now and for the next role, said once where they are the same, and not where nothing is."""
    required = {"required": None if gap is None else 3}
    later = {"next_required": None if next_gap is None else 3, "next_gap": next_gap}
    assert view.gaps(_result(rating=2, gap=gap, **required, **later)) == told


def test_what_stands_beside_a_rating() -> None:
    """Only what there is: the candidate's own, the role's, the next role's."""
    assert view.beside(_result()) == ""
    assert view.beside(_result(next_required=4)) == "next role 4"
    every = _result(self_rating=2, required=3, next_required=4)
    assert view.beside(every) == "you said 2, required 3, next role 4"


def test_the_panel_says_what_it_is_not_sure_of() -> None:
    """Low confidence in words, and what was not heard as questions; neither for "not rated"."""
    missing = (Missing.OWN_PART, Missing.LED, Missing.COMPLEXITY)
    unsure = _result(rating=3, confidence=Confidence.LOW, not_heard=missing)
    shown = view.aspect_shown(unsure, ())
    assert shown.unsure == "not sure of this one"
    assert shown.to_answer == (
        "Which part of it was your own?",
        "Who decided, and whose responsibility was it?",
    )
    sure = view.aspect_shown(_result(rating=3, confidence=Confidence.MEDIUM), ())
    assert sure.unsure == ""
    assert view.aspect_shown(_result(not_heard=missing), ()).to_answer == ()


def test_what_is_possible_follows_the_state() -> None:
    """Each state offers what the engine would allow, and no more."""
    held = interview()
    assert "skip" in view.possible(held.record, reading=False)
    assert "back" not in view.possible(held.record, reading=False)
    held.rate_self(3, 2)
    assert {"later", "dont_know"} <= view.possible(held.record, reading=False)
    held.answer("led")
    assert view.possible(held.record, reading=True) == {"leave", "withdraw", "scale"}
    assert "reopen" in view.possible(held.record, reading=False)
    held.withdraw()
    assert view.possible(held.record, reading=False) == {"leave", "finish", "report"}


def test_words_are_counted_in_words() -> None:
    """One word, many words, thousands with a comma."""
    counts = [view.word_count(text) for text in ("", "one", "two words", "w " * 1200)]
    assert counts == ["0 words", "1 word", "2 words", "1,200 words"]


def test_a_moment_that_is_none_is_told() -> None:
    """A damaged time stamp gives words, not an error."""
    assert when("2026-11-21T13:05:00.000Z") == "21 Nov 2026, 13:05"
    assert when("nonsense") == "at an unknown time"
