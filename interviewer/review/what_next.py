"""What to do next: an interview to go on with, what is due, the biggest gap. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from interviewer.domain import Aspect, Value
from interviewer.record.index_rows import InterviewRow, RatingRow
from interviewer.review.history import Due, biggest_gap, day_of, due
from interviewer.review.history_text import day_in_words, gap_in_words, name_of
from interviewer.safe_text import for_one_line


class What(StrEnum):
    """Something to do next."""

    CONTINUE = "continue"
    DUE = "due"
    GAP = "gap"


class Next(Value, frozen=True, kw_only=True):
    """One line of what to do next, with the interview to go on with, or what to ask about."""

    what: What
    text: str
    interview: str | None = None
    competence: int | None = None
    aspect: Aspect | None = None


def what_next(
    interviews: Iterable[InterviewRow], rows: Iterable[RatingRow], today: date
) -> tuple[Next, ...]:
    """What to do next, a line each: what to continue, what is due, the biggest gap.

    Args:
        interviews: newest first, as the index gives them.
        rows: the ratings of the same candidate.
        today: the day for which this is asked.
    """
    rows = list(rows)
    return (*_to_continue(interviews), *_to_repeat(due(rows, today)), *_to_close(rows))


def _to_continue(interviews: Iterable[InterviewRow]) -> Iterator[Next]:
    unfinished = (row for row in interviews if row.state == "open" and not row.damaged)
    row = next(unfinished, None)
    if row is None:
        return
    day = day_of(row.started)
    role = for_one_line(row.profile_title) or "your interview"
    begun = f", begun on {day_in_words(day)}" if day else ""
    competences = "competence" if row.planned == 1 else "competences"
    text = f"Go on with {role}{begun}: {row.done} of {row.planned} {competences} done."
    yield Next(what=What.CONTINUE, text=text, interview=row.id)


def _to_repeat(found: Sequence[Due]) -> Iterator[Next]:
    if not found:
        return
    first, *others = found
    row = first.open.row
    more = f", and {len(others)} more" if others else ""
    text = f"Due again: {name_of(row)} since {day_in_words(first.on)}{more}."
    yield Next(what=What.DUE, text=text, competence=row.competence, aspect=row.aspect)


def _to_close(rows: Iterable[RatingRow]) -> Iterator[Next]:
    biggest = biggest_gap(rows)
    if biggest is None:
        return
    row = biggest.row
    text = f"Biggest gap: {name_of(row)}, {gap_in_words(biggest)}."
    yield Next(what=What.GAP, text=text, competence=row.competence, aspect=row.aspect)
