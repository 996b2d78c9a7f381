"""The clock of a mock assessment is honest: pauses, crashes, and clocks that jump."""

from __future__ import annotations

import pytest
from exam_toys import SetClock, exam, plan, read, tell, terms
from toys import MemoryLog

from interviewer.domain import Act
from interviewer.engine.exam import Exam
from interviewer.engine.talk import NotAllowed
from interviewer.record import facts
from interviewer.record.facts import Tick
from interviewer.record.record import LATE, Phase, State

MINUTE = 60


def used(held: Exam) -> float:
    """Minutes that are used."""
    return held.timing.used / 60_000


def test_time_runs_while_the_candidate_has_the_word() -> None:
    """Not before they are ready, and not while their answer is read."""
    held, clock = exam(ready=False)
    clock.pass_by(10 * MINUTE)
    held.begin()
    clock.pass_by(3 * MINUTE)
    held.answer("self led")
    assert used(held) == 3
    clock.pass_by(5 * MINUTE)  # the reader is slow
    read(held)
    clock.pass_by(MINUTE)
    assert used(held) == 4


def test_pausing_stops_the_clock_and_is_a_fact() -> None:
    """Going on starts it again; both are in the transcript."""
    held, clock = exam()
    clock.pass_by(2 * MINUTE)
    held.pause()
    clock.pass_by(600 * MINUTE)
    assert used(held) == 2
    assert not held.timing.running
    held.answer("self led")
    assert used(held) == 2
    whys = [item.fact.why for item in held.stamped if isinstance(item.fact, facts.Clocked)]
    assert whys == [Tick.BEGUN, Tick.PAUSED, Tick.WENT_ON, Tick.TURN]
    assert held.record.exam is not None and held.record.exam.pauses == 1


@pytest.mark.parametrize("act", [Act.PAUSE, Act.DISTRESS])
def test_asking_for_a_break_in_words_stops_the_clock(act: Act) -> None:
    """The next words start it again, and the question is said once more if that is all they are."""
    held, clock = exam()
    clock.pass_by(MINUTE)
    held.act(act, "I need a moment")
    clock.pass_by(30 * MINUTE)
    held.say("ok, ready")
    clock.pass_by(MINUTE)
    assert used(held) == 2
    last = held.stamped[-1].fact
    assert isinstance(last, facts.Remarked) and "Question discussion-1-1?" in last.reply


def test_after_a_crash_it_goes_on_from_the_last_fact() -> None:
    """What was not noted is not charged, on another clock that began anew."""
    held, clock = exam()
    clock.pass_by(4 * MINUTE)
    tell(held, "self led")
    clock.pass_by(7 * MINUTE)  # typing, and then the power went
    log = MemoryLog(held.stamped)
    clock = SetClock(now=5.0)
    again = Exam(held.plan, log, clock)
    assert used(again) == 4
    clock.pass_by(2 * MINUTE)
    tell(again, "self led more")
    assert used(again) == 6


def test_a_clock_that_runs_backwards_gains_and_loses_nothing() -> None:
    """It counts on from where it jumped to."""
    held, clock = exam()
    clock.pass_by(3 * MINUTE)
    held.act(Act.REPEAT)
    clock.pass_by(-3000 * MINUTE)
    held.act(Act.CLARIFY)
    assert used(held) == 3
    clock.pass_by(2 * MINUTE)
    held.answer("self led")
    assert used(held) == 5


def test_the_wall_clock_plays_no_part() -> None:
    """The times on the lines of the transcript may be anything."""
    held, clock = exam()
    clock.pass_by(3 * MINUTE)
    tell(held, "self led")
    crooked = [
        type(item)(seq=item.seq, at=f"19{99 - item.seq}-01-01T00:00:00.000Z", fact=item.fact)
        for item in held.stamped
    ]
    again = Exam(held.plan, MemoryLog(crooked), SetClock())
    assert used(again) == 3


def test_many_small_turns_lose_no_time() -> None:
    """What is less than a millisecond is carried over."""
    held, clock = exam()
    for _ in range(1000):
        clock.pass_by(0.0607)
        held.act(Act.HELP)
    assert abs(held.timing.used - 60_700) <= 1


def test_when_the_time_is_over_nothing_more_is_asked() -> None:
    """The answer that was begun in time counts."""
    held, clock = exam(plan(terms(minutes=10)))
    clock.pass_by(10 * MINUTE + 30)
    tell(held, "self led")
    assert held.record.turns[0].assessment is not None
    assert held.state is State.COMPLETE
    assert held.record.exam is not None and held.record.exam.ended[0].by_time


def test_extra_time_is_only_for_the_last_answer() -> None:
    """An answer after it is kept, and not read."""
    held, clock = exam(plan(terms(minutes=10, extra=10)))
    clock.pass_by(11 * MINUTE + 1)
    held.answer("self led, too late")
    turn = held.record.turns[0]
    assert (turn.answer, turn.failure, turn.assessment) == ("self led, too late", LATE, None)
    assert held.state is State.COMPLETE


def test_what_was_typed_in_time_is_the_answer_when_the_extra_time_ends() -> None:
    """No more than what is allowed is charged."""
    held, clock = exam(plan(terms(minutes=10, extra=10)))
    clock.pass_by(10.5 * MINUTE)
    with pytest.raises(NotAllowed, match="still time"):
        held.time_up("half")
    clock.pass_by(5 * MINUTE)
    held.time_up("self led half of it")
    read(held)
    assert held.record.turns[0].assessment is not None
    assert used(held) == 11
    assert held.state is State.COMPLETE


def test_nothing_typed_when_the_time_ends_is_a_question_left_open() -> None:
    """It is passed over because the time was up."""
    held, clock = exam(plan(terms(minutes=10)))
    clock.pass_by(20 * MINUTE)
    held.time_up("  ")
    assert held.record.turns[0].skipped == "out of time"
    assert held.state is State.COMPLETE


def test_the_presentation_has_a_timer_of_its_own() -> None:
    """Its minutes are not those of the questions; a long one is told, and charged to itself."""
    held, clock = exam(plan(terms(methods=("report",))), ready=False)
    from exam_toys import REPORT

    held.hand_in(facts.Document.REPORT, REPORT)
    held.hand_in(facts.Document.OUTLINE, "one, two")
    clock.pass_by(60 * MINUTE)
    held.begin()
    assert held.phase is Phase.PRESENTING
    clock.pass_by(6 * MINUTE)
    assert (held.timing.limit, used(held)) == (5 * 60_000, 6)
    held.end_presentation("my slides")
    last = held.stamped[-1].fact
    assert isinstance(last, facts.Presented) and "stopped when the time is up" in last.reply
    held.begin()
    assert used(held) == 0


def test_a_crash_while_presenting_goes_on_presenting() -> None:
    """From what was noted last."""
    held, clock = exam(plan(terms(methods=("report",))), ready=False)
    from exam_toys import REPORT

    held.hand_in(facts.Document.REPORT, REPORT)
    held.hand_in(facts.Document.OUTLINE, "")
    held.begin()
    clock.pass_by(2 * MINUTE)
    held.pause()
    again_clock = SetClock(0.0)
    again = Exam(held.plan, MemoryLog(held.stamped), again_clock)
    again_clock.pass_by(MINUTE)
    assert again.phase is Phase.PRESENTING
    assert used(again) == 3


def test_a_short_practice_takes_the_minutes_that_were_asked_for() -> None:
    """Extra time is in per cent of these."""
    held, _ = exam(plan(terms(short=20)))
    assert (held.timing.limit, held.timing.extra) == (20 * 60_000, 2 * 60_000)
    assert str(held.timing) == "0 minutes of 20 used"
