"""The portfolio view: KSB by evidence by turn. Pure.

A portfolio is asked for by KSB, an interview is held by competence. Each question of the bank says
which KSBs it bears on, and a follow-up bears on those of its question; in a mock assessment the
facts say so themselves. Where the bank says nothing about a question (it is of another version,
say), the KSBs linked to its competence stand in, and are marked as such. Only words that were
admitted as evidence count, and none of it says that a KSB is met: whoever assesses the portfolio
says that.
"""

from __future__ import annotations

from collections.abc import Mapping

from interviewer.domain import Act, Aspect, Value
from interviewer.record.record import Record, Turn
from interviewer.review.words import shows

_KINDS = "KSB"


class PortfolioItem(Value, frozen=True, kw_only=True):
    """One answer that bears on a KSB.

    ``rating`` is that of the answer alone, ``mentor`` the latest that a mentor gave to it.
    ``by_competence``: the question itself is not linked to the KSB, only its competence.
    """

    turn: int
    competence: int
    title: str
    aspect: Aspect
    rating: int | None
    mentor: int | None
    quotes: tuple[str, ...]
    by_competence: bool


class PortfolioKsb(Value, frozen=True, kw_only=True):
    """One KSB with what was said that bears on it; ``statement`` is empty where it isn't known."""

    id: str
    statement: str
    items: tuple[PortfolioItem, ...]


def portfolio(
    record: Record,
    of_question: Mapping[str, tuple[str, ...]],
    of_competence: Mapping[int, tuple[str, ...]],
    statements: Mapping[str, str],
) -> tuple[PortfolioKsb, ...]:
    """Every KSB that an answer bears on, in the order of the standard.

    Args:
        of_question: the KSBs of each question of the bank.
        of_competence: those linked to each competence.
        statements: what each KSB says.
    """
    found: dict[str, list[PortfolioItem]] = {}
    for turn in record.turns:
        quotes = evidence_quotes(turn)
        if not quotes:
            continue
        asked = turn.ksbs or of_question.get(turn.question_id, ())
        for ksb in ksbs_of_turn(turn, of_question, of_competence):
            found.setdefault(ksb, []).append(_item(record, turn, quotes, not asked))
    return tuple(
        PortfolioKsb(id=ksb, statement=statements.get(ksb, ""), items=tuple(found[ksb]))
        for ksb in sorted(found, key=_order)
    )


def ksbs_of_turn(
    turn: Turn,
    of_question: Mapping[str, tuple[str, ...]],
    of_competence: Mapping[int, tuple[str, ...]],
) -> tuple[str, ...]:
    """The KSBs that a turn is about, answered or not."""
    if turn.ksbs or turn.method:  # the themes of a mock assessment are no competences
        return turn.ksbs
    return of_question.get(turn.question_id, ()) or of_competence.get(turn.competence, ())


def evidence_quotes(turn: Turn) -> tuple[str, ...]:
    """What was admitted as evidence in an answer, each quote once, in the order said."""
    read = turn.assessment
    if read is None or read.act is not Act.ANSWER:
        return ()
    told = sorted((each for each in read.evidence if shows(each)), key=lambda each: each.start)
    return tuple(dict.fromkeys(each.quote for each in told))


def _item(
    record: Record, turn: Turn, quotes: tuple[str, ...], by_competence: bool
) -> PortfolioItem:
    judged = record.review.of_turn(turn.number)
    return PortfolioItem(
        turn=turn.number,
        competence=turn.competence,
        title=record.title(turn.competence),
        aspect=turn.aspect,
        rating=turn.assessment.rating if turn.assessment else None,
        mentor=judged[-1].rating if judged else None,
        quotes=quotes,
        by_competence=by_competence,
    )


def _order(ksb: str) -> tuple[int, int, str]:
    """Knowledge, skills, behaviours, each by number; whatever else there is comes last."""
    kind, number = ksb[:1], ksb[1:]
    known = kind in _KINDS and number.isdecimal()
    return (_KINDS.index(kind), int(number), ksb) if kind and known else (len(_KINDS), 0, ksb)
