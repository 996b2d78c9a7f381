"""Made-up interviews are real runs: whole, foldable, and the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from interviewer.record.reading import read, verify
from interviewer.record.record import fold

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


def made(folder: Path, count: int, *options: str, seed: int = 7) -> dict[str, bytes]:
    """The files of a run."""
    command = [sys.executable, str(ROOT / "scripts" / "make_transcripts"), str(count), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command += ["--seed", str(seed), *options]
    subprocess.run(command, env=environment, check=True, timeout=300)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_call_makes_the_same_files(tmp_path: Path) -> None:
    """And more of them begin with those; another seed makes others."""
    three = made(tmp_path / "a", 3)
    assert len(three) == 3
    assert made(tmp_path / "b", 3) == three
    assert not set(made(tmp_path / "c", 1, seed=8).values()) & set(three.values())
    for path in (tmp_path / "a").iterdir():
        assert verify(path).whole
        record = fold(read(path).stamped)
        assert record is not None
        assert record.turns


def test_those_of_one_candidate_in_one_role(tmp_path: Path) -> None:
    """All under that name, about what the role plans."""
    made(tmp_path, 4, "--candidate", "Alex Example", "--profile", "pmo-officer")
    records = [fold(read(path).stamped) for path in tmp_path.iterdir()]
    for record in records:
        assert record is not None
        assert (record.opened.candidate, record.opened.profile) == ("Alex Example", "pmo-officer")
        assert len(record.opened.competences) == 5


def test_the_answers_are_many_and_unlike() -> None:
    """At least forty, no two alike, and none made of a few words over and over."""
    import sample_answers

    answers = sample_answers.DOING + sample_answers.KNOWING
    assert len(set(answers)) == len(answers) >= 40
    words = {word.strip(".,:;'").casefold() for answer in answers for word in answer.split()}
    assert len(words) > 500
