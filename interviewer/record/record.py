"""The fold: facts in, the record of the interview out. Pure: equal facts, equal records."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec.structs import replace

from interviewer.domain import (
    Act,
    Aspect,
    Assessment,
    Complexity,
    Credit,
    ExamTerms,
    InterviewerError,
    Missing,
    Requirement,
    Value,
    WorksFrom,
)
from interviewer.record import facts
from interviewer.record.facts import Stamped
from interviewer.record.reviewed import Review, answered_again, with_review_fact


class State(StrEnum):
    """Where an interview stands. There is no "paused": leaving is pausing."""

    READY = "ready"
    BRIEFING = "briefing"
    SELF_RATING = "self_rating"
    ASKING = "asking"
    PROBING = "probing"
    ASSESSING = "assessing"
    REFLECTING = "reflecting"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class Phase(StrEnum):
    """Where a method of a mock assessment stands."""

    NOT_BEGUN = "not_begun"
    REPORT = "report"  # the report is awaited
    OUTLINE = "outline"
    PRESENTATION = "presentation"  # the candidate may begin to present
    PRESENTING = "presenting"
    READY = "ready"  # the questions may begin
    QUESTIONS = "questions"
    ENDED = "ended"


ENDED = frozenset({State.COMPLETE, State.WITHDRAWN})
LATE = "sent after the time was up"
_TALKING = frozenset({State.ASKING, State.PROBING, State.ASSESSING})


class Turn(Value, frozen=True, kw_only=True):
    """One question or probe and what came of it. ``thread`` is the turn of its question.

    The fields from ``method`` on are those of a mock assessment; times are in milliseconds of its
    clock.
    """

    number: int
    thread: int
    competence: int
    aspect: Aspect
    complexity: Complexity
    question_id: str
    text: str
    plainer: str
    asked_seq: int = 0
    probes_for: Missing | None = None
    answer: str | None = None
    answer_seq: int = 0
    insisted: bool = False
    assessment: Assessment | None = None
    failure: str = ""
    skipped: str = ""
    deferred: bool = False
    times_deferred: int = 0
    returned: int = 0
    clarified: int = 0
    repeated: int = 0
    unknown: int = 0
    method: str = ""
    ksbs: tuple[str, ...] = ()
    quote: str = ""
    piece: bool = False
    named: facts.PieceNamed | None = None
    beside: Assessment | None = None
    credits: tuple[Credit, ...] = ()
    elsewhere: bool = False
    asked_used: int = 0
    answered_used: int = 0

    @property
    def is_probe(self) -> bool:
        """Whether this is a follow-up."""
        return self.thread != self.number

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer, now or later."""
        return self.answer is None and not self.skipped

    @property
    def is_read(self) -> bool:
        """Whether its present answer has been assessed, or the reader has failed on it."""
        return self.assessment is not None or bool(self.failure) or self.named is not None


class SelfRating(Value, frozen=True, kw_only=True):
    """Where the candidate put themselves; None where they did not say."""

    application: int | None
    knowledge: int | None

    def rating(self, aspect: Aspect) -> int | None:
        """The self-rating for ``aspect``."""
        return self.application if aspect is Aspect.APPLICATION else self.knowledge


class ExamStanding(Value, frozen=True, kw_only=True):
    """Where a mock assessment stands. ``used`` is in milliseconds, by the parts of the methods."""

    method: str = ""
    phase: Phase = Phase.NOT_BEGUN
    used: dict[str, int] = {}
    running: bool = False
    pauses: int = 0
    report: facts.HandedIn | None = None
    outline: facts.HandedIn | None = None
    notes: str = ""
    ended: tuple[facts.MethodEnded, ...] = ()

    @property
    def part(self) -> str:
        """The part of a method that the clock is at."""
        presenting = self.phase in (Phase.PRESENTATION, Phase.PRESENTING)
        return f"{self.method}/presentation" if presenting else self.method

    @property
    def used_now(self) -> int:
        """How much of the present part was used."""
        return self.used.get(self.part, 0)


class Record(Value, frozen=True, kw_only=True):
    """All that the facts say. ``awaiting`` tells that the candidate has the word.

    ``review`` is what mentors added; none of it changes what was there before.
    """

    opened: facts.Opened
    started: str
    state: State = State.READY
    awaiting: bool = False
    competence: int | None = None
    current: int = 0
    turns: tuple[Turn, ...] = ()
    self_ratings: dict[int, SelfRating] = {}
    ratings: dict[tuple[int, Aspect], facts.Rated] = {}
    reflected: tuple[int, ...] = ()
    misread: tuple[facts.Misread, ...] = ()
    review: Review = Review()
    exam: ExamStanding | None = None
    last_seq: int = 0
    last_at: str = ""

    @property
    def turn(self) -> Turn | None:
        """The turn that the conversation is at, if it is at one."""
        return self.turns[self.current - 1] if self.current else None

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen."""
        return self.state in ENDED

    def attempted(self, competence: int) -> bool:
        """Whether the candidate has answered on ``competence``, and no question on it stands."""
        answered = any(
            turn.competence == competence and turn.answer is not None for turn in self.turns
        )
        talking = self.competence == competence and self.state in _TALKING
        return answered and competence in self.reflected and not talking

    def requirement(self, competence: int) -> Requirement | None:
        """What the role asks for in ``competence``."""
        for requirement in self.opened.requirements:
            if requirement.competence == competence:
                return requirement
        return None

    def next_requirement(self, competence: int) -> Requirement | None:
        """What the role that comes after asks for in ``competence``."""
        for requirement in self.opened.next_requirements:
            if requirement.competence == competence:
                return requirement
        return None

    def title(self, competence: int) -> str:
        """The title of a planned competence."""
        return self.opened.titles[self.opened.competences.index(competence)]

    def thread(self, number: int) -> tuple[Turn, ...]:
        """The turns of one thread, in order."""
        return tuple(turn for turn in self.turns if turn.thread == number)

    def is_moot(self, turn: Turn) -> bool:
        """Whether an open probe follows up words that the candidate has taken back since."""
        return (
            turn.is_probe
            and turn.is_open
            and any(t.answer_seq > turn.asked_seq for t in self.thread(turn.thread))
        )

    def threads(self, competence: int, aspect: Aspect) -> tuple[tuple[Turn, ...], ...]:
        """All threads on one aspect of a competence, in order."""
        heads = (t for t in self.turns if not t.is_probe)
        return tuple(
            self.thread(turn.number)
            for turn in heads
            if turn.competence == competence and turn.aspect == aspect
        )


class Incoherent(InterviewerError):
    """Facts that do not make an interview: lines of the transcript are missing or damaged."""


def fold(stamped: Iterable[Stamped]) -> Record | None:
    """Fold facts to a record; None when there are none.

    Raises:
        Incoherent: the facts do not follow from one another.
    """
    record: Record | None = None
    for item in stamped:
        try:
            record = begin(item) if record is None else apply(record, item)
        except (ValueError, IndexError) as error:
            raise Incoherent(f"Fact {item.seq} does not fit those before it: {error}.") from error
    return record


def begin(item: Stamped) -> Record:
    """The record after the first fact, which must be ``Opened``."""
    if not isinstance(item.fact, facts.Opened):
        raise ValueError("the first fact does not open an interview")
    return Record(
        opened=item.fact,
        started=item.at,
        exam=ExamStanding() if item.fact.exam else None,
        last_seq=item.seq,
        last_at=item.at,
    )


def apply(record: Record, item: Stamped) -> Record:
    """The record after one more fact."""
    stamped = replace(record, last_seq=item.seq, last_at=item.at)
    match item.fact:
        case facts.Briefed(competence=number):
            return replace(
                stamped, state=State.BRIEFING, competence=number, current=0, awaiting=False
            )
        case facts.Invited():
            return replace(stamped, state=State.SELF_RATING, awaiting=True)
        case facts.SelfRated() as rated:
            return _self_rated(stamped, rated)
        case facts.Asked() as asked:
            turn = _turn_of_question(asked, item.seq)
            return _opened_turn(replace(stamped, competence=asked.competence), turn, State.ASKING)
        case facts.Probed() as probed:
            turn = _turn_of_probe(stamped, probed, item.seq)
            return _opened_turn(stamped, turn, State.PROBING)
        case facts.Answered() as answered:
            return _answered(stamped, answered, item.seq)
        case facts.Assessed() | facts.AssessmentFailed() as read:
            return _read(stamped, read)
        case facts.Remarked() as remarked:
            return _remarked(stamped, remarked)
        case facts.Skipped() as skipped:
            return _skipped(stamped, skipped)
        case facts.Returned(turn=number):
            return _returned(stamped, number)
        case facts.Rated() as rated:
            key = (rated.competence, rated.aspect)
            return replace(stamped, ratings={**stamped.ratings, key: rated})
        case facts.Reflected(competence=number):
            return _reflected(stamped, number)
        case facts.Misread() as misread:
            return replace(stamped, misread=(*stamped.misread, misread))
        case facts.Finished():
            return replace(stamped, state=State.COMPLETE, awaiting=False)
        case facts.Withdrawn():
            return replace(stamped, state=State.WITHDRAWN, awaiting=False)
        case facts.Moderated(turn=number) | facts.Commented(turn=number) if number is not None:
            _known_turn(stamped, number)
            return replace(stamped, review=with_review_fact(stamped.review, item))
        case facts.Moderated(competence=number):
            stamped.title(number)  # raises where the interview is not about it
            return replace(stamped, review=with_review_fact(stamped.review, item))
        case facts.MethodBegan() | facts.HandedIn() | facts.Presented() | facts.Clocked():
            return _prepared(stamped, item.fact)
        case facts.MethodEnded() as ended:
            return _method_ended(stamped, ended)
        case facts.Credited() as credited:
            return _credited(stamped, credited)
        case facts.PieceNamed(turn=number) as named:
            turn = replace(stamped.turns[number - 1], named=named)
            return replace(stamped, turns=_changed(stamped, turn))
        case facts.Opened():
            raise ValueError(f"fact {item.seq} opens the interview a second time")
        case _:
            return replace(stamped, review=with_review_fact(stamped.review, item))


def _known_turn(record: Record, number: int) -> None:
    if not 1 <= number <= len(record.turns):
        raise ValueError(f"it is about turn {number}, which there is not")


def _self_rated(record: Record, rated: facts.SelfRated) -> Record:
    own = SelfRating(application=rated.application, knowledge=rated.knowledge)
    return replace(
        record, self_ratings={**record.self_ratings, rated.competence: own}, awaiting=False
    )


def _turn_of_question(asked: facts.Asked, seq: int) -> Turn:
    return Turn(
        asked_seq=seq,
        number=asked.turn,
        thread=asked.turn,
        competence=asked.competence,
        aspect=asked.aspect,
        complexity=asked.complexity,
        question_id=asked.question,
        text=asked.text,
        plainer=asked.plainer,
        method=asked.method,
        ksbs=asked.ksbs,
        quote=asked.quote,
    )


def _turn_of_probe(record: Record, probed: facts.Probed, seq: int) -> Turn:
    head = record.turns[probed.thread - 1]
    return Turn(
        asked_seq=seq,
        number=probed.turn,
        thread=probed.thread,
        competence=head.competence,
        aspect=head.aspect,
        complexity=head.complexity,
        question_id=head.question_id,
        text=probed.text,
        plainer=probed.plainer,
        probes_for=probed.missing,
        method=head.method,
        ksbs=head.ksbs,
        piece=probed.piece,
    )


def _opened_turn(record: Record, turn: Turn, state: State) -> Record:
    if record.exam:
        turn = replace(turn, asked_used=record.exam.used_now)
    turns = (*record.turns, turn)
    return replace(record, turns=turns, current=turn.number, state=state, awaiting=True)


def _changed(record: Record, turn: Turn) -> tuple[Turn, ...]:
    return (*record.turns[: turn.number - 1], turn, *record.turns[turn.number :])


def _answered(record: Record, answered: facts.Answered, seq: int) -> Record:
    before = record.turns[answered.turn - 1]
    review = answered_again(record.review, before.number, before.competence, before.aspect)
    turn = replace(
        before,
        answer=answered.text,
        answer_seq=seq,
        insisted=answered.insisted,
        assessment=None,
        failure=LATE if answered.late else "",
        skipped="",
        deferred=False,
        named=None,
        beside=None,
        credits=(),
        elsewhere=False,
        answered_used=record.exam.used_now if record.exam else 0,
    )
    return replace(
        record,
        turns=_changed(record, turn),
        state=State.ASSESSING,
        awaiting=False,
        review=review,
    )


def _read(record: Record, read: facts.Assessed | facts.AssessmentFailed) -> Record:
    turn = record.turns[read.turn - 1]
    if read.answer != turn.answer_seq:
        return record  # of an answer that was superseded meanwhile
    if isinstance(read, facts.Assessed):
        turn = replace(turn, assessment=read.assessment, beside=read.beside)
    else:
        turn = replace(turn, failure=read.reason)
    return replace(record, turns=_changed(record, turn))


def _remarked(record: Record, remarked: facts.Remarked) -> Record:
    turn = record.turn
    if turn is None or remarked.unsure:
        return record
    if remarked.act is Act.CLARIFY:
        turn = replace(turn, clarified=turn.clarified + 1)
    elif remarked.act is Act.REPEAT:
        turn = replace(turn, repeated=turn.repeated + 1)
    elif remarked.act is Act.DONT_KNOW:
        turn = replace(turn, unknown=turn.unknown + 1)
    else:
        return record
    return replace(record, turns=_changed(record, turn))


def _skipped(record: Record, skipped: facts.Skipped) -> Record:
    turn = record.turns[skipped.turn - 1]
    if turn.answer is not None:  # a second thought about an answer that stands
        return replace(record, awaiting=False)
    if skipped.later:
        turn = replace(turn, deferred=True, times_deferred=turn.times_deferred + 1)
    else:
        turn = replace(turn, skipped=skipped.reason, deferred=False)
    return replace(record, turns=_changed(record, turn), awaiting=False)


def _returned(record: Record, number: int) -> Record:
    turn = record.turns[number - 1]
    turn = replace(turn, deferred=False, skipped="", returned=turn.returned + 1)
    state = State.PROBING if turn.is_probe else State.ASKING
    turns = _changed(record, turn)
    return replace(record, turns=turns, current=number, state=state, awaiting=True)


def _reflected(record: Record, competence: int) -> Record:
    done = record.reflected
    if competence not in done:
        done = (*done, competence)
    return replace(record, state=State.REFLECTING, reflected=done, current=0, awaiting=True)


# --- a mock assessment ----------------------------------------------------------------------------


def _standing(record: Record) -> ExamStanding:
    if record.exam is None or record.opened.exam is None:
        raise ValueError("it belongs to a mock assessment, and this is none")
    return record.exam


def _prepared(
    record: Record, fact: facts.MethodBegan | facts.HandedIn | facts.Presented | facts.Clocked
) -> Record:
    """What comes before the questions of a method, and the clock."""
    exam = _standing(record)
    match fact:
        case facts.MethodBegan(method=name):
            method = _terms(record).method(name)
            report = method.works_from is WorksFrom.REPORT
            phase = Phase.REPORT if report else Phase.READY
            exam = replace(exam, method=name, phase=phase, running=False)
            return replace(record, exam=exam, state=State.BRIEFING, current=0, awaiting=True)
        case facts.HandedIn(document=facts.Document.REPORT):
            return replace(record, exam=replace(exam, report=fact, phase=Phase.OUTLINE))
        case facts.HandedIn():
            to_present = _terms(record).method(exam.method).presentation_minutes
            phase = Phase.PRESENTATION if to_present else Phase.READY
            return replace(record, exam=replace(exam, outline=fact, phase=phase))
        case facts.Presented(notes=notes):
            exam = replace(exam, notes=notes, phase=Phase.READY, running=False)
            return replace(record, exam=exam)
        case facts.Clocked():
            return _clocked(record, exam, fact)


def _terms(record: Record) -> ExamTerms:
    if record.opened.exam is None:
        raise ValueError("it belongs to a mock assessment, and this is none")
    return record.opened.exam


def _clocked(record: Record, exam: ExamStanding, tick: facts.Clocked) -> Record:
    used = {**exam.used, tick.part: max(tick.used, exam.used.get(tick.part, 0))}
    paused = tick.why is facts.Tick.PAUSED and exam.running
    exam = replace(exam, used=used, running=tick.running, pauses=exam.pauses + paused)
    if tick.why is not facts.Tick.BEGUN:
        return replace(record, exam=exam)
    presenting = exam.phase is Phase.PRESENTATION
    exam = replace(exam, phase=Phase.PRESENTING if presenting else Phase.QUESTIONS)
    return replace(record, exam=exam, awaiting=presenting)


def _method_ended(record: Record, ended: facts.MethodEnded) -> Record:
    exam = _standing(record)
    exam = replace(exam, phase=Phase.ENDED, running=False, ended=(*exam.ended, ended))
    return replace(record, exam=exam, awaiting=False, current=0)


def _credited(record: Record, credited: facts.Credited) -> Record:
    turn = record.turns[credited.turn - 1]
    if credited.answer != turn.answer_seq:
        return record
    turn = replace(turn, credits=credited.credits, elsewhere=credited.elsewhere)
    return replace(record, turns=_changed(record, turn))
