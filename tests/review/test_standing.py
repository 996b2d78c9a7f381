"""Where the candidate stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from report_samples import SKIP, asks, begun, both, hold, record_at, records
from toys import plan

from interviewer.domain import Aspect
from interviewer.record.record import Record
from interviewer.review.results import AspectResult
from interviewer.review.standing import Gap, gap_in_words, own_view, size_of, standing


def figures(
    rating: int | None, own: int | None = None, required: int | None = None
) -> AspectResult:
    """An aspect with these figures and nothing else."""
    return AspectResult(
        aspect=Aspect.APPLICATION,
        rating=rating,
        span=None,
        self_rating=own,
        required=required,
        gap=None,
        quotes=(),
        not_heard=(),
        left_out=(),
    )


@pytest.mark.parametrize(
    ("gap", "size"),
    [(None, Gap.UNKNOWN), (-2, Gap.NONE), (0, Gap.NONE), (1, Gap.SMALL), (2, Gap.LARGE),
     (5, Gap.LARGE)],
)  # fmt: skip
def test_gaps_are_none_small_large_or_unknown(gap: int | None, size: Gap) -> None:
    """One level is small, two and more are large; above what is asked for is no gap."""
    assert size_of(gap) is size


def test_a_gap_in_words_tells_why_there_is_none() -> None:
    """Met, not asked for, and not known are three things."""
    assert gap_in_words(Gap.NONE, -1, 2) == "none"
    assert gap_in_words(Gap.UNKNOWN, None, None) == "no level asked for"
    assert gap_in_words(Gap.UNKNOWN, None, 3) == "not known"
    assert gap_in_words(Gap.SMALL, 1, 3) == "small, 1 level"
    assert gap_in_words(Gap.LARGE, 2, 3) == "large, 2 levels"


def test_not_rated_not_demonstrated_and_1_are_three_things() -> None:
    """Not rated has no gap at all; 0 and 1 have gaps that differ by one."""
    levels = both(n1=(None, None), n2=(0, 0), n3=(1, 1))
    found = standing(record_at(levels, [asks(n, 3, 2) for n in (1, 2, 3)])).competences
    told = [(e.aspects[0].result.rating, e.aspects[0].result.gap, e.aspects[1].size) for e in found]
    assert told == [
        (None, None, Gap.UNKNOWN),
        (0, 3, Gap.LARGE),
        (1, 2, Gap.SMALL),
    ]


def test_the_next_role_has_gaps_of_its_own() -> None:
    """What is met now may fall short of what comes next."""
    record = record_at(both(n1=(3, 2)), [asks(1, 3, 2)], [asks(1, 4, 4)])
    application, knowledge = standing(record).competences[0].aspects
    assert (application.size, application.next_size) == (Gap.NONE, Gap.SMALL)
    assert (knowledge.size, knowledge.next_size) == (Gap.NONE, Gap.LARGE)


@settings(max_examples=60, deadline=None)
@given(records())
def test_gaps_are_plain_arithmetic(record: Record) -> None:
    """Required minus rating where both are known, and unknown where either is not."""
    for competence in standing(record).competences:
        for aspect in competence.aspects:
            result = aspect.result
            for size, asked in (
                (aspect.size, result.required),
                (aspect.next_size, result.next_required),
            ):
                if result.rating is None or asked is None:
                    assert size is Gap.UNKNOWN
                else:
                    short = asked - result.rating
                    expected = Gap.NONE if short < 1 else Gap.SMALL if short == 1 else Gap.LARGE
                    assert size is expected


# --- strengths ------------------------------------------------------------------------------------


def test_strengths_meet_what_is_asked_for_best_first() -> None:
    """The highest first, then the most above what is asked for; one short aspect is none."""
    levels = both(n1=(3, 3), n2=(4, 4), n3=(3, 3), n4=(5, 2), n5=(2, 2))
    wanted = [asks(1, 3, 3), asks(2, 3, 3), asks(3, 2, 2), asks(4, 3, 3), asks(5, 3, 1)]
    found = standing(record_at(levels, wanted)).strengths
    assert [each.number for each in found] == [2, 3, 1]


def test_at_most_five_strengths() -> None:
    """More would be a list of everything."""
    levels = {(n, aspect): 3 for n in range(1, 8) for aspect in Aspect}
    assert len(standing(record_at(levels, [asks(n, 2, 2) for n in range(1, 8)])).strengths) == 5


def test_without_requirements_competent_is_a_strength() -> None:
    """3 is one, 2 is none, and what was not rated does not count against it."""
    found = standing(record_at(both(n1=(3, None), n2=(3, 2), n3=(None, None)))).strengths
    assert [each.number for each in found] == [1]
    assert [each.aspect for each in found[0].aspects] == [Aspect.APPLICATION]


def test_nothing_demonstrated_is_never_a_strength() -> None:
    """Not even where nothing much is asked for."""
    assert standing(record_at(both(n1=(0, None)), [asks(1, 0, None)])).strengths == ()


# --- the candidate's own view ---------------------------------------------------------------------


def test_the_own_view_is_the_mean_of_self_minus_heard() -> None:
    """Half a level above, over the eight that have both; two without a pair add nothing."""
    pairs = [(3, 3)] * 5 + [(3, 4), (2, 3), (1, 3)] + [(None, 5), (2, None)]
    view = own_view([figures(rating, own) for rating, own in pairs])
    assert (view.bias, view.over, view.under, view.right, view.of) == (0.5, 3, 0, 5, 8)
    assert view.sentences == (
        "You placed yourself about half a level above what was heard, over eight ratings.",
        "Three were higher, none lower and five the same.",
    )


@pytest.mark.parametrize(
    ("off", "told"),
    [
        (0, "about level with what was heard"),
        (1, "about one level above what was heard"),
        (-1, "about one level below what was heard"),
        (2, "about two levels above what was heard"),
        (3, "about three levels above what was heard"),
    ],
)
def test_the_bias_in_words(off: int, told: str) -> None:
    """Plain amounts, above or below."""
    assert told in own_view([figures(2, 2 + off)] * 3).sentences[0]


def test_a_bias_between_two_levels_is_told_in_halves() -> None:
    """One and a half, and two and a half."""
    for low, told in ((1, "one and a half levels"), (2, "two and a half levels")):
        results = [figures(1, 1 + low), figures(1, 2 + low)] * 2
        assert told in own_view(results).sentences[0]


@pytest.mark.parametrize(
    ("of", "told"), [(0, "no self-rating"), (1, "is only one rating"), (2, "are only two ratings")]
)
def test_too_few_to_tell(of: int, told: str) -> None:
    """Under three there is no bias, and it is said why."""
    view = own_view([figures(3, 5)] * of)
    assert (view.bias, view.of) == (None, of)
    assert len(view.sentences) == 1
    assert told in view.sentences[0]


# --- how far --------------------------------------------------------------------------------------


def test_what_was_not_come_to_is_there_and_marked() -> None:
    """An interview that was left stands as it is."""
    record = hold(begun(plan(numbers=(1, 2), per_aspect=1)), ["led some"], until=1)
    first, second = standing(record).competences
    assert (first.reached, second.reached) == (True, False)
    assert [aspect.result.rating for aspect in second.aspects] == [None, None]


def test_skipping_everything_leaves_nothing_rated() -> None:
    """Not a 0 in sight."""
    found = standing(hold(begun(plan(per_aspect=1)), [SKIP]))
    assert [aspect.result.rating for aspect in found.competences[0].aspects] == [None, None]
    assert found.strengths == ()
