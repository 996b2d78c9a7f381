"""Probes, study pages, exam questions and ids: reading them, and what check says of slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interviewer.domain import Aspect, InterviewerError, Missing
from interviewer.framework.export import exam_questions_json
from interviewer.framework.loader import (
    load_development,
    load_exam_questions,
    load_probes,
    load_questions,
    load_study,
)
from interviewer.framework.problems import FrameworkError

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder

BANK = "toy/questions/01-stacking.yaml"
PROBES = "toy/probes/01-stacking.yaml"
STUDY = "toy/study/01-stacking.yaml"
STEPS = "toy/development/01-stacking.yaml"
EXAM = "std/exam-questions/bricks.yaml"
LONG = " ".join(["brick"] * 21)


def test_the_fixture_is_clean(banked: Folder) -> None:
    """What the slips are made in has no problems by itself."""
    assert banked.told() == []


def test_probes_are_kept_by_what_is_missing(banked: Folder) -> None:
    """Each aspect has its own kinds; one kind belongs to both."""
    probes = load_probes(banked.root, "toy", [1])
    assert len(probes) == 12
    assert probes[1, Aspect.APPLICATION, Missing.LED][1] == "How did that height come about?"
    assert probes[1, Aspect.KNOWLEDGE, Missing.HARD_CONTEXT][0] == "What becomes of this on sand?"
    assert load_probes(banked.root, "toy", [2]) == load_probes(banked.root, "std") == {}


def test_a_study_page_has_its_exemplars_from_the_lowest_level_up(banked: Folder) -> None:
    """However they stand in the file."""
    study = load_study(banked.root, "toy", 1)
    assert study is not None
    places = [(each.aspect, each.level) for each in study.exemplars]
    assert places == [(aspect, level) for aspect in Aspect for level in range(1, 6)]
    assert study.confusions[0].these == ("brick", "stone")
    assert load_study(banked.root, "toy", 2) is None
    assert load_study(banked.root, "std", 1) is None


def test_exam_questions_are_read_by_theme(banked: Folder) -> None:
    """Only the files of the themes asked for are read."""
    first, second = load_exam_questions(banked.root, "std")
    assert (first.id, first.method, first.theme, first.taking_up) == (
        "std-d1",
        "discussion",
        "bricks",
        "",
    )
    assert "{quote}" in second.taking_up
    assert second.cues == ("brick", "tower", "wall")
    banked.write("std/exam-questions/mortar.yaml", "rubbish")
    assert len(load_exam_questions(banked.root, "std", ["bricks"])) == 2
    with pytest.raises(FrameworkError):
        load_exam_questions(banked.root, "std")


def test_exam_questions_are_data_for_other_programs(banked: Folder) -> None:
    """With the promised keys, and the signs of a pass under their own name."""
    data, _ = exam_questions_json(load_exam_questions(banked.root, "std"))
    promised = ("id", "framework", "ksbs", "aspect", "complexity", "text", "looks_for", "source")
    assert set(promised) <= data.keys()
    assert (data["pass"], data["distinction"]) == (["Stacked it"], ["Weighed it"])
    assert data["looks_for"] == ["Stacked it", "Weighed it"]
    assert data["source"] == "ours"


def test_an_unknown_framework_is_a_clear_error(toy: Folder) -> None:
    """As for the rest of a framework."""
    for load in (load_probes, load_exam_questions):
        with pytest.raises(InterviewerError, match="There is no framework"):
            load(toy.root, "tov")


def test_the_steps_of_a_competence_are_found_by_where_they_lead(banked: Folder) -> None:
    """A plan looks up the step to the next level."""
    steps = load_development(banked.root, "toy", [1])
    assert len(steps) == 8
    step = steps[1, Aspect.KNOWLEDGE, 4]
    assert (step.to, step.actions[0]) == (4, "Draw a tower of 24 bricks.")
    assert load_development(banked.root, "toy", [2]) == {}


# (the file, what stands there, what is written instead, what is told)
Slip = tuple[str, str, str, str]

SLIPS: list[Slip] = [
    (PROBES, "competence: 1", "competence: 2", '1:13: "competence" is 2, but the file'),
    (PROBES, "  led:", "  lead:", 'unknown key "lead"; did you mean "led"?'),
    (PROBES, '["Which bricks were yours?", ', "[", '"own_part" must have 2 to 3 items'),
    (PROBES, "Which bricks were yours?", "What did your own hands do there?", "is given twice"),
    (PROBES, "Which bricks were yours?", "Yours? Or whose was it?", "asks more than one question"),
    (PROBES, "Which bricks were yours?", f"{LONG}?"[:190], "the sentences here have"),
    (PROBES, "Who else was stacking", "Whom did you supervise", '"supervise" tells the candidate'),
    (STUDY, "level: 3", "level: 4", "for each level from 1 to 5 of application; it has 1, 2, 4, 4"),
    (STUDY, "toy-1-application-some", "toy-1-application-som", "did you mean"),
    (STUDY, "toy-1-application-some", "toy-1-knowledge-some", "is about the knowledge of"),
    (STUDY, "[brick, stone]", "[brick]", '"these" must have 2 to 4 items'),
    (STEPS, "to: 3", "to: 4", "each level from 2 to 5 of application; it has 2, 4, 4, 5"),
    (STEPS, "Build a tower of 12 bricks.", "Build a tower of 13 bricks.", "is given twice"),
    (STEPS, "competence: 1", "competence: 2", '"competence" is 2, but the file'),
    (STEPS, "to: 2", "to: 1", '"to"'),
    (EXAM, "theme: bricks", "theme: brick", '1:8: "theme" is brick, but the file'),
    (EXAM, "method: report", "method: reprot", 'no method "reprot"; did you mean "report"?'),
    (EXAM, "{quote}", "it", "{quote} must stand here once"),
    (EXAM, "cues: [brick, tower, wall]", "cues: [brick]", 'needs at least 3 "cues"'),
    (EXAM, "    pass: [Stacked it]\n", "", 'the key "pass" is missing'),
    (EXAM, "What became of it?", "What became of it? And why?", "asks more than one question"),
    (EXAM, "id: std-r1", "id: std-d1", "the question id std-d1 is given twice"),
    (EXAM, "ksbs: [K1, S1]", "ksbs: [K7]", "there is no KSB K7"),
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_at_its_place(banked: Folder, slip: Slip) -> None:
    """Each rule names the file, line and column to mend."""
    name, old, new, said = slip
    banked.change(name, old, new)
    assert any(told.startswith(name) and said in told for told in banked.told()), banked.told()


def test_a_theme_needs_questions_for_each_method(banked: Folder) -> None:
    """Else a mock assessment would pass over it."""
    banked.change(EXAM, "method: report", "method: discussion")
    assert banked.told() == [
        "std/epa.yaml:6:10: the theme bricks has no question for the method report"
    ]


def test_each_ksb_needs_as_many_questions_as_the_bank_promises(banked: Folder) -> None:
    """The promise stands in the framework's own file."""
    banked.change("std/framework.yaml", "source:", "bank: {questions_a_ksb: 3}\nsource:")
    assert banked.told() == [
        "std/ksbs.yaml:2:10: only 2 of the exam questions can evidence K1; "
        "this bank promises 3 a KSB",
        "std/ksbs.yaml:4:10: only 2 of the exam questions can evidence S1; "
        "this bank promises 3 a KSB",
    ]


def test_each_cell_needs_as_many_questions_as_the_bank_promises(banked: Folder) -> None:
    """One a cell unless more are promised."""
    banked.change("toy/framework.yaml", "source:", "bank: {questions_a_cell: 2}\nsource:")
    told = banked.told()
    assert len(told) == 6
    assert "competence 1 has only 1 application question of high complexity; this bank" in told[0]


def test_a_competence_without_probes_is_told_where_others_have_them(banked: Folder) -> None:
    """Nobody notices a missing file otherwise."""
    banked.write("toy/competences/02-b.yaml", "number: 2\ntitle: B\ndefinition: B.\n")
    assert [told.split(": ", 1)[1] for told in banked.told()] == [
        'competence 2 has no file in "development"; the others have',
        'competence 2 has no file in "probes"; the others have',
        'competence 2 has no file in "study"; the others have',
        "competence 2 has no questions",
    ]


def test_questions_of_a_cell_that_are_too_much_alike_are_told(banked: Folder) -> None:
    """By the words that few other questions use, in the order of the promise."""
    more = (banked.root / BANK).read_text()
    first = more.split("  - id: ")[1]
    again = first.replace("application-low", "application-low-2").replace("one size", "one sort")
    banked.write(BANK, more + "  - id: " + again)
    (told,) = banked.told()
    assert "per cent of its words with toy-1-application-low; at most 50 per cent" in told
    banked.change("toy/framework.yaml", "source:", "bank: {alike_at_most: 100}\nsource:")
    assert banked.told() == []


def test_ids_that_were_given_stay(banked: Folder) -> None:
    """A transcript names a question by its id, years later."""
    names = [each.id for each in load_questions(banked.root, "toy")]
    banked.write("toy/ids.yaml", f"given: [{', '.join(names)}]\n")
    assert banked.told() == []
    banked.change(BANK, "id: toy-1-application-low", "id: toy-1-application-lower")
    assert [told.split(": ", 1)[1] for told in banked.told()] == [
        'no question has the id toy-1-application-low now; put it back, or add it to "retired"',
        'the id toy-1-application-lower is new: write it under "given" in ids.yaml',
    ]


def test_a_retired_id_is_not_used_again(banked: Folder) -> None:
    """And only what was given can be retired."""
    names = [each.id for each in load_questions(banked.root, "toy")]
    text = f"given: [{', '.join(names)}]\nretired: [toy-1-application-low, toy-9]\n"
    banked.write("toy/ids.yaml", text)
    assert [told.split(": ", 1)[1] for told in banked.told()] == [
        'toy-9 was never given; write it under "given" too',
        "the id toy-1-application-low was retired; give this question a new one",
    ]


def test_how_a_thing_is_put_keeps_no_interview_from_being_held(banked: Folder) -> None:
    """An author is told of a long sentence; a candidate is asked it all the same."""
    banked.change(PROBES, "Which bricks were yours?", "Which were yours? Which were not?")
    banked.change(BANK, "bricks of one size?", "bricks of one size? And why? Tell me.")
    assert len(banked.told()) == 2
    assert load_probes(banked.root, "toy")
    assert load_questions(banked.root, "toy")


def test_one_file_is_checked_by_itself(banked: Folder) -> None:
    """Also for how it is put."""
    banked.change(EXAM, "How high did it get?", "How excellent was it?")
    assert banked.told(EXAM) == [
        f'{EXAM}:10:18: "excellent" tells the candidate what would count; ask without it'
    ]
    assert banked.told("toy/probes") == []
