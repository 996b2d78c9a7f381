"""Sentences: where one ends, and that nothing of an answer is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.assessor.sentences import LONG_CLAUSE, split


def parts(text: str) -> list[str]:
    """The sentences as text."""
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I rang them. They agreed!", ["I rang them.", "They agreed!"]),
        ("it cost 1.5 million. nobody knew.", ["it cost 1.5 million.", "nobody knew."]),
        ("We saw Mr. Patel, e.g. on site. Fine.", ["We saw Mr. Patel, e.g. on site.", "Fine."]),
        ("J. K. Smith signed. It held.", ["J. K. Smith signed.", "It held."]),
        ("I chose option B. Then we built it.", ["I chose option B.", "Then we built it."]),
        ('He said "no." and left. Fine.', ['He said "no." and left.', "Fine."]),
        ("Well... it slipped. Badly.", ["Well... it slipped.", "Badly."]),
        ("1. Log it. 2. Score it.", ["1. Log it.", "2. Score it."]),
        ("- rang supplier\n- rescored it", ["- rang supplier", "- rescored it"]),
        ("Rang supplier\nRescored it", ["Rang supplier", "Rescored it"]),
        ("I kept the log, etc. and that was it.", ["I kept the log, etc. and that was it."]),
        ("No. 4 was late. I fixed it", ["No. 4 was late.", "I fixed it"]),
        ("好的。我做了。", ["好的。", "我做了。"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    """Abbreviations, initials, decimals, quotations and lists are not cut in the wrong place."""
    assert parts(text) == expected


def test_a_wrapped_line_is_not_a_sentence() -> None:
    """A line that an editor broke in the middle of a sentence is joined again."""
    text = "I kept the register for the two years that the project ran and\nchased owners. Done."
    assert len(parts(text)) == 2


def test_one_breath_is_parted_at_spoken_joints() -> None:
    """A ramble without full stops is split where the speaker would have drawn breath."""
    breath = "we had the steering group on the monday and they could not agree on the second site "
    text = breath * 3 + "so then I went round each of them and wrote down what they wanted " * 2
    assert len(text) > LONG_CLAUSE
    assert len(parts(text)) > 1


@given(st.text(alphabet=st.one_of(st.sampled_from("aI. !?\n\"'1,;-(é好"), st.characters())))
def test_spans_hold_every_character_once(text: str) -> None:
    """Spans are in order, do not overlap, are not empty, and hold all that is not white space."""
    spans = split(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert text[end : span.start].strip() == ""
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end
    assert text[end:].strip() == ""


@pytest.mark.parametrize(
    "unit", ["a", ".", " ", "\n", ". ", "a. ", ".a", '"', "e.g. ", "so then i "]
)
def test_huge_pastes_take_linear_time(unit: str) -> None:
    """Three hundred thousand characters of anything are split in well under a few seconds."""
    text = unit * (300_000 // len(unit))
    before = time.perf_counter()
    split(text)
    assert time.perf_counter() - before < 4
