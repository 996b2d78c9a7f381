"""Facts to write, and transcripts on disk to read and to damage."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from interviewer.domain import Aspect, Complexity
from interviewer.record.facts import (
    Answered,
    AnyFact,
    Asked,
    Briefed,
    Finished,
    Opened,
    Reflected,
)
from interviewer.record.transcript import Transcript

Holding = Callable[[Path, str], "subprocess.Popen[str]"]

MOMENT = datetime(2026, 11, 21, 13, 0, 0, 123456, tzinfo=UTC)


def opened(**changes: Any) -> Opened:
    """The fact that an interview was set up."""
    fact = Opened(
        interview="",
        mode="practice",
        framework="apm-2",
        framework_version="2",
        framework_sha256="0" * 64,
        profile="pm",
        profile_title="Project manager",
        candidate="Zoë",
        length="short",
        aspects=(Aspect.APPLICATION,),
        competences=(4, 7, 9),
        titles=("Risk", "Scope", "Quality"),
        requirements=(),
        complexity=None,
        seed=1,
        product="0.1.0",
    )
    return replace(fact, **changes)


def asked(turn: int, text: str = "How did you manage risk?") -> Asked:
    """The fact that a question was put."""
    return Asked(
        turn=turn,
        competence=4,
        aspect=Aspect.APPLICATION,
        complexity=Complexity.SOME,
        question="q-1",
        text=text,
        plainer="",
    )


def conversation() -> list[AnyFact]:
    """A short interview after its first fact."""
    return [
        Briefed(competence=4, text="We begin with risk."),
        asked(1),
        Answered(turn=1, text="I led the workshop.\nWe closed 12 risks."),
        asked(2, "What would you change?"),
        Answered(turn=2, text="Naïve plans — «none»."),
        Reflected(competence=4, text="So far so good."),
        Finished(text="Thank you."),
    ]


def written(folder: Path, *facts: AnyFact, **changes: Any) -> Path:
    """The path of a finished transcript with ``facts`` after the first."""
    with Transcript.create(folder, opened(**changes)) as transcript:
        for fact in facts:
            transcript.append(fact, durable=False)
        return transcript.path


def begun(folder: Path, hours: int, **changes: Any) -> str:
    """The id of an interview that was set up some hours after MOMENT."""
    moment = MOMENT + timedelta(hours=hours)
    with Transcript.create(folder, opened(**changes), now=lambda: moment) as transcript:
        return transcript.id


def whole_lines(path: Path) -> list[bytes]:
    """The lines of a file, each with its newline."""
    return path.read_bytes().splitlines(keepends=True)


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    """A Python process with this checkout's package."""
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )
