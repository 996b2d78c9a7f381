"""The CSV export: rows, guarded formulas, hostile words, and a golden file."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from desk_samples import held, material, reviewed

from interviewer.export.csv_export import COLUMNS, MAX_CELL, cell, csv_bytes

GOLDEN = Path(__file__).parent / "golden" / "interview.csv"


def table(data: bytes) -> list[dict[str, str]]:
    """The rows as a spreadsheet reads them."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_golden_file(tmp_path: Path) -> None:
    """Byte for byte; UPDATE_GOLDEN=1 writes it anew."""
    data = csv_bytes([material(reviewed(tmp_path))])
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_bytes(data)
    assert data == GOLDEN.read_bytes()


def test_a_row_an_aspect(tmp_path: Path) -> None:
    """With what each voice made of it, where it is from, and the notice."""
    rows = table(csv_bytes([material(reviewed(tmp_path))]))
    assert list(rows[0]) == list(COLUMNS)
    first, second = rows
    assert (first["self"], first["assessed"], first["mentor"], first["gap"]) == ("2", "3", "4", "1")
    assert (second["self"], second["mentor"], second["gap"]) == ("", "3", "-1")
    assert (first["turns"], first["ksbs"]) == ("1", "K4 S2")
    assert first["signed_off_by"] == "Mo Tor"
    assert all(row["notice"] == "Practice record, not assessment evidence" for row in rows)
    assert all(row["seal"] and row["framework_sha256"] and row["exported"] for row in rows)


def test_many_interviews_make_one_table(tmp_path: Path) -> None:
    """One head, and the rows of each."""
    both = [material(held(tmp_path / "a")), material(held(tmp_path / "b", candidate="Sam"))]
    assert [row["candidate"] for row in table(csv_bytes(both))] == ["Zoë Ashworth"] * 2 + [
        "Sam"
    ] * 2


@pytest.mark.parametrize(
    "mark", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\uff1d", "|", "\0="]
)
def test_what_looks_like_a_formula_is_text(mark: str) -> None:
    """Also after white space, in its wide form, and where something unseen stands before it."""
    guarded = cell(f"{mark}HYPERLINK(1)")
    assert isinstance(guarded, str)
    assert guarded.startswith("'")


def test_a_formula_anywhere_in_the_facts_is_guarded(tmp_path: Path) -> None:
    """In each cell of the whole table; numbers of ours are left as numbers."""
    evil = "=cmd|'/C calc'!A0"
    path = held(tmp_path, candidate=evil, answer="=1+1. I led.", quote="=1+1. I led.")
    for row in table(csv_bytes([material(path)])):
        for name, value in row.items():
            if name not in ("gap", "next_gap"):
                assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert row["candidate"] == f"'{evil}"


def test_hostile_words_stay_in_their_cell(tmp_path: Path) -> None:
    """Quotation marks, newlines, NULs, escapes, marks of direction."""
    name = 'a","b\r\n=x\0\x1b[31m\u202e;c\ud83d'
    rows = table(csv_bytes([material(held(tmp_path, candidate=name))]))
    assert len(rows) == 2
    assert rows[0]["candidate"] == 'a","b\n=x;c\N{REPLACEMENT CHARACTER}'


def test_huge_text_is_cut_to_what_a_cell_takes() -> None:
    """And says so."""
    guarded = cell("=" + "x" * 1_000_000)
    assert isinstance(guarded, str)
    assert len(guarded) <= MAX_CELL + 1
    assert guarded.endswith("[cut]")
