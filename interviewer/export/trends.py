"""How what an interview was about has moved, interview by interview, for a page with charts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from interviewer.domain import Value
from interviewer.record.index import Index
from interviewer.record.record import Record
from interviewer.review.charts import TrendPoint
from interviewer.review.history import history
from interviewer.review.text import aspect_name

FEWEST = 2  # attempts; one is no trend


class TrendShown(Value, frozen=True, kw_only=True):
    """One aspect of a competence over time, with what the role asks for."""

    title: str
    points: tuple[TrendPoint, ...]
    required: int | None


def trends_of(folder: Path, record: Record) -> tuple[TrendShown, ...]:
    """The aspects of ``record`` that its candidate was rated in more than once, up to its end.

    Args:
        folder: where the candidate's other transcripts are.
    """
    opened = record.opened
    with Index.open(folder) as index:
        index.refresh()
        rows = index.ratings(candidate=opened.candidate, framework=opened.framework)
    known = (row for row in rows if row.at <= record.last_at)
    wanted = set(opened.competences)
    found = (aspect for each in history(known) for aspect in each.aspects)
    return tuple(
        TrendShown(
            title=f"{aspect.title}, {aspect_name(aspect.aspect).lower()}",
            points=aspect.points,
            required=aspect.latest.required if aspect.latest else None,
        )
        for aspect in found
        if aspect.competence in wanted and len(aspect.points) >= FEWEST
    )


def drawn(trends: tuple[TrendShown, ...]) -> Iterator[str]:
    """The trends as SVG pictures, each with a name of its own."""
    from interviewer.export.charts import trend_svg

    for place, each in enumerate(trends, start=1):
        yield trend_svg(each.title, each.points, required=each.required, name=f"trend-{place}")
