"""The interview: commands in, facts out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from toys import MemoryLog, ToyReader, interview, opened, plan, read, tell

from interviewer.assessor.acts import Heard
from interviewer.assessor.assess import ReaderError, assess
from interviewer.domain import Act, Aspect, Evidence, InterviewerError
from interviewer.engine import dialogue
from interviewer.engine.conversation import Kind, Speaker, conversation
from interviewer.engine.dialogue import UnknownCommand
from interviewer.engine.interview import Interview
from interviewer.engine.talk import NotAllowed
from interviewer.record import facts
from interviewer.record.record import State
from interviewer.review.results import competence_result


def begun(**options: object) -> Interview:
    """An interview at its first question."""
    held = interview(plan(**options))  # type: ignore[arg-type]
    held.rate_self(3, 2)
    return held


def last_said(held: Interview) -> str:
    """What the interviewer said last."""
    lines = [line for line in conversation(held.stamped) if line.speaker is Speaker.INTERVIEWER]
    return lines[-1].text


def test_the_self_rating_comes_before_any_question() -> None:
    """Opened, introduced, invited to rate oneself: then the interviewer waits."""
    held = interview()
    assert [type(item.fact).__name__ for item in held.stamped] == ["Opened", "Briefed", "Invited"]
    assert held.state is State.SELF_RATING
    with pytest.raises(NotAllowed):
        held.answer("I led it.")


@pytest.mark.parametrize(
    ("typed", "application", "knowledge"),
    [
        ("3 and 2 I guess", 3, 2),
        ("competent for doing, practised for knowing", 3, 2),
        ("4 for knowing it and 2 for doing it", 2, 4),
        ("3/3", 3, 3),
        ("both 2", 2, 2),
        ("skip", None, None),
    ],
)
def test_a_self_rating_is_understood_as_typed(
    typed: str, application: int | None, knowledge: int | None
) -> None:
    """Numbers, names and either order are understood, and the words are kept."""
    held = interview()
    held.say(typed)
    own = held.record.self_ratings[1]
    assert (own.application, own.knowledge) == (application, knowledge)
    assert any(line.text == typed for line in conversation(held.stamped))
    assert held.state is State.ASKING


def test_an_unclear_self_rating_is_asked_again() -> None:
    """One number where two are wanted is not guessed at."""
    held = interview()
    held.say("3 maybe")
    assert held.state is State.SELF_RATING
    assert "two numbers" in last_said(held)


def test_the_way_of_one_answer() -> None:
    """Answered, then assessed, then a probe for what is missing, in the candidate's words."""
    held = begun()
    held.answer("The group changed the report.")
    assert held.state is State.ASSESSING
    read(held)
    assert held.state is State.PROBING
    assert '"The group changed the report"' in last_said(held)


def test_what_was_meant_is_explained_in_other_words_each_time() -> None:
    """Asking what is meant gives plainer words, then the kind of reply wanted, then a way out."""
    held = begun()
    said = []
    for _ in range(3):
        held.act(Act.CLARIFY)
        said.append(last_said(held))
    assert said[0].startswith("plainly:")
    assert len(set(said)) == 3
    assert held.state is State.ASKING
    assert held.record.turns[0].assessment is None


def test_not_knowing_offers_another_way_in_and_then_moves_on() -> None:
    """The first "I don't know" is met with plainer words; the second leaves it, unrated."""
    held = begun()
    held.act(Act.DONT_KNOW, "no idea")
    assert "plainly:" in last_said(held)
    held.act(Act.DONT_KNOW, "still no idea")
    first = held.record.turns[0]
    assert (first.skipped, first.assessment) == ("not known", None)
    assert held.record.current == 2


def test_skipping_moves_on_and_is_not_a_zero() -> None:
    """A competence whose questions were all skipped is not rated."""
    held = begun(per_aspect=1)
    held.act(Act.SKIP)
    held.act(Act.SKIP)
    assert held.state is State.REFLECTING
    assert [rated.rating for rated in held.record.ratings.values()] == [None, None]


def test_something_put_off_is_asked_again_before_the_competence_ends() -> None:
    """ "Can we come back to that?" is kept; a second time the question is left."""
    held = begun(per_aspect=1, aspects=[Aspect.APPLICATION])
    held.act(Act.SKIP, "can we come back to that?")
    assert (held.record.current, held.state) == (1, State.ASKING)
    assert "come back" in last_said(held)
    held.act(Act.SKIP, "later again")
    assert held.state is State.REFLECTING


def test_going_back_lets_a_new_answer_stand_for_the_old_one() -> None:
    """Both answers stay in the facts; the rating rests on the new one; we go on from there."""
    held = begun(aspects=[Aspect.APPLICATION])
    tell(held, "assisted low.")
    held.back()
    assert held.record.current == 1
    tell(held, "led some.")
    assert held.record.turns[0].answer == "led some."
    answers = [i.fact.text for i in held.stamped if isinstance(i.fact, facts.Answered)]
    assert answers == ["assisted low.", "led some."]
    assert held.record.current > 1


def test_nothing_to_go_back_to_is_said_and_changes_nothing() -> None:
    """Going back at the first question is a remark, not an error."""
    held = begun()
    held.act(Act.BACK, "go back please")
    assert "no earlier answer" in last_said(held)
    assert held.record.current == 1


def test_a_remark_that_is_sent_twice_is_taken_as_the_answer() -> None:
    """Whoever insists is believed: the same words again are rated."""
    held = begun()
    text = "what do you mean by that"
    held.say(text)
    assert held.state is State.ASKING
    held.say(text)
    assert held.state is State.ASSESSING
    pending = held.pending()
    assert pending is not None
    assert pending.prompt.insisted


def test_a_reader_that_hears_no_answer_leads_back_to_the_question_once() -> None:
    """What the reader takes for a question is not rated; the second time we go on, not rated."""
    held = begun(per_aspect=1, aspects=[Aspect.APPLICATION])
    tell(held, "not-an-answer")
    assert (held.record.current, held.state) == (1, State.ASKING)
    tell(held, "not-an-answer")
    assert held.state is State.REFLECTING
    assert held.record.ratings[1, Aspect.APPLICATION].rating is None


def test_a_reader_that_fails_leaves_the_answer_unrated_and_goes_on() -> None:
    """The answer stays; the candidate is told; nothing is a zero."""
    held = begun(per_aspect=1, aspects=[Aspect.APPLICATION])
    held.answer("I led it.")
    pending = held.pending()
    assert pending is not None
    held.fail(pending, "out of memory")
    assert held.record.turns[0].failure == "out of memory"
    assert held.record.ratings[1, Aspect.APPLICATION].rating is None
    assert any(
        "could not" in line.text or "couldn't" in line.text for line in conversation(held.stamped)
    )


def test_a_stale_assessment_is_ignored() -> None:
    """What was read of an answer that no longer waits changes nothing."""
    held = begun()
    held.answer("I led it.")
    pending = held.pending()
    assert pending is not None
    read(held)
    before = list(held.stamped)
    assessment = assess(ToyReader(), pending.prompt, pending.text)
    assert held.receive(pending, assessment) is False
    assert list(held.stamped) == before


def test_a_quote_that_is_not_verbatim_is_refused() -> None:
    """A reader that makes words up is refused, and nothing is written."""
    held = begun()
    held.answer("I led it.")
    pending = held.pending()
    assert pending is not None
    assessment = assess(ToyReader(), pending.prompt, pending.text)
    lie = Evidence(start=0, end=5, quote="I ran", facet="autonomy", value="led")
    before = list(held.stamped)
    with pytest.raises(ReaderError):
        held.receive(pending, replace(assessment, evidence=(lie,)))
    assert list(held.stamped) == before


def test_a_fact_that_cannot_be_kept_changes_nothing() -> None:
    """When the disk is full the command fails, and works when there is room again."""
    of = plan()
    log = MemoryLog()
    log.append(opened(of))
    held = Interview(of, log)
    held.rate_self(3, 3)
    log.broken = InterviewerError("The disk is full")
    record = held.record
    with pytest.raises(InterviewerError):
        held.answer("I led it.")
    assert (held.record, held.state) == (record, State.ASKING)
    log.broken = None
    held.answer("I led it.")
    assert held.state is State.ASSESSING


def test_an_answer_cannot_be_sent_twice() -> None:
    """While an answer is being read, a second one is refused."""
    held = begun()
    held.answer("I led it.")
    with pytest.raises(NotAllowed, match="still being read"):
        held.answer("I led it.")


def test_an_unknown_command_is_not_an_answer() -> None:
    """A typing slip in a /command is told, with the commands that there are."""
    held = begun()
    with pytest.raises(UnknownCommand, match="/skip"):
        held.say("/skipp")
    assert held.record.turns[0].answer is None


def test_the_end_of_a_competence_and_of_the_interview() -> None:
    """Results are looked at until the candidate goes on; after the last competence it is over."""
    held = begun(numbers=(1, 2), per_aspect=1, required=2)
    _answer_until(held, State.REFLECTING)
    assert held.record.reflected == (1,)
    held.go_on()
    assert (held.record.competence, held.state) == (2, State.SELF_RATING)
    held.say("2 2")
    _answer_until(held, State.REFLECTING)
    held.go_on()
    assert held.state is State.COMPLETE
    with pytest.raises(NotAllowed, match="has ended"):
        held.withdraw()


def test_trying_again_adds_an_attempt_and_the_best_counts() -> None:
    """A new question is asked, the old answers stay, and the results come again."""
    held = begun(per_aspect=1, aspects=[Aspect.APPLICATION], in_cell=2)
    _answer_until(held, State.REFLECTING, "assisted low.")
    assert held.record.ratings[1, Aspect.APPLICATION].rating == 2
    asked = {turn.question_id for turn in held.record.turns}
    held.try_again(Aspect.APPLICATION)
    assert held.record.turns[-1].question_id not in asked
    _answer_until(held, State.REFLECTING, "led some.")
    assert held.record.ratings[1, Aspect.APPLICATION].rating == 3


def test_resuming_goes_on_where_it_stopped_at_every_fact() -> None:
    """From any first part of the facts an interview can be taken up and brought to its end."""
    held = begun(per_aspect=1)
    _answer_until(held, State.REFLECTING)
    held.go_on()
    whole = list(held.stamped)
    for length in range(1, len(whole)):
        again = Interview(held.plan, MemoryLog(whole[:length]))
        if again.state is State.SELF_RATING:
            again.rate_self(3, 2)
        _answer_until(again, State.REFLECTING)
        again.go_on()
        assert again.state is State.COMPLETE


def test_distress_is_met_with_kindness_and_no_question() -> None:
    """Somebody who is overwhelmed is offered to stop; nothing is rated or pressed."""
    held = begun()
    held.act(Act.DISTRESS, "I can't do this any more")
    assert last_said(held).startswith("That sounds hard")
    assert "?" not in last_said(held)


def test_what_was_said_beside_answering_is_kept() -> None:
    """No word is lost: remarks are in the conversation as typed."""
    held = begun()
    held.act(Act.SMALLTALK, "hello there :)")
    said = [line for line in conversation(held.stamped) if line.kind is Kind.ASIDE]
    assert said[-1].text == "hello there :)"


def _answer_until(held: Interview, state: State, text: str = "led some. explains some.") -> None:
    for _ in range(40):
        if held.state is state:
            return
        if held.pending():
            read(held)
        else:
            tell(held, text)
    raise AssertionError(f"never came to {state}")


def at_results(**options: object) -> Interview:
    """An interview at the results of its first competence."""
    held = begun(**options)
    while held.state is not State.REFLECTING:
        tell(held, "led some explains. We checked it.")
    return held


def test_what_was_misread_is_kept_with_its_reason() -> None:
    """It stands in the record beside the rating, which stays as it was."""
    held = at_results()
    before = held.record.ratings
    held.misread(Aspect.APPLICATION, "I did lead it; [b]Ann[/b] only signed.")
    assert held.record.ratings == before
    (noted,) = held.record.misread
    assert (noted.competence, noted.aspect) == (1, Aspect.APPLICATION)
    assert noted.reason == "I did lead it; [b]Ann[/b] only signed."
    assert held.state is State.REFLECTING
    result = competence_result(held.record, 1)
    assert [item.misread for item in result.aspects] == [(noted.reason,), ()]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_misread_needs_a_reason(reason: str) -> None:
    """Without one nobody can check it."""
    held = at_results()
    with pytest.raises(NotAllowed, match="what was misread"):
        held.misread(Aspect.APPLICATION, reason)
    assert held.record.misread == ()


def test_misread_belongs_to_results() -> None:
    """While a question stands there is nothing yet that could be misread."""
    held = begun()
    with pytest.raises(NotAllowed):
        held.misread(Aspect.APPLICATION, "no")


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is said with "hm" in it may or may not be an answer."""
    hear = dialogue.hear

    def heard(text: str, question: str) -> Heard:
        return Heard(act=Act.SKIP, sure=False) if "hm" in text else hear(text, question)

    monkeypatch.setattr(dialogue, "hear", heard)


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize("reply", ["yes", "Yes, it was.", "that's my answer", "hm, led it"])
def test_in_doubt_it_asks_and_takes_a_yes(reply: str) -> None:
    """Nothing is rated before; the words that were sent first are the answer, not the yes."""
    held = begun()
    held.say("hm, led it")
    assert "not sure whether that was your answer" in last_said(held)
    assert held.pending() is None
    assert held.record.turns[0].is_open
    held.say(reply)
    assert held.record.turns[0].answer == "hm, led it"
    pending = held.pending()
    assert pending is not None
    assert pending.prompt.insisted


@pytest.mark.usefixtures("unsure")
def test_in_doubt_a_no_does_what_it_was_taken_for() -> None:
    """The turn is passed over, as it seemed to ask."""
    held = begun()
    held.say("hm, next maybe")
    held.say("no")
    assert held.record.turns[0].answer is None
    assert held.record.turns[0].skipped or held.record.turns[0].deferred


@pytest.mark.usefixtures("unsure")
def test_in_doubt_one_may_simply_answer() -> None:
    """What follows is taken for what it is."""
    held = begun()
    held.say("hm")
    held.say("I led the move of the wards myself, and rang every supplier about it in March.")
    assert held.record.turns[0].answer is not None
    assert held.record.turns[0].answer.startswith("I led the move")
