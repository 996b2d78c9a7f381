"""Slow work off the user interface's thread: it ends in a message, whatever happens.

The thread is the app's, not a screen's: a worker dies with the node that started it, and an answer
is read to its end even if its screen is left meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from interviewer.tui.messages import WorkFailed

MAX_LINES = 3


def in_background(
    app: App[None], make: Callable[[], Message], tell: MessagePump, group: str = "work"
) -> None:
    """Run ``make`` in a thread and post what it returns to ``tell``."""

    def run() -> None:
        try:
            message = make()
        except Exception as error:
            message = WorkFailed(sentence_of(error))
        tell.post_message(message)

    app.run_worker(run, thread=True, exit_on_error=False, group=group)


def sentence_of(error: Exception) -> str:
    """An error as sentences for people, safe to show, and never more than fits on a screen."""
    from interviewer.domain import InterviewerError
    from interviewer.safe_text import for_terminal

    if not isinstance(error, InterviewerError):
        return for_terminal(f"Something went wrong: {type(error).__name__}: {error}")
    lines = for_terminal(str(error)).split("\n")
    more = len(lines) - MAX_LINES
    rest = [f"And {more} more; interviewer check lists them all."] if more > 0 else []
    return "\n".join([*lines[:MAX_LINES], *rest])
