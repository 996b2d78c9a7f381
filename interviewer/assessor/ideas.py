"""Which ideas of a question an answer speaks of; for the study page, and never for a rating.

An idea counts as spoken of when a sentence has enough of its words, the rarer ones counting for
more (inverse document frequency, Spärck Jones 1972). That is seldom wrong when it says yes, and
misses an idea that was put in other words: so what is not found is not called missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from interviewer.assessor.admission import telling_words
from interviewer.assessor.network import network
from interviewer.assessor.plain_text import plain, stem, words_of
from interviewer.assessor.sentences import split

SPOKEN_FROM = 0.35  # of the weight of an idea's words
ENOUGH = 14.0  # of a long idea no more than this weight of words is asked for


def spoken_of(ideas: Sequence[str], answers: Sequence[str]) -> list[str]:
    """For each idea the sentence that speaks of it most, verbatim; "" where none is found.

    Raises:
        InterviewerError: the reader's model can't be read.
    """
    rarity = _rarity()
    rarest = max(rarity.values())
    sentences = [answer[span.start : span.end] for answer in answers for span in split(answer)]
    said = [{stem(word) for word in words_of(plain(each))} for each in sentences]
    found = []
    for idea in ideas:
        weights = {stem(w): rarity.get(stem(w), rarest) for w in telling_words(idea)}
        shares = [_share(weights, words) for words in said]
        best = max(range(len(shares)), key=shares.__getitem__, default=0)
        spoken = bool(shares) and shares[best] >= SPOKEN_FROM
        found.append(sentences[best] if spoken else "")
    return found


def _share(weights: Mapping[str, float], words: set[str]) -> float:
    """How much of an idea's words are among ``words``."""
    asked = min(sum(weights.values()), ENOUGH)
    return sum(weight for word, weight in weights.items() if word in words) / (asked or 1.0)


@cache
def _rarity() -> dict[str, float]:
    """How rare each stem is in answers; of words that share one, the commonest counts."""
    found: dict[str, float] = {}
    for word, rarity in network().competence_words.rarity.items():
        found[stem(word)] = min(found.get(stem(word), rarity), rarity)
    return found
