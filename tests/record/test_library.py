"""Listing, searching, finding and forgetting interviews, also among odd files."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from record_samples import (
    MOMENT,
    asked,
    begun,
    conversation,
    opened,
    whole_lines,
    written,
)

from interviewer.record.errors import TranscriptError
from interviewer.record.facts import Answered, Briefed, Finished, Reflected, Withdrawn
from interviewer.record.library import (
    Summary,
    find,
    forget,
    latest,
    search,
    transcripts,
)
from interviewer.record.transcript import Transcript


def ids(folder: Path) -> list[str]:
    """The listed ids, in order."""
    return [item.id for item in transcripts(folder)]


def only(folder: Path) -> Summary:
    """The summary of the one interview."""
    (item,) = transcripts(folder)
    return item


def test_a_summary_shows_what_a_list_needs(folder: Path) -> None:
    """From the first line and the end of the file."""
    path = written(folder, *conversation(), interview="20261121-130000-aaaa")
    item = only(folder)
    assert item == Summary(
        id="20261121-130000-aaaa",
        path=path,
        candidate="Zoë",
        profile_title="Project manager",
        framework="apm-2",
        mode="practice",
        started=item.started,
        state="complete",
        planned=3,
        done=1,
        answers=2,
        size=path.stat().st_size,
        damaged=False,
    )
    assert datetime.fromisoformat(item.started).tzinfo is UTC


def test_the_newest_comes_first(folder: Path) -> None:
    """Going by the time in the id, whatever the files' times; other names by the files' times."""
    made = [begun(folder, hours) for hours in (2, 0, 1)]
    copied = begun(folder, 0, interview="sample")
    os.utime(folder / f"{copied}.jsonl", times=((MOMENT + timedelta(minutes=90)).timestamp(),) * 2)
    assert ids(folder) == [made[0], copied, made[2], made[1]]
    assert [item.id for item in latest(folder, 2)] == [made[0], copied]
    assert latest(folder, 0) == () and len(latest(folder, 99)) == 4


def test_an_interview_that_has_not_ended_is_open(folder: Path) -> None:
    """Also while another program writes to it."""
    with Transcript.create(folder, opened()) as transcript:
        assert (only(folder).state, only(folder).done, only(folder).answers) == ("open", 0, 0)
        transcript.append(Withdrawn(reason="", text=""))
        assert only(folder).state == "withdrawn"


def test_an_answer_given_twice_counts_once(folder: Path) -> None:
    """A later answer to the same turn takes the place of the earlier one."""
    written(folder, asked(1), Answered(turn=1, text="a"), Answered(turn=1, text="b"))
    assert only(folder).answers == 1


@pytest.mark.parametrize("padding", [1, 60])
def test_a_long_file_is_summarised_from_its_end(folder: Path, padding: int) -> None:
    """How far it came is found however long ago; answers are not counted where that takes long."""
    long = [Answered(turn=turn, text="x" * 10_000) for turn in range(padding * 10)]
    path = written(folder, Reflected(competence=4, text=""), Briefed(competence=7, text=""), *long)
    assert path.stat().st_size > padding * 100_000
    item = only(folder)
    # A window that reaches the beginning counts everything; there all ten answers are in reach.
    assert (item.done, item.planned) == (1, 3)
    assert item.answers in (None, padding * 10)
    assert (item.state, item.damaged) == ("open", False)


def test_a_finished_competence_at_the_end_of_a_long_file_is_counted(folder: Path) -> None:
    """The end tells it alone."""
    long = [Answered(turn=turn, text="x" * 10_000) for turn in range(20)]
    written(folder, *long, Reflected(competence=7, text=""), Finished(text=""))
    item = only(folder)
    assert (item.done, item.answers, item.state, item.damaged) == (2, None, "complete", False)


def test_a_torn_end_is_not_called_damage(folder: Path) -> None:
    """It will be mended when the interview is taken up."""
    path = written(folder, *conversation()[:-1])
    whole = path.read_bytes()
    for tail in (b'{"v":1,"seq"', b"\0\0\0\n"):
        path.write_bytes(whole + tail)
        assert (only(folder).damaged, only(folder).answers) == (False, 2)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_damage_that_is_seen_in_passing_is_told(folder: Path, number: int) -> None:
    """In the first line, at the end, or lines that are no JSON."""
    path = written(folder, *conversation())
    lines = whole_lines(path)
    old = lines[number]
    lines[number] = (
        b"?\n" if number == 3 else old.replace(b'pm-2"', b'pm-3"').replace(b'text":"', b'text":"x')
    )
    path.write_bytes(b"".join(lines))
    assert only(folder).damaged


@pytest.mark.parametrize("content", [b"", b"\n", b"garbage", b"\xff" * 100, b"{}\n", b"\0" * 9999])
def test_a_file_that_makes_no_sense_is_listed_as_damaged(folder: Path, content: bytes) -> None:
    """It is not hidden: it may have been an interview."""
    folder.mkdir(parents=True)
    (folder / "x.jsonl").write_bytes(content)
    item = only(folder)
    assert (item.id, item.damaged, item.size) == ("x", True, len(content))
    assert not list(search(folder, "risk"))


def test_odd_files_are_passed_over(folder: Path, tmp_path: Path) -> None:
    """Links, folders, pipes, names that are no ids: none hangs, none is listed."""
    path = written(folder, asked(1))
    outside = written(tmp_path / "outside", asked(1))
    (folder / "link.jsonl").symlink_to(outside)
    (folder / "dangling.jsonl").symlink_to(tmp_path / "nothing")
    (folder / "folder.jsonl").mkdir()
    os.mkfifo(folder / "pipe.jsonl")
    for name in (
        ".jsonl",
        ".x.jsonl",
        "a b.jsonl",
        "x.json",
        "x.jsonl.bak",
        "README.md",
        "é.jsonl",
    ):
        (folder / name).write_bytes(path.read_bytes())
    (folder / os.fsdecode(b"\xff.jsonl")).write_bytes(b"")
    assert ids(folder) == [path.stem]
    assert [found.summary.id for found in search(folder, "risk")] == [path.stem]
    for name in ("link", "dangling", "folder", "pipe"):
        with pytest.raises(TranscriptError, match="not an ordinary file"):
            find(folder, name)
        with pytest.raises(TranscriptError):
            Transcript.open(folder, name)


def test_a_folder_that_is_not_there_holds_none(folder: Path) -> None:
    """No error, and no folder made; but a file is not taken for a folder."""
    assert ids(folder) == [] and not folder.exists()
    folder.parent.mkdir(parents=True)
    folder.write_text("")
    with pytest.raises(TranscriptError, match="reading the folder"):
        ids(folder)


def test_a_file_that_goes_away_meanwhile_is_left_out(folder: Path) -> None:
    """Forgotten by another program while the list is read."""
    first, second = begun(folder, 1), begun(folder, 0)
    listed = transcripts(folder)
    assert next(listed).id == first
    forget(folder, second)
    assert list(listed) == []


def test_the_latest_opens_no_other_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With thousands of interviews, the first page costs only its own files."""
    for hours in range(30):
        begun(folder, hours)
    opened_files: list[object] = []
    real = os.open

    def watched(path: Path, *rest: int) -> int:
        opened_files.append(path)
        return real(path, *rest)

    monkeypatch.setattr(os, "open", watched)
    assert len(latest(folder, 3)) == 3
    assert len(opened_files) == 3
