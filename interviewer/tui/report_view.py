"""The report as sections of blocks, ready to be drawn: pure, and without Textual.

Every text that came from outside leaves this module safe for a terminal and on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from interviewer.domain import Band, Confidence, Value
from interviewer.review.charts import Part, aspect_parts, legend
from interviewer.review.coverage import (
    AreaCoverage,
    AreaResult,
    Coverage,
    DutyResult,
    KsbCoverage,
)
from interviewer.review.development import PlanItem, reason_in_words
from interviewer.review.report import Report, day_in_words
from interviewer.review.report_text import (
    MISREAD_NOTE,
    area_text,
    band_pairs,
    coverage_counts,
    head_pairs,
    misread_sentences,
    plan_heading,
    provenance_pairs,
    strength_sentences,
    turns_in_words,
)
from interviewer.review.results import AspectResult, Quote
from interviewer.review.standing import CompetenceStanding
from interviewer.review.text import aspect_name
from interviewer.review.words import rating_in_words
from interviewer.safe_text import for_one_line
from interviewer.tui.view import UNSURE, beside, gaps

_SURE = {
    Confidence.LOW: UNSURE,
    Confidence.MEDIUM: "fairly sure",
    Confidence.HIGH: "sure",
}


class Look(StrEnum):
    """How a block is drawn; none of them means anything by its colour alone."""

    PLAIN = "plain"
    HEADING = "heading"  # of a part of a section
    QUIET = "quiet"
    UNDER = "under"  # a bar, of which it says the same in words
    PART = "part"  # stands a little apart
    ITEM = "item"
    QUOTE = "quote"


class Block(Value, frozen=True, kw_only=True):
    """One paragraph; ``label`` says what it is, and stands before it."""

    text: str
    look: Look = Look.PLAIN
    label: str = ""


class Bar(Value, frozen=True, kw_only=True):
    """One aspect of the profile, in pieces that can be coloured."""

    parts: tuple[Part, ...]


class Section(Value, frozen=True, kw_only=True):
    """A section with its heading."""

    title: str
    blocks: tuple[Block | Bar, ...]


class Shown(Value, frozen=True, kw_only=True):
    """The report: a line above it, what it is about, and its sections in order."""

    title: str
    about: str
    sections: tuple[Section, ...]


def shown(report: Report) -> Shown:
    """All that the report screen shows."""
    head = report.head
    who = for_one_line(head.candidate) or "Not named"
    role = for_one_line(head.role) or "no role chosen"
    return Shown(
        title=f"Report on the interview of {day_in_words(head.started)}",
        about=f"{who}, {role}. {head.how_far} {head.practice}",
        sections=tuple(
            Section(title=title, blocks=tuple(blocks)) for title, blocks in _sections(report)
        ),
    )


def _sections(report: Report) -> Iterator[tuple[str, Iterable[Block | Bar]]]:
    yield "Where you stand", _stands(report)
    yield "Strengths", _lines(strength_sentences(report))
    yield "How you placed yourself", _own_view(report)
    yield "What to do next", _plan(report)
    if report.ksbs:
        yield "Coverage of the role", _ksbs(report.ksbs)
    if report.areas:
        yield "Coverage of the role", _areas(report.areas)
    yield "Still to be answered", _to_answer(report)
    if report.misread:
        yield "What you found misread", _misread(report)
    yield "About this report", _about(report)


def _block(text: str, look: Look = Look.PLAIN, label: str = "") -> Block:
    return Block(text=for_one_line(text), look=look, label=label)


def _titled(number: int, title: str) -> Block:
    return Block(text=f"{number}  {for_one_line(title)}", look=Look.HEADING)


def _lines(texts: Iterable[str]) -> Iterator[Block]:
    return (_block(text) for text in texts)


# --- where you stand ------------------------------------------------------------------------------


def _stands(report: Report) -> Iterator[Block | Bar]:
    if report.reached:
        yield Block(text=legend(next_role=report.next_asks_levels), look=Look.QUIET)
    else:
        yield _block("Nothing to show yet: no competence was gone through to its end.")
    for competence in report.reached:
        yield from _profile(competence)
    if report.not_reached:
        yield _block("Not talked about", Look.HEADING)
        yield from (_block(each.title, Look.ITEM) for each in report.not_reached)


def _profile(competence: CompetenceStanding) -> Iterator[Block | Bar]:
    yield _titled(competence.number, competence.title)
    for aspect in competence.aspects:
        yield Bar(parts=aspect_parts(aspect.result))
        yield _block(in_words(aspect.result), Look.UNDER)


def in_words(result: AspectResult) -> str:
    """What a bar shows, and what it can't: the span, the gaps and how sure the rating is."""
    rating = rating_in_words(result.rating, result.span)
    sure = _SURE[result.confidence] if result.confidence else ""
    sentences = (f"{rating}{', ' if sure else ''}{sure}", beside(result), gaps(result))
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in sentences if each)


def _own_view(report: Report) -> Iterator[Block]:
    yield from _lines(report.standing.own_view.sentences)
    for competence in report.reached:
        for aspect in competence.aspects:
            result = aspect.result
            if result.self_rating is not None and result.rating is not None:
                about = f"{competence.title}, {aspect_name(result.aspect).lower()}"
                off = _off(result.self_rating - result.rating)
                told = f"you said {result.self_rating}, {result.rating} was heard: {off}"
                yield _block(told, Look.ITEM, for_one_line(about))


def _off(by: int) -> str:
    if not by:
        return "the same"
    levels = "one level" if abs(by) == 1 else f"{abs(by)} levels"
    return f"{levels} {'higher' if by > 0 else 'lower'}"


# --- what next ------------------------------------------------------------------------------------


def _plan(report: Report) -> Iterator[Block]:
    yield _block(report.plan_note)
    for place, item in enumerate(report.plan, start=1):
        yield _block(f"{place}. {plan_heading(item)}", Look.HEADING)
        yield from _step(item)


def _step(item: PlanItem) -> Iterator[Block]:
    yield _block(f"{reason_in_words(item.reason)}.", label="Why")
    if item.starts_from:
        yield _block("", label="It starts from what you said")
        yield _quoted(item.starts_from)
    if item.looks_like:
        yield _block(item.looks_like, label="The next level")
    if item.actions:
        yield _block("", label="To do")
    yield from (_block(action, Look.ITEM) for action in item.actions)
    if item.ask_mentor:
        yield _block(item.ask_mentor, label="Ask your mentor")
    if item.reassess_on:
        yield _block(f"{day_in_words(item.reassess_on.isoformat())}.", label="Look again")


def _quoted(quote: Quote) -> Block:
    return _block(f'"{quote.text}" (turn {quote.turn}: {quote.shows})', Look.QUOTE)


def _to_answer(report: Report) -> Iterator[Block]:
    if not report.to_answer:
        yield _block("Nothing: what was asked was answered, or was not rated.")
        return
    yield _block("What was not heard. Answers to these could show more than was shown so far.")
    last = 0
    for each in report.to_answer:
        if each.competence != last:
            yield _titled(each.competence, each.title)
            last = each.competence
        name = aspect_name(each.aspect)
        yield from (_block(question, Look.ITEM, name) for question in each.questions)


# --- the role -------------------------------------------------------------------------------------


def _ksbs(found: KsbCoverage) -> Iterator[Block]:
    yield _block(f"{found.title}, version {found.version}. {coverage_counts(found)}")
    yield _block(found.note, Look.QUIET)
    yield _block("Duty by duty", Look.HEADING)
    for duty in found.duties:
        yield _block(f"{duty.number}. {duty.statement}", Look.PART)
        yield from (_block(ids, Look.ITEM, label) for label, ids in _duty(duty))
    for coverage in Coverage:
        these = [each for each in found.ksbs if each.coverage is coverage]
        if these:
            yield _block(f"{coverage[:1].upper()}{coverage[1:]}: {len(these)}", Look.HEADING)
        for each in these:
            yield _block(f"{each.statement}{_where(each.turns)}", Look.ITEM, each.id)
            if each.quote:
                yield _quoted(each.quote)
    if found.attribution:
        yield _block(found.attribution, Look.QUIET)


def _duty(duty: DutyResult) -> Iterator[tuple[str, str]]:
    """What stands how in a duty. Which turns bear on it is told once, statement by statement."""
    for coverage in Coverage:
        these = [each.id for each in duty.ksbs if each.coverage is coverage]
        if these:
            yield f"{coverage[:1].upper()}{coverage[1:]}", ", ".join(these)


def _where(turns: tuple[int, ...]) -> str:
    return f" ({turns_in_words(turns)})" if turns else ""


def _areas(found: AreaCoverage) -> Iterator[Block]:
    yield _block(f"{found.title}, {found.version}. {coverage_counts(found)}")
    yield _block(found.note, Look.QUIET)
    yield from _band(found.band, "your role")
    if found.next_band:
        yield from _band(found.next_band, "the next one")
    else:
        yield _block("There is no band above this one in the pathway.")
    for area in found.areas:
        yield from _area(area, found)
    if found.source_note:
        yield _block(f"About the source: {found.source_note}", Look.QUIET)


def _band(band: Band, which: str) -> Iterator[Block]:
    yield _block(f"Band {band.band}, {which}", Look.HEADING)
    yield from (_block(value, Look.ITEM, name) for name, value in band_pairs(band))


def _area(area: AreaResult, found: AreaCoverage) -> Iterator[Block]:
    yield _block(f"{area.area}: {area.coverage}{_where(area.turns)}", Look.HEADING)
    yield from (_block(value, Look.ITEM, name) for name, value in area_text(area, found))
    yield from map(_quoted, area.quotes)


# --- the rest -------------------------------------------------------------------------------------


def _misread(report: Report) -> Iterator[Block]:
    yield _block(MISREAD_NOTE)
    yield from (_block(sentence, Look.ITEM) for sentence in misread_sentences(report))


def _about(report: Report) -> Iterator[Block]:
    yield _block(report.head.practice)
    for name, value in (*head_pairs(report.head), *provenance_pairs(report.head)):
        yield _block(value, Look.ITEM, name)
