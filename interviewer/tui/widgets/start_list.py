"""What can be begun from home: what to do next first, then the usual choices.

It imports nothing heavy: it is on the first screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from interviewer.tui.home_view import NextShown
    from interviewer.tui.listing import Listed

LABEL = 27
NARROWEST = 24  # what stands beside a label
GO_ON = "continue"
USUAL = (
    ("new", "New interview", "choose a role and a length"),
    ("past", "Past interviews", "read what was said and heard"),
    ("epa", "Mock end-point assessment", "under the conditions of the real thing"),
    ("mentor", "Mentor's desk", "review, sign and hand over interviews"),
)


class StartList(OptionList):
    """Keeps the chosen line while others come and go around it."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._unfinished: Listed | None = None
        self._next: Sequence[NextShown] = ()
        self._at_first = True  # whether what is to be gone on with is to be chosen when it comes
        self._drawn = 0

    def on_mount(self) -> None:
        """The usual choices are there at once."""
        self._draw()

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._room != self._drawn:
            self._draw()

    def show(self, unfinished: Listed | None, what_next: Sequence[NextShown]) -> None:
        """Show what there is to do before the usual choices."""
        self._unfinished, self._next = unfinished, what_next
        self._draw()

    def begin_at_first(self) -> None:
        """Choose the first line now, and what is to be gone on with when it comes."""
        self._at_first = True
        self.highlighted = 0

    @property
    def has_next(self) -> bool:
        """Whether there is anything to do but the usual."""
        return bool(self._unfinished or self._next)

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width - LABEL - 2, NARROWEST)

    def _draw(self) -> None:
        self._drawn = self._room
        option = self.highlighted_option
        chosen = option.id if option else None
        self.set_options(self._choices())
        ids = [each.id for each in self.options]
        moved = chosen is not None and chosen != USUAL[0][0]
        if GO_ON in ids and self._at_first and not moved:
            chosen = GO_ON
        self._at_first = self._at_first and GO_ON not in ids
        self.highlighted = ids.index(chosen) if chosen in ids else 0

    def _choices(self) -> Iterator[Option | None]:
        if self._unfinished:
            item = self._unfinished
            more = "; ".join(filter(None, (f"{item.about}, {item.day}", item.progress)))
            yield self._line(GO_ON, "Go on where you stopped", more)
        for each in self._next:
            yield self._line(each.id, each.label, each.more)
        if self.has_next:
            yield None
        for id_, label, more in USUAL:
            yield self._line(id_, label, more)

    def _line(self, id_: str, label: str, more: str) -> Option:
        lines = wrap(more, self._room) or [""]
        text = f"\n{' ' * LABEL}".join(lines)
        return Option(Content.assemble((f"{label:<{LABEL}}", "bold"), text), id=id_)
