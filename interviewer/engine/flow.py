"""The state machine: which moves are legal. One table; the drawing in the README comes from it.

The machine only says whether a move may be made; ``policy`` picks the move, ``interview`` makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from transitions import Machine

from interviewer.record.record import ENDED, State


class Trigger(StrEnum):
    """The moves of an interview."""

    BRIEF = "brief"
    RATE_SELF = "rate_self"
    ASK = "ask"
    SUBMIT = "submit"
    PROBE = "probe"
    REFLECT = "reflect"
    FINISH = "finish"
    WITHDRAW = "withdraw"


class Move(NamedTuple):
    """One row of the table: ``trigger`` leads from any of ``sources`` to ``dest``."""

    trigger: Trigger
    sources: tuple[State, ...]
    dest: State


_TALKING = (State.ASKING, State.PROBING)

TABLE: tuple[Move, ...] = (
    Move(Trigger.BRIEF, (State.READY, State.REFLECTING), State.BRIEFING),
    Move(Trigger.RATE_SELF, (State.BRIEFING,), State.SELF_RATING),
    Move(
        Trigger.ASK,
        (State.SELF_RATING, *_TALKING, State.ASSESSING, State.REFLECTING),
        State.ASKING,
    ),
    Move(Trigger.SUBMIT, _TALKING, State.ASSESSING),
    Move(Trigger.PROBE, (*_TALKING, State.ASSESSING, State.REFLECTING), State.PROBING),
    Move(
        Trigger.REFLECT,
        (State.SELF_RATING, *_TALKING, State.ASSESSING),
        State.REFLECTING,
    ),
    Move(Trigger.FINISH, (State.READY, State.REFLECTING), State.COMPLETE),
    Move(
        Trigger.WITHDRAW,
        tuple(state for state in State if state not in ENDED),
        State.WITHDRAWN,
    ),
)


# A mock assessment: a method is introduced, and nobody rates themselves.
EXAM_TABLE: tuple[Move, ...] = (
    Move(
        Trigger.BRIEF,
        (State.READY, *_TALKING, State.ASSESSING, State.REFLECTING),
        State.BRIEFING,
    ),
    Move(
        Trigger.ASK,
        (State.BRIEFING, *_TALKING, State.ASSESSING, State.REFLECTING),
        State.ASKING,
    ),
    Move(Trigger.SUBMIT, _TALKING, State.ASSESSING),
    Move(Trigger.PROBE, (*_TALKING, State.ASSESSING, State.REFLECTING), State.PROBING),
    Move(Trigger.REFLECT, (*_TALKING, State.ASSESSING), State.REFLECTING),
    Move(
        Trigger.FINISH,
        (State.BRIEFING, *_TALKING, State.ASSESSING, State.REFLECTING),
        State.COMPLETE,
    ),
    Move(
        Trigger.WITHDRAW,
        tuple(state for state in State if state not in ENDED),
        State.WITHDRAWN,
    ),
)


class _Model:
    """What the machine drives; private and empty, so that nothing of ours can shadow a trigger."""

    state: State


class Flow:
    """The machine of one interview, or with ``EXAM_TABLE`` that of a mock assessment."""

    def __init__(self, state: State = State.READY, table: Sequence[Move] = TABLE) -> None:
        self._model = _Model()
        self._machine = Machine(
            model=None,
            states=State,
            transitions=[
                {"trigger": str(m.trigger), "source": list(m.sources), "dest": m.dest}
                for m in table
            ],
            initial=state,
            auto_transitions=False,
        )
        self._machine.add_model(self._model, initial=state)

    @property
    def state(self) -> State:
        """The state that the machine is in."""
        return self._model.state

    def may(self, trigger: Trigger) -> bool:
        """Whether ``trigger`` is legal now."""
        return bool(self._machine.get_transitions(str(trigger), self.state))

    def fire(self, trigger: Trigger) -> None:
        """Make the move.

        Raises:
            transitions.MachineError: it is not legal; ask ``may`` first.
        """
        self._machine.events[str(trigger)].trigger(self._model)


def draw() -> str:
    """The machine as a Mermaid state diagram, made by the library from the same table."""
    from transitions.extensions import GraphMachine

    machine = GraphMachine(
        states=[str(state) for state in State],
        transitions=[
            {"trigger": str(m.trigger), "source": [str(s) for s in m.sources], "dest": str(m.dest)}
            for m in TABLE
        ],
        initial=str(State.READY),
        auto_transitions=False,
        graph_engine="mermaid",
        title="",
    )
    lines = str(machine.get_graph().source).splitlines()
    styling = ("classDef ", "Class ")  # the reader's own theme suits better
    kept = (line.rstrip() for line in lines if not line.strip().startswith((*styling, "---")))
    return "\n".join(line for line in kept if line.strip())
