"""Two attempts on one aspect: side by side, or one above the other where there is little room."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from interviewer.review.compare import Change
from interviewer.tui.compare_view import BothShown, HeardShown, SideShown

# Beside the signs in the text, which say the same without any style.
_STYLES = {Change.SAME: "", Change.REMOVED: "dim italic", Change.ADDED: "bold underline"}


class TwoAttempts(Vertical):
    """One block of a comparison."""

    DEFAULT_CSS = """
    TwoAttempts {
        height: auto; margin: 0 0 1 0; padding: 0 2;
        border: round $border-blurred; border-title-style: bold; border-title-color: $text-primary;
        & > .sides { height: auto; }
        & > .sides > Vertical { height: auto; width: 1fr; padding: 0 2 0 0; }
        & .when { color: $text-muted; }
        & .rating { text-style: bold; }
        & > .heading { margin: 1 0 0 0; color: $text-muted; }
    }
    """

    def __init__(self, both: BothShown) -> None:
        super().__init__()
        self._both = both
        self.border_title = Content(both.title)

    def compose(self) -> ComposeResult:
        """What they came to, what was heard, the answers, and what is missing."""
        both = self._both
        with Horizontal(classes="sides"):
            for side, last in ((both.first, ""), (both.second, " last")):
                with Vertical(classes=f"side{last}"):
                    yield from _result(side)
        if both.change:
            yield Static(Content(both.change), classes="change")
        for heard in both.heard:
            yield from _heard(heard)
        if both.missing:
            yield Static(Content("Not heard yet"), classes="heading")
            yield Static(Content(both.missing))
        if both.answers:
            yield Static(Content(both.answers), classes="heading")
            yield from _asked(both)
            with Horizontal(classes="sides answers"):
                for side, last in ((both.first, ""), (both.second, " last")):
                    with Vertical(classes=f"side{last}"):
                        yield from _answer(side, alone=not both.asked)


def _result(side: SideShown) -> Iterator[Static]:
    yield Static(Content(side.when), classes="when")
    yield Static(Content(side.rating), classes="rating")
    if side.beside:
        yield Static(Content(side.beside))


def _heard(heard: HeardShown) -> Iterator[Static]:
    yield Static(Content(heard.heading), classes="heading")
    for told, quotes in heard.items:
        words = "".join(f'\n    "{quote}"' for quote in quotes)
        yield Static(Content(f"  {heard.sign} {told}{words}"))


def _asked(both: BothShown) -> Iterator[Static]:
    if both.asked:
        yield Static(Content.styled(both.asked, "italic"))


def _answer(side: SideShown, *, alone: bool) -> Iterator[Static]:
    yield Static(Content(side.when), classes="when")
    if alone and side.question:
        yield Static(Content.styled(side.question, "italic"))
    runs = [(run.text, _STYLES[run.change]) for run in side.answer]
    yield Static(Content.assemble(*runs), classes="answer")
