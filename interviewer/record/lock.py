"""One writer an interview: a lock that the system itself gives back when its holder dies.

The lock is held on a file beside the transcript, ``<id>.lock``, which also tells people who holds
it. What stands in it means nothing once the lock is free, so a killed program leaves no trouble.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

import msgspec

from interviewer.record import files
from interviewer.record.errors import Locked, TranscriptError, trouble
from interviewer.record.ids import LOCK, file_of, plain, utc_now
from interviewer.record.line import timestamp

_MAX_NOTE = 4096
_ATTEMPTS = 100

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # locked bytes can't be read there, so lock one beyond the note

    def _lock(fd: int) -> None:
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(error.errno, error.strerror) from error
else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Holder(msgspec.Struct, frozen=True):
    """Who has an interview open; ``since`` is in UTC."""

    pid: int
    host: str
    since: str

    def __str__(self) -> str:
        if self.host != socket.gethostname():
            where = f"on another computer ({plain(self.host)}, process {self.pid})"
        elif self.pid == os.getpid():
            where = "in this program already"
        else:
            where = f"in another window (process {self.pid})"
        return f"{where}{_since(self.since)}"


class Lock:
    """The right to write to one interview, held until ``release`` or the end of the process."""

    def __init__(self, folder: Path, interview: str) -> None:
        """Take the lock.

        Raises:
            Locked: somebody has it; the sentence tells who.
            TranscriptError: no lock can be had in this folder.
        """
        self._interview = interview
        self._path = file_of(folder, interview, LOCK)
        try:
            self._fd = self._take()
            self._leave_note()
        except OSError as error:
            raise trouble(error, f"locking interview {interview} in {folder}") from error

    def release(self) -> None:
        """Give the lock back; a second time does nothing."""
        if self._fd < 0:
            return
        fd, self._fd = self._fd, -1
        with contextlib.suppress(OSError):
            if sys.platform != "win32":  # while we have it, so that nobody else's is deleted
                os.unlink(self._path)
        os.close(fd)
        with contextlib.suppress(OSError):
            if sys.platform == "win32":  # where only a file that nobody has open can be deleted
                os.unlink(self._path)

    def _take(self) -> int:
        for _ in range(_ATTEMPTS):
            fd = files.open_file(self._path, os.O_RDWR | os.O_CREAT)
            try:
                _lock(fd)
                if self._is_in_place(fd):
                    return fd
            except BlockingIOError:
                holder = _holder(fd)
                os.close(fd)
                raise self._locked(holder) from None
            except BaseException:
                os.close(fd)
                raise
            os.close(fd)  # its last holder has just deleted it; what we got locks out nobody
        raise TranscriptError(f"The lock of interview {self._interview} can't be had; try again.")

    def _is_in_place(self, fd: int) -> bool:
        try:
            return os.path.samestat(os.fstat(fd), os.stat(self._path, follow_symlinks=False))
        except FileNotFoundError:
            return False

    def _leave_note(self) -> None:
        holder = Holder(os.getpid(), socket.gethostname(), timestamp(utc_now()))
        with contextlib.suppress(OSError):  # for people only: the lock holds without it
            os.ftruncate(self._fd, 0)
            os.lseek(self._fd, 0, os.SEEK_SET)
            files.write_all(self._fd, msgspec.json.encode(holder))

    def _locked(self, holder: Holder | None) -> Locked:
        return Locked(
            f"This interview is open {holder or 'in another program'}. "
            "Close it there first; it can be read meanwhile."
        )


def _since(at: str) -> str:
    """A moment in the time of this computer, with its day unless that is today."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
        today = moment.date() == utc_now().astimezone().date()
    except (ValueError, OverflowError, OSError):  # the note is only a file
        return ""
    return f" since {moment:%H:%M}" if today else f" since {moment.day} {moment:%b %Y, %H:%M}"


def _holder(fd: int) -> Holder | None:
    try:
        os.lseek(fd, 0, os.SEEK_SET)
        return msgspec.json.decode(os.read(fd, _MAX_NOTE), type=Holder)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None
