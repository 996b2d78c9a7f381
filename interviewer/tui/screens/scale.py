"""F2: what the levels mean, for doing it and for knowing about it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from interviewer.tui.view import LevelShown
from interviewer.tui.widgets.key_line import KeyLine


class ScaleScreen(ModalScreen[None]):
    """The scale in words."""

    HELP = "The five levels, and 0 for what was not shown. The up and down keys scroll."

    BINDINGS = [
        Binding("escape,f2", "dismiss", "Close", id="scale.close", key_display="esc"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, levels: tuple[LevelShown, ...]) -> None:
        super().__init__()
        self._levels = levels

    def compose(self) -> ComposeResult:
        """One block a level."""
        with VerticalScroll(classes="dialogue wide"):
            yield Static(Content("The scale"), classes="dialogue-title")
            for level in self._levels:
                yield Static(Content.styled(level.name, "bold"), classes="level-name")
                yield Static(Content(f"Doing it: {level.application}"), classes="level")
                yield Static(Content(f"Knowing about it: {level.knowledge}"), classes="level")
        yield KeyLine()
