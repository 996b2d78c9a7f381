"""Line mode: the whole interview on standard input and output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_helpers import ROOT, run, run_in_shell

from interviewer.framework.loader import load_questions
from interviewer.record.library import transcripts

SHORT = ["start", "--plain", "--competence", "12", "--length", "short"]
BANK = load_questions(ROOT / "frameworks", "apm-2", {12})
(PLAINER,) = (q.plainer for q in BANK if q.id == "apm2-12-app-some-1")  # with the seed of the toys
FINISHING = (
    "3 and 2\nled some, all mine\n\nrang them every week\n\n"
    "it explains some of why\n\nwhen people game it\n\n\n"
)


def shown(folder: Path) -> dict[str, object]:
    """The one interview in ``folder`` as JSON."""
    (summary,) = transcripts(folder)
    done = run(["show", summary.id, "--json"], folder)
    value: dict[str, object] = json.loads(done.stdout)
    return value


def test_an_interview_from_the_first_question_to_the_results(tmp_path: Path) -> None:
    """Self-rating, questions, probes, results with quotes, and the end: exit 0, state complete."""
    done = run([*SHORT, "--profile", "pmo-officer", "--candidate", "Sam"], tmp_path, FINISHING)
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "where would you put yourself" in text
    assert "Application: 3 Competent" in text
    shows = "your own responsibility, a situation with some difficulty"
    assert f'"led some, all mine"  (turn 1: {shows})' in text
    assert "you said 3, required 3" in text
    assert "Practice record, not assessment evidence." in text
    record = shown(tmp_path)
    assert (record["state"], record["candidate"], record["profile"]) == (
        "complete",
        "Sam",
        "pmo-officer",
    )
    ratings = {row["aspect"]: row for row in record["ratings"]}  # type: ignore[attr-defined]
    assert ratings["application"]["assessed"] == 3
    assert ratings["application"]["self"] == 3
    assert ratings["knowledge"]["gap"] == 0


def test_output_has_no_control_codes_whatever_was_typed(tmp_path: Path) -> None:
    """Escape codes, bells and direction marks in an answer do not come back to the terminal."""
    nasty = "the group moved the pump \x1b[2J\x1b]0;title\x07did\x9b31m it \u202eon\u202c, \x07 ok"
    done = run(SHORT, tmp_path, f"3 3\n{nasty}\n\n")
    text = done.stdout.decode()
    assert "Which part of that was yours?" in text
    assert not any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in text)
    assert "\u202e" not in text
    turns = shown(tmp_path)["turns"]
    assert turns[0]["answer"] == nasty  # type: ignore[index]


def test_the_end_of_input_pauses_and_keeps_the_unfinished_answer(tmp_path: Path) -> None:
    """Half an answer is a draft; resuming shows it, and an empty line sends it."""
    done = run(SHORT, tmp_path, "3 3\nI rang the supplier\nand then")
    assert done.returncode == 0
    assert "resume" in done.stdout.decode()
    again = run(["resume", "--plain"], tmp_path, "\n")
    assert "I rang the supplier\nand then" in again.stdout.decode()
    turns = shown(tmp_path)["turns"]
    assert turns[0]["answer"] == "I rang the supplier\nand then"  # type: ignore[index]


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("/help", "an empty line sends it"),
        ("/repeat", "I asked: "),
        ("/clarify", PLAINER),
        ("/skip", "we'll leave that one"),
        ("/later", "come back to it before"),
        ("/dontknow", "Put another way"),
        ("/back", "no earlier answer"),
        ("/scale", "3 Competent"),
        ("/withdraw", "ended it here"),
        ("/frobnicate", "There is no /frobnicate"),
    ],
)
def test_each_command_is_answered(tmp_path: Path, command: str, reply: str) -> None:
    """A line that begins with a slash is a command, at once, without an empty line."""
    done = run(SHORT, tmp_path, f"3 3\n{command}\n")
    assert done.returncode == 0, done.stderr.decode()
    assert reply in done.stdout.decode()


def test_pausing_leaves_and_resuming_says_the_question_again(tmp_path: Path) -> None:
    """/pause ends the program; what comes next begins with the question that stands."""
    first = run(SHORT, tmp_path, "3 3\n/pause\nnever read\n\n").stdout.decode()
    question = first.split("Here's the first one.\n\n")[1].split("\n")[0]
    again = run(["resume", "--plain"], tmp_path, "").stdout.decode()
    assert question in again
    assert "where would you put yourself" not in again


def test_a_role_is_asked_for_where_none_is_given(tmp_path: Path) -> None:
    """Without a role or competence the program asks, and wrong numbers are asked again."""
    done = run(["start", "--plain", "--length", "short"], tmp_path, "99\n1\nskip\n")
    text = done.stdout.decode()
    assert "1  PMO Officer" in text
    assert "I was after a number" in text
    assert shown(tmp_path)["profile"] == "pmo-officer"


def test_the_programme_question_is_asked_only_where_it_matters(tmp_path: Path) -> None:
    """In a full interview it decides on 15 and 17; in a short one it would change nothing."""
    full = ["start", "--plain", "--profile", "pmo-officer", "--length", "full"]
    done = run(full, tmp_path / "a", "maybe\nyes\n").stdout.decode()
    assert "programme office" in done
    assert "I was after yes or no." in done
    short = run([*full[:-1], "short"], tmp_path / "b", "").stdout.decode()
    assert "programme office" not in short


def test_a_specialist_chooses_and_a_wrong_choice_is_asked_again(tmp_path: Path) -> None:
    """The list is shown; a choice off the list is told."""
    typed = "5\n23\nskip\n"
    start = ["start", "--plain", "--profile", "pmo-specialist", "--length", "short"]
    done = run(start, tmp_path, typed).stdout.decode()
    assert "23  Independent assurance" in done
    assert "at least 1 of" in done
    assert shown(tmp_path)["profile"] == "pmo-specialist"


def test_bytes_that_are_no_text_are_survived(tmp_path: Path) -> None:
    """Invalid UTF-8 is repaired, never a traceback."""
    done = run(SHORT, tmp_path, b"3 3\nled some \xff\xfe\x00 thing\n\n")
    assert done.returncode == 0, done.stderr.decode()
    turns = shown(tmp_path)["turns"]
    assert "\ufffd" in turns[0]["answer"]  # type: ignore[index]


def test_a_huge_paste_is_an_answer_like_any_other(tmp_path: Path) -> None:
    """Two megabytes on one line are kept whole."""
    text = "led some " * 220_000
    done = run(SHORT, tmp_path, f"3 3\n{text}\n\n")
    assert done.returncode == 0, done.stderr.decode()
    turns = shown(tmp_path)["turns"]
    assert len(turns[0]["answer"]) >= len(text) - 1  # type: ignore[index]


def test_trying_again_at_the_results(tmp_path: Path) -> None:
    """/again asks for the aspect and puts another question."""
    done = run(SHORT, tmp_path, "3 3\n/skip\n/skip\n/again\n1\n").stdout.decode()
    assert "1 for application, 2 for knowledge?" in done
    assert shown(tmp_path)["state"] == "asking"


def test_everything_asked_at_the_start_comes_from_the_same_input(tmp_path: Path) -> None:
    """Role, programme question and interview are one stream: nothing typed is lost between."""
    typed = "1\nyes\n3 3\nled some of it\n\n"
    done = run(["start", "--plain", "--length", "full"], tmp_path, typed)
    assert done.returncode == 0, done.stderr.decode()
    turns = shown(tmp_path)["turns"]
    assert turns[0]["answer"] == "led some of it"  # type: ignore[index]


def test_the_end_of_input_at_the_results_pauses(tmp_path: Path) -> None:
    """Nothing is finished for somebody who has gone: /again and /back are still open."""
    run(SHORT, tmp_path, "3 3\n/skip\n/skip\n")
    assert shown(tmp_path)["state"] == "reflecting"


def test_words_at_the_results_are_kept_and_do_not_move_on(tmp_path: Path) -> None:
    """What is said at the results is part of the record; its empty line is no Enter."""
    done = run(SHORT, tmp_path, "3 3\n/skip\n/skip\nI mended the boiler with Sam on Tuesday\n\n")
    assert "go on, try again, or go back" in done.stdout.decode()
    assert shown(tmp_path)["state"] == "reflecting"


def test_a_full_disk_stops_the_interview_and_says_so(tmp_path: Path) -> None:
    """Exit 2 with the reason; never "everything is saved", and what was sent before is there."""
    run(SHORT, tmp_path, "3 3\nled one thing\n\n")
    done = run(["resume", "--plain"], tmp_path, "led two\n\nled three\n\n", full_at=2)
    assert done.returncode == 2
    assert b"disk is full" in done.stderr
    assert b"everything is saved" not in done.stdout
    answers = [turn["answer"] for turn in shown(tmp_path)["turns"]]  # type: ignore[attr-defined]
    assert answers[0] == "led one thing"
    assert "led three" not in answers


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_closed_stream_is_an_empty_one(tmp_path: Path, closed: str) -> None:
    """A program that closes our input or output gets no traceback."""
    done = run_in_shell(f"start --plain --competence 12 {closed}", tmp_path)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"should not have" not in done.stderr


def test_an_interview_ends_with_the_whole_report(tmp_path: Path) -> None:
    """At the end all ratings stand beside what the candidate said and what the role asks for."""
    start = ["start", "--plain", "--profile", "pmo-officer", "--length", "short"]
    two = [*start, "--competence", "12", "--competence", "9", "--aspect", "application"]
    once = "3\nled some, mine\n\nled some of the rest there, mine\n\n\n"
    text = run(two, tmp_path, once + once).stdout.decode()
    report = " ".join(text.split("INTERVIEW REPORT")[1].split())
    assert "9. Schedule management" in report
    assert report.count("Application 3 of 5, required 3, you said 3.") == 2
    assert "WHAT TO DO NEXT" in report
    assert "Practice record, not assessment evidence." in report
