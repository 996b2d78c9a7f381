"""Attempts over time, what is due, how far a role is covered, and what to do next."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from interviewer.domain import Aspect, Confidence, Requirement
from interviewer.record.index_rows import InterviewRow, RatingRow
from interviewer.review.history import (
    WEEKS_LARGE,
    WEEKS_SMALL,
    Against,
    Trend,
    biggest_gap,
    day_of,
    due,
    history,
    latest,
    open_gaps,
    reassessments,
    trend,
)
from interviewer.review.history_text import MAX_TOLD, history_json, history_lines
from interviewer.review.role_coverage import Covered, role_coverage
from interviewer.review.standing import Gap
from interviewer.review.what_next import What, what_next

DOING, KNOWING = Aspect.APPLICATION, Aspect.KNOWLEDGE
START = date(2026, 3, 2)


def rating(
    days: int, level: int | None, competence: int = 4, aspect: Aspect = DOING, **changes: Any
) -> RatingRow:
    """What an aspect of a competence came to, some days after START; the role asks for 3."""
    at = f"{START + timedelta(days=days)}T10:00:00.000Z"
    row = RatingRow(
        interview=f"on-{days}",
        candidate="Zoë",
        person="zoë",
        framework="apm-2",
        profile="pmo-officer",
        mode="practice",
        last_at=at,
        competence=competence,
        title={4: "Risk", 7: "Scope"}.get(competence, ""),
        aspect=aspect,
        rating=level,
        low=level,
        high=level,
        self_rating=None,
        required=3,
        next_required=None,
        aim=None,
        confidence=Confidence.MEDIUM if level is not None else None,
        misread=0,
        at=at,
    )
    return replace(row, **changes)


def later(weeks: int, days: int = 0) -> date:
    """A day some weeks after START."""
    return START + timedelta(weeks=weeks, days=days)


# --- attempts in time ---


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ([], Trend.TOO_FEW),
        ([3], Trend.TOO_FEW),
        ([None, 3, None], Trend.TOO_FEW),
        ([2, 3], Trend.UP),
        ([3, 2], Trend.DOWN),
        ([2, 2], Trend.LEVEL),
        ([1, 5, 4], Trend.DOWN),
        ([2, None, 3], Trend.UP),
        ([0, 1], Trend.UP),
    ],
)
def test_a_trend_is_from_the_last_rating_but_one(
    ratings: list[int | None], expected: Trend
) -> None:
    """What was not rated is neither a fall nor a level."""
    assert trend(ratings) is expected


def test_attempts_are_told_by_aspect_and_in_time() -> None:
    """Whatever the order in which the rows come."""
    rows = [rating(9, 3), rating(0, 2), rating(5, None), rating(5, 1, aspect=KNOWING),
            rating(0, 4, competence=2)]  # fmt: skip
    (found,) = history(rows)
    told = [(each.competence, each.aspect, [r.rating for r in each.attempts], each.trend)
            for each in found.aspects]  # fmt: skip
    assert told == [
        (2, DOING, [4], Trend.TOO_FEW),
        (4, DOING, [2, None, 3], Trend.UP),
        (4, KNOWING, [1], Trend.TOO_FEW),
    ]
    assert found.aspects[1].latest == rows[0]
    assert [(point.day, point.level) for point in found.aspects[1].points] == [
        (START, 2), (later(0, 5), None), (later(0, 9), 3),
    ]  # fmt: skip


def test_candidates_and_frameworks_are_kept_apart() -> None:
    """The name is told as it was typed last."""
    rows = [rating(0, 2), rating(1, 3, candidate="ZOË"), rating(2, 3, framework="toy"),
            rating(3, 3, candidate="", person="")]  # fmt: skip
    found = history(rows)
    assert [(each.person, each.framework) for each in found] == [
        ("", "apm-2"), ("zoë", "apm-2"), ("zoë", "toy"),
    ]  # fmt: skip
    assert found[1].candidate == "ZOË"
    assert [len(each.aspects[0].attempts) for each in found] == [1, 2, 1]


def test_the_latest_standing_is_the_latest_that_was_rated() -> None:
    """An attempt that was not rated takes nothing away."""
    rows = [rating(0, 2), rating(5, 3), rating(9, None), rating(1, 1, aspect=KNOWING),
            rating(1, None, competence=7)]  # fmt: skip
    (found,) = latest(rows)
    assert (found.competence, found.title) == (4, "Risk")
    assert [(row.aspect, row.rating) for row in found.aspects] == [(DOING, 3), (KNOWING, 1)]


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-03-02T10:00:00.000Z", START),
        ("2026-03-03T00:30:00+01:00", START),
        ("", None),
        ("soon", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_a_day_is_in_utc_or_not_at_all(at: str, day: date | None) -> None:
    """Times in a file may be anything."""
    assert day_of(at) == day


# --- gaps and dates ---


@pytest.mark.parametrize(
    ("level", "weeks", "size"),
    [(2, WEEKS_SMALL, Gap.SMALL), (1, WEEKS_LARGE, Gap.LARGE), (0, WEEKS_LARGE, Gap.LARGE)],
)
def test_a_gap_is_due_after_its_weeks(level: int, weeks: int, size: Gap) -> None:
    """On the day itself, and not the day before."""
    rows = [rating(0, level)]
    assert due(rows, later(weeks, -1)) == ()
    (item,) = due(rows, later(weeks))
    assert (item.on, item.open.size, item.open.against) == (later(weeks), size, Against.ROLE)
    assert reassessments(rows) == (item,)


def test_the_weeks_count_from_the_last_fact_of_the_interview() -> None:
    """Which may be days after the rating."""
    (item,) = reassessments([rating(0, 2, last_at="2026-03-09T08:00:00.000Z")])
    assert item.on == date(2026, 3, 9) + timedelta(weeks=6)


@pytest.mark.parametrize(
    "row", [rating(0, 3), rating(0, 4), rating(0, None), rating(0, 1, required=None)]
)
def test_without_a_gap_nothing_is_due(row: RatingRow) -> None:
    """Nor where nothing was rated, or nothing is asked for."""
    assert due([row], later(500)) == ()
    assert biggest_gap([row]) is None


def test_what_was_rated_again_is_not_due() -> None:
    """Unless the later rating leaves a gap of its own; one that failed settles nothing."""
    first = rating(0, 2)
    assert due([first, rating(10, 3)], later(100)) == ()
    (item,) = due([first, rating(10, 1)], later(100))
    assert item.on == later(WEEKS_LARGE, 10)
    (item,) = due([first, rating(10, None)], later(100))
    assert item.open.row == first
    (item,) = due([first, rating(10, 3, aspect=KNOWING)], later(100))
    assert item.open.row == first


def test_another_candidates_rating_settles_nothing() -> None:
    """Nor one under another framework."""
    rows = [rating(0, 2), rating(9, 3, person="adam"), rating(9, 3, framework="toy")]
    assert [item.open.row for item in due(rows, later(100))] == rows[:1]


def test_where_no_rating_is_asked_for_the_aim_counts() -> None:
    """A band or a standard has no ratings, but a level that its questions aim at."""
    (gap,) = open_gaps([rating(0, 2, required=None, aim=4)])
    assert (gap.gap, gap.asked, gap.against) == (2, 4, Against.AIM)
    assert open_gaps([rating(0, 3, required=3, aim=4)]) == ()


def test_what_the_next_role_asks_for_counts_where_this_one_is_met() -> None:
    """And comes after all that this one asks for."""
    now = rating(0, 2, competence=7, next_required=5)
    after = rating(0, 3, next_required=5)
    gaps = open_gaps([after, now])
    assert [(gap.row, gap.gap, gap.against) for gap in gaps] == [
        (now, 1, Against.ROLE), (after, 2, Against.NEXT),
    ]  # fmt: skip


def test_the_biggest_gap_is_the_largest_where_most_is_asked_for() -> None:
    """As it stands: earlier ratings do not count."""
    rows = [
        rating(0, 0),
        rating(1, 2),
        rating(1, 1, competence=7),
        rating(1, 2, competence=9, required=4),
    ]
    biggest = biggest_gap(rows)
    assert biggest is not None
    assert (biggest.row.competence, biggest.gap) == (9, 2)


def test_a_time_that_is_none_is_never_due() -> None:
    """And a year that is out of reach keeps nothing else from being told."""
    rows = [rating(0, 2, last_at="never"), rating(0, 2, competence=7),
            rating(0, 1, competence=9, last_at="9999-12-30T00:00:00Z")]  # fmt: skip
    assert [item.open.row.competence for item in due(rows, date.max)] == [7]
    assert len(open_gaps(rows)) == 3


# --- a role ---


TITLES = {4: "Risk", 7: "Scope", 9: "Quality"}


def asks(number: int, application: int | None, knowledge: int | None) -> Requirement:
    """What a role asks for in one competence."""
    return Requirement(competence=number, application=application, knowledge=knowledge)


def test_each_aspect_of_a_role_is_covered_or_not() -> None:
    """By the latest rating; what is not asked for is left out."""
    rows = [rating(0, 1), rating(5, 3), rating(5, 2, aspect=KNOWING),
            rating(5, 1, competence=7), rating(5, None, competence=7, aspect=KNOWING)]  # fmt: skip
    found = role_coverage(rows, [asks(4, 3, 3), asks(7, 3, 2), asks(9, 1, None)], TITLES)
    assert [(item.title, item.aspect, item.rating, item.covered) for item in found.items] == [
        ("Risk", DOING, 3, Covered.MET),
        ("Risk", KNOWING, 2, Covered.SMALL),
        ("Scope", DOING, 1, Covered.LARGE),
        ("Scope", KNOWING, None, Covered.NOT_RATED),
        ("Quality", DOING, None, Covered.NOT_TRIED),
    ]
    assert found.count(Covered.SMALL, Covered.LARGE) == 2
    assert found.count(*Covered) == 5


def test_a_role_without_ratings_is_covered_by_its_aim() -> None:
    """Or, without one, by having been rated at all."""
    wanted = [asks(4, None, None)]
    rows = [rating(0, 2)]
    doing, knowing = role_coverage(rows, wanted, TITLES, aim=3).items
    assert (doing.asked, doing.covered, knowing.covered) == (3, Covered.SMALL, Covered.NOT_TRIED)
    (only,) = role_coverage(rows, wanted, {}, aspects=(DOING,)).items
    assert (only.title, only.asked, only.covered) == ("", None, Covered.RATED)


# --- what to do next ---


def unfinished(**changes: Any) -> InterviewRow:
    """An interview that can be gone on with."""
    row = InterviewRow(
        id="open-1", profile_title="PMO Officer", started="2026-03-02T10:00:00.000Z",
        planned=5, done=2,
    )  # fmt: skip
    return replace(row, **changes)


def test_what_to_do_next_is_a_line_each() -> None:
    """What to continue, what is due, and the biggest gap."""
    rows = [rating(0, 2), rating(0, 1, competence=7), rating(0, 2, aspect=KNOWING)]
    found = what_next([unfinished()], rows, later(20))
    assert [item.what for item in found] == [What.CONTINUE, What.DUE, What.GAP]
    assert [item.text for item in found] == [
        "Go on with PMO Officer, begun on 2 Mar 2026: 2 of 5 competences done.",
        "Due again: Risk (application) since 13 Apr 2026, and 2 more.",
        "Biggest gap: Scope (application), rated 1 and the role asks for 3.",
    ]
    assert [(item.interview, item.competence, item.aspect) for item in found] == [
        ("open-1", None, None), (None, 4, DOING), (None, 7, DOING),
    ]  # fmt: skip


def test_there_may_be_nothing_to_do() -> None:
    """Nothing was begun, or all is done; what is damaged can't be gone on with."""
    assert what_next([], [], START) == ()
    ended = [unfinished(state="complete"), unfinished(state="withdrawn"), unfinished(damaged=True)]
    assert what_next(ended, [rating(0, 3)], later(100)) == ()


def test_the_newest_unfinished_interview_is_gone_on_with() -> None:
    """The others can be found in the list."""
    rows = [unfinished(state="complete"), unfinished(id="open-2", planned=1, done=0), unfinished()]
    (item,) = what_next(rows, [], START)
    assert item.interview == "open-2"
    assert item.text.endswith("0 of 1 competence done.")


def test_hostile_titles_are_only_text() -> None:
    """No line has a control code or a second line in it."""
    evil = "\x1b[31mRed\nTwo\u202e"
    rows = [rating(0, 1, title=evil, candidate=evil, framework=evil)]
    found = what_next([unfinished(profile_title=evil, started=evil)], rows, later(20))
    lines = [item.text for item in found] + list(history_lines(history(rows), later(20)))
    assert len(found) == 3
    for line in lines:
        assert line.isprintable()
    assert sum("Red Two" in line for line in lines) >= 5


# --- as text and as data ---


def test_the_history_is_told_in_lines() -> None:
    """By candidate, competence and aspect, then what is due."""
    rows = [rating(0, 2), rating(7, None), rating(14, 1), rating(0, 3, aspect=KNOWING),
            rating(0, 3, candidate="", person="", competence=9)]  # fmt: skip
    assert list(history_lines(history(rows), later(100))) == [
        "Not named (apm-2)",
        "  Competence 9",
        "    Application: 3 on 2 Mar 2026.",
        "",
        "Zoë (apm-2)",
        "  Risk",
        "    Application: 2 on 2 Mar 2026, then not rated on 9 Mar 2026, then 1 on 16 Mar 2026."
        " Down since the time before.",
        "    Knowledge: 3 on 2 Mar 2026.",
        "  Due again since 8 Jun 2026: Risk (application), rated 1 and the role asks for 3.",
    ]


def test_a_long_history_is_told_in_short() -> None:
    """The latest attempts, and how many there were before."""
    rows = [rating(day, 3) for day in range(MAX_TOLD + 4)]
    (line,) = [line for line in history_lines(history(rows), START) if "Application" in line]
    assert line.count("Mar 2026") == MAX_TOLD
    assert "(4 before that.) The same as the time before." in line


def test_the_history_as_data_has_each_attempt_and_gap() -> None:
    """What is due is among the gaps."""
    rows = [rating(0, 2, self_rating=4), rating(0, 1, competence=7)]
    (value,) = history_json(history(rows), later(WEEKS_SMALL))
    assert (value["candidate"], value["framework"]) == ("Zoë", "apm-2")
    (attempt,) = value["aspects"][0]["attempts"]
    assert (attempt["id"], attempt["assessed"], attempt["span"], attempt["self"]) == (
        "on-0", 2, [2, 2], 4,
    )  # fmt: skip
    assert [(item["competence"], item["reassess_on"]) for item in value["due"]] == [
        (4, "2026-04-13")
    ]
    assert [(item["competence"], item["size"], item["against"]) for item in value["gaps"]] == [
        (7, "large", "role"), (4, "small", "role"),
    ]  # fmt: skip


def test_the_dates_agree_with_those_of_the_plan(tmp_path: Path) -> None:
    """What the plan says about when to look again is what becomes due."""
    from toys import interview, plan, tell

    from interviewer.record.facts import Opened
    from interviewer.record.index import Index
    from interviewer.record.transcript import Transcript
    from interviewer.review.development import plan as development_plan

    talk = interview(plan(numbers=(1, 2), per_aspect=1))
    answers = {DOING: "assisted", KNOWING: "aware"}
    while not talk.record.ended:
        match str(talk.state):
            case "self_rating":
                talk.rate_self(3, 3)
            case "reflecting":
                talk.go_on()
            case _:
                turn = talk.record.turn
                assert turn is not None
                tell(talk, answers[turn.aspect])
    first, *rest = (item.fact for item in talk.stamped)
    assert isinstance(first, Opened)
    with Transcript.create(tmp_path / "transcripts", first) as transcript:
        for fact in rest:
            transcript.append(fact, durable=False)
        stamped = transcript.stamped
    with Index.open(tmp_path / "transcripts", tmp_path / "cache") as index:
        index.refresh()
        found = reassessments(index.ratings())
    record = replace(talk.record, last_at=stamped[-1].at)
    planned = {
        (item.competence, item.aspect): item.reassess_on for item in development_plan(record, {})
    }
    dates = {(item.open.row.competence, item.open.row.aspect): item.on for item in found}
    assert planned and planned.items() <= dates.items()
    assert len(set(dates.values())) == 2
