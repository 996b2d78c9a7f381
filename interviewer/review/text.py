"""Results and transcripts as plain text, for line mode and ``show``. No control codes."""

from __future__ import annotations

from collections.abc import Iterator

from interviewer.domain import Aspect
from interviewer.marks import PRACTICE_RECORD
from interviewer.record.record import Record, State
from interviewer.record.reviewed import Moderation
from interviewer.review.exam_text import exam_transcript_lines
from interviewer.review.results import AspectResult, CompetenceResult, results
from interviewer.review.words import not_heard, notice_in_words, rating_in_words
from interviewer.safe_text import for_one_line, for_terminal

__all__ = [
    "PRACTICE_RECORD",
    "aspect_lines",
    "aspect_name",
    "beside_rating",
    "overview_lines",
    "result_lines",
    "transcript_lines",
]

_ASPECT_NAMES = {Aspect.APPLICATION: "Application", Aspect.KNOWLEDGE: "Knowledge"}
_STATES = {State.COMPLETE: "complete", State.WITHDRAWN: "ended early"}
MAX_NOT_HEARD = 2


def aspect_name(aspect: Aspect) -> str:
    """The name of an aspect as people see it."""
    return _ASPECT_NAMES[aspect]


def result_lines(result: CompetenceResult) -> Iterator[str]:
    """The result of a competence, a paragraph an aspect."""
    for aspect in result.aspects:
        yield from aspect_lines(aspect)


def aspect_lines(result: AspectResult) -> Iterator[str]:
    """One aspect: rating, self-rating, requirement, quotes, and what was not heard."""
    yield f"  {aspect_name(result.aspect)}: {rating_in_words(result.rating, result.span)}"
    beside = beside_rating(result)
    if beside:
        yield f"    {beside}"
    for quote in result.quotes:
        yield f'    "{for_one_line(quote.text)}"  (turn {quote.turn}: {quote.shows})'
    if result.not_heard and result.rating is not None:
        missing = "; ".join(
            not_heard(item, result.aspect) for item in result.not_heard[:MAX_NOT_HEARD]
        )
        yield f"    Not heard yet: {missing}."
    for item in result.left_out:
        yield f"    Left out in turn {item.turn}: {notice_in_words(item.notice)}"


def beside_rating(result: AspectResult) -> str:
    """The self-rating and the requirement that stand beside a rating."""
    parts = []
    if result.self_rating is not None:
        parts.append(f"you said {result.self_rating}")
    if result.required is not None:
        parts.append(f"required {result.required}")
    return ", ".join(parts)


def overview_lines(record: Record) -> Iterator[str]:
    """All competences beside each other, a line an aspect; nothing for a single one."""
    found = results(record)
    if len(found) < 2:
        return
    yield "All that was talked about:"
    for result in found:
        yield f"  {result.title}"
        for aspect in result.aspects:
            beside = beside_rating(aspect)
            rating = rating_in_words(aspect.rating, aspect.span)
            yield f"    {aspect_name(aspect.aspect)}: {rating}" + (f", {beside}" if beside else "")


def transcript_lines(record: Record) -> Iterator[str]:
    """A whole interview: head, turns with their ratings, and results."""
    opened = record.opened
    if opened.exam is not None:
        yield from exam_transcript_lines(record)
        return
    yield f"Interview {opened.interview} ({_STATES.get(record.state, 'unfinished')})"
    yield f"Started {record.started[:16].replace('T', ' ')} UTC"
    who = for_one_line(opened.candidate) or "not named"
    role = opened.profile_title or "no role chosen"
    yield f"Candidate: {who}.  Role: {role}.  Framework: {opened.framework}"
    yield PRACTICE_RECORD
    for turn in record.turns:
        kind = "probe" if turn.is_probe else f"{turn.aspect}, {turn.complexity} complexity"
        yield ""
        yield f"[{turn.number}] {record.title(turn.competence)} ({kind})"
        yield for_terminal(turn.text)
        yield from _answer_lines(turn.answer, turn.skipped)
        if turn.assessment:
            rating = rating_in_words(turn.assessment.rating, turn.assessment.span)
            yield f"  This answer alone: {rating} ({turn.assessment.confidence} confidence)"
        elif turn.failure:
            yield f"  Not rated: {for_one_line(turn.failure)}"
    for result in results(record):
        yield ""
        yield f"Result: {result.title}"
        yield from result_lines(result)
    if record.review.begun:
        yield ""
        yield "Review:"
        for line in review_lines(record):
            yield f"  {line}"


def review_lines(record: Record) -> Iterator[str]:
    """What mentors added, in the order in which they did; a line each."""
    review = record.review
    told: list[tuple[int, str, str]] = []
    for rated in review.moderations:
        told.append((rated.seq, rated.at, _moderation_line(record, rated)))
    for comment in review.comments:
        quote = f' on "{comment.quote}"' if comment.quote else ""
        said = f"{comment.mentor} on turn {comment.turn}{quote}: {comment.text}"
        told.append((comment.seq, comment.at, said))
    for action in review.actions:
        due = f", due {action.due}" if action.due else ""
        done = f" (done {action.done_at[:10]})" if action.done_at else ""
        said = f"Action {action.number}{due}: {action.text}{done}"
        told.append((action.seq, action.at, said))
    if review.confirmed:
        by = f" (noted by {review.confirmed.noted_by})" if review.confirmed.noted_by else ""
        said = f'{review.confirmed.candidate}: "{review.confirmed.text}"{by}'
        told.append((review.confirmed.seq, review.confirmed.at, said))
    for signed in review.signatures:
        told.append((signed.seq, signed.at, f"Signed off by {signed.mentor}: {signed.text}"))
    for opened in review.reopenings:
        told.append((opened.seq, opened.at, f"Reopened by {opened.mentor}: {opened.reason}"))
    yield f"Status: {review.status}"
    for _, at, said in sorted(told):
        yield f"{at[:16].replace('T', ' ')}  {for_one_line(said)}"


def _moderation_line(record: Record, rated: Moderation) -> str:
    title = f"{record.title(rated.competence)}, {rated.aspect}"
    what = title if rated.turn is None else f"turn {rated.turn} ({title})"
    reason = f": {rated.reason}" if rated.reason else ""
    stands = "" if rated.stands else " [no longer stands]"
    if rated.agrees:
        return f"{rated.mentor} agrees with {rated.rating} for {what}{reason}{stands}"
    return f"{rated.mentor} rates {what} {rated.rating}{reason}{stands}"


def _answer_lines(answer: str | None, skipped: str) -> Iterator[str]:
    if answer is None:
        yield f"> ({skipped or 'not answered yet'})"
        return
    for line in for_terminal(answer).split("\n"):
        yield f"> {line}"
