"""Agreement of assessor, candidates and mentors: figures that can be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from desk_samples import desk, held, reviewed
from exam_toys import saved
from hypothesis import given
from hypothesis import strategies as st

from interviewer.domain import Aspect
from interviewer.record.reading import read
from interviewer.record.record import Record, fold
from interviewer.review import moderation
from interviewer.review.calibration import (
    CAVEAT,
    ENOUGH,
    Agreement,
    Pair,
    Voices,
    calibration,
    calibration_lines,
    differing_answers,
    pairs_of,
)


def record_of(path: Path) -> Record:
    """The record of a transcript."""
    record = fold(read(path).stamped)
    assert record is not None
    return record


def pairs(
    levels: Sequence[tuple[int, int]],
    *,
    an_interview: int = 2,
    voices: Voices = Voices.ASSESSOR_MENTOR,
) -> list[Pair]:
    """Pairs of levels, some of them in each interview."""
    return [
        Pair(
            voices=voices,
            interview=f"i{at // an_interview}",
            competence=4,
            title="Risk",
            aspect=Aspect.APPLICATION,
            first=first,
            second=second,
        )
        for at, (first, second) in enumerate(levels)
    ]


def overall(levels: Sequence[tuple[int, int]], **how: int) -> Agreement:
    """The agreement over all of them."""
    return calibration(pairs(levels, **how), ()).overall(Voices.ASSESSOR_MENTOR)


def test_full_agreement() -> None:
    """Kappa 1, whatever is drawn."""
    found = overall([(level, level) for level in range(1, 6)] * 6)
    assert (found.n, found.interviews, found.kappa) == (30, 15, 1.0)
    assert (found.exact, found.within_one, found.bias) == (1.0, 1.0, 0.0)
    assert found.interval == (1.0, 1.0)


def test_a_table_worked_out_by_hand() -> None:
    """Ten (1,1), five (1,2), five (2,1), ten (2,2): each voice half and half.

    Seen disagreement 10/30, expected by chance 1/2: kappa is 1 - (1/3)/(1/2) = 1/3.
    """
    found = overall([(1, 1)] * 10 + [(1, 2)] * 5 + [(2, 1)] * 5 + [(2, 2)] * 10)
    assert found.kappa == 0.333
    assert (found.exact, found.within_one, found.bias) == (0.667, 1.0, 0.0)
    assert found.interval is not None
    assert found.interval[0] < 0.333 < found.interval[1]


def test_distance_counts_squared_and_bias_has_a_sign() -> None:
    """The second voice is one above throughout: chance explains a part of that, not all."""
    found = overall([(level, level + 1) for level in range(1, 5)] * 5)
    assert (found.exact, found.within_one, found.bias) == (0.0, 1.0, 1.0)
    # each voice's variance is 1.25: 1 - 1 / (1.25 + 1.25 + 1)
    assert found.kappa == pytest.approx(1 - 1 / 3.5, abs=0.001)


def test_too_few_tell_nothing() -> None:
    """Below twenty there are no figures, and it says so."""
    found = calibration(pairs([(3, 3)] * (ENOUGH - 1)), ())
    whole = found.overall(Voices.ASSESSOR_MENTOR)
    assert (whole.n, whole.enough) == (19, False)
    assert whole.kappa is whole.exact is whole.within_one is whole.bias is whole.interval is None
    text = "\n".join(calibration_lines(found))
    assert "too few to tell (n = 19; at least 20 are needed)" in text
    assert CAVEAT not in text


def test_one_level_only_has_no_kappa() -> None:
    """There is nothing to tell apart; agreement is still counted."""
    found = overall([(3, 3)] * 20)
    assert (found.kappa, found.interval, found.exact) == (None, None, 1.0)
    text = "\n".join(calibration_lines(calibration(pairs([(3, 3)] * 20), ())))
    assert "all ratings are of one level" in text


def test_few_interviews_give_no_interval() -> None:
    """However many pairs they hold: there is nothing to draw from."""
    found = overall([(1, 1), (2, 3), (4, 4), (5, 4)] * 10, an_interview=20)
    assert (found.n, found.interviews, found.interval) == (40, 2, None)
    assert found.kappa is not None


def test_equal_pairs_equal_figures() -> None:
    """The draws are seeded, and the order of the interviews makes no difference."""
    chance = np.random.default_rng(1)
    levels = [(int(a), int(b)) for a, b in chance.integers(0, 6, (60, 2))]
    there = pairs(levels)
    assert calibration(there, ()) == calibration(there[::-1], ())


def test_the_interval_covers_what_is_true() -> None:
    """Of samples of a known population, about 95 in 100 intervals hold its kappa (here >= 85)."""
    chance = np.random.default_rng(2)

    def drawn(count: int) -> list[tuple[int, int]]:
        truth = chance.integers(0, 6, count)
        noise = chance.integers(-1, 2, (count, 2))
        both = np.clip(truth[:, None] + noise, 0, 5)
        return [(int(a), int(b)) for a, b in both]

    true = overall(drawn(50_000), an_interview=1000).kappa
    assert true is not None
    held_in = 0
    for _ in range(60):
        found = calibration(pairs(drawn(80)), (), draws=300).overall(Voices.ASSESSOR_MENTOR)
        assert found.interval is not None
        held_in += found.interval[0] <= true <= found.interval[1]
    assert held_in >= 51


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=20, max_size=40))
def test_figures_keep_to_their_bounds(levels: list[tuple[int, int]]) -> None:
    """Whatever the levels are, and kappa is the same from either side."""
    one = calibration(pairs(levels), (), draws=20).overall(Voices.ASSESSOR_MENTOR)
    turned = [(second, first) for first, second in levels]
    other = calibration(pairs(turned), (), draws=20).overall(Voices.ASSESSOR_MENTOR)
    assert one.kappa is None or -1 <= one.kappa <= 1
    assert one.kappa == other.kappa
    assert one.exact is not None
    assert one.within_one is not None
    assert 0 <= one.exact <= one.within_one <= 1


def test_groups_of_competence_and_aspect() -> None:
    """Each has its own line, and its own "too few"."""
    found = calibration(pairs([(1, 2), (3, 3)] * 12), ())
    keys = {(each.aspect, each.competence): each.n for each in found.agreements if each.n}
    assert keys == {
        (None, None): 24,
        (Aspect.APPLICATION, None): 24,
        (None, 4): 24,
        (Aspect.APPLICATION, 4): 24,
    }


def test_what_is_compared_in_one_interview(tmp_path: Path) -> None:
    """Mentors on what they judged; candidates on aspects as a whole."""
    found = {
        (each.voices, each.aspect, each.first, each.second)
        for each in pairs_of(record_of(reviewed(tmp_path)))
    }
    assert found == {
        (Voices.ASSESSOR_MENTOR, Aspect.APPLICATION, 3, 4),
        (Voices.ASSESSOR_MENTOR, Aspect.KNOWLEDGE, 3, 3),
        (Voices.ASSESSOR_SELF, Aspect.APPLICATION, 3, 2),
        (Voices.MENTOR_SELF, Aspect.APPLICATION, 4, 2),
    }


def test_two_mentors_are_compared_on_the_same_thing(tmp_path: Path) -> None:
    """In the order of their names; a rating that no longer stands is left out."""
    path = held(tmp_path)
    with desk(tmp_path) as open_:
        for mentor, rating in (("Mo", 1), ("Ann", 5), ("Mo", 2)):
            open_.make(
                lambda r, _, m=mentor, n=rating: moderation.moderate_turn(r, m, 1, n, "So.")  # type: ignore[misc]
            )
    found = list(pairs_of(record_of(path)))
    two = [(e.first, e.second) for e in found if e.voices is Voices.MENTOR_MENTOR]
    assert two == [(5, 2)]
    assert sum(each.voices is Voices.ASSESSOR_MENTOR for each in found) == 2


def test_the_answers_that_differ_most_come_first(tmp_path: Path) -> None:
    """With turn, both ratings and the reason; those agreed with are not among them."""
    path = held(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, 2, "Simpler."))
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 3, 0, "Not \x1b[31mthat."))
        open_.make(lambda r, _: moderation.moderate_turn(r, "Ann", 1, None))
    record = record_of(path)
    found = calibration(list(pairs_of(record)), differing_answers(record))
    assert [(each.turns, each.difference) for each in found.differ_most] == [((3,), -3), ((1,), -1)]
    assert found.differ_most[0].mentor_name == "Mo"


def test_levels_that_there_are_not_are_left_out(tmp_path: Path) -> None:
    """A file may come from anywhere, and say anything."""
    from interviewer.record import facts
    from interviewer.record.transcript import Transcript

    path = held(tmp_path)
    with Transcript.open(tmp_path, path.stem) as transcript:
        transcript.append(
            facts.Moderated(
                mentor="X", competence=4, aspect=Aspect.APPLICATION, rating=99, agrees=False,
                assessed=-7, turn=1,
            )
        )  # fmt: skip
    assert all(each.voices is Voices.ASSESSOR_SELF for each in pairs_of(record_of(path)))


def test_no_interviews_at_all() -> None:
    """Also an answer."""
    text = "\n".join(calibration_lines(calibration((), ())))
    assert "Over 0 interviews" in text
    assert "n = 0" in text


def test_a_mock_assessment_is_left_out(tmp_path: Path) -> None:
    """Its numbers are those of themes, so it would be counted to other competences."""
    path = saved(tmp_path)
    with desk(tmp_path, path.stem) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, 5, "More."))
        assert not list(pairs_of(open_.record))
        assert not list(differing_answers(open_.record))
