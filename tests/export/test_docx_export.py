"""The Word export: opened again, hostile words, and a golden file of its text."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from desk_samples import LED, held, material, reviewed
from exam_toys import saved

from interviewer.export.docx_export import docx_bytes, xml_text

GOLDEN = Path(__file__).parent / "golden" / "interview.docx.txt"


def words(data: bytes) -> list[str]:
    """The text of document.xml, a line a paragraph, tables included."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    found = []
    for paragraph in re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL):
        text = "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", paragraph, re.DOTALL))
        found.append(text)
    return found


def paragraphs(data: bytes) -> str:
    """All paragraphs outside tables, as python-docx reads them."""
    return "\n".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs)


def test_the_golden_file(tmp_path: Path) -> None:
    """The text of document.xml; UPDATE_GOLDEN=1 writes it anew."""
    text = "\n".join(words(docx_bytes(material(reviewed(tmp_path))))) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_it_opens_again_with_all_that_belongs_in_it(tmp_path: Path) -> None:
    """Head, results, turns with quotes, portfolio, provenance, and the notice at both ends."""
    data = docx_bytes(material(reviewed(tmp_path)))
    document = docx.Document(io.BytesIO(data))
    text = paragraphs(data)
    assert "Candidate: Zoë Ashworth" in text
    assert "Turn 1: Risk" in text
    assert f'"{LED}" (your own responsibility)' in text
    assert "KSBs: K4 S2" in text
    assert "Mentor Mo Tor: 4: Two parties in it." in text
    assert "Seal of the transcript: " in text
    assert "ab" * 32 in text
    assert text.count("Practice record, not assessment evidence") >= 2
    results, portfolio = document.tables
    assert [cell.text for cell in results.rows[1].cells] == [
        "4 Risk", "Application", "3 Competent (plausibly 3 to 4)", "2", "4", "4", "1",
    ]  # fmt: skip
    assert [cell.text for cell in portfolio.rows[1].cells][:3] == ["K4", "What a risk is.", "1 3"]
    assert "Statements under a licence." in text


def test_what_the_document_says_of_itself_names_nobody(tmp_path: Path) -> None:
    """Neither the candidate nor whoever made the template."""
    about = docx.Document(io.BytesIO(docx_bytes(material(held(tmp_path))))).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("Interviewer",) * 2 + ("",)
    assert "Zoë" not in about.title


@pytest.mark.parametrize(
    "text",
    [
        "</w:t></w:r><w:p>&lt;&amp; ]]> <!-- <?xml",
        "a\0b\x01\x08\x0b\x0c\x1f\x7f\x85\ufffe\uffff\ud800",
        "\x1b[31mred\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x07",
        "\u202egnp.exe\u202c \u2066x\u2069",
        "line\r\nline\rline\n\n\n\tx",
        "{{ x }} ${x} %s MERGEFIELD HYPERLINK",
        "x" * 300_000,
    ],
    ids=["XML", "controls", "escapes", "direction", "lines", "fields", "huge"],
)
def test_hostile_words_are_only_text(tmp_path: Path, text: str) -> None:
    """In name, question, answer, quote and comment: it opens, and nothing has become markup."""
    path = held(tmp_path, candidate=text, answer=f"I led. {text}", quote="I led.")
    data = docx_bytes(material(path))
    told = paragraphs(data)
    assert "Turn 3: Risk" in told
    assert all(each.isprintable() or each in "\n\t\xa0" for each in told)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"HYPERLINK" not in package.read("word/_rels/document.xml.rels")


def test_only_what_xml_can_hold_is_left() -> None:
    """Each other character is replaced or left out; emoji stay."""
    assert xml_text("a\0\ufffe\ud800 \N{GRINNING FACE}\tb\nc") == (
        "a\N{REPLACEMENT CHARACTER}? \N{GRINNING FACE}\tb\nc"
    )


def test_a_damaged_one_says_so(tmp_path: Path) -> None:
    """At the head."""
    path = reviewed(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"I led the works", b"I ran the works", 1))
    assert "DAMAGED OR ALTERED: line 6" in paragraphs(docx_bytes(material(path)))


def test_a_redacted_one_holds_no_name(tmp_path: Path) -> None:
    """In no part of the package."""
    data = docx_bytes(material(reviewed(tmp_path), "Jane Smith", "Mo Tor", "Zoë Ashworth"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            for hidden in ("Jane", "Mo Tor", "Zoë", "07700"):
                assert hidden.encode() not in part
    assert "Redacted: [redacted 1] 1" in paragraphs(data)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("hold", "words"), [(reviewed, "Turn 1: Risk"), (saved, "Theme 1: met (Pass)")]
)
def test_libreoffice_opens_it(tmp_path: Path, hold: Callable[[Path], Path], words: str) -> None:
    """And finds the same words in it, of an interview and of a mock assessment."""
    path = tmp_path / "interview.docx"
    path.write_bytes(docx_bytes(material(hold(tmp_path / "a"))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path]
    subprocess.run([*command, path], check=True, capture_output=True, timeout=120)
    assert words in (tmp_path / "interview.txt").read_text(encoding="utf-8-sig")
