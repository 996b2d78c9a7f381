"""YAML text to a tree of marked nodes: the only place that knows YAML.

The tree is built from libyaml's events, not by PyYAML's constructor, because a file can come from
a stranger and its author needs line and column. That gives us what YAML 1.2 and people expect:
``no``, ``on``, ``12:30``, ``012`` and dates are text; keys are always text; a key given twice,
aliases, tags and a second document are problems; nothing is ever expanded or constructed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

import msgspec
import yaml

from interviewer.framework.problems import Problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
MAX_QUOTED = 40
MAX_REPEATS = 200

# libyaml is ten times as fast; the pure loader reads the same where libyaml is absent.
_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

_HINTS = (
    (
        "mapping values are not allowed",
        'put text that holds ": " in quotes, or mend the indentation',
    ),
    ("could not find expected ':'", 'each entry needs the form "key: value"'),
    ("unexpected end of stream", "a quote or bracket is not closed"),
    ("did not find expected key", "line the key up with the others, or mend the quotes"),
    ("did not find expected '-' indicator", 'line this up with the other "- " entries'),
    ("expected ',' or", "close the bracket, and put commas between its entries"),
    ("sequence entries are not allowed", "begin the list on a line of its own"),
    ("block end", "line this up with the lines above, or mend the quotes"),
    ("cannot start any token", "put text that begins with a special character in quotes"),
    ("expected alphabetic or numeric character", 'put text that begins with "*" or "&" in quotes'),
    ("unknown escape character", "write a backslash in single quotes"),
)


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A single value; ``raw`` is how it was written, so that a message can quote it."""

    value: str | int | float | bool | None
    raw: str
    line: int
    column: int


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(msgspec.Struct, frozen=True):
    """Keys with their values, in the order of the file."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """Nothing after this point of the file can be read."""

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line = line
        self.column = column
        self.message = message


def quoted(text: str) -> str:
    """``text`` in quotes for a message: on one line, shortened, without invisible characters."""
    flat = " ".join(text.split())
    shown = "".join(each if each.isprintable() else "?" for each in flat[:MAX_QUOTED])
    return f'"{shown}..."' if len(flat) > MAX_QUOTED else f'"{shown}"'


def compose(path: str, data: bytes, problems: list[Problem]) -> Node | None:
    """Read the one document in ``data``; what is wrong is added to ``problems``, never raised.

    Returns:
        Node: the tree, or None when the file can't be read to its end.
    """
    try:
        text = _decode(data)
        return _parse(path, text, problems)
    except _RefusedError as refused:
        problems.append(Problem(path, refused.line, refused.column, refused.message))
    return None


def _decode(data: bytes) -> str:
    """The text of a file: UTF-8, of a bearable size, without control characters."""
    if len(data) > MAX_BYTES:
        raise _RefusedError(1, 1, f"this file is larger than {MAX_BYTES:,} bytes; split it")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"this is not UTF-8 (byte 0x{data[error.start]:02x}); save the file as UTF-8"
        raise _RefusedError(*_place(before), message) from None
    bad = _UNPRINTABLE.search(text)
    if bad:
        message = f"the control character U+{ord(bad[0]):04X} is not allowed; delete it"
        raise _RefusedError(*_place(text[: bad.start()]), message)
    return text


def _place(before: str) -> tuple[int, int]:
    """Line and column just after the text ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _parse(path: str, text: str, problems: list[Problem]) -> Node:
    try:
        return _Composer(path, text, problems).document()
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The pure loader lets some bad escapes through to chr() and int().
        message = f"this is not valid YAML: {str(error).splitlines()[0]}"
        raise _RefusedError(1, 1, message) from None


def _syntax(error: yaml.MarkedYAMLError, text: str) -> _RefusedError:
    """The problem behind a syntax error, in plain words and with a mend where one is known."""
    what = error.problem or error.context or "it breaks off"
    mark = error.problem_mark or error.context_mark
    if "end of stream" in what:  # where the open quote begins tells more than where the file ends
        mark = error.context_mark or mark
    if mark is None:
        return _RefusedError(1, 1, f"this is not valid YAML: {what}")
    line, column = mark.line + 1, mark.column + 1
    if _character(text, mark.line, mark.column) == "\t":
        return _RefusedError(line, column, "a tab is not allowed here; use spaces")
    mend = next((f"; {mend}" for sign, mend in _HINTS if sign in what), "")
    return _RefusedError(line, column, f"this is not valid YAML: {what}{mend}")


def _character(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    return lines[line][column : column + 1] if line < len(lines) else ""


class _Composer:
    """Builds the tree of one document from the parser's events."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self._path = path
        self._problems = problems
        self._repeats = 0
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_Loader))

    def document(self) -> Node:
        """The root of the one document.

        Raises:
            _RefusedError: there is none or another one, or it holds what we don't allow.
        """
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _RefusedError(1, 1, "this file is empty")
        root = self._node(next(self._events), 1)
        next(self._events)  # the end of the document
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _refused(after, 'a second document ("---") is not allowed; use one file for each')
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if depth > MAX_DEPTH:
            raise _refused(event, f"this is nested more than {MAX_DEPTH} levels deep")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        message = 'aliases ("*name") are not allowed; write the value out, or put it in quotes'
        raise _refused(event, message)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> Sequence:
        _refuse_properties(start)
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(items, *_mark(start))

    def _mapping(self, start: yaml.MappingStartEvent, depth: int) -> Mapping:
        _refuse_properties(start)
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _refused(event, "a key must be plain text, not a list, a group or an alias")
            key = _scalar(event)
            value = self._node(next(self._events), depth + 1)
            if key.raw in entries:
                self._repeated(key, entries[key.raw][0])
            else:
                entries[key.raw] = (key, value)
        return Mapping(entries, *_mark(start))

    def _repeated(self, key: Scalar, first: Scalar) -> None:
        if self._repeats == MAX_REPEATS:  # a file can come from a stranger
            raise _RefusedError(key.line, key.column, "too many keys are given twice")
        self._repeats += 1
        message = (
            f"the key {quoted(key.raw)} is given twice (first in line {first.line}); remove one"
        )
        self._problems.append(Problem(self._path, key.line, key.column, message))


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    _refuse_properties(event)
    raw: str = event.value
    if not event.style:
        return Scalar(_resolve(raw), raw, *_mark(event))
    if event.style == '"' and (bad := _UNPRINTABLE.search(raw)):
        message = f"the control character U+{ord(bad[0]):04X} is not allowed in text; delete it"
        raise _refused(event, message)
    return Scalar(raw, raw, *_mark(event))


def _resolve(raw: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar, as YAML 1.2 has it (the core schema, less its oddities)."""
    if raw in _WORDS:
        return _WORDS[raw]
    if raw[0] in "+-.0123456789":
        if _INTEGER.fullmatch(raw):
            return int(raw)
        if _FLOAT.fullmatch(raw):
            return float(raw)
    return raw


def _refuse_properties(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    """Refuse anchors and tags: without them no alias bomb and no foreign type can be written."""
    if event.anchor is not None:
        raise _refused(event, 'anchors ("&name") are not allowed; put the text in quotes')
    if event.tag is not None:
        raise _refused(event, 'tags ("!name") are not allowed; put the text in quotes')


def _refused(event: yaml.Event, message: str) -> _RefusedError:
    return _RefusedError(*_mark(event), message)


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None  # only events that a program makes up have none
    return mark.line + 1, mark.column + 1
