"""The terminal interface: which screen is shown, and the slow work behind it.

Importing this module brings in Textual and the home screen, nothing else of weight: everything
that an interview needs is imported when somebody asks for one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message_pump import MessagePump
from textual.screen import Screen

from interviewer.tui.looking_back import LookingBack
from interviewer.tui.messages import (
    CompareRequested,
    ComparisonMade,
    ExamOpened,
    ExamRequested,
    ExamResultRequested,
    ExamSetupRequested,
    HistoryRequested,
    HomeRequested,
    Indexing,
    OpeningFailed,
    ReadRequested,
    ReportRequested,
    ResumeRequested,
    ReviewMade,
    ReviewRequested,
    SessionOpened,
    SetupRequested,
    StartRequested,
    TranscriptRead,
    TryAgainRequested,
    WorkFailed,
)
from interviewer.tui.screens.home import HomeScreen
from interviewer.tui.terminal import leave_on_signals, tolerate_any_bytes
from interviewer.tui.themes import DARK, LIGHT
from interviewer.tui.work import in_background

if TYPE_CHECKING:
    from pathlib import Path

    from interviewer.assessor.base import Reader
    from interviewer.desk import Move
    from interviewer.domain import Framework
    from interviewer.engine.plan import Options
    from interviewer.engine.talk import Pending
    from interviewer.exam_session import ExamSession
    from interviewer.record.facts import Document
    from interviewer.session import Held, Session
    from interviewer.tui.exam_choices import ExamWanted
    from interviewer.tui.screens.export import Wanted


@dataclass(frozen=True)
class First:
    """What comes first: home, or a new interview, or one taken up again.

    ``options`` that name a role or competences begin at once; others open the set-up; so does
    ``exam``, a mock assessment. ``resume`` is an interview's id, or "" for the latest unfinished.
    """

    options: Options | None = None
    framework: str | None = None
    resume: str | None = None
    exam: ExamWanted | None = None


class InterviewerApp(App[None]):
    """Screens ask for things by messages; this opens, closes and shows."""

    TITLE = "interviewer"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    def __init__(
        self,
        transcripts: str | None = None,
        frameworks: str | None = None,
        first: First = First(),
        make_reader: Callable[[Framework], Reader] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.folders = (transcripts, frameworks)
        self.past = LookingBack(self, self.folders)
        self.mentor = ""  # who sits at the mentor's desk, once that was asked
        self._first = first
        self._make_reader = make_reader
        self._clock = clock  # that of a mock assessment
        self._opening = False
        self._turn = 1  # at which a review is to be opened
        for look in (DARK, LIGHT):
            self.register_theme(look)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[Any]:
        """Home lies under all other screens."""
        return HomeScreen(id="_default")

    def on_mount(self) -> None:
        """Begin with what was asked for, once there is something to see."""
        self.animation_level = "none"
        leave_on_signals(self)
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Whoever still reads earlier interviews stops, so that nobody waits for them."""
        self.past.close()

    def _begin(self) -> None:
        first = self._first
        if first.resume is not None:
            self.post_message(ResumeRequested(first.resume or None))
        elif first.options is not None and (first.options.profile or first.options.competences):
            self.post_message(StartRequested(first.options, first.framework))
        elif first.options is not None:
            self.post_message(SetupRequested(first.options))
        elif first.exam is not None:
            complete = first.exam.complete
            asked = ExamRequested(first.exam) if complete else ExamSetupRequested(first.exam)
            self.post_message(asked)

    # --- what screens ask for ---

    def on_setup_requested(self, message: SetupRequested) -> None:
        """Show the set-up."""
        from interviewer.tui.screens.setup import SetupScreen

        self._opening = False
        self.push_screen(SetupScreen(message.options, message.trouble))

    def on_start_requested(self, message: StartRequested) -> None:
        """Open a new interview."""
        from interviewer.tui.background import open_new

        self._open(
            partial(open_new, self.folders, message.options, message.framework, self._make_reader)
        )

    def on_exam_setup_requested(self, message: ExamSetupRequested) -> None:
        """Show the set-up of a mock assessment."""
        from interviewer.tui.screens.exam_setup import ExamSetupScreen

        self._opening = False
        if not isinstance(self.screen, ExamSetupScreen):
            self.push_screen(ExamSetupScreen(message.wanted, message.trouble))

    def on_exam_requested(self, message: ExamRequested) -> None:
        """Open a new mock assessment."""
        from interviewer.tui.background import open_exam

        self._open(partial(open_exam, self.folders, message.wanted, self._make_reader, self._clock))

    def on_exam_result_requested(self, message: ExamResultRequested) -> None:
        """Show what a mock assessment came to; it is put together when its screen is there."""
        from interviewer.tui.screens.exam_result import ExamResultScreen

        if not isinstance(self.screen, ExamResultScreen):
            self.push_screen(
                ExamResultScreen(message.interview, at_end=message.at_end, said=message.said)
            )

    def on_resume_requested(self, message: ResumeRequested) -> None:
        """Take an interview up again."""
        from interviewer.tui.background import open_again

        again = (message.interview, self._make_reader, self._clock)
        self._open(partial(open_again, self.folders, *again))

    def on_read_requested(self, message: ReadRequested) -> None:
        """Have a transcript read."""
        from interviewer.tui.background import read_transcript

        in_background(self, partial(read_transcript, self.folders[0], message.interview), self)

    def on_report_requested(self, message: ReportRequested) -> None:
        """Show the report; it is put together when its screen is there."""
        from interviewer.tui.screens.report import ReportScreen

        if not isinstance(self.screen, ReportScreen):  # a key pressed twice asks for one
            self.push_screen(ReportScreen(message.about, at_end=message.at_end, said=message.said))

    def on_review_requested(self, message: ReviewRequested) -> None:
        """Open an interview on the mentor's desk."""
        from interviewer.tui.desk_work import open_review

        self._turn = message.turn
        in_background(self, partial(open_review, self.folders[0], message.interview), self)

    def on_review_made(self, message: ReviewMade) -> None:
        """Show it."""
        from interviewer.tui.screens.review import ReviewScreen

        if not isinstance(self.screen, ReviewScreen):
            self.push_screen(ReviewScreen(message.reviewing, self._turn))

    def on_history_requested(self, message: HistoryRequested) -> None:
        """Show the attempts."""
        from interviewer.tui.screens.history import HistoryScreen

        if not isinstance(self.screen, HistoryScreen):
            self.push_screen(HistoryScreen(message.person, message.competence))

    def on_compare_requested(self, message: CompareRequested) -> None:
        """Have two interviews set side by side."""
        self.past.compare(self.screen, message.first, message.second, message.at)

    def on_try_again_requested(self, message: TryAgainRequested) -> None:
        """Open an interview on a competence, in the role of an earlier one."""
        from interviewer.tui.earlier import open_once_more

        again = (message.interview, message.competence)
        self._open(partial(open_once_more, self.folders, *again, self._make_reader))

    async def on_home_requested(self, message: HomeRequested) -> None:
        """Leave everything that lies over the home screen."""
        if message.paused:
            self.home.put_first(message.paused)
        await self._clear()
        if message.said:
            self.home.note(message.said)

    # --- what the background brings ---

    async def on_session_opened(self, message: SessionOpened) -> None:
        """Show the interview in place of whatever led to it."""
        from interviewer.tui.screens.interview import InterviewScreen

        self._opening = False
        await self._clear()
        await self.push_screen(InterviewScreen(message.session))

    async def on_exam_opened(self, message: ExamOpened) -> None:
        """Show the mock assessment in place of whatever led to it."""
        from interviewer.tui.screens.exam import ExamScreen

        self._opening = False
        await self._clear()
        await self.push_screen(ExamScreen(message.session, message.papers))

    def on_opening_failed(self, message: OpeningFailed) -> None:
        """Tell why, where the person can mend it: in the set-up, or by reading only."""
        self._opening = False
        if message.readable:
            self._offer_reading(message)
        elif message.options is not None and self.screen is self.home:
            self.post_message(SetupRequested(message.options, message.sentence))
        elif message.exam is not None and self.screen is self.home:
            self.post_message(ExamSetupRequested(message.exam, message.sentence))
        else:
            self.screen.post_message(WorkFailed(message.sentence))
            self.home.note(f"! {message.sentence}")

    def on_transcript_read(self, message: TranscriptRead) -> None:
        """Show the transcript."""
        from interviewer.tui.screens.reading import ReadingScreen

        self.push_screen(ReadingScreen(message.reading))

    def on_comparison_made(self, message: ComparisonMade) -> None:
        """Show the two."""
        from interviewer.tui.screens.compare import CompareScreen

        if not isinstance(self.screen, CompareScreen):
            self.push_screen(CompareScreen(message.comparison))

    def on_indexing(self, message: Indexing) -> None:
        """Tell how far the first look at many interviews is, on every screen that waits for it."""
        for screen in self.screen_stack:
            tell = getattr(screen, "show_progress", None)
            if tell is not None:
                tell(message.done, message.of)

    def on_work_failed(self, message: WorkFailed) -> None:
        """Tell what failed."""
        self._opening = False
        self.notify(message.sentence, severity="error", markup=False)

    # --- services for screens ---

    @property
    def home(self) -> HomeScreen:
        """The screen under all others."""
        screen = self.screen_stack[0]
        if not isinstance(screen, HomeScreen):
            raise AssertionError("the home screen lies under all others")
        return screen

    def load_frameworks(self, tell: MessagePump) -> None:
        """Load the frameworks off the thread."""
        from interviewer.tui.background import load_frameworks

        in_background(self, partial(load_frameworks, self.folders[1]), tell)

    def read_answer(self, session: Session, pending: Pending, tell: MessagePump) -> None:
        """Have an answer read off the thread; it goes on if its screen is left."""
        from interviewer.tui.background import read_answer

        in_background(self, partial(read_answer, session, pending), tell, "reading")

    def load_standard(self, framework: str | None, tell: MessagePump) -> None:
        """Load the framework whose end-point assessment is practised."""
        from interviewer.tui.background import load_standard

        in_background(self, partial(load_standard, self.folders, framework), tell)

    def read_exam_answer(self, session: ExamSession, pending: Pending, tell: MessagePump) -> None:
        """Have an answer in a mock assessment read off the thread."""
        from interviewer.tui.background import read_exam_answer

        in_background(self, partial(read_exam_answer, session, pending), tell, "reading")

    def read_paper(self, document: Document, path: Path, tell: MessagePump) -> None:
        """Have a file read that is to be handed in."""
        from interviewer.tui.background import read_paper

        in_background(self, partial(read_paper, document, path), tell)

    def make_exam_result(self, interview: str, tell: MessagePump) -> None:
        """Have the result of a saved mock assessment put together."""
        from interviewer.tui.background import make_exam_result

        in_background(self, partial(make_exam_result, self.folders, interview), tell)

    def read_study(self, session: Session, competence: int, tell: MessagePump) -> None:
        """Have the study page of a competence read."""
        from interviewer.tui.background import read_study

        in_background(self, partial(read_study, session, competence), tell)

    def make_report(self, about: Session | str, tell: MessagePump) -> None:
        """Have the report on an interview put together."""
        from interviewer.tui.background import make_report

        in_background(self, partial(make_report, self.folders, about), tell)

    def write_report(self, wanted: Wanted, tell: MessagePump, *, replace: bool) -> None:
        """Have interviews written to a file."""
        from interviewer.tui.background import write_report

        in_background(self, partial(write_report, self.folders, wanted, replace=replace), tell)

    def make_moves(
        self, interview: str, moves: Sequence[Move], said: str, tell: MessagePump
    ) -> None:
        """Have a mentor's moves made."""
        from interviewer.tui.desk_work import make_moves

        in_background(self, partial(make_moves, self.folders[0], interview, moves, said), tell)

    def verify_one(self, interview: str, tell: MessagePump) -> None:
        """Have an interview verified."""
        from interviewer.tui.desk_work import verify_one

        in_background(self, partial(verify_one, self.folders[0], interview), tell)

    def calibrate(self, tell: MessagePump) -> None:
        """Have it worked out how far assessor, self-ratings and mentors agree."""
        from interviewer.tui.desk_work import calibrate

        in_background(self, partial(calibrate, self.folders[0]), tell)

    def name_trouble(self, typed: str) -> str:
        """What is wrong with a name, or nothing."""
        if not typed.strip():
            return "Type a name first, or press Escape."
        return "That is longer than 120 characters." if len(typed) > 120 else ""

    def prepare(self, session: Held) -> None:
        """Have the reader made while the candidate writes; a failure shows when it is needed."""
        self.run_worker(session.prepare, thread=True, exit_on_error=False, group="preparing")

    # --- commands that every screen has ---

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the present screen can do comes first in the palette, then what Textual offers."""
        from interviewer.tui.commands import commands_of

        yield from commands_of(screen)
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Quit"):  # the rest is for makers of apps
                yield command

    def get_key_display(self, binding: Binding) -> str:
        """Function keys as they stand on the keyboard."""
        shown = super().get_key_display(binding)
        return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown

    async def action_quit(self) -> None:
        """Quit, but not with words in the box that could not be saved, unless asked twice."""
        for screen in self.screen_stack:
            ready = getattr(screen, "ready_to_leave", None)
            if ready is not None and not ready("ctrl+q"):
                while self.screen is not screen:  # what it has to say must be seen
                    await self.pop_screen()
                return
        self.exit()

    def action_explain(self) -> None:
        """Show the help that belongs to what has the focus."""
        from interviewer.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.about(self.screen))

    # --- inside ---

    def _open(self, work: Callable[[], Any]) -> None:
        if not self._opening:  # a second Enter does not make a second interview
            self._opening = True
            in_background(self, work, self, "opening")

    async def _clear(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def _offer_reading(self, message: OpeningFailed) -> None:
        from interviewer.tui.screens.confirm import ConfirmScreen

        def answer(yes: bool | None) -> None:
            if yes:
                self.post_message(ReadRequested(message.readable))

        self.push_screen(ConfirmScreen(message.sentence, "Read it", "Leave it"), answer)


def run(
    transcripts: str | None = None,
    frameworks: str | None = None,
    *,
    options: Options | None = None,
    framework: str | None = None,
    resume: str | None = None,
    exam: ExamWanted | None = None,
) -> None:
    """Open the terminal interface and come back when it is left."""
    first = First(options=options, framework=framework, resume=resume, exam=exam)
    tolerate_any_bytes()
    app = InterviewerApp(transcripts, frameworks, first)
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
