"""The draft of an answer: replaced whole, private, and never in the way."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.record.draft import Draft
from interviewer.record.errors import NotFound, TranscriptError


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A draft that was not saved yet."""
    return Draft(tmp_path, "x")


def names(draft: Draft) -> list[str]:
    """All files in the folder."""
    return sorted(os.listdir(draft.path.parent))


def test_a_draft_comes_back(draft: Draft) -> None:
    """The last one that was saved, with its turn; nothing else is left in the folder."""
    draft.save("first", 1)
    draft.save("I led\n\tthe «risk» work\0", 2)
    assert Draft(draft.path.parent, "x").load() == (2, "I led\n\tthe «risk» work\0")
    assert names(draft) == ["x.draft"]


@given(text=st.text(st.characters(exclude_categories=())), turn=st.integers(0, 9999))
def test_any_text_comes_back(text: str, turn: int) -> None:
    """With U+FFFD for each surrogate, as in a transcript."""
    kept = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    with tempfile.TemporaryDirectory() as name:
        draft = Draft(Path(name), "x")
        draft.save(text, turn)
        assert draft.load() == (turn, kept)


def test_without_a_draft_there_is_none(draft: Draft) -> None:
    """Before the first, and after clearing, which may be done twice."""
    assert draft.load() is None
    draft.save("text", 1)
    draft.clear()
    draft.clear()
    assert draft.load() is None
    assert names(draft) == []


@pytest.mark.parametrize("umask", [0, 0o777])
def test_a_draft_is_private(draft: Draft, umask: int) -> None:
    """Whatever the umask."""
    before = os.umask(umask)
    try:
        draft.save("text", 1)
    finally:
        os.umask(before)
    assert draft.path.stat().st_mode & 0o7777 == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{", b"[]", b'{"turn":"x","text":""}', b"[" * 9999, b'{"turn":1}']
)
def test_a_damaged_draft_is_no_draft(draft: Draft, content: bytes) -> None:
    """It breaks nothing, and the next one replaces it."""
    draft.path.write_bytes(content)
    assert draft.load() is None
    draft.save("text", 1)
    assert draft.load() == (1, "text")


def test_a_draft_cut_anywhere_is_no_draft(draft: Draft) -> None:
    """Half a draft is never taken for a whole one."""
    draft.save("A text of some length.", 1)
    whole = draft.path.read_bytes()
    for size in range(len(whole)):
        draft.path.write_bytes(whole[:size])
        assert draft.load() is None


def test_what_is_no_file_is_no_draft(draft: Draft) -> None:
    """A pipe does not hang, and a link is not followed, neither to read nor to write."""
    os.mkfifo(draft.path)
    assert draft.load() is None
    draft.clear()
    elsewhere = draft.path.parent / "elsewhere"
    elsewhere.write_bytes(b'{"turn":1,"text":"not ours"}')
    draft.path.symlink_to(elsewhere)
    assert draft.load() is None
    draft.save("ours", 1)
    assert elsewhere.read_bytes() == b'{"turn":1,"text":"not ours"}'
    assert draft.load() == (1, "ours")


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_a_draft_that_cannot_be_saved_leaves_the_one_before(
    draft: Draft, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Whichever step fails: an error for people, the old draft whole, nothing left over."""
    draft.save("before", 1)

    def full(*_: Any) -> Any:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(TranscriptError, match="The disk is full: saving what you have typed"):
            draft.save("after", 2)
    assert draft.load() == (1, "before")
    assert names(draft) == ["x.draft"]


def test_at_every_step_there_is_a_whole_draft(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash at any system call would leave the old draft or the new one."""
    draft.save("before", 1)
    seen: list[object] = []

    def watched(name: str) -> Any:
        real = getattr(os, name)

        def call(*arguments: Any, **more: Any) -> Any:
            result = real(*arguments, **more)
            with monkeypatch.context() as patch:
                patch.undo()
                seen.append(Draft(draft.path.parent, "x").load())
            return result

        return call

    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, name, watched(name))
    draft.save("after", 2)
    assert seen == [(1, "before"), (1, "before"), (2, "after")]


def test_what_a_killed_program_left_is_written_over(draft: Draft) -> None:
    """A half-written draft beside the whole one is no hindrance, and clearing takes it too."""
    half = draft.path.with_name("x.draft.tmp")
    half.write_bytes(b'{"turn":')
    draft.save("text", 1)
    assert names(draft) == ["x.draft"]
    half.write_bytes(b'{"turn":')
    draft.clear()
    assert names(draft) == []


def test_a_draft_beyond_all_measure_is_refused(draft: Draft) -> None:
    """What could not be loaded again is not saved in silence."""
    with pytest.raises(TranscriptError, match="too long"):
        draft.save("x" * (33 << 20), 1)


def test_clearing_that_fails_is_told(draft: Draft) -> None:
    """A folder in the place of the draft can't be deleted, nor written over."""
    draft.path.mkdir()
    with pytest.raises(TranscriptError, match="deleting the draft"):
        draft.clear()
    with pytest.raises(TranscriptError, match="saving what you have typed"):
        draft.save("text", 1)
    assert draft.load() is None


def test_a_draft_has_no_path_for_an_id() -> None:
    """Nothing outside the folder."""
    with pytest.raises(NotFound):
        Draft(Path("."), "../x")
