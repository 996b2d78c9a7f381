"""What comes next: a pure function of the plan and the record.

The policy asks for the first missing thing that could change a rating, steps the complexity up
when the target is met and down when it is not, and moves on in time: after two probes that brought
nothing new, or four turns in a thread.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from interviewer.assessor.assess import combine
from interviewer.assessor.rating import Verdict
from interviewer.domain import (
    Act,
    Aspect,
    Assessment,
    Complexity,
    Evidence,
    Missing,
    Question,
    Value,
)
from interviewer.engine.plan import MAX_PROBES, Plan
from interviewer.record.record import Record, State, Turn

FRUITLESS_PROBES = 2
STRETCH_PROBES = 1  # probes that look beyond the level the role asks for
_ORDER = tuple(Complexity)


class Step(Value, frozen=True, kw_only=True):
    """Base of the steps."""


class Wait(Step, frozen=True, kw_only=True):
    """It is the candidate's turn, or the reader's; or the interview has ended."""


class Brief(Step, frozen=True, kw_only=True):
    """Introduce a competence."""

    competence: int


class Invite(Step, frozen=True, kw_only=True):
    """Ask where the candidate would put themselves."""

    competence: int


class Ask(Step, frozen=True, kw_only=True):
    """Put a question of the bank."""

    question: Question


class Probe(Step, frozen=True, kw_only=True):
    """Follow up in a thread, for something not shown yet."""

    thread: int
    missing: Missing


class Return(Step, frozen=True, kw_only=True):
    """Go back to a turn that still waits for an answer."""

    turn: int


class Reflect(Step, frozen=True, kw_only=True):
    """Enough was heard on a competence: say what it comes to."""

    competence: int


class Finish(Step, frozen=True, kw_only=True):
    """Nothing is left to ask."""


def decide(plan: Plan, record: Record) -> Step:
    """The next step of the interviewer; ``Wait`` when the word is with somebody else."""
    if record.ended or record.awaiting:
        return Wait()
    match record.state:
        case State.READY:
            return after_competence(plan, record)
        case State.BRIEFING:
            return Invite(competence=_now(record))
        case State.SELF_RATING:
            return _next_question(plan, record)
        case State.ASSESSING if record.turn and not record.turn.is_read:
            return Wait()
        case _:
            return _after_turn(plan, record)


def after_competence(plan: Plan, record: Record) -> Step:
    """What follows the results of a competence: the next one, or the end."""
    for competence in plan.competences:
        if competence.number not in record.reflected:
            return Brief(competence=competence.number)
    return Finish()


def another_question(plan: Plan, record: Record, competence: int, aspect: Aspect) -> Ask | None:
    """A question for another attempt at a competence: a new one, else one asked before."""
    complexity = _start(plan, competence, aspect)
    order = sorted(_ORDER, key=lambda c: abs(_ORDER.index(c) - _ORDER.index(complexity)))
    if plan.complexity:
        order = [plan.complexity]
    for fresh in (True, False):
        for at in order:
            question = _pick(plan, record, competence, aspect, at, fresh=fresh)
            if question:
                return Ask(question=question)
    return None


def _now(record: Record) -> int:
    if record.competence is None:
        raise AssertionError("no competence has been introduced")
    return record.competence


def _after_turn(plan: Plan, record: Record) -> Step:
    turn = record.turn
    if turn is None:
        return _next_question(plan, record)
    if was_no_answer(turn) and not turn.returned:
        return Return(turn=turn.number)
    waiting = _open_turn(record)
    if waiting:
        return Return(turn=waiting.number)
    missing = None if _passed_over(turn) else missing_now(plan, record, turn.thread)
    if missing:
        return Probe(thread=turn.thread, missing=missing)
    return _next_question(plan, record)


def was_no_answer(turn: Turn) -> bool:
    """Whether the reader took what was sent as an answer for something else."""
    return turn.assessment is not None and turn.assessment.act is not Act.ANSWER


def _passed_over(turn: Turn) -> bool:
    return bool(turn.skipped) or turn.deferred


def _open_turn(record: Record) -> Turn | None:
    """A turn of this competence that was left open when the candidate went back to another."""
    for turn in record.turns:
        waits = turn.is_open and not turn.deferred and not record.is_moot(turn)
        if turn.competence == record.competence and waits:
            return turn
    return None


# --- probes ---------------------------------------------------------------------------------------


def missing_now(plan: Plan, record: Record, thread: int) -> Missing | None:
    """What to ask for next in a thread, or None when it is time to move on."""
    turns = record.thread(thread)
    probes = [turn for turn in turns if turn.is_probe]
    head = turns[0]
    if len(probes) >= MAX_PROBES or _fruitless(turns):
        return None
    verdict = thread_verdict(record, thread)
    if verdict is None:
        return None
    target = plan.target(head.competence, head.aspect)
    stretching = verdict.level >= target
    if stretching and _stretched(record, turns, target) >= STRETCH_PROBES:
        return None
    asked = {turn.probes_for for turn in probes if not record.is_moot(turn)}
    return next((item for item in verdict.missing if item not in asked), None)


def thread_verdict(record: Record, thread: int) -> Verdict | None:
    """What the evidence of a thread comes to; None when nothing in it was rated."""
    read = _assessments(record.thread(thread))
    return combine(read, record.turns[thread - 1].aspect) if read else None


def _assessments(turns: tuple[Turn, ...]) -> list[Assessment]:
    return [t.assessment for t in turns if t.assessment and t.assessment.act is Act.ANSWER]


def _stretched(record: Record, turns: tuple[Turn, ...], target: int) -> int:
    """How many probes were put after the target had been met."""
    count = 0
    for index, turn in enumerate(turns):
        earlier = _assessments(turns[:index])
        if turn.is_probe and earlier and combine(earlier, turn.aspect).level >= target:
            count += 1
    return count


def _fruitless(turns: tuple[Turn, ...]) -> bool:
    """Whether the last probes brought no evidence of a kind that was not there before."""
    probes = [index for index, turn in enumerate(turns) if turn.is_probe and not turn.is_open]
    last = probes[-FRUITLESS_PROBES:]
    return len(last) == FRUITLESS_PROBES and not any(_brought_new(turns, index) for index in last)


def _brought_new(turns: tuple[Turn, ...], index: int) -> bool:
    before = {key for turn in turns[:index] for key in _kinds(turn.assessment)}
    return bool(_kinds(turns[index].assessment) - before)


def _kinds(assessment: Assessment | None) -> set[tuple[str, str]]:
    evidence: tuple[Evidence, ...] = assessment.evidence if assessment else ()
    return {(item.facet, item.value) for item in evidence}


_FITTING: dict[Missing, tuple[tuple[str, str], ...]] = {
    Missing.OWN_PART: (("actor", "group"),),
    Missing.LED: (("actor", "self"), ("autonomy", "assisted")),
    Missing.OCCASION: (("reality", "general"),),
    Missing.DESCRIBES: (("knowledge", "aware"), ("relevant", "yes")),
    Missing.EXPLAINS: (("knowledge", "describes"), ("knowledge", "aware")),
    Missing.EVALUATES: (("knowledge", "explains"), ("knowledge", "describes")),
}


def words_to_take_up(turns: Sequence[Turn], missing: Missing) -> str:
    """The candidate's words that a probe for ``missing`` takes up, latest turn first; or none."""
    for wanted in _FITTING.get(missing, ()):
        for turn in reversed(turns):
            evidence = turn.assessment.evidence if turn.assessment else ()
            fitting = [item.quote for item in evidence if (item.facet, item.value) == wanted]
            if fitting:
                return max(fitting, key=len)
    return ""


# --- questions ------------------------------------------------------------------------------------


def _next_question(plan: Plan, record: Record) -> Step:
    competence = _now(record)
    for aspect in plan.aspects:
        question = _question_on(plan, record, competence, aspect)
        if question:
            return Ask(question=question)
    deferred = [
        turn
        for turn in record.turns
        if turn.competence == competence and turn.deferred and not record.is_moot(turn)
    ]
    if deferred:
        return Return(turn=deferred[0].number)
    return Reflect(competence=competence)


def _question_on(plan: Plan, record: Record, competence: int, aspect: Aspect) -> Question | None:
    threads = record.threads(competence, aspect)
    if len(threads) >= plan.questions_per_aspect:
        return None
    for complexity in _candidates(plan, record, competence, aspect):
        question = _pick(plan, record, competence, aspect, complexity, fresh=True)
        if question:
            return question
    return None


def _candidates(
    plan: Plan, record: Record, competence: int, aspect: Aspect
) -> tuple[Complexity, ...]:
    """The complexities to try next, best first."""
    if plan.complexity:
        return (plan.complexity,)
    threads = record.threads(competence, aspect)
    start = _start(plan, competence, aspect)
    if not threads:
        return (start, *(c for c in _ORDER if c != start))
    last = threads[-1][0]
    verdict = thread_verdict(record, last.number)
    if verdict is None:  # passed over, or the reader failed: something easier, else the like again
        return (*reversed(_ORDER[: _ORDER.index(last.complexity)]), last.complexity)
    if verdict.level >= plan.target(competence, aspect):
        return _ORDER[_ORDER.index(last.complexity) + 1 :][:1]
    return tuple(reversed(_ORDER[: _ORDER.index(last.complexity)]))[:1]


def _start(plan: Plan, competence: int, aspect: Aspect) -> Complexity:
    """The complexity at which the target level is at home."""
    if plan.complexity:
        return plan.complexity
    target = plan.target(competence, aspect)
    return Complexity.LOW if target <= 2 else Complexity.SOME if target == 3 else Complexity.HIGH


def _pick(
    plan: Plan,
    record: Record,
    competence: int,
    aspect: Aspect,
    complexity: Complexity,
    *,
    fresh: bool,
) -> Question | None:
    """One question of a cell; which one depends on the seed and the record alone.

    Those that the candidate has met least often come first, so that none is put again, in this
    interview or another one, before the cell is exhausted.
    """
    used = Counter(turn.question_id for turn in record.turns if not turn.is_probe)
    cell = plan.cell(competence, aspect, complexity)
    pool = [question for question in cell if not fresh or question.id not in used]
    if not pool:
        return None
    met = used + Counter(record.opened.asked_before)
    least = min(met[question.id] for question in pool)
    pool = [question for question in pool if met[question.id] == least]
    chooser = random.Random(f"{plan.seed}/{competence}/{aspect}/{complexity}/{len(record.turns)}")
    return chooser.choice(pool)


# --- ratings --------------------------------------------------------------------------------------


class AspectResult(Value, frozen=True, kw_only=True):
    """What all threads on one aspect come to: the best of them, with the turns it rests on."""

    verdict: Verdict | None
    turns: tuple[int, ...]


def aspect_result(record: Record, competence: int, aspect: Aspect) -> AspectResult:
    """The rating of one aspect: that of its best thread (each thread is one occasion).

    Evidence of different occasions is not mixed: leading something simple and helping with
    something hard do not make leading something hard.
    """
    best: AspectResult = AspectResult(verdict=None, turns=())
    for thread in record.threads(competence, aspect):
        verdict = thread_verdict(record, thread[0].number)
        if verdict and (best.verdict is None or _key(verdict) > _key(best.verdict)):
            turns = tuple(turn.number for turn in thread if turn.assessment)
            best = AspectResult(verdict=verdict, turns=turns)
    return best


def still_missing(record: Record, competence: int, aspect: Aspect) -> tuple[Missing, ...]:
    """What the rating of an aspect still lacks, and was not said on any other occasion either."""
    best = aspect_result(record, competence, aspect).verdict
    threads = record.threads(competence, aspect)
    everything = _assessments(tuple(turn for thread in threads for turn in thread))
    if best is None or not everything:
        return ()
    unheard = combine(everything, aspect).missing
    return tuple(missing for missing in best.missing if missing in unheard)


def questions_left(plan: Plan, record: Record, competence: int) -> int:
    """How many more questions of the bank there may be on a competence."""
    asked = sum(len(record.threads(competence, aspect)) for aspect in plan.aspects)
    return max(plan.questions_per_aspect * len(plan.aspects) - asked, 0)


def _key(verdict: Verdict) -> tuple[int, int]:
    return verdict.level, verdict.span[1]
