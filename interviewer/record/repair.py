"""Making a transcript fit to be continued after a crash, without losing a byte of it."""

from __future__ import annotations

import os
from pathlib import Path

from interviewer.record import files
from interviewer.record.errors import Damaged
from interviewer.record.ids import TORN, file_of
from interviewer.record.reading import Contents, read_descriptor

_CHUNK = 1 << 20


def whole_again(path: Path, fd: int) -> Contents:
    """Read the transcript at ``path``, open as ``fd``, and mend its end where a crash tore it.

    Raises:
        Damaged: there is damage that is no torn end; nothing was changed.
        OSError: the system refused.
    """
    contents = read_descriptor(fd)
    _refuse_damage(path.stem, contents)
    if not contents.torn:
        return contents
    _mend_end(path, fd, contents)
    return read_descriptor(fd)


def _refuse_damage(interview: str, contents: Contents) -> None:
    if contents.problems:
        more = len(contents.problems) - 1
        others = f" (and {more} more)" if more else ""
        raise Damaged(
            f"The transcript of interview {interview} is damaged: {contents.problems[0]}{others}. "
            "It can be shown and exported, but not continued."
        )
    if not contents.stamped:
        raise Damaged(
            f"Interview {interview} was cut off before its first line was whole; there is nothing "
            "in it to take up. Please start a new one."
        )


def _mend_end(path: Path, fd: int, contents: Contents) -> None:
    size = os.fstat(fd).st_size
    if contents.unended:  # the line is proven by its hash; all that it lacks is the newline
        files.write_all(fd, b"\n")
    else:
        _put_aside(path, fd, contents.kept, size)
        os.ftruncate(fd, contents.kept)
    os.fsync(fd)


def _put_aside(path: Path, fd: int, start: int, end: int) -> None:
    """Add the bytes from ``start`` to ``end`` to ``<id>.torn``, with a newline after them."""
    torn = file_of(path.parent, path.stem, TORN)
    aside = files.open_file(torn, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        os.lseek(fd, start, os.SEEK_SET)
        while start < end and (chunk := os.read(fd, min(_CHUNK, end - start))):
            files.write_all(aside, chunk)
            start += len(chunk)
        files.write_all(aside, b"\n")
        os.fsync(aside)
    finally:
        os.close(aside)
    files.sync_folder(path.parent)
