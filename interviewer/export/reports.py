"""The report on an interview as a file: Markdown and HTML, from the same material as all formats.

What was heard does not depend on framework files that have gone or have problems since: a text that
can't be had is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from interviewer.domain import InterviewerError, Measure
from interviewer.export.html import html
from interviewer.export.markdown import markdown
from interviewer.export.material import Material
from interviewer.framework.loader import load, load_development, load_questions
from interviewer.review.report import Report, report

_Loaded = TypeVar("_Loaded")


def markdown_bytes(material: Material) -> bytes:
    """The report with every turn, as Markdown."""
    return markdown(report_of(material), material.record.turns).encode("utf-8", "replace")


def html_bytes(material: Material) -> bytes:
    """The report with every turn, as a page that stands alone."""
    return html(report_of(material), material.record.turns).encode("utf-8", "replace")


def report_of(material: Material) -> Report:
    """The report on what ``material`` holds, redacted if that is."""
    opened, folder = material.record.opened, material.links.folder
    steps = _there(
        folder, lambda where: load_development(where, opened.framework, opened.competences)
    )
    described = questions = None
    if opened.described_in:
        described = _there(folder, lambda where: load(where, opened.described_in))
    if opened.measures is Measure.KSBS:
        questions = _there(
            folder, lambda where: load_questions(where, opened.framework, opened.competences)
        )
    return report(
        material.record,
        development=steps or {},
        questions=questions or (),
        framework=material.links.framework,
        described=described,
        seal=material.seal,
    )


def _there(folder: Path | None, load_it: Callable[[Path], _Loaded]) -> _Loaded | None:
    try:
        return load_it(folder) if folder else None
    except InterviewerError:
        return None
