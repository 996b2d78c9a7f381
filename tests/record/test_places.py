"""Where transcripts are kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interviewer.record import places
from interviewer.record.errors import TranscriptError
from interviewer.record.places import transcripts_folder


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable, a home of our own, and a package that is installed, not checked out."""
    monkeypatch.delenv("INTERVIEWER_TRANSCRIPTS", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(places, "_root", lambda: tmp_path / "site-packages")


def checkout(root: Path, *, with_folder: bool) -> None:
    """Make what looks like a checkout."""
    root.mkdir()
    (root / "pyproject.toml").write_text("")
    (root / ("transcripts" if with_folder else ".git")).mkdir()


def test_the_option_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Before the variable; ``~`` is the home, and the path does not depend on where we go later."""
    monkeypatch.setenv("INTERVIEWER_TRANSCRIPTS", str(tmp_path / "variable"))
    assert transcripts_folder(str(tmp_path / "option")) == tmp_path / "option"
    assert transcripts_folder("~/mine") == tmp_path / "home" / "mine"
    monkeypatch.chdir(tmp_path)
    assert transcripts_folder("here") == tmp_path / "here"


def test_the_variable_comes_second(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Before the checkout; an empty one counts as not set."""
    checkout(tmp_path / "site-packages", with_folder=True)
    monkeypatch.setenv("INTERVIEWER_TRANSCRIPTS", str(tmp_path / "variable"))
    assert transcripts_folder(None) == tmp_path / "variable"
    monkeypatch.setenv("INTERVIEWER_TRANSCRIPTS", "")
    assert transcripts_folder(None) == tmp_path / "site-packages" / "transcripts"


@pytest.mark.parametrize("with_folder", [True, False])
def test_the_checkout_comes_third(tmp_path: Path, with_folder: bool) -> None:
    """Known by its pyproject.toml, with the folder or the repository beside it."""
    checkout(tmp_path / "site-packages", with_folder=with_folder)
    assert transcripts_folder(None) == tmp_path / "site-packages" / "transcripts"


def test_the_users_data_folder_comes_last(tmp_path: Path) -> None:
    """For an installed program; asking makes no folder."""
    folder = transcripts_folder(None)
    assert folder.name == "transcripts" and folder.parent.name == "interviewer"
    assert not folder.exists() and not (tmp_path / "site-packages").exists()
    if sys.platform == "linux":
        assert folder == tmp_path / "home/.local/share/interviewer/transcripts"


@pytest.mark.parametrize("text", ["", "  ", "a\0b"])
def test_no_folder_at_all_is_an_error(text: str) -> None:
    """Personal data is not saved in a place that nobody named."""
    with pytest.raises(TranscriptError, match="--transcripts names no folder"):
        transcripts_folder(text)


def test_a_file_is_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sentence tells which setting to mend."""
    (tmp_path / "file").write_text("")
    with pytest.raises(TranscriptError, match="--transcripts is to be a folder"):
        transcripts_folder(str(tmp_path / "file"))
    monkeypatch.setenv("INTERVIEWER_TRANSCRIPTS", str(tmp_path / "file"))
    with pytest.raises(TranscriptError, match="INTERVIEWER_TRANSCRIPTS is to be a folder"):
        transcripts_folder(None)


def test_this_checkout_is_one() -> None:
    """From here, transcripts go to ``transcripts/``."""
    root = Path(places.__file__).resolve().parents[2]
    code = "from interviewer.record.places import *; print(transcripts_folder(None))"
    environment = {**os.environ, "PYTHONPATH": str(root)}
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    if (root / "pyproject.toml").exists():
        assert Path(said.stdout.strip()) == root / "transcripts"


def test_the_room_imports_nothing_heavy() -> None:
    """All of it without yaml, click, textual, or platformdirs before it is needed."""
    root = Path(places.__file__).resolve().parents[2]
    code = (
        "import sys, interviewer.record.transcript, interviewer.record.library\n"
        "import interviewer.record.draft, interviewer.record.places\n"
        "print({'yaml', 'click', 'textual', 'rich', 'platformdirs', 'sqlite3'} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(root)}
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert said.stdout == "set()\n"
