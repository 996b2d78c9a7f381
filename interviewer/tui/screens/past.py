"""All past interviews, with a filter; any of them opens to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.tui.listing import MAX_LISTED, Listed
from interviewer.tui.messages import HomeRequested, InterviewsListed, ReadRequested, WorkFailed

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp


class PastScreen(Screen[None]):
    """A list that narrows as words are typed."""

    HELP = (
        "Type to narrow the list: a name, a role, a date, or a state such as unfinished. The down "
        "key goes to the list; Enter opens an interview to be read."
    )

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("down", "to_list", show=False, id="past.list"),
        Binding("escape", "leave", "Home", id="past.leave"),
    ]

    app: InterviewerApp

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Listed, ...] = ()
        self._more = 0

    def compose(self) -> ComposeResult:
        """A filter above the list."""
        yield Static(Content("Past interviews"), id="past-title")
        yield Input(placeholder="type to narrow the list", id="filter", compact=True)
        yield OptionList(id="past-list", markup=False)
        yield Static(Content("Looking for interviews ..."), id="past-note")
        yield Footer()

    def on_mount(self) -> None:
        """Have the interviews listed."""
        self.app.list_interviews(self, MAX_LISTED)

    def on_interviews_listed(self, message: InterviewsListed) -> None:
        """Show them."""
        self._all, self._more = message.interviews, message.more
        self._show()

    def on_work_failed(self, message: WorkFailed) -> None:
        """They can't be listed."""
        self.query_one("#past-note", Static).update(Content(f"! {message.sentence}"))

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self._show()

    def on_input_submitted(self) -> None:
        """Enter in the filter goes to the list."""
        self.action_to_list()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open one to be read."""
        self.post_message(ReadRequested(event.option_id or ""))

    def action_to_list(self) -> None:
        """Go to the list."""
        listed = self.query_one("#past-list", OptionList)
        if listed.option_count:
            listed.focus()

    def action_leave(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested())

    def _show(self) -> None:
        wanted = self.query_one("#filter", Input).value
        shown = [item for item in self._all if item.matches(wanted)]
        listed = self.query_one("#past-list", OptionList)
        listed.set_options(Option(Content(item.row), id=item.id) for item in shown)
        listed.highlighted = 0 if shown else None
        self.query_one("#past-note", Static).update(Content(self._note(len(shown))))

    def _note(self, shown: int) -> str:
        if not self._all:
            return "There are no interviews yet."
        if not shown:
            return "None of them has these words."
        count = "1 interview" if shown == 1 else f"{shown} interviews"
        return f"{count}. {self._more} older ones are not listed." if self._more else f"{count}."
