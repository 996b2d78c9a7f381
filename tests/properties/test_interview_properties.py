"""Whatever is done to an interview, in whatever order: these things hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from toys import MemoryLog, interview, opened, plan, read, tell

from interviewer.domain import Act, Aspect, InterviewerError
from interviewer.engine.flow import TABLE
from interviewer.engine.interview import Interview
from interviewer.engine.plan import MAX_PROBES, Plan
from interviewer.engine.policy import Wait, decide
from interviewer.record.record import State, fold

ANSWERS = st.sampled_from(
    [
        "I led it.",
        "assisted, low",
        "led some. group did",
        "supervised high",
        "sought high",
        "offtopic words",
        "explains some",
        "evaluates high. originates",
        "nothing much",
        "not-an-answer",
        "would",
    ]
)
TYPED = st.sampled_from(
    [
        "3 and 2",
        "skip",
        "what do you mean?",
        "/back",
        "/later",
        "/pause",
        "I don't know",
        "/nonsense",
    ]
)
COMMANDS = st.one_of(
    st.tuples(st.just("answer"), ANSWERS),
    st.tuples(st.just("say"), TYPED),
    st.tuples(st.just("act"), st.sampled_from(Act)),
    st.tuples(st.just("rate_self"), st.integers(-1, 6)),
    st.tuples(st.just("read"), st.booleans()),
    st.tuples(st.just("back"), st.none() | st.integers(-1, 9)),
    st.tuples(st.just("go_on"), st.none()),
    st.tuples(st.just("try_again"), st.sampled_from(Aspect)),
    st.tuples(st.just("reopen"), st.none()),
    st.tuples(st.just("withdraw"), st.none()),
)
# Withdrawing ends it all, so most sequences do without.
SEQUENCES = st.lists(COMMANDS.filter(lambda c: c[0] != "withdraw"), max_size=60) | st.lists(
    COMMANDS, max_size=30
)
PLANS = st.builds(
    plan,
    numbers=st.sampled_from([(1,), (1, 2)]),
    required=st.integers(1, 5),
    per_aspect=st.integers(1, 3),
    aspects=st.sampled_from([tuple(Aspect), (Aspect.APPLICATION,), (Aspect.KNOWLEDGE,)]),
    in_cell=st.integers(1, 2),
)


@dataclass
class Held:
    """An interview and the plan it is held under."""

    plan: Plan
    interview: Interview
    tries: int = field(default=0)


def do(held: Held, command: tuple[str, object]) -> None:
    """Carry out one command, whatever it is."""
    name, value = command
    it = held.interview
    match name:
        case "answer":
            it.answer(str(value))
        case "say":
            it.say(str(value))
        case "act":
            it.act(value)  # type: ignore[arg-type]
        case "rate_self":
            it.rate_self(value, value)  # type: ignore[arg-type]
        case "read" if value and it.pending():
            read(it)
        case "read" if pending := it.pending():
            it.fail(pending, "toy failure")
        case "back":
            it.back(value)  # type: ignore[arg-type]
        case "go_on":
            it.go_on()
        case "try_again":
            it.try_again(value)  # type: ignore[arg-type]
            held.tries += 1
        case "reopen":
            held.interview = Interview(held.plan, MemoryLog(it.stamped))
        case "withdraw":
            it.withdraw("enough")
        case _:
            return


def new(of: Plan) -> Held:
    """An interview that has just begun."""
    log = MemoryLog()
    log.append(opened(of))
    return Held(plan=of, interview=Interview(of, log))


@settings(max_examples=150, deadline=None)
@given(of=PLANS, commands=SEQUENCES)
def test_commands_in_any_order_keep_the_promises(
    of: Plan, commands: list[tuple[str, object]]
) -> None:
    """Illegal commands leave no trace; machine and record agree; replay equals; bounds hold."""
    held = new(of)
    for command in commands:
        before = list(held.interview.stamped)
        record = held.interview.record
        try:
            do(held, command)
        except InterviewerError:
            assert list(held.interview.stamped) == before
            assert held.interview.record == record
        it = held.interview
        assert it.state == it.record.state
        assert fold(it.stamped) == it.record
        assert isinstance(decide(of, it.record), Wait)
    assert_bounded(held)


def assert_bounded(held: Held) -> None:
    """Probes in a thread, and threads in an interview, stay within what the plan allows."""
    record = held.interview.record
    heads = [turn for turn in record.turns if not turn.is_probe]
    for head in heads:
        assert len(record.thread(head.number)) <= 1 + MAX_PROBES
    planned = len(held.plan.competences) * len(held.plan.aspects) * held.plan.questions_per_aspect
    assert len(heads) <= planned + held.tries


@settings(max_examples=60, deadline=None)
@given(of=PLANS, commands=SEQUENCES, answer=ANSWERS)
def test_every_interview_can_be_brought_to_its_end(
    of: Plan, commands: list[tuple[str, object]], answer: str
) -> None:
    """From wherever it stands, giving the same answer again and again comes to the end."""
    held = new(of)
    for command in commands:
        try:
            do(held, command)
        except InterviewerError:
            continue
    it = held.interview
    for _ in range(len(of.competences) * 80):
        if it.record.ended:
            break
        _go_on_somehow(it, answer)
    assert it.record.ended


def _go_on_somehow(it: Interview, answer: str) -> None:
    if it.pending():
        read(it)
    elif it.state is State.SELF_RATING:
        it.rate_self(None, None)
    elif it.state is State.REFLECTING:
        it.go_on()
    else:
        tell(it, answer)


@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_the_same_commands_give_the_same_interview(data: st.DataObject) -> None:
    """Two interviews under one seed that are told the same are the same, fact by fact."""
    of = data.draw(PLANS)
    commands = data.draw(SEQUENCES)
    one, two = new(of), new(of)
    for held in (one, two):
        for command in commands:
            try:
                do(held, command)
            except InterviewerError:
                continue
    assert list(one.interview.stamped) == list(two.interview.stamped)


def test_every_state_can_be_reached_and_left_but_the_last_two() -> None:
    """The table leads to every state but the first, and out of every state but the ends."""
    assert {move.dest for move in TABLE} == set(State) - {State.READY}
    sources = {source for move in TABLE for source in move.sources}
    assert sources == set(State) - {State.COMPLETE, State.WITHDRAWN}
    assert interview().state is State.SELF_RATING
