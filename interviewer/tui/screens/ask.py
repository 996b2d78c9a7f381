"""One line that is asked for: a name, or a day."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from interviewer.tui.widgets.key_line import KeyLine

Check = Callable[[str], str]


class AskScreen(ModalScreen[str]):
    """Gives what was typed, or None."""

    HELP = "Type, and press Enter or F9 to go on. Escape leaves everything as it is."

    BINDINGS = [
        Binding("f9", "keep", "Go on", id="ask.keep"),
        Binding("escape", "cancel", "Leave it", id="ask.cancel"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, question: str, value: str = "", check: Check = lambda typed: "") -> None:
        """Ask ``question``; ``check`` says what is wrong with what was typed, or nothing."""
        super().__init__()
        self._question = question
        self._value = value
        self._check = check

    def compose(self) -> ComposeResult:
        """The question above the line."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question))
            yield Input(self._value, id="ask", compact=True, select_on_focus=False)
            yield Static(id="ask-says")
        yield KeyLine()

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Enter."""
        self.action_keep()

    def action_keep(self) -> None:
        """Give what was typed, if it is right."""
        typed = self.query_one(Input).value.strip()
        wrong = self._check(typed)
        if wrong:
            self.query_one("#ask-says", Static).update(Content(f"! {wrong}"))
        else:
            self.dismiss(typed)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
