"""Putting an export on the disk: whole or not at all, and never in the place of something else."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from interviewer.domain import InterviewerError
from interviewer.record import files
from interviewer.record.errors import cause
from interviewer.record.ids import TRANSCRIPT
from interviewer.safe_text import for_one_line

COHORT = "interviews"


def default_name(interview: str, extension: str, *, redacted: bool = False) -> str:
    """The name of a file that was not given one: the interview's id, and nobody's name."""
    return f"{interview}{'-redacted' if redacted else ''}.{extension}"


def write_export(target: Path, data: bytes, *, force: bool = False) -> Path:
    """Write ``data`` to ``target``, readable by its owner alone; its absolute path is returned.

    Args:
        force: replace an ordinary file that is there.

    Raises:
        InterviewerError: something is there, or it can't be written. Nothing was changed.
    """
    shown = for_one_line(str(target), 300)
    try:
        path = Path(os.path.abspath(os.path.expanduser(target)))
        _check(path, shown, force)
        part = path.parent / f".{secrets.token_hex(8)}.part"
        _write(part, path, data, force)
    except FileExistsError:
        raise InterviewerError(_there(shown)) from None
    except OSError as error:
        what, mend = cause(error)
        raise InterviewerError(f"{what}: {shown} could not be written. Please {mend}.") from error
    except ValueError as error:  # a NUL in the path
        raise InterviewerError(f"{shown!r} is not a path: {error}.") from None
    return path


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
        raise InterviewerError(_there(shown))
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
