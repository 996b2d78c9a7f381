"""Searching the interviews for what was said in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_samples import begun, conversation, whole_lines, written

from interviewer.record.facts import Answered
from interviewer.record.library import search


def test_searching_finds_questions_and_answers(folder: Path) -> None:
    """With the turn, whose words they are, and what stands around."""
    path = written(folder, *conversation())
    (found,) = search(folder, "RISK")
    assert found.summary.path == path
    assert [(match.seq, match.turn, match.kind) for match in found.matches] == [
        (3, 1, "question"),
        (4, 1, "answer"),
    ]
    assert "How did you manage risk?" in found.matches[0].excerpt


@pytest.mark.parametrize("text", ["naïve PLANS", "NAÏVE", "workshop. we", "«NONE»", "nai\u0308ve"])
def test_capitals_and_white_space_make_no_difference(folder: Path, text: str) -> None:
    """Nor does the way in which an accent was typed."""
    written(folder, *conversation())
    assert len(list(search(folder, text))) == 1


def test_only_what_was_said_is_searched(folder: Path) -> None:
    """Not the keys and names that stand in every file."""
    written(folder, *conversation())
    for text in ("apm-2", "answered", "Zoë", "turn", "no such words"):
        assert list(search(folder, text)) == []


def test_a_candidate_is_found_by_a_part_of_the_name(folder: Path) -> None:
    """With or without a text."""
    zoe, adam = begun(folder, 1), begun(folder, 0, candidate="Adam Smith")
    assert [found.summary.id for found in search(folder, candidate="zOË")] == [zoe]
    assert [found.summary.id for found in search(folder, candidate="smith")] == [adam]
    assert [found.summary.id for found in search(folder)] == [zoe, adam]
    assert list(search(folder, "risk", candidate="smith")) == []


def test_a_long_answer_is_shown_in_part(folder: Path) -> None:
    """The words around the first match."""
    written(folder, Answered(turn=1, text="before " * 50 + "the needle " + "after " * 50))
    ((match,),) = (found.matches for found in search(folder, "Needle"))
    assert match.excerpt.startswith("…") and match.excerpt.endswith("…")
    assert "the needle after" in match.excerpt and len(match.excerpt) < 100


def test_searching_passes_over_damage(folder: Path) -> None:
    """What can be read is found."""
    path = written(folder, *conversation())
    lines = whole_lines(path)
    path.write_bytes(b"".join([*lines[:2], b"\xff\n", *lines[3:], b'{"torn']))
    (found,) = search(folder, "risks")
    assert [match.seq for match in found.matches] == [4]
