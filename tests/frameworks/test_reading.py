from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from interviewer.framework.nodes import compose
from interviewer.framework.problems import Problem
from interviewer.framework.reading import MAX_PROBLEMS, read_shape
from interviewer.framework.schema import shapes

Level = Annotated[int, Meta(ge=0, le=5)]


class Inner(msgspec.Struct, frozen=True, kw_only=True):
    """A small shape inside another."""

    level: Level
    name: Annotated[str, Meta(min_length=2, max_length=5)]


class Outer(msgspec.Struct, frozen=True, kw_only=True):
    """A shape with a field of every kind that the reader knows."""

    title: str
    kind: Literal["apple", "pear"] = "apple"
    count: Annotated[int, Meta(ge=1)] = 1
    good: bool = False
    code: Annotated[str, Meta(pattern="^[A-Z]$", description="A capital letter.")] | None = None
    inner: Inner | None = None
    many: Annotated[list[Inner], Meta(max_length=2)] = []
    few: Annotated[list[int], Meta(min_length=1, max_length=3)] = []
    named: dict[str, Level] = {}


def read(text: str) -> tuple[Outer | None, list[str]]:
    """What a text reads as, and its problems without their path."""
    problems: list[Problem] = []
    root = compose("f", text.encode(), problems)
    assert root is not None
    shape = read_shape(root, Outer, "f", problems)
    return shape, [str(problem).removeprefix("f:") for problem in problems]


def test_a_right_file_reads_as_its_shape() -> None:
    """Every kind of field is read, and those left out have their defaults."""
    text = """
title: T
kind: pear
good: true
code: X
inner: {level: 3, name: abc}
many: [{level: 0, name: "no"}]
named: {6: 1, 8A: 2}
"""
    shape, problems = read(text)
    assert problems == []
    assert shape == Outer(
        title="T",
        kind="pear",
        good=True,
        code="X",
        inner=Inner(level=3, name="abc"),
        many=[Inner(level=0, name="no")],
        named={"6": 1, "8A": 2},
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "inner: {level: five, name: abc}",
            '"level" must be a whole number from 0 to 5, not "five"',
        ),
        ("inner: {level: 6, name: abc}", '"level" must be a whole number from 0 to 5, not 6'),
        ("inner: {level: true, name: abc}", '"level" must be a whole number from 0 to 5, not true'),
        (
            'inner: {level: "3", name: abc}',
            '"level" must be a whole number from 0 to 5, not "3"; '
            "take the quotes or leading zeros away",
        ),
        ("inner: {level: 1, name: a}", '"name" must have 2 to 5 characters, but has 1'),
        ("inner: {level: 1, name: abcdef}", '"name" must have 2 to 5 characters, but has 6'),
        ("inner: {level: 1, name: '  '}", '"name" must not be empty'),
        (
            "inner: {level: 1, name: 1.40}",
            '"name" must be text, not 1.40; put it in quotes: "1.40"',
        ),
        ("inner: {level: 1, name: }", '"name" must be text, not empty'),
        ("inner: [1]", '"inner" must be a group of keys (level, name), not a list'),
        ("count: 0", '"count" must be a whole number, at least 1, not 0'),
        ("count: 1.5", '"count" must be a whole number, at least 1, not 1.5'),
        ("good: yes", '"good" must be true or false, not "yes"'),
        ("kind: aple", '"kind" must be one of apple, pear, not "aple"; did you mean "apple"?'),
        ("kind: 3", '"kind" must be one of apple, pear, not 3'),
        ("code: xy", '"code" must be a capital letter, not "xy"'),
        ("many: {}", '"many" must be a list, not a group of keys'),
        ("few: []", '"few" must have 1 to 3 items, but has 0'),
        ("few: [1, x]", '"few" item 2 must be a whole number, not "x"'),
        ("named: {a: 9}", '"named" under "a" must be a whole number from 0 to 5, not 9'),
        ("named: x", '"named" must be a group of keys, not "x"'),
        ("titel: x", 'unknown key "titel"; did you mean "title"?'),
        ("Kind: pear", 'unknown key "Kind"; did you mean "kind"?'),
        (
            "zzz: x",
            'unknown key "zzz"; the keys here are: '
            "title, kind, count, good, code, inner, many, few, named",
        ),
    ],
)
def test_each_slip_is_told_in_plain_words(line: str, said: str) -> None:
    """A problem says what was found, what is wanted, and a mend where there is one."""
    shape, problems = read(f"title: T\n{line}")
    assert shape is None
    assert [problem.split(": ", 1)[1] for problem in problems] == [said]
    assert problems[0].startswith("2:")


def test_every_problem_of_a_file_is_told_at_its_place() -> None:
    """Reading goes on after a problem, so that one check finds them all."""
    _, problems = read("kind: plum\ncount: x\nmany:\n  - {level: 9}\n  - {level: 1, name: a, b: 1}")
    places = sorted(problem.split(": ", 1)[0] for problem in problems)
    assert places == ["1:1", "1:7", "2:8", "4:13", "4:5", "5:22", "5:25"]


def test_a_misspelt_key_is_one_problem_not_two() -> None:
    """The key that was meant is not reported as missing as well."""
    _, problems = read("titel: T")
    assert problems == ['1:1: unknown key "titel"; did you mean "title"?']


def test_a_missing_key_is_told_at_its_group() -> None:
    """What is not there is told where it should be."""
    _, problems = read("title: T\nmany:\n  - level: 1")
    assert problems == ['3:5: the key "name" is missing']


def test_the_wrong_kind_of_file_is_told() -> None:
    """A file that is a list or a word is no group of keys."""
    _, problems = read("- 1")
    assert problems[0].startswith("1:1: this file must be a group of keys (title, kind,")


def test_text_loses_the_space_around_it() -> None:
    """A block that ends with a line break is the same text as one that does not."""
    shape, _ = read("title: |\n  Two\n  lines\n")
    assert shape is not None
    assert shape.title == "Two\nlines"


def test_a_flood_of_problems_is_cut() -> None:
    """A file with thousands of slips gives no more than a person would read."""
    _, problems = read("title: T\nfew: [" + "x," * 5_000 + "]")
    assert len(problems) == MAX_PROBLEMS + 1
    assert "there are more problems" in problems[-1]


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8))
_KEYS = st.sampled_from(["id", "title", "competence", "questions", "profiles", "bands", "links"])
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(tree=_TREES, name=st.sampled_from(sorted(shapes())))
def test_any_tree_reads_or_has_problems(tree: object, name: str) -> None:
    """Whatever well-formed values a file holds, reading gives a shape or says what is wrong."""
    problems: list[Problem] = []
    root = compose("f", msgspec.json.encode(tree), problems)
    if root is not None:
        shape = read_shape(root, shapes()[name], "f", problems)
        assert (shape is None) == bool(problems)
    else:
        assert problems
