"""An interview with all that it stands on: framework, transcript file, draft, reader.

The front ends open one of these and talk to ``session.interview``; nothing here is about screens.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from interviewer.assessor import acts
from interviewer.assessor.assess import assess
from interviewer.assessor.base import Reader
from interviewer.domain import (
    Aspect,
    Assessment,
    Framework,
    InterviewerError,
    Prompt,
    Question,
    Value,
)
from interviewer.engine.exam_plan import MODE as EXAM_MODE
from interviewer.engine.interview import Interview
from interviewer.engine.plan import Options, make_plan, open_fact
from interviewer.engine.talk import Pending
from interviewer.framework.loader import (
    find_profile,
    list_heads,
    load,
    load_probes,
    load_questions,
    load_study,
)
from interviewer.framework.locate import DEFAULT_FRAMEWORK, frameworks_folder
from interviewer.record import facts
from interviewer.record.draft import Draft
from interviewer.record.errors import Damaged
from interviewer.record.history import asked_before
from interviewer.record.library import find, transcripts
from interviewer.record.places import transcripts_folder
from interviewer.record.reading import read as read_file
from interviewer.record.record import Incoherent, Record, fold
from interviewer.record.transcript import Transcript, new_id
from interviewer.review.study import Ideas, Part, study_parts

if TYPE_CHECKING:
    from interviewer.export.reports import Reported

TOO_EARLY = "The study page is for afterwards: give an answer of your own first."
NO_STUDY_PAGE = "There is no study page for this competence."


class Places(Value, frozen=True, kw_only=True):
    """The two folders that everything is read from and written to."""

    transcripts: Path
    frameworks: Path


class Failure(Value, frozen=True, kw_only=True):
    """Why an answer could not be read, in a few words for the candidate."""

    reason: str


def places(transcripts: str | None = None, frameworks: str | None = None) -> Places:
    """The folders, from explicit options, the environment, the checkout or the user's own.

    Raises:
        InterviewerError: a folder that was named is not there.
    """
    return Places(
        transcripts=transcripts_folder(transcripts), frameworks=frameworks_folder(frameworks)
    )


class Held:
    """What every open transcript has: its file, its draft, its framework, its reader.

    Close it, or use it as a context manager, to let go of the file.
    """

    def __init__(
        self,
        transcript: Transcript,
        framework: Framework,
        where: Places,
        make_reader: Callable[[Framework], Reader] | None = None,
    ) -> None:
        self._transcript = transcript
        self._framework = framework
        self._make_reader = make_reader or default_reader
        self._reader: Reader | None = None
        self.places = where
        self.draft = Draft(where.transcripts, self.opened.interview)

    @property
    def opened(self) -> facts.Opened:
        """The first fact.

        Raises:
            InterviewerError: it is another one than it must be.
        """
        fact = self._transcript.stamped[0].fact
        if not isinstance(fact, facts.Opened):
            raise InterviewerError("The transcript does not begin with an opened interview.")
        return fact

    @property
    def id(self) -> str:
        """The interview's id."""
        return self.opened.interview

    def unsent_draft(self) -> str:
        """What was being typed when the candidate left, unless it was sent after all.

        A crash may fall between the sending of an answer and the clearing of its draft; words that
        are in the facts already are not brought back to be sent a second time.
        """
        draft = self.draft.load()
        text = draft[1] if draft else ""
        sent = (
            item.fact.text
            for item in self._transcript.stamped
            if isinstance(
                item.fact, facts.Answered | facts.Remarked | facts.SelfRated | facts.HandedIn
            )
        )
        return "" if text in sent else text

    @property
    def framework_changed(self) -> bool:
        """Whether the framework's files have changed since the interview was opened."""
        return self._framework.sha256 != self.opened.framework_sha256

    @property
    def framework(self) -> Framework:
        """The framework that the interview is held under."""
        return self._framework

    def prepare(self) -> None:
        """Make all that reads turns ahead of the first one, off the user interface's thread.

        May raise whatever a reader raises; then ``read`` tries again, and says why it failed.
        """
        acts.prepare()
        self._the_reader()

    def _the_reader(self) -> Reader:
        """The reader, made when the first answer is read."""
        if self._reader is None:
            self._reader = self._make_reader(self._framework)
        return self._reader

    def close(self) -> None:
        """Let go of the transcript."""
        self._transcript.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Session(Held):
    """An open practice interview."""

    def __init__(
        self,
        transcript: Transcript,
        framework: Framework,
        where: Places,
        make_reader: Callable[[Framework], Reader] | None = None,
    ) -> None:
        """Take up the interview in ``transcript``.

        Raises:
            InterviewerError: the framework no longer fits the interview, or it is no interview of
                this kind.
        """
        super().__init__(transcript, framework, where, make_reader)
        opened = self.opened
        if opened.exam is not None:
            raise InterviewerError(
                f"{opened.interview} is a mock assessment. Go on with it: "
                f"interviewer resume {opened.interview}"
            )
        bank = load_questions(where.frameworks, framework.head.id, opened.competences)
        probes = load_probes(where.frameworks, framework.head.id, opened.competences)
        self.interview = Interview(make_plan(opened, framework, bank, probes), transcript)

    def study(self, competence: int) -> tuple[Part, ...]:
        """The study page of ``competence``; empty where none was written.

        Raises:
            InterviewerError: the candidate has not made an attempt yet, or the file has problems.
        """
        record, plan = self.interview.record, self.interview.plan
        if not record.attempted(competence):
            raise InterviewerError(TOO_EARLY)
        study = load_study(self.places.frameworks, self._framework.head.id, competence)
        if study is None:
            return ()
        bank = {each.id: each for cell in plan.questions.values() for each in cell}
        asked = {each.id: each.text for each in bank.values()}
        covered = _covered(record, competence, bank)
        return tuple(study_parts(study, plan.aspects, asked, plan.scale, covered))

    def report(self) -> Reported:
        """The report on the interview as it stands; slow, so off the user interface's thread.

        Raises:
            TranscriptError: the transcript can't be read.
        """
        record = self.interview.record
        seal = read_file(self._transcript.path).seal
        return _put_together(self.places.frameworks, record, seal, self._framework)

    def read(self, pending: Pending) -> Assessment | Failure:
        """Read an answer; slow, so call it off the user interface's thread."""
        return read_safely(self._the_reader, pending.prompt, pending.text)

    def take(self, pending: Pending, read: Assessment | Failure) -> bool:
        """Bring what ``read`` gave back to the interview; False when it is stale.

        A reader whose quotes are not verbatim counts as failed.
        """
        if isinstance(read, Failure):
            return self.interview.fail(pending, read.reason)
        return self.interview.receive(pending, read)


def _covered(record: Record, competence: int, bank: Mapping[str, Question]) -> Iterator[Ideas]:
    """Which ideas of its question each answer on knowledge spoke of; nothing without the model."""
    from interviewer.assessor.ideas import spoken_of  # heavy, and only needed on the study page

    for thread in record.threads(competence, Aspect.KNOWLEDGE):
        question = bank.get(thread[0].question_id)
        answers = [turn.answer for turn in thread if turn.answer]
        if question and question.key_ideas and answers:
            with suppress(InterviewerError):
                told = tuple(spoken_of(question.key_ideas, answers))
                yield Ideas(question=question.text, ideas=question.key_ideas, told=told)


def read_safely(reader: Callable[[], Reader], prompt: Prompt, answer: str) -> Assessment | Failure:
    """Read an answer with a reader that may fail in any way, also while it is being made.

    Whatever it raises becomes a ``Failure``, and the answer is "not rated". This is the one place
    where that is so.
    """
    try:
        return assess(reader(), prompt, answer)
    except Exception as error:
        return Failure(reason=f"{type(error).__name__}: {error}".strip(": "))


def default_reader(framework: Framework) -> Reader:
    """The embedded reader, imported only when the first answer is read."""
    from interviewer.assessor.embedded import EmbeddedReader

    return EmbeddedReader(framework.competences)


def framework_for(where: Places, options: Options, framework_id: str | None = None) -> Framework:
    """The framework to interview under: the one named, else the profile's, else the default.

    Raises:
        InterviewerError: there is no such framework or profile, or its files have problems.
    """
    if framework_id is None and options.profile:
        framework_id = find_profile(where.frameworks, options.profile)
    framework_id = framework_id or _usual_framework(where)
    framework = load(where.frameworks, framework_id)
    return (
        framework
        if _has_roles(framework, options)
        else load(where.frameworks, framework_id, roles=True)
    )


def _has_roles(framework: Framework, options: Options) -> bool:
    """Whether the roles that were chosen are its own, so that no other framework need be read."""
    own = {profile.id for profile in framework.profiles}
    chosen = bool(options.profile or options.competences)
    return chosen and own.issuperset(filter(None, (options.profile, options.next_profile)))


def _usual_framework(where: Places) -> str:
    """The default framework, or the only one where somebody keeps just their own."""
    there = [head.id for head in list_heads(where.frameworks)]
    return there[0] if len(there) == 1 else DEFAULT_FRAMEWORK


def start(
    where: Places,
    options: Options,
    framework_id: str | None = None,
    make_reader: Callable[[Framework], Reader] | None = None,
) -> Session:
    """Open a new interview.

    Raises:
        InterviewerError: the options or the framework do not allow it (then there is no file), or
            it cannot be saved (what was begun before the disk was full can be resumed).
    """
    framework = framework_for(where, options, framework_id)
    opened = open_fact(framework, options, "unsaved", secrets.randbits(32))
    bank = load_questions(where.frameworks, framework.head.id, opened.competences)
    make_plan(opened, framework, bank)  # so that a plan that cannot work leaves no file
    opened = replace(
        opened,
        interview=new_id(datetime.now(UTC)),
        asked_before=asked_before(where.transcripts, opened),
    )
    transcript = Transcript.create(where.transcripts, opened)
    return _opened(transcript, framework, where, make_reader)


def resume(
    where: Places,
    interview_id: str | None = None,
    make_reader: Callable[[Framework], Reader] | None = None,
) -> Session:
    """Take an interview up again: the one named, or the latest that has not ended.

    Raises:
        InterviewerError: there is none, it is open elsewhere, or its file is damaged.
    """
    path = find(where.transcripts, interview_id) if interview_id else _latest_open(where)
    transcript = Transcript.open(where.transcripts, path.stem)
    opened = transcript.stamped[0].fact
    try:
        if not isinstance(opened, facts.Opened):
            raise InterviewerError(f"{path.name} does not begin with an opened interview.")
        framework = load(where.frameworks, opened.framework)
    except BaseException:
        transcript.close()
        raise
    return _opened(transcript, framework, where, make_reader)


def saved_report(where: Places, interview_id: str) -> Reported:
    """The report on a saved interview, ended or not, without locking or changing it.

    Raises:
        Damaged: nothing certain can be said about it.
        TranscriptError: there is no such interview, or it can't be read.
    """
    path = find(where.transcripts, interview_id)
    contents = read_file(path)
    problems = [str(problem) for problem in contents.problems]
    record = None
    if not problems:
        try:
            record = fold(contents.stamped)
        except Incoherent as error:
            problems = [str(error).rstrip(".")]
    if record is None:
        why = problems[0] if problems else "nothing in it is complete"
        raise Damaged(
            f"There is no report on {path.stem}, since its transcript is damaged: {why}. "
            "What was said can be read as far as it goes."
        )
    return _put_together(where.frameworks, record, contents.seal)


def _put_together(
    folder: Path, record: Record, seal: str, framework: Framework | None = None
) -> Reported:
    """The report; what makes its files is of weight, and imported by the first who asks."""
    from interviewer.export.reports import put_together

    return put_together(folder, record, seal, framework)


def _opened(
    transcript: Transcript,
    framework: Framework,
    where: Places,
    make_reader: Callable[[Framework], Reader] | None,
) -> Session:
    try:
        return Session(transcript, framework, where, make_reader)
    except BaseException:
        transcript.close()
        raise


def _latest_open(where: Places) -> Path:
    for summary in transcripts(where.transcripts):
        if summary.state == "open" and not summary.damaged and summary.mode != EXAM_MODE:
            return summary.path
    raise InterviewerError(
        "There is no unfinished interview to go on with. Begin one with: interviewer start"
    )
