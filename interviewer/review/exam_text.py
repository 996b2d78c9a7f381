"""A mock assessment's result as plain text and as JSON. No control codes.

It comes in pages; each begins with the line that it is practice, and with the mark of defaults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from interviewer.domain import ExamKind
from interviewer.marks import CHECK_PLAN, DEFAULTS, PRACTICE_RECORD
from interviewer.record.record import Record, State, Turn
from interviewer.review.exam_result import (
    ExamResult,
    KsbResult,
    MethodResult,
    Shortfall,
    Slip,
    Standing,
    ThemeResult,
    exam_result,
)
from interviewer.review.readiness import Readiness
from interviewer.review.results import Quote
from interviewer.safe_text import for_one_line, for_terminal

QUOTE_WIDTH = 160
PLACES = 3  # of each shortfall
_MINUTE = 60_000
SLIPS = {
    Slip.WE: '"we" where your own part should be heard',
    Slip.THEORY: "theory without an occasion on which you used it",
    Slip.NO_RESULT: "no result: what came of it was not told",
    Slip.NO_REFLECTION: "no reflection: nothing weighed, nothing you would change",
    Slip.HALF: "half a question answered: a follow-up was left open",
}
_STATES = {State.COMPLETE: "complete", State.WITHDRAWN: "ended early"}


def exam_pages(result: ExamResult) -> Iterator[tuple[str, ...]]:
    """The result in pages: a summary, a page for each method, the KSBs, and the shortfalls."""
    head = _head(result)
    if result.kind is ExamKind.EXAM:
        yield (*head, *_summary(result))
    for method in result.methods:
        yield (*head, *_method(method, result))
    yield (*head, *_ksbs(result))
    yield (*head, *_shortfalls(result))


def exam_lines(result: ExamResult) -> Iterator[str]:
    """All pages, one after the other."""
    for page in exam_pages(result):
        yield from page
        yield ""


def feedback_lines(result: ExamResult) -> Iterator[str]:
    """What a rehearsal shows after each question."""
    for method in result.methods:
        for theme in method.themes:
            yield from _theme(theme)
    if result.kind is ExamKind.KSB:
        for ksb in result.ksbs:
            yield f"{ksb.ksb}: {ksb.standing}"
            yield from _quotes(ksb.quotes)
    yield from _shortfalls(result)
    yield from _head(result)


def readiness_lines(found: Readiness, *, has_defaults: bool) -> Iterator[str]:
    """The view of all practice so far."""
    yield PRACTICE_RECORD
    if has_defaults:
        yield DEFAULTS
    yield all_practice(found)
    for theme in found.themes:
        count = len(theme.evidenced)
        of = count + len(theme.missing)
        missing = f"; not yet: {', '.join(theme.missing)}" if theme.missing else ""
        yield f"  {theme.title}: {count} of {of}{missing}"
    if found.weakest:
        yield f"Weakest: {'; '.join(theme.title for theme in found.weakest)}."


def all_practice(found: Readiness) -> str:
    """The share of KSBs that all practice so far has evidenced, in a sentence."""
    saved = "1 saved practice" if found.practices == 1 else f"{found.practices} saved practices"
    return (
        f"All practice so far ({saved}): {len(found.evidenced)} of {found.of} KSBs evidenced "
        f"({found.per_cent} per cent)."
    )


def exam_transcript_lines(record: Record) -> Iterator[str]:
    """A whole mock assessment: head, turns without ratings, and the result."""
    opened = record.opened
    yield f"Mock assessment {opened.interview} ({_STATES.get(record.state, 'unfinished')})"
    yield f"Started {record.started[:16].replace('T', ' ')} UTC"
    who = for_one_line(opened.candidate) or "not named"
    yield f"Candidate: {who}.  {opened.profile_title}.  Framework: {opened.framework}"
    yield PRACTICE_RECORD
    if opened.exam and opened.exam.has_defaults:
        yield DEFAULTS
    for turn in record.turns:
        ksbs = f": {', '.join(turn.ksbs)}" if not turn.is_probe else ""
        about = f"{turn.method}, {kind_of_turn(turn)}{ksbs}"
        yield ""
        yield f"[{turn.number}] {record.title(turn.competence)} ({about})"
        yield for_terminal(turn.text)
        if turn.answer is None:
            yield f"> ({turn.skipped or 'not answered yet'})"
        else:
            yield from (f"> {line}" for line in for_terminal(turn.answer).split("\n"))
        if turn.failure:
            yield f"  Not rated: {for_one_line(turn.failure)}"
    yield ""
    yield from exam_lines(exam_result(record))


def kind_of_turn(turn: Turn) -> str:
    """What a turn of a mock assessment is."""
    if turn.piece:
        return "piece of the portfolio"
    return "follow-up" if turn.is_probe else "question"


def method_title(record: Record, turn: Turn) -> str:
    """The title of the method that a turn belongs to."""
    terms = record.opened.exam
    titles = {method.id: method.title for method in terms.methods} if terms else {}
    return titles.get(turn.method, turn.method)


def exam_json(record: Record) -> dict[str, Any]:
    """The result as data, for ``show --json``."""
    built: dict[str, Any] = msgspec.to_builtins(exam_result(record))
    return built


# --- pages ----------------------------------------------------------------------------------------


def _head(result: ExamResult) -> tuple[str, ...]:
    return (PRACTICE_RECORD, DEFAULTS) if result.has_defaults else (PRACTICE_RECORD,)


def _summary(result: ExamResult) -> Iterator[str]:
    yield "An indication of what this would have come to, by what was heard:"
    for method in result.methods:
        yield f"  {method.title}: {method.grade}{of_how_much(method)}"
    if result.overall:
        yield f"  Overall: {result.overall}. {result.overall_note}"
    elif result.overall_note:
        yield f"  Overall: {result.overall_note}"
    if result.pauses:
        times = "once" if result.pauses == 1 else f"{result.pauses} times"
        yield f"  The clock was stopped {times}."


def of_how_much(method: MethodResult) -> str:
    """What is to be said of a short practice beside its grade."""
    if method.whole:
        return ""
    return f" (a short practice: {len(method.themes)} themes were opened, and only these count)"


def _method(method: MethodResult, result: ExamResult) -> Iterator[str]:
    yield f"{method.title}{_grade(method, result)}"
    yield f"  {figures(method)}"
    if result.kind is ExamKind.EXAM:
        yield from (f"  {line}" for line in share_lines(method))
    for theme in method.themes:
        yield from _theme(theme)
    if method.between and result.kind is ExamKind.EXAM:
        yield f"  What stood between this and {method.next_grade.lower()}:"
        yield from (f"    {line}" for line in method.between)


def _grade(method: MethodResult, result: ExamResult) -> str:
    return f": {method.grade}, as an indication" if result.kind is ExamKind.EXAM else ""


def figures(method: MethodResult) -> str:
    """How many questions there were, and how the time was used."""
    used = method.used // _MINUTE
    time = (
        f"{used} minutes"
        if method.limit is None
        else f"{used} of {method.limit // _MINUTE} minutes"
    )
    parts = [f"{method.asked} question{'' if method.asked == 1 else 's'}, {time}"]
    if method.presented is not None:
        minutes = method.presented // _MINUTE
        parts.append(f"{minutes} of {method.presentation_minutes} minutes presented")
    if method.by_time:
        parts.append("ended when the time was over")
    return "; ".join(parts) + "."


def share_lines(method: MethodResult) -> Iterator[str]:
    """In how many themes each grade was heard, what it takes, and whether that is a default."""
    for each in method.shares:
        mark = f" ({CHECK_PLAN})" if each.default else ""
        heard = f"heard in {each.heard} of {each.of} themes"
        yield f"{for_one_line(each.grade)}: {heard}; it takes {each.needed}{mark}."


def _theme(theme: ThemeResult) -> Iterator[str]:
    grade = f" ({theme.grade})" if theme.grade else ""
    yield f"  {theme.title}: {theme.standing}{grade}"
    yield from _quotes(theme.quotes)
    if theme.lacks:
        yield f"    Not heard: {theme.lacks}."


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[str]:
    for quote in quotes:
        yield f'    "{for_one_line(quote.text, QUOTE_WIDTH)}"  (turn {quote.turn}: {quote.shows})'


def _ksbs(result: ExamResult) -> Iterator[str]:
    yield "KSBs"
    for standing in Standing:
        chosen = [ksb for ksb in result.ksbs if ksb.standing is standing]
        if not chosen:
            continue
        if standing is Standing.NOT_HEARD:
            yield f"  Not heard: {', '.join(ksb.ksb for ksb in chosen)}"
            continue
        for ksb in chosen:
            yield from _ksb(ksb)


def _ksb(ksb: KsbResult) -> Iterator[str]:
    yield f"  {ksb.ksb} {ksb.standing}: {for_one_line(ksb.statement)}"
    yield from _quotes(ksb.quotes[:1])


def no_shortfalls(result: ExamResult) -> str:
    """What is said where none was noticed: who said nothing has made none, which is no praise."""
    if all(ksb.standing is Standing.NOT_HEARD for ksb in result.ksbs):
        return "Too little was heard to notice any of the five commonest shortfalls."
    return "None of the five commonest shortfalls was noticed."


def _shortfalls(result: ExamResult) -> Iterator[str]:
    by_slip: dict[Slip, list[Shortfall]] = {}
    for each in result.shortfalls:
        by_slip.setdefault(each.slip, []).append(each)
    if not by_slip:
        yield no_shortfalls(result)
    for slip, places in by_slip.items():
        count = f", {len(places)} times" if len(places) > 1 else ""
        yield f"  {SLIPS[slip]}{count}:"
        for place in places[:PLACES]:
            quote = f' "{for_one_line(place.quote, QUOTE_WIDTH)}"' if place.quote else ""
            yield f"    turn {place.turn}{quote}"
    if result.pieces:
        yield "Pieces of the portfolio that you named:"
        for piece in result.pieces:
            about = ", ".join(part for part in (piece.date, piece.place) if part)
            more = f" ({about})" if about else ""
            title = for_one_line(piece.title, QUOTE_WIDTH)
            yield f"  {title}{for_terminal(more)}: {piece.theme}, turn {piece.turn}"
