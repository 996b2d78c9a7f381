"""Disks that are full, broken or read-only: nothing is half written, and a later try works."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from record_samples import asked, opened, python, whole_lines, written

from interviewer.record.draft import Draft
from interviewer.record.errors import TranscriptError
from interviewer.record.facts import Answered, Reflected
from interviewer.record.transcript import Transcript, read, verify

ANSWER = Answered(turn=1, text="I led it. " * 20)
SYSTEM_FAILURES = [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT, errno.EFBIG, errno.EINVAL]

REAL_WRITE, REAL_FSYNC, REAL_TRUNCATE = os.write, os.fsync, os.ftruncate


def failing(number: int) -> Callable[..., Any]:
    """A system call that fails with ``number``."""

    def call(*_: object) -> Any:
        raise OSError(number, os.strerror(number))

    return call


def half_then(number: int) -> Callable[[int, bytes], int]:
    """A write that takes half of the bytes, and then fails."""
    calls: list[int] = []

    def write(fd: int, data: bytes) -> int:
        calls.append(len(data))
        if len(calls) > 1:
            raise OSError(number, os.strerror(number))
        return REAL_WRITE(fd, bytes(data)[: len(data) // 2])

    return write


def half(fd: int, data: bytes) -> int:
    """A write that always takes half of the bytes and gives no reason."""
    return REAL_WRITE(fd, bytes(data)[: len(data) // 2])


def assert_as_before_and_usable(
    transcript: Transcript, before: bytes, patch: pytest.MonkeyPatch
) -> None:
    """The file and the object are as before; once the disk works, the same fact goes in."""
    assert transcript.path.read_bytes() == before
    assert len(transcript.stamped) == len(before.splitlines())
    patch.undo()
    transcript.append(ANSWER)
    assert transcript.path.read_bytes().startswith(before)
    assert transcript.stamped[-1].fact == ANSWER
    assert verify(transcript.path).whole


@pytest.mark.parametrize("number", SYSTEM_FAILURES)
def test_a_write_that_fails_leaves_all_as_it_was(transcript: Transcript, number: int) -> None:
    """Each reason that a disk can give."""
    before = transcript.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", failing(number))
        with pytest.raises(TranscriptError, match="What you sent was not taken"):
            transcript.append(ANSWER)
        assert_as_before_and_usable(transcript, before, patch)


def test_a_full_disk_is_told_with_its_mend(transcript: Transcript) -> None:
    """One sentence that says what to do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(TranscriptError) as caught:
            transcript.append(ANSWER)
    assert str(caught.value) == (
        f"The disk is full: nothing could be added to interview {transcript.id}. "
        "What you sent was not taken: free some space and send it again."
    )


def test_a_disk_that_fills_up_after_an_answer_tells_that_it_is_saved(
    transcript: Transcript,
) -> None:
    """What the program adds by itself was sent by nobody, so nothing is to be sent again."""
    transcript.append(ANSWER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(TranscriptError, match="Your answer is saved; please free some space"):
            transcript.append(Reflected(competence=4, text="So far."))


@pytest.mark.parametrize("write", [half_then(errno.ENOSPC), half_then(errno.EIO), half])
def test_a_short_write_is_taken_back(transcript: Transcript, write: Any) -> None:
    """Half a line never stays in the file."""
    before = transcript.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", write)
        with pytest.raises(TranscriptError, match="was not taken"):
            transcript.append(ANSWER)
        assert_as_before_and_usable(transcript, before, patch)


@pytest.mark.parametrize("number", SYSTEM_FAILURES)
def test_a_sync_that_fails_takes_the_line_back(transcript: Transcript, number: int) -> None:
    """A line that may not be on the disk was not written."""
    before = transcript.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", failing(number))
        with pytest.raises(TranscriptError, match="was not taken"):
            transcript.append(ANSWER)
        assert_as_before_and_usable(transcript, before, patch)


def test_what_could_not_be_cut_off_is_cut_off_later(transcript: Transcript) -> None:
    """A disk that turns read-only in the middle of a line: the next try cleans up first."""
    before = transcript.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", half_then(errno.EROFS))
        patch.setattr(os, "ftruncate", failing(errno.EROFS))
        for _ in range(2):
            with pytest.raises(TranscriptError, match="read-only"):
                transcript.append(ANSWER)
        assert transcript.path.read_bytes() != before
    transcript.append(ANSWER)
    assert [item.fact for item in read(transcript.path).stamped][1:] == [ANSWER]
    assert verify(transcript.path).whole


def test_what_was_never_cut_off_is_torn_for_the_next_program(folder: Path) -> None:
    """The same, when the program ends before the disk works again."""
    transcript = Transcript.create(folder, opened())
    before = transcript.path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", half_then(errno.EIO))
        patch.setattr(os, "ftruncate", failing(errno.EIO))
        with pytest.raises(TranscriptError):
            transcript.append(ANSWER)
        with pytest.raises(TranscriptError):
            transcript.close()
    assert read(transcript.path).torn
    Transcript.open(folder, transcript.id).close()
    assert transcript.path.read_bytes() == before


def test_an_interrupt_in_the_middle_leaves_no_half_line(transcript: Transcript) -> None:
    """Ctrl+C while the disk is busy goes on as Ctrl+C, and the file is as before."""
    before = transcript.path.read_bytes()

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            transcript.append(ANSWER)
    with pytest.MonkeyPatch.context() as patch:
        assert_as_before_and_usable(transcript, before, patch)


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_an_interview_that_cannot_be_begun_leaves_nothing(folder: Path, call: str) -> None:
    """No file, no lock; the sentence speaks of beginning, not of an answer."""
    folder.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, failing(errno.ENOSPC))
        with pytest.raises(TranscriptError, match="could not be begun") as caught:
            Transcript.create(folder, opened())
    assert "answer" not in str(caught.value)
    assert not list(folder.iterdir())


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    """A read-only disk, where even the lock can't be made."""
    path = written(folder, asked(1))
    real = os.open

    def read_only(name: Any, flags: int, *rest: int) -> int:
        if flags & (os.O_CREAT | os.O_RDWR | os.O_WRONLY):
            raise OSError(errno.EROFS, "read-only")
        return real(name, flags, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", read_only)
        for attempt in (
            lambda: Transcript.create(folder, opened()),
            lambda: Transcript.open(folder, path.stem),
            lambda: Draft(folder, path.stem).save("text", 1),
        ):
            with pytest.raises(TranscriptError, match="The disk is read-only"):
                attempt()
        assert read(path).whole


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """The folder, or one above it, is a file."""
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(TranscriptError, match="a file is in the way"):
            Transcript.create(folder, opened())


def test_a_repair_that_fails_leaves_the_torn_bytes(folder: Path) -> None:
    """The bytes are cut off only once they are safe elsewhere; the lock is given back."""
    path = written(folder, asked(1))
    whole = path.read_bytes()
    path.write_bytes(whole + b"torn")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(TranscriptError, match="The disk is full"):
            Transcript.open(folder, path.stem)
    assert path.read_bytes() == whole + b"torn"
    Transcript.open(folder, path.stem).close()
    assert path.read_bytes() == whole


_LIMITED = """
import resource, sys
from pathlib import Path
from interviewer.record.errors import TranscriptError
from interviewer.record.facts import Answered
from interviewer.record.transcript import Transcript
with Transcript.open(Path(sys.argv[1]), sys.argv[2]) as transcript:
    limit = transcript.path.stat().st_size + 100
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    before = transcript.path.read_bytes()
    try:
        transcript.append(Answered(turn=1, text="x" * 1000))
    except TranscriptError as error:
        print(error)
    assert transcript.path.read_bytes() == before
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    transcript.append(Answered(turn=1, text="x" * 1000))
"""


def test_a_real_limit_stops_a_real_write(folder: Path) -> None:
    """The system itself takes only a part of the line; nothing stays, and a later try works."""
    path = written(folder, asked(1))
    process = python(_LIMITED, str(folder), path.stem)
    said, _ = process.communicate()
    assert process.returncode == 0
    assert said.startswith("The file may not grow any further on this system")
    assert len(whole_lines(path)) == 3 and verify(path).whole
