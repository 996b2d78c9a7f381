"""Which question of a cell is put: the one met least often, and the same again from the facts."""

from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from toys import interview, plan, tell

from interviewer.domain import Aspect, Complexity
from interviewer.engine.interview import Interview
from interviewer.engine.plan import Plan
from interviewer.engine.policy import Ask, decide
from interviewer.record import facts
from interviewer.record.record import State, fold

IN_CELL = 3
SEEDS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=7)


def one_cell(seed: int) -> Plan:
    """A plan of one question on application at low complexity."""
    return plan(
        aspects=(Aspect.APPLICATION,),
        complexity=Complexity.LOW,
        per_aspect=1,
        in_cell=IN_CELL,
        seed=seed,
    )


def held(of: Plan, asked_before: dict[str, int]) -> Interview:
    """An interview that was brought to its end."""
    it = interview(of, asked_before)
    while not it.record.ended:
        if it.state is State.SELF_RATING:
            it.rate_self(None, None)
        elif it.state is State.REFLECTING:
            it.go_on()
        else:
            tell(it, "led low. explains")
    return it


def asked(it: Interview) -> list[str]:
    """The questions that were put, by id."""
    return [item.fact.question for item in it.stamped if isinstance(item.fact, facts.Asked)]


@settings(max_examples=60, deadline=None)
@given(seeds=SEEDS)
def test_no_question_is_put_again_before_its_cell_is_exhausted(seeds: list[int]) -> None:
    """Across interviews, whatever their seeds: each of a cell once, then each twice ..."""
    met: Counter[str] = Counter()
    for number, seed in enumerate(seeds, start=1):
        met.update(asked(held(one_cell(seed), dict(met))))
        times = [met[f"toy-1-application-low-{nth}"] for nth in range(1, IN_CELL + 1)]
        assert sum(times) == number
        assert max(times) - min(times) <= 1


def test_what_was_met_before_counts_within_an_interview_too() -> None:
    """A second question on a cell is again the one that was met least."""
    of = plan(
        aspects=(Aspect.APPLICATION,), complexity=Complexity.LOW, per_aspect=2, in_cell=IN_CELL
    )
    name = "toy-1-application-low-{}".format
    before = {name(1): 4, name(3): 1}
    assert asked(held(of, before)) == [name(2), name(3)]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    before=st.dictionaries(
        st.sampled_from([f"toy-1-application-{c}-{n}" for c in Complexity for n in (1, 2, 3)]),
        st.integers(1, 3),
    ),
)
def test_the_choice_follows_from_the_transcript_alone(seed: int, before: dict[str, int]) -> None:
    """Replaying the facts up to each question, the policy chooses that question."""
    of = plan(in_cell=IN_CELL, seed=seed, per_aspect=2)
    it = held(of, before)
    for place, item in enumerate(it.stamped):
        if isinstance(item.fact, facts.Asked):
            record = fold(it.stamped[:place])
            assert record is not None
            step = decide(of, record)
            assert isinstance(step, Ask)
            assert step.question.id == item.fact.question


def test_a_transcript_from_before_this_was_kept_can_be_read() -> None:
    """Who has no history is asked as if nothing had been put before."""
    fact = interview(one_cell(1)).stamped[0].fact
    line = {**msgspec.to_builtins(fact)}
    del line["asked_before"]
    assert msgspec.convert(line, facts.Opened).asked_before == {}
