from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder

BANK = "toy/questions/01-stacking.yaml"

SCALE = "scale:\n" + "".join(
    f"  - {{level: {level}, name: N, application: A, knowledge: K}}\n" for level in range(6)
)
COMPLEXITY = "complexities:\n  - {id: low, name: N, description: D}\n"
RULE = """\
  - id: master
    title: Master
    based_on: builder
    rules:
      - {application: 4, knowledge: 4, always: [1], minimum: 1}
"""
EPA = """\
note: Ours.
methods: []
themes:
  - {id: all, title: All, ksbs: [K1]}
"""
BANDS = """\
bands:
  - {band: "6", complexity: Low, entry: Any, qualifications: []}
responsibilities:
  - {area: Budget, bands: {"6": Contributes}}
"""


# (the file, what stands there, what is written instead, what is told)
Slip = tuple[str, str, str, str]

TOY_SLIPS: list[Slip] = [
    ("toy/framework.yaml", "id: toy", "id: toi", '1:5: the id "toi" differs from the folder'),
    ("toy/framework.yaml", "title: Toy\n", "", '1:1: the key "title" is missing'),
    ("toy/framework.yaml", "source", SCALE.replace("level: 3", "level: 4") + "source", "5:3: "),
    ("toy/framework.yaml", "source", COMPLEXITY + "source", '5:3: "complexities" must have low,'),
    ("toy/profiles.yaml", "competence: 1", "competence: 7", "5:22: there is no competence 7"),
    ("toy/profiles.yaml", "e: 2}", "e: 2, only: x}", '5:61: there is no condition "x"'),
    ("toy/profiles.yaml", "profiles:\n", "profiles:\n" + RULE.replace("builder", "bilder"), "4:15"),
    ("toy/profiles.yaml", "profiles:\n", "profiles:\n" + RULE.replace("[1]", "[3]"), "6:49: "),
    ("toy/profiles.yaml", "profiles:\n", "profiles:\n" + RULE.replace("m: 1", "m: 2"), "6:62: "),
    ("toy/profiles.yaml", "profiles:\n", "profiles:\n" + RULE.replace("builder", "master"), "4:15"),
    ("toy/competences/01-stacking.yaml", "number: 1", "number: 2", '1:9: "number" is 2, but the'),
    (BANK, "competence: 1", "competence: 2", '1:13: "competence" is 2'),
    (BANK, "\n    key_ideas: [gravity]", "", 'needs "key_ideas"'),
    (
        BANK,
        "Stacks high}",
        "Stacks high}\n    key_ideas: [x]",
        '13:16: "key_ideas" belong to knowledge questions only; remove them',
    ),
    (
        "toy/questions/01-stacking.yaml",
        "complexity: low",
        "complexity: high",
        "3:3: competence 1 has",
    ),
    (
        "toy/questions/01-stacking.yaml",
        "application-some",
        "application-low",
        "13:9: the question id",
    ),
    (
        "toy/questions/01-stacking.yaml",
        "[risk]",
        "[risk]\n    ksbs: [K1]",
        "7:12: there is no KSB K1",
    ),
]

LINKED_SLIPS: list[Slip] = [
    ("crosswalk.yaml", "competences_of: toy", "competences_of: tov", 'did you mean "toy"?'),
    ("crosswalk.yaml", "framework: std", "framework: sdt", '4:16: there is no framework "sdt"'),
    ("crosswalk.yaml", "ksb: K1", "ksb: K9", "6:15: std has no KSB K9"),
    ("crosswalk.yaml", "ksb: K1", "ksb: K9", "6:7: nothing links K1 to a competence"),
    ("crosswalk.yaml", "ksb: S1", "ksb: K1", "7:15: the KSB K1 is given twice (first in line 6)"),
    ("crosswalk.yaml", "[1]", "[4]", "6:33: there is no competence 4"),
    ("std/ksbs.yaml", "id: S1", "id: K2", '4:10: under "skills" an id must begin with S, not K2'),
    (
        "std/ksbs.yaml",
        "behaviours: []",
        "behaviours:\n  - {id: K1, statement: X}",
        "6:10: the KSB K1",
    ),
]


@pytest.mark.parametrize("slip", TOY_SLIPS)
def test_a_slip_in_a_framework_is_told_at_its_place(toy: Folder, slip: Slip) -> None:
    """Each rule between the files of a framework names the file, line and column to mend."""
    name, old, new, said = slip
    toy.change(name, old, new)
    assert any(told.startswith(name) and said in told for told in toy.told()), toy.told()


@pytest.mark.parametrize("slip", LINKED_SLIPS)
def test_a_slip_between_frameworks_is_told_at_its_place(linked: Folder, slip: Slip) -> None:
    """Each rule between frameworks names the file, line and column to mend."""
    name, old, new, said = slip
    linked.change(name, old, new)
    assert any(told.startswith(name) and said in told for told in linked.told()), linked.told()


def test_the_linked_fixture_is_clean(linked: Folder) -> None:
    """What the slips are made in has no problems by itself."""
    assert linked.told() == []


def test_a_competence_given_twice_is_told(toy: Folder) -> None:
    """Two files can't describe the same competence."""
    toy.write(
        "toy/competences/1-again.yaml", (toy.root / "toy/competences/01-stacking.yaml").read_bytes()
    )
    assert toy.told() == [
        "toy/competences/1-again.yaml:1:9: competence 1 is given twice (first in 01-stacking.yaml)"
    ]


def test_a_competence_without_questions_is_told(toy: Folder) -> None:
    """When a framework has questions, no competence may be left out."""
    toy.write("toy/competences/02-b.yaml", "number: 2\ntitle: B\ndefinition: B.\n")
    assert toy.told() == ["toy/competences/02-b.yaml:1:9: competence 2 has no questions"]


def test_signs_of_one_level_only_are_told(toy: Folder) -> None:
    """A question whose signs are all of one level can't tell levels apart."""
    path = BANK
    toy.change(path, "{level: 2, sign: Stacks well}", "{level: 1, sign: Stacks well}")
    toy.change(path, "{level: 3, sign: Stacks high}", "{level: 1, sign: Stacks high}")
    assert toy.told() == [
        f'{path}:10:7: "looks_for" must have signs of at least two different levels'
    ]


def test_a_run_of_eight_words_in_three_questions_is_told_once(toy: Folder) -> None:
    """Two questions may share a run of eight words, a third may not."""
    path = BANK
    text = (toy.root / path).read_text()
    shared = "One two three four five six seven eight nine. "
    first, *rest = text.split("    text: ")
    done, known = rest[:3], rest[3:]
    toy.write(path, "    text: ".join([first, *done, *(shared + q for q in known[:2]), known[2]]))
    assert toy.told() == []
    toy.write(path, "    text: ".join([first, *done, *(shared + q for q in known)]))
    (told,) = toy.told()
    assert '"one two three four five six seven eight" is also in toy-1-knowledge-low and' in told


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Bricks came late on the Monday. What did you do?", "in 1 sentence before"),
        ("Bricks came. They were late. Tell me what you did.", "in 2 sentences before"),
        ("It rained. It blew. It froze. It hailed. It snowed. It thawed. And you?", "in 6 sent"),
    ],
)
def test_a_situation_is_told_in_three_to_five_sentences(toy: Folder, told: str, said: str) -> None:
    """Or not at all: then the question opens with what it asks."""
    assert toy.told() == []
    toy.change(BANK, "What did you build when a friend gave you two bricks of one size?", told)
    (problem,) = toy.told()
    assert said in problem


@pytest.mark.parametrize(
    "told",
    [
        "It rained. It blew. It froze. What did you do?",
        'It rained. "Will it stop?" asked the client. It froze. Tell me what you did.',
        "Tell me about a tower. It may have been small. It may have leant.",
    ],
)
def test_a_situation_or_an_open_question_is_no_problem(toy: Folder, told: str) -> None:
    """What somebody in the situation says aloud is not what the candidate is asked."""
    text = "What did you build when a friend gave you two bricks of one size?"
    toy.change(BANK, text, f"'{told}'")
    assert toy.told() == []


def test_themes_must_hold_every_ksb(linked: Folder) -> None:
    """A KSB in no theme would never be asked about in a mock assessment."""
    linked.write("std/epa.yaml", EPA)
    assert linked.told() == ["std/epa.yaml:4:3: no theme holds S1"]


def test_duties_name_known_ksbs(linked: Folder) -> None:
    """A duty can't need a KSB that the standard does not have."""
    linked.write("std/duties.yaml", "duties:\n  - {number: 1, statement: Do., ksbs: [K1, D3]}\n")
    assert 'ksbs" item 2 must be a KSB' in linked.told()[0]
    linked.write("std/duties.yaml", "duties:\n  - {number: 1, statement: Do., ksbs: [K1, B3]}\n")
    assert linked.told() == ["std/duties.yaml:2:44: there is no KSB B3"]


def test_areas_and_bands_are_checked(linked: Folder) -> None:
    """An area speaks of each band, and the crosswalk of each area."""
    linked.write("std/bands.yaml", BANDS)
    assert linked.told() == []
    linked.change("std/bands.yaml", '{"6": C', '{"7": C')
    assert [told.split(": ", 1)[1] for told in linked.told()] == [
        "Budget says nothing of band 6",
        'there is no band "7"',
    ]


def test_questions_may_name_linked_ksbs(linked: Folder) -> None:
    """A question of competences names the KSBs that the crosswalk links to them."""
    linked.change(BANK, "[risk]", "[risk]\n    ksbs: [K1, S1]")
    assert linked.told() == []
    assert linked.told("toy") == []


def test_a_file_that_cannot_be_read_brings_no_further_problems(linked: Folder) -> None:
    """One slip in the KSB file is told once, not again for all that refers to it."""
    linked.change(BANK, "[risk]", "[risk]\n    ksbs: [K1, S1]")
    linked.change("std/ksbs.yaml", "statement: Bricks.", "statment: Bricks.")
    assert linked.told() == [
        'std/ksbs.yaml:2:14: unknown key "statment"; did you mean "statement"?'
    ]
    linked.change("toy/competences/01-stacking.yaml", "title: Stacking", "title: [x]")
    assert len(linked.told()) == 2


def test_all_problems_of_all_files_are_told_together(linked: Folder) -> None:
    """A check does not stop at the first file that has a problem."""
    linked.change("toy/framework.yaml", "title: Toy", "title: 5")
    linked.change("toy/profiles.yaml", "application: 3", "application: 0")
    linked.change("std/ksbs.yaml", "id: K1", "id: X1")
    assert [told.split(":")[0] for told in linked.told()] == [
        "std/ksbs.yaml",
        "toy/framework.yaml",
        "toy/profiles.yaml",
    ]


def test_a_role_profile_id_is_in_one_framework_only(linked: Folder) -> None:
    """A profile's id alone names it on the command line."""
    linked.write("std/profiles.yaml", (linked.root / "toy/profiles.yaml").read_bytes())
    assert any("the role profile builder is also in the framework std" in t for t in linked.told())


def test_a_question_id_is_in_one_framework_only(linked: Folder) -> None:
    """An id of the bank is never used twice, in whichever framework."""
    for name in ("competences", "questions"):
        data = (linked.root / f"toy/{name}/01-stacking.yaml").read_bytes()
        linked.write(f"std/{name}/01-stacking.yaml", data)
    assert sum("is given twice" in told for told in linked.told()) == 6
