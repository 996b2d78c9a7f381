"""What was heard: grades from evidence, and KSBs credited wherever they appear."""

from __future__ import annotations

import pytest
from exam_toys import SetClock, bank, exam, opened, plan, tell, terms
from msgspec.structs import replace
from toys import MemoryLog

from interviewer.domain import Aspect, Autonomy, Knowing, Sign
from interviewer.engine.credit import is_elsewhere
from interviewer.engine.exam import Exam
from interviewer.engine.exam_plan import ExamPlan, make_exam_plan
from interviewer.heard import MET, NOTHING, PARTLY, ksb_levels, level_of, theme_level, weighs
from interviewer.record import facts

DISTINCTION = MET + 1


SIGNS = (
    Sign(ksb="K2", says=("earned value",), beside=(("why", "because"), ("cost index",))),
    Sign(ksb="S3", says=("rated", "changed"), beside=(("risk register",), ("each", "since then"))),
)


def plan_with_signs() -> ExamPlan:
    """A plan whose KSBs have signs of their own."""
    of = terms(methods=("discussion", "report"))
    return make_exam_plan(opened(of), bank(of), SIGNS)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("offtopic words", NOTHING),
        ("group did some", PARTLY),
        ("would do it, self", PARTLY),
        ("self assisted did", PARTLY),
        ("self led did", MET),
        ("self led evaluates", MET),  # nothing is weighed in these words
        ("self led evaluates rather than trust it, compared with another", DISTINCTION),
        ("group evaluates rather than trust it, compared with another", PARTLY),
    ],
)
def test_the_level_of_a_question_about_doing(said: str, level: int) -> None:
    """One's own responsibility is a pass; weighing it on top is a distinction."""
    held, _ = exam()
    tell(held, said)
    assert level_of(held.plan.terms, held.record.thread(1)) == level


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("describes it", PARTLY),
        ("explains it", MET),
        ("evaluates it", MET),
        ("evaluates it rather than the other, compared", DISTINCTION),
        ("self led did it", PARTLY),
        ("self led did it because it was late", MET),  # did it, and says why
    ],
)
def test_the_level_of_a_question_about_knowing(said: str, level: int) -> None:
    """An explanation is a pass, and so is what one did oneself with its reason."""
    of = terms()
    questions = [replace(each, aspect=Aspect.KNOWLEDGE) for each in bank(of)]
    held, _ = exam(make_exam_plan(opened(of), questions))
    tell(held, said)
    assert level_of(of, held.record.thread(1)) == level


def test_the_plan_says_what_a_grade_asks_for() -> None:
    """With other words in it, the same answers reach another grade."""
    of = terms()
    low, high = of.grades
    easier = replace(of, grades=(replace(low, doing=Autonomy.ASSISTED), high))
    harder = replace(of, grades=(replace(low, knowing=Knowing.AWARE), high))
    held, _ = exam(plan(easier))
    tell(held, "self assisted did")
    thread = held.record.thread(1)
    assert (level_of(of, thread), level_of(easier, thread)) == (PARTLY, MET)
    assert level_of(harder, thread) == PARTLY


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("I rang him and he came.", False),
        ("It was worth it.", False),
        ("It was worth it rather than the other way round.", True),
        ("Looking back, the alternative would have been cheaper.", True),
        ("worth worth worth", False),
    ],
)
def test_words_that_weigh(words: str, does: bool) -> None:
    """Two different ones at least."""
    assert weighs(words) is does


def test_a_ksb_is_credited_where_it_appears() -> None:
    """Knowledge where it is explained, a skill where it was done; with the words, once."""
    held, _ = exam(plan_with_signs())
    tell(
        held,
        "self led did.\nThe earned value explains why the cost index fell.\n"
        "I rated all of the risk register with each owner, self led did.\n"
        "I changed the risk register, self led did.\n",
    )
    credited = [item.fact for item in held.stamped if isinstance(item.fact, facts.Credited)]
    (fact,) = credited
    assert [each.ksb for each in fact.credits] == ["K2", "S3"]
    answer = held.record.turns[0].answer or ""
    for credit in fact.credits:
        assert answer[credit.start : credit.end] == credit.quote
    levels = ksb_levels(held.plan.terms, held.record)
    assert levels["K2"] == levels["S3"] == MET


@pytest.mark.parametrize(
    "said",
    [
        "The risk register was mine, self led did.",  # the artefact, and not what was done to it
        "I rated the bricks each week, self led did.",  # the verb alone
        "group did: I rated the risk register with each owner.",
        "would do: I rated the risk register with each owner, self led.",
        "self assisted did: I rated the risk register with each owner.",
        "My manager rated the risk register with each owner, self led did.",
        "I was there when they rated the risk register with each owner, self led did.",
        "The earned value, explains.",
        "The earned value explains why.",
    ],
)
def test_no_credit_for_words_alone(said: str) -> None:
    """A term is not evidence: it must be explained, or done by the speaker."""
    held, _ = exam(plan_with_signs())
    tell(held, f"self led did. {said}")
    assert not any(isinstance(item.fact, facts.Credited) for item in held.stamped)


def test_a_ksb_without_signs_is_only_heard_where_it_was_asked_about() -> None:
    """A framework need not have the file."""
    of = terms(methods=("discussion", "report"))
    held, _ = exam(make_exam_plan(opened(of), bank(of)))
    tell(held, "I rated all of the risk register with each owner, self led did.")
    assert not any(isinstance(item.fact, facts.Credited) for item in held.stamped)


def test_an_answer_about_another_theme_counts_there_and_not_here() -> None:
    """Where it speaks of the other in so many words, and of its own in none."""
    of = terms(methods=("discussion", "report"))
    words = {
        1: ("kerb", "tarmac"),
        2: ("earned value", "cost index", "budget line", "cash flow"),
        3: ("other thing",),
    }
    questions = [replace(each, cues=words[int(each.theme[-1])]) for each in bank(of)]
    held, _ = exam(make_exam_plan(opened(of), questions, SIGNS))
    tell(
        held,
        "self led did the earned value and the cost index and the cash flow and every budget line, "
        "explains why, and then did it all again for the board that met each week in the town hall",
    )
    turn = held.record.turns[0]
    assert is_elsewhere(held.plan, turn)
    assert turn.elsewhere
    assert theme_level(held.plan.terms, held.record, "discussion", 1) == NOTHING
    assert "K2" in {credit.ksb for credit in turn.credits}


def test_a_crash_loses_no_credit() -> None:
    """After whichever fact it comes: each answer ends up with its credit, and with one."""
    of = plan_with_signs()
    held, _ = exam(of)
    tell(held, "self led did. The earned value explains why the cost index fell.")
    tell(held, "I rated all of the risk register with each owner, self led did.")
    wanted = [credit.ksb for turn in held.record.turns for credit in turn.credits]
    assert wanted == ["K2", "S3"]
    for count in range(1, len(held.stamped) + 1):
        again = Exam(of, MemoryLog(held.stamped[:count]), SetClock())
        read_so_far = sum(turn.assessment is not None for turn in again.record.turns)
        credits = [credit.ksb for turn in again.record.turns for credit in turn.credits]
        assert credits == wanted[:read_so_far], count
        once_more = Exam(of, MemoryLog(again.stamped), SetClock())
        given = [x for x in once_more.stamped if isinstance(x.fact, facts.Credited)]
        assert len(given) == len(credits), count


def test_a_credit_is_for_the_answer_that_it_was_given_for() -> None:
    """A new answer to the same turn takes it away."""
    held, _ = exam(plan_with_signs())
    tell(held, "self led did. The earned value explains why the cost index fell.")
    assert held.record.turns[0].credits
    held.back(1)
    held.answer("nothing")
    assert not held.record.turns[0].credits


@pytest.mark.parametrize(
    ("aspect", "said", "level"),
    [
        (Aspect.KNOWLEDGE, "The board explains that.", PARTLY),
        (Aspect.KNOWLEDGE, "It explains why each of the owners must look at the list again.", MET),
        (Aspect.KNOWLEDGE, "One explains the list.\nOne explains how the owners look again.", MET),
        (Aspect.APPLICATION, "self led did", PARTLY),
        (
            Aspect.APPLICATION,
            "self led did the list, rang each owner, and looked again in May",
            MET,
        ),
    ],
)
def test_a_remark_is_no_evidence_of_a_grade(aspect: Aspect, said: str, level: int) -> None:
    """The plan says how many words the sentences must have that show it."""
    of = terms()
    of = replace(of, grades=(replace(of.grades[0], least_words=8), of.grades[1]))
    questions = [replace(each, aspect=aspect) for each in bank(of)]
    held, _ = exam(make_exam_plan(opened(of), questions))
    tell(held, said)
    assert level_of(of, held.record.thread(1)) == level
