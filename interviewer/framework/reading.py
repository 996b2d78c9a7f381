"""Node tree to shape: a strict reading that finds every problem, not just the first.

What is allowed comes from the shapes alone (through ``msgspec.inspect``), so a new key or limit
there needs nothing here. Each type becomes a small function once; after that a file that is right
costs little more than a walk over its nodes.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
import msgspec.inspect as mi

from interviewer.framework.nodes import MAX_QUOTED, Mapping, Node, Scalar, Sequence, quoted
from interviewer.framework.problems import Problem

ShapeT = TypeVar("ShapeT", bound=msgspec.Struct)

MAX_PROBLEMS = 200

_BROKEN: Any = object()  # stands for a value that has a problem, while reading goes on


class _Report:
    """Collects the problems of one file, up to a number that a person would read."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self._path = path
        self._problems = problems
        self._room = MAX_PROBLEMS

    @property
    def full(self) -> bool:
        """Whether further problems are no longer told."""
        return self._room < 0

    def __call__(self, node: Node, message: str) -> Any:
        """Note a problem at ``node``; returns the mark of a broken value."""
        if not self.full:
            if self._room == 0:
                message = "there are more problems from here on; mend those above first"
            self._problems.append(Problem(self._path, node.line, node.column, message))
            self._room -= 1
        return _BROKEN


# Reads a node that is called by a label in messages; gives the value, or _BROKEN.
_Read = Callable[[Node, str, _Report], Any]


def read_shape(
    root: Node, shape: type[ShapeT], path: str, problems: list[Problem]
) -> ShapeT | None:
    """Read the tree ``root`` as a ``shape``; every problem is added to ``problems``.

    Returns:
        ShapeT: the shape, or None when there was any problem with it.
    """
    value = _struct_reader(shape)(root, "this file", _Report(path, problems))
    return None if value is _BROKEN else value


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean "..."?`` for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like ``word``, if any does."""
    by_lower = {each.lower(): each for each in known}
    close = difflib.get_close_matches(word[:100].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def found(node: Node) -> str:
    """What stands at ``node``, in plain words."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a group of keys"
    if node.value is None:
        return "empty"
    if isinstance(node.value, str):
        return quoted(node.value)
    return node.raw[:MAX_QUOTED]


@functools.cache
def _struct_reader(shape: type[msgspec.Struct]) -> _Read:
    info = mi.type_info(shape)
    assert isinstance(info, mi.StructType)
    readers = {field.encode_name: _reader(field.type) for field in info.fields}
    fields = {field.encode_name: field.name for field in info.fields}
    required = [field.encode_name for field in info.fields if field.required]

    def read(node: Node, label: str, report: _Report) -> Any:
        if not isinstance(node, Mapping):
            wanted = f"must be a group of keys ({', '.join(readers)})"
            return report(node, f"{label} {wanted}, not {found(node)}")
        values, excused = {}, set()
        for name, (key, value) in node.entries.items():
            reader = readers.get(name)
            if reader is None:
                excused.add(_unknown_key(key, readers, report))
            else:
                values[fields[name]] = reader(value, f'"{name}"', report)
        missing = [name for name in required if fields[name] not in values]
        for name in missing:
            if name not in excused:
                report(node, f'the key "{name}" is missing')
        broken = missing or excused or any(value is _BROKEN for value in values.values())
        return _BROKEN if broken else shape(**values)

    return read


def _unknown_key(key: Scalar, known: Iterable[str], report: _Report) -> str | None:
    """Report a key that no shape has; returns the key that was likely meant.

    That one is not reported as missing as well: one slip, one problem.
    """
    if report.full:  # looking for near words takes time, and a file can come from a stranger
        return None
    meant = nearest(key.raw, known)
    mend = f'did you mean "{meant}"?' if meant else f"the keys here are: {', '.join(known)}"
    report(key, f"unknown key {quoted(key.raw)}; {mend}")
    return meant


def _reader(info: mi.Type) -> _Read:
    """The reader for a type of the shapes; the shapes use no other types."""
    match info:
        case mi.Metadata():
            schema = info.extra_json_schema or {}
            return _described(info.type, str(schema.get("description", "")))
        case mi.StructType():
            return _struct_reader(info.cls)
        case mi.ListType():
            return _list_reader(info)
        case mi.DictType():
            return _dict_reader(info)
        case mi.LiteralType():
            return _literal_reader([str(value) for value in info.values])
        case mi.UnionType():
            return _optional_reader(info)
        case _:
            return _described(info, "")


def _described(info: mi.Type, description: str) -> _Read:
    """The reader for a plain value; the description says what a pattern wants."""
    match info:
        case mi.IntType():
            return _int_reader(info)
        case mi.StrType():
            return _text_reader(info, description)
        case mi.BoolType():
            return _bool_reader
        case _:
            return _reader(info)


def _list_reader(info: mi.ListType) -> _Read:
    item = _reader(info.item_type)
    least, most = info.min_length or 0, info.max_length

    def read(node: Node, label: str, report: _Report) -> Any:
        if not isinstance(node, Sequence):
            return report(node, f"{label} must be a list, not {found(node)}")
        values = [
            item(each, f"{label} item {count}", report)
            for count, each in enumerate(node.items, start=1)
        ]
        if len(values) < least or (most is not None and len(values) > most):
            wanted = _range(least, most)
            return report(node, f"{label} must have {wanted} items, but has {len(values)}")
        return _BROKEN if any(value is _BROKEN for value in values) else values

    return read


def _dict_reader(info: mi.DictType) -> _Read:
    value_reader = _reader(info.value_type)

    def read(node: Node, label: str, report: _Report) -> Any:
        if not isinstance(node, Mapping):
            return report(node, f"{label} must be a group of keys, not {found(node)}")
        values = {
            name: value_reader(value, f"{label} under {quoted(name)}", report)
            for name, (_, value) in node.entries.items()
        }
        return _BROKEN if any(value is _BROKEN for value in values.values()) else values

    return read


def _literal_reader(words: list[str]) -> _Read:
    allowed = frozenset(words)

    def read(node: Node, label: str, report: _Report) -> Any:
        if isinstance(node, Scalar) and isinstance(node.value, str):
            if node.value in allowed:
                return node.value
            mend = did_you_mean(node.value, words)
        else:
            mend = ""
        return report(node, f"{label} must be one of {', '.join(words)}, not {found(node)}{mend}")

    return read


def _optional_reader(info: mi.UnionType) -> _Read:
    (inner,) = [_reader(each) for each in info.types if not isinstance(each, mi.NoneType)]

    def read(node: Node, label: str, report: _Report) -> Any:
        if isinstance(node, Scalar) and node.value is None:
            return None
        return inner(node, label, report)

    return read


def _int_reader(info: mi.IntType) -> _Read:
    least, most = info.ge, info.le
    wanted = "a whole number"
    if least is not None:
        wanted += f" from {least} to {most}" if most is not None else f", at least {least}"

    def read(node: Node, label: str, report: _Report) -> Any:
        # A bool is an int to Python, never to an author.
        if isinstance(node, Scalar) and type(node.value) is int:
            value = node.value
            if (least is None or value >= least) and (most is None or value <= most):
                return value
        mend = ""
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.value.isdecimal():
            mend = "; take the quotes or leading zeros away"
        return report(node, f"{label} must be {wanted}, not {found(node)}{mend}")

    return read


def _text_reader(info: mi.StrType, description: str) -> _Read:
    least, most = info.min_length or 0, info.max_length
    pattern = re.compile(info.pattern) if info.pattern else None

    def read(node: Node, label: str, report: _Report) -> Any:
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            return report(node, f"{label} must be text, not {found(node)}{_quote_it(node)}")
        value = node.value.strip()  # a "|" or ">" block ends with a line break that nobody means
        if pattern is not None and not pattern.fullmatch(value):
            wanted = description[:1].lower() + description[1:].rstrip(".")
            return report(node, f"{label} must be {wanted}, not {quoted(value)}")
        if len(value) < least or (most is not None and len(value) > most):
            return report(node, f"{label} {_wrong_length(value, least, most)}")
        return value

    return read


def _wrong_length(value: str, least: int, most: int | None) -> str:
    if not value:
        return "must not be empty"
    return f"must have {_range(least, most)} characters, but has {len(value)}"


def _quote_it(node: Node) -> str:
    """The mend for a number or the like where text is wanted."""
    if isinstance(node, Scalar) and node.value is not None:
        return f"; put it in quotes: {quoted(node.raw)}"
    return ""


def _range(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {least}"
    return f"{least} to {most}" if least else f"at most {most}"


def _bool_reader(node: Node, label: str, report: _Report) -> Any:
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    return report(node, f"{label} must be true or false, not {found(node)}")
