"""A bare no or yes, and what is more than that."""

from __future__ import annotations

import pytest

from interviewer.assessor.bare import is_bare, says_nothing


@pytest.mark.parametrize(
    "text",
    ["none", "No.", "nothing", "n/a", "not really", "No, nothing really", "Nope, sorry!",
     "there was none", "no, not that I can think of", "NOTHING COMES TO MIND", "um no",
     "I have none"],
)  # fmt: skip
def test_a_bare_no_says_nothing(text: str) -> None:
    """With whatever softens it."""
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["no one", "No, I did it", "no, because it was mine", "yes", "that", "me", "nothing?", "",
     "not the board, me", "none of the suppliers answered", "no. " * 50],
)  # fmt: skip
def test_more_than_a_bare_no_says_something(text: str) -> None:
    """Short as it may be."""
    assert not says_nothing(text)


@pytest.mark.parametrize("text", ["yes", "Yeah, sure", "maybe", "not really", "nobody", "no, yes"])
def test_a_bare_yes_tells_no_more_than_a_bare_no(text: str) -> None:
    """Neither is evidence of anything."""
    assert is_bare(text)


@pytest.mark.parametrize("text", ["me", "my manager", "yes, I moved it", "mine", "the board did"])
def test_who_it_was_is_not_bare(text: str) -> None:
    """It may be all that a follow-up asked for."""
    assert not is_bare(text)
