from __future__ import annotations

from pathlib import Path

from interviewer.domain import Framework
from interviewer.framework.export import framework_json
from interviewer.framework.loader import check, find_profile, list_heads, load_questions

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"


def test_the_shipped_frameworks_have_no_problems() -> None:
    """What we ship passes our own check."""
    assert [str(problem) for problem in check([FRAMEWORKS])] == []


def test_the_shipped_frameworks_are_listed() -> None:
    """Three frameworks are shipped, each keyed by its version."""
    assert [head.id for head in list_heads(FRAMEWORKS)] == ["apm-2", "nhs-pmo", "st0310-1.4"]
    assert find_profile(FRAMEWORKS, "pmo-officer") == "apm-2"
    assert find_profile(FRAMEWORKS, "pmo-specialist") == "apm-2"


def test_every_cell_of_the_bank_has_a_question() -> None:
    """27 competences, two aspects, three complexities."""
    questions = load_questions(FRAMEWORKS, "apm-2", None)
    cells = {(each.competence, each.aspect, each.complexity) for each in questions}
    assert len(cells) == 27 * 2 * 3
    assert len({question.id for question in questions}) == len(questions)


def test_the_frameworks_are_data_with_the_promised_parts(
    apm: Framework, standard: Framework, nhs: Framework
) -> None:
    """Each framework has the keys that the interface promises for it, and no empty ones."""
    head = ["id", "title", "version", "source", "licence"]
    parts = {
        "scale": apm,
        "complexities": apm,
        "factors": apm,
        "competences": apm,
        "profiles": apm,
        "duties": standard,
        "ksbs": standard,
        "methods": standard,
        "themes": standard,
        "bands": nhs,
        "responsibilities": nhs,
    }
    for framework in (apm, standard, nhs):
        data = framework_json(framework)
        assert list(data)[:5] == head
        own = {part for part, owner in parts.items() if owner is framework}
        assert own == parts.keys() & data.keys()
