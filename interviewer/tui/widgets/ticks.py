"""Boxes, buttons and lists that show a mark only where something is chosen.

Textual's own differ in nothing but the colour of a mark that is always there.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Checkbox, RadioButton, RadioSet, SelectionList

MARK = "x"
DOT = "\N{BLACK CIRCLE}"


class TickBox(Checkbox):
    """A box with a mark or without."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name for it
        """The mark, or nothing."""
        return MARK if self.value else " "


class TickButton(RadioButton):
    """One of several, of which one has the dot."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name for it
        """The mark, or nothing."""
        return DOT if self.value else " "


class TickSet(RadioSet):
    """The buttons of which one has the dot; the focus begins there."""

    def on_focus(self) -> None:
        """Begin at what is chosen; Textual begins at the first."""
        if self.pressed_index >= 0:
            self._selected = self.pressed_index


class TickList(SelectionList[int]):
    """A list with marks at what is chosen."""

    def on_focus(self) -> None:
        """Have a line to tick at once."""
        if self.highlighted is None:
            self.action_first()

    def render_line(self, y: int) -> Strip:
        """A line as Textual draws it, but for its mark."""
        strip = super().render_line(y)
        row = int(self.scroll_offset.y) + y
        if row >= self.option_count:
            return strip
        chosen = self.get_option_at_index(row).value in self.selected
        left, inner, *rest = strip
        mark = Segment(MARK if chosen else " ", inner.style)
        return Strip([left, mark, *rest], strip.cell_length)
