"""The follow-ups of a mock assessment, in the order in which they would be put. Pure.

First what the answer itself calls for (a real occasion, one's own part), then the question's own
follow-ups, then what is still missing. Once the first grade was heard, one for the next grade comes
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interviewer.assessor.assess import combine
from interviewer.domain import Aspect, ExamQuestion, Missing, Value
from interviewer.engine import exam_wording, wording
from interviewer.engine.policy import words_to_take_up
from interviewer.heard import MET, readings, shown
from interviewer.record.record import Turn

_CALLED_FOR = {
    Aspect.APPLICATION: (Missing.OCCASION, Missing.OWN_PART),
    Aspect.KNOWLEDGE: (Missing.DESCRIBES, Missing.EXPLAINS),
}
_ASKED_LAST = {
    Aspect.APPLICATION: (Missing.OCCASION, Missing.OWN_PART, Missing.LED),
    Aspect.KNOWLEDGE: (Missing.DESCRIBES, Missing.EXPLAINS),
}


class FollowUp(Value, frozen=True, kw_only=True):
    """One that may be put. ``missing`` is None for a question's own."""

    text: str
    plainer: str
    missing: Missing | None = None


def follow_ups(
    question: ExamQuestion | None, thread: Sequence[Turn], level: int, turn: int
) -> Iterator[FollowUp]:
    """What may be asked next in ``thread``, best first.

    Args:
        question: that of the thread; None where the bank no longer has it.
        level: the level that the thread comes to.
        turn: the number that the follow-up's turn would have; it varies the wording.
    """
    own = [FollowUp(text=text, plainer="") for text in (question.follow_ups if question else ())]
    if level >= MET:
        weighing = list(_weighing(thread, turn))
        at_once = 0 if any(t.probes_for is Missing.EVALUATES for t in thread) else 1
        yield from weighing[:at_once]
        yield from own
        yield from weighing[at_once:]
        return
    aspect = thread[0].aspect
    missing = _missing(thread, aspect)
    for each in _CALLED_FOR[aspect]:
        words = words_to_take_up(thread, each)
        if each in missing and words:
            yield _general(each, aspect, words, turn)
    yield from own
    for each in _ASKED_LAST[aspect]:
        if each in missing:
            yield _general(each, aspect, "", turn)
            yield _general(each, aspect, "", turn + 1)
    if aspect is Aspect.APPLICATION and shown(thread, aspect).real and not has_outcome(thread):
        for at in range(len(exam_wording.OUTCOME)):
            text = wording.pick(exam_wording.OUTCOME, turn + at)
            yield FollowUp(text=text, plainer=exam_wording.OUTCOME_PLAINER)


def has_outcome(thread: Sequence[Turn]) -> bool:
    """Whether a result, or a reflection on one, was told."""
    return any(
        item.facet == "star" and item.value in ("result", "reflection")
        for turn in thread
        for each in readings(turn, Aspect.APPLICATION)
        for item in each.evidence
    )


def _missing(thread: Sequence[Turn], aspect: Aspect) -> tuple[Missing, ...]:
    read = [each for turn in thread for each in readings(turn, aspect)]
    return combine(read, aspect).missing if read else ()


def _general(missing: Missing, aspect: Aspect, words: str, turn: int) -> FollowUp:
    return FollowUp(
        text=wording.probe(missing, aspect, words, turn),
        plainer=wording.plainer_probe(missing, aspect),
        missing=missing,
    )


def _weighing(thread: Sequence[Turn], turn: int) -> Iterator[FollowUp]:
    words = _words_to_weigh(thread)
    if words:
        text = wording.pick(exam_wording.WEIGHING_QUOTED, turn)
        yield _weighed(text.replace("{quote}", wording.quote(words)))
    for at in range(len(exam_wording.WEIGHING)):
        yield _weighed(wording.pick(exam_wording.WEIGHING, turn + at))


def _weighed(text: str) -> FollowUp:
    plainer = exam_wording.WEIGHING_PLAINER
    return FollowUp(text=text, plainer=plainer, missing=Missing.EVALUATES)


_WEIGHTY = (("autonomy", "led"), ("autonomy", "supervised"), ("knowledge", "explains"))
_I = re.compile(r"\b(?:i|my|me|mine|myself)\b", re.IGNORECASE)


def _words_to_weigh(thread: Sequence[Turn]) -> str:
    """The candidate's latest words on what they themselves decided or did.

    Nobody is asked what they would do differently in what others did.
    """
    for turn in reversed(thread):
        evidence = turn.assessment.evidence if turn.assessment else ()
        fitting = [
            item.quote
            for item in evidence
            if (item.facet, item.value) in _WEIGHTY and _I.search(item.quote)
        ]
        if fitting:
            return max(fitting, key=len)
    return ""
