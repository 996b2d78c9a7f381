"""The labelled answers and turns: which files there are, what each is for, and reading them.

They lie in ``scripts/assessor_data`` as JSON Lines; its README says what a line holds. All of it is
invented; there are no real people in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "scripts" / "assessor_data"


class Use(StrEnum):
    """What a file is for; each has writers of its own, save that one of chosen-3 also trains.

    Thresholds, shares and temperatures are chosen on ``CHOOSING``; what is said of the reader is
    measured on ``MEASURING``, which nothing was trained or chosen on.
    """

    TRAINING = "training"
    CHOOSING = "choosing"
    MEASURING = "measuring"


_BEGINNINGS = {
    "chosen": Use.CHOOSING,
    "turns-chosen": Use.CHOOSING,
    "held": Use.MEASURING,
    "turns-held": Use.MEASURING,
}
OF_TURNS = "turns"  # how the names of the files of turns begin

# Good answers about something else than they were asked about: what they show can't be told apart
# from an answer that is to the point, except by what they are about.
ELSEWHERE = frozenset({"off-topic-good", "other-competence"})
HARD = frozenset({"contrast", "decoy", "middle"})

Row = dict[str, Any]


def answers(use: Use) -> list[Row]:
    """The labelled answers for one use, each with the ``file`` it is from."""
    return [row for path in _paths(use) if not _of_turns(path) for row in _rows(path)]


def turns(use: Use) -> list[Row]:
    """The labelled turns for one use."""
    return [row for path in _paths(use) if _of_turns(path) for row in _rows(path)]


def is_elsewhere(row: Row) -> bool:
    """Whether an answer is about something else than it was asked about."""
    return row["kind"] in ELSEWHERE and row["rating"] == 0


def data_hash() -> str:
    """What the labelled files hash to, so that a figure and a model can name their data."""
    content = hashlib.sha256()
    for path in sorted(DATA.glob("*.jsonl")):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]


def _paths(use: Use) -> list[Path]:
    return [path for path in sorted(DATA.glob("*.jsonl")) if _use(path) is use]


def _use(path: Path) -> Use:
    return _BEGINNINGS.get(path.stem.rstrip("-0123456789"), Use.TRAINING)


def _of_turns(path: Path) -> bool:
    return path.stem.startswith(OF_TURNS)


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield {**json.loads(line), "file": path.stem}
