"""What is stored about people in a folder of transcripts, and what they can do about it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from interviewer.domain import Value
from interviewer.record.exported import known_exports
from interviewer.record.ids import DAMAGED, DRAFT, DRAFT_TEMP, EXPORTS, LOCK, PART, TORN
from interviewer.record.library import transcripts
from interviewer.record.retention import FILE, is_overdue, keep_months
from interviewer.record.summary import Summary
from interviewer.safe_text import for_one_line

_MAX_NAMED = 20
_BESIDE = (
    (DRAFT, "answer being typed", "answers being typed"),
    (DRAFT_TEMP, "answer being saved", "answers being saved"),
    (TORN, "torn end of a file", "torn ends of files"),
    (DAMAGED, "note of damage", "notes of damage"),
    (EXPORTS, "note of exports", "notes of exports"),
    (PART, "unfinished import", "unfinished imports"),
    (LOCK, "lock of an open interview", "locks of open interviews"),
)


class Kind(Value, frozen=True, kw_only=True):
    """How many files of one kind there are, and their size in bytes."""

    what: str
    many: str
    files: int
    bytes: int


class Stored(Value, frozen=True, kw_only=True):
    """All that is stored. ``folder`` is the real path, where links have been followed.

    ``exports`` are the files that were written elsewhere and are still there; ``named`` counts the
    interviews that hold a name. ``overdue`` are kept longer than ``keep_months``.
    """

    folder: Path
    exists: bool
    interviews: Kind
    beside: tuple[Kind, ...]
    named: int
    exports: tuple[str, ...]
    keep_months: int | None
    overdue: tuple[str, ...]
    elsewhere: tuple[Path, ...] = ()


def stored(folder: Path, now: datetime, elsewhere: Iterable[Path] = ()) -> Stored:
    """Look at ``folder`` and at the notes of what was exported from it.

    Args:
        elsewhere: other places where something about its interviews is kept, such as an index.

    Raises:
        TranscriptError: the folder can't be read.
    """
    found = tuple(transcripts(folder))
    months = keep_months(folder)
    exports = {str(known.path): None for each in found for known in known_exports(folder, each.id)}
    return Stored(
        folder=Path(os.path.realpath(folder)),
        exists=folder.is_dir(),
        interviews=Kind(
            what="interview",
            many="interviews",
            files=len(found),
            bytes=sum(each.size for each in found),
        ),
        beside=tuple(_beside(folder)),
        named=sum(bool(each.candidate.strip()) for each in found),
        exports=tuple(exports),
        keep_months=months,
        overdue=tuple(each.id for each in found if months and is_overdue(each, months, now)),
        elsewhere=tuple(path for path in elsewhere if path.exists()),
    )


def _beside(folder: Path) -> Iterator[Kind]:
    """The files that lie beside the transcripts, by kind; only those of which there are any."""
    sizes: dict[str, list[int]] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name, dot, ending = entry.name.partition(".")
                if name and entry.is_file(follow_symlinks=False):
                    size = entry.stat(follow_symlinks=False).st_size
                    sizes.setdefault(dot + ending, []).append(size)
    except OSError:
        return
    for ending, what, many in _BESIDE:
        found = sizes.get(ending, [])
        if found:
            yield Kind(what=what, many=many, files=len(found), bytes=sum(found))


def reminder(summaries: Iterable[Summary], months: int | None, now: datetime) -> str:
    """A sentence on interviews that are kept longer than was meant; empty if there are none."""
    late = [each.id for each in summaries if months and is_overdue(each, months, now)]
    if not late:
        return ""
    one = len(late) == 1
    return (
        f"{len(late)} interview{' is' if one else 's are'} older than the {_months(months)} for "
        'which they are to be kept here: see "interviewer privacy". Nothing is deleted by itself.'
    )


def _months(months: int | None) -> str:
    return f"{months} month{'' if months == 1 else 's'}"


def privacy_lines(found: Stored) -> Iterator[str]:
    """What is stored, for people."""
    yield "What is stored"
    yield f"  Folder: {for_one_line(str(found.folder))}" + (
        "" if found.exists else " (not there yet)"
    )
    for kind in (found.interviews, *found.beside):
        what = kind.what if kind.files == 1 else kind.many
        yield f"  {kind.files} {what}, {_size(kind.bytes)}"
    yield (
        "  In an interview: the questions, all answers and remarks as typed, ratings, times, what "
        f"mentors added, and a name if one was given ({found.named} of {found.interviews.files})."
    )
    for path in found.elsewhere:
        yield f"  Worked out from them, and made anew when it is gone: {for_one_line(str(path))}"
    yield "  This program sends none of it anywhere, and saves it readable by you alone."
    yield ""
    yield "What was exported, and is still there"
    for export in found.exports[:_MAX_NAMED]:
        yield f"  {for_one_line(export)}"
    if len(found.exports) > _MAX_NAMED:
        yield f"  and {len(found.exports) - _MAX_NAMED} more"
    if not found.exports:
        yield "  Nothing that is known of."
    yield "  Copies that somebody made of a file, and what was sent on, are not known here."
    yield ""
    yield "How long"
    yield from _how_long(found)
    yield ""
    yield "How to take it out"
    yield "  interviewer export ID --format json    one interview, all of it, for other programs"
    yield "  interviewer export ID --format docx    the same for people"
    yield "  Or copy the files: each interview is one file of plain text (JSON Lines)."
    yield "How to remove it"
    yield "  interviewer forget ID    one interview with all beside it, and its known exports"
    yield f"  Or delete the folder: {for_one_line(str(found.folder))}"


def _how_long(found: Stored) -> Iterator[str]:
    if found.keep_months is None:
        yield "  No time is set. interviewer privacy --keep-months N reminds you after N months."
        return
    yield f"  To be kept for {_months(found.keep_months)} ({FILE} in the folder says so)."
    yield "  You are reminded; nothing is deleted by itself."
    for interview in found.overdue[:_MAX_NAMED]:
        yield f"  Older than that: {interview}    (interviewer forget {interview})"
    if len(found.overdue) > _MAX_NAMED:
        yield f"  and {len(found.overdue) - _MAX_NAMED} more"
    if not found.overdue:
        yield "  None is older than that."


def privacy_json(found: Stored) -> dict[str, Any]:
    """What is stored, as data."""
    return {
        "folder": str(found.folder),
        "exists": found.exists,
        "interviews": found.interviews.files,
        "bytes": found.interviews.bytes,
        "named": found.named,
        "beside": [
            {"what": each.what, "files": each.files, "bytes": each.bytes} for each in found.beside
        ],
        "elsewhere": [str(path) for path in found.elsewhere],
        "exports": list(found.exports),
        "keep_months": found.keep_months,
        "overdue": list(found.overdue),
    }


def _size(count: int) -> str:
    if count < 1000:
        return f"{count} bytes"
    if count < 1_000_000:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB"
