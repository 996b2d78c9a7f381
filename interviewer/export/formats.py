"""The formats of ``interviewer export``: one table.

A format is a function from the material of one interview to the bytes of a file, named here by its
place and imported when it is wanted, since some need large libraries. What it is given is redacted
already where that was asked for; only framework texts (``links``) are not.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from interviewer.domain import InterviewerError, Value
from interviewer.export.csv_export import csv_bytes
from interviewer.export.material import Material

Make = Callable[[Material], bytes]


class Format(Value, frozen=True, kw_only=True):
    """One format. ``title`` says what it is good for, ``place`` names the function that makes it.

    Its key in the table is what the command line calls it, and what its files' names end with.
    """

    title: str
    place: str


FORMATS = {
    "md": Format(
        title="Markdown, for wikis, mail and editors",
        place="interviewer.export.reports:markdown_bytes",
    ),
    "html": Format(
        title="HTML, to read in a browser or print", place="interviewer.export.reports:html_bytes"
    ),
    "docx": Format(
        title="Word, to go on writing in", place="interviewer.export.docx_export:docx_bytes"
    ),
    "csv": Format(
        title="Table (CSV), a row for each rating", place="interviewer.export.formats:one_as_csv"
    ),
    "json": Format(
        title="JSON, for other systems", place="interviewer.export.json_export:json_bytes"
    ),
}


def one_as_csv(material: Material) -> bytes:
    """One interview as a table."""
    return csv_bytes([material])


def format_of(name: str) -> Make:
    """The function that makes files of a format.

    Raises:
        InterviewerError: there is no such format.
    """
    if name not in FORMATS:
        raise InterviewerError(f'There is no format "{name}"; there are {", ".join(FORMATS)}.')
    module, _, function = FORMATS[name].place.partition(":")
    found: Make = getattr(import_module(module), function)
    return found
