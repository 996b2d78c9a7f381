"""What mentors added to an interview, folded from their facts. Pure, like the rest of the fold.

The fold takes what it finds; whether a step was legal is asked when it is made
(``review/moderation.py``), and what a file claims is proved when it is read (``signing.py``).
"""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from interviewer.domain import Aspect, Value
from interviewer.record import facts
from interviewer.record.facts import Stamped

LARGE_GAP = 2  # levels between the candidate's own rating and the assessed one


class Status(StrEnum):
    """How far the review of an interview has come."""

    NEW = "new"
    IN_REVIEW = "in review"
    SIGNED = "signed"


class Moderation(Value, frozen=True, kw_only=True):
    """A mentor's rating with its time and reason.

    ``stands``: nothing was answered since that it would have to take into account, and the same
    mentor has not judged the same again.
    """

    seq: int
    at: str
    mentor: str
    competence: int
    aspect: Aspect
    turn: int | None
    answer: int | None
    rating: int
    agrees: bool
    assessed: int | None
    reason: str
    stands: bool = True


class Comment(Value, frozen=True, kw_only=True):
    """What a mentor said about a turn, or about a quote from its answer."""

    seq: int
    at: str
    mentor: str
    turn: int
    text: str
    quote: str = ""
    start: int | None = None
    end: int | None = None
    answer: int | None = None


class Action(Value, frozen=True, kw_only=True):
    """A step that was agreed; ``number`` counts from 1, ``done_at`` is empty until it is done."""

    number: int
    seq: int
    at: str
    mentor: str
    text: str
    due: str | None
    done_at: str = ""
    done_by: str = ""
    note: str = ""


class Confirmation(Value, frozen=True, kw_only=True):
    """The candidate's word that it is their own work."""

    seq: int
    at: str
    candidate: str
    text: str
    noted_by: str = ""


class SignOff(Value, frozen=True, kw_only=True):
    """A mentor's signature under all facts before it."""

    seq: int
    at: str
    mentor: str
    seal: str
    facts: int
    text: str


class Reopening(Value, frozen=True, kw_only=True):
    """A signed interview was opened again."""

    seq: int
    at: str
    mentor: str
    reason: str


class Review(Value, frozen=True, kw_only=True):
    """All that mentors added. ``confirmed`` and ``signed_off`` are those that still hold."""

    moderations: tuple[Moderation, ...] = ()
    comments: tuple[Comment, ...] = ()
    actions: tuple[Action, ...] = ()
    confirmed: Confirmation | None = None
    signed_off: SignOff | None = None
    signatures: tuple[SignOff, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    begun: bool = False

    @property
    def status(self) -> Status:
        """How far the review has come."""
        if self.signed_off:
            return Status.SIGNED
        return Status.IN_REVIEW if self.begun else Status.NEW

    @property
    def standing(self) -> tuple[Moderation, ...]:
        """The moderations that still stand."""
        return tuple(each for each in self.moderations if each.stands)

    @property
    def reopened(self) -> tuple[Moderation, ...]:
        """Those that a later answer has opened again, and that nobody has judged since."""
        judged = {_target(each) for each in self.standing}
        return tuple(
            each
            for each in self.moderations
            if not each.stands and _target(each) not in judged and self._is_latest(each)
        )

    @property
    def due(self) -> tuple[Action, ...]:
        """The steps that are still to be taken."""
        return tuple(each for each in self.actions if not each.done_at)

    def of_turn(self, turn: int) -> tuple[Moderation, ...]:
        """The moderations of one answer that stand, in order."""
        return tuple(each for each in self.standing if each.turn == turn)

    def of_aspect(self, competence: int, aspect: Aspect) -> tuple[Moderation, ...]:
        """Those that bear on an aspect and stand: of the whole, or else of single answers."""
        here = tuple(
            each for each in self.standing if (each.competence, each.aspect) == (competence, aspect)
        )
        return tuple(each for each in here if each.turn is None) or here

    def _is_latest(self, moderation: Moderation) -> bool:
        same = [each for each in self.moderations if _target(each) == _target(moderation)]
        return same[-1] is moderation


def with_review_fact(review: Review, item: Stamped) -> Review:
    """The review after one more of its facts; other facts leave it as it is."""
    begun = replace(review, begun=True)
    seq, at = item.seq, item.at
    match item.fact:
        case facts.Moderated() as told:
            return replace(begun, moderations=_moderated(review, told, seq, at))
        case facts.Commented() as told:
            comment = Comment(
                seq=seq,
                at=at,
                mentor=told.mentor,
                turn=told.turn,
                text=told.text,
                quote=told.quote,
                start=told.start,
                end=told.end,
                answer=told.answer,
            )
            return replace(begun, comments=(*review.comments, comment))
        case facts.ActionSet(mentor=mentor, text=text, due=due):
            action = Action(
                number=len(review.actions) + 1, seq=seq, at=at, mentor=mentor, text=text, due=due
            )
            return replace(begun, actions=(*review.actions, action))
        case facts.ActionDone() as done:
            return replace(begun, actions=_done(review, done, at))
        case facts.Confirmed(candidate=name, text=text, noted_by=noted_by):
            said = Confirmation(seq=seq, at=at, candidate=name, text=text, noted_by=noted_by)
            return replace(begun, confirmed=said)
        case facts.SignedOff() as told:
            signed = SignOff(
                seq=seq,
                at=at,
                mentor=told.mentor,
                seal=told.seal,
                facts=told.facts,
                text=told.text,
            )
            return replace(begun, signed_off=signed, signatures=(*review.signatures, signed))
        case facts.Reopened(mentor=mentor, reason=reason):
            opened = Reopening(seq=seq, at=at, mentor=mentor, reason=reason)
            return replace(begun, signed_off=None, reopenings=(*review.reopenings, opened))
        case _:
            return review


def answered_again(review: Review, turn: int, competence: int, aspect: Aspect) -> Review:
    """The review after an answer to ``turn``: what did not know of it is open again."""
    if not review.begun:
        return review

    def knows(each: Moderation) -> bool:
        if each.turn is None:
            return (each.competence, each.aspect) != (competence, aspect)
        return each.turn != turn

    return replace(
        review,
        moderations=tuple(
            each if knows(each) else replace(each, stands=False) for each in review.moderations
        ),
        confirmed=None,
        signed_off=None,
    )


def _target(each: Moderation) -> tuple[str, int, Aspect, int | None]:
    return each.mentor, each.competence, each.aspect, each.turn


def _moderated(review: Review, told: facts.Moderated, seq: int, at: str) -> tuple[Moderation, ...]:
    new = Moderation(
        seq=seq,
        at=at,
        mentor=told.mentor,
        competence=told.competence,
        aspect=told.aspect,
        turn=told.turn,
        answer=told.answer,
        rating=told.rating,
        agrees=told.agrees,
        assessed=told.assessed,
        reason=told.reason,
    )
    before = (
        replace(each, stands=False) if _target(each) == _target(new) else each
        for each in review.moderations
    )
    return (*before, new)


def _done(review: Review, done: facts.ActionDone, at: str) -> tuple[Action, ...]:
    if not any(each.seq == done.action for each in review.actions):
        raise ValueError(f"it is about the action of fact {done.action}, which there is not")
    return tuple(
        replace(each, done_at=at, done_by=done.mentor, note=done.note)
        if each.seq == done.action
        else each
        for each in review.actions
    )
