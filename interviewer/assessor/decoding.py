"""From probabilities to what was shown: the autonomy, knowledge and complexity of an answer.

The network says of each how likely it is, and, as a cross-check, how likely each level is for the
answer as a whole. Neither is a rating: what is looked for here is the combination of facets that
all of it speaks for most, read through the table (``rating.py``), so that every combination speaks
for the level that it would be rated. The table then rates what was found, as for any other reader.

For each combination: p(autonomy or knowledge) x p(complexity) ** CONTEXT x p(its level) ** WHOLE.
The level whose combinations come to most is taken, and of these the likeliest combination.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from interviewer.assessor.network import Part
from interviewer.assessor.rating import APPLICATION, KNOWLEDGE
from interviewer.assessor.words import Floats
from interviewer.domain import (
    MAX_LEVEL,
    Aspect,
    Autonomy,
    Complexity,
    Confidence,
    Knowing,
    Value,
)

CONTEXT = 1.0  # how much the complexity counts beside the autonomy or knowledge
WHOLE = 1.5  # how much the level of the whole counts
SOFTENED = 2.5  # so that what is said to be likely holds about as often (a temperature)
SURE = 0.8  # a level at least so likely is told with high confidence
UNSURE = 0.55  # one less likely than this, with low
APART = 1.0  # levels between the facets and the whole from which on there is doubt
LEAST = 1e-6  # no probability counts for less

_AUTONOMY: tuple[Autonomy | None, ...] = (None, *Autonomy)
_KNOWING: tuple[Knowing | None, ...] = (None, *Knowing)
_COMPLEXITY: tuple[Complexity | None, ...] = (None, *Complexity)


class Decided(Value, frozen=True, kw_only=True):
    """What an answer shows; ``shows`` is False where nothing in it is evidence.

    ``likelihood`` is that of the level that this comes to.
    """

    shows: bool
    autonomy: Autonomy | None = None
    knowledge: Knowing | None = None
    complexity: Complexity | None = None
    likelihood: float = 1.0
    confidence: Confidence = Confidence.MEDIUM


class _Option(Value, frozen=True, kw_only=True):
    depth: int  # the place of the autonomy or knowledge
    context: int  # the place of the complexity
    level: int
    weight: float


def decide(aspect: Aspect, part: Part) -> Decided:
    """What one part of an answer shows of ``aspect``."""
    options = list(_options(aspect, part))
    levels: dict[int, float] = defaultdict(float)
    for option in options:
        levels[option.level] += option.weight
    level = max(levels, key=lambda each: (levels[each], -each))
    likelihood = _likelihood(level, levels)
    best = max((each for each in options if each.level == level), key=lambda each: each.weight)
    confidence = _confidence(level, likelihood, levels_of(aspect, part))
    if level == 0:
        return Decided(shows=False, likelihood=likelihood, confidence=confidence)
    application = aspect is Aspect.APPLICATION
    return Decided(
        shows=True,
        autonomy=_AUTONOMY[best.depth] if application else None,
        knowledge=None if application else _KNOWING[best.depth],
        complexity=_COMPLEXITY[best.context],
        likelihood=likelihood,
        confidence=confidence,
    )


def _likelihood(level: int, levels: Mapping[int, float]) -> float:
    """How likely a level is. The heads hear the same words, so their product is far too sure."""
    softened = {each: weight ** (1 / SOFTENED) for each, weight in levels.items()}
    return float(softened[level] / sum(softened.values()))


def strongest(decided: Sequence[Decided], aspect: Aspect) -> int:
    """Which of several parts of a long answer shows most: what stands late counts as much."""
    return max(range(len(decided)), key=lambda place: (level_of(decided[place], aspect), -place))


def levels_of(aspect: Aspect, part: Part) -> Floats:
    """The probabilities of the levels for the part as a whole."""
    return np.asarray(part.levels[0 if aspect is Aspect.APPLICATION else 1])


def _options(aspect: Aspect, part: Part) -> Iterator[_Option]:
    application = aspect is Aspect.APPLICATION
    depths = part.whole["autonomy" if application else "knowledge"]
    contexts, whole = part.whole["complexity"], levels_of(aspect, part)
    for depth, likely in enumerate(depths):
        for context, beside in enumerate(contexts):
            facets = max(float(likely), LEAST) * max(float(beside), LEAST) ** CONTEXT
            level = _looked_up(aspect, depth, context)
            for at in {level} if depth else {level, 0}:
                weight = facets * max(float(whole[at]), LEAST) ** WHOLE
                yield _Option(depth=depth, context=context, level=at, weight=weight)


def _looked_up(aspect: Aspect, depth: int, context: int) -> int:
    complexity = _COMPLEXITY[context]
    if aspect is Aspect.APPLICATION:
        return APPLICATION[_AUTONOMY[depth]][complexity][0]
    return KNOWLEDGE[_KNOWING[depth]][complexity][0]


def level_of(decided: Decided, aspect: Aspect) -> int:
    """The level that the table gives to what an answer shows."""
    if not decided.shows:
        return 0
    if aspect is Aspect.APPLICATION:
        return APPLICATION[decided.autonomy][decided.complexity][0]
    return KNOWLEDGE[decided.knowledge][decided.complexity][0]


def _confidence(level: int, likelihood: float, whole: Floats) -> Confidence:
    """How sure a level is: it must be likely, and the whole must not say something else."""
    expected = float(np.dot(whole, np.arange(MAX_LEVEL + 1)))
    if likelihood < UNSURE or abs(expected - level) > APART:
        return Confidence.LOW
    return Confidence.HIGH if likelihood >= SURE else Confidence.MEDIUM
