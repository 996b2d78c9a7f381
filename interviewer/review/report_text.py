"""The report as lines of at most 80 columns, plain enough to be read out. No control codes.

Everything is said in sentences; bars are put above them only where they are asked for. Words of the
candidate's are cleaned for terminals.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from interviewer.domain import Band
from interviewer.review.charts import aspect_sentence, profile_lines
from interviewer.review.coverage import AreaCoverage, AreaResult, Coverage, KsbCoverage
from interviewer.review.development import PlanItem, reason_in_words
from interviewer.review.report import Head, Report, day_in_words
from interviewer.review.results import AspectResult, Quote
from interviewer.review.standing import AspectStanding, CompetenceStanding, Gap, gap_in_words
from interviewer.review.text import aspect_name
from interviewer.review.words import level_name
from interviewer.safe_text import for_one_line

WIDTH = 80
OUR_READING = "our reading"


def report_lines(report: Report, *, bars: bool = False, width: int = WIDTH) -> Iterator[str]:
    """The whole report.

    Args:
        bars: draw the profile too; leave it out for screen readers.
        width: columns at which lines are wrapped.
    """
    for line in _lines(report, bars):
        yield from _wrapped(line, width)


def _wrapped(line: str, width: int) -> Iterator[str]:
    """A long line in several, each further one set in by two."""
    if len(line) <= width:
        yield line
        return
    indent = " " * (len(line) - len(line.lstrip()))
    yield from textwrap.wrap(
        line.lstrip(),
        width,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )


def _lines(report: Report, bars: bool) -> Iterator[str]:
    yield from _head(report.head)
    yield from _section("Where you stand", _stands(report, bars))
    yield from _section("Strengths", map(for_one_line, strength_sentences(report)))
    yield from _section("How you placed yourself", report.standing.own_view.sentences)
    yield from _section("What to do next", _plan(report))
    if report.ksbs:
        yield from _section("Coverage", _ksbs(report.ksbs))
    if report.areas:
        yield from _section("Coverage", _areas(report.areas))
    if report.misread:
        said = map(for_one_line, misread_sentences(report))
        yield from _section("What you found misread", (MISREAD_NOTE, *said))
    yield ""
    yield report.head.practice


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield heading.upper()
    yield from lines


# --- sentences that all ways of showing the report share ------------------------------------------


def head_pairs(head: Head) -> Iterator[tuple[str, str]]:
    """The head as names and values; what is not known is left out. The values are as stored."""
    yield "Candidate", head.candidate or "not named"
    yield "Role", head.role or "no role chosen"
    if head.next_role:
        yield "Next role", head.next_role
    yield "Interview", head.interview
    yield "Began", day_in_words(head.started)
    if head.last and head.last[:10] != head.started[:10]:
        yield "Last answered", day_in_words(head.last)
    yield "How far", head.how_far


def provenance_pairs(head: Head) -> Iterator[tuple[str, str]]:
    """What the report rests on, as names and values."""
    title = f"{head.framework_title}, " if head.framework_title else ""
    yield "Framework", f"{title}{head.framework}, version {head.framework_version}"
    yield "Fingerprint of its files (SHA-256)", head.framework_sha256
    if head.described_in:
        yield "Role described in", head.described_in
    readers = "; ".join(f"{each.name}, version {each.version}" for each in head.readers)
    yield "Read by", readers or "nothing was read"
    yield "Interviewer version", head.product
    if head.seal:
        yield "Seal of the transcript", head.seal


def strength_sentences(report: Report) -> Iterator[str]:
    """The strengths, a line each, best first."""
    if not report.standing.strengths:
        yield "None yet: in no competence did all that was rated come up to what is asked for."
    for each in report.standing.strengths:
        levels = ", ".join(
            f"{aspect_name(aspect.aspect).lower()} {aspect.rating}"
            + ("" if aspect.required is None else f" (required {aspect.required})")
            for aspect in each.aspects
        )
        yield f"{each.title}: {levels}."


def standing_sentence(aspect: AspectStanding) -> str:
    """Rating, span and confidence, what stands beside it, and the gaps, in one or two sentences."""
    result = aspect.result
    told = f"{aspect_sentence(result)}."
    if result.rating is None:
        return told
    details = [level_name(result.rating)] if result.rating else []
    if result.span and result.span[0] != result.span[1]:
        details.append(f"plausibly {result.span[0]} to {result.span[1]}")
    if result.confidence:
        details.append(f"{result.confidence} confidence")
    details.extend(gap_phrases(aspect))
    return f"{told} {_sentence(details)}"


def gap_phrases(aspect: AspectStanding) -> Iterator[str]:
    """The gaps that are known, as phrases."""
    result = aspect.result
    if aspect.size is not Gap.UNKNOWN:
        yield f"gap {gap_in_words(aspect.size, result.gap, result.required)}"
    if aspect.next_size is not Gap.UNKNOWN:
        later = gap_in_words(aspect.next_size, result.next_gap, result.next_required)
        yield f"gap to the next role {later}"


def plan_heading(item: PlanItem) -> str:
    """What a step of the plan is about, such as ``Risk management, application: from 2 to 3``."""
    about = f"{item.title}, {aspect_name(item.aspect).lower()}"
    if item.level is None:
        return f"{about}: towards {item.to} {level_name(item.to)}"
    return f"{about}: from {item.level} to {item.to} {level_name(item.to)}"


def misread_sentences(report: Report) -> Iterator[str]:
    """What the candidate found misread, with the reason as given."""
    for each in report.misread:
        yield f"{each.title}, {aspect_name(each.aspect).lower()}: {each.reason}"


MISREAD_NOTE = "These notes have changed no rating; they are for whoever reviews the interview."


def coverage_counts(found: KsbCoverage | AreaCoverage) -> str:
    """How many stand how, in one sentence."""
    counts = ", ".join(f"{found.count(each)} {each}" for each in Coverage)
    return f"{counts[:1].upper()}{counts[1:]}."


def turns_in_words(turns: Sequence[int]) -> str:
    """The turns that something rests on."""
    if not turns:
        return ""
    return f"turn{'s' if len(turns) > 1 else ''} {', '.join(str(turn) for turn in turns)}"


def band_pairs(band: Band) -> Iterator[tuple[str, str]]:
    """A band as names and values, with what is our reading marked as that."""
    mark = f" ({OUR_READING})" if band.reading else ""
    yield "Complexity", f"{band.complexity}{mark}"
    yield "Entry", band.entry
    yield "Qualifications listed", "; ".join(band.qualifications) or "none"
    if band.note:
        yield "Note", band.note


def area_text(area: AreaResult, coverage: AreaCoverage) -> Iterator[tuple[str, str]]:
    """What the band and the next one do in an area; said once where it is the same."""
    here = f"Band {coverage.band.band}"
    yield here, area.text or "nothing in this area"
    if coverage.next_band:
        same = area.text == area.next_text
        told = f"the same as band {coverage.band.band}" if same else area.next_text
        yield f"Band {coverage.next_band.band}", told or "nothing in this area"


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


# --- sections -------------------------------------------------------------------------------------


def _head(head: Head) -> Iterator[str]:
    yield "INTERVIEW REPORT"
    yield head.practice
    for name, value in (*head_pairs(head), *provenance_pairs(head)):
        yield f"{name}: {for_one_line(value)}"


def _stands(report: Report, bars: bool) -> Iterator[str]:
    if not report.reached:
        yield "Nothing to show yet: no competence was gone through to its end."
    if bars:
        yield from profile_lines(report.reached)
    for competence in report.reached:
        yield ""
        yield f"{competence.number}. {for_one_line(competence.title)}"
        for aspect in competence.aspects:
            yield f"  {standing_sentence(aspect)}"
            yield from _quotes(aspect.result)
            for question in report.questions(competence.number, aspect.result.aspect):
                yield f"    Still to be answered: {question}"
    if report.not_reached:
        yield ""
        yield f"Not talked about: {_titles(report.not_reached)}."


def _titles(competences: Iterable[CompetenceStanding]) -> str:
    return "; ".join(for_one_line(each.title) for each in competences)


def _quotes(result: AspectResult) -> Iterator[str]:
    for quote in result.quotes:
        yield f"    {_quoted(quote)} ({quote.shows})"


def _quoted(quote: Quote) -> str:
    return f'Turn {quote.turn}: "{for_one_line(quote.text)}"'


def _plan(report: Report) -> Iterator[str]:
    yield report.plan_note
    for place, item in enumerate(report.plan, start=1):
        yield ""
        yield f"{place}. {for_one_line(plan_heading(item))} ({reason_in_words(item.reason)})"
        if item.starts_from:
            yield f"  Starts from your own words. {_quoted(item.starts_from)}"
        if item.looks_like:
            yield f"  What it looks like: {for_one_line(item.looks_like)}"
        for action in item.actions:
            yield f"  To do: {for_one_line(action)}"
        if item.ask_mentor:
            yield f"  Ask your mentor: {for_one_line(item.ask_mentor)}"
        if item.reassess_on:
            yield f"  Look again on {day_in_words(item.reassess_on.isoformat())}."


def _ksbs(found: KsbCoverage) -> Iterator[str]:
    yield f"{for_one_line(found.title)}, version {for_one_line(found.version)}"
    yield coverage_counts(found)
    yield found.note
    for coverage in Coverage:
        these = [each for each in found.ksbs if each.coverage is coverage]
        if these:
            yield ""
            yield f"{coverage[:1].upper()}{coverage[1:]}:"
        for each in these:
            turns = f" ({turns_in_words(each.turns)})" if each.turns else ""
            yield f"  {each.id}: {for_one_line(each.statement)}{turns}"
            if each.quote:
                yield f"    {_quoted(each.quote)}"
    yield ""
    yield "By duty:"
    for duty in found.duties:
        yield (
            f"  Duty {duty.number}: {for_one_line(duty.statement)} "
            f"{duty.evidenced} evidenced, {duty.touched} touched, {duty.not_yet} not yet."
        )
    if found.attribution:
        yield for_one_line(found.attribution)


def _areas(found: AreaCoverage) -> Iterator[str]:
    yield f"{for_one_line(found.title)}, {for_one_line(found.version)}"
    yield found.note
    yield coverage_counts(found)
    for band in filter(None, (found.band, found.next_band)):
        yield ""
        yield f"Band {band.band}{'' if band is found.band else ', the next one'}"
        for name, value in band_pairs(band):
            yield f"  {name}: {for_one_line(value)}"
    if found.next_band is None:
        yield "There is no band above this one in the pathway."
    for area in found.areas:
        yield ""
        turns = f" ({turns_in_words(area.turns)})" if area.turns else ""
        yield f"{for_one_line(area.area)}: {area.coverage}{turns}"
        for name, value in area_text(area, found):
            yield f"  {name}: {for_one_line(value)}"
        for quote in area.quotes:
            yield f"    {_quoted(quote)}"
    if found.source_note:
        yield ""
        yield f"About the source: {for_one_line(found.source_note)}"
