"""The mentor's desk: all interviews of a folder, whose they are, how far their review has come, and
what is due."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.safe_text import for_one_line
from interviewer.tui.desk_view import (
    HEAD,
    PEOPLE_HEAD,
    DeskRow,
    HitRow,
    PersonRow,
    Show,
    counts,
    narrowed,
    of_person,
    people,
)
from interviewer.tui.listing import MAX_LISTED
from interviewer.tui.messages import (
    DeskListed,
    DeskSearched,
    HomeRequested,
    ReportWritten,
    ReviewRequested,
    WorkFailed,
)
from interviewer.tui.screens.ask import AskScreen
from interviewer.tui.screens.export import Exporter
from interviewer.tui.screens.lines import CalibrationScreen
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

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


class Listing(Enum):
    """What the list holds."""

    INTERVIEWS = auto()
    PEOPLE = auto()
    HITS = auto()


class KindTab(Static):
    """One kind of interviews with its key and their number; a click shows them."""

    DEFAULT_CSS = """
    KindTab { width: auto; padding: 0 1 0 0; color: $text-muted; }
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


class PeopleTab(Static):
    """Whose interviews are listed; a click lists everybody."""

    DEFAULT_CSS = """
    PeopleTab { color: $text-muted; }
    PeopleTab.-chosen { color: $text-primary; text-style: bold; }
    """

    def tell(self, who: str, count: int, *, listed: bool) -> None:
        """Show who was chosen, or how many there are to choose from."""
        if listed:
            text = f"[p candidates {count:,}]  Enter shows the interviews of one"
        elif who:
            text = f"[p candidate: {who}]  Escape shows those of all"
        else:
            text = f" p candidates {count:,} "
        self.update(Content(text))
        self.set_class(listed or bool(who), "-chosen")

    async def on_click(self) -> None:
        """List everybody."""
        await self.screen.run_action("people")


class DeskScreen(Screen[None]):
    """A list that narrows by kind, candidate and words, and everything said to be searched."""

    HELP = (
        "All interviews of the folder, the newest first. Enter opens one for review. In the list, "
        "n shows the new ones, i those in review, s the signed ones, d what has a next step with a "
        "date (marked ! when that is past), a all. p lists the candidates who have such "
        "interviews; Enter shows those of one.\n"
        "/ goes to the line above the list: type to narrow it. w searches everything that was "
        "asked and said instead; Escape goes back to the list. e writes the interviews that are "
        "listed to a table.\n"
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
        Binding("p", "people", "Show candidates", show=False, id="desk.people"),
        Binding("e", "export", "Export", tooltip="Write a table of these", id="desk.export"),
        Binding("c", "calibrate", "Calibration", id="desk.calibrate"),
        Binding("m", "name", "Your name", show=False, id="desk.name"),
        Binding("down", "to_list", show=False, id="desk.down"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    app: InterviewerApp

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[DeskRow, ...] | None = None
        self._theirs: tuple[DeskRow, ...] = ()
        self._counts: dict[Show, int] = {}
        self._everybody = 0
        self._people: tuple[PersonRow, ...] = ()
        self._hits: tuple[HitRow, ...] = ()
        self._most = False
        self._which = Show.ALL
        self._person: PersonRow | None = None
        self._listing = Listing.INTERVIEWS
        self._timer: Timer | None = None
        self._exporter = Exporter(self, "The table", self._say)

    def compose(self) -> ComposeResult:
        """The kinds, the candidates, a line to type in, and the list."""
        yield Static(Content("Mentor's desk"), id="desk-title")
        with Horizontal(id="desk-kinds"):
            for which in Show:
                yield KindTab(which)
        yield PeopleTab(id="desk-people")
        yield Input(placeholder=WHICH, id="desk-filter", compact=True)
        yield Static(Content(HEAD), id="desk-head")
        yield OptionList(id="desk-list", markup=False)
        yield Static(Content("Looking for interviews ..."), id="desk-note")
        yield Notice(id="notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list; ask who it is that looks at it."""
        self.query_one("#desk-list").focus()
        if not self.app.mentor:
            self.action_name()

    def on_screen_resume(self) -> None:
        """Look anew whenever this screen comes to the front."""
        self._show_name()
        self.app.past.list_desk(self)

    def on_resize(self) -> None:
        """Cut the lines to the room that there is."""
        self.call_after_refresh(self._draw)

    # --- what comes in ---

    def show_progress(self, done: int, of: int) -> None:
        """Tell how far the first look at many interviews is; once it is over, the list tells."""
        if done < of:
            self._note(f"Reading interviews: {done:,} of {of:,}")

    def on_desk_listed(self, message: DeskListed) -> None:
        """Show them."""
        self._rows = message.rows
        self._everybody = len({row.person for row in message.rows})
        self._choose(self._person)
        self._draw()

    def on_desk_searched(self, message: DeskSearched) -> None:
        """Show what was found, unless something else was typed meanwhile."""
        if self._listing is Listing.HITS and message.asked == self._asked:
            self._hits, self._most = message.hits, message.most
            self._draw()

    def on_report_written(self, message: ReportWritten) -> None:
        """Say where the table is; ask before anything is replaced."""
        self._exporter.written(message)

    def on_work_failed(self, message: WorkFailed) -> None:
        """They can't be listed or searched, or not be written."""
        self.query_one(Notice).say(message.sentence, trouble=True)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What can be done belongs to what has the focus."""
        self.refresh_bindings()

    def on_input_changed(self) -> None:
        """Narrow the list at once; search when nothing was typed for a moment."""
        if self._listing is not Listing.HITS:
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
        """Open it for review, at the turn that was found; of a candidate, list the interviews."""
        match self._listing:
            case Listing.HITS:
                hit = self._hits[event.option_index]
                self.post_message(ReviewRequested(hit.id, hit.turn))
            case Listing.PEOPLE:
                self._choose(self._people[event.option_index])
                self._list(Listing.INTERVIEWS)
            case Listing.INTERVIEWS:
                self.post_message(ReviewRequested(event.option_id or ""))

    # --- actions ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are keys only where nobody types; what was found is not exported."""
        if action in ("show", "narrow", "search", "people", "export", "calibrate", "name"):
            return not self._typing and (action, self._listing) != ("export", Listing.HITS)
        return True

    def action_show(self, which: str) -> None:
        """Show one kind of interviews."""
        self._which = Show[which]
        if self._listing is Listing.HITS:
            self._list(Listing.INTERVIEWS)
        self._draw()

    def action_people(self) -> None:
        """List the candidates."""
        self._choose(None)
        self._list(Listing.PEOPLE)
        self.query_one("#desk-list").focus()

    def action_narrow(self) -> None:
        """Type to narrow the list."""
        if self._listing is Listing.HITS:
            self._list(Listing.INTERVIEWS)
        self.query_one(Input).focus()

    def action_search(self) -> None:
        """Search everything said."""
        self._hits, self._most = (), False
        self._list(Listing.HITS)
        self.query_one(Input).focus()

    def action_to_list(self) -> None:
        """Go to the list."""
        listed = self.query_one("#desk-list", OptionList)
        if listed.option_count:
            listed.focus()

    def action_export(self) -> None:
        """Write what is listed to a table."""
        found = [row.id for row in self._found()]
        if found:
            self._say("")
            self._exporter.ask(found, cohort=True)

    def action_calibrate(self) -> None:
        """Show how far assessor, self-ratings and mentors agree."""
        self.app.push_screen(CalibrationScreen())

    def action_name(self) -> None:
        """Ask who it is; without a name there is only reading."""

        def known(name: str | None) -> None:
            if name is not None:
                self.app.mentor = name
                self._show_name()

        self.app.push_screen(AskScreen(ASK_NAME, self.app.mentor, self.app.name_trouble), known)

    def action_leave(self) -> None:
        """A step back: from a search, a list of candidates or what was typed to the interviews;
        from those of one candidate to all; and from there home."""
        if self._listing is not Listing.INTERVIEWS or self.query_one(Input).value:
            self._list(Listing.INTERVIEWS)
        elif self._person is not None:
            self._choose(None)
            self._draw()
        else:
            self.post_message(HomeRequested())
            return
        self.query_one("#desk-list").focus()

    # --- inside ---

    def _show_name(self) -> None:
        name = for_one_line(self.app.mentor, 40)
        title = f"Mentor's desk, {name}" if name else "Mentor's desk"
        self.query_one("#desk-title", Static).update(Content(title))

    @property
    def _typing(self) -> bool:
        return isinstance(self.focused, Input)

    @property
    def _asked(self) -> tuple[str, str | None]:
        """What is searched, and of whom."""
        return self.query_one(Input).value, self._person.person if self._person else None

    def _list(self, listing: Listing) -> None:
        """Begin another list, with nothing typed."""
        self._listing = listing
        line = self.query_one(Input)
        line.placeholder = SEARCH if listing is Listing.HITS else WHICH
        line.value = ""
        self._draw()

    def _search(self) -> None:
        text, person = self._asked
        if self._listing is Listing.HITS and text.strip():
            self.app.past.search_desk(self, text, person)
        else:
            self._hits, self._most = (), False
            self._draw()

    def _choose(self, person: PersonRow | None) -> None:
        """Have only the interviews of one candidate, or those of all."""
        self._person = person
        self._theirs = of_person(self._rows or (), person.person if person else None)
        self._counts = counts(self._theirs)

    def _found(self) -> list[DeskRow]:
        """Those of them that are of the kind and have the words that were typed."""
        return narrowed(self._theirs, self.query_one(Input).value, self._which)

    def _draw(self) -> None:
        if self._rows is None:
            return
        self._draw_tabs()
        head = self.query_one("#desk-head", Static)
        head.display = self._listing is not Listing.HITS
        head.update(Content(PEOPLE_HEAD if self._listing is Listing.PEOPLE else HEAD))
        match self._listing:
            case Listing.HITS:
                self._draw_hits()
            case Listing.PEOPLE:
                self._draw_people()
            case Listing.INTERVIEWS:
                self._draw_rows()

    def _draw_tabs(self) -> None:
        for which in Show:
            chosen = which is self._which and self._listing is not Listing.HITS
            tab = self.query_one(f"#kind-{which.name.lower()}", KindTab)
            tab.tell(self._counts[which], chosen=chosen)
        who = self._person.who if self._person else ""
        self.query_one(PeopleTab).tell(who, self._everybody, listed=self._listing is Listing.PEOPLE)

    def _draw_rows(self) -> None:
        found = self._found()
        room = self._room
        self._put((row.id, _cut(row.text, room)) for row in found[:MAX_LISTED])
        if not self._rows:
            self._note("There are no interviews in this folder yet.")
        elif not found:
            self._note("None of them is of this kind and has these words.")
        else:
            self._count(len(found), "interview")

    def _draw_people(self) -> None:
        """Everybody with such an interview; the line narrows as in the list of interviews."""
        self._people = tuple(people(self._found()))
        room = self._room
        listed = self._people[:MAX_LISTED]
        self._put((f"={each.person}", _cut(each.text, room)) for each in listed)
        if self._people:
            self._count(len(self._people), "candidate")
        else:
            self._note("Nobody has an interview of this kind with these words.")

    def _draw_hits(self) -> None:
        self._put((None, hit.text) for hit in self._hits)
        if not self.query_one(Input).value.strip():
            self._note("Type words that were asked or said; all of them are looked for.")
        elif not self._hits:
            self._note("Nothing found.")
        else:
            more = " There may be more." if self._most else ""
            count = len(self._hits)
            self._note(f"{count} turn{'' if count == 1 else 's'}.{more}")

    def _put(self, lines: Iterable[tuple[str | None, str]]) -> None:
        """Fill the list, and stay at the line that was chosen if it is still there."""
        listed = self.query_one("#desk-list", OptionList)
        before = listed.highlighted_option.id if listed.highlighted_option else None
        options = [Option(Content(text), id=name) for name, text in lines]
        listed.set_options(options)
        places = [place for place, each in enumerate(options) if before and each.id == before]
        listed.highlighted = next(iter(places), 0) if options else None

    @property
    def _room(self) -> int:
        return max(self.query_one("#desk-list").scrollable_content_region.width - 2, 40)

    def _count(self, count: int, what: str) -> None:
        some = f"; the first {MAX_LISTED} are listed" if count > MAX_LISTED else ""
        self._note(f"{count:,} {what}{'' if count == 1 else 's'}{some}.")

    def _note(self, text: str) -> None:
        self.query_one("#desk-note", Static).update(Content(text))

    def _say(self, text: str) -> None:
        self.query_one(Notice).say(text)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"
