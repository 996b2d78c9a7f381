"""What the questions of a framework can get wrong, taken together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import product
from pathlib import Path

from interviewer.domain import Aspect, Complexity
from interviewer.framework.cross_checks import unknown_ksbs
from interviewer.framework.documents import Document
from interviewer.framework.own_checks import Keys
from interviewer.framework.problems import Problem
from interviewer.framework.shapes import QuestionsFile, QuestionShape
from interviewer.framework.sources import Source, file_number

RUN = 8  # words in a row that make two questions sound the same
MAX_SHARING = 2  # questions that may share such a run

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")

# A question with its place in the bank.
_Placed = tuple[Document[QuestionsFile], Keys, QuestionShape]


def check_bank(source: Source, ksbs: Collection[str] | None) -> Iterator[Problem]:
    """The problems of the question bank; ``ksbs`` are those it may name, None if not known."""
    yield from _check_references(source, ksbs)
    yield from _check_cells(source)
    yield from _check_sameness(source)


def _questions(source: Source) -> Iterator[_Placed]:
    for document in source.questions:
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
    for document in source.questions:
        number = document.shape.competence
        if number not in known:
            yield document.problem(f"there is no competence {number}", "competence")
    if ksbs is not None:
        for document, keys, question in _questions(source):
            yield from unknown_ksbs(document, question.ksbs, ksbs, *keys, "ksbs")


def _check_cells(source: Source) -> Iterator[Problem]:
    """Each competence, aspect and complexity needs a question, or an interview has a hole."""
    unread = {file_number(path) for path in source.unread if path.parent.name == "questions"}
    if not source.questions:
        return
    filled = defaultdict(set)
    for document, _, question in _questions(source):
        filled[document.shape.competence].add((question.aspect, question.complexity))
    for competence in source.competences:
        number = competence.shape.number
        if number in unread:
            continue
        if number not in filled:
            yield competence.problem(f"competence {number} has no questions", "number")
            continue
        document = next(each for each in source.questions if each.shape.competence == number)
        for aspect, complexity in product(Aspect, Complexity):
            if (aspect.value, complexity.value) not in filled[number]:
                message = f"competence {number} has no {aspect} question of {complexity} complexity"
                yield document.problem(message, "questions")


def _check_sameness(source: Source) -> Iterator[Problem]:
    """Questions that share a long run of words sound like a template to a candidate."""
    sharing: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document, keys, question in _questions(source):
        told = False
        for run in _runs(question.text):
            sharing[run].append(question.id)
            if len(sharing[run]) > MAX_SHARING and not told:
                told = True
                others = " and ".join(sharing[run][:MAX_SHARING])
                message = f'"{" ".join(run)}" is also in {others}; reword it'
                yield document.problem(message, *keys, "text")


def _runs(text: str) -> list[tuple[str, ...]]:
    """The runs of words in a text, each once, in order: the first one shared is the one told."""
    words = _WORD.findall(text.lower())
    runs = (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return list(dict.fromkeys(runs))
