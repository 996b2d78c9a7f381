"""The index over the transcripts: what it tells, how it keeps up, and what it survives."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from record_samples import MOMENT, asked, begun, conversation, opened, python, written
from toys import interview, plan, tell

from interviewer.domain import Act, Aspect, Assessment, AssessorId, Confidence, Requirement
from interviewer.record import index as index_module
from interviewer.record import index_said
from interviewer.record.errors import TranscriptError
from interviewer.record.facts import (
    Answered,
    AnyFact,
    Assessed,
    AssessmentFailed,
    Misread,
    Rated,
    Reflected,
    SelfRated,
)
from interviewer.record.index import Index, Refreshed
from interviewer.record.library import forget
from interviewer.record.places import cache_folder
from interviewer.record.record import fold
from interviewer.record.transcript import Transcript
from interviewer.review.results import results


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "cache"


@pytest.fixture
def index(folder: Path, cache: Path) -> Iterator[Index]:
    """An index over ``folder``."""
    with Index.open(folder, cache) as opened_index:
        yield opened_index


def kept(cache: Path) -> Path:
    """The one file of the index."""
    (file,) = cache.glob("*.sqlite3")
    return file


def ids(index: Index) -> list[str]:
    """The interviews that it knows, in its order."""
    return [row.id for row in index.interviews()]


def rated(aspect: Aspect = Aspect.APPLICATION, rating: int | None = 2, **changes: Any) -> Rated:
    """The fact that risk was rated."""
    span = None if rating is None else (rating, min(rating + 1, 5))
    fact = Rated(competence=4, aspect=aspect, rating=rating, span=span, missing=(), turns=(1,))
    return replace(fact, **changes)


def add(folder: Path, interview_id: str, *facts: AnyFact) -> None:
    """Go on with an interview."""
    with Transcript.open(folder, interview_id) as transcript:
        for fact in facts:
            transcript.append(fact, durable=False)


def held(folder: Path) -> Path:
    """A whole interview, held by the engine with answers of some substance, and kept in a file."""
    talk = interview(plan(numbers=(1, 2), per_aspect=1))
    while not talk.record.ended:
        match str(talk.state):
            case "self_rating":
                talk.rate_self(3, None)
            case "reflecting":
                talk.go_on()
            case _:
                tell(talk, f"I led it, some, turn {len(talk.record.turns)}. It explains much.")
    first, *rest = (item.fact for item in talk.stamped)
    with Transcript.create(folder, first, now=lambda: MOMENT) as transcript:  # type: ignore[arg-type]
        for fact in rest:
            transcript.append(fact, durable=False)
        return transcript.path


# --- what it tells ---


def test_an_empty_folder_has_nothing_to_tell(index: Index) -> None:
    """Nor has one that is not there."""
    assert index.refresh() == Refreshed(read=0, removed=0, total=0)
    assert index.interviews() == () == index.ratings()
    assert index.search("risk") == ()


def test_it_tells_what_the_transcript_tells(folder: Path, index: Index) -> None:
    """Interview, ratings and turns are those of the record and its results."""
    path = held(folder)
    with Transcript.open(folder, path.stem) as transcript:
        record = fold(transcript.stamped)
    assert record is not None
    index.refresh()
    (row,) = index.interviews()
    assert (row.id, row.framework, row.state, row.planned, row.done) == (
        path.stem, "toy", "complete", 2, 2,
    )  # fmt: skip
    assert row.answers == len(record.turns)
    assert (row.started, row.last_at) == (record.started, record.last_at)
    assert not row.damaged
    told = {
        (each.competence, each.aspect): (
            each.title, each.rating, each.span, each.self_rating, each.required, each.confidence,
        )
        for each in index.ratings()
    }  # fmt: skip
    assert told == {
        (result.competence, item.aspect): (
            result.title, item.rating, item.span, item.self_rating, item.required, item.confidence,
        )
        for result in results(record)
        for item in result.aspects
    }  # fmt: skip
    assert any(value[1] for value in told.values())
    (hit,) = index.search('"turn 3"')
    assert (hit.turn, hit.question, hit.answer) == (
        3, record.turns[2].text, record.turns[2].answer,
    )  # fmt: skip


def test_a_rating_has_what_stands_beside_it(folder: Path, index: Index) -> None:
    """Self-rating, both requirements, the aim, and how often it was found misread."""
    path = written(
        folder,
        SelfRated(competence=4, application=5, knowledge=None),
        *conversation()[1:3],
        rated(),
        rated(Aspect.KNOWLEDGE, None),
        Reflected(competence=4, text=""),
        Misread(competence=4, aspect=Aspect.APPLICATION, reason="I led it"),
        requirements=(Requirement(competence=4, application=3, knowledge=None),),
        next_requirements=(Requirement(competence=4, application=4, knowledge=2),),
        aim=3,
    )
    index.refresh()
    doing, knowing = index.ratings()
    assert doing.interview == path.stem
    assert (doing.candidate, doing.person, doing.profile) == ("Zoë", "zoë", "pm")
    assert (doing.rating, doing.span, doing.self_rating) == (2, (2, 3), 5)
    assert (doing.required, doing.next_required, doing.aim) == (3, 4, 3)
    assert (doing.confidence, doing.misread) == (Confidence.MEDIUM, 1)
    assert (knowing.rating, knowing.span, knowing.self_rating) == (None, None, None)
    assert (knowing.required, knowing.next_required, knowing.confidence) == (None, 2, None)


def test_what_is_rated_again_unchanged_keeps_its_time(folder: Path, index: Index) -> None:
    """Who tries one aspect again is rated on both; only what changed is of that moment."""
    ticks = (MOMENT + timedelta(minutes=count) for count in range(100))
    with Transcript.create(folder, opened(), now=lambda: next(ticks)) as transcript:
        for fact in (rated(), rated(Aspect.KNOWLEDGE), rated(), rated(Aspect.KNOWLEDGE, 3)):
            transcript.append(fact)
        times = [item.at for item in transcript.stamped]
    index.refresh()
    assert [(row.rating, row.at) for row in index.ratings()] == [(2, times[1]), (3, times[4])]


def test_a_superseded_reading_makes_no_rating_sure(folder: Path, index: Index) -> None:
    """Of an answer that was given again, only what was read of the latest counts."""
    surely = Assessment(
        rating=2, span=(2, 2), confidence=Confidence.HIGH, evidence=(), missing=(), notices=(),
        act=Act.ANSWER, assessor=AssessorId(name="toy", version="1"),
    )  # fmt: skip
    first, again = begun(folder, 0), begun(folder, 1)
    answered = Answered(turn=1, text="I did")
    failed = AssessmentFailed(turn=1, answer=5, reason="")
    add(folder, first, asked(1), answered, Assessed(turn=1, answer=3, assessment=surely), rated())
    add(
        folder, again, asked(1), answered, Assessed(turn=1, answer=3, assessment=surely), answered,
        Assessed(turn=1, answer=3, assessment=surely), failed, rated(),
    )  # fmt: skip
    index.refresh()
    assert {row.interview: row.confidence for row in index.ratings()} == {
        first: Confidence.HIGH, again: Confidence.MEDIUM,
    }  # fmt: skip


def test_rows_are_found_by_candidate_and_framework(folder: Path, index: Index) -> None:
    """As names are compared elsewhere; those without a name are one and the same."""
    zoe, adam = begun(folder, 0), begun(folder, 1, candidate="Adam", framework="toy")
    nobody = begun(folder, 2, candidate="")
    for each in (zoe, adam, nobody):
        add(folder, each, asked(1), rated())
    index.refresh()
    assert ids(index) == [nobody, adam, zoe]
    assert [row.id for row in index.interviews(limit=2)] == [nobody, adam]
    assert [row.id for row in index.interviews("  zOË")] == [zoe]
    assert [row.id for row in index.interviews("")] == [nobody]
    assert sorted(row.interview for row in index.ratings()) == sorted([zoe, adam, nobody])
    assert [row.interview for row in index.ratings("adam")] == [adam]
    assert [row.interview for row in index.ratings(framework="toy")] == [adam]
    assert index.ratings("adam", "apm-2") == ()
    assert [hit.interview for hit in index.search("risk", framework="toy")] == [adam]
    assert [hit.interview for hit in index.search("risk", "")] == [nobody]


# --- searching ---


@pytest.mark.parametrize(
    "text", ["RISKS", "naive plans", "naïve", "nai\u0308ve", "workshop we closed", "worksh", "12"]
)
def test_words_are_found_however_they_are_typed(folder: Path, index: Index, text: str) -> None:
    """Capitals, accents and order make no difference, and the last word may be half typed."""
    written(folder, *conversation())
    index.refresh()
    assert len(index.search(text)) == 1


def test_only_the_last_word_may_be_half_typed(folder: Path, index: Index) -> None:
    """And not even that one once there is a space behind it."""
    written(folder, *conversation())
    index.refresh()
    assert index.search("worksh closed") == ()
    assert index.search("worksh ") == ()
    (hit,) = index.search("clos")
    assert (hit.turn, hit.competence, hit.title, hit.aspect) == (1, 4, "Risk", "application")
    assert "closed 12 risks" in hit.excerpt


@pytest.mark.parametrize(
    "text",
    [
        '"', '""', '"risks', "risks\"", "risks*", "*", "AND", "NOT risks", "risks OR", "NEAR(risks",
        "answer:risks", "^risks", "(", ")", "{question} : risks", "-risks", "risks + + x", "'", ";",
        "\0", "risks\0x", "a\udcffb", "\u202e", " ", "", "x " * 5000, "(" * 5000, "'; DROP TABLE x",
    ],
)  # fmt: skip
def test_any_text_is_only_words(folder: Path, index: Index, text: str) -> None:
    """Nothing that is typed is a command, or an error; and the words are still found after it."""
    written(folder, *conversation())
    index.refresh()
    index.search(text)
    assert len(index.search("risks")) == 1


def test_operators_are_searched_as_words(folder: Path, index: Index) -> None:
    """An answer with the word "not" in it is found by it."""
    written(folder, asked(1, "Not near, and or?"))
    index.refresh()
    for text in ("NOT", "AND OR", "NEAR", "not near"):
        assert len(index.search(text)) == 1
    assert index.search("NOT there") == ()


# --- keeping up ---


def test_only_what_changed_is_read(
    folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that looks as it did is not opened."""
    one, two = begun(folder, 0), begun(folder, 1)
    opened_files: list[str] = []
    read = index_said.read

    def noting(path: Path) -> Any:
        opened_files.append(path.stem)
        return read(path)

    monkeypatch.setattr(index_said, "read", noting)
    assert index.refresh() == Refreshed(read=2, removed=0, total=2)
    assert opened_files == [two, one]
    opened_files.clear()
    assert index.refresh() == Refreshed(read=0, removed=0, total=2)
    assert opened_files == []
    add(folder, one, asked(1, "Anything on lighthouses?"))
    assert index.refresh() == Refreshed(read=1, removed=0, total=2)
    assert opened_files == [one]
    assert [hit.interview for hit in index.search("lighthouses")] == [one]


def test_a_changed_interview_is_there_once(folder: Path, index: Index) -> None:
    """What was known of it is replaced, among the searched words too."""
    name = begun(folder, 0)
    add(folder, name, asked(1), rated())
    index.refresh()
    add(folder, name, rated(rating=3))
    index.refresh()
    assert [row.rating for row in index.ratings()] == [3]
    assert len(index.search("risk")) == 1
    assert ids(index) == [name]


def test_it_is_kept_between_runs(folder: Path, cache: Path) -> None:
    """The next run reads nothing that it need not."""
    held(folder)
    with Index.open(folder, cache) as first:
        assert first.refresh().read == 1
        before = (first.interviews(), first.ratings(), first.search("led"))
    with Index.open(folder, cache) as second:
        assert (second.interviews(), second.ratings(), second.search("led")) == before
        assert second.refresh() == Refreshed(read=0, removed=0, total=1)


def test_progress_is_told(folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many of how many; nothing where there is nothing to do."""
    monkeypatch.setattr(index_module, "_BATCH", 2)
    for hours in range(5):
        begun(folder, hours)
    told: list[tuple[int, int]] = []
    index.refresh(lambda done, of: told.append((done, of)))
    assert told == [(2, 5), (4, 5), (5, 5)]
    index.refresh(lambda done, of: told.append((done, of)))
    assert len(told) == 3


def test_it_is_the_owners_alone(folder: Path, cache: Path) -> None:
    """Also the files beside it, and one that others could read before."""
    held(folder)
    with Index.open(folder, cache) as index:
        os.chmod(kept(cache), 0o644)
    with Index.open(folder, cache) as index:
        index.refresh()
        assert stat.S_IMODE(kept(cache).stat().st_mode) == 0o600
        assert list(cache.iterdir()) == [kept(cache)]
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


def test_each_folder_has_its_own(tmp_path: Path, cache: Path) -> None:
    """However the folder is named; a link to it is the same folder."""
    name = begun(tmp_path / "one", 0)
    other = begun(tmp_path / "two", 1)
    (tmp_path / "link").symlink_to(tmp_path / "one")
    for folder, there, read in (("one", name, 1), ("two", other, 1), ("link", name, 0)):
        with Index.open(tmp_path / folder, cache) as index:
            assert index.refresh().read == read
            assert ids(index) == [there]
    assert len(list(cache.glob("*.sqlite3"))) == 2


def test_the_cache_folder_is_the_users_unless_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """INTERVIEWER_CACHE comes first."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("INTERVIEWER_CACHE", raising=False)
    if sys.platform == "linux":
        assert cache_folder() == tmp_path / "home/.cache/interviewer"
    monkeypatch.setenv("INTERVIEWER_CACHE", str(tmp_path / "mine"))
    assert cache_folder() == tmp_path / "mine"
    with Index.open(tmp_path / "transcripts"):
        assert kept(tmp_path / "mine").is_file()


# --- forgetting ---


SECRET = "quizzaciously"


def told_secrets(cache: Path) -> bool:
    """Whether the word, or what the search keeps of it, stands in any of the index's files."""
    return any(b"quizz" in path.read_bytes().lower() for path in cache.iterdir())


def test_what_is_forgotten_leaves_nothing_in_the_index(
    folder: Path, cache: Path, index: Index
) -> None:
    """Not in its rows, the searched words, or the bytes of its files."""
    name, other = begun(folder, 0), begun(folder, 1)
    add(folder, name, asked(1, SECRET))
    add(folder, other, asked(1, "Another question?"))
    index.refresh()
    assert told_secrets(cache) and index.search(SECRET)
    forget(folder, name)
    assert index.refresh() == Refreshed(read=0, removed=1, total=1)
    assert ids(index) == [other]
    assert index.search(SECRET) == () and len(index.search("another")) == 1
    index.close()
    assert not told_secrets(cache)


def test_words_that_were_not_purged_are_by_the_next_one(folder: Path, cache: Path) -> None:
    """Whoever is killed before closing leaves a note of it, and the next one does it."""
    name = begun(folder, 0)
    add(folder, name, asked(1, SECRET), rated())
    killed = Index.open(folder, cache)
    killed.refresh()
    forget(folder, name)
    killed.refresh()
    assert killed.search(SECRET) == ()
    killed._db.close()  # as if the plug had been pulled
    with Index.open(folder, cache) as index:
        assert index.refresh() == Refreshed(read=0, removed=0, total=0)
    assert not told_secrets(cache)


def test_forgetting_at_once_needs_no_refresh(folder: Path, cache: Path, index: Index) -> None:
    """What is asked next knows nothing of it; an id that is not known changes nothing."""
    name = begun(folder, 0)
    add(folder, name, asked(1, SECRET), rated())
    index.refresh()
    assert index.forget("20200101-000000-none")
    assert ids(index) == [name]
    forget(folder, name)
    assert index.forget(name)
    assert not told_secrets(cache)
    assert (index.interviews(), index.ratings(), index.search(SECRET)) == ((), (), ())


def test_what_is_forgotten_while_it_is_read_stays_forgotten(
    folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words that were read a moment before are not brought in a moment after."""
    name = begun(folder, 0)
    add(folder, name, asked(1, SECRET))
    read = index_said.read

    def slow(path: Path) -> Any:
        contents = read(path)
        forget(folder, path.stem)
        return contents

    monkeypatch.setattr(index_said, "read", slow)
    index.refresh()
    assert index.search(SECRET) == () and ids(index) == []


# --- damage ---


def test_a_damaged_transcript_does_not_stop_the_rest(folder: Path, index: Index) -> None:
    """It is marked, and what can be read of it is told; without its first line only that it is."""
    names = [begun(folder, hours) for hours in range(4)]
    for name in names:
        add(folder, name, asked(1), rated())
    whole, inside, headless, rubbish = (folder / f"{name}.jsonl" for name in names)
    inside.write_bytes(inside.read_bytes().replace(b'"rating":2', b'"rating":3'))
    headless.write_bytes(headless.read_bytes().split(b"\n", 1)[1])
    rubbish.write_bytes(b"\xff\xfe[[[[")
    index.refresh()
    assert {row.id: row.damaged for row in index.interviews()} == {
        whole.stem: False, inside.stem: True, headless.stem: True, rubbish.stem: True,
    }  # fmt: skip
    assert {row.interview for row in index.ratings()} == {whole.stem, inside.stem}


def test_a_torn_end_is_no_damage(folder: Path, index: Index) -> None:
    """It is what a crash leaves, and resuming mends it."""
    path = written(folder, *conversation())
    path.write_bytes(path.read_bytes() + b'{"torn')
    index.refresh()
    assert [row.damaged for row in index.interviews()] == [False]


def test_facts_that_do_not_follow_from_one_another_are_told_all_the_same(
    folder: Path, index: Index
) -> None:
    """The fold refuses them; the list is not the place to."""
    written(folder, replace(asked(7), turn=7), rated(), rated(competence=99))
    index.refresh()
    assert [(row.competence, row.title) for row in index.ratings()] == [(4, "Risk"), (99, "")]
    assert [hit.turn for hit in index.search("risk")] == [7]


def test_what_the_database_cannot_hold_is_only_listed(folder: Path, index: Index) -> None:
    """Numbers without end are legal in a transcript that somebody wrote."""
    name, other = begun(folder, 0), begun(folder, 1)
    add(folder, name, rated(rating=10**30, span=(0, 0)))
    add(folder, other, rated())
    index.refresh()
    assert {row.id: row.damaged for row in index.interviews()} == {name: True, other: False}
    assert [row.interview for row in index.ratings()] == [other]
    assert index.refresh().read == 0


def test_what_cannot_be_read_now_is_tried_again(
    folder: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing about the file changes when it becomes readable."""
    name = begun(folder, 0)
    read = index_said.read

    def refusing(path: Path) -> Any:
        raise TranscriptError("not yours")

    monkeypatch.setattr(index_said, "read", refusing)
    index.refresh()
    assert [(row.id, row.damaged) for row in index.interviews()] == [(name, True)]
    monkeypatch.setattr(index_said, "read", read)
    assert index.refresh().read == 1
    assert [row.damaged for row in index.interviews()] == [False]


def spoil_all(file: Path) -> None:
    """No database at all."""
    file.write_bytes(b"rubbish" * 1000)


def spoil_pages(file: Path) -> None:
    """A database whose head is whole and whose rest is not."""
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)


def empty(file: Path) -> None:
    """Nothing."""
    file.write_bytes(b"")


def spoil_names(file: Path) -> None:
    """The names of the tables are not even text."""
    data = file.read_bytes()
    file.write_bytes(data.replace(b"CREATE TABLE ratings", b"CREATE TABL\xff\xfe\xffatings"))


def cut(file: Path) -> None:
    """A half."""
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def later_version(file: Path) -> None:
    """A version that is not known here."""
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("UPDATE ratings SET rating = 5")
    db.close()


def other_folder(file: Path) -> None:
    """The index of another folder, under our name."""
    with sqlite3.connect(file) as db:
        db.execute("UPDATE about SET folder = x'2f'")
        db.execute("UPDATE ratings SET rating = 5")
    db.close()


def without_table(file: Path) -> None:
    """A table is missing."""
    with sqlite3.connect(file) as db:
        db.execute("DROP TABLE ratings")
    db.close()


def wrong_values(file: Path) -> None:
    """Values that mean nothing."""
    with sqlite3.connect(file) as db:
        db.execute("UPDATE ratings SET confidence = 'luck'")
    db.close()


Spoil = Callable[[Path], None]
SPOILS = (
    spoil_all, spoil_pages, spoil_names, empty, cut, later_version, other_folder, without_table,
    wrong_values,
)  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_spoilt_index_is_made_anew(folder: Path, cache: Path, spoil: Spoil) -> None:
    """What is asked is answered from the files, and the next run finds it whole."""
    held(folder)
    with Index.open(folder, cache) as index:
        index.refresh()
        before = (index.ratings(), index.interviews(), index.search("led"))
    spoil(kept(cache))
    for _ in range(2):
        with Index.open(folder, cache) as index:
            index.refresh()
            assert (index.ratings(), index.interviews(), index.search("led")) == before
    with Index.open(folder, cache) as index:
        assert index.refresh().read == 0


@pytest.mark.parametrize("spoil", [without_table, wrong_values])
def test_damage_that_shows_only_when_asked_is_made_good_then(
    folder: Path, cache: Path, spoil: Spoil
) -> None:
    """The answer comes from a new index, with all the files in it."""
    held(folder)
    with Index.open(folder, cache) as index:
        index.refresh()
        before = index.ratings()
    spoil(kept(cache))
    with Index.open(folder, cache) as index:
        assert index.ratings() == before


def test_an_index_that_another_made_anew_is_taken_up(folder: Path, cache: Path) -> None:
    """Who has the old file open goes over to the new one, and nothing is written beside it."""
    held(folder)
    with Index.open(folder, cache) as old:
        old.refresh()
        kept(cache).unlink()
        with Index.open(folder, cache) as new:
            assert new.refresh().read == 1
        inode = kept(cache).stat().st_ino
        assert old.refresh() == Refreshed(read=0, removed=0, total=1)
        begun(folder, 1)
        old.refresh()
        assert kept(cache).stat().st_ino == inode
    with Index.open(folder, cache) as index:
        assert index.refresh() == Refreshed(read=0, removed=0, total=2)


def test_an_index_spoilt_under_our_hands_is_made_anew(folder: Path, cache: Path) -> None:
    """Another program may do anything to a file at any time."""
    held(folder)
    with Index.open(folder, cache) as index:
        index.refresh()
        before = index.ratings()
        kept(cache).write_bytes(b"rubbish" * 5000)
        index.refresh()
        assert index.ratings() == before


@pytest.mark.parametrize("where", ["file", "below a file", "link"])
def test_without_a_place_for_it_it_is_made_in_memory(
    folder: Path, tmp_path: Path, where: str
) -> None:
    """No cache folder, or something else that has the name: it only takes longer."""
    name = begun(folder, 0)
    (tmp_path / "file").write_text("mine")
    cache = {"file": tmp_path / "file", "below a file": tmp_path / "file" / "x"}.get(
        where, tmp_path / "cache"
    )
    if where == "link":
        with Index.open(folder, cache):
            pass
        file = kept(cache)
        file.unlink()
        file.mkdir()
    with Index.open(folder, cache) as index:
        assert index.refresh().read == 1
        assert ids(index) == [name]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_link_in_its_place_is_not_followed(folder: Path, cache: Path, tmp_path: Path) -> None:
    """What it leads to stays as it is."""
    begun(folder, 0)
    with Index.open(folder, cache) as index:
        file = kept(cache)
    file.unlink()
    (tmp_path / "precious").write_text("mine")
    file.symlink_to(tmp_path / "precious")
    with Index.open(folder, cache) as index:
        assert index.refresh().total == 1 == len(ids(index))
    assert (tmp_path / "precious").read_text() == "mine"


# --- two at once ---


_REFRESH = """
import sys
from pathlib import Path
from interviewer.record.index import Index
sys.stdin.readline()
for _ in range(5):
    with Index.open(Path(sys.argv[1]), Path(sys.argv[2])) as index:
        index.refresh()
        print(len(index.interviews()), len(index.search("risk", limit=1000)), flush=True)
"""


def test_two_processes_at_once_do_not_break_it(folder: Path, cache: Path) -> None:
    """Both begin with no index at all, and each has everything in the end."""
    for hours in range(60):
        add(folder, begun(folder, hours), asked(1))
    processes = [python(_REFRESH, str(folder), str(cache)) for _ in range(3)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert said.splitlines()[-1] == "60 60"
    with Index.open(folder, cache) as index:
        assert index.refresh() == Refreshed(read=0, removed=0, total=60)
    with sqlite3.connect(kept(cache)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def test_a_locked_index_is_used_as_it_is(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another writes, what is known is told; what changed waits for the next time."""
    monkeypatch.setattr(index_module, "BUSY_SECONDS", 0.01)
    old = begun(folder, 0)
    with Index.open(folder, cache) as index:
        index.refresh()
        new = begun(folder, 1)
        other = sqlite3.connect(kept(cache), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert index.refresh() == Refreshed(read=0, removed=0, total=2, waiting=1)
        assert ids(index) == [old]
        forget(folder, old)
        assert not index.forget(old)
        other.execute("ROLLBACK")
        other.close()
        assert index.refresh() == Refreshed(read=1, removed=1, total=1)
        assert ids(index) == [new]


def test_an_index_that_is_locked_from_the_start_is_made_in_memory(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who finds another making it, and nothing there yet, reads the files."""
    monkeypatch.setattr(index_module, "BUSY_SECONDS", 0.01)
    name = begun(folder, 0)
    with Index.open(folder, cache):
        file = kept(cache)
    file.unlink()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    inode = file.stat().st_ino
    with Index.open(folder, cache) as index:
        index.refresh()
        assert ids(index) == [name]
    other.execute("ROLLBACK")
    assert other.execute("PRAGMA user_version").fetchone() == (0,)
    assert file.stat().st_ino == inode
    other.close()


def test_the_latest_rating_of_each_aspect(folder: Path, index: Index) -> None:
    """And beside it the latest "not rated"; others' are not told."""
    for ratings in ((2, 3), (None, 4), (1, None)):
        facts = [rated(Aspect.APPLICATION, ratings[0]), rated(Aspect.KNOWLEDGE, ratings[1])]
        written(folder, *facts)
    written(folder, rated(Aspect.APPLICATION, 5), candidate="Ann")
    index.refresh()
    newest = {}
    for row in index.ratings("zoë"):
        newest[row.aspect, row.rating is None] = row
    assert len(newest) == 4
    latest = index.latest(" ZOË ")
    assert sorted(latest, key=str) == sorted(newest.values(), key=str)


def test_the_newest_ratings_of_each_aspect(folder: Path, index: Index) -> None:
    """Of those rated and of those not, in time; how many there are in all is told apart."""
    for ratings in ((2, 3), (1, 4), (4, None), (3, None), (None, None), (None, 2)):
        facts = [rated(Aspect.APPLICATION, ratings[0]), rated(Aspect.KNOWLEDGE, ratings[1])]
        written(folder, *facts)
    written(folder, rated(Aspect.APPLICATION, 5), candidate="Ann")
    index.refresh()
    newest = index.newest_ratings(" ZOË ", 2)
    told = {
        aspect: [row.rating for row in newest if row.aspect is aspect] for aspect in tuple(Aspect)
    }
    assert told == {Aspect.APPLICATION: [4, 3, None, None], Aspect.KNOWLEDGE: [4, None, None, 2]}
    assert index.newest_ratings("zoë", 6) == index.ratings("zoë")
    assert {(row.competence, row.aspect): row.attempts for row in index.attempts("zoë")} == {
        (4, Aspect.APPLICATION): 6,
        (4, Aspect.KNOWLEDGE): 6,
    }
