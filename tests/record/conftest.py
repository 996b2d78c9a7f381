"""A folder for transcripts, one transcript that is open, and other programs that have one open."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from record_samples import Holding, opened, python

from interviewer.record.transcript import Transcript

_HOLD = """
import sys
from pathlib import Path
from interviewer.record.transcript import Transcript
transcript = Transcript.open(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "data" / "transcripts"


@pytest.fixture
def transcript(folder: Path) -> Iterator[Transcript]:
    """A transcript with only its first fact."""
    with Transcript.create(folder, opened()) as transcript:
        yield transcript


@pytest.fixture
def holding() -> Iterator[Holding]:
    """Starts another process and returns it once it has an interview open."""
    processes: list[subprocess.Popen[str]] = []

    def start(folder: Path, interview: str) -> subprocess.Popen[str]:
        process = python(_HOLD, str(folder), interview)
        processes.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()
