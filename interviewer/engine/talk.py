"""What a practice interview and a mock assessment have in common: a log, and a machine over it.

Each command is either legal, and then its facts are on disk before it returns, or it raises
``NotAllowed`` and leaves no trace. The front end shows the fold of the facts; it decides nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from interviewer.domain import Act, InterviewerError, Prompt, Value
from interviewer.engine import dialogue, wording
from interviewer.engine.flow import Flow
from interviewer.engine.policy import Step, Wait
from interviewer.engine.triggers import trigger_of
from interviewer.record import facts
from interviewer.record.facts import AnyFact, Stamped
from interviewer.record.record import Record, State, apply

_MAX_STEPS = 50  # far above what one command can cause; stops a policy that would not wait

# Turns after which the candidate may only want to say that they are back.
_AWAY = (Act.PAUSE, Act.DISTRESS, Act.STOP)


class NotAllowed(InterviewerError):
    """A command that makes no sense now; nothing was written."""


class Log(Protocol):
    """Where facts are kept; ``append`` returns only when the fact is safe."""

    @property
    def stamped(self) -> Sequence[Stamped]:
        """All facts, in order."""
        ...

    def append(self, fact: AnyFact, *, durable: bool = True) -> Stamped:
        """Keep one more fact.

        Raises:
            InterviewerError: it could not be kept; nothing has changed.
        """
        ...


class Pending(Value, frozen=True, kw_only=True):
    """An answer that waits to be read: pass it to ``assess`` and bring the result back."""

    turn: int
    answer: int
    prompt: Prompt
    text: str


class Outcome(Value, frozen=True, kw_only=True):
    """What became of a turn. ``leave``: the candidate asked to leave, in so many words."""

    act: Act
    leave: bool = False


class Talk(ABC):
    """A conversation that is under way, from its log."""

    def __init__(self, log: Log, record: Record, flow: Flow) -> None:
        """Take up the conversation where ``record``, the fold of the log, stands."""
        self._log = log
        self._record = record
        self._flow = flow

    @property
    def record(self) -> Record:
        """The fold of all facts so far."""
        return self._record

    @property
    def stamped(self) -> Sequence[Stamped]:
        """All facts so far."""
        return self._log.stamped

    @property
    def state(self) -> State:
        """The state of the machine (always that of the record)."""
        return self._flow.state

    @abstractmethod
    def pending(self) -> Pending | None:
        """The answer that waits to be read, if there is one."""

    @abstractmethod
    def answer(self, text: str, *, insisted: bool = False) -> Outcome:
        """Give ``text`` as the answer to the question that stands."""

    @abstractmethod
    def act(self, act: Act, text: str = "", *, later: bool = False) -> Outcome:
        """Do something else than answer; ``text`` is what was typed, if anything."""

    def fail(self, pending: Pending, reason: str) -> bool:
        """Note that the reader failed; the answer stays, not rated. False when stale."""
        if not self._is_current(pending):
            return False
        self._emit(facts.AssessmentFailed(turn=pending.turn, answer=pending.answer, reason=reason))
        self._advance()
        return True

    # --- inside ---

    @abstractmethod
    def _advance(self) -> None:
        """Let the interviewer go on until the word is with the candidate or the reader."""

    @abstractmethod
    def _facts_of(self, step: Step) -> Iterable[AnyFact]:
        """The facts that take a step of the policy."""

    @abstractmethod
    def _is_durable(self, fact: AnyFact) -> bool:
        """Whether ``fact`` is synced to the disk at once; if not, it follows with the next one."""

    @abstractmethod
    def _why_not(self) -> str:
        """Why something can't be done now, in a sentence for the candidate."""

    def _is_current(self, pending: Pending) -> bool:
        now = self.pending()
        return now is not None and (now.turn, now.answer) == (pending.turn, pending.answer)

    def _after_remark(self, last: facts.Remarked, text: str) -> Outcome | None:
        """Do what a turn means because of the remark just before it, if it means more by that."""
        meant = dialogue.meant_after(last.act, last.text, text, _AWAY, unsure=last.unsure)
        match meant:
            case dialogue.Meant.ANSWER_BEFORE:
                return self.answer(last.text, insisted=True)
            case dialogue.Meant.NO_ANSWER_BEFORE:
                return self.act(last.act, last.text)
            case dialogue.Meant.ANSWER:
                return self.answer(text, insisted=True)
            case dialogue.Meant.BACK:
                return self._after_being_away(last.act, text)
        return None

    def _after_being_away(self, away: Act, text: str) -> Outcome:
        """The candidate is back: say the question again, or how to end for good if they agree."""
        if away is Act.STOP and dialogue.agrees(text):
            return self._remark(Act.STOP, text, wording.END_FOR_GOOD)
        return self.act(Act.REPEAT, text)

    def _ask_whether_answer(self, act: Act, text: str) -> Outcome:
        """Neither an answer nor anything else is likely enough: ask, and rate nothing."""
        reply = wording.WAS_THAT_YOUR_ANSWER
        self._emit(facts.Remarked(act=act, text=text, reply=reply, unsure=True))
        return Outcome(act=act)

    def _remark(self, act: Act, text: str, reply: str) -> Outcome:
        self._emit(facts.Remarked(act=act, text=text, reply=reply))
        return Outcome(act=act)

    def _come_to_rest(self, decide: Callable[[], Step]) -> None:
        """Take the steps that a policy decides on until it waits."""
        for _ in range(_MAX_STEPS):
            step = decide()
            if isinstance(step, Wait):
                return
            self._perform(step)
        raise AssertionError("the policy does not come to rest")

    def _perform(self, step: Step) -> None:
        for fact in self._facts_of(step):
            self._emit(fact)

    def _emit(self, fact: AnyFact) -> None:
        """Check that ``fact`` is legal, keep it, and only then let record and machine follow."""
        signed = self._record.review.signed_off
        if signed:
            raise NotAllowed(
                f"{signed.mentor} has signed this interview off; only a mentor can reopen it."
            )
        trigger = trigger_of(fact, self._record)
        if trigger and not self._flow.may(trigger):
            raise NotAllowed(self._why_not())
        stamped = self._log.append(fact, durable=self._is_durable(fact))
        self._record = apply(self._record, stamped)
        if trigger:
            self._flow.fire(trigger)
