"""What a mock assessment comes to: grades from the plan's table, quotes with turns, shortfalls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from exam_toys import REPORT, exam, held_with, make_ready, plan, read, tell, terms
from msgspec.structs import replace

from interviewer.domain import ExamTerms
from interviewer.marks import DEFAULTS, PRACTICE_RECORD
from interviewer.record.record import Turn
from interviewer.review.exam_result import (
    NOT_YET,
    ExamResult,
    Slip,
    Standing,
    exam_result,
    shortfalls,
)
from interviewer.review.exam_text import exam_json, exam_pages, readiness_lines
from interviewer.review.readiness import evidenced, readiness
from interviewer.review.shown import shown
from interviewer.review.text import transcript_lines

DID = "self led it, did. We finished in the end and I learned from it"
WEIGHED = "self led evaluates, I compared it rather than trust it. In the end it held"
EXPLAINED = "explains it, because. self led did"

BOTH = ("report", "discussion")


def result(of: ExamTerms, says: Callable[[Turn], str]) -> ExamResult:
    """What it comes to."""
    return exam_result(held_with(of, says).record)


@pytest.mark.parametrize(
    ("says", "overall"),
    [
        (lambda turn: "group did some", NOT_YET),
        (lambda turn: DID, "pass and pass"),
        (lambda turn: WEIGHED, "distinction and distinction"),
        (lambda turn: WEIGHED if turn.method == "report" else DID, "distinction and pass"),
        (lambda turn: "nothing" if turn.method == "report" else WEIGHED, NOT_YET),
        (lambda turn: "nothing" if turn.competence == 2 else WEIGHED, NOT_YET),
    ],
)
def test_the_table_says_what_two_grades_come_to(says: Callable[[Turn], str], overall: str) -> None:
    """Each theme must be met; one that is not keeps the whole from being graded."""
    of = terms(methods=BOTH)
    assert result(of, says).overall == overall


def test_changing_the_plan_changes_the_grade() -> None:
    """A distinction in two of three themes: enough for 60 per cent of them, not for all."""

    def says(turn: Turn) -> str:
        return DID if turn.competence == 3 else WEIGHED

    of = terms()
    assert result(of, says).methods[0].grade == "Distinction"
    low, high = of.grades
    strict = replace(of, grades=(low, replace(high, of_themes=100)))
    strict_result = result(strict, says).methods[0]
    assert strict_result.grade == "Pass"
    assert strict_result.next_grade == "Distinction"
    assert [line.split(":")[0] for line in strict_result.between] == ["Theme 3"]


def test_one_method_alone_has_no_overall_grade() -> None:
    """What is missing is said."""
    found = result(terms(), lambda turn: DID)
    assert (found.overall, found.methods[0].grade) == ("", "Pass")
    assert "takes each method" in found.overall_note


def test_a_short_practice_is_graded_on_what_was_opened_and_says_so() -> None:
    """It has no overall grade."""
    of = terms(methods=BOTH, themes=6, short=3)
    found = result(of, lambda turn: DID)
    assert not found.methods[0].whole
    assert 0 < len(found.methods[0].themes) < 6
    assert found.overall == ""


def test_ksbs_are_met_partly_or_not_heard_with_quotes_and_turns() -> None:
    """Each quote is the candidate's own, at the turn that is named."""

    def says(turn: Turn) -> str:
        return (WEIGHED, "group did", "offtopic")[turn.competence - 1]

    held = held_with(terms(), says)
    found = {ksb.ksb: ksb for ksb in exam_result(held.record).ksbs}
    assert found["K1"].standing is Standing.MET
    assert found["K2"].standing is Standing.PARTLY
    assert found["K3"].standing is Standing.NOT_HEARD and not found["K3"].quotes
    for ksb in found.values():
        for quote in ksb.quotes:
            assert quote.text in (held.record.turns[quote.turn - 1].answer or "")


@pytest.mark.parametrize(
    ("says", "slip"),
    [
        ("group did some", Slip.WE),
        ("would do it", Slip.THEORY),
        ("self led did some", Slip.NO_RESULT),
        ("self led did, it held in the end", Slip.NO_REFLECTION),
    ],
)
def test_each_shortfall_is_told_with_its_place(says: str, slip: Slip) -> None:
    """In questions about doing; the quote is at that turn."""
    held = held_with(terms(questions=1), lambda turn: says)
    places = [each for each in exam_result(held.record).shortfalls if each.slip is slip]
    assert places
    for place in places:
        assert place.quote in (held.record.turns[place.turn - 1].answer or "")


def test_half_a_question_answered_is_a_follow_up_left_open() -> None:
    """Passed over, or answered with nothing to the point."""
    held, _ = exam()
    tell(held, DID)
    tell(held, "offtopic words here")
    found = exam_result(held.record)
    assert [each.turn for each in found.shortfalls if each.slip is Slip.HALF] == [2]


@pytest.mark.parametrize(
    ("asked", "half"),
    [
        ("Was there anything that you would do differently?", False),
        ("What, if any, came up that you had not expected?", False),
        ('You said "it held". Did anybody check it?', False),
        ("What came of it?", True),
        ("Which part was yours?", True),
    ],
)
def test_no_is_half_an_answer_only_where_more_was_asked(asked: str, *, half: bool) -> None:
    """A follow-up may be one that "no" answers in full."""
    held, _ = exam()
    tell(held, DID)
    tell(held, "No, nothing.")
    record = held.record
    turns = tuple(replace(turn, text=asked) if turn.number == 2 else turn for turn in record.turns)
    slips = shortfalls(held.plan.terms, replace(record, turns=turns))
    assert any(each.slip is Slip.HALF for each in slips) is half


def test_what_was_good_has_no_shortfalls() -> None:
    """None is made up."""
    assert result(terms(), lambda turn: WEIGHED).shortfalls == ()


def test_every_page_says_that_it_is_practice_and_what_is_a_default() -> None:
    """At its top; where the plan has no defaults, that mark is not there."""
    found = result(terms(methods=BOTH), lambda turn: DID)
    pages = list(exam_pages(found))
    assert len(pages) == 5
    for page in pages:
        assert page[:2] == (PRACTICE_RECORD, DEFAULTS)
    for page in exam_pages(replace(found, has_defaults=False)):
        assert page[0] == PRACTICE_RECORD and DEFAULTS not in page


def test_pieces_of_the_portfolio_are_listed() -> None:
    """With the theme and turn that they are for."""
    found = result(terms(), lambda turn: WEIGHED)
    assert [(p.theme, p.title, p.date, p.place) for p in found.pieces][:1] == [
        ("Theme 1", "log", "May 2025", "section 2")
    ]


def test_show_has_the_turns_and_the_result() -> None:
    """All keys of an interview are there; ratings are empty."""
    held = held_with(terms(methods=BOTH), lambda turn: DID)
    data = shown(held.record)
    assert data["ratings"] == []
    assert data["mode"] == "epa"
    assert {"turn", "competence", "question", "probe", "answer", "assessment"} <= set(
        data["turns"][0]
    )
    assert data["exam"]["overall"] == "pass and pass"
    assert exam_json(held.record) == data["exam"]
    lines = list(transcript_lines(held.record))
    assert PRACTICE_RECORD in lines and DEFAULTS in lines


def test_a_result_can_be_shown_at_any_moment() -> None:
    """Before the first question, and with an answer that waits to be read."""
    held, _ = exam(plan(terms(methods=BOTH)), ready=False)
    assert exam_result(held.record).methods[0].grade == NOT_YET
    make_ready(held)
    held.answer("self led")
    assert exam_result(held.record).methods[0].asked == 1
    read(held)
    list(transcript_lines(held.record))


def test_readiness_is_over_all_practice() -> None:
    """The share of KSBs, and the themes with the least of them."""
    of = terms()
    one = held_with(of, lambda turn: WEIGHED if turn.competence == 1 else "offtopic").record
    two = held_with(of, lambda turn: DID if turn.competence == 2 else "offtopic").record
    found = readiness(of, [evidenced(one, {}), evidenced(two, {})])
    assert "K1" in found.evidenced and "K2" in found.evidenced and "K3" not in found.evidenced
    assert found.weakest[0].title == "Theme 3"
    lines = list(readiness_lines(found, has_defaults=True))
    assert lines[:2] == [PRACTICE_RECORD, DEFAULTS]
    assert f"{len(found.evidenced)} of 6 KSBs" in lines[2]
    assert readiness(of, []).per_cent == 0


def test_the_report_is_part_of_the_record_but_not_of_the_result() -> None:
    """It can be quoted; the result shows what was said."""
    held = held_with(terms(methods=BOTH), lambda turn: DID)
    assert held.record.exam is not None and held.record.exam.report is not None
    assert held.record.exam.report.text == REPORT


def test_the_weightiest_words_are_quoted_first() -> None:
    """Where a KSB has one quote, it is the one that its standing rests on."""
    held, _ = exam()
    tell(held, "My manager was there, low.\nself led did it and finished it.\n")
    found = {ksb.ksb: ksb for ksb in exam_result(held.record).ksbs}
    assert found["K1"].quotes[0].text == "self led did it and finished it."


def test_who_says_nothing_is_not_told_that_nothing_was_amiss() -> None:
    """Too little was heard to notice anything."""
    held = held_with(terms(questions=1), lambda turn: "offtopic")
    text = "\n".join(line for page in exam_pages(exam_result(held.record)) for line in page)
    assert "None of the five" not in text
