"""How far the chosen role is covered: a bar, and what its signs mean.

It imports nothing heavy: it is on the first screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from interviewer.tui.home_view import CoverageShown

WIDTH = 60


class Coverage(Static):
    """Takes up no room while there is nothing to tell."""

    DEFAULT_CSS = """
    Coverage { height: auto; display: none; padding: 0 1; }
    Coverage.-shown { display: block; }
    """

    def show(self, coverage: CoverageShown | None, whose: str) -> None:
        """Tell it; ``whose`` is named where there are several people."""
        self.set_class(coverage is not None, "-shown")
        if coverage is None:
            return
        role = ", ".join(filter(None, (coverage.role, whose)))
        self.update(
            Content.assemble(
                (f"How much of the role is covered: {role}", "$text-muted"),
                "\n",
                (coverage.bar(WIDTH), "$text-primary"),
                "\n",
                coverage.legend,
            )
        )
