"""One line between the conversation and the answer box: what went wrong, or what goes on."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Notice(Static):
    """Takes up no room while there is nothing to say."""

    DEFAULT_CSS = """
    Notice { height: auto; max-height: 4; padding: 0 2; color: $text-muted; display: none; }
    Notice.-trouble { color: $text-error; text-style: bold; }
    Notice.-said { display: block; }
    """

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Show ``text`` instead of what stood here; trouble is marked in words too."""
        # The text first: a notice that is shown before is given the height of what stood there.
        self.update(Content(f"! {text}" if trouble and text else text))
        self.set_class(trouble, "-trouble")
        self.set_class(bool(text), "-said")
