"""What is wrong in a framework file, told so that its author can find and mend it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from interviewer.domain import InterviewerError


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to mend, at a place: line and column count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class FrameworkError(InterviewerError):
    """Framework files that can't be used; carries every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise all ``problems`` as one error, if there are any.

    Raises:
        FrameworkError: there is at least one problem.
    """
    found = tuple(problems)
    if found:
        raise FrameworkError(found)
