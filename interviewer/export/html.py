"""The report and the whole interview as one HTML file that stands alone.

Everything is escaped, nothing is fetched, and a policy in the head forbids scripts and whatever is
from elsewhere; the one style sheet is allowed by its hash. Made to be read on a screen, by a screen
reader, and on A4.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from interviewer.domain import Value
from interviewer.export.beside import PORTFOLIO_HEAD, PORTFOLIO_NOTE, RATED_HEAD, Beside
from interviewer.export.charts import environment, profile_svg
from interviewer.export.page import Page
from interviewer.record.record import Turn
from interviewer.review import report_text
from interviewer.review.coverage import Coverage
from interviewer.review.development import reason_in_words
from interviewer.review.report import Report, day_in_words, turn_quotes
from interviewer.review.results import AspectResult, Quote
from interviewer.review.standing import Gap, gap_in_words
from interviewer.review.text import aspect_name
from interviewer.review.words import notice_in_words, rating_in_words

NOT_ANSWERED = "not answered"


class TurnShown(Value, frozen=True, kw_only=True):
    """A turn as a page shows it. ``about`` says of which kind it is, ``read`` what it came to."""

    number: int
    title: str
    about: str
    question: str
    answer: str | None
    without: str
    quotes: tuple[Quote, ...]
    read: tuple[str, ...]
    mentors: tuple[str, ...] = ()
    ksbs: tuple[str, ...] = ()


def html(
    report: Report,
    turns: Iterable[Turn],
    beside: Beside | None = None,
    trends: Sequence[str] = (),
) -> str:
    """The report with every turn, as a page.

    Args:
        turns: those of the record, in order.
        beside: the review, KSBs and the rest, where they are wanted.
        trends: pictures (SVG) of how aspects have moved.
    """
    style = environment().get_template("report.css").render()
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            turns=[shown_turn(report, turn, beside) for turn in turns],
            beside=beside,
            rated_head=RATED_HEAD,
            portfolio_head=PORTFOLIO_HEAD,
            portfolio_note=PORTFOLIO_NOTE,
            style=Markup(style),
            style_hash=_hash(style),
            chart=Markup(profile_svg(report.reached)),
            trends=[Markup(each) for each in trends],
            sentences=report_text,
            aspect_name=aspect_name,
            rating=rating_cell,
            level=level_cell,
            asked=asked_cells,
            reason=reason_in_words,
            day=day_in_words,
            coverages=tuple(Coverage),
        )
    )


def page_html(page: Page) -> str:
    """A page of parts, as a page that stands alone."""
    style = environment().get_template("report.css").render()
    template = environment().get_template("page.html.j2")
    blocks = {part: [(type(each).__name__, each) for each in part.blocks] for part in page.parts}
    return template.render(page=page, blocks=blocks, style=Markup(style), style_hash=_hash(style))


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def shown_turn(report: Report, turn: Turn, beside: Beside | None = None) -> TurnShown:
    """A turn with its words and what it came to, ready to be shown in any format."""
    kind = "follow-up" if turn.is_probe else f"question, {turn.complexity} complexity"
    return TurnShown(
        number=turn.number,
        title=report.title(turn.competence),
        about=f"{aspect_name(turn.aspect)}, {kind}",
        question=turn.text,
        answer=turn.answer,
        without=f"{NOT_ANSWERED}{f' ({turn.skipped})' if turn.skipped else ''}",
        quotes=turn_quotes(turn),
        read=tuple(_read(turn)),
        mentors=beside.of_turn[turn.number] if beside else (),
        ksbs=beside.ksbs[turn.number] if beside else (),
    )


def _read(turn: Turn) -> Iterable[str]:
    """What an answer came to by itself, why words were left out, and who read it."""
    read = turn.assessment
    if read:
        yield f"This answer alone: {rating_in_words(read.rating, read.span)}" + (
            "" if read.rating is None else f" ({read.confidence} confidence)"
        )
        for notice in read.notices:
            yield f"Note: {notice_in_words(notice)}"
        yield f"Read by {read.assessor.name}, version {read.assessor.version}"
    elif turn.failure:
        yield f"Not rated: {turn.failure}"


def rating_cell(result: AspectResult) -> str:
    """A rating in a table, with its name, and "not rated" apart from 0."""
    return rating_in_words(result.rating, result.span)


def asked_cells(size: Gap, gap: int | None, required: int | None) -> list[str]:
    """What a role asks for, and the gap to that, in a table."""
    return [level_cell(required, "no level"), gap_in_words(size, gap, required)]


def level_cell(level: int | None, nothing: str) -> str:
    """A level in a table, or why there is none."""
    return nothing if level is None else str(level)
