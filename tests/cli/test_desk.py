"""The desk on the command line: review, import, export, calibrate, privacy, forget."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from cli_helpers import run, surroundings
from desk_samples import ID, desk, held, reviewed

from interviewer.record.reading import verify
from interviewer.record.transcript import Transcript
from interviewer.review import moderation

Done = subprocess.CompletedProcess[bytes]
MENTOR = ["review", ID, "--mentor", "Mo Tor"]


def ok(done: Done) -> Done:
    """A run that ended well."""
    assert done.returncode == 0, done.stderr.decode()
    return done


def refused(done: Done, sentence: str) -> None:
    """A run that ended with a sentence, and without anything on standard output."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert sentence in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one interview that has ended."""
    held(tmp_path / "ours")
    return tmp_path / "ours"


def test_a_whole_review(folder: Path) -> None:
    """Rate, comment, set a step, confirm, sign; each in the JSON of show, and verify proves it."""
    ok(
        run(
            [*MENTOR, "--moderate", "1=4", "--moderate", "4.knowledge=agree", "--reason", "Seen."],
            folder,
        )
    )
    ok(run([*MENTOR, "--comment", "1=Ring whom = why?", "--quote", "Jane Smith"], folder))
    ok(run([*MENTOR, "--action", "Shadow a board", "--due", "2027-01-15"], folder))
    done = ok(run([*MENTOR, "--confirm", "--sign-off", "--json"], folder))
    told = json.loads(done.stdout)
    assert b"Its seal is now" in done.stderr
    assert told == json.loads(ok(run(["show", ID, "--json"], folder)).stdout)
    rows = {row["aspect"]: row["mentor"] for row in told["ratings"] if row["competence"] == 4}
    assert rows == {"application": 4, "knowledge": 3}
    assert told["confirmed"]["noted_by"] == "Mo Tor"
    assert told["signed_off"]["mentor"] == "Mo Tor"
    assert {each["type"] for each in told["reviews"]} == {
        "moderated", "commented", "action", "confirmed", "signed_off",
    }  # fmt: skip
    text = ok(run(["verify", ID], folder)).stdout.decode()
    assert "Signed off by Mo Tor" in text
    assert "it holds" in text
    (verdict,) = json.loads(ok(run(["verify", ID, "--json"], folder)).stdout)
    assert verdict["signatures"][0]["holds"]
    assert "signed" in ok(run(["list"], folder)).stdout.decode()
    assert json.loads(ok(run(["list", "--json"], folder)).stdout)[0]["status"] == "signed"


def test_signed_is_signed_until_it_is_opened_again(folder: Path) -> None:
    """With a reason; then the rest of the same call goes on."""
    ok(run([*MENTOR, "--confirm", "--sign-off"], folder))
    refused(run([*MENTOR, "--comment", "1=More"], folder), "reopen")
    refused(run([*MENTOR, "--reopen"], folder), "why")
    ok(run([*MENTOR, "--reopen", "--reason", "A slip.", "--comment", "1=More"], folder))
    assert "in review" in ok(run(["list"], folder)).stdout.decode()
    ok(run([*MENTOR, "--sign-off"], folder))
    assert ok(run(["verify"], folder)).stdout.decode().count("it holds") == 2


def test_the_candidate_confirms_without_a_mentor(folder: Path) -> None:
    """At their own desk."""
    ok(run(["review", ID, "--confirm"], folder))
    told = json.loads(ok(run(["review", ID, "--json"], folder)).stdout)
    assert told["confirmed"]["candidate"] == "Zoë Ashworth"
    assert told["confirmed"]["noted_by"] == ""
    assert told["status"] == "in review"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["review", ID, "--moderate", "1=4"], "--mentor"),
        ([*MENTOR, "--moderate", "1=4"], "say why"),
        ([*MENTOR, "--moderate", "1=6", "--reason", "x"], "no rating"),
        ([*MENTOR, "--moderate", "one=3", "--reason", "x"], "no rating"),
        ([*MENTOR, "--moderate", "1", "--reason", "x"], "no rating"),
        ([*MENTOR, "--moderate", "4.doing=3", "--reason", "x"], "no rating"),
        ([*MENTOR, "--moderate", "9=3", "--reason", "x"], "no turn 9"),
        ([*MENTOR, "--moderate", "²=3"], "no rating"),
        ([*MENTOR, "--comment", "x"], "no comment"),
        ([*MENTOR, "--comment", "1="], "empty"),
        ([*MENTOR, "--quote", "x"], "--comment"),
        ([*MENTOR, "--reason", "x"], "--moderate"),
        ([*MENTOR, "--action", "x", "--due", "soon"], "not a day"),
        ([*MENTOR, "--done", "1"], "no action 1"),
        ([*MENTOR, "--sign-off"], "confirms first"),
        ([*MENTOR, "--reopen", "--reason", "x"], "not signed"),
        (["review", "20990101-000000-0000", "--mentor", "M", "--confirm"], "no interview"),
        (["export", ID], "--format"),
        (["export", "--format", "csv"], "Name one interview"),
        (["export", ID, "--format", "json", "--cohort"], "one table"),
        (["export", ID, "--format", "pdf"], "pdf"),
        (["export", ID, "--format", "csv", "-o", "/no/such/folder/x.csv"], "There is no folder"),
        (["export", ID, "--format", "csv", "-o", "/"], "is a folder"),
        (["export", ID, "--format", "csv", "-o", " "], "names no file"),
        (["export", ID, "--format", "csv", "--redact", " "], "no letters"),
        (["import", "/no/such/file"], "There is no file"),
        (["import"], "FILE"),
        (["privacy", "--keep-months", "-1"], "number of months"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_gets_one_clear_sentence(
    folder: Path, arguments: list[str], sentence: str
) -> None:
    """Exit 2, no traceback, and the interview is as it was."""
    path = folder / f"{ID}.jsonl"
    before = path.read_bytes()
    refused(run(arguments, folder, toy=False), sentence)
    assert path.read_bytes() == before


def test_an_open_interview_is_not_reviewed(folder: Path) -> None:
    """It is read meanwhile."""
    with Transcript.open(folder, ID):
        refused(run([*MENTOR, "--comment", "1=x"], folder), "open")
        ok(run(["review", ID], folder))


def test_hostile_words_of_a_mentor_do_not_reach_the_terminal(folder: Path) -> None:
    """Neither in review nor in show nor in list nor in verify."""
    evil = "M\x1b]0;x\x07\x1b[31m\u202eo"
    ok(
        run(
            [
                "review",
                ID,
                "--mentor",
                evil,
                "--comment",
                f"1={evil}",
                "--confirm",
                "--candidate",
                evil,
                "--sign-off",
            ],
            folder,
        )
    )
    for command in (["review", ID], ["show", ID], ["list"], ["verify"], ["calibrate"]):
        output = ok(run(command, folder)).stdout.decode()
        assert "\x1b" not in output
        assert "\u202e" not in output
    refused(run([*MENTOR, "--comment", "1=x"], folder), "Mo signed")


def test_import_copies_and_says_what_it_did(folder: Path, tmp_path: Path) -> None:
    """A transcript, the same again, an export, a damaged one; each by itself."""
    theirs = tmp_path / "theirs"
    path = reviewed(theirs)
    new = tmp_path / "new"
    assert b"copied" in ok(run(["import", str(path)], new)).stdout
    assert b"here already" in ok(run(["import", str(path)], new)).stdout
    out = tmp_path / "x.json"
    ok(run(["export", ID, "--format", "json", "-o", str(out)], theirs))
    third = tmp_path / "third"
    ok(run(["import", str(out)], third))
    assert (third / path.name).read_bytes() == path.read_bytes()
    refused(run(["import", str(path)], folder), "--update")
    damaged = tmp_path / "damaged.jsonl"
    damaged.write_bytes(path.read_bytes().replace(b"I led the works", b"I ran the works", 1))
    other = tmp_path / "other"
    refused(run(["import", str(damaged)], other), "--damaged")
    done = run(["import", str(damaged), str(path), "--damaged"], other)
    assert done.returncode == 1
    assert b"DAMAGED" in done.stdout
    assert b"with other content" in done.stderr
    assert b"DAMAGED" in ok(run(["list"], other)).stdout
    assert run(["verify"], other).returncode == 1
    assert b"I ran the works" in run(["show", ID], other).stdout


def test_exports_go_where_they_are_told(folder: Path, tmp_path: Path) -> None:
    """All formats of this version; a default name without names; standard output."""
    for name in ("md", "html", "json", "csv", "docx"):
        target = tmp_path / f"out.{name}"
        done = ok(run(["export", ID, "--format", name, "-o", str(target)], folder))
        assert not done.stdout
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        refused(run(["export", ID, "--format", name, "-o", str(target)], folder), "--force")
        ok(run(["export", ID, "--format", name, "-o", str(target), "--force"], folder))
    assert ok(run(["export", ID, "--format", "json", "-o", "-"], folder)).stdout.startswith(b"{")
    assert ok(run(["export", ID, "--format", "html"], folder)).stdout.startswith(b"<!")


def test_on_a_terminal_an_export_becomes_a_file_without_names(folder: Path, tmp_path: Path) -> None:
    """Nothing that somebody wrote is poured over the screen."""
    command = [sys.executable, "-m", "interviewer", "export", ID, "--format", "csv"]
    child = pexpect.spawn(
        command[0], command[1:], cwd=str(tmp_path), env=surroundings(folder), timeout=60
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [each.name for each in tmp_path.glob("*.csv")] == [f"{ID}.csv"]
    assert b"Jane" not in child.before


def test_an_export_knows_the_installed_framework(folder: Path) -> None:
    """Its title, and the KSBs of the competences with their statements."""
    told = json.loads(ok(run(["export", ID, "--format", "json", "-o", "-"], folder)).stdout)
    assert told["provenance"]["framework"]["title"]
    assert told["interview"]["turns"][0]["ksbs"]
    assert told["portfolio"][0]["statement"]
    assert "Open Government Licence" in told["attribution"]


def test_an_export_without_the_framework_goes_on_without_it(folder: Path, tmp_path: Path) -> None:
    """A transcript says enough by itself."""
    (tmp_path / "empty").mkdir()
    done = ok(
        run(
            ["--frameworks", str(tmp_path / "empty"), "export", ID, "--format", "json", "-o", "-"],
            folder,
        )
    )
    assert b"KSBs are left out" in done.stderr
    assert json.loads(done.stdout)["portfolio"] == []


def test_redaction_says_what_it_replaced_and_what_it_left(folder: Path) -> None:
    """On standard error; the data goes to standard output."""
    done = ok(
        run(
            [
                "export",
                ID,
                "--format",
                "csv",
                "-o",
                "-",
                "--redact",
                "jane smith",
                "--redact",
                "Acme",
            ],
            folder,
        )
    )
    assert b"Jane" not in done.stdout
    assert b"[redacted 1]" in done.stdout
    told = done.stderr.decode()
    assert "Replaced jane smith by [redacted 1]: 1 time" in told
    assert "Replaced Acme by [redacted 2]: 0 times" in told
    assert "Replaced phone numbers by [phone]: 1 time" in told
    assert "Still named in it: Zoë Ashworth" in told


def test_a_cohort_is_one_table(folder: Path, tmp_path: Path) -> None:
    """Of all interviews, or of those named; what can't be read is left out, and named."""
    other = folder / "20261122-130000-bbbb.jsonl"
    other.write_bytes((folder / f"{ID}.jsonl").read_bytes())
    (folder / "20261123-130000-cccc.jsonl").write_bytes(b"\0\0\0")
    done = ok(run(["export", "--cohort", "--format", "csv", "-o", "-"], folder))
    assert len(done.stdout.decode("utf-8-sig").splitlines()) == 1 + 2 * 2
    assert b"20261123-130000-cccc is left out" in done.stderr
    one = ok(run(["export", ID, "--cohort", "--format", "csv", "-o", "-"], folder))
    assert len(one.stdout.splitlines()) == 3


def test_forget_takes_the_exports_that_it_knows_of(folder: Path, tmp_path: Path) -> None:
    """After asking; what was changed since, or holds others too, is named and left."""
    mine, edited, cohort = (tmp_path / f"{name}.csv" for name in ("mine", "edited", "cohort"))
    for target in (mine, edited):
        ok(run(["export", ID, "--format", "csv", "-o", str(target)], folder))
    ok(run(["export", "--cohort", "--format", "csv", "-o", str(cohort)], folder))
    edited.write_text("with notes of my own")
    assert str(mine).encode() in ok(run(["privacy"], folder)).stdout
    assert run(["forget", ID], folder, "n\n").returncode != 0
    assert mine.exists()
    done = ok(run(["forget", ID], folder, "y\ny\n"))
    assert str(mine).encode() in done.stderr
    assert not mine.exists()
    assert edited.exists()
    assert cohort.exists()
    assert b"changed since" in done.stderr
    assert b"holds other interviews" in done.stderr
    assert not list(folder.iterdir())


def test_forget_leaves_the_exports_when_they_are_wanted(folder: Path, tmp_path: Path) -> None:
    """The second question is about them alone."""
    target = tmp_path / "mine.csv"
    ok(run(["export", ID, "--format", "csv", "-o", str(target)], folder))
    ok(run(["forget", ID], folder, "y\nn\n"))
    assert target.exists()
    assert not list(folder.iterdir())


def test_privacy_reminds_and_deletes_nothing(folder: Path) -> None:
    """The list says so too, on standard error only."""
    ok(run(["privacy", "--keep-months", "1"], folder))
    old = folder / "20200101-130000-dddd.jsonl"
    text = (folder / f"{ID}.jsonl").read_bytes()
    old.write_bytes(text.replace(b"2026-11-21T13:00:00", b"2020-01-01T13:00:00", 1))
    told = json.loads(ok(run(["privacy", "--json"], folder)).stdout)
    assert told["keep_months"] == 1
    assert "20200101-130000-dddd" in told["overdue"]
    done = ok(run(["list", "--json"], folder))
    assert len(json.loads(done.stdout)) == 2
    assert b"older than the 1 month" in ok(run(["list"], folder)).stderr
    assert old.exists()
    ok(run(["privacy", "--keep-months", "0"], folder))
    assert not ok(run(["list"], folder)).stderr


def test_calibrate_says_plainly_when_there_are_too_few(folder: Path) -> None:
    """And leaves out what is damaged, and says that as well."""
    with desk(folder) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, 5, "Far better."))
    bad = folder / "20261122-130000-bbbb.jsonl"
    bad.write_bytes((folder / f"{ID}.jsonl").read_bytes().replace(b"I led", b"I bled", 1))
    done = ok(run(["calibrate"], folder))
    assert b"too few to tell (n = 1; at least 20 are needed)" in done.stdout
    assert b"turn 1" in done.stdout
    assert b"20261122-130000-bbbb is left out" in done.stderr
    told = json.loads(ok(run(["calibrate", "--json"], folder)).stdout)
    assert told["at_least"] == 20
    assert told["differ_most"][0]["difference"] == 2
    assert all(each["kappa"] is None for each in told["agreements"])


def test_the_promised_commands_are_listed(tmp_path: Path) -> None:
    """Also those that are imported only when they are wanted."""
    text = ok(run(["--help"], tmp_path, toy=False)).stdout.decode()
    for name in ("review", "import", "export", "calibrate", "privacy", "forget"):
        assert f"  {name} " in text


def test_a_review_that_was_cut_off_leaves_a_whole_file(folder: Path) -> None:
    """Killed between two moves: what was written is whole, and the next call goes on."""
    with desk(folder) as open_:
        count = len(open_.record.turns) and open_.record.last_seq
    run([*MENTOR, "--comment", "1=a", "--comment", "3=b"], folder, kill_at=f"after:{count + 1}")
    assert verify(folder / f"{ID}.jsonl").whole
    ok(run([*MENTOR, "--confirm", "--sign-off"], folder))
    assert verify(folder / f"{ID}.jsonl").whole
