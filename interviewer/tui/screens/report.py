"""The report: where the candidate stands and what to do next, as one page that scrolls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from interviewer.safe_text import for_one_line
from interviewer.session import Reported, Session
from interviewer.tui.messages import HomeRequested, ReportMade, ReportWritten, WorkFailed
from interviewer.tui.report_view import shown
from interviewer.tui.screens.choose import ChooseScreen
from interviewer.tui.screens.confirm import ConfirmScreen
from interviewer.tui.screens.export import ExportScreen, Wanted
from interviewer.tui.widgets.notice import Notice
from interviewer.tui.widgets.report_section import ReportSection

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

MOMENT = 0.4  # seconds after which it is said what the wait is for
WAIT = "Putting the report together ..."
MOST_SECTIONS = 9  # as many as there are keys


def _section_key(number: int) -> Binding:
    """The key that goes to a section; the help tells of the first for all."""
    return Binding(
        str(number),
        f"section({number})",
        "Go to the section with that number" if number == 1 else "",
        show=False,
        key_display=f"1-{MOST_SECTIONS}",
        id=f"report.section_{number}",
    )


class ReportPage(VerticalScroll):
    """What scrolls."""

    HELP = (
        "The report. The up and down keys, page up and page down scroll; the number of a section "
        "goes to it, s lists them all.\n"
        "In the bars, the filled part is the level that was heard; the letters mark what you said, "
        "what your role requires, and what the next one does. A small gap is one level, a large "
        "one is more.\n"
        "e writes the report to a file, with all questions and answers."
    )


class ReportScreen(Screen[None]):
    """The report on one interview: of the open one as it stands, or of any that was saved."""

    TOPICS = {
        "report-contents": (
            "The sections of the report. The up and down keys move, Enter goes to a section. Tab "
            "goes to the page."
        )
    }

    HELP = ReportPage.HELP

    BINDINGS = [
        Binding("f1", "app.explain", "Help", id="help"),
        Binding("s", "sections", "Sections", tooltip="List the sections", id="report.sections"),
        *map(_section_key, range(1, MOST_SECTIONS + 1)),
        Binding("e", "export", "Export", tooltip="Write the report to a file", id="report.export"),
        Binding("escape", "back", "Back", id="report.back"),
        Binding(
            "escape,enter", "home", "Home", tooltip="Back to the first screen", id="report.home"
        ),
    ]

    app: InterviewerApp

    def __init__(self, about: Session | str, *, at_end: bool = False, said: str = "") -> None:
        super().__init__()
        self._about = about
        self._at_end = at_end
        self._said = said
        self._reported: Reported | None = None
        self._titles: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The page, with its contents beside it where there is room."""
        yield Static(Content("Report"), id="report-title")
        yield Notice(id="notice")
        with Horizontal(id="report-desk"):
            yield OptionList(id="report-contents", markup=False)
            yield ReportPage(id="report-page")
        yield Footer()

    def on_mount(self) -> None:
        """Have the report put together; say so if that takes longer than a moment."""
        page = self.query_one(ReportPage)
        page.focus()
        self.watch(page, "scroll_y", self._mark_section, init=False)
        self.set_timer(MOMENT, self._say_what_for)
        self.app.make_report(self._about, self)

    # --- what comes in ---

    async def on_report_made(self, message: ReportMade) -> None:
        """Show it."""
        self._reported = message.reported
        report = shown(message.reported.report)
        self._titles = tuple(section.title for section in report.sections)
        self.query_one("#report-title", Static).update(Content(report.title))
        trouble = for_one_line(message.reported.trouble)
        self.query_one(Notice).say(trouble, trouble=bool(trouble))
        contents = self.query_one("#report-contents", OptionList)
        contents.set_options(
            Option(Content(f"{number}  {title}"), id=str(number))
            for number, title in enumerate(self._titles, start=1)
        )
        contents.highlighted = 0
        contents.set_class(True, "-filled")
        self.refresh_bindings()
        page = self.query_one(ReportPage)
        await page.mount(Static(Content(report.about), id="report-about"))
        for number, section in enumerate(report.sections, start=1):
            if self.is_attached:  # each is seen before the next is made
                await page.mount(ReportSection(number, section))

    def on_report_written(self, message: ReportWritten) -> None:
        """Say where it is; ask before anything is replaced."""
        path = for_one_line(str(message.path))
        if not message.in_the_way:
            self.query_one(Notice).say(f"The report was written to {path}")
            return

        def answer(yes: bool | None) -> None:
            if yes:
                self._write(message.format_id, message.path, replace=True)

        question = f"There is a file {path} already. Write the report in its place?"
        self.app.push_screen(ConfirmScreen(question, "Replace it", "Keep it"), answer)

    def on_work_failed(self, message: WorkFailed) -> None:
        """There is no report, or it was not written."""
        self.query_one(Notice).say(message.sentence, trouble=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to a section of the contents, and on to reading it."""
        self._go_to(event.option_id)

    # --- actions ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After an interview there is only the way home; before the report, nothing to do."""
        match action:
            case "back":
                return not self._at_end
            case "home":
                return self._at_end
            case "sections" | "export":
                return self._reported is not None
            case "section":
                return int(str(parameters[0])) <= len(self._titles)
        return True

    def action_section(self, number: int) -> None:
        """Go to the section with a number."""
        self._go_to(str(number))

    def action_sections(self) -> None:
        """Choose a section from a list."""
        choices = [(str(n), f"{n}  {title}") for n, title in enumerate(self._titles, start=1)]
        self.app.push_screen(ChooseScreen("Go to which section?", choices), self._go_to)

    def action_export(self) -> None:
        """Write the report to a file; as what and where is asked."""
        if self._reported is not None:
            interview = self._reported.report.head.interview
            self.app.push_screen(ExportScreen(interview), self._export)

    def action_back(self) -> None:
        """Back to where it was asked for."""
        self.dismiss()

    def action_home(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested(self._said))

    # --- inside ---

    def _say_what_for(self) -> None:
        notice = self.query_one(Notice)
        if self._reported is None and not notice.has_class("-said"):
            notice.say(WAIT)

    def _go_to(self, number: str | None) -> None:
        if number:
            page = self.query_one(ReportPage)
            page.focus()
            for section in self.query(f"#section-{number}"):  # none yet, while they are made
                page.scroll_to_widget(section, top=True, animate=False)

    def _mark_section(self) -> None:
        """Mark in the contents where the page stands."""
        page = self.query_one(ReportPage)
        contents = self.query_one("#report-contents", OptionList)
        if contents.has_focus or not self._titles:
            return
        top = page.scroll_y
        tops = [section.virtual_region.y for section in self.query(ReportSection)]
        contents.highlighted = max(sum(y <= top for y in tops) - 1, 0)

    def _export(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self._write(wanted.format_id, wanted.path, replace=False)

    def _write(self, format_id: str, path: Path, *, replace: bool) -> None:
        if self._reported is not None:
            self.app.write_report(self._reported, format_id, path, self, replace=replace)
