"""By which words a KSB is recognised: its verb and what it is done to, by who speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.domain import Sign
from interviewer.engine.signs import done_by_speaker, explained

SIGN = Sign(ksb="S1", says=("updated", "got ... down"), beside=(("price*", "plan"), ("week*",)))


def fits(*sentences: str, at: int = 0) -> bool:
    """Whether the sign is seen in one of ``sentences``."""
    return done_by_speaker([SIGN], sentences, at) == ["S1"]


@pytest.mark.parametrize(
    "said",
    [
        "I updated the plan every week.",
        "I\u2019d already updated the PLAN, weekly.",
        "Updated plan, each week.",  # as in notes
        "I rang him and got the price down a bit, it took two weeks.",
        "i rang, then updated the plan each week",
        "They were late so I updated the plan each week.",
    ],
)
def test_the_speakers_own_act(said: str) -> None:
    """In what words ever it is told."""
    assert fits(said)


@pytest.mark.parametrize(
    "said",
    [
        "She updated the plan every week.",
        "I asked the lead and she updated the plan every week.",
        "The plan that the team updated every week was mine.",
        "I know who updated the plan every week.",
        "I updated the log every week.",
        "I updated the plan.",
        "I replanned it: plan, price, week.",
        "I backdated the planet weekly.",
    ],
)
def test_names_and_the_acts_of_others_are_no_sign(said: str) -> None:
    """Each part must be there, as whole words, and done by who speaks."""
    assert not fits(said)


def test_what_came_of_it_may_stand_close_by() -> None:
    """Two sentences before, one after; what it was done to must be in the sentence itself."""
    assert fits("I updated the plan.", "It took a week.")
    assert fits("A week.", "Then.", "I updated the plan.", at=2)
    assert not fits("A week.", "Then.", "So.", "I updated the plan.", at=3)
    assert not fits("The plan.", "I updated it each week.", at=1)


def test_no_word_counts_twice() -> None:
    """One word is not both the act and what it is done to."""
    sign = Sign(ksb="S1", says=("plan*",), beside=(("plan*",), ("plans",)))
    assert not done_by_speaker([sign], ["I planned with plans."], 0)
    assert done_by_speaker([sign], ["I planned the plan with plans."], 0)


def test_knowledge_is_explained_in_one_sentence_by_whoever() -> None:
    """No "I" is needed, and nothing near helps."""
    sign = Sign(ksb="K1", says=("float",), beside=(("because",), ("end date",)))
    assert explained([sign], "Float matters because the end date holds.") == ["K1"]
    assert not explained([sign], "Float matters because it does.")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_may_be_looked_through(one: str, other: str) -> None:
    """Hostile text is only text."""
    assert done_by_speaker([SIGN], [one, other], 1) in ([], ["S1"])
