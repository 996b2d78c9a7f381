"""Exporting the report on an interview, and hearing it in line mode."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cli_helpers import run

from interviewer.cli import EXPORTED
from interviewer.export.files import FORMATS

SHORT = ["start", "--plain", "--competence", "12", "--length", "short", "--candidate", "<b>Eve</b>"]
TO_RESULTS = "3 and 2\nled some, all mine\n\nmore of it\n\nexplains some\n\nmore\n\n"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one finished interview; tests only read there."""
    folder = tmp_path_factory.mktemp("held")
    done = run(SHORT, folder, TO_RESULTS + "\n")
    assert done.returncode == 0, done.stderr.decode()
    return folder


def _id(folder: Path) -> str:
    (path,) = folder.glob("*.jsonl")
    return path.stem


def test_the_command_knows_all_formats() -> None:
    """The choice that the command line offers is the table of formats."""
    assert tuple(FORMATS) == EXPORTED


@pytest.mark.parametrize(("wanted", "begins"), [("md", b"# Interview report"), ("html", b"<!DOC")])
def test_it_goes_to_standard_output(held: Path, wanted: str, begins: bytes) -> None:
    """Nothing but the document, and what was typed is no markup in it."""
    done = run(["export", _id(held), "--format", wanted], held)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(begins)
    assert b"led some, all mine" in done.stdout
    assert b"<b>Eve" not in done.stdout


def test_it_is_written_to_a_file_for_its_owner(held: Path, tmp_path: Path) -> None:
    """Readable by nobody else, and it says where it is."""
    file = tmp_path / "report.html"
    done = run(["export", _id(held), "--format", "html", "-o", str(file)], held)
    assert (done.returncode, done.stdout) == (0, b"")
    assert f"Written to {file}" in done.stderr.decode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes().startswith(b"<!DOC")


def test_a_folder_gets_a_file_without_a_name_in_it(held: Path, tmp_path: Path) -> None:
    """It is called after the interview's id."""
    run(["export", _id(held), "--format", "md", "-o", str(tmp_path)], held)
    assert [each.name for each in tmp_path.iterdir()] == [f"interview-{_id(held)}.md"]


def test_a_file_is_replaced_only_where_that_is_said(held: Path, tmp_path: Path) -> None:
    """Exit 2 and a sentence; with --force the new one takes its place."""
    file = tmp_path / "report.md"
    file.write_text("mine")
    command = ["export", _id(held), "--format", "md", "-o", str(file)]
    done = run(command, held)
    assert done.returncode == 2
    assert "With --force it is replaced." in " ".join(done.stderr.decode().split())
    assert file.read_text() == "mine"
    assert run([*command, "--force"], held).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("# Interview report")
    assert [each.name for each in tmp_path.iterdir()] == ["report.md"]


def test_a_link_is_never_written_through(held: Path, tmp_path: Path) -> None:
    """Not even with --force: what it leads to belongs to something else."""
    other, link = tmp_path / "other", tmp_path / "link.md"
    other.write_text("mine")
    link.symlink_to(other)
    done = run(["export", _id(held), "--format", "md", "-o", str(link), "--force"], held)
    assert done.returncode == 2
    assert "is a link to another place" in done.stderr.decode()
    assert other.read_text() == "mine"


def test_a_damaged_interview_is_not_exported(held: Path, tmp_path: Path) -> None:
    """Exit 2 and a sentence that says what is wrong."""
    lines = (held / f"{_id(held)}.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / f"{_id(held)}.jsonl").write_bytes(b"".join([*lines[:3], b"{\n", *lines[4:]]))
    done = run(["export", _id(held), "--format", "md"], tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "line 4 is not JSON" in done.stderr.decode()


def test_an_interview_that_is_not_there_is_told(held: Path) -> None:
    """Exit 2, as for every other command."""
    done = run(["export", "nosuch", "--format", "md"], held)
    assert done.returncode == 2
    assert b"nosuch" in done.stderr


# --- in line mode ---------------------------------------------------------------------------------


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
