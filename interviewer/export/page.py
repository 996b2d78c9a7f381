"""A page for people, whatever the format: parts with headings, and a few kinds of blocks in them.

All values are as stored: each format makes them safe in its own way.
"""

from __future__ import annotations

from interviewer.domain import Value
from interviewer.review.results import Quote


class Text(Value, frozen=True, kw_only=True):
    """A paragraph of ours, which may have somebody's words in it."""

    text: str


class Words(Value, frozen=True, kw_only=True):
    """What somebody said or was asked, set off, line by line."""

    text: str


class Items(Value, frozen=True, kw_only=True):
    """A list."""

    items: tuple[str, ...]


class Pairs(Value, frozen=True, kw_only=True):
    """Names with what stands behind each."""

    pairs: tuple[tuple[str, str], ...]


class Table(Value, frozen=True, kw_only=True):
    """A table; its first column names the rows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Heard(Value, frozen=True, kw_only=True):
    """Quotes, each with its turn and what it shows."""

    quotes: tuple[Quote, ...]


Block = Text | Words | Items | Pairs | Table | Heard


class Part(Value, frozen=True, kw_only=True):
    """A heading of a level (2 to 4) and what stands under it. ``turn`` is the one it shows."""

    title: str
    blocks: tuple[Block, ...]
    level: int = 2
    turn: int | None = None


class Page(Value, frozen=True, kw_only=True):
    """The whole; ``marks`` stand at its head and at its foot."""

    title: str
    marks: tuple[str, ...]
    parts: tuple[Part, ...]
