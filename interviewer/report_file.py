"""A report from a file: Markdown, plain text, or a Word document, read on this computer.

Each kind of bad file has one sentence that names it and the mend.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from interviewer.domain import InterviewerError

LARGEST = 10 * 1024 * 1024  # bytes; a report of 20 pages with pictures has one or two million
LARGEST_UNPACKED = 60 * 1024 * 1024  # bytes of a Word document's text parts
MOST_TEXT = 2 * 1024 * 1024  # characters: what fits into a transcript's line
KINDS = (".md", ".txt", ".docx")

_PDF, _ZIP, _OLE = b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = "word/document.xml"
_MOST_CONTROLS = 0.05  # of the characters; text has next to none but tabs and line ends


class BadReport(InterviewerError):
    """A file that can't be read as a report."""


def report_text(path: Path) -> str:
    """The text of the report in ``path``, headings marked as in Markdown.

    Raises:
        BadReport: it is missing, too large, empty, protected, or not text.
    """
    data = _bytes(path)
    if data.startswith(_OLE):
        raise BadReport(
            f"{path} is protected by a password, or an old Word document: "
            "save it as a .docx without a password."
        )
    if data.startswith(_PDF):
        raise BadReport(f"{path} is a PDF: save the report as .docx, .md or .txt.")
    if path.suffix.lower() == ".docx" or data.startswith(_ZIP):
        text = _word(path, data)
    elif path.suffix.lower() in (".md", ".txt", ""):
        text = _plain(path, data)
    else:
        raise BadReport(f"{path} is of a kind that can't be read here: use .docx, .md or .txt.")
    if not text.strip():
        raise BadReport(f"{path} has no text in it.")
    if len(text) > MOST_TEXT:
        raise BadReport(f"{path} has more than {MOST_TEXT:,} characters: it is no report.")
    return text


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise BadReport(f"There is no file {path}.")
        if not path.is_file():
            raise BadReport(f"{path} is not an ordinary file.")
        size = path.stat().st_size
        if size > LARGEST:
            raise BadReport(
                f"{path} is too large ({size / 1024 / 1024:.0f} MB): a report has at most "
                f"{LARGEST // 1024 // 1024} MB. Take large pictures out, or save it as .txt."
            )
        data = path.read_bytes()[: LARGEST + 1]
    except OSError as error:
        raise BadReport(f"{path} can't be read: {error.strerror}.") from error
    if not data:
        raise BadReport(f"{path} is empty.")
    return data


def _plain(path: Path, data: bytes) -> str:
    """Text in UTF-8, in UTF-16 with its mark, or in what Windows writes."""
    not_text = BadReport(f"{path} is not text: save the report as .docx, .md or .txt.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise not_text
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(ord(c) < 32 and c not in "\t\n\r\f\v" for c in text)
        if controls > len(text) * _MOST_CONTROLS:
            raise not_text
        return text
    raise not_text


def _word(path: Path, data: bytes) -> str:
    damaged = BadReport(f"{path} can't be read as a Word document: it is damaged, or none at all.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if _DOCUMENT not in parts.namelist():
                raise damaged
            if any(part.flag_bits & 1 for part in parts.infolist()):
                raise BadReport(f"{path} is protected by a password: save it without one.")
            text_parts = [p for p in parts.infolist() if p.filename.endswith((".xml", ".rels"))]
            if sum(part.file_size for part in text_parts) > LARGEST_UNPACKED:
                raise BadReport(f"{path} unpacks to far more than a report: save it as .txt.")
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise damaged from error
    import docx  # only when there is such a file: it takes a while to load

    try:
        document = docx.Document(BytesIO(data))
        return "\n\n".join(_paragraphs(document))
    except BadReport:
        raise
    except Exception as error:  # whatever a stranger's file makes the library raise
        raise damaged from error


def _paragraphs(document: Any) -> Iterator[str]:
    """Paragraphs and the cells of tables in their order; headings marked by their level.

    A style is looked up once: that searches all of them, and a report has hundreds of paragraphs.
    """
    marks: dict[str | None, str] = {}
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            seen: set[Any] = set()
            for row in block.rows:
                for cell in row.cells:
                    if cell._tc not in seen and cell.text.strip():
                        yield cell.text.strip()
                    seen.add(cell._tc)
            continue
        text = " ".join(block.text.split())
        if text:
            style = block._p.style
            if style not in marks:
                marks[style] = _heading_mark(block)
            yield marks[style] + text


def _heading_mark(paragraph: Any) -> str:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style == "Title":
        return "# "
    if style.startswith("Heading "):
        level = style.removeprefix("Heading ").strip()
        return "#" * (min(int(level), 5) + 1) + " " if level.isdecimal() else "## "
    return "- " if style.startswith("List ") else ""
