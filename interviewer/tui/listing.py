"""The saved interviews as the lists on the home screen and elsewhere show them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from interviewer.domain import Value
from interviewer.record.library import Summary, transcripts
from interviewer.record.places import transcripts_folder
from interviewer.safe_text import for_one_line
from interviewer.tui.messages import InterviewsListed
from interviewer.tui.times import when

STATES = {"open": "unfinished", "complete": "finished", "withdrawn": "ended early"}
NAME_WIDTH = 30
MAX_LISTED = 500


class Listed(Value, frozen=True, kw_only=True):
    """One interview in a list."""

    id: str
    when: str
    about: str
    state: str
    can_go_on: bool

    @property
    def row(self) -> str:
        """The line in a list."""
        return f"{self.when:<20}{self.state:<12}{self.about}"

    def matches(self, text: str) -> bool:
        """Whether all words of ``text`` are in what the list shows."""
        shown = f"{self.id} {self.when} {self.about} {self.state}".casefold()
        return all(word in shown for word in text.casefold().split())


def listed(summary: Summary) -> Listed:
    """A saved interview, ready to be shown."""
    role = for_one_line(summary.profile_title, NAME_WIDTH) or "no role chosen"
    who = for_one_line(summary.candidate, NAME_WIDTH)
    state = "damaged" if summary.damaged else STATES.get(summary.state, summary.state)
    return Listed(
        id=summary.id,
        when=when(summary.started),
        about=f"{who}, {role}" if who else role[:1].upper() + role[1:],
        state=for_one_line(state),
        can_go_on=summary.state == "open" and not summary.damaged,
    )


def list_interviews(folder: str | None, limit: int = MAX_LISTED) -> InterviewsListed:
    """List the saved interviews, the newest first.

    Raises:
        InterviewerError: the folder can't be read.
    """
    found = iter(transcripts(transcripts_folder(folder)))
    shown = tuple(listed(summary) for summary in islice(found, limit))
    return InterviewsListed(shown, more=_count(found))


def _count(summaries: Iterable[Summary]) -> int:
    return sum(1 for _ in summaries)
