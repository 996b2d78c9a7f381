"""What comes next in a mock assessment: a pure function of the plan and the record.

Coverage steers. Each theme is opened, easy questions first, before any gets a second question; then
the gaps are gone back to, the largest first. A thread ends when its criterion was heard, or after
two follow-ups that brought nothing new, or when the other themes need the time. When the time is
over nothing more is asked.
"""

from __future__ import annotations

import random

from interviewer.assessor.bare import says_nothing
from interviewer.domain import (
    Aspect,
    Complexity,
    ExamKind,
    ExamQuestion,
    Missing,
    WorksFrom,
)
from interviewer.engine.exam_plan import ExamPlan
from interviewer.engine.follow_ups import FollowUp, follow_ups
from interviewer.engine.policy import Step, Wait, was_no_answer
from interviewer.engine.report import ReportSentence, read_report, sentence_for, themes_of, touches
from interviewer.heard import (
    MET,
    NOTHING,
    ksb_levels,
    level_of,
    readings,
    theme_level,
    threads,
)
from interviewer.record.record import ExamStanding, Phase, Record, State, Turn

MAX_FOLLOW_UPS = 3  # in a thread, that for a piece of the portfolio aside
FRUITLESS = 2
STRETCHING = 2  # follow-ups for the next grade, once the first was heard
MAX_THREADS = 4  # of one theme in a method
MAX_REHEARSED = 6  # questions of a rehearsal
_ORDER = tuple(Complexity)


class Begin(Step, frozen=True, kw_only=True):
    """Introduce a method."""

    method: str


class AskExam(Step, frozen=True, kw_only=True):
    """Put a question, perhaps around a sentence of the report."""

    question: ExamQuestion
    theme: int
    sentence: ReportSentence | None = None
    silent: bool = False  # the report touches nowhere on the theme


class Follow(Step, frozen=True, kw_only=True):
    """Follow up in a thread."""

    thread: int
    text: str
    plainer: str
    missing: Missing | None


class AskPiece(Step, frozen=True, kw_only=True):
    """Ask which piece of the portfolio shows what was said."""

    thread: int


class GoBack(Step, frozen=True, kw_only=True):
    """Go back to a turn that still waits for an answer."""

    turn: int


class Feedback(Step, frozen=True, kw_only=True):
    """Rehearsing: show what was heard so far on a theme."""

    theme: int


class EndMethod(Step, frozen=True, kw_only=True):
    """Nothing more is asked in this method."""

    by_time: bool


class FinishExam(Step, frozen=True, kw_only=True):
    """All methods of this sitting are over."""


def decide(plan: ExamPlan, record: Record) -> Step:
    """The next step of the assessor; ``Wait`` when the word is with somebody else."""
    exam = standing(record)
    if record.ended or record.awaiting:
        return Wait()
    if exam.phase in (Phase.NOT_BEGUN, Phase.ENDED):
        return _next_method(plan, exam)
    if exam.phase is not Phase.QUESTIONS:
        return Wait()
    if record.state is State.ASSESSING and record.turn and not record.turn.is_read:
        return Wait()
    return _after_turn(plan, record)


def standing(record: Record) -> ExamStanding:
    """Where the mock assessment stands."""
    if record.exam is None:
        raise AssertionError("this is no mock assessment")
    return record.exam


def _next_method(plan: ExamPlan, exam: ExamStanding) -> Step:
    over = {ended.method for ended in exam.ended}
    for method in plan.terms.methods:
        if method.id not in over:
            return Begin(method=method.id)
    return FinishExam()


def _after_turn(plan: ExamPlan, record: Record) -> Step:
    if time_is_over(plan, record):
        return EndMethod(by_time=True)
    turn = record.turn
    if turn is None or record.state is State.REFLECTING:
        return next_question(plan, record)
    if was_no_answer(turn) and not turn.returned:
        return GoBack(turn=turn.number)
    waiting = _left_open(record)
    if waiting:
        return GoBack(turn=waiting.number)
    if not (turn.skipped or turn.deferred):
        followed = _follow_up(plan, record, record.thread(turn.thread))
        if followed:
            return followed
    if plan.terms.kind is not ExamKind.EXAM and not turn.deferred:
        return Feedback(theme=turn.competence)
    return next_question(plan, record)


def _left_open(record: Record) -> Turn | None:
    """A turn of this method that was left open when the candidate went back to another."""
    method = standing(record).method
    for turn in record.turns:
        waits = turn.is_open and not turn.deferred and not record.is_moot(turn)
        if turn.method == method and waits:
            return turn
    return None


def turn_to_go_back_to(record: Record, number: int | None = None) -> Turn | None:
    """The answered turn of this method with ``number``, or the one before the present."""
    method = standing(record).method
    found = [
        turn
        for turn in record.turns
        if turn.method == method
        and turn.answer is not None
        and not turn.piece
        and turn.number != record.current
        and number in (None, turn.number)
    ]
    before = [turn for turn in found if not record.current or turn.number < record.current]
    candidates = before or found
    return candidates[-1] if candidates else None


# --- time -----------------------------------------------------------------------------------------


def time_is_over(plan: ExamPlan, record: Record) -> bool:
    """Whether no new question may be put."""
    exam = standing(record)
    limit = plan.limit(exam.method)
    return limit is not None and exam.used_now >= limit


def _may_stay(plan: ExamPlan, record: Record, theme: int) -> bool:
    """Whether a theme may have more time.

    Its share must not be used up, and enough must be left for those that were not opened yet, at
    the pace so far.
    """
    exam = standing(record)
    limit = plan.limit(exam.method)
    unopened = _unopened(plan, record)
    if limit is None or not unopened:
        return True
    heads = [t for t in record.turns if t.method == exam.method and not t.is_probe]
    begun = min(turn.asked_used for turn in heads if turn.competence == theme)
    share = (limit - begun) / (len(unopened) + 1)
    used = exam.used_now
    return used - begun < share and _leaves_enough(plan, record)


def _leaves_enough(plan: ExamPlan, record: Record) -> bool:
    """Whether one more answer at the usual pace leaves that much for each unopened theme."""
    exam = standing(record)
    limit = plan.limit(exam.method)
    if limit is None:
        return True
    took = [
        turn.answered_used - turn.asked_used
        for turn in record.turns
        if turn.method == exam.method and turn.answer is not None and not turn.is_probe
    ]
    usual = sum(took) / len(took) if took else 0
    return limit - exam.used_now - usual >= len(_unopened(plan, record)) * usual


# --- follow-ups -----------------------------------------------------------------------------------


def _follow_up(plan: ExamPlan, record: Record, thread: tuple[Turn, ...]) -> Step | None:
    level = level_of(plan.terms, thread)
    head = thread[0]
    if _may_stay(plan, record, head.competence):
        found = _next_follow_up(plan, record, thread, level)
        if found:
            return Follow(
                thread=head.number, text=found.text, plainer=found.plainer, missing=found.missing
            )
    return _piece(plan, record, thread, level)


def _next_follow_up(
    plan: ExamPlan, record: Record, thread: tuple[Turn, ...], level: int
) -> FollowUp | None:
    follows = [turn for turn in thread if turn.is_probe and not turn.piece]
    top = MET - 1 + len(plan.terms.grades)
    if level >= top or len(follows) >= MAX_FOLLOW_UPS or thread[0].elsewhere:
        return None
    if _fruitless(plan, thread) or (level >= MET and _stretched(plan, thread) >= STRETCHING):
        return None
    said = {turn.text for turn in record.turns}
    question = plan.by_id.get(thread[0].question_id)
    number = len(record.turns) + 1
    denied = {turn.probes_for for turn in follows if says_nothing(turn.answer or "")} - {None}
    offered = (
        each
        for each in follow_ups(question, thread, level, number)
        if each.text not in said and each.missing not in denied
    )
    return next(offered, None)


def _stretched(plan: ExamPlan, thread: tuple[Turn, ...]) -> int:
    """How many follow-ups were put after the first grade had been heard."""
    return sum(
        turn.is_probe and not turn.piece and level_of(plan.terms, thread[:at]) >= MET
        for at, turn in enumerate(thread)
    )


def _fruitless(plan: ExamPlan, thread: tuple[Turn, ...]) -> bool:
    """Whether the last follow-ups brought no evidence of a kind that was not there before."""
    follows = [
        at
        for at, turn in enumerate(thread)
        if turn.is_probe and not turn.piece and not turn.is_open
    ]
    last = follows[-FRUITLESS:]
    return len(last) == FRUITLESS and not any(_brought_new(plan, thread, at) for at in last)


def _brought_new(plan: ExamPlan, thread: tuple[Turn, ...], at: int) -> bool:
    before = {kind for turn in thread[:at] for kind in _kinds(turn)}
    risen = level_of(plan.terms, thread[: at + 1]) > level_of(plan.terms, thread[:at])
    return risen or bool(_kinds(thread[at]) - before)


def _kinds(turn: Turn) -> set[tuple[str, str]]:
    return {
        (item.facet, item.value)
        for aspect in Aspect
        for each in readings(turn, aspect)
        for item in each.evidence
    }


def _piece(plan: ExamPlan, record: Record, thread: tuple[Turn, ...], level: int) -> Step | None:
    """Once for each theme, when something was heard that a piece may show."""
    head = thread[0]
    method = plan.terms.method(head.method)
    asked = any(
        turn.piece and (turn.method, turn.competence) == (head.method, head.competence)
        for turn in record.turns
    )
    portfolio = method.works_from is WorksFrom.PORTFOLIO
    if asked or not portfolio or level == NOTHING or not _leaves_enough(plan, record):
        return None
    return AskPiece(thread=head.number)


# --- questions ------------------------------------------------------------------------------------


def next_question(plan: ExamPlan, record: Record) -> Step:
    """The opener of the next theme; else what was put off; else the largest gap; else the end."""
    unopened = _unopened(plan, record)
    if unopened:
        asked = _best(plan, record, unopened[0], openers=True)
        if asked:
            return asked
    deferred = [turn for turn in record.turns if turn.deferred and not record.is_moot(turn)]
    if deferred:
        return GoBack(turn=deferred[0].number)
    return _fill_a_gap(plan, record) or EndMethod(by_time=False)


def _unopened(plan: ExamPlan, record: Record) -> list[int]:
    """The themes of this method that nothing was asked about yet, in the order of the plan."""
    method = standing(record).method
    opened = {turn.competence for turn in record.turns if turn.method == method}
    return [n for n in plan.scope if n not in opened and plan.pool(method, n)]


def _fill_a_gap(plan: ExamPlan, record: Record) -> Step | None:
    """Another question where least was heard, as long as it can add something."""
    method = standing(record).method
    levels = {n: theme_level(plan.terms, record, method, n) for n in plan.scope}
    counts = {n: len(threads(record, method, n)) for n in plan.scope}
    rehearsing = plan.terms.kind is not ExamKind.EXAM
    asked = sum(counts.values())
    if rehearsing and asked >= MAX_REHEARSED:
        return None
    least = plan.terms.method(method).questions
    for number in sorted(plan.scope, key=lambda n: (counts[n], levels[n], n)):
        if counts[number] >= MAX_THREADS and not rehearsing and asked >= least:
            continue
        found = _best(plan, record, number)
        if found and (rehearsing or asked < least or _adds(plan, record, found, levels[number])):
            return found
    return None


def _adds(plan: ExamPlan, record: Record, step: AskExam, level: int) -> bool:
    """Whether a question can raise its theme, or is about a KSB that was not met yet."""
    top = MET - 1 + len(plan.terms.grades)
    met = ksb_levels(plan.terms, record)
    return level < top or any(met.get(ksb, NOTHING) < MET for ksb in step.question.ksbs)


def _best(plan: ExamPlan, record: Record, theme: int, *, openers: bool = False) -> AskExam | None:
    """The best question on a theme that was not asked yet.

    An opener is easy, and about the report where it can be. Later ones are as hard as what was
    heard allows, and about as many KSBs as possible that were not met.
    """
    exam = standing(record)
    used = {turn.question_id for turn in record.turns}
    pool = [each for each in plan.pool(exam.method, theme) if each.id not in used]
    if not pool:
        return None
    nth = len(threads(record, exam.method))
    chooser = random.Random(f"{plan.seed}/{exam.method}/{theme}/{nth}")
    chance = {each.id: chooser.random() for each in pool}
    sentences = {each.id: _sentence(plan, record, each, theme) for each in pool}
    levels = ksb_levels(plan.terms, record)
    level = theme_level(plan.terms, record, exam.method, theme)

    def key(each: ExamQuestion) -> tuple[float, ...]:
        unmet = sum(levels.get(ksb, NOTHING) < MET for ksb in each.ksbs)
        silent = sentences[each.id] is None
        before = plan.asked_before.get(each.id, 0)
        hardness = _ORDER.index(each.complexity)
        if openers:
            return (silent, hardness, before, chance[each.id])
        wanted = hardness if level < MET else -hardness
        return (-unmet, before, silent, wanted, chance[each.id])

    best = min(pool, key=key)
    return AskExam(
        question=best,
        theme=theme,
        sentence=sentences[best.id],
        silent=_is_silent(plan, record, exam.method, theme),
    )


def _sentence(
    plan: ExamPlan, record: Record, question: ExamQuestion, theme: int
) -> ReportSentence | None:
    """The sentence of the report that a question would take up; each is taken up once at most."""
    report = standing(record).report
    if report is None or not question.taking_up:
        return None
    taken = {turn.quote for turn in record.turns if turn.quote}
    cues = tuple(each.terms for each in plan.themes)
    return sentence_for(
        read_report(report.text),
        question,
        taken,
        fits=lambda sentence: theme - 1 in themes_of(sentence, cues),
    )


def _is_silent(plan: ExamPlan, record: Record, method: str, theme: int) -> bool:
    report = standing(record).report
    if report is None or plan.terms.method(method).works_from is not WorksFrom.REPORT:
        return False
    return not touches(read_report(report.text), plan.pool(method, theme))
