"""Beside the conversation, where there is room: where it stands and what has been heard."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interviewer.tui.view import Standing
from interviewer.tui.widgets.results_panel import quoted


class EvidencePanel(VerticalScroll):
    """Never the level: that comes with the results."""

    HELP = (
        "Where the interview stands, and the words of yours that count as evidence so far, each "
        "with what it shows. What it comes to is told when the competence is finished."
    )

    DEFAULT_CSS = """
    EvidencePanel {
        width: 38; padding: 1 2; border-left: vkey $border-blurred; scrollbar-size-vertical: 1;
        & > .label { color: $text-muted; }
        & > #panel-title { text-style: bold; }
        & > #panel-bar { color: $text-primary; margin: 1 0; }
        & > #panel-heard { margin: 1 0 0 0; }
    }
    """

    can_focus = False

    def compose(self) -> ComposeResult:
        """Empty until there is something to show."""
        yield Static(id="panel-place", classes="label")
        yield Static(id="panel-title")
        yield Static(id="panel-bar")
        yield Static(id="panel-subject")
        yield Static(id="panel-case", classes="label")
        yield Static(id="panel-heard")

    def show(self, standing: Standing) -> None:
        """Show where it stands."""
        place = f"Competence {standing.place}" if standing.place else ""
        case = standing.case[:1].upper() + standing.case[1:]
        for name, text in (
            ("place", place),
            ("title", standing.title),
            ("bar", standing.bar),
            ("subject", standing.subject),
            ("case", case),
        ):
            self.query_one(f"#panel-{name}", Static).update(Content(text))
        self.query_one("#panel-heard", Static).update(_heard(standing))


def _heard(standing: Standing) -> Content:
    if not standing.heard:
        return Content.styled("Heard so far: nothing yet" if standing.case else "", "$text-muted")
    blocks = []
    for on in standing.heard:
        blocks.append(Content.styled(f"Heard on {on.name.lower()}", "bold"))
        blocks.extend(map(quoted, on.quotes))
    return Content("\n\n").join(blocks)
