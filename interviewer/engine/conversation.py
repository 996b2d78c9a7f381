"""The conversation as it was held: a pure view of the facts, for every front end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from interviewer.domain import Value
from interviewer.engine import wording
from interviewer.record import facts
from interviewer.record.facts import Stamped
from interviewer.safe_text import for_terminal


class Speaker(StrEnum):
    """Who says a line."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"


class Kind(StrEnum):
    """What a line is, so that a front end can set it apart."""

    TALK = "talk"  # introductions and replies
    QUESTION = "question"
    PROBE = "probe"
    ANSWER = "answer"
    ASIDE = "aside"  # what the candidate said beside answering
    RESULTS = "results"  # the results of a competence belong here
    END = "end"


class Line(Value, frozen=True, kw_only=True):
    """One thing said. ``seq`` is the number of its fact, ``turn`` that of its turn or 0."""

    seq: int
    at: str
    speaker: Speaker
    kind: Kind
    text: str
    turn: int = 0
    competence: int = 0


def conversation(stamped: Iterable[Stamped]) -> Iterator[Line]:
    """All that was said, in order."""
    for item in stamped:
        yield from lines_of(item)


def spoken_lines(stamped: Iterable[Stamped]) -> Iterator[str]:
    """All that was said as plain lines, for facts that no longer make a whole interview."""
    for line in conversation(stamped):
        mark = "> " if line.speaker is Speaker.CANDIDATE else ""
        for text in for_terminal(line.text).split("\n"):
            yield mark + text


def lines_of(item: Stamped) -> Iterator[Line]:
    """What was said in one fact; nothing for facts that are not spoken."""
    match item.fact:
        case (
            facts.Briefed(text=text, competence=number)
            | facts.Invited(text=text, competence=number)
        ):
            yield _interviewer(item, Kind.TALK, text, competence=number)
        case facts.SelfRated() as rated:
            yield _candidate(item, Kind.ASIDE, rated.text or self_rating_in_words(rated))
        case facts.Asked(lead=lead, text=text, turn=turn):
            if lead:
                yield _interviewer(item, Kind.TALK, lead)
            yield _interviewer(item, Kind.QUESTION, text, turn)
        case facts.Probed(text=text, turn=turn):
            yield _interviewer(item, Kind.PROBE, text, turn)
        case facts.Answered(text=text, turn=turn):
            yield _candidate(item, Kind.ANSWER, text, turn)
        case facts.AssessmentFailed(reason=reason):
            yield _interviewer(item, Kind.TALK, wording.unread(reason))
        case facts.Remarked(text=text, reply=reply):
            if text:
                yield _candidate(item, Kind.ASIDE, text)
            if reply:
                yield _interviewer(item, Kind.TALK, reply)
        case facts.Skipped(reply=reply):
            if reply:
                yield _interviewer(item, Kind.TALK, reply)
        case facts.Returned(text=text, turn=turn):
            yield _interviewer(item, Kind.QUESTION, text, turn)
        case facts.Reflected(text=text, competence=number):
            yield _interviewer(item, Kind.RESULTS, text, competence=number)
        case facts.MethodBegan() | facts.MethodEnded() | facts.HandedIn() | facts.Presented():
            yield from _around_a_method(item, item.fact)
        case facts.Clocked(text=text):
            if text:
                yield _interviewer(item, Kind.TALK, text)
        case facts.Misread(aspect=aspect, reason=reason):
            yield _candidate(item, Kind.ASIDE, f"{wording.misread(aspect)} {reason}")
        case facts.Finished(text=text) | facts.Withdrawn(text=text):
            yield _interviewer(item, Kind.END, text)
        case _:
            return


def _around_a_method(
    item: Stamped,
    fact: facts.MethodBegan | facts.MethodEnded | facts.HandedIn | facts.Presented,
) -> Iterator[Line]:
    """What is said before and after the questions of a mock assessment's method."""
    match fact:
        case facts.MethodBegan(text=text) | facts.MethodEnded(text=text):
            yield _interviewer(item, Kind.TALK, text)
        case facts.HandedIn(document=document, name=name, text=text, reply=reply):
            said = name or (f"{len(text.split())} words" if text.strip() else "none")
            yield _candidate(item, Kind.ASIDE, f"({document}: {said})")
            yield _interviewer(item, Kind.TALK, reply)
        case facts.Presented(notes=notes, reply=reply):
            if notes:
                yield _candidate(item, Kind.ASIDE, notes)
            yield _interviewer(item, Kind.TALK, reply)


def self_rating_in_words(rated: facts.SelfRated) -> str:
    """A self-rating that was not typed, as the candidate would say it."""
    parts = []
    if rated.application is not None:
        parts.append(f"{rated.application} for doing it")
    if rated.knowledge is not None:
        parts.append(f"{rated.knowledge} for knowing about it")
    return ", ".join(parts) or "(skipped)"


def _interviewer(
    item: Stamped, kind: Kind, text: str, turn: int = 0, *, competence: int = 0
) -> Line:
    return Line(
        seq=item.seq,
        at=item.at,
        speaker=Speaker.INTERVIEWER,
        kind=kind,
        text=text,
        turn=turn,
        competence=competence,
    )


def _candidate(item: Stamped, kind: Kind, text: str, turn: int = 0) -> Line:
    return Line(
        seq=item.seq, at=item.at, speaker=Speaker.CANDIDATE, kind=kind, text=text, turn=turn
    )
