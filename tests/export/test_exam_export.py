"""A mock assessment in each format: its result as an indication, every turn, the review."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest
from desk_samples import clock, desk, material
from exam_toys import SAID, saved, terms
from test_html import Page

from interviewer.domain import ExamKind
from interviewer.export.docx_export import docx_bytes
from interviewer.export.exam_page import INDICATION, NO_GRADE, TITLE
from interviewer.export.formats import FORMATS, format_of
from interviewer.export.json_export import chain_in
from interviewer.export.material import Links, Material, gather, links_of
from interviewer.marks import DEFAULTS, PRACTICE_RECORD
from interviewer.record.importing import bring_in
from interviewer.record.reading import read
from interviewer.record.record import Turn, fold
from interviewer.review import moderation
from interviewer.review.exam_result import exam_result

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
SAMPLES = ROOT / "transcripts" / "samples"
SCHEMA = json.loads((ROOT / "docs" / "transcript.schema.json").read_text())
ID = "20261121-140000-eeee"
HOSTILE = (
    "</p><script>alert(1)</script> | =1+1 [x](javascript:y) \x1b[31m \u202eltr\u202c \0 ]]> "
    "{{ 7*7 }} [@click=app.quit]x[/]"
)


def reviewed(folder: Path, **options: Any) -> Path:
    """A toy exam that a mentor has reviewed and signed."""
    now = clock()
    path = saved(folder, now=now, **options)
    with desk(folder, ID, now=now) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo Tor", 1, 4, "Two parties in it."))
        open_.make(lambda r, _: moderation.comment(r, "Mo Tor", 1, "With whom?", "Jane Smith"))
        open_.make(lambda r, _: moderation.set_action(r, "Mo Tor", "Shadow a board", "2026-12-24"))
        open_.make(lambda r, _: moderation.confirm(r))
        open_.make(lambda r, seal: moderation.sign_off(r, "Mo Tor", seal))
    return path


def text_of(name: str, data: bytes) -> str:
    """All that a file says, as it is shown."""
    if name == "html":
        return "\n".join(text for _, text in Page(data.decode()).texts)
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert b"HYPERLINK" not in package.read("word/_rels/document.xml.rels")
        document = docx.Document(io.BytesIO(data))
        cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
        return "\n".join([*(each.text for each in document.paragraphs), *cells])
    return data.decode("utf-8-sig" if name == "csv" else "utf-8")


def checked(found: Material) -> Any:
    """The JSON document, once it has been held against the schema."""
    told = json.loads(format_of("json")(found))
    jsonschema.validate(told, SCHEMA)
    return told


@pytest.mark.parametrize("name", FORMATS)
def test_the_golden_file(tmp_path: Path, name: str) -> None:
    """Of a small one; of a Word file the text. UPDATE_GOLDEN=1 writes it anew, to be looked at."""
    made = format_of(name)(material(reviewed(tmp_path, of=terms(themes=1))))
    golden = GOLDEN / f"exam.{name}"
    if name == "docx":
        golden, made = GOLDEN / "exam.docx.txt", text_of(name, made).encode() + b"\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


@pytest.mark.parametrize("name", ["md", "html", "docx"])
def test_all_of_it_is_there(tmp_path: Path, name: str) -> None:
    """Marks, grades as an indication, themes, KSBs with quotes, turns, review, provenance."""
    found = material(reviewed(tmp_path))
    text = text_of(name, format_of(name)(found))
    for part in (
        TITLE,
        PRACTICE_RECORD,
        INDICATION,
        "Theme 2: met (Pass)",
        "Overall",
        "K 1",
        "Commonest shortfalls",
        "the log",
        "Turn 1: Theme 1",
        "Report, question. KSBs: K1",
        "Two parties in it",
        "With whom?",
        "Shadow a board",
        "Signed off",
        found.signatures[0].seal,
        found.seal,
    ):
        assert part in text, part
    assert text.count(PRACTICE_RECORD) >= 2
    assert text.count(DEFAULTS) >= 2
    assert "Not rated" not in text


def test_each_ksb_has_its_standing_quote_and_turn(tmp_path: Path) -> None:
    """In the table of the page as in the result."""
    found = material(saved(tmp_path))
    lines = format_of("md")(found).decode().split("\n")
    for each in exam_result(found.record).ksbs:
        row = next(line for line in lines if line.startswith(f"| {each.ksb} | {each.ksb[0]} "))
        assert f"| {each.standing} |" in row
        assert all(f"(turn {quote.turn})" in row for quote in each.quotes)


def test_a_rehearsal_has_no_grade(tmp_path: Path) -> None:
    """Whatever was heard in it."""
    of = terms(kind=ExamKind.REHEARSAL, only="theme-2")
    found = material(saved(tmp_path, of=of))
    for name in ("md", "html", "docx"):
        text = text_of(name, format_of(name)(found))
        assert NO_GRADE in text
        assert "rehearsal of one theme: Theme 2" in text
        assert "Overall" not in text
        assert "as an indication." not in text


def test_the_page_is_well_formed(tmp_path: Path) -> None:
    """Every element closed, headings in order, links to turns that are there."""
    seen = Page(format_of("html")(material(reviewed(tmp_path))).decode())
    assert (seen.unbalanced, seen.open) == (0, [])
    levels = [int(name[1]) for name, _ in seen.found if name in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in seen.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {each["href"] for each in seen.named("a")}
    assert links
    assert links <= {f"#{name}" for name in ids}


def test_rows_of_the_table(tmp_path: Path) -> None:
    """One for the whole, each method, each theme and each KSB; levels are empty."""
    found = material(saved(tmp_path))
    data = format_of("csv")(found).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    kinds = [row["what"] for row in rows]
    assert {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} == {
        "overall": 1, "method": 2, "theme": 6, "KSB": 6,
    }  # fmt: skip
    assert rows[0]["grade"] == exam_result(found.record).overall
    assert all(row["interview"] == ID and row["seal"] == found.seal for row in rows)
    assert all(row["notice"] and not row["assessed"] and not row["gap"] for row in rows)
    theme = next(row for row in rows if row["what"] == "theme")
    assert (theme["competence"], theme["standing"], theme["grade"]) == ("1", "met", "Pass")
    assert theme["quotes"].startswith("[1] ")


def test_an_answer_that_a_mentor_rated_has_a_row(tmp_path: Path) -> None:
    """With the reason; the grades stay what they were."""
    data = format_of("csv")(material(reviewed(tmp_path))).decode("utf-8-sig")
    *_, answer = csv.DictReader(io.StringIO(data, newline=""))
    assert (answer["what"], answer["turns"], answer["ksbs"]) == ("answer", "1", "K1")
    assert (answer["assessed"], answer["mentor"]) == ("3", "4")
    assert answer["mentor_reason"] == "Two parties in it."


def test_the_document_keeps_to_the_schema_and_comes_back(tmp_path: Path) -> None:
    """The result is under ``interview.exam``; the chain gives the same file."""
    path = reviewed(tmp_path / "a")
    told = checked(material(path))
    assert told["interview"]["exam"]["methods"][0]["themes"][0]["standing"] == "met"
    assert told["results"] == told["interview"]["ratings"] == []
    assert told["interview"]["turns"][0]["ksbs"] == ["K1"]
    assert {ksb["statement"] for ksb in told["portfolio"]} == {
        f"{kind} {n}" for kind in "KS" for n in (1, 2, 3)
    }
    chain = chain_in(format_of("json")(material(path)), "x.json")
    assert chain == path.read_bytes()
    bring_in(tmp_path / "b", chain, "x.json")
    assert fold(read(tmp_path / "b" / f"{ID}.jsonl").stamped) == fold(read(path).stamped)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_are_only_text(tmp_path: Path, name: str) -> None:
    """In names, answers, pieces, comments and actions, in each format."""

    def says(turn: Turn) -> str:
        return f"{SAID}. {HOSTILE}"

    now = clock()
    path = saved(tmp_path, says, candidate=HOSTILE, now=now)
    with desk(tmp_path, ID, now=now) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, HOSTILE[:60], 1, 5, HOSTILE))
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, HOSTILE))
        open_.make(lambda r, _: moderation.set_action(r, "Mo", HOSTILE))
    made = format_of(name)(material(path))
    if name != "docx":
        for mark in ("\x1b", "\u202e", "\0"):
            assert mark not in made.decode("utf-8")
    if name in ("md", "html"):
        assert b"<script" not in made
    if name == "md":
        assert b"](javascript:" not in made
    if name == "csv":
        cells = [cell for row in csv.reader(io.StringIO(text_of(name, made))) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    if name == "json":
        checked(material(path))
    assert "Theme 1" in text_of(name, made)


@pytest.mark.parametrize("name", FORMATS)
def test_a_redacted_one_holds_no_name(tmp_path: Path, name: str) -> None:
    """Neither in the result's quotes nor in the turns."""
    made = format_of(name)(material(reviewed(tmp_path), "Jane Smith", "Mo Tor", "Zoë Ashworth"))
    text = text_of(name, made)
    for hidden in ("Jane", "Mo Tor", "Zoë"):
        assert hidden not in text
    assert "[redacted 1]" in text.replace("\\", "")


@pytest.mark.parametrize("name", FORMATS)
def test_a_damaged_one_says_so(tmp_path: Path, name: str) -> None:
    """Where it can still be read at all."""
    path = reviewed(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Two parties", b"Ten parties", 1))
    text = text_of(name, format_of(name)(material(path)))
    assert {"csv": ",no,", "json": '"whole": false'}.get(name, "DAMAGED OR ALTERED") in text


def test_an_unfinished_one_is_told_as_far_as_it_went(tmp_path: Path) -> None:
    """Also before anything was asked."""
    whole = saved(tmp_path / "a").read_bytes().splitlines(keepends=True)
    for lines in (1, 8, 20):
        path = tmp_path / f"{lines}" / f"{ID}.jsonl"
        path.parent.mkdir()
        path.write_bytes(b"".join(whole[:lines]))
        for name in FORMATS:
            assert format_of(name)(material(path))
        assert "State: unfinished" in format_of("md")(material(path)).decode()


@pytest.mark.parametrize("sample", ["weak", "pass", "distinction"])
def test_the_samples_in_every_format(sample: str) -> None:
    """Real ones, with their framework: a page each that a person can use."""
    links = links_of(ROOT / "frameworks", "st0310-1.4")
    found = gather(SAMPLES / f"mock-exam-{sample}.jsonl", links, clock()())
    result = exam_result(found.record)
    assert found.whole
    for name in ("md", "html", "docx"):
        text = text_of(name, format_of(name)(found))
        for method in result.methods:
            assert f"{method.grade}, as an indication" in text
        assert "Open Government Licence" in text
    checked(found)


def test_without_its_framework_nothing_is_lost_that_it_carries(tmp_path: Path) -> None:
    """Statements and themes stand in the transcript itself."""
    found = gather(SAMPLES / "mock-exam-pass.jsonl", Links(), clock()())
    assert "The differences between projects and business as usual" in text_of(
        "docx", docx_bytes(found)
    )
