"""The report and the whole interview as Markdown, for wikis, mail and version control.

Whatever somebody wrote is only text here: every mark that could open markup, a link or HTML is
escaped, and their line breaks stay. What is escaped is what CommonMark, GitHub's tables and
autolinks, and the usual extensions react to; the rest is left as it is, so that the file can be
read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from interviewer.domain import Band
from interviewer.export.beside import PORTFOLIO_HEAD, PORTFOLIO_NOTE, RATED_HEAD, Beside
from interviewer.export.html import TurnShown, asked_cells, level_cell, rating_cell, shown_turn
from interviewer.export.page import Block, Heard, Items, Page, Pairs, Table, Text, Words
from interviewer.record.record import Turn
from interviewer.review.coverage import AreaCoverage, Coverage, KsbCoverage
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
from interviewer.review.results import Quote
from interviewer.review.text import aspect_name
from interviewer.safe_text import for_one_line, for_terminal

WORD_JOINER = "\u2060"  # seen by nobody; after an "@" it keeps an address from becoming a link

_MARKS = re.compile(r"[\\`*_{}\[\]#|~$^]")
_INSIDE = re.compile(r"(?<=\w)(?:\.(?=[^\W\d])|:(?=[\w/]))")  # within a name or an address
_AT_START = re.compile(r"^[-+=:!]")
_LISTED = re.compile(r"^(\d+)([.)])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escaped(text: str) -> str:
    """Somebody's text on one line, as text and nothing else."""
    return _line(for_one_line(text))


def escaped_lines(text: str) -> Iterator[str]:
    """Somebody's text line by line, each ended so that the break stays."""
    lines = for_terminal(text).split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        kept = line.strip(" \t")
        yield _line(kept) + ("  " if kept and after.strip(" \t") else "")


def _line(text: str) -> str:
    text = _MARKS.sub(r"\\\g<0>", text)
    text = _INSIDE.sub(r"\\\g<0>", text)
    text = _LISTED.sub(r"\1\\\2", _AT_START.sub(r"\\\g<0>", text))
    text = "".join(_ENTITIES.get(letter, letter) for letter in text)
    return text.replace("@", f"@{WORD_JOINER}")


def markdown(report: Report, turns: Iterable[Turn], beside: Beside | None = None) -> str:
    """The report with every turn.

    Args:
        turns: those of the record, in order.
        beside: the review, KSBs and the rest, where they are wanted.
    """
    return "\n".join(_lines(report, turns, beside)).rstrip("\n") + "\n"


def page_markdown(page: Page) -> str:
    """A page of parts."""
    return "\n".join(_page_lines(page)).rstrip("\n") + "\n"


def _page_lines(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    for mark in page.marks:
        yield from ("", f"**{mark}**")
    for part in page.parts:
        yield ""
        yield f"{'#' * part.level} {escaped(part.title)}"
        for block in part.blocks:
            yield ""
            yield from _block_lines(block)
    for mark in page.marks:
        yield from ("", f"**{mark}**")


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Text(text=text):
            yield escaped(text)
        case Words(text=text):
            yield from _block(text)
        case Items(items=items):
            yield from _list(items)
        case Pairs(pairs=pairs):
            yield from _pairs(pairs)
        case Heard(quotes=quotes):
            for quote in quotes:
                yield f'- "{escaped(quote.text)}" (turn {quote.turn}: {escaped(quote.shows)})'
        case Table(head=head, rows=rows):
            yield _row(map(escaped, head))
            yield _row(["---"] * len(head))
            yield from (_row(map(escaped, row)) for row in rows)


def _lines(report: Report, turns: Iterable[Turn], beside: Beside | None) -> Iterator[str]:
    yield "# Interview report"
    yield ""
    yield f"**{report.head.practice}**"
    yield ""
    yield from _pairs(head_pairs(report.head))
    if beside:
        yield from _pairs(beside.head)
    yield from _section("Where you stand", _stands(report, beside))
    if beside and beside.review:
        yield from _section("Review", _review(beside))
    yield from _section("Strengths", _list(strength_sentences(report)))
    yield from _section("How you placed yourself", _list(report.standing.own_view.sentences))
    yield from _section("What to do next", _plan(report))
    if report.ksbs:
        yield from _section(f"Coverage: {escaped(report.ksbs.title)}", _ksbs(report.ksbs))
    if report.areas:
        yield from _section(f"Coverage: {escaped(report.areas.title)}", _areas(report.areas))
    if report.misread:
        told = (MISREAD_NOTE, "", *_list(misread_sentences(report)))
        yield from _section("What you found misread", told)
    yield from _section("The interview, turn by turn", _turns(report, turns, beside))
    if beside and beside.portfolio:
        yield from _section("Portfolio: KSB by evidence by turn", _portfolio(beside))
    provenance = (*provenance_pairs(report.head), *(beside.provenance if beside else ()))
    yield from _section("Where this comes from", _pairs(provenance))
    yield ""
    yield f"**{report.head.practice}**"


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"## {heading}"
    yield ""
    yield from lines


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"- {escaped(name)}: {escaped(value)}" for name, value in pairs)


def _list(sentences: Iterable[str]) -> Iterator[str]:
    return (f"- {escaped(sentence)}" for sentence in sentences)


def _quoted(quote: Quote) -> Iterator[str]:
    yield from _block(quote.text)
    yield ""
    yield f"Turn {quote.turn}: {escaped(quote.shows)}"
    yield ""


def _block(text: str) -> Iterator[str]:
    """Somebody's words set off from ours."""
    return (
        f"> {line}".rstrip() if not line.strip() else f"> {line}" for line in escaped_lines(text)
    )


# --- where the candidate stands -------------------------------------------------------------------


def _stands(report: Report, beside: Beside | None) -> Iterator[str]:
    if report.reached:
        yield from _table(report, beside)
    else:
        yield "Nothing to show yet: no competence was gone through to its end."
    if report.not_reached:
        yield ""
        yield f"Not talked about: {'; '.join(escaped(e.title) for e in report.not_reached)}."
    for competence in report.reached:
        yield ""
        yield f"### {escaped(competence.title)}"
        for aspect in competence.aspects:
            result = aspect.result
            yield ""
            yield f"#### {aspect_name(result.aspect)}: {rating_cell(result)}"
            yield ""
            for quote in result.quotes:
                yield from _quoted(quote)
            for question in report.questions(competence.number, result.aspect):
                yield f"- Still to be answered: {escaped(question)}"


def _table(report: Report, beside: Beside | None) -> Iterator[str]:
    names = ["Competence", "Aspect", "Heard", "You said"]
    judged = beside.mentor if beside else {}
    names += ["Mentor"] if judged else []
    names += ["Required", "Gap"] if report.asks_levels else []
    names += ["Next role", "Gap to it"] if report.next_asks_levels else []
    yield _row([*names, "Confidence"])
    yield _row(["---"] * (len(names) + 1))
    for competence in report.reached:
        for aspect in competence.aspects:
            result = aspect.result
            cells = [
                escaped(competence.title),
                aspect_name(result.aspect),
                rating_cell(result),
                level_cell(result.self_rating, "not said"),
            ]
            if judged:
                cells.append(level_cell(judged.get((competence.number, result.aspect)), "none"))
            if report.asks_levels:
                cells += asked_cells(aspect.size, result.gap, result.required)
            if report.next_asks_levels:
                cells += asked_cells(aspect.next_size, result.next_gap, result.next_required)
            yield _row([*cells, str(result.confidence or "none")])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


# --- the review -----------------------------------------------------------------------------------


def _review(beside: Beside) -> Iterator[str]:
    if beside.rated:
        yield _row(RATED_HEAD)
        yield _row(["---"] * len(RATED_HEAD))
        yield from (_row(map(escaped, row)) for row in beside.rated)
        yield ""
    yield from _list(beside.review)


def _portfolio(beside: Beside) -> Iterator[str]:
    yield PORTFOLIO_NOTE
    yield ""
    yield _row(PORTFOLIO_HEAD)
    yield _row(["---"] * len(PORTFOLIO_HEAD))
    for ksb in beside.portfolio:
        quotes = dict.fromkeys(quote for item in ksb.items for quote in item.quotes[:1])
        turns = ", ".join(str(item.turn) for item in ksb.items)
        said = " / ".join(f'"{quote}"' for quote in quotes)
        yield _row([escaped(ksb.id), escaped(ksb.statement), turns, escaped(said)])
    if beside.attribution:
        yield ""
        yield escaped(beside.attribution)


# --- the plan -------------------------------------------------------------------------------------


def _plan(report: Report) -> Iterator[str]:
    yield escaped(report.plan_note)
    for item in report.plan:
        yield ""
        yield from _step(item)


def _step(item: PlanItem) -> Iterator[str]:
    yield f"### {escaped(plan_heading(item))}"
    yield ""
    yield f"Why: {reason_in_words(item.reason)}."
    yield ""
    if item.starts_from:
        yield "It starts from your own words:"
        yield ""
        yield from _quoted(item.starts_from)
    if item.looks_like:
        yield escaped(item.looks_like)
        yield ""
    yield from _list(item.actions)
    if item.ask_mentor:
        yield f"- Ask your mentor: {escaped(item.ask_mentor)}"
    if item.reassess_on:
        yield f"- Look again on {day_in_words(item.reassess_on.isoformat())}."


# --- coverage -------------------------------------------------------------------------------------


def _ksbs(found: KsbCoverage) -> Iterator[str]:
    yield f"{coverage_counts(found)} {escaped(found.note)}"
    for coverage in Coverage:
        these = [each for each in found.ksbs if each.coverage is coverage]
        if these:
            yield ""
            yield f"### {coverage[:1].upper()}{coverage[1:]}"
            yield ""
        for each in these:
            turns = f" ({turns_in_words(each.turns)})" if each.turns else ""
            said = f' "{escaped(each.quote.text)}"' if each.quote else ""
            yield f"- **{escaped(each.id)}** {escaped(each.statement)}{turns}{said}"
    yield ""
    yield "### By duty"
    yield ""
    for duty in found.duties:
        counts = f"{duty.evidenced} evidenced, {duty.touched} touched, {duty.not_yet} not yet"
        yield f"- Duty {duty.number}. {escaped(duty.statement)} {counts}."
    if found.attribution:
        yield ""
        yield escaped(found.attribution)


def _areas(found: AreaCoverage) -> Iterator[str]:
    yield escaped(found.note)
    yield ""
    yield coverage_counts(found)
    yield from _band(found.band, "")
    if found.next_band:
        yield from _band(found.next_band, ", the next one")
    else:
        yield ""
        yield "There is no band above this one in the pathway."
    for area in found.areas:
        yield ""
        yield f"### {escaped(area.area)}: {area.coverage}"
        yield ""
        yield from _pairs(area_text(area, found))
        if area.turns:
            yield f"- Where: {turns_in_words(area.turns)}"
        for quote in area.quotes:
            yield ""
            yield from _block(quote.text)
    if found.source_note:
        yield ""
        yield f"About the source: {escaped(found.source_note)}"


def _band(band: Band, which: str) -> Iterator[str]:
    yield ""
    yield f"### Band {escaped(band.band)}{which}"
    yield ""
    yield from _pairs(band_pairs(band))


# --- the interview --------------------------------------------------------------------------------


def _turns(report: Report, turns: Iterable[Turn], beside: Beside | None) -> Iterator[str]:
    there = False
    for turn in turns:
        there = True
        yield from _turn(shown_turn(report, turn, beside))
    if not there:
        yield "No question was put."


def _turn(turn: TurnShown) -> Iterator[str]:
    yield f"### Turn {turn.number}: {escaped(turn.title)}"
    yield ""
    yield escaped(turn.about)
    yield ""
    if turn.ksbs:
        yield f"KSBs: {escaped(' '.join(turn.ksbs))}"
        yield ""
    yield "Question:"
    yield ""
    yield from _block(turn.question)
    yield ""
    if turn.answer is None:
        yield f"Answer: ({escaped(turn.without)})"
    else:
        yield "Answer:"
        yield ""
        yield from _block(turn.answer)
    yield ""
    for quote in turn.quotes:
        yield f'- "{escaped(quote.text)}" ({escaped(quote.shows)})'
    for line in (*turn.read, *turn.mentors):
        yield f"- {escaped(line)}"
    yield ""
