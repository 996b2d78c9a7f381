"""The other commands: lists, verdicts, data; and bad calls, each with one clear sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_helpers import run

from interviewer.record.library import transcripts
from interviewer.record.transcript import Transcript

SHORT = ["start", "--plain", "--competence", "12", "--length", "short"]


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """The id of an unfinished interview with one answer."""
    run([*SHORT, "--candidate", "Sam \x1b[31mRed"], tmp_path, "3 2\nled the boiler, some\n\n")
    (summary,) = transcripts(tmp_path)
    return summary.id


def test_list_shows_the_saved_interviews(tmp_path: Path, saved: str) -> None:
    """One line each, without control codes; --json has the same as data."""
    text = run(["list"], tmp_path).stdout.decode()
    assert saved in text
    assert "unfinished" in text
    assert "\x1b" not in text
    (row,) = json.loads(run(["list", "--json"], tmp_path).stdout)
    assert (row["id"], row["state"]) == (saved, "open")


def test_list_searches_what_was_said_and_who_said_it(tmp_path: Path, saved: str) -> None:
    """Only the interviews in which the words stand, only that candidate's."""
    found = run(["list", "--search", "BOILER", "--candidate", "sam"], tmp_path).stdout.decode()
    assert saved in found
    assert "turn 1, answer" in found
    assert run(["list", "--search", "submarine", "--json"], tmp_path).stdout == b"[]\n"


def test_show_has_every_promised_key(tmp_path: Path, saved: str) -> None:
    """The JSON of show is a promise to other programs."""
    value = json.loads(run(["show", saved[:-2], "--json"], tmp_path).stdout)
    assert set(value) >= {
        "id", "framework", "version", "profile", "mode", "candidate", "started", "state",
        "turns", "ratings", "reviews", "signed_off",
    }  # fmt: skip
    turn = value["turns"][0]
    assert set(turn) >= {
        "turn", "competence", "aspect", "complexity", "question", "probe", "answer", "assessment",
    }  # fmt: skip
    assert set(turn["assessment"]) >= {
        "rating", "span", "confidence", "evidence", "missing", "notices", "act", "assessor",
    }  # fmt: skip
    for item in turn["assessment"]["evidence"]:
        assert turn["answer"][item["start"] : item["end"]] == item["quote"]
    row = value["ratings"][0]
    assert set(row) >= {
        "competence", "aspect", "self", "assessed", "span", "mentor", "required", "gap",
    }  # fmt: skip


def test_verify_proves_a_whole_transcript_and_names_the_place_of_damage(
    tmp_path: Path, saved: str
) -> None:
    """Exit 0 when whole; after a change exit 1 with the line; show still shows the rest."""
    assert run(["verify"], tmp_path).returncode == 0
    path = tmp_path / f"{saved}.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"where would you", b"where WOULD you")
    path.write_bytes(b"\n".join(lines))
    done = run(["verify", saved, "--json"], tmp_path)
    (verdict,) = json.loads(done.stdout)
    assert done.returncode == 1
    assert not verdict["whole"]
    assert any(problem["line"] == 3 for problem in verdict["problems"])
    again = run(["show", saved], tmp_path)
    assert again.returncode == 1
    assert b"led the boiler" in again.stdout
    resumed = run(["resume", saved, "--plain"], tmp_path)
    assert resumed.returncode == 2
    assert b"Traceback" not in resumed.stderr


def test_forget_asks_and_then_deletes_all_of_it(tmp_path: Path, saved: str) -> None:
    """Without a yes nothing happens; with --yes no file of the interview is left."""
    assert run(["forget", saved], tmp_path, "n\n").returncode != 0
    assert list(transcripts(tmp_path))
    assert run(["forget", saved, "--yes"], tmp_path).returncode == 0
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(saved)]


def test_forgetting_leaves_no_word_in_the_index(
    tmp_path: Path, saved: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said is in the cache once it was looked through, and gone at once."""
    cache = tmp_path.with_name("cache-of-one")
    monkeypatch.setenv("INTERVIEWER_CACHE", str(cache))

    def kept() -> bytes:
        return b"".join(p.read_bytes() for p in cache.rglob("*") if p.is_file())

    assert run(["history"], tmp_path).returncode == 0
    assert b"boiler" in kept()
    assert run(["forget", saved, "--yes"], tmp_path).returncode == 0
    assert b"boiler" not in kept()


def test_an_interview_that_is_open_elsewhere_can_be_read_but_not_resumed(
    tmp_path: Path, saved: str
) -> None:
    """The second process is told who holds it, and may read."""
    with Transcript.open(tmp_path, saved):
        done = run(["resume", saved, "--plain"], tmp_path)
        assert done.returncode == 2
        assert b"open" in done.stderr
        assert run(["show", saved], tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "20990101-000000-0000"], b"no interview"),
        (["show", "../../etc/passwd"], b"not the id"),
        (["resume", "--plain"], b"no unfinished interview"),
        (["start", "--plain", "--competence", "99"], b"There is no competence 99"),
        (["start", "--plain", "--profile", "pmo-oficer"], b"pmo-officer"),
        (["start", "--plain", "--complexity", "medium"], b"low"),
        (["start", "--plain", "--framework", "apm-9"], b"apm-9"),
        (["start"], b"--plain"),
        ([], b"--plain"),
        (["questions", "--competence", "28"], b"no competence 28"),
        (["framework", "apm-7"], b"apm-7"),
        (["check", "no/such/file.yaml"], b"no/such/file.yaml"),
        (["assess", "no-such-file.jsonl"], b"no-such-file.jsonl"),
        (["--frameworks", "no/such/folder", "framework"], b"no/such/folder"),
    ],
)
def test_a_wrong_call_gets_one_clear_sentence(
    tmp_path: Path, arguments: list[str], sentence: bytes
) -> None:
    """Exit 2, a sentence that names what is wrong, no traceback, nothing on standard output."""
    done = run(arguments, tmp_path, toy=False)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert b"Traceback" not in done.stderr
    assert not done.stdout


def test_check_prints_every_problem_with_its_place(tmp_path: Path) -> None:
    """file:line:column: message, one a line, exit 1; a file without problems gives exit 0."""
    file = tmp_path / "competences" / "01-toy.yaml"
    file.parent.mkdir()
    file.write_text("number: one\ntitel: Toy\ndefinition: A toy.\n")
    done = run(["check", str(file)], tmp_path, toy=False)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert len(lines) >= 2
    assert all(line.startswith(f"{file}:") and line.split(":")[1].isdigit() for line in lines)
    assert any("title" in line for line in lines)
    assert run(["check"], tmp_path, toy=False).returncode == 0


def test_frameworks_and_questions_are_data(tmp_path: Path) -> None:
    """The keys that the interface promises are there."""
    heads = json.loads(run(["framework", "--json"], tmp_path, toy=False).stdout)
    assert {head["id"] for head in heads} >= {"apm-2", "st0310-1.4", "nhs-pmo"}
    apm = json.loads(run(["framework", "apm-2", "--json"], tmp_path, toy=False).stdout)
    assert len(apm["competences"]) == 27
    assert [level["level"] for level in apm["scale"]] == [0, 1, 2, 3, 4, 5]
    st0310 = json.loads(run(["framework", "st0310-1.4", "--json"], tmp_path, toy=False).stdout)
    assert (len(st0310["duties"]), len(st0310["ksbs"])) == (14, 62)
    nhs = json.loads(run(["framework", "nhs-pmo", "--json"], tmp_path, toy=False).stdout)
    assert (len(nhs["bands"]), len(nhs["responsibilities"])) == (6, 10)
    bank = json.loads(run(["questions", "--json"], tmp_path, toy=False).stdout)
    cells = {(q["competence"], q["aspect"], q["complexity"]) for q in bank}
    assert len(cells) == 27 * 2 * 3
    assert all(q["source"] == "ours" and len(q["looks_for"]) >= 3 for q in bank)
