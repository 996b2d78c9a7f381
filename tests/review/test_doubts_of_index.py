"""The index counts the same doubts as the review does, and knows what is due."""

from __future__ import annotations

import shutil
from pathlib import Path

from desk_samples import clock, desk, held, reviewed
from exam_toys import saved

from interviewer.domain import Aspect
from interviewer.record import facts
from interviewer.record.index import Index
from interviewer.record.index_rows import InterviewRow
from interviewer.record.reading import read
from interviewer.record.record import fold
from interviewer.record.reviewed import Status
from interviewer.record.transcript import Transcript
from interviewer.review import moderation
from interviewer.review.doubts import doubts, next_doubtful_turn

SAMPLES = Path(__file__).resolve().parents[2] / "transcripts" / "samples"


def row(folder: Path) -> InterviewRow:
    """The one row of a new index."""
    with Index.open(folder, folder / "cache") as index:
        index.refresh()
        (found,) = index.interviews()
    return found


def counted(path: Path) -> int:
    """What ``doubts`` counts."""
    record = fold(read(path).stamped)
    assert record
    return sum(not each.settled for each in doubts(record))


def test_status_actions_and_due_day(tmp_path: Path) -> None:
    """New, in review, signed; what was done is not due."""
    now = clock()
    held(tmp_path, now=now)
    assert (row(tmp_path).status, row(tmp_path).due) == (Status.NEW, "")
    with desk(tmp_path, now=now) as open_:
        for day in ("2026-12-24", "2026-12-01", None):
            open_.make(lambda r, _, day=day: moderation.set_action(r, "Mo", "Do it", day))
        found = row(tmp_path)
        assert (found.status, found.open_actions, found.due) == (
            Status.IN_REVIEW,
            3,
            "2026-12-01",
        )
        assert found.mentors == "Mo"
        open_.make(lambda r, _: moderation.action_done(r, "Mo", 2))
        assert (row(tmp_path).open_actions, row(tmp_path).due) == (2, "2026-12-24")


def test_a_signed_one(tmp_path: Path) -> None:
    """As the fold has it."""
    reviewed(tmp_path)
    assert row(tmp_path).status is Status.SIGNED


def test_the_same_doubts_as_the_review_finds(tmp_path: Path) -> None:
    """Misread, settled by a mentor, answered again since: after each fact the counts agree."""
    now = clock()
    path = held(tmp_path, ended=False, now=now)
    told = [
        facts.Misread(competence=4, aspect=Aspect.KNOWLEDGE, reason="I said why."),
        facts.Moderated(
            mentor="Mo",
            competence=4,
            aspect=Aspect.KNOWLEDGE,
            turn=3,
            answer=11,
            rating=4,
            agrees=False,
            assessed=3,
            reason="Said why.",
        ),
        facts.Answered(turn=3, text="Once more."),
        facts.SelfRated(competence=4, application=0, knowledge=5, text="0 and 5"),
    ]
    found = [counted(path)]
    assert row(tmp_path).doubtful == found[-1]
    with Transcript.open(tmp_path, path.stem, now=now) as transcript:
        for fact in told:
            transcript.append(fact)
            found.append(counted(path))
            assert row(tmp_path).doubtful == found[-1]
    assert found == [0, 1, 0, 1, 2]


def test_the_same_doubts_in_a_mock_assessment(tmp_path: Path) -> None:
    """By answer: those that were read with low confidence or not at all, until a mentor judged."""
    for name in ("weak", "pass", "distinction"):
        folder = tmp_path / name
        folder.mkdir()
        path = folder / f"mock-exam-{name}.jsonl"
        shutil.copy(SAMPLES / path.name, path)
        before = counted(path)
        assert row(folder).doubtful == before > 0
        record = fold(read(path).stamped)
        assert record
        turn = doubts(record)[0].turns[0]
        assert next_doubtful_turn(record, 0) == turn
        with desk(folder, path.stem) as open_:
            open_.make(lambda r, _, turn=turn: moderation.moderate_turn(r, "Mo", turn, None))
        assert row(folder).doubtful == counted(path) == before - 1


def test_an_answer_that_could_not_be_read_is_in_doubt(tmp_path: Path) -> None:
    """Until it is read; a piece of the portfolio is never."""
    path = saved(tmp_path)
    assert row(tmp_path).doubtful == counted(path) == 0
    lines = [item.fact for item in read(path).stamped]
    first = next(at for at, fact in enumerate(lines) if isinstance(fact, facts.Assessed))
    failed = facts.AssessmentFailed(turn=1, answer=lines[first].answer, reason="no")
    other = tmp_path / "other"
    with Transcript.create(other, lines[0], now=clock()) as transcript:
        for fact in [*lines[1:first], failed]:
            transcript.append(fact, durable=False)
    assert row(other).doubtful == counted(transcript.path) == 1
