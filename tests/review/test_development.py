"""The development plan."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from report_samples import NUMBERS, SHIPPED, asks, begun, both, hold, record_at, records, steps
from toys import plan as toy_plan

from interviewer.domain import MAX_LEVEL, Aspect, Measure
from interviewer.framework.loader import load, load_development
from interviewer.record.record import Record
from interviewer.review.development import (
    MAX_ITEMS,
    PlanItem,
    Reason,
    about_plan,
    last_day,
    next_level,
    plan,
)
from interviewer.review.standing import Gap

STEPS = steps(range(1, 8))


def brief(items: tuple[PlanItem, ...]) -> list[tuple[int, str, int | None, int]]:
    """What each item is about, and from where to where."""
    return [(item.competence, item.aspect[0], item.level, item.to) for item in items]


def test_what_the_role_asks_for_comes_first_large_gaps_before_small() -> None:
    """Then those of the next role; of equal gaps, what the role asks more for."""
    levels = both(n1=(2, 1), n2=(3, 3), n3=(3, 4))
    record = record_at(
        levels,
        [asks(1, 3, 3), asks(2, 3, 4), asks(3, 3, 3)],
        [asks(1, 3, 3), asks(2, 5, 4), asks(3, 4, 3)],
    )
    found = plan(record, STEPS)
    assert brief(found) == [
        (1, "k", 1, 2),
        (2, "k", 3, 4),
        (1, "a", 2, 3),
        (2, "a", 3, 4),
        (3, "a", 3, 4),
    ]
    assert [item.reason for item in found] == [Reason.NOW] * 3 + [Reason.NEXT] * 2
    assert [item.size for item in found] == [
        Gap.LARGE, Gap.SMALL, Gap.SMALL, Gap.LARGE, Gap.SMALL,
    ]  # fmt: skip


def test_no_more_than_five() -> None:
    """Nobody works on six things."""
    levels = {(n, aspect): 1 for n in range(1, 5) for aspect in Aspect}
    assert len(plan(record_at(levels, [asks(n, 3, 3) for n in range(1, 5)]), STEPS)) == 5


@pytest.mark.parametrize(("rating", "to"), [(0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (5, 5)])
def test_one_step_up_and_from_0_to_the_first(rating: int, to: int) -> None:
    """Never two, however large the gap, and nothing beyond 5."""
    assert next_level(rating) == to


def test_a_step_has_its_texts() -> None:
    """Those of the competence, the aspect and the level that is reached."""
    item = plan(record_at(both(n1=(2, 3)), [asks(1, 4, 3)]), STEPS)[0]
    assert item.looks_like == "1 application at 3."
    assert item.actions == ("Do 1 application 3.", "Write it down.")
    assert item.ask_mentor == "What of 1 application 3?"


def test_a_framework_without_texts_still_has_a_plan() -> None:
    """What to work on is known without them."""
    item = plan(record_at(both(n1=(2, 3)), [asks(1, 4, 3)]), {})[0]
    assert (item.to, item.looks_like, item.actions, item.ask_mentor) == (3, "", (), "")


def test_it_starts_from_the_candidates_best_words() -> None:
    """Of what led to the rating, that which shows most, with its turn."""
    held = begun(
        toy_plan(per_aspect=1, aspects=[Aspect.APPLICATION]), requirements=(asks(1, 4, None),)
    )
    record = hold(held, ["assisted low. I led some of the works. low"])
    item = plan(record, STEPS)[0]
    assert item.starts_from is not None
    assert (item.starts_from.turn, item.starts_from.text) == (1, "I led some of the works.")


def test_a_small_gap_is_looked_at_sooner() -> None:
    """Six weeks after the last day for one level, twelve for more."""
    record = record_at(both(n1=(2, 1)), [asks(1, 3, 3)])
    assert last_day(record) == date(2026, 1, 1)
    days = {item.size: item.reassess_on for item in plan(record, STEPS)}
    assert days == {Gap.LARGE: date(2026, 3, 26), Gap.SMALL: date(2026, 2, 12)}


def test_a_time_that_is_none_leaves_no_date() -> None:
    """A hand-made transcript may hold anything there."""
    record = record_at(both(n1=(2, 1)), [asks(1, 3, 3)])
    for at in ("soon", "9999-12-31T23:59:59Z"):
        items = plan(replace(record, last_at=at), STEPS)
        assert [item.reassess_on for item in items] == [None, None]


def test_with_no_gap_the_plan_goes_further() -> None:
    """The lowest rated of what the role weighs most, and it is said that nothing falls short."""
    levels = both(n1=(4, 3), n2=(2, 2), n3=(3, 5))
    record = record_at(levels, [asks(1, 3, 3), asks(2, 1, 2), asks(3, 3, 4)])
    found = plan(record, STEPS)
    assert brief(found) == [(1, "k", 3, 4), (3, "a", 3, 4), (1, "a", 4, 5)]
    assert {item.reason for item in found} == {Reason.FURTHER}
    assert "going further" in about_plan(record, found)


def test_without_a_role_the_plan_is_for_the_lowest() -> None:
    """There is nothing to fall short of."""
    found = plan(record_at(both(n1=(4, 2), n2=(1, 3))), STEPS)
    assert brief(found) == [(2, "a", 1, 2), (1, "k", 2, 3), (2, "k", 3, 4)]


def test_a_role_without_ratings_gets_the_lowest_of_what_it_draws_on_most() -> None:
    """The order of its requirements is what matters most; what comes up to its aim is left."""
    levels = both(n1=(2, 3), n2=(1, 2), n3=(1, 4))
    wanted = [asks(3, None, None), asks(2, None, None), asks(1, None, None)]
    record = record_at(levels, wanted, measures=Measure.KSBS, aim=3)
    found = plan(record, STEPS)
    assert brief(found) == [(3, "a", 1, 2), (2, "a", 1, 2), (2, "k", 2, 3), (1, "a", 2, 3)]
    assert [item.size for item in found] == [Gap.LARGE, Gap.LARGE, Gap.SMALL, Gap.SMALL]
    assert "not described by ratings" in about_plan(record, found)


def test_what_was_not_rated_is_left_out_while_there_is_anything_else() -> None:
    """It is no level, so there is no step from it."""
    found = plan(record_at(both(n1=(None, 2)), [asks(1, 3, 3)]), STEPS)
    assert brief(found) == [(1, "k", 2, 3)]


def test_nothing_rated_at_all_tells_what_the_role_asks_for() -> None:
    """Without a level to start from, and without words of the candidate's."""
    record = record_at(both(n1=(None, None)), [asks(1, 3, 4)])
    found = plan(record, STEPS)
    assert brief(found) == [(1, "k", None, 4), (1, "a", None, 3)]
    assert {(item.reason, item.starts_from) for item in found} == {(Reason.NOT_RATED, None)}
    assert "Nothing was rated" in about_plan(record, found)


def test_before_any_result_there_is_no_plan_but_a_sentence() -> None:
    """An interview that was only opened."""
    record = begun(toy_plan()).record
    assert plan(record, STEPS) == ()
    assert "nothing to plan from yet" in about_plan(record, ())


def test_an_expert_everywhere_has_no_step() -> None:
    """There is none beyond 5."""
    levels = {(1, Aspect.APPLICATION): 5, (1, Aspect.KNOWLEDGE): 5}
    record = record_at(levels, [asks(1, 5, 5)])
    assert plan(record, STEPS) == ()
    assert "no step leads beyond it" in about_plan(record, ())


@settings(max_examples=80, deadline=None)
@given(records())
def test_whatever_was_held_the_plan_takes_one_step_at_a_time(record: Record) -> None:
    """Only aspects of the interview, each once, one step from its rating, with real quotes."""
    found = plan(record, steps(NUMBERS))
    assert len(found) <= MAX_ITEMS
    assert len({(item.competence, item.aspect) for item in found}) == len(found)
    for item in found:
        assert item.competence in record.reflected
        assert item.aspect in record.opened.aspects
        assert item.to <= MAX_LEVEL
        assert item.looks_like == f"{item.competence} {item.aspect} at {item.to}."
        rated = record.ratings[item.competence, item.aspect]
        assert item.level == rated.rating
        if item.level is not None:
            assert item.level < item.to <= max(item.level + 1, 2)
        if item.starts_from:
            answer = record.turns[item.starts_from.turn - 1].answer
            assert answer is not None and item.starts_from.text in answer
            assert item.starts_from.turn in rated.turns


@settings(max_examples=60, deadline=None)
@given(records())
def test_what_was_not_rated_never_pushes_out_what_was(record: Record) -> None:
    """Either all items have a level to start from, or nothing rated could go in."""
    found = plan(record, {})
    if any(item.level is None for item in found):
        assert all(item.level is None for item in found)
        assert all(rated.rating in (None, MAX_LEVEL) for rated in record.ratings.values())


def test_every_step_of_the_shipped_framework_has_its_texts() -> None:
    """For each competence and aspect, each level from 2 to 5; nothing else."""
    framework = load(SHIPPED, "apm-2")
    found = load_development(SHIPPED, "apm-2")
    wanted = {
        (competence.number, aspect, to)
        for competence in framework.competences
        for aspect in Aspect
        for to in range(2, MAX_LEVEL + 1)
    }
    assert set(found) == wanted
    for step in found.values():
        assert step.looks_like and step.ask_mentor.endswith("?")
        assert 2 <= len(step.actions) <= 3
