"""The report: where the candidate stands and what to do next, as one page that scrolls."""

from __future__ import annotations

from textual.binding import Binding

from interviewer.export.reports import Reported
from interviewer.session import Session
from interviewer.tui.messages import ReportMade, ReportWritten
from interviewer.tui.report_view import shown
from interviewer.tui.screens.export import Exporter
from interviewer.tui.screens.sections import (
    MOST_SECTIONS,
    Page,
    SectionsScreen,
    section_key,
)
from interviewer.tui.widgets.notice import Notice


class ReportPage(Page):
    """What scrolls."""

    HELP = (
        "The report. The up and down keys, page up and page down scroll; the number of a section "
        "goes to it, s lists them all.\n"
        "In the bars, the filled part is the level that was heard; the letters mark what you said, "
        "what your role requires, and what the next one does. A small gap is one level, a large "
        "one is more.\n"
        "e writes the report to a file, with all questions and answers."
    )


class ReportScreen(SectionsScreen):
    """The report on one interview: of the open one as it stands, or of any that was saved."""

    HELP = ReportPage.HELP

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("s", "sections", "Sections", tooltip="List the sections", id="report.sections"),
        *map(section_key, range(1, MOST_SECTIONS + 1)),
        Binding("e", "export", "Export", tooltip="Write the report to a file", id="report.export"),
        Binding("escape", "back", "Back", id="report.back"),
        Binding(
            "escape,enter", "home", "Home", tooltip="Back to the first screen", id="report.home"
        ),
    ]

    def __init__(self, about: Session | str, *, at_end: bool = False, said: str = "") -> None:
        super().__init__(at_end=at_end, said=said)
        self._about = about
        self._reported: Reported | None = None
        self._exporter = Exporter(self, "The report", self._say)

    def page(self) -> Page:
        """What the sections are put in."""
        return ReportPage(id="report-page")

    def make(self) -> None:
        """Have the report put together."""
        self.app.make_report(self._about, self)

    async def on_report_made(self, message: ReportMade) -> None:
        """Show it."""
        self._reported = message.reported
        await self.show(shown(message.reported.report), message.reported.trouble)

    def on_report_written(self, message: ReportWritten) -> None:
        """Say where it is; ask before anything is replaced."""
        self._exporter.written(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the report there is nothing to export."""
        if action == "export":
            return self._reported is not None
        return super().check_action(action, parameters)

    def action_export(self) -> None:
        """Write the report to a file; as what and where is asked."""
        if self._reported is not None:
            self._exporter.ask([self._reported.report.head.interview])

    def _say(self, sentence: str) -> None:
        self.query_one(Notice).say(sentence)
