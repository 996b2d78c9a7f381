"""The slow things, to be run off the user interface's thread. Each returns the message to post."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from interviewer import exam_session
from interviewer.assessor.base import Reader
from interviewer.domain import Framework, InterviewerError, Value
from interviewer.engine.exam import Clock
from interviewer.engine.plan import Options
from interviewer.engine.talk import Pending
from interviewer.exam_session import ExamSession, Papers
from interviewer.export.handover import note_parcel, parcel
from interviewer.export.writing import AlreadyThere, write_export
from interviewer.framework.loader import list_heads, load
from interviewer.framework.locate import DEFAULT_FRAMEWORK, frameworks_folder
from interviewer.record.errors import Damaged, Locked
from interviewer.record.facts import Document, Opened, Stamped
from interviewer.record.library import find
from interviewer.record.places import transcripts_folder
from interviewer.record.reading import Contents, read
from interviewer.record.record import Incoherent, fold
from interviewer.report_file import report_text
from interviewer.safe_text import for_terminal
from interviewer.session import Places, Session, places, resume, saved_report, start
from interviewer.tui.exam_choices import ExamWanted
from interviewer.tui.exam_view import exam_shown
from interviewer.tui.messages import (
    AnswerRead,
    ExamOpened,
    ExamResultMade,
    FrameworksLoaded,
    OpeningFailed,
    PaperRead,
    ReportMade,
    ReportWritten,
    SessionOpened,
    StandardLoaded,
    StudyRead,
    TranscriptRead,
)
from interviewer.tui.work import sentence_of

if TYPE_CHECKING:
    from interviewer.tui.screens.export import Wanted

MakeReader = Callable[[Framework], Reader] | None


class Library(Value, frozen=True, kw_only=True):
    """The frameworks that have competences, the usual one first; ``trouble`` says what failed."""

    frameworks: tuple[Framework, ...]
    trouble: str = ""


class Reading(Value, frozen=True, kw_only=True):
    """A transcript as far as it can be read, with what is wrong with it in sentences."""

    id: str
    stamped: tuple[Stamped, ...]
    problems: tuple[str, ...]
    opened: Opened | None


def open_new(
    folders: tuple[str | None, str | None],
    options: Options,
    framework: str | None,
    make_reader: MakeReader,
) -> SessionOpened | OpeningFailed:
    """Open a new interview."""
    try:
        return SessionOpened(start(places(*folders), options, framework, make_reader))
    except InterviewerError as error:
        return OpeningFailed(sentence_of(error), options=options)


def open_again(
    folders: tuple[str | None, str | None],
    interview: str | None,
    make_reader: MakeReader,
    clock: Clock,
) -> SessionOpened | ExamOpened | OpeningFailed:
    """Take an interview up again, or a mock assessment."""
    try:
        where = places(*folders)
        found = exam_session.to_resume(where, interview)
        if found and exam_session.is_exam(found):
            return ExamOpened(exam_session.resume(where, found.id, make_reader, clock))
        return SessionOpened(resume(where, interview, make_reader))
    except (Locked, Damaged) as error:
        return OpeningFailed(sentence_of(error), readable=interview or "")
    except InterviewerError as error:
        return OpeningFailed(sentence_of(error))


def read_answer(session: Session, pending: Pending) -> AnswerRead:
    """Have an answer read."""
    return AnswerRead(pending, session.read(pending))


def read_exam_answer(session: ExamSession, pending: Pending) -> AnswerRead:
    """Have an answer in a mock assessment read, both ways."""
    return AnswerRead(pending, session.read(pending))


def read_study(session: Session, competence: int) -> StudyRead:
    """Read the study page of a competence.

    Raises:
        InterviewerError: it is too early for it, or its file has problems.
    """
    return StudyRead(competence, session.study(competence))


def make_report(folders: tuple[str | None, str | None], about: Session | str) -> ReportMade:
    """Put the report together, on an open interview or on a saved one.

    Raises:
        InterviewerError: there is no such interview, or nothing certain can be said about it.
    """
    if isinstance(about, Session):
        return ReportMade(about.report())
    return ReportMade(saved_report(places(*folders), about))


def write_report(
    folders: tuple[str | None, str | None], wanted: Wanted, *, replace: bool
) -> ReportWritten:
    """Write interviews to a file, if there is none or it may be replaced, and note where it is.

    Raises:
        InterviewerError: it could not be written.
    """
    where = transcripts_folder(folders[0])
    told: list[str] = []
    made = parcel(
        where,
        partial(frameworks_folder, folders[1]),
        wanted.interviews,
        wanted.format_id,
        wanted.names,
        cohort=wanted.cohort,
        tell=told.append,
    )
    try:
        written = write_export(wanted.path, made.data, force=replace)
    except AlreadyThere:
        return ReportWritten(wanted, wanted.path, in_the_way=True)
    trouble = note_parcel(where, written, made)
    lines = (*filter(None, (trouble,)), *made.replaced, *told)
    return ReportWritten(wanted, written, told=lines)


# --- the mock assessment --------------------------------------------------------------------------


def load_standard(folders: tuple[str | None, str | None], framework: str | None) -> StandardLoaded:
    """Load the framework whose end-point assessment is practised.

    Raises:
        InterviewerError: there is none, or its files have problems.
    """
    return StandardLoaded(exam_session.standard_for(places(*folders), framework))


def open_exam(
    folders: tuple[str | None, str | None],
    wanted: ExamWanted,
    make_reader: MakeReader,
    clock: Clock,
) -> ExamOpened | OpeningFailed:
    """Read what is to be handed in, then open a new mock assessment."""
    try:
        where = places(*folders)
        papers = _papers(where, wanted)
        session = exam_session.start(where, wanted.options, wanted.framework, make_reader, clock)
        return ExamOpened(session, papers)
    except InterviewerError as error:
        return OpeningFailed(sentence_of(error), exam=wanted)


def _papers(where: Places, wanted: ExamWanted) -> Papers:
    found = exam_session.papers(
        where, wanted.options, wanted.framework, wanted.report, wanted.outline
    )
    return replace(found, report=("", wanted.pasted)) if wanted.pasted.strip() else found


def read_paper(document: Document, path: Path) -> PaperRead:
    """Read a file that is to be handed in.

    Raises:
        InterviewerError: it can't be read as a report; the sentence says why.
    """
    return PaperRead(document, path.name, report_text(path))


def make_exam_result(folders: tuple[str | None, str | None], interview: str) -> ExamResultMade:
    """Put together what a saved mock assessment came to, and all practice beside it.

    Raises:
        InterviewerError: there is no such thing, or nothing certain can be said about it.
    """
    where = places(*folders)
    contents = read(find(where.transcripts, interview))
    try:
        record = fold(contents.stamped)
    except Incoherent as error:
        raise Damaged(f"{interview} is too damaged for a result: {error}") from error
    if record is None or record.opened.exam is None:
        raise InterviewerError(f"{interview} is no mock assessment.")
    ready = exam_session.readiness_of(where, record.opened.exam, record.opened.candidate)
    trouble = " ".join(for_terminal(problem) for problem in _problems(contents))
    return ExamResultMade(exam_shown(record, ready), trouble)


# --- what is there --------------------------------------------------------------------------------


def load_frameworks(folder: str | None) -> FrameworksLoaded:
    """Load what an interview can be held under.

    Raises:
        InterviewerError: there is nothing that can be used; the sentence says why.
    """
    where = frameworks_folder(folder)
    loaded, troubles = [], []
    for head in sorted(list_heads(where), key=lambda head: head.id != DEFAULT_FRAMEWORK):
        try:
            loaded.append(load(where, head.id, roles=True))
        except InterviewerError as error:
            troubles.append(sentence_of(error))
    usable = tuple(item for item in loaded if item.competences)
    if not usable:
        raise InterviewerError("\n".join(troubles) or f"There are no competences in {where}.")
    return FrameworksLoaded(Library(frameworks=usable, trouble="\n".join(troubles)))


def read_transcript(folder: str | None, interview: str) -> TranscriptRead:
    """Read a transcript without locking it, however damaged it is.

    Raises:
        InterviewerError: there is no such file, or it can't be read at all.
    """
    contents = read(find(transcripts_folder(folder), interview))
    first = contents.stamped[0].fact if contents.stamped else None
    return TranscriptRead(
        Reading(
            id=interview,
            stamped=contents.stamped,
            problems=tuple(for_terminal(problem) for problem in _problems(contents)),
            opened=first if isinstance(first, Opened) else None,
        )
    )


def _problems(contents: Contents) -> list[str]:
    found = [f"{damage.message}." for damage in contents.problems]
    if contents.torn:
        found.append("The last line is not complete: the program ended while it was written.")
    return found
