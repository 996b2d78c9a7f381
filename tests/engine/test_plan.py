"""Plans: what may be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviewer.domain import Aspect, Complexity, Framework, InterviewerError, Measure
from interviewer.engine.plan import Options, PlanError, decode_competences, make_plan, open_fact
from interviewer.framework.loader import load, load_questions

FRAMEWORKS = Path(__file__).resolve().parents[2] / "frameworks"


@pytest.fixture(scope="module")
def apm() -> Framework:
    """The APM framework."""
    return load(FRAMEWORKS, "apm-2")


def test_a_short_interview_takes_the_five_that_matter_most(apm: Framework) -> None:
    """The competences with the highest ratings asked for, in their own order."""
    fact = open_fact(apm, Options(profile="pmo-officer", length="short"), "x", 1)
    assert fact.competences == (1, 3, 9, 11, 12)


def test_a_standard_interview_takes_what_is_asked_for_at_competent(apm: Framework) -> None:
    """Competent or above in either aspect."""
    fact = open_fact(apm, Options(profile="pmo-officer"), "x", 1)
    assert fact.competences == (1, 3, 9, 10, 11, 12, 19, 20, 21, 22, 27)


@pytest.mark.parametrize(("programme", "has"), [(True, True), (False, False), (None, False)])
def test_programme_only_competences_need_a_programme_office(
    apm: Framework, programme: bool | None, has: bool
) -> None:
    """15 and 17 are part of a full interview only for somebody in a programme office."""
    conditions = {} if programme is None else {"programme": programme}
    options = Options(profile="pmo-officer", length="full", conditions=conditions)
    numbers = open_fact(apm, options, "x", 1).competences
    assert ({15, 17} <= set(numbers)) is has
    assert not {2, 25} & set(numbers)


def test_the_specialist_is_raised_by_the_rule_and_the_choice(apm: Framework) -> None:
    """18 and 20 and the chosen one are asked for at 4; the rest as for the officer."""
    options = Options(profile="pmo-specialist", choices=(23,), length="full")
    wanted = {r.competence: r for r in open_fact(apm, options, "x", 1).requirements}
    assert {n for n, r in wanted.items() if (r.application, r.knowledge) == (4, 4)} == {18, 20, 23}
    assert (wanted[12].application, wanted[12].knowledge) == (3, 3)


@pytest.mark.parametrize("choices", [(), (18,), (5,), (23, 5)])
def test_a_choice_that_breaks_the_rule_is_refused(apm: Framework, choices: tuple[int, ...]) -> None:
    """Too few, or one that is not on the list: the sentence says what is wanted."""
    options = Options(profile="pmo-specialist", choices=choices)
    with pytest.raises(PlanError, match="at least 1 of"):
        open_fact(apm, options, "x", 1)


def test_named_competences_are_taken_as_named(apm: Framework) -> None:
    """Also those that the role does not ask for, each once, in the order named."""
    options = Options(profile="pmo-officer", competences=(25, 12, 25))
    assert open_fact(apm, options, "x", 1).competences == (25, 12)


def test_an_unknown_competence_is_refused(apm: Framework) -> None:
    """The sentence lists those that there are."""
    with pytest.raises(PlanError, match=r"no competence 28.*26, 27"):
        open_fact(apm, Options(competences=(28,)), "x", 1)


def test_a_framework_without_competences_cannot_be_interviewed_under() -> None:
    """An occupational standard has KSBs, not competences."""
    with pytest.raises(PlanError, match="no competences"):
        open_fact(load(FRAMEWORKS, "st0310-1.4"), Options(), "x", 1)


def test_numbers_are_read_as_people_type_them() -> None:
    """Commas, spaces and "and" all do; anything else is told."""
    assert decode_competences("9, 12 and 19") == (9, 12, 19)
    with pytest.raises(PlanError, match="list of numbers"):
        decode_competences("nine")


def test_options_reach_the_first_fact(apm: Framework) -> None:
    """The fact that opens an interview holds all that was chosen."""
    options = Options(
        competences=(12,),
        aspects=(Aspect.KNOWLEDGE,),
        complexity=Complexity.LOW,
        candidate="Sam",
        length="full",
    )
    fact = open_fact(apm, options, "id", 42)
    assert (fact.aspects, fact.complexity, fact.candidate, fact.length, fact.seed) == (
        (Aspect.KNOWLEDGE,),
        Complexity.LOW,
        "Sam",
        "full",
        42,
    )
    assert fact.framework_sha256 == apm.sha256


@pytest.fixture(scope="module")
def linked() -> Framework:
    """The APM framework with the roles that others describe."""
    return load(FRAMEWORKS, "apm-2", roles=True)


@pytest.mark.parametrize(("length", "count"), [("short", 5), ("standard", 10), ("full", 21)])
def test_a_role_without_ratings_takes_what_matters_most_to_it(
    linked: Framework, length: str, count: int
) -> None:
    """The first five, ten, or all of the competences that its areas are linked to."""
    fact = open_fact(linked, Options(profile="nhs-pmo-band-8d", length=length), "x", 1)
    ranked = [item.competence for item in linked.profile("nhs-pmo-band-8d").requirements]
    assert len(fact.competences) == min(count, len(ranked))
    assert set(fact.competences) == set(ranked[:count])
    assert (fact.measures, fact.described_in, fact.aim) == (Measure.AREAS, "nhs-pmo", 4)


def test_questions_aim_where_the_role_does(linked: Framework) -> None:
    """A band without ratings still says how hard its work is."""
    options = Options(profile="nhs-pmo-band-8d", competences=(12,))
    bank = load_questions(FRAMEWORKS, "apm-2", [12])
    plan = make_plan(open_fact(linked, options, "x", 1), linked, bank)
    assert plan.target(12, Aspect.APPLICATION) == 4


def test_the_next_role_stands_beside_the_present_one(apm: Framework) -> None:
    """What the specialist is asked for, with the choices that are made for it."""
    options = Options(
        profile="pmo-officer", next_profile="pmo-specialist", choices=(12,), length="full"
    )
    fact = open_fact(apm, options, "x", 1)
    wanted = {item.competence: item.application for item in fact.next_requirements}
    assert (wanted[12], wanted[18], wanted[9]) == (4, 4, 3)
    assert (fact.next_profile, fact.next_title) == ("pmo-specialist", "PMO Specialist")
    now = {item.competence: item.application for item in fact.requirements}
    assert (now[12], now[18]) == (3, 2)


def test_choices_left_open_for_the_next_role_raise_nothing(apm: Framework) -> None:
    """Nobody has to choose a specialism before they have begun."""
    options = Options(profile="pmo-officer", next_profile="pmo-specialist", length="full")
    fact = open_fact(apm, options, "x", 1)
    wanted = {item.competence: item.application for item in fact.next_requirements}
    assert (wanted[12], wanted[18], wanted[20]) == (3, 4, 4)


def test_a_next_role_that_there_is_not_is_refused(apm: Framework) -> None:
    """By the sentence that names those that there are."""
    with pytest.raises(InterviewerError, match="pmo-officer"):
        open_fact(apm, Options(profile="pmo-officer", next_profile="boss"), "x", 1)
