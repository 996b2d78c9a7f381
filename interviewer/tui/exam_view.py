"""What the screens of a mock assessment show: pure functions to plain values. No Textual here.

Every text that came from outside leaves this module safe for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from interviewer.domain import ExamKind, ExamTerms, Value
from interviewer.engine import exam_policy
from interviewer.engine.conversation import Kind, conversation
from interviewer.engine.exam import Timing
from interviewer.marks import DEFAULTS, PRACTICE_RECORD
from interviewer.record.facts import Stamped
from interviewer.record.record import ExamStanding, Incoherent, Phase, Record, State, fold
from interviewer.review.exam_result import (
    ExamResult,
    KsbResult,
    MethodResult,
    Slip,
    Standing,
    ThemeResult,
    exam_result,
)
from interviewer.review.exam_text import (
    PLACES,
    QUOTE_WIDTH,
    SLIPS,
    all_practice,
    figures,
    no_shortfalls,
    of_how_much,
    share_lines,
)
from interviewer.review.readiness import Readiness
from interviewer.review.report import day_in_words
from interviewer.review.results import Quote
from interviewer.safe_text import for_one_line, for_terminal
from interviewer.tui.report_view import Block, Look, Section, Shown
from interviewer.tui.view import Said

_MINUTE = 60_000
KSB_QUOTES = 2
MARK = PRACTICE_RECORD[:1].lower() + PRACTICE_RECORD[1:].removesuffix(".")  # as it ends a line
NOT_ASKED = "Nothing has been asked yet, so there is nothing to tell."


class SaidInExam(Said, frozen=True, kw_only=True):
    """One thing said; ``feedback`` is there where a rehearsal shows what was heard."""

    feedback: tuple[Block, ...] = ()


class Heading(Value, frozen=True, kw_only=True):
    """What stands above the conversation: where it stands, and the clock."""

    place: str
    time: str


# --- the conversation -----------------------------------------------------------------------------


def said(stamped: Sequence[Stamped], after: int = 0) -> tuple[SaidInExam, ...]:
    """What was said in the facts after the one numbered ``after``, in order."""
    return tuple(
        SaidInExam(
            seq=line.seq,
            speaker=line.speaker,
            kind=line.kind,
            text=for_terminal(line.text),
            feedback=_feedback_at(stamped, line.seq) if line.kind is Kind.RESULTS else (),
        )
        for line in conversation(item for item in stamped if item.seq > after)
    )


def _feedback_at(stamped: Sequence[Stamped], seq: int) -> tuple[Block, ...]:
    """What was heard up to fact ``seq``; nothing if facts are missing."""
    try:
        record = fold(item for item in stamped if item.seq <= seq)
        return tuple(feedback(exam_result(record))) if record else ()
    except (Incoherent, ValueError, IndexError):  # a damaged transcript
        return ()


def feedback(result: ExamResult) -> Iterator[Block]:
    """What a rehearsal shows after each question."""
    for method in result.methods:
        for theme in method.themes:
            yield from _theme(theme)
    if result.kind is ExamKind.KSB:
        for ksb in result.ksbs:
            yield from _ksb(ksb)
    yield from _shortfalls(result)
    yield _block(_marks(result), Look.QUIET)


def heading(record: Record, timing: Timing) -> Heading:
    """Where it stands, and how much of the time is used."""
    terms, exam = _of(record)
    ids = [method.id for method in terms.methods]
    part = f"Part {ids.index(exam.method) + 1} of {len(ids)}" if exam.method in ids else ""
    parts = (part if len(ids) > 1 else "", _about(record, terms, exam))
    return Heading(place="  ·  ".join(filter(None, parts)), time=_time(record, exam, timing))


def _about(record: Record, terms: ExamTerms, exam: ExamStanding) -> str:
    match record.state:
        case State.COMPLETE:
            return "Finished"
        case State.WITHDRAWN:
            return "Ended"
    match exam.phase:
        case Phase.REPORT:
            return "Your report"
        case Phase.OUTLINE:
            return "The outline of your presentation"
        case Phase.PRESENTATION | Phase.PRESENTING:
            return "Your presentation"
    turn = record.turn
    number = turn.competence if turn and turn.method == exam.method else None
    if record.state is State.REFLECTING:
        number = record.competence
    if number is None:
        return for_one_line(terms.method(exam.method).title) if exam.method else ""
    theme = for_one_line(terms.theme(number).title)
    return f"{terms.only}: {theme}" if terms.kind is ExamKind.KSB else theme


def _time(record: Record, exam: ExamStanding, timing: Timing) -> str:
    """The clock in plain words: minutes for questions, minutes and seconds for presenting."""
    if record.ended or exam.phase in (Phase.REPORT, Phase.OUTLINE, Phase.NOT_BEGUN):
        return ""
    limit = timing.limit
    if exam.phase is Phase.PRESENTATION and limit is not None:
        return f"{limit // _MINUTE} minutes to present"
    if exam.phase is Phase.PRESENTING and limit is not None:
        minutes, seconds = divmod(timing.used // 1000, 60)
        over = ", the time is over" if timing.over else ""
        return f"{minutes}:{seconds:02} of {limit // _MINUTE}:00 minutes{over}"
    if exam.phase is Phase.READY:
        return "" if limit is None else f"{limit // _MINUTE} minutes for questions"
    if timing.over and timing.running:
        return f"{timing}: finish this answer"
    stopped = not timing.running and record.awaiting and record.state is not State.REFLECTING
    return f"{timing}, stopped" if stopped else str(timing)


def wanted(record: Record, *, reading: bool) -> str:
    """What belongs in the answer box now."""
    _, exam = _of(record)
    match exam.phase:
        case Phase.REPORT:
            return "Your report: paste it, or type the path of the file"
        case Phase.OUTLINE:
            return "Your outline: paste it, or type the path of the file; F8 without"
        case Phase.PRESENTING:
            return "Present now. Notes, if you like; F9 ends it"
    if reading:
        return "Reading your answer; you can write on meanwhile"
    turn = record.turn
    if turn is not None and turn.piece and turn.is_open:
        return "The piece: its title, date and place, or none"
    return "Your answer" if record.state in (State.ASKING, State.PROBING) else "Kept for later"


def possible(record: Record, *, reading: bool) -> frozenset[str]:
    """The actions of the screen that make sense now, by name."""
    if record.ended:
        return frozenset({"finish", "result"})
    terms, exam = _of(record)
    always = {"leave", "withdraw"} | ({"end_here"} if terms.kind is not ExamKind.EXAM else set())
    match exam.phase:
        case Phase.REPORT | Phase.PRESENTING:
            return frozenset(always)
        case Phase.OUTLINE:
            return frozenset(always | {"without"})
        case Phase.PRESENTATION | Phase.READY:
            return frozenset(always | {"begin"})
    back = {"back"} if exam_policy.turn_to_go_back_to(record) is not None else set()
    if record.state is State.REFLECTING:
        return frozenset(always | back | {"go_on"})
    if not record.awaiting:
        return frozenset(always if reading else always | {"reopen"})
    turn = record.turn
    later = turn is not None and turn.is_open and not turn.times_deferred and not turn.piece
    asked = {"clarify", "repeat", "skip", "dont_know"} | ({"later"} if later else set())
    return frozenset(always | asked | back)


def shows_result(record_ended: bool, terms: ExamTerms) -> bool:
    """Whether what was heard may be shown: of an exam only when it has ended."""
    return record_ended or terms.kind is not ExamKind.EXAM


def _of(record: Record) -> tuple[ExamTerms, ExamStanding]:
    terms, exam = record.opened.exam, record.exam
    if terms is None or exam is None:
        raise ValueError("a practice interview is no mock assessment")
    return terms, exam


# --- the result -----------------------------------------------------------------------------------


def exam_shown(record: Record, ready: Readiness) -> Shown:
    """All that the result screen shows.

    Raises:
        ValueError: the record is of a practice interview.
    """
    result = exam_result(record)
    who = for_one_line(result.candidate) or "Not named"
    return Shown(
        title=f"Mock assessment, {day_in_words(record.started)}: {MARK}",
        about=f"{who}, {for_one_line(record.opened.profile_title)}. {_marks(result)}",
        sections=tuple(
            Section(title=title, blocks=tuple(blocks)) for title, blocks in _sections(result, ready)
        ),
    )


def _sections(result: ExamResult, ready: Readiness) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "What it comes to", _summary(result)
    for method in result.methods:
        yield for_one_line(method.title), _method(method, result)
    yield "KSBs", _ksbs(result)
    yield "Commonest shortfalls", _shortfalls(result)
    if result.pieces:
        yield "Pieces of your portfolio", _pieces(result)
    yield "All practice so far", _readiness(ready)


def _block(text: str, look: Look = Look.PLAIN, label: str = "") -> Block:
    return Block(text=for_one_line(text), look=look, label=label)


def _marks(result: ExamResult) -> str:
    return f"{PRACTICE_RECORD} {DEFAULTS}" if result.has_defaults else PRACTICE_RECORD


def _summary(result: ExamResult) -> Iterator[Block]:
    if not result.methods or not any(method.asked for method in result.methods):
        yield _block(NOT_ASKED)
        return
    if result.kind is ExamKind.EXAM:
        yield _block("An indication of what this would have come to, by what was heard:")
        for method in result.methods:
            yield _block(f"{method.grade}{of_how_much(method)}", Look.ITEM, _name(method))
        if result.overall or result.overall_note:
            overall = ". ".join(filter(None, (result.overall, result.overall_note)))
            yield _block(overall, Look.ITEM, "Overall")
    else:
        yield _block("A rehearsal has no grade. What was heard stands below.")
    if result.pauses:
        times = "once" if result.pauses == 1 else f"{result.pauses} times"
        yield _block(f"The clock was stopped {times}.")


def _name(method: MethodResult) -> str:
    return for_one_line(method.title)


def _method(method: MethodResult, result: ExamResult) -> Iterator[Block]:
    if result.kind is ExamKind.EXAM:
        yield _block(f"{method.grade}, as an indication.", label="Grade")
    yield _block(figures(method))
    if result.kind is ExamKind.EXAM:
        yield from (_block(line) for line in share_lines(method))
    if method.between and result.kind is ExamKind.EXAM:
        yield _block(f"What stood between this and {method.next_grade.lower()}", Look.HEADING)
        yield from (_block(line, Look.ITEM) for line in method.between)
    for theme in method.themes:
        yield from _theme(theme)


def _theme(theme: ThemeResult) -> Iterator[Block]:
    grade = f" ({for_one_line(theme.grade)})" if theme.grade else ""
    yield _block(f"{theme.title}: {theme.standing}{grade}", Look.HEADING)
    yield from _quotes(theme.quotes)
    if theme.lacks:
        yield _block(f"{theme.lacks}.", label="Not heard")


def _quotes(quotes: Iterable[Quote]) -> Iterator[Block]:
    for quote in quotes:
        text = for_one_line(quote.text, QUOTE_WIDTH)
        yield _block(f'"{text}" (turn {quote.turn}: {quote.shows})', Look.QUOTE)


def _ksbs(result: ExamResult) -> Iterator[Block]:
    for standing in Standing:
        these = [ksb for ksb in result.ksbs if ksb.standing is standing]
        if not these:
            continue
        yield _block(f"{standing[:1].upper()}{standing[1:]}: {len(these)}", Look.HEADING)
        for ksb in these:
            yield _block(ksb.statement, Look.ITEM, ksb.ksb)
            yield from _quotes(ksb.quotes[:KSB_QUOTES])


def _ksb(ksb: KsbResult) -> Iterator[Block]:
    yield _block(f"{ksb.ksb}: {ksb.standing}", Look.HEADING)
    yield from _quotes(ksb.quotes)


def _shortfalls(result: ExamResult) -> Iterator[Block]:
    if not result.shortfalls:
        yield _block(no_shortfalls(result), Look.PART)
    for slip in dict.fromkeys(each.slip for each in result.shortfalls):
        yield from _slip(result, slip)


def _slip(result: ExamResult, slip: Slip) -> Iterator[Block]:
    places = [each for each in result.shortfalls if each.slip is slip]
    count = f", {len(places)} times" if len(places) > 1 else ""
    named = f"{SLIPS[slip]}{count}"
    yield _block(named[:1].upper() + named[1:], Look.HEADING)
    for place in places[:PLACES]:
        text = for_one_line(place.quote, QUOTE_WIDTH)
        quoted = f'"{text}" (turn {place.turn})' if text else f"Turn {place.turn}"
        yield _block(quoted, Look.QUOTE)
    if len(places) > PLACES:
        turns = ", ".join(str(place.turn) for place in places[PLACES:])
        yield _block(
            f"Also in turn {turns}." if len(places) == PLACES + 1 else f"Also in turns {turns}.",
            Look.ITEM,
        )


def _pieces(result: ExamResult) -> Iterator[Block]:
    yield _block("You pointed at these. Nobody has looked at them here.")
    for piece in result.pieces:
        told = (piece.date, piece.place, f"{piece.theme}, turn {piece.turn}")
        yield _block(
            "; ".join(filter(None, told)), Look.ITEM, for_one_line(piece.title, QUOTE_WIDTH)
        )


def _readiness(found: Readiness) -> Iterator[Block]:
    yield _block(all_practice(found))
    if found.weakest:
        weakest = "; ".join(theme.title for theme in found.weakest)
        yield _block(f"{weakest}.", label="Weakest")
    for theme in found.themes:
        count = len(theme.evidenced)
        missing = f". Not yet: {', '.join(theme.missing)}" if theme.missing else ""
        of = count + len(theme.missing)
        yield _block(f"{count} of {of}{missing}", Look.ITEM, for_one_line(theme.title))
