"""Reading what was tampered with or torn: named exactly, never an exception, the rest returned."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_samples import asked, conversation, whole_lines, written

from interviewer.record.facts import Answered
from interviewer.record.line import encode
from interviewer.record.transcript import Contents, Damage, read, verify

COUNT = 8  # lines of the sample
INNER = range(1, COUNT)  # all lines but the last
ANY = range(1, COUNT + 1)


@pytest.fixture
def path(folder: Path) -> Path:
    """A whole transcript of eight lines."""
    return written(folder, *conversation())


def damaged(path: Path, change: Callable[[list[bytes]], list[bytes]]) -> Contents:
    """What is read after ``change`` was made to the lines of the file."""
    path.write_bytes(b"".join(change(whole_lines(path))))
    return read(path)


def messages(contents: Contents) -> list[str]:
    """What is said of each problem."""
    return [str(problem) for problem in contents.problems]


def test_a_whole_transcript_has_nothing_against_it(path: Path) -> None:
    """No problems, nothing torn, the chain unbroken."""
    contents = read(path)
    assert (contents.problems, contents.torn, contents.chain_ok) == ((), False, True)
    assert contents.kept == path.stat().st_size
    verdict = verify(path)
    assert (verdict.whole, verdict.interview, verdict.facts) == (True, path.stem, COUNT)


@pytest.mark.parametrize("number", ANY)
def test_an_edited_line_is_named(path: Path, number: int) -> None:
    """A word changed: that line's hash does not match, and no other line is blamed."""

    def edit(lines: list[bytes]) -> list[bytes]:
        old = lines[number - 1]
        lines[number - 1] = old.replace(b'"text":"', b'"text":"x', 1).replace(b"apm-2", b"apm-3")
        assert lines[number - 1] != old
        return lines

    contents = damaged(path, edit)
    assert messages(contents) == [f"line {number}: the hash does not match its content"]
    assert contents.problems[0].line == number
    assert len(contents.stamped) == COUNT and not contents.chain_ok and not contents.torn


@pytest.mark.parametrize("number", INNER)
def test_an_edited_line_with_a_new_hash_breaks_the_chain(path: Path, number: int) -> None:
    """Who mends the hash as well is betrayed by the next line."""

    def forge(lines: list[bytes]) -> list[bytes]:
        old = json.loads(lines[number - 1])
        fact = read(path).stamped[number - 1].fact
        lines[number - 1] = encode(number, "2020-01-01T00:00:00.000Z", fact, old["prev"])[0]
        return lines

    assert messages(damaged(path, forge)) == [f"line {number + 1} does not follow line {number}"]


@pytest.mark.parametrize("number", ANY)
def test_a_changed_hash_is_blamed_on_its_own_line(path: Path, number: int) -> None:
    """The line after it follows the content, so it is not blamed."""

    def change(lines: list[bytes]) -> list[bytes]:
        old = lines[number - 1]
        lines[number - 1] = old[:-4] + (b"0" if old[-4:-3] != b"0" else b"1") + old[-3:]
        return lines

    contents = damaged(path, change)
    assert messages(contents) == [f"line {number}: the hash does not match its content"]


@pytest.mark.parametrize("number", INNER)
def test_a_deleted_line_is_missed(path: Path, number: int) -> None:
    """Its sequence number is missing, and the lines around it do not follow each other."""
    contents = damaged(path, lambda lines: lines[: number - 1] + lines[number:])
    said = messages(contents)
    assert f"sequence number {number} is missing" in said
    before = f"line {number - 1}" if number > 1 else "the beginning"
    assert f"line {number} does not follow {before}" in said
    assert len(contents.stamped) == COUNT - 1 and not contents.chain_ok


def test_several_deleted_lines_are_missed_together(path: Path) -> None:
    """One sentence for a gap."""
    contents = damaged(path, lambda lines: lines[:2] + lines[5:])
    assert messages(contents) == [
        "line 3 does not follow line 2",
        "sequence numbers 3 to 5 are missing",
    ]


@pytest.mark.parametrize("number", range(1, COUNT))
def test_swapped_lines_are_named(path: Path, number: int) -> None:
    """Two neighbours in the wrong order: no number is missing, but both places are named."""

    def swap(lines: list[bytes]) -> list[bytes]:
        lines[number - 1], lines[number] = lines[number], lines[number - 1]
        return lines

    contents = damaged(path, swap)
    said = messages(contents)
    assert f"line {number + 1}: sequence number {number} is out of order" in said
    assert f"line {number + 1} does not follow line {number}" in said
    assert not any("missing" in message for message in said)
    assert len(contents.stamped) == COUNT


@pytest.mark.parametrize("number", ANY)
def test_a_duplicated_line_is_named(path: Path, number: int) -> None:
    """The second copy is told, with the place of the first."""
    contents = damaged(path, lambda lines: lines[:number] + lines[number - 1 :])
    said = messages(contents)
    copy = number + 1
    assert f"line {copy}: sequence number {number} stands on line {number} already" in said
    assert f"line {copy} does not follow line {number}" in said
    assert len(contents.stamped) == COUNT + 1


@pytest.mark.parametrize("number", ANY)
def test_an_inserted_line_is_named(path: Path, number: int) -> None:
    """A line that was put in, right in itself, does not follow the one before."""
    foreign = encode(number + 1, "t", Answered(turn=1, text="I led it all."), "f" * 64)[0]
    contents = damaged(path, lambda lines: [*lines[:number], foreign, *lines[number:]])
    assert f"line {number + 1} does not follow line {number}" in messages(contents)
    assert len(contents.stamped) == COUNT + 1


@pytest.mark.parametrize("number", INNER)
@pytest.mark.parametrize(
    ("garbage", "what"),
    [
        (b"", "is not JSON"),
        (b'{"v":1,"seq":', "is not JSON"),
        (b"\x00\x00\x00", "is not JSON"),
        (b'{"v":1,"seq":"\xff"}', "is not UTF-8"),
        (b"[1]", "is not a line of a transcript"),
        (b'{"v":1}', "is not a line of a transcript"),
    ],
)
def test_garbage_is_named_and_passed_over(
    path: Path, number: int, garbage: bytes, what: str
) -> None:
    """One line is lost; nothing else is, and no other line is blamed."""
    lines = whole_lines(path)
    contents = damaged(path, lambda _: [*lines[: number - 1], garbage + b"\n", *lines[number:]])
    said = messages(contents)
    assert len(said) == 1
    assert said[0].startswith(f"line {number} {what}")
    assert len(contents.stamped) == COUNT - 1 and not contents.chain_ok


def sealed(text: str) -> bytes:
    """A line with the right hash over any content."""
    content = text.encode()
    return content[:-1] + f',"hash":"{hashlib.sha256(content).hexdigest()}"}}'.encode() + b"\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            '{"v":1,"seq":2,"at":"","fact":{"type":"xyz"},"prev":"PREV"}',
            'line 2: unknown kind of fact "xyz": written by a newer version?',
        ),
        (
            '{"v":9,"seq":2,"at":"","fact":{"type":"answered"},"prev":"PREV"}',
            "line 2: version 9 is not known here: written by a newer version?",
        ),
        (
            '{"v":1,"seq":2,"at":"","fact":{"type":"answered","turn":"x"},"prev":"PREV"}',
            'line 2: its fact "answered" is not as it should be '
            "(Expected `int`, got `str` - at `$.turn`)",
        ),
        (
            '{"v":1,"seq":2,"at":"","fact":7,"prev":"PREV"}',
            "line 2: its fact can't be read (Expected `object`, got `int`)",
        ),
        (
            '{"v":1,"seq":2,"at":"","fact":{"type":"\x1b[2J\u202e"},"prev":"PREV"}'.replace(
                "\x1b", "\\u001b"
            ),
            'line 2: unknown kind of fact "\ufffd[2J\ufffd": written by a newer version?',
        ),
    ],
)
def test_a_fact_from_elsewhere_is_named(path: Path, content: str, message: str) -> None:
    """What only a newer version knows is told as that; the chain through it holds."""
    first = whole_lines(path)[0]
    line = sealed(content.replace("PREV", json.loads(first)["hash"]))
    third = encode(3, "t", asked(1), json.loads(line)["hash"])[0]
    contents = damaged(path, lambda _: [first, line, third])
    assert messages(contents) == [message]
    assert [item.seq for item in contents.stamped] == [1, 3]
    assert contents.chain_ok


def test_a_field_that_a_newer_version_added_is_no_damage(path: Path) -> None:
    """Fields may be added under the same version; the hash covers them too."""
    first = whole_lines(path)[0]
    fact = '{"type":"briefed","competence":4,"text":"","new":1}'
    content = '{"v":1,"seq":2,"at":"","fact":' + fact + ',"prev":"P"}'
    contents = damaged(
        path, lambda _: [first, sealed(content.replace('"P"', f'"{json.loads(first)["hash"]}"'))]
    )
    assert contents.whole and len(contents.stamped) == 2


def test_a_line_above_the_limit_is_damage_and_is_passed_over(path: Path) -> None:
    """Nine megabytes in one line are not read into a fact, and what follows is."""
    lines = whole_lines(path)
    long = b'{"v":1,' + b" " * (9 << 20) + b"}\n"
    contents = damaged(path, lambda _: [*lines[:3], long, *lines[4:]])
    assert messages(contents) == ["line 4 is longer than 8 MB"]
    assert len(contents.stamped) == COUNT - 1


def test_an_edited_sequence_number_is_one_problem(path: Path) -> None:
    """The number on a line that can't be trusted puts no other line in the wrong."""

    def edit(lines: list[bytes]) -> list[bytes]:
        lines[4] = lines[4].replace(b'"seq":5', b'"seq":500')
        return lines

    assert messages(damaged(path, edit)) == ["line 5: the hash does not match its content"]


def test_another_way_of_writing_the_same_json_is_seen(path: Path) -> None:
    """A pretty-printer, or Windows line ends, change bytes: the hash is of bytes."""
    contents = damaged(path, lambda lines: [line[:-1] + b"\r\n" for line in lines])
    assert messages(contents) == [f"line {n}: it does not end with its hash" for n in ANY]
    assert len(contents.stamped) == COUNT


def test_an_interview_is_opened_once_and_first(path: Path) -> None:
    """Lines that are right in themselves but make no interview are named."""
    first, *rest = whole_lines(path)
    assert "line 1 does not open an interview" in messages(damaged(path, lambda _: rest))
    path.write_bytes(first + first)
    assert "line 2 opens the interview a second time" in messages(read(path))


def test_an_empty_file_holds_no_interview(path: Path) -> None:
    """Said plainly, not an exception."""
    path.write_bytes(b"")
    assert read(path).problems == (Damage(1, "the file is empty: there is no interview in it"),)
    assert not verify(path).whole


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_byte_anywhere_can_be_changed_unseen(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A flipped, dropped or added byte: never an exception, and never called whole."""
    path = written(tmp_path_factory.mktemp("flip"), *conversation())
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(
        st.binary(min_size=0, max_size=2).filter(lambda b: b != whole[place : place + 1])
    )
    path.write_bytes(whole[:place] + byte + whole[place + 1 :])
    contents = read(path)
    assert not contents.whole
    assert len(contents.stamped) >= COUNT - 2  # an added or lost newline touches two lines


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.binary(max_size=50), max_size=8))
def test_no_file_upsets_the_reader(
    parts: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any bytes at all."""
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(b"\n".join(parts))
    assert not read(path).whole
