"""Names, organisations, e-mail addresses and phone numbers taken out of an interview.

The facts are redacted, not the finished file: so every format shows the same, and a quote is still
word for word what the (redacted) answer says. What is replaced is what the user lists, however it
is capitalised and with or without a possessive, and what obviously is an address or a number; a
nickname, a job title or a place that gives somebody away is for people to notice. The published
texts of a framework (titles of competences, statements) are left as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from interviewer.domain import AssessorId, InterviewerError, Value
from interviewer.record import facts
from interviewer.record.facts import Stamped

E_MAIL = "[e-mail]"
PHONE = "[phone]"

_INVISIBLE = "[\u00ad\u200b-\u200f\u2060\ufeff]*"  # may stand within a word without being seen
_APOSTROPHES = "'`\u00b4\u02bc\u2018\u2019"
_DASHES = "-\u2010\u2011\u2012\u2013"
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_E_MAIL = (
    rf"[^\W_](?:[\w.+%{_APOSTROPHES}-]{{0,62}}\w)?"
    r"@(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,8}[^\W\d_]{2,24}"
)
# Begins with + or 0, also in brackets; the digits are counted afterwards.
_PHONE = (
    r"(?<![\w+])(?<!\d[.,:/-])(?:\+|\(\+?\d|0(?!00))"
    rf"[\d \t\u00a0().{_DASHES[1:]}-]{{6,24}}\d(?!\w)"
)
_DATE = re.compile(r"\d\d([.-])\d\d\1\d\d")  # 01-02-2026 is no number, whatever follows
_FEWEST_DIGITS, _MOST_DIGITS = 9, 15


class Replaced(Value, frozen=True, kw_only=True):
    """One thing that was replaced; ``what`` as the user listed it, or which kind it is."""

    what: str
    by: str
    times: int


class Redactor:
    """Replaces in any number of texts, and counts."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names and organisations to replace.

        Raises:
            InterviewerError: one of them is empty.
        """
        self._names = tuple(dict.fromkeys(_plain(name) for name in names))
        if not all(any(letter.isalnum() for letter in name) for name in self._names):
            raise InterviewerError("A name to redact has no letters in it; leave it out.")
        self._by = {name: f"[redacted {at}]" for at, name in enumerate(self._names, start=1)}
        self._times: Counter[str] = Counter()
        longest_first = sorted(range(len(self._names)), key=lambda at: -len(self._names[at]))
        parts = [f"(?P<mail>{_BEFORE}{_E_MAIL})"]
        parts += [f"(?P<name{at}>{_pattern(self._names[at])})" for at in longest_first]
        parts.append(f"(?P<phone>{_PHONE})")
        self._pattern = re.compile("|".join(parts), re.IGNORECASE)

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced so far, and how often; names that were not found are there with 0."""
        rows = [(name, self._by[name]) for name in self._names]
        rows += [("e-mail addresses", E_MAIL), ("phone numbers", PHONE)]
        return tuple(Replaced(what=what, by=by, times=self._times[by]) for what, by in rows)

    def text(self, text: str) -> str:
        """``text`` with all of it replaced."""
        return self.passage(text)[0]

    def passage(self, text: str) -> tuple[str, Callable[[int, int], tuple[int, int]]]:
        """``text`` with all of it replaced, and where a stretch of the old text is in the new.

        A stretch that begins or ends within something replaced takes in the whole of it.
        """
        pieces: list[str] = []
        cuts: list[tuple[int, int, int, int]] = []  # from and to in the old text, then in the new
        done = length = 0
        for match in self._pattern.finditer(text):
            by = self._by_of(match)
            if by is None:
                continue
            kept = text[done : match.start()]
            at = length + len(kept)
            pieces += [kept, by]
            cuts.append((match.start(), match.end(), at, at + len(by)))
            done, length = match.end(), at + len(by)
            self._times[by] += 1
        pieces.append(text[done:])
        return "".join(pieces), _mapping(cuts)

    def _by_of(self, match: re.Match[str]) -> str | None:
        group = match.lastgroup or ""
        if group == "mail":
            return E_MAIL
        if group == "phone":
            digits = sum(letter.isdigit() for letter in match[0])
            known = _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not _DATE.match(match[0])
            return PHONE if known else None
        return self._by[self._names[int(group.removeprefix("name"))]]


def _mapping(cuts: Sequence[tuple[int, int, int, int]]) -> Callable[[int, int], tuple[int, int]]:
    def moved(place: int, *, is_end: bool) -> int:
        shift = 0
        for old_start, old_end, new_start, new_end in cuts:
            if place <= old_start:
                break
            if place < old_end:
                return new_end if is_end else new_start
            shift = new_end - old_end
        return place + shift

    def mapped(start: int, end: int) -> tuple[int, int]:
        return moved(start, is_end=False), moved(end, is_end=True)

    return mapped


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _pattern(name: str) -> str:
    """A name as a pattern: whole words, any white space, composed or not, unseen marks within."""
    return _BEFORE + _INVISIBLE.join(_letter(letter) for letter in name) + _AFTER


def _letter(letter: str) -> str:
    if letter.isspace():
        return r"\s+"
    if letter in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    if letter in _DASHES:
        return f"[{_DASHES}]"
    apart = unicodedata.normalize("NFD", letter)
    if apart == letter:
        return re.escape(letter)
    return f"(?:{re.escape(letter)}|{re.escape(apart)})"


# --- facts ----------------------------------------------------------------------------------------

# Where a stretch of an answer is in its redacted text, and that text.
_Answer = tuple[str, Callable[[int, int], tuple[int, int]]]

# What is no free text: ids, versions, hashes, days, and the published titles of a framework. All
# other text of a fact is redacted, so that a new kind of fact can't be forgotten here.
_KEPT = frozenset(
    {
        "interview", "mode", "framework", "framework_version", "framework_sha256", "profile",
        "next_profile", "described_in", "length", "product", "question", "method", "part", "ksb",
        "ksbs", "only", "seal", "due", "facet", "value", "titles", "asked_before", "exam",
    }
)  # fmt: skip
_PLACE = frozenset({"start", "end", "quote"})  # of a stretch of an answer


def redacted(stamped: Iterable[Stamped], redactor: Redactor) -> tuple[Stamped, ...]:
    """The facts with all that people wrote, or that repeats it, redacted.

    A fact about an answer names it; what it quotes from it is cut from the redacted answer anew.
    """
    answers: dict[int, _Answer] = {}
    told = []
    for item in stamped:
        fact = item.fact
        if isinstance(fact, facts.Answered):
            answers[item.seq] = redactor.passage(fact.text)
            fact = replace(fact, text=answers[item.seq][0])
        else:
            of = answers.get(getattr(fact, "answer", None) or 0)
            fact = _struct(fact, redactor, of)
        told.append(replace(item, fact=fact))
    return tuple(told)


_Struct = TypeVar("_Struct", bound=msgspec.Struct)


def _struct(value: _Struct, redactor: Redactor, of: _Answer | None) -> _Struct:
    """A fact, or a value within one."""
    recut = _quoted(value, of) if of else {}
    changed = {
        name: _value(getattr(value, name), redactor, of)
        for name in value.__struct_fields__
        if name not in _KEPT and name not in recut
    }
    return replace(value, **changed, **recut)


def _value(value: Any, redactor: Redactor, of: _Answer | None) -> Any:
    if isinstance(value, AssessorId | Enum):
        return value
    if isinstance(value, str):
        return redactor.text(value) if value else value
    if isinstance(value, msgspec.Struct):
        return _struct(value, redactor, of)
    if isinstance(value, tuple):
        return tuple(_value(each, redactor, of) for each in value)
    if isinstance(value, dict):
        return {key: _value(each, redactor, of) for key, each in value.items()}
    return value


def _quoted(value: msgspec.Struct, of: _Answer) -> dict[str, Any]:
    """The place and words of a quote in the redacted answer; nothing for what quotes nothing."""
    if not _PLACE.issubset(value.__struct_fields__):
        return {}
    start, end = value.start, value.end  # type: ignore[attr-defined]
    if start is None or end is None:
        return {}
    text, mapped = of
    start, end = mapped(start, end)
    return {"start": start, "end": end, "quote": text[start:end]}
