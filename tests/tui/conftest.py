"""A small framework on disk, and the app under a pilot."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import toy_frameworks
from driving import Desk


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same time zone and the same looks on every machine."""
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.delenv("NO_COLOR", raising=False)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def frameworks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy frameworks folder."""
    return toy_frameworks.write(tmp_path_factory.mktemp("frameworks"))


@pytest.fixture
def desk(tmp_path: Path, frameworks: Path) -> Desk:
    """Empty transcripts and the toy framework."""
    return Desk(tmp_path / "transcripts", frameworks)
