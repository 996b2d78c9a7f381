"""The second ear: what words alone speak for, and how alike two texts are in them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.assessor.words import WordModel

VOCABULARY = {"the": 1.0, "plan": 3.0, "penguin": 6.0, "the plan": 5.0}
MODEL = WordModel(
    {
        "toy_vocabulary": np.frombuffer("\n".join(VOCABULARY).encode(), np.uint8),
        "toy_idf": np.array(list(VOCABULARY.values())),
        "toy_weights": np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0], [0.0, 0.0]]),
        "toy_bias": np.zeros(2),
    },
    "toy",
)
TEXTS = st.text(alphabet="abc the plan penguin ?!", max_size=60)


def test_the_same_words_are_alike_and_others_are_not() -> None:
    """Whatever their order, and however often."""
    assert MODEL.likeness("The penguin plan", "plan, penguin! Plan?") == pytest.approx(1.0)
    assert MODEL.likeness("the penguin", "the plan") == 0.0
    assert MODEL.likeness("", "the plan") == MODEL.likeness("the", "the") == 0.0


def test_a_rare_word_makes_more_alike_than_a_common_one() -> None:
    """And one that was never heard is as rare as any."""
    text = "the penguin plan zebra"
    rare, known, unheard = (MODEL.likeness(text, each) for each in ("penguin", "plan", "zebra"))
    assert known < rare == unheard


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    """0 to 1, for any text."""
    found = MODEL.likeness(one, other)
    assert 0.0 <= found <= 1.0 + 1e-9
    assert found == pytest.approx(MODEL.likeness(other, one))


def test_words_speak_for_their_class() -> None:
    """And a text without any known word for none in particular."""
    assert MODEL.likelihoods("plan plan")[0] > 0.5 > MODEL.likelihoods("a penguin")[0]
    assert MODEL.likelihoods("nothing known") == pytest.approx([0.5, 0.5])
