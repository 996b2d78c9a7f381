"""The conversation: one screen that redraws. It decides nothing; it shows the fold of the facts."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from interviewer.domain import Act, Aspect
from interviewer.engine.talk import Pending
from interviewer.exam_session import Readings
from interviewer.session import NO_STUDY_PAGE, Session
from interviewer.tui import view
from interviewer.tui.messages import AnswerRead, ReportRequested, StudyRead
from interviewer.tui.screens.choose import ChooseScreen
from interviewer.tui.screens.confirm import ConfirmScreen
from interviewer.tui.screens.reason import ReasonScreen
from interviewer.tui.screens.scale import ScaleScreen
from interviewer.tui.screens.study import StudyScreen
from interviewer.tui.screens.talk import STUCK, TalkScreen, key
from interviewer.tui.widgets.answer_box import AnswerBox
from interviewer.tui.widgets.conversation import Conversation
from interviewer.tui.widgets.evidence_panel import EvidencePanel
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

MISREAD = (
    "What was misread? Say in a sentence or two what you meant. The rating stays as it is; whoever "
    "reads the interview with you sees your reason beside it."
)
AT_RESULTS = "These are the results. Your text stays here; Esc moves to the results, Enter goes on."
WITHDRAW = (
    "End this interview for good? What you wrote is kept and can be read, but you can't go on "
    "with it. To stop for now, close this and press ctrl+o instead."
)


class InterviewScreen(TalkScreen):
    """Shows an open session and sends it commands."""

    HELP = (
        "When you have read the results, Enter goes on to the next competence. F4 says what was "
        "misread; F5 tries again "
        "with another question; F6 shows a note to learn from and an answer of each level; F7 "
        "shows where you stand so far; ctrl+g goes back to an answer and lets you give a new one.\n"
        "When the interview has ended, Enter shows the report: where you stand, and what to do "
        "next. Escape goes to the first screen."
    )

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        # Enter alone: whoever sends twice must not pass over the results.
        key("enter", "go_on", "Next", "Go on to what comes next"),
        key("f2", "scale", "Scale", "What the levels mean"),
        key("f3", "act('clarify')", "Explain", "Ask what the question means"),
        key("f4", "act('repeat')", "Repeat", "Have the question repeated", show=False),
        key("f4", "misread", "Misread", "Say what was misread; your mentor sees it"),
        key("f5", "try_again", "Again", "Another question on this competence"),
        key("f6", "study", "Study", "A note to learn from, and an answer of each level"),
        key("f7", "so_far", "So far", "The report as it stands: all that was heard so far"),
        key("f2", "at_results('scale')", "Scale", "What the levels mean", show=False),
        key("f8", "act('skip')", "Skip", "Skip this question"),
        key("ctrl+l", "later", "Later", "Come back to this question later", show=False),
        key("ctrl+n", "act('dont_know')", "I don't know", show=False),
        key("ctrl+g", "back", "Back", "Go back to an earlier answer"),
        key("ctrl+g", "at_results('back')", "Back", "Go back to an earlier answer", show=False),
        key("ctrl+r", "reopen", "Go on", "Go on after something went wrong"),
        key("escape", "to_results", "Results", "Leave your text here and look at the results"),
        key("enter", "report", "Report", "Where you stand, and what to do next"),
        key("escape", "finish", "Home", "Back to the first screen"),
        key("ctrl+o", "leave", "Pause", "Leave now and go on another day"),
    ]

    # Without a key, so that no slip of the finger comes near it; only in the command palette.
    KEYLESS = (("End for good", "End this interview; it can't be gone on with", "withdraw"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.interview)
        self.session = session

    def compose(self) -> ComposeResult:
        """Heading, conversation and answer box; the panel beside them shows in a wide terminal."""
        yield Static(id="heading")
        with Horizontal(id="desk"):
            with Vertical(id="talk"):
                yield Conversation(id="conversation")
                yield Notice(id="notice")
                yield self._box
            yield EvidencePanel(id="evidence")
        yield KeyLine()

    # --- what comes in ---

    @on(AnswerBox.Sent)
    def send(self, message: AnswerBox.Sent) -> None:
        """The candidate takes a turn. If that fails, what was written stays in the box."""
        text, command = message.text, message.text.strip().lower()
        if command == "/withdraw" and "withdraw" in self._possible:
            self.action_withdraw()
        elif command == "/study" and "study" in self._possible:
            self._box.put("")
            self.action_study()
        elif command == "/report" and "so_far" in self._possible:
            self._box.put("")
            self.action_so_far()
        elif "go_on" in self._possible and not command.startswith("/"):
            self._notice.say(AT_RESULTS)
        elif self._do(lambda: self.session.interview.say(text), clear=True):
            self.query_one(Conversation).follow()
            if command == "/pause":  # words that only sound like it get a reply
                self.action_leave()

    # --- actions ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense now are not shown and do nothing."""
        names = {"act", "later", "back", "try_again", "go_on", "finish", "reopen", "withdraw"}
        more = {"leave", "study", "misread", "to_results", "report", "so_far", "scale"}
        if action not in names | more | {"at_results"}:
            return True
        if action in ("scale", "back", "at_results"):  # at the results they leave room for others
            name = str(parameters[0]) if parameters else action
            quiet = "go_on" in self._possible
            there = name == "scale" or name in self._possible
            return there and quiet is (action == "at_results")
        if action in ("go_on", "try_again", "to_results"):  # in the box, Enter is a newline
            writing = self._box.has_focus
            return "go_on" in self._possible and writing is (action == "to_results")
        name = str(parameters[0]) if action == "act" else action
        if name == "leave":
            return not self.session.interview.record.ended
        return name in self._possible

    def action_at_results(self, name: str) -> None:
        """Do what has a place of its own among the keys only while there are fewer of them."""
        if name == "scale":
            self.action_scale()
        else:
            self.action_back()

    def action_scale(self) -> None:
        """Show what the levels mean."""
        self.app.push_screen(ScaleScreen(view.scale(self.session.framework)))

    def action_study(self) -> None:
        """Show what there is to learn about the competence whose results are shown."""
        competence = self.session.interview.record.competence
        if competence is not None:
            self.app.read_study(self.session, competence, self)

    def on_study_read(self, message: StudyRead) -> None:
        """Show the page, unless the candidate has gone on meanwhile."""
        record = self.session.interview.record
        if "study" not in self._possible or message.competence != record.competence:
            return
        if message.parts:
            title = record.title(message.competence)
            self.app.push_screen(StudyScreen(title, message.parts))
        else:
            self._notice.say(NO_STUDY_PAGE)

    def action_so_far(self) -> None:
        """Show the report as it stands."""
        self.post_message(ReportRequested(self.session))

    def action_act(self, name: str) -> None:
        """Do something else than answer."""
        if name in ("skip", "dont_know") and self._has_written():
            return
        self._do(lambda: self.session.interview.act(Act(name)))

    def action_later(self) -> None:
        """Put the question off."""
        if not self._has_written():
            self._do(lambda: self.session.interview.say("/later"))

    def action_back(self) -> None:
        """Go back to the latest earlier answer."""
        self._do(self.session.interview.back)

    def action_go_on(self) -> None:
        """Go on from the results."""
        self._do(self.session.interview.go_on)

    def action_to_results(self) -> None:
        """Leave the box, where Enter is a newline, with all that stands in it."""
        self.query_one(Conversation).focus()

    def action_try_again(self) -> None:
        """Ask another question on this competence; on which aspect, if there are two."""
        self._about_aspect("Another question about what?", self._try)

    def action_misread(self) -> None:
        """Note what was misread, and why; on which aspect, if there are two."""
        self._about_aspect("What was misread?", self._ask_reason)

    def _about_aspect(self, question: str, then: Callable[[Aspect], None]) -> None:
        aspects = self.session.interview.record.opened.aspects
        if len(aspects) == 1:
            then(aspects[0])
            return
        choices = [(str(aspect), view.ASPECTS[aspect]) for aspect in aspects]
        self.app.push_screen(
            ChooseScreen(question, choices), lambda chosen: then(Aspect(chosen)) if chosen else None
        )

    def _ask_reason(self, aspect: Aspect) -> None:
        def note(reason: str | None) -> None:
            if reason:
                self._do(lambda: self.session.interview.misread(aspect, reason))

        self.app.push_screen(ReasonScreen(MISREAD), note)

    def action_withdraw(self) -> None:
        """End for good, after asking."""

        def answer(yes: bool | None) -> None:
            if yes:
                self._do(self.session.interview.withdraw)

        self.app.push_screen(ConfirmScreen(WITHDRAW, "End it for good", "Keep it"), answer)

    def action_report(self) -> None:
        """Show the report on an interview that has ended; from there it goes home."""
        said = self._close()
        self.post_message(ReportRequested(self.session, at_end=True, said=said))

    # --- inside ---

    @property
    def _possible(self) -> frozenset[str]:
        record = self.session.interview.record
        return view.possible(record, reading=self._reading is not None)

    def _try(self, aspect: Aspect) -> None:
        self._do(lambda: self.session.interview.try_again(aspect))

    def _have_read(self, pending: Pending) -> None:
        self.app.read_answer(self.session, pending, self)

    def _take(self, message: AnswerRead) -> bool:
        if isinstance(message.result, Readings):
            raise AssertionError("an interview reads an answer one way")
        return self.session.take(message.pending, message.result)

    def _show(self) -> None:
        """Bring the screen in line with the record; what is there already is left alone."""
        interview = self.session.interview
        record, conversation = interview.record, self.query_one(Conversation)
        conversation.add(view.said(interview.stamped, conversation.last), record.last_seq)
        standing = view.standing(record)
        heading = "  ·  ".join(filter(None, (standing.place, standing.title, standing.subject)))
        self.query_one("#heading", Static).update(Content(heading))
        self.query_one(EvidencePanel).show(standing)
        self._show_box()
        reading = "Reading your answer ..." if self._reading else ""
        self._notice.say(STUCK if "reopen" in self._possible else reading)
        self._given_up = None
        if self._possible != self._shown_keys:  # drawing the footer is slow
            self._shown_keys = self._possible
            self.query_one(KeyLine).compact = "go_on" in self._possible
            self.refresh_bindings()

    def _show_box(self) -> None:
        """The box goes away where nothing is to be written, unless something stands in it."""
        record, box = self.session.interview.record, self._box
        box.border_title = view.wanted(record, reading=self._reading is not None)
        idle = bool({"go_on", "finish"} & self._possible) and not box.text.strip()
        box.display = not idle
        if idle:
            self.query_one(Conversation).focus()
        elif not box.has_focus and "go_on" not in self._possible:
            box.focus()
