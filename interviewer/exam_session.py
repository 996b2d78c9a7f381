"""A mock assessment with all that it stands on: what ``session`` is for practice interviews.

A front end opens an ``ExamSession`` and talks to ``session.exam``; nothing here is about screens.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from interviewer.assessor.base import Reader
from interviewer.domain import (
    Aspect,
    Assessment,
    ExamTerms,
    Framework,
    InterviewerError,
    Prompt,
    Value,
    WorksFrom,
)
from interviewer.engine.exam import Clock, Exam
from interviewer.engine.exam_plan import (
    MODE,
    ExamOptions,
    exam_fact,
    exam_terms,
    make_exam_plan,
)
from interviewer.engine.talk import Pending
from interviewer.framework.loader import (
    list_heads,
    load,
    load_exam_questions,
    load_questions,
    load_signs,
)
from interviewer.record import facts
from interviewer.record.errors import TranscriptError
from interviewer.record.history import asked_before
from interviewer.record.library import find, folded, transcripts
from interviewer.record.reading import read as read_transcript
from interviewer.record.record import Incoherent, Record, fold
from interviewer.record.summary import Summary
from interviewer.record.transcript import Transcript, new_id
from interviewer.report_file import report_text
from interviewer.review.exam_result import ExamResult, exam_result
from interviewer.review.readiness import Readiness, evidenced, readiness
from interviewer.session import Failure, Held, Places, read_safely

DEFAULT_STANDARD = "st0310-1.4"


class Readings(Value, frozen=True, kw_only=True):
    """An answer as it reads for its question, and for the other aspect."""

    assessment: Assessment
    beside: Assessment | None


class Papers(Value, frozen=True, kw_only=True):
    """What was named at the start, read already: the file's name and its text."""

    report: tuple[str, str] | None = None
    outline: tuple[str, str] | None = None


class ExamSession(Held):
    """An open mock assessment."""

    def __init__(
        self,
        transcript: Transcript,
        framework: Framework,
        where: Places,
        make_reader: Callable[[Framework], Reader] | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        """Take up the mock assessment in ``transcript``; its clock starts or goes on.

        Raises:
            InterviewerError: it is none, or there are no questions for it any more.
        """
        super().__init__(transcript, framework, where, make_reader)
        bank = load_exam_questions(where.frameworks, framework.head.id)
        signs = load_signs(where.frameworks, framework.head.id)
        self.exam = Exam(make_exam_plan(self.opened, bank, signs), transcript, clock)

    @property
    def terms(self) -> ExamTerms:
        """What it is held under."""
        return self.exam.plan.terms

    def hand_in_file(self, document: facts.Document, path: Path) -> None:
        """Hand in the report, or the outline, from a file.

        Raises:
            BadReport: the file can't be read as one; the sentence says why.
            NotAllowed: it is not its time.
        """
        self.exam.hand_in(document, report_text(path), path.name)

    def read(self, pending: Pending) -> Readings | Failure:
        """Read an answer for both aspects; slow, so call it off the user interface's thread."""
        return read_both_ways(self._the_reader, pending.prompt, pending.text)

    def take(self, pending: Pending, read: Readings | Failure) -> bool:
        """Bring what ``read`` gave back to the mock assessment; False when it is stale."""
        if isinstance(read, Failure):
            return self.exam.fail(pending, read.reason)
        return self.exam.receive(pending, read.assessment, read.beside)

    def result(self) -> ExamResult:
        """What it comes to, so far: for the end of an exam, and at once in a rehearsal."""
        return exam_result(self.exam.record)

    def readiness(self) -> Readiness:
        """What all saved practice of this candidate has evidenced so far."""
        return readiness_of(self.places, self.terms, self.opened.candidate)

    def close(self) -> None:
        """Stop the clock, note that, and let go of the transcript."""
        try:
            if not self.exam.record.ended:
                self.exam.pause()
        finally:
            super().close()


def read_both_ways(
    make_reader: Callable[[], Reader], prompt: Prompt, answer: str
) -> Readings | Failure:
    """Read an answer for both aspects; the one that was not asked about may fail."""
    first = read_safely(make_reader, prompt, answer)
    if isinstance(first, Failure):
        return first
    beside = read_safely(make_reader, _for_other(prompt), answer)
    return Readings(assessment=first, beside=None if isinstance(beside, Failure) else beside)


def _for_other(prompt: Prompt) -> Prompt:
    other = Aspect.KNOWLEDGE if prompt.aspect is Aspect.APPLICATION else Aspect.APPLICATION
    return replace(prompt, aspect=other, insisted=True)


def papers(
    where: Places,
    options: ExamOptions,
    framework_id: str | None,
    report: Path | None,
    outline: Path | None,
) -> Papers:
    """Read the files that were named, so that a bad one is told before anything begins.

    Raises:
        BadReport: one can't be read as a report; the sentence says why.
        InterviewerError: the options make no mock assessment, or none that takes a report.
    """
    terms = exam_terms(standard_for(where, framework_id), options)
    takes_them = any(method.works_from is WorksFrom.REPORT for method in terms.methods)
    if (report or outline) and not takes_them:
        raise InterviewerError("A report or an outline belongs to the method that works from one.")
    return Papers(
        report=(report.name, report_text(report)) if report else None,
        outline=(outline.name, report_text(outline)) if outline else None,
    )


def standard_for(where: Places, framework_id: str | None = None) -> Framework:
    """The framework with an end-point assessment: the one named, else the usual one.

    Raises:
        InterviewerError: there is none.
    """
    if framework_id is None:
        there = [head.id for head in list_heads(where.frameworks)]
        if DEFAULT_STANDARD in there:
            framework_id = DEFAULT_STANDARD
        else:
            having = [name for name in there if load(where.frameworks, name).methods]
            if not having:
                raise InterviewerError("No framework here has an end-point assessment.")
            framework_id = having[0]
    return load(where.frameworks, framework_id)


def start(
    where: Places,
    options: ExamOptions,
    framework_id: str | None = None,
    make_reader: Callable[[Framework], Reader] | None = None,
    clock: Clock = time.monotonic,
    seed: int | None = None,
    interview: str = "",
) -> ExamSession:
    """Open a new mock assessment; a fixed ``seed`` and id (``interview``) are for samples.

    Raises:
        InterviewerError: the options or the framework do not allow it (then there is no file), or
            it cannot be saved.
    """
    framework = standard_for(where, framework_id)
    bank = load_exam_questions(where.frameworks, framework.head.id)
    seed = secrets.randbits(32) if seed is None else seed
    opened = exam_fact(framework, options, bank, "unsaved", seed)
    make_exam_plan(opened, bank)  # so that a plan that cannot work leaves no file
    opened = replace(
        opened,
        interview=interview or new_id(datetime.now(UTC)),
        asked_before=asked_before(where.transcripts, opened),
    )
    transcript = Transcript.create(where.transcripts, opened)
    return _opened(transcript, framework, where, make_reader, clock)


def resume(
    where: Places,
    interview_id: str,
    make_reader: Callable[[Framework], Reader] | None = None,
    clock: Clock = time.monotonic,
) -> ExamSession:
    """Take a mock assessment up again.

    Raises:
        InterviewerError: there is none of this id, it is open elsewhere, or it is damaged.
    """
    path = find(where.transcripts, interview_id)
    transcript = Transcript.open(where.transcripts, path.stem)
    opened = transcript.stamped[0].fact
    try:
        if not isinstance(opened, facts.Opened):
            raise InterviewerError(f"{path.name} does not begin with an opened interview.")
        framework = load(where.frameworks, opened.framework)
    except BaseException:
        transcript.close()
        raise
    return _opened(transcript, framework, where, make_reader, clock)


def _opened(
    transcript: Transcript,
    framework: Framework,
    where: Places,
    make_reader: Callable[[Framework], Reader] | None,
    clock: Clock,
) -> ExamSession:
    try:
        return ExamSession(transcript, framework, where, make_reader, clock)
    except BaseException:
        transcript.close()
        raise


def to_resume(where: Places, interview_id: str | None) -> Summary | None:
    """The interview to go on with: the one named, else the latest unfinished; None: there is none.

    Its ``mode`` tells which kind of session it needs.

    Raises:
        InterviewerError: there is none of this id.
    """
    path = find(where.transcripts, interview_id) if interview_id else None
    for summary in transcripts(where.transcripts):
        wanted = summary.path == path if path else summary.state == "open" and not summary.damaged
        if wanted:
            return summary
    return None


def is_exam(summary: Summary) -> bool:
    """Whether a saved interview is a mock assessment."""
    return summary.mode == MODE


# --- readiness ------------------------------------------------------------------------------------


def readiness_of(where: Places, terms: ExamTerms, candidate: str) -> Readiness:
    """What all saved practice of ``candidate`` has evidenced of the KSBs of ``terms``.

    Transcripts that can't be read count for nothing.
    """
    records = [
        record
        for summary in transcripts(where.transcripts)
        if folded(summary.candidate) == folded(candidate)
        for record in _record_of(summary.path)
    ]
    ksbs_of = _ksbs_of_questions(where, records)
    return readiness(terms, [evidenced(record, ksbs_of) for record in records])


def _record_of(path: Path) -> list[Record]:
    try:
        record = fold(read_transcript(path).stamped)
    except (TranscriptError, Incoherent):
        return []
    return [record] if record else []


def _ksbs_of_questions(where: Places, records: list[Record]) -> dict[str, tuple[str, ...]]:
    """The KSBs of the practice questions that were asked, by question id."""
    found: dict[str, tuple[str, ...]] = {}
    wanted: dict[str, set[int]] = {}
    for record in records:
        if record.opened.exam is None:
            asked = {turn.competence for turn in record.turns}
            wanted.setdefault(record.opened.framework, set()).update(asked)
    for framework, competences in wanted.items():
        try:
            bank = load_questions(where.frameworks, framework, competences)
        except InterviewerError:
            continue
        found |= {question.id: question.ksbs for question in bank}
    return found
