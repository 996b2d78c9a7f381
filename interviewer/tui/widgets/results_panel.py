"""The results of a competence, drawn into the conversation."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from interviewer.tui.view import AspectShown, QuoteShown

NAME = 14
TO_ANSWER = "Still to be answered"


class ResultsPanel(Vertical):
    """Each aspect: the rating, what it is set beside, the quotes, and what is still to be told."""

    DEFAULT_CSS = """
    ResultsPanel {
        height: auto; max-width: 96; margin: 0 0 1 2; padding: 0 2;
        border: round $border; border-title-style: bold;
        & > .quote { padding: 0 0 0 2; }
        & > .beside { padding: 0 0 0 2; color: $text-muted; }
        & > .next-aspect { margin: 1 0 0 0; }
    }
    """

    def __init__(self, aspects: tuple[AspectShown, ...]) -> None:
        super().__init__()
        self._aspects = aspects
        self.border_title = "Results"

    def compose(self) -> ComposeResult:
        """One block an aspect."""
        for number, aspect in enumerate(self._aspects):
            yield from _block(aspect, first=number == 0)


def _block(aspect: AspectShown, *, first: bool) -> Iterator[Static]:
    rating = f"{aspect.name:<{NAME}}{aspect.rating}"
    unsure = f", {aspect.unsure}" if aspect.unsure else ""
    head = Content.assemble((rating, "bold"), unsure)
    yield Static(head, classes="rating" if first else "rating next-aspect")
    for told in filter(None, (aspect.beside, aspect.gaps)):
        yield Static(Content(told[:1].upper() + told[1:]), classes="beside")
    for quote in aspect.quotes:
        yield Static(quoted(quote), classes="quote")
    if aspect.to_answer:
        yield Static(Content(TO_ANSWER))
    for question in aspect.to_answer:
        yield Static(Content(question), classes="quote")
    for sentence in aspect.left_out:
        yield Static(Content(f"Left out of {sentence}"))


def quoted(quote: QuoteShown) -> Content:
    """A quote with what it shows on the line below."""
    return Content.assemble(f'"{quote.text}"', "\n", (f"  {quote.shows}", "$text-muted"))
