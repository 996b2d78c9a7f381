"""The first screen. It imports nothing heavy: it is what people wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewer.tui.messages import (
    CoverageMade,
    DashboardMade,
    ExamSetupRequested,
    HistoryRequested,
    InterviewsListed,
    ReadRequested,
    ResumeRequested,
    SetupRequested,
    TryAgainRequested,
    WorkFailed,
)
from interviewer.tui.widgets.coverage import Coverage
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.start_list import GO_ON, StartList

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp
    from interviewer.tui.home_view import Dashboard
    from interviewer.tui.listing import Listed

RECENT, RECENT_SHORT = 6, 3
TALL = 30  # lines from which there is room for more
LOOKED_AT = 500  # for one that is not finished
EMPTY = (
    "You have no interviews yet. Choose New interview to begin: the shortest takes about forty "
    "minutes, and you can stop at any point and go on another day."
)


class HomeScreen(Screen[None]):
    """Where everything starts from."""

    HELP = (
        "Move with the up and down keys, choose with Enter. Tab goes from the choices to the "
        "recent interviews.\nAn unfinished interview goes on where it stopped; a finished one "
        "opens to be read. What is due, and your biggest gap, open an interview on that "
        "competence in the same role.\nNothing you write leaves this computer."
    )

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("n", "new", "New", tooltip="New interview", id="home.new"),
        Binding("p", "past", "Past interviews", id="home.past"),
        Binding("h", "history", "History", tooltip="How ratings have moved", id="home.history"),
        Binding("c", "choose", "Candidate", tooltip="Whose interviews", id="home.choose"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]

    app: InterviewerApp

    def compose(self) -> ComposeResult:
        """The choices, and room for the recent interviews."""
        with VerticalScroll(id="home", can_focus=False):
            yield Static(Content("interviewer"), id="home-title")
            yield Static(
                Content("Practise talking about your project work, and see what was heard."),
                id="home-tagline",
            )
            yield Static(id="next-title")
            yield StartList(id="choices")
            yield Coverage(id="coverage")
            yield Static(Content("Looking for earlier interviews ..."), id="recent-title")
            yield OptionList(id="recent", markup=False)
            yield Static(id="home-progress")
            yield Static(id="home-note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Start on the choices; the rest comes when the screen is there."""
        self._interviews: tuple[Listed, ...] = ()
        self._dashboard: Dashboard | None = None
        self._person: str | None = None  # who was chosen, if anybody was
        self._first = ""  # the interview that was left last
        for hidden in ("#recent", "#next-title", "#home-progress", "#home-note"):
            self.query_one(hidden).display = False
        self.query_one("#choices").focus()

    def on_screen_resume(self) -> None:
        """Look anew whenever this screen comes to the front."""
        self.call_after_refresh(self._look)

    def on_resize(self) -> None:
        """Show as many recent interviews as there is room for."""
        self._show_recent()

    def on_interviews_listed(self, message: InterviewsListed) -> None:
        """Show the recent interviews, and offer to go on with the one just left, or the latest."""
        before = self._interviews
        self._interviews = message.interviews
        if message.newest_only:
            newest = {item.id for item in message.interviews}
            self._interviews += tuple(item for item in before if item.id not in newest)
        else:
            self.query_one("#home-progress").display = False
        self._show_choices()
        self._show_recent()
        title = "Recent interviews" if message.interviews else EMPTY
        self.query_one("#recent-title", Static).update(Content(title))
        self.query_one("#home-tagline").display = not message.interviews
        self.query_one("#home").set_class(bool(message.interviews), "-has-interviews")
        if not message.interviews:  # the last one has been deleted
            self._dashboard, self._person = None, None
            self._show_choices()
            self.query_one(Coverage).show(None, "")

    def on_dashboard_made(self, message: DashboardMade) -> None:
        """Show what to do next, unless it is for somebody who is no longer asked about."""
        if self._person not in (None, message.dashboard.person.person):
            return
        self._dashboard = message.dashboard
        self._show_choices()
        self.refresh_bindings()

    def on_coverage_made(self, message: CoverageMade) -> None:
        """Show how far the role is covered."""
        if self._dashboard and message.person == self._dashboard.person.person:
            self.query_one(Coverage).show(message.coverage, self._whose)

    def on_work_failed(self, message: WorkFailed) -> None:
        """The list could not be read."""
        self.query_one("#recent-title", Static).update(Content(f"! {message.sentence}"))

    def show_progress(self, done: int, of: int) -> None:
        """Tell how far the first look at many interviews is."""
        progress = self.query_one("#home-progress", Static)
        progress.display = done < of
        progress.update(Content(f"Reading earlier interviews: {done:,} of {of:,}"))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A list that gets the focus has a line to choose."""
        if isinstance(event.widget, OptionList) and event.widget.highlighted is None:
            event.widget.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        chosen = event.option_id or ""
        if event.option_list.id == "recent":
            self._open(chosen)
        elif chosen == GO_ON:
            unfinished = self._unfinished()
            self.post_message(ResumeRequested(unfinished.id if unfinished else None))
        elif chosen == "new":
            self.action_new()
        elif chosen == "past":
            self.action_past()
        elif chosen == "mentor":
            self.action_desk()
        elif chosen == "epa":
            self.post_message(ExamSetupRequested())
        else:
            self._do_next(chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nobody to choose where there is only one candidate."""
        return bool(self._whose) if action == "choose" else True

    def action_new(self) -> None:
        """Set up a new interview."""
        self.post_message(SetupRequested())

    def action_past(self) -> None:
        """Look at past interviews."""
        from interviewer.tui.screens.past import PastScreen

        self.app.push_screen(PastScreen())

    def action_desk(self) -> None:
        """Look at interviews as a mentor does."""
        from interviewer.tui.screens.desk import DeskScreen

        if not isinstance(self.app.screen, DeskScreen):
            self.app.push_screen(DeskScreen())

    def action_history(self) -> None:
        """Look at how ratings have moved."""
        self.post_message(HistoryRequested(self._shown_person))

    def action_choose(self) -> None:
        """Choose whose interviews this is about."""
        from interviewer.tui.screens.choose import ChooseScreen

        people = self._dashboard.people if self._dashboard else ()
        choices = [(str(place), each.name) for place, each in enumerate(people)]

        def chosen(place: str | None) -> None:
            if place is not None:
                self._person = people[int(place)].person
                self._first = ""
                self._look()

        self.app.push_screen(ChooseScreen("Whose interviews?", choices), chosen)

    def put_first(self, interview: str) -> None:
        """Offer to go on with this interview, which was just left, before any other."""
        self._first = interview
        choices = self.query_one(StartList)
        choices.begin_at_first()
        choices.focus()

    def note(self, text: str) -> None:
        """Say something below the lists."""
        note = self.query_one("#home-note", Static)
        note.display = bool(text)
        note.update(Content(text))

    # --- inside ---

    def _look(self) -> None:
        self.app.past.look_at_home(self, LOOKED_AT, self._person)

    @property
    def _shown_person(self) -> str | None:
        return self._dashboard.person.person if self._dashboard else self._person

    @property
    def _whose(self) -> str:
        """The name of whom this is about, where there are several."""
        several = self._dashboard and len(self._dashboard.people) > 1
        return self._dashboard.person.name if self._dashboard and several else ""

    def _open(self, interview: str) -> None:
        item = next(item for item in self._interviews if item.id == interview)
        self.post_message(
            ResumeRequested(interview) if item.can_go_on else ReadRequested(interview)
        )

    def _do_next(self, chosen: str) -> None:
        for item in self._dashboard.next if self._dashboard else ():
            if item.id == chosen:
                self.post_message(TryAgainRequested(item.interview, item.competence))

    def _unfinished(self) -> Listed | None:
        """The interview to go on with: the one just left, that of who was chosen, or the latest."""
        open_ones = {item.id: item for item in self._interviews if item.can_go_on}
        theirs = self._dashboard.go_on if self._dashboard and self._person is not None else ""
        wanted = open_ones.get(self._first) or open_ones.get(theirs)
        return wanted or next(iter(open_ones.values()), None)

    def _show_choices(self) -> None:
        choices = self.query_one(StartList)
        choices.show(self._unfinished(), self._dashboard.next if self._dashboard else ())
        title = self.query_one("#next-title", Static)
        title.display = choices.has_next
        whose = f", {self._whose}" if self._whose else ""
        title.update(Content(f"What to do next{whose}"))

    def _show_recent(self) -> None:
        room = RECENT if self.size.height >= TALL else RECENT_SHORT
        recent = self.query_one("#recent", OptionList)
        recent.display = bool(self._interviews)
        at = recent.highlighted
        recent.set_options(
            Option(Content(item.row), id=item.id) for item in self._interviews[:room]
        )
        if at is not None and recent.option_count:
            recent.highlighted = min(at, recent.option_count - 1)
