"""What comes next."""

from __future__ import annotations

import pytest
from toys import interview, plan, tell

from interviewer.domain import Aspect, Complexity, Missing
from interviewer.engine.interview import Interview
from interviewer.engine.plan import MAX_PROBES
from interviewer.record.record import State

APPLICATION_ONLY = (Aspect.APPLICATION,)


def begun(**options: object) -> Interview:
    """An interview on application at its first question."""
    held = interview(plan(aspects=APPLICATION_ONLY, **options))  # type: ignore[arg-type]
    held.rate_self(None, None)
    return held


@pytest.mark.parametrize(
    ("required", "start"),
    [(1, "low"), (2, "low"), (3, "some"), (4, "high"), (5, "high")],
)
def test_the_first_question_is_at_the_complexity_of_the_target(required: int, start: str) -> None:
    """What the role asks for decides where the questions start."""
    assert begun(required=required).record.turns[0].complexity == start


def test_the_complexity_steps_up_when_the_target_is_met() -> None:
    """After a competent answer at some complexity, a harder situation is asked about."""
    held = begun(required=3)
    for _ in range(4):
        tell(held, "led some.")
        if not held.record.turns[-1].is_probe and len(held.record.turns) > 1:
            break
    assert held.record.turns[-1].complexity is Complexity.HIGH


def test_the_complexity_steps_down_when_the_target_is_missed() -> None:
    """After a supporting part at some complexity, a simpler situation is asked about."""
    held = begun(required=3)
    while held.record.turns[-1].is_probe or len(held.record.turns) == 1:
        tell(held, "assisted some.")
    assert held.record.turns[-1].complexity is Complexity.LOW


def test_a_fixed_complexity_is_kept_to() -> None:
    """With --complexity no other one is asked about."""
    held = begun(required=3, complexity=Complexity.LOW, in_cell=3, per_aspect=3)
    while held.state is not State.REFLECTING:
        tell(held, "led low.")
    assert {turn.complexity for turn in held.record.turns} == {Complexity.LOW}


@pytest.mark.parametrize(
    ("answer", "probes_for"),
    [
        ("group did it.", Missing.OWN_PART),
        ("would do it.", Missing.OCCASION),
        ("self did it.", Missing.LED),
        ("led it.", Missing.COMPLEXITY),
        ("supervised some.", Missing.COMPLEXITY),
    ],
)
def test_the_first_missing_thing_that_could_change_the_rating_is_asked(
    answer: str, probes_for: Missing
) -> None:
    """Each gap in an application answer has its own probe."""
    held = begun(required=4)
    tell(held, answer)
    assert held.record.turns[-1].probes_for is probes_for


def test_nothing_is_probed_twice_in_a_thread() -> None:
    """What was asked for once is not asked for again, whatever came of it."""
    held = begun(required=5, per_aspect=1)
    while held.state is not State.REFLECTING:
        tell(held, "led some.")
    probed = [turn.probes_for for turn in held.record.turns if turn.is_probe]
    assert len(probed) == len(set(probed)) <= MAX_PROBES


def test_two_probes_that_bring_nothing_new_are_enough() -> None:
    """After two fruitless probes the interviewer moves on."""
    held = begun(required=5, per_aspect=1)
    while held.state is not State.REFLECTING:
        tell(held, "nothing of note.")
    assert len([turn for turn in held.record.turns if turn.is_probe]) <= 2


def test_a_target_that_is_met_allows_one_probe_beyond() -> None:
    """Once the role's level is shown, one more probe looks further, no more."""
    held = begun(required=3, per_aspect=1)
    tell(held, "led some.")
    tell(held, "supervised some.")
    assert held.state is State.REFLECTING


def test_evidence_of_different_occasions_is_not_mixed() -> None:
    """Leading something simple and helping with something hard is not leading that."""
    held = begun(required=3, per_aspect=2)
    while held.state is not State.REFLECTING:
        first = held.record.turns[-1].thread == 1
        tell(held, "led low." if first else "assisted high.")
    assert held.record.ratings[1, Aspect.APPLICATION].rating == 3


def test_no_question_comes_twice_before_the_cell_is_exhausted() -> None:
    """Within an interview every question is new as long as there are new ones."""
    held = begun(required=3, per_aspect=3, complexity=Complexity.SOME, in_cell=3)
    while held.state is not State.REFLECTING:
        tell(held, "led some.")
    asked = [turn.question_id for turn in held.record.turns if not turn.is_probe]
    assert len(asked) == len(set(asked)) == 3
