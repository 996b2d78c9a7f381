"""Interviews that have been held under the toy framework, on days of the test's choosing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import cycle

from driving import Desk
from msgspec.structs import replace
from toys import MemoryLog, ToyReader

from interviewer.assessor.assess import assess
from interviewer.engine.interview import Interview
from interviewer.engine.plan import Options, make_plan, open_fact
from interviewer.framework.loader import load, load_questions
from interviewer.record.facts import AnyFact, Opened
from interviewer.record.record import State
from interviewer.record.transcript import Transcript

OFFICER = Options(profile="officer", length="short", candidate="Ann Example")

# What the toy reader makes 2, 3 and 4 of, both in doing and in knowing.
FAIR = "On the depot move I did my part, assisted, low. It describes what belongs to it."
GOOD = "On the depot move it was mine to run, led, some. It explains why the parts link."
FINE = "On the depot move I guided three people, supervised, high. It evaluates its limits, high."


def held(
    desk: Desk,
    day: datetime | str,
    options: Options = OFFICER,
    answers: Sequence[str] = (GOOD,),
    own: tuple[int, int] = (3, 3),
    until: int | None = None,
) -> str:
    """Hold an interview on a day, to its end or until so many results were seen; its id."""
    moment = datetime.fromisoformat(f"{day}T09:30:00Z") if isinstance(day, str) else day
    facts = _facts(desk, options, answers, own, until)
    opened = facts[0]
    assert isinstance(opened, Opened)
    named = replace(opened, interview=f"{moment:%Y%m%d-%H%M%S}-aaaa")
    clock = (moment + timedelta(seconds=40 * step) for step in range(100_000))
    with Transcript.create(desk.transcripts, named, now=lambda: next(clock)) as transcript:
        for fact in facts[1:]:
            transcript.append(fact, durable=False)
        return transcript.id


def _facts(
    desk: Desk, options: Options, answers: Sequence[str], own: tuple[int, int], until: int | None
) -> list[AnyFact]:
    framework = load(desk.frameworks, "toy")
    opened = open_fact(framework, options, "unsaved", 7)
    bank = load_questions(desk.frameworks, "toy", opened.competences)
    log, said = MemoryLog(), cycle(answers)
    log.append(opened)
    interview = Interview(make_plan(opened, framework, bank), log)
    while not interview.record.ended:
        if until is not None and len(interview.record.reflected) >= until:
            break
        match interview.state:
            case State.SELF_RATING:
                interview.rate_self(*own)
            case State.REFLECTING:
                interview.go_on()
            case _:
                interview.answer(f"{next(said)} That was turn {interview.record.current}.")
                pending = interview.pending()
                assert pending is not None
                interview.receive(pending, assess(ToyReader(), pending.prompt, pending.text))
    return [item.fact for item in log.stamped]
