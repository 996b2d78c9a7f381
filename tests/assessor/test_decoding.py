"""From probabilities to what was shown: made-up numbers in, facets and doubt out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.assessor.decoding import Decided, decide, strongest
from interviewer.assessor.network import Part
from interviewer.assessor.rating import APPLICATION, KNOWLEDGE
from interviewer.domain import Aspect, Autonomy, Complexity, Confidence, Knowing

APP, KNO = Aspect.APPLICATION, Aspect.KNOWLEDGE


def at(place: int, size: int, sure: float = 0.9) -> np.ndarray:
    """Probabilities that speak for one place."""
    values = np.full(size, (1 - sure) / (size - 1), np.float32)
    values[place] = sure
    return values


def part(
    autonomy: int = 0, complexity: int = 0, knowledge: int = 0, level: int = 1, sure: float = 0.9
) -> Part:
    """A part of one sentence, about which the network is so sure."""
    return Part(
        first=0,
        facets={},
        whole={
            "autonomy": at(autonomy, 5, sure),
            "complexity": at(complexity, 4, sure),
            "knowledge": at(knowledge, 6, sure),
        },
        levels=np.stack([at(level, 6, sure)] * 2),
        about=at(0, 27),
        sentence_competences=np.stack([at(0, 28)]),
    )


@pytest.mark.parametrize(
    ("autonomy", "complexity", "level", "shown"),
    [
        (1, 2, 2, (Autonomy.ASSISTED, Complexity.SOME)),
        (2, 2, 3, (Autonomy.LED, Complexity.SOME)),
        (3, 3, 4, (Autonomy.SUPERVISED, Complexity.HIGH)),
        (4, 3, 5, (Autonomy.SOUGHT, Complexity.HIGH)),
        (0, 0, 1, (None, None)),
    ],
)
def test_where_all_agree_that_is_it(
    autonomy: int, complexity: int, level: int, shown: tuple[object, object]
) -> None:
    """Facets and whole say the same: high confidence."""
    found = decide(APP, part(autonomy, complexity, level=level))
    assert (found.autonomy, found.complexity) == shown
    assert found.shows
    assert found.confidence is Confidence.HIGH


def test_knowledge_is_read_for_knowledge_only() -> None:
    """And autonomy for application only."""
    found = decide(KNO, part(autonomy=4, complexity=3, knowledge=4, level=4))
    assert (found.knowledge, found.autonomy) == (Knowing.EVALUATES, None)
    found = decide(APP, part(autonomy=2, complexity=2, knowledge=5, level=3))
    assert (found.knowledge, found.autonomy) == (None, Autonomy.LED)


def test_nothing_shown_is_no_level_one() -> None:
    """0 and 1 have the same facets: the whole tells them apart."""
    assert not decide(APP, part(level=0)).shows
    assert not decide(KNO, part(level=0)).shows
    assert decide(APP, part(level=1)).shows


def test_where_facets_and_whole_differ_there_is_doubt() -> None:
    """Two levels apart is low confidence, whatever is taken."""
    found = decide(APP, part(autonomy=4, complexity=3, level=2))
    assert found.confidence is Confidence.LOW


def test_the_whole_settles_what_the_facets_leave_open() -> None:
    """Assisted and led are as likely; the whole says 2."""
    open_ = part(level=2)
    even = np.array([0.0, 0.48, 0.48, 0.02, 0.02], np.float32)
    both = Part(
        first=0,
        facets={},
        whole={**open_.whole, "autonomy": even, "complexity": at(2, 4)},
        levels=open_.levels,
        about=open_.about,
        sentence_competences=open_.sentence_competences,
    )
    assert decide(APP, both).autonomy is Autonomy.ASSISTED


def test_of_several_parts_the_one_that_shows_most_counts() -> None:
    """What stands at the end of a long answer counts as much as its beginning."""
    low = decide(APP, part(autonomy=1, complexity=2, level=2))
    high = decide(APP, part(autonomy=2, complexity=2, level=3))
    assert strongest([low, high], APP) == 1
    assert strongest([high, low], APP) == 0
    assert strongest([Decided(shows=False), low], APP) == 1


@given(
    st.integers(0, 4), st.integers(0, 3), st.integers(0, 5), st.integers(0, 5), st.floats(0.3, 0.99)
)
def test_what_is_decided_is_in_the_table(
    autonomy: int, complexity: int, knowledge: int, level: int, sure: float
) -> None:
    """Whatever the network says: a cell of the table, likelihoods in range, the same each time."""
    given_ = part(autonomy, complexity, knowledge, level, sure)
    for aspect in Aspect:
        found = decide(aspect, given_)
        assert 0 < found.likelihood <= 1
        assert found == decide(aspect, given_)
        if aspect is APP:
            assert APPLICATION[found.autonomy][found.complexity]
        else:
            assert KNOWLEDGE[found.knowledge][found.complexity]
