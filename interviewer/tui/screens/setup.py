"""Setting up an interview: a form, what it comes to, and what it still lacks, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from interviewer.engine.plan import Options
from interviewer.tui import choices
from interviewer.tui.background import Library
from interviewer.tui.messages import (
    FrameworksLoaded,
    HomeRequested,
    StartRequested,
    WorkFailed,
)
from interviewer.tui.screens.scale import ScaleScreen
from interviewer.tui.view import scale
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.setup_form import TOPICS, SetupForm

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp


class SetupScreen(Screen[None]):
    """Shows the form and starts the interview that it stands for."""

    HELP = (
        "Tab goes to the next field, Enter or the space bar changes it. The line at the bottom "
        "says what the interview will be like, or what is missing. F9 starts it."
    )

    TOPICS = TOPICS

    BINDINGS = [
        Binding("f9,ctrl+j", "start", "Start", key_display="F9", id="setup.start"),
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("f2", "scale", "Scale", tooltip="What the levels mean", id="setup.scale"),
        Binding("escape", "leave", "Home", id="setup.leave"),
    ]

    app: InterviewerApp

    def __init__(self, options: Options | None = None, trouble: str = "") -> None:
        super().__init__()
        self._options = options
        self._trouble = trouble
        self._library: Library | None = None

    def compose(self) -> ComposeResult:
        """The form comes when the frameworks are there."""
        yield Static(Content("New interview"), id="setup-title")
        with VerticalScroll(id="setup-body", can_focus=False):
            yield Static(Content("Reading the frameworks ..."), id="setup-wait")
        with Horizontal(id="setup-bar"):
            yield Static(id="setup-says")
            yield Button(Content("Start"), id="start", flat=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the frameworks loaded."""
        self.query_one("#start").disabled = True
        self.app.load_frameworks(self)

    async def on_frameworks_loaded(self, message: FrameworksLoaded) -> None:
        """Show the form, filled in with what is known."""
        self._library = message.library
        form = choices.form_of(self._options) if self._options else None
        body = self.query_one("#setup-body")
        await body.remove_children()
        await body.mount(SetupForm(message.library.frameworks, form))
        self.query_one("#start").disabled = False
        self._trouble = self._trouble or message.library.trouble

    def on_work_failed(self, message: WorkFailed) -> None:
        """The frameworks can't be used, or the interview could not be opened."""
        for waiting in self.query("#setup-wait").results(Static):
            waiting.update(Content("There is nothing to choose from."))
        self._say(message.sentence, trouble=True)

    @on(SetupForm.Changed)
    def show_what_it_comes_to(self, message: SetupForm.Changed) -> None:
        """Say what the interview will be like; what is missing is told when it is started."""
        if self._trouble:  # what went wrong before comes first, until something is changed
            self._say(self._trouble, trouble=True)
            self._trouble = ""
            return
        missing = choices.problem(message.framework, message.form)
        self._say(missing or choices.summary(message.framework, message.form))

    @on(Button.Pressed, "#start")
    def start_by_button(self) -> None:
        """Start."""
        self.action_start()

    def action_start(self) -> None:
        """Start, unless something is missing."""
        for form in self.query(SetupForm):
            framework, filled = form.framework, form.form
            missing = choices.problem(framework, filled)
            if missing:
                self._say(missing, trouble=True)
                form.show_lacking(missing)
                return
            self._say("Opening the interview ...")
            options = choices.options_of(framework, filled)
            self.post_message(StartRequested(options, framework.head.id))

    def action_scale(self) -> None:
        """Show what the levels mean."""
        for form in self.query(SetupForm):
            self.app.push_screen(ScaleScreen(scale(form.framework)))

    def action_leave(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested())

    def _say(self, text: str, *, trouble: bool = False) -> None:
        says = self.query_one("#setup-says", Static)
        says.set_class(trouble, "-trouble")
        says.update(Content(f"! {text}" if trouble else text))
