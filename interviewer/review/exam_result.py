"""What a mock assessment comes to: grades as an indication, each with what it rests on. Pure.

Everything is found in the record: the terms it was held under stand in its first fact. Nothing here
awards anything; it says what was heard, where, and what was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from math import ceil

from msgspec.structs import replace

from interviewer.domain import (
    Actor,
    Aspect,
    Autonomy,
    ExamKind,
    ExamTerms,
    Grade,
    Knowing,
    Method,
    Reality,
    Value,
)
from interviewer.heard import (
    MET,
    NOTHING,
    PARTLY,
    ksb_levels,
    level_of,
    readings,
    shown,
    theme_level,
    threads,
)
from interviewer.record.facts import PieceNamed
from interviewer.record.record import Record, Turn
from interviewer.review.results import BEARS, Quote, best_quotes

NOT_YET = "Not yet"
QUOTES = 3
_MINUTE = 60_000


class Standing(StrEnum):
    """How far something was heard."""

    MET = "met"
    PARTLY = "partly"
    NOT_HEARD = "not heard"


class KsbResult(Value, frozen=True, kw_only=True):
    """One KSB: how far it was heard, and where."""

    ksb: str
    statement: str
    standing: Standing
    quotes: tuple[Quote, ...]


class ThemeResult(Value, frozen=True, kw_only=True):
    """One theme in one method. ``grade`` is the highest that was heard, or empty.

    ``lacks`` is what stands between it and the next grade, in a few words.
    """

    number: int
    title: str
    standing: Standing
    grade: str
    lacks: str
    turns: tuple[int, ...]
    quotes: tuple[Quote, ...]


class Share(Value, frozen=True, kw_only=True):
    """In how many themes a grade was heard, and in how many of them all it must be."""

    grade: str
    heard: int
    needed: int
    of: int
    default: bool


class MethodResult(Value, frozen=True, kw_only=True):
    """One method. ``grade`` is a title of the plan's, or "Not yet"; ``grade_id`` its id or empty.

    ``between`` says what stood between this and the next grade; ``shares`` in how many themes each
    grade was heard. Times are in milliseconds; ``limit`` None: it took as long as it took.
    """

    method: str
    title: str
    grade: str
    grade_id: str
    themes: tuple[ThemeResult, ...]
    between: tuple[str, ...]
    next_grade: str
    asked: int
    used: int
    limit: int | None
    presented: int | None
    presentation_minutes: int
    by_time: bool
    whole: bool
    shares: tuple[Share, ...] = ()


class Slip(StrEnum):
    """The commonest reasons why candidates fall short."""

    WE = "we for I"
    THEORY = "theory without use"
    NO_RESULT = "no result"
    NO_REFLECTION = "no reflection"
    HALF = "half a question answered"


class Shortfall(Value, frozen=True, kw_only=True):
    """Where a shortfall stands: the turn, and the words if there are any."""

    slip: Slip
    turn: int
    quote: str


class Piece(Value, frozen=True, kw_only=True):
    """A piece of the portfolio that the candidate pointed at, and the theme it is for."""

    theme: str
    turn: int
    title: str
    date: str
    place: str


class ExamResult(Value, frozen=True, kw_only=True):
    """All that a mock assessment comes to. ``overall`` is empty where it can't be told.

    ``overall_note`` says why, or what it rests on.
    """

    interview: str
    kind: ExamKind
    only: str
    candidate: str
    overall: str
    overall_note: str
    methods: tuple[MethodResult, ...]
    ksbs: tuple[KsbResult, ...]
    shortfalls: tuple[Shortfall, ...]
    pieces: tuple[Piece, ...]
    pauses: int
    has_defaults: bool


def exam_result(record: Record) -> ExamResult:
    """The result of a mock assessment, as far as it went.

    Raises:
        ValueError: the record is of a practice interview.
    """
    terms, exam = record.opened.exam, record.exam
    if terms is None or exam is None:
        raise ValueError("a practice interview has no result of a mock assessment")
    begun = [method for method in terms.methods if method.id in _begun(record)]
    methods = tuple(_method(terms, record, method) for method in begun)
    overall, note = _overall(terms, methods)
    return ExamResult(
        interview=record.opened.interview,
        kind=terms.kind,
        only=terms.only,
        candidate=record.opened.candidate,
        overall=overall,
        overall_note=note,
        methods=methods,
        ksbs=tuple(_ksbs(terms, record)),
        shortfalls=shortfalls(terms, record),
        pieces=tuple(_pieces(terms, record)),
        pauses=exam.pauses,
        has_defaults=terms.has_defaults,
    )


def _begun(record: Record) -> set[str]:
    now = {record.exam.method} if record.exam else set()
    return now | {turn.method for turn in record.turns}


# --- a method -------------------------------------------------------------------------------------


def _method(terms: ExamTerms, record: Record, method: Method) -> MethodResult:
    exam = record.exam
    if exam is None:
        raise AssertionError("a mock assessment has a standing")
    whole = _is_whole(terms, method)
    themes = tuple(
        _theme(terms, record, method, number)
        for number in record.opened.competences
        if whole or threads(record, method.id, number)
    )
    levels = [theme_level(terms, record, method.id, each.number) for each in themes]
    reached = _reached(terms.grades, levels)
    following = terms.grades[reached] if reached < len(terms.grades) else None
    asked = len(threads(record, method.id))
    limit = _limit(terms, method)
    return MethodResult(
        method=method.id,
        title=method.title,
        grade=terms.grades[reached - 1].title if reached else NOT_YET,
        grade_id=terms.grades[reached - 1].id if reached else "",
        themes=themes,
        between=tuple(_between(themes, levels, reached, following)),
        next_grade=following.title if following else "",
        asked=asked,
        used=exam.used.get(method.id, 0),
        limit=limit,
        presented=exam.used.get(f"{method.id}/presentation"),
        presentation_minutes=method.presentation_minutes,
        by_time=any(end.by_time for end in exam.ended if end.method == method.id),
        whole=whole,
        shares=tuple(_shares(terms.grades, levels)),
    )


def _is_whole(terms: ExamTerms, method: Method) -> bool:
    """Whether a method was held at its full length, so that each theme must have been heard."""
    full = terms.minutes is None or terms.minutes >= method.minutes
    return terms.kind is ExamKind.EXAM and full


def _limit(terms: ExamTerms, method: Method) -> int | None:
    if terms.minutes is not None:
        return terms.minutes * _MINUTE
    return method.minutes * _MINUTE if terms.kind is ExamKind.EXAM else None


def _reached(grades: Sequence[Grade], levels: Sequence[int]) -> int:
    """How many grades were reached, from the lowest up; each needs its share of the themes."""
    reached = 0
    for place, share in enumerate(_shares(grades, levels), start=1):
        if not levels or share.heard < share.needed:
            break
        reached = place
    return reached


def _shares(grades: Sequence[Grade], levels: Sequence[int]) -> Iterator[Share]:
    for place, grade in enumerate(grades, start=1):
        yield Share(
            grade=grade.title,
            heard=sum(level > place for level in levels),
            needed=ceil(grade.of_themes * len(levels) / 100),
            of=len(levels),
            default=grade.default,
        )


def _between(
    themes: Sequence[ThemeResult],
    levels: Sequence[int],
    reached: int,
    following: Grade | None,
) -> Iterator[str]:
    """What stood between the grade and the next one, theme by theme."""
    if following is None:
        return
    for theme, level in zip(themes, levels, strict=True):
        if level <= reached + 1:
            yield f"{theme.title}: {theme.lacks}"


def _theme(terms: ExamTerms, record: Record, method: Method, number: int) -> ThemeResult:
    found = threads(record, method.id, number)
    level = theme_level(terms, record, method.id, number)
    ranked = sorted(found, key=lambda thread: -level_of(terms, thread))
    turns = tuple(turn.number for thread in found for turn in thread)
    return ThemeResult(
        number=number,
        title=terms.theme(number).title,
        standing=standing_of(level),
        grade=terms.grades[level - MET].title if level >= MET else "",
        lacks=_lacks(terms, ranked[0] if ranked else (), level),
        turns=turns,
        quotes=_quotes(ranked[0])[:QUOTES] if ranked and level else (),
    )


def standing_of(level: int) -> Standing:
    """A level in a word."""
    return Standing.MET if level >= MET else Standing.PARTLY if level else Standing.NOT_HEARD


def _lacks(terms: ExamTerms, thread: Sequence[Turn], level: int) -> str:
    """What the best thread of a theme lacks for the next grade, in words."""
    if not thread:
        return "it was not opened"
    if level == NOTHING:
        return "nothing to the point was heard"
    if level > len(terms.grades):
        return ""
    if level >= MET:
        return _WEIGHING
    done = shown(thread, Aspect.APPLICATION)
    if thread[0].aspect is Aspect.KNOWLEDGE:
        return "why it is so, and how its parts hang together"
    if not done.real:
        return "one real occasion, and what you did in it"
    if not done.own:
        return "which part was your own"
    return "what was done on your own responsibility"


_WEIGHING = "weighing it against what else could have been done, and judging what came of it"


def _quotes(thread: Sequence[Turn]) -> tuple[Quote, ...]:
    """The words that a thread's level rests on, the weightiest first, read both ways."""
    own = best_quotes(tuple(thread), thread[0].aspect)
    other = _OTHER[thread[0].aspect]
    turned = tuple(
        replace(turn, aspect=other, assessment=turn.beside)
        for turn in thread
        if turn.beside is not None
    )
    beside = [each for each in best_quotes(turned, other) if each.shows != BEARS]
    telling = [each for each in own if each.shows != BEARS]
    chosen = [*telling[: QUOTES - 1], *beside[-1:]] if telling else beside
    merged: dict[str, Quote] = {}
    for each in [*chosen, *own]:
        before = merged.get(each.text)
        if before and each.shows == BEARS:
            continue
        shows = [*(before.shows.split(", ") if before else ()), *each.shows.split(", ")]
        merged[each.text] = replace(before or each, shows=", ".join(dict.fromkeys(shows)))
    weights = _weights(thread)
    # Of words that weigh the same, the longer tell more: "the risk log was mine" tells little.
    by_weight = sorted(
        merged.values(), key=lambda each: (-weights.get(each.text, 0), -len(each.text))
    )
    return tuple(by_weight)


def _weights(thread: Sequence[Turn]) -> dict[str, int]:
    """How much words show of what one did or knows; where it was, or how simple, shows nothing."""
    order = {"autonomy": tuple(Autonomy), "knowledge": tuple(Knowing)}
    weights: dict[str, int] = {}
    for turn in thread:
        for aspect in Aspect:
            for item in (each for read in readings(turn, aspect) for each in read.evidence):
                if item.facet in order:
                    depth = 1 + [str(each) for each in order[item.facet]].index(item.value)
                    weights[item.quote] = max(depth, weights.get(item.quote, 0))
    return weights


_OTHER = {Aspect.APPLICATION: Aspect.KNOWLEDGE, Aspect.KNOWLEDGE: Aspect.APPLICATION}


def _overall(terms: ExamTerms, methods: Sequence[MethodResult]) -> tuple[str, str]:
    """The overall grade from the plan's table, and what is to be said of it."""
    if terms.kind is not ExamKind.EXAM or not methods:
        return "", ""
    held = {each.method: each.grade_id for each in methods}
    needed = {name for row in terms.overall for name in row.grades}
    if any(not grade for grade in held.values()):
        return NOT_YET, "Each method must be graded for an overall grade."
    if needed - held.keys():
        return "", "An overall grade takes each method; not all of them were part of this practice."
    if not all(each.whole for each in methods):
        return "", "A short practice has no overall grade."
    for row in terms.overall:
        if all(held.get(name) == grade for name, grade in row.grades.items()):
            return row.overall, "From the plan's table of how the grades combine."
    return "", "The plan's table says nothing of this combination."


# --- KSBs -----------------------------------------------------------------------------------------


def _ksbs(terms: ExamTerms, record: Record) -> Iterator[KsbResult]:
    levels = ksb_levels(terms, record)
    for ksb, statement in terms.statements.items():
        if terms.kind is ExamKind.KSB and ksb != terms.only:
            continue
        level = levels.get(ksb, NOTHING)
        yield KsbResult(
            ksb=ksb,
            statement=statement,
            standing=standing_of(level),
            quotes=_quotes_on(terms, record, ksb, level),
        )


def _quotes_on(terms: ExamTerms, record: Record, ksb: str, level: int) -> tuple[Quote, ...]:
    if level == NOTHING:
        return ()
    found: list[Quote] = []
    for thread in threads(record):
        if ksb in thread[0].ksbs and level_of(terms, thread) >= min(level, MET):
            found.extend(_quotes(thread))
    for turn in record.turns:
        found.extend(
            Quote(turn=turn.number, text=credit.quote, shows="said in answer to another question")
            for credit in turn.credits
            if credit.ksb == ksb
        )
    return tuple(found[:QUOTES])


def _pieces(terms: ExamTerms, record: Record) -> Iterator[Piece]:
    for turn in record.turns:
        named: PieceNamed | None = turn.named
        if named is not None and named.title:
            yield Piece(
                theme=terms.theme(turn.competence).title,
                turn=turn.number,
                title=named.title,
                date=named.date,
                place=named.place,
            )


# --- shortfalls -----------------------------------------------------------------------------------

# An outcome or a second thought may be told in a sentence that shows something else as well.
_OUTCOME = re.compile(
    r"\b(?:in the end|as a result|result(?:ed)?|outcome|so (?:that )?(?:we|it|they|the)|since then"
    r"|afterwards|came in|finished|finally|eventually|saved|held|went live|opened on|signed off"
    r"|dropped|rose|fell|cut|reduced|still (?:in use|used|runs))\b",
    re.IGNORECASE,
)
_REFLECTION = re.compile(
    r"\b(?:looking back|in hindsight|next time|learn(?:ed|t)|lesson|i would (?:now|have|do)"
    r"|i'd (?:now|have|do)|should have|differently|with more time|instead i|weigh(?:ed|ing)"
    r"|compared?)\b",
    re.IGNORECASE,
)


def shortfalls(terms: ExamTerms, record: Record) -> tuple[Shortfall, ...]:
    """Each of the commonest shortfalls that occurred, with its place; the most frequent first."""
    found = [each for thread in threads(record) for each in _slips(terms, thread)]
    counts = {slip: sum(each.slip is slip for each in found) for slip in Slip}
    order = sorted(Slip, key=lambda slip: (-counts[slip], tuple(Slip).index(slip)))
    return tuple(sorted(found, key=lambda each: (order.index(each.slip), each.turn)))


def _slips(terms: ExamTerms, thread: Sequence[Turn]) -> Iterator[Shortfall]:
    level = level_of(terms, thread)
    said = " ".join(turn.answer or "" for turn in thread)
    if thread[0].aspect is Aspect.APPLICATION and level > NOTHING:
        done = shown(thread, Aspect.APPLICATION)
        if done.group and not done.own:
            yield _place(Slip.WE, thread, "actor", Actor.GROUP)
        if not done.real:
            yield _place(Slip.THEORY, thread, "reality", Reality.WOULD, Reality.GENERAL)
        elif not _tells(thread, "result", "reflection") and not _OUTCOME.search(said):
            yield _place(Slip.NO_RESULT, thread, "star", "action", "situation")
        weighed = shown(thread, Aspect.KNOWLEDGE).knowledge in (
            Knowing.EVALUATES,
            Knowing.ORIGINATES,
        )
        reflected = weighed or _tells(thread, "reflection") or _REFLECTION.search(said)
        if level >= MET and not reflected:
            yield _place(Slip.NO_REFLECTION, thread, "autonomy", *Autonomy)
    for turn in thread[1:]:
        if _is_half(turn):
            yield Shortfall(slip=Slip.HALF, turn=turn.number, quote=turn.answer or "")


def _tells(thread: Sequence[Turn], *parts: str) -> bool:
    return any(
        item.facet == "star" and item.value in parts
        for turn in thread
        for each in readings(turn, Aspect.APPLICATION)
        for item in each.evidence
    )


# A question that "no" answers in full.
_CLOSED = re.compile(
    r"(?:\A|[.:;,] )(?:was|were|did|do|does|is|are|has|have|had|could|can|would|will)\b"
    r"|\bif (?:any|ever|at all)", re.IGNORECASE,
)  # fmt: skip
_QUOTED = re.compile(r'"[^"]*"')
_BARE_NO = re.compile(
    r"\W*(?:no|not|none|nope|nah|nothing|never)\b(?:\W+\w+){0,5}\W*", re.IGNORECASE
)


def _is_half(turn: Turn) -> bool:
    """Whether a follow-up was passed over, or answered with nothing to the point."""
    if turn.piece or turn.failure or _is_denied(turn):
        return False
    if turn.skipped:
        return turn.skipped != "out of time"
    read = [each for aspect in Aspect for each in readings(turn, aspect)]
    return bool(read) and not any(each.evidence for each in read)


def _is_denied(turn: Turn) -> bool:
    asked = _QUOTED.sub(".", turn.text)
    return bool(_CLOSED.search(asked) and _BARE_NO.fullmatch(turn.answer or ""))


def _place(slip: Slip, thread: Sequence[Turn], facet: str, *values: str) -> Shortfall:
    """Where a shortfall is plainest: the first words that show ``facet`` so, else the question."""
    for turn in thread:
        for each in readings(turn, Aspect.APPLICATION):
            for item in each.evidence:
                if item.facet == facet and item.value in values:
                    return Shortfall(slip=slip, turn=turn.number, quote=item.quote)
    return Shortfall(slip=slip, turn=thread[0].number, quote="")


__all__ = [
    "MET",
    "NOT_YET",
    "PARTLY",
    "ExamResult",
    "KsbResult",
    "MethodResult",
    "Piece",
    "Share",
    "Shortfall",
    "Slip",
    "Standing",
    "ThemeResult",
    "exam_result",
    "shortfalls",
    "standing_of",
]
