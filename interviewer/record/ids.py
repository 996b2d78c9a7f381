"""The ids of interviews, and the files that belong to one.

An id tells when the interview was set up and nothing about the candidate: ``20261121-143015-7f3a``.
"""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

from interviewer.record.errors import NotFound

TRANSCRIPT = ".jsonl"
LOCK = ".lock"
DRAFT = ".draft"
DRAFT_TEMP = ".draft.tmp"
TORN = ".torn"
PART = ".part"  # of an import that was cut off
DAMAGED = ".damaged"  # says that it was damaged when it was imported
EXPORTS = ".exports"  # says what was exported, and where to

# No dot, no separator, no leading dash: never a path, never an option, never a hidden file.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


def utc_now() -> datetime:
    """The time on the wall clock, in UTC."""
    return datetime.now(UTC)


def new_id(now: datetime) -> str:
    """A fresh id for an interview set up at ``now``."""
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def is_id(text: str) -> bool:
    """Whether ``text`` may be the id of an interview."""
    return _ID.fullmatch(text) is not None


def file_of(folder: Path, interview: str, suffix: str = TRANSCRIPT) -> Path:
    """The path of one of an interview's files.

    Raises:
        NotFound: ``interview`` is no id (a path, say), so there can be no such file.
    """
    if not is_id(interview):
        raise NotFound(
            f"{printable(interview)} is not the id of an interview; an id looks like "
            '20261121-143015-7f3a (see "interviewer list").'
        )
    return folder / f"{interview}{suffix}"


def printable(text: str, limit: int = 60) -> str:
    """``text`` in quotation marks, cut short, and safe to show on a terminal."""
    return f'"{plain(text if len(text) <= limit else text[:limit] + "…")}"'


def plain(text: str) -> str:
    """``text`` without anything that a terminal might obey."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
