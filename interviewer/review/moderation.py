"""The mentor's moves: commands in, facts out. Pure; each is legal, or refused with a sentence.

Nothing is overwritten: a mentor's rating stands beside the one that the evidence gave, and a second
thought beside the first. The order of the end is fixed: the candidate confirms, then the mentor
signs; what is signed can only be opened again by a mentor, who says why.
"""

from __future__ import annotations

from datetime import date

from interviewer.domain import MAX_LEVEL, MIN_LEVEL, Aspect, InterviewerError
from interviewer.record import facts
from interviewer.record.record import Record, Turn
from interviewer.record.reviewed import Moderation, Review

MAX_NAME = 120
MAX_TEXT = 20_000

OWN_WORK = "I confirm that the answers in this interview are my own work."


class Refused(InterviewerError):
    """A move that makes no sense now; nothing was written."""


# --- ratings --------------------------------------------------------------------------------------


def moderate_turn(
    record: Record, mentor: str, turn: int, rating: int | None, reason: str = ""
) -> facts.Moderated:
    """Judge the answer to a turn; ``rating`` None agrees with the one that is there.

    Raises:
        Refused: it is signed, there is no such answer, or another rating comes without a reason.
    """
    answered = _answered(record, turn)
    assessed = answered.assessment.rating if answered.assessment else None
    own, agrees, why = _judged(rating, assessed, reason, f"Turn {turn}")
    return facts.Moderated(
        mentor=_named(record, mentor),
        competence=answered.competence,
        aspect=answered.aspect,
        turn=turn,
        answer=answered.answer_seq,
        rating=own,
        agrees=agrees,
        assessed=assessed,
        reason=why,
    )


def moderate_aspect(
    record: Record,
    mentor: str,
    competence: int,
    aspect: Aspect,
    rating: int | None,
    reason: str = "",
) -> facts.Moderated:
    """Judge one aspect of a competence as a whole; ``rating`` None agrees.

    Raises:
        Refused: it is signed, it was not answered, another rating comes without a reason, or this
            is a mock assessment, whose themes have no level.
    """
    if record.opened.exam:
        raise Refused("A theme of a mock assessment has no level; rate an answer, by its turn.")
    if competence not in record.opened.competences or aspect not in record.opened.aspects:
        raise Refused(f"This interview is not about competence {competence}, {aspect}.")
    answered = [
        turn
        for turn in record.turns
        if (turn.competence, turn.aspect) == (competence, aspect) and turn.answer is not None
    ]
    what = f"Competence {competence}, {aspect},"
    if not answered:
        raise Refused(f"{what} was not answered, so there is nothing to rate.")
    rated = record.ratings.get((competence, aspect))
    assessed = rated.rating if rated else None
    own, agrees, why = _judged(rating, assessed, reason, what)
    return facts.Moderated(
        mentor=_named(record, mentor),
        competence=competence,
        aspect=aspect,
        rating=own,
        agrees=agrees,
        assessed=assessed,
        reason=why,
    )


def mentor_rating(review: Review, competence: int, aspect: Aspect) -> Moderation | None:
    """What mentors make of an aspect: the latest rating of the whole, if there is one.

    Else the highest that they gave to one of its answers: what was shown once, was shown. Nothing
    that the assessor made of answers they passed over comes into it.
    """
    here = review.of_aspect(competence, aspect)
    if not here:
        return None
    if here[0].turn is None:
        return here[-1]
    return max(here, key=lambda each: (each.rating, each.seq))


def _judged(
    rating: int | None, assessed: int | None, reason: str, what: str
) -> tuple[int, bool, str]:
    """The mentor's rating, whether it is the one that was there, and the reason."""
    if rating is None:
        if assessed is None:
            raise Refused(f"{what} is not rated, so there is nothing to agree with: give a rating.")
        rating = assessed
    if not MIN_LEVEL <= rating <= MAX_LEVEL:
        raise Refused(f"A rating is a number from {MIN_LEVEL} to {MAX_LEVEL}, not {rating}.")
    why = _bounded(reason.strip(), "The reason")
    if rating != assessed and not why:
        there = "it has none" if assessed is None else f"it is rated {assessed}"
        raise Refused(f"{what} gets another rating ({there}), so say why.")
    return rating, rating == assessed, why


# --- comments and actions -------------------------------------------------------------------------


def comment(record: Record, mentor: str, turn: int, text: str, quote: str = "") -> facts.Commented:
    """Say something about a turn, or about some words of its answer.

    Raises:
        Refused: it is signed, there is no such turn or no text, or the answer has no such words.
    """
    about = _turn(record, turn)
    said = _said(text, "The comment")
    start = end = answer = None
    if quote:
        start = (about.answer or "").find(quote)
        if start < 0:
            raise Refused(f"The answer to turn {turn} does not have these words in it; quote it.")
        end, answer = start + len(quote), about.answer_seq
    return facts.Commented(
        mentor=_named(record, mentor),
        turn=turn,
        text=said,
        quote=quote,
        start=start,
        end=end,
        answer=answer,
    )


def set_action(record: Record, mentor: str, text: str, due: str | None = None) -> facts.ActionSet:
    """Agree a next step, with the day by which it is to be taken.

    Raises:
        Refused: it is signed, there is no text, or ``due`` is no day.
    """
    said = _said(text, "The action")
    return facts.ActionSet(mentor=_named(record, mentor), text=said, due=_day(due) if due else None)


def action_done(record: Record, mentor: str, number: int, note: str = "") -> facts.ActionDone:
    """Note that a step was taken; this can be done after the sign-off too.

    Raises:
        Refused: there is no such step, or it is done already.
    """
    for action in record.review.actions:
        if action.number == number:
            if action.done_at:
                raise Refused(f"Action {number} is done already.")
            return facts.ActionDone(
                mentor=_name(mentor, "mentor"), action=action.seq, note=_bounded(note, "The note")
            )
    raise Refused(f"There is no action {number}; there are {len(record.review.actions)}.")


# --- the end --------------------------------------------------------------------------------------


def confirm(record: Record, candidate: str = "", noted_by: str = "") -> facts.Confirmed:
    """The candidate confirms that it is their own work.

    Args:
        candidate: their name; the one given at the start by default.
        noted_by: the mentor at whose desk they say so, if it is not their own.

    Raises:
        Refused: the interview has not ended, it is signed, or nobody is named.
    """
    _require_open(record)
    _require_end(record, "confirmed")
    name = candidate.strip() or record.opened.candidate.strip()
    if not name:
        raise Refused("No name was given at the start: say with --candidate NAME who confirms.")
    if record.review.confirmed:
        raise Refused(f"{record.review.confirmed.candidate} has confirmed that already.")
    return facts.Confirmed(
        candidate=_name(name, "candidate"), text=OWN_WORK, noted_by=noted_by.strip()
    )


def sign_off(record: Record, mentor: str, seal: str) -> facts.SignedOff:
    """Sign all that there is so far; ``seal`` is the hash of its last line.

    Raises:
        Refused: the interview has not ended, the candidate has not confirmed, or it is signed.
    """
    name = _named(record, mentor)
    _require_end(record, "signed off")
    if not record.review.confirmed:
        raise Refused(
            "The candidate confirms first that it is their own work (--confirm); then you sign."
        )
    waiting = record.review.reopened
    if waiting:
        places = ", ".join(_place(each) for each in waiting)
        raise Refused(f"There are new answers since you rated {places}: look at that again first.")
    return facts.SignedOff(
        mentor=name, seal=seal, facts=record.last_seq, text=signed_text(record, seal)
    )


def signed_text(record: Record, seal: str) -> str:
    """What a sign-off says: what was signed, in words."""
    review = record.review
    answers = sum(turn.answer is not None for turn in record.turns)
    changed = sum(not each.agrees for each in review.standing)
    return (
        f"I have reviewed this interview: {_count(answers, 'answer')}, "
        f"{_count(len(record.ratings), 'rating')}, "
        f"{_count(len(review.standing), 'moderation')} "
        f"({changed} with another rating), {_count(len(review.comments), 'comment')}, "
        f"{_count(len(review.actions), 'action')}. "
        f"Signed are facts 1 to {record.last_seq}, sealed {seal}."
    )


def reopen(record: Record, mentor: str, reason: str) -> facts.Reopened:
    """Open a signed interview again.

    Raises:
        Refused: it is not signed, or no reason is given.
    """
    if not record.review.signed_off:
        raise Refused("This interview is not signed off, so there is nothing to reopen.")
    if not reason.strip():
        raise Refused("Say why it is opened again (--reason TEXT).")
    return facts.Reopened(
        mentor=_name(mentor, "mentor"), reason=_bounded(reason.strip(), "The reason")
    )


# --- what all moves ask for -----------------------------------------------------------------------


def _named(record: Record, mentor: str) -> str:
    """The mentor's name, if this is a moment to add something."""
    _require_open(record)
    return _name(mentor, "mentor")


def _require_open(record: Record) -> None:
    signed = record.review.signed_off
    if signed:
        raise Refused(
            f"{signed.mentor} signed this interview off on {signed.at[:10]}. "
            "To change anything, reopen it with a reason (--reopen --reason TEXT)."
        )


def _require_end(record: Record, what: str) -> None:
    if not record.ended:
        raise Refused(f"This interview is not finished yet, so it can't be {what}.")


def _name(name: str, who: str) -> str:
    known = " ".join(name.split())
    if not known:
        raise Refused(f"The {who}'s name is missing.")
    if len(known) > MAX_NAME:
        raise Refused(f"The {who}'s name is longer than {MAX_NAME} characters.")
    return known


def _said(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"{what} is empty.")
    return _bounded(text.strip(), what)


def _bounded(text: str, what: str) -> str:
    if len(text) > MAX_TEXT:
        raise Refused(f"{what} is longer than {MAX_TEXT:,} characters.")
    return text


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise Refused(f'"{text}" is not a day; write it as in 2026-11-21.') from None


def _turn(record: Record, number: int) -> Turn:
    if not 1 <= number <= len(record.turns):
        raise Refused(f"There is no turn {number}; there are {len(record.turns)}.")
    return record.turns[number - 1]


def _answered(record: Record, number: int) -> Turn:
    turn = _turn(record, number)
    if turn.answer is None:
        raise Refused(f"Turn {number} was not answered, so there is nothing to rate.")
    return turn


def _place(each: Moderation) -> str:
    whole = f"competence {each.competence}, {each.aspect}"
    return whole if each.turn is None else f"turn {each.turn}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
