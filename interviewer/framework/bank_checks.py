"""What the questions of a framework can get wrong, taken together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

from interviewer.domain import Aspect, Complexity
from interviewer.framework.cross_checks import unknown_ksbs
from interviewer.framework.documents import Document
from interviewer.framework.language_checks import check_language
from interviewer.framework.likeness import likeness, runs, telling_words
from interviewer.framework.own_checks import Keys
from interviewer.framework.problems import Problem
from interviewer.framework.reading import did_you_mean
from interviewer.framework.shapes import BankShape, ExamQuestionShape, QuestionShape
from interviewer.framework.sources import Source, file_number

MAX_SHARING = 2  # questions that may share a run of words

# A question with its place in the bank.
_Placed = tuple[Document[Any], Keys, QuestionShape | ExamQuestionShape]


def check_bank(source: Source, ksbs: Collection[str] | None) -> Iterator[Problem]:
    """The problems of the question bank; ``ksbs`` are those it may name, None if not known."""
    for document in source.documents():
        yield from check_language(document)
    yield from _check_references(source, ksbs)
    yield from _check_cells(source)
    yield from _check_companions(source)
    yield from _check_exemplars(source)
    yield from _check_exam(source)
    yield from _check_given_ids(source)
    yield from _check_sameness(source)
    yield from _check_likeness(source)


def _promised(source: Source) -> BankShape:
    return source.head.shape.bank if source.head else BankShape()


def _questions(source: Source) -> Iterator[_Placed]:
    """The questions of both kinds: about a competence, and of an exam."""
    documents: list[Document[Any]] = [*source.questions, *source.exam_questions]
    for document in documents:
        for place, question in enumerate(document.shape.questions):
            yield document, ("questions", place), question


def check_question_ids(sources: Iterable[Source]) -> Iterator[Problem]:
    """Problems with ids: each names one question in all frameworks, as transcripts use them."""
    first: dict[str, Problem] = {}
    for source in sources:
        for document, keys, question in _questions(source):
            here = document.problem(f"the question id {question.id}", *keys, "id")
            there = first.setdefault(question.id, here)
            if there is not here:
                place = f"{Path(there.path).name}, line {there.line}"
                message = f"{here.message} is given twice (first in {place})"
                yield document.problem(message, *keys, "id")


def _check_references(source: Source, ksbs: Collection[str] | None) -> Iterator[Problem]:
    known = source.competence_numbers()
    documents: list[Document[Any]] = [
        *source.questions,
        *source.probes,
        *source.study,
        *source.development,
    ]
    for document in documents:
        number = document.shape.competence
        if number not in known:
            yield document.problem(f"there is no competence {number}", "competence")
    if ksbs is not None:
        for document, keys, question in _questions(source):
            yield from unknown_ksbs(document, question.ksbs, ksbs, *keys, "ksbs")


def _check_cells(source: Source) -> Iterator[Problem]:
    """Each competence, aspect and complexity needs questions, or an interview has a hole."""
    unread = {file_number(path) for path in source.unread if path.parent.name == "questions"}
    if not source.questions:
        return
    wanted = _promised(source).questions_a_cell
    filled = {
        document.shape.competence: Counter(
            (each.aspect, each.complexity) for each in document.shape.questions
        )
        for document in source.questions
    }
    for competence in source.competences:
        number = competence.shape.number
        if number in unread:
            continue
        if number not in filled:
            yield competence.problem(f"competence {number} has no questions", "number")
            continue
        document = next(each for each in source.questions if each.shape.competence == number)
        for aspect, complexity in product(Aspect, Complexity):
            count = filled[number][aspect.value, complexity.value]
            if count < wanted:
                has = "no" if not count else f"only {count}"
                message = f"competence {number} has {has} {aspect} question of {complexity}"
                promise = f"; this bank promises {wanted}" if wanted > 1 else ""
                yield document.problem(f"{message} complexity{promise}", "questions")


def _check_companions(source: Source) -> Iterator[Problem]:
    """Where a framework has probes, study pages or development steps, each competence has them."""
    kinds: dict[str, tuple[Document[Any], ...]] = {
        "probes": source.probes,
        "study": source.study,
        "development": source.development,
    }
    for folder, documents in kinds.items():
        there = {document.shape.competence for document in documents}
        unread = (path for path in source.unread if path.parent.name == folder)
        there.update(number for path in unread if (number := file_number(path)) is not None)
        for competence in source.competences:
            number = competence.shape.number
            if there and number not in there:
                message = f'competence {number} has no file in "{folder}"; the others have'
                yield competence.problem(message, "number")


def _check_exemplars(source: Source) -> Iterator[Problem]:
    """An exemplar answers a question of its competence and aspect."""
    if any(path.parent.name == "questions" for path in source.unread):
        return
    known = {
        each.id: (document.shape.competence, each.aspect)
        for document in source.questions
        for each in document.shape.questions
    }
    for study in source.study:
        for place, exemplar in enumerate(study.shape.exemplars):
            keys = ("exemplars", place, "question")
            found = known.get(exemplar.question)
            if found is None:
                mend = did_you_mean(exemplar.question, known)
                yield study.problem(f"there is no question {exemplar.question}{mend}", *keys)
            elif found != (study.shape.competence, exemplar.aspect):
                message = f"{exemplar.question} is about the {found[1]} of competence {found[0]}"
                yield study.problem(message, *keys)


# --- the exam -------------------------------------------------------------------------------------


def _check_exam(source: Source) -> Iterator[Problem]:
    """The exam questions fit the plan, and each KSB can be heard of often enough."""
    if not source.exam_questions or source.epa is None:
        return
    themes = {theme.id: theme for theme in source.epa.shape.themes}
    methods = {method.id for method in source.epa.shape.methods}
    asked: dict[str, Counter[str]] = {name: Counter() for name in themes}
    for document in source.exam_questions:
        name = document.shape.theme
        if name not in themes:
            message = f'there is no theme "{name}"{did_you_mean(name, themes)}'
            yield document.problem(message, "theme")
            continue
        for place, question in enumerate(document.shape.questions):
            asked[name][question.method] += 1
            if question.method not in methods:
                mend = did_you_mean(question.method, methods)
                message = f'there is no method "{question.method}"{mend}'
                yield document.problem(message, "questions", place, "method")
    unread = {path.stem for path in source.unread if path.parent.name == "exam-questions"}
    for place, theme in enumerate(source.epa.shape.themes):
        for method in sorted(methods):
            if not asked[theme.id][method] and theme.id not in unread:
                message = f"the theme {theme.id} has no question for the method {method}"
                yield source.epa.problem(message, "themes", place, "id")
    if not unread:
        yield from _check_ksbs_asked(source)


def _check_ksbs_asked(source: Source) -> Iterator[Problem]:
    wanted = _promised(source).questions_a_ksb
    counts = Counter(
        ksb
        for document in source.exam_questions
        for question in document.shape.questions
        for ksb in question.ksbs
    )
    if source.ksbs is None:
        return
    for kind in ("knowledge", "skills", "behaviours"):
        for place, ksb in enumerate(getattr(source.ksbs.shape, kind)):
            if counts[ksb.id] < wanted:
                has = f"only {counts[ksb.id]}" if counts[ksb.id] else "none"
                message = f"{has} of the exam questions can evidence {ksb.id}"
                promise = f"this bank promises {wanted} a KSB"
                yield source.ksbs.problem(f"{message}; {promise}", kind, place, "id")


# --- ids ------------------------------------------------------------------------------------------


def _check_given_ids(source: Source) -> Iterator[Problem]:
    """Ids are stable: transcripts name questions by them, so none vanishes or is used again."""
    if source.ids is None:
        return
    given, retired = set(source.ids.shape.given), set(source.ids.shape.retired)
    there = set()
    for document, keys, question in _questions(source):
        there.add(question.id)
        if question.id not in given:
            message = f'the id {question.id} is new: write it under "given" in ids.yaml'
            yield document.problem(message, *keys, "id")
        elif question.id in retired:
            message = f"the id {question.id} was retired; give this question a new one"
            yield document.problem(message, *keys, "id")
    if any(path.parent.name in ("questions", "exam-questions") for path in source.unread):
        return
    for place, name in enumerate(source.ids.shape.given):
        if name not in there | retired:
            message = f'no question has the id {name} now; put it back, or add it to "retired"'
            yield source.ids.problem(message, "given", place)


# --- sameness -------------------------------------------------------------------------------------


def _check_sameness(source: Source) -> Iterator[Problem]:
    """Questions that share a long run of words sound like a template to a candidate."""
    sharing: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document, keys, question in _questions(source):
        told = False
        for run in runs(question.text):
            sharing[run].append(question.id)
            if len(sharing[run]) > MAX_SHARING and not told:
                told = True
                others = " and ".join(sharing[run][:MAX_SHARING])
                message = f'"{" ".join(run)}" is also in {others}; reword it'
                yield document.problem(message, *keys, "text")


def _check_likeness(source: Source) -> Iterator[Problem]:
    """No two questions that may be asked one after the other are too much alike.

    Those are the questions of one cell, or of one theme and method of an exam.
    """
    placed = list(_questions(source))
    telling = telling_words({id(question): question.text for _, _, question in placed})
    groups: dict[tuple[Path, str], list[_Placed]] = defaultdict(list)
    for document, keys, question in placed:
        if isinstance(question, ExamQuestionShape):
            cell = question.method
        else:
            cell = f"{question.aspect} {question.complexity}"
        groups[document.path, cell].append((document, keys, question))
    most = _promised(source).alike_at_most
    for group in groups.values():
        for (_, _, first), (document, keys, second) in combinations(group, 2):
            share = round(100 * likeness(telling[id(first)], telling[id(second)]))
            if share > most:
                message = f"this shares {share} per cent of its words with {first.id}"
                limit = f"at most {most} per cent are allowed in one cell"
                yield document.problem(f"{message}; {limit}", *keys, "text")
