"""What of a standard or a career pathway the answers bear on: a pure view of the record.

An occupational standard has KSBs (knowledge, skills, behaviours), and each question of the bank
says on which it bears. A career pathway has areas of responsibility, linked to competences. Neither
rates application and knowledge, so nothing here says that somebody meets them: only which were
evidenced by what was said, which were touched, and which have still to be talked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from interviewer.assessor.assess import combine
from interviewer.domain import (
    Act,
    Aspect,
    Band,
    Duty,
    Framework,
    InterviewerError,
    Ksb,
    Question,
    Responsibility,
    Value,
)
from interviewer.record.record import Record, Turn
from interviewer.review.results import Quote
from interviewer.review.standing import rated_turns, strongest_quote

EVIDENCED_FROM = 3  # competent: on one's own, or able to say why
TOUCHED_FROM = 1  # 0 is "not demonstrated": nothing to the point was said
NEAREST = 2  # of the competences linked to an area, those that can evidence it

KSB_NOTE = (
    "Which answer bears on which knowledge, skill or behaviour is our judgement, not that of "
    "those who publish the standard."
)
AREA_NOTE = (
    "The NHS framework grades responsibility by band; it does not rate knowledge and application. "
    "So this shows which areas your answers bear on, and not whether they come up to the band. "
    "Which competences belong to which area is our judgement."
)
KNOWLEDGE_KIND = "knowledge"


class Coverage(StrEnum):
    """How far something was talked about."""

    EVIDENCED = "evidenced"
    TOUCHED = "touched"
    NOT_YET = "not yet"


class KsbResult(Value, frozen=True, kw_only=True):
    """One statement of the standard, the turns that bear on it, and the best of what was said."""

    id: str
    kind: str
    statement: str
    coverage: Coverage
    turns: tuple[int, ...] = ()
    quote: Quote | None = None


class DutyResult(Value, frozen=True, kw_only=True):
    """One duty with its KSBs, and how many of them stand how."""

    number: int
    statement: str
    ksbs: tuple[KsbResult, ...]
    evidenced: int
    touched: int
    not_yet: int


class KsbCoverage(Value, frozen=True, kw_only=True):
    """A standard, KSB by KSB and duty by duty. ``attribution`` must stand wherever it is shown."""

    title: str
    version: str
    ksbs: tuple[KsbResult, ...]
    duties: tuple[DutyResult, ...]
    note: str = KSB_NOTE
    attribution: str = ""

    def count(self, coverage: Coverage) -> int:
        """How many KSBs stand like that."""
        return _count(self.ksbs, coverage)


class AreaResult(Value, frozen=True, kw_only=True):
    """One area: what this band and the next do in it (empty: nothing, or there is no next)."""

    area: str
    text: str
    next_text: str
    coverage: Coverage
    turns: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()


class AreaCoverage(Value, frozen=True, kw_only=True):
    """A band of a pathway, area by area, with its entry route and qualifications, and the next.

    ``source_note`` is what the pathway's own file says about how it was read.
    """

    title: str
    version: str
    band: Band
    next_band: Band | None
    areas: tuple[AreaResult, ...]
    note: str = AREA_NOTE
    source_note: str = ""

    def count(self, coverage: Coverage) -> int:
        """How many areas stand like that."""
        return _count(self.areas, coverage)


def _count(found: Iterable[KsbResult | AreaResult], coverage: Coverage) -> int:
    return sum(each.coverage is coverage for each in found)


# --- a standard -----------------------------------------------------------------------------------


class _Thread(Value, frozen=True, kw_only=True):
    """The turns on one question, read and rated, and the KSBs that the question bears on."""

    aspect: Aspect
    level: int
    turns: tuple[Turn, ...]
    ksbs: tuple[str, ...]


def ksb_coverage(record: Record, standard: Framework, questions: Iterable[Question]) -> KsbCoverage:
    """How far the answers bear on each KSB of ``standard``.

    Args:
        questions: the bank that the interview was asked from; one that has gone since bears on
            nothing.
    """
    bank = {each.id: each.ksbs for each in questions}
    threads = tuple(_threads(record, bank))
    results = {ksb.id: _ksb(ksb, threads, record) for ksb in standard.ksbs}
    return KsbCoverage(
        title=standard.head.title,
        version=standard.head.version,
        ksbs=tuple(results.values()),
        duties=tuple(_duty(each, results) for each in standard.duties),
        attribution=standard.head.attribution,
    )


def _threads(record: Record, bank: Mapping[str, tuple[str, ...]]) -> Iterator[_Thread]:
    """What was rated in the competences whose results were reached; the rest is still open."""
    for head in record.turns:
        if head.is_probe or head.competence not in record.reflected:
            continue
        turns = tuple(turn for turn in record.thread(head.number) if _rated(turn))
        read = [turn.assessment for turn in turns if turn.assessment]
        if read:
            level = combine(read, head.aspect).level
            ksbs = bank.get(head.question_id, ())
            yield _Thread(aspect=head.aspect, level=level, turns=turns, ksbs=ksbs)


def _rated(turn: Turn) -> bool:
    read = turn.assessment
    return read is not None and read.act is Act.ANSWER and read.rating is not None


def _ksb(ksb: Ksb, threads: Sequence[_Thread], record: Record) -> KsbResult:
    """What was asked about it goes before what was said near it."""
    asked = [each for each in threads if ksb.id in each.ksbs]
    fitting = [each for each in asked if _fits(ksb, each.aspect)]
    evidenced = [each for each in fitting if each.level >= EVIDENCED_FROM]
    if evidenced:
        return _ksb_result(ksb, Coverage.EVIDENCED, evidenced)
    touched = [each for each in asked if each.level >= TOUCHED_FROM]
    if not asked:
        touched = list(_nearby(ksb, record))
    if touched:
        return _ksb_result(ksb, Coverage.TOUCHED, touched)
    return _ksb_result(ksb, Coverage.NOT_YET, ())


def _fits(ksb: Ksb, aspect: Aspect) -> bool:
    """Knowledge shows in doing too; a skill or behaviour shows only there."""
    return ksb.kind == KNOWLEDGE_KIND or aspect is Aspect.APPLICATION


def _nearby(ksb: Ksb, record: Record) -> Iterator[_Thread]:
    """What led to good ratings in the competences linked to a KSB that nothing was asked about."""
    for number in ksb.competences:
        for aspect in record.opened.aspects:
            rated = record.ratings.get((number, aspect))
            if rated and (rated.rating or 0) >= EVIDENCED_FROM and _fits(ksb, aspect):
                turns = rated_turns(record, number, aspect)
                yield _Thread(aspect=aspect, level=rated.rating or 0, turns=turns, ksbs=())


def _ksb_result(ksb: Ksb, coverage: Coverage, threads: Sequence[_Thread]) -> KsbResult:
    best = sorted(threads, key=lambda each: -each.level)
    quotes = (strongest_quote(each.turns, each.aspect) for each in best)
    return KsbResult(
        id=ksb.id,
        kind=ksb.kind,
        statement=ksb.statement,
        coverage=coverage,
        turns=tuple(sorted({turn.number for each in threads for turn in each.turns})),
        quote=next((quote for quote in quotes if quote), None),
    )


def _duty(duty: Duty, results: Mapping[str, KsbResult]) -> DutyResult:
    ksbs = tuple(results[each] for each in duty.ksbs if each in results)
    return DutyResult(
        number=duty.number,
        statement=duty.statement,
        ksbs=ksbs,
        evidenced=_count(ksbs, Coverage.EVIDENCED),
        touched=_count(ksbs, Coverage.TOUCHED),
        not_yet=_count(ksbs, Coverage.NOT_YET),
    )


# --- a career pathway -----------------------------------------------------------------------------


def area_coverage(record: Record, pathway: Framework, band: str) -> AreaCoverage:
    """How far the answers bear on what ``band`` does in each area of ``pathway``.

    Raises:
        InterviewerError: the pathway has no such band.
    """
    names = [each.band for each in pathway.bands]
    if band not in names:
        raise InterviewerError(
            f'Framework {pathway.head.id} has no band "{band}"; it has: {", ".join(names)}.'
        )
    here = names.index(band)
    after = pathway.bands[here + 1] if here + 1 < len(names) else None
    return AreaCoverage(
        title=pathway.head.title,
        version=pathway.head.version,
        band=pathway.bands[here],
        next_band=after,
        areas=tuple(
            _area(record, each, band, after.band if after else "")
            for each in pathway.responsibilities
        ),
        source_note=pathway.head.note,
    )


def _area(record: Record, area: Responsibility, band: str, after: str) -> AreaResult:
    strong = [
        (number, Aspect.APPLICATION)
        for number in area.competences[:NEAREST]
        if _level(record, number, Aspect.APPLICATION) >= EVIDENCED_FROM
    ]
    some = [
        (number, aspect)
        for number in area.competences
        for aspect in record.opened.aspects
        if _level(record, number, aspect) >= TOUCHED_FROM
    ]
    chosen = strong or some
    found = [(rated_turns(record, number, aspect), aspect) for number, aspect in chosen]
    quotes = (strongest_quote(turns, aspect) for turns, aspect in found)
    coverage = Coverage.TOUCHED if some else Coverage.NOT_YET
    return AreaResult(
        area=area.area,
        text=area.bands.get(band, ""),
        next_text=area.bands.get(after, ""),
        coverage=Coverage.EVIDENCED if strong else coverage,
        turns=tuple(sorted({turn.number for turns, _ in found for turn in turns})),
        quotes=tuple(dict.fromkeys(quote for quote in quotes if quote)),
    )


def _level(record: Record, number: int, aspect: Aspect) -> int:
    """A rating, with "not rated" below all that counts for anything."""
    rated = record.ratings.get((number, aspect))
    return rated.rating if rated and rated.rating is not None else 0
