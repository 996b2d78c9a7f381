"""All past interviews, with a filter; any of them opens to be read, and two can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.tui.listing import MAX_LISTED, Listed
from interviewer.tui.messages import (
    CompareRequested,
    HistoryRequested,
    HomeRequested,
    InterviewsListed,
    ReadRequested,
    WorkFailed,
)
from interviewer.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp


class PastScreen(Screen[None]):
    """A list that narrows as words are typed."""

    HELP = (
        "Type to narrow the list: a name, a role, a date, or a state such as unfinished. The down "
        "key goes to the list; Enter opens an interview to be read.\nIn the list, m marks an "
        "interview; with a second one, the two are shown side by side.\nh shows how "
        "ratings have moved."
    )

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("down", "to_list", show=False, id="past.list"),
        Binding("m", "mark", "Mark", tooltip="Mark to compare", id="past.mark"),
        Binding("d", "compare", "Compare", tooltip="The two side by side", id="past.compare"),
        Binding("h", "history", "History", tooltip="How ratings have moved", id="past.history"),
        Binding("escape", "leave", "Home", id="past.leave"),
    ]

    app: InterviewerApp

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Listed, ...] = ()
        self._more = 0
        self._marked: list[str] = []

    def compose(self) -> ComposeResult:
        """A filter above the list."""
        yield Static(Content("Past interviews"), id="past-title")
        yield Input(placeholder="type to narrow the list", id="filter", compact=True)
        yield OptionList(id="past-list", markup=False)
        yield Static(Content("Looking for interviews ..."), id="past-note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the interviews listed."""
        self.app.past.list_interviews(self, MAX_LISTED)

    def on_interviews_listed(self, message: InterviewsListed) -> None:
        """Show them."""
        self._all, self._more = message.interviews, message.more
        self._show()

    def on_work_failed(self, message: WorkFailed) -> None:
        """They can't be listed, or two of them can't be compared."""
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Marks belong to the list."""
        if action == "mark":
            return self.query_one("#past-list").has_focus if self.is_mounted else False
        return len(self._marked) == 2 if action == "compare" else True

    def on_descendant_focus(self) -> None:
        """What can be done belongs to what has the focus."""
        self.refresh_bindings()

    def action_mark(self) -> None:
        """Mark an interview, or take the mark away; a second mark compares."""
        option = self.query_one("#past-list", OptionList).highlighted_option
        if option is None or not option.id:
            return
        if option.id in self._marked:
            self._marked.remove(option.id)
        else:
            self._marked = [*self._marked[-1:], option.id]
        self._show()
        self.refresh_bindings()
        self.action_compare()

    def action_compare(self) -> None:
        """Show the two that are marked side by side."""
        if len(self._marked) == 2:
            self.post_message(CompareRequested(self._marked[0], self._marked[1]))

    def action_history(self) -> None:
        """Look at how ratings have moved."""
        self.post_message(HistoryRequested())

    def action_leave(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested())

    def _show(self) -> None:
        wanted = self.query_one("#filter", Input).value
        shown = [item for item in self._all if item.matches(wanted)]
        listed = self.query_one("#past-list", OptionList)
        at = listed.highlighted_option
        listed.set_options(
            Option(Content(f"{'* ' if item.id in self._marked else '  '}{item.row}"), id=item.id)
            for item in shown
        )
        places = [place for place, item in enumerate(shown) if at is not None and item.id == at.id]
        listed.highlighted = next(iter(places), 0) if shown else None
        self.query_one("#past-note", Static).update(Content(self._note(len(shown))))

    def _note(self, shown: int) -> str:
        if not self._all:
            return "There are no interviews yet."
        if not shown:
            return "None of them has these words."
        if len(self._marked) == 1:
            return "Marked. Go to another interview and press m, to see the two side by side."
        count = "1 interview" if shown == 1 else f"{shown} interviews"
        return f"{count}. {self._more} older ones are not listed." if self._more else f"{count}."
