"""As what a report is written to a file, and where."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.domain import InterviewerError, Value
from interviewer.export.files import FORMATS, file_name, place_for
from interviewer.safe_text import for_one_line


class Wanted(Value, frozen=True, kw_only=True):
    """A format, and the file to write to."""

    format_id: str
    path: Path


def _here() -> str:
    """Where a name without a folder leads."""
    try:
        return f"You are in the folder {for_one_line(str(Path.cwd()))}"
    except OSError:  # it was deleted meanwhile
        return "The folder that you were in is gone; give a whole path."


class ExportScreen(ModalScreen[Wanted]):
    """Gives what is wanted, or None."""

    HELP = (
        "Move to a format with the up and down keys; Enter or F9 writes the file. Tab goes to the "
        "name of the file, which you can change: another name, or a folder.\n"
        "The file holds the report and all that was said. Only your own account can read it; think "
        "before you pass it on. Escape leaves everything as it is."
    )

    BINDINGS = [
        Binding("f9", "write", "Write it", id="export.write"),
        Binding("escape", "cancel", "Leave it", id="export.cancel"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, interview: str) -> None:
        super().__init__()
        self._names = {each: file_name(interview, each) for each in FORMATS}

    def compose(self) -> ComposeResult:
        """The formats above the name of the file."""
        first, *_ = self._names.values()
        with Vertical(classes="dialogue"):
            yield Static(Content("Write the report to a file"), classes="dialogue-title")
            yield OptionList(
                *(Option(Content(each.title), id=each.id) for each in FORMATS.values()),
                id="formats",
                markup=False,
            )
            yield Static(Content("To this file or folder"), id="export-where")
            yield Input(first, id="export-path", compact=True, select_on_focus=False)
            yield Static(Content(_here()), id="export-here")
            yield Static(id="export-says")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the formats."""
        formats = self.query_one("#formats", OptionList)
        formats.highlighted = 0
        formats.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The name of the file follows the format, unless it was changed."""
        path = self.query_one("#export-path", Input)
        if path.value in self._names.values():
            path.value = self._names[event.option_id or ""]

    def on_option_list_option_selected(self) -> None:
        """Enter on a format."""
        self.action_write()

    def on_input_submitted(self) -> None:
        """Enter in the name."""
        self.action_write()

    def action_write(self) -> None:
        """Give what is wanted, if it can be meant."""
        formats = self.query_one("#formats", OptionList)
        format_id = tuple(FORMATS)[formats.highlighted or 0]
        typed = self.query_one("#export-path", Input).value
        try:
            path = place_for(typed, self._names[format_id])
        except (InterviewerError, OSError, ValueError) as error:
            self.query_one("#export-says", Static).update(Content(f"! {for_one_line(str(error))}"))
            return
        self.dismiss(Wanted(format_id=format_id, path=path))

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
