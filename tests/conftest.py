"""Shared pieces: a log in memory, a reader that is told what to find, and a small plan."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests keep what is worked out again from transcripts."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _never_the_users_cache(cache_of_tests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the cache folder of whoever runs it."""
    monkeypatch.setenv("INTERVIEWER_CACHE", str(cache_of_tests))
