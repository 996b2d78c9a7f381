"""The keys that can be pressed now, at the foot of every screen."""

from __future__ import annotations

from textual.widgets import Footer

# What is told of a key: the key, what it does, its name for the program, and whether it can be.
Told = tuple[str, str, str, bool]


class KeyLine(Footer):
    """Textual's footer, made anew only when what it tells has changed.

    Whenever the focus moves, or a screen says that its keys may have changed, a footer takes away
    all its widgets and makes them again: several times while a screen opens.
    """

    _told: tuple[Told, ...] | None = None

    async def recompose(self) -> None:
        """Make the keys anew, if they are not those that are shown."""
        if not self.is_attached:  # the screen closed before its turn came
            return
        told = self._to_tell()
        if told != self._told:
            self._told = told
            await super().recompose()

    def _to_tell(self) -> tuple[Told, ...]:
        active = self.screen.active_bindings.values()
        return tuple(
            (binding.key, binding.description, binding.action, enabled)
            for _, binding, enabled, _ in active
            if binding.show
        )
