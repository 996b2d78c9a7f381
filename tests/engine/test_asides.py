"""What the candidate does beside answering: in ordinary words, in any order, without loss."""

from __future__ import annotations

import pytest
from toys import interview, plan, tell

from interviewer.domain import Act, Aspect
from interviewer.engine.conversation import Speaker, conversation
from interviewer.engine.interview import Interview
from interviewer.record.record import State


def begun(**options: object) -> Interview:
    """An interview at its first question."""
    held = interview(plan(**options))  # type: ignore[arg-type]
    held.rate_self(3, 2)
    return held


def last_said(held: Interview) -> str:
    """What the interviewer said last."""
    return [line for line in conversation(held.stamped) if line.speaker is Speaker.INTERVIEWER][
        -1
    ].text


@pytest.mark.parametrize("away", [Act.DISTRESS, Act.PAUSE, Act.STOP])
@pytest.mark.parametrize("text", ["ok carry on", "I'm back", "sorry, let's go on", "no, carry on"])
def test_who_comes_back_hears_the_question_again(away: Act, text: str) -> None:
    """ "Carry on" after a break is no answer and no skip: the question is said again."""
    held = begun()
    held.act(away, "hold on")
    held.say(text)
    assert (held.state, held.record.current) == (State.ASKING, 1)
    assert held.record.turns[0].text in last_said(held)


def test_yes_to_ending_for_good_tells_how_and_ends_nothing() -> None:
    """A slip can't end an interview: only /withdraw does."""
    held = begun()
    held.act(Act.STOP, "I want to stop this")
    held.say("yes")
    assert "/withdraw" in last_said(held)
    assert held.state is State.ASKING


@pytest.mark.parametrize("text", ["how many more questions?", "how long is this going to take"])
def test_how_far_we_are_is_answered(text: str) -> None:
    """The place in the interview, and how many questions there may be."""
    held = begun(numbers=(1, 2))
    held.say(text)
    assert "competence 1 of 2" in last_said(held)
    assert held.state is State.ASKING


def test_asking_for_the_same_words_twice_gives_other_words() -> None:
    """Who asks for a repeat again has not understood: the second time it is said more plainly."""
    held = begun()
    held.act(Act.REPEAT, "say that again")
    first = last_said(held)
    held.act(Act.REPEAT, "once more please")
    assert held.record.turns[0].text in first
    assert last_said(held) == held.record.turns[0].plainer


def test_not_knowing_and_then_asking_what_is_meant_does_not_say_the_same_again() -> None:
    """The plainer words are used once."""
    held = begun()
    held.act(Act.DONT_KNOW, "dunno")
    first = last_said(held)
    held.act(Act.CLARIFY, "what do you mean")
    assert held.record.turns[0].plainer in first
    assert held.record.turns[0].plainer not in last_said(held)


def test_a_probe_can_be_put_off_too() -> None:
    """ "Can we come back to it" holds for follow-ups as for questions."""
    held = begun(aspects=[Aspect.APPLICATION], per_aspect=1)
    tell(held, "group did it.")
    probe = held.record.current
    held.act(Act.SKIP, "can we come back to that later")
    assert held.record.current == probe
    assert "come back to this one" in last_said(held)


def test_putting_off_what_was_answered_leaves_the_answer() -> None:
    """Back at an answered turn, a skip lets the earlier answer stand."""
    held = begun(aspects=[Aspect.APPLICATION], per_aspect=1)
    tell(held, "led some.")
    held.back()
    held.act(Act.SKIP)
    assert held.record.turns[0].answer == "led some."
    assert any("earlier answer stands" in line.text for line in conversation(held.stamped))


def test_what_was_said_on_another_occasion_is_not_called_unheard() -> None:
    """The gaps of the best occasion leave out what any other occasion has shown."""
    held = begun(required=4, aspects=[Aspect.APPLICATION], per_aspect=2)
    while held.state is not State.REFLECTING:
        first = held.record.turns[-1].thread == 1
        tell(held, "led high." if first else "supervised low.")
    rated = held.record.ratings[1, Aspect.APPLICATION]
    assert rated.rating == 3
    assert "supervised" not in rated.missing


def test_a_competence_that_was_all_skipped_ends_without_a_claim() -> None:
    """Nobody is told that enough was heard when nothing was."""
    held = begun(per_aspect=1)
    held.act(Act.SKIP)
    held.act(Act.SKIP)
    assert held.state is State.REFLECTING
    assert "what I need" not in last_said(held)


@pytest.mark.parametrize("text", ["dunno", "what?", "no idea"])
def test_saying_a_short_thing_twice_means_it_twice(text: str) -> None:
    """Two times "dunno" is not an answer the second time."""
    held = begun()
    held.say(text)
    held.say(text)
    assert held.record.turns[0].answer is None


def test_a_bare_what_is_met_with_plainer_words() -> None:
    """The same words would not help somebody who says only "what?"."""
    held = begun()
    held.say("what?")
    assert last_said(held) == held.record.turns[0].plainer


def test_a_probe_of_words_that_were_taken_back_is_dropped() -> None:
    """After a new answer, what followed up the old one is not asked any more."""
    held = begun(aspects=[Aspect.APPLICATION], per_aspect=1)
    tell(held, "group did it.")
    probe = held.record.turns[1]
    held.back()
    tell(held, "assisted some.")
    assert held.record.current not in (0, probe.number)
    assert probe.text not in last_said(held)


def test_ordinary_words_never_leave_the_interview() -> None:
    """A pause in words is answered and waits; only /pause asks the front end to leave."""
    held = begun()
    assert held.say("I need to go, my lunch is over").leave is False
    assert "/pause" in last_said(held)
    assert held.say("/pause").leave is True


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("prob 3 for doing, not sure about the knowing bit", (3, None)),
        ("no idea about doing, know it at 2", (None, 2)),
        ("not sure", (None, None)),
    ],
)
def test_half_a_self_rating_is_kept(typed: str, levels: tuple[int | None, int | None]) -> None:
    """What was said is kept; what was left open stays open."""
    held = interview(plan())
    held.say(typed)
    own = held.record.self_ratings[1]
    assert (own.application, own.knowledge) == levels


def test_asking_what_the_self_rating_means_is_not_declining_it() -> None:
    """ "Not sure what you mean" is a question."""
    held = interview(plan())
    held.say("im not sure what you mean by put myself")
    assert held.state is State.SELF_RATING
    assert "3, you do it on your own responsibility" in last_said(held)
