"""As what interviews are written to a file, without whose names, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.domain import InterviewerError, Value
from interviewer.export.formats import FORMATS
from interviewer.export.writing import COHORT, default_name, place_for
from interviewer.safe_text import for_one_line
from interviewer.tui.messages import ReportWritten
from interviewer.tui.screens.confirm import ConfirmScreen
from interviewer.tui.screens.lines import LinesScreen
from interviewer.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

NAMES = "Names to replace, with commas between them"
COHORT_FORMATS = ("csv",)  # several interviews are one table


class Wanted(Value, frozen=True, kw_only=True):
    """What to write: which interviews as what, without which names, and to which file."""

    interviews: tuple[str, ...]
    format_id: str
    path: Path
    names: tuple[str, ...] = ()
    cohort: bool = False


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
        "names that are to be replaced, and to the name of the file, which you can change: another "
        "name, or a folder.\n"
        "Where you give names, e-mail addresses and phone numbers are replaced as well, and you "
        "are told what was. What else gives somebody away is for you to notice.\n"
        "The file holds the report and all that was said; a table of several interviews holds the "
        "ratings with their quotes. Only your own account can read it; think before you pass it "
        "on. Escape leaves everything as it is."
    )

    BINDINGS = [
        Binding("f9", "write", "Write it", id="export.write"),
        Binding("escape", "cancel", "Leave it", id="export.cancel"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, interviews: Sequence[str], *, cohort: bool = False) -> None:
        """Ask about one interview; or, for a cohort, about a table of several."""
        super().__init__()
        self._interviews = tuple(interviews)
        self._cohort = cohort
        self._formats = COHORT_FORMATS if cohort else tuple(FORMATS)

    def compose(self) -> ComposeResult:
        """The formats above the names, and the name of the file."""
        count = len(self._interviews)
        of = f"a table of {count:,} interview{'' if count == 1 else 's'}"
        with Vertical(classes="dialogue"):
            yield Static(
                Content(f"Write {of if self._cohort else 'the report'} to a file"),
                classes="dialogue-title",
            )
            yield OptionList(
                *(Option(Content(FORMATS[name].title), id=name) for name in self._formats),
                id="formats",
                markup=False,
            )
            yield Static(Content(NAMES), classes="export-asks")
            yield Input(id="export-names", compact=True)
            yield Static(Content("To this file or folder"), classes="export-asks")
            yield Input(
                self._called(self._formats[0]),
                id="export-path",
                compact=True,
                select_on_focus=False,
            )
            yield Static(Content(_here()), id="export-here")
            yield Static(id="export-says")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the formats."""
        formats = self.query_one("#formats", OptionList)
        formats.highlighted = 0
        formats.focus()

    def on_option_list_option_highlighted(self) -> None:
        """The name of the file follows the format, unless it was changed."""
        self._follow()

    def on_input_changed(self, event: Input.Changed) -> None:
        """It follows what is replaced as well."""
        if event.input.id == "export-names":
            self._follow()

    def on_option_list_option_selected(self) -> None:
        """Enter on a format."""
        self.action_write()

    def on_input_submitted(self) -> None:
        """Enter in a line."""
        self.action_write()

    def action_write(self) -> None:
        """Give what is wanted, if it can be meant."""
        typed = self.query_one("#export-path", Input).value
        try:
            path = place_for(typed, self._called(self._format))
            self.dismiss(
                Wanted(
                    interviews=self._interviews,
                    format_id=self._format,
                    path=path,
                    names=self._names,
                    cohort=self._cohort,
                )
            )
        except (InterviewerError, OSError, ValueError) as error:
            self.query_one("#export-says", Static).update(Content(f"! {for_one_line(str(error))}"))

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)

    # --- inside ---

    @property
    def _format(self) -> str:
        return self._formats[self.query_one("#formats", OptionList).highlighted or 0]

    @property
    def _names(self) -> tuple[str, ...]:
        typed = self.query_one("#export-names", Input).value
        return tuple(filter(None, (name.strip() for name in typed.split(","))))

    def _called(self, format_id: str, *, redacted: bool | None = None) -> str:
        """What a file is called that nobody gave a name."""
        if redacted is None:
            redacted = self.is_mounted and bool(self._names)
        stem = COHORT if self._cohort else self._interviews[0]
        return default_name(stem, format_id, redacted=redacted)

    def _follow(self) -> None:
        offered = {self._called(each, redacted=yes) for each in FORMATS for yes in (True, False)}
        path = self.query_one("#export-path", Input)
        if path.value in offered:
            path.value = self._called(self._format)


class Exporter:
    """Asks for a screen as what and where to, has it written, and says what came of it."""

    def __init__(self, screen: Screen[Any], what: str, say: Callable[[str], None]) -> None:
        """Write ``what`` ("The report"); ``say`` shows a sentence."""
        self._screen = screen
        self._what = what
        self._say = say

    def ask(self, interviews: Sequence[str], *, cohort: bool = False) -> None:
        """Ask, and write what is wanted."""

        def wanted(what: Wanted | None) -> None:
            if what is not None:
                self._write(what, replace=False)

        self._screen.app.push_screen(ExportScreen(interviews, cohort=cohort), wanted)

    def written(self, message: ReportWritten) -> None:
        """Say where it is; ask before anything is replaced."""
        path = for_one_line(str(message.path))
        if not message.in_the_way:
            said = f"{self._what} was written to {path}"
            self._say(said)
            if message.told:
                lines = [said, "", *map(for_one_line, message.told)]
                self._screen.app.push_screen(LinesScreen("Export", lines))
            return

        def answer(yes: bool | None) -> None:
            if yes:
                self._write(message.wanted, replace=True)

        question = f"There is a file {path} already. Write over it?"
        self._screen.app.push_screen(ConfirmScreen(question, "Replace it", "Keep it"), answer)

    def _write(self, wanted: Wanted, *, replace: bool) -> None:
        app: InterviewerApp = self._screen.app  # type: ignore[assignment]
        app.write_report(wanted, self._screen, replace=replace)
