"""Histories as lines for people, and as JSON. Lines hold no control codes, whatever was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from interviewer.record.index_rows import RatingRow
from interviewer.review.charts import trend_sentence
from interviewer.review.history import (
    Against,
    AspectHistory,
    CandidateHistory,
    OpenGap,
    Trend,
    again_on,
    due,
    open_gaps,
)
from interviewer.review.text import aspect_name
from interviewer.safe_text import for_one_line

NOT_NAMED = "Not named"
MAX_TOLD = 6  # attempts in a sentence

_ASKS = {
    Against.ROLE: "the role asks for",
    Against.AIM: "the role's questions aim at",
    Against.NEXT: "the next role asks for",
}


def gap_in_words(gap: OpenGap) -> str:
    """A gap for people, such as ``rated 2 and the role asks for 4``."""
    return f"rated {gap.row.rating} and {_ASKS[gap.against]} {gap.asked}"


def name_of(row: RatingRow) -> str:
    """The aspect of a competence that a row is about."""
    title = for_one_line(row.title) or f"competence {row.competence}"
    return f"{title} ({aspect_name(row.aspect).lower()})"


def day_in_words(day: date) -> str:
    """A day, such as ``2 Mar 2026``."""
    return f"{day.day} {day:%b} {day.year}"


def history_lines(found: Iterable[CandidateHistory], today: date) -> Iterator[str]:
    """The histories for people: the attempts by competence, then what is due."""
    for number, each in enumerate(found):
        if number:
            yield ""
        yield f"{for_one_line(each.candidate) or NOT_NAMED} ({for_one_line(each.framework)})"
        shown = None
        for aspect in each.aspects:
            if aspect.competence != shown:
                shown = aspect.competence
                yield f"  {for_one_line(aspect.title) or f'Competence {shown}'}"
            yield f"    {_attempts_in_words(aspect)}"
        for item in due(_rows(each), today):
            about = f"{name_of(item.open.row)}, {gap_in_words(item.open)}"
            yield f"  Due again since {day_in_words(item.on)}: {about}."


_TRENDS = {
    Trend.UP: " Up since the time before.",
    Trend.DOWN: " Down since the time before.",
    Trend.LEVEL: " The same as the time before.",
    Trend.TOO_FEW: "",
}


def _attempts_in_words(aspect: AspectHistory) -> str:
    points = aspect.points
    told = trend_sentence(aspect_name(aspect.aspect), points[-MAX_TOLD:])
    before = f" ({len(points) - MAX_TOLD} before that.)" if len(points) > MAX_TOLD else ""
    return f"{told}{before}{_TRENDS[aspect.trend]}"


def history_json(found: Iterable[CandidateHistory], today: date) -> list[dict[str, Any]]:
    """The histories as data."""
    return [
        {
            "candidate": each.candidate,
            "framework": each.framework,
            "aspects": [_aspect_json(aspect) for aspect in each.aspects],
            "due": [_gap_json(item.open, item.on) for item in due(_rows(each), today)],
            "gaps": [_gap_json(gap, again_on(gap)) for gap in open_gaps(_rows(each))],
        }
        for each in found
    ]


def _rows(each: CandidateHistory) -> list[RatingRow]:
    return [row for aspect in each.aspects for row in aspect.attempts]


def _aspect_json(aspect: AspectHistory) -> dict[str, Any]:
    return {
        "competence": aspect.competence,
        "title": aspect.title,
        "aspect": str(aspect.aspect),
        "trend": str(aspect.trend),
        "attempts": [
            {
                "id": row.interview,
                "at": row.at,
                "profile": row.profile,
                "mode": row.mode,
                "assessed": row.rating,
                "span": list(row.span) if row.span else None,
                "self": row.self_rating,
                "required": row.required,
                "next_required": row.next_required,
                "confidence": str(row.confidence) if row.confidence else None,
                "misread": row.misread,
            }
            for row in aspect.attempts
        ],
    }


def _gap_json(gap: OpenGap, on: date | None) -> dict[str, Any]:
    return {
        "competence": gap.row.competence,
        "title": gap.row.title,
        "aspect": str(gap.row.aspect),
        "id": gap.row.interview,
        "assessed": gap.row.rating,
        "asked": gap.asked,
        "against": str(gap.against),
        "gap": gap.gap,
        "size": str(gap.size),
        "reassess_on": on.isoformat() if on else None,
    }
