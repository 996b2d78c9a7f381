"""Two attempts side by side: what they came to, what was heard, and how the answers differ."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from interviewer.tui.compare_view import ComparisonShown
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.two_attempts import TwoAttempts

NOTHING = "Nothing was talked about in both interviews, so there is nothing to compare."


class CompareScreen(Screen[None]):
    """A block for each aspect that was talked about in both."""

    HELP = (
        "Two attempts, the older one on the left, or above where there is little room. The up and "
        "down keys and page up and page down scroll; n goes to the next aspect, b goes back.\n"
        "What is gone from the answer stands in [- -], what is new in [+ +]."
    )

    BINDINGS = [
        Binding("escape", "app.pop_screen", "Back", id="compare.leave"),
        Binding("n", "step(1)", "Next", tooltip="Next aspect", id="compare.next"),
        Binding("b", "step(-1)", "Before", tooltip="The aspect before", id="compare.before"),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    def __init__(self, comparison: ComparisonShown) -> None:
        super().__init__()
        self._comparison = comparison
        self._at = 0

    def compose(self) -> ComposeResult:
        """Which two they are, then the aspects."""
        comparison = self._comparison
        yield Static(Content("Two attempts side by side"), id="compare-title")
        with VerticalScroll(id="compare-body"):
            yield Static(
                Content(f"Then: {comparison.first}\nNow:  {comparison.second}"), id="compare-head"
            )
            if not comparison.both:
                yield Static(Content(NOTHING), classes="only")
            for each in comparison.both:
                yield TwoAttempts(each)
            for sentence in comparison.only:
                yield Static(Content(sentence), classes="only")
        yield KeyLine()

    def on_mount(self) -> None:
        """The keys scroll at once."""
        self.query_one("#compare-body").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be another aspect to go to."""
        return len(self._comparison.both) > 1 if action == "step" else True

    def action_step(self, by: int) -> None:
        """Go to another aspect."""
        blocks = list(self.query(TwoAttempts))
        self._at = min(max(self._at + by, 0), len(blocks) - 1)
        body = self.query_one("#compare-body", VerticalScroll)
        body.scroll_to_widget(blocks[self._at], top=True, animate=False)
