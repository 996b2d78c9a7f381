"""One section of a report: a numbered heading, and what stands below it."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from interviewer.review.charts import Kind
from interviewer.tui.report_view import Bar, Block, Look, Section

BULLET = "\N{BULLET} "
SET_IN = 4  # columns of an item's text

# Letters and blocks carry the meaning; colour only helps the eye.
STYLES = {
    Kind.TEXT: "",
    Kind.FULL: "$text-primary",
    Kind.EMPTY: "$text-muted",
    Kind.UNRATED: "$text-muted",
    Kind.OWN: "bold $text-warning",
    Kind.REQUIRED: "bold $foreground",
    Kind.NEXT: "bold $text-success",
}


class Item(Static):
    """A paragraph with a bullet before its first line; its further lines stand under the first."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as Textual draws them, with the bullet in the room that was left for it."""
        lines = super().render_lines(crop)
        if lines and not crop.y and not crop.x and lines[0].cell_length > SET_IN:
            _, rest = lines[0].divide([SET_IN, lines[0].cell_length])
            mark = Segment(f"{BULLET:>{SET_IN}}", self.rich_style)
            return [Strip([mark, *rest], lines[0].cell_length), *lines[1:]]
        return lines


class ReportSection(Vertical):
    """The number of the heading is also the key that goes there."""

    DEFAULT_CSS = """
    ReportSection {
        height: auto; max-width: 92; margin: 0 0 2 0;
        & > .section-title { text-style: bold; color: $text-primary; margin: 0 0 1 0; }
        & > .heading { text-style: bold; margin: 1 0 0 0; }
        & > .quiet { color: $text-muted; }
        & > .under { color: $text-muted; padding: 0 0 0 12; }
        & > .part { margin: 1 0 0 0; }
        & > .quote { margin: 0 0 0 4; padding: 0 0 0 1; border-left: outer $primary; }
        & > .item { padding: 0 0 0 4; }
    }
    """

    def __init__(self, number: int, section: Section) -> None:
        super().__init__(id=f"section-{number}")
        self._number = number
        self._section = section

    def compose(self) -> ComposeResult:
        """The heading, then a widget a block."""
        heading = f"{self._number}  {self._section.title}"
        yield Static(Content(heading), classes="section-title")
        for block in self._section.blocks:
            yield drawn(block)


def drawn(block: Block | Bar) -> Static:
    """A widget for a block; how it looks is up to what it stands in."""
    if isinstance(block, Bar):
        parts = ((part.text, STYLES[part.kind]) for part in block.parts)
        return Static(Content.assemble(*parts), classes="bar")
    label = (f"{block.label}: " if block.text else f"{block.label}:", "bold")
    content = Content.assemble(label, block.text) if block.label else Content(block.text)
    kind = Item if block.look is Look.ITEM else Static
    return kind(content, classes=str(block.look))
