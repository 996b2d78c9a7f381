"""A question with two answers."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from interviewer.tui.widgets.key_line import KeyLine


class ConfirmScreen(ModalScreen[bool]):
    """Gives True for yes; the focus begins on no."""

    HELP = "Tab goes from one answer to the other, Enter takes it. Escape means no."

    BINDINGS = [
        Binding("escape", "no", "No", id="confirm.no"),
        Binding("left,right", "app.focus_next", show=False, id="confirm.other"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__()
        self._question = question
        self._answers = (yes, no)

    def compose(self) -> ComposeResult:
        """The question above its answers."""
        yes, no = self._answers
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question))
            with Horizontal(classes="buttons"):
                yield Button(Content(no), id="no", flat=True)
                yield Button(Content(yes), id="yes", flat=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """The harmless answer first."""
        self.query_one("#no").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        self.dismiss(event.button.id == "yes")

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)
