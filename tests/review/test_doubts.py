"""What a mentor should look at first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk_samples import ID, clock, desk, held

from interviewer.domain import Aspect
from interviewer.record import facts
from interviewer.record.reading import read
from interviewer.record.record import Record, fold
from interviewer.record.transcript import Transcript
from interviewer.review import moderation
from interviewer.review.doubts import Why, doubts, next_doubtful_turn, overdue_actions


def record_of(path: Path) -> Record:
    """The record of a transcript."""
    record = fold(read(path).stamped)
    assert record is not None
    return record


def with_facts(folder: Path, *more: facts.AnyFact) -> Record:
    """An unfinished interview that goes on with some facts."""
    path = held(folder, ended=False)
    with Transcript.open(folder, ID, now=clock()) as transcript:
        for fact in more:
            transcript.append(fact)
    return record_of(path)


def test_what_nobody_doubts_is_not_in_doubt(tmp_path: Path) -> None:
    """A rating near the candidate's own, of which the assessor is fairly sure."""
    record = record_of(held(tmp_path))
    assert doubts(record) == ()
    assert next_doubtful_turn(record, 0) is None


def test_misread_far_apart_and_not_rated(tmp_path: Path) -> None:
    """Each says why, with the answers to look at, in the order of the interview."""
    record = with_facts(
        tmp_path,
        facts.SelfRated(competence=4, application=5, knowledge=5),
        facts.Misread(competence=4, aspect=Aspect.APPLICATION, reason="It was mine."),
        facts.Rated(
            competence=4, aspect=Aspect.KNOWLEDGE, rating=None, span=None, missing=(), turns=()
        ),
    )
    first, second = doubts(record)
    assert (first.turns, first.why) == ((1,), (Why.MISREAD, Why.SELF_GAP))
    assert (second.turns, second.why) == ((3,), (Why.NOT_RATED,))
    assert [next_doubtful_turn(record, at) for at in (0, 1, 3)] == [1, 3, 1]


def test_what_a_mentor_has_rated_is_settled_until_it_is_answered_again(tmp_path: Path) -> None:
    """Then it is in doubt for that very reason."""
    record = with_facts(tmp_path, facts.SelfRated(competence=4, application=5, knowledge=None))
    assert next_doubtful_turn(record, 0) == 1
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, None))
        assert next_doubtful_turn(open_.record, 0) is None
        assert doubts(open_.record)[0].settled
    with Transcript.open(tmp_path, ID, now=clock()) as transcript:
        transcript.append(facts.Answered(turn=1, text="I led it."))
    (doubt,) = doubts(record_of(tmp_path / f"{ID}.jsonl"))
    assert Why.REOPENED in doubt.why
    assert not doubt.settled


def test_steps_that_are_due(tmp_path: Path) -> None:
    """From their day on, until they are taken; a step without a day is never overdue."""
    held(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.set_action(r, "Mo", "Shadow a board", "2027-01-15"))
        open_.make(lambda r, _: moderation.set_action(r, "Mo", "Some day"))
        record = open_.record
        assert overdue_actions(record, date(2027, 1, 14)) == ()
        assert [each.number for each in overdue_actions(record, date(2027, 1, 15))] == [1]
        open_.make(lambda r, _: moderation.action_done(r, "Mo", 1))
        assert overdue_actions(open_.record, date(2027, 1, 15)) == ()
        assert [each.number for each in open_.record.review.due] == [2]
