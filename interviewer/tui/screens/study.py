"""F6 at the results: what there is to learn, and an answer of each level, after one's own."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from interviewer.review.study import Part
from interviewer.tui.widgets.key_line import KeyLine


class StudyScreen(ModalScreen[None]):
    """The study page of a competence."""

    HELP = (
        "Other people's answers, one of each level. They are to learn from and no pattern to copy: "
        "only your own work counts. The up and down keys scroll."
    )

    BINDINGS = [
        Binding("escape,f6", "dismiss", "Close", id="study.close", key_display="esc"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, title: str, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self._title = title
        self._parts = parts

    def compose(self) -> ComposeResult:
        """One block a part."""
        with VerticalScroll(classes="dialogue wide"):
            yield Static(Content(self._title), classes="dialogue-title")
            for part in self._parts:
                yield Static(Content.styled(part.heading, "bold"), classes="level-name")
                for paragraph in part.paragraphs:
                    yield Static(Content(paragraph), classes="level")
        yield KeyLine()
