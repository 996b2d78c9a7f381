"""A sentence or two that the candidate gives as a reason."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from interviewer.tui.widgets.key_line import KeyLine

LONGEST = 2_000  # characters


class ReasonScreen(ModalScreen[str]):
    """Gives what was written, or None."""

    HELP = "Write in as many lines as you like. F9 keeps what you wrote; Escape leaves it."

    BINDINGS = [
        Binding("f9,ctrl+j", "keep", "Keep it", key_display="F9", id="reason.keep", priority=True),
        Binding("escape", "cancel", "Leave it", id="reason.cancel", priority=True),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question above the box."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question))
            yield TextArea(id="reason", compact=True)
            yield Static(id="reason-says")
        yield KeyLine()

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(TextArea).focus()

    def action_keep(self) -> None:
        """Give what was written, if anything was."""
        text = self.query_one(TextArea).text.strip()
        if not text:
            self._say("Write a few words first, or press Escape to leave it.")
        elif len(text) > LONGEST:
            self._say(f"That is longer than {LONGEST:,} characters; say it in fewer.")
        else:
            self.dismiss(text)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    def _say(self, text: str) -> None:
        self.query_one("#reason-says", Static).update(Content(f"! {text}"))
