"""The first screen. It imports nothing heavy: it is what people wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.tui.messages import (
    InterviewsListed,
    ReadRequested,
    ResumeRequested,
    SetupRequested,
    WorkFailed,
)

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp
    from interviewer.tui.listing import Listed

RECENT = 6
LOOKED_AT = 500  # for one that is not finished; all are read in any case, to be counted
LABEL = 28
NOT_YET = {
    "epa": "The mock end-point assessment is not part of this version yet.",
    "mentor": "The mentor's desk is not part of this version yet.",
}
EMPTY = (
    "You have no interviews yet. Choose New interview to begin: the shortest takes about forty "
    "minutes, and you can stop at any point and go on another day."
)


class HomeScreen(Screen[None]):
    """Where everything starts from."""

    HELP = (
        "Move with the up and down keys, choose with Enter. Tab goes from the choices to the "
        "recent interviews.\nAn unfinished interview goes on where it stopped; a finished one "
        "opens to be read.\nNothing you write leaves this computer."
    )

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("n", "new", "New interview", id="home.new"),
        Binding("p", "past", "Past interviews", id="home.past"),
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
            yield OptionList(*_choices(None), id="choices", markup=False)
            yield Static(Content("Looking for earlier interviews ..."), id="recent-title")
            yield OptionList(id="recent", markup=False)
            yield Static(id="home-note")
        yield Footer()

    def on_mount(self) -> None:
        """Start on the choices; the list comes when the screen is there."""
        self._interviews: tuple[Listed, ...] = ()
        self._first = ""  # the interview that was left last
        self._at_first = False  # whether the next list is to be begun at its first line
        self.query_one("#recent").display = False
        self.query_one("#choices").focus()

    def on_screen_resume(self) -> None:
        """List the interviews anew whenever this screen comes to the front."""
        self.call_after_refresh(self.app.list_interviews, self, LOOKED_AT)

    def on_interviews_listed(self, message: InterviewsListed) -> None:
        """Show the recent interviews, and offer to go on with the one just left, or the latest."""
        self._interviews = message.interviews
        self._show_choices(self._unfinished())
        recent = self.query_one("#recent", OptionList)
        recent.display = bool(message.interviews)
        recent.set_options(
            Option(Content(item.row), id=item.id) for item in message.interviews[:RECENT]
        )
        title = "Recent interviews" if message.interviews else EMPTY
        self.query_one("#recent-title", Static).update(Content(title))

    def on_work_failed(self, message: WorkFailed) -> None:
        """The list could not be read."""
        self.query_one("#recent-title", Static).update(Content(f"! {message.sentence}"))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A list that gets the focus has a line to choose."""
        if isinstance(event.widget, OptionList) and event.widget.highlighted is None:
            event.widget.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        chosen = event.option_id or ""
        if event.option_list.id == "recent":
            self._open(chosen)
        elif chosen == "continue":
            unfinished = self._unfinished()
            self.post_message(ResumeRequested(unfinished.id if unfinished else None))
        elif chosen == "new":
            self.action_new()
        elif chosen == "past":
            self.action_past()
        else:
            self.note(NOT_YET[chosen])

    def action_new(self) -> None:
        """Set up a new interview."""
        self.post_message(SetupRequested())

    def action_past(self) -> None:
        """Look at past interviews."""
        from interviewer.tui.screens.past import PastScreen

        self.app.push_screen(PastScreen())

    def put_first(self, interview: str) -> None:
        """Offer to go on with this interview, which was just left, before any other."""
        self._first = interview
        self._at_first = True
        self.query_one("#choices").focus()

    def note(self, text: str) -> None:
        """Say something below the lists."""
        self.query_one("#home-note", Static).update(Content(text))

    def _open(self, interview: str) -> None:
        item = next(item for item in self._interviews if item.id == interview)
        self.post_message(
            ResumeRequested(interview) if item.can_go_on else ReadRequested(interview)
        )

    def _unfinished(self) -> Listed | None:
        """The interview to go on with: the one just left, else the latest."""
        open_ones = [item for item in self._interviews if item.can_go_on]
        return next(
            (item for item in open_ones if item.id == self._first), next(iter(open_ones), None)
        )

    def _show_choices(self, unfinished: Listed | None) -> None:
        choices = self.query_one("#choices", OptionList)
        at = choices.highlighted or 0
        more = bool(unfinished) - (choices.option_count - len(_choices(None)))
        choices.set_options(_choices(unfinished))
        choices.highlighted = max(at + more, 0) if at and not self._at_first else 0
        self._at_first = False


def _choices(unfinished: Listed | None) -> list[Option]:
    go_on = []
    if unfinished:
        label = ("Go on where you stopped", f"{unfinished.about}, {unfinished.when}")
        go_on = [Option(_choice(*label), id="continue")]
    return [
        *go_on,
        Option(_choice("New interview", "choose a role and a length"), id="new"),
        Option(_choice("Past interviews", "read what was said and heard"), id="past"),
        Option(_choice("Mock end-point assessment", "not here yet"), id="epa"),
        Option(_choice("Mentor's desk", "not here yet"), id="mentor"),
    ]


def _choice(label: str, more: str) -> Content:
    return Content.assemble((f"{label:<{LABEL}}", "bold"), more)
