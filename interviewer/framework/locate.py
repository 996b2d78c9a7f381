"""Where the frameworks folder is."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from interviewer.domain import InterviewerError

VARIABLE = "INTERVIEWER_FRAMEWORKS"
DEFAULT_FRAMEWORK = "apm-2"  # where nothing names another

_PACKAGE = Path(__file__).resolve().parent.parent


def frameworks_folder(
    explicit: Path | str | None = None, environ: Mapping[str, str] = os.environ
) -> Path:
    """The frameworks folder: as told, or the checkout's, or the one in the installed package.

    Args:
        explicit: what the user asked for on the command line.
        environ: the environment, whose ``INTERVIEWER_FRAMEWORKS`` comes next.

    Raises:
        InterviewerError: the folder that was asked for is none, or nothing is installed.
    """
    if explicit is not None:
        return _folder(Path(explicit), "The frameworks folder")
    if told := environ.get(VARIABLE):
        return _folder(Path(told), f"The frameworks folder of {VARIABLE}")
    return _own_folder(_PACKAGE)


def _own_folder(package: Path) -> Path:
    """The folder that belongs to the ``package``: beside it in a checkout, else inside it."""
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "frameworks").is_dir():
        return checkout / "frameworks"
    shipped = package / "_frameworks"
    if shipped.is_dir():
        return shipped
    raise InterviewerError(
        f"The frameworks are missing from this installation ({shipped}); install it again, "
        f"or name a folder with --frameworks or {VARIABLE}."
    )


def _folder(path: Path, what: str) -> Path:
    try:
        path = path.expanduser()
        if not stat.S_ISDIR(os.stat(path).st_mode):
            raise InterviewerError(f"{what} is not a folder: {path}.")
        os.scandir(path).close()
    except (OSError, ValueError, RuntimeError) as error:
        # ValueError: a NUL in the path; RuntimeError: a home folder that nobody knows.
        reason = getattr(error, "strerror", None) or str(error)
        raise InterviewerError(f"{what} can't be read: {path} ({reason}).") from None
    return path
