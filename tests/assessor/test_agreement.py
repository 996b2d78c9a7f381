"""A floor under the agreement with labels that were held back, and the page that tells of it."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
NEAR = 0.03  # other processors round in other ways; more than that is another reader


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script that measures, as a module."""
    sys.path.insert(0, str(SCRIPTS))
    loader = SourceFileLoader("evaluate_assessor", str(SCRIPTS / "evaluate_assessor"))
    spec = importlib.util.spec_from_loader("evaluate_assessor", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    yield module
    sys.path.remove(str(SCRIPTS))


def told(table: str) -> dict[str, float]:
    """The single numbers of the first table, by their row."""
    rows = re.findall(r"^\| (.+?) \| (-?[0-9.]+) \|", table, re.MULTILINE)
    return {f"{place} {name}": float(value) for place, (name, value) in enumerate(rows)}


def test_what_is_held_back_is_rated_as_the_page_says(script: ModuleType) -> None:
    """No change may cost much of what was measured, and the page tells of the model as shipped."""
    figures = script.measure(script.Known())
    page = script.PAGE.read_text(encoding="utf-8")
    fresh, page = script.tables(figures), page.split(script.BEGIN)[1].split(script.END)[0]
    stale = "scripts/evaluate_assessor --write mends it"
    assert fresh.splitlines()[0] in page, stale
    written, now = told(page), told(fresh)
    assert written.keys() == now.keys(), stale
    far = {row: (written[row], now[row]) for row in now if abs(written[row] - now[row]) > NEAR}
    counts = {row for row in far if max(far[row]) > 1}  # of answers, in the tables by kind
    assert not far.keys() - counts, (stale, far)
    assert figures["quotes verbatim"]
    for aspect in figures["aspects"].values():
        assert aspect["plain"]["qwk"] > FLOORS["plain"]
        assert aspect["hard"]["qwk"] > FLOORS["hard"]
    assert figures["attacks"]["gain a level"] < FLOORS["attacks"]
    assert figures["turns"]["macro f1"] > FLOORS["turns"]


FLOORS = {"plain": 0.85, "hard": 0.6, "attacks": 0.05, "turns": 0.7}
