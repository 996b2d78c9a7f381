"""What was heard in a mock assessment: the evidence of threads, themes and KSBs as grades. Pure.

A level is 0 (nothing to the point), 1 (something, and less than the first grade asks for), or 1
more than the number of grades reached. The first grade asks a question about doing for doing only,
because telling what one did and why is one thing; what a higher grade asks for in knowledge must
then be heard beside it. The reader learned to hear that in answers to questions about knowledge; in
a tale of what was done it takes a change of practice for it too. So there the words must weigh
something as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from interviewer.assessor.evidence import Shown, shown_by
from interviewer.domain import Act, Aspect, Assessment, Autonomy, ExamTerms, Grade, Knowing
from interviewer.record.record import Record, Turn

NOTHING, PARTLY, MET = 0, 1, 2
WEIGHING_WORDS = 2  # different ones, in the answers of a thread
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
    aspect = thread[0].aspect
    done = shown(thread, Aspect.APPLICATION)
    known = shown(thread, Aspect.KNOWLEDGE)
    if not (done.relevant or known.relevant):
        return NOTHING
    level = PARTLY
    for grade in terms.grades:
        if not _reaches(grade, terms.grades[0], aspect, done, known, weighs=weighs(thread)):
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


def weighs(thread: Iterable[Turn]) -> bool:
    """Whether the answers of a thread weigh something, going by their words."""
    said = [turn.answer or "" for turn in thread if not turn.piece and turn.assessment]
    found = {match.lower() for text in said for match in _WEIGHING.findall(text)}
    return len(found) >= WEIGHING_WORDS


def _reaches(
    grade: Grade, first: Grade, aspect: Aspect, done: Shown, known: Shown, *, weighs: bool
) -> bool:
    knows = known.knowledge is not None and _KNOWING.index(known.knowledge) >= _KNOWING.index(
        grade.knowing
    )
    if aspect is Aspect.KNOWLEDGE:
        return knows
    did = done.autonomy is not None and _DOING.index(done.autonomy) >= _DOING.index(grade.doing)
    asks_more = _KNOWING.index(grade.knowing) > _KNOWING.index(first.knowing)
    return did and done.own and ((knows and weighs) or not asks_more)


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
