"""The report on an interview as a file: Markdown and HTML, from the same material as all formats.

What was heard does not depend on framework files that have gone or have problems since: a text that
can't be had is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from interviewer.domain import Framework, InterviewerError, Measure, Value
from interviewer.export.beside import beside
from interviewer.export.exam_page import exam_page
from interviewer.export.html import html, page_html
from interviewer.export.markdown import markdown, page_markdown
from interviewer.export.material import Material
from interviewer.export.trends import drawn
from interviewer.framework.loader import load, load_development, load_questions
from interviewer.record.record import Record, Turn
from interviewer.review.report import Report, report

_Loaded = TypeVar("_Loaded")


class Reported(Value, frozen=True, kw_only=True):
    """A report with the turns that it rests on.

    ``trouble`` says which of the framework's texts it had to do without, and why.
    """

    report: Report
    turns: tuple[Turn, ...]
    trouble: str = ""


def markdown_bytes(material: Material) -> bytes:
    """The report with every turn, as Markdown; the result of a mock assessment, if it is one."""
    if material.record.opened.exam:
        return page_markdown(exam_page(material)).encode("utf-8", "replace")
    made = markdown(report_of(material), material.record.turns, beside(material))
    return made.encode("utf-8", "replace")


def html_bytes(material: Material) -> bytes:
    """The same as a page that stands alone."""
    if material.record.opened.exam:
        return page_html(exam_page(material)).encode("utf-8", "replace")
    made = html(
        report_of(material), material.record.turns, beside(material), tuple(drawn(material.trends))
    )
    return made.encode("utf-8", "replace")


def report_of(material: Material) -> Report:
    """The report on what ``material`` holds, redacted if that is."""
    links = material.links
    return put_together(links.folder, material.record, material.seal, links.framework).report


def put_together(
    folder: Path | None, record: Record, seal: str, framework: Framework | None = None
) -> Reported:
    """The report; what was heard does not depend on files that have gone or have problems since.

    Args:
        folder: where the frameworks are; None where nothing of them is wanted.
        framework: the interview's own, if it is loaded already.
    """
    opened, troubles = record.opened, list[str]()

    def there(load_it: Callable[[Path], _Loaded]) -> _Loaded | None:
        try:
            return load_it(folder) if folder else None
        except InterviewerError as error:
            troubles.append(str(error).split("\n")[0])
            return None

    framework = framework or there(lambda where: load(where, opened.framework))
    steps = there(lambda where: load_development(where, opened.framework, opened.competences))
    described = questions = None
    if opened.described_in:
        described = there(lambda where: load(where, opened.described_in))
    if opened.measures is Measure.KSBS:
        questions = there(lambda where: load_questions(where, opened.framework, opened.competences))
    made = report(
        record,
        development=steps or {},
        questions=questions or (),
        framework=framework,
        described=described,
        seal=seal,
    )
    trouble = f"Some texts are missing from this report: {troubles[0]}" if troubles else ""
    return Reported(report=made, turns=record.turns, trouble=trouble)
