"""The answer that is being typed, kept beside the transcript so that a crash can't take it.

A draft is worth much to its writer and nothing to anybody else: it is replaced whole, it goes when
the answer is sent, and a damaged one is no draft at all, never an error.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec

from interviewer.record import files
from interviewer.record.errors import TranscriptError, trouble
from interviewer.record.ids import DRAFT, DRAFT_TEMP, file_of
from interviewer.record.line import MAX_LINE, mend

_MAX_DRAFT = 4 * MAX_LINE


class _Saved(msgspec.Struct, frozen=True):
    turn: int
    text: str


class Draft:
    """The draft of one interview. Only the program that has the interview open may save it."""

    def __init__(self, folder: Path, interview: str) -> None:
        """Name the draft; nothing is read or written yet.

        Raises:
            NotFound: ``interview`` is no id.
        """
        self.path = file_of(folder, interview, DRAFT)
        self._temp = file_of(folder, interview, DRAFT_TEMP)

    def save(self, text: str, turn: int) -> None:
        """Keep ``text``, typed in answer to ``turn``, in place of what was kept before.

        Raises:
            TranscriptError: it could not be kept; the draft before it still is.
        """
        data = msgspec.json.encode(_Saved(turn, mend(text)))
        if len(data) > _MAX_DRAFT:
            raise TranscriptError("What you have typed is too long to be kept: more than 32 MB.")
        try:
            self._write(data)
            os.replace(self._temp, self.path)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.unlink(self._temp)
            raise trouble(error, "saving what you have typed") from error

    def load(self) -> tuple[int, str] | None:
        """The turn and the text that were kept last; None if there are none, or unreadable."""
        try:
            fd = files.open_file(self.path, os.O_RDONLY)
            with open(fd, "rb") as file:
                saved = msgspec.json.decode(file.read(_MAX_DRAFT), type=_Saved)
        except (OSError, TranscriptError, msgspec.MsgspecError, ValueError, RecursionError):
            return None
        return saved.turn, saved.text

    def clear(self) -> None:
        """Forget the draft; there need not be one.

        Raises:
            TranscriptError: it is still there.
        """
        for path in (self._temp, self.path):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise trouble(error, f"deleting the draft {path}") from error

    def _write(self, data: bytes) -> None:
        self._temp.unlink(missing_ok=True)  # left by a program that was killed
        fd = files.open_file(self._temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            files.write_all(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)
