"""The report as a value and as lines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_samples import (
    NUMBERS,
    SHIPPED,
    asks,
    begun,
    both,
    hold,
    record_at,
    records,
    steps,
)
from toys import plan

from interviewer.domain import Aspect, Measure, Missing
from interviewer.framework.loader import load, load_questions
from interviewer.record.facts import Misread
from interviewer.record.record import Record
from interviewer.review.report import Report, day_in_words, report, to_be_answered, turn_quotes
from interviewer.review.report_text import WIDTH, report_lines
from interviewer.review.results import Quote

STEPS = steps(range(1, 8))
ROLE = "Practice record, not assessment evidence."


def text(found: Report, *, bars: bool = False) -> str:
    """The report as one text."""
    return "\n".join(report_lines(found, bars=bars))


def quotes(found: Report) -> Iterator[Quote]:
    """Every quote that the report holds."""
    for competence in found.standing.competences:
        for aspect in competence.aspects:
            yield from aspect.result.quotes
    yield from (item.starts_from for item in found.plan if item.starts_from)


def test_the_report_on_a_finished_interview() -> None:
    """Who, what, what with; where they stand; what to do; and what it is not."""
    record = record_at(both(n1=(3, 2), n2=(1, None)), [asks(1, 3, 3), asks(2, 3, 3)])
    told = text(report(record, development=STEPS, seal="ab12"))
    for line in (
        ROLE,
        "Role: Role",
        "How far: Complete: both planned competences were talked about.",
        "Framework: toy, version 1",
        "Read by: toy, version 1",
        "Seal of the transcript: ab12",
        "  Application 3 of 5, required 3, you said 3. Competent; medium confidence; gap",
        "  Knowledge not rated, required 3, you said 3.",
        "1. Toy 2, application: from 1 to 2 Practised (your role asks for more)",
        "  Look again on 26 March 2026.",
    ):
        assert line in told.split("\n")


@pytest.mark.parametrize(
    ("withdraw", "told"),
    [
        (False, "Not finished: one of three planned competences was talked about so far."),
        (True, "Ended early by the candidate: one of three planned competences was talked about."),
    ],
)
def test_an_interview_that_was_left_says_so(withdraw: bool, told: str) -> None:
    """What was not come to is named, and no level is made up for it."""
    held = begun(plan(numbers=(1, 2, 3), per_aspect=1))
    hold(held, ["led some"], until=1)
    if withdraw:
        held.withdraw()
    found = report(held.record, development=STEPS)
    assert f"How far: {told}" in " ".join(text(found).split())
    assert "Not talked about: Toy 2; Toy 3." in text(found)
    assert [each.number for each in found.reached] == [1]


def test_an_interview_that_was_only_opened_has_a_report_too() -> None:
    """It says that there is nothing yet."""
    told = text(report(begun(plan()).record, development=STEPS), bars=True)
    assert "Nothing to show yet: no competence was gone through to its end." in told
    assert "There is nothing to plan from yet" in told


def test_what_was_not_heard_is_a_question() -> None:
    """At most two for an aspect, and none where nothing was rated."""
    found = report(record_at(both(n1=(3, None))), development=STEPS)
    assert found.questions(1, Aspect.APPLICATION) == (
        "Did you guide others in this, and if so, how?",
    )
    assert found.questions(1, Aspect.KNOWLEDGE) == ()
    assert "Still to be answered: Did you guide others in this, and if so, how?" in text(found)


@pytest.mark.parametrize("aspect", Aspect)
@pytest.mark.parametrize("missing", Missing)
def test_everything_that_can_be_missing_has_its_question(missing: Missing, aspect: Aspect) -> None:
    """One sentence that ends with a question mark."""
    told = to_be_answered(missing, aspect)
    assert told.endswith("?") and told.count("?") == 1 and told[0].isupper()


def test_doing_and_knowing_in_a_hard_setting_are_asked_differently() -> None:
    """The one thing that is missing in both aspects."""
    doing, knowing = (to_be_answered(Missing.HARD_CONTEXT, aspect) for aspect in Aspect)
    assert doing != knowing


def test_what_was_found_misread_is_told_with_its_reason() -> None:
    """As text: escapes and newlines do nothing."""
    record = record_at(both(n1=(3, 3)))
    said = Misread(competence=1, aspect=Aspect.KNOWLEDGE, reason="I \x1b[31mdid\nsay why")
    found = report(replace(record, misread=(said,)), development=STEPS)
    assert [each.reason for each in found.misread] == [said.reason]
    assert "Toy 1, knowledge: I did say why" in text(found).split("\n")


def test_coverage_comes_with_the_role_that_is_measured_so() -> None:
    """KSBs for a standard, areas for a band, nothing for ratings or without the other framework."""
    levels = {(12, Aspect.APPLICATION): 3, (12, Aspect.KNOWLEDGE): 3}
    standard, pathway = load(SHIPPED, "st0310-1.4"), load(SHIPPED, "nhs-pmo")
    ksb_role = record_at(levels, measures=Measure.KSBS, profile="st0310-1.4")
    band_role = record_at(levels, measures=Measure.AREAS, profile="nhs-pmo-band-8a")
    questions = load_questions(SHIPPED, "apm-2", [12])
    by_ksbs = report(ksb_role, development={}, described=standard, questions=questions)
    by_areas = report(band_role, development={}, described=pathway)
    assert (by_ksbs.ksbs is None, by_ksbs.areas) == (False, None)
    assert (by_areas.ksbs, by_areas.areas is None) == (None, False)
    assert by_areas.areas is not None and by_areas.areas.band.band == "8A"
    assert report(record_at(levels), development={}, described=pathway).areas is None
    assert report(band_role, development={}).areas is None
    assert "Crown copyright" in text(by_ksbs)
    told = " ".join(text(by_areas).split())
    assert "grades responsibility by band; it does not rate knowledge and application" in told
    assert "Complexity: Moderate (our reading)" in told
    assert "Band 8B: the same as band 8A" in told


def test_the_bars_are_there_when_they_are_asked_for() -> None:
    """And not otherwise, so that a screen reader meets none."""
    found = report(record_at(both(n1=(3, 3))), development=STEPS)
    assert "████" in text(found, bars=True)
    assert text(found).isascii()


def test_a_turns_quotes_tell_all_that_they_show() -> None:
    """In the order said, each once."""
    held = begun(plan(per_aspect=1, aspects=[Aspect.APPLICATION]))
    record = hold(held, ["Just so. I led some of it.", "nothing"])
    assert turn_quotes(record.turns[0]) == (
        Quote(turn=1, text="Just so.", shows="about this competence"),
        Quote(
            turn=1,
            text="I led some of it.",
            shows="your own responsibility, a situation with some difficulty",
        ),
    )


@pytest.mark.parametrize(
    ("at", "told"),
    [("2026-03-03T10:00:00.000Z", "3 March 2026"), ("2026-12-31", "31 December 2026"),
     ("soon", "unknown"), ("", "unknown")],
)  # fmt: skip
def test_days_are_written_as_people_write_them(at: str, told: str) -> None:
    """Whatever stands in a transcript that somebody made by hand."""
    assert day_in_words(at) == told


HOSTILE = st.text(
    st.sampled_from("ab .\n\t\x1b[]31m\x07\x9b\u202e\r<&*"), min_size=1, max_size=40
).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(records(HOSTILE), st.booleans())
def test_no_line_is_too_long_or_controls_a_terminal(record: Record, bars: bool) -> None:
    """Whatever was typed: at most 80 columns and no control characters."""
    for line in report_lines(report(record, development=steps(NUMBERS)), bars=bars):
        assert len(line) <= WIDTH
        assert not any(ord(letter) < 32 or letter in "\x7f\x9b\u202e" for letter in line)


@settings(max_examples=60, deadline=None)
@given(records())
def test_every_quote_is_verbatim_in_its_turn(record: Record) -> None:
    """Nothing is put into anybody's mouth."""
    found = report(record, development=steps(NUMBERS))
    for quote in (*quotes(found), *(q for turn in record.turns for q in turn_quotes(turn))):
        answer = record.turns[quote.turn - 1].answer
        assert answer is not None and quote.text in answer
