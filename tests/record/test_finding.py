"""Finding an interview by its id, and forgetting one for good."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from record_samples import Holding, asked, begun, conversation, written

from interviewer.record.draft import Draft
from interviewer.record.errors import Locked, NotFound, TranscriptError
from interviewer.record.library import find, forget
from interviewer.record.transcript import Transcript

# --- finding ---


def test_an_id_or_its_beginning_finds_the_file(folder: Path) -> None:
    """Whole, a beginning that only one has, or the name of the file."""
    first, second = begun(folder, 0), begun(folder, 1)
    assert find(folder, first) == folder / f"{first}.jsonl"
    assert find(folder, f" {second}.jsonl\n").stem == second
    assert find(folder, "20261121-14").stem == second


def test_a_whole_id_wins_over_longer_ones(folder: Path) -> None:
    """An id that another begins with can still be named."""
    begun(folder, 0, interview="sample")
    begun(folder, 0, interview="sample-2")
    assert find(folder, "sample").stem == "sample"


def test_a_beginning_that_several_have_is_refused(folder: Path) -> None:
    """The sentence lists them, not all if there are many."""
    made = [begun(folder, hours) for hours in range(7)]
    with pytest.raises(NotFound, match="7 interviews have an id that begins with") as caught:
        find(folder, "20261121")
    assert made[-1] in str(caught.value) and "and 2 more" in str(caught.value)


def test_a_slip_in_an_id_is_helped(folder: Path) -> None:
    """The nearest id is named; with none near, the list is."""
    with pytest.raises(NotFound, match="holds none yet"):
        find(folder, "20261121-130000-aaaa")
    begun(folder, 0, interview="20261121-130000-aaaa")
    with pytest.raises(NotFound, match="did you mean 20261121-130000-aaaa"):
        find(folder, "20261121-130000-aaab")
    with pytest.raises(NotFound, match="interviewer list"):
        find(folder, "zzz")


@pytest.mark.parametrize(
    "wanted", ["../secret", "/etc/passwd", "..", "", " ", "a/../b", "x\0", "*", "\x1b[2J", "~"]
)
@pytest.mark.parametrize("act", [find, forget])
def test_a_path_is_not_an_id(folder: Path, act: Callable[[Path, str], object], wanted: str) -> None:
    """Nothing outside the folder is found or deleted, and no control character is echoed."""
    written(folder, asked(1))
    secret = folder.parent / "secret.jsonl"
    secret.write_text("secret")
    with pytest.raises(NotFound, match="not the id") as caught:
        act(folder, wanted)
    assert str(caught.value).isprintable()
    assert secret.exists()


# --- forgetting ---


def test_forgetting_leaves_nothing(folder: Path) -> None:
    """Transcript, draft, torn bytes, lock and half-written files go; others stay."""
    path, other = written(folder, *conversation()), written(folder, asked(1))
    path.write_bytes(path.read_bytes() + b"torn")
    Transcript.open(folder, path.stem).close()
    Draft(folder, path.stem).save("text", 1)
    for suffix in (".lock", ".draft.tmp"):
        path.with_suffix(suffix).write_text("left by a killed program")
    assert len(list(folder.iterdir())) == 6
    forget(folder, path.stem)
    assert list(folder.iterdir()) == [other]
    with pytest.raises(NotFound):
        forget(folder, path.stem)


def test_forgetting_syncs_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut does not bring back what somebody wanted gone."""
    path = written(folder)
    inode, synced = folder.stat().st_ino, []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.fstat(fd).st_ino))
    forget(folder, path.stem)
    assert synced == [inode]


def test_an_open_interview_is_not_forgotten(
    folder: Path, holding: Holding, transcript: Transcript
) -> None:
    """Neither one that another process has open, nor one of our own."""
    path = written(folder, asked(1))
    holding(folder, path.stem)
    for interview in (path.stem, transcript.id):
        with pytest.raises(Locked):
            forget(folder, interview)
        assert (folder / f"{interview}.jsonl").exists()


def test_forgetting_needs_the_whole_id(folder: Path) -> None:
    """A beginning deletes nothing."""
    path = written(folder)
    with pytest.raises(NotFound, match=r"did you mean|interviewer list"):
        forget(folder, path.stem[:-1])
    assert path.exists()


def test_what_a_crash_left_of_an_interview_can_be_forgotten(folder: Path) -> None:
    """Files beside a transcript that is gone."""
    folder.mkdir(parents=True)
    Draft(folder, "x").save("text", 1)
    forget(folder, "x")
    assert list(folder.iterdir()) == []


def test_forgetting_a_link_leaves_what_it_leads_to(folder: Path, tmp_path: Path) -> None:
    """And a folder in the place of a transcript is left alone, with all beside it."""
    outside = written(tmp_path / "outside")
    folder.mkdir(parents=True)
    (folder / "link.jsonl").symlink_to(outside)
    forget(folder, "link")
    assert outside.exists() and list(folder.iterdir()) == []
    (folder / "x.jsonl").mkdir()
    Draft(folder, "x").save("text", 1)
    with pytest.raises(TranscriptError, match="is a folder"):
        forget(folder, "x")
    assert sorted(item.name for item in folder.iterdir()) == ["x.draft", "x.jsonl"]
