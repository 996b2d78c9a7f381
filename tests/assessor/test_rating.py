"""The table: one test for each of its cells, and what it says is missing."""

from __future__ import annotations

import pytest

from interviewer.assessor.evidence import Shown
from interviewer.assessor.rating import rate
from interviewer.domain import Aspect, Autonomy, Complexity, Knowing, Missing

LOW, SOME, HIGH = Complexity.LOW, Complexity.SOME, Complexity.HIGH
A, K = Autonomy, Knowing

APPLICATION = [
    *[(None, complexity, 1, (1, 1)) for complexity in (None, LOW, SOME, HIGH)],
    *[(A.ASSISTED, complexity, 2, (2, 2)) for complexity in (None, LOW, SOME, HIGH)],
    (A.LED, LOW, 3, (2, 3)),
    (A.LED, None, 3, (3, 3)),
    (A.LED, SOME, 3, (3, 3)),
    (A.LED, HIGH, 3, (3, 4)),
    (A.SUPERVISED, LOW, 3, (3, 3)),
    (A.SUPERVISED, None, 3, (3, 4)),
    (A.SUPERVISED, SOME, 3, (3, 4)),
    (A.SUPERVISED, HIGH, 4, (4, 4)),
    (A.SOUGHT, LOW, 3, (3, 3)),
    (A.SOUGHT, None, 3, (3, 4)),
    (A.SOUGHT, SOME, 3, (3, 4)),
    (A.SOUGHT, HIGH, 5, (5, 5)),
]

KNOWLEDGE = [
    *[(None, complexity, 1, (1, 1)) for complexity in (None, LOW, SOME, HIGH)],
    *[(K.AWARE, complexity, 1, (1, 1)) for complexity in (None, LOW, SOME, HIGH)],
    *[(K.DESCRIBES, complexity, 2, (2, 2)) for complexity in (None, LOW, SOME, HIGH)],
    *[(K.EXPLAINS, complexity, 3, (3, 3)) for complexity in (None, LOW, SOME, HIGH)],
    (K.EVALUATES, None, 3, (3, 4)),
    (K.EVALUATES, LOW, 3, (3, 4)),
    (K.EVALUATES, SOME, 3, (3, 4)),
    (K.EVALUATES, HIGH, 4, (4, 4)),
    *[(K.ORIGINATES, complexity, 5, (4, 5)) for complexity in (None, LOW, SOME)],
    (K.ORIGINATES, HIGH, 5, (5, 5)),
]


def done(autonomy: Autonomy | None, complexity: Complexity | None, **more: bool) -> Shown:
    """Something of one's own that was done."""
    given = {"relevant": True, "real": True, "own": True, **more}
    return Shown(autonomy=autonomy, complexity=complexity, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("autonomy", "complexity", "level", "span"),
    APPLICATION,
    ids=[
        f"{autonomy or 'none'}-{complexity or 'unknown'}"
        for autonomy, complexity, *_ in APPLICATION
    ],
)
def test_application(
    autonomy: Autonomy | None, complexity: Complexity | None, level: int, span: tuple[int, int]
) -> None:
    """Each autonomy in each complexity has the level and the span of the design's table."""
    verdict = rate(Aspect.APPLICATION, done(autonomy, complexity))
    assert (verdict.level, verdict.span) == (level, span)


@pytest.mark.parametrize(
    ("knowing", "complexity", "level", "span"),
    KNOWLEDGE,
    ids=[f"{knowing or 'none'}-{complexity or 'unknown'}" for knowing, complexity, *_ in KNOWLEDGE],
)
def test_knowledge(
    knowing: Knowing | None, complexity: Complexity | None, level: int, span: tuple[int, int]
) -> None:
    """Each knowing in each context has the level and the span of the table."""
    shown = Shown(relevant=True, knowledge=knowing, complexity=complexity)
    verdict = rate(Aspect.KNOWLEDGE, shown)
    assert (verdict.level, verdict.span) == (level, span)


@pytest.mark.parametrize("aspect", Aspect)
def test_nothing_relevant_is_not_demonstrated(aspect: Aspect) -> None:
    """Nothing relevant is 0 and not 1, and something is still missing."""
    verdict = rate(aspect, Shown())
    assert (verdict.level, verdict.span) == (0, (0, 0))
    assert verdict.missing


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        (done(None, None, real=False, own=False), Missing.OCCASION),
        (done(None, None, own=False, group=True), Missing.OWN_PART),
        (done(A.ASSISTED, LOW, own=False, group=True), Missing.OWN_PART),
        (done(None, LOW), Missing.LED),
        (done(A.ASSISTED, LOW), Missing.LED),
        (done(A.LED, None), Missing.COMPLEXITY),
        (done(A.LED, LOW), Missing.HARD_CONTEXT),
        (done(A.LED, HIGH), Missing.SUPERVISED),
        (done(A.SUPERVISED, SOME), Missing.COMPLEXITY),
        (done(A.SUPERVISED, LOW), Missing.HARD_CONTEXT),
        (done(A.SUPERVISED, HIGH), Missing.SOUGHT),
    ],
)
def test_what_could_change_the_rating_comes_first(shown: Shown, first: Missing) -> None:
    """The first thing missing is the one that could change the rating as it stands."""
    assert rate(Aspect.APPLICATION, shown).missing[0] is first


def test_we_widens_the_span_and_does_not_lower_the_level() -> None:
    """An answer told as "we" may be more than it shows."""
    alone = rate(Aspect.APPLICATION, done(A.ASSISTED, LOW))
    together = rate(Aspect.APPLICATION, done(A.ASSISTED, LOW, own=False, group=True))
    assert together.level == alone.level
    assert together.span == (2, 3)


@pytest.mark.parametrize(
    ("knowing", "complexity", "expected"),
    [
        (K.AWARE, None, (Missing.DESCRIBES,)),
        (K.DESCRIBES, None, (Missing.EXPLAINS,)),
        (K.EXPLAINS, None, (Missing.EVALUATES,)),
        (K.EVALUATES, None, (Missing.HARD_CONTEXT, Missing.ORIGINATES)),
        (K.EVALUATES, HIGH, (Missing.ORIGINATES,)),
        (K.ORIGINATES, HIGH, ()),
    ],
)
def test_what_knowledge_is_missing(
    knowing: Knowing, complexity: Complexity | None, expected: tuple[Missing, ...]
) -> None:
    """The next depth is missing, after the context that could raise what was shown."""
    shown = Shown(relevant=True, knowledge=knowing, complexity=complexity)
    assert rate(Aspect.KNOWLEDGE, shown).missing == expected


def test_the_highest_rating_misses_nothing() -> None:
    """At 5 there is nothing more to ask."""
    assert rate(Aspect.APPLICATION, done(A.SOUGHT, HIGH)).missing == ()
