"""The state machine and its drawing."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from transitions import MachineError

from interviewer.engine.flow import TABLE, Flow, Trigger
from interviewer.record.record import State

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("trigger", Trigger)
def test_a_move_is_legal_exactly_where_the_table_says(state: State, trigger: Trigger) -> None:
    """``may`` agrees with the table, and with what the machine then does."""
    rows = [move for move in TABLE if move.trigger is trigger and state in move.sources]
    flow = Flow(state)
    assert flow.may(trigger) is bool(rows)
    if rows:
        flow.fire(trigger)
        assert flow.state is rows[0].dest
    else:
        with pytest.raises(MachineError):
            flow.fire(trigger)
        assert flow.state is state


def test_each_move_has_one_destination() -> None:
    """No trigger stands twice in the table, so a move is never a matter of order."""
    assert len({move.trigger for move in TABLE}) == len(TABLE)


def test_the_drawing_in_the_readme_is_fresh() -> None:
    """The README shows the machine as it is; scripts/draw_flow mends it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    tool = runpy.run_path(str(ROOT / "scripts" / "draw_flow"))
    assert tool["with_drawing"](text) == text


@pytest.mark.parametrize(
    "room", ["engine.interview", "session", "plain", "bulk", "cli", "review.text"]
)
def test_no_room_but_the_interface_loads_textual(room: str) -> None:
    """Importing anything else in a fresh process leaves textual out."""
    code = f"import interviewer.{room}, sys; sys.exit('textual' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert done.returncode == 0
