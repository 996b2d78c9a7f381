"""Lists and verdicts over saved interviews, as lines for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from interviewer.domain import Framework
from interviewer.record.library import Found, Summary
from interviewer.record.reading import Verdict
from interviewer.record.signing import Signature
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
    status = f"{summary.status:9}"
    return f"{summary.id}  {summary.started[:16]}  {state:12} {status}  {name:24} {role}{damaged}"


def found_lines(found: Found) -> Iterator[str]:
    """One saved interview, and the places in it where the searched text stands."""
    yield line_of(found.summary)
    for match in found.matches:
        yield f"    turn {match.turn}, {match.kind}: {for_one_line(match.excerpt)}"


def found_json(found: Found) -> dict[str, Any]:
    """One saved interview as data."""
    summary = found.summary
    return {
        "id": summary.id,
        "candidate": summary.candidate,
        "profile": summary.profile_title,
        "framework": summary.framework,
        "mode": summary.mode,
        "started": summary.started,
        "state": summary.state,
        "status": str(summary.status),
        "competences": {"planned": summary.planned, "done": summary.done},
        "damaged": summary.damaged,
        "matches": [
            {"turn": match.turn, "kind": match.kind, "excerpt": match.excerpt}
            for match in found.matches
        ],
    }


def verdict_lines(name: str, verdict: Verdict) -> Iterator[str]:
    """What ``verify`` says of the transcript ``name``."""
    if verdict.whole:
        yield f"{name}: whole and unaltered, {verdict.facts} facts, seal {verdict.seal}"
    else:
        yield f"{name}: NOT whole; {verdict.facts} facts can be read."
    if verdict.torn:
        yield "  The last line is torn, as a crash leaves it; resuming repairs that."
    for damage in verdict.problems:
        yield f"  {for_one_line(str(damage))}"
    for signature in verdict.signatures:
        yield f"  {_signature_line(signature)}"


def _signature_line(signature: Signature) -> str:
    who, when = for_one_line(signature.mentor), f"{signature.at[:16].replace('T', ' ')} UTC"
    what = f"facts 1 to {signature.facts}, sealed {for_one_line(signature.seal, 64)}"
    if not signature.holds:
        return f"The sign-off of {who} ({when}) does NOT hold: what stands here is not what it says"
    again = "" if signature.in_force else "; opened again since"
    return f"Signed off by {who} on {when}: {what}; it holds{again}."


def verdict_json(name: str, verdict: Verdict) -> dict[str, Any]:
    """What ``verify`` says of the transcript ``name``, as data."""
    return {
        "id": name,
        "whole": verdict.whole,
        "facts": verdict.facts,
        "torn": verdict.torn,
        "chain_ok": verdict.chain_ok,
        "seal": verdict.seal,
        "signatures": [msgspec.to_builtins(each) for each in verdict.signatures],
        "problems": [
            {"line": damage.line, "message": damage.message} for damage in verdict.problems
        ],
    }


def framework_lines(framework: Framework) -> Iterator[str]:
    """What a framework holds, for people; ``--json`` has it whole."""
    head = framework.head
    yield f"{head.title} (version {head.version})"
    yield f"Source: {head.source}"
    yield f"Licence: {head.licence}"
    if head.attribution:
        yield head.attribution
    for competence in framework.competences:
        yield f"  {competence.number:>3}  {competence.title}"
    for profile in framework.profiles:
        yield f"  role  {profile.id}: {profile.title}"
    for duty in framework.duties:
        yield f"  duty {duty.number}  {duty.statement}"
    for ksb in framework.ksbs:
        yield f"  {ksb.id}  {ksb.statement}"
    for band in framework.bands:
        yield f"  band {band.band}: {band.complexity} complexity"
    for responsibility in framework.responsibilities:
        yield f"  area  {responsibility.area}"
