"""Taking in a transcript from elsewhere: checked first, copied as it is, nothing replaced.

A copy has the id that stands in the transcript, not the name that the file happened to have. A
damaged or altered one is only taken in when that is wanted; then a note beside it says what was
wrong, so that a list shows it without reading the whole.
"""

from __future__ import annotations

import contextlib
import io
import os
from enum import StrEnum
from pathlib import Path

import msgspec

from interviewer.record import files
from interviewer.record.errors import NotFound, TranscriptError, trouble
from interviewer.record.facts import Opened
from interviewer.record.ids import DAMAGED, PART, TRANSCRIPT, file_of, is_id, printable
from interviewer.record.lock import Lock
from interviewer.record.reading import Contents, read_file

MAX_FILE = 512 * 1024 * 1024  # bytes; no interview comes near it
_TOLD = 3  # how many problems a sentence names
_NOTED = 100  # and a note


class How(StrEnum):
    """What was done with a file."""

    COPIED = "copied"
    SAME = "here already"
    UPDATED = "brought up to date"


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """An imported interview, and what was wrong with it."""

    id: str
    how: How
    problems: tuple[str, ...] = ()


class _Note(msgspec.Struct, frozen=True):
    problems: tuple[str, ...]


def read_bytes(path: Path) -> bytes:
    """All of a file that the user named; links are followed, since it is they who named it.

    Raises:
        TranscriptError: there is none, it can't be read, or it is much too large.
    """
    try:
        real = Path(os.path.realpath(path))
        with open(files.open_to_read(real), "rb") as file:
            data = file.read(MAX_FILE + 1)
    except NotFound:
        raise NotFound(f"There is no file {printable(str(path), 300)}.") from None
    except OSError as error:
        raise trouble(error, f"reading {path}") from error
    except ValueError as error:  # a NUL in the path
        raise TranscriptError(f"{str(path)!r} is not a path: {error}.") from None
    if len(data) > MAX_FILE:
        raise TranscriptError(f"{path} is larger than 512 MB: that is no transcript.")
    return data


def bring_in(
    folder: Path, data: bytes, name: str, *, damaged: bool = False, update: bool = False
) -> Brought:
    """Keep a copy of the transcript ``data`` in ``folder``.

    Args:
        name: what the user calls the file, for sentences; its stem is the id where the transcript
            itself is too damaged to tell.
        damaged: take it in even if it is damaged or altered.
        update: where this interview is here already and the new file only adds to it, add that.

    Raises:
        TranscriptError: it is damaged, there is another of the same id, or it can't be written.
            Nothing was changed.
    """
    contents = read_file(io.BytesIO(data))
    problems = _problems(contents)
    if problems and not damaged:
        more = f" (and {len(problems) - _TOLD} more)" if len(problems) > _TOLD else ""
        raise TranscriptError(
            f"{name} is damaged or was altered, so it was not imported: "
            f"{'; '.join(problems[:_TOLD])}{more}. "
            "With --damaged it is imported all the same, and shown as damaged."
        )
    interview = _id(contents, name)
    files.make_folder(folder)
    lock = Lock(folder, interview)
    try:
        return _kept(folder, interview, data, problems, update)
    except OSError as error:
        raise trouble(error, f"importing {name}") from error
    finally:
        lock.release()


def _problems(contents: Contents) -> tuple[str, ...]:
    found = tuple(str(each) for each in contents.problems)
    if contents.torn:
        found += ("the last line is torn",)
    if not found and not contents.whole:
        found = ("the chain of hashes is broken",)
    return found


def _id(contents: Contents, name: str) -> str:
    first = contents.stamped[0].fact if contents.stamped else None
    told = first.interview if isinstance(first, Opened) else ""
    stem = Path(name).name.removesuffix(TRANSCRIPT)
    for candidate in (told, stem):
        if is_id(candidate):
            return candidate
    raise TranscriptError(f"{name} does not say which interview it is: it has no id.")


def _kept(
    folder: Path, interview: str, data: bytes, problems: tuple[str, ...], update: bool
) -> Brought:
    path = file_of(folder, interview)
    if os.path.lexists(path):
        return _beside(path, data, problems, update)
    _write(path, data)
    _note(path, problems)
    return Brought(id=interview, how=How.COPIED, problems=problems)


def _beside(path: Path, data: bytes, problems: tuple[str, ...], update: bool) -> Brought:
    with open(files.open_to_read(path), "rb") as file:
        here = file.read(MAX_FILE + 1)
    if here == data:
        return Brought(id=path.stem, how=How.SAME, problems=problems)
    adds = data.startswith(here) and here.endswith(b"\n") and not problems
    if adds and update:
        _write(path, data)
        return Brought(id=path.stem, how=How.UPDATED)
    if adds:
        raise TranscriptError(
            f"Interview {path.stem} is here already, and the new file goes on from it. "
            "To bring yours up to date, import it with --update."
        )
    if here.startswith(data):
        raise TranscriptError(
            f"Interview {path.stem} is here already, and yours goes further; it was left as it is."
        )
    raise TranscriptError(
        f"Interview {path.stem} is here already with other content; it was left as it is. "
        "To keep both, import the new one into another folder (--transcripts DIR)."
    )


def _write(path: Path, data: bytes) -> None:
    """Put ``data`` in place of ``path`` all at once; the lock is ours."""
    part = path.with_suffix(PART)
    with contextlib.suppress(FileNotFoundError):
        part.unlink()  # left by a program that was killed
    fd = files.open_file(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        try:
            files.write_all(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    files.sync_folder(path.parent)


def _note(path: Path, problems: tuple[str, ...]) -> None:
    """Say beside the copy what was wrong with it; of a whole one, nothing, whatever was said."""
    note = path.with_suffix(DAMAGED)
    if not problems:
        note.unlink(missing_ok=True)
        return
    fd = files.open_file(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        files.write_all(fd, msgspec.json.encode(_Note(problems[:_NOTED])))
    finally:
        os.close(fd)
