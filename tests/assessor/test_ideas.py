"""Which ideas of a question an answer speaks of."""

from __future__ import annotations

from interviewer.assessor.ideas import spoken_of

IDEAS = ["a named owner for each risk", "opportunities as well as threats", "residual risk"]
ANSWER = (
    "We meet on Mondays. Every risk has an owner by name, and she rings me if it moves. "
    "The rest is [bold]common sense[/]."
)


def test_an_idea_is_found_with_the_sentence_that_speaks_of_it() -> None:
    """Verbatim, and of no other."""
    owner, both_ways, residual = spoken_of(IDEAS, [ANSWER])
    assert owner == "Every risk has an owner by name, and she rings me if it moves."
    assert both_ways == residual == ""


def test_what_was_said_to_a_follow_up_counts() -> None:
    """It is the same conversation."""
    found = spoken_of(IDEAS, [ANSWER, "Opportunities go on the same list as the threats."])
    assert found[1] == "Opportunities go on the same list as the threats."


def test_nothing_said_speaks_of_nothing() -> None:
    """Neither does an answer without words."""
    assert spoken_of(IDEAS, []) == spoken_of(IDEAS, ["..."]) == ["", "", ""]
    assert spoken_of([], [ANSWER]) == []


def test_other_forms_of_a_word_are_the_same_word() -> None:
    """Whoever escalates does what the idea calls escalating."""
    (found,) = spoken_of(["escalating early"], ["She escalated it early enough for once."])
    assert found
