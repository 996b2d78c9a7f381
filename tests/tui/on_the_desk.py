"""Interviews for the mentor's desk: one new, one in review with something due, one signed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import desk_samples
from desk_samples import MOMENT
from msgspec.structs import replace

from interviewer.desk import Desk as Opened
from interviewer.domain import Aspect
from interviewer.record import facts
from interviewer.record.transcript import Transcript
from interviewer.review import moderation

NEW, MID, DONE = "20261119-090000-aaaa", "20261120-090000-bbbb", "20261121-090000-cccc"
HOSTILE = "[red]Eve[/] [@click=app.quit]x[/]"


def _clock(days: int) -> Callable[[], datetime]:
    minutes = iter(range(100_000))
    return lambda: MOMENT + timedelta(days=days, minutes=next(minutes))


def interview(folder: Path, name: str, candidate: str, days: int) -> Callable[[], datetime]:
    """Hold one interview; its clock, for what is added to it."""
    now = _clock(days)
    opened = replace(desk_samples.opened(candidate), interview=name)
    with Transcript.create(folder, opened, now=now) as transcript:
        for fact in desk_samples.conversation():
            transcript.append(fact, durable=False)
        if name == NEW:
            reason = "I said why [/]."
            transcript.append(facts.Misread(competence=4, aspect=Aspect.KNOWLEDGE, reason=reason))
        transcript.append(facts.Finished(text="Thank you."))
    return now


def fill(folder: Path) -> None:
    """The three interviews."""
    interview(folder, NEW, HOSTILE, -2)
    for name, candidate, days in ((MID, "Ben Okoro", -1), (DONE, "Zoë Ashworth", 0)):
        now = interview(folder, name, candidate, days)
        with Opened(Transcript.open(folder, name, now=now)) as desk:
            desk.make(lambda r, _: moderation.moderate_turn(r, "Mo Tor", 1, 4, "Two parties."))
            desk.make(lambda r, _: moderation.comment(r, "Mo Tor", 1, "With whom?"))
            if name == MID:
                for day in ("2026-12-24", "2026-11-01"):
                    desk.make(lambda r, _, d=day: moderation.set_action(r, "Mo Tor", "Shadow", d))
            else:
                desk.make(lambda r, _: moderation.confirm(r))
                desk.make(lambda r, seal: moderation.sign_off(r, "Mo Tor", seal))
