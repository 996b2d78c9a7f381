"""What a crash leaves at the end of a file is tolerated and mended; real damage is not touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from record_samples import asked, conversation, whole_lines, written

from interviewer.record.errors import Damaged
from interviewer.record.transcript import Transcript, read, verify

COUNT = 8  # lines of the sample


@pytest.fixture
def path(folder: Path) -> Path:
    """A whole transcript of eight lines."""
    return written(folder, *conversation())


def test_a_file_cut_at_every_byte_is_read_and_taken_up(folder: Path) -> None:
    """No whole line is lost, torn bytes are set aside exactly, and the interview goes on."""
    path = written(folder, *conversation()[:3])
    whole = path.read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 0x0A]
    torn_file = folder / f"{path.stem}.torn"
    for size in range(ends[0], len(whole) + 1):
        path.write_bytes(whole[:size])
        contents = read(path)
        kept = sum(end <= size + 1 for end in ends)  # a line that lacks its newline is whole
        assert len(contents.stamped) == kept
        assert contents.torn == (size not in ends)
        assert not contents.problems and contents.chain_ok
        assert path.read_bytes() == whole[:size]
        with Transcript.open(folder, path.stem) as transcript:
            assert tuple(transcript.stamped) == contents.stamped
            transcript.append(asked(9))
        assert verify(path).whole and len(read(path).stamped) == kept + 1
        start = ends[kept - 1]
        if size > start:
            assert torn_file.read_bytes() == whole[start:size] + b"\n"
            torn_file.unlink()
        assert not torn_file.exists()


def test_a_file_cut_within_its_first_line_is_read(folder: Path) -> None:
    """No facts, no exception."""
    path = written(folder)
    whole = path.read_bytes()
    for size in range(1, len(whole) - 1):
        path.write_bytes(whole[:size])
        contents = read(path)
        assert (contents.stamped, contents.torn, contents.problems) == ((), True, ())


def test_a_tail_of_zeros_is_torn(path: Path) -> None:
    """What some file systems leave after a power cut, with or without a line's end."""
    whole = path.read_bytes()
    for tail in (b"\0" * 5000, b"\0" * 10 + b"\n", b'{"v":1,"seq\n', b"\xff\xfe"):
        path.write_bytes(whole + tail)
        contents = read(path)
        assert contents.torn and not contents.problems and len(contents.stamped) == COUNT
        assert not verify(path).whole and verify(path).chain_ok
        Transcript.open(path.parent, path.stem).close()
        assert path.read_bytes() == whole


def test_torn_bytes_are_added_to_those_of_an_earlier_crash(path: Path) -> None:
    """A second crash does not write over the first."""
    whole = path.read_bytes()
    for tail in (b"first", b"second"):
        path.write_bytes(whole + tail)
        Transcript.open(path.parent, path.stem).close()
    assert path.with_suffix(".torn").read_bytes() == b"first\nsecond\n"


def test_torn_bytes_are_safe_before_they_are_cut_off(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the disk, with their file's name, before the transcript is cut."""
    steps: list[object] = []
    cut = os.ftruncate

    def ftruncate(fd: int, size: int) -> None:
        steps.append("cut" if os.path.samestat(os.fstat(fd), path.stat()) else "other")
        cut(fd, size)

    path.write_bytes(path.read_bytes() + b"torn")
    monkeypatch.setattr(os, "ftruncate", ftruncate)
    monkeypatch.setattr(os, "fsync", lambda fd: steps.append(os.fstat(fd).st_ino))
    Transcript.open(path.parent, path.stem).close()
    torn, folder = path.with_suffix(".torn").stat().st_ino, path.parent.stat().st_ino
    assert [step for step in steps if step != "other"] == [torn, folder, "cut", path.stat().st_ino]


def test_a_torn_tail_of_many_megabytes_is_put_aside(path: Path) -> None:
    """However long it is."""
    whole = path.read_bytes()
    tail = os.urandom(1000).replace(b"\n", b"") * 10_000
    path.write_bytes(whole + tail)
    assert read(path).torn
    Transcript.open(path.parent, path.stem).close()
    assert path.read_bytes() == whole
    assert path.with_suffix(".torn").read_bytes() == tail + b"\n"


def test_an_edited_last_line_is_damage_not_torn(path: Path) -> None:
    """JSON with the wrong hash was not left by a crash: it is not cut off."""
    lines = whole_lines(path)
    path.write_bytes(b"".join(lines[:-1]) + lines[-1].replace(b"Thank", b"Thonk"))
    assert not read(path).torn
    with pytest.raises(Damaged, match="line 8: the hash does not match"):
        Transcript.open(path.parent, path.stem)


def test_a_lone_cut_off_first_line_cannot_be_taken_up(folder: Path) -> None:
    """A crash before the first line was whole: nothing to go on with, said plainly."""
    path = written(folder)
    for size in (0, 1, 50, path.stat().st_size - 2):
        os.truncate(path, size)
        with pytest.raises(Damaged, match=r"first line|empty"):
            Transcript.open(folder, path.stem)
        assert path.stat().st_size == size


def test_opening_names_the_damage_and_changes_nothing(folder: Path) -> None:
    """An interview with damage in the middle can be read, not continued, and is not locked."""
    path = written(folder, *conversation())
    lines = whole_lines(path)
    path.write_bytes(b"".join([*lines[:3], b"?" * 9 + b"\n", *lines[4:]]))
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(Damaged, match="line 4 is not JSON"):
            Transcript.open(folder, path.stem)
    assert path.read_bytes() == before
    assert len(read(path).stamped) == 7
    assert sorted(item.name for item in folder.iterdir()) == [path.name]


def test_a_last_line_above_the_limit_is_torn_only_without_an_end(path: Path) -> None:
    """With its newline it was never written by us: damage, not to be cut off."""
    whole = path.read_bytes()
    path.write_bytes(whole + b" " * (17 << 20))
    assert (read(path).torn, read(path).problems) == (True, ())
    path.write_bytes(whole + b" " * (17 << 20) + b"\n")
    assert not read(path).torn
    assert [str(problem) for problem in read(path).problems] == ["line 9 is longer than 8 MB"]
