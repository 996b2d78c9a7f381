"""Whether an answer bears on the competence that was asked about.

For the competences that the network was trained on, it says itself whether an answer is about
them, and is heard together with what the words alone speak for. For those of other frameworks,
their terms are weighed against each other. Either way an answer is only turned away when it clearly
speaks of something else: in doubt it is heard.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from interviewer.assessor.admission import telling
from interviewer.assessor.network import Part, network
from interviewer.assessor.plain_text import plain, stem, words_of
from interviewer.assessor.words import Floats
from interviewer.domain import Competence, Prompt

NETWORK = 0.3  # how much the network counts beside the words alone
FAR = 1.5  # how much more must speak for another competence (log odds) to turn an answer away
TAKEN_UP = 18.0  # how much it counts against that if the answer takes up the question's words ...
MOST_TAKEN_UP = 0.17  # ... which are as alike as this, at most: no more is gained by repeating them
FEWEST_WORDS = 12  # of an answer that can be turned away: fewer tell too little
SENTENCE_LEAST = 0.01  # the same for one sentence ...
SENTENCE_OTHER = 0.8  # ... that is so likely about another competence

LONGEST_TERM = 4  # words
FAR_AHEAD = 2.5  # points that another competence must have more than the named one
SHARE = 0.5  # of the other competence's points; with more, the answer is about both
ENOUGH = 1.5  # points for the named one; with more, the answer is about it too
LONGER = (
    0.5  # of it more for each further word of a term: "risk register" says more than "register"
)
FROM_QUESTION = 0.5  # for a telling word that the answer takes up from the question

_LEAST = 1e-4  # a likelihood that is as good as none
_SMALL = frozenset(["and", "the", "of", "a", "in", "to", "for"])

Term = tuple[str, ...]


class Relevance:
    """Knows the competences of a framework, and which of them the network knows."""

    def __init__(self, competences: Sequence[Competence], known: Sequence[str]) -> None:
        """Index the terms of ``competences``; ``known`` are the titles that the network knows."""
        self._terms = _index(competences)
        self._places = {title: place for place, title in enumerate(known)}

    def is_elsewhere(self, prompt: Prompt, texts: Sequence[str], parts: Sequence[Part]) -> bool:
        """Whether an answer of ``texts``, as read in ``parts``, is clearly about something else.

        The answer to a probe is heard together with what it follows up, so that "my manager signed
        it" is about what came before.
        """
        if prompt.earlier or len(words_of(plain(" ".join(texts)))) < FEWEST_WORDS:
            return False
        place = self._places.get(prompt.competence.title)
        if place is None:
            return self._by_terms(prompt.competence, " ".join(texts), prompt.question)
        text = " ".join(texts)
        words = network().competence_words
        by_network = _log_odds(np.max([part.about for part in parts], axis=0))
        for_each = np.log(words.likelihoods(text) + _LEAST) + NETWORK * by_network
        ahead = float(np.delete(for_each, place).max() - for_each[place])
        taken_up = min(words.likeness(prompt.question, text), MOST_TAKEN_UP)
        return ahead - TAKEN_UP * taken_up > FAR

    def sentences_elsewhere(
        self, prompt: Prompt, parts: Sequence[Part], count: int
    ) -> tuple[bool, ...]:
        """For each sentence, whether it tells of another competence's work."""
        place = self._places.get(prompt.competence.title)
        found = [False] * count
        for part in parts if place is not None else ():
            for row, likely in enumerate(part.sentence_competences):
                other = max(float(likely[: len(self._places)].max()), 0.0)
                clear = other >= SENTENCE_OTHER and float(likely[place]) < SENTENCE_LEAST
                found[part.first + row] = clear
        return tuple(found)

    # --- by terms ---

    def points(self, text: str) -> dict[int, float]:
        """How much ``text`` speaks for each competence; a term counts once, shared ones less."""
        found: dict[int, float] = defaultdict(float)
        for term in self._found([stem(word) for word in words_of(plain(text))]):
            weight = 1 + LONGER * (len(term) - 1)
            numbers = self._terms[term]
            for number in numbers:
                found[number] += weight / len(numbers)
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

    def _by_terms(self, competence: Competence, text: str, question: str) -> bool:
        found: Mapping[int, float] = self.points(text)
        taken_up = len(telling(question) & telling(text))
        named = found.get(competence.number, 0.0)
        own = named + FROM_QUESTION * taken_up
        best = max((p for number, p in found.items() if number != competence.number), default=0.0)
        return named <= ENOUGH and best - own >= FAR_AHEAD and own <= SHARE * best


def _log_odds(likelihoods: Floats) -> Floats:
    kept = np.clip(likelihoods, _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)), np.float32)


def _index(competences: Iterable[Competence]) -> dict[Term, set[int]]:
    index: dict[Term, set[int]] = defaultdict(set)
    for competence in competences:
        for term in _own_terms(competence):
            index[term].add(competence.number)
    return dict(index)


def _own_terms(competence: Competence) -> set[Term]:
    phrases = [words_of(plain(text)) for text in (*competence.terms, competence.title)]
    singles = [[word] for word in words_of(plain(competence.title)) if word not in _SMALL]
    return {tuple(map(stem, words)) for words in (*phrases, *singles) if words}
