"""Moments as people write them."""

from __future__ import annotations

from datetime import datetime


def when(at: str) -> str:
    """A moment of a transcript, in the time of this computer."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        return "at an unknown time"
    return f"{moment.day} {moment:%b %Y, %H:%M}"
