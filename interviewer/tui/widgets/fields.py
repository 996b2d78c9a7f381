"""What the forms have in common: how fields look, and that those without use are not shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static


class Fields(Vertical):
    """Fields below each other, each with its label."""

    DEFAULT_CSS = """
    Fields { height: auto; padding: 1 2; }
    Fields .field { height: auto; margin: 0 0 1 0; }
    Fields .label { width: 16; color: $text-muted; }
    Fields .control { width: 1fr; height: auto; }
    Fields .explains { height: auto; color: $text-muted; }
    Fields Select, Fields Input { width: 1fr; max-width: 62; }
    Fields SelectionList {
        height: auto; max-height: 12; max-width: 62; padding: 0; background: $background;
        &, &:focus { border: none; background-tint: transparent 0%; }
    }
    Fields RadioSet {
        padding: 0; background: $background; width: 1fr; height: auto;
        &, &:focus { border: none; background-tint: transparent 0%; }
        &:blur > RadioButton.-selected > .toggle--label { background: $background; }
    }
    Fields RadioButton, Fields Checkbox {
        border: none; padding: 0; background: $background; width: auto;
        &:focus { border: none; background-tint: transparent 0%; }
        &:focus > .toggle--label {
            background: $block-cursor-background; color: $block-cursor-foreground;
        }
    }
    """

    def show_field(self, name: str, shown: bool) -> None:
        """Show the field that holds the control ``name``, or hide it."""
        for node in self.query_one(f"#{name}").ancestors:
            if node.has_class("field") and isinstance(node, Widget):
                node.display = shown
                return


def field(label: str, control: Widget) -> Horizontal:
    """A control with its label."""
    return Horizontal(Static(Content(label), classes="label"), control, classes="field")


def select(rows: Sequence[tuple[str, Any]], value: Any, name: str) -> Select[Any]:
    """A list to choose one of ``rows`` from; the first where ``value`` is none of them."""
    known = [item for _, item in rows]
    return Select(
        rows,
        value=value if value in known else known[0],
        allow_blank=False,
        compact=True,
        id=name,
    )
