"""The formats of ``interviewer export``: one table.

A format is a function from the material of one interview to the bytes of a file, named here by its
place and imported when it is wanted, since some need large libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from interviewer.domain import InterviewerError
from interviewer.export.csv_export import csv_bytes
from interviewer.export.material import Material

Format = Callable[[Material], bytes]

FORMATS = {
    "json": "interviewer.export.json_export:json_bytes",
    "csv": "interviewer.export.formats:one_as_csv",
    "docx": "interviewer.export.docx_export:docx_bytes",
}
# Formats that are promised and not in the table yet, each with what to say meanwhile. To add one,
# move its name to the table above, with a function that takes a Material. What it holds is redacted
# already where that was asked for; only framework texts (``links``, ``links.folder``) are not.
TO_COME = {
    "md": "Markdown is not among the formats of this version yet; there are json, csv and docx.",
    "html": "HTML is not among the formats of this version yet; there are json, csv and docx.",
}
NAMES = ("md", "html", "json", "csv", "docx")


def one_as_csv(material: Material) -> bytes:
    """One interview as a table."""
    return csv_bytes([material])


def format_of(name: str) -> Format:
    """The function that makes files of a format.

    Raises:
        InterviewerError: there is no such format, or not yet.
    """
    if name in TO_COME:
        raise InterviewerError(TO_COME[name])
    if name not in FORMATS:
        raise InterviewerError(f'There is no format "{name}"; there are {", ".join(NAMES)}.')
    module, _, function = FORMATS[name].partition(":")
    found: Format = getattr(import_module(module), function)
    return found
