"""Where transcripts are kept, and what is worked out from them."""

from __future__ import annotations

import os
from pathlib import Path

from interviewer.record.errors import TranscriptError

VARIABLE = "INTERVIEWER_TRANSCRIPTS"
CACHE_VARIABLE = "INTERVIEWER_CACHE"


def transcripts_folder(explicit: str | None = None) -> Path:
    """The folder of the transcripts; it need not be there yet.

    The first of: ``explicit`` (the option), the environment variable INTERVIEWER_TRANSCRIPTS,
    ``transcripts/`` of the checkout that the program runs from, the user's own data folder.

    Raises:
        TranscriptError: the path that was given is empty, or is something else than a folder.
    """
    if explicit is not None:
        return _given(explicit, "--transcripts")
    if os.environ.get(VARIABLE):
        return _given(os.environ[VARIABLE], VARIABLE)
    return _of_checkout() or _of_user()


def cache_folder() -> Path:
    """The folder of what can be worked out again from the transcripts; it need not be there yet.

    The environment variable INTERVIEWER_CACHE, else the user's own cache folder.

    Raises:
        TranscriptError: the variable names something else than a folder.
    """
    if os.environ.get(CACHE_VARIABLE):
        return _given(os.environ[CACHE_VARIABLE], CACHE_VARIABLE)
    import platformdirs

    return Path(platformdirs.user_cache_dir("interviewer", appauthor=False))


def _given(text: str, origin: str) -> Path:
    if not text.strip() or "\0" in text:
        raise TranscriptError(f"{origin} names no folder: {text!r}.")
    folder = Path(os.path.abspath(os.path.expanduser(text)))
    if os.path.lexists(folder) and not folder.is_dir():
        raise TranscriptError(f"{origin} is to be a folder, but {folder} is not one.")
    return folder


def _root() -> Path:
    """The folder that holds this package."""
    return Path(__file__).resolve().parents[2]


def _of_checkout() -> Path | None:
    root = _root()
    folder = root / "transcripts"
    is_checkout = (root / "pyproject.toml").is_file() and (
        folder.is_dir() or (root / ".git").exists()
    )
    return folder if is_checkout else None


def _of_user() -> Path:
    import platformdirs  # only here: most runs name a folder or are from a checkout

    return Path(platformdirs.user_data_dir("interviewer", appauthor=False)) / "transcripts"
