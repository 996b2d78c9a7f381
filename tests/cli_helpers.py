"""Runs the command line in a process of its own, as other programs do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# A command line whose reader takes facet words at their word (see toys.py), and which may kill
# itself as a power cut would: KILL_AT says before or after which fact.
_TOY = """
import errno, os, signal, sys
sys.path.insert(0, {tests!r})
from toys import ToyReader
from interviewer import bulk, session
from interviewer.record.transcript import Transcript

session.secrets.randbits = lambda bits: 7  # the same questions each time
session.default_reader = bulk.default_reader = lambda framework: ToyReader()
when, at = os.environ.get("KILL_AT", "never:0").split(":")
append = Transcript.append
write, full_at = os.write, int(os.environ.get("FULL_AT", "0"))
writes = 0

def writing(descriptor, data):
    global writes
    writes += bytes(data).startswith(b'{{"v":')
    if full_at and writes >= full_at:
        raise OSError(errno.ENOSPC, "No space left on device")
    return write(descriptor, data)

os.write = writing

def dying(self, fact, *, durable=True):
    here = len(self.stamped) + 1 == int(at)
    if here and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    stamped = append(self, fact, durable=durable)
    if here and when == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    return stamped

Transcript.append = dying
from interviewer.cli import main
main()
"""


def run(
    arguments: Sequence[str],
    folder: Path,
    typed: str | bytes = "",
    *,
    toy: bool = True,
    kill_at: str = "never:0",
    full_at: int = 0,
) -> subprocess.CompletedProcess[bytes]:
    """Run ``interviewer`` with its transcripts in ``folder`` and ``typed`` on standard input."""
    if toy:
        code = _TOY.format(tests=str(ROOT / "tests"))
        command = [sys.executable, "-c", code, *arguments]
    else:
        command = [sys.executable, "-m", "interviewer", *arguments]
    environment = {**surroundings(folder), "KILL_AT": kill_at, "FULL_AT": str(full_at)}
    data = typed.encode() if isinstance(typed, str) else typed
    return subprocess.run(
        command, input=data, capture_output=True, env=environment, timeout=120, check=False
    )


def run_in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run ``interviewer`` with a shell's own means, such as closed streams."""
    command = f"{sys.executable} -m interviewer {line}"
    return subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        env=surroundings(folder),
        timeout=120,
        check=False,
    )


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a run with its transcripts in ``folder``."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "INTERVIEWER_TRANSCRIPTS": str(folder),
    }
