"""Noticing that another program changed the file of an interview that is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from record_samples import asked

from interviewer.record.errors import TranscriptError
from interviewer.record.transcript import Transcript, verify


def later(path: Path) -> None:
    """Make sure that the time of change differs, also where the system's ticks are coarse."""
    os.utime(path, (1, 1))


def add(path: Path) -> None:
    """Append a line."""
    with path.open("ab") as file:
        file.write(b"{}\n")


def cut(path: Path) -> None:
    """Take bytes off the end."""
    os.truncate(path, path.stat().st_size - 3)


def empty(path: Path) -> None:
    """Take all bytes."""
    os.truncate(path, 0)


def change(path: Path) -> None:
    """Change a word for one of the same length."""
    path.write_bytes(path.read_bytes().replace(b"manage", b"damage"))
    later(path)


def delete(path: Path) -> None:
    """Delete the file."""
    path.unlink()


def replace_by_copy(path: Path) -> None:
    """Put an equal file in its place."""
    copy = path.with_suffix(".copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


@pytest.mark.parametrize("meddle", [add, cut, empty, change, delete, replace_by_copy])
def test_a_file_that_another_program_changed_is_left_alone(
    transcript: Transcript, meddle: Callable[[Path], None]
) -> None:
    """Nothing is added to a file that is not what we know; what is there stays as it is."""
    transcript.append(asked(1))
    meddle(transcript.path)
    there = transcript.path.read_bytes() if transcript.path.exists() else None
    for _ in range(2):
        with pytest.raises(TranscriptError, match="Another program has"):
            transcript.append(asked(2))
    assert (transcript.path.read_bytes() if transcript.path.exists() else None) == there
    assert len(transcript.stamped) == 2


def test_a_file_that_was_merely_touched_goes_on(transcript: Transcript) -> None:
    """A backup that changes the times of a file ends no interview."""
    later(transcript.path)
    transcript.append(asked(1))
    assert verify(transcript.path).whole
