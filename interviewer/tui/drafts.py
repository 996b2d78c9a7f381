"""The draft of the answer that is being written: kept a moment after each pause in typing."""

from __future__ import annotations

from collections.abc import Callable

from interviewer.domain import InterviewerError
from interviewer.session import Held


class Drafts:
    """Saves only what has changed, so that an idle box touches no disk."""

    def __init__(self, session: Held, turn: Callable[[], int]) -> None:
        """Keep the drafts of ``session``; ``turn`` tells which one is being answered."""
        self._session = session
        self._turn = turn
        self._saved = ""

    def load(self) -> str:
        """What was being written when the interview was left."""
        self._saved = self._session.unsent_draft()
        return self._saved

    def save(self, text: str) -> None:
        """Keep ``text``.

        Raises:
            InterviewerError: it could not be kept.
        """
        if text == self._saved:
            return
        if text:
            self._session.draft.save(text, self._turn())
        else:
            self._session.draft.clear()
        self._saved = text

    def clear(self) -> str:
        """Forget the draft of an answer that was sent; what went wrong, or nothing."""
        try:
            self.save("")
        except InterviewerError as error:
            return str(error)
        return ""
