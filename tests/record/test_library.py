"""Listing, searching, finding and forgetting interviews, also among odd files."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from record_samples import (
    MOMENT,
    Holding,
    asked,
    conversation,
    opened,
    whole_lines,
    written,
)

from interviewer.record.draft import Draft
from interviewer.record.errors import Locked, NotFound, TranscriptError
from interviewer.record.facts import Answered, Briefed, Finished, Reflected, Withdrawn
from interviewer.record.library import (
    Summary,
    find,
    forget,
    latest,
    search,
    transcripts,
)
from interviewer.record.transcript import Transcript


def ids(folder: Path) -> list[str]:
    return [item.id for item in transcripts(folder)]


def only(folder: Path) -> Summary:
    (item,) = transcripts(folder)
    return item


def begun(folder: Path, hours: int, **changes: object) -> str:
    """The id of an interview that was set up some hours after MOMENT."""
    moment = MOMENT + timedelta(hours=hours)
    with Transcript.create(folder, opened(**changes), now=lambda: moment) as transcript:
        return transcript.id


# --- listing ---


def test_a_summary_shows_what_a_list_needs(folder: Path) -> None:
    """From the first line and the end of the file."""
    path = written(folder, *conversation(), interview="20261121-130000-aaaa")
    item = only(folder)
    assert item == Summary(
        id="20261121-130000-aaaa",
        path=path,
        candidate="Zoë",
        profile_title="Project manager",
        framework="apm-2",
        mode="practice",
        started=item.started,
        state="complete",
        planned=3,
        done=1,
        answers=2,
        size=path.stat().st_size,
        damaged=False,
    )
    assert datetime.fromisoformat(item.started).tzinfo is UTC


def test_the_newest_comes_first(folder: Path) -> None:
    """Going by the time in the id, whatever the files' times; other names by the files' times."""
    made = [begun(folder, hours) for hours in (2, 0, 1)]
    copied = begun(folder, 0, interview="sample")
    os.utime(folder / f"{copied}.jsonl", times=((MOMENT + timedelta(minutes=90)).timestamp(),) * 2)
    assert ids(folder) == [made[0], copied, made[2], made[1]]
    assert [item.id for item in latest(folder, 2)] == [made[0], copied]
    assert latest(folder, 0) == () and len(latest(folder, 99)) == 4


def test_an_interview_that_has_not_ended_is_open(folder: Path) -> None:
    """Also while another program writes to it."""
    with Transcript.create(folder, opened()) as transcript:
        assert (only(folder).state, only(folder).done, only(folder).answers) == ("open", 0, 0)
        transcript.append(Withdrawn(reason="", text=""))
        assert only(folder).state == "withdrawn"


def test_an_answer_given_twice_counts_once(folder: Path) -> None:
    """A later answer to the same turn takes the place of the earlier one."""
    written(folder, asked(1), Answered(turn=1, text="a"), Answered(turn=1, text="b"))
    assert only(folder).answers == 1


@pytest.mark.parametrize("padding", [1, 60])
def test_a_long_file_is_summarised_from_its_end(folder: Path, padding: int) -> None:
    """How far it came is found however long ago; answers are not counted where that takes long."""
    long = [Answered(turn=turn, text="x" * 10_000) for turn in range(padding * 10)]
    path = written(folder, Reflected(competence=4, text=""), Briefed(competence=7, text=""), *long)
    assert path.stat().st_size > padding * 100_000
    item = only(folder)
    # A window that reaches the beginning counts everything; there all ten answers are in reach.
    assert (item.done, item.planned) == (1, 3)
    assert item.answers in (None, padding * 10)
    assert (item.state, item.damaged) == ("open", False)


def test_a_finished_competence_at_the_end_of_a_long_file_is_counted(folder: Path) -> None:
    """The end tells it alone."""
    long = [Answered(turn=turn, text="x" * 10_000) for turn in range(20)]
    written(folder, *long, Reflected(competence=7, text=""), Finished(text=""))
    item = only(folder)
    assert (item.done, item.answers, item.state) == (2, None, "complete")


def test_a_torn_end_is_not_called_damage(folder: Path) -> None:
    """It will be mended when the interview is taken up."""
    path = written(folder, *conversation()[:-1])
    whole = path.read_bytes()
    for tail in (b'{"v":1,"seq"', b"\0\0\0\n"):
        path.write_bytes(whole + tail)
        assert (only(folder).damaged, only(folder).answers) == (False, 2)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_damage_that_is_seen_in_passing_is_told(folder: Path, number: int) -> None:
    """In the first line, at the end, or lines that are no JSON."""
    path = written(folder, *conversation())
    lines = whole_lines(path)
    old = lines[number]
    lines[number] = b"?\n" if number == 3 else old.replace(b'e":"', b'e":"x', 1)
    path.write_bytes(b"".join(lines))
    assert only(folder).damaged


@pytest.mark.parametrize("content", [b"", b"\n", b"garbage", b"\xff" * 100, b"{}\n", b"\0" * 9999])
def test_a_file_that_makes_no_sense_is_listed_as_damaged(folder: Path, content: bytes) -> None:
    """It is not hidden: it may have been an interview."""
    folder.mkdir(parents=True)
    (folder / "x.jsonl").write_bytes(content)
    item = only(folder)
    assert (item.id, item.damaged, item.size) == ("x", True, len(content))
    assert not list(search(folder, "risk"))


def test_odd_files_are_passed_over(folder: Path, tmp_path: Path) -> None:
    """Links, folders, pipes, names that are no ids: none hangs, none is listed."""
    path = written(folder, asked(1))
    outside = written(tmp_path / "outside", asked(1))
    (folder / "link.jsonl").symlink_to(outside)
    (folder / "dangling.jsonl").symlink_to(tmp_path / "nothing")
    (folder / "folder.jsonl").mkdir()
    os.mkfifo(folder / "pipe.jsonl")
    for name in (
        ".jsonl",
        ".x.jsonl",
        "a b.jsonl",
        "x.json",
        "x.jsonl.bak",
        "README.md",
        "é.jsonl",
    ):
        (folder / name).write_bytes(path.read_bytes())
    (folder / os.fsdecode(b"\xff.jsonl")).write_bytes(b"")
    assert ids(folder) == [path.stem]
    assert [found.summary.id for found in search(folder, "risk")] == [path.stem]
    for name in ("link", "dangling", "folder", "pipe"):
        with pytest.raises(TranscriptError, match="not an ordinary file"):
            find(folder, name)
        with pytest.raises(TranscriptError):
            Transcript.open(folder, name)


def test_a_folder_that_is_not_there_holds_none(folder: Path) -> None:
    """No error, and no folder made; but a file is not taken for a folder."""
    assert ids(folder) == [] and not folder.exists()
    folder.parent.mkdir(parents=True)
    folder.write_text("")
    with pytest.raises(TranscriptError, match="reading the folder"):
        ids(folder)


def test_a_file_that_goes_away_meanwhile_is_left_out(folder: Path) -> None:
    """Forgotten by another program while the list is read."""
    first, second = begun(folder, 1), begun(folder, 0)
    listed = transcripts(folder)
    assert next(listed).id == first
    forget(folder, second)
    assert list(listed) == []


def test_the_latest_opens_no_other_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With thousands of interviews, the first page costs only its own files."""
    for hours in range(30):
        begun(folder, hours)
    opened_files: list[object] = []
    real = os.open
    monkeypatch.setattr(
        os, "open", lambda path, *rest: opened_files.append(path) or real(path, *rest)
    )
    assert len(latest(folder, 3)) == 3
    assert len(opened_files) == 3


# --- searching ---


def test_searching_finds_questions_and_answers(folder: Path) -> None:
    """With the turn, whose words they are, and what stands around."""
    path = written(folder, *conversation())
    (found,) = search(folder, "RISK")
    assert found.summary.path == path
    assert [(match.seq, match.turn, match.kind) for match in found.matches] == [
        (3, 1, "question"),
        (4, 1, "answer"),
    ]
    assert "How did you manage risk?" in found.matches[0].excerpt


@pytest.mark.parametrize("text", ["naïve PLANS", "NAÏVE", "workshop. we", "«NONE»", "nai\u0308ve"])
def test_capitals_and_white_space_make_no_difference(folder: Path, text: str) -> None:
    """Nor does the way in which an accent was typed."""
    written(folder, *conversation())
    assert len(list(search(folder, text))) == 1


def test_only_what_was_said_is_searched(folder: Path) -> None:
    """Not the keys and names that stand in every file."""
    written(folder, *conversation())
    for text in ("apm-2", "answered", "Zoë", "turn", "no such words"):
        assert list(search(folder, text)) == []


def test_a_candidate_is_found_by_a_part_of_the_name(folder: Path) -> None:
    """With or without a text."""
    zoe, adam = begun(folder, 1), begun(folder, 0, candidate="Adam Smith")
    assert [found.summary.id for found in search(folder, candidate="zOË")] == [zoe]
    assert [found.summary.id for found in search(folder, candidate="smith")] == [adam]
    assert [found.summary.id for found in search(folder)] == [zoe, adam]
    assert list(search(folder, "risk", candidate="smith")) == []


def test_a_long_answer_is_shown_in_part(folder: Path) -> None:
    """The words around the first match."""
    written(folder, Answered(turn=1, text="before " * 50 + "the needle " + "after " * 50))
    ((match,),) = (found.matches for found in search(folder, "Needle"))
    assert match.excerpt.startswith("…") and match.excerpt.endswith("…")
    assert "the needle after" in match.excerpt and len(match.excerpt) < 100


def test_searching_passes_over_damage(folder: Path) -> None:
    """What can be read is found."""
    path = written(folder, *conversation())
    lines = whole_lines(path)
    path.write_bytes(b"".join([*lines[:2], b"\xff\n", *lines[3:], b'{"torn']))
    (found,) = search(folder, "risks")
    assert [match.seq for match in found.matches] == [4]


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
