"""Files that are handed in as a report: what is read, and one sentence for each that is not."""

from __future__ import annotations

import contextlib
import time
import zipfile
from pathlib import Path

import docx
import pytest
from exam_toys import SetClock
from toys import ToyReader

from interviewer.engine.exam_plan import ExamOptions
from interviewer.engine.report import read_report
from interviewer.exam_session import start
from interviewer.record.facts import Document
from interviewer.report_file import LARGEST, BadReport, report_text
from interviewer.session import Places

FRAMEWORKS = Path(__file__).parents[1] / "frameworks"

BODY = "I kept the risk register and rang the supplier."


def word(path: Path) -> Path:
    """A Word document with headings, a list and a table."""
    document = docx.Document()
    document.add_heading("My report", 0)
    document.add_heading("Background", 1)
    document.add_paragraph(BODY)
    document.add_paragraph("I wrote it down at once.", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "The cost rose by a tenth."
    table.cell(0, 1).text = "We paid for it from the reserve."
    document.add_heading("Budget", 1)
    document.add_paragraph("We came in under.")
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", BODY.encode()),
        ("a.txt", b"\xef\xbb\xbf" + BODY.encode()),
        ("a.txt", BODY.encode("utf-16")),
        ("a.txt", (BODY + " \x93quoted\x94").encode("latin-1")),
        ("A.TXT", BODY.encode()),
        ("report", BODY.encode()),
    ],
)
def test_text_is_read_in_the_encodings_that_people_have(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """UTF-8 with or without its mark, UTF-16, Windows."""
    (tmp_path / name).write_bytes(data)
    assert BODY in report_text(tmp_path / name)


def test_a_word_document_keeps_its_sections(tmp_path: Path) -> None:
    """Headings become sections; lists and cells of tables are sentences."""
    report = read_report(report_text(word(tmp_path / "a.docx")))
    assert [(place.number, place.title) for place in report.places] == [
        ("", "My report"),
        ("1", "Background"),
        ("2", "Budget"),
    ]
    texts = [sentence.text for sentence in report.sentences]
    assert texts == [
        BODY,
        "I wrote it down at once.",
        "The cost rose by a tenth.",
        "We paid for it from the reserve.",
        "We came in under.",
    ]


def zipped(path: Path, name: str, data: bytes) -> None:
    """A zip file with one part."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.md", b"", "is empty"),
        ("a.md", b"  \n\t\n", "has no text in it"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "is not text"),
        ("a.txt", bytes(range(1, 32)) * 20, "is not text"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "protected by a password"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "protected by a password"),
        ("a.pdf", b"%PDF-1.7 whatever", "is a PDF"),
        ("a.docx", b"PK\x03\x04 and no more", "damaged, or none at all"),
        ("a.docx", b"just text", "damaged, or none at all"),
        ("a.rtf", b"{\\rtf1 hello}", "of a kind that can't be read"),
        ("a.png", b"\x89PNG\r\n", "of a kind that can't be read"),
    ],
)
def test_a_bad_file_gets_one_clear_sentence(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    """It names the file, and says what to do."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadReport) as caught:
        report_text(path)
    assert said in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    """The size is told."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(BadReport, match=r"too large \(50 MB\)"):
        report_text(path)
    assert LARGEST < 50 * 1024 * 1024


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    """A wrong name, and a folder."""
    with pytest.raises(BadReport, match="There is no file"):
        report_text(tmp_path / "none.md")
    with pytest.raises(BadReport, match="not an ordinary file"):
        report_text(tmp_path)


def test_zips_that_are_no_documents_are_refused(tmp_path: Path) -> None:
    """Another zip, an encrypted part, a bomb, and a document whose text is broken."""
    path = tmp_path / "a.docx"
    zipped(path, "other.txt", b"hello")
    with pytest.raises(BadReport, match="damaged, or none at all"):
        report_text(path)
    zipped(path, "word/document.xml", b"<not xml")
    with pytest.raises(BadReport, match="damaged, or none at all"):
        report_text(path)
    zipped(path, "word/document.xml", b"\x00" * (70 * 1024 * 1024))
    with pytest.raises(BadReport, match="unpacks to far more"):
        report_text(path)
    zipped(path, "word/document.xml", b"<a/>")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(BadReport, match="protected by a password"):
        report_text(path)


def test_entities_in_a_document_are_not_followed(tmp_path: Path) -> None:
    """No file outside the document is read through it."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    path = word(tmp_path / "a.docx")
    parts = {}
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode()
    head, _, body = xml.partition("?>")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'
    parts["word/document.xml"] = f"{head}?>{entity}{body}".replace(BODY, "&e;").encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with contextlib.suppress(BadReport):
        assert "the secret" not in report_text(path)


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_twenty_pages_are_read_in_under_two_seconds(tmp_path: Path, kind: str) -> None:
    """From the file to the first question that takes up a sentence, with the shipped bank."""
    lost = "We lost days and the board approved the change."
    page = [f"In week {n} this was so. {BODY} {lost}" for n in range(30)]
    pages = [page] * 20
    path = tmp_path / f"long.{kind}"
    if kind == "docx":
        document = docx.Document()
        for number, each in enumerate(pages, start=1):
            document.add_heading(f"Section {number}", 1)
            for text in each:
                document.add_paragraph(text)
        document.save(str(path))
    else:
        path.write_text("\n\n".join(f"# Part\n\n{' '.join(each)}" for each in pages), "utf-8")
    where = Places(transcripts=tmp_path / "t", frameworks=FRAMEWORKS)
    options = ExamOptions(methods=("report",))
    with start(where, options, make_reader=lambda _: ToyReader(), clock=SetClock(), seed=1) as held:
        begun = time.perf_counter()
        held.hand_in_file(Document.REPORT, path)
        held.exam.hand_in(Document.OUTLINE, "")
        held.exam.begin()
        held.exam.end_presentation()
        held.exam.begin()
        taken = time.perf_counter() - begun
        turn = held.exam.record.turn
        assert turn is not None and turn.text
    assert len(report_text(path).split()) > 20 * 400
    assert taken < 2
