"""What a mock assessment came to, as one page that scrolls: an indication, and what it rests on."""

from __future__ import annotations

from textual.binding import Binding

from interviewer.tui.messages import ExamResultMade, ReportWritten
from interviewer.tui.screens.export import Exporter
from interviewer.tui.screens.sections import MOST_SECTIONS, Page, SectionsScreen, section_key
from interviewer.tui.widgets.notice import Notice


class ResultPage(Page):
    """What scrolls."""

    HELP = (
        "The result of a mock assessment: what was heard, and where. A grade is an indication, by "
        "the defaults that are named at the top, and no assessor has seen it.\n"
        "The up and down keys, page up and page down scroll; the number of a section goes to it, "
        "s lists them all. Under each quote stands the turn in which you said it. e writes it to a "
        "file, with all questions and answers."
    )


class ExamResultScreen(SectionsScreen):
    """The result of one saved mock assessment."""

    TITLE_AT_FIRST = "Mock assessment"
    WAIT = "Putting the result together ..."
    HELP = ResultPage.HELP

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("s", "sections", "Sections", tooltip="List the sections", id="report.sections"),
        *map(section_key, range(1, MOST_SECTIONS + 1)),
        Binding("e", "export", "Export", tooltip="Write the result to a file", id="report.export"),
        Binding("escape", "back", "Back", id="report.back"),
        Binding(
            "escape,enter", "home", "Home", tooltip="Back to the first screen", id="report.home"
        ),
    ]

    def __init__(self, interview: str, *, at_end: bool = False, said: str = "") -> None:
        super().__init__(at_end=at_end, said=said)
        self._interview = interview
        self._there = False
        self._exporter = Exporter(self, "The result", self._say)

    def page(self) -> Page:
        """What the sections are put in."""
        return ResultPage(id="report-page")

    def make(self) -> None:
        """Have the result put together."""
        self.app.make_exam_result(self._interview, self)

    async def on_exam_result_made(self, message: ExamResultMade) -> None:
        """Show it."""
        self._there = True
        await self.show(message.shown, message.trouble)

    def on_report_written(self, message: ReportWritten) -> None:
        """Say where it is; ask before anything is replaced."""
        self._exporter.written(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the result there is nothing to export."""
        return self._there if action == "export" else super().check_action(action, parameters)

    def action_export(self) -> None:
        """Write the result to a file; as what and where is asked."""
        self._exporter.ask([self._interview])

    def _say(self, sentence: str) -> None:
        self.query_one(Notice).say(sentence)
