"""Three mock exams, typed in full by hand: weak, pass, distinction.

They are held in line mode with the reader that is shipped, at the pace at which each candidate
types. The samples in ``transcripts/samples`` are the same exams, kept
(``scripts/hold_mock_exams`` writes them).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from exams.candidate import hold

from interviewer.marks import DEFAULTS, PRACTICE_RECORD
from interviewer.record.reading import read, verify
from interviewer.record.record import Record, State, fold
from interviewer.review.exam_result import NOT_YET, ExamResult, Slip, Standing, exam_result
from interviewer.session import Places

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "transcripts" / "samples"
EXPECTED = {
    "weak": ([NOT_YET, NOT_YET], NOT_YET),
    "pass": (["Pass", "Pass"], "Pass"),
    "distinction": (["Distinction", "Distinction"], "Distinction"),
}


def assert_expected(name: str, record: Record) -> ExamResult:
    """The grades are those that the candidate was written for, and each thing has its place."""
    grades, overall = EXPECTED[name]
    result = exam_result(record)
    assert record.state is State.COMPLETE
    assert [method.grade for method in result.methods] == grades
    assert result.overall == overall
    for method in result.methods:
        assert method.asked >= 10
        assert method.limit is not None and method.used <= method.limit * 1.1
        assert len(method.themes) == 11
        for theme in method.themes:
            for quote in theme.quotes:
                assert quote.text in (record.turns[quote.turn - 1].answer or "")
    for ksb in result.ksbs:
        assert bool(ksb.quotes) == (ksb.standing is not Standing.NOT_HEARD)
    if name == "weak":  # remarks, "we" and what one would do: an assessor would sign off nothing
        assert not any(ksb.standing is Standing.MET for ksb in result.ksbs)
        assert not any(turn.credits for turn in record.turns)
    ids = [turn.question_id for turn in record.turns if not turn.is_probe]
    assert len(set(ids)) == len(ids)
    return result


@pytest.mark.parametrize("name", EXPECTED)
def test_a_whole_exam_in_line_mode_comes_to_what_the_candidate_was_written_for(
    tmp_path: Path, name: str
) -> None:
    """With the real reader, both methods, at the candidate's own pace."""
    where = Places(transcripts=tmp_path, frameworks=ROOT / "frameworks")
    session, shown = hold(name, where)
    with session:
        result = assert_expected(name, session.exam.record)
    assert f"Overall: {EXPECTED[name][1]}" in shown
    assert shown.count(PRACTICE_RECORD) >= 6 and shown.count(DEFAULTS) >= 6
    before_the_end = shown.split("That's the end of the mock assessment")[0]
    for told in (": met", ": partly", "not heard", "(Pass)", "Distinction", "indication"):
        assert told not in before_the_end
    if name == "weak":
        slips = {each.slip for each in result.shortfalls}
        assert {Slip.WE, Slip.NO_RESULT} <= slips
    if name != "weak":
        assert len(result.pieces) >= 9


@pytest.mark.parametrize("name", EXPECTED)
def test_the_sample_that_is_kept_is_whole_and_says_the_same(name: str) -> None:
    """It stands by itself: what was read then is in it."""
    path = SAMPLES / f"mock-exam-{name}.jsonl"
    assert verify(path).whole
    record = fold(read(path).stamped)
    assert record is not None
    assert_expected(name, record)
