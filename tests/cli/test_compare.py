"""The commands that look at several interviews: two side by side, and how ratings have moved."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli_helpers import run, run_in_shell
from msgspec.structs import replace
from toys import interview, plan, tell

from interviewer.record.facts import Opened
from interviewer.record.transcript import Transcript


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of our own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("INTERVIEWER_CACHE", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for transcripts."""
    return tmp_path / "transcripts"


def keep(folder: Path, name: str, answer: str, year: int = 2020, **changes: object) -> str:
    """A whole interview in which every answer was the same, held long ago; its id."""
    talk = interview(plan(per_aspect=1))
    while not talk.record.ended:
        match str(talk.state):
            case "self_rating":
                talk.rate_self(4, None)
            case "reflecting":
                talk.go_on()
            case _:
                tell(talk, answer)
    first, *rest = (item.fact for item in talk.stamped)
    assert isinstance(first, Opened)
    first = replace(first, interview=name, candidate="Zoë \x1b[31mRed", **changes)  # type: ignore[arg-type]
    moment = datetime(year, 5, 4, 10, tzinfo=UTC)
    with Transcript.create(folder, first, now=lambda: moment) as transcript:
        for fact in rest:
            transcript.append(fact, durable=False)
        return transcript.id


@pytest.fixture
def two(folder: Path) -> tuple[str, str]:
    """The ids of two interviews, the older one first; the ids say it the other way round."""
    return (
        keep(folder, "20210101-000000-b", "I assisted. It describes it."),
        keep(folder, "20200101-000000-a", "I led it. It describes it.", 2021),
    )


# --- compare ---


def test_compare_sets_two_interviews_side_by_side(folder: Path, two: tuple[str, str]) -> None:
    """The older one first, whichever way round they are named; a part of the id will do."""
    done = run(["compare", *two], folder)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert text.index(two[0]) < text.index(two[1])
    assert "I [-assisted-][+led it+]. It describes it." in text
    assert "\x1b" not in text
    assert run(["compare", "2020", "2021"], folder).stdout == done.stdout


def test_compare_as_data_has_every_promised_key(folder: Path, two: tuple[str, str]) -> None:
    """And the words as they were typed."""
    value = json.loads(run(["compare", *two, "--json"], folder).stdout)
    assert set(value) == {"first", "second", "both", "only_first", "only_second"}
    assert (value["first"]["id"], value["second"]["id"]) == two
    assert value["first"]["candidate"] == "Zoë \x1b[31mRed"
    row = value["both"][0]
    assert set(row) >= {
        "competence", "title", "aspect", "first", "second", "change", "gained", "kept", "lost",
        "missing", "difference",
    }  # fmt: skip
    assert (row["first"]["assessed"], row["second"]["assessed"], row["change"]) == (2, 3, 1)
    for side, change in (("first", "added"), ("second", "removed")):
        pieces = (each["text"] for each in row["difference"] if each["change"] != change)
        assert "".join(pieces) == row[side]["answer"]["text"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["2021", "2021"], "20210101-000000-b can't be compared with itself"),
        (["2021", "2022"], "only interviews under the same framework can be compared"),
        (["2021", "2029"], "There is no interview 2029"),
        (["2021", "../x"], "is not the id of an interview"),
        (["2021"], "Missing argument"),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_sentence(
    folder: Path, two: tuple[str, str], names: list[str], sentence: str
) -> None:
    """Exit 2, no traceback, nothing on standard output."""
    keep(folder, "20220101-000000-c", "led", framework="other")
    done = run(["compare", *names], folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert sentence in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_damage_is_told_and_the_rest_compared(folder: Path, two: tuple[str, str]) -> None:
    """Exit 1; what makes no interview at all can't be compared, exit 2."""
    path = folder / f"{two[0]}.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"where would you", b"where WOULD you"))
    done = run(["compare", *two], folder)
    assert done.returncode == 1
    assert b"line 3" in done.stderr and b"Toy 1, application" in done.stdout
    for rubbish in (b"", whole.split(b"\n", 1)[1]):
        path.write_bytes(rubbish)
        done = run(["compare", *two], folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"too damaged" in done.stderr


# --- history ---


def test_history_shows_how_ratings_have_moved(folder: Path, two: tuple[str, str]) -> None:
    """And what is due again: of what was rated long ago, all that falls short."""
    done = run(["history"], folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "Zoë Red (toy)",
        "  Toy 1",
        "    Application: 2 on 4 May 2020, then 3 on 4 May 2021. Up since the time before.",
        "    Knowledge: 2 on 4 May 2020, then 2 on 4 May 2021. The same as the time before.",
        "  Due again since 15 Jun 2021: Toy 1 (knowledge), rated 2 and the role asks for 3.",
    ]


def test_history_as_data_has_every_attempt(folder: Path, two: tuple[str, str]) -> None:
    """With its interview."""
    (value,) = json.loads(run(["history", "--json"], folder).stdout)
    assert set(value) == {"candidate", "framework", "aspects", "due", "gaps"}
    doing, knowing = value["aspects"]
    assert (doing["trend"], knowing["trend"]) == ("up", "level")
    assert [each["id"] for each in doing["attempts"]] == list(two)
    assert [each["self"] for each in doing["attempts"]] == [4, 4]
    assert [each["reassess_on"] for each in value["due"]] == ["2021-06-15"]


def test_history_keeps_to_a_candidate(folder: Path, two: tuple[str, str]) -> None:
    """A part of the name will do, and capitals make no difference."""
    found = run(["history", "--candidate", "ZOË"], folder).stdout
    assert found == run(["history"], folder).stdout
    nobody = run(["history", "--candidate", "adam"], folder)
    assert (nobody.returncode, nobody.stdout) == (0, b"")
    assert b"Nothing has been rated yet" in nobody.stderr
    assert run(["history", "--candidate", "adam", "--json"], folder).stdout == b"[]\n"


def test_history_needs_no_interviews_and_no_cache(folder: Path, cache: Path) -> None:
    """Where the cache can't be kept it only takes longer."""
    assert run(["history", "--json"], folder).stdout == b"[]\n"
    keep(folder, "20210101-000000-b", "I led it.")
    expected = run(["history"], folder).stdout
    assert expected and list(cache.glob("*.sqlite3"))
    for path in cache.iterdir():
        path.unlink()
    cache.rmdir()
    cache.write_text("mine")
    assert run(["history"], folder).stdout == expected
    assert cache.read_text() == "mine"


def test_history_follows_the_files(folder: Path, two: tuple[str, str]) -> None:
    """What was forgotten is gone from it."""
    run(["history"], folder)
    assert run(["forget", two[1], "--yes"], folder).returncode == 0
    (value,) = json.loads(run(["history", "--json"], folder).stdout)
    assert [each["id"] for each in value["aspects"][0]["attempts"]] == [two[0]]


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_history_may_be_cut_short_by_its_reader(folder: Path, two: tuple[str, str]) -> None:
    """A pipe that closes is no error."""
    done = run_in_shell("history | head -1", folder)
    assert (done.stdout.decode(), done.stderr) == ("Zoë Red (toy)\n", b"")
