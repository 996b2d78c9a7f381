"""What the set-up form means, without Textual."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from interviewer.domain import Framework
from interviewer.framework.loader import load
from interviewer.tui import choices
from interviewer.tui.choices import Form


@pytest.fixture(scope="module")
def toy(frameworks: Path) -> Framework:
    """The toy framework."""
    return load(frameworks, "toy")


def test_lengths_tell_competences_and_questions(toy: Framework) -> None:
    """Each length says what it means for the role."""
    shown = [choices.length_text(toy, Form(profile="officer"), n) for n in ("short", "full")]
    assert shown == [
        "Short     4 competences, 1 question each",
        "Full      4 competences, up to 3 questions each",
    ]


@pytest.mark.parametrize(
    ("length", "effort"),
    [
        ("short", "4 competences, about 32 minutes in all."),
        ("full", "4 competences, up to 2 hours in all. You can stop at any point"),
    ],
)
def test_the_summary_tells_a_rough_time(toy: Framework, length: str, effort: str) -> None:
    """Minutes for short interviews, hours and how to split them for long ones."""
    assert choices.summary(toy, Form(profile="officer", length=length)).startswith(effort)


def test_a_condition_matters_only_where_it_changes_something(toy: Framework) -> None:
    """It is asked where yes and no make different interviews."""
    form = Form(profile="officer", length="standard")
    assert choices.conditions(toy, form) == ()
    assert [c.id for c in choices.conditions(toy, replace(form, length="full"))] == ["programme"]
    named = replace(form, own=True, competences=(5,))
    assert [c.id for c in choices.conditions(toy, named)] == ["programme"]


def test_hidden_fields_count_for_nothing(toy: Framework) -> None:
    """What was ticked before another role was chosen does not reach the interview."""
    form = Form(profile="officer", choices=(3,), competences=(6,), conditions={"programme": True})
    options = choices.options_of(toy, form)
    assert (options.choices, options.competences, options.conditions) == ((), (), {})


def test_a_specialist_needs_a_choice(toy: Framework) -> None:
    """The choice says how many are lacking; competences outside the list do not count."""
    form = Form(profile="specialist", choices=(6,))
    wanting = choices.choice(toy, form)
    assert wanting is not None and wanting.lacking == 1
    assert [number for number, _ in wanting.competences] == [3, 4]
    assert choices.problem(toy, form)
    assert not choices.problem(toy, replace(form, choices=(4,)))


def test_a_very_long_name_is_told(toy: Framework) -> None:
    """Names have a limit."""
    assert "200" in choices.problem(toy, Form(profile="officer", candidate="x" * 201))
