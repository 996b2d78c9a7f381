"""Commands and self-ratings as typed."""

from __future__ import annotations

import pytest
from toys import SCALE

from interviewer.domain import Act, Aspect
from interviewer.engine.dialogue import (
    COMMANDS,
    UnknownCommand,
    command,
    self_rating,
    wants_later,
)

BOTH = tuple(Aspect)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_known_in_any_case(name: str) -> None:
    """A slash and the name, alone on the line."""
    assert command(f" /{name.upper()} ") == (name, COMMANDS[name])


@pytest.mark.parametrize(
    "text", ["skip", "/skip please", "/var/log was full", "3/4 of it", "/", "and /skip", "a\n/skip"]
)
def test_words_with_a_slash_are_not_commands(text: str) -> None:
    """Only one word after a slash, and nothing else, is a command."""
    assert command(text) is None


def test_a_slip_in_a_command_is_told() -> None:
    """The sentence lists the commands that there are."""
    with pytest.raises(UnknownCommand, match="/repeat"):
        command("/repaet")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("3 2", (3, 2)),
        ("I'd say 4 for doing and 3 for knowing", (4, 3)),
        ("three, two", (3, 2)),
        ("Expert / aware", (5, 1)),
        ("knowledge 4, application 2", (2, 4)),
        ("3 for both", (3, 3)),
    ],
)
def test_self_ratings_are_read(text: str, levels: tuple[int, int]) -> None:
    """Digits, words and level names, in either order."""
    assert self_rating(text, BOTH, SCALE) == dict(zip(BOTH, levels, strict=True))


@pytest.mark.parametrize("text", ["3", "6 and 7", "1 2 3", "3.5 and 2", "fine", "", "12 and 34"])
def test_what_is_not_clearly_two_levels_is_not_guessed(text: str) -> None:
    """Anything else is asked again."""
    assert self_rating(text, BOTH, SCALE) is None


def test_one_aspect_needs_one_number() -> None:
    """Where only one aspect is asked about, one number is enough."""
    assert self_rating("about a 3", (Aspect.KNOWLEDGE,), SCALE) == {Aspect.KNOWLEDGE: 3}


@pytest.mark.parametrize(
    ("text", "later"),
    [("can we come back to that?", True), ("later please", True), ("skip", False)],
)
def test_putting_off_is_told_from_skipping(text: str, later: bool) -> None:
    """Only who asks to come back is brought back."""
    assert wants_later(text) is later
    assert Act.SKIP in COMMANDS.values()
