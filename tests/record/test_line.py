"""The bytes of a line: any text comes back, and other programs can check the chain."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_samples import asked, conversation, opened, written

from interviewer.record.facts import Answered, Remarked
from interviewer.record.line import GENESIS, decode, encode, mend
from interviewer.record.transcript import Transcript, read, verify

SURROGATES = [chr(0xD800), chr(0xDBFF), chr(0xDC00), chr(0xDFFF), chr(0xDC80)]
AWKWARD = [
    "\0",
    "\n",
    "\r",
    "\u2028",
    "\u2029",
    "\x85",
    "\u202e",
    "\ufeff",
    "\x1b",
    "\x9b",
    '"',
    "\\",
]

anything = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from(SURROGATES + AWKWARD))
)


def as_kept(text: str) -> str:
    """What the docstring promises: U+FFFD for each surrogate, one for one."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


@given(anything)
def test_any_text_comes_back_from_a_line(text: str) -> None:
    """Everything but surrogates is exactly as typed, and no line holds a raw newline."""
    raw, link, stamped = encode(2, "t", Answered(turn=1, text=text), GENESIS)
    assert raw.endswith(b"\n") and raw.count(b"\n") == 1 and b"\r" not in raw
    line = decode(raw[:-1])
    assert line.stamped == stamped and not line.problem and line.links == {link}
    assert stamped.fact == Answered(turn=1, text=as_kept(text))
    assert len(as_kept(text)) == len(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(anything, max_size=5))
def test_any_text_comes_back_from_a_file(texts: list[str]) -> None:
    """The same through create, append, open and read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = written(folder, *(Answered(turn=1, text=text) for text in texts), candidate="\ud83d")
        contents = read(path)
        kept = [item.fact.text for item in contents.stamped if isinstance(item.fact, Answered)]
        assert kept == [as_kept(text) for text in texts]
        assert contents.whole
        with Transcript.open(folder, path.stem) as again:
            assert tuple(again.stamped) == contents.stamped


@given(anything)
def test_mending_is_done_once(text: str) -> None:
    """What was mended can be written and is mended no further."""
    assert mend(text) == as_kept(text) == mend(mend(text))
    mend(text).encode()


@given(st.binary(max_size=400))
def test_no_bytes_upset_the_reader_of_a_line(raw: bytes) -> None:
    """A line that is not ours has a problem; it raises nothing."""
    assert decode(raw).problem


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_no_changed_byte_goes_unseen(place: int, value: int) -> None:
    """Whichever byte of a line is changed, the line says so."""
    raw = encode(2, "t", Answered(turn=1, text="I led “it”."), GENESIS)[0][:-1]
    place %= len(raw)
    changed = raw[:place] + bytes([value]) + raw[place + 1 :]
    assert bool(decode(changed).problem) == (changed != raw)


@pytest.mark.parametrize("depth", [10, 100_000])
def test_deep_nesting_is_no_trap(depth: int) -> None:
    """A line of brackets is not a transcript; it does not exhaust the stack."""
    nested = b"[" * depth + b"]" * depth
    assert decode(nested).problem
    assert decode(b'{"v":1,"seq":1,"at":"","fact":' + nested + b',"prev":""}').problem
    assert decode(b'{"v":1,"seq":1,"at":"","fact":{},"more":' + nested + b',"prev":""}').problem


def test_a_number_of_many_digits_is_no_trap() -> None:
    """A sequence number of a million digits is damage."""
    assert decode(b'{"v":1,"seq":' + b"9" * 1_000_000 + b"}").problem


def test_the_ten_lines_of_the_docstring_check_a_transcript(tmp_path: Path) -> None:
    """The format as documented, with nothing of ours."""
    fact = Remarked(act="help", text="a\u2028b\nc\0\u202e", reply="…")  # type: ignore[arg-type]
    path = written(tmp_path, *conversation(), fact)
    before = "0" * 64
    raws = path.read_bytes().split(b"\n")
    assert raws.pop() == b""
    for number, raw in enumerate(raws, start=1):
        line = json.loads(raw)
        assert list(line) == ["v", "seq", "at", "fact", "prev", "hash"]
        assert (line["v"], line["seq"]) == (1, number)
        assert hashlib.sha256(raw[:-75] + b"}").hexdigest() == line["hash"]
        assert line["prev"] == before
        before = line["hash"]
    assert verify(path).seal == before


@pytest.mark.skipif(
    not (shutil.which("sed") and shutil.which("sha256sum")), reason="no shell tools"
)
def test_the_shell_line_of_the_docstring_gives_the_hash(tmp_path: Path) -> None:
    """sed and sha256sum are enough to check one line."""
    import interviewer.record.line as module

    path = written(tmp_path, *conversation())
    found = re.search(r"^    (sed .*sha256sum)$", module.__doc__ or "", re.MULTILINE)
    assert found
    command = found[1].replace("X.jsonl", str(path))
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == json.loads(path.read_bytes().splitlines()[6])["hash"]


def test_the_first_line_follows_64_zeros(tmp_path: Path) -> None:
    """The beginning of the chain is known to everybody."""
    assert json.loads(written(tmp_path).read_bytes())["prev"] == "0" * 64


def test_two_interviews_have_different_seals(tmp_path: Path) -> None:
    """A seal names one content."""
    seals = {verify(written(tmp_path, asked(1), **changes)).seal for changes in ({}, {"seed": 2})}
    assert len(seals) == 2
    assert opened() == opened()
