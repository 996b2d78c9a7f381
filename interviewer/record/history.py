"""What a candidate was asked in earlier interviews, as the transcripts in a folder tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from interviewer.record import files
from interviewer.record.errors import TranscriptError
from interviewer.record.facts import Opened
from interviewer.record.library import folded, transcript_paths
from interviewer.record.line import MAX_LINE, UNREADABLE

# What a line has in it that tells of a question put; others are not worth parsing.
_ASKED = b'"type":"asked"'


class _Head(msgspec.Struct, frozen=True):
    """As much of the first fact as tells whose interview it is, and about what."""

    framework: str
    candidate: str
    competences: frozenset[int]


class _HeadLine(msgspec.Struct, frozen=True):
    fact: _Head


class _Asked(msgspec.Struct, frozen=True):
    competence: int
    question: str


class _AskedLine(msgspec.Struct, frozen=True):
    fact: _Asked


_heads = msgspec.json.Decoder(_HeadLine)
_lines = msgspec.json.Decoder(_AskedLine)


def asked_before(folder: Path, opened: Opened) -> dict[str, int]:
    """How often each question was put to the candidate of ``opened``, in all of ``folder``.

    Only questions about the competences of ``opened``, under its framework. Capitals and white
    space in names make no difference; who gives no name is one and the same. A file that can't be
    read, or a line of it, counts for nothing: it must not keep an interview from beginning.

    Returns:
        Counts by question id, in the order of the ids.

    Raises:
        TranscriptError: ``folder`` can't be read. One that is not there holds nothing.
    """
    counts: Counter[str] = Counter()
    for path in transcript_paths(folder):
        counts.update(_asked_in(path, opened))
    return dict(sorted(counts.items()))


def _asked_in(path: Path, opened: Opened) -> list[str]:
    try:
        with open(files.open_to_read(path), "rb") as file:
            return list(_questions(file, opened))
    except (TranscriptError, OSError):
        return []


def _questions(file: BinaryIO, opened: Opened) -> Iterator[str]:
    try:
        head = _heads.decode(file.readline(MAX_LINE)).fact
    except UNREADABLE:
        return
    same = head.framework == opened.framework and folded(head.candidate) == folded(opened.candidate)
    if not same or head.competences.isdisjoint(opened.competences):
        return
    while line := file.readline(MAX_LINE):
        if _ASKED not in line:
            continue
        try:
            fact = _lines.decode(line).fact
        except UNREADABLE:
            continue
        if fact.competence in opened.competences:
            yield fact.question
