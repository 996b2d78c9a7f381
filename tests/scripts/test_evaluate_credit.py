"""The measurement of credits: its labels are sound, and the shipped rule stays precise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from interviewer.framework.loader import load, load_exam_questions

ROOT = Path(__file__).resolve().parents[2]
HALVES = ("choosing", "measuring")


@pytest.mark.parametrize("use", HALVES)
def test_the_labels_are_sound(use: str) -> None:
    """Each names a question and KSBs that there are, none asked about, none labelled twice."""
    rows = yaml.safe_load((ROOT / f"scripts/credit_data/{use}.yaml").read_text(encoding="utf-8"))
    ksbs = {ksb.id for ksb in load(ROOT / "frameworks", "st0310-1.4").ksbs}
    questions = {each.id: each for each in load_exam_questions(ROOT / "frameworks", "st0310-1.4")}
    for row in rows:
        labels = [*row["credited"], *row.get("either", ()), *row["not"]]
        assert len(set(labels)) == len(labels), row
        assert set(labels) <= ksbs - set(questions[row["question"]].ksbs), row
    assert sum(len(row["credited"]) + len(row["not"]) for row in rows) >= 60


@pytest.mark.parametrize("use", HALVES)
def test_what_is_credited_is_nearly_always_due(use: str) -> None:
    """The floors leave room for a reader that is trained anew; docs/epa.md has the figures."""
    found = subprocess.run(
        [sys.executable, ROOT / "scripts/evaluate_credit", "--use", use, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(found.stdout)
    assert figures["precision"]["share"] >= 0.85
    assert figures["recall"]["share"] >= 0.4
