"""Whether what is said to candidates is put well, as far as that can be counted.

An author is told by ``interviewer check``; an interview is held all the same, since a long sentence
is no reason to turn a candidate away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from interviewer.framework.documents import Document
from interviewer.framework.likeness import (
    questions_asked,
    sentence_length,
    sentences_before_asking,
)
from interviewer.framework.own_checks import Keys
from interviewer.framework.problems import Problem
from interviewer.framework.shapes import ExamQuestionsFile, ProbesFile, QuestionsFile

LONG = 20  # words a sentence, on average: more than that is not plain English
SCENARIO = (3, 5)  # sentences that tell of a situation before what is asked; or none at all

# Words that tell a candidate what would be rated higher; nobody is asked a follow-up with them.
_HINTS = re.compile(
    r"\b(aware|practised|competent|proficient|expert|levels?|ratings?|supervis\w+|coach\w*"
    r"|mentor\w*|delegat\w+|great|excellent|well done|impressive)\b",
    re.IGNORECASE,
)


def check_language(document: Document[Any]) -> Iterator[Problem]:
    """The problems of the texts in ``document`` that are said to candidates, if it has any."""
    match document.shape:
        case QuestionsFile(questions=questions):
            for place in range(len(questions)):
                yield from _check_texts(document, ("questions", place), "text", "plainer")
                yield from _check_scenario(document, place)
        case ExamQuestionsFile(questions=questions):
            for place, question in enumerate(questions):
                keys: Keys = ("questions", place)
                yield from _check_texts(document, keys, "text", "plainer", "taking_up")
                yield from _check_follow_ups(document, question.follow_ups, *keys, "follow_ups")
        case ProbesFile() as shape:
            for aspect in ("application", "knowledge"):
                part = getattr(shape, aspect)
                for kind in part.__struct_fields__:
                    yield from _check_follow_ups(document, getattr(part, kind), aspect, kind)


def _check_texts(document: Document[Any], keys: Keys, *names: str) -> Iterator[Problem]:
    question = document.shape.questions[keys[-1]]
    for name in names:
        yield from _check_asking(document, getattr(question, name) or "", *keys, name)


def _check_scenario(document: Document[QuestionsFile], place: int) -> Iterator[Problem]:
    """A question about work done opens with what it asks, or tells of a situation before it."""
    question = document.shape.questions[place]
    told = sentences_before_asking(question.text) if question.aspect == "application" else 0
    fewest, most = SCENARIO
    if told and not fewest <= told <= most:
        count = "1 sentence" if told == 1 else f"{told} sentences"
        message = (
            f"the situation is told in {count} before the question; "
            f"tell it in {fewest} to {most}, or open with the question"
        )
        yield document.problem(message, "questions", place, "text")


def _check_follow_ups(
    document: Document[Any], texts: list[str], *keys: str | int
) -> Iterator[Problem]:
    for place, text in enumerate(texts):
        yield from _check_asking(document, text, *keys, place)
        hint = _HINTS.search(text)
        if hint:
            message = f'"{hint[0]}" tells the candidate what would count; ask without it'
            yield document.problem(message, *keys, place)


def _check_asking(document: Document[Any], text: str, *keys: str | int) -> Iterator[Problem]:
    """What is said to a candidate asks one thing, in sentences that are read once."""
    if questions_asked(text) > 1:
        yield document.problem("this asks more than one question; ask one", *keys)
    length = sentence_length(text)
    if length > LONG:
        message = f"the sentences here have {length:.1f} words on average; keep them to {LONG}"
        yield document.problem(message, *keys)
