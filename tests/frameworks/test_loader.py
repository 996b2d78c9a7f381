from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interviewer.domain import InterviewerError, Requirement
from interviewer.framework.loader import check, find_profile, list_heads, load, load_questions
from interviewer.framework.problems import FrameworkError

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder

BANK = "toy/questions/01-stacking.yaml"

RULE = """\
  - id: master
    title: Master
    based_on: builder
    rules:
      - {application: 4, knowledge: 4, always: [1], minimum: 1}
"""


def test_loading_raises_one_error_with_all_problems(toy: Folder) -> None:
    """A framework with problems can't be loaded; the error carries and prints each of them."""
    toy.change("toy/profiles.yaml", "competence: 1", "competence: 9")
    toy.change("toy/competences/01-stacking.yaml", "number: 1", "number: 2")
    with pytest.raises(FrameworkError) as caught:
        load(toy.root, "toy")
    assert len(caught.value.problems) == 2
    assert str(caught.value).count("\n") == 1
    with pytest.raises(InterviewerError):
        load(toy.root, "toy")


@pytest.mark.parametrize("framework_id", ["tov", "../toy", "", ".", "toy/", "a\0"])
def test_an_unknown_framework_is_a_clear_error(toy: Folder, framework_id: str) -> None:
    """Only names that are in the folder are frameworks; paths lead nowhere."""
    for reader in (load, load_questions):
        with pytest.raises(InterviewerError, match="There is no framework"):
            reader(toy.root, framework_id)


def test_a_profile_is_found_in_its_framework(linked: Folder) -> None:
    """A profile's id leads to its framework; an unknown one to a sentence with the known ones."""
    assert find_profile(linked.root, "builder") == "toy"
    with pytest.raises(InterviewerError, match='did you mean "builder"'):
        find_profile(linked.root, "bulder")
    with pytest.raises(InterviewerError, match="there are: builder"):
        find_profile(linked.root, "x")


def test_a_based_on_profile_has_the_requirements_of_its_base(toy: Folder) -> None:
    """A derived role adds rules to the base's requirements, which name every competence."""
    toy.write("toy/competences/02-b.yaml", "number: 2\ntitle: B\ndefinition: B.\n")
    toy.change("toy/profiles.yaml", "profiles:\n", "profiles:\n" + RULE)
    master, builder = load(toy.root, "toy").profiles
    assert (
        master.requirements
        == builder.requirements
        == (
            Requirement(competence=1, application=3, knowledge=2),
            Requirement(competence=2, application=None, knowledge=None),
        )
    )
    assert builder.rules == ()
    assert [rule.always for rule in master.rules] == [(1,)]


def test_only_the_questions_asked_for_are_read(toy: Folder) -> None:
    """A broken file about another competence does not matter to this one."""
    toy.write("toy/questions/02-b.yaml", "{")
    assert len(load_questions(toy.root, "toy", [1])) == 6
    assert load_questions(toy.root, "toy", [3]) == ()
    with pytest.raises(FrameworkError, match=r"02-b\.yaml:"):
        load_questions(toy.root, "toy", [2])
    with pytest.raises(FrameworkError):
        load_questions(toy.root, "toy")


def test_the_heads_need_nothing_but_the_head_files(linked: Folder) -> None:
    """A list of frameworks is quick, and broken parts elsewhere don't spoil it."""
    linked.write("toy/profiles.yaml", "{")
    assert [head.id for head in list_heads(linked.root)] == ["std", "toy"]
    linked.change("toy/framework.yaml", "title", "titel")
    with pytest.raises(FrameworkError, match=r"toy/framework\.yaml"):
        list_heads(linked.root)


def test_the_fingerprint_changes_with_any_file_and_only_then(toy: Folder) -> None:
    """A transcript can name exactly what it was held under, questions included."""
    before = load(toy.root, "toy").sha256
    toy.write("toy/README.md", "not data")
    assert load(toy.root, "toy").sha256 == before
    toy.change(BANK, "two bricks", "ten bricks")
    after = load(toy.root, "toy").sha256
    assert len(after) == 64
    assert after != before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(range(4)))
def test_mutated_files_never_raise(linked: Folder, rng: random.Random, which: int) -> None:
    """Whatever happens to the bytes of a file, check comes back and loading raises our error."""
    path = sorted(linked.root.glob("toy/**/*.yaml"))[which]
    whole = path.read_bytes()
    try:
        path.write_bytes(mutated(whole, rng))
        problems = check([linked.root])
        if not problems:
            load(linked.root, "toy")
    finally:
        path.write_bytes(whole)


def mutated(data: bytes, rng: random.Random) -> bytes:
    """``data`` with a few lines dropped, doubled or shifted, and a few bytes changed."""
    lines = data.splitlines(keepends=True)
    for _ in range(rng.randrange(3)):
        place = rng.randrange(len(lines))
        lines[place] = rng.choice(
            [b"", lines[place] * 2, b" " + lines[place], b"- " + lines[place]]
        )
    changed = bytearray(b"".join(lines))
    for _ in range(rng.randrange(3)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.choice(b" :-[]{}&*!#\"'\n\t\xff01")
    return bytes(changed)
