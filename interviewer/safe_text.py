"""Makes a stranger's text harmless to a terminal. Text for Textual needs no more than no markup."""

from __future__ import annotations

import re

# Escape sequences whole (CSI, OSC and other strings, two-byte ones), then what is left of control
# characters: C0 but for newline and tab, DEL, C1, and the marks that turn the direction of text.
_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def for_terminal(text: str) -> str:
    """``text`` without escape sequences, control characters and direction marks.

    Newlines and tabs stay; carriage returns become newlines; lone surrogates become U+FFFD, since
    no terminal can be sent one.
    """
    if text.isprintable():  # most text, and there is none of all that in it
        return text
    text = _SEQUENCE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", text).encode("utf-8", "replace").decode("utf-8")


def for_one_line(text: str, width: int = 0) -> str:
    """``for_terminal``, on one line; cut to ``width`` characters if that is given."""
    line = " ".join(for_terminal(text).split())
    return line if not width or len(line) <= width else line[: max(width - 3, 1)] + "..."
