"""The report of an open interview and of a saved one are the same, and need no framework files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from toys import ToyReader

from interviewer.engine.plan import Options
from interviewer.record.errors import Damaged, NotFound
from interviewer.record.reading import read
from interviewer.record.record import State
from interviewer.session import Places, Session, saved_report, start

SHIPPED = Path(__file__).parents[1] / "frameworks"


@pytest.fixture
def where(tmp_path: Path) -> Places:
    """The shipped frameworks, and no transcripts yet."""
    return Places(transcripts=tmp_path / "transcripts", frameworks=SHIPPED)


@pytest.fixture
def held(where: Places) -> Iterator[Session]:
    """An open interview whose only competence was gone through."""
    options = Options(profile="pmo-officer", competences=(12,), length="short")
    with start(where, options, "apm-2", lambda _: ToyReader()) as session:
        session.interview.rate_self(3, 3)
        while session.interview.state is not State.REFLECTING:
            session.interview.answer("I ran it, led some. It describes the steps.")
            pending = session.interview.pending()
            assert pending
            session.take(pending, session.read(pending))
        yield session


def test_open_and_saved_are_the_same(held: Session) -> None:
    """Also while it is open, and with the seal of the file as it stands."""
    reported = held.report()
    assert reported == saved_report(held.places, held.id)
    assert reported.trouble == ""
    path = held.places.transcripts / f"{held.id}.jsonl"
    assert reported.report.head.seal == read(path).seal
    assert reported.report.head.framework_title
    assert reported.turns == held.interview.record.turns


def test_the_plan_has_the_frameworks_own_texts(held: Session) -> None:
    """What the next level looks like, actions and a question for each step."""
    plan = held.report().report.plan
    assert plan
    assert all(each.looks_like and each.actions and each.ask_mentor for each in plan)


def test_without_frameworks_only_their_texts_are_missing(held: Session, tmp_path: Path) -> None:
    """The figures are the transcript's; what is missing is said in one line."""
    elsewhere = Places(transcripts=held.places.transcripts, frameworks=tmp_path)
    reported = saved_report(elsewhere, held.id)
    assert reported.trouble.startswith("Some texts are missing from this report: ")
    assert "\n" not in reported.trouble
    assert reported.report.standing == held.report().report.standing
    assert [each.looks_like for each in reported.report.plan] == [""] * len(reported.report.plan)


def test_a_role_described_elsewhere_brings_its_coverage(where: Places) -> None:
    """Statements for the standard, areas for a band; neither for a role with ratings."""
    found = {}
    for role in ("st0310-1.4", "nhs-pmo-band-7", "pmo-officer"):
        options = Options(profile=role, competences=(12,), length="short")
        with start(where, options, "apm-2", lambda _: ToyReader()) as session:
            report = session.report().report
            found[role] = (report.ksbs is not None, report.areas is not None)
    assert found == {
        "st0310-1.4": (True, False),
        "nhs-pmo-band-7": (False, True),
        "pmo-officer": (False, False),
    }


def test_a_torn_last_line_is_no_damage(held: Session) -> None:
    """A crash in the middle of a write takes nothing from what was said before."""
    before = held.report().report.standing
    with (held.places.transcripts / f"{held.id}.jsonl").open("ab") as file:
        file.write(b'{"v":1,"seq"')
    assert saved_report(held.places, held.id).report.standing == before


@pytest.mark.parametrize("content", [b"", b"rubbish\n", b"[1]\n{}\n"], ids=["empty", "no", "json"])
def test_what_is_no_interview_has_no_report(where: Places, content: bytes) -> None:
    """It is said in a sentence, whatever the file holds."""
    where.transcripts.mkdir()
    (where.transcripts / "20260101-000000-abcd.jsonl").write_bytes(content)
    with pytest.raises(Damaged, match="There is no report on 20260101-000000-abcd"):
        saved_report(where, "20260101-000000-abcd")


def test_an_unknown_interview_has_no_report(where: Places) -> None:
    """As elsewhere."""
    where.transcripts.mkdir()
    with pytest.raises(NotFound):
        saved_report(where, "nosuch")
