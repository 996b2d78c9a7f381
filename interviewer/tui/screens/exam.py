"""The mock assessment: a conversation as in practice, with a clock, and neutral until its end.

The clock stands in the heading as plain text; it is looked at each second and changes nothing else.
"""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from interviewer.domain import Act
from interviewer.engine.talk import Pending
from interviewer.exam_session import ExamSession, Papers, Readings
from interviewer.record.facts import Document
from interviewer.record.record import Phase, State
from interviewer.session import Failure
from interviewer.tui import exam_view
from interviewer.tui.exam_choices import file_named
from interviewer.tui.messages import AnswerRead, ExamResultRequested, PaperRead
from interviewer.tui.screens.confirm import ConfirmScreen
from interviewer.tui.screens.talk import STUCK, TalkScreen, key
from interviewer.tui.widgets.answer_box import MAX_ANSWER, MAX_PASTE, AnswerBox, Sends
from interviewer.tui.widgets.exam_conversation import ExamConversation
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

SECOND = 1.0
EMPTY = "There is nothing in the box yet."
NO_OUTLINE = "Paste your outline, or press F8 to go on without one."
BEGIN_PRESENTING = "Enter begins your presentation; the timer starts then."
BEGIN_QUESTIONS = "Enter begins the questions; the clock starts then."
AT_FEEDBACK = "Enter asks another question; F6 ends it here."
WITHDRAW = (
    "End this mock assessment for good? What you wrote is kept and its result is shown, but you "
    "can't go on with it. To stop the clock and go on later, close this and press ctrl+o instead."
)
_SENDS = {
    Phase.REPORT: Sends.hand_in,
    Phase.OUTLINE: Sends.hand_in,
    Phase.PRESENTING: Sends.end,
}
_HANDED_IN = {Phase.REPORT: Document.REPORT, Phase.OUTLINE: Document.OUTLINE}


class ExamScreen(TalkScreen):
    """Shows an open mock assessment and sends it commands."""

    HELP = (
        "A mock assessment. The heading says how much of the time is used. ctrl+o stops the clock "
        "and leaves; nothing is lost, and you go on where you stopped.\n"
        "When the time is over there are no more questions; a little more is allowed to finish "
        "the answer that you are giving.\n"
        "How it went is said at the end. In a rehearsal it is said after each question: Enter "
        "asks the next one, F6 ends it, ctrl+g goes back to an answer.\n"
        "When it has ended, Enter shows the result."
    )

    TOPICS = {
        "conversation": HELP,
        "answer": (
            "Write here in your own words. Enter begins a new line. F9 or ctrl+j sends what you "
            "wrote; while you present, it ends the presentation.\n"
            "What you write is saved as you go, sent or not. Page up and page down scroll the "
            "conversation, as long as your text fits in the box.\n"
            "You can also type a command: /time /repeat /clarify /skip /later /dontknow /back "
            "/pause /withdraw. A report or an outline is pasted here, or named by its path."
        ),
    }

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        key("enter", "begin", "Begin", "Begin; the clock starts then"),
        key("enter", "go_on", "Next", "Another question"),
        key("f3", "act('clarify')", "Explain", "Ask what the question means"),
        key("f4", "act('repeat')", "Repeat", "Have the question repeated", show=False),
        key("f6", "end_here", "End here", "End the rehearsal"),
        key("f8", "act('skip')", "Skip", "Skip this question"),
        key("f8", "without", "Without", "Go on without an outline"),
        key("ctrl+l", "later", "Later", "Come back to this question later", show=False),
        key("ctrl+n", "act('dont_know')", "I don't know", show=False),
        key("ctrl+g", "back", "Back", "Go back to an earlier answer"),
        key("ctrl+r", "reopen", "Go on", "Go on after something went wrong"),
        key("enter", "result", "Result", "What it came to"),
        key("escape", "finish", "Home", "Back to the first screen"),
        key("ctrl+o", "leave", "Pause", "Stop the clock and leave; go on another day"),
    ]

    # Without a key, so that no slip of the finger comes near it; only in the command palette.
    KEYLESS = (("End for good", "End this; it can't be gone on with", "withdraw"),)

    def __init__(self, session: ExamSession, papers: Papers | None = None) -> None:
        super().__init__(session, session.exam)
        self.session = session
        named = papers or Papers()
        self._papers = {Document.REPORT: named.report, Document.OUTLINE: named.outline}

    def compose(self) -> ComposeResult:
        """Heading with the clock, conversation and answer box."""
        with Horizontal(id="exam-heading"):
            yield Static(id="exam-place")
            yield Static(id="exam-clock")
        with Vertical(id="talk"):
            yield ExamConversation(id="conversation")
            yield Notice(id="notice")
            yield self._box
        yield KeyLine()

    def on_mount(self) -> None:
        """Keep the time."""
        self.set_interval(SECOND, self.keep_time)

    def keep_time(self) -> None:
        """Look at the clock; when even the extra time is over, what stands in the box counts."""
        if not self._open:
            return
        if self._is_spent() and self._do(self._take_in_time, clear=True):
            self.query_one(ExamConversation).follow()
        self._show_heading()

    # --- what comes in ---

    @on(AnswerBox.Sent)
    def send(self, message: AnswerBox.Sent) -> None:
        """The candidate takes a turn. If that fails, what was written stays in the box."""
        exam, text, command = self.session.exam, message.text, message.text.strip().lower()
        if self._is_spent():
            self.keep_time()
        elif command in ("/time", "/help"):
            self._box.put("")
            if command == "/help":
                self.app.action_explain()
            else:
                self._notice.say(f"{exam.timing}.")
        elif command == "/withdraw" and "withdraw" in self._possible:
            self._box.put("")
            self.action_withdraw()
        elif command == "/end" and "end_here" in self._possible:
            self._do(exam.finish, clear=True)
        elif command == "/pause":
            if self._do(lambda: exam.say(text), clear=True):
                self.action_leave()
        elif exam.phase in _HANDED_IN:
            self._hand_in(text)
        elif exam.phase is Phase.PRESENTING:
            self._do(lambda: exam.end_presentation(text.strip()), clear=True)
        elif self._do(lambda: exam.say(text), clear=True):
            self.query_one(ExamConversation).follow()

    def on_paper_read(self, message: PaperRead) -> None:
        """A file was read: hand it in, if it is still awaited."""
        if self._open and _HANDED_IN.get(self.session.exam.phase) is message.document:
            given = (message.document, message.text, message.name)
            self._do(lambda: self.session.exam.hand_in(*given), clear=True)

    # --- actions ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that make no sense now are not shown and do nothing."""
        name = str(parameters[0]) if action == "act" and parameters else action
        known = {"begin", "go_on", "end_here", "without", "act", "later", "back", "reopen"}
        if action not in known | {"result", "finish", "leave", "withdraw"}:
            return True
        if action == "end_here":  # while a question stands, only /end does it
            return "go_on" in self._possible
        return name in self._possible

    def action_begin(self) -> None:
        """Start the clock."""
        self._do(self.session.exam.begin)

    def action_go_on(self) -> None:
        """Another question."""
        self._do(self.session.exam.go_on)

    def action_end_here(self) -> None:
        """End a rehearsal."""
        self._do(self.session.exam.finish)

    def action_act(self, name: str) -> None:
        """Do something else than answer."""
        if name in ("skip", "dont_know"):
            self._pass_over("skip" if name == "skip" else "dontknow")
        else:
            self._do(lambda: self.session.exam.act(Act(name)))

    def action_later(self) -> None:
        """Put the question off."""
        self._pass_over("later")

    def action_back(self) -> None:
        """Go back to the latest earlier answer."""
        self._do(self.session.exam.back)

    def action_without(self) -> None:
        """Go on without an outline."""
        if not self._has_written():
            self._do(lambda: self.session.exam.hand_in(Document.OUTLINE, ""))

    def action_withdraw(self) -> None:
        """End for good, after asking."""

        def answer(yes: bool | None) -> None:
            if yes:
                self._do(self.session.exam.withdraw)

        self.app.push_screen(ConfirmScreen(WITHDRAW, "End it for good", "Keep it"), answer)

    def action_result(self) -> None:
        """Show what it came to; from there it goes home."""
        said = self._close()
        self.post_message(ExamResultRequested(self.session.id, at_end=True, said=said))

    # --- inside ---

    @property
    def _possible(self) -> frozenset[str]:
        return exam_view.possible(self.session.exam.record, reading=self._reading is not None)

    def _have_read(self, pending: Pending) -> None:
        self.app.read_exam_answer(self.session, pending, self)

    def _take(self, message: AnswerRead) -> bool:
        read = message.result
        if not isinstance(read, Readings | Failure):
            raise AssertionError("a mock assessment reads an answer both ways")
        return self.session.take(message.pending, read)

    def _pass_over(self, command: str) -> None:
        if not self._has_written():
            self._do(lambda: self.session.exam.say(f"/{command}"))

    def _is_spent(self) -> bool:
        exam = self.session.exam
        asked = exam.phase is Phase.QUESTIONS and exam.state in (State.ASKING, State.PROBING)
        return asked and exam.record.awaiting and exam.timing.spent

    def _take_in_time(self) -> None:
        self.session.exam.time_up(self._box.text)

    def _hand_in(self, text: str) -> None:
        """Hand in what was pasted, or have the file read that was named."""
        exam = self.session.exam
        document, path = _HANDED_IN[exam.phase], file_named(text)
        if path is not None:
            self._notice.say(f"Reading the {document} ...")
            self.app.read_paper(document, path, self)
        elif text.strip().lower() == "/none" and document is Document.OUTLINE:
            self._do(lambda: exam.hand_in(document, ""), clear=True)
        elif not text.strip():
            self._notice.say(NO_OUTLINE if document is Document.OUTLINE else EMPTY)
        else:
            self._do(lambda: exam.hand_in(document, text), clear=True)

    def _hand_in_what_is_there(self) -> None:
        """Hand in what was named at the set-up, each once, whatever comes of it."""
        exam = self.session.exam
        for document in Document:
            if self._open and _HANDED_IN.get(exam.phase) is document:
                name, text = self._papers.pop(document, None) or ("", "")
                if text:
                    self._do(partial(exam.hand_in, document, text, name))

    def _show(self) -> None:
        """Bring the screen in line with the record; what is there already is left alone."""
        exam, talk = self.session.exam, self.query_one(ExamConversation)
        talk.add(exam_view.said(exam.stamped, talk.last), exam.record.last_seq)
        self._show_heading()
        self._show_box()
        self._notice.say(self._what_now())
        self._given_up = None
        if self._possible != self._shown_keys:  # drawing the footer is slow
            self._shown_keys = self._possible
            self.refresh_bindings()
        if exam.phase in _HANDED_IN and self._papers.get(_HANDED_IN[exam.phase]):
            self.call_after_refresh(self._hand_in_what_is_there)

    def _show_heading(self) -> None:
        shown = exam_view.heading(self.session.exam.record, self.session.exam.timing)
        for name, text in (("place", shown.place), ("clock", shown.time)):
            part = self.query_one(f"#exam-{name}", Static)
            if str(part.content) != text:  # a second that changes nothing paints nothing
                part.update(Content(text))

    def _what_now(self) -> str:
        if "reopen" in self._possible:
            return STUCK
        match self.session.exam.phase:
            case Phase.PRESENTATION:
                return BEGIN_PRESENTING
            case Phase.READY:
                return BEGIN_QUESTIONS
        if "go_on" in self._possible:
            return AT_FEEDBACK
        return "Reading your answer ..." if self._reading else ""

    def _show_box(self) -> None:
        """The box goes away where nothing is to be written; what stands in it is kept."""
        record, box = self.session.exam.record, self._box
        box.border_title = exam_view.wanted(record, reading=self._reading is not None)
        box.sends = _SENDS.get(self.session.exam.phase, Sends.send)
        box.most = MAX_PASTE if self.session.exam.phase in _HANDED_IN else MAX_ANSWER
        idle = bool({"begin", "go_on", "finish"} & self._possible)
        if record.ended and box.text.strip():
            idle = False
        box.display = not idle
        if idle:
            self.query_one(ExamConversation).focus()
        elif not box.has_focus:
            box.focus()
