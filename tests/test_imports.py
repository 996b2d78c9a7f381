"""What is imported when: nobody waits for what they did not ask for."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

HEAVY = {"textual", "rich", "yaml", "transitions", "msgspec", "numpy"}

_WRAPPER = """
import json, sys
{code}
print(json.dumps(sorted(name.partition(".")[0] for name in sys.modules)), file=sys.stderr)
"""


def imported_by(code: str) -> set[str]:
    """The top-level modules that a fresh Python has imported after ``code``."""
    command = [sys.executable, "-c", _WRAPPER.format(code=code)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def imported_by_command(arguments: Sequence[str]) -> set[str]:
    """The top-level modules that ``interviewer`` with ``arguments`` has imported at its end."""
    return imported_by(
        f"from interviewer.cli import main; main({list(arguments)!r}, standalone_mode=False)"
    )


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["start", "--help"], ["assess", "--help"]],
    ids=" ".join,
)
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    """Asking for help or the version imports no interface, no data room and no numbers."""
    assert not imported_by_command(arguments) & HEAVY


def test_the_interface_imports_no_data_room_before_its_first_screen() -> None:
    """Importing the terminal interface brings in Textual, but nothing an interview needs later."""
    imported = imported_by("import interviewer.tui.app")
    assert "textual" in imported
    assert not imported & {"yaml", "transitions", "msgspec", "numpy"}


@pytest.mark.parametrize("module", ["session", "plain", "bulk", "engine.interview"])
def test_only_the_terminal_interface_imports_textual(module: str) -> None:
    """Line mode, bulk rating and the engine run without Textual ever being imported."""
    assert not imported_by(f"import interviewer.{module}") & {"textual", "rich"}
