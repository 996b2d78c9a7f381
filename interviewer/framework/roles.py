"""Roles that other frameworks describe, as far as the crosswalk links them to these competences.

An occupational standard is one role, a career pathway one for each band. Neither rates application
and knowledge, so their requirements hold no ratings: they only say which competences matter, those
that the most statements or areas are linked to first. The nearest competence of a link counts
whole, the second half, the third a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from interviewer.domain import Framework, Measure, Requirement, RoleProfile

# At which level the questions aim, by the complexity that a pathway names for a band.
_AIMS = {"very low": 2, "low": 2, "moderate": 3, "high": 4}
STANDARD_AIM = 3  # a pass is "can explain, and did it"


def linked_roles(frameworks: Iterable[Framework]) -> Iterator[RoleProfile]:
    """The roles that ``frameworks`` describe by other things than ratings."""
    for framework in frameworks:
        yield from _bands(framework)
        if framework.duties and framework.ksbs:
            yield _standard(framework)


def band_role(framework: str, band: str) -> str:
    """The id of the role that a band is."""
    return f"{framework}-band-{band.lower()}"


def _bands(framework: Framework) -> Iterator[RoleProfile]:
    for band in framework.bands:
        areas = (each for each in framework.responsibilities if band.band in each.bands)
        wanted = _ranked(each.competences for each in areas)
        if wanted:
            yield RoleProfile(
                id=band_role(framework.head.id, band.band),
                title=f"{framework.head.short or framework.head.title}, band {band.band}",
                requirements=wanted,
                note=band.note,
                measures=Measure.AREAS,
                aim=_AIMS.get(band.complexity.lower()),
                described_in=framework.head.id,
                band=band.band,
            )


def _standard(framework: Framework) -> RoleProfile:
    return RoleProfile(
        id=framework.head.id,
        title=framework.head.short or framework.head.title,
        requirements=_ranked(ksb.competences for ksb in framework.ksbs),
        measures=Measure.KSBS,
        aim=STANDARD_AIM,
        described_in=framework.head.id,
    )


def _ranked(links: Iterable[tuple[int, ...]]) -> tuple[Requirement, ...]:
    points: dict[int, float] = defaultdict(float)
    for competences in links:
        for place, number in enumerate(competences, start=1):
            points[number] += 1 / place
    ranked = sorted(points, key=lambda number: (-points[number], number))
    return tuple(
        Requirement(competence=number, application=None, knowledge=None) for number in ranked
    )
