"""What a candidate was asked in earlier interviews."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from record_samples import asked, begun, opened

from interviewer.record.errors import TranscriptError
from interviewer.record.facts import Answered, Asked, Opened
from interviewer.record.history import asked_before
from interviewer.record.transcript import Transcript


def interviewed(folder: Path, *questions: Asked, **changes: Any) -> Path:
    """An interview in which these questions were put."""
    name = begun(folder, len(list(folder.glob("*.jsonl"))), **changes)
    with Transcript.open(folder, name) as transcript:
        for question in questions:
            transcript.append(question)
            transcript.append(Answered(turn=question.turn, text='"type":"asked" is not a fact'))
    return folder / f"{name}.jsonl"


def put(turn: int, question: str, competence: int = 4) -> Asked:
    """The fact that a question of the bank was put."""
    from msgspec.structs import replace

    return replace(asked(turn), question=question, competence=competence)


ME: Opened = opened()


def test_nothing_was_asked_where_there_is_nothing(folder: Path) -> None:
    """The folder need not be there."""
    assert asked_before(folder, ME) == {}
    assert asked_before(folder / "none", ME) == {}


def test_questions_are_counted_over_all_interviews(folder: Path) -> None:
    """In the order of their ids."""
    interviewed(folder, put(1, "q2"), put(2, "q1"))
    interviewed(folder, put(1, "q2"))
    assert list(asked_before(folder, ME).items()) == [("q1", 1), ("q2", 2)]


def test_only_those_of_the_same_candidate_and_framework_count(folder: Path) -> None:
    """Capitals and white space in a name make no difference."""
    interviewed(folder, put(1, "q1"), candidate="Adam")
    interviewed(folder, put(1, "q2"), framework="toy")
    interviewed(folder, put(1, "q3"), candidate=" zoË ")
    interviewed(folder, put(1, "q4"), candidate="")
    assert asked_before(folder, ME) == {"q3": 1}
    assert asked_before(folder, opened(candidate="")) == {"q4": 1}


def test_only_competences_that_will_be_talked_about_count(folder: Path) -> None:
    """The rest would make the first fact long for nothing."""
    interviewed(folder, put(1, "q1", 4), put(2, "q2", 7))
    assert asked_before(folder, opened(competences=(7,))) == {"q2": 1}
    assert asked_before(folder, opened(competences=(5,))) == {}


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe rubbish", b'{"fact": 5}\n', b"[[[[" * 5000])
def test_a_damaged_interview_keeps_nobody_from_beginning(folder: Path, damage: bytes) -> None:
    """What can be read of it counts; what can't, does not."""
    interviewed(folder, put(1, "q1"))
    path = interviewed(folder, put(1, "q2"))
    path.write_bytes(damage)
    assert asked_before(folder, ME) == {"q1": 1}


def test_a_damaged_line_does_not_hide_the_others(folder: Path) -> None:
    """Every readable question counts."""
    path = interviewed(folder, put(1, "q1"), put(2, "q2"))
    path.write_bytes(path.read_bytes().replace(b'"question":"q1"', b'"question":q1', 1) + b'{"ty')
    assert asked_before(folder, ME) == {"q2": 1}


def test_links_and_pipes_are_passed_over(folder: Path, tmp_path: Path) -> None:
    """Nothing in the folder makes the beginning of an interview hang."""
    path = interviewed(folder, put(1, "q1"))
    (folder / "20260101-000000-link.jsonl").symlink_to(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "20260101-000000-pipe.jsonl")
    assert asked_before(folder, ME) == {"q1": 1}


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """The interview could not be saved there either."""
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(TranscriptError):
        asked_before(path, ME)
