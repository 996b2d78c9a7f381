"""Interviews that have been held already, on a fixed day, for the reports on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

from driving import ONE, Desk
from toys import ToyReader

from interviewer.engine.plan import Options, open_fact
from interviewer.framework.loader import load
from interviewer.record.record import State
from interviewer.record.transcript import Transcript
from interviewer.session import Session

SHIPPED = Path(__file__).parents[2] / "frameworks"
ID = "20260301-090000-aaaa"
SAID = (
    "I held the list of those who had to agree, and I asked each of them what would stop it, led "
    "some.",
    "The plan was drawn up by Ann and I filled in my part, assisted. It explains why we did so.",
)

_STEP = """\
  - aspect: {aspect}
    to: {to}
    looks_like: >-
      You run {aspect} {to} from start to end [/]. People who were not in the room can tell from
      what you left behind why it went as it did, and nobody had to send you.
    actions:
      - Take the next {aspect} {to} on yourself, from the first talk with those who asked for it to
        the note about what was learnt.
      - Ask somebody who has done {aspect} {to} to look on, and to tell you what they saw.
    ask_mentor: What would you do first in {aspect} {to}?
"""


def write_development(desk: Desk, competence: int = 1) -> None:
    """Steps from each level to the next; ``desk`` must have frameworks of its own."""
    folder = desk.frameworks / "toy" / "development"
    folder.mkdir(exist_ok=True)
    steps = "".join(
        _STEP.format(aspect=aspect, to=to)
        for aspect in ("application", "knowledge")
        for to in range(2, 6)
    )
    (folder / f"{competence:02}-toy.yaml").write_text(f"competence: {competence}\nsteps:\n{steps}")


def _minutes() -> Iterator[datetime]:
    """A minute between two facts, from a fixed moment on."""
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    while True:
        yield at
        at += timedelta(minutes=1)


def hold(
    desk: Desk,
    options: Options = ONE,
    said: Sequence[str] = SAID,
    framework: str = "toy",
    *,
    until: int | None = None,
) -> str:
    """Hold an interview to its end, or until so many competences were gone through; its id."""
    loaded = load(desk.frameworks, framework, roles=True)
    times, answers, own = _minutes(), cycle(said), cycle([(3, 2), (2, 2), (4, 3)])
    opened = open_fact(loaded, options, ID, 7)
    transcript = Transcript.create(desk.transcripts, opened, now=lambda: next(times))
    with Session(transcript, loaded, desk.places, lambda _: ToyReader()) as session:
        held = session.interview
        while not held.record.ended:
            if until is not None and len(held.record.reflected) >= until:
                break
            if held.state is State.SELF_RATING:
                held.rate_self(*next(own))
            elif held.state is State.REFLECTING:
                held.go_on()
            else:
                held.answer(next(answers))
                pending = held.pending()
                if pending:
                    session.take(pending, session.read(pending))
    return ID
