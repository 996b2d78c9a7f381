"""The shipped frameworks against their sources; each trap of the sources has its test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from interviewer.domain import Framework, RaiseRule

ROOT = Path(__file__).parents[2]
FRAMEWORKS = ROOT / "frameworks"
SEEDS = ROOT.parent / "shared" / "seeds"

# The table of the PMO Officer profile: competence, application, knowledge, only for, title.
TABLE = [
    line.split(maxsplit=4)
    for line in """\
 1 3 4 -         Ethics, compliance and professionalism
 2 - - -         Team management
 3 3 3 -         Conflict management
 4 2 2 -         Leadership
 5 2 2 -         Procurement
 6 1 1 -         Contract management
 7 1 2 -         Requirements management
 8 2 2 -         Solutions development
 9 3 3 -         Schedule management
10 2 3 -         Resource management
11 3 3 -         Budgeting and cost control
12 3 3 -         Risk, opportunity and issue management
13 2 2 -         Quality management
14 2 2 -         Consolidated planning
15 2 2 programme Transition management
16 2 2 -         Financial management
17 2 2 programme Resource capacity planning
18 2 2 -         Governance arrangements
19 3 3 -         Stakeholder and communications management
20 3 3 -         Frameworks and methodologies
21 3 3 -         Reviews
22 3 3 -         Change control
23 2 2 -         Independent assurance
24 1 2 -         Business case
25 - - -         Asset allocation
26 2 2 -         Capability development
27 3 3 -         Benefits management
""".splitlines()
]

TITLES = [row[4] for row in TABLE]


def officer_row(row: list[str]) -> tuple[int | None, int | None, str | None]:
    """The ratings of a row of the table, and the condition they are for."""
    application, knowledge = (None if each == "-" else int(each) for each in row[1:3])
    return application, knowledge, None if row[3] == "-" else row[3]


# The KSBs of one duty only.
SINGLE = {
    2: "K9 K10 K29 S9",
    4: "K19",
    6: "K22 K24 S17",
    7: "S15",
    8: "S13 S14",
    9: "S20",
    10: "K18 K25",
}

# A copy that the data can't drift away from together with the test.
STATEMENTS = {
    "K1": "The differences between projects and business as usual.",
    "K4": "Techniques used to understand the project context, such as PESTLE (political, economic, "
    "social, technological, legal, and environmental), SWOT (strength, weakness, opportunities, "
    "threats) or VUCA (velocity, uncertainty, complexity, ambiguity).",
    "K15": "The use of information management.",
    "K19": "Configuration management and change control.",
    "K23": "Principles of project risk and issue management.",
    "K30": "Technology and software used in the performance of project management activities.",
    "K31": "Presentation tools and techniques.",
    "S1": "Use project monitoring and reporting techniques to track, interpret and report on "
    "performance.",
    "S13": "Evaluate and make recommendations on the risk management plan to threats to delivery "
    "and recommend solutions.",
    "S15": "Deliver a Quality Management Plan which contributes to quality control processes.",
    "S26": "Manages resources through the project lifecycle.",
    "B1": "Works flexibly and adapts to circumstances.",
    "B5": "Seeks learning opportunities and continuous professional development.",
}

DUTIES = {
    1: "Support the project team in delivering the lifecycle of a project.",
    3: "Contribute to and deliver elements of the stakeholder engagement process to commence and "
    "progress project delivery, and collaborate with stakeholders to communicate the project plan.",
    9: "Contribute to the production and presentation of the key project documents through "
    "governance to gain approval.",
    13: "Review the project and report on lessons learned which contribute to continuous "
    "improvement for future project delivery.",
}


def test_the_competences_have_the_titles_of_the_table(apm: Framework) -> None:
    """The second edition has 27 competences."""
    assert [(each.number, each.title) for each in apm.competences] == [*enumerate(TITLES, start=1)]


def test_the_scale_is_five_levels_and_not_demonstrated(apm: Framework) -> None:
    """Level 0 stands beside the five levels of the source."""
    assert [level.name for level in apm.scale] == [
        "Not demonstrated",
        "Aware",
        "Practised",
        "Competent",
        "Proficient",
        "Expert",
    ]
    assert len(apm.complexities) == 3
    assert len(apm.factors) == 4


def test_the_officer_table_is_the_authority(apm: Framework) -> None:
    """All 27 rows: 6 is 1/1, 2 and 25 are not required, 15 and 17 are for programmes only."""
    rows = {
        each.competence: (each.application, each.knowledge, each.only)
        for each in apm.profile("pmo-officer").requirements
    }
    assert rows == {int(row[0]): officer_row(row) for row in TABLE}
    assert list(rows) == sorted(rows)


def test_programme_only_is_a_question_at_the_start(apm: Framework) -> None:
    """The condition that 15 and 17 carry can be asked, for both roles."""
    for profile in ("pmo-officer", "pmo-specialist"):
        (condition,) = apm.profile(profile).conditions
        assert condition.id == "programme"
        assert condition.question.endswith("?")


def test_the_specialist_is_the_officer_with_a_rule(apm: Framework) -> None:
    """At least three at 4/4, 18 and 20 among them, and one more, which may be 27."""
    officer, specialist = apm.profile("pmo-officer"), apm.profile("pmo-specialist")
    assert specialist.requirements == officer.requirements
    assert officer.rules == ()
    assert specialist.rules == (
        RaiseRule(
            application=4,
            knowledge=4,
            always=(18, 20),
            choose_from=(9, 11, 12, 19, 21, 22, 23, 24, 26, 27),
            at_least=1,
            minimum=3,
        ),
    )


def test_the_standard_has_its_counts(standard: Framework) -> None:
    """14 duties, 31 K, 26 S, 5 B, numbered without a gap."""
    assert [duty.number for duty in standard.duties] == [*range(1, 15)]
    wanted = [f"K{n}" for n in range(1, 32)] + [f"S{n}" for n in range(1, 27)]
    assert [ksb.id for ksb in standard.ksbs] == wanted + [f"B{n}" for n in range(1, 6)]
    assert {ksb.kind for ksb in standard.ksbs} == {"knowledge", "skill", "behaviour"}


def test_the_statements_are_the_official_ones(standard: Framework) -> None:
    """The official text, word for word: S15 is not "$15", and K4 keeps "velocity"."""
    statements = {ksb.id: ksb.statement for ksb in standard.ksbs}
    assert {ksb: statements[ksb] for ksb in STATEMENTS} == STATEMENTS
    duties = {duty.number: duty.statement for duty in standard.duties}
    assert {number: duties[number] for number in DUTIES} == DUTIES


@pytest.mark.skipif(not SEEDS.exists(), reason="the sources lie beside this checkout only")
def test_all_statements_are_those_of_the_source(standard: Framework) -> None:
    """All 62 statements, compared with the source after evening out the spaces."""
    text = next(SEEDS.glob("000_*")).read_text(encoding="utf-8")
    lines = re.findall(r"^(?:\\\$|([KSB]))(\d+): (.+)$", text, re.MULTILINE)
    source = {f"{letter or 'S'}{number}": " ".join(line.split()) for letter, number, line in lines}
    assert len(source) == 62
    assert {ksb.id: " ".join(ksb.statement.split()) for ksb in standard.ksbs} == source


@pytest.mark.skipif(not SEEDS.exists(), reason="the sources lie beside this checkout only")
def test_all_duties_have_the_ksbs_of_the_source(standard: Framework) -> None:
    """The KSBs of each duty, in the source's order, its echo "D3 D4" aside."""
    text = next(SEEDS.glob("000_*")).read_text(encoding="utf-8")
    table = text[text.index("DUTY\tKSBS") : text.index("KSBs Knowledge")]
    parts = re.split(r"^Duty (\d+) ", table, flags=re.MULTILINE)[1:]
    source = {
        int(number): tuple(re.findall(r"\b[KSB]\d+\b", part))
        for number, part in zip(parts[::2], parts[1::2], strict=True)
    }
    assert {duty.number: duty.ksbs for duty in standard.duties} == source


def test_the_echo_in_duty_nine_is_no_ksb(standard: Framework) -> None:
    """Duty 9 needs B3 and B4 once, and no "D3" or "D4"."""
    ksbs = standard.duties[8].ksbs
    assert ksbs[-2:] == ("B3", "B4")
    assert len(set(ksbs)) == len(ksbs)
    assert all(ksb[0] in "KSB" for duty in standard.duties for ksb in duty.ksbs)


def test_every_ksb_has_a_duty_and_some_only_one(standard: Framework) -> None:
    """K15 and K30 are in all 14 duties, and these few in one only."""
    duties: dict[str, list[int]] = {ksb.id: [] for ksb in standard.ksbs}
    for duty in standard.duties:
        for ksb in duty.ksbs:
            duties[ksb].append(duty.number)
    assert all(duties.values())
    assert [ksb for ksb, found in duties.items() if len(found) == 14] == ["K15", "K30"]
    single = {ksb: found[0] for ksb, found in duties.items() if len(found) == 1}
    assert single == {ksb: number for number, ksbs in SINGLE.items() for ksb in ksbs.split()}


def test_every_ksb_bears_on_competences(apm: Framework, standard: Framework) -> None:
    """The crosswalk links all 62, one to four competences each, and reads the same both ways."""
    assert all(1 <= len(ksb.competences) <= 4 for ksb in standard.ksbs)
    forth = {(ksb.id, number) for ksb in standard.ksbs for number in ksb.competences}
    back = {(ksb, each.number) for each in apm.competences for ksb in each.ksbs}
    assert forth == back


def test_the_assessment_figures_are_labelled_defaults(standard: Framework) -> None:
    """What the plan does not tell us is marked, and says where it is taken from."""
    assert {method.id for method in standard.methods} == {"report", "discussion"}
    for method in standard.methods:
        assert method.default
        assert "check your assessment organisation's plan" in method.note
    assert {ksb for theme in standard.themes for ksb in theme.ksbs} == {
        ksb.id for ksb in standard.ksbs
    }


def test_the_nhs_bands_have_their_complexities(nhs: Framework) -> None:
    """8B and 8C share a merged cell, so their complexity is marked as a reading."""
    assert [(band.band, band.complexity, band.reading) for band in nhs.bands] == [
        ("6", "Very Low", False),
        ("7", "Low", False),
        ("8A", "Moderate", False),
        ("8B", "Moderate", True),
        ("8C", "Moderate", True),
        ("8D", "High", False),
    ]


def test_the_nhs_areas_speak_of_every_band(nhs: Framework) -> None:
    """Ten areas of responsibility, each linked to competences."""
    assert len(nhs.responsibilities) == 10
    for area in nhs.responsibilities:
        assert list(area.bands) == ["6", "7", "8A", "8B", "8C", "8D"]
        assert area.competences


def test_open_texts_carry_their_attribution(standard: Framework) -> None:
    """Crown copyright under the Open Government Licence asks to be named."""
    assert "Open Government Licence" in standard.head.attribution
