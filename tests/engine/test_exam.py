"""The mock assessment: how it goes on, what it says and what it never says."""

from __future__ import annotations

import pytest
from exam_toys import REPORT, SetClock, exam, make_ready, plan, question, read, tell, terms
from msgspec.structs import replace
from toys import MemoryLog, ToyReader

from interviewer.assessor.acts import Heard
from interviewer.assessor.assess import assess
from interviewer.domain import Act, Evidence, ExamKind, Missing
from interviewer.engine import dialogue, wording
from interviewer.engine.conversation import Speaker, conversation
from interviewer.engine.exam import Exam
from interviewer.engine.exam_plan import make_exam_plan
from interviewer.engine.exam_steps import piece_of
from interviewer.engine.plan import PlanError
from interviewer.engine.talk import NotAllowed
from interviewer.heard import NOTHING, PARTLY, level_of
from interviewer.record import facts
from interviewer.record.facts import Document
from interviewer.record.record import Phase, State, fold

LED = "I led some of it myself, self did"
WEIGHED = "self led evaluates I compared it with another way rather than trust it"


def asked(held: Exam) -> str:
    """What stands."""
    assert held.record.turn is not None
    return held.record.turn.text


def test_each_theme_is_opened_before_any_gets_a_second_question() -> None:
    """Easy first, in the order of the plan."""
    held, _ = exam()
    heads = []
    for _ in range(30):
        turn = held.record.turn
        if turn is None or held.record.ended:
            break
        if not turn.is_probe:
            heads.append(turn)
        tell(held, "none" if turn.piece else "nothing much")
    assert [turn.competence for turn in heads[:3]] == [1, 2, 3]
    assert [str(turn.complexity) for turn in heads[:3]] == ["low", "low", "low"]


def test_it_moves_on_when_the_criterion_was_heard() -> None:
    """The highest grade heard: no follow-up but for the piece of the portfolio."""
    held, _ = exam()
    tell(held, WEIGHED)
    assert held.record.turn is not None and held.record.turn.piece
    tell(held, "the log, May 2025, section 2")
    assert asked(held) == "Question discussion-2-1?"


def test_it_moves_on_after_two_follow_ups_without_new_evidence() -> None:
    """Then the piece is asked for, and the next theme is opened."""
    held, _ = exam()
    tell(held, "group did some")
    assert "Which part of that was yours?" in asked(held) or "yourself" in asked(held)
    tell(held, "group did some")
    tell(held, "group did some")
    assert held.record.turn is not None and held.record.turn.piece


def test_follow_ups_are_the_questions_own_and_what_is_missing() -> None:
    """After a pass one asks for the next grade; then the question's own."""
    held, _ = exam()
    tell(held, LED)
    turn = held.record.turn
    assert turn is not None and turn.probes_for is Missing.EVALUATES
    assert '"I led some of it myself' in turn.text
    tell(held, "led more, supervised")
    assert asked(held) == "Follow-up a of discussion-1-1?"


def test_a_piece_is_asked_for_once_a_theme_and_kept_in_parts() -> None:
    """Title, date and place are a fact."""
    held, _ = exam()
    tell(held, WEIGHED)
    tell(held, "yes the one page budget view, february, section 4")
    named = [item.fact for item in held.stamped if isinstance(item.fact, facts.PieceNamed)]
    assert [(n.title, n.date, n.place) for n in named] == [
        ("one page budget view", "february", "section 4")
    ]
    for _ in range(40):
        if held.record.ended or held.record.turn is None:
            break
        tell(held, "none" if held.record.turn.piece else WEIGHED)
    pieces = [turn.competence for turn in held.record.turns if turn.piece]
    assert sorted(pieces) == sorted(set(pieces)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("said", "title", "date", "place"),
    [
        ("none", "", "", ""),
        ("No, I don't have one for that", "", "", ""),
        ("the risk log, 14 March 2025, page 12", "risk log", "14 March 2025", "page 12"),
        ("Lessons report", "Lessons report", "", ""),
        ("It's the minutes from 03/02/2025 in appendix C", "minutes", "03/02/2025", "appendix C"),
        ("may", "may", "may", ""),
        ("the notes, March to August 2025, tab 3", "notes", "March to August 2025", "tab 3"),
        ("", "", "", ""),
    ],
)
def test_the_parts_of_a_piece(said: str, title: str, date: str, place: str) -> None:
    """As far as the reply gives them; the reply itself is an answer in the record."""
    named = piece_of(1, said)
    assert (named.title.lower().startswith(title.lower()), named.date, named.place) == (
        True,
        date,
        place,
    )


def test_nothing_is_rated_praised_or_hinted_before_the_end() -> None:
    """Whatever is said, the assessor's words are neutral, and no rating stands in them."""
    held, _ = exam()
    for text in (LED, "am I doing well?", "was that a pass?", WEIGHED, "not-an-answer", LED):
        if held.record.turn and held.record.turn.piece:
            tell(held, "none")
        outcome = held.say(text)
        if outcome.act is Act.ANSWER and held.pending():
            read(held)
    spoken = " ".join(
        line.text.lower()
        for line in conversation(held.stamped)
        if line.speaker is Speaker.INTERVIEWER
    )
    for word in ("great", "well done", "good answer", "correct", "level", "distinction", "3 "):
        assert word not in spoken.replace("3 min", ""), word


def test_a_rating_query_is_put_off_to_the_end() -> None:
    """It is not told, and the question stands."""
    held, _ = exam()
    held.act(Act.RATING_QUERY, "how am I doing?")
    last = held.stamped[-1].fact
    assert isinstance(last, facts.Remarked)
    assert "before the end" in last.reply
    assert held.state is State.ASKING


def test_asides_are_understood_as_in_an_interview() -> None:
    """Clarify, repeat, skip for later, back, distress."""
    held, _ = exam()
    held.act(Act.CLARIFY)
    assert isinstance(held.stamped[-1].fact, facts.Remarked)
    assert held.stamped[-1].fact.reply == "Plainly: discussion-1-1?"
    held.act(Act.REPEAT)
    assert "Question discussion-1-1?" in held.stamped[-1].fact.reply  # type: ignore[union-attr]
    held.act(Act.SKIP, later=True)
    assert asked(held) == "Question discussion-2-1?"
    tell(held, WEIGHED)
    tell(held, "none")
    assert asked(held) == "Question discussion-3-1?"
    held.act(Act.BACK, "can I go back to the last one?")
    assert asked(held) == "Question discussion-2-1?"
    tell(held, WEIGHED)
    assert asked(held) == "Question discussion-3-1?"


def test_a_question_put_off_is_come_back_to_after_the_others() -> None:
    """Before any theme gets a second question."""
    held, _ = exam()
    held.act(Act.SKIP, later=True)
    for _ in range(2):
        tell(held, WEIGHED)
        tell(held, "none")
    returned = [item.fact for item in held.stamped if isinstance(item.fact, facts.Returned)]
    assert [fact.turn for fact in returned] == [1]


def test_what_was_no_answer_is_put_another_way() -> None:
    """The reader took it for a question back: it is not rated."""
    held, _ = exam()
    tell(held, "not-an-answer")
    assert isinstance(held.stamped[-1].fact, facts.Returned)
    assert "Plainly" in held.stamped[-1].fact.text


# --- method 1 -------------------------------------------------------------------------------------


def test_the_report_comes_first_then_the_presentation_then_questions_that_quote_it() -> None:
    """Each step waits for the candidate; the quote is verbatim; silence is asked about."""
    held, clock = exam(plan(terms(methods=("report",))), ready=False)
    assert held.phase is Phase.REPORT
    with pytest.raises(NotAllowed, match="your report"):
        held.begin()
    with pytest.raises(NotAllowed, match="nothing in it"):
        held.hand_in(Document.REPORT, "# Only a heading\n")
    held.hand_in(Document.REPORT, REPORT, "report.md")
    held.hand_in(Document.OUTLINE, "")
    assert held.phase is Phase.PRESENTATION
    held.begin()
    clock.pass_by(4 * 60)
    held.end_presentation("slides")
    held.begin()
    turn = held.record.turn
    assert turn is not None
    assert turn.quote == "I counted the bricks of theme one each week for the board."
    assert turn.text == (
        'You write "I counted the bricks of theme one each week for the board". And report-1-1?'
    )
    lead = held.stamped[-1].fact
    assert isinstance(lead, facts.Asked) and 'section 1, "Bricks"' in lead.lead
    tell(held, WEIGHED)
    assert held.record.turn is not None
    assert held.record.turn.quote.startswith("The mortar")
    tell(held, WEIGHED)
    silent = held.stamped[-1].fact
    assert isinstance(silent, facts.Asked)
    assert silent.quote == "" and "haven't found much" in silent.lead
    assert not any(turn.piece for turn in held.record.turns)


def test_both_methods_follow_each_other() -> None:
    """The second waits until the candidate is ready; then it all ends."""
    held, _ = exam(plan(terms(methods=("report", "discussion"), themes=1)))
    for _ in range(40):
        if held.record.ended:
            break
        if held.phase is Phase.READY:
            make_ready(held)
        turn = held.record.turn
        assert turn is not None
        tell(held, "none" if turn.piece else WEIGHED)
    assert held.state is State.COMPLETE
    assert [end.method for end in held.record.exam.ended] == ["report", "discussion"]  # type: ignore[union-attr]


# --- rehearsing -----------------------------------------------------------------------------------


def test_a_rehearsal_is_about_one_theme_and_tells_at_once() -> None:
    """After each thread the results are shown; the clock has no limit."""
    of = terms(kind=ExamKind.REHEARSAL, only="theme-2")
    held, _ = exam(plan_of_rehearsal(of))
    assert asked(held) == "Question discussion-2-1?"
    assert held.timing.limit is None
    tell(held, WEIGHED)
    tell(held, "none")
    assert held.state is State.REFLECTING
    held.go_on()
    assert asked(held).startswith("Question discussion-2-")
    held.finish()
    assert held.state is State.COMPLETE
    with pytest.raises(NotAllowed):
        held.finish()


def plan_of_rehearsal(of):  # type: ignore[no-untyped-def]
    """The plan of a rehearsal."""
    from exam_toys import bank, opened

    return make_exam_plan(opened(of), bank(of))


def test_an_exam_can_not_be_ended_early_but_by_withdrawing() -> None:
    """What was said stays."""
    held, _ = exam()
    with pytest.raises(NotAllowed):
        held.finish()
    held.withdraw()
    assert held.state is State.WITHDRAWN
    with pytest.raises(NotAllowed, match="has ended"):
        held.withdraw()


def test_without_questions_there_is_no_exam() -> None:
    """One sentence says so."""
    from exam_toys import opened

    with pytest.raises(PlanError, match="no questions"):
        make_exam_plan(opened(terms()), [question("report", 1, 1)])


def test_reopening_gives_the_same_record() -> None:
    """The fold of the facts is all that there is."""
    held, clock = exam()
    tell(held, LED)
    again = Exam(held.plan, MemoryLog(held.stamped), clock)
    assert fold(again.stamped) == again.record
    assert again.record.turns == held.record.turns


def test_hostile_text_is_just_text() -> None:
    """Markup, control codes and a slash in the middle are kept as they were typed."""
    held, _ = exam()
    nasty = "led [bold]x[/] \x1b[2J {quote} {0} $(rm) self did"
    tell(held, nasty)
    assert held.record.turns[0].answer == nasty
    assert "{quote}" not in "".join(t.text for t in held.record.turns if "x[/]" not in t.text)


def test_a_crash_after_any_fact_can_be_gone_on_from() -> None:
    """From each beginning of a whole mock assessment one comes to its end."""
    of = plan(terms(methods=("report", "discussion"), themes=1, questions=1), per_theme=2)
    held, _ = exam(of)
    _to_the_end(held)
    for count in range(1, len(held.stamped)):
        again = Exam(of, MemoryLog(held.stamped[:count]), SetClock())
        _to_the_end(again)
        assert again.record.ended, count


def _to_the_end(held: Exam) -> None:
    for _ in range(100):
        if held.record.ended:
            return
        if held.phase is not Phase.QUESTIONS:
            if held.phase is Phase.PRESENTING:
                held.end_presentation()
            make_ready(held)
        elif held.pending():
            read(held)
        else:
            tell(held, DISTINCT if held.record.turn and not held.record.turn.piece else "the log")


DISTINCT = "self led did explains"


@pytest.mark.parametrize("reply", ["yes", "that was my answer", "hm, we held it in May"])
def test_in_doubt_it_asks_as_in_an_interview(monkeypatch: pytest.MonkeyPatch, reply: str) -> None:
    """Nothing is read before the candidate has said that it was an answer."""
    hear = dialogue.hear

    def heard(text: str, question: str) -> Heard:
        return Heard(act=Act.CLARIFY, sure=False) if "hm" in text else hear(text, question)

    monkeypatch.setattr(dialogue, "hear", heard)
    held, _ = exam()
    held.say("hm, we held it in May")
    assert held.pending() is None
    remark = next(x.fact for x in reversed(held.stamped) if isinstance(x.fact, facts.Remarked))
    assert (remark.unsure, remark.reply) == (True, wording.WAS_THAT_YOUR_ANSWER)
    held.say(reply)
    pending = held.pending()
    assert pending is not None
    assert pending.text == "hm, we held it in May"


@pytest.mark.parametrize("reply", ["none", "Nothing really.", "no"])
def test_a_bare_none_to_a_question_is_no_answer(reply: str) -> None:
    """It is asked in other words, once; then it is left, and counts for nothing."""
    held, _ = exam()
    held.say(reply)
    last = held.stamped[-1].fact
    assert isinstance(last, facts.Remarked) and last.act is Act.DONT_KNOW
    assert "Plainly: discussion-1-1?" in last.reply
    held.say(reply)
    assert asked(held) == "Question discussion-2-1?"
    assert held.record.turns[0].answer is None
    assert level_of(held.plan.terms, held.record.thread(1)) == NOTHING


def test_a_follow_up_may_be_answered_no() -> None:
    """It is an answer, which shows nothing whatever the reader makes of it; the talk goes on."""
    held, _ = exam()
    tell(held, "group did some")
    assert held.record.turn is not None and held.record.turn.is_probe
    held.say("No, nothing.")
    pending = held.pending()
    assert pending is not None
    led = replace(assess(ToyReader(), pending.prompt, "self led did"), evidence=())
    quote = Evidence(start=0, end=12, quote="No, nothing.", facet="autonomy", value="led")
    held.receive(pending, replace(led, evidence=(quote,)), replace(led, evidence=(quote,)))
    turn = held.record.turns[1]
    assert turn.answer == "No, nothing."
    assert turn.assessment is not None and not turn.assessment.evidence and turn.beside is None
    assert level_of(held.plan.terms, held.record.thread(1)) == PARTLY
    assert held.record.turn is not None and held.record.turn.thread == 1


def test_what_was_denied_is_not_asked_again_in_other_words() -> None:
    """After "nothing" to what else was considered, nothing more of that kind is asked."""
    held, _ = exam()
    tell(held, LED)
    assert held.record.turn is not None
    assert held.record.turn.probes_for is Missing.EVALUATES
    tell(held, "nothing else")
    for _ in range(4):
        turn = held.record.turn
        if turn is None or turn.thread != 1 or turn.piece:
            break
        assert turn.probes_for is not Missing.EVALUATES
        tell(held, "self led did some more")


def test_nobody_is_asked_to_weigh_what_others_did() -> None:
    """Only one's own words are taken up for that."""
    held, _ = exam()
    tell(held, "self led did it because they agreed to the new wall and the longer gate.\n")
    turn = held.record.turn
    assert turn is not None and turn.probes_for is Missing.EVALUATES
    assert '"' not in turn.text
