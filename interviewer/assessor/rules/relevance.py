"""Whether an answer bears on the competence that was asked about.

The terms of the named competence are weighed against those of all the others. An answer is only
turned away when it speaks clearly of something else: in doubt it is heard.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from interviewer.assessor.plain_text import plain, words_of
from interviewer.assessor.rules.admission import telling
from interviewer.assessor.rules.relevance_words import WORDS
from interviewer.domain import Competence

LONGEST_TERM = 4  # words
FAR_AHEAD = 2.5  # points that another competence must have more than the named one
SHARE = 0.5  # of the other competence's points; with more, the answer is about both
ENOUGH = 1.5  # points for the named one; with more, the answer is about it too
OWN_TERM = 1.0  # points for a term of the framework
EVERYDAY_WORD = 0.6  # for a word of ours
LONGER = (
    0.5  # of it more for each further word of a term: "risk register" says more than "register"
)
FROM_QUESTION = 0.5  # for a telling word that the answer takes up from the question

_ENDINGS = ("'s", "ings", "ing", "ies", "ied", "es", "ed", "s", "er")
_SMALL = frozenset(["and", "the", "of", "a", "in", "to", "for"])

Term = tuple[str, ...]


class Relevance:
    """The terms of all competences, each pointing at the competences that it speaks for."""

    def __init__(self, competences: Sequence[Competence]) -> None:
        self._terms = _index(competences)

    def points(self, text: str) -> dict[int, float]:
        """How much ``text`` speaks for each competence; a term counts once, shared ones less."""
        found: dict[int, float] = defaultdict(float)
        for term in self._found([_stem(word) for word in words_of(plain(text))]):
            weight = 1 + LONGER * (len(term) - 1)
            numbers = self._terms[term]
            shared = max(1.0, sum(numbers.values()))
            for number, points in numbers.items():
                found[number] += weight * points / shared
        return found

    def _found(self, words: Sequence[str]) -> list[Term]:
        """The terms that occur, once each, in the order in which they are met."""
        met = (
            tuple(words[start : start + size])
            for start in range(len(words))
            for size in range(1, LONGEST_TERM + 1)
            if start + size <= len(words)
        )
        return list(dict.fromkeys(term for term in met if term in self._terms))

    def touches(self, competence: Competence, text: str) -> bool:
        """Whether ``text`` has any word that speaks for ``competence``."""
        return self.points(text).get(competence.number, 0.0) > 0

    def is_elsewhere(self, competence: Competence, text: str, question: str) -> bool:
        """Whether ``text`` is clearly about another competence than ``competence``."""
        found: Mapping[int, float] = self.points(text)
        taken_up = len(telling(question) & telling(text))
        named = found.get(competence.number, 0.0)
        own = named + FROM_QUESTION * taken_up
        best = max((p for number, p in found.items() if number != competence.number), default=0.0)
        return named <= ENOUGH and best - own >= FAR_AHEAD and own <= SHARE * best


def _index(competences: Iterable[Competence]) -> dict[Term, dict[int, float]]:
    index: dict[Term, dict[int, float]] = {}
    for competence in competences:
        for term in _own_terms(competence):
            index.setdefault(term, {})[competence.number] = OWN_TERM
        for term in _everyday_words(competence):
            index.setdefault(term, {}).setdefault(competence.number, EVERYDAY_WORD)
    return index


def _own_terms(competence: Competence) -> set[Term]:
    phrases = [words_of(plain(text)) for text in (*competence.terms, competence.title)]
    singles = [[word] for word in words_of(plain(competence.title)) if word not in _SMALL]
    return {tuple(map(_stem, words)) for words in (*phrases, *singles) if words}


def _everyday_words(competence: Competence) -> set[Term]:
    title = competence.title.lower()
    words = [word for key, text in WORDS.items() if key in title for word in text.split()]
    return {tuple(map(_stem, word.split("-"))) for word in words}


def _stem(word: str) -> str:
    """A word cut so that its forms meet: budgets, budgeted, budgeting."""
    if len(word) > 4:
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
        word = word[: len(word) - len(ending)]
        word = word[:-1] if word[-1] in "ey" else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
