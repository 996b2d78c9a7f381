"""An interview with hostile and harmless words in it, and a mentor's review of it, on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from interviewer.desk import Desk
from interviewer.domain import (
    Act,
    Aspect,
    Assessment,
    AssessorId,
    Complexity,
    Confidence,
    Evidence,
    Missing,
    Requirement,
)
from interviewer.export.material import Links, Material, gather
from interviewer.export.redaction import Redactor
from interviewer.record import facts
from interviewer.record.transcript import Transcript
from interviewer.review import moderation

ID = "20261121-130000-aaaa"
MOMENT = datetime(2026, 11, 21, 13, 0, 0, tzinfo=UTC)
EXPORTED = datetime(2026, 12, 1, 9, 30, 0, tzinfo=UTC)
TOY = AssessorId(name="toy", version="1")

LED = "I led the works with Jane Smith."
ANSWER = f"{LED} Ring her on 07700 900123 or jane.smith@example.org."
WHY = "You fix the scope so that a change has a price."

LINKS = Links(
    of_question={"q-app": ("K4", "S2"), "q-know": ("K4",)},
    of_competence={4: ("K4", "B1"), 7: ("K9",)},
    statements={"K4": "What a risk is.", "S2": "Keeping a log.", "B1": "Being open."},
    attribution="Statements under a licence.",
)


def clock() -> Callable[[], datetime]:
    """A clock that goes on by a minute each time that it is looked at."""
    minutes = iter(range(1_000_000))
    return lambda: MOMENT + timedelta(minutes=next(minutes))


def evidence(answer: str, quote: str, facet: str, value: str) -> Evidence:
    """A quote with its place."""
    start = answer.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote, facet=facet, value=value)


def assessment(rating: int, *found: Evidence) -> Assessment:
    """A rating that rests on quotes."""
    return Assessment(
        rating=rating,
        span=(rating, min(rating + 1, 5)),
        confidence=Confidence.MEDIUM,
        evidence=found,
        missing=(Missing.SUPERVISED,),
        notices=(),
        act=Act.ANSWER,
        assessor=TOY,
    )


def opened(candidate: str = "Zoë Ashworth") -> facts.Opened:
    """The fact that the interview was set up."""
    return facts.Opened(
        interview=ID,
        mode="practice",
        framework="apm-2",
        framework_version="2",
        framework_sha256="ab" * 32,
        profile="pmo-officer",
        profile_title="PMO Officer",
        candidate=candidate,
        length="short",
        aspects=tuple(Aspect),
        competences=(4, 7),
        titles=("Risk", "Scope"),
        requirements=(Requirement(competence=4, application=4, knowledge=2),),
        complexity=None,
        seed=1,
        product="0.1.0",
    )


def asked(turn: int, aspect: Aspect, question: str, text: str) -> facts.Asked:
    """The fact that a question was put."""
    return facts.Asked(
        turn=turn,
        competence=4,
        aspect=aspect,
        complexity=Complexity.SOME,
        question=question,
        text=text,
        plainer="",
    )


def conversation(answer: str = ANSWER, quote: str = LED) -> list[facts.AnyFact]:
    """A short interview after its first fact; the answer to turn 1 is fact 6."""
    return [
        facts.Briefed(competence=4, text="We begin with risk."),
        facts.Invited(competence=4, text="Where would you put yourself?"),
        facts.SelfRated(competence=4, application=2, knowledge=None, text="2 and no idea"),
        asked(1, Aspect.APPLICATION, "q-app", "How did you manage risk?"),
        facts.Answered(turn=1, text=answer),
        facts.Assessed(
            turn=1, answer=6, assessment=assessment(3, evidence(answer, quote, "autonomy", "led"))
        ),
        facts.Probed(turn=2, thread=1, missing=Missing.SUPERVISED, text="Whom did you guide?"),
        facts.Skipped(turn=2, later=False, reason="skipped"),
        asked(3, Aspect.KNOWLEDGE, "q-know", "Why is scope fixed?"),
        facts.Answered(turn=3, text=WHY),
        facts.Assessed(
            turn=3, answer=11, assessment=assessment(3, evidence(WHY, WHY, "knowledge", "explains"))
        ),
        *(
            facts.Rated(
                competence=4,
                aspect=aspect,
                rating=3,
                span=(3, 4),
                missing=(Missing.SUPERVISED,),
                turns=(turn,),
            )
            for turn, aspect in ((1, Aspect.APPLICATION), (3, Aspect.KNOWLEDGE))
        ),
        facts.Reflected(competence=4, text="So far so good."),
    ]


def held(
    folder: Path,
    *,
    candidate: str = "Zoë Ashworth",
    answer: str = ANSWER,
    quote: str = LED,
    ended: bool = True,
    now: Callable[[], datetime] | None = None,
) -> Path:
    """The path of an interview that nobody has reviewed."""
    with Transcript.create(folder, opened(candidate), now=now or clock()) as transcript:
        for fact in conversation(answer, quote):
            transcript.append(fact, durable=False)
        if ended:
            transcript.append(facts.Finished(text="Thank you."))
        return transcript.path


def desk(folder: Path, interview: str = ID, now: Callable[[], datetime] | None = None) -> Desk:
    """An interview on the desk, with a clock that can be foretold."""
    return Desk(Transcript.open(folder, interview, now=now or clock()))


def reviewed(folder: Path, *, signed: bool = True) -> Path:
    """The path of an interview with a whole review."""
    now = clock()
    path = held(folder, now=now)
    with desk(folder, now=now) as open_:
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo Tor", 1, 4, "Two parties in it."))
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo Tor", 3, None))
        open_.make(lambda r, _: moderation.comment(r, "Mo Tor", 1, "With whom?", "Jane Smith"))
        open_.make(lambda r, _: moderation.set_action(r, "Mo Tor", "Shadow a board", "2026-12-24"))
        if signed:
            open_.make(lambda r, _: moderation.confirm(r))
            open_.make(lambda r, seal: moderation.sign_off(r, "Mo Tor", seal))
    return path


def material(path: Path, *names: str) -> Material:
    """What exports are made from; redacted, if names are given."""
    found = gather(path, LINKS, EXPORTED, Redactor(names) if names else None)
    return replace(found, product="0.1.0")  # golden files outlive versions
