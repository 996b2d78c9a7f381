"""The conversation as it grows: only new lines are mounted, and it stays at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from interviewer.engine.conversation import Kind, Speaker
from interviewer.tui.view import Said
from interviewer.tui.widgets.results_panel import ResultsPanel

LAYOUTS = 10  # refreshes to wait for a new panel to get its place


class Conversation(VerticalScroll):
    """What both have said. Candidate text is never markup and never Markdown."""

    HELP = (
        "What has been said so far. The up and down keys, page up and page down scroll; End goes "
        "back to the latest. What you said stands further in, behind a bar."
    )

    DEFAULT_CSS = """
    Conversation { height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    Conversation > Static { margin: 0 0 1 0; max-width: 92; }
    Conversation > .question, Conversation > .probe { text-style: bold; }
    Conversation > .candidate {
        margin: 0 0 1 4; padding: 0 0 0 1; border-left: outer $primary; color: $foreground;
    }
    Conversation > .aside { text-style: italic; }
    Conversation > .end { text-style: bold; }
    """

    def __init__(self, *, id: str | None = None, follow: bool = True) -> None:
        super().__init__(id=id)
        self._follow = follow
        self._last = 0
        self._parked = False

    def on_mount(self) -> None:
        """Stay at the end until the reader scrolls."""
        if self._follow:
            self.anchor()

    @property
    def last(self) -> int:
        """The number of the last fact that is shown."""
        return self._last

    def add(self, said: Sequence[Said], last: int) -> None:
        """Show more lines; ``last`` is the number of the last fact that they come from."""
        self._last = max(self._last, last)
        widgets = [widget for line in said for widget in self.widgets_of(line)]
        if not widgets:
            return
        if self._parked:
            self._parked = False
            self.anchor()
        self.mount_all(widgets)
        if self._follow and isinstance(widgets[-1], ResultsPanel):
            self._parked = True
            self.call_after_refresh(self._show_from, widgets[-1], LAYOUTS)

    def follow(self) -> None:
        """Go back to the end and stay there, wherever the reader has scrolled."""
        if self._follow and not self._parked:
            self.anchor()

    def page(self, *, up: bool) -> None:
        """Scroll by a page."""
        (self.scroll_page_up if up else self.scroll_page_down)(animate=False)

    def widgets_of(self, line: Said) -> Iterator[Widget]:
        """What one thing said looks like."""
        if line.text:
            side = "candidate" if line.speaker is Speaker.CANDIDATE else "interviewer"
            yield Static(Content(line.text), classes=f"{side} {line.kind}")
        if line.kind is Kind.RESULTS and line.results:
            yield ResultsPanel(line.results)

    def _show_from(self, panel: ResultsPanel, patience: int) -> None:
        """Results may be longer than the screen: they are read from their beginning.

        On a busy machine a refresh may come before the panel has its place: then wait for the next.
        """
        if panel.size.height or not patience:
            self.scroll_to_widget(panel, top=True, animate=False)
        else:
            self.call_after_refresh(self._show_from, panel, patience - 1)
