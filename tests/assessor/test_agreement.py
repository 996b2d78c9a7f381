"""A floor under the agreement with the held-back labels, where these are at hand."""

from __future__ import annotations

import importlib.util
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "calibration"


def evaluation() -> ModuleType:
    """The script that measures, as a module."""
    loader = SourceFileLoader("evaluate_assessor", str(ROOT / "scripts" / "evaluate_assessor"))
    spec = importlib.util.spec_from_loader("evaluate_assessor", loader)
    assert spec
    script = importlib.util.module_from_spec(spec)
    loader.exec_module(script)
    return script


@pytest.mark.skipif(not DATA.is_dir(), reason="the labelled answers are not at hand")
def test_agreement_with_the_held_back_labels_keeps_above_its_floor() -> None:
    """No change may cost much of what was measured, and the page has the figures as they are."""
    script = evaluation()
    measured = script.measure(DATA)
    figures = measured["held back"]
    assert figures["plain"]["qwk"] > 0.85
    assert figures["hard"]["qwk"] > 0.5
    assert figures["all"]["within one"] > 0.86
    assert figures["acts"]["macro f1"] > 0.53
    assert figures["quotes verbatim"]
    page = script.PAGE.read_text(encoding="utf-8")
    if measured["data"] in page:  # else the page is about other data than are at hand
        assert script.with_table(page, measured) == page, (
            "scripts/evaluate_assessor --write mends it"
        )
