"""Whether an answer bears on the competence that was asked about.

The terms of the named competence are weighed against those of all the others. An answer is only
turned away when it speaks clearly of something else: in doubt it is heard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from interviewer.assessor.plain_text import plain, words_of
from interviewer.domain import Competence

LONGEST_TERM = 4  # words
CLEARLY_OTHER = 2.0  # points for another competence, with none at all for the named one
FAR_AHEAD = 2.5  # points that another competence must have more than the named one
SHARE = 0.35  # of the other competence's points; with more, the answer is about both

_ENDINGS = ("'s", "ings", "ing", "ies", "ied", "es", "ed", "s", "er")
_SMALL = frozenset("and the of a in to for".split())


class Relevance:
    """The terms of all competences, each pointing at the competences that it speaks for."""

    def __init__(self, competences: Sequence[Competence]) -> None:
        self._terms: dict[tuple[str, ...], frozenset[int]] = _index(competences)

    def points(self, text: str) -> Counter[int]:
        """How much ``text`` speaks for each competence; a term counts once, shared ones less."""
        words = [_stem(word) for word in words_of(plain(text))]
        found: Counter[int] = Counter()
        for term in self._found(words):
            numbers = self._terms[term]
            weight = (1 + 0.5 * (len(term) - 1)) / len(numbers)
            found.update(dict.fromkeys(numbers, weight))  # type: ignore[arg-type]
        return found

    def _found(self, words: Sequence[str]) -> set[tuple[str, ...]]:
        return {
            term
            for size in range(1, LONGEST_TERM + 1)
            for start in range(len(words) - size + 1)
            if (term := tuple(words[start : start + size])) in self._terms
        }

    def is_elsewhere(self, competence: Competence, text: str) -> bool:
        """Whether ``text`` is clearly about another competence than ``competence``."""
        found: Mapping[int, float] = self.points(text)
        own = found.get(competence.number, 0.0)
        best = max((p for number, p in found.items() if number != competence.number), default=0.0)
        if own == 0:
            return best >= CLEARLY_OTHER
        return best - own >= FAR_AHEAD and own <= SHARE * best


def _index(competences: Iterable[Competence]) -> dict[tuple[str, ...], frozenset[int]]:
    index: dict[tuple[str, ...], set[int]] = {}
    for competence in competences:
        for term in _all_terms(competence):
            index.setdefault(term, set()).add(competence.number)
    return {term: frozenset(numbers) for term, numbers in index.items()}


def _all_terms(competence: Competence) -> set[tuple[str, ...]]:
    phrases = [words_of(plain(text)) for text in (*competence.terms, competence.title)]
    singles = [[word] for word in words_of(plain(competence.title)) if word not in _SMALL]
    return {tuple(map(_stem, words)) for words in (*phrases, *singles) if words}


def _stem(word: str) -> str:
    """A word cut so that its forms meet: budgets, budgeted, budgeting."""
    if len(word) > 4:
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
        word = word[: len(word) - len(ending)]
        word = word[:-1] if word[-1] in "ey" else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
