"""Slips of the finger: for training that is not put off by them, and for measuring that."""

from __future__ import annotations

import random

_KEYS = "qwertyuiopasdfghjklzxcvbnm"


def mistyped(text: str, chance: random.Random, rate: float) -> str:
    """``text`` with slips of the finger in about ``rate`` of its words."""
    words = text.split(" ")
    for place, word in enumerate(words):
        if len(word) > 3 and word.isalpha() and chance.random() < rate:
            at, slip = chance.randrange(1, len(word) - 1), chance.random()
            if slip < 0.35:
                word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            elif slip < 0.65:
                word = word[:at] + word[at + 1 :]
            elif slip < 0.85:
                word = word[:at] + chance.choice(_KEYS) + word[at + 1 :]
            else:
                word = word[:at] + word[at] + word[at:]
            words[place] = word
    return " ".join(words)
