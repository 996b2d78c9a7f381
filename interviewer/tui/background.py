"""The slow things, to be run off the user interface's thread. Each returns the message to post."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interviewer.assessor.base import Reader
from interviewer.domain import Framework, InterviewerError, Value
from interviewer.engine.interview import Pending
from interviewer.engine.plan import Options
from interviewer.export.files import FORMATS, AlreadyThere, write
from interviewer.framework.loader import list_heads, load
from interviewer.framework.locate import DEFAULT_FRAMEWORK, frameworks_folder
from interviewer.record.errors import Damaged, Locked
from interviewer.record.facts import Opened, Stamped
from interviewer.record.library import find
from interviewer.record.places import transcripts_folder
from interviewer.record.reading import Contents, read
from interviewer.safe_text import for_terminal
from interviewer.session import Places, Reported, Session, places, resume, saved_report, start
from interviewer.tui.messages import (
    AnswerRead,
    FrameworksLoaded,
    OpeningFailed,
    ReportMade,
    ReportWritten,
    SessionOpened,
    StudyRead,
    TranscriptRead,
)
from interviewer.tui.work import sentence_of

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
    folders: tuple[str | None, str | None], interview: str | None, make_reader: MakeReader
) -> SessionOpened | OpeningFailed:
    """Take an interview up again."""
    try:
        return SessionOpened(_resumed(places(*folders), interview, make_reader))
    except (Locked, Damaged) as error:
        return OpeningFailed(sentence_of(error), readable=interview or "")
    except InterviewerError as error:
        return OpeningFailed(sentence_of(error))


def _resumed(where: Places, interview: str | None, make_reader: MakeReader) -> Session:
    return resume(where, interview, make_reader)


def read_answer(session: Session, pending: Pending) -> AnswerRead:
    """Have an answer read."""
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


def write_report(reported: Reported, format_id: str, path: Path, *, replace: bool) -> ReportWritten:
    """Write a report to a file, if there is none or it may be replaced.

    Raises:
        InterviewerError: it could not be written.
    """
    text = FORMATS[format_id].render(reported.report, reported.turns)
    try:
        write(path, text, replace=replace)
    except AlreadyThere:
        return ReportWritten(format_id, path, in_the_way=True)
    return ReportWritten(format_id, path)


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
