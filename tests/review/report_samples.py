"""Interviews that have been held, for what reads them: run by the engine with a toy reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle
from pathlib import Path

from hypothesis import strategies as st
from msgspec.structs import replace
from toys import MemoryLog, opened, plan, tell

from interviewer.domain import Act, Aspect, DevelopmentStep, Measure, Requirement
from interviewer.engine.interview import Interview
from interviewer.engine.plan import Plan
from interviewer.record.facts import Opened
from interviewer.record.record import Record, State

SHIPPED = Path(__file__).parents[2] / "frameworks"
SKIP = ""  # an answer that is none

# An answer of each level, as the toy reader takes it.
BY_LEVEL = {
    Aspect.APPLICATION: ("offtopic", "something", "assisted", "led some", "supervised high",
                         "sought high"),
    Aspect.KNOWLEDGE: ("offtopic", "aware", "describes", "explains", "evaluates high",
                       "originates high"),
}  # fmt: skip


def asks(number: int, application: int | None, knowledge: int | None) -> Requirement:
    """What a role asks for in one competence."""
    return Requirement(competence=number, application=application, knowledge=knowledge)


def steps(numbers: Iterable[int]) -> dict[tuple[int, Aspect, int], DevelopmentStep]:
    """A text for each step of some competences."""
    return {
        (number, aspect, to): DevelopmentStep(
            competence=number,
            aspect=aspect,
            to=to,
            looks_like=f"{number} {aspect} at {to}.",
            actions=(f"Do {number} {aspect} {to}.", "Write it down."),
            ask_mentor=f"What of {number} {aspect} {to}?",
        )
        for number in numbers
        for aspect in Aspect
        for to in range(2, 6)
    }


def begun(of: Plan, **changes: object) -> Interview:
    """A toy interview whose first fact has been changed."""
    log = MemoryLog()
    first: Opened = replace(opened(of), **changes)
    log.append(first)
    return Interview(of, log)


def hold(
    held: Interview,
    answers: Iterable[str],
    own: Iterable[tuple[int | None, int | None]] = ((3, 3),),
    until: int | None = None,
) -> Record:
    """Hold an interview to its end, or until so many competences were gone through."""
    said, placed = cycle(answers), cycle(own)
    while not held.record.ended:
        if until is not None and len(held.record.reflected) >= until:
            break
        if held.state is State.SELF_RATING:
            held.rate_self(*next(placed))
        elif held.state is State.REFLECTING:
            held.go_on()
        else:
            answer_once(held, next(said))
    return held.record


def answer_once(held: Interview, text: str) -> None:
    """Answer the question that stands, or skip it."""
    if text == SKIP:
        held.act(Act.SKIP)
    else:
        tell(held, text)


def hold_at(
    held: Interview,
    levels: Mapping[tuple[int, Aspect], int | None],
    own: Iterable[tuple[int | None, int | None]] = ((3, 3),),
    words: str = "",
) -> Record:
    """Hold an interview to its end so that each aspect comes to a level (None: not rated).

    Args:
        words: put before each answer.
    """
    placed = cycle(own)
    while not held.record.ended:
        if held.state is State.SELF_RATING:
            held.rate_self(*next(placed))
        elif held.state is State.REFLECTING:
            held.go_on()
        else:
            turn = held.record.turn
            assert turn
            level = levels[turn.competence, turn.aspect]
            text = SKIP if level is None else f"{words}{BY_LEVEL[turn.aspect][level]}"
            answer_once(held, text)
    for key, level in levels.items():
        assert held.record.ratings[key].rating == level, (key, level)
    return held.record


def record_at(
    levels: Mapping[tuple[int, Aspect], int | None],
    required: Sequence[Requirement] = (),
    next_required: Sequence[Requirement] = (),
    own: Iterable[tuple[int | None, int | None]] = ((3, 3),),
    *,
    measures: Measure = Measure.RATINGS,
    words: str = "",
    **changes: object,
) -> Record:
    """A finished interview with these results; competences by number."""
    numbers = tuple(dict.fromkeys(number for number, _ in levels))
    aspects = tuple(each for each in Aspect if any(aspect is each for _, aspect in levels))
    held = begun(
        plan(numbers=numbers, per_aspect=1, aspects=aspects, required=5),
        requirements=tuple(required),
        next_requirements=tuple(next_required),
        next_title="Next role" if next_required else "",
        profile_title="Role" if required else "",
        measures=measures,
        **changes,
    )
    return hold_at(held, levels, own, words)


def both(**levels: tuple[int | None, int | None]) -> dict[tuple[int, Aspect], int | None]:
    """Levels as ``both(n1=(application, knowledge))``."""
    return {
        (int(name[1:]), aspect): level
        for name, pair in levels.items()
        for aspect, level in zip(Aspect, pair, strict=True)
    }


# --- any interview --------------------------------------------------------------------------------

ANSWERS = st.sampled_from(
    [
        SKIP,
        "I led it.",
        "assisted, low. The group did it.",
        "led some. group did",
        "supervised high\nsought high",
        "offtopic words",
        "explains some. describes",
        "evaluates high. originates",
        "nothing much",
        "not-an-answer",
        "would",
    ]
)
LEVELS = st.none() | st.integers(1, 5)
NUMBERS = (1, 2, 3)


def _required() -> st.SearchStrategy[tuple[Requirement, ...]]:
    one = st.tuples(LEVELS, LEVELS)
    return st.lists(one, max_size=len(NUMBERS)).map(
        lambda found: tuple(asks(n, *pair) for n, pair in zip(NUMBERS, found, strict=False))
    )


@st.composite
def records(draw: st.DrawFn, answers: st.SearchStrategy[str] = ANSWERS) -> Record:
    """Any interview: roles of each kind, finished, left or ended early."""
    aspects = draw(st.sampled_from([tuple(Aspect), (Aspect.APPLICATION,), (Aspect.KNOWLEDGE,)]))
    after = draw(_required())
    held = begun(
        plan(numbers=NUMBERS, per_aspect=draw(st.integers(1, 2)), aspects=aspects),
        requirements=draw(_required()),
        next_requirements=after,
        next_title="Next" if after else "",
        measures=draw(st.sampled_from(Measure)),
        aim=draw(st.none() | st.integers(2, 4)),
    )
    record = hold(
        held,
        draw(st.lists(answers, min_size=1, max_size=8)),
        draw(st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=3)),
        until=draw(st.integers(0, len(NUMBERS))),
    )
    if not record.ended and draw(st.booleans()):
        held.withdraw()
    return held.record
