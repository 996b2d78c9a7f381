"""How far a candidate's ratings cover what a role asks for. Pure, over index rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from interviewer.domain import Aspect, Requirement, Value
from interviewer.record.index_rows import RatingRow
from interviewer.review.history import aspect_of, latest_rated
from interviewer.review.standing import Gap, size_of


class Covered(StrEnum):
    """How far one aspect of a role is covered. RATED: the role asks for no level."""

    MET = "met"
    SMALL = "small"
    LARGE = "large"
    RATED = "rated"
    NOT_RATED = "not rated"
    NOT_TRIED = "not tried"


class RoleItem(Value, frozen=True, kw_only=True):
    """One aspect of a competence that a role asks for, with the latest rating of it."""

    competence: int
    title: str
    aspect: Aspect
    asked: int | None
    rating: int | None
    covered: Covered


class RoleCoverage(Value, frozen=True, kw_only=True):
    """All that a role asks for, and how far the candidate has been rated on it."""

    items: tuple[RoleItem, ...]

    def count(self, *states: Covered) -> int:
        """How many aspects are in one of ``states``."""
        return sum(item.covered in states for item in self.items)


def role_coverage(
    rows: Iterable[RatingRow],
    requirements: Iterable[Requirement],
    titles: Mapping[int, str],
    aim: int | None = None,
    aspects: Collection[Aspect] = tuple(Aspect),
) -> RoleCoverage:
    """How far one candidate's ratings cover a role, in the order of its requirements.

    Args:
        rows: the candidate's, under the framework of the role.
        requirements: what the role asks for; all of them, not only those of one interview.
        titles: those of the competences.
        aim: the level that its questions aim at, where it asks for none.
        aspects: those that count.
    """
    tried = list(rows)
    rated = {aspect_of(row): row.rating for row in latest_rated(tried)}
    attempted = {aspect_of(row) for row in tried}
    wanted = list(requirements)
    asks = any(item.rating(aspect) for item in wanted for aspect in aspects)
    items = []
    for item in wanted:
        for aspect in aspects:
            asked = item.rating(aspect) if asks else aim
            if asks and asked is None:
                continue
            key = (item.competence, aspect)
            rating = rated.get(key)
            items.append(
                RoleItem(
                    competence=item.competence,
                    title=titles.get(item.competence, ""),
                    aspect=aspect,
                    asked=asked,
                    rating=rating,
                    covered=_covered(rating, asked, tried=key in attempted),
                )
            )
    return RoleCoverage(items=tuple(items))


def _covered(rating: int | None, asked: int | None, *, tried: bool) -> Covered:
    if rating is None:
        return Covered.NOT_RATED if tried else Covered.NOT_TRIED
    if asked is None:
        return Covered.RATED
    sizes = {Gap.SMALL: Covered.SMALL, Gap.LARGE: Covered.LARGE}
    return sizes.get(size_of(asked - rating), Covered.MET)
