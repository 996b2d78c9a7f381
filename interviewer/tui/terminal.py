"""Mends for the terminal's side of Textual."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from functools import partial

from textual.app import App


def tolerate_any_bytes() -> None:
    """Let bytes that are not UTF-8 come in as U+FFFD.

    Textual's input thread (8.2) dies of them and takes the app along: a paste from a terminal with
    another encoding is enough. See Textual's issue 6456; unnecessary once that is closed.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    if hasattr(linux_driver, "getincrementaldecoder"):
        linux_driver.getincrementaldecoder = _tolerant


def leave_on_signals(app: App[None]) -> None:
    """Leave the terminal as it was when the program is told to end. Nothing is lost without this.

    Windows has no such signals, and only the main thread may ask for them.
    """
    names = ("SIGTERM", "SIGHUP")
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        for name in names:
            if hasattr(signal, name):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), app.exit)


def _tolerant(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")
