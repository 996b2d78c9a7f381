"""The plan of a mock end-point assessment is data: read as written, and its slips are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interviewer.domain import Autonomy, Framework, Knowing, WorksFrom
from interviewer.framework.loader import load

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder

PLAN = """\
note: Ours.
methods:
  - {id: report, title: Report, works_from: report, minutes: 30, presentation_minutes: 5,
     extra_time: 20, questions: 3, default: true}
  - {id: talk, title: Talk, minutes: 45, questions: 4, default: false}
grades:
  - {id: pass, title: Pass, shows: Did it., doing: led, knowing: explains}
  - {id: top, title: Top, shows: Weighs it., doing: led, knowing: evaluates, of_themes: 80}
overall:
  default: true
  table:
    - {grades: {report: pass, talk: pass}, overall: Pass}
    - {grades: {report: pass, talk: top}, overall: Merit}
    - {grades: {report: top, talk: pass}, overall: Merit}
    - {grades: {report: top, talk: top}, overall: Top}
themes:
  - {id: bricks, title: Bricks, ksbs: [K1, S1]}
"""


def test_the_file_is_read_as_written(linked: Folder) -> None:
    """Minutes, extra time, grades and the table come out as they stand in the file."""
    linked.write("std/epa.yaml", PLAN)
    assert linked.told() == []
    loaded = load(linked.root, "std")
    report, talk = loaded.methods
    assert (report.minutes, report.presentation_minutes, report.extra_time) == (30, 5, 20)
    assert (report.works_from, talk.works_from) == (WorksFrom.REPORT, WorksFrom.PORTFOLIO)
    assert (talk.presentation_minutes, talk.extra_time) == (0, 0)
    low, high = loaded.grades
    assert (low.doing, low.knowing, low.of_themes) == (Autonomy.LED, Knowing.EXPLAINS, 100)
    assert (high.knowing, high.of_themes) == (Knowing.EVALUATES, 80)
    assert [(row.grades["talk"], row.overall) for row in loaded.overall] == [
        ("pass", "Pass"),
        ("top", "Merit"),
        ("pass", "Merit"),
        ("top", "Top"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("talk: top}, overall: Merit", "talk: pass}, overall: Merit", "given twice"),
        ("    - {grades: {report: top, talk: top}, overall: Top}\n", "", "nothing of report top"),
        ("{report: pass, talk: pass}", "{raport: pass, talk: pass}", 'did you mean "report"'),
        ("{report: pass, talk: pass}", "{report: passs, talk: pass}", 'did you mean "pass"'),
        ("id: top", "id: pass", "the grade pass is given twice"),
        ("knowing: evaluates", "knowing: aware", "asks for less here than for the grade pass"),
        ("minutes: 45", "minutes: 0", ":5:"),
        ("works_from: report", "works_from: essay", "works_from"),
    ],
)
def test_a_slip_is_told(linked: Folder, old: str, new: str, said: str) -> None:
    """Each rule names the place to mend."""
    linked.write("std/epa.yaml", PLAN.replace(old, new))
    assert any(said in told for told in linked.told()), linked.told()


def test_the_shipped_plan_says_what_is_a_default(standard: Framework) -> None:
    """Nothing that version 1.4 does not tell us stands there unmarked."""
    marked = (*standard.methods, *standard.grades, *standard.overall)
    assert all(each.default for each in marked)
    assert {theme.grouping for theme in standard.themes} == {"ours"}
    table = {tuple(sorted(row.grades.items())): row.overall for row in standard.overall}
    assert table[(("discussion", "distinction"), ("report", "pass"))] == "Merit"
    report, discussion = standard.methods
    assert (report.presentation_minutes, report.minutes, report.questions) == (20, 40, 6)
    assert (discussion.minutes, discussion.questions, discussion.extra_time) == (60, 10, 10)
