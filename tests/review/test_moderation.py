"""The mentor's moves: legal or refused, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_samples import ID, clock, desk, held, reviewed
from exam_toys import saved

from interviewer.domain import Aspect, InterviewerError
from interviewer.record import facts
from interviewer.record.errors import Locked
from interviewer.record.reading import read
from interviewer.record.record import Incoherent, Record, fold
from interviewer.record.reviewed import Status
from interviewer.record.transcript import Transcript
from interviewer.review import moderation
from interviewer.review.moderation import Refused, mentor_rating
from interviewer.review.shown import shown
from interviewer.review.text import transcript_lines

APPLICATION, KNOWLEDGE = Aspect.APPLICATION, Aspect.KNOWLEDGE


def record_of(path: Path) -> Record:
    """The record of a transcript."""
    record = fold(read(path).stamped)
    assert record is not None
    return record


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """An interview that has ended, and that nobody has reviewed."""
    return record_of(held(tmp_path))


@pytest.fixture
def signed(tmp_path: Path) -> Record:
    """One that is signed."""
    return record_of(reviewed(tmp_path))


def test_agreeing_takes_the_rating_that_is_there(record: Record) -> None:
    """No reason is needed for it."""
    fact = moderation.moderate_turn(record, " Mo  Tor ", 1, None)
    assert (fact.rating, fact.agrees, fact.assessed, fact.mentor) == (3, True, 3, "Mo Tor")
    assert moderation.moderate_turn(record, "Mo", 1, 3).agrees


def test_another_rating_needs_a_reason(record: Record) -> None:
    """And is kept beside the one that was there."""
    with pytest.raises(Refused, match="say why"):
        moderation.moderate_turn(record, "Mo", 1, 4, "  ")
    fact = moderation.moderate_turn(record, "Mo", 1, 4, "Two parties.")
    assert (fact.rating, fact.agrees, fact.assessed, fact.answer) == (4, False, 3, 6)


def test_what_cannot_be_rated_is_refused(record: Record) -> None:
    """A turn that there is not, or that was not answered; a level that there is not."""
    for call in (
        lambda: moderation.moderate_turn(record, "Mo", 9, 3, "x"),
        lambda: moderation.moderate_turn(record, "Mo", 0, 3, "x"),
        lambda: moderation.moderate_turn(record, "Mo", 2, 3, "x"),
        lambda: moderation.moderate_turn(record, "Mo", 1, 6, "x"),
        lambda: moderation.moderate_turn(record, "Mo", 1, -1, "x"),
        lambda: moderation.moderate_turn(record, "  ", 1, 3),
        lambda: moderation.moderate_turn(record, "M" * 121, 1, 3),
        lambda: moderation.moderate_aspect(record, "Mo", 7, APPLICATION, 3, "x"),
        lambda: moderation.moderate_aspect(record, "Mo", 12, APPLICATION, 3, "x"),
        lambda: moderation.comment(record, "Mo", 1, " "),
        lambda: moderation.comment(record, "Mo", 1, "x" * 20_001),
        lambda: moderation.comment(record, "Mo", 1, "x", quote="never said"),
        lambda: moderation.comment(record, "Mo", 2, "x", quote="never said"),
        lambda: moderation.set_action(record, "Mo", "x", "next week"),
        lambda: moderation.action_done(record, "Mo", 1),
        lambda: moderation.reopen(record, "Mo", "x"),
    ):
        with pytest.raises(Refused):
            call()


def test_a_comment_on_a_quote_keeps_its_place(record: Record) -> None:
    """Start and end are those of the words in the answer."""
    fact = moderation.comment(record, "Mo", 1, "With whom?", "Jane Smith")
    answer = record.turns[0].answer
    assert answer is not None
    assert answer[fact.start : fact.end] == fact.quote == "Jane Smith"


def test_sign_off_comes_in_order(tmp_path: Path) -> None:
    """End, confirmation, signature; then nothing more, until it is opened again."""
    held(tmp_path, candidate="")
    with desk(tmp_path) as open_:
        with pytest.raises(Refused, match="confirms first"):
            open_.make(lambda r, seal: moderation.sign_off(r, "Mo", seal))
        with pytest.raises(Refused, match="--candidate"):
            open_.make(lambda r, _: moderation.confirm(r))
        open_.make(lambda r, _: moderation.confirm(r, "Zoë"))
        with pytest.raises(Refused, match="already"):
            open_.make(lambda r, _: moderation.confirm(r, "Zoë"))
        open_.make(lambda r, seal: moderation.sign_off(r, "Mo", seal))
        assert open_.record.review.status is Status.SIGNED


def test_an_unfinished_interview_can_be_commented_on_and_not_signed(tmp_path: Path) -> None:
    """A mentor may help along the way; the end comes at the end."""
    record = record_of(held(tmp_path, ended=False))
    assert moderation.comment(record, "Mo", 1, "Go on.")
    with pytest.raises(Refused, match="not finished"):
        moderation.confirm(record)
    with pytest.raises(Refused, match="not finished"):
        moderation.sign_off(record, "Mo", "0" * 64)


def test_a_signed_interview_takes_nothing_more(signed: Record) -> None:
    """Each refusal says who signed, and what to do."""
    for call in (
        lambda: moderation.moderate_turn(signed, "Mo", 1, None),
        lambda: moderation.moderate_aspect(signed, "Mo", 4, APPLICATION, None),
        lambda: moderation.comment(signed, "Mo", 1, "x"),
        lambda: moderation.set_action(signed, "Mo", "x"),
        lambda: moderation.confirm(signed),
        lambda: moderation.sign_off(signed, "Mo", "0" * 64),
    ):
        with pytest.raises(Refused, match="Mo Tor signed this interview off on 2026-11-21"):
            call()
    with pytest.raises(Refused, match="why"):
        moderation.reopen(signed, "Mo", "")
    assert moderation.reopen(signed, "Mo", "A slip.").reason == "A slip."


def test_a_new_answer_opens_what_was_moderated(tmp_path: Path) -> None:
    """The rating stays in the record and stands no longer; the rest is as it was."""
    path = held(tmp_path, ended=False)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, 4, "Two parties."))
        open_.make(lambda r, _: moderation.moderate_aspect(r, "Mo", 4, APPLICATION, None))
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 3, None))
    with Transcript.open(tmp_path, ID, now=clock()) as transcript:
        transcript.append(facts.Answered(turn=1, text="I led it, and three others."))
        transcript.append(facts.Finished(text="Thank you."))
    record = record_of(path)
    assert [each.stands for each in record.review.moderations] == [False, False, True]
    assert {each.turn for each in record.review.reopened} == {1, None}
    assert mentor_rating(record.review, 4, APPLICATION) is None
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.confirm(r))
        with pytest.raises(Refused, match="turn 1"):
            open_.make(lambda r, seal: moderation.sign_off(r, "Mo", seal))
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, 3, "As it is now."))
        open_.make(lambda r, _: moderation.moderate_aspect(r, "Mo", 4, APPLICATION, None))
        open_.make(lambda r, seal: moderation.sign_off(r, "Mo", seal))


def test_a_new_answer_takes_the_confirmation_back() -> None:
    """What was confirmed was something else; so the fold has it, whatever wrote the file."""
    from interviewer.record.reviewed import Review, answered_again, with_review_fact

    said = facts.Stamped(seq=9, at="2026", fact=facts.Confirmed(candidate="Z", text="Mine."))
    review = with_review_fact(Review(), said)
    assert review.confirmed
    assert answered_again(review, 1, 4, APPLICATION).confirmed is None


def test_a_second_thought_supersedes_the_first_of_the_same_mentor(tmp_path: Path) -> None:
    """Another mentor's stands beside it; the latest shows; nothing is gone."""
    path = held(tmp_path)
    with desk(tmp_path) as open_:
        for mentor, rating in (("Mo", 4), ("Ann", 2), ("Mo", 5)):
            open_.make(
                lambda r, _, mentor=mentor, rating=rating: moderation.moderate_aspect(  # type: ignore[misc]
                    r, mentor, 4, APPLICATION, rating, "Because."
                )
            )
    review = record_of(path).review
    assert [each.stands for each in review.moderations] == [False, True, True]
    judged = mentor_rating(review, 4, APPLICATION)
    assert judged is not None
    assert (judged.mentor, judged.rating) == ("Mo", 5)


def test_the_whole_goes_before_its_parts(tmp_path: Path) -> None:
    """A rating of the aspect is what shows, even if a single answer was rated later."""
    path = held(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(
            lambda r, _: moderation.moderate_aspect(r, "Mo", 4, APPLICATION, 2, "All in all.")
        )
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, 5, "This one."))
    judged = mentor_rating(record_of(path).review, 4, APPLICATION)
    assert judged is not None
    assert judged.rating == 2


def test_all_moves_are_made_or_none(tmp_path: Path) -> None:
    """Where the last of several is refused, the file is as before."""
    path = held(tmp_path)
    before = path.read_bytes()
    with desk(tmp_path) as open_, pytest.raises(Refused):
        open_.make_all(
            [
                lambda r, _: moderation.comment(r, "Mo", 1, "Fine."),
                lambda r, seal: moderation.sign_off(r, "Mo", seal),
            ]
        )
    assert path.read_bytes() == before


def test_the_desk_locks_the_interview(tmp_path: Path) -> None:
    """Nobody answers while somebody signs."""
    held(tmp_path)
    with desk(tmp_path), pytest.raises(Locked):
        desk(tmp_path)


def test_the_interview_itself_takes_nothing_once_signed(tmp_path: Path) -> None:
    """The engine refuses too, should a front end try."""
    from toys import MemoryLog
    from toys import interview as toy_interview

    from interviewer.engine.interview import Interview
    from interviewer.engine.talk import NotAllowed

    talk = toy_interview()
    log = MemoryLog(talk.stamped)
    log.append(facts.SignedOff(mentor="Mo", seal="0" * 64, facts=3, text="Signed."))
    with pytest.raises(NotAllowed, match="Mo has signed"):
        Interview(talk.plan, log).rate_self(3, 3)


def test_show_has_the_mentors_rating_and_the_review(signed: Record) -> None:
    """The promised keys of the JSON, and the text for people."""
    told = shown(signed)
    rows = {(row["competence"], row["aspect"]): row for row in told["ratings"]}
    assert (rows[4, "application"]["mentor"], rows[4, "application"]["assessed"]) == (4, 3)
    assert rows[4, "knowledge"]["mentor"] == 3
    assert told["status"] == "signed"
    assert told["signed_off"]["mentor"] == "Mo Tor"
    assert [each["type"] for each in told["reviews"]] == [
        "moderated", "moderated", "commented", "action", "confirmed", "signed_off",
    ]  # fmt: skip
    text = "\n".join(transcript_lines(signed))
    assert "Mo Tor rates turn 1 (Risk, application) 4: Two parties in it." in text
    assert 'Mo Tor on turn 1 on "Jane Smith": With whom?' in text


def test_a_review_of_what_there_is_not_makes_no_interview(tmp_path: Path) -> None:
    """A foreign file may say anything; then it is no interview, and no crash."""
    for fact in (
        facts.Commented(mentor="X", turn=99, text="x"),
        facts.Moderated(
            mentor="X", competence=12, aspect=APPLICATION, rating=3, agrees=True, assessed=3
        ),
        facts.ActionDone(mentor="X", action=4),
    ):
        path = held(tmp_path)
        with Transcript.open(tmp_path, ID) as transcript:
            transcript.append(fact)
        with pytest.raises(Incoherent):
            fold(read(path).stamped)
        path.unlink()


def test_refusals_are_errors_for_people() -> None:
    """Shown as one sentence, without a traceback."""
    assert issubclass(Refused, InterviewerError)


def test_a_theme_of_a_mock_assessment_has_no_level(tmp_path: Path) -> None:
    """A mentor rates its answers; a rating of a whole theme would say what nobody can."""
    record = fold(read(saved(tmp_path)).stamped)
    assert record
    theme = record.opened.competences[0]
    with pytest.raises(Refused, match="has no level"):
        moderation.moderate_aspect(record, "Mo", theme, Aspect.APPLICATION, 3, "Seen.")
    assert moderation.moderate_turn(record, "Mo", 1, 4, "Two parties in it.").rating == 4
