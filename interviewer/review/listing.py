"""Lists and verdicts over saved interviews, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from interviewer.record.library import Summary
from interviewer.record.transcript import Verdict
from interviewer.safe_text import for_one_line

_STATES = {"open": "unfinished", "complete": "complete", "withdrawn": "ended early"}


def state_in_words(state: str) -> str:
    """How far an interview got."""
    return _STATES.get(state, state)


def line_of(summary: Summary) -> str:
    """One saved interview on one line."""
    name = for_one_line(summary.candidate, 24) or "not named"
    role = for_one_line(summary.profile_title, 24) or "no role"
    damaged = "  DAMAGED" if summary.damaged else ""
    state = state_in_words(summary.state)
    return f"{summary.id}  {summary.started[:16]}  {state:12} {name:24} {role}{damaged}"


def summary_json(summary: Summary) -> dict[str, Any]:
    """One saved interview as data."""
    return {
        "id": summary.id,
        "candidate": summary.candidate,
        "profile": summary.profile,
        "framework": summary.framework,
        "mode": summary.mode,
        "started": summary.started,
        "state": summary.state,
        "competences": list(summary.competences),
        "damaged": summary.damaged,
    }


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """What ``verify`` says of one transcript."""
    if verdict.whole:
        yield f"{verdict.id}: whole and unaltered, {verdict.facts} facts."
        return
    yield f"{verdict.id}: NOT whole; {verdict.facts} facts can be read."
    for damage in verdict.problems:
        yield f"  {for_one_line(str(damage))}"


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """What ``verify`` says of one transcript, as data."""
    return {
        "id": verdict.id,
        "whole": verdict.whole,
        "facts": verdict.facts,
        "torn": verdict.torn,
        "last_hash": verdict.last_hash,
        "problems": [
            {"line": damage.line, "message": damage.message} for damage in verdict.problems
        ],
    }
