"""Setting up a mock assessment: a form, what in it is a default, and what is wrong, if anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from interviewer.tui import exam_choices
from interviewer.tui.exam_choices import ExamWanted
from interviewer.tui.messages import ExamRequested, HomeRequested, StandardLoaded, WorkFailed
from interviewer.tui.widgets.answer_box import AnswerBox
from interviewer.tui.widgets.exam_form import TOPICS, ExamSetupForm
from interviewer.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp


class ExamSetupScreen(Screen[None]):
    """Shows the form and starts the mock assessment that it stands for."""

    HELP = (
        "Tab goes to the next field, Enter or the space bar changes it. The line at the bottom "
        "says what it will be like, or what is wrong. F9 starts; the clock starts later, when you "
        "say that you are ready."
    )

    TOPICS = TOPICS

    BINDINGS = [
        Binding("f9,ctrl+j", "start", "Start", key_display="F9", id="exam_setup.start"),
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("escape", "leave", "Home", id="exam_setup.leave"),
    ]

    app: InterviewerApp

    def __init__(self, wanted: ExamWanted | None = None, trouble: str = "") -> None:
        super().__init__()
        self._wanted = wanted
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """The form comes when the framework is there."""
        yield Static(Content("Mock end-point assessment"), id="setup-title")
        with VerticalScroll(id="setup-body", can_focus=False):
            yield Static(Content("Reading the assessment plan ..."), id="setup-wait")
        with Horizontal(id="setup-bar"):
            yield Static(id="setup-says")
            yield Button(Content("Start"), id="start", flat=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the framework loaded."""
        self.query_one("#start").disabled = True
        self.app.load_standard(self._wanted.framework if self._wanted else None, self)

    async def on_standard_loaded(self, message: StandardLoaded) -> None:
        """Show the form, filled in with what is known."""
        form = exam_choices.form_of(self._wanted) if self._wanted else None
        framework = message.framework
        if not (framework.methods and framework.themes and framework.grades):
            self.post_message(WorkFailed(exam_choices.no_plan(framework)))
            return
        body = self.query_one("#setup-body")
        await body.remove_children()
        await body.mount(ExamSetupForm(framework, form))
        self.query_one("#start").disabled = False

    def on_work_failed(self, message: WorkFailed) -> None:
        """There is no plan to practise for, or what was asked for could not be opened."""
        for waiting in self.query("#setup-wait").results(Static):
            waiting.update(Content("There is nothing to choose from."))
        self._say(message.sentence, trouble=True)

    @on(ExamSetupForm.Changed)
    def show_what_it_comes_to(self, message: ExamSetupForm.Changed) -> None:
        """Say what it will be like, or what is wrong."""
        if self._trouble:  # what went wrong before comes first, until something is changed
            self._say(self._trouble, trouble=True)
            self._trouble = ""
            return
        wrong = exam_choices.problem(message.framework, message.form)
        self._say(wrong or exam_choices.summary(message.framework, message.form))

    @on(AnswerBox.Sent)
    def start_from_box(self) -> None:
        """F9 in the box where a report is pasted."""
        self.action_start()

    @on(AnswerBox.TooMuch)
    def refuse(self, message: AnswerBox.TooMuch) -> None:
        """Say why nothing was pasted."""
        self._say(f"{message.sentence} A file may be longer: name it above.", trouble=True)

    @on(Button.Pressed, "#start")
    def start_by_button(self) -> None:
        """Start."""
        self.action_start()

    def action_start(self) -> None:
        """Start, unless something is wrong."""
        for form in self.query(ExamSetupForm):
            wrong = exam_choices.problem(form.framework, form.form)
            if wrong:
                self._say(wrong, trouble=True)
                return
            self._say("Opening the mock assessment ...")
            self.post_message(ExamRequested(exam_choices.wanted_of(form.framework, form.form)))

    def action_leave(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested())

    def _say(self, text: str, *, trouble: bool = False) -> None:
        says = self.query_one("#setup-says", Static)
        says.set_class(trouble, "-trouble")
        says.update(Content(f"! {text}" if trouble else text))
