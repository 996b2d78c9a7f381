"""One interview to be read: nothing is locked, nothing is changed, and damage is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from interviewer.tui import exam_view, view
from interviewer.tui.background import Reading
from interviewer.tui.messages import (
    ExamResultRequested,
    ReportRequested,
    ResumeRequested,
    WorkFailed,
)
from interviewer.tui.widgets.conversation import Conversation
from interviewer.tui.widgets.exam_conversation import ExamConversation
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp


MAX_PROBLEMS = 3


class ReadingScreen(Screen[None]):
    """The conversation as it was held, with the results where they were reached."""

    HELP = (
        "The interview as it was held. The up and down keys and page up and page down scroll. "
        "r shows the report on it: where you stand and what to do next, or the result of a mock "
        "assessment, which is there when it has ended. "
        "An interview that has not ended can be taken up again with c."
    )

    BINDINGS = [
        Binding("escape", "app.pop_screen", "Back", id="reading.leave"),
        Binding("r", "report", "Report", tooltip="Where you stand, what next", id="reading.report"),
        Binding("c", "go_on", "Go on with it", id="reading.go_on"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    app: InterviewerApp

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._terms = reading.opened.exam if reading.opened else None
        self._head = view.reading_head(reading.stamped, reading.opened, reading.id)

    def compose(self) -> ComposeResult:
        """A title, what is wrong if anything, and the conversation."""
        yield Static(Content(self._head.title), id="reading-title")
        yield Static(Content(self._head.about), id="reading-head")
        yield Notice(id="notice")
        kind = ExamConversation if self._terms else Conversation
        yield kind(id="conversation", follow=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show all that can be read."""
        problems = self._reading.problems
        if problems:
            said = " ".join(problems[:MAX_PROBLEMS])
            more = len(problems) - MAX_PROBLEMS
            said += f" And {more} more." if more > 0 else ""
            self.query_one(Notice).say(f"This transcript is damaged: {said}", trouble=True)
        conversation = self.query_one(Conversation)
        told = exam_view.said if self._terms else view.said
        conversation.add(told(self._reading.stamped), 0)
        conversation.focus()

    def on_work_failed(self, message: WorkFailed) -> None:
        """It could not be taken up again."""
        self.query_one(Notice).say(message.sentence, trouble=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an interview that has not ended and is whole can be gone on with."""
        if action == "report" and self._terms:
            return exam_view.shows_result(not self._head.can_go_on, self._terms)
        return self._head.can_go_on and not self._reading.problems if action == "go_on" else True

    def action_report(self) -> None:
        """Show the report on it, or what the mock assessment came to."""
        asked = ExamResultRequested if self._terms else ReportRequested
        self.post_message(asked(self._reading.id))

    def action_go_on(self) -> None:
        """Take it up again."""
        self.post_message(ResumeRequested(self._reading.id))
