"""Cue families and how they are counted.

A family is a way of saying one thing ("somebody checks my work"). What is counted is the number of
sentences of an answer in which it occurs, three at most, so that saying it often does not buy more
than saying it. A table of points then says how much a family speaks for each value of a facet.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from interviewer.domain import Value

MOST = 3
LOOKED_AT = 1500  # characters of one sentence in which cues are looked for

Families = Mapping[str, "re.Pattern[str]"]
Points = Mapping[str, Mapping[str, float]]  # value -> family -> points; "" is where it starts


def compiled(families: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """The families, ready for use."""
    return {name: re.compile(pattern) for name, pattern in families.items()}


class Found(Value, frozen=True, kw_only=True):
    """Which families occur in each sentence of an answer."""

    sentences: tuple[frozenset[str], ...]

    def count(self, family: str) -> int:
        """In how many sentences ``family`` occurs, ``MOST`` at most."""
        return min(sum(family in sentence for sentence in self.sentences), MOST)


def find(families: Families, sentences: Sequence[str]) -> Found:
    """Look for ``families`` in plain sentences."""
    return Found(sentences=tuple(_in_sentence(families, s[:LOOKED_AT]) for s in sentences))


def _in_sentence(families: Families, sentence: str) -> frozenset[str]:
    return frozenset(name for name, pattern in families.items() if pattern.search(sentence))


def points(table: Points, found: Found) -> dict[str, float]:
    """The points of each value."""
    names = {name for weights in table.values() for name in weights if name}
    counts = {name: found.count(name) for name in names}
    return {
        value: weights.get("", 0.0)
        + sum(weight * counts[name] for name, weight in weights.items() if name)
        for value, weights in table.items()
    }


class Judgement(Value, frozen=True, kw_only=True):
    """The value that an answer as a whole speaks for, and how likely it is, from 0 to 1."""

    value: str
    likelihood: float


def judge(table: Points, found: Found) -> Judgement:
    """The middle value, for values that are ordered from least to most.

    The middle one is taken and not the likeliest: where an answer speaks for 2 and for 4, being
    wrong by one is better than being wrong by two.
    """
    likely = likelihoods(points(table, found))
    total = 0.0
    for value, likelihood in likely.items():
        total += likelihood
        if total >= 0.5:
            return Judgement(value=value, likelihood=likelihood)
    raise AssertionError("likelihoods add up to one")


def likelihoods(given: Mapping[str, float]) -> dict[str, float]:
    """How likely each value is, given its points; together they make one."""
    most = max(given.values())
    weights = {value: math.exp(each - most) for value, each in given.items()}
    total = sum(weights.values()) * (1 - 1e-9)
    return {value: weight / total for value, weight in weights.items()}
