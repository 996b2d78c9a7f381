"""What a list shows of an interview, from the ends of its file: fast however long it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from interviewer.record import files
from interviewer.record.errors import trouble
from interviewer.record.facts import REVIEW_KINDS, Opened
from interviewer.record.ids import DAMAGED
from interviewer.record.line import MAX_LINE, UNREADABLE, decode
from interviewer.record.reviewed import Status

_WINDOW = 48 * 1024  # most interviews, whole; of longer ones the tail has what is needed

Standing = Literal["complete", "withdrawn", "open"]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """One interview in a list.

    ``done`` is the number of competences whose result was reached. ``answers`` counts the turns
    that were answered, and is None for a file too long to be read for a list. ``damaged`` tells of
    damage seen in passing, or found when it was imported; only ``verify`` looks everywhere.
    ``status`` is how far its review has come.
    """

    id: str
    path: Path
    candidate: str = ""
    profile_title: str = ""
    framework: str = ""
    mode: str = ""
    started: str = ""
    state: Standing = "open"
    planned: int = 0
    done: int = 0
    answers: int | None = None
    size: int = 0
    damaged: bool = False
    status: Status = Status.NEW


class _Fact(msgspec.Struct, frozen=True):
    """As much of any fact as a summary needs."""

    type: str
    turn: int | None = None
    competence: int | None = None


class _Line(msgspec.Struct, frozen=True):
    fact: _Fact


class _End(msgspec.Struct, frozen=True):
    """The facts at the end of a file; ``start`` is 0 when they are all that there are."""

    start: int
    facts: tuple[_Fact, ...]
    damaged: bool


_lines = msgspec.json.Decoder(_Line)
_REVIEWED = tuple(f'"fact":{{"type":"{kind}"'.encode() for kind in sorted(REVIEW_KINDS))
_ENDS: dict[str, Standing] = {"finished": "complete", "withdrawn": "withdrawn"}


def summary(path: Path) -> Summary:
    """Summarise the transcript at ``path``; a file that makes no sense is merely ``damaged``.

    Raises:
        TranscriptError: it is not an ordinary file, or can't be read.
    """
    fd = files.open_to_read(path)
    try:
        with open(fd, "rb") as file:
            return _summarise(path, file, os.fstat(fd).st_size)
    except OSError as error:
        raise trouble(error, f"reading {path}") from error


def _summarise(path: Path, file: BinaryIO, size: int) -> Summary:
    head = decode(file.readline(MAX_LINE).removesuffix(b"\n"))
    opened = head.stamped.fact if head.stamped else None
    if head.stamped is None or not isinstance(opened, Opened):
        return Summary(id=path.stem, path=path, size=size, damaged=True)
    end = _end(file, size)
    return Summary(
        id=path.stem,
        path=path,
        candidate=opened.candidate,
        profile_title=opened.profile_title,
        framework=opened.framework,
        mode=opened.mode,
        started=head.stamped.at,
        state=next((_ENDS[fact.type] for fact in end.facts if fact.type in _ENDS), "open"),
        planned=len(opened.competences),
        done=_done(end, opened.competences, "asked" if opened.exam else "reflected"),
        answers=_answers(end),
        size=size,
        damaged=bool(head.problem) or end.damaged or path.with_suffix(DAMAGED).exists(),
        status=_status(file, end),
    )


def _end(file: BinaryIO, size: int) -> _End:
    """The end of the file, from far enough back to tell which competence the interview is at."""
    window = _WINDOW
    while True:
        start = max(0, size - window)
        file.seek(start)
        end = _read_end(file.read(size - start), start)
        if start == 0 or any(_tells_how_far(fact) for fact in end.facts):
            return end
        window *= 8


def _tells_how_far(fact: _Fact) -> bool:
    """Whether it is of the conversation, and about a competence: reviews come after that."""
    return fact.competence is not None and fact.type not in REVIEW_KINDS


def _status(file: BinaryIO, end: _End) -> Status:
    kinds = [fact.type for fact in end.facts if fact.type in REVIEW_KINDS]
    signing = [kind for kind in kinds if kind in ("signedoff", "reopened")]
    if signing:
        return Status.SIGNED if signing[-1] == "signedoff" else Status.IN_REVIEW
    if kinds or (end.start and _reviewed_before(file, end.start)):
        return Status.IN_REVIEW
    return Status.NEW


def _reviewed_before(file: BinaryIO, end: int) -> bool:
    """Whether a review began before the end of a long file, which then went on for long.

    A quotation mark within a string is escaped, so no words of anybody's can look like this.
    """
    file.seek(0)
    before = file.read(end)
    return any(kind in before for kind in _REVIEWED)


def _read_end(data: bytes, start: int) -> _End:
    *whole, rest = data.split(b"\n")  # what follows the last newline is nothing, or torn
    if start:
        whole = whole[1:]  # begins somewhere in a line
    found, damaged = [], False
    for number, raw in enumerate(whole, start=1):
        try:
            found.append(_lines.decode(raw).fact)
        except UNREADABLE:
            damaged = damaged or number < len(whole) or bool(rest)  # at the very end it is torn
    last = decode(whole[-1]) if whole else None
    return _End(start, tuple(found), damaged or bool(last and last.parsed and last.problem))


def _done(end: _End, planned: tuple[int, ...], by: str) -> int:
    """How many competences were done; of a mock assessment, how many themes were opened."""
    reflected = {fact.competence for fact in end.facts if fact.type == by}
    if end.start == 0:
        return len(reflected.intersection(planned))
    # Competences are taken in the order of the plan, so the latest one tells how many came before.
    order = {number: place for place, number in enumerate(planned)}
    reached = [
        order[fact.competence] + (fact.type == by)
        for fact in end.facts
        if fact.competence in order and _tells_how_far(fact)
    ]
    return max(reached, default=0)


def _answers(end: _End) -> int | None:
    if end.start:
        return None
    return len({fact.turn for fact in end.facts if fact.type == "answered"})
