"""The mentor's desk: all interviews of a folder, how far their review has come, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.safe_text import for_one_line
from interviewer.tui.desk_view import HEAD, DeskRow, HitRow, Show, counts, narrowed
from interviewer.tui.listing import MAX_LISTED
from interviewer.tui.messages import (
    DeskListed,
    DeskSearched,
    HomeRequested,
    ReviewRequested,
    WorkFailed,
)
from interviewer.tui.screens.ask import AskScreen
from interviewer.tui.screens.lines import CalibrationScreen

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

PAUSE = 0.15  # seconds without a key after which is searched
KEYS = {Show.ALL: "a", Show.NEW: "n", Show.IN_REVIEW: "i", Show.SIGNED: "s", Show.DUE: "d"}
ASK_NAME = (
    "Who are you? Your name will stand with all that you add. It is kept until you leave the "
    "program."
)
WHICH = "type to narrow: a name, a role, a date"
SEARCH = "search everything said"


class KindTab(Static):
    """One kind of interviews with its key and their number; a click shows them."""

    DEFAULT_CSS = """
    KindTab { width: auto; padding: 0 2 0 0; color: $text-muted; }
    KindTab.-chosen { color: $text-primary; text-style: bold; }
    """

    def __init__(self, which: Show) -> None:
        super().__init__(id=f"kind-{which.name.lower()}")
        self._which = which

    def tell(self, count: int, *, chosen: bool) -> None:
        """Show how many there are; what is chosen stands in brackets, also without colour."""
        text = f"{KEYS[self._which]} {self._which} {count:,}"
        self.update(Content(f"[{text}]" if chosen else f" {text} "))
        self.set_class(chosen, "-chosen")

    async def on_click(self) -> None:
        """Show this kind."""
        await self.screen.run_action(f"show('{self._which.name}')")


class DeskScreen(Screen[None]):
    """A list that narrows, and everything said to be searched."""

    HELP = (
        "All interviews of the folder, the newest first. Enter opens one for review. In the list, "
        "n shows the new ones, i those in review, s the signed ones, d what has a next step with a "
        "date (marked ! when that is past), a all.\n"
        "/ goes to the line above the list: type to narrow it. w searches everything that was "
        "asked and said instead; Escape goes back to the list.\n"
        "Doubts are ratings to look at first: the assessor is not sure, the candidate sees it "
        "quite otherwise, or finds it misread."
    )

    BINDINGS = [
        Binding("escape", "leave", "Home", id="desk.leave"),
        Binding("slash", "narrow", "Narrow", key_display="/", id="desk.narrow"),
        Binding("w", "search", "Search", tooltip="Search everything said", id="desk.search"),
        *(
            Binding(
                key,
                f"show('{which.name}')",
                f"Show {which}",
                show=False,
                id=f"desk.show_{which.name.lower()}",
            )
            for which, key in KEYS.items()
        ),
        Binding("c", "calibrate", "Calibration", id="desk.calibrate"),
        Binding("m", "name", "Your name", id="desk.name"),
        Binding("down", "to_list", show=False, id="desk.down"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    app: InterviewerApp

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DeskRow, ...] | None = None
        self._counts: dict[Show, int] = {}
        self._hits: tuple[HitRow, ...] = ()
        self._most = False
        self._which = Show.ALL
        self._searching = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The kinds, a line to type in, and the list."""
        yield Static(Content("Mentor's desk"), id="desk-title")
        with Horizontal(id="desk-kinds"):
            for which in Show:
                yield KindTab(which)
        yield Input(placeholder=WHICH, id="desk-filter", compact=True)
        yield Static(Content(HEAD), id="desk-head")
        yield OptionList(id="desk-list", markup=False)
        yield Static(Content("Looking for interviews ..."), id="desk-note")
        yield Footer()

    def on_mount(self) -> None:
        """Begin in the list; ask who it is that looks at it."""
        self.query_one("#desk-list").focus()
        if not self.app.mentor:
            self.action_name()

    def on_screen_resume(self) -> None:
        """Look anew whenever this screen comes to the front."""
        title = "Mentor's desk"
        if self.app.mentor:
            title += f", {for_one_line(self.app.mentor, 40)}"
        self.query_one("#desk-title", Static).update(Content(title))
        self.app.past.list_desk(self)

    def on_resize(self) -> None:
        """Cut the lines to the room that there is."""
        self.call_after_refresh(self._draw)

    # --- what comes in ---

    def show_progress(self, done: int, of: int) -> None:
        """Tell how far the first look at many interviews is."""
        self._note(f"Reading interviews: {done:,} of {of:,}")

    def on_desk_listed(self, message: DeskListed) -> None:
        """Show them."""
        self._rows, self._counts = message.rows, counts(message.rows)
        self._draw()

    def on_desk_searched(self, message: DeskSearched) -> None:
        """Show what was found, unless something else was typed meanwhile."""
        if self._searching and message.text == self.query_one(Input).value:
            self._hits, self._most = message.hits, message.most
            self._draw()

    def on_work_failed(self, message: WorkFailed) -> None:
        """They can't be listed or searched."""
        self._note(f"! {message.sentence}")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What can be done belongs to what has the focus."""
        self.refresh_bindings()

    def on_input_changed(self) -> None:
        """Narrow the list at once; search when nothing was typed for a moment."""
        if not self._searching:
            self._draw()
            return
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._search)

    def on_input_submitted(self) -> None:
        """Enter goes to the list."""
        self.action_to_list()

    @on(OptionList.OptionSelected, "#desk-list")
    def open_one(self, event: OptionList.OptionSelected) -> None:
        """Open it for review, at the turn that was found."""
        if self._searching:
            hit = self._hits[event.option_index]
            self.post_message(ReviewRequested(hit.id, hit.turn))
        else:
            self.post_message(ReviewRequested(event.option_id or ""))

    # --- actions ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are keys only where nobody types."""
        if action in ("show", "narrow", "search", "calibrate", "name"):
            return not self._typing
        return True

    def action_show(self, which: str) -> None:
        """Show one kind of interviews."""
        self._which = Show[which]
        if self._searching:
            self._stop_searching()
        self._draw()

    def action_narrow(self) -> None:
        """Type to narrow the list."""
        if self._searching:
            self._stop_searching()
        self.query_one(Input).focus()

    def action_search(self) -> None:
        """Search everything said."""
        self._searching = True
        self._hits, self._most = (), False
        line = self.query_one(Input)
        line.placeholder, line.value = SEARCH, ""
        line.focus()
        self._draw()

    def action_to_list(self) -> None:
        """Go to the list."""
        listed = self.query_one("#desk-list", OptionList)
        if listed.option_count:
            listed.focus()

    def action_calibrate(self) -> None:
        """Show how far assessor, self-ratings and mentors agree."""
        self.app.push_screen(CalibrationScreen())

    def action_name(self) -> None:
        """Ask who it is; without a name there is only reading."""

        def known(name: str | None) -> None:
            if name is not None:
                self.app.mentor = name

        self.app.push_screen(AskScreen(ASK_NAME, self.app.mentor, self.app.name_trouble), known)

    def action_leave(self) -> None:
        """From a search or what was typed back to the whole list, and from there home."""
        if self._searching or self.query_one(Input).value:
            self._stop_searching()
            self.query_one("#desk-list").focus()
        else:
            self.post_message(HomeRequested())

    # --- inside ---

    @property
    def _typing(self) -> bool:
        return isinstance(self.focused, Input)

    def _stop_searching(self) -> None:
        self._searching = False
        line = self.query_one(Input)
        line.placeholder, line.value = WHICH, ""
        self._draw()

    def _search(self) -> None:
        text = self.query_one(Input).value
        if self._searching and text.strip():
            self.app.past.search_desk(self, text)
        else:
            self._hits, self._most = (), False
            self._draw()

    def _draw(self) -> None:
        if self._rows is None:
            return
        for which in Show:
            chosen = which is self._which and not self._searching
            tab = self.query_one(f"#kind-{which.name.lower()}", KindTab)
            tab.tell(self._counts[which], chosen=chosen)
        self.query_one("#desk-head").display = not self._searching
        if self._searching:
            self._draw_hits()
        else:
            self._draw_rows(self._rows)

    def _draw_rows(self, rows: tuple[DeskRow, ...]) -> None:
        found = narrowed(rows, self.query_one(Input).value, self._which)
        listed = self.query_one("#desk-list", OptionList)
        before = listed.highlighted_option
        room = self._room
        listed.set_options(
            Option(Content(_cut(row.text, room)), id=row.id) for row in found[:MAX_LISTED]
        )
        places = [i for i, row in enumerate(found[:MAX_LISTED]) if before and row.id == before.id]
        listed.highlighted = next(iter(places), 0) if found else None
        if not rows:
            self._note("There are no interviews in this folder yet.")
        elif not found:
            self._note("None of them is of this kind and has these words.")
        elif len(found) > MAX_LISTED:
            self._note(f"{len(found):,} interviews; the first {MAX_LISTED} are listed.")
        else:
            self._note("1 interview." if len(found) == 1 else f"{len(found)} interviews.")

    def _draw_hits(self) -> None:
        listed = self.query_one("#desk-list", OptionList)
        listed.set_options(Option(Content(hit.text)) for hit in self._hits)
        listed.highlighted = 0 if self._hits else None
        if not self.query_one(Input).value.strip():
            self._note("Type words that were asked or said; all of them are looked for.")
        elif not self._hits:
            self._note("Nothing found.")
        else:
            more = " There may be more." if self._most else ""
            count = len(self._hits)
            self._note(f"{count} turn{'' if count == 1 else 's'}.{more}")

    @property
    def _room(self) -> int:
        return max(self.query_one("#desk-list").scrollable_content_region.width - 2, 40)

    def _note(self, text: str) -> None:
        self.query_one("#desk-note", Static).update(Content(text))


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"
