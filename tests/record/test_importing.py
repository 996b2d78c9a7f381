"""Taking in transcripts from elsewhere: checked, copied as they are, nothing replaced."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from desk_samples import ID, desk, held, reviewed

from interviewer.record.errors import Locked, NotFound, TranscriptError
from interviewer.record.importing import How, bring_in, read_bytes
from interviewer.record.library import forget, transcripts
from interviewer.record.reading import verify
from interviewer.record.transcript import Transcript
from interviewer.review import moderation


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    """A transcript that came from elsewhere."""
    return reviewed(tmp_path / "theirs").read_bytes()


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "ours"


def test_a_copy_is_the_same_and_private(data: bytes, ours: Path) -> None:
    """Byte for byte, under the id that stands in it, readable by its owner alone."""
    brought = bring_in(ours, data, "Sam's interview (final).jsonl")
    path = ours / f"{ID}.jsonl"
    assert (brought.id, brought.how, brought.problems) == (ID, How.COPIED, ())
    assert path.read_bytes() == data
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in ours.iterdir()] == [path.name]
    assert verify(path).whole


def test_the_same_again_is_nothing_to_do(data: bytes, ours: Path) -> None:
    """And leaves the file alone."""
    bring_in(ours, data, "a.jsonl")
    before = (ours / f"{ID}.jsonl").stat().st_mtime_ns
    assert bring_in(ours, data, "b.jsonl").how is How.SAME
    assert (ours / f"{ID}.jsonl").stat().st_mtime_ns == before


def test_another_of_the_same_id_is_refused(data: bytes, ours: Path) -> None:
    """Nothing that is here is replaced."""
    mine = held(ours, candidate="Somebody else")
    before = mine.read_bytes()
    with pytest.raises(TranscriptError, match="with other content"):
        bring_in(ours, data, "theirs.jsonl", damaged=True, update=True)
    assert mine.read_bytes() == before


def test_one_that_goes_on_from_ours_comes_in_when_that_is_wanted(
    tmp_path: Path, ours: Path
) -> None:
    """So a review comes back to the candidate; an older copy changes nothing."""
    older = held(tmp_path / "theirs").read_bytes()
    bring_in(ours, older, "first.jsonl")
    with desk(tmp_path / "theirs") as open_:
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, "Well put."))
    newer = (tmp_path / "theirs" / f"{ID}.jsonl").read_bytes()
    with pytest.raises(TranscriptError, match="--update"):
        bring_in(ours, newer, "second.jsonl")
    assert bring_in(ours, newer, "second.jsonl", update=True).how is How.UPDATED
    assert (ours / f"{ID}.jsonl").read_bytes() == newer
    with pytest.raises(TranscriptError, match="yours goes further"):
        bring_in(ours, older, "first.jsonl", update=True)


def test_a_damaged_one_comes_in_only_when_that_is_wanted(data: bytes, ours: Path) -> None:
    """Then the list and verify say so, and it can still be read."""
    altered = data.replace(b"I led the works", b"I ran the works", 1)
    with pytest.raises(TranscriptError, match=r"line 6.*--damaged"):
        bring_in(ours, altered, "altered.jsonl")
    assert not list(transcripts(ours))
    brought = bring_in(ours, altered, "altered.jsonl", damaged=True)
    assert brought.problems
    (summary,) = transcripts(ours)
    assert summary.damaged
    assert not verify(summary.path).whole
    forget(ours, ID)
    assert not list(ours.iterdir())


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 1000, b"not a transcript\n", b"[" * 100_000, b'{"v":1}\n', b"\xff\xfe\n"],
    ids=["empty", "NULs", "text", "deep", "no facts", "no UTF-8"],
)
def test_what_is_no_transcript_is_refused(data: bytes, ours: Path) -> None:
    """With a sentence; and with --damaged it needs at least an id."""
    with pytest.raises(TranscriptError):
        bring_in(ours, data, "../../etc/passwd")
    with pytest.raises(TranscriptError, match="has no id"):
        bring_in(ours, data, "../../etc/pass wd", damaged=True)
    assert not list(transcripts(ours))


def test_an_id_that_is_a_path_leads_nowhere(data: bytes, ours: Path) -> None:
    """Neither within the file nor as its name."""
    evil = data.replace(ID.encode(), b"../../../../tmp/evil", 1)
    brought = bring_in(ours, evil, "x/../harmless.jsonl", damaged=True)
    assert brought.id == "harmless"
    assert {each.name for each in ours.iterdir()} == {"harmless.jsonl", "harmless.damaged"}


def test_an_open_interview_is_not_imported_over(data: bytes, ours: Path) -> None:
    """Whoever has it open keeps it."""
    held(ours)
    with Transcript.open(ours, ID), pytest.raises(Locked):
        bring_in(ours, data, "x.jsonl")


def test_reading_a_file_that_is_none(tmp_path: Path) -> None:
    """One sentence each; a link that the user named is followed."""
    with pytest.raises(NotFound, match="There is no file"):
        read_bytes(tmp_path / "nothing.jsonl")
    with pytest.raises(TranscriptError, match="ordinary file"):
        read_bytes(tmp_path)
    with pytest.raises(TranscriptError, match="not a path"):
        read_bytes(Path("a\0b"))
    (tmp_path / "real").write_bytes(b"x")
    os.symlink(tmp_path / "real", tmp_path / "link")
    assert read_bytes(tmp_path / "link") == b"x"
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TranscriptError):
        read_bytes(tmp_path / "pipe")
