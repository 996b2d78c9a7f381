"""What the screens ask for about earlier interviews, done off the user interface's thread.

Light on purpose: the index and all that reads it are imported by the first who asks.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from interviewer.tui.work import in_background

if TYPE_CHECKING:
    from interviewer.domain import Aspect
    from interviewer.tui.earlier import Earlier

Folders = tuple[str | None, str | None]


class LookingBack:
    """Asks in the background; what comes of it is told by messages."""

    def __init__(self, app: App[None], folders: Folders) -> None:
        self._app = app
        self._folders = folders
        self._guard = threading.Lock()
        self._earlier: Earlier | None = None

    def close(self) -> None:
        """Let go of the index."""
        with self._guard:
            if self._earlier is not None:
                self._earlier.close()

    def list_interviews(self, tell: MessagePump, limit: int) -> None:
        """List the saved interviews."""

        def work() -> Message:
            from interviewer.tui.earlier import list_earlier

            return list_earlier(self._opened(), self._folders[0], limit)

        in_background(self._app, work, tell, "listing")

    def look_at_home(self, tell: MessagePump, limit: int, person: str | None) -> None:
        """Bring together what home shows."""

        def work() -> Message:
            from interviewer.tui.earlier import look_at_home

            return look_at_home(self._opened(), self._folders, limit, person, tell)

        in_background(self._app, work, tell, "home")

    def make_history(self, tell: MessagePump, person: str | None) -> None:
        """Bring together the attempts of one person."""

        def work() -> Message:
            from interviewer.tui.earlier import make_history

            return make_history(self._opened(), person)

        in_background(self._app, work, tell, "history")

    def list_desk(self, tell: MessagePump) -> None:
        """List what is on the mentor's desk."""

        def work() -> Message:
            from interviewer.tui.desk_work import list_desk

            return list_desk(self._opened())

        in_background(self._app, work, tell, "desk")

    def search_desk(self, tell: MessagePump, text: str, person: str | None) -> None:
        """Search everything said, by one candidate or by everybody."""

        def work() -> Message:
            from interviewer.tui.desk_work import search_desk

            return search_desk(self._opened(), text, person)

        in_background(self._app, work, tell, "desk")

    def compare(
        self, tell: MessagePump, first: str, second: str, at: tuple[int, Aspect] | None
    ) -> None:
        """Set two interviews side by side."""
        from interviewer.tui.earlier import make_comparison

        in_background(
            self._app, partial(make_comparison, self._folders[0], first, second, at), tell
        )

    def _opened(self) -> Earlier:
        """The index, opened by whoever asks first."""
        from interviewer.tui.earlier import Earlier

        with self._guard:
            if self._earlier is None:
                self._earlier = Earlier(self._folders[0], self._app)
            return self._earlier
