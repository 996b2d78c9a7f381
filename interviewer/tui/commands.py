"""What the command palette offers on each screen: its keys, and a few things without a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

HIDDEN_ACTIONS = frozenset({"command_palette", "quit", "help_quit", "copy_text"})


def commands_of(screen: Screen[Any]) -> Iterator[SystemCommand]:
    """All that can be done now, under the names of the footer."""
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        key = (binding.action, binding.description)
        wanted = binding.id and binding.description and active.enabled and key not in seen
        if not wanted or binding.action.removeprefix("app.") in HIDDEN_ACTIONS:
            continue
        seen.add(key)
        yield _command(screen, active.node, binding.action, binding.description, binding.tooltip)
    for description, tooltip, action in getattr(screen, "KEYLESS", ()):
        if screen.check_action(action, ()):
            yield _command(screen, screen, action, description, tooltip)


def _command(
    screen: Screen[Any], node: Any, action: str, description: str, tooltip: str
) -> SystemCommand:
    async def do() -> None:
        await screen.app.run_action(action, default_namespace=node)

    return SystemCommand(description, tooltip if tooltip != description else "", do)
