"""Roles that other frameworks describe: bands of a pathway, and an occupational standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviewer.domain import Framework, InterviewerError, Measure, RoleProfile
from interviewer.framework.loader import find_profile, load

FRAMEWORKS = Path(__file__).resolve().parents[2] / "frameworks"


@pytest.fixture(scope="module")
def roles() -> dict[str, RoleProfile]:
    """All roles that an interview by APM competences can be held for."""
    return {role.id: role for role in load(FRAMEWORKS, "apm-2", roles=True).roles}


def test_each_band_and_the_standard_is_a_role(roles: dict[str, RoleProfile]) -> None:
    """Officer, specialist, six bands, and the apprenticeship."""
    assert list(roles) == [
        "pmo-officer",
        "pmo-specialist",
        *(f"nhs-pmo-band-{band}" for band in ("6", "7", "8a", "8b", "8c", "8d")),
        "st0310-1.4",
    ]
    assert roles["nhs-pmo-band-8a"].title == "NHS PMO, band 8A"
    assert roles["st0310-1.4"].title == "Associate Project Manager (ST0310)"


def test_they_ask_for_no_ratings_but_say_what_matters_most(roles: dict[str, RoleProfile]) -> None:
    """The NHS grades responsibility by band, the standard lists KSBs: neither rates."""
    for name, measures in (("nhs-pmo-band-6", Measure.AREAS), ("st0310-1.4", Measure.KSBS)):
        role = roles[name]
        assert role.measures is measures
        assert not any(item.application or item.knowledge for item in role.requirements)
        assert len(role.requirements) == len({item.competence for item in role.requirements})
    assert roles["st0310-1.4"].requirements[0].competence == 19  # most statements are nearest it


def test_questions_aim_as_high_as_the_band_is_complex(roles: dict[str, RoleProfile]) -> None:
    """Very low and low at practised, moderate at competent, high at proficient."""
    aims = {role.band: role.aim for role in roles.values() if role.band}
    assert aims == {"6": 2, "7": 2, "8A": 3, "8B": 3, "8C": 3, "8D": 4}


def test_roles_of_others_are_read_only_when_asked_for() -> None:
    """What is not needed costs nothing, and its faults keep nobody from an interview."""
    assert load(FRAMEWORKS, "apm-2").roles_elsewhere == ()
    assert load(FRAMEWORKS, "nhs-pmo", roles=True).roles_elsewhere == ()


def test_a_role_leads_to_the_framework_with_its_competences() -> None:
    """That is where its questions are."""
    assert find_profile(FRAMEWORKS, "nhs-pmo-band-8d") == "apm-2"
    assert find_profile(FRAMEWORKS, "pmo-officer") == "apm-2"
    with pytest.raises(InterviewerError, match='did you mean "nhs-pmo-band-8d"'):
        find_profile(FRAMEWORKS, "nhs-pmo-band-8e")


def test_a_framework_on_its_own_has_no_other_roles(apm: Framework) -> None:
    """It is loaded without them unless they are asked for."""
    assert apm.roles == apm.profiles
