"""The transcript of an interview: one file of facts that only ever grows.

``line.py`` says what a line looks like and how another program checks the file, ``reading.py`` what
a reader makes of a damaged one, ``errors.py`` what can go wrong. A fact is on the disk when
``append`` returns, or it is nowhere at all: a failed append leaves the file as it was.

The time on a line is what the wall clock said, which may go backwards; the order of the facts is
that of their sequence numbers, and nothing here depends on the time.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from interviewer.record import files
from interviewer.record.errors import (
    PARTLY,
    Damaged,
    Locked,
    NotFound,
    TranscriptError,
    cause,
    trouble,
)
from interviewer.record.facts import (
    Answered,
    AnyFact,
    Asked,
    Assessed,
    AssessmentFailed,
    Briefed,
    Finished,
    Invited,
    Opened,
    Probed,
    Rated,
    Reflected,
    SelfRated,
    Stamped,
)
from interviewer.record.ids import file_of, new_id, utc_now
from interviewer.record.line import GENESIS, encode, timestamp
from interviewer.record.lock import Lock
from interviewer.record.reading import (
    Contents,
    Damage,
    Verdict,
    read,
    verify,
)
from interviewer.record.repair import whole_again
from interviewer.record.watch import Watch

__all__ = [
    "Contents",
    "Damage",
    "Damaged",
    "Locked",
    "NotFound",
    "Transcript",
    "TranscriptError",
    "Verdict",
    "new_id",
    "read",
    "verify",
]

Clock = Callable[[], datetime]

_ATTEMPTS = 100

# What the program adds by itself after something was sent, which is saved by then.
_OWN = (
    Briefed,
    Invited,
    Asked,
    Probed,
    Assessed,
    AssessmentFailed,
    Rated,
    Reflected,
    Finished,
)


class Transcript:
    """An interview's transcript, open for writing by this object alone."""

    def __init__(self, path: Path, fd: int, lock: Lock, now: Clock) -> None:
        """Use ``create`` or ``open``; this takes over an open file and its lock."""
        self.path = path
        self.id = path.stem
        self._fd = fd
        self._lock = lock
        self._now = now
        self._guard = threading.Lock()
        self._stamped: list[Stamped] = []
        self._link = GENESIS
        self._size = 0
        self._watch = Watch(path, fd)
        self._spoilt = False  # whether the bytes of a failed append may still be at the end
        self._unsynced = False

    @classmethod
    def create(cls, folder: Path, opened: Opened, *, now: Clock = utc_now) -> Self:
        """Begin the transcript of a new interview with the fact that it was opened.

        Its id is ``opened.interview``. Where that is empty or taken, the interview gets a fresh
        one; ``stamped[0]`` and ``id`` tell which.

        Raises:
            TranscriptError: it could not be written; nothing is left behind.
        """
        files.make_folder(folder)
        interview = opened.interview or new_id(now())
        for _ in range(_ATTEMPTS):
            with contextlib.suppress(FileExistsError, Locked):
                return cls._begin(file_of(folder, interview), opened, now)
            interview = new_id(now())
        raise TranscriptError(f"There is no free id for an interview in {folder}; try again.")

    @classmethod
    def _begin(cls, path: Path, opened: Opened, now: Clock) -> Self:
        fd, lock = _open_locked(path, os.O_CREAT | os.O_EXCL)
        transcript = cls(path, fd, lock, now)
        try:
            transcript.append(msgspec.structs.replace(opened, interview=path.stem))
            files.sync_folder(path.parent)
        except BaseException as error:
            transcript._abandon()
            if isinstance(error, OSError):
                raise trouble(error, f"writing to {path.parent}") from error
            raise
        return transcript

    @classmethod
    def open(cls, folder: Path, interview: str, *, now: Clock = utc_now) -> Self:
        """Take up an interview where it stopped; a torn last line is put aside first.

        The torn bytes go to ``<id>.torn``. A last line that lacks nothing but its newline is kept.

        Raises:
            NotFound: there is no such interview.
            Locked: it is open elsewhere.
            Damaged: it can be read in part, but going on would build on what is not certain.
            TranscriptError: the system will not let it be written.
        """
        path = file_of(folder, interview)
        if not path.is_symlink() and not path.exists():
            raise NotFound(f"There is no interview {interview} in {folder}.")
        fd, lock = _open_locked(path)
        transcript = cls(path, fd, lock, now)
        try:
            transcript._take_up()
        except BaseException as error:
            transcript._let_go()
            if isinstance(error, OSError):
                raise trouble(error, f"taking up interview {interview}") from error
            raise
        return transcript

    @property
    def stamped(self) -> list[Stamped]:
        """All facts, in order; the list is the caller's own."""
        return list(self._stamped)

    @property
    def seal(self) -> str:
        """The hash of the last line, which by the chain stands for all of them."""
        return self._link

    def append(self, fact: AnyFact, *, durable: bool = True) -> Stamped:
        """Write one more fact and return it as it will be read again.

        It is on the disk when this returns; without ``durable`` it is with the operating system,
        and on the disk with the next durable one or at the end.

        Raises:
            TranscriptError: it was not written, the file is as before, and a later try may work.
        """
        with self._guard:
            self._check_ours(fact)
            seq = len(self._stamped) + 1
            line, link, stamped = encode(seq, timestamp(self._now()), fact, self._link)
            self._write(line, fact, durable)
            self._size += len(line)
            self._link = link
            self._stamped.append(stamped)
            self._spoilt = False
            self._watch.trust()
            return stamped

    def close(self) -> None:
        """Bring the last facts to the disk and give the lock back; a second time does nothing.

        Raises:
            TranscriptError: the disk did not take the last facts that were not durable.
        """
        with self._guard:
            if self._fd < 0:
                return
            try:
                if self._spoilt:
                    os.ftruncate(self._fd, self._size)
                if self._unsynced:
                    os.fsync(self._fd)
            except OSError as error:
                raise trouble(error, f"saving the end of interview {self.id}") from error
            finally:
                self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- writing ---

    def _write(self, line: bytes, fact: AnyFact, durable: bool) -> None:
        self._spoilt = True  # until the caller knows about it
        try:
            written = os.write(self._fd, line)
            if written != len(line):
                raise _short_write(self._fd, line[written:])
            if durable:
                os.fsync(self._fd)
            self._unsynced = not durable
        except BaseException as error:
            self._roll_back()
            if isinstance(error, OSError):
                raise self._not_written(error, fact) from error
            raise

    def _roll_back(self) -> None:
        """Cut the file to its last good length; if even that fails, the next append tries again."""
        self._watch.doubt()
        with contextlib.suppress(OSError):
            os.ftruncate(self._fd, self._size)
            self._spoilt = False
            os.fsync(self._fd)

    def _not_written(self, error: OSError, fact: AnyFact) -> TranscriptError:
        what, mend = cause(error)
        if not self._stamped:
            return TranscriptError(
                f"{what}: the interview could not be begun in {self.path.parent}. "
                f"Please {mend} and start again."
            )
        if isinstance(fact, _OWN):
            return TranscriptError(
                f"{what}: nothing could be added to interview {self.id}. "
                f"{'Your answer is saved' if self._has_answers() else 'Nothing is lost'}; "
                f"please {mend}."
            )
        return TranscriptError(
            f"{what}: nothing could be added to interview {self.id}. "
            f"What you sent was not taken: {mend} and send it again."
        )

    def _has_answers(self) -> bool:
        return any(isinstance(item.fact, Answered | SelfRated) for item in self._stamped)

    def _check_ours(self, fact: AnyFact) -> None:
        if self._fd < 0:
            raise TranscriptError(f"Interview {self.id} is closed; open it again to go on.")
        try:
            if self._spoilt:
                os.ftruncate(self._fd, self._size)
                self._spoilt = False
            self._watch.check(self._size, self._link)
        except OSError as error:
            raise self._not_written(error, fact) from error

    # --- taking up and letting go ---

    def _take_up(self) -> None:
        contents = whole_again(self.path, self._fd)
        self._stamped = list(contents.stamped)
        self._link = contents.seal
        self._size = contents.kept
        self._watch.trust()

    def _let_go(self) -> None:
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)
        self._lock.release()

    def _abandon(self) -> None:
        """Leave nothing of a transcript that could not be begun."""
        with contextlib.suppress(OSError):
            os.unlink(self.path)
        self._let_go()


def _open_locked(path: Path, flags: int = 0) -> tuple[int, Lock]:
    """Take the lock first, so that nobody sees a file that another is about to repair."""
    lock = Lock(path.parent, path.stem)
    try:
        return files.open_file(path, os.O_RDWR | os.O_APPEND | flags), lock
    except BaseException as error:
        lock.release()
        if isinstance(error, OSError) and not isinstance(error, FileExistsError):
            raise trouble(error, f"opening {path} for writing") from error
        raise


def _short_write(fd: int, rest: bytes) -> OSError:
    """Why not everything was written: the system only tells when it is asked for the rest."""
    try:
        os.write(fd, rest)
    except OSError as error:
        return error
    return OSError(PARTLY, "only a part was written")
