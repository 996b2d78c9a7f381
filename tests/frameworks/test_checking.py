from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interviewer.domain import InterviewerError
from interviewer.framework.loader import check

if TYPE_CHECKING:
    from tests.frameworks.conftest import Folder

BANK = "toy/questions/01-stacking.yaml"


def test_files_without_a_place_are_told(toy: Folder) -> None:
    """A misspelt file name would otherwise be ignored in silence."""
    toy.write("toy/profile.yaml", "")
    toy.write("toy/questions/02-x.yml", "")
    toy.write("toy/README.md", "")
    toy.write("croswalk.yaml", "")
    (toy.root / "empty").mkdir()
    assert toy.told() == [
        'croswalk.yaml:1:1: "croswalk.yaml" has no place here; '
        "only crosswalk.yaml lies beside frameworks",
        "empty/framework.yaml:1:1: a framework needs the file framework.yaml",
        'toy/profile.yaml:1:1: "profile.yaml" has no place in a framework; '
        'did you mean "profiles.yaml"?',
        "toy/questions/02-x.yml:1:1: only files whose names end in .yaml are read here",
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("framework.yaml", "id: x", "is missing"),
        ("questions/04-x.yaml", "competence: 5\nquestions: []", '"competence" is 5, but'),
        ("any.yaml", "number: 1\ntitle: T\ndefiniton: x", 'did you mean "definition"?'),
        ("any.yaml", "knowledge: []\nskils: []", 'did you mean "skills"?'),
        ("any.yaml", "- 1", "this is not a framework file"),
        ("any.yaml", "a: [", "this is not valid YAML"),
        ("any.yaml", "", "this file is empty"),
    ],
)
def test_a_single_file_is_checked_by_itself(
    folder: Folder, name: str, text: str, said: str
) -> None:
    """The place of a file, or else its keys, tell what it should hold."""
    folder.write(name, text)
    assert said in " ".join(folder.told(name))


def test_a_single_file_is_not_blamed_for_what_others_lack(toy: Folder) -> None:
    """References to other files are left to the check of the whole framework."""
    toy.change("toy/profiles.yaml", "competence: 1", "competence: 9")
    assert toy.told("toy/profiles.yaml") == []
    assert len(toy.told("toy")) == 1


def test_a_framework_folder_is_checked_from_inside(
    toy: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``check .`` in a framework's folder, or ``check ..`` below it, finds its problems."""
    toy.change("toy/profiles.yaml", "competence: 1", "competence: 9")
    monkeypatch.chdir(toy.root / "toy")
    assert len(check([Path(".")])) == 1
    monkeypatch.chdir(toy.root / "toy" / "questions")
    assert len(check([Path("..")])) == 1
    assert check([Path(".")]) == []


def test_a_folder_without_frameworks_is_told(folder: Folder) -> None:
    """Checking an empty folder by mistake must not look like success."""
    assert "no folder here has a framework.yaml" in folder.told()[0]


def test_a_path_that_does_not_exist_is_a_wrong_call(folder: Folder) -> None:
    """That is no problem of a file: the call itself was wrong."""
    for path in (folder.root / "nothing", Path("a\0b")):
        with pytest.raises(InterviewerError, match=r"nothing|null"):
            check([path])


def test_loops_pipes_and_large_files_are_problems(toy: Folder) -> None:
    """What can't be read, would block or is far too large is told, not opened."""
    questions = toy.root / "toy/questions"
    (questions / "02-loop.yaml").symlink_to("02-loop.yaml")
    os.mkfifo(questions / "03-pipe.yaml")
    (questions / "04-folder.yaml").mkdir()
    toy.write("toy/questions/05-large.yaml", b"#" * 2_000_001)
    told = [line.split(":1:1: ") for line in toy.told()]
    assert [(Path(name).name, said) for name, said in told] == [
        ("02-loop.yaml", "this file can't be read: Too many levels of symbolic links"),
        ("03-pipe.yaml", "this is not a file"),
        ("04-folder.yaml", "this is not a file"),
        ("05-large.yaml", "this file is larger than 2,000,000 bytes; split it"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(toy: Folder) -> None:
    """A file that the user may not read is told like any other."""
    (toy.root / BANK).chmod(0)
    assert toy.told() == [f"{BANK}:1:1: this file can't be read: Permission denied"]
