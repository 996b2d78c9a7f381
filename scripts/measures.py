"""Measures of agreement, with their sources."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

LEVELS = 6
Pair = tuple[int, int]  # a label, and what was given


def weighted_kappa(given: Sequence[Pair]) -> float:
    """Quadratic weighted kappa (Cohen 1968) over the levels 0 to 5; 1.0 is full agreement."""
    seen = Counter(given)
    labels, ratings = Counter(a for a, _ in given), Counter(b for _, b in given)
    apart = chance = 0.0
    for a in range(LEVELS):
        for b in range(LEVELS):
            apart += (a - b) ** 2 * seen[a, b]
            chance += (a - b) ** 2 * labels[a] * ratings[b] / len(given)
    return 1 - apart / chance if chance else 1.0


def interval(
    given: Sequence[Pair], measure: Callable[[Sequence[Pair]], float], rounds: int = 400
) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval of a measure (Efron 1979); seeded."""
    chance = random.Random(7)
    found = sorted(measure(chance.choices(given, k=len(given))) for _ in range(rounds))
    return found[round(0.025 * rounds)], found[round(0.975 * rounds) - 1]


def agreement(given: Sequence[Pair]) -> dict[str, object]:
    """Weighted kappa with its interval, exact, within one, and mean error."""
    if not given:
        return {"answers": 0}
    low, high = interval(given, weighted_kappa)
    return {
        "answers": len(given),
        "qwk": round(weighted_kappa(given), 3),
        "interval": [round(low, 2), round(high, 2)],
        "exact": round(share(a == b for a, b in given), 3),
        "within one": round(share(abs(a - b) <= 1 for a, b in given), 3),
        "mean error": round(sum(b - a for a, b in given) / len(given), 2),
    }


def macro_f1(given: Sequence[tuple[str, str]]) -> float:
    """The mean F1 over the labels that occur."""
    seen = Counter(given)
    labels, found = Counter(a for a, _ in given), Counter(b for _, b in given)
    each = [2 * seen[x, x] / (labels[x] + found[x]) for x in labels]
    return sum(each) / len(each)


def calibration_error(given: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015): likelihoods beside how often they held."""
    error = 0.0
    for place in range(bins):
        low, high = place / bins, (place + 1) / bins
        inside = [(p, ok) for p, ok in given if low <= p < high or (p == high == 1)]
        if inside:
            likely = sum(p for p, _ in inside) / len(inside)
            error += len(inside) / len(given) * abs(likely - share(ok for _, ok in inside))
    return error


def share(items: Iterable[bool]) -> float:
    """The share that is true; 0.0 of nothing."""
    values = list(items)
    return sum(values) / len(values) if values else 0.0
