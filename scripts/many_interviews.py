"""Many saved interviews to measure with: a few that the engine has held, written again and again.

Run with a folder and a number. Each is a whole transcript under an id and a time of its own.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from toys import MemoryLog, ToyReader  # noqa: E402

from interviewer.assessor.assess import assess  # noqa: E402
from interviewer.domain import Framework  # noqa: E402
from interviewer.engine.interview import Interview  # noqa: E402
from interviewer.engine.plan import Options, make_plan, open_fact  # noqa: E402
from interviewer.framework.loader import load, load_questions  # noqa: E402
from interviewer.record.facts import AnyFact, Opened  # noqa: E402
from interviewer.record.ids import file_of  # noqa: E402
from interviewer.record.line import GENESIS, encode, timestamp  # noqa: E402
from interviewer.record.record import State  # noqa: E402

FRAMEWORKS = ROOT / "frameworks"
FIRST = datetime(2024, 1, 8, 9, tzinfo=UTC)
APART = timedelta(hours=19)
ANSWERS = (
    ("It was mine to run, led, some. It explains why.",),
    ("My part was small, assisted, low. It describes what.", "We met, group."),
    ("I guided three people, supervised, high. It evaluates limits.",),
    ("Others ask me, sought, high. It originates a way.", "It was led, some."),
)


def make(folder: Path, count: int) -> None:
    """Write ``count`` interviews of one candidate, about five competences each."""
    framework = load(FRAMEWORKS, "apm-2")
    held = [_held(framework, answers) for answers in ANSWERS]
    folder.mkdir(parents=True, exist_ok=True)
    for number, facts in zip(range(count), cycle(held), strict=False):
        _write(folder, facts, FIRST + number * APART, number)


def _held(framework: Framework, answers: tuple[str, ...]) -> list[AnyFact]:
    """The facts of an interview, as the engine makes them of these answers."""
    options = Options(profile="pmo-officer", length="short", candidate="Alex Example")
    opened = open_fact(framework, options, "unsaved", 7)
    bank = load_questions(FRAMEWORKS, framework.head.id, opened.competences)
    log, said = MemoryLog(), cycle(answers)
    log.append(opened)
    interview = Interview(make_plan(opened, framework, bank), log)
    while not interview.record.ended:
        match interview.state:
            case State.SELF_RATING:
                interview.rate_self(3, 2)
            case State.REFLECTING:
                interview.go_on()
            case _:
                interview.answer(f"{next(said)} Turn {interview.record.current}.")
                pending = interview.pending()
                assert pending is not None
                read = assess(ToyReader(), pending.prompt, pending.text)
                interview.receive(pending, read)
    return [item.fact for item in log.stamped]


def _write(folder: Path, facts: list[AnyFact], start: datetime, number: int) -> None:
    interview = f"{start:%Y%m%d-%H%M%S}-{number % 65536:04x}"
    first = facts[0]
    assert isinstance(first, Opened)
    lines, before = [], GENESIS
    for seq, fact in enumerate([replace(first, interview=interview), *facts[1:]], start=1):
        at = timestamp(start + seq * timedelta(seconds=40))
        raw, before, _ = encode(seq, at, fact, before)
        lines.append(raw)
    file_of(folder, interview).write_bytes(b"".join(lines))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
