"""The facts of an interview, in the past tense, one class each.

An interview is an append-only list of these. Nothing is edited: a later fact supersedes an earlier
one. What the interviewer said is part of the fact, so that a transcript reads the same for ever,
whatever becomes of the framework or of our wording.

``VERSION`` is the version of this vocabulary and stands on every line of a transcript. Fields may
be added with a default under the same version; anything else needs a new one.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from interviewer.domain import (
    Act,
    Aspect,
    Assessment,
    Complexity,
    Credit,
    ExamTerms,
    Measure,
    Missing,
    Requirement,
)

VERSION = 1


class Document(StrEnum):
    """What a candidate hands in before a method that works from a report."""

    REPORT = "report"
    OUTLINE = "outline"


class Tick(StrEnum):
    """Why the time was noted."""

    BEGUN = "begun"  # the candidate said that they were ready
    TURN = "turn"  # they took a turn
    PAUSED = "paused"
    WENT_ON = "went_on"
    ENDED = "ended"


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str.lower):
    """Base of all facts. The JSON tag is the class name in lower case."""


class Opened(Fact, frozen=True, kw_only=True):
    """The interview was set up. Holds all that is needed to read the rest without the framework.

    ``asked_before`` tells how often each question was put to the candidate in earlier interviews,
    as far as it may be put again in this one; with ``seed`` it fixes which are chosen.
    ``measures`` and ``described_in`` are those of the role, ``aim`` the level that questions aim at
    where the role asks for none. The ``next_`` fields are those of the role that comes after.
    ``exam`` is there in a mock end-point assessment; its themes then stand for competences.
    """

    interview: str
    mode: str
    framework: str
    framework_version: str
    framework_sha256: str
    profile: str | None
    profile_title: str
    candidate: str
    length: str
    aspects: tuple[Aspect, ...]
    competences: tuple[int, ...]
    titles: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    complexity: Complexity | None
    seed: int
    product: str
    asked_before: dict[str, int] = {}
    measures: Measure = Measure.RATINGS
    described_in: str = ""
    aim: int | None = None
    next_profile: str | None = None
    next_title: str = ""
    next_requirements: tuple[Requirement, ...] = ()
    exam: ExamTerms | None = None


class Briefed(Fact, frozen=True, kw_only=True):
    """A competence was introduced."""

    competence: int
    text: str


class Invited(Fact, frozen=True, kw_only=True):
    """The candidate was asked where they would put themselves, before any evidence."""

    competence: int
    text: str


class SelfRated(Fact, frozen=True, kw_only=True):
    """The candidate put themselves on the scale, or chose not to (None); ``text`` as typed."""

    competence: int
    application: int | None
    knowledge: int | None
    text: str = ""


class Asked(Fact, frozen=True, kw_only=True):
    """A question of the bank was put; it opens a thread with the number of its turn.

    In a mock assessment it has a method and KSBs, and may take up a sentence of the report.
    """

    turn: int
    competence: int
    aspect: Aspect
    complexity: Complexity
    question: str
    text: str
    plainer: str
    lead: str = ""
    method: str = ""
    ksbs: tuple[str, ...] = ()
    quote: str = ""


class Probed(Fact, frozen=True, kw_only=True):
    """A follow-up was put in the thread of an earlier question.

    ``missing`` is what it asks for; None where it is one of the question's own. ``piece``: it asks
    which piece of the portfolio shows what was said.
    """

    turn: int
    thread: int
    missing: Missing | None
    text: str
    plainer: str = ""
    lead: str = ""
    piece: bool = False


class Answered(Fact, frozen=True, kw_only=True):
    """The candidate answered a turn; supersedes an earlier answer to the same turn.

    ``insisted``: the same words had just been taken for something else than an answer. ``late``: in
    a mock assessment, after its time was up; it is kept, and not read.
    """

    turn: int
    text: str
    insisted: bool = False
    late: bool = False


class Assessed(Fact, frozen=True, kw_only=True):
    """The answer with sequence number ``answer`` was read and rated.

    ``beside``, in a mock assessment: what the same words come to for the other aspect.
    """

    turn: int
    answer: int
    assessment: Assessment
    beside: Assessment | None = None


class AssessmentFailed(Fact, frozen=True, kw_only=True):
    """The reader failed on the answer with sequence number ``answer``; it is not rated."""

    turn: int
    answer: int
    reason: str


class Remarked(Fact, frozen=True, kw_only=True):
    """The candidate said something that is no answer, and was replied to.

    ``unsure``: it may well have been one, and the reply asks.
    """

    act: Act
    text: str
    reply: str
    unsure: bool = False


class Skipped(Fact, frozen=True, kw_only=True):
    """A turn was passed over; ``later`` asks to come back to it before the competence ends."""

    turn: int
    later: bool
    reason: str
    reply: str = ""


class Returned(Fact, frozen=True, kw_only=True):
    """The conversation went back to an earlier turn."""

    turn: int
    text: str


class Rated(Fact, frozen=True, kw_only=True):
    """What all evidence on one aspect of a competence comes to. ``rating`` None: not rated."""

    competence: int
    aspect: Aspect
    rating: int | None
    span: tuple[int, int] | None
    missing: tuple[Missing, ...]
    turns: tuple[int, ...]


class Reflected(Fact, frozen=True, kw_only=True):
    """The result of a competence was reached and may be looked at."""

    competence: int
    text: str


class Misread(Fact, frozen=True, kw_only=True):
    """The candidate says that an aspect was misread, and why. It changes no rating by itself."""

    competence: int
    aspect: Aspect
    reason: str


class MethodBegan(Fact, frozen=True, kw_only=True):
    """A method of a mock assessment was introduced."""

    method: str
    text: str


class HandedIn(Fact, frozen=True, kw_only=True):
    """The candidate gave their report, or the outline of their presentation (an empty one: none).

    ``name`` is the file's, or empty for what was pasted.
    """

    document: Document
    name: str
    text: str
    reply: str = ""


class Presented(Fact, frozen=True, kw_only=True):
    """The presentation ended; ``notes`` are what the candidate typed of it, if anything."""

    notes: str
    reply: str = ""


class Clocked(Fact, frozen=True, kw_only=True):
    """How much time was used: ``used`` milliseconds of one part of a method, ``running`` or not.

    Every other fact of the conversation comes after one, so that after a crash the clock goes on
    from what was noted last.
    """

    part: str
    used: int
    running: bool
    why: Tick
    text: str = ""


class Credited(Fact, frozen=True, kw_only=True):
    """The answer with sequence number ``answer`` evidences KSBs that it was not asked about.

    ``elsewhere``: it is so clearly about another theme that it does not count for its own question.
    """

    turn: int
    answer: int
    credits: tuple[Credit, ...]
    elsewhere: bool = False


class PieceNamed(Fact, frozen=True, kw_only=True):
    """The candidate pointed at a piece of the portfolio; an empty ``title``: at none."""

    turn: int
    title: str
    date: str = ""
    place: str = ""


class MethodEnded(Fact, frozen=True, kw_only=True):
    """The questions of a method ended; ``by_time``: because its time was up."""

    method: str
    by_time: bool
    text: str


class Finished(Fact, frozen=True, kw_only=True):
    """All that was planned was asked, or the candidate had enough."""

    text: str


class Withdrawn(Fact, frozen=True, kw_only=True):
    """The candidate ended the interview for good."""

    reason: str
    text: str


# --- what a mentor adds, and what the candidate says of the whole ---------------------------------


class Moderated(Fact, frozen=True, kw_only=True):
    """A mentor agreed with a rating or gave another one. It changes none that was there before.

    Of the answer to ``turn``, or, without one, of the whole aspect. ``answer`` is the sequence
    number of the answer that was judged, ``assessed`` the rating that the mentor saw beside it.
    """

    mentor: str
    competence: int
    aspect: Aspect
    rating: int
    agrees: bool
    assessed: int | None
    reason: str = ""
    turn: int | None = None
    answer: int | None = None


class Commented(Fact, frozen=True, kw_only=True):
    """A mentor said something about a turn, or about the words ``start`` to ``end`` of its answer.

    ``answer`` is the sequence number of the answer that the quote is from.
    """

    mentor: str
    turn: int
    text: str
    quote: str = ""
    start: int | None = None
    end: int | None = None
    answer: int | None = None


class ActionSet(Fact, frozen=True, kw_only=True):
    """A mentor agreed a next step with the candidate. ``due`` is a day such as 2026-11-21."""

    mentor: str
    text: str
    due: str | None = None


class ActionDone(Fact, frozen=True, kw_only=True):
    """The step that was set as fact ``action`` has been taken, or is no longer wanted."""

    mentor: str
    action: int
    note: str = ""


class Confirmed(Fact, frozen=True, kw_only=True):
    """The candidate confirmed, in the words of ``text``, that it is their own work.

    ``noted_by`` is the mentor at whose desk that was said, where it was not the candidate's own.
    """

    candidate: str
    text: str
    noted_by: str = ""


class SignedOff(Fact, frozen=True, kw_only=True):
    """A mentor signed all facts before this one; ``text`` says what that comes to.

    ``seal`` is the hash of the line before, which by the chain stands for all ``facts`` up to
    there: ``verify`` compares it with the chain.
    """

    mentor: str
    seal: str
    facts: int
    text: str


class Reopened(Fact, frozen=True, kw_only=True):
    """The mentor opened a signed interview again."""

    mentor: str
    reason: str


AnyFact = (
    Opened
    | Briefed
    | Invited
    | SelfRated
    | Asked
    | Probed
    | Answered
    | Assessed
    | AssessmentFailed
    | Remarked
    | Skipped
    | Returned
    | Rated
    | Reflected
    | Misread
    | MethodBegan
    | HandedIn
    | Presented
    | Clocked
    | Credited
    | PieceNamed
    | MethodEnded
    | Finished
    | Withdrawn
    | Moderated
    | Commented
    | ActionSet
    | ActionDone
    | Confirmed
    | SignedOff
    | Reopened
)

# Facts of a review: they come after the conversation and are no part of it.
REVIEW = (Moderated, Commented, ActionSet, ActionDone, Confirmed, SignedOff, Reopened)
REVIEW_KINDS = frozenset(str(kind.__struct_config__.tag) for kind in REVIEW)


class Stamped(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with its place in the transcript: sequence number from 1, and time in UTC."""

    seq: int
    at: str
    fact: AnyFact
