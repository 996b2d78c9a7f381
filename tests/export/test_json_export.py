"""The JSON export: its schema, the way back, hostile words, and a golden file."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from desk_samples import ID, LINKS, held, material, reviewed

from interviewer.domain import InterviewerError
from interviewer.export.json_export import chain_in, document, json_bytes
from interviewer.record.importing import bring_in
from interviewer.record.reading import read, read_file
from interviewer.record.record import fold

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden" / "interview.json"
SCHEMA = json.loads((ROOT / "docs" / "transcript.schema.json").read_text())

HOSTILE = (
    "\x1b[31mred\x1b[0m \x9b2J \u202eltr\u202c </script><b>& [@click=app.quit]x[/] =1+1 \0 \x7f "
    "\u2028 \ufeff \ud83d\N{GRINNING FACE} '\"\\"
)


def checked(data: bytes) -> dict[str, Any]:
    """The document, once it has been held against the schema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    told: dict[str, Any] = json.loads(data)
    jsonschema.validate(told, SCHEMA)
    return told


def test_the_golden_file(tmp_path: Path) -> None:
    """Byte for byte; UPDATE_GOLDEN=1 writes it anew, to be looked at before it is kept."""
    data = json_bytes(material(reviewed(tmp_path)))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_bytes(data)
    assert data == GOLDEN.read_bytes()
    checked(data)


def test_every_export_keeps_to_the_schema(tmp_path: Path) -> None:
    """Unfinished, signed, damaged, redacted, hostile."""
    checked(json_bytes(material(held(tmp_path / "a", ended=False))))
    checked(json_bytes(material(reviewed(tmp_path / "b"), "Jane Smith")))
    path = reviewed(tmp_path / "c")
    path.write_bytes(path.read_bytes().replace(b"I led the works", b"I ran the works", 1)[:-30])
    told = checked(json_bytes(material(path)))
    assert not told["provenance"]["whole"]
    assert told["provenance"]["problems"]
    hostile = held(tmp_path / "d", candidate=HOSTILE, answer=f"I led. {HOSTILE}", quote="I led.")
    assert checked(json_bytes(material(hostile)))["interview"]["turns"][0]["answer"]


def test_an_export_comes_back_as_it_was(tmp_path: Path) -> None:
    """Export, import: the same bytes, an equal record."""
    path = held(tmp_path / "a", candidate=HOSTILE, answer=f"I led. {HOSTILE}", quote="I led.")
    chain = chain_in(json_bytes(material(path)), "x.json")
    assert chain == path.read_bytes()
    bring_in(tmp_path / "b", chain, "x.json")
    copy = tmp_path / "b" / f"{ID}.jsonl"
    assert fold(read(copy).stamped) == fold(read(path).stamped)


def test_text_comes_back_character_for_character(tmp_path: Path) -> None:
    """Surrogates apart, which a transcript doesn't hold either."""
    path = held(tmp_path, answer=f"I led. {HOSTILE}", quote="I led.")
    told = checked(json_bytes(material(path)))
    kept = HOSTILE.replace("\ud83d", "\N{REPLACEMENT CHARACTER}")
    assert told["interview"]["turns"][0]["answer"] == f"I led. {kept}"


def test_nothing_in_the_file_steers_a_terminal(tmp_path: Path) -> None:
    """Escapes, controls and marks of direction are written as escapes."""
    text = json_bytes(material(held(tmp_path, candidate=HOSTILE))).decode()
    for mark in "\x1b\x9b\x7f\u202e\u202c\u2028\ufeff\0":
        assert mark not in text
    assert all(letter.isprintable() or letter == "\n" for letter in text)


def test_provenance_is_all_there(tmp_path: Path) -> None:
    """Framework, versions, hashes, dates, and what was signed."""
    path = reviewed(tmp_path)
    told = document(material(path))
    provenance = told["provenance"]
    assert provenance["framework"] == {
        "id": "apm-2", "title": None, "version": "2", "sha256": "ab" * 32,
    }  # fmt: skip
    assert provenance["seal"] == read(path).seal
    assert provenance["exported"] == "2026-12-01T09:30:00.000Z"
    assert provenance["readers"] == ({"name": "toy", "version": "1"},)
    assert provenance["signatures"][0]["holds"]
    assert told["interview"]["turns"][0]["ksbs"] == list(LINKS.of_question["q-app"])


def test_a_redacted_export_holds_no_name_and_does_not_come_back(tmp_path: Path) -> None:
    """It says what stands in the place of what, and not what was there."""
    names = ("Jane Smith", "Mo Tor", "Zoë Ashworth")
    data = json_bytes(material(reviewed(tmp_path), *names))
    for name in names:
        assert name.encode() not in data
    assert json.loads(data)["redaction"] == [
        {"by": "[redacted 1]", "times": 1},
        {"by": "[redacted 2]", "times": 6},
        {"by": "[redacted 3]", "times": 2},
        {"by": "[e-mail]", "times": 1},
        {"by": "[phone]", "times": 1},
    ]
    with pytest.raises(InterviewerError, match="redacted"):
        chain_in(data, "x.json")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"format": "other"}',
        b"{" * 100_000,
        b'{"format": "interviewer-transcript"}',
        b'{"format": "interviewer-transcript", "format_version": 1, "chain": 7}',
        b'{"v":1,"seq":1}\n{"v":1}\n',
    ],
)
def test_other_files_are_not_taken_for_exports(data: bytes) -> None:
    """They are read as transcripts then, and refused as such."""
    assert chain_in(data, "x") is None
    assert not read_file(io.BytesIO(data)).whole


def test_another_version_is_refused() -> None:
    """Rather than half understood."""
    data = b'{"format": "interviewer-transcript", "format_version": 2, "chain": ["x"]}'
    with pytest.raises(InterviewerError, match="another version"):
        chain_in(data, "x.json")


def test_a_damaged_file_that_is_not_utf8_is_exported_without_its_chain(tmp_path: Path) -> None:
    """What can be read is; the rest can't be told in JSON."""
    path = held(tmp_path)
    path.write_bytes(path.read_bytes() + b"\xff\xfe\n")
    told = checked(json_bytes(material(path)))
    assert told["chain"] is None
    assert told["interview"]["turns"]
