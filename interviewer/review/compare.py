"""Two attempts side by side: what was rated, what was heard, and how the answers differ. Pure.

An attempt is what somebody said on one aspect of a competence: in a whole interview, or, where they
tried again within one, in a single thread. The older attempt is always the first.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from interviewer.assessor.assess import combine
from interviewer.domain import (
    Act,
    Aspect,
    Assessment,
    Confidence,
    InterviewerError,
    Missing,
    Value,
)
from interviewer.record.record import Record, Turn
from interviewer.review.results import TELLING, Quote, competence_result
from interviewer.review.words import shows

MAX_WORDS = 4000  # of what differs in a text, white space and all; beyond, it is told as a whole
_WORDS = re.compile(r"\s+|\w+(?:[-'\u2019]\w+)*|[^\w\s]")
_STRAY = 3  # words that differ on both sides of a single one that is the same by chance


class NotComparable(InterviewerError):
    """Two interviews that have nothing to do with one another, or are one and the same."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(Value, frozen=True, kw_only=True):
    """A piece of one text or both."""

    change: Change
    text: str


class Answer(Value, frozen=True, kw_only=True):
    """The answer that an attempt's rating rests on most; ``rating`` is that of it alone."""

    turn: int
    question_id: str
    question: str
    text: str
    rating: int | None


class Attempt(Value, frozen=True, kw_only=True):
    """One attempt. ``missing`` is what could still change its rating; ``turns`` were answered."""

    interview: str
    competence: int
    title: str
    aspect: Aspect
    turns: tuple[Turn, ...]
    rating: int | None
    span: tuple[int, int] | None
    self_rating: int | None
    required: int | None
    confidence: Confidence | None
    missing: tuple[Missing, ...]


class Heard(Value, frozen=True, kw_only=True):
    """A kind of evidence, with the words in which it was first heard in either attempt, or None."""

    facet: str
    value: str
    shows: str
    first: Quote | None
    second: Quote | None


class AspectComparison(Value, frozen=True, kw_only=True):
    """Two attempts on one aspect. ``difference`` is that of the two answers, piece by piece.

    ``same_question`` tells that both answer the same question of the bank.
    """

    competence: int
    title: str
    aspect: Aspect
    first: Attempt
    second: Attempt
    heard: tuple[Heard, ...]
    first_answer: Answer | None
    second_answer: Answer | None
    same_question: bool
    difference: tuple[Piece, ...]

    @property
    def change(self) -> int | None:
        """By how many levels the rating has changed; None where either of them is not there."""
        before, now = self.first.rating, self.second.rating
        return None if before is None or now is None else now - before

    @property
    def gained(self) -> tuple[Heard, ...]:
        """What was heard only in the second attempt."""
        return tuple(each for each in self.heard if each.first is None)

    @property
    def kept(self) -> tuple[Heard, ...]:
        """What was heard in both."""
        return tuple(each for each in self.heard if each.first and each.second)

    @property
    def lost(self) -> tuple[Heard, ...]:
        """What was heard only in the first."""
        return tuple(each for each in self.heard if each.second is None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is still missing after the second."""
        return self.second.missing


class Side(Value, frozen=True, kw_only=True):
    """Which interview stands on one side."""

    interview: str
    candidate: str
    profile_title: str
    started: str


class OnlyOne(Value, frozen=True, kw_only=True):
    """An aspect of a competence that was talked about in one of the two interviews."""

    competence: int
    title: str
    aspect: Aspect


class Comparison(Value, frozen=True, kw_only=True):
    """Two interviews of one framework, the older first."""

    first: Side
    second: Side
    both: tuple[AspectComparison, ...]
    only_first: tuple[OnlyOne, ...]
    only_second: tuple[OnlyOne, ...]


# --- interviews -----------------------------------------------------------------------------------


def compare(first: Record, second: Record) -> Comparison:
    """Compare two interviews, whichever way round they are given.

    Raises:
        NotComparable: they are the same one, or of different frameworks.
    """
    first, second = sorted((first, second), key=lambda each: (each.started, each.opened.interview))
    _check(first, second)
    before, now = _attempted(first), _attempted(second)
    return Comparison(
        first=_side(first),
        second=_side(second),
        both=tuple(
            compare_attempts(attempt(first, *key), attempt(second, *key))
            for key in sorted(before & now)
        ),
        only_first=tuple(_only(first, *key) for key in sorted(before - now)),
        only_second=tuple(_only(second, *key) for key in sorted(now - before)),
    )


def attempt(record: Record, competence: int, aspect: Aspect) -> Attempt:
    """What was said on one aspect in a whole interview, as it was rated at the end."""
    result = next(
        each for each in competence_result(record, competence).aspects if each.aspect is aspect
    )
    return Attempt(
        interview=record.opened.interview,
        competence=competence,
        title=record.title(competence),
        aspect=aspect,
        turns=tuple(_answered(_turns(record, competence, aspect))),
        rating=result.rating,
        span=result.span,
        self_rating=result.self_rating,
        required=result.required,
        confidence=result.confidence,
        missing=result.not_heard,
    )


def _check(first: Record, second: Record) -> None:
    if first.opened.interview == second.opened.interview:
        raise NotComparable(
            f"{first.opened.interview} can't be compared with itself; name two interviews."
        )
    if first.opened.framework != second.opened.framework:
        raise NotComparable(
            f"{first.opened.interview} is about {first.opened.framework} and "
            f"{second.opened.interview} about {second.opened.framework}: only interviews under "
            "the same framework can be compared."
        )


def _attempted(record: Record) -> set[tuple[int, Aspect]]:
    """What was rated, or has an answer that is not rated yet."""
    answered = {(t.competence, t.aspect) for t in _answered(record.turns)}
    planned = set(record.opened.competences)
    return {
        (number, aspect)
        for number, aspect in answered.union(record.ratings)
        if number in planned and aspect in record.opened.aspects
    }


def _turns(record: Record, competence: int, aspect: Aspect) -> Iterator[Turn]:
    for thread in record.threads(competence, aspect):
        yield from thread


def _answered(turns: Iterable[Turn]) -> Iterator[Turn]:
    return (turn for turn in turns if turn.answer is not None)


def _side(record: Record) -> Side:
    opened = record.opened
    return Side(
        interview=opened.interview,
        candidate=opened.candidate,
        profile_title=opened.profile_title,
        started=record.started,
    )


def _only(record: Record, competence: int, aspect: Aspect) -> OnlyOne:
    return OnlyOne(competence=competence, title=record.title(competence), aspect=aspect)


# --- attempts within an interview -----------------------------------------------------------------


def attempts(record: Record, competence: int, aspect: Aspect) -> tuple[Attempt, ...]:
    """The attempts on one aspect within an interview: each question with its follow-ups.

    Those without an answer are left out.
    """
    whole = attempt(record, competence, aspect)
    return tuple(
        _of_thread(whole, answered)
        for thread in record.threads(competence, aspect)
        if (answered := tuple(_answered(thread)))
    )


def _of_thread(whole: Attempt, turns: tuple[Turn, ...]) -> Attempt:
    read = [t.assessment for t in turns if t.assessment and t.assessment.act is Act.ANSWER]
    verdict = combine(read, whole.aspect) if read else None
    return Attempt(
        interview=whole.interview,
        competence=whole.competence,
        title=whole.title,
        aspect=whole.aspect,
        turns=turns,
        rating=verdict.level if verdict else None,
        span=verdict.span if verdict else None,
        self_rating=whole.self_rating,
        required=whole.required,
        confidence=read[-1].confidence if read else None,
        missing=verdict.missing if verdict else (),
    )


def compare_attempts(first: Attempt, second: Attempt) -> AspectComparison:
    """Compare two attempts on the same aspect, the older one given first."""
    before, now = _best_answers(first, second)
    return AspectComparison(
        competence=second.competence,
        title=second.title,
        aspect=second.aspect,
        first=first,
        second=second,
        heard=tuple(_heard(first, second)),
        first_answer=before,
        second_answer=now,
        same_question=bool(before and now and before.question_id == now.question_id),
        difference=difference(before.text, now.text) if before and now else (),
    )


# --- what was heard -------------------------------------------------------------------------------


def _heard(first: Attempt, second: Attempt) -> Iterator[Heard]:
    """Each kind of evidence of either, in the order in which it was first heard."""
    before, now = _kinds(first), _kinds(second)
    for facet, value in dict.fromkeys((*before, *now)):
        key = (facet, value)
        known = before.get(key) or now[key]
        yield Heard(
            facet=facet,
            value=value,
            shows=known.shows,
            first=before.get(key),
            second=now.get(key),
        )


def _kinds(attempt: Attempt) -> dict[tuple[str, str], Quote]:
    """What bears on the rating, with the first quote that shows it."""
    found: dict[tuple[str, str], Quote] = {}
    for turn in attempt.turns:
        for item in turn.assessment.evidence if turn.assessment else ():
            told = shows(item)
            if item.facet in TELLING[attempt.aspect] and told:
                quote = Quote(turn=turn.number, text=item.quote, shows=told)
                found.setdefault((item.facet, item.value), quote)
    return found


# --- the answers ----------------------------------------------------------------------------------


def _best_answers(first: Attempt, second: Attempt) -> tuple[Answer | None, Answer | None]:
    """The best answer of each; of equals, those to a question that both have, then the earliest."""
    shared = {turn.question_id for turn in first.turns} & {t.question_id for t in second.turns}

    def worth(turn: Turn) -> tuple[int, int, bool, int]:
        rating, high = _level(turn.assessment)
        return rating, high, turn.question_id in shared and not turn.is_probe, -turn.number

    best = (max(each.turns, key=worth, default=None) for each in (first, second))
    before, now = (_answer(turn) if turn else None for turn in best)
    return before, now


def _level(assessment: Assessment | None) -> tuple[int, int]:
    if assessment is None or assessment.rating is None:
        return -1, -1
    return assessment.rating, assessment.span[1] if assessment.span else assessment.rating


def _answer(turn: Turn) -> Answer:
    return Answer(
        turn=turn.number,
        question_id=turn.question_id,
        question=turn.text,
        text=turn.answer or "",
        rating=turn.assessment.rating if turn.assessment else None,
    )


def difference(before: str, now: str) -> tuple[Piece, ...]:
    """How two texts differ, word by word.

    The pieces that are the same or removed are ``before``, those that are the same or added are
    ``now``, character for character; what was removed stands before what came in its place.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    blocks = [
        (Change.SAME, old[:start], []),
        *_changes(old[start : len(old) - end], new[start : len(new) - end]),
        (Change.SAME, old[len(old) - end :], []),
    ]
    return tuple(_pieces(blocks))


_Block = tuple[Change, Sequence[str], Sequence[str]]  # SAME with the words of both, or what differs


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words the two begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(old), len(new)))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """What is alike between two texts that begin and end otherwise; all or nothing if too long."""
    if max(len(old), len(new)) > MAX_WORDS:
        yield Change.REMOVED, old, new
        return
    matcher = difflib.SequenceMatcher(str.isspace, old, new)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield Change.SAME if tag == "equal" else Change.REMOVED, old[a:b], new[c:d]


def _pieces(blocks: Sequence[_Block]) -> Iterator[Piece]:
    """The pieces of ``blocks``; what is alike by chance between two changes belongs to both."""
    removed, added = "", ""
    for index, (change, old, new) in enumerate(blocks):
        text = "".join(old)
        if change is not Change.SAME:
            removed, added = removed + text, added + "".join(new)
        elif _by_chance(blocks, index):
            removed, added = removed + text, added + text
        elif text:
            yield from _changed(removed, added)
            removed, added = "", ""
            yield Piece(change=Change.SAME, text=text)
    yield from _changed(removed, added)


def _by_chance(blocks: Sequence[_Block], index: int) -> bool:
    """Whether what is the same here is only the space, or a lone word, between two changes."""
    around = [_size(block) for block in (*blocks[index - 1 : index], *blocks[index + 1 :][:1])]
    if len(around) < 2 or not all(around):
        return False
    words = _count(blocks[index][1])
    return words == 0 or (words == 1 and min(around) >= _STRAY)


def _size(block: _Block) -> int:
    """How many words differ in a block, at least one if anything does; 0 if nothing does."""
    change, old, new = block
    return 0 if change is Change.SAME else max(_count(old), _count(new), 1)


def _count(words: Sequence[str]) -> int:
    return sum(word[0].isalnum() for word in words)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(change=Change.REMOVED, text=removed)
    if added:
        yield Piece(change=Change.ADDED, text=added)
