"""The conversation of a mock assessment: with what was heard, where a rehearsal shows it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widget import Widget

from interviewer.tui.exam_view import SaidInExam
from interviewer.tui.report_view import Block
from interviewer.tui.view import Said
from interviewer.tui.widgets.conversation import Conversation
from interviewer.tui.widgets.report_section import drawn
from interviewer.tui.widgets.results_panel import ResultsPanel


class FeedbackPanel(ResultsPanel):
    """What was heard so far in a rehearsal."""

    DEFAULT_CSS = """
    FeedbackPanel {
        & > .heading { text-style: bold; margin: 1 0 0 0; }
        & > .heading:first-child { margin: 0; }
        & > .quiet { color: $text-muted; margin: 1 0 0 0; }
        & > .quote { margin: 0 0 0 2; padding: 0 0 0 1; border-left: outer $primary; }
        & > .part { margin: 1 0 0 0; }
    }
    """

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__(())
        self._blocks = blocks
        self.border_title = "What was heard"

    def compose(self) -> ComposeResult:
        """A widget a block."""
        for block in self._blocks:
            yield drawn(block)


class ExamConversation(Conversation):
    """Neutral until the end; only a rehearsal has panels."""

    def widgets_of(self, line: Said) -> Iterator[Widget]:
        """What one thing said looks like."""
        yield from super().widgets_of(line)
        if isinstance(line, SaidInExam) and line.feedback:
            yield FeedbackPanel(line.feedback)
