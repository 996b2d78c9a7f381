"""How ratings have moved: each aspect of each competence, its attempts, and a line through them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewer.tui.history_view import HEAD, AspectShown, HistoryShown
from interviewer.tui.home_view import Person
from interviewer.tui.messages import (
    CompareRequested,
    HistoryMade,
    HomeRequested,
    ReadRequested,
    TryAgainRequested,
    WorkFailed,
)
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

EMPTY = (
    "Nothing has been rated yet. An interview counts here from the first competence whose results "
    "you have seen."
)
MARKED = "Marked. Press Enter or m on another attempt to see the two side by side."


class HistoryScreen(Screen[None]):
    """Two lists: what was talked about, and the attempts on what is chosen there."""

    HELP = (
        "The left list has each aspect of each competence, with its latest rating and how it is to "
        "the one before. Enter or the right arrow key goes to its attempts; the left arrow key "
        "goes back.\nIn the attempts, Enter opens the interview to be read. m marks an attempt; "
        "with a second one, the two are shown side by side.\nt talks about the competence again, "
        "in the same role: a new attempt, and the old ones stay."
    )

    BINDINGS = [
        Binding("escape", "leave", "Home", id="history.leave"),
        Binding("m", "mark", "Mark", tooltip="Mark to compare", id="history.mark"),
        Binding("d", "compare", "Compare", tooltip="The two side by side", id="history.compare"),
        Binding("t", "again", "Try again", id="history.again"),
        Binding("c", "choose", "Candidate", tooltip="Whose history", id="history.choose"),
        Binding("right", "to_attempts", show=False, id="history.right"),
        Binding("left", "to_aspects", show=False, id="history.left"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    app: InterviewerApp

    def __init__(self, person: str | None = None, competence: int | None = None) -> None:
        super().__init__()
        self._person = person
        self._first = competence  # where to begin
        self._people: tuple[Person, ...] = ()
        self._histories: tuple[HistoryShown, ...] = ()
        self._aspects: dict[str, AspectShown] = {}
        self._marked: list[str] = []
        self._shown_last: str | None = None

    def compose(self) -> ComposeResult:
        """What was talked about beside the attempts."""
        yield Static(Content("History"), id="history-title")
        yield Static(Content("Looking at earlier interviews ..."), id="history-wait")
        with Horizontal(id="history-body"):
            yield OptionList(id="rated-aspects", markup=False)
            with Vertical(id="history-detail"):
                yield Static(id="history-about")
                yield Static(id="history-chart")
                yield Static(Content(HEAD), id="attempts-head")
                yield OptionList(id="attempts", markup=False)
        yield Notice(id="notice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the attempts brought together."""
        self.query_one("#history-body").display = False

    def on_screen_resume(self) -> None:
        """Look anew whenever this screen comes to the front."""
        self.app.past.make_history(self, self._person)

    def on_resize(self) -> None:
        """Draw the line in the room that there is."""
        self.call_after_refresh(self._draw)

    def show_progress(self, done: int, of: int) -> None:
        """Tell how far the first look at many interviews is."""
        self._wait(f"Reading earlier interviews: {done:,} of {of:,}")

    async def on_history_made(self, message: HistoryMade) -> None:
        """Show them."""
        if message.person.person != self._person:
            self._unmark()
        self._person, self._people = message.person.person, message.people
        self._histories = message.histories
        self._aspects = dict(_numbered(message.histories))
        title = f"History of {message.person.name}" if message.people else "History"
        self.query_one("#history-title", Static).update(Content(title))
        self._wait("" if self._aspects else EMPTY)
        self.query_one("#history-body").display = bool(self._aspects)
        self._show_aspects()
        self.refresh_bindings()

    def on_work_failed(self, message: WorkFailed) -> None:
        """They can't be brought together, or what was asked for can't be done."""
        if self._aspects:
            self.query_one(Notice).say(message.sentence, trouble=True)
        else:
            self._wait(f"! {message.sentence}")

    @on(OptionList.OptionHighlighted, "#rated-aspects")
    def show_attempts(self, event: OptionList.OptionHighlighted) -> None:
        """Show the attempts on what is chosen; what was marked elsewhere no longer is."""
        if event.option_id == self._shown_last:  # it was drawn with the list
            return
        self._shown_last = event.option_id
        self._unmark()
        self._draw()
        self._show_attempts()
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#rated-aspects")
    def go_to_attempts(self) -> None:
        """Enter goes on to the attempts."""
        self.action_to_attempts()

    @on(OptionList.OptionSelected, "#attempts")
    def open_attempt(self, event: OptionList.OptionSelected) -> None:
        """Open the interview to be read, or compare it with the one that is marked."""
        chosen = event.option_id or ""
        if self._marked and chosen not in self._marked:
            self._mark(chosen)
        else:
            self.post_message(ReadRequested(chosen))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What can be done belongs to the list that has the focus."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense now."""
        match action:
            case "mark":
                return bool(self._aspects) and self._in_attempts
            case "compare":
                return len(self._marked) == 2
            case "again":
                return bool(self._aspects)
            case "choose":
                return len(self._people) > 1
        return True

    def action_mark(self) -> None:
        """Mark the attempt, or take the mark away; a second mark compares."""
        option = self.query_one("#attempts", OptionList).highlighted_option
        if option is not None and option.id:
            self._mark(option.id)

    def action_compare(self) -> None:
        """Show the two that are marked side by side."""
        shown = self._shown
        if shown is not None and len(self._marked) == 2:
            first, second = self._marked
            self.post_message(CompareRequested(first, second, (shown.competence, shown.aspect)))

    def action_again(self) -> None:
        """Talk about the competence again, in the role of the attempt that is chosen."""
        shown = self._shown
        if shown is not None:
            option = self.query_one("#attempts", OptionList).highlighted_option
            of = option.id if option and option.id else shown.attempts[0].interview
            self.post_message(TryAgainRequested(of, shown.competence))

    def action_choose(self) -> None:
        """Choose whose history to look at."""
        from interviewer.tui.screens.choose import ChooseScreen

        def chosen(place: str | None) -> None:
            if place is not None:
                self._person = self._people[int(place)].person
                self.app.past.make_history(self, self._person)

        choices = [(str(place), each.name) for place, each in enumerate(self._people)]
        self.app.push_screen(ChooseScreen("Whose history?", choices), chosen)

    def action_to_attempts(self) -> None:
        """Go to the attempts."""
        if self._aspects:
            self.query_one("#attempts").focus()

    def action_to_aspects(self) -> None:
        """Go back to what was talked about."""
        if self._aspects:
            self.query_one("#rated-aspects").focus()

    def action_leave(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested())

    # --- inside ---

    @property
    def _shown(self) -> AspectShown | None:
        option = self.query_one("#rated-aspects", OptionList).highlighted_option
        return self._aspects.get(option.id or "") if option else None

    @property
    def _in_attempts(self) -> bool:
        return self.focused is not None and self.focused.id == "attempts"

    def _wait(self, text: str) -> None:
        wait = self.query_one("#history-wait", Static)
        wait.display = bool(text)
        wait.update(Content(text))

    def _show_aspects(self) -> None:
        aspects = self.query_one("#rated-aspects", OptionList)
        before = aspects.highlighted_option
        at = before.id if before else self._place_of(self._first)
        aspects.set_options(_lines(self._histories))
        ids = [option.id for option in aspects.options]
        if self._aspects:
            aspects.highlighted = ids.index(
                at if at in self._aspects else next(iter(self._aspects))
            )
            highlighted = aspects.highlighted_option
            self._shown_last = highlighted.id if highlighted else None
            self._draw()
            self._show_attempts()
            if self.focused is None:
                aspects.focus()

    def _place_of(self, competence: int | None) -> str | None:
        found = (key for key, each in self._aspects.items() if each.competence == competence)
        return next(found, None)

    def _draw(self) -> None:
        """The line through the attempts, and what they come to."""
        shown = self._shown
        if shown is None:
            return
        about = self.query_one("#history-about", Static)
        words = " ".join(filter(None, (shown.moved, shown.due)))
        about.update(
            Content.assemble((f"{shown.title}, {shown.name.lower()}", "bold"), "\n", words)
        )
        chart = self.query_one("#history-chart", Static)
        width = max(chart.content_region.width, 1)
        legend = (f"\n{shown.legend}", "$text-muted") if shown.legend else ""
        chart.update(Content.assemble(shown.chart(width), legend))

    def _show_attempts(self) -> None:
        shown = self._shown
        attempts = self.query_one("#attempts", OptionList)
        at = attempts.highlighted or 0
        rows = shown.attempts if shown else ()
        options = [
            Option(Content(item.row(marked=item.interview in self._marked)), id=item.interview)
            for item in rows
        ]
        if shown and shown.older:
            options.append(Option(Content(f"  {shown.older:,} older ones"), disabled=True))
        attempts.set_options(options)
        attempts.highlighted = min(at, len(rows) - 1) if rows else None

    def _mark(self, interview: str) -> None:
        if interview in self._marked:
            self._marked.remove(interview)
        else:
            self._marked = [*self._marked[-1:], interview]
        self._show_attempts()
        self.query_one(Notice).say(MARKED if len(self._marked) == 1 else "")
        self.refresh_bindings()
        if len(self._marked) == 2:
            self.action_compare()

    def _unmark(self) -> None:
        if self._marked:
            self._marked = []
            self.query_one(Notice).say("")


def _numbered(histories: tuple[HistoryShown, ...]) -> Iterator[tuple[str, AspectShown]]:
    for place, history in enumerate(histories):
        for aspect in history.aspects:
            yield f"{place}-{aspect.competence}-{aspect.aspect}", aspect


def _lines(histories: tuple[HistoryShown, ...]) -> Iterator[Option]:
    """Aspects under the titles of their competences, and those under their framework's name."""
    for place, history in enumerate(histories):
        if len(histories) > 1:
            yield Option(Content.styled(history.framework, "$text-muted"), disabled=True)
        shown = None
        for aspect in history.aspects:
            if aspect.competence != shown:
                shown = aspect.competence
                yield Option(Content.styled(aspect.title, "bold"), disabled=True)
            key = f"{place}-{aspect.competence}-{aspect.aspect}"
            yield Option(Content(aspect.row), id=key)
