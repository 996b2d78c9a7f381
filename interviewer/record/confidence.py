"""How sure a rating is that several answers led to."""

from __future__ import annotations

from collections.abc import Iterable

from interviewer.domain import Assessment, Confidence

_ORDER = tuple(Confidence)


def confidence_of(rating: int | None, assessments: Iterable[Assessment]) -> Confidence | None:
    """As sure as the surest answer that bears the rating out alone, else middling.

    Args:
        rating: what the answers led to together; None, where they led to none.
        assessments: of each of these answers.
    """
    if rating is None:
        return None
    alone = (each.confidence for each in assessments if each.rating == rating)
    return max(alone, key=_ORDER.index, default=Confidence.MEDIUM)
