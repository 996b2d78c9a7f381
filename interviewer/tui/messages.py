"""What the screens and the work in the background tell the app, in the past tense.

Light on purpose: the home screen needs it before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from interviewer.domain import Aspect, Assessment, Framework
    from interviewer.engine.plan import Options
    from interviewer.engine.talk import Pending
    from interviewer.exam_session import ExamSession, Papers, Readings
    from interviewer.export.reports import Reported
    from interviewer.record.facts import Document
    from interviewer.review.study import Part
    from interviewer.session import Failure, Session
    from interviewer.tui.background import Library, Reading
    from interviewer.tui.compare_view import ComparisonShown
    from interviewer.tui.desk_view import DeskRow, HitRow
    from interviewer.tui.desk_work import Reviewing
    from interviewer.tui.exam_choices import ExamWanted
    from interviewer.tui.history_view import HistoryShown
    from interviewer.tui.home_view import CoverageShown, Dashboard, Person
    from interviewer.tui.listing import Listed
    from interviewer.tui.report_view import Shown
    from interviewer.tui.screens.export import Wanted


class SetupRequested(Message):
    """A new interview is to be set up, from ``options`` if there are any."""

    def __init__(self, options: Options | None = None, trouble: str = "") -> None:
        super().__init__()
        self.options = options
        self.trouble = trouble


class StartRequested(Message):
    """The set-up is complete: open an interview."""

    def __init__(self, options: Options, framework: str | None = None) -> None:
        super().__init__()
        self.options = options
        self.framework = framework


class ExamSetupRequested(Message):
    """A mock assessment is to be set up, from what is ``wanted`` if anything is."""

    def __init__(self, wanted: ExamWanted | None = None, trouble: str = "") -> None:
        super().__init__()
        self.wanted = wanted
        self.trouble = trouble


class ExamRequested(Message):
    """The set-up is complete: open a mock assessment."""

    def __init__(self, wanted: ExamWanted) -> None:
        super().__init__()
        self.wanted = wanted


class ExamResultRequested(Message):
    """What a mock assessment came to is to be shown; after its end that leads home."""

    def __init__(self, interview: str, *, at_end: bool = False, said: str = "") -> None:
        super().__init__()
        self.interview = interview
        self.at_end = at_end
        self.said = said


class ResumeRequested(Message):
    """An interview is to be taken up again; the latest unfinished one when none is named."""

    def __init__(self, interview: str | None) -> None:
        super().__init__()
        self.interview = interview


class ReadRequested(Message):
    """An interview is to be looked at, not continued."""

    def __init__(self, interview: str) -> None:
        super().__init__()
        self.interview = interview


class ReportRequested(Message):
    """The report on an interview is to be shown.

    ``about`` is an open interview, or the id of a saved one. After the end of an interview
    (``at_end``) the report leads home, and ``said`` is what the home screen has to say then.
    """

    def __init__(self, about: Session | str, *, at_end: bool = False, said: str = "") -> None:
        super().__init__()
        self.about = about
        self.at_end = at_end
        self.said = said


class HistoryRequested(Message):
    """The attempts of a person are to be shown; of whoever was interviewed last if none is named.

    ``competence`` is shown first.
    """

    def __init__(self, person: str | None = None, competence: int | None = None) -> None:
        super().__init__()
        self.person = person
        self.competence = competence


class CompareRequested(Message):
    """Two interviews are to be set side by side, one aspect of a competence first."""

    def __init__(self, first: str, second: str, at: tuple[int, Aspect] | None = None) -> None:
        super().__init__()
        self.first = first
        self.second = second
        self.at = at


class TryAgainRequested(Message):
    """A competence is to be talked about again, in the role of an earlier interview."""

    def __init__(self, interview: str, competence: int) -> None:
        super().__init__()
        self.interview = interview
        self.competence = competence


class HomeRequested(Message):
    """The present screen is done with; ``paused`` is the interview that was just left."""

    def __init__(self, said: str = "", paused: str = "") -> None:
        super().__init__()
        self.said = said
        self.paused = paused


class SessionOpened(Message):
    """An interview is open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class StandardLoaded(Message):
    """The framework whose end-point assessment is practised was loaded."""

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self.framework = framework


class ExamOpened(Message):
    """A mock assessment is open; ``papers`` are still to be handed in."""

    def __init__(self, session: ExamSession, papers: Papers | None = None) -> None:
        super().__init__()
        self.session = session
        self.papers = papers


class PaperRead(Message):
    """A file that is to be handed in was read."""

    def __init__(self, document: Document, name: str, text: str) -> None:
        super().__init__()
        self.document = document
        self.name = name
        self.text = text


class ExamResultMade(Message):
    """What a mock assessment came to was put together."""

    def __init__(self, shown: Shown, trouble: str = "") -> None:
        super().__init__()
        self.shown = shown
        self.trouble = trouble


class OpeningFailed(Message):
    """An interview could not be opened; ``readable`` is its id if it can be read all the same.

    ``options``, or ``exam``, are what it was to be opened with.
    """

    def __init__(
        self,
        sentence: str,
        readable: str = "",
        options: Options | None = None,
        exam: ExamWanted | None = None,
    ) -> None:
        super().__init__()
        self.sentence = sentence
        self.readable = readable
        self.options = options
        self.exam = exam


class AnswerRead(Message):
    """The reader is done with an answer."""

    def __init__(self, pending: Pending, result: Assessment | Readings | Failure) -> None:
        super().__init__()
        self.pending = pending
        self.result = result


class StudyRead(Message):
    """The study page of a competence was read; no parts where there is none."""

    def __init__(self, competence: int, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self.competence = competence
        self.parts = parts


class InterviewsListed(Message):
    """The saved interviews were listed, the newest first; ``more`` were left out.

    ``newest_only``: there may be older ones, which will be told in a moment.
    """

    def __init__(
        self, interviews: tuple[Listed, ...], more: int = 0, *, newest_only: bool = False
    ) -> None:
        super().__init__()
        self.interviews = interviews
        self.more = more
        self.newest_only = newest_only


class Indexing(Message):
    """Of the interviews that have changed since the last time, so many have been read."""

    def __init__(self, done: int, of: int) -> None:
        super().__init__()
        self.done = done
        self.of = of


class DashboardMade(Message):
    """What there is to do was found out."""

    def __init__(self, dashboard: Dashboard) -> None:
        super().__init__()
        self.dashboard = dashboard


class CoverageMade(Message):
    """How far the role of ``person`` is covered was found out; None without a role."""

    def __init__(self, person: str, coverage: CoverageShown | None) -> None:
        super().__init__()
        self.person = person
        self.coverage = coverage


class HistoryMade(Message):
    """The attempts of one person were brought together, a history for each framework."""

    def __init__(
        self, person: Person, people: tuple[Person, ...], histories: tuple[HistoryShown, ...]
    ) -> None:
        super().__init__()
        self.person = person
        self.people = people
        self.histories = histories


class ComparisonMade(Message):
    """Two interviews were set side by side."""

    def __init__(self, comparison: ComparisonShown) -> None:
        super().__init__()
        self.comparison = comparison


class FrameworksLoaded(Message):
    """The frameworks that an interview can be held under were loaded."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library


class TranscriptRead(Message):
    """A transcript was read, as far as it can be."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class ReviewRequested(Message):
    """An interview is to be reviewed, from ``turn`` on."""

    def __init__(self, interview: str, turn: int = 1) -> None:
        super().__init__()
        self.interview = interview
        self.turn = turn


class DeskListed(Message):
    """The interviews on the mentor's desk."""

    def __init__(self, rows: tuple[DeskRow, ...]) -> None:
        super().__init__()
        self.rows = rows


class DeskSearched(Message):
    """The turns in which the words that were asked for stand; ``most``: there may be more.

    ``asked`` is the words and whose they are to be, None for everybody's.
    """

    def __init__(
        self, asked: tuple[str, str | None], hits: tuple[HitRow, ...], *, most: bool
    ) -> None:
        super().__init__()
        self.asked = asked
        self.hits = hits
        self.most = most


class ReviewMade(Message):
    """An interview was read for review."""

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self.reviewing = reviewing


class ReviewSaid(Message):
    """Something was added to an interview, which was read again."""

    def __init__(self, reviewing: Reviewing, said: str) -> None:
        super().__init__()
        self.reviewing = reviewing
        self.said = said


class Verified(Message):
    """What proves an interview whole, or does not."""

    def __init__(self, lines: tuple[str, ...], *, whole: bool) -> None:
        super().__init__()
        self.lines = lines
        self.whole = whole


class CalibrationMade(Message):
    """How far assessor, self-ratings and mentors agree."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.lines = lines


class ReportMade(Message):
    """A report was put together."""

    def __init__(self, reported: Reported) -> None:
        super().__init__()
        self.reported = reported


class ReportWritten(Message):
    """Interviews were written to a file; or there was one ``in_the_way``, which is as it was.

    ``told`` says what was replaced, left out or damaged, and what went wrong after that.
    """

    def __init__(
        self,
        wanted: Wanted,
        path: Path,
        *,
        in_the_way: bool = False,
        told: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.wanted = wanted
        self.path = path
        self.in_the_way = in_the_way
        self.told = told


class WorkFailed(Message):
    """Something in the background failed; the sentence is for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence
