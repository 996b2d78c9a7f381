"""Ratings as a table for spreadsheets: a row an aspect of a competence, of one or many interviews.

A spreadsheet runs what looks like a formula, whoever wrote it. So a cell of text that begins with
one of the marks that start a formula, white space aside, gets an apostrophe before it; numbers are
ours, and stay numbers. UTF-8 with a mark at the beginning, which is how Excel knows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from interviewer.export.material import PRACTICE, Material
from interviewer.record.record import Record
from interviewer.review.moderation import mentor_rating
from interviewer.review.portfolio import ksbs_of_turn
from interviewer.review.results import AspectResult, competence_result
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
    "exported", "notice",
)  # fmt: skip


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
    """A row for each aspect of each competence that was begun."""
    record = material.record
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
            ]


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
        "\n".join(f"[{quote.turn}] {quote.text}" for quote in aspect.quotes),
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
