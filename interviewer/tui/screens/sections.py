"""A page of numbered sections that scrolls, with its contents beside it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewer.safe_text import for_one_line
from interviewer.tui.messages import HomeRequested, WorkFailed
from interviewer.tui.report_view import Shown
from interviewer.tui.screens.choose import ChooseScreen
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice
from interviewer.tui.widgets.report_section import ReportSection

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

MOMENT = 0.4  # seconds after which it is said what the wait is for
MOST_SECTIONS = 9  # as many as there are keys


def section_key(number: int) -> Binding:
    """The key that goes to a section; the help tells of the first for all."""
    return Binding(
        str(number),
        f"section({number})",
        "Go to the section with that number" if number == 1 else "",
        show=False,
        key_display=f"1-{MOST_SECTIONS}",
        id=f"report.section_{number}",
    )


class Page(VerticalScroll):
    """What scrolls."""

    HELP = (
        "The up and down keys, page up and page down scroll; the number of a section goes to it, "
        "s lists them all."
    )


class SectionsScreen(Screen[None]):
    """Shows sections when they have been put together in the background.

    After the end of an interview (``at_end``) it leads home, and ``said`` is what is said there.
    """

    TITLE_AT_FIRST: ClassVar[str] = "Report"
    WAIT: ClassVar[str] = "Putting the report together ..."

    TOPICS = {
        "report-contents": (
            "The sections of the report. The up and down keys move, Enter goes to a section. Tab "
            "goes to the page."
        )
    }

    app: InterviewerApp

    def __init__(self, *, at_end: bool = False, said: str = "") -> None:
        super().__init__()
        self._at_end = at_end
        self._said = said
        self._titles: tuple[str, ...] = ()

    def page(self) -> Page:
        """What the sections are put in."""
        return Page(id="report-page")

    def make(self) -> None:
        """Have what is to be shown put together."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The page, with its contents beside it where there is room."""
        yield Static(Content(self.TITLE_AT_FIRST), id="report-title")
        yield Notice(id="notice")
        with Horizontal(id="report-desk"):
            yield OptionList(id="report-contents", markup=False)
            yield self.page()
        yield KeyLine()

    def on_mount(self) -> None:
        """Have it put together; say so if that takes longer than a moment."""
        page = self.query_one(Page)
        page.focus()
        self.watch(page, "scroll_y", self._mark_section, init=False)
        self.set_timer(MOMENT, self._say_what_for)
        self.make()

    async def show(self, shown: Shown, trouble: str = "") -> None:
        """Show it, with what was wrong in the making, if anything."""
        self._titles = tuple(section.title for section in shown.sections)
        self.query_one("#report-title", Static).update(Content(shown.title))
        trouble = for_one_line(trouble)
        self.query_one(Notice).say(trouble, trouble=bool(trouble))
        contents = self.query_one("#report-contents", OptionList)
        contents.set_options(
            Option(Content(f"{number}  {title}"), id=str(number))
            for number, title in enumerate(self._titles, start=1)
        )
        contents.highlighted = 0
        contents.set_class(True, "-filled")
        self.refresh_bindings()
        page = self.query_one(Page)
        await page.mount(Static(Content(shown.about), id="report-about"))
        for number, section in enumerate(shown.sections, start=1):
            if self.is_attached:  # each is seen before the next is made
                await page.mount(ReportSection(number, section))

    def on_work_failed(self, message: WorkFailed) -> None:
        """There is nothing to show, or it was not written."""
        self.query_one(Notice).say(message.sentence, trouble=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to a section of the contents, and on to reading it."""
        self._go_to(event.option_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After an interview there is only the way home; before the report, nothing to do."""
        match action:
            case "back":
                return not self._at_end
            case "home":
                return self._at_end
            case "sections":
                return bool(self._titles)
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

    def action_back(self) -> None:
        """Back to where it was asked for."""
        self.dismiss()

    def action_home(self) -> None:
        """Back to the first screen."""
        self.post_message(HomeRequested(self._said))

    # --- inside ---

    def _say_what_for(self) -> None:
        notice = self.query_one(Notice)
        if not self._titles and not notice.has_class("-said"):
            notice.say(self.WAIT)

    def _go_to(self, number: str | None) -> None:
        if number:
            page = self.query_one(Page)
            page.focus()
            for section in self.query(f"#section-{number}"):  # none yet, while they are made
                page.scroll_to_widget(section, top=True, animate=False)

    def _mark_section(self) -> None:
        """Mark in the contents where the page stands."""
        page = self.query_one(Page)
        contents = self.query_one("#report-contents", OptionList)
        if contents.has_focus or not self._titles:
            return
        top = page.scroll_y
        tops = [section.virtual_region.y for section in self.query(ReportSection)]
        contents.highlighted = max(sum(y <= top for y in tops) - 1, 0)
