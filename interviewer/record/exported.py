"""What was exported from an interview, and where to, so that forgetting it can reach that too.

A note of one line an export lies beside the transcript, ``<id>.exports``. It knows a file by its
place and its SHA-256: a file that was changed since, or that another has taken the place of, is
not ours to delete.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

from interviewer.record import files
from interviewer.record.errors import TranscriptError, trouble
from interviewer.record.ids import EXPORTS, file_of
from interviewer.record.line import UNREADABLE

_MAX_NOTE = 4 * 1024 * 1024
_CHUNK = 1 << 20


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """One export. ``cohort``: it holds other interviews too."""

    at: str
    format: str
    path: str
    sha256: str
    redacted: bool = False
    cohort: bool = False


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """An export that is still there; ``ours``: unchanged since, and of this interview alone."""

    exported: Exported
    ours: bool

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.exported.path)


_lines = msgspec.json.Decoder(Exported)


def note_export(folder: Path, interview: str, exported: Exported) -> None:
    """Remember an export.

    Raises:
        TranscriptError: it could not be noted (in a folder that can only be read, say).
    """
    path = file_of(folder, interview, EXPORTS)
    try:
        fd = files.open_file(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            files.write_all(fd, msgspec.json.encode(exported) + b"\n")
        finally:
            os.close(fd)
    except OSError as error:
        raise trouble(error, f"noting the export beside interview {interview}") from error


def exports_of(folder: Path, interview: str) -> tuple[Exported, ...]:
    """All exports that were noted, also those that are gone; unreadable notes count for nothing."""
    found = []
    with (
        contextlib.suppress(TranscriptError, OSError),
        open(files.open_to_read(file_of(folder, interview, EXPORTS)), "rb") as file,
    ):
        for line in file.read(_MAX_NOTE).splitlines():
            with contextlib.suppress(*UNREADABLE):
                found.append(_lines.decode(line))
    return tuple(found)


def known_exports(folder: Path, interview: str) -> tuple[Known, ...]:
    """The exports that are still where they were put; the latest note of each place counts."""
    latest = {each.path: each for each in exports_of(folder, interview)}
    return tuple(
        Known(exported=each, ours=not each.cohort and _digest(Path(each.path)) == each.sha256)
        for each in latest.values()
        if _is_there(each.path)
    )


def remove_export(known: Known) -> bool:
    """Delete an export, if it is still ours; False when it was not.

    Raises:
        TranscriptError: it could not be deleted.
    """
    if known.exported.cohort or _digest(known.path) != known.exported.sha256:
        return False
    try:
        known.path.unlink()
    except OSError as error:
        raise trouble(error, f"deleting {known.path}") from error
    return True


def _is_there(path: str) -> bool:
    return "\0" not in path and os.path.lexists(path)


def _digest(path: Path) -> str:
    """The SHA-256 of an ordinary file; empty for anything else."""
    digest = hashlib.sha256()
    try:
        with open(files.open_to_read(path), "rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except (TranscriptError, OSError):
        return ""
    return digest.hexdigest()
