"""The formats of ``interviewer export``: one table.

A format is a function from the material of one interview to the bytes of a file, named here by its
place and imported when it is wanted, since some need large libraries. What it is given is redacted
already where that was asked for; only framework texts (``links``) are not.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from interviewer.domain import InterviewerError
from interviewer.export.csv_export import csv_bytes
from interviewer.export.material import Material

Format = Callable[[Material], bytes]

FORMATS = {
    "md": "interviewer.export.reports:markdown_bytes",
    "html": "interviewer.export.reports:html_bytes",
    "json": "interviewer.export.json_export:json_bytes",
    "csv": "interviewer.export.formats:one_as_csv",
    "docx": "interviewer.export.docx_export:docx_bytes",
}


def one_as_csv(material: Material) -> bytes:
    """One interview as a table."""
    return csv_bytes([material])


def format_of(name: str) -> Format:
    """The function that makes files of a format.

    Raises:
        InterviewerError: there is no such format.
    """
    if name not in FORMATS:
        raise InterviewerError(f'There is no format "{name}"; there are {", ".join(FORMATS)}.')
    module, _, function = FORMATS[name].partition(":")
    found: Format = getattr(import_module(module), function)
    return found
