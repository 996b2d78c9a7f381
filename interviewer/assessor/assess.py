"""One answer to one assessment: read, quote, look up, and check that every quote is verbatim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from interviewer.assessor.base import Reader
from interviewer.assessor.evidence import Shown, evidence_of, shown_by
from interviewer.assessor.rating import Verdict, rate
from interviewer.domain import (
    MAX_LEVEL,
    Act,
    Aspect,
    Assessment,
    AssessorId,
    Confidence,
    Evidence,
    InterviewerError,
    Notice,
    Prompt,
    Reading,
    Sentence,
)


class ReaderError(InterviewerError):
    """A reader said something about an answer that can't be true of its text."""


def assess(reader: Reader, prompt: Prompt, answer: str) -> Assessment:
    """Read ``answer`` and rate it.

    Returns:
        An assessment whose rating is None, with a notice, when the turn is no answer.

    Raises:
        ReaderError: the reader's offsets do not fit the answer.
    """
    reading = reader.read(prompt, answer)
    check_sentences(answer, reading.sentences)
    if reading.act is not Act.ANSWER:
        return _not_rated(reading, reader.id)
    evidence = evidence_of(answer, reading.sentences)
    check_quotes(answer, evidence)
    shown = shown_by([evidence])
    verdict = rate(prompt.aspect, shown)
    return Assessment(
        rating=verdict.level,
        span=_span(verdict, reading.confidence),
        confidence=reading.confidence,
        evidence=evidence,
        missing=verdict.missing,
        notices=_notices(reading, prompt.aspect, shown),
        act=reading.act,
        assessor=reader.id,
    )


def combine(assessments: Sequence[Assessment], aspect: Aspect) -> Verdict:
    """What an answer and the answers to its probes come to together.

    The latest reading had the whole thread before it, so its confidence is that of the verdict.

    Args:
        assessments: those of one thread, in order; turns that were not rated add nothing.
        aspect: the aspect that the thread is about.
    """
    rated = [item for item in assessments if item.rating is not None]
    verdict = rate(aspect, shown_by(item.evidence for item in rated))
    latest = rated[-1].confidence if rated else Confidence.MEDIUM
    return Verdict(level=verdict.level, span=_span(verdict, latest), missing=verdict.missing)


def check_sentences(answer: str, sentences: Iterable[Sentence]) -> None:
    """Refuse offsets that lie outside the answer, are out of order, or overlap.

    Raises:
        ReaderError: naming the first such offset.
    """
    found = list(sentences)
    for sentence in found:
        _check_offsets(answer, sentence.start, sentence.end)
    for before, after in pairwise(found):
        if after.start < before.end:
            raise ReaderError(f"The reader's sentences overlap at character {after.start}.")


def check_quotes(answer: str, evidence: Iterable[Evidence]) -> None:
    """Refuse evidence that does not quote the answer word for word.

    Raises:
        ReaderError: naming the first such quote.
    """
    for item in evidence:
        _check_offsets(answer, item.start, item.end)
        if answer[item.start : item.end] != item.quote:
            raise ReaderError(
                f"The reader's quote at characters {item.start} to {item.end} is not in the answer."
            )


def _check_offsets(answer: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(answer):
        raise ReaderError(
            f"The reader's offsets {start} to {end} are not in the answer "
            f"of {len(answer)} characters."
        )


def _not_rated(reading: Reading, assessor: AssessorId) -> Assessment:
    return Assessment(
        rating=None,
        span=None,
        confidence=reading.confidence,
        evidence=(),
        missing=(),
        notices=_distinct((Notice.NOT_AN_ANSWER, *reading.notices)),
        act=reading.act,
        assessor=assessor,
    )


def _span(verdict: Verdict, confidence: Confidence) -> tuple[int, int]:
    """The plausible levels; where the reader is unsure, the neighbours of the level too.

    0 and its neighbour are apart: whether anything was relevant is not a matter of degree.
    """
    low, high = verdict.span
    if confidence is not Confidence.LOW or verdict.level == 0:
        return low, high
    return max(min(low, verdict.level - 1), 1), min(max(high, verdict.level + 1), MAX_LEVEL)


def _notices(reading: Reading, aspect: Aspect, shown: Shown) -> tuple[Notice, ...]:
    found = list(reading.notices)
    if not shown.relevant and Notice.TOO_LITTLE not in found:
        found.append(Notice.NOT_RELEVANT)
    if aspect is Aspect.APPLICATION and shown.hypothetical and not shown.real:
        found.append(Notice.HYPOTHETICAL)
    return _distinct(found)


def _distinct(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(notices))
