"""A comparison as lines for people, and as JSON.

What was added and what was removed is marked with signs, ``[+so+]`` and ``[-so-]``, so that nothing
depends on colour. Lines hold no control codes, whatever was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

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
from interviewer.review.results import Quote
from interviewer.review.text import MAX_NOT_HEARD, PRACTICE_RECORD, aspect_name
from interviewer.review.words import not_heard, rating_in_words
from interviewer.safe_text import for_one_line, for_terminal

ALIKE_ENOUGH = 0.3  # of the longer answer; below, two texts read better than one with marks
_MARKS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("[+", "+]")}


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """Two interviews side by side: ratings, what was heard, the answers, what is missing."""
    yield f"First:  {_side(comparison.first)}"
    yield f"Second: {_side(comparison.second)}"
    yield PRACTICE_RECORD
    for each in comparison.both:
        yield ""
        yield from aspect_lines(each)
    if not comparison.both:
        yield ""
        yield "Nothing was talked about in both."
    yield from _only("Only in the first", comparison.only_first)
    yield from _only("Only in the second", comparison.only_second)


def aspect_lines(comparison: AspectComparison) -> Iterator[str]:
    """Two attempts on one aspect."""
    title = for_one_line(comparison.title) or f"Competence {comparison.competence}"
    yield f"{title}, {aspect_name(comparison.aspect).lower()}"
    yield f"  First:  {_rating(comparison.first)}"
    yield f"  Second: {_rating(comparison.second)}"
    if comparison.change is not None:
        yield f"  {change_in_words(comparison.change)}"
    yield from _heard("Heard only in the second", comparison.gained)
    yield from _heard("Heard in both", comparison.kept)
    yield from _heard("Heard only in the first", comparison.lost)
    if comparison.missing and comparison.second.rating is not None:
        missing = "; ".join(
            not_heard(item, comparison.aspect) for item in comparison.missing[:MAX_NOT_HEARD]
        )
        yield f"  Not heard yet: {missing}."
    yield from _answers(comparison)


def change_in_words(change: int) -> str:
    """How a rating has changed."""
    if not change:
        return "The same level."
    levels = "level" if abs(change) == 1 else "levels"
    return f"{'Up' if change > 0 else 'Down'} by {abs(change)} {levels}."


def difference_lines(pieces: Sequence[Piece]) -> list[str]:
    """A text in which what was removed and added is marked, line by line."""
    return "".join(_marked(piece) for piece in pieces).split("\n")


def alike(pieces: Sequence[Piece]) -> float:
    """Which part of the longer of the two texts is the same in both, from 0 to 1."""
    size = dict.fromkeys(Change, 0)
    for piece in pieces:
        size[piece.change] += len(piece.text)
    longer = size[Change.SAME] + max(size[Change.REMOVED], size[Change.ADDED])
    return size[Change.SAME] / longer if longer else 1.0


def _side(side: Side) -> str:
    role = for_one_line(side.profile_title) or "no role"
    who = for_one_line(side.candidate) or "not named"
    return f"{side.interview}, {_day(side.started)}, {role}, {who}"


def _day(at: str) -> str:
    try:
        day = datetime.fromisoformat(at).astimezone(UTC)
    except (ValueError, OverflowError):
        return "on an unknown day"
    return f"{day.day} {day:%b} {day.year}"


def _only(heading: str, found: Sequence[OnlyOne]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield f"{heading}:"
    for each in found:
        title = for_one_line(each.title) or f"Competence {each.competence}"
        yield f"  {title}, {aspect_name(each.aspect).lower()}"


def _rating(attempt: Attempt) -> str:
    parts = [rating_in_words(attempt.rating, attempt.span)]
    if attempt.self_rating is not None:
        parts.append(f"you said {attempt.self_rating}")
    if attempt.required is not None:
        parts.append(f"required {attempt.required}")
    return ", ".join(parts)


def _heard(heading: str, found: Sequence[Heard]) -> Iterator[str]:
    if not found:
        return
    yield f"  {heading}:"
    for each in found:
        yield f"    {each.shows}"
        for name, quote in (("first", each.first), ("second", each.second)):
            if quote:
                words = for_one_line(quote.text)
                yield f'      "{words}"  ({name}, turn {quote.turn})'


def _answers(comparison: AspectComparison) -> Iterator[str]:
    before, now = comparison.first_answer, comparison.second_answer
    if before is None or now is None:
        return
    yield from _questions(before, now)
    if before.text == now.text:
        yield "  Both times the same answer:"
        yield from _indented(for_terminal(now.text).split("\n"))
    elif alike(comparison.difference) >= ALIKE_ENOUGH:
        yield "  The second answer, with what was [-removed-] and [+added+]:"
        yield from _indented(difference_lines(comparison.difference))
    else:
        for name, answer in (("First", before), ("Second", now)):
            yield f"  {name} answer:"
            yield from _indented(for_terminal(answer.text).split("\n"))


def _questions(before: Answer, now: Answer) -> Iterator[str]:
    if before.question == now.question:
        yield f"  Asked both times: {for_one_line(now.question)}"
        return
    yield f"  Asked first (turn {before.turn}): {for_one_line(before.question)}"
    yield f"  Asked second (turn {now.turn}): {for_one_line(now.question)}"


def _indented(lines: Sequence[str]) -> Iterator[str]:
    return (f"    {line}".rstrip() for line in lines)


def _marked(piece: Piece) -> str:
    text = for_terminal(piece.text)
    if piece.change is Change.SAME:
        return text
    return "\n".join(_marked_line(line, *_MARKS[piece.change]) for line in text.split("\n"))


def _marked_line(line: str, opening: str, closing: str) -> str:
    words = line.strip()
    return line.replace(words, f"{opening}{words}{closing}", 1) if words else line


# --- as data --------------------------------------------------------------------------------------


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as one JSON object."""
    return {
        "first": _side_json(comparison.first),
        "second": _side_json(comparison.second),
        "both": [aspect_json(each) for each in comparison.both],
        "only_first": [_only_json(each) for each in comparison.only_first],
        "only_second": [_only_json(each) for each in comparison.only_second],
    }


def aspect_json(comparison: AspectComparison) -> dict[str, Any]:
    """Two attempts on one aspect as a JSON object."""
    return {
        "competence": comparison.competence,
        "title": comparison.title,
        "aspect": str(comparison.aspect),
        "first": _attempt_json(comparison.first, comparison.first_answer),
        "second": _attempt_json(comparison.second, comparison.second_answer),
        "change": comparison.change,
        "gained": [_heard_json(each) for each in comparison.gained],
        "kept": [_heard_json(each) for each in comparison.kept],
        "lost": [_heard_json(each) for each in comparison.lost],
        "missing": [str(item) for item in comparison.missing],
        "same_question": comparison.same_question,
        "difference": [
            {"change": str(piece.change), "text": piece.text} for piece in comparison.difference
        ],
    }


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "id": side.interview,
        "candidate": side.candidate,
        "profile": side.profile_title,
        "started": side.started,
    }


def _only_json(each: OnlyOne) -> dict[str, Any]:
    return {"competence": each.competence, "title": each.title, "aspect": str(each.aspect)}


def _attempt_json(attempt: Attempt, answer: Answer | None) -> dict[str, Any]:
    return {
        "assessed": attempt.rating,
        "span": list(attempt.span) if attempt.span else None,
        "self": attempt.self_rating,
        "required": attempt.required,
        "confidence": str(attempt.confidence) if attempt.confidence else None,
        "answer": {
            "turn": answer.turn,
            "question": answer.question,
            "text": answer.text,
            "assessed": answer.rating,
        }
        if answer
        else None,
    }


def _heard_json(heard: Heard) -> dict[str, Any]:
    return {
        "facet": heard.facet,
        "value": heard.value,
        "shows": heard.shows,
        "first": _quote_json(heard.first),
        "second": _quote_json(heard.second),
    }


def _quote_json(quote: Quote | None) -> dict[str, Any] | None:
    return {"turn": quote.turn, "quote": quote.text} if quote else None
