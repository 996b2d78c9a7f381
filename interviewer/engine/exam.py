"""The mock assessment that is under way: commands in, facts out; the exam's ``Interview``.

The clock runs while the candidate has the word: not while an answer is read, and not while paused.
It comes from a monotonic source that is handed over, so that nothing the machine's own clock does
gains or loses time; what was used is noted with each turn, so that a crash costs nobody anything.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from interviewer.assessor.assess import check_quotes
from interviewer.assessor.bare import says_nothing
from interviewer.domain import MIN_LEVEL, Act, Assessment, ExamKind, Exchange, Prompt, Value
from interviewer.engine import asides, dialogue, exam_policy, exam_wording, wording
from interviewer.engine.credit import credited
from interviewer.engine.exam_plan import ExamPlan
from interviewer.engine.exam_policy import standing
from interviewer.engine.exam_steps import facts_of, is_answered_piece, piece_of
from interviewer.engine.flow import EXAM_TABLE, Flow
from interviewer.engine.policy import Step
from interviewer.engine.report import read_report
from interviewer.engine.steps import returned
from interviewer.engine.talk import Log, NotAllowed, Outcome, Pending, Talk
from interviewer.record import facts
from interviewer.record.facts import AnyFact, Document, Tick
from interviewer.record.record import Phase, State, Turn, fold

Clock = Callable[[], float]

_STOPS_THE_CLOCK = (Act.PAUSE, Act.DISTRESS)
# What is heard when a piece of the portfolio was asked for; anything else names one, or none.
_HEARD_AT_PIECE = (
    Act.CLARIFY, Act.REPEAT, Act.HELP, Act.PAUSE, Act.STOP, Act.DISTRESS, Act.RATING_QUERY,
)  # fmt: skip
_NAMES_NONE = (Act.SKIP, Act.DONT_KNOW)
_NOT_DURABLE = (facts.MethodBegan, facts.Asked, facts.Probed, facts.Clocked)


class Timing(Value, frozen=True, kw_only=True):
    """The clock as a front end shows it, in milliseconds. ``limit`` None: as long as it takes.

    ``over``: no more questions. ``spent``: what is allowed to finish the last answer is over too.
    """

    part: str
    used: int
    limit: int | None
    extra: int
    running: bool

    @property
    def over(self) -> bool:
        """Whether the time for questions, or for the presentation, is over."""
        return self.limit is not None and self.used >= self.limit

    @property
    def spent(self) -> bool:
        """Whether even the extra time is."""
        return self.limit is not None and self.used > self.limit + self.extra

    def __str__(self) -> str:
        return exam_wording.clock(self.used, self.limit)


class Exam(Talk):
    """A mock assessment, from its plan and its log."""

    def __init__(self, plan: ExamPlan, log: Log, clock: Clock = time.monotonic) -> None:
        """Take up the mock assessment where the log stands.

        Raises:
            ValueError: the log is empty or does not begin with ``Opened``.
        """
        record = fold(log.stamped)
        if record is None:
            raise ValueError("a mock assessment begins with the fact that it was opened")
        super().__init__(log, record, Flow(record.state, EXAM_TABLE))
        self.plan = plan
        self._clock = clock
        self._mark: float | None = None
        self._make_up_credit()
        if standing(record).phase in (Phase.QUESTIONS, Phase.PRESENTING) and not record.ended:
            self._start_clock()
            self._note_time(Tick.WENT_ON)
        self._advance()

    # --- what there is to see ---

    @property
    def phase(self) -> Phase:
        """Where the method at hand stands."""
        return standing(self._record).phase

    @property
    def timing(self) -> Timing:
        """The clock, as it stands at this moment."""
        exam = standing(self._record)
        terms = self.plan.terms
        if exam.phase in (Phase.PRESENTATION, Phase.PRESENTING):
            limit: int | None = terms.method(exam.method).presentation_minutes * 60_000
            extra = 0
        else:
            limit = self.plan.limit(exam.method) if exam.method else None
            extra = self.plan.extra(exam.method) if exam.method else 0
        return Timing(
            part=exam.part,
            used=exam.used_now + self._since_mark(),
            limit=limit,
            extra=extra,
            running=self._mark is not None,
        )

    def pending(self) -> Pending | None:
        """The answer that waits to be read, if there is one."""
        turn = self._record.turn
        if self.state is not State.ASSESSING or turn is None or turn.is_read or turn.piece:
            return None
        if turn.answer is None:
            raise AssertionError("an answer is being assessed that is not there")
        earlier = [
            t
            for t in self._record.thread(turn.thread)
            if t.number < turn.number and t.answer and not t.piece
        ]
        prompt = Prompt(
            competence=self.plan.themes[turn.competence - 1],
            aspect=turn.aspect,
            question=turn.text,
            earlier=tuple(Exchange(question=t.text, answer=t.answer or "") for t in earlier),
            insisted=turn.insisted,
        )
        return Pending(turn=turn.number, answer=turn.answer_seq, prompt=prompt, text=turn.answer)

    # --- before the questions ---

    def hand_in(self, document: Document, text: str, name: str = "") -> None:
        """Take the report, or the outline of the presentation (an empty one: there is none).

        Raises:
            NotAllowed: it is not its time, or the report is empty.
        """
        awaited = {Phase.REPORT: Document.REPORT, Phase.OUTLINE: Document.OUTLINE}.get(self.phase)
        if document is not awaited:
            raise NotAllowed(self._why_not())
        if document is Document.REPORT:
            report = read_report(text)
            if not report.words:
                raise NotAllowed("There is nothing in it that I can read as a report.")
            reply = exam_wording.handed_in(report.words, len(report.places))
        else:
            reply = exam_wording.outline_taken(bool(text.strip()))
        self._emit(facts.HandedIn(document=document, name=name, text=text, reply=reply))

    def begin(self) -> None:
        """The candidate is ready: start the clock of the presentation, or of the questions.

        Raises:
            NotAllowed: it is not time for that.
        """
        if self.phase not in (Phase.PRESENTATION, Phase.READY):
            raise NotAllowed(self._why_not())
        self._start_clock()
        self._note_time(Tick.BEGUN)
        self._advance()

    def end_presentation(self, notes: str = "") -> None:
        """The presentation is over; ``notes`` are what was typed of it, if anything.

        Raises:
            NotAllowed: nobody is presenting.
        """
        if self.phase is not Phase.PRESENTING:
            raise NotAllowed(self._why_not())
        self._note_time(Tick.ENDED, running=False)
        exam = standing(self._record)
        allowed = self.plan.terms.method(exam.method).presentation_minutes
        self._emit(
            facts.Presented(notes=notes, reply=exam_wording.presented(exam.used_now, allowed))
        )

    # --- what the candidate can do ---

    def say(self, text: str) -> Outcome:
        """Take a turn as typed: find out what it is, and do it.

        Before the questions of a method any words say that the candidate is ready.

        Raises:
            NotAllowed: it makes no sense now.
            UnknownCommand: it is a /command that does not exist.
        """
        found = dialogue.command(text)
        if found:
            return self._command(*found)
        if not text.strip():
            raise NotAllowed("There is nothing in the box yet.")
        if self.phase is not Phase.QUESTIONS:
            return self._said_before_questions(text)
        if self.state is State.REFLECTING:
            return self._said_at_feedback(text)
        turn = self._turn_awaiting()
        last = self._last_remark()
        was_stopped = self._mark is None
        self._go_on_with_clock()
        if turn.piece:
            return self._said_of_piece(turn, text)
        settled = self._after_remark(last, text) if last else None
        if settled:
            return settled
        if dialogue.asks_how_far(text):
            return self._say_how_far(text)
        if says_nothing(text):
            return self._said_nothing(turn, text)
        heard = dialogue.heard(text, turn.text)
        if not heard.sure:
            return self._ask_whether_answer(heard.act, text)
        act = heard.act
        if was_stopped and act is Act.SMALLTALK:
            act = Act.REPEAT
        return self.answer(text) if act is Act.ANSWER else self.act(act, text)

    def answer(self, text: str, *, insisted: bool = False) -> Outcome:
        """Give ``text`` as the answer to the question that stands.

        After the extra time it is kept, and not read.

        Raises:
            NotAllowed: no question stands, or the text is empty.
        """
        turn = self._turn_awaiting()
        if not text.strip():
            raise NotAllowed("There is nothing in the box yet.")
        self._go_on_with_clock()
        self._note_time(Tick.TURN)
        late = self.timing.spent
        self._stop_clock()
        self._emit(facts.Answered(turn=turn.number, text=text, insisted=insisted, late=late))
        self._advance()
        return Outcome(act=Act.ANSWER)

    def time_up(self, text: str) -> None:
        """The extra time has run out: what was typed in time is the answer, if it is anything.

        Raises:
            NotAllowed: the time is not up, or no question stands.
        """
        turn = self._turn_awaiting()
        timing = self.timing
        if not timing.spent or timing.limit is None:
            raise NotAllowed("There is still time.")
        self._stop_clock()
        most = timing.limit + timing.extra
        self._emit(
            facts.Clocked(
                part=timing.part, used=most, running=False, why=Tick.TURN, text=exam_wording.TIME_UP
            )
        )
        if text.strip():
            self._emit(facts.Answered(turn=turn.number, text=text))
        else:
            self._emit(facts.Skipped(turn=turn.number, later=False, reason="out of time"))
        self._advance()

    def act(self, act: Act, text: str = "", *, later: bool = False) -> Outcome:
        """Do something else than answer; ``text`` is what was typed, if anything.

        Args:
            later: of a skip: come back to it before the method ends.

        Raises:
            NotAllowed: it makes no sense now.
        """
        if act is Act.ANSWER:
            raise NotAllowed("An answer is given with its text.")
        turn = self._turn_awaiting()
        self._go_on_with_clock()
        self._note_time(Tick.TURN)
        later = (later or dialogue.wants_later(text)) and not turn.piece
        for fact in self._aside(act, text, turn, later=later):
            self._emit(fact)
        if act in _STOPS_THE_CLOCK:
            self.pause()
        self._advance()
        return Outcome(act=act)

    def _aside(self, act: Act, text: str, turn: Turn, *, later: bool) -> Sequence[AnyFact]:
        """The facts of ``act``; going back reaches to any theme of this method."""
        earlier = exam_policy.turn_to_go_back_to(self._record)
        if act is Act.BACK and earlier is not None:
            said = [facts.Remarked(act=act, text=text, reply="")] if text else []
            return [*said, returned(earlier)]
        found = asides.at_turn(act, text, turn, self._record, later=later)
        return [_in_exam(fact) for fact in found]

    def pause(self) -> None:
        """Stop the clock, and note that; nothing happens where it is not running."""
        if self._mark is not None:
            self._note_time(Tick.PAUSED, running=False)
            self._stop_clock()

    def go_on(self) -> None:
        """Rehearsing: leave the feedback for the next question, or the end.

        Raises:
            NotAllowed: no feedback is being looked at.
        """
        if self.state is not State.REFLECTING:
            raise NotAllowed(self._why_not())
        self._perform(exam_policy.next_question(self.plan, self._record))
        self._advance()

    def finish(self) -> None:
        """Rehearsing: end it here.

        Raises:
            NotAllowed: it is an exam, which goes on to its end, or it has ended.
        """
        if self.plan.terms.kind is ExamKind.EXAM or self._record.ended:
            raise NotAllowed(self._why_not())
        self.pause()
        self._perform(exam_policy.FinishExam())

    def back(self, turn: int | None = None) -> None:
        """Go back to an earlier turn of this method and answer it again; the latest by default.

        Raises:
            NotAllowed: there is no such turn with an answer in this method.
        """
        if self.state not in (State.ASKING, State.PROBING, State.REFLECTING):
            raise NotAllowed(self._why_not())
        earlier = exam_policy.turn_to_go_back_to(self._record, turn)
        if earlier is None:
            raise NotAllowed(wording.NOTHING_TO_GO_BACK_TO)
        self._go_on_with_clock()
        self._emit(returned(earlier))

    def withdraw(self, reason: str = "") -> None:
        """End the mock assessment for good.

        Raises:
            NotAllowed: it has ended already.
        """
        if self._record.ended:
            raise NotAllowed(self._why_not())
        self.pause()
        self._emit(facts.Withdrawn(reason=reason, text=wording.withdrawn()))

    # --- what the reader brings ---

    def receive(
        self, pending: Pending, assessment: Assessment, beside: Assessment | None = None
    ) -> bool:
        """Take the assessment of an answer, and how it reads for the other aspect.

        Returns:
            False when it is stale: the answer was superseded, or it all ended meanwhile.

        Raises:
            ReaderError: a quote is not verbatim; nothing was written.
        """
        if not self._is_current(pending):
            return False
        for each in (assessment, *([beside] if beside else [])):
            check_quotes(pending.text, each.evidence)
        if says_nothing(pending.text):
            assessment, beside = _without_evidence(assessment), None
        self._emit(
            facts.Assessed(
                turn=pending.turn, answer=pending.answer, assessment=assessment, beside=beside
            )
        )
        self._credit(self._record.turns[pending.turn - 1])
        self._advance()
        return True

    # --- the clock ---

    def _since_mark(self) -> int:
        """Milliseconds since the clock was last noted; a source that runs backwards gives none."""
        return 0 if self._mark is None else max(0, int((self._clock() - self._mark) * 1000))

    def _start_clock(self) -> None:
        if self._mark is None:
            self._mark = self._clock()

    def _stop_clock(self) -> None:
        self._mark = None

    def _go_on_with_clock(self) -> None:
        if self._mark is None:
            self._start_clock()
            self._note_time(Tick.WENT_ON)

    def _note_time(self, why: Tick, *, running: bool = True) -> None:
        exam = standing(self._record)
        passed = self._since_mark()
        tick = facts.Clocked(part=exam.part, used=exam.used_now + passed, running=running, why=why)
        self._emit(tick)
        if self._mark is not None:  # what is less than a millisecond is not lost
            now = self._clock()
            self._mark = now if now < self._mark else self._mark + passed / 1000
        if not running:
            self._stop_clock()

    # --- inside ---

    def _turn_awaiting(self) -> Turn:
        turn = self._record.turn
        talking = self.state in (State.ASKING, State.PROBING) and self.phase is Phase.QUESTIONS
        if not (talking and self._record.awaiting and turn):
            raise NotAllowed(self._why_not())
        return turn

    def _last_remark(self) -> facts.Remarked | None:
        """What was said just before, if it was no answer; the clock's own facts aside."""
        for item in reversed(self._log.stamped):
            if not isinstance(item.fact, facts.Clocked):
                return item.fact if isinstance(item.fact, facts.Remarked) else None
        return None

    def _why_not(self) -> str:
        if self._record.ended:
            return "This mock assessment has ended."
        match self.phase:
            case Phase.REPORT:
                return "First, your report."
            case Phase.OUTLINE:
                return "First, the outline of your presentation, or none."
            case Phase.PRESENTATION | Phase.READY:
                return "The clock starts when you say that you're ready."
            case Phase.PRESENTING:
                return "You're presenting; say when you have finished."
        if self.state is State.ASSESSING:
            return "Your last answer is still being read; one moment."
        if self.state is State.REFLECTING:
            return "This is what was heard; go on, go back, or end it here."
        return "That can't be done just now."

    def _said_before_questions(self, text: str) -> Outcome:
        if self.phase in (Phase.PRESENTATION, Phase.READY):
            self.begin()
        elif self.phase is Phase.PRESENTING:
            self.end_presentation(text)
        else:
            raise NotAllowed(self._why_not())
        return Outcome(act=Act.ANSWER)

    def _said_at_feedback(self, text: str) -> Outcome:
        act = dialogue.act_of(text, "")
        match act:
            case Act.SKIP:
                self.go_on()
            case Act.BACK:
                self.back()
            case _:
                self._emit(facts.Remarked(act=act, text=text, reply=self._why_not()))
        return Outcome(act=act)

    def _said_nothing(self, turn: Turn, text: str) -> Outcome:
        """A bare "none". A follow-up may well be answered so; to a question it is nothing yet."""
        return self.answer(text) if turn.is_probe else self.act(Act.DONT_KNOW, text)

    def _said_of_piece(self, turn: Turn, text: str) -> Outcome:
        act = dialogue.act_of(text, turn.text)
        return self.act(act, text) if act in _HEARD_AT_PIECE else self.answer(text)

    def _say_how_far(self, text: str) -> Outcome:
        self._note_time(Tick.TURN)
        method = standing(self._record).method
        heads = [t for t in self._record.turns if t.method == method and not t.is_probe]
        left = len({*self.plan.scope} - {turn.competence for turn in heads})
        reply = exam_wording.how_far(str(self.timing), left, len(heads))
        return self._remark(Act.HELP, text, reply)

    def _command(self, name: str, act: Act) -> Outcome:
        if name == "withdraw":
            self.withdraw()
            return Outcome(act=Act.STOP, leave=True)
        if act is Act.PAUSE:
            self.pause()
            return Outcome(act=act, leave=True)
        if act is Act.HELP:
            return Outcome(act=act)
        if self.phase is not Phase.QUESTIONS:
            raise NotAllowed(self._why_not())
        if self.state is State.REFLECTING:
            return self._said_at_feedback(name)
        turn = self._turn_awaiting()
        if turn.piece and act in _NAMES_NONE:
            return self.answer("none")
        return self.act(act, later=name == "later")

    def _advance(self) -> None:
        turn = self._record.turn
        if turn is not None and is_answered_piece(turn):
            self._emit(piece_of(turn.number, turn.answer or ""))
        self._come_to_rest(lambda: exam_policy.decide(self.plan, self._record))
        self._clock_follows()

    def _clock_follows(self) -> None:
        """The clock runs while a question stands, unless the candidate has stopped it."""
        asked = self.state in (State.ASKING, State.PROBING) and self._record.awaiting
        if asked and not self._is_paused():
            self._start_clock()
        elif not asked and self.phase is not Phase.PRESENTING:
            self._stop_clock()

    def _is_paused(self) -> bool:
        for item in reversed(self._log.stamped):
            if isinstance(item.fact, facts.Clocked):
                return item.fact.why is Tick.PAUSED
            if isinstance(item.fact, facts.Asked | facts.Probed | facts.Returned):
                return False
        return False

    def _credit(self, turn: Turn) -> None:
        credit = credited(self.plan, self._record, turn)
        if credit:
            self._emit(credit)

    def _make_up_credit(self) -> None:
        """Credit what was read last, if the crash came between the reading and its credit.

        Between the two nothing else is noted, so that no other answer can lack its own.
        """
        last = self._log.stamped[-1].fact
        if isinstance(last, facts.Assessed):
            self._credit(self._record.turns[last.turn - 1])

    def _facts_of(self, step: Step) -> Iterable[AnyFact]:
        return facts_of(step, self.plan, self._record)

    def _is_durable(self, fact: AnyFact) -> bool:
        return not isinstance(fact, _NOT_DURABLE)


def _without_evidence(read: Assessment) -> Assessment:
    """A bare "no" shows nothing here, whatever a reader takes from the question it answers."""
    if read.act is not Act.ANSWER:
        return read
    return replace(read, rating=MIN_LEVEL, span=(MIN_LEVEL, MIN_LEVEL), evidence=())


def _in_exam(fact: AnyFact) -> AnyFact:
    """What an exam says where an interview says something else."""
    if isinstance(fact, facts.Remarked) and not fact.unsure:
        reply = exam_wording.reply(fact.act)
        if reply:
            return facts.Remarked(act=fact.act, text=fact.text, reply=reply)
    return fact
