"""What a mock assessment came to, as one page that scrolls: an indication, and what it rests on."""

from __future__ import annotations

from textual.binding import Binding

from interviewer.tui.messages import ExamResultMade
from interviewer.tui.screens.sections import MOST_SECTIONS, Page, SectionsScreen, section_key


class ResultPage(Page):
    """What scrolls."""

    HELP = (
        "The result of a mock assessment: what was heard, and where. A grade is an indication, by "
        "the defaults that are named at the top, and no assessor has seen it.\n"
        "The up and down keys, page up and page down scroll; the number of a section goes to it, "
        "s lists them all. Under each quote stands the turn in which you said it."
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
        Binding("escape", "back", "Back", id="report.back"),
        Binding(
            "escape,enter", "home", "Home", tooltip="Back to the first screen", id="report.home"
        ),
    ]

    def __init__(self, interview: str, *, at_end: bool = False, said: str = "") -> None:
        super().__init__(at_end=at_end, said=said)
        self._interview = interview

    def page(self) -> Page:
        """What the sections are put in."""
        return ResultPage(id="report-page")

    def make(self) -> None:
        """Have the result put together."""
        self.app.make_exam_result(self._interview, self)

    async def on_exam_result_made(self, message: ExamResultMade) -> None:
        """Show it."""
        await self.show(message.shown, message.trouble)
