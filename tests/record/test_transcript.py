"""Creating, opening, appending, and noticing that others meddle."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from record_samples import MOMENT, asked, conversation, opened, whole_lines, written

from interviewer.domain import InterviewerError
from interviewer.record.errors import Damaged, Locked, NotFound, TranscriptError
from interviewer.record.facts import Answered, Briefed, Opened
from interviewer.record.ids import is_id, new_id
from interviewer.record.lock import Lock
from interviewer.record.record import fold
from interviewer.record.transcript import Transcript, read, verify


@pytest.fixture(params=[0, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """The most careless umask, and the most careful."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """The permission bits of a file."""
    return path.stat().st_mode & 0o7777


@pytest.mark.usefixtures("umask")
def test_files_and_new_folders_are_private(folder: Path) -> None:
    """Whatever the umask: 0600 for files, 0700 for every folder that had to be made."""
    with Transcript.create(folder, opened()) as transcript:
        lock = folder / f"{transcript.id}.lock"
        assert (mode(transcript.path), mode(lock)) == (0o600, 0o600)
    assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)


@pytest.mark.usefixtures("umask")
def test_torn_bytes_are_put_aside_in_private(folder: Path) -> None:
    """The file with the torn bytes is as private as the transcript."""
    path = written(folder, asked(1))
    path.write_bytes(path.read_bytes()[:-20])
    Transcript.open(folder, path.stem).close()
    assert mode(folder / f"{path.stem}.torn") == 0o600


def test_an_existing_folder_keeps_its_mode(tmp_path: Path) -> None:
    """A folder that somebody shares on purpose stays shared."""
    tmp_path.chmod(0o750)
    written(tmp_path)
    assert mode(tmp_path) == 0o750


def test_the_id_tells_the_time_and_no_name(folder: Path) -> None:
    """``20261121-130000-7f3a``, in UTC, and nothing of the candidate."""
    with Transcript.create(folder, opened(), now=lambda: MOMENT) as transcript:
        assert re.fullmatch(r"20261121-130000-[0-9a-f]{4}", transcript.id)
        assert transcript.path.name == f"{transcript.id}.jsonl"


def test_ids_are_in_utc_whatever_the_clock_says() -> None:
    """A clock in another zone gives the same time."""
    east = datetime(2026, 11, 22, 1, 30, tzinfo=timezone(timedelta(hours=12)))
    assert new_id(east).startswith("20261121-133000-")
    assert is_id(new_id(east))


def test_an_id_that_was_chosen_before_is_used(folder: Path) -> None:
    """The engine may name the interview; the file follows."""
    with Transcript.create(folder, opened(interview="20261121-130000-aaaa")) as transcript:
        assert transcript.id == "20261121-130000-aaaa"


def test_an_id_that_is_taken_gives_way_to_a_fresh_one(folder: Path) -> None:
    """Nothing is ever written over; the first fact names the id that was used."""
    first = written(folder, interview="twice")
    before = first.read_bytes()
    with Transcript.create(folder, opened(interview="twice")) as second:
        assert second.id != "twice"
        (stamped,) = second.stamped
        assert isinstance(stamped.fact, Opened) and stamped.fact.interview == second.id
    assert first.read_bytes() == before


@pytest.mark.parametrize(
    "interview", ["../x", "/etc/x", "a/b", ".hidden", "-rf", "a.b", "a\0", " "]
)
def test_an_id_is_never_a_path(folder: Path, interview: str) -> None:
    """Nothing is created or opened outside the folder."""
    folder.mkdir(parents=True)
    with pytest.raises(NotFound, match="not the id"):
        Transcript.create(folder, opened(interview=interview))
    with pytest.raises(NotFound, match="not the id"):
        Transcript.open(folder, interview)
    assert not list(folder.iterdir())


def test_what_was_appended_is_read_again(folder: Path) -> None:
    """The facts in memory, after opening again, and as a reader sees them, are equal."""
    with Transcript.create(folder, opened()) as transcript:
        returned = [transcript.append(fact) for fact in conversation()]
        kept = transcript.stamped
    assert kept[1:] == returned
    assert [item.fact for item in returned] == conversation()
    assert [item.seq for item in kept] == list(range(1, 9))
    with Transcript.open(folder, transcript.id) as again:
        assert again.stamped == kept
    assert read(transcript.path).stamped == tuple(kept)
    assert verify(transcript.path).whole


def test_a_reader_sees_facts_while_the_transcript_is_open(transcript: Transcript) -> None:
    """Reading takes no lock and waits for nobody."""
    transcript.append(asked(1))
    assert read(transcript.path).stamped == tuple(transcript.stamped)


def test_the_list_of_facts_is_the_callers_own(transcript: Transcript) -> None:
    """Changing the list changes no transcript."""
    transcript.stamped.clear()
    assert len(transcript.stamped) == 1


def test_the_fold_of_a_transcript_is_the_record(folder: Path) -> None:
    """What was written folds to the record of the interview."""
    record = fold(read(written(folder, *conversation())).stamped)
    assert record is not None and record.ended and record.reflected == (4,)


def test_a_clock_that_goes_backwards_changes_no_order(folder: Path) -> None:
    """The time on a line is what the clock said; the order is that of the numbers."""
    times = iter([MOMENT, MOMENT - timedelta(days=400), MOMENT - timedelta(seconds=1)])
    with Transcript.create(folder, opened(interview="x"), now=lambda: next(times)) as transcript:
        transcript.append(asked(1))
        transcript.append(asked(2))
        assert [item.at for item in transcript.stamped] == [
            "2026-11-21T13:00:00.123Z",
            "2025-10-17T13:00:00.123Z",
            "2026-11-21T12:59:59.123Z",
        ]
    assert verify(transcript.path).whole


def test_a_durable_fact_is_synced_and_another_waits(
    transcript: Transcript, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sync a durable fact; what was not durable is synced at the end."""
    synced: list[int] = []
    real = os.fsync

    def fsync(fd: int) -> None:
        synced.append(fd)
        real(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    transcript.append(asked(1))
    assert len(synced) == 1
    transcript.append(asked(2), durable=False)
    assert len(synced) == 1
    transcript.close()
    assert len(synced) == 2


def test_creating_syncs_the_file_and_then_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the folder, a power cut could take the name of a file that is safe."""
    folder.mkdir(parents=True)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.fstat(fd).st_ino))
    with Transcript.create(folder, opened()) as transcript:
        assert synced == [transcript.path.stat().st_ino, folder.stat().st_ino]


def test_a_new_folder_is_synced_into_the_one_above(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every folder that had to be made, or a power cut could take all of it."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(os.fstat(fd).st_ino))
    Transcript.create(folder, opened()).close()
    assert {folder.parent.parent.stat().st_ino, folder.parent.stat().st_ino} < set(synced)


def test_an_id_that_another_has_locked_gives_way(folder: Path) -> None:
    """Two programs that choose the same id at the same moment get two interviews."""
    folder.mkdir(parents=True)
    lock = Lock(folder, "same")
    with Transcript.create(folder, opened(interview="same")) as transcript:
        assert transcript.id != "same"
    lock.release()


def test_a_fact_is_one_write(transcript: Transcript, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole line goes to the system at once."""
    writes: list[bytes] = []
    real = os.write

    def write(fd: int, data: bytes) -> int:
        writes.append(bytes(data))
        return real(fd, data)

    monkeypatch.setattr(os, "write", write)
    transcript.append(asked(1))
    assert writes == [whole_lines(transcript.path)[-1]]


def test_a_closed_transcript_takes_no_facts(transcript: Transcript) -> None:
    """Closing twice is nothing; appending afterwards is an error for people."""
    transcript.close()
    transcript.close()
    with pytest.raises(TranscriptError, match="is closed"):
        transcript.append(asked(1))


def test_a_second_opening_in_the_same_program_is_refused(transcript: Transcript) -> None:
    """The sentence says that it is this program; a reader is let in."""
    with pytest.raises(Locked, match="this program"):
        Transcript.open(transcript.path.parent, transcript.id)
    assert read(transcript.path).whole


def test_an_interview_that_is_not_there(folder: Path) -> None:
    """Neither folder nor lock appears by asking."""
    with pytest.raises(NotFound, match="There is no interview nobody"):
        Transcript.open(folder, "nobody")
    assert not folder.exists()


def test_all_errors_are_for_people() -> None:
    """One class catches them all."""
    for error in (TranscriptError, NotFound, Locked, Damaged):
        assert issubclass(error, InterviewerError)


def test_facts_from_several_threads_make_one_chain(transcript: Transcript) -> None:
    """Two threads that append at once do not spoil the file."""
    start = threading.Barrier(4)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def append() -> None:
        start.wait()
        for number in range(10):
            transcript.append(asked(number), durable=False)

    threads = [threading.Thread(target=append) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(before)
    assert len(transcript.stamped) == 41
    assert verify(transcript.path).whole


def test_a_fact_that_could_not_be_read_again_is_not_written(transcript: Transcript) -> None:
    """A slip in our own code ends in an error, never in a file that can't be read."""
    before = transcript.path.read_bytes()
    wrong: Any = "four"
    with pytest.raises(TranscriptError, match="could not be read again"):
        transcript.append(Briefed(competence=wrong, text=""))
    unwritable: Any = object()
    with pytest.raises(TranscriptError, match="can't be kept"):
        transcript.append(Answered(turn=1, text=unwritable))
    assert transcript.path.read_bytes() == before
    transcript.append(asked(1))


def test_a_text_beyond_the_limit_of_a_line_is_refused(transcript: Transcript) -> None:
    """What a reader would call damage is not written in the first place."""
    before = transcript.path.read_bytes()
    with pytest.raises(TranscriptError, match="too long"):
        transcript.append(Answered(turn=1, text="x" * 8 * 1024 * 1024))
    assert transcript.path.read_bytes() == before


def test_times_are_in_utc(folder: Path) -> None:
    """A clock in another zone writes the same moment."""
    zone = timezone(timedelta(hours=5))
    with Transcript.create(folder, opened(), now=lambda: MOMENT.astimezone(zone)) as transcript:
        assert transcript.stamped[0].at == "2026-11-21T13:00:00.123Z"
    assert MOMENT.tzinfo is UTC
