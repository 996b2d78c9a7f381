"""The formats that a report is exported in, and files that are written without harm to others.

A report is about a person: its file can be read by its owner alone, like a transcript.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from interviewer.domain import InterviewerError, Value
from interviewer.record.errors import trouble
from interviewer.record.files import open_file
from interviewer.record.record import Turn
from interviewer.review.report import Report

Render = Callable[[Report, Iterable[Turn]], str]


class AlreadyThere(InterviewerError):
    """There is a file of that name, and nobody has said that it may be replaced."""


class Format(Value, frozen=True, kw_only=True):
    """One format. ``id`` is what the command line calls it and what its files' names end with."""

    id: str
    title: str
    render: Render


def _markdown(report: Report, turns: Iterable[Turn]) -> str:
    from interviewer.export.markdown import markdown

    return markdown(report, turns)


def _html(report: Report, turns: Iterable[Turn]) -> str:
    from interviewer.export.html import html

    return html(report, turns)


_TABLE = (
    Format(id="md", title="Markdown, for wikis, mail and editors", render=_markdown),
    Format(id="html", title="HTML, to read in a browser or print", render=_html),
)
FORMATS: Mapping[str, Format] = {each.id: each for each in _TABLE}


def file_name(interview: str, format_id: str) -> str:
    """What a report is called where nobody says otherwise; no names of people in it."""
    return f"interview-{interview}.{format_id}"


def place_for(typed: str, name: str) -> Path:
    """The file that somebody means by what they typed: a file, or a folder to put ``name`` in.

    Raises:
        InterviewerError: it is no path at all.
    """
    if not typed.strip() or "\0" in typed:
        raise InterviewerError("Type the name of a file to write to.")
    path = Path(os.path.abspath(os.path.expanduser(typed.strip())))
    return path / name if path.is_dir() else path


def write(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a file that only its owner can read; where that fails, nothing is left of it.

    Raises:
        AlreadyThere: there is such a file, and ``replace`` is not set.
        InterviewerError: it could not be written.
    """
    if not path.parent.is_dir():
        raise InterviewerError(f"There is no folder {path.parent}.")
    if path.is_symlink():
        raise InterviewerError(f"{path} is a link to another place; nothing was written.")
    if path.exists() and not path.is_file():
        raise InterviewerError(f"{path} is not an ordinary file; nothing was written.")
    data = text.encode("utf-8", "replace")
    try:
        if replace:
            _write_over(path, data)
        else:
            _write_new(path, data)
    except FileExistsError:
        raise AlreadyThere(f"There is a file {path} already; nothing was written.") from None
    except OSError as error:
        raise trouble(error, f"writing {path}") from error


def _write_over(path: Path, data: bytes) -> None:
    """Put a new file in the place of the old one; where that fails, the old one stays."""
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    _write_new(beside, data)
    try:
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _write_new(path: Path, data: bytes) -> None:
    fd = open_file(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        with open(fd, "wb") as file:
            file.write(data)
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
