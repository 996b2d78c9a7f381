"""The saved interviews as the lists on the home screen and elsewhere show them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import msgspec

from interviewer.domain import Value
from interviewer.engine.exam_plan import MODE
from interviewer.record import files
from interviewer.record.errors import TranscriptError
from interviewer.record.ids import file_of
from interviewer.record.index_rows import InterviewRow
from interviewer.record.library import Summary, latest, transcripts
from interviewer.record.line import MAX_LINE, UNREADABLE
from interviewer.record.places import transcripts_folder
from interviewer.safe_text import for_one_line
from interviewer.tui.messages import InterviewsListed
from interviewer.tui.times import when

STATES = {"open": "unfinished", "complete": "finished", "withdrawn": "ended early"}
NAME_WIDTH = 30
TITLES_WIDTH = 44
MAX_LISTED = 500


class Listed(Value, frozen=True, kw_only=True):
    """One interview in a list; ``progress`` tells how far it has come."""

    id: str
    when: str
    about: str
    state: str
    can_go_on: bool
    progress: str = ""

    @property
    def row(self) -> str:
        """The line in a list."""
        return f"{self.when:<20}{self.state:<12}{self.about}"

    @property
    def day(self) -> str:
        """The day without the time."""
        return self.when.rpartition(", ")[0] or self.when

    def matches(self, text: str) -> bool:
        """Whether all words of ``text`` are in what the list shows."""
        shown = f"{self.id} {self.when} {self.about} {self.state}".casefold()
        return all(word in shown for word in text.casefold().split())


def listed(item: Summary | InterviewRow, folder: Path) -> Listed:
    """A saved interview, ready to be shown: with its role, or else what it is about."""
    exam = item.mode == MODE
    role = "mock assessment" if exam else for_one_line(item.profile_title, NAME_WIDTH)
    done = "themes opened" if exam else "done"
    about = role or _in_short(_titles(file_of(folder, item.id))) or "no role chosen"
    who = for_one_line(item.candidate, NAME_WIDTH)
    state = "damaged" if item.damaged else STATES.get(item.state, item.state)
    return Listed(
        id=item.id,
        when=when(item.started),
        about=f"{who}, {about}" if who else about[:1].upper() + about[1:],
        state=for_one_line(state),
        can_go_on=item.state == "open" and not item.damaged,
        progress=f"{item.done} of {item.planned} {done}" if item.planned else "",
    )


def list_interviews(folder: str | None, limit: int = MAX_LISTED) -> InterviewsListed:
    """List the saved interviews from their files, the newest first.

    Raises:
        InterviewerError: the folder can't be read.
    """
    where = transcripts_folder(folder)
    found = iter(transcripts(where))
    shown = tuple(listed(summary, where) for summary in islice(found, limit))
    return InterviewsListed(shown, more=_count(found))


def list_latest(folder: str | None, limit: int) -> InterviewsListed:
    """List the newest interviews; no other file is opened.

    Raises:
        InterviewerError: the folder can't be read.
    """
    where = transcripts_folder(folder)
    shown = tuple(listed(summary, where) for summary in latest(where, limit))
    return InterviewsListed(shown, newest_only=len(shown) == limit)


def _count(summaries: Iterable[Summary]) -> int:
    return sum(1 for _ in summaries)


# --- what an interview without a role is about ----------------------------------------------------


class _Opened(msgspec.Struct, frozen=True):
    titles: tuple[str, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    fact: _Opened


_lines = msgspec.json.Decoder(_Line)


def _titles(path: Path) -> tuple[str, ...]:
    """The competences that the first line of a transcript names; none where it can't be read."""
    with (
        contextlib.suppress(TranscriptError, OSError, *UNREADABLE),
        open(files.open_to_read(path), "rb") as file,
    ):
        return _lines.decode(file.readline(MAX_LINE)).fact.titles
    return ()


def _in_short(titles: tuple[str, ...]) -> str:
    """The first competence, and how many more there are."""
    if not titles:
        return ""
    first = for_one_line(titles[0], TITLES_WIDTH)
    return f"{first} and {len(titles) - 1} more" if len(titles) > 1 else first
