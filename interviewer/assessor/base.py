"""The assessor protocol: a reader finds evidence, the table decides."""

from __future__ import annotations

from typing import Protocol

from interviewer.domain import AssessorId, Prompt, Reading


class Reader(Protocol):
    """Reads an answer and says what its sentences show; never gives a rating.

    The same input must give the same output. ``read`` is called off the user interface's thread,
    one answer at a time; it may raise, and the answer is then "not rated".
    """

    @property
    def id(self) -> AssessorId:
        """Name and version; the version changes whenever any output may change."""
        ...

    def read(self, prompt: Prompt, answer: str) -> Reading:
        """Read ``answer`` in the context of ``prompt``.

        Returns:
            Reading: sentences in order, offsets into ``answer`` in characters, not overlapping.
        """
        ...
