from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from interviewer.framework import nodes
from interviewer.framework.nodes import MAX_BYTES, Mapping, Node, Scalar, Sequence, compose


@pytest.fixture(params=["libyaml", "pure"])
def either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test with libyaml and with the pure loader that stands in where it is absent."""
    if request.param == "pure":
        monkeypatch.setattr(nodes, "_Loader", yaml.SafeLoader)


WORDS = (
    *("no", "on", "Yes", "OFF", "True", "NULL", "12:30", "012", "0x1f", "0o7", "2026-01-02"),
    *("1_000", ".inf", "=", "<<", "1e3", "9" * 30),
)


def told(data: str | bytes) -> str:
    """The one problem of a file, as ``line:column: message``."""
    problems = []
    compose("f", data.encode() if isinstance(data, str) else data, problems)
    (problem,) = problems
    return str(problem).removeprefix("f:")


def plain(node: Node | None) -> object:
    """The Python value of a tree."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    assert isinstance(node, Scalar)
    return node.value


def value(text: str) -> object:
    """The Python value of YAML text without problems."""
    problems: list[nodes.Problem] = []
    tree = compose("f", text.encode(), problems)
    assert problems == []
    return plain(tree)


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "on",
        "Yes",
        "OFF",
        "12:30",
        "012",
        "0x1f",
        "0o7",
        "2026-01-02",
        "1_000",
        "True",
        "NULL",
        ".inf",
        "=",
        "<<",
        "1e3",
    ],
)
def test_words_that_yaml_1_1_would_change_stay_text(word: str, either_loader: None) -> None:
    """What YAML 1.1 takes for booleans, times, octals and dates is the text that was written."""
    assert value(f"- {word}") == [word]


def test_plain_scalars_have_their_types(either_loader: None) -> None:
    """Only true, false, null, ~, nothing, decimal integers and floats are more than text."""
    got = value("[true, false, null, ~, -7, 0, 1.5, '5', \"true\"]")
    assert got == [True, False, None, None, -7, 0, 1.5, "5", "true"]
    assert value("a:") == {"a": None}


def test_keys_are_always_text(either_loader: None) -> None:
    """A band's key may be written 6 or "6"; both are the same key."""
    assert value("6: a\nno: b\n1.4: c") == {"6": "a", "no": "b", "1.4": "c"}


def test_marks_count_from_one_in_characters(either_loader: None) -> None:
    """Line and column point at the value, also behind letters of more than one byte."""
    tree = compose("f", "a: 1\né: {b: ü, c: x}".encode(), [])
    assert isinstance(tree, Mapping)
    inner = tree.entries["é"][1]
    assert isinstance(inner, Mapping)
    assert (inner.line, inner.column) == (2, 4)
    assert (inner.entries["c"][1].line, inner.entries["c"][1].column) == (2, 14)


def test_a_byte_order_mark_is_no_problem(either_loader: None) -> None:
    """Windows editors put a mark before the text; it is skipped."""
    assert compose("f", b"\xef\xbb\xbfa: 1", []) is not None


def test_a_repeated_key_is_told_and_reading_goes_on(either_loader: None) -> None:
    """A key given twice is a problem at its second place; the first value stands."""
    problems: list[nodes.Problem] = []
    tree = compose("f", b"a: 1\nb: 2\na: 3\nb: 4", problems)
    assert plain(tree) == {"a": 1, "b": 2}
    assert [str(each) for each in problems] == [
        'f:3:1: the key "a" is given twice (first in line 1); remove one',
        'f:4:1: the key "b" is given twice (first in line 2); remove one',
    ]


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"", "1:1: this file is empty"),
        (b"# only a comment\n", "1:1: this file is empty"),
        (b"a: b\nc: \xff", "2:4: this is not UTF-8 (byte 0xff)"),
        ("é: 1".encode("utf-16"), "1:1: this is not UTF-8"),
        (b"a: x\x07y", "1:5: the control character U+0007"),
        (b'a: "x\\u001b[31m"', "1:4: the control character U+001B"),
        (b"a:\n\t- 1", "2:1: a tab is not allowed here; use spaces"),
        (b"a: 1\n---\nb: 2", '2:1: a second document ("---")'),
        (b"a: &x 1\nb: *x", '1:4: anchors ("&name")'),
        (b"- *x", '1:3: aliases ("*name")'),
        (b"a: !!python/object:os.system {}", '1:4: tags ("!name")'),
        (b"a: !!int five", '1:4: tags ("!name")'),
        (b"[a]: 1", "1:1: a key must be plain text"),
        (b"a: b: c", "1:5: this is not valid YAML: mapping values are not allowed"),
        (b"a: [1, 2\n", "2:1: this is not valid YAML: "),
        (
            b'b: 1\na: "open\n',
            "2:4: this is not valid YAML: found unexpected end of stream; a quote",
        ),
        (b"a: \\x\n- b", "2:1: this is not valid YAML"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    data: bytes, start: str, either_loader: None
) -> None:
    """Each way of not being a plain YAML file gives one problem that says where and what."""
    said = told(data)
    assert said.startswith(start)
    assert "\n" not in said


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """Aliases are refused before anything could be expanded."""
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*a, *a]\n" for n in "bcdefgh")
    assert told(bomb).startswith("1:4: anchors")


def test_deep_nesting_is_refused(either_loader: None) -> None:
    """A file of brackets ends in a problem, not in a recursion error."""
    assert "nested more than 20 levels" in told("[" * 100_000)
    assert "nested more than 20 levels" in told("{a: " * 5_000)


def test_a_file_above_the_size_limit_is_refused() -> None:
    """Nothing larger than the limit is parsed."""
    assert "larger than 2,000,000 bytes" in told(b"#" * (MAX_BYTES + 1))


def test_a_message_stays_on_one_line_whatever_the_key() -> None:
    """Line breaks and invisible characters in a key can't break or disguise a message."""
    said = told('"a\\n\\u202eb": 1\n"a\\n\\u202eb": 2')
    assert 'the key "a ?b" is given twice' in said


@given(st.binary(max_size=200))
def test_no_bytes_ever_raise(data: bytes) -> None:
    """Any bytes at all give a tree or a problem."""
    problems: list[nodes.Problem] = []
    tree = compose("f", data, problems)
    assert tree is not None or problems


@given(st.text(alphabet=" \n\t-:?[]{}&*!|>'\"%@`#,ab1.~\\xuU\x85\u2028", max_size=60))
def test_no_text_ever_raises(text: str) -> None:
    """Any jumble of YAML's own signs gives a tree or a problem, with either loader."""
    for loader in (yaml.SafeLoader, nodes._Loader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(nodes, "_Loader", loader)
            problems: list[nodes.Problem] = []
            tree = compose("f", text.encode(), problems)
            assert tree is not None or problems


def test_a_flood_of_repeated_keys_is_cut() -> None:
    """A file of one key a million times gives no more problems than a person would read."""
    problems: list[nodes.Problem] = []
    assert compose("f", b"{" + b"a,\n" * 10_000, problems) is None
    assert len(problems) == nodes.MAX_REPEATS + 1
