"""Files and folders that only their owner can read, and that are never mistaken for others.

Nothing here follows a symbolic link in the last part of a path, or waits for a named pipe.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from interviewer.record.errors import NotFound, TranscriptError, trouble

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

# Not on every system: no links followed, no waiting for a pipe's other end, no newline translation.
_SAFE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def open_file(path: Path, flags: int) -> int:
    """Open an ordinary file and return its descriptor; a new file is private whatever the umask.

    Raises:
        OSError: the system refused.
        TranscriptError: it is a link, a folder, a pipe or a device.
    """
    if path.is_symlink():
        raise TranscriptError(f"{path} is a link to another place, not a file; it was left alone.")
    fd = os.open(path, flags | _SAFE, PRIVATE_FILE)
    try:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise TranscriptError(f"{path} is not an ordinary file; it was left alone.")
        if flags & os.O_CREAT and hasattr(os, "fchmod"):
            os.fchmod(fd, PRIVATE_FILE)
    except BaseException:
        os.close(fd)
        raise
    return fd


def open_to_read(path: Path) -> int:
    """Open an ordinary file for reading, with an error for people when that can't be.

    Raises:
        NotFound: there is none.
        TranscriptError: it can't be read.
    """
    try:
        return open_file(path, os.O_RDONLY)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.") from None
    except OSError as error:
        raise trouble(error, f"reading {path}") from error
    except ValueError as error:  # a NUL in the path
        raise TranscriptError(f"{str(path)!r} is not a path: {error}.") from None


def write_all(fd: int, data: bytes) -> None:
    """Write every byte of ``data``."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def make_folder(folder: Path) -> None:
    """Make sure that ``folder`` is there; folders that were missing are private to their owner.

    Raises:
        TranscriptError: it can't be made, or something else has its name.
    """
    try:
        _make(folder)
    except (FileExistsError, NotADirectoryError):
        raise TranscriptError(
            f"{folder} can't be the folder of the transcripts: a file is in the way."
        ) from None
    except OSError as error:
        raise trouble(error, f"making the folder {folder}") from error
    except ValueError as error:  # a NUL in the path
        raise TranscriptError(f"{str(folder)!r} is not a path: {error}.") from None


def _make(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make(folder.parent)
    try:
        os.mkdir(folder, PRIVATE_FOLDER)
    except FileExistsError:
        if folder.is_dir():  # another process was faster
            return
        raise
    os.chmod(folder, PRIVATE_FOLDER)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in ``folder`` to the disk, where the system can do that.

    Raises:
        OSError: the disk reported an error.
    """
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
