"""Text made plain for matching: lower case, straight apostrophes, single spaces."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_SAME = str.maketrans(
    {
        "\u2019": "'",  # typographic apostrophes and quotation marks
        "\u2018": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",  # dashes
        "\u2014": "-",
        "\u00a0": " ",
    }
)
_SPACES = re.compile(r"\s+")
_CUE = re.compile(r"[a-z]+(?:'[a-z]+)?|\?")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def plain(text: str) -> str:
    """``text`` as the patterns expect it. Offsets are not kept."""
    text = unicodedata.normalize("NFKC", text).translate(_SAME).lower()
    return _SPACES.sub(" ", text).strip()


def words_of(text: str) -> list[str]:
    """The words of ``plain`` text."""
    return _WORD.findall(text)


def word_cues(text: str) -> list[str]:
    """The words of plain text and their pairs: "go back" says more than "go" and "back"."""
    words = _CUE.findall(text)
    return list(dict.fromkeys([*words, *(f"{a} {b}" for a, b in pairwise(words))]))
