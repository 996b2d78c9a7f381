"""What was exported is remembered, and only what is ours is deleted; reminders delete nothing."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk_samples import ID, held

from interviewer.record.errors import TranscriptError
from interviewer.record.exported import (
    Exported,
    exports_of,
    known_exports,
    note_export,
    remove_export,
)
from interviewer.record.library import forget, transcripts
from interviewer.record.retention import keep_months, kept_until, overdue, set_keep_months
from interviewer.review.privacy import privacy_json, privacy_lines, reminder, stored

NOW = datetime(2027, 12, 1, tzinfo=UTC)


def exported(path: Path, text: str, *, cohort: bool = False) -> Exported:
    """A file that was exported, with the note of it."""
    path.write_text(text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Exported(at="2026", format="csv", path=str(path), sha256=digest, cohort=cohort)


def test_only_what_is_unchanged_and_of_this_interview_alone_is_ours(tmp_path: Path) -> None:
    """A file that was edited since, one of several interviews, and one that is gone are not."""
    held(tmp_path)
    for name, cohort in (("mine", False), ("edited", False), ("all", True), ("gone", False)):
        note_export(tmp_path, ID, exported(tmp_path / name, name, cohort=cohort))
    (tmp_path / "edited").write_text("with my own notes")
    (tmp_path / "gone").unlink()
    known = {each.path.name: each for each in known_exports(tmp_path, ID)}
    assert {name: each.ours for name, each in known.items()} == {
        "mine": True,
        "edited": False,
        "all": False,
    }
    assert [remove_export(known[name]) for name in ("mine", "edited", "all")] == [
        True,
        False,
        False,
    ]
    assert not (tmp_path / "mine").exists()
    assert (tmp_path / "edited").exists()


def test_a_link_in_its_place_is_not_ours(tmp_path: Path) -> None:
    """Nor what it points to, though that has the same content."""
    held(tmp_path)
    note_export(tmp_path, ID, exported(tmp_path / "out", "text"))
    (tmp_path / "out").rename(tmp_path / "precious")
    (tmp_path / "out").symlink_to(tmp_path / "precious")
    (known,) = known_exports(tmp_path, ID)
    assert not known.ours
    assert not remove_export(known)
    assert (tmp_path / "precious").exists()


def test_a_note_that_makes_no_sense_is_no_note(tmp_path: Path) -> None:
    """Lines that can't be read count for nothing; forgetting takes the note too."""
    held(tmp_path)
    note_export(tmp_path, ID, exported(tmp_path / "out", "text"))
    with (tmp_path / f"{ID}.exports").open("ab") as file:
        file.write(b"\xff\n[[[[\n{}\n")
        file.write(b'{"at":"","format":"","path":"a\\u0000b","sha256":""}\n')
    assert len(exports_of(tmp_path, ID)) == 2
    assert len(known_exports(tmp_path, ID)) == 1
    forget(tmp_path, ID)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("started", "months", "until"),
    [
        ("2026-11-21T13:00:00.000Z", 12, "2027-11-21"),
        ("2026-11-30T13:00:00.000Z", 3, "2027-02-28"),
        ("2026-01-31T13:00:00.000Z", 1, "2026-02-28"),
        ("2026-12-31T23:00:00.000Z", 12, "2027-12-31"),
    ],
)
def test_until_when_an_interview_is_kept(started: str, months: int, until: str) -> None:
    """Whole months; the last day of a short one, where the day is missing."""
    found = kept_until(started, months)
    assert found is not None
    assert found.date().isoformat() == until


def test_a_time_that_is_none_is_never_overdue() -> None:
    """A foreign file may say anything."""
    assert kept_until("yesterday", 12) is None
    assert kept_until("9999-12-31T00:00:00Z", 1200) is None


def test_the_reminder_deletes_nothing(tmp_path: Path) -> None:
    """It counts what is older than was meant, and says how to go on."""
    held(tmp_path)
    assert keep_months(tmp_path) is None
    set_keep_months(tmp_path, 12)
    assert keep_months(tmp_path) == 12
    found = tuple(transcripts(tmp_path))
    assert [each.id for each in overdue(found, 12, NOW)] == [ID]
    assert "1 interview is older than the 12 months" in reminder(found, 12, NOW)
    assert not reminder(found, 24, NOW)
    assert not reminder(found, None, NOW)
    assert (tmp_path / f"{ID}.jsonl").exists()
    set_keep_months(tmp_path, 0)
    assert keep_months(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"[]", b'{"keep_months": -4}', b'{"keep_months": 1e99}'])
def test_a_setting_that_makes_no_sense_is_none(tmp_path: Path, content: bytes) -> None:
    """It is only a file."""
    (tmp_path / "retention.json").write_bytes(content)
    assert keep_months(tmp_path) is None
    with pytest.raises(TranscriptError):
        set_keep_months(tmp_path, -1)


def test_what_is_stored_is_told_with_real_paths(tmp_path: Path) -> None:
    """Also where the folder is reached by a link; counts and sizes are of real files."""
    real = tmp_path / "real"
    path = held(real)
    (real / f"{ID}.draft").write_bytes(b"12345")
    note_export(real, ID, exported(tmp_path / "out\x1b[31m.csv", "text"))
    (tmp_path / "link").symlink_to(real)
    found = stored(tmp_path / "link", NOW)
    assert found.folder == real
    assert (found.interviews.files, found.interviews.bytes) == (1, path.stat().st_size)
    assert found.named == 1
    assert {each.what: each.bytes for each in found.beside}["answer being typed"] == 5
    text = "\n".join(privacy_lines(found))
    assert str(real) in text
    assert "interviewer forget ID" in text
    assert "\x1b" not in text
    assert privacy_json(found)["exports"] == [str(tmp_path / "out\x1b[31m.csv")]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """And is not made by looking."""
    found = stored(tmp_path / "none", NOW)
    assert not found.exists
    assert "not there yet" in "\n".join(privacy_lines(found))
    assert not (tmp_path / "none").exists()
