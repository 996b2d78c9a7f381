"""What several frameworks in one folder can get wrong between them: crosswalk and profile ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interviewer.framework.bank_checks import check_bank, check_question_ids
from interviewer.framework.cross_checks import (
    check_source,
    in_order,
    unknown_competences,
)
from interviewer.framework.documents import Document
from interviewer.framework.own_checks import check_document
from interviewer.framework.problems import Problem
from interviewer.framework.reading import did_you_mean
from interviewer.framework.shapes import CrosswalkFile
from interviewer.framework.sources import Source

Crosswalk = Document[CrosswalkFile]


def check_library(sources: Mapping[str, Source], crosswalk: Crosswalk | None) -> Iterator[Problem]:
    """The problems of all frameworks of a folder, and of what links them."""
    for source in sources.values():
        yield from check_source(source)
        yield from check_bank(source, _linked_ksbs(source, sources, crosswalk))
    yield from check_question_ids(sources.values())
    yield from _check_profile_ids(sources)
    if crosswalk is not None:
        yield from check_document(crosswalk)
        yield from _check_crosswalk(sources, crosswalk)


def _linked_ksbs(
    source: Source, sources: Mapping[str, Source], crosswalk: Crosswalk | None
) -> set[str] | None:
    """The KSBs that a framework's questions may name: its own and those linked to it.

    None where the crosswalk names a framework that is not there: that is a problem of its own, and
    hundreds of KSBs that nobody can look up would only hide it.
    """
    linked = [source]
    if crosswalk is not None:
        named = [crosswalk.shape.competences_of, *(w.framework for w in crosswalk.shape.ksbs)]
        if any(framework not in sources for framework in named):
            return None
    if crosswalk is not None and crosswalk.shape.competences_of == source.id:
        walks = crosswalk.shape.ksbs
        linked += [sources[walk.framework] for walk in walks if walk.framework in sources]
    ksbs: set[str] = set()
    for each in linked:
        known = each.ksb_ids()
        if known is None:
            return None
        ksbs |= known
    return ksbs


def _check_profile_ids(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """A profile's id alone names it (``--profile ID``), so it can't be in two frameworks."""
    first: dict[str, str] = {}
    for source in sources.values():
        if source.profiles is None:
            continue
        for place, profile in enumerate(source.profiles.shape.profiles):
            before = first.setdefault(profile.id, source.id)
            if before != source.id:
                message = f"the role profile {profile.id} is also in the framework {before}"
                yield source.profiles.problem(message, "profiles", place, "id")


def _check_crosswalk(sources: Mapping[str, Source], crosswalk: Crosswalk) -> Iterator[Problem]:
    shape = crosswalk.shape
    yield from _unknown_framework(sources, crosswalk, shape.competences_of, "competences_of")
    target = sources.get(shape.competences_of)
    parts: dict[str, list[Any]] = {"ksbs": shape.ksbs, "areas": shape.areas}
    for part, walks in parts.items():
        for place, walk in enumerate(walks):
            keys = (part, place)
            yield from _unknown_framework(sources, crosswalk, walk.framework, *keys, "framework")
            if target is None:
                continue
            known = target.competence_numbers()
            for index, link in enumerate(walk.links):
                at = (*keys, "links", index, "competences")
                yield from unknown_competences(crosswalk, link.competences, known, *at)
    yield from _check_ksb_links(sources, crosswalk)
    yield from _check_area_links(sources, crosswalk)


def _unknown_framework(
    sources: Mapping[str, Source], crosswalk: Crosswalk, framework: str, *keys: str | int
) -> Iterator[Problem]:
    if framework not in sources:
        mend = did_you_mean(framework, sources)
        yield crosswalk.problem(f'there is no framework "{framework}"{mend}', *keys)


def _check_ksb_links(sources: Mapping[str, Source], crosswalk: Crosswalk) -> Iterator[Problem]:
    for place, walk in enumerate(crosswalk.shape.ksbs):
        source = sources.get(walk.framework)
        known = source.ksb_ids() if source is not None else None
        if known is None:
            continue
        for index, link in enumerate(walk.links):
            if link.ksb not in known:
                at = ("ksbs", place, "links", index, "ksb")
                yield crosswalk.problem(f"{walk.framework} has no KSB {link.ksb}", *at)
        missing = in_order(known - {link.ksb for link in walk.links})
        if missing:
            message = f"nothing links {', '.join(missing)} to a competence"
            yield crosswalk.problem(message, "ksbs", place, "links")


def _check_area_links(sources: Mapping[str, Source], crosswalk: Crosswalk) -> Iterator[Problem]:
    for place, walk in enumerate(crosswalk.shape.areas):
        source = sources.get(walk.framework)
        if source is None or source.bands is None:
            continue
        known = [each.area for each in source.bands.shape.responsibilities]
        linked = [link.area for link in walk.links]
        for index, area in enumerate(linked):
            if area not in known:
                mend = did_you_mean(area, known)
                message = f'{walk.framework} has no area "{area}"{mend}'
                yield crosswalk.problem(message, "areas", place, "links", index, "area")
        missing = [area for area in known if area not in linked]
        if missing:
            message = f"nothing links {', '.join(missing)} to a competence"
            yield crosswalk.problem(message, "areas", place, "links")
