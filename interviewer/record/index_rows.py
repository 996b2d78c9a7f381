"""The rows that the index gives: an interview, a rating, attempts, and a hit of a search."""

from __future__ import annotations

from interviewer.domain import Aspect, Confidence, Value
from interviewer.record.reviewed import Status
from interviewer.record.summary import Standing


class InterviewRow(Value, frozen=True, kw_only=True, array_like=True):
    """One interview. ``candidate`` is the name as typed, ``person`` as names are compared.

    ``status`` is how far its review has come; of the steps that were agreed, ``open_actions`` are
    still to be taken, the first of them by ``due``. ``doubtful`` counts the ratings that a mentor
    should look at first (as ``review.doubts`` finds them) and has not settled; ``mentors`` names
    who reviewed it.
    """

    id: str
    candidate: str = ""
    person: str = ""
    framework: str = ""
    profile: str | None = None
    profile_title: str = ""
    next_profile: str | None = None
    next_title: str = ""
    mode: str = ""
    started: str = ""
    last_at: str = ""
    state: Standing = "open"
    planned: int = 0
    done: int = 0
    answers: int = 0
    damaged: bool = False
    status: Status = Status.NEW
    open_actions: int = 0
    due: str = ""
    doubtful: int = 0
    mentors: str = ""


class RatingRow(Value, frozen=True, kw_only=True, array_like=True):
    """What one aspect of a competence came to in one interview.

    ``aim`` is the level that questions aimed at, where the role asks for none; ``last_at`` the time
    of the interview's last fact; ``misread`` how often the candidate found it misread.
    """

    interview: str
    candidate: str
    person: str
    framework: str
    profile: str | None
    mode: str
    last_at: str
    competence: int
    title: str
    aspect: Aspect
    rating: int | None
    low: int | None
    high: int | None
    self_rating: int | None
    required: int | None
    next_required: int | None
    aim: int | None
    confidence: Confidence | None
    misread: int
    at: str

    @property
    def span(self) -> tuple[int, int] | None:
        """The levels that are plausible."""
        return None if self.low is None or self.high is None else (self.low, self.high)


class AttemptsRow(Value, frozen=True, kw_only=True, array_like=True):
    """How often one aspect of a competence was attempted, rated or not."""

    framework: str
    competence: int
    aspect: Aspect
    attempts: int


class Hit(Value, frozen=True, kw_only=True, array_like=True):
    """A turn in which the searched words stand; the excerpt is around the first of them."""

    interview: str
    candidate: str
    started: str
    turn: int
    competence: int
    title: str
    aspect: Aspect
    question: str
    answer: str
    excerpt: str
