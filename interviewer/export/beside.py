"""What stands beside the report in a file: the review, KSBs by turn, and what the file is worth.

Markdown and HTML show it in the same words; all values are as stored, and each format makes them
safe in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interviewer.domain import Aspect, Value
from interviewer.export.material import Material
from interviewer.record.record import Record
from interviewer.record.reviewed import Moderation
from interviewer.review.moderation import mentor_rating
from interviewer.review.portfolio import PortfolioKsb, ksbs_of_turn
from interviewer.review.text import aspect_name, review_lines

RATED_HEAD = ("Competence", "Aspect", "Where", "Assessed", "Mentor", "Who and when", "Reason")
PORTFOLIO_HEAD = ("KSB", "Statement", "Turns", "Evidence")
PORTFOLIO_NOTE = (
    "Answers that bear on a KSB, with the words that counted. Whether it is met is for whoever "
    "assesses the portfolio to say."
)


class Beside(Value, frozen=True, kw_only=True):
    """All of it. ``mentor`` has the rating that stands for each aspect that a mentor rated.

    ``rated`` are rows under ``RATED_HEAD``; ``of_turn`` what mentors said of a turn, a line each.
    """

    head: tuple[tuple[str, str], ...]
    mentor: Mapping[tuple[int, Aspect], int]
    rated: tuple[tuple[str, ...], ...]
    review: tuple[str, ...]
    of_turn: Mapping[int, tuple[str, ...]]
    ksbs: Mapping[int, tuple[str, ...]]
    portfolio: tuple[PortfolioKsb, ...]
    attribution: str
    provenance: tuple[tuple[str, str], ...]


def beside(material: Material) -> Beside:
    """What stands beside the report on ``material``."""
    record, links = material.record, material.links
    return Beside(
        head=tuple(_head(material)),
        mentor=dict(_mentor(record)),
        rated=tuple(_row(record, each) for each in record.review.moderations),
        review=tuple(review_lines(record)) if record.review.begun else (),
        of_turn={turn.number: tuple(_of_turn(record, turn.number)) for turn in record.turns},
        ksbs={
            turn.number: ksbs_of_turn(turn, links.of_question, links.of_competence)
            for turn in record.turns
        },
        portfolio=material.portfolio,
        attribution=links.attribution if material.portfolio else "",
        provenance=tuple(_provenance(material)),
    )


def _head(material: Material) -> Iterator[tuple[str, str]]:
    review = material.record.review
    yield "Review", str(review.status)
    if review.signed_off:
        yield "Signed off", f"{review.signed_off.mentor}, {review.signed_off.at[:10]}"
    if not material.whole:
        found = "; ".join(material.problems) or "the chain of hashes is broken"
        yield "DAMAGED OR ALTERED", found
    if material.replaced is not None:
        told = ", ".join(f"{each.by} {each.times}" for each in material.replaced if each.times)
        yield "Redacted", told or "nothing was found to redact"


def _mentor(record: Record) -> Iterator[tuple[tuple[int, Aspect], int]]:
    for each in record.review.standing:
        judged = mentor_rating(record.review, each.competence, each.aspect)
        if judged:
            yield (each.competence, each.aspect), judged.rating


def _row(record: Record, each: Moderation) -> tuple[str, ...]:
    stands = "" if each.stands else " (no longer stands)"
    return (
        record.title(each.competence),
        aspect_name(each.aspect),
        "the whole" if each.turn is None else f"turn {each.turn}",
        "not rated" if each.assessed is None else str(each.assessed),
        f"{each.rating}{' (agrees)' if each.agrees else ''}{stands}",
        f"{each.mentor}, {each.at[:10]}",
        each.reason,
    )


def _of_turn(record: Record, turn: int) -> Iterator[str]:
    for judged in record.review.of_turn(turn):
        reason = f": {judged.reason}" if judged.reason else ""
        yield f"Mentor {judged.mentor}: {judged.rating}{reason}"
    for comment in record.review.comments:
        if comment.turn == turn:
            about = f' on "{comment.quote}"' if comment.quote else ""
            yield f"Comment by {comment.mentor}{about}: {comment.text}"


def _provenance(material: Material) -> Iterator[tuple[str, str]]:
    yield "Exported", f"{material.exported} by version {material.product}"
    yield "Last fact", material.record.last_at
    for each in material.signatures:
        holds = "holds" if each.holds else "does NOT hold"
        told = f"{each.mentor}, {each.at}, facts 1 to {each.facts}, sealed {each.seal}: {holds}"
        yield "Sign-off", told
