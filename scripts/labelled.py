"""The labelled answers and turns: which files there are, what each is for, and reading them.

They lie in ``scripts/assessor_data`` as JSON Lines; its README says what a line holds. All of it is
invented; there are no real people in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "scripts" / "assessor_data"

# By writers whose work is never trained or tuned on. Everything else may be.
HELD_BACK = frozenset({"held-1", "held-2", "turns-held"})
OF_TURNS = "turns"  # how the names of the files of turns begin

# Good answers about something else than they were asked about: what they show can't be told apart
# from an answer that is to the point, except by what they are about.
ELSEWHERE = frozenset({"off-topic-good", "other-competence"})
HARD = frozenset({"contrast", "decoy", "middle"})

Row = dict[str, Any]


def answers(*, held_back: bool) -> list[Row]:
    """The labelled answers of one side, each with the ``file`` it is from."""
    return [row for path in _paths(held_back) if not _of_turns(path) for row in _rows(path)]


def turns(*, held_back: bool) -> list[Row]:
    """The labelled turns of one side."""
    return [row for path in _paths(held_back) if _of_turns(path) for row in _rows(path)]


def is_elsewhere(row: Row) -> bool:
    """Whether an answer is about something else than it was asked about."""
    return row["kind"] in ELSEWHERE and row["rating"] == 0


def data_hash() -> str:
    """What the labelled files hash to, so that a figure and a model can name their data."""
    content = hashlib.sha256()
    for path in sorted(DATA.glob("*.jsonl")):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]


def _paths(held_back: bool) -> list[Path]:
    return [path for path in sorted(DATA.glob("*.jsonl")) if (path.stem in HELD_BACK) is held_back]


def _of_turns(path: Path) -> bool:
    return path.stem.startswith(OF_TURNS)


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield {**json.loads(line), "file": path.stem}
