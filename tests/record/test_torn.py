"""What a crash leaves at the end of a file: tolerated by readers, mended when taken up."""

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
