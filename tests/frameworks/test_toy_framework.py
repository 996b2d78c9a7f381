from __future__ import annotations

import json
from typing import TYPE_CHECKING

from interviewer.domain import (
    Aspect,
    Complexity,
    Factor,
    FrameworkHead,
    Indicator,
    Requirement,
)
from interviewer.framework.export import framework_json, heads_json, questions_json
from interviewer.framework.loader import list_heads, load, load_questions

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder


def test_a_new_framework_needs_files_alone(toy: Folder) -> None:
    """Files in a folder are all that a framework needs to be listed."""
    assert toy.told() == []
    assert list_heads(toy.root) == [
        FrameworkHead(id="toy", title="Toy", version="1", source="A test", licence="None needed")
    ]


def test_it_loads_with_what_it_has(toy: Folder) -> None:
    """The parts that a framework does not have are empty."""
    framework = load(toy.root, "toy")
    competence = framework.competence(1)
    assert (competence.title, competence.terms, competence.ksbs) == (
        "Stacking",
        ("brick", "tower"),
        (),
    )
    assert framework.profile("builder").requirements == (
        Requirement(competence=1, application=3, knowledge=2),
    )
    assert framework.scale == framework.duties == framework.ksbs == framework.bands == ()


def test_its_questions_load(toy: Folder) -> None:
    """Every cell of competence, aspect and complexity has its question."""
    questions = load_questions(toy.root, "toy", None)
    cells = [(question.aspect, question.complexity) for question in questions]
    assert cells == [(aspect, complexity) for aspect in Aspect for complexity in Complexity]
    first = questions[0]
    assert (first.id, first.framework, first.competence) == ("toy-1-application-low", "toy", 1)
    assert first.factors == (Factor.RISK,)
    assert first.looks_for[1] == Indicator(level=2, sign="Stacks well")
    assert (first.sector, first.key_ideas, questions[3].key_ideas) == (None, (), ("gravity",))


def test_links_to_another_framework_are_loaded_both_ways(linked: Folder) -> None:
    """The crosswalk gives competences their KSBs, and KSBs their competences."""
    assert load(linked.root, "toy").competence(1).ksbs == ("K1", "S1")
    ksbs = load(linked.root, "std").ksbs
    assert [(ksb.id, ksb.kind, ksb.competences) for ksb in ksbs] == [
        ("K1", "knowledge", (1,)),
        ("S1", "skill", (1,)),
    ]


def test_it_is_data_for_other_programs(toy: Folder) -> None:
    """The JSON has the promised keys, and none for the parts that are not there."""
    assert heads_json(list_heads(toy.root)) == [
        {
            "id": "toy",
            "title": "Toy",
            "version": "1",
            "source": "A test",
            "licence": "None needed",
        }
    ]
    data = framework_json(load(toy.root, "toy"))
    assert list(data)[5:] == ["sha256", "competences", "profiles"]
    assert data["profiles"][0]["requirements"] == [
        {"competence": 1, "application": 3, "knowledge": 2, "only": None}
    ]
    assert json.loads(json.dumps(data)) == data


def test_its_questions_are_data_for_other_programs(toy: Folder) -> None:
    """A question's signs are texts under looks_for, and carry their levels under indicators."""
    data = questions_json(load_questions(toy.root, "toy", [1]))
    assert data[0] == {
        "id": "toy-1-application-low",
        "framework": "toy",
        "competence": 1,
        "aspect": "application",
        "complexity": "low",
        "factors": ["risk"],
        "text": "What did you build when a friend gave you two bricks of one size?",
        "plainer": "Think of the bricks that you had that day.",
        "looks_for": ["Stacks", "Stacks well", "Stacks high"],
        "key_ideas": [],
        "ksbs": [],
        "sector": None,
        "indicators": [
            {"level": 1, "sign": "Stacks"},
            {"level": 2, "sign": "Stacks well"},
            {"level": 3, "sign": "Stacks high"},
        ],
        "source": "ours",
    }
