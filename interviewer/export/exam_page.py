"""A mock assessment as a page: what it comes to as an indication, what that rests on, every turn,
and what mentors added.

Nothing here awards anything. Grades, themes and KSBs are those of the result; a mentor's rating of
an answer stands beside it and changes none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from interviewer.domain import ExamKind
from interviewer.export.beside import (
    PORTFOLIO_HEAD,
    PORTFOLIO_NOTE,
    RATED_HEAD,
    Beside,
    beside,
)
from interviewer.export.material import Material
from interviewer.export.page import Block, Heard, Items, Page, Pairs, Part, Table, Text, Words
from interviewer.marks import DEFAULTS, PRACTICE_RECORD
from interviewer.record.record import Record, State, Turn
from interviewer.review.exam_result import (
    ExamResult,
    KsbResult,
    MethodResult,
    Shortfall,
    Slip,
    Standing,
    ThemeResult,
    exam_result,
)
from interviewer.review.exam_text import (
    SLIPS,
    figures,
    kind_of_turn,
    method_title,
    of_how_much,
    share_lines,
)
from interviewer.review.report import day_in_words, turn_quotes
from interviewer.review.results import BEARS, Quote
from interviewer.review.words import notice_in_words

TITLE = "Mock end-point assessment"
INDICATION = (
    "An indication of what this would have come to, by what was heard. No assessor has seen it."
)
NO_GRADE = "A rehearsal has no grade. What was heard stands below."
NOT_ASKED = "Nothing was asked, so there is nothing to tell."
_KINDS = {
    ExamKind.EXAM: "under exam rules",
    ExamKind.REHEARSAL: "rehearsal of one theme",
    ExamKind.KSB: "rehearsal of one KSB",
}
_STATES = {State.COMPLETE: "complete", State.WITHDRAWN: "ended early"}
_THEMES_HEAD = ("Theme", "Heard", "As an indication", "Turns", "What it lacks for more")
_KSBS_HEAD = ("KSB", "Statement", "Heard", "Turns", "The best of it")


def exam_page(material: Material) -> Page:
    """The page on a mock assessment.

    Raises:
        ValueError: the material is of a practice interview.
    """
    result, told = exam_result(material.record), beside(material)
    return Page(
        title=TITLE,
        marks=(PRACTICE_RECORD, DEFAULTS) if result.has_defaults else (PRACTICE_RECORD,),
        parts=tuple(_parts(material, result, told)),
    )


def _parts(material: Material, result: ExamResult, told: Beside) -> Iterator[Part]:
    record = material.record
    yield _part("About it", [Pairs(pairs=(*_head(record, result), *told.head))])
    yield _part("What it comes to", _summary(result))
    for method in result.methods:
        yield _part(method.title, _method(method, result))
        yield from map(_theme, method.themes)
    yield _part("KSBs", _ksbs(result))
    yield _part("Commonest shortfalls", _shortfalls(result))
    if result.pieces:
        yield _part("Pieces of the portfolio that were named", [_pieces(result)])
    if told.review:
        yield _part("Review", _review(told))
    yield _part("The assessment, turn by turn", () if record.turns else [Text(text=NOT_ASKED)])
    yield from (_turn(record, turn, told) for turn in record.turns)
    if told.portfolio:
        yield _part("Portfolio: KSB by evidence by turn", _portfolio(told))
    yield _part("Where this comes from", [Pairs(pairs=tuple(_provenance(material, told)))])


def _part(title: str, blocks: Iterable[Block]) -> Part:
    return Part(title=title, blocks=tuple(blocks))


def _head(record: Record, result: ExamResult) -> Iterator[tuple[str, str]]:
    opened = record.opened
    only = f": {_only(record)}" if result.only else ""
    yield "Candidate", opened.candidate or "not named"
    yield "Apprenticeship", opened.profile_title
    yield "Held", f"{_KINDS[result.kind]}{only}"
    yield "Assessment", opened.interview
    yield "Began", day_in_words(record.started)
    yield "State", _STATES.get(record.state, "unfinished")
    if record.exam and record.exam.report:
        yield "Report handed in", record.exam.report.name or "pasted"


def _only(record: Record) -> str:
    """What a rehearsal is of, in words where it has any."""
    terms = record.opened.exam
    if terms is None:
        return ""
    titles = {theme.id: theme.title for theme in terms.themes}
    return titles.get(terms.only, terms.only)


# --- the result -----------------------------------------------------------------------------------


def _summary(result: ExamResult) -> Iterator[Block]:
    if not any(method.asked for method in result.methods):
        yield Text(text=NOT_ASKED)
    elif result.kind is not ExamKind.EXAM:
        yield Text(text=NO_GRADE)
    else:
        yield Text(text=INDICATION)
        grades = [(each.title, f"{each.grade}{of_how_much(each)}") for each in result.methods]
        if result.overall or result.overall_note:
            overall = ". ".join(filter(None, (result.overall, result.overall_note)))
            grades.append(("Overall", overall))
        yield Pairs(pairs=tuple(grades))
    if result.pauses:
        times = "once" if result.pauses == 1 else f"{result.pauses} times"
        yield Text(text=f"The clock was stopped {times}.")


def _method(method: MethodResult, result: ExamResult) -> Iterator[Block]:
    graded = result.kind is ExamKind.EXAM
    yield Text(text=f"{method.grade}, as an indication. " * graded + figures(method))
    if graded:
        yield from (Text(text=line) for line in share_lines(method))
    if method.themes:
        rows = tuple(map(_theme_row, method.themes))
        yield Table(caption=f"Themes, {method.title}", head=_THEMES_HEAD, rows=rows)


def _theme_row(theme: ThemeResult) -> tuple[str, ...]:
    turns = ", ".join(map(str, theme.turns))
    return theme.title, str(theme.standing), theme.grade or "none", turns, theme.lacks


def _theme(theme: ThemeResult) -> Part:
    grade = f" ({theme.grade})" if theme.grade else ""
    lacks = theme.lacks or "nothing to quote"
    found = Heard(quotes=theme.quotes) if theme.quotes else Text(text=f"Not heard: {lacks}.")
    return Part(title=f"{theme.title}: {theme.standing}{grade}", blocks=(found,), level=3)


def _ksbs(result: ExamResult) -> Iterator[Block]:
    counts = [f"{sum(e.standing is each for e in result.ksbs)} {each}" for each in Standing]
    yield Text(text=f"{', '.join(counts)}: what was heard here, and no award.")
    rows = tuple(map(_ksb_row, result.ksbs))
    yield Table(caption="Knowledge, skills and behaviours", head=_KSBS_HEAD, rows=rows)


def _ksb_row(ksb: KsbResult) -> tuple[str, ...]:
    turns = dict.fromkeys(str(quote.turn) for quote in ksb.quotes)
    said = " / ".join(f'"{quote.text}" (turn {quote.turn})' for quote in ksb.quotes)
    return ksb.ksb, ksb.statement, str(ksb.standing), ", ".join(turns), said


def _shortfalls(result: ExamResult) -> Iterator[Block]:
    places: dict[Slip, list[Shortfall]] = {}
    for each in result.shortfalls:
        places.setdefault(each.slip, []).append(each)
    if not places:
        yield Text(text="None of the five commonest shortfalls was noticed.")
    for slip, found in places.items():
        named = SLIPS[slip]
        yield Text(text=f"{named[:1].upper()}{named[1:]}, {_times(len(found))}:")
        yield Items(items=tuple(map(_place, found)))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _place(each: Shortfall) -> str:
    return f'Turn {each.turn}: "{each.quote}"' if each.quote else f"Turn {each.turn}"


def _pieces(result: ExamResult) -> Items:
    return Items(
        items=tuple(
            "; ".join(filter(None, (e.title, e.date, e.place, f"{e.theme}, turn {e.turn}")))
            for e in result.pieces
        )
    )


# --- mentors, turns and the rest ------------------------------------------------------------------


def _review(told: Beside) -> Iterator[Block]:
    if told.rated:
        yield Table(
            caption="Mentors' ratings beside the assessed ones", head=RATED_HEAD, rows=told.rated
        )
    yield Items(items=told.review)


def _turn(record: Record, turn: Turn, told: Beside) -> Part:
    title = f"Turn {turn.number}: {record.title(turn.competence)}"
    return Part(title=title, blocks=tuple(_said(record, turn, told)), level=3, turn=turn.number)


def _said(record: Record, turn: Turn, told: Beside) -> Iterator[Block]:
    ksbs = f". KSBs: {' '.join(told.ksbs[turn.number])}" if told.ksbs[turn.number] else ""
    yield Text(text=f"{method_title(record, turn)}, {kind_of_turn(turn)}{ksbs}")
    yield Words(text=turn.text)
    if turn.answer is None:
        yield Text(text=f"(not answered{f' ({turn.skipped})' if turn.skipped else ''})")
    else:
        yield Words(text=turn.answer)
    quotes = _quotes(turn)
    if quotes:
        yield Heard(quotes=quotes)
    lines = (*_read(turn), *told.of_turn[turn.number])
    if lines:
        yield Items(items=lines)


def _quotes(turn: Turn) -> tuple[Quote, ...]:
    """What counted, whichever of the two readings of the answer found it, in the order said."""
    answer, shown = turn.answer or "", dict[str, list[str]]()
    for read in (turn.assessment, turn.beside):
        for quote in turn_quotes(replace(turn, assessment=read)):
            if quote.shows != BEARS:
                shown.setdefault(quote.text, []).extend(quote.shows.split(", "))
    return tuple(
        Quote(turn=turn.number, text=text, shows=", ".join(dict.fromkeys(meanings)))
        for text, meanings in sorted(shown.items(), key=lambda each: answer.find(each[0]))
    )


def _read(turn: Turn) -> Iterator[str]:
    """Who read the answer, and why words were left out or it was not read."""
    if turn.failure:
        yield f"Not read: {turn.failure}"
    read = turn.assessment
    if read:
        yield from (f"Note: {notice_in_words(notice)}" for notice in read.notices)
        yield f"Read by {read.assessor.name}, version {read.assessor.version}"


def _portfolio(told: Beside) -> Iterator[Block]:
    yield Text(text=PORTFOLIO_NOTE)
    yield Table(
        caption="Portfolio",
        head=PORTFOLIO_HEAD,
        rows=tuple(
            (
                ksb.id,
                ksb.statement,
                ", ".join(str(item.turn) for item in ksb.items),
                " / ".join(dict.fromkeys(f'"{q}"' for item in ksb.items for q in item.quotes[:1])),
            )
            for ksb in told.portfolio
        ),
    )
    if told.attribution:
        yield Text(text=told.attribution)


def _provenance(material: Material, told: Beside) -> Iterator[tuple[str, str]]:
    opened, framework = material.record.opened, material.links.framework
    title = f"{framework.head.title}, " if framework else ""
    readers = "; ".join(f"{each.name}, version {each.version}" for each in material.readers)
    yield "Framework", f"{title}{opened.framework}, version {opened.framework_version}"
    yield "Fingerprint of its files (SHA-256)", opened.framework_sha256
    yield "Read by", readers or "nothing was read"
    yield "Interviewer version", opened.product
    yield "Seal of the transcript", material.seal
    yield from told.provenance
