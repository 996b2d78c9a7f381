"""The practice interview that is under way: commands come in, facts go out."""

from __future__ import annotations

from collections.abc import Iterable

from interviewer.assessor.assess import check_quotes
from interviewer.domain import (
    Act,
    Aspect,
    Assessment,
    Exchange,
    Prompt,
)
from interviewer.engine import asides, dialogue, policy, wording
from interviewer.engine.flow import Flow
from interviewer.engine.plan import Plan
from interviewer.engine.steps import facts_of, returned
from interviewer.engine.talk import Log, NotAllowed, Outcome, Pending, Talk
from interviewer.record import facts
from interviewer.record.facts import AnyFact
from interviewer.record.record import State, Turn, fold

# What is heard while the candidate is asked to rate themselves; anything else is asked again.
_HEARD_BEFORE_RATING = (
    Act.CLARIFY, Act.REPEAT, Act.HELP, Act.PAUSE, Act.STOP, Act.DISTRESS, Act.BACK,
)  # fmt: skip

# Facts after which something may be lost are synced to the disk; the rest follow with the next one.
_DURABLE = (
    facts.Opened,
    facts.SelfRated,
    facts.Answered,
    facts.Remarked,
    facts.Assessed,
    facts.AssessmentFailed,
    facts.Skipped,
    facts.Rated,
    facts.Reflected,
    facts.Misread,
    facts.Finished,
    facts.Withdrawn,
)


class Interview(Talk):
    """An interview that is under way, from its plan and its log."""

    def __init__(self, plan: Plan, log: Log) -> None:
        """Take up the interview where the log stands, and let the interviewer go on.

        Raises:
            ValueError: the log is empty or does not begin with ``Opened``.
        """
        record = fold(log.stamped)
        if record is None:
            raise ValueError("an interview begins with the fact that it was opened")
        super().__init__(log, record, Flow(record.state))
        self.plan = plan
        self._advance()

    def pending(self) -> Pending | None:
        """The answer that waits to be read, if there is one."""
        turn = self._record.turn
        if self.state is not State.ASSESSING or turn is None or turn.is_read:
            return None
        if turn.answer is None:
            raise AssertionError("an answer is being assessed that is not there")
        earlier = [t for t in self._record.thread(turn.thread) if t.number < turn.number]
        prompt = Prompt(
            competence=self.plan.competence(turn.competence),
            aspect=turn.aspect,
            question=turn.text,
            earlier=tuple(Exchange(question=t.text, answer=t.answer) for t in earlier if t.answer),
            insisted=turn.insisted,
        )
        return Pending(turn=turn.number, answer=turn.answer_seq, prompt=prompt, text=turn.answer)

    # --- what the candidate can do ---

    def say(self, text: str) -> Outcome:
        """Take a turn as typed: find out what it is, and do it.

        Raises:
            NotAllowed: it makes no sense now.
            UnknownCommand: it is a /command that does not exist.
        """
        found = dialogue.command(text)
        if found:
            return self._command(*found)
        if not text.strip():
            raise NotAllowed("There is nothing in the box yet.")
        if self.state is State.SELF_RATING:
            return self._said_about_self(text)
        if self.state is State.REFLECTING:
            return self._said_at_results(text)
        turn = self._turn_awaiting("answer")
        last = self._log.stamped[-1].fact
        if isinstance(last, facts.Remarked):
            settled = self._after_remark(last, text)
            if settled:
                return settled
        if dialogue.asks_how_far(text):
            return self._say_how_far(text)
        heard = dialogue.heard(text, turn.text)
        if not heard.sure:
            return self._ask_whether_answer(heard.act, text)
        return self.answer(text) if heard.act is Act.ANSWER else self.act(heard.act, text)

    def answer(self, text: str, *, insisted: bool = False) -> Outcome:
        """Give ``text`` as the answer to the question that stands.

        Args:
            insisted: it was sent before and taken for something else; now it is an answer.

        Raises:
            NotAllowed: no question stands, or the text is empty.
        """
        turn = self._turn_awaiting("answer")
        if not text.strip():
            raise NotAllowed("There is nothing in the box yet.")
        self._emit(facts.Answered(turn=turn.number, text=text, insisted=insisted))
        return Outcome(act=Act.ANSWER)

    def rate_self(self, application: int | None, knowledge: int | None, text: str = "") -> Outcome:
        """Set the self-rating of the competence (1 to 5; None: not said); ``text`` as typed.

        Raises:
            NotAllowed: it is not asked for now, or a level is out of range.
        """
        if self.state is not State.SELF_RATING or not self._record.awaiting:
            raise NotAllowed("Where you put yourself is asked before the first question.")
        for level in (application, knowledge):
            if level is not None and not 1 <= level <= 5:
                raise NotAllowed("A self-rating is a number from 1 to 5.")
        self._emit(
            facts.SelfRated(
                competence=self._competence(),
                application=application,
                knowledge=knowledge,
                text=text,
            )
        )
        self._advance()
        return Outcome(act=Act.ANSWER)

    def act(self, act: Act, text: str = "", *, later: bool = False) -> Outcome:
        """Do something else than answer; ``text`` is what was typed, if anything.

        Args:
            later: of a skip: come back to it before the competence ends.

        Raises:
            NotAllowed: it makes no sense now.
        """
        if not self._record.awaiting or self.state is State.REFLECTING:
            raise NotAllowed(self._why_not())
        if act is Act.ANSWER:
            raise NotAllowed("An answer is given with its text.")
        later = later or dialogue.wants_later(text)
        for fact in asides.facts_of(act, text, self.plan, self._record, later=later):
            self._emit(fact)
        self._advance()
        return Outcome(act=act)

    def go_on(self) -> None:
        """Leave the results of a competence for the next one, or the end.

        Raises:
            NotAllowed: no results are being looked at.
        """
        if self.state is not State.REFLECTING:
            raise NotAllowed(self._why_not())
        self._perform(policy.after_competence(self.plan, self._record))
        self._advance()

    def try_again(self, aspect: Aspect) -> None:
        """Ask another question on the competence whose results are being looked at.

        Raises:
            NotAllowed: no results are being looked at, or the aspect is not part of the interview.
        """
        if self.state is not State.REFLECTING or aspect not in self.plan.aspects:
            raise NotAllowed("You can try again when a competence's results are shown.")
        step = policy.another_question(self.plan, self._record, self._competence(), aspect)
        if step is None:
            raise NotAllowed("There is no question to try again with.")
        self._perform(step)

    def misread(self, aspect: Aspect, reason: str) -> None:
        """Note that the candidate finds an aspect of the results misread, and why.

        The rating stays as it is; whoever reviews the interview sees the reason.

        Raises:
            NotAllowed: no results are being looked at, the aspect is not part of the interview, or
                no reason is given.
        """
        if self.state is not State.REFLECTING or aspect not in self.plan.aspects:
            raise NotAllowed("You can say what was misread when a competence's results are shown.")
        if not reason.strip():
            raise NotAllowed("Say in a few words what was misread, so that it can be checked.")
        self._emit(facts.Misread(competence=self._competence(), aspect=aspect, reason=reason))

    def back(self, turn: int | None = None) -> None:
        """Go back to an earlier turn of this competence and answer it again; the latest by default.

        Raises:
            NotAllowed: there is no such turn with an answer in this competence.
        """
        if self.state not in (State.ASKING, State.PROBING, State.REFLECTING):
            raise NotAllowed(self._why_not())
        earlier = asides.turn_to_go_back_to(self._record, turn)
        if earlier is None:
            raise NotAllowed(wording.NOTHING_TO_GO_BACK_TO)
        self._emit(returned(earlier))

    def withdraw(self, reason: str = "") -> None:
        """End the interview for good.

        Raises:
            NotAllowed: it has ended already.
        """
        self._emit(facts.Withdrawn(reason=reason, text=wording.withdrawn()))

    # --- what the reader brings ---

    def receive(self, pending: Pending, assessment: Assessment) -> bool:
        """Take the assessment of an answer.

        Returns:
            False when it is stale: the answer was superseded, or the interview ended meanwhile.

        Raises:
            ReaderError: a quote is not verbatim; nothing was written.
        """
        if not self._is_current(pending):
            return False
        check_quotes(pending.text, assessment.evidence)
        self._emit(facts.Assessed(turn=pending.turn, answer=pending.answer, assessment=assessment))
        self._advance()
        return True

    # --- inside ---

    def _competence(self) -> int:
        if self._record.competence is None:
            raise NotAllowed("The interview has not begun.")
        return self._record.competence

    def _turn_awaiting(self, what: str) -> Turn:
        turn = self._record.turn
        talking = self.state in (State.ASKING, State.PROBING)
        if not (talking and self._record.awaiting and turn):
            raise NotAllowed(self._why_not())
        return turn

    def _why_not(self) -> str:
        match self.state:
            case State.ASSESSING:
                return "Your last answer is still being read; one moment."
            case State.REFLECTING:
                return "These are the results; go on, try again, or go back."
            case State.COMPLETE | State.WITHDRAWN:
                return "This interview has ended."
            case State.SELF_RATING:
                return "First, where would you put yourself?"
            case _:
                return "That can't be done just now."

    def _say_how_far(self, text: str) -> Outcome:
        number = self._competence()
        left = policy.questions_left(self.plan, self._record, number)
        planned = [competence.number for competence in self.plan.competences]
        reply = wording.progress(planned.index(number) + 1, len(planned), left)
        return self._remark(Act.HELP, text, reply)

    def _said_at_results(self, text: str) -> Outcome:
        act = dialogue.act_of(text, "")
        if act is Act.SKIP:
            self.go_on()
        elif act is Act.BACK:
            self.back()
        else:
            return self._remark(act, text, wording.AT_RESULTS)
        return Outcome(act=act)

    def _command(self, name: str, act: Act) -> Outcome:
        if name == "withdraw":
            self.withdraw()
            return Outcome(act=Act.STOP, leave=True)
        if act is Act.PAUSE:
            return Outcome(act=act, leave=True)  # all is on disk already: leaving is pausing
        if self.state is State.REFLECTING:
            return self._command_at_results(act)
        return self.act(act, later=name == "later")

    def _command_at_results(self, act: Act) -> Outcome:
        match act:
            case Act.SKIP:
                self.go_on()
            case Act.BACK:
                self.back()
            case Act.HELP | Act.REPEAT | Act.CLARIFY:
                pass  # the results stay where they are
            case _:
                raise NotAllowed(self._why_not())
        return Outcome(act=act)

    def _said_about_self(self, text: str) -> Outcome:
        levels = dialogue.self_rating(text, self.plan.aspects, self.plan.scale)
        if levels:
            own = (levels.get(Aspect.APPLICATION), levels.get(Aspect.KNOWLEDGE))
            return self.rate_self(*own, text)
        half = dialogue.half_a_self_rating(text, self.plan.aspects, self.plan.scale)
        act = dialogue.act_of(text, "")
        if act in _HEARD_BEFORE_RATING and not (half and dialogue.declines(text)):
            return self.act(act, text)
        if dialogue.declines(text):
            return self.rate_self(half.get(Aspect.APPLICATION), half.get(Aspect.KNOWLEDGE), text)
        return self._remark(act, text, wording.self_rating_unclear(self.plan.aspects))

    def _advance(self) -> None:
        self._come_to_rest(lambda: policy.decide(self.plan, self._record))

    def _facts_of(self, step: policy.Step) -> Iterable[AnyFact]:
        return facts_of(step, self.plan, self._record)

    def _is_durable(self, fact: AnyFact) -> bool:
        return isinstance(fact, _DURABLE)
