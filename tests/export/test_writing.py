"""An export is on the disk whole or not at all, and never in the place of something else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from desk_samples import material, reviewed

from interviewer.domain import InterviewerError
from interviewer.export.formats import format_of
from interviewer.export.writing import default_name, write_export


def test_a_file_is_whole_and_private(tmp_path: Path) -> None:
    """Nothing else is left beside it."""
    path = write_export(tmp_path / "out.json", b"data")
    assert path.read_bytes() == b"data"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["out.json"]


def test_what_is_there_is_replaced_only_when_that_is_wanted(tmp_path: Path) -> None:
    """And never anything but an ordinary file."""
    path = tmp_path / "out.json"
    path.write_bytes(b"mine")
    with pytest.raises(InterviewerError, match="--force"):
        write_export(path, b"new")
    assert path.read_bytes() == b"mine"
    write_export(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with pytest.raises(InterviewerError, match="not an ordinary file"):
        write_export(link, b"other", force=True)
    with pytest.raises(InterviewerError, match="--force"):
        write_export(link, b"other")
    assert path.read_bytes() == b"new"


def test_a_link_that_leads_nowhere_is_something_too(tmp_path: Path) -> None:
    """It is not written through."""
    link = tmp_path / "out.json"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InterviewerError, match="there already"):
        write_export(link, b"x")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is a folder"),
        ("missing/out.json", "There is no folder"),
        ("a.jsonl", "would look like a transcript"),
        ("a\0b", "is not a path"),
        ("x" * 300, "could not be written"),
    ],
)
def test_a_place_that_is_none_gets_a_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    """And nothing is written."""
    with pytest.raises(InterviewerError, match=sentence):
        write_export(tmp_path / name, b"x", force=True)
    assert not os.listdir(tmp_path)


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that was there is as it was, and no piece lies about."""
    path = tmp_path / "out.json"
    path.write_bytes(b"mine")

    def full(descriptor: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(InterviewerError, match="disk is full"):
        write_export(path, b"new", force=True)
    assert path.read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["out.json"]


def test_default_names_hold_no_names() -> None:
    """The id, and what was done to it."""
    assert default_name("20261121-130000-aaaa", "csv") == "20261121-130000-aaaa.csv"
    assert default_name("x", "docx", redacted=True) == "x-redacted.docx"


@pytest.mark.parametrize("name", ["md", "html", "json", "csv", "docx"])
def test_every_promised_format_can_be_made(tmp_path: Path, name: str) -> None:
    """From one table; each with its provenance and the notice, and redacted if that is wanted."""
    path = reviewed(tmp_path)
    plain = format_of(name)(material(path))
    redacted = format_of(name)(material(path, "Jane Smith", "Zoë Ashworth", "Mo Tor"))
    if name != "docx":  # which is packed; its own tests look into it
        for each in (plain, redacted):
            assert b"Practice record, not assessment evidence" in each
            assert b"ab" * 32 in each
        assert b"Jane Smith" in plain
        for hidden in ("Jane", "Zoë", "Mo Tor", "07700", "example.org"):
            assert hidden.encode() not in redacted


def test_no_other_format() -> None:
    """One sentence with those that there are."""
    with pytest.raises(InterviewerError, match="md, html, docx, csv, json"):
        format_of("pdf")
