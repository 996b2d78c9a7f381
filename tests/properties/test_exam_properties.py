"""Whatever is done in a mock assessment, in whatever order and time: these things hold."""

from __future__ import annotations

from collections import Counter

from exam_toys import SetClock, bank, exam, make_ready, opened, plan, read, terms
from hypothesis import given, settings
from hypothesis import strategies as st
from toys import MemoryLog

from interviewer.domain import Act, ExamKind, InterviewerError
from interviewer.engine.exam import Exam
from interviewer.engine.exam_plan import ExamPlan, make_exam_plan
from interviewer.engine.exam_policy import MAX_FOLLOW_UPS, decide
from interviewer.engine.policy import Wait
from interviewer.record import facts
from interviewer.record.facts import Document
from interviewer.record.record import Phase, State, fold
from interviewer.review.exam_result import exam_result

ANSWERS = st.sampled_from(
    [
        "self led it, did",
        "group did some",
        "assisted low, self did",
        "self led evaluates rather than trust it, compared",
        "explains because of that",
        "evaluates, weighed rather than not, against it",
        "nothing much",
        "offtopic words",
        "would",
        "not-an-answer",
        "none",
    ]
)
SECONDS = st.integers(0, 600)
STEPS = st.one_of(
    st.tuples(st.just("answer"), ANSWERS, SECONDS),
    st.tuples(st.just("act"), st.sampled_from(Act), SECONDS),
    st.tuples(st.just("pause"), st.none(), SECONDS),
    st.tuples(st.just("wait"), st.none(), st.integers(-5000, 900)),
    st.tuples(st.just("reopen"), st.none(), SECONDS),
    st.tuples(st.just("back"), st.none() | st.integers(0, 9), SECONDS),
    st.tuples(st.just("read"), st.booleans(), SECONDS),
    st.tuples(st.just("time_up"), ANSWERS, SECONDS),
    st.tuples(st.just("go_on"), st.none(), SECONDS),
)
METHODS = st.sampled_from([("discussion",), ("report",), ("report", "discussion")])


def plans() -> st.SearchStrategy[ExamPlan]:
    """Plans of one to six themes, of some minutes."""
    made = st.builds(
        terms,
        themes=st.integers(1, 6),
        minutes=st.integers(1, 90),
        questions=st.integers(1, 12),
        methods=METHODS,
    )
    return st.builds(plan, made, per_theme=st.integers(1, 4), seed=st.integers(0, 99))


def do(held: Exam, clock: SetClock, step: tuple[str, object, int]) -> Exam:
    """Carry out one step, whatever it is; a mock assessment that is taken up again is another."""
    name, value, seconds = step
    clock.pass_by(seconds)
    match name:
        case "answer":
            held.answer(str(value))
        case "act":
            held.act(value)  # type: ignore[arg-type]
        case "pause":
            held.pause()
        case "reopen":
            return Exam(held.plan, MemoryLog(held.stamped), clock)
        case "back":
            held.back(value)  # type: ignore[arg-type]
        case "read" if held.pending():
            read(held)
        case "time_up":
            held.time_up(str(value))
        case "go_on":
            held.go_on()
    return held


@settings(max_examples=120, deadline=None)
@given(of=plans(), steps=st.lists(STEPS, max_size=50))
def test_steps_in_any_order_keep_the_promises(
    of: ExamPlan, steps: list[tuple[str, object, int]]
) -> None:
    """What is refused leaves no trace but time; the fold is the record; nothing comes twice."""
    held, clock = exam(of)
    before_used = 0
    for step in steps:
        spoken = _said(held)
        try:
            held = do(held, clock, step)
        except InterviewerError:
            assert _said(held) == spoken
        assert fold(held.stamped) == held.record
        assert held.state == held.record.state
        assert isinstance(decide(of, held.record), Wait)
        total = sum(held.record.exam.used.values())  # type: ignore[union-attr]
        assert total >= before_used
        before_used = total
    assert_sound(held)
    exam_result(held.record)


def _said(held: Exam) -> list[facts.AnyFact]:
    return [item.fact for item in held.stamped if not isinstance(item.fact, facts.Clocked)]


def assert_sound(held: Exam) -> None:
    """No question twice, no follow-up twice, bounded threads, nothing asked after the time."""
    record = held.record
    heads = [turn for turn in record.turns if not turn.is_probe]
    assert max(Counter(turn.question_id for turn in heads).values(), default=1) == 1
    assert (
        max(Counter(turn.text for turn in record.turns if not turn.piece).values(), default=1) == 1
    )
    pieces = Counter((turn.method, turn.competence) for turn in record.turns if turn.piece)
    assert max(pieces.values(), default=1) == 1
    quotes = Counter(turn.quote for turn in heads if turn.quote)
    assert max(quotes.values(), default=1) == 1
    for head in heads:
        follows = [t for t in record.thread(head.number) if t.is_probe and not t.piece]
        assert len(follows) <= MAX_FOLLOW_UPS
    for turn in record.turns:
        limit = held.plan.limit(turn.method)
        assert limit is None or turn.asked_used < limit


@settings(max_examples=80, deadline=None)
@given(
    data=st.data(),
    themes=st.integers(1, 8),
    methods=METHODS,
    longest=st.integers(30, 400),
)
def test_no_theme_is_starved_when_time_allows(
    data: st.DataObject, themes: int, methods: tuple[str, ...], longest: int
) -> None:
    """With four times the longest answer a theme, each is opened, and none twice before that."""
    minutes = max(1, -(-4 * longest * themes // 60))
    of = plan(terms(themes=themes, minutes=min(minutes, 480), methods=methods))
    held, clock = exam(of)
    _hold(held, clock, lambda: data.draw(st.integers(1, longest)), lambda: data.draw(ANSWERS))
    assert held.record.ended
    for method in methods:
        order = [t.competence for t in held.record.turns if t.method == method and not t.is_probe]
        assert set(order) == set(range(1, themes + 1))
        assert len(set(order[:themes])) == themes
    assert_sound(held)


@settings(max_examples=40, deadline=None)
@given(themes=st.integers(1, 8), pace=st.integers(30, 300), answer=ANSWERS, spare=st.integers(0, 9))
def test_with_just_enough_time_at_an_even_pace_each_theme_is_opened(
    themes: int, pace: int, answer: str, spare: int
) -> None:
    """One answer a theme, and a little to spare: nobody gets follow-ups at another's cost."""
    seconds = themes * pace + spare
    of = plan(terms(themes=themes, minutes=-(-seconds // 60)))
    held, clock = exam(of)
    _hold(held, clock, lambda: pace, lambda: answer if answer != "not-an-answer" else "would")
    assert {t.competence for t in held.record.turns} == set(range(1, themes + 1))


def _hold(held: Exam, clock: SetClock, takes, says) -> None:  # type: ignore[no-untyped-def]
    """Answer whatever is asked until it ends."""
    for _ in range(500):
        if held.record.ended:
            return
        if held.phase is not Phase.QUESTIONS:
            make_ready(held)
            continue
        if held.pending():
            read(held)
            continue
        clock.pass_by(takes())
        held.answer(says())
    raise AssertionError("it does not end")


@settings(max_examples=40, deadline=None)
@given(answer=ANSWERS, seed=st.integers(0, 50), methods=METHODS)
def test_without_any_time_passing_it_still_ends(
    answer: str, seed: int, methods: tuple[str, ...]
) -> None:
    """The bank is finite, and so is the patience with one theme."""
    held, clock = exam(plan(terms(methods=methods), per_theme=4, seed=seed))
    _hold(held, clock, lambda: 0, lambda: answer)
    assert held.record.ended
    assert_sound(held)


@settings(max_examples=30, deadline=None)
@given(answers=st.lists(ANSWERS, min_size=1, max_size=6), seed=st.integers(0, 50))
def test_a_rehearsal_ends_too(answers: list[str], seed: int) -> None:
    """Whatever is answered, with feedback between."""
    of = terms(kind=ExamKind.REHEARSAL, only="theme-2")
    held, _ = exam(make_exam_plan(opened(of, seed), bank(of, 4)))
    for turn in range(200):
        if held.record.ended:
            break
        if held.state is State.REFLECTING:
            held.go_on()
        elif held.pending():
            read(held)
        else:
            held.answer(answers[turn % len(answers)])
    assert held.record.ended
    assert {turn.competence for turn in held.record.turns} == {2}


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_may_be_handed_in_as_a_report(text: str) -> None:
    """It is taken, or refused with one sentence; quotes are verbatim but for white space."""
    held, _ = exam(plan(terms(methods=("report",))), ready=False)
    try:
        held.hand_in(Document.REPORT, text)
    except InterviewerError:
        assert held.phase is Phase.REPORT
        return
    held.hand_in(Document.OUTLINE, "")
    held.begin()
    held.end_presentation()
    held.begin()
    turn = held.record.turn
    assert turn is not None
    assert " ".join(turn.quote.split()) in " ".join(text.split())
