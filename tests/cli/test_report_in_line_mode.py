"""The report on an interview, heard in line mode."""

from __future__ import annotations

from pathlib import Path

from cli_helpers import run

SHORT = ["start", "--plain", "--competence", "12", "--length", "short", "--candidate", "<b>Eve</b>"]
TO_RESULTS = (
    "3 and 2\nled some, all mine\n\nrang them every week\n\n"
    "it explains some of why\n\nwhen people game it\n\n"
)


def test_at_the_results_the_report_so_far_is_said(tmp_path: Path) -> None:
    """It says that it is not finished, and the interview stays where it was."""
    text = run(SHORT, tmp_path, TO_RESULTS + "/report\n").stdout.decode()
    assert "/report" in text.split("Press Enter for")[1].split("\n")[0]
    told = " ".join(text.split("INTERVIEW REPORT")[1].split())
    assert "Not finished: the planned competence was talked about so far." in told
    assert "WHERE YOU STAND" in told
    assert "Press Enter for the end" in told


def test_while_a_question_stands_there_is_no_report_yet(tmp_path: Path) -> None:
    """It says when there is one; nothing that was heard is given away."""
    text = run(SHORT, tmp_path, "3 and 2\n/report\n").stdout.decode()
    assert "when a competence's results are shown" in text
    assert "INTERVIEW REPORT" not in text


def test_at_the_end_the_whole_report_is_said(tmp_path: Path) -> None:
    """Plan, practice line and provenance, without control codes."""
    text = run(SHORT, tmp_path, TO_RESULTS + "\n").stdout.decode()
    report = text.split("INTERVIEW REPORT")[1]
    for part in (
        "WHAT TO DO NEXT",
        "Ask your mentor:",
        "Seal of the transcript",
        "Practice record",
    ):
        assert part in report
    assert "\x1b" not in text
