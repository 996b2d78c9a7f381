"""What two attempts side by side show. Pure, over a comparison; no Textual.

What differs is marked with signs, so that nothing depends on colour or on how text is drawn. Every
text leaves this module safe for a terminal; that it is never markup is up to the widgets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interviewer.domain import Aspect, Value
from interviewer.review.compare import (
    Answer,
    AspectComparison,
    Attempt,
    Change,
    Comparison,
    Heard,
    OnlyOne,
    Piece,
    Side,
)
from interviewer.review.compare_text import ALIKE_ENOUGH, alike, change_in_words
from interviewer.review.text import MAX_NOT_HEARD, aspect_name
from interviewer.review.words import not_heard, rating_in_words
from interviewer.safe_text import for_one_line, for_terminal
from interviewer.tui.times import when

QUOTE_WIDTH = 160
_MARKS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("[+", "+]")}


class Run(Value, frozen=True, kw_only=True):
    """A piece of an answer, with its signs; ``change`` tells how it may be drawn."""

    text: str
    change: Change


class SideShown(Value, frozen=True, kw_only=True):
    """One attempt: when it was, what it came to, and its answer."""

    when: str
    rating: str
    beside: str
    question: str
    answer: tuple[Run, ...]


class HeardShown(Value, frozen=True, kw_only=True):
    """Kinds of evidence that were gained, kept or lost, with the words they were heard in."""

    heading: str
    sign: str
    items: tuple[tuple[str, tuple[str, ...]], ...]


class BothShown(Value, frozen=True, kw_only=True):
    """Two attempts on one aspect."""

    title: str
    change: str
    first: SideShown
    second: SideShown
    heard: tuple[HeardShown, ...]
    asked: str
    answers: str
    missing: str


class ComparisonShown(Value, frozen=True, kw_only=True):
    """Two interviews; ``only`` are the sentences on what was talked about in one of them."""

    first: str
    second: str
    both: tuple[BothShown, ...]
    only: tuple[str, ...]


def comparison_shown(
    comparison: Comparison, at: tuple[int, Aspect] | None = None
) -> ComparisonShown:
    """A comparison, ready to be drawn, with the aspect that was asked about first."""
    before, now = when(comparison.first.started), when(comparison.second.started)
    number, aspect = at or (None, None)
    wanted = sorted(
        comparison.both, key=lambda each: (each.competence != number, each.aspect != aspect)
    )
    if number is None:
        wanted = list(comparison.both)
    return ComparisonShown(
        first=_head(comparison.first),
        second=_head(comparison.second),
        both=tuple(_both(each, before, now) for each in wanted),
        only=tuple(
            [
                *_only(f"Only on {before}", comparison.only_first),
                *_only(f"Only on {now}", comparison.only_second),
            ]
        ),
    )


def _head(side: Side) -> str:
    who, role = for_one_line(side.candidate), for_one_line(side.profile_title)
    return ", ".join(filter(None, (when(side.started), who, role or "no role chosen")))


def _only(heading: str, found: Sequence[OnlyOne]) -> Iterator[str]:
    if found:
        yield f"{heading}: {'; '.join(_name(each.title, each) for each in found)}."


def _name(title: str, of: OnlyOne | AspectComparison) -> str:
    known = for_one_line(title) or f"Competence {of.competence}"
    return f"{known}, {aspect_name(of.aspect).lower()}"


def _both(each: AspectComparison, before: str, now: str) -> BothShown:
    marked = bool(each.difference) and alike(each.difference) >= ALIKE_ENOUGH
    first, second = each.first_answer, each.second_answer
    return BothShown(
        title=_name(each.title, each),
        change="" if each.change is None else change_in_words(each.change),
        first=_side(each.first, before, first, _runs(first, each, Change.REMOVED, marked=marked)),
        second=_side(each.second, now, second, _runs(second, each, Change.ADDED, marked=marked)),
        heard=tuple(_heard(each)),
        asked=_asked_both_times(first, second),
        answers=_answers_in_words(first, second, marked=marked),
        missing=_missing(each),
    )


def _side(attempt: Attempt, moment: str, answer: Answer | None, runs: tuple[Run, ...]) -> SideShown:
    beside = []
    if attempt.self_rating is not None:
        beside.append(f"you said {attempt.self_rating}")
    if attempt.required is not None:
        beside.append(f"required {attempt.required}")
    return SideShown(
        when=moment,
        rating=rating_in_words(attempt.rating, attempt.span),
        beside=", ".join(beside),
        question=for_one_line(answer.question) if answer else "",
        answer=runs,
    )


# --- what was heard -------------------------------------------------------------------------------


def _heard(each: AspectComparison) -> Iterator[HeardShown]:
    for heading, sign, found in (
        ("Heard now, not then", "+", each.gained),
        ("Heard both times", "=", each.kept),
        ("Heard then, not now", "-", each.lost),
    ):
        if found:
            by_words: dict[tuple[str, ...], list[str]] = {}
            for item in found:
                by_words.setdefault(tuple(_quotes(item)), []).append(item.shows)
            items = tuple((", ".join(told), quotes) for quotes, told in by_words.items())
            yield HeardShown(heading=heading, sign=sign, items=items)


def _quotes(heard: Heard) -> Iterator[str]:
    """The words it was heard in; both times only where they are not the same."""
    found = [quote.text for quote in (heard.first, heard.second) if quote]
    for text in dict.fromkeys(found):
        yield for_one_line(text, QUOTE_WIDTH)


def _missing(each: AspectComparison) -> str:
    if each.second.rating is None or not each.missing:
        return ""
    found = (not_heard(item, each.aspect) for item in each.missing[:MAX_NOT_HEARD])
    return f"{'; '.join(found)}."


# --- the answers ----------------------------------------------------------------------------------


def _asked_both_times(first: Answer | None, second: Answer | None) -> str:
    alike = first and second and first.question == second.question
    return for_one_line(first.question) if first and alike else ""


def _answers_in_words(first: Answer | None, second: Answer | None, *, marked: bool) -> str:
    """What stands above the two answers."""
    if not first or not second:
        return ""
    if first.text == second.text:
        return "The same answer both times"
    if marked:
        return "The answers, with [- what is gone -] and [+ what is new +]"
    return "The answers, which have little in common"


def _runs(
    answer: Answer | None, each: AspectComparison, mine: Change, *, marked: bool
) -> tuple[Run, ...]:
    """An answer as a whole, or in pieces of which some are only in it."""
    if answer is None:
        return ()
    if not marked:
        return (Run(text=for_terminal(answer.text).strip(), change=Change.SAME),)
    return tuple(_run(piece) for piece in each.difference if piece.change in (Change.SAME, mine))


def _run(piece: Piece) -> Run:
    text = for_terminal(piece.text)
    if piece.change is not Change.SAME:
        text = "\n".join(_marked(line, *_MARKS[piece.change]) for line in text.split("\n"))
    return Run(text=text, change=piece.change)


def _marked(line: str, opening: str, closing: str) -> str:
    words = line.strip()
    return line.replace(words, f"{opening}{words}{closing}", 1) if words else line
