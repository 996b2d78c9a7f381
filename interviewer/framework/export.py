"""Frameworks and questions as data for other programs: keys are promises to users."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from interviewer.domain import ExamQuestion, Framework, FrameworkHead, Question

# The parts of a framework, in the order they are written; those it does not have are left out.
_PARTS = (
    "scale",
    "complexities",
    "factors",
    "competences",
    "profiles",
    "duties",
    "ksbs",
    "methods",
    "grades",
    "overall",
    "themes",
    "bands",
    "responsibilities",
)


def heads_json(heads: Iterable[FrameworkHead]) -> list[dict[str, Any]]:
    """The list of frameworks."""
    return [_head(head) for head in heads]


def framework_json(framework: Framework) -> dict[str, Any]:
    """One framework with all its parts."""
    data = _head(framework.head) | {"sha256": framework.sha256}
    for part in _PARTS:
        values = getattr(framework, part)
        if values:
            data[part] = _plain(values)
    return data


def questions_json(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The question bank; every question in it was written for this product."""
    return [_question(question) for question in questions]


def exam_questions_json(questions: Iterable[ExamQuestion]) -> list[dict[str, Any]]:
    """The exam questions; every one of them was written for this product."""
    return [_exam_question(question) for question in questions]


def _exam_question(question: ExamQuestion) -> dict[str, Any]:
    data: dict[str, Any] = _plain(question)
    data["pass"] = data.pop("passing")
    looks_for = [*question.passing, *question.distinction]
    return data | {"looks_for": looks_for, "source": "ours"}


def _head(head: FrameworkHead) -> dict[str, Any]:
    data: dict[str, Any] = _plain(head)
    optional = ("attribution", "note", "short")
    return {key: value for key, value in data.items() if value or key not in optional}


def _question(question: Question) -> dict[str, Any]:
    data: dict[str, Any] = _plain(question)
    data["indicators"] = data["looks_for"]
    data["looks_for"] = [indicator.sign for indicator in question.looks_for]
    return data | {"source": "ours"}


def _plain(values: Any) -> Any:
    """Values as JSON has them: enums as text, tuples as lists."""
    return msgspec.json.decode(msgspec.json.encode(values))
