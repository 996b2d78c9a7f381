"""A short list to choose one thing from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewer.tui.widgets.key_line import KeyLine


class ChooseScreen(ModalScreen[str]):
    """Gives the id of what was chosen, or None."""

    HELP = "The up and down keys move, Enter chooses. Escape leaves everything as it is."

    BINDINGS = [
        Binding("escape", "cancel", "Close", id="choose.cancel"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question above the list."""
        with Vertical(classes="dialogue"):
            yield Static(Content(self._question))
            yield OptionList(
                *(Option(Content(label), id=key) for key, label in self._choices), markup=False
            )
        yield KeyLine()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose."""
        self.dismiss(event.option_id)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
