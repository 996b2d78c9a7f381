"""Markdown and HTML carry the review: golden files, hostile words, damage and redaction."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from desk_samples import desk, held, material, reviewed

from interviewer.export.formats import format_of
from interviewer.review import moderation

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "<script>alert(1)</script> | [x](javascript:y) \u202e\x1b[31m"


@pytest.mark.parametrize("name", ["md", "html"])
def test_the_golden_file(tmp_path: Path, name: str) -> None:
    """A signed interview; UPDATE_GOLDEN=1 writes it anew."""
    made = format_of(name)(material(reviewed(tmp_path)))
    golden = GOLDEN / f"interview.{name}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(made)
    assert made == golden.read_bytes()


@pytest.mark.parametrize("name", ["md", "html"])
def test_all_of_the_review_is_there(tmp_path: Path, name: str) -> None:
    """Ratings with reasons, comments, actions, confirmation, sign-off with seal, and KSBs."""
    found = material(reviewed(tmp_path))
    text = format_of(name)(found).decode()
    for part in (
        "Two parties in it",
        "With whom?",
        "Shadow a board",
        "2026-12-24",
        "my own work",
        "Signed off by Mo Tor",
        found.signatures[0].seal,
        "KSBs: K4 S2",
        "What a risk is",
    ):
        assert part in text, part
    assert "DAMAGED" not in text


@pytest.mark.parametrize("name", ["md", "html"])
def test_before_a_review_there_is_no_empty_section(tmp_path: Path, name: str) -> None:
    """Only the status is told."""
    text = format_of(name)(material(held(tmp_path))).decode()
    assert "Signed off" not in text
    assert ("## Review" if name == "md" else "<h2>Review</h2>") not in text


def test_what_a_mentor_writes_is_only_text(tmp_path: Path) -> None:
    """No tag, no link, no cell of a table, and nothing that turns or colours it."""
    path = held(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, HOSTILE[:40], 1, 5, HOSTILE))
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, HOSTILE))
    page = format_of("html")(material(path)).decode()
    assert "<script" not in page
    text = format_of("md")(material(path)).decode()
    assert "<script" not in text
    assert "](javascript:" not in text
    assert "\x1b" not in text
    (row,) = [line for line in text.split("\n") if line.startswith("| Risk") and "turn 1" in line]
    assert row.replace("\\|", "").count("|") == 8


def test_an_altered_file_says_so_in_its_head(tmp_path: Path) -> None:
    """And its sign-off does not hold."""
    path = reviewed(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Two parties", b"Ten parties"))
    for name in ("md", "html"):
        text = format_of(name)(material(path)).decode()
        assert "DAMAGED OR ALTERED" in text
        assert "does NOT hold" in text


def test_a_redacted_one_says_what_was_replaced(tmp_path: Path) -> None:
    """With how often, and without the names."""
    path = reviewed(tmp_path)
    for name in ("md", "html"):
        text = format_of(name)(material(path, "Jane Smith", "Mo Tor")).decode()
        assert "Redacted" in text
        assert "Jane" not in text
        assert "Mo Tor" not in text
