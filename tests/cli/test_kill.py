"""Pull the plug anywhere: every acknowledged answer is there, and the interview goes on."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from cli_helpers import run

from interviewer.engine.conversation import Speaker, lines_of
from interviewer.record.draft import Draft
from interviewer.record.facts import Answered
from interviewer.record.library import transcripts
from interviewer.record.reading import Contents, read
from interviewer.record.record import State, fold

START = ["start", "--plain", "--competence", "12", "--length", "short"]
ANSWERS = [
    "group did one thing with the boiler",
    "self did another thing, the second",
    "led the third thing, some of it",
    "it describes the fourth thing that we did there",
    "it explains the fifth thing that we did there",
    "it evaluates the sixth thing that we did there, high",
]
SELF_RATING = "3 and 2"


def typed(answers: list[str], *, rate: bool = True) -> str:
    """What the candidate types: the self-rating, the answers, and Enter at the results."""
    lines = [SELF_RATING] if rate else []
    for answer in answers:
        lines += [answer, ""]
    return "\n".join([*lines, "", ""])


def contents_of(folder: Path) -> Contents:
    """The one transcript in a folder."""
    (summary,) = transcripts(folder)
    return read(summary.path)


def answers_in(contents: Contents) -> list[str]:
    """All answers kept so far."""
    return [item.fact.text for item in contents.stamped if isinstance(item.fact, Answered)]


def acknowledged(whole: Contents, output: str) -> list[str]:
    """The answers after which the interviewer had said more before the plug was pulled."""
    found, rest = [], output
    spoken = itertools.chain.from_iterable(lines_of(item) for item in whole.stamped)
    waiting: list[str] = []
    for line in spoken:
        if line.speaker is Speaker.CANDIDATE:
            waiting.append(line.text)
            continue
        _, said, rest = rest.partition(line.text)
        if not said:
            return found
        found += waiting
        waiting = []
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The same interview with nothing going wrong."""
    folder = tmp_path_factory.mktemp("whole")
    done = run(START, folder, typed(ANSWERS))
    assert done.returncode == 0, done.stderr.decode()
    contents = contents_of(folder)
    assert answers_in(contents) == ANSWERS
    record = fold(contents.stamped)
    assert record is not None
    assert record.state is State.COMPLETE
    return contents


# Facts of the interview above; the fixture's test below keeps this number honest.
FACTS = 26


def test_the_interview_has_as_many_facts_as_are_tried(whole: Contents) -> None:
    """Every fact of the scripted interview has its turn in the test below."""
    assert len(whole.stamped) == FACTS


@pytest.mark.parametrize("at", range(1, FACTS + 1))
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_a_fact_boundary_nothing_acknowledged_is_lost(
    whole: Contents, tmp_path: Path, when: str, at: int
) -> None:
    """SIGKILL just before or after any fact: resume, finish, and find every answer, in order."""
    killed = run(START, tmp_path, typed(ANSWERS), kill_at=f"{when}:{at}")
    assert killed.returncode == -9
    if (when, at) == ("before", 1):  # nothing was said yet, so there is nothing to go on with
        assert all(summary.size == 0 for summary in transcripts(tmp_path))
        assert run(["resume", "--plain"], tmp_path).returncode == 2
        return
    kept = answers_in(contents_of(tmp_path))
    safe = acknowledged(whole, killed.stdout.decode())
    record = fold(contents_of(tmp_path).stamped)
    assert record is not None
    if SELF_RATING in safe:
        assert 12 in record.self_ratings
        safe.remove(SELF_RATING)
    assert kept[: len(safe)] == safe
    if not record.ended:
        rest = typed(ANSWERS[len(kept) :], rate=12 not in record.self_ratings)
        draft = Draft(tmp_path, record.opened.interview).load()
        if draft and draft[1] in rest:  # it is in the box again already: only send it
            rest = rest.replace(draft[1], "", 1)
        again = run(["resume", "--plain"], tmp_path, rest)
        assert again.returncode == 0, again.stderr.decode()
    after = contents_of(tmp_path)
    assert answers_in(after) == ANSWERS
    assert after.whole
    final = fold(after.stamped)
    assert final is not None
    assert final.state is State.COMPLETE
