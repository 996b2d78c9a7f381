"""Reading is for ordinary files only, and changes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from record_samples import conversation, written

from interviewer.record.errors import NotFound, TranscriptError
from interviewer.record.transcript import read, verify


@pytest.fixture
def path(folder: Path) -> Path:
    """A whole transcript of eight lines."""
    return written(folder, *conversation())


def test_reading_changes_nothing(path: Path) -> None:
    """Neither content nor times of the file, and nothing appears beside it."""
    path.write_bytes(path.read_bytes() + b"torn")
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    read(path)
    verify(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, a pipe, a link or nothing: an error for people, at once."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in (".", "pipe", "link", "no\0path"):
        with pytest.raises(TranscriptError):
            read(tmp_path / name)
    with pytest.raises(NotFound):
        read(tmp_path / "nothing")
