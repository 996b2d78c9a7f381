"""The record as the JSON of ``interviewer show``; its keys are a promise to other programs."""

from __future__ import annotations

from typing import Any

import msgspec

from interviewer.domain import Assessment
from interviewer.record.record import Record, Turn
from interviewer.record.reviewed import (
    Action,
    Comment,
    Confirmation,
    Moderation,
    Reopening,
    SignOff,
)
from interviewer.review.exam_text import exam_json
from interviewer.review.moderation import mentor_rating
from interviewer.review.results import competence_result

_Reviewed = Moderation | Comment | Action | Confirmation | SignOff | Reopening
_TYPES: dict[type, str] = {
    Moderation: "moderated",
    Comment: "commented",
    Action: "action",
    Confirmation: "confirmed",
    SignOff: "signed_off",
    Reopening: "reopened",
}


def shown(record: Record) -> dict[str, Any]:
    """One interview as a JSON object (shapes in the interface description)."""
    opened = record.opened
    return {
        "id": opened.interview,
        "framework": opened.framework,
        "version": opened.framework_version,
        "profile": opened.profile,
        "mode": opened.mode,
        "candidate": opened.candidate,
        "started": record.started,
        "state": str(record.state),
        "turns": [_turn(turn) for turn in record.turns],
        "ratings": [] if opened.exam else _ratings(record),
        "status": str(record.review.status),
        "reviews": reviews_json(record),
        "confirmed": _told(record.review.confirmed),
        "signed_off": _told(record.review.signed_off),
    } | ({"exam": exam_json(record)} if opened.exam else {})


def reviews_json(record: Record) -> list[dict[str, Any]]:
    """All that mentors added, in order; ``type`` says what each is."""
    review = record.review
    found: list[_Reviewed] = [
        *review.moderations,
        *review.comments,
        *review.actions,
        *review.signatures,
        *review.reopenings,
    ]
    if review.confirmed:
        found.append(review.confirmed)
    return [
        {"type": _TYPES[type(each)], **msgspec.to_builtins(each)}
        for each in sorted(found, key=lambda each: each.seq)
    ]


def _told(value: Confirmation | SignOff | None) -> dict[str, Any] | None:
    return msgspec.to_builtins(value) if value else None


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """An assessment as in ``interviewer assess``."""
    built: dict[str, Any] = msgspec.to_builtins(assessment)
    return built


def _turn(turn: Turn) -> dict[str, Any]:
    shown_of_exam = {
        "method": turn.method,
        "ksbs": list(turn.ksbs),
        "quote": turn.quote or None,
        "piece": msgspec.to_builtins(turn.named) if turn.named else None,
        "beside": assessment_json(turn.beside) if turn.beside else None,
        "credits": msgspec.to_builtins(turn.credits),
        "asked_at_ms": turn.asked_used,
        "answered_at_ms": turn.answered_used,
    }
    return (shown_of_exam if turn.method else {}) | {
        "turn": turn.number,
        "thread": turn.thread,
        "competence": turn.competence,
        "aspect": str(turn.aspect),
        "complexity": str(turn.complexity),
        "question_id": turn.question_id,
        "question": turn.text,
        "probe": turn.is_probe,
        "answer": turn.answer,
        "skipped": turn.skipped or None,
        "failure": turn.failure or None,
        "assessment": assessment_json(turn.assessment) if turn.assessment else None,
    }


def _ratings(record: Record) -> list[dict[str, Any]]:
    """A row for each aspect of each competence that has been begun."""
    begun = dict.fromkeys([*record.self_ratings, *(turn.competence for turn in record.turns)])
    rows = []
    for number in begun:
        for item in competence_result(record, number).aspects:
            judged = mentor_rating(record.review, number, item.aspect)
            rows.append(
                {
                    "competence": number,
                    "aspect": str(item.aspect),
                    "self": item.self_rating,
                    "assessed": item.rating,
                    "span": list(item.span) if item.span else None,
                    "mentor": judged.rating if judged else None,
                    "mentor_name": judged.mentor if judged else None,
                    "mentor_reason": judged.reason if judged else None,
                    "required": item.required,
                    "gap": item.gap,
                    "confidence": str(item.confidence) if item.confidence else None,
                    "next_required": item.next_required,
                    "next_gap": item.next_gap,
                    "misread": list(item.misread),
                }
            )
    return rows
