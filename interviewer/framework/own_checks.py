"""What one file can get wrong by itself, beyond its shape."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import pairwise, product
from typing import Any

from interviewer.domain import MAX_LEVEL, MIN_LEVEL, Aspect, Autonomy, Complexity, Knowing
from interviewer.framework.documents import Document
from interviewer.framework.problems import Problem
from interviewer.framework.reading import did_you_mean
from interviewer.framework.shapes import (
    BandsFile,
    CompetenceFile,
    CrosswalkFile,
    DevelopmentFile,
    DutiesFile,
    EpaFile,
    ExamQuestionsFile,
    ExamQuestionShape,
    FrameworkFile,
    IdsFile,
    KsbsFile,
    ProbesFile,
    ProfilesFile,
    QuestionsFile,
    Shape,
    SignsFile,
    StudyFile,
)
from interviewer.framework.sources import HEAD, file_number

QUOTE = "{quote}"  # stands where a sentence of the report goes
LEAST_CUES = 3

# Where something stands in a document: names and list positions, from the root.
Keys = tuple[str | int, ...]


def check_document(document: Document[Any]) -> Iterator[Problem]:
    """The problems that ``document`` has whatever other files say."""
    yield from _CHECKS[type(document.shape)](document)


def repeated(
    document: Document[Any], things: Iterable[tuple[Hashable, Keys]], what: str
) -> Iterator[Problem]:
    """A problem for each of ``things`` (a thing and its place) that came up before."""
    first: dict[Hashable, Keys] = {}
    for thing, keys in things:
        if thing in first:
            line = document.line(*first[thing])
            yield document.problem(f"{what} {thing} is given twice (first in line {line})", *keys)
        else:
            first[thing] = keys


def _at(things: Iterable[Any], name: str, *keys: str | int) -> Iterator[tuple[Hashable, Keys]]:
    """Each thing's ``name``, with its place in the list under ``keys``."""
    for place, thing in enumerate(things):
        yield getattr(thing, name), (*keys, place, name)


def _each(things: Iterable[Hashable], *keys: str | int) -> Iterator[tuple[Hashable, Keys]]:
    """Each thing itself, with its place in the list under ``keys``."""
    for place, thing in enumerate(things):
        yield thing, (*keys, place)


def _check_framework(document: Document[FrameworkFile]) -> Iterator[Problem]:
    shape = document.shape
    levels = [level.level for level in shape.scale]
    if levels and levels != list(range(MIN_LEVEL, MAX_LEVEL + 1)):
        message = f'"scale" must have the levels {MIN_LEVEL} to {MAX_LEVEL}, each once, in order'
        yield document.problem(f"{message}, not {', '.join(map(str, levels))}", "scale")
    yield from repeated(document, _at(shape.complexities, "id", "complexities"), "the complexity")
    yield from repeated(document, _at(shape.factors, "id", "factors"), "the factor")
    missing = sorted({each.value for each in Complexity} - {each.id for each in shape.complexities})
    if shape.complexities and missing:
        message = f'"complexities" must have low, some and high; missing: {", ".join(missing)}'
        yield document.problem(message, "complexities")
    # A file that lies by itself, outside a framework's folder, has no other name to agree with.
    if document.path.name == HEAD and document.path.absolute().parent.name != shape.id:
        folder = document.path.absolute().parent.name
        message = f'the id "{shape.id}" differs from the folder\'s name, "{folder}"'
        yield document.problem(f"{message}; rename one of them", "id")


def _check_profiles(document: Document[ProfilesFile]) -> Iterator[Problem]:
    profiles = document.shape.profiles
    yield from repeated(document, _at(profiles, "id", "profiles"), "the role profile")
    for place, profile in enumerate(profiles):
        keys = ("profiles", place)
        required = [*_at(profile.requirements, "competence", *keys, "requirements")]
        dropped = [*_each(profile.not_required, *keys, "not_required")]
        yield from repeated(document, required + dropped, "competence")
        conditions = _at(profile.conditions, "id", *keys, "conditions")
        yield from repeated(document, conditions, "the condition")
        if profile.based_on is not None and profile.requirements:
            message = 'give either "requirements" or "based_on", not both'
            yield document.problem(message, *keys, "based_on")
        if profile.based_on is None and not profile.requirements:
            message = f'the role profile {profile.id} needs "requirements" or "based_on"'
            yield document.problem(message, *keys, "id")
        for index in range(len(profile.rules)):
            yield from _check_rule(document, place, index)


def _check_rule(document: Document[ProfilesFile], place: int, index: int) -> Iterator[Problem]:
    rule = document.shape.profiles[place].rules[index]
    keys: Keys = ("profiles", place, "rules", index)
    always = [*_each(rule.always, *keys, "always")]
    choice = [*_each(rule.choose_from, *keys, "choose_from")]
    yield from repeated(document, always + choice, "competence")
    if rule.at_least > len(rule.choose_from):
        message = f'"at_least" is {rule.at_least}, but "choose_from" has {len(rule.choose_from)}'
        yield document.problem(message, *keys, "at_least")
    named = len(rule.always) + len(rule.choose_from)
    if rule.minimum > named:
        message = f'"minimum" is {rule.minimum}, but the rule names only {named}'
        yield document.problem(message, *keys, "minimum")


def _check_ksbs(document: Document[KsbsFile]) -> Iterator[Problem]:
    lists = ("knowledge", "skills", "behaviours")
    places = [place for name in lists for place in _at(getattr(document.shape, name), "id", name)]
    yield from repeated(document, places, "the KSB")
    for ksb, keys in places:
        letter = str(keys[0])[0].upper()
        if not str(ksb).startswith(letter):
            message = f'under "{keys[0]}" an id must begin with {letter}, not {ksb}'
            yield document.problem(message, *keys)


def _check_duties(document: Document[DutiesFile]) -> Iterator[Problem]:
    duties = document.shape.duties
    yield from repeated(document, _at(duties, "number", "duties"), "the duty")
    for place, duty in enumerate(duties):
        yield from repeated(document, _each(duty.ksbs, "duties", place, "ksbs"), "the KSB")


def _check_epa(document: Document[EpaFile]) -> Iterator[Problem]:
    shape = document.shape
    yield from repeated(document, _at(shape.methods, "id", "methods"), "the method")
    yield from repeated(document, _at(shape.themes, "id", "themes"), "the theme")
    for place, theme in enumerate(shape.themes):
        yield from repeated(document, _each(theme.ksbs, "themes", place, "ksbs"), "the KSB")
    yield from repeated(document, _at(shape.grades, "id", "grades"), "the grade")
    yield from _check_rising(document)
    yield from _check_overall(document)


def _check_rising(document: Document[EpaFile]) -> Iterator[Problem]:
    """Each grade asks for as much as the one before it, or for more."""
    doing, knowing = tuple(Autonomy), tuple(Knowing)
    for place, (low, high) in enumerate(pairwise(document.shape.grades), start=1):
        for key, order in (("doing", doing), ("knowing", knowing)):
            if order.index(getattr(high, key)) < order.index(getattr(low, key)):
                message = f'"{key}" asks for less here than for the grade {low.id} before it'
                yield document.problem(message, "grades", place, key)


def _check_overall(document: Document[EpaFile]) -> Iterator[Problem]:
    """The table names each combination of a grade in each method, once."""
    shape = document.shape
    if shape.overall is None:
        return
    methods = [method.id for method in shape.methods]
    grades = [grade.id for grade in shape.grades]
    wanted = list(product(grades, repeat=len(methods)))
    found: dict[Hashable, Keys] = {}
    for place, row in enumerate(shape.overall.table):
        keys: Keys = ("overall", "table", place, "grades")
        for method, grade in row.grades.items():
            if method not in methods:
                mend = did_you_mean(method, methods)
                yield document.problem(f'there is no method "{method}"{mend}', *keys, method)
            if grade not in grades:
                mend = did_you_mean(grade, grades)
                yield document.problem(f'there is no grade "{grade}"{mend}', *keys, method)
        combination = tuple(row.grades.get(method, "") for method in methods)
        if combination in found:
            line = document.line(*found[combination])
            message = f"this combination is given twice (first in line {line})"
            yield document.problem(message, *keys)
        found.setdefault(combination, keys)
    for missing in (each for each in wanted if each not in found):
        told = ", ".join(f"{m} {g}" for m, g in zip(methods, missing, strict=True))
        yield document.problem(f"the table says nothing of {told}", "overall", "table")


def _check_bands(document: Document[BandsFile]) -> Iterator[Problem]:
    shape = document.shape
    yield from repeated(document, _at(shape.bands, "band", "bands"), "the band")
    areas = _at(shape.responsibilities, "area", "responsibilities")
    yield from repeated(document, areas, "the area")
    bands = {band.band for band in shape.bands}
    for place, responsibility in enumerate(shape.responsibilities):
        keys = ("responsibilities", place, "bands")
        for band in responsibility.bands:
            if band not in bands:
                yield document.problem(f'there is no band "{band}"', *keys, band)
        for band in sorted(bands - responsibility.bands.keys()):
            yield document.problem(f"{responsibility.area} says nothing of band {band}", *keys)


def _check_crosswalk(document: Document[CrosswalkFile]) -> Iterator[Problem]:
    shape = document.shape
    for part, thing, what in (("ksbs", "ksb", "the KSB"), ("areas", "area", "the area")):
        walks = getattr(shape, part)
        yield from repeated(document, _at(walks, "framework", part), "the framework")
        for place, walk in enumerate(walks):
            links = _at(walk.links, thing, part, place, "links")
            yield from repeated(document, links, what)
            for index, link in enumerate(walk.links):
                keys = (part, place, "links", index, "competences")
                yield from repeated(document, _each(link.competences, *keys), "competence")


def _check_number(document: Document[Any], number: int, key: str) -> Iterator[Problem]:
    """A file about one competence is named after it: only the files needed are read."""
    named = file_number(document.path)
    if named is None:
        message = f"the file's name must begin with the competence's number: {number:02}-....yaml"
        yield document.problem(message, key)
    elif named != number:
        message = f'"{key}" is {number}, but the file\'s name begins with {named}'
        yield document.problem(message, key)


def _check_competence(document: Document[CompetenceFile]) -> Iterator[Problem]:
    yield from _check_number(document, document.shape.number, "number")
    yield from repeated(document, _each(document.shape.terms, "terms"), "the term")


def _check_questions(document: Document[QuestionsFile]) -> Iterator[Problem]:
    yield from _check_number(document, document.shape.competence, "competence")
    for place in range(len(document.shape.questions)):
        yield from _check_question(document, place)


def _check_question(document: Document[QuestionsFile], place: int) -> Iterator[Problem]:
    question = document.shape.questions[place]
    keys = ("questions", place)
    if question.aspect == "knowledge" and not question.key_ideas:
        message = f'the knowledge question {question.id} needs "key_ideas"'
        yield document.problem(message, *keys, "id")
    if question.aspect == "application" and question.key_ideas:
        message = '"key_ideas" belong to knowledge questions only; remove them'
        yield document.problem(message, *keys, "key_ideas")
    if len({indicator.level for indicator in question.looks_for}) < 2:
        message = '"looks_for" must have signs of at least two different levels'
        yield document.problem(message, *keys, "looks_for")
    yield from repeated(document, _each(question.factors, *keys, "factors"), "the factor")
    yield from repeated(document, _each(question.ksbs, *keys, "ksbs"), "the KSB")


def _check_probes(document: Document[ProbesFile]) -> Iterator[Problem]:
    yield from _check_number(document, document.shape.competence, "competence")
    everything: list[tuple[Hashable, Keys]] = []
    for aspect in ("application", "knowledge"):
        part = getattr(document.shape, aspect)
        for kind in part.__struct_fields__:
            everything += _each(getattr(part, kind), aspect, kind)
    yield from repeated(document, everything, "the probe")


def _check_study(document: Document[StudyFile]) -> Iterator[Problem]:
    yield from _check_number(document, document.shape.competence, "competence")
    exemplars = document.shape.exemplars
    for aspect in Aspect:
        levels = sorted(each.level for each in exemplars if each.aspect == aspect.value)
        if levels != list(range(1, MAX_LEVEL + 1)):
            has = ", ".join(map(str, levels)) or "none"
            message = f'"exemplars" must have one for each level from 1 to {MAX_LEVEL}'
            yield document.problem(f"{message} of {aspect}; it has {has}", "exemplars")
    yield from repeated(document, _at(exemplars, "answer", "exemplars"), "the answer")


def _check_development(document: Document[DevelopmentFile]) -> Iterator[Problem]:
    yield from _check_number(document, document.shape.competence, "competence")
    steps = document.shape.steps
    for aspect in Aspect:
        levels = sorted(each.to for each in steps if each.aspect == aspect.value)
        if levels != list(range(2, MAX_LEVEL + 1)):
            has = ", ".join(map(str, levels)) or "none"
            message = f'"steps" must have one to each level from 2 to {MAX_LEVEL}'
            yield document.problem(f"{message} of {aspect}; it has {has}", "steps")
    actions = [
        each
        for place, step in enumerate(steps)
        for each in _each(step.actions, "steps", place, "actions")
    ]
    yield from repeated(document, actions, "the action")


def _check_exam_questions(document: Document[ExamQuestionsFile]) -> Iterator[Problem]:
    shape = document.shape
    if document.path.stem != shape.theme:
        message = f'"theme" is {shape.theme}, but the file\'s name is {document.path.name}'
        yield document.problem(message, "theme")
    for place, question in enumerate(shape.questions):
        keys = ("questions", place)
        yield from repeated(document, _each(question.ksbs, *keys, "ksbs"), "the KSB")
        yield from _check_taking_up(document, question, *keys)


def _check_taking_up(
    document: Document[Any], question: ExamQuestionShape, *keys: str | int
) -> Iterator[Problem]:
    """A question that takes up a sentence of the report needs a place for it, and a way to it."""
    if question.taking_up is None:
        if question.cues:
            yield document.problem('"cues" are of no use without "taking_up"', *keys, "cues")
        return
    if question.taking_up.count(QUOTE) != 1:
        yield document.problem(f"{QUOTE} must stand here once", *keys, "taking_up")
    if len(question.cues) < LEAST_CUES:
        message = f'"taking_up" needs at least {LEAST_CUES} "cues" to find a sentence by'
        yield document.problem(message, *keys, "taking_up")
    yield from repeated(document, _each(question.cues, *keys, "cues"), "the cue")


def _check_ids(document: Document[IdsFile]) -> Iterator[Problem]:
    shape = document.shape
    yield from repeated(document, _each(shape.given, "given"), "the id")
    yield from repeated(document, _each(shape.retired, "retired"), "the id")
    for place, name in enumerate(shape.retired):
        if name not in shape.given:
            message = f'{name} was never given; write it under "given" too'
            yield document.problem(message, "retired", place)


def _check_signs(document: Document[SignsFile]) -> Iterator[Problem]:
    for place, sign in enumerate(document.shape.signs):
        keys = ("signs", place)
        yield from repeated(document, _each(sign.says, *keys, "says"), "the phrase")
        for nth, phrases in enumerate(sign.beside):
            yield from repeated(document, _each(phrases, *keys, "with", nth), "the phrase")


_CHECKS: dict[type[Shape], Callable[[Document[Any]], Iterator[Problem]]] = {
    FrameworkFile: _check_framework,
    ProfilesFile: _check_profiles,
    KsbsFile: _check_ksbs,
    DutiesFile: _check_duties,
    EpaFile: _check_epa,
    BandsFile: _check_bands,
    CrosswalkFile: _check_crosswalk,
    CompetenceFile: _check_competence,
    QuestionsFile: _check_questions,
    ProbesFile: _check_probes,
    StudyFile: _check_study,
    DevelopmentFile: _check_development,
    ExamQuestionsFile: _check_exam_questions,
    IdsFile: _check_ids,
    SignsFile: _check_signs,
}
