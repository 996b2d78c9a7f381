"""Splits an answer into sentences, as spans of characters.

People type without capitals, in notes, in lists and in one breath. Every character that is not
white space ends up in exactly one span, and the work is linear in the length of the text, so that
a pasted megabyte can't stall an interview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviewer.domain import Value

LONG_CLAUSE = 320  # a piece longer than this, in characters, is looked at for spoken joints
SHORTEST_PART = 60  # no spoken joint leaves a part shorter than this
WRAPPED_LINE = 60  # a line at least this long may have been wrapped by an editor


class Span(Value, frozen=True, kw_only=True):
    """``text[start:end]``, without white space at either end and never empty."""

    start: int
    end: int


# Possessive quantifiers: a run of marks is eaten once, whatever follows it.
_MARKS = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]++[\"'\u201d\u2019)\]]*+|[\n\r\u2028\u2029]")
_LINE_ENDS = frozenset("\n\r\u2028\u2029")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
_JOINT = re.compile(
    r"[,;]?\s(?=(?:and|so|but)\s(?:then|after\sthat|anyway)\b|then\s(?:i|we|they)\b|anyway\b)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-*\u2022\u2013>]|\(?\d{1,2}[.)]")
_ONLY_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-zA-Z])[.)]*\s*\Z")
_NEVER_LAST = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "vs",
        "approx",
        "dept",
        "fig",
        "incl",
        "min",
        "max",
        "cf",
        "ref",
        "no",
        "nos",
        "hon",
        "rev",
    ]
)
_MAYBE_LAST = frozenset(
    [
        "etc",
        "ltd",
        "plc",
        "inc",
        "co",
        "ave",
        "rd",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
    ]
)
_CJK_ENDS = frozenset("\u3002\uff01\uff1f")


def split(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order: trimmed, not empty, not overlapping."""
    spans = (_trimmed(text, start, end) for start, end in _pieces(text))
    return tuple(part for span in spans if span for part in _at_joints(text, span))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _MARKS.finditer(text):
        if _ends_here(text, start, match):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def _ends_here(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a mark ends the sentence that began at ``start``."""
    if text[mark.start()] in _LINE_ENDS:
        return _line_ends_sentence(text, start, mark)
    if text[mark.start()] in _CJK_ENDS:
        return True
    if mark.end() < len(text) and not text[mark.end()].isspace():
        return False
    following = text[mark.end() : mark.end() + 40].lstrip()[:1]
    if following.islower() and _continues(mark[0]):
        return False
    return mark[0] != "." or not _is_abbreviation(text, start, mark.start(), following)


def _continues(mark: str) -> bool:
    """Whether a mark before a lower-case letter is inside a sentence: 'he said "no." and left'."""
    return (
        mark in ("...", "\u2026")
        or (mark[0] != "." and mark[-1] in "\"'\u201d\u2019)")
        or mark[-1] in '"\u201d'
    )


def _is_abbreviation(text: str, start: int, dot: int, following: str) -> bool:
    if dot - start < 8 and _ONLY_NUMBER.match(text[start:dot]):
        return bool(following)
    last = _LAST_WORD.search(text[max(start, dot - 12) : dot])
    if not last:
        return False
    word = last[0]
    if len(word) == 1 and word.isupper() and word != "I":
        return following.isupper() and _after_capital(text, start, dot - 1)
    lowered = word.lower()
    if lowered in {"no", "min", "max", "ref", "st"}:
        return following.isdigit() or (lowered == "st" and word[0].isupper())
    return lowered in _NEVER_LAST or (lowered in _MAYBE_LAST and following.islower())


def _after_capital(text: str, start: int, position: int) -> bool:
    """Whether the letter at ``position`` follows a name or another initial, or begins the text."""
    before = text[max(start, position - 20) : position].split()
    return not before or before[-1][0].isupper()


def _line_ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    following = text[mark.end() : mark.end() + 40]
    rest = following.lstrip(" \t")
    if not rest or rest[0] in _LINE_ENDS or _BULLET.match(rest):
        return True
    wrapped = rest[0].islower() and mark.start() - start >= WRAPPED_LINE
    return not wrapped


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    return Span(start=start + left, end=start + left + length) if length else None


def _at_joints(text: str, span: Span) -> Iterator[Span]:
    """Splits one long breath where a speaker would draw another: "... so then we ..."."""
    start = span.start
    if span.end - start > LONG_CLAUSE:
        for joint in _JOINT.finditer(text, start, span.end):
            long_enough = min(joint.end() - start, span.end - joint.end()) >= SHORTEST_PART
            part = _trimmed(text, start, joint.end()) if long_enough else None
            if part:
                yield part
                start = joint.end()
    last = _trimmed(text, start, span.end)
    if last:
        yield last
