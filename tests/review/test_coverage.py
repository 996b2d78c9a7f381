"""What of a standard or a pathway the answers bear on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from report_samples import BY_LEVEL, SHIPPED, SKIP, begun, both, hold, record_at, records
from toys import plan, question, tell

from interviewer.domain import (
    Aspect,
    Band,
    Complexity,
    Duty,
    Framework,
    FrameworkHead,
    InterviewerError,
    Ksb,
    Question,
    Responsibility,
)
from interviewer.framework.loader import load
from interviewer.record.record import Record
from interviewer.review.coverage import (
    Coverage,
    KsbResult,
    area_coverage,
    ksb_coverage,
)

HEAD = FrameworkHead(
    id="toy-standard", title="Toy", version="1", source="us", licence="MIT", attribution="Thanks."
)
STANDARD = Framework(
    head=HEAD,
    sha256="",
    ksbs=(
        Ksb(id="K1", kind="knowledge", statement="Knows one.", competences=(1,)),
        Ksb(id="S1", kind="skill", statement="Does one.", competences=(1,)),
        Ksb(id="B1", kind="behaviour", statement="Is like that.", competences=(1,)),
        Ksb(id="K2", kind="knowledge", statement="Knows two.", competences=(2, 1)),
        Ksb(id="S2", kind="skill", statement="Does two.", competences=(2,)),
    ),
    duties=(
        Duty(number=1, statement="The first.", ksbs=("K1", "S1", "B1")),
        Duty(number=2, statement="The second.", ksbs=("K1", "K2", "S2", "K99")),
    ),
)


def bank(*, application: tuple[str, ...] = (), knowledge: tuple[str, ...] = ()) -> list[Question]:
    """The toy questions on competence 1, with the KSBs that each aspect's bear on."""
    listed = {Aspect.APPLICATION: application, Aspect.KNOWLEDGE: knowledge}
    return [
        replace(question(1, aspect, complexity), ksbs=listed[aspect])
        for aspect in Aspect
        for complexity in Complexity
    ]


def ksbs(
    application: int | None, knowledge: int | None, questions: list[Question]
) -> dict[str, KsbResult]:
    """The KSBs after an interview on competence 1 that came to these levels."""
    record = record_at(both(n1=(application, knowledge)))
    return {each.id: each for each in ksb_coverage(record, STANDARD, questions).ksbs}


@pytest.mark.parametrize(
    ("level", "coverage"),
    [
        (None, Coverage.NOT_YET),
        (0, Coverage.NOT_YET),
        (1, Coverage.TOUCHED),
        (2, Coverage.TOUCHED),
        (3, Coverage.EVIDENCED),
        (5, Coverage.EVIDENCED),
    ],
)
def test_a_question_that_lists_it_evidences_a_ksb_from_competent(
    level: int | None, coverage: Coverage
) -> None:
    """1 and 2 touch it; nothing to the point, and nothing rated, do not."""
    found = ksbs(level, None, bank(application=("S1", "K1", "B1")))
    assert {found[each].coverage for each in ("S1", "K1", "B1")} == {coverage}


def test_knowledge_shows_in_either_aspect_and_a_skill_only_in_doing() -> None:
    """A good answer on knowing touches a skill, no more."""
    found = ksbs(None, 4, bank(knowledge=("K1", "S1", "B1")))
    assert found["K1"].coverage is Coverage.EVIDENCED
    assert {found["S1"].coverage, found["B1"].coverage} == {Coverage.TOUCHED}


def test_a_linked_competence_touches_what_nothing_was_asked_about() -> None:
    """From competent on, in the aspect that fits; less is nothing."""
    strong, weak = ksbs(3, None, bank()), ksbs(2, None, bank())
    assert [strong[each].coverage for each in ("S1", "K1", "K2", "S2")] == [
        Coverage.TOUCHED,
        Coverage.TOUCHED,
        Coverage.TOUCHED,
        Coverage.NOT_YET,
    ]
    assert {each.coverage for each in weak.values()} == {Coverage.NOT_YET}
    known = ksbs(None, 3, bank())
    assert (known["K1"].coverage, known["S1"].coverage) == (Coverage.TOUCHED, Coverage.NOT_YET)


def test_where_it_was_asked_the_answer_counts_and_not_the_competence() -> None:
    """Nothing to the point where it was asked: a good rating elsewhere does not make up for it."""
    record = record_at(both(n1=(0, 3)))
    found = ksb_coverage(record, STANDARD, bank(application=("K1",)))
    assert found.ksbs[0].coverage is Coverage.NOT_YET


def test_each_has_its_turns_and_the_best_quote() -> None:
    """All turns of the thread, the probes too, and the words that show most."""
    held = begun(plan(per_aspect=1, aspects=[Aspect.APPLICATION]))
    record = hold(held, ["assisted low", "I led some of the works.", "nothing more"])
    found = ksb_coverage(record, STANDARD, bank(application=("S1",))).ksbs[1]
    assert found.coverage is Coverage.EVIDENCED
    assert found.turns == tuple(turn.number for turn in record.turns if turn.assessment)
    assert len(found.turns) > 1
    assert found.quote is not None
    assert (found.quote.turn, found.quote.text) == (2, "I led some of the works.")


def test_what_is_still_being_talked_about_does_not_count() -> None:
    """Only results that were reached do, as everywhere."""
    held = begun(plan(per_aspect=2))
    held.rate_self(3, 3)
    tell(held, "led some")
    tell(held, "led some")
    found = ksb_coverage(held.record, STANDARD, bank(application=("S1",)))
    assert found.count(Coverage.NOT_YET) == len(STANDARD.ksbs)


def test_duties_count_their_ksbs() -> None:
    """One KSB may stand under several duties; an unknown one under none."""
    record = record_at(both(n1=(3, 1)))
    found = ksb_coverage(record, STANDARD, bank(application=("S1",), knowledge=("K1",)))
    first, second = found.duties
    assert (first.evidenced, first.touched, first.not_yet) == (1, 2, 0)
    assert [each.id for each in second.ksbs] == ["K1", "K2", "S2"]
    assert (second.evidenced, second.touched, second.not_yet) == (0, 2, 1)
    assert [found.count(each) for each in Coverage] == [1, 3, 1]
    assert found.attribution == "Thanks."


@settings(max_examples=50, deadline=None)
@given(records())
def test_every_ksb_stands_once_and_quotes_are_verbatim(record: Record) -> None:
    """What was evidenced or touched has turns; what was not has none."""
    questions = bank(application=("S1", "K1"), knowledge=("K2", "B1"))
    found = ksb_coverage(record, STANDARD, questions)
    assert [each.id for each in found.ksbs] == [each.id for each in STANDARD.ksbs]
    assert sum(found.count(each) for each in Coverage) == len(found.ksbs)
    for each in found.ksbs:
        assert bool(each.turns) == (each.coverage is not Coverage.NOT_YET)
        if each.quote:
            answer = record.turns[each.quote.turn - 1].answer
            assert each.quote.turn in each.turns
            assert answer is not None and each.quote.text in answer


# --- areas ----------------------------------------------------------------------------------------

PATHWAY = Framework(
    head=replace(HEAD, id="toy-path", note="Read with care."),
    sha256="",
    bands=(
        Band(band="6", complexity="Low", reading=False, entry="By door.", qualifications=("A",)),
        Band(band="7", complexity="High", reading=True, entry="By stair.", qualifications=()),
    ),
    responsibilities=(
        Responsibility(area="One", bands={"6": "Helps.", "7": "Leads."}, competences=(1, 2, 3)),
        Responsibility(area="Two", bands={"6": "Same.", "7": "Same."}, competences=(4,)),
    ),
)


@pytest.mark.parametrize(
    ("levels", "coverage"),
    [
        (both(n1=(3, 0)), Coverage.EVIDENCED),
        (both(n2=(4, None)), Coverage.EVIDENCED),
        (both(n3=(5, 5)), Coverage.TOUCHED),
        (both(n1=(2, 5)), Coverage.TOUCHED),
        (both(n1=(0, 1)), Coverage.TOUCHED),
        (both(n1=(0, None)), Coverage.NOT_YET),
        (both(n4=(5, 5)), Coverage.NOT_YET),
    ],
)
def test_an_area_is_evidenced_by_doing_in_the_nearest_competences(
    levels: dict[tuple[int, Aspect], int | None], coverage: Coverage
) -> None:
    """The two nearest, at competent or above; anything rated in a linked one touches it."""
    area = area_coverage(record_at(levels), PATHWAY, "6").areas[0]
    assert area.coverage is coverage
    assert bool(area.turns) == (coverage is not Coverage.NOT_YET)


def test_both_bands_are_told_as_listed() -> None:
    """Text, entry and qualifications of this band and the next, and what is our reading."""
    found = area_coverage(record_at(both(n1=(3, 3))), PATHWAY, "6")
    assert (found.areas[0].text, found.areas[0].next_text) == ("Helps.", "Leads.")
    assert found.band.entry == "By door."
    assert found.next_band is not None and found.next_band.reading
    assert found.areas[0].quotes[0].text == BY_LEVEL[Aspect.APPLICATION][3]
    assert "grades responsibility by band" in found.note
    assert found.source_note == "Read with care."


def test_after_the_last_band_there_is_none() -> None:
    """And nothing is said of one."""
    found = area_coverage(record_at(both(n1=(3, 3))), PATHWAY, "7")
    assert (found.next_band, found.areas[0].next_text) == (None, "")


def test_a_band_that_is_not_there_is_named() -> None:
    """With those that are."""
    with pytest.raises(InterviewerError, match='no band "9"; it has: 6, 7'):
        area_coverage(record_at(both(n1=(3, 3))), PATHWAY, "9")


def test_the_shipped_pathway_ends_at_8d() -> None:
    """Each band but the last has a next, and all ten areas have text for both."""
    pathway = load(SHIPPED, "nhs-pmo")
    record = hold(begun(plan(per_aspect=1)), [SKIP])
    for band in pathway.bands:
        found = area_coverage(record, pathway, band.band)
        assert (found.next_band is None) == (band.band == "8D")
        assert len(found.areas) == 10
        assert all(area.text for area in found.areas)
        assert all(bool(area.next_text) == (band.band != "8D") for area in found.areas)
