"""What the words of a text alone speak for, whatever their order: a second ear beside the network.

A multinomial logistic regression over single words and, where they were kept, pairs of neighbours,
weighed by tf-idf (Spärck Jones 1972). It has heard fewer ways of saying things than the network,
but it is seldom wrong about what a text is about when it says so; the two are heard together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from interviewer.assessor.plain_text import plain, words_of

Floats = npt.NDArray[np.float32]

_WORD = re.compile(r"[\w']+|[?!]")
_LEAST = 1e-6
COMMON = 1.5  # the inverse document frequency (log) of words that any text may have


class WordModel:
    """Weights of words for classes."""

    def __init__(self, arrays: Mapping[str, Any], task: str) -> None:
        """Take the arrays of ``task`` out of those of the file.

        ``vocabulary`` is UTF-8 text, a word or pair a line; ``idf`` (words,); ``weights`` (words,
        classes); ``bias`` (classes,).
        """
        lines = bytes(arrays[f"{task}_vocabulary"]).decode().split("\n")
        self._places = {word: place for place, word in enumerate(lines)}
        self._idf = np.asarray(arrays[f"{task}_idf"], np.float32)
        self._weights = np.asarray(arrays[f"{task}_weights"], np.float32)
        self._bias = np.asarray(arrays[f"{task}_bias"], np.float32)

    @property
    def rarity(self) -> dict[str, float]:
        """The inverse document frequency (log) of each word and pair that was heard."""
        return {word: float(self._idf[place]) for word, place in self._places.items()}

    def likelihoods(self, text: str) -> Floats:
        """How likely each class is, (classes,)."""
        counts = Counter(self._places[each] for each in terms(text) if each in self._places)
        logits = self._bias.copy()
        if counts:
            places = np.array(sorted(counts))
            weights = (1 + np.log([counts[place] for place in places])) * self._idf[places]
            logits += (weights / np.linalg.norm(weights)).astype(np.float32) @ self._weights[places]
        raised = np.exp(logits - logits.max())
        return np.asarray(raised / raised.sum(), np.float32)

    def likeness(self, one: str, other: str) -> float:
        """How far two texts say the same words, the rarer the more: 0.0 to 1.0 (cosine)."""
        ours, theirs = self._rare(one), self._rare(other)
        shared = sum(weight * theirs[word] for word, weight in ours.items() if word in theirs)
        sizes = (math.hypot(*weights.values()) for weights in (ours, theirs))
        return shared / (math.prod(sizes) or 1.0)

    def _rare(self, text: str) -> dict[str, float]:
        """The words of a text that not every text has; one never heard is as rare as any."""
        rarest = float(self._idf.max())
        weights = {
            word: float(self._idf[self._places[word]]) if word in self._places else rarest
            for word in words_of(plain(text))
        }
        return {word: weight - COMMON for word, weight in weights.items() if weight > COMMON}


def terms(text: str) -> list[str]:
    """The words of ``text`` and the pairs of neighbours; ? and ! count as words."""
    words = _WORD.findall(plain(text))
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


def mixed(first: Sequence[float] | Floats, second: Floats, share: float) -> Floats:
    """Two opinions as one: their geometric mean, with ``share`` for the first."""
    logs = share * np.log(np.maximum(first, _LEAST))
    logs = logs + (1 - share) * np.log(np.maximum(second, _LEAST))
    raised = np.exp(logs - logs.max())
    return np.asarray(raised / raised.sum(), np.float32)
