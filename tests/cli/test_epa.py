"""The mock assessment from the command line, in line mode."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli_helpers import ROOT, run

from interviewer.record.library import transcripts

EPA = ["epa", "--plain"]
TALK = [*EPA, "--method", "discussion"]
LED = "self led it for the move of all forty desks, explains because did. In the end it held\n\n"
WEIGHED = "I took it on, self led, and I compared it rather than trust it, evaluates\n\n"
BRICKS = "title: Bricks"
REPORT = """\
# Kiosks

## Budget

I reported spend against budget each month and forecast the cost to completion.
"""


def shown(folder: Path) -> dict[str, object]:
    """The one mock assessment in ``folder`` as JSON."""
    (summary,) = transcripts(folder)
    done = run(["show", summary.id, "--json"], folder)
    value: dict[str, object] = json.loads(done.stdout)
    return value


def test_the_start_tells_the_terms_and_what_is_a_default(tmp_path: Path) -> None:
    """Minutes, questions, extra time; and that nothing is said before the end."""
    done = run(TALK, tmp_path, "")
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "60 minutes for questions, at least 10 of them" in text
    assert "Up to 10 per cent more is there, only to finish the last answer." in text
    assert "check your assessment organisation's plan" in text
    assert "Practice record, not assessment evidence." in text
    assert "Press Enter when you are ready" in text
    record = shown(tmp_path)
    assert (record["mode"], record["state"]) == ("epa", "briefing")


def test_a_discussion_asks_follows_up_asks_for_the_piece_and_goes_on(tmp_path: Path) -> None:
    """Without a word about how it goes; the end of input pauses."""
    done = run(TALK, tmp_path, f"\n{LED}rang them every week\n\nAnn checked it\n\n/time\n")
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "Let's begin with project context, life cycle and governance." in text
    assert "(0 minutes of 60 used.)" in text
    assert "Paused, the clock is stopped." in text
    assert "Application:" not in text and "Competent" not in text
    turns = shown(tmp_path)["turns"]
    assert [turn["answer"] for turn in turns][:2] == [  # type: ignore[attr-defined]
        LED.strip(),
        "rang them every week",
    ]
    assert turns[0]["method"] == "discussion" and turns[0]["ksbs"]  # type: ignore[index]


def test_resume_goes_on_with_the_question_that_stands(tmp_path: Path) -> None:
    """And with the unfinished answer."""
    first = run(TALK, tmp_path, "\nself led one thing\nand").stdout.decode()
    again = run(["resume", "--plain"], tmp_path, "\n")
    text = again.stdout.decode()
    assert "Going on with mock assessment" in text
    assert "minutes of 60 used" in text
    question = first.split("governance.\n\n")[1].split("\n")[0]
    assert question in text
    turns = shown(tmp_path)["turns"]
    assert turns[0]["answer"] == "self led one thing\nand"  # type: ignore[index]


def test_withdrawing_shows_what_was_heard(tmp_path: Path) -> None:
    """As an indication, page by page, with all practice so far."""
    text = run(TALK, tmp_path, f"\n{LED}/withdraw\n").stdout.decode()
    assert "An indication of what this would have come to" in text
    assert "Professional discussion underpinned by a portfolio: Not yet" in text
    assert "What stood between this and pass:" in text
    assert "All practice so far (1 saved practice)" in text
    assert text.count("Practice record, not assessment evidence.") >= 5


@pytest.mark.parametrize("minutes", [1, 15])
def test_a_short_practice(tmp_path: Path, minutes: int) -> None:
    """So many minutes, whatever the plan says."""
    text = run([*TALK, "--minutes", str(minutes)], tmp_path, "\n/time\n").stdout.decode()
    assert f"{minutes} minutes for questions. Follow-up" in text
    assert f"(0 minutes of {minutes} used.)" in text


def test_the_report_comes_from_a_file_and_is_quoted(tmp_path: Path) -> None:
    """So does the outline; the presentation has a timer."""
    report = tmp_path / "my report.md"
    report.write_text(REPORT)
    outline = tmp_path / "outline.txt"
    outline.write_text("One. Two.")
    folder = tmp_path / "t"
    call = [*EPA, "--method", "report", "--report", str(report), "--outline", str(outline)]
    done = run(call, folder, "\nmy notes\n/done\n\n/skip\n/skip\n/skip\n/skip\n")
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "I've read your report: 13 words in 2 sections" in text
    assert "Press Enter to begin your presentation" in text
    assert "You presented for 0 min" in text or "You presented for 0 minutes" in text
    assert 'section 1, "Budget"' in text
    assert (
        '"I reported spend against budget each month and forecast the cost to completion"' in text
    )
    assert "I haven't found much on" in text


def test_the_report_may_be_pasted_or_named_later(tmp_path: Path) -> None:
    """A bad name is told, and asked again; /done ends a paste that has empty lines."""
    typed = f"/file {tmp_path}/none.md\n{REPORT}/done\n/none\n\n/done\n\n"
    done = run([*EPA, "--method", "report"], tmp_path / "t", typed)
    text = done.stdout.decode()
    assert "There is no file" in text
    assert "13 words" in text
    assert "without an outline" in text
    assert shown(tmp_path / "t")["state"] == "asking"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.md", b"", "is empty"),
        ("a.txt", b"\x00\x01" * 500, "is not text"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "protected by a password"),
        ("a.pdf", b"%PDF-1.4", "is a PDF"),
        ("b.txt", None, "There is no file"),
    ],
)
def test_a_bad_report_ends_it_before_it_begins(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    """Exit 2, one sentence, no transcript, no traceback."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    folder = tmp_path / "t"
    done = run([*EPA, "--report", str(path)], folder, "")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1
    assert list(transcripts(folder)) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--minutes", "0"], "from 1 to 480"),
        (["--theme", "bricks"], 'There is no theme "bricks"'),
        (["--ksb", "K99"], 'There is no KSB "K99"'),
        (["--theme", "risk-and-issues", "--ksb", "K23"], "not both"),
        (["--method", "discussion", "--report", "x.md"], "belongs to the method"),
        (["--framework", "apm-2"], "has no end-point assessment"),
    ],
)
def test_a_wrong_call_gets_one_sentence(tmp_path: Path, more: list[str], said: str) -> None:
    """Exit 2."""
    done = run([*EPA, *more], tmp_path, "")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert list(transcripts(tmp_path)) == []


def test_without_plain_it_says_that_there_is_no_screen_yet(tmp_path: Path) -> None:
    """One sentence that names what works."""
    done = run(["epa"], tmp_path, "")
    assert done.returncode == 2
    assert "interviewer epa --plain" in done.stderr.decode()


def test_a_rehearsal_of_one_theme_tells_after_each_question(tmp_path: Path) -> None:
    """And can be ended."""
    typed = f"\n{WEIGHED}none\n\n/end\n"
    text = run([*EPA, "--theme", "risk-and-issues"], tmp_path, typed).stdout.decode()
    assert "Rehearsal: Risk, opportunity and issues." in text
    assert "Press Enter for another question" in text
    assert "Risk, opportunity and issues: met" in text
    assert shown(tmp_path)["state"] == "complete"


def test_one_ksb(tmp_path: Path) -> None:
    """The statement is said, its own theme comes first, and its standing is told."""
    typed = f"\n{WEIGHED}none\n\n/end\n"
    text = run([*EPA, "--ksb", "k20"], tmp_path, typed).stdout.decode()
    assert "K20: " in text
    assert "Let's begin with estimating, budget and performance." in text
    turns = shown(tmp_path)["turns"]
    assert "K20" in turns[0]["ksbs"]  # type: ignore[index]


def test_list_and_verify_know_mock_assessments(tmp_path: Path) -> None:
    """In the list beside interviews: the standard, how far it got."""
    run([*TALK, "--candidate", "Sam"], tmp_path, f"\n{LED}")
    done = run(["list", "--json"], tmp_path)
    (item,) = json.loads(done.stdout)
    assert (item["mode"], item["candidate"]) == ("epa", "Sam")
    assert item["competences"] == {"planned": 11, "done": 1}
    assert run(["verify"], tmp_path).returncode == 0
    text = run(["show", item["id"]], tmp_path).stdout.decode()
    assert "Mock assessment" in text and "not heard" in text


def test_editing_the_one_file_changes_the_exam(tmp_path: Path) -> None:
    """Minutes, extra time, questions, marks, themes and grades come from epa.yaml."""
    frameworks = tmp_path / "frameworks"
    shutil.copytree(ROOT / "frameworks", frameworks)
    plan = frameworks / "st0310-1.4" / "epa.yaml"
    text = plan.read_text()
    changed = text.replace("minutes: 60\n    extra_time: 10", "minutes: 45\n    extra_time: 25")
    changed = changed.replace(
        "questions: 10\n    default: true", "questions: 12\n    default: false"
    )
    changed = changed.replace("title: Project context, life cycle and governance", BRICKS)
    changed = changed.replace("title: Pass\n", "title: Good enough\n")
    assert changed != text
    plan.write_text(changed)
    call = ["--frameworks", str(frameworks), *TALK]
    done = run(call, tmp_path / "t", f"\n{LED}/withdraw\n")
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "45 minutes for questions, at least 12 of them" in said
    assert "Up to 25 per cent more" in said
    assert "Let's begin with bricks." in said
    assert "Bricks: met (Good enough)" in said
    strict = changed.replace("least_words: 12", "least_words: 60")
    assert strict != changed
    plan.write_text(strict)
    in_few_words = run(call, tmp_path / "s", f"\n{LED}/withdraw\n").stdout.decode()
    assert "Bricks: partly" in in_few_words
    assert "What stood between this and good enough:" in said
    marked = changed.replace("default: true", "default: false").replace(
        "grouping: ours", "grouping: plan"
    )
    plan.write_text(marked)
    said = run(call, tmp_path / "u", f"\n{LED}/withdraw\n").stdout.decode()
    assert "defaults" not in said
    assert "Practice record, not assessment evidence." in said


def test_hostile_text_is_shown_as_text(tmp_path: Path) -> None:
    """No control codes come back, from answers, reports or file names."""
    report = tmp_path / "r\x1b[2J.md"
    report.write_text(
        "# \x1b[31mRed\x07\n\nThe \x1b[2J budget \u202eof the cost was mine to forecast monthly.\n"
    )
    call = [*EPA, "--method", "report", "--report", str(report)]
    done = run(call, tmp_path / "t", "/none\n\n/done\n\n\x1b]0;x\x07 self led it\n\n/withdraw\n")
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in text)
    assert "\u202e" not in text


@pytest.mark.parametrize("at", ["after:4", "before:6", "after:6", "before:8", "after:9"])
def test_a_crash_anywhere_loses_no_answer_that_was_taken(tmp_path: Path, at: str) -> None:
    """It goes on from the last fact, and the transcript is whole."""
    run(TALK, tmp_path, f"\n{LED}{LED}", kill_at=at)
    done = run(["resume", "--plain"], tmp_path, f"\n{LED}/withdraw\n")
    assert done.returncode == 0, done.stderr.decode()
    assert run(["verify"], tmp_path).returncode == 0
    assert shown(tmp_path)["state"] == "withdrawn"


def test_a_practice_interview_is_not_resumed_as_a_mock_assessment(tmp_path: Path) -> None:
    """Each is taken up as what it is."""
    run(["start", "--plain", "--competence", "12", "--length", "short"], tmp_path, "3 3\n")
    text = run(["resume", "--plain"], tmp_path, "").stdout.decode()
    assert "Going on with interview" in text
