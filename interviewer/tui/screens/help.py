"""F1: what the focused thing is for, and which keys work now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Self

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from interviewer.tui.widgets.key_line import KeyLine

KEY_WIDTH = 14


class HelpScreen(ModalScreen[None]):
    """Help for one place."""

    HELP = "The up and down keys scroll. Escape closes this help."

    BINDINGS = [Binding("escape,f1", "dismiss", "Close", id="help.close", key_display="esc")]

    def __init__(self, text: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._text = text
        self._keys = keys

    @classmethod
    def about(cls, screen: Screen[Any]) -> Self:
        """Help about what has the focus on ``screen``."""
        return cls(help_text(screen), list(_keys(screen)))

    def compose(self) -> ComposeResult:
        """The words, then the keys."""
        rows = "\n".join(f"{key:<{KEY_WIDTH}}{what}" for key, what in self._keys)
        with VerticalScroll(classes="dialogue wide"):
            yield Static(Content("Help"), classes="dialogue-title")
            yield Static(Content(self._text), id="help-text")
            yield Static(Content(rows), id="help-keys")
        yield KeyLine()


def help_text(screen: Screen[Any]) -> str:
    """The help of the focused widget, else of what it stands in, else of the screen."""
    node: DOMNode | None = screen.focused or screen
    while node is not None:
        text = topic(screen, node) or (node.HELP if _is_ours(node) else None)
        if text:
            return text
        node = node.parent if isinstance(node.parent, DOMNode) else None
    return "There is no help for this place."


def topic(screen: Screen[Any], node: DOMNode) -> str | None:
    """What the screen says about one of its parts, by id."""
    topics: dict[str, str] = getattr(screen, "TOPICS", {})
    return topics.get(node.id or "")


def _is_ours(node: DOMNode) -> bool:
    return type(node).__module__.startswith("interviewer.") and bool(getattr(node, "HELP", None))


def _keys(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        known = binding.id and binding.description and active.enabled  # ours have ids
        if not known or binding.action in seen:
            continue
        seen.add(binding.action)
        yield screen.app.get_key_display(binding), binding.tooltip or binding.description
