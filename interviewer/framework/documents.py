"""Files to documents: a shape together with the marks of everything in it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from interviewer.framework.nodes import MAX_BYTES, Mapping, Node, Sequence, compose
from interviewer.framework.problems import Problem
from interviewer.framework.reading import read_shape

ShapeT = TypeVar("ShapeT", bound=msgspec.Struct)


class Document(msgspec.Struct, Generic[ShapeT], frozen=True):
    """A file that was read. Its tree is kept, so that later checks can point into the file."""

    path: Path
    shape: ShapeT
    root: Node

    def problem(self, message: str, *keys: str | int) -> Problem:
        """A problem at the value under ``keys`` (names and list positions, from the root)."""
        node = self.node(*keys)
        return Problem(str(self.path), node.line, node.column, message)

    def line(self, *keys: str | int) -> int:
        """The line of the value under ``keys``."""
        return self.node(*keys).line

    def node(self, *keys: str | int) -> Node:
        """The node under ``keys``, or the last one on the way where the file leaves a key out."""
        node = self.root
        for key in keys:
            inner = _child(node, key)
            if inner is None:
                break
            node = inner
        return node


def _child(node: Node, key: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(key, str):
        return node.entries[key][1] if key in node.entries else None
    if isinstance(node, Sequence) and isinstance(key, int):
        return node.items[key]
    return None


def read_document(
    path: Path, shape: type[ShapeT], problems: list[Problem]
) -> Document[ShapeT] | None:
    """Read the file at ``path`` as a ``shape``; every problem is added to ``problems``."""
    before = len(problems)
    root = read_tree(path, problems)
    if root is None:
        return None
    value = read_shape(root, shape, str(path), problems)
    if value is None or len(problems) > before:
        return None
    return Document(path, value, root)


def read_tree(path: Path, problems: list[Problem]) -> Node | None:
    """The node tree of the file at ``path``; every problem is added to ``problems``."""
    data = read_bytes(path, problems)
    return None if data is None else compose(str(path), data, problems)


def read_bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """The bytes of the file at ``path``, of a bearable size; a problem and None otherwise."""
    try:
        status = os.stat(path)
        # A pipe or device could block for ever, so nothing else is opened.
        if not stat.S_ISREG(status.st_mode):
            problems.append(Problem(str(path), 1, 1, "this is not a file"))
            return None
        if status.st_size > MAX_BYTES:
            message = f"this file is larger than {MAX_BYTES:,} bytes; split it"
            problems.append(Problem(str(path), 1, 1, message))
            return None
        return path.read_bytes()
    except OSError as error:
        problems.append(Problem(str(path), 1, 1, f"this file can't be read: {error.strerror}"))
        return None
