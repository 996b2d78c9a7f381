"""What was heard in a mock assessment: the evidence of threads, themes and KSBs as grades. Pure.

A level is 0 (nothing to the point), 1 (something, and less than the first grade asks for), or 1
more than the number of grades reached.

Telling what one did on one's own responsibility, and why, is the first grade, whichever question it
answers; so is an explanation in answer to a question about knowledge. What a higher grade asks for
in knowledge must be heard as well, and the words must weigh one thing against another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviewer.assessor.evidence import Shown, shown_by
from interviewer.domain import Act, Aspect, Assessment, Autonomy, ExamTerms, Grade, Knowing
from interviewer.record.record import Record, Turn

NOTHING, PARTLY, MET = 0, 1, 2
WEIGHING_WORDS = 2  # different ones, in all the answers of a thread
_WEIGHING = re.compile(
    r"\b(?:rather than|instead(?: of)?|than (?:if|we|i|the|a|it)|compar\w+|weigh\w*|alternatives?"
    r"|(?:other|three|two|four) (?:options?|ways?|responses?)|options? (?:was|were|i)"
    r"|could(?:n'?t)? have|would(?:n'?t)? have|worth|trade[- ]?off|outweigh\w*|on balance"
    r"|looking back|in hindsight|limit(?:s|ations?|ed)|drawbacks?|downside|at the cost|cost us"
    r"|saved|misleading|mislead\w*|depends? on|only (?:works?|worked)|would(?:n'?t| not) work"
    r"|fell short|falls short|weakness\w*|too (?:late|slow|crude|coarse|little)|differently"
    r"|against|evidence|measured|proved|whereas|the case for|judg\w+|should have)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|so that|reasons?|that'?s why|which is why|in order to|otherwise)\b",
    re.IGNORECASE,
)
_DOING, _KNOWING = tuple(Autonomy), tuple(Knowing)


def threads(record: Record, method: str = "", theme: int = 0) -> tuple[tuple[Turn, ...], ...]:
    """The threads of a method and theme (of all, where none is given), in order."""
    return tuple(
        record.thread(turn.number)
        for turn in record.turns
        if not turn.is_probe and method in ("", turn.method) and theme in (0, turn.competence)
    )


def level_of(terms: ExamTerms, thread: Sequence[Turn]) -> int:
    """The level that a thread comes to."""
    if not thread or any(turn.elsewhere for turn in thread[:1]):
        return NOTHING
    if not any(shown(thread, aspect).relevant for aspect in Aspect):
        return NOTHING
    level = PARTLY
    for grade in terms.grades:
        if not _reaches(grade, terms.grades[0], thread):
            break
        level += 1
    return level


def shown(thread: Iterable[Turn], aspect: Aspect) -> Shown:
    """What a thread shows when it is read for ``aspect``, whichever its question is about."""
    return shown_by(each.evidence for turn in thread for each in readings(turn, aspect))


def readings(turn: Turn, aspect: Aspect) -> tuple[Assessment, ...]:
    """The reading of a turn for ``aspect``, if it was read as an answer."""
    read = turn.assessment if turn.aspect is aspect else turn.beside
    answered = turn.assessment is not None and turn.assessment.act is Act.ANSWER
    return (read,) if read and answered else ()


def weighs(words: str) -> bool:
    """Whether ``words`` weigh one thing against another."""
    return len({found.lower() for found in _WEIGHING.findall(words)}) >= WEIGHING_WORDS


def _reaches(grade: Grade, first: Grade, thread: Sequence[Turn]) -> bool:
    """Whether a thread shows what ``grade`` asks for.

    A grade that asks for deeper knowledge than the ``first`` needs words that weigh. Where somebody
    tells what they did, these and the first grade's explaining are enough: a story weighs in
    passing, and the reader, asked what knowledge it shows, takes it for an explanation.
    """
    words = " ".join(turn.answer or "" for turn in thread if not turn.piece and turn.assessment)
    about_knowing = thread[0].aspect is Aspect.KNOWLEDGE
    if _KNOWING.index(grade.knowing) > _KNOWING.index(first.knowing):
        if about_knowing:
            return _knows(grade, thread) and weighs(words)
        return _knows(first, thread) and weighs(words) and _did(grade, thread)
    if about_knowing and _knows(grade, thread):
        return True
    return _did(grade, thread) and (not about_knowing or bool(_REASON.search(words)))


def _did(grade: Grade, thread: Sequence[Turn]) -> bool:
    done = shown(thread, Aspect.APPLICATION)
    values = _DOING[_DOING.index(grade.doing) :]
    told = _words_of(thread, Aspect.APPLICATION, "autonomy", values)
    return done.own and done.autonomy in values and told >= grade.least_words


def _knows(grade: Grade, thread: Sequence[Turn]) -> bool:
    values = _KNOWING[_KNOWING.index(grade.knowing) :]
    told = _words_of(thread, Aspect.KNOWLEDGE, "knowledge", values)
    return shown(thread, Aspect.KNOWLEDGE).knowledge in values and told >= grade.least_words


def _words_of(
    thread: Sequence[Turn], aspect: Aspect, facet: str, values: Sequence[Autonomy | Knowing]
) -> int:
    """How many words the sentences have together that show one of ``values``."""
    return sum(
        len(item.quote.split())
        for turn in thread
        for each in readings(turn, aspect)
        for item in each.evidence
        if item.facet == facet and item.value in values
    )


def theme_level(terms: ExamTerms, record: Record, method: str, theme: int) -> int:
    """The level of a theme in a method: that of its best thread."""
    return max((level_of(terms, each) for each in threads(record, method, theme)), default=NOTHING)


def ksb_levels(terms: ExamTerms, record: Record) -> dict[str, int]:
    """The level of each KSB that something was heard on, wherever that was."""
    levels: dict[str, int] = {}
    for thread in threads(record):
        level = level_of(terms, thread)
        for ksb in thread[0].ksbs if level else ():
            levels[ksb] = max(level, levels.get(ksb, NOTHING))
        for turn in thread:
            for credit in turn.credits:
                levels[credit.ksb] = max(MET, levels.get(credit.ksb, NOTHING))
    return levels
