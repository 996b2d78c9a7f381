"""Noticing that another program has meddled with a file that we hold open."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from interviewer.record.errors import TranscriptError
from interviewer.record.reading import read_descriptor


class _Mark(msgspec.Struct, frozen=True):
    """How a file looks from outside: cheap to take, and different after most changes."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


def _mark(fd: int) -> _Mark:
    stat = os.fstat(fd)
    return _Mark(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


class Watch:
    """Watches one open transcript. A look at the whole file is taken only when there is cause."""

    def __init__(self, path: Path, fd: int) -> None:
        self._path = path
        self._fd = fd
        self._known: _Mark | None = None

    def trust(self) -> None:
        """Take the file as it is now for ours: we have just read or written it."""
        self._known = _mark(self._fd)

    def doubt(self) -> None:
        """Look at the whole file at the next check."""
        self._known = None

    def check(self, size: int, seal: str) -> None:
        """Make sure that the file is what we know: ``size`` bytes that end with the hash ``seal``.

        Raises:
            TranscriptError: it is not.
            OSError: the system did not let us see.
        """
        self._check_in_place()
        mark = _mark(self._fd)
        if mark != self._known:
            self._check_content(size, seal)
            self._known = mark

    def _check_in_place(self) -> None:
        try:
            there = os.stat(self._path, follow_symlinks=False)
        except FileNotFoundError:
            raise self._meddled("deleted or moved") from None
        if not os.path.samestat(there, os.fstat(self._fd)):
            raise self._meddled("replaced")

    def _check_content(self, size: int, seal: str) -> None:
        """The same last hash at the end of a whole chain is the same content, byte for byte."""
        if os.fstat(self._fd).st_size != size:
            raise self._meddled("changed")
        if size == 0:
            return
        contents = read_descriptor(self._fd)
        if not contents.whole or contents.seal != seal:
            raise self._meddled("changed")

    def _meddled(self, how: str) -> TranscriptError:
        return TranscriptError(
            f"Another program has {how} the file {self._path} while the interview was open here, "
            "so nothing was added to it. Copy your answer, leave, and look at the file with "
            f'"interviewer verify {self._path.stem}".'
        )
