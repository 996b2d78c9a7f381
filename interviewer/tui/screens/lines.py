"""Lines to be read: a verdict, or figures."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from interviewer.tui.messages import CalibrationMade, WorkFailed
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp


def wrapped(line: str, room: int) -> list[str]:
    """A long line in several, each further one set in by two more."""
    indent = " " * (len(line) - len(line.lstrip()))
    further = f"{indent}  "
    return wrap(line.lstrip(), room, initial_indent=indent, subsequent_indent=further) or [""]


class LinesScreen(ModalScreen[None]):
    """A few lines over the screen that asked for them."""

    HELP = "The up and down keys scroll. Escape closes this."

    BINDINGS = [
        Binding("escape,enter", "dismiss", "Close", id="lines.close", key_display="esc"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, title: str, lines: Iterable[str]) -> None:
        super().__init__()
        self._title = title
        self._text = "\n".join(lines)

    def compose(self) -> ComposeResult:
        """The lines."""
        with VerticalScroll(classes="dialogue wide"):
            yield Static(Content(self._title), classes="dialogue-title")
            yield Static(Content(self._text), id="lines")
        yield KeyLine()


class CalibrationScreen(Screen[None]):
    """How far assessor, self-ratings and mentors agree, over all saved interviews."""

    HELP = (
        "How far the assessor, the candidates' own ratings and the mentors agree. Kappa is the "
        "agreement beyond chance: 1 is full agreement, 0 no more than chance; behind it stands the "
        "range that it may be in. Bias above 0 means that the second of the two rates higher.\n"
        "Where there are too few ratings to tell, that is said instead. The up and down keys "
        "scroll."
    )

    BINDINGS = [
        Binding("escape", "app.pop_screen", "Back", id="calibration.back"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    app: InterviewerApp

    def compose(self) -> ComposeResult:
        """A page that scrolls."""
        yield Static(Content("Calibration"), id="calibration-title")
        yield Notice(id="notice")
        with VerticalScroll(id="calibration"):
            yield Static(Content("Reading all interviews ..."), id="lines")
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the figures worked out."""
        self.query_one("#calibration").focus()
        self.app.calibrate(self)

    def on_calibration_made(self, message: CalibrationMade) -> None:
        """Show them."""
        room = max(self.size.width - 6, 40)
        lines = (each for line in message.lines for each in wrapped(line, room))
        self.query_one("#lines", Static).update(Content("\n".join(lines)))

    def on_work_failed(self, message: WorkFailed) -> None:
        """They can't be worked out."""
        self.query_one("#lines", Static).update(Content(""))
        self.query_one(Notice).say(message.sentence, trouble=True)
