"""All the transcripts in a folder: listing, searching, finding, deleting.

Only ordinary files named ``<id>.jsonl`` count. Links, folders, pipes and files with other names are
passed over, so that nothing in the folder can make a list hang or show what is elsewhere.
"""

from __future__ import annotations

import contextlib
import difflib
import itertools
import os
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from interviewer.record import files
from interviewer.record.errors import NotFound, TranscriptError, trouble
from interviewer.record.ids import (
    DAMAGED,
    DRAFT,
    DRAFT_TEMP,
    EXPORTS,
    LOCK,
    PART,
    TORN,
    TRANSCRIPT,
    file_of,
    is_id,
    printable,
)
from interviewer.record.line import MAX_LINE, UNREADABLE
from interviewer.record.lock import Lock
from interviewer.record.reading import pieces
from interviewer.record.summary import Summary, summary

__all__ = ["Found", "Match", "Summary", "find", "forget", "latest", "search", "transcripts"]

_DATED = re.compile(r"\d{8}-\d{6}-")
_SHOWN = 5  # how many ids an error lists
_AROUND = 40  # characters of an excerpt on either side


class Match(msgspec.Struct, frozen=True):
    """A place where the searched text stands; ``kind`` is "question" or "answer"."""

    seq: int
    turn: int
    kind: str
    excerpt: str


class Found(msgspec.Struct, frozen=True):
    """An interview in which the searched text stands."""

    summary: Summary
    matches: tuple[Match, ...]


class _Spoken(msgspec.Struct, frozen=True):
    type: str
    turn: int = 0
    text: str = ""


class _Line(msgspec.Struct, frozen=True):
    seq: int
    fact: _Spoken


_lines = msgspec.json.Decoder(_Line)
_KINDS = {"asked": "question", "probed": "question", "answered": "answer"}


def transcripts(folder: Path) -> Iterator[Summary]:
    """The interviews in ``folder``, newest first; each is read when it is asked for.

    Raises:
        TranscriptError: ``folder`` can't be read. A folder that is not there holds none.
    """
    for path in transcript_paths(folder):
        try:
            yield summary(path)
        except TranscriptError:
            if path.exists():  # not gone since, but not ours to read: it is there, and we say so
                yield Summary(id=path.stem, path=path, damaged=True)


def latest(folder: Path, limit: int) -> tuple[Summary, ...]:
    """The newest interviews, at most ``limit`` of them; no other file is opened."""
    return tuple(itertools.islice(transcripts(folder), max(0, limit)))


def search(folder: Path, text: str = "", candidate: str = "") -> Iterator[Found]:
    """The interviews in which ``text`` was asked or answered, newest first.

    Only those of candidates whose name has ``candidate`` in it. Capitals and the amount of white
    space make no difference. Without ``text``, only the name counts and there are no matches.
    Excerpts are the candidate's own characters: a front end makes them safe to show.
    """
    wanted, name = folded(text), folded(candidate)
    for item in transcripts(folder):
        if name not in folded(item.candidate):
            continue
        matches = tuple(_matches(item.path, wanted)) if wanted else ()
        if matches or not wanted:
            yield Found(item, matches)


def find(folder: Path, interview: str) -> Path:
    """The transcript with the id ``interview``, or the only one whose id begins so.

    Raises:
        NotFound: there is none, or several; the sentence helps to name one.
        TranscriptError: ``folder`` can't be read.
    """
    wanted = interview.strip().removesuffix(TRANSCRIPT)
    exact = file_of(folder, wanted)  # refuses what is no id
    paths = {path.stem: path for path in transcript_paths(folder)}
    if wanted in paths:
        return paths[wanted]
    if exact.is_symlink() or exact.exists():
        raise TranscriptError(f"{exact} is not an ordinary file; it was left alone.")
    begun = [stem for stem in paths if stem.startswith(wanted)]
    if len(begun) == 1:
        return paths[begun[0]]
    raise NotFound(_several(wanted, begun) if begun else _none(folder, wanted, list(paths)))


def forget(folder: Path, interview: str) -> None:
    """Delete an interview for good, with all that was kept beside it. The id must be whole.

    Raises:
        NotFound: there is nothing of this id.
        Locked: it is open; nothing was deleted.
        TranscriptError: something could not be deleted; a second try may go on.
    """
    # The transcript goes last: while it is there, an attempt that failed can be made again.
    suffixes = (DRAFT_TEMP, DRAFT, PART, TORN, EXPORTS, DAMAGED, TRANSCRIPT)
    paths = [file_of(folder, interview, suffix) for suffix in suffixes]
    if not any(os.path.lexists(path) for path in (*paths, file_of(folder, interview, LOCK))):
        raise NotFound(_none(folder, interview, [path.stem for path in transcript_paths(folder)]))
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            raise TranscriptError(f"{path} is a folder, not a file; nothing was deleted.")
    lock = Lock(folder, interview)
    try:
        for path in paths:
            path.unlink(missing_ok=True)
        files.sync_folder(folder)
    except OSError as error:
        raise trouble(error, f"deleting {error.filename or folder}") from error
    finally:
        lock.release()


# --- the files ---


def transcript_paths(folder: Path) -> list[Path]:
    """The transcripts in ``folder``, newest first, going by their ids."""
    return [folder / name for name in transcript_names(folder)]


def transcript_names(folder: Path) -> list[str]:
    """The same without the folder: making paths of ten thousand takes longer than looking."""
    try:
        with os.scandir(folder) as entries:
            found = [(_when(entry), entry.name) for entry in entries if _is_transcript(entry)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise trouble(error, f"reading the folder {folder}") from error
    return [name for _, name in sorted(found, reverse=True)]


def _is_transcript(entry: os.DirEntry[str]) -> bool:
    stem, dot, ending = entry.name.rpartition(".")
    return dot + ending == TRANSCRIPT and is_id(stem) and entry.is_file(follow_symlinks=False)


def _when(entry: os.DirEntry[str]) -> str:
    if _DATED.match(entry.name):
        return entry.name
    try:
        changed = datetime.fromtimestamp(entry.stat(follow_symlinks=False).st_mtime, UTC)
    except (OSError, ValueError, OverflowError):  # just deleted, or a time that is no date
        return ""
    return f"{changed:%Y%m%d-%H%M%S}"


def _several(wanted: str, ids: list[str]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return (
        f"{len(ids)} interviews have an id that begins with {printable(wanted)}: "
        f"{', '.join(ids[:_SHOWN])}{more}. Please give more of it."
    )


def _none(folder: Path, wanted: str, ids: list[str]) -> str:
    near = difflib.get_close_matches(wanted, ids, n=1)
    if near:
        return f"There is no interview {wanted} in {folder}; did you mean {near[0]}?"
    if not ids:
        return f"There is no interview {wanted}: {folder} holds none yet."
    return f'There is no interview {wanted} in {folder} (see "interviewer list").'


# --- searching ---


def _matches(path: Path, wanted: str) -> Iterator[Match]:
    """The places in one file; what can't be read is passed over."""
    with (
        contextlib.suppress(TranscriptError, OSError),
        open(files.open_to_read(path), "rb") as file,
    ):
        for piece in pieces(file):
            if len(piece.raw) > MAX_LINE:
                continue
            with contextlib.suppress(*UNREADABLE):
                line = _lines.decode(piece.raw)
                if line.fact.type in _KINDS and wanted in folded(line.fact.text):
                    yield _match(line, wanted)


def _match(line: _Line, wanted: str) -> Match:
    kind = _KINDS[line.fact.type]
    return Match(line.seq, line.fact.turn, kind, _excerpt(line.fact.text, wanted))


def _excerpt(text: str, wanted: str) -> str:
    """The words around the first match; roughly, where folding has changed the length."""
    text = " ".join(text.split())
    place = folded(text).find(wanted)
    start, end = max(0, place - _AROUND), place + len(wanted) + _AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def folded(text: str) -> str:
    """``text`` as it is compared: capitals and the amount of white space make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
