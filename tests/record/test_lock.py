"""One writer an interview, and no lock that outlives its holder."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from record_samples import Holding, asked, opened, written

from interviewer.domain import InterviewerError
from interviewer.record.errors import Locked, TranscriptError
from interviewer.record.lock import Holder, Lock
from interviewer.record.transcript import Transcript, read, verify


@pytest.fixture
def path(folder: Path) -> Path:
    """A transcript that nobody has open."""
    return written(folder, asked(1))


def test_a_second_process_is_told_who_has_it_and_may_read(path: Path, holding: Holding) -> None:
    """Process and time in plain words; reading needs no lock."""
    process = holding(path.parent, path.stem)
    with pytest.raises(Locked) as caught:
        Transcript.open(path.parent, path.stem)
    assert isinstance(caught.value, InterviewerError)
    sentence = str(caught.value)
    assert f"open in another window (process {process.pid}) since " in sentence
    assert read(path).whole


def test_a_killed_process_leaves_no_lock(path: Path, holding: Holding) -> None:
    """kill -9: the system gives the lock back, whatever stands in its file."""
    process = holding(path.parent, path.stem)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert path.with_suffix(".lock").exists()
    with Transcript.open(path.parent, path.stem) as transcript:
        transcript.append(asked(2))
    assert verify(path).whole
    assert not path.with_suffix(".lock").exists()


def test_a_closed_transcript_can_be_opened_by_another(path: Path, holding: Holding) -> None:
    """Closing gives the lock back while the program runs on."""
    Transcript.open(path.parent, path.stem).close()
    holding(path.parent, path.stem)
    with pytest.raises(Locked):
        Transcript.open(path.parent, path.stem)


def test_an_exception_inside_gives_the_lock_back(path: Path) -> None:
    """The end of a with block, however it is reached."""
    with pytest.raises(ZeroDivisionError), Transcript.open(path.parent, path.stem):
        raise ZeroDivisionError
    Transcript.open(path.parent, path.stem).close()


def test_other_interviews_are_not_locked(path: Path, holding: Holding) -> None:
    """A lock is for one interview."""
    holding(path.parent, path.stem)
    with Transcript.create(path.parent, opened()) as other:
        other.append(asked(1))


@pytest.mark.parametrize(
    ("since", "told"),
    [("2026-03-01T09:05:00.000Z", " since 1 Mar 2026, "), ("nonsense", ""), ("", "")],
)
def test_a_holder_elsewhere_is_told_with_its_computer(since: str, told: str) -> None:
    """Another computer is named with its process; a moment that is none is left out."""
    sentence = str(Holder(pid=7, host="desk-2", since=since))
    assert sentence.startswith(f"on another computer (desk-2, process 7){told}")
    assert ("since" in sentence) is bool(told)


@pytest.mark.parametrize("note", [b"", b"\xff", b"{}", b'{"pid":"x"}', b"[" * 5000])
def test_an_unreadable_note_does_not_hide_the_lock(path: Path, note: bytes) -> None:
    """The note is for people; the lock holds without it, and a stale one locks nobody out."""
    path.with_suffix(".lock").write_bytes(note)
    with Transcript.open(path.parent, path.stem):
        path.with_suffix(".lock").write_bytes(note)
        with pytest.raises(Locked, match="another program"):
            Transcript.open(path.parent, path.stem)


def test_a_longer_note_of_a_killed_program_is_replaced(path: Path) -> None:
    """What stood in the file before does not garble the note of its new holder."""
    path.with_suffix(".lock").write_bytes(b"x" * 1000)
    with Transcript.open(path.parent, path.stem), pytest.raises(Locked, match="this program"):
        Transcript.open(path.parent, path.stem)


def test_a_lock_file_that_is_deleted_meanwhile_locks_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking, the last holder deletes the file: we take a new one."""
    import interviewer.record.lock as module

    real, calls = module._lock, []

    def slow(fd: int) -> None:
        calls.append(fd)
        if len(calls) == 1:
            path.with_suffix(".lock").unlink()
        real(fd)

    monkeypatch.setattr(module, "_lock", slow)
    lock = Lock(path.parent, path.stem)
    assert len(calls) == 2
    with pytest.raises(Locked):
        Lock(path.parent, path.stem)
    lock.release()
    lock.release()


def test_a_lock_that_is_no_file_is_refused(path: Path) -> None:
    """A link or a pipe in the place of the lock neither hangs nor gets written to."""
    target = path.parent / "target"
    target.write_text("precious")
    path.with_suffix(".lock").symlink_to(target)
    with pytest.raises(TranscriptError, match="is a link"):
        Transcript.open(path.parent, path.stem)
    assert target.read_text() == "precious"
    path.with_suffix(".lock").unlink()
    os.mkfifo(path.with_suffix(".lock"))
    with pytest.raises(TranscriptError, match="not an ordinary file"):
        Transcript.open(path.parent, path.stem)
