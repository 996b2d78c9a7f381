"""Which move of the state machine a fact is, in an interview and in a mock assessment alike."""

from __future__ import annotations

from interviewer.engine.flow import Trigger
from interviewer.record import facts
from interviewer.record.facts import AnyFact
from interviewer.record.record import Record


def trigger_of(fact: AnyFact, record: Record) -> Trigger | None:
    """The move that a fact is; None for facts that leave the state as it is."""
    match fact:
        case facts.Briefed() | facts.MethodBegan():
            return Trigger.BRIEF
        case facts.Invited():
            return Trigger.RATE_SELF
        case facts.Asked():
            return Trigger.ASK
        case facts.Probed():
            return Trigger.PROBE
        case facts.Answered():
            return Trigger.SUBMIT
        case facts.Returned(turn=number):
            return Trigger.PROBE if record.turns[number - 1].is_probe else Trigger.ASK
        case facts.Reflected():
            return Trigger.REFLECT
        case facts.Finished():
            return Trigger.FINISH
        case facts.Withdrawn():
            return Trigger.WITHDRAW
        case _:
            return None
