"""How ready a candidate is for the gateway, going by all practice so far. Pure.

A practice interview evidences the KSBs that its questions name, where a thread was rated competent
or above; a mock assessment those that were met in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from interviewer.assessor.assess import combine
from interviewer.domain import Act, ExamTerms, Value
from interviewer.heard import MET, ksb_levels
from interviewer.record.record import Record

COMPETENT = 3
WEAKEST = 3


class ThemeReadiness(Value, frozen=True, kw_only=True):
    """How many of a theme's KSBs were evidenced."""

    title: str
    evidenced: tuple[str, ...]
    missing: tuple[str, ...]


class Readiness(Value, frozen=True, kw_only=True):
    """The share of KSBs evidenced over all practice, and the themes with the least of them."""

    practices: int
    evidenced: tuple[str, ...]
    of: int
    themes: tuple[ThemeReadiness, ...]
    weakest: tuple[ThemeReadiness, ...]

    @property
    def per_cent(self) -> int:
        """The share of KSBs evidenced, in whole per cent."""
        return len(self.evidenced) * 100 // self.of if self.of else 0


def evidenced(record: Record, ksbs_of: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The KSBs that one interview evidences.

    Args:
        ksbs_of: the KSBs of the practice questions, by question id.
    """
    terms = record.opened.exam
    if terms is not None:
        return frozenset(ksb for ksb, level in ksb_levels(terms, record).items() if level >= MET)
    found: set[str] = set()
    for head in record.turns:
        if head.is_probe:
            continue
        read = [
            turn.assessment
            for turn in record.thread(head.number)
            if turn.assessment and turn.assessment.act is Act.ANSWER
        ]
        if read and combine(read, head.aspect).level >= COMPETENT:
            found.update(ksbs_of.get(head.question_id, ()))
    return frozenset(found)


def readiness(terms: ExamTerms, practices: Iterable[frozenset[str]]) -> Readiness:
    """What ``practices`` come to together, against the KSBs of ``terms``."""
    held = tuple(practices)
    every = frozenset().union(*held) if held else frozenset()
    themes = tuple(
        ThemeReadiness(
            title=theme.title,
            evidenced=tuple(ksb for ksb in theme.ksbs if ksb in every),
            missing=tuple(ksb for ksb in theme.ksbs if ksb not in every),
        )
        for theme in terms.themes
    )
    lacking = [theme for theme in themes if theme.missing]
    ranked = sorted(lacking, key=lambda t: len(t.evidenced) / (len(t.evidenced) + len(t.missing)))
    return Readiness(
        practices=len(held),
        evidenced=tuple(ksb for ksb in terms.statements if ksb in every),
        of=len(terms.statements),
        themes=themes,
        weakest=tuple(ranked[:WEAKEST]),
    )
