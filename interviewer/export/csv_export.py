"""Ratings as a table for spreadsheets: a row an aspect of a competence, of one or many interviews.

Of a mock assessment there is a row for the whole, each method, theme and KSB, and each answer that
a mentor rated; ``what`` tells.

A spreadsheet runs what looks like a formula, whoever wrote it. So a cell of text that begins with
one of the marks that start a formula, white space aside, gets an apostrophe before it; numbers are
ours, and stay numbers. UTF-8 with a mark at the beginning, which is how Excel knows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from interviewer.export.material import PRACTICE, Material
from interviewer.record.record import Record
from interviewer.record.reviewed import Moderation
from interviewer.review.exam_result import KsbResult, ThemeResult, exam_result
from interviewer.review.moderation import mentor_rating
from interviewer.review.portfolio import ksbs_of_turn
from interviewer.review.results import AspectResult, Quote, competence_result
from interviewer.review.words import level_name
from interviewer.safe_text import for_terminal

Cell = str | int | None

MAX_CELL = 32_000  # characters; Excel takes 32,767 and drops the rest without a word
_CUT = " [cut]"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "\uff1d", "\uff0b", "\uff0d", "\uff20")

COLUMNS = (
    "interview", "candidate", "started", "state", "status", "role",
    "competence", "title", "aspect", "self", "assessed", "assessed_name", "lowest", "highest",
    "confidence", "mentor", "mentor_name", "mentor_reason", "required", "gap", "next_required",
    "next_gap", "turns", "ksbs", "quotes", "misread", "signed_off_by", "signed_off_at",
    "framework", "framework_version", "framework_sha256", "readers", "product", "seal", "whole",
    "exported", "notice", "what", "method", "standing", "grade",
)  # fmt: skip
_FOOT = COLUMNS.index("signed_off_by")  # from here on, where a row is from


def csv_bytes(materials: Iterable[Material]) -> bytes:
    """The table, with its head."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for material in materials:
        writer.writerows([cell(each) for each in row] for row in rows(material))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def cell(value: Cell) -> Cell:
    """A value that a spreadsheet shows and does not run."""
    if not isinstance(value, str):
        return value
    text = for_terminal(value)
    if len(text) > MAX_CELL:
        text = text[: MAX_CELL - len(_CUT)] + _CUT
    starts = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if starts else text


def rows(material: Material) -> Iterator[list[Cell]]:
    """A row for each aspect of each competence that was begun; of a mock assessment, see below."""
    record = material.record
    if record.opened.exam:
        yield from _exam_rows(material)
        return
    begun = dict.fromkeys([*record.self_ratings, *(turn.competence for turn in record.turns)])
    for number in begun:
        result = competence_result(record, number)
        for aspect in result.aspects:
            yield [
                *_head(record),
                number,
                result.title,
                str(aspect.aspect),
                *_levels(record, number, aspect),
                *_evidence(material, number, aspect),
                *_provenance(material),
                "rating",
                None,
                None,
                None,
            ]


def _exam_rows(material: Material) -> Iterator[list[Cell]]:
    """A row for the whole, each method, each theme in it, and each KSB: what was heard, and where;
    then one for each answer that a mentor rated.

    ``competence`` and ``title`` are those of the theme; levels are empty, since there are none.
    """
    result = exam_result(material.record)
    yield _exam_row(material, {"what": "overall", "grade": result.overall})
    for method in result.methods:
        of = {"method": method.title}
        yield _exam_row(material, {**of, "what": "method", "grade": method.grade})
        for theme in method.themes:
            yield _exam_row(material, {**of, **_theme(theme)})
    for ksb in result.ksbs:
        yield _exam_row(material, _ksb(ksb))
    for judged in material.record.review.standing:
        yield _exam_row(material, _judged(material.record, judged))


def _theme(theme: ThemeResult) -> dict[str, Cell]:
    return {
        "what": "theme",
        "competence": theme.number,
        "title": theme.title,
        "turns": " ".join(map(str, theme.turns)),
        "quotes": _quoted(theme.quotes),
        "standing": str(theme.standing),
        "grade": theme.grade,
    }


def _ksb(ksb: KsbResult) -> dict[str, Cell]:
    return {
        "what": "KSB",
        "ksbs": ksb.ksb,
        "title": ksb.statement,
        "turns": " ".join(dict.fromkeys(str(quote.turn) for quote in ksb.quotes)),
        "quotes": _quoted(ksb.quotes),
        "standing": str(ksb.standing),
    }


def _judged(record: Record, judged: Moderation) -> dict[str, Cell]:
    """An answer that a mentor rated; it changes no grade."""
    return {
        "what": "answer" if judged.turn else "rating",
        "competence": judged.competence,
        "title": record.title(judged.competence),
        "aspect": str(judged.aspect),
        "assessed": judged.assessed,
        "assessed_name": level_name(judged.assessed),
        "mentor": judged.rating,
        "mentor_name": judged.mentor,
        "mentor_reason": judged.reason,
        "turns": str(judged.turn or ""),
        "ksbs": " ".join(record.turns[judged.turn - 1].ksbs) if judged.turn else "",
    }


def _exam_row(material: Material, told: Mapping[str, Cell]) -> list[Cell]:
    """What is ``told``, by column, with what each row of an interview says."""
    head, foot = _head(material.record), _provenance(material)
    known = {**dict(zip(COLUMNS, head, strict=False)), **told}
    known |= dict(zip(COLUMNS[_FOOT:], foot, strict=False))
    return [known.get(name) for name in COLUMNS]


def _quoted(quotes: Iterable[Quote]) -> str:
    return "\n".join(f"[{quote.turn}] {quote.text}" for quote in quotes)


def _head(record: Record) -> list[Cell]:
    opened = record.opened
    return [
        opened.interview,
        opened.candidate,
        record.started,
        str(record.state),
        str(record.review.status),
        opened.profile_title,
    ]


def _levels(record: Record, number: int, aspect: AspectResult) -> list[Cell]:
    judged = mentor_rating(record.review, number, aspect.aspect)
    return [
        aspect.self_rating,
        aspect.rating,
        level_name(aspect.rating),
        *(aspect.span or (None, None)),
        str(aspect.confidence) if aspect.confidence else None,
        judged.rating if judged else None,
        judged.mentor if judged else None,
        judged.reason if judged else None,
        aspect.required,
        aspect.gap,
        aspect.next_required,
        aspect.next_gap,
    ]


def _evidence(material: Material, number: int, aspect: AspectResult) -> list[Cell]:
    links = material.links
    turns = [
        turn
        for turn in material.record.turns
        if (turn.competence, turn.aspect) == (number, aspect.aspect)
    ]
    ksbs = dict.fromkeys(
        ksb
        for turn in turns
        if turn.answer is not None
        for ksb in ksbs_of_turn(turn, links.of_question, links.of_competence)
    )
    return [
        " ".join(str(turn.number) for turn in turns if turn.answer is not None),
        " ".join(ksbs),
        _quoted(aspect.quotes),
        "\n".join(aspect.misread),
    ]


def _provenance(material: Material) -> list[Cell]:
    opened, signed = material.record.opened, material.record.review.signed_off
    return [
        signed.mentor if signed else None,
        signed.at if signed else None,
        opened.framework,
        opened.framework_version,
        opened.framework_sha256,
        "; ".join(f"{each.name} {each.version}" for each in material.readers),
        opened.product,
        material.seal,
        "yes" if material.whole else "no",
        material.exported,
        PRACTICE,
    ]
