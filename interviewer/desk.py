"""The mentor's desk: one interview, open for review.

It holds the transcript as an open interview does, so that nobody answers while somebody signs. What
is legal is decided in ``review/moderation.py``; this brings it to the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from interviewer.domain import InterviewerError
from interviewer.record.facts import AnyFact, Stamped
from interviewer.record.library import find
from interviewer.record.record import Record, apply, fold
from interviewer.record.transcript import Transcript

# A move sees the record as it is at that moment, and the hash of its last line.
Move = Callable[[Record, str], AnyFact]


class Desk:
    """An interview on the mentor's desk. Close it, or use it as a context manager."""

    def __init__(self, transcript: Transcript) -> None:
        """Take over an open transcript.

        Raises:
            InterviewerError: its facts make no interview.
        """
        record = fold(transcript.stamped)
        if record is None:
            raise InterviewerError("The transcript does not begin with an opened interview.")
        self._transcript = transcript
        self._record = record

    @classmethod
    def open(cls, folder: Path, interview: str) -> Self:
        """Open an interview for review.

        Raises:
            InterviewerError: there is none, it is open elsewhere, or it is damaged.
        """
        transcript = Transcript.open(folder, find(folder, interview).stem)
        try:
            return cls(transcript)
        except BaseException:
            transcript.close()
            raise

    @property
    def id(self) -> str:
        """The interview's id."""
        return self._transcript.id

    @property
    def record(self) -> Record:
        """The fold of all facts so far."""
        return self._record

    @property
    def seal(self) -> str:
        """The hash of the last line: whoever keeps it elsewhere can prove the file later."""
        return self._transcript.seal

    def make(self, move: Move) -> Stamped:
        """Make one move; its fact is on the disk when this returns.

        Raises:
            InterviewerError: it is not legal now, or can't be saved; nothing was written.
        """
        stamped = self._transcript.append(move(self._record, self.seal))
        self._record = apply(self._record, stamped)
        return stamped

    def make_all(self, moves: Iterable[Move]) -> tuple[Stamped, ...]:
        """Make several moves in order, or none of them where one is not legal.

        Raises:
            InterviewerError: as ``make``; where the disk failed, the moves before it are saved.
        """
        planned = tuple(moves)
        tried = self._record
        for move in planned:
            fact = move(tried, self.seal)
            tried = apply(tried, Stamped(seq=tried.last_seq + 1, at=tried.last_at, fact=fact))
        return tuple(self.make(move) for move in planned)

    def close(self) -> None:
        """Let go of the transcript."""
        self._transcript.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
