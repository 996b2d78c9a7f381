"""Putting an export on the disk: whole or not at all, and never in the place of something else."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from interviewer.domain import InterviewerError
from interviewer.record import files
from interviewer.record.errors import cause
from interviewer.record.exported import Exported, note_export
from interviewer.record.ids import TRANSCRIPT
from interviewer.safe_text import for_one_line

COHORT = "interviews"


class AlreadyThere(InterviewerError):
    """There is a file of that name, and nobody has said that it may be replaced."""


def default_name(interview: str, extension: str, *, redacted: bool = False) -> str:
    """The name of a file that was not given one: the interview's id, and nobody's name."""
    return f"{interview}{'-redacted' if redacted else ''}.{extension}"


def place_for(typed: str, name: str) -> Path:
    """The file that somebody means by what they typed: a file, or a folder to put ``name`` in.

    Raises:
        InterviewerError: it is no path at all.
    """
    if not typed.strip() or "\0" in typed:
        raise InterviewerError("Type the name of a file to write to.")
    path = Path(os.path.abspath(os.path.expanduser(typed.strip())))
    return path / name if path.is_dir() else path


def write_export(target: Path, data: bytes, *, force: bool = False) -> Path:
    """Write ``data`` to ``target``, readable by its owner alone; its absolute path is returned.

    Args:
        force: replace an ordinary file that is there.

    Raises:
        AlreadyThere: something is there.
        InterviewerError: it can't be written. In both cases nothing was changed.
    """
    shown = for_one_line(str(target), 300)
    try:
        path = Path(os.path.abspath(os.path.expanduser(target)))
        _check(path, shown, force)
        part = path.parent / f".{secrets.token_hex(8)}.part"
        _write(part, path, data, force)
    except FileExistsError:
        raise AlreadyThere(_there(shown)) from None
    except OSError as error:
        what, mend = cause(error)
        raise InterviewerError(f"{what}: {shown} could not be written. Please {mend}.") from error
    except ValueError as error:  # a NUL in the path
        raise InterviewerError(f"{shown!r} is not a path: {error}.") from None
    return path


def note(
    folder: Path,
    path: Path,
    data: bytes,
    format_id: str,
    handed: Iterable[tuple[str, str]],
    *,
    redacted: bool = False,
    cohort: bool = False,
) -> None:
    """Remember where an export is, so that forgetting its interviews can reach it.

    Args:
        handed: the id of each interview in it, and when it was gathered.

    Raises:
        TranscriptError: it could not be noted (in a folder that can only be read, say).
    """
    digest = hashlib.sha256(data).hexdigest()
    place = os.fsencode(path).decode("utf-8", "replace")
    for interview, at in handed:
        told = Exported(
            at=at, format=format_id, path=place, sha256=digest, redacted=redacted, cohort=cohort
        )
        note_export(folder, interview, told)


def _check(path: Path, shown: str, force: bool) -> None:
    if path.is_dir():
        raise InterviewerError(
            f"{shown} is a folder; give the name of a file in it, such as -o "
            f"{for_one_line(str(path / 'interview.json'), 300)}."
        )
    if not path.parent.is_dir():
        parent = for_one_line(str(path.parent), 300)
        raise InterviewerError(f"There is no folder {parent}; make it first, or name another.")
    if path.name.endswith(TRANSCRIPT):
        raise InterviewerError(
            f"{shown} would look like a transcript; give the export another ending."
        )
    if not os.path.lexists(path):
        return
    if not force:
        raise AlreadyThere(_there(shown))
    if path.is_symlink() or not path.is_file():
        raise InterviewerError(f"{shown} is not an ordinary file; it was left alone.")


def _there(shown: str) -> str:
    return f"{shown} is there already; it was left as it is. --force replaces it."


def _write(part: Path, path: Path, data: bytes, force: bool) -> None:
    fd = files.open_file(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        try:
            files.write_all(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)
        _put(part, path, force)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        files.sync_folder(path.parent)


def _put(part: Path, path: Path, force: bool) -> None:
    if force:
        os.replace(part, path)
        return
    try:
        os.link(part, path)  # fails if something has come there meanwhile
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError from None
        os.replace(part, path)
