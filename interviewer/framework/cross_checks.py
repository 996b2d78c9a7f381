"""What the files of one framework can get wrong between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from interviewer.framework.documents import Document
from interviewer.framework.own_checks import Keys, check_document
from interviewer.framework.problems import Problem
from interviewer.framework.reading import did_you_mean
from interviewer.framework.shapes import ProfilesFile, ProfileShape
from interviewer.framework.sources import HEAD, Source


def check_source(source: Source) -> Iterator[Problem]:
    """The problems of a framework's files, their questions' texts aside."""
    for document in source.documents():
        yield from check_document(document)
    if source.head is None and source.folder / HEAD not in source.unread:
        yield Problem(str(source.folder / HEAD), 1, 1, f"a framework needs the file {HEAD}")
    yield from _check_competence_numbers(source)
    yield from _check_profiles(source)
    yield from _check_duties(source)
    yield from _check_themes(source)
    yield from _check_signs(source)


def unknown_competences(
    document: Document[Any], numbers: Iterable[int], known: Collection[int], *keys: str | int
) -> Iterator[Problem]:
    """A problem for each number in the list under ``keys`` that no competence has."""
    for place, number in enumerate(numbers):
        if number not in known:
            yield document.problem(f"there is no competence {number}", *keys, place)


def unknown_ksbs(
    document: Document[Any], ksbs: Iterable[str], known: Collection[str], *keys: str | int
) -> Iterator[Problem]:
    """A problem for each id in the list under ``keys`` that no KSB has."""
    for place, ksb in enumerate(ksbs):
        if ksb not in known:
            yield document.problem(f"there is no KSB {ksb}", *keys, place)


def in_order(ksbs: Iterable[str]) -> list[str]:
    """KSBs as people list them: K1, K2 ... K10, then S, then B."""
    return sorted(ksbs, key=lambda ksb: ("KSB".index(ksb[0]), int(ksb[1:])))


def _check_competence_numbers(source: Source) -> Iterator[Problem]:
    first: dict[int, Document[Any]] = {}
    for document in source.competences:
        number = document.shape.number
        before = first.setdefault(number, document)
        if before is not document:
            message = f"competence {number} is given twice (first in {before.path.name})"
            yield document.problem(message, "number")


def _check_profiles(source: Source) -> Iterator[Problem]:
    document = source.profiles
    if document is None:
        return
    known = source.competence_numbers()
    for place, profile in enumerate(document.shape.profiles):
        keys: Keys = ("profiles", place)
        for index, requirement in enumerate(profile.requirements):
            if requirement.competence not in known:
                at = (*keys, "requirements", index, "competence")
                yield document.problem(f"there is no competence {requirement.competence}", *at)
        dropped = profile.not_required
        yield from unknown_competences(document, dropped, known, *keys, "not_required")
        yield from _check_rules(document, profile, known, keys)
        yield from _check_base(document, profile, keys)
        yield from _check_conditions(document, profile, keys)


def _check_rules(
    document: Document[ProfilesFile], profile: ProfileShape, known: Collection[int], keys: Keys
) -> Iterator[Problem]:
    for index, rule in enumerate(profile.rules):
        at = (*keys, "rules", index)
        yield from unknown_competences(document, rule.always, known, *at, "always")
        yield from unknown_competences(document, rule.choose_from, known, *at, "choose_from")


def bases(profile: ProfileShape, profiles: Iterable[ProfileShape]) -> list[ProfileShape]:
    """``profile`` and those that it is based on, the nearest first; ends where a circle closes."""
    by_id = {each.id: each for each in profiles}
    chain: list[ProfileShape] = []
    following: ProfileShape | None = profile
    while following is not None and following not in chain:
        chain.append(following)
        following = by_id.get(following.based_on or "")
    return chain


def _check_base(
    document: Document[ProfilesFile], profile: ProfileShape, keys: Keys
) -> Iterator[Problem]:
    if profile.based_on is None:
        return
    ids = [each.id for each in document.shape.profiles]
    last = bases(profile, document.shape.profiles)[-1].based_on
    if profile.based_on not in ids:
        mend = did_you_mean(profile.based_on, ids)
        message = f'there is no role profile "{profile.based_on}"{mend}'
        yield document.problem(message, *keys, "based_on")
    elif last is not None and last in ids:
        yield document.problem("this role profile is based on itself", *keys, "based_on")


def _check_conditions(
    document: Document[ProfilesFile], profile: ProfileShape, keys: Keys
) -> Iterator[Problem]:
    chain = bases(profile, document.shape.profiles)
    known = [condition.id for each in chain for condition in each.conditions]
    for index, requirement in enumerate(profile.requirements):
        only = requirement.only
        if only is not None and only not in known:
            message = f'there is no condition "{only}" in this role profile'
            at = (*keys, "requirements", index, "only")
            yield document.problem(message + did_you_mean(only, known), *at)


def _check_duties(source: Source) -> Iterator[Problem]:
    document, known = source.duties, source.ksb_ids()
    if document is None or known is None:
        return
    for place, duty in enumerate(document.shape.duties):
        yield from unknown_ksbs(document, duty.ksbs, known, "duties", place, "ksbs")


def _check_signs(source: Source) -> Iterator[Problem]:
    document, known = source.signs, source.ksb_ids()
    if document is None or known is None:
        return
    for place, sign in enumerate(document.shape.signs):
        if sign.ksb not in known:
            yield document.problem(f"there is no KSB {sign.ksb}", "signs", place, "ksb")


def _check_themes(source: Source) -> Iterator[Problem]:
    document, known = source.epa, source.ksb_ids()
    if document is None or known is None:
        return
    covered: set[str] = set()
    for place, theme in enumerate(document.shape.themes):
        covered.update(theme.ksbs)
        yield from unknown_ksbs(document, theme.ksbs, known, "themes", place, "ksbs")
    missing = in_order(known - covered)
    if missing:
        yield document.problem(f"no theme holds {', '.join(missing)}", "themes")
