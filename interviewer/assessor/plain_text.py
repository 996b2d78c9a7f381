"""Text made plain for matching: lower case, straight apostrophes, single spaces."""

from __future__ import annotations

import re
import unicodedata

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
_ENDINGS = ("'s", "ings", "ing", "ies", "ied", "es", "ed", "s", "er")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


def plain(text: str) -> str:
    """``text`` as the patterns expect it. Offsets are not kept."""
    text = unicodedata.normalize("NFKC", text).translate(_SAME).lower()
    return _SPACES.sub(" ", text).strip()


def words_of(text: str) -> list[str]:
    """The words of ``plain`` text."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """A word cut so that its forms meet: budgets, budgeted, budgeting."""
    if len(word) > 4:
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
        word = word[: len(word) - len(ending)]
        word = word[:-1] if word[-1] in "ey" else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
