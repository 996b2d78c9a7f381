"""How long interviews are to be kept in a folder: a reminder, never a deletion.

What is kept too long is for people to decide; ``retention.json`` in the folder only says from when
on they are reminded.
"""

from __future__ import annotations

import calendar
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from interviewer.record import files
from interviewer.record.errors import TranscriptError, trouble
from interviewer.record.line import UNREADABLE
from interviewer.record.summary import Summary

FILE = "retention.json"
MAX_MONTHS = 1200
_MAX_SIZE = 4096


class _Kept(msgspec.Struct, frozen=True):
    keep_months: int


def keep_months(folder: Path) -> int | None:
    """For how many months interviews are kept here; None where nobody has said."""
    try:
        with open(files.open_to_read(folder / FILE), "rb") as file:
            months = msgspec.json.decode(file.read(_MAX_SIZE), type=_Kept).keep_months
    except (TranscriptError, OSError, *UNREADABLE):
        return None
    return months if 1 <= months <= MAX_MONTHS else None


def set_keep_months(folder: Path, months: int) -> None:
    """Say for how many months interviews are kept here; 0 takes it back.

    Raises:
        TranscriptError: it could not be written, or is no number of months.
    """
    if not 0 <= months <= MAX_MONTHS:
        raise TranscriptError(f"Say a number of months from 0 to {MAX_MONTHS}, not {months}.")
    files.make_folder(folder)
    path = folder / FILE
    part = folder / f"{FILE}.part"
    try:
        if not months:
            path.unlink(missing_ok=True)
            return
        part.unlink(missing_ok=True)
        fd = files.open_file(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            files.write_all(fd, msgspec.json.encode(_Kept(months)) + b"\n")
        finally:
            os.close(fd)
        os.replace(part, path)
    except OSError as error:
        raise trouble(error, f"writing {path}") from error


def kept_until(started: str, months: int) -> datetime | None:
    """The moment until which an interview of that time is kept; None for a time that is none."""
    try:
        began = datetime.fromisoformat(started).astimezone(UTC)
        years, month = divmod(began.month - 1 + months, 12)
        last = calendar.monthrange(began.year + years, month + 1)[1]
        return began.replace(year=began.year + years, month=month + 1, day=min(began.day, last))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def overdue(summaries: Iterable[Summary], months: int, now: datetime) -> tuple[Summary, ...]:
    """The interviews that are kept longer than was meant."""
    return tuple(each for each in summaries if is_overdue(each, months, now))


def is_overdue(summary: Summary, months: int, now: datetime) -> bool:
    """Whether one interview is kept longer than was meant."""
    until = kept_until(summary.started, months)
    return until is not None and until < now
