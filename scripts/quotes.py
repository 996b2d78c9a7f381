"""Quotes of the reader, and what people said of them: does a quote show what it is quoted for?

A judgement is of a quote for a facet's value in one answer, whichever reader quoted it, so it holds
for the next model too, as long as that quotes the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from labelled import DATA, Row

JUDGED = DATA / "second" / "quotes.jsonl"


class Quoted(NamedTuple):
    """``answer[start:end]`` of one answer, quoted for the ``value`` of a ``facet``."""

    id: str
    start: int
    end: int
    facet: str
    value: str


def quoted(rows: Iterable[Row]) -> Iterator[tuple[Quoted, Row]]:
    """The quotes of answers that were assessed (``got``), each with its answer."""
    for row in rows:
        for item in row["got"].evidence:
            yield Quoted(row["id"], item.start, item.end, item.facet, item.value), row


def judged() -> dict[Quoted, bool]:
    """Whether a quote shows what it is quoted for, as far as people were asked."""
    if not JUDGED.exists():
        return {}
    lines: list[dict[str, Any]] = [
        json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()
    ]
    return {Quoted(*(line[name] for name in Quoted._fields)): line["supports"] for line in lines}
