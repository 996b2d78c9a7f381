"""A toy mock assessment: two methods, a few themes, questions that say what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from desk_samples import clock
from msgspec.structs import replace
from toys import MemoryLog, ToyReader

from interviewer.assessor.assess import assess
from interviewer.domain import (
    Aspect,
    Autonomy,
    Combination,
    Complexity,
    ExamKind,
    ExamQuestion,
    ExamTerms,
    Grade,
    Knowing,
    Method,
    Theme,
    WorksFrom,
)
from interviewer.engine.exam import Exam
from interviewer.engine.exam_plan import ExamPlan, make_exam_plan
from interviewer.record import facts
from interviewer.record.facts import Document
from interviewer.record.record import Phase, State, Turn
from interviewer.record.transcript import Transcript

REPORT = """\
# Plan

## Bricks

I counted the bricks of theme one each week for the board.

## Mortar

The mortar of theme two was mixed by me on the first of May.
"""
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


class SetClock:
    """A clock that stands still until it is moved on."""

    def __init__(self, now: float = 100.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time pass, or go back."""
        self.now += seconds


def question(method: str, theme: int, nth: int) -> ExamQuestion:
    """The nth question of a theme: easy ones first, doing and knowing in turn."""
    aspect = Aspect.APPLICATION if nth % 2 else Aspect.KNOWLEDGE
    report = method == "report"
    word = NUMBERS[theme - 1]
    name = f"{method}-{theme}-{nth}"
    return ExamQuestion(
        id=name,
        framework="toy",
        theme=f"theme-{theme}",
        method=method,
        aspect=aspect,
        complexity=tuple(Complexity)[min(nth - 1, 2)],
        text=f"Question {name}?",
        plainer=f"Plainly: {name}?",
        ksbs=(f"K{theme}",) if nth == 1 else (f"S{theme}",),
        follow_ups=(f"Follow-up a of {name}?", f"Follow-up b of {name}?"),
        passing=("did it",),
        distinction=("weighed it",),
        taking_up=f'You write "{{quote}}". And {name}?' if report else "",
        cues=(f"theme {word}", "brick wall", "trowel") if report else (),
    )


def terms(
    *,
    themes: int = 3,
    minutes: int = 60,
    questions: int = 2,
    extra: int = 10,
    methods: Sequence[str] = ("discussion",),
    kind: ExamKind = ExamKind.EXAM,
    only: str = "",
    short: int | None = None,
) -> ExamTerms:
    """The terms of a toy."""
    every = {
        "report": Method(
            id="report",
            title="Report",
            minutes=minutes,
            questions=questions,
            default=True,
            works_from=WorksFrom.REPORT,
            presentation_minutes=5,
            extra_time=extra,
        ),
        "discussion": Method(
            id="discussion",
            title="Discussion",
            minutes=minutes,
            questions=questions,
            default=True,
            extra_time=extra,
        ),
    }
    return ExamTerms(
        kind=kind,
        methods=tuple(every[name] for name in methods),
        themes=tuple(
            Theme(id=f"theme-{n}", title=f"Theme {n}", ksbs=(f"K{n}", f"S{n}"), grouping="ours")
            for n in range(1, themes + 1)
        ),
        grades=(
            Grade(
                id="pass",
                title="Pass",
                shows="did",
                doing=Autonomy.LED,
                knowing=Knowing.EXPLAINS,
            ),
            Grade(
                id="distinction",
                title="Distinction",
                shows="weighs",
                doing=Autonomy.LED,
                knowing=Knowing.EVALUATES,
                of_themes=60,
            ),
        ),
        overall=tuple(
            Combination(grades={"report": a, "discussion": b}, overall=f"{a} and {b}")
            for a in ("pass", "distinction")
            for b in ("pass", "distinction")
        ),
        statements={f"{kind}{n}": f"{kind} {n}" for kind in "KS" for n in range(1, themes + 1)},
        minutes=short,
        only=only,
    )


def opened(of: ExamTerms, seed: int = 7) -> facts.Opened:
    """The first fact of a toy."""
    scope = tuple(range(1, len(of.themes) + 1))
    if of.kind is ExamKind.REHEARSAL:
        scope = (of.number(of.only),)
    return facts.Opened(
        interview="toy-1",
        mode="epa",
        framework="toy",
        framework_version="1",
        framework_sha256="0" * 64,
        profile=None,
        profile_title="Toy",
        candidate="",
        length=str(of.kind),
        aspects=tuple(Aspect),
        competences=scope,
        titles=tuple(of.theme(n).title for n in scope),
        requirements=(),
        complexity=None,
        seed=seed,
        product="0",
        exam=of,
    )


def bank(of: ExamTerms, per_theme: int = 3) -> tuple[ExamQuestion, ...]:
    """The questions of a toy."""
    return tuple(
        question(method.id, theme, nth)
        for method in of.methods
        for theme in range(1, len(of.themes) + 1)
        for nth in range(1, per_theme + 1)
    )


def plan(of: ExamTerms | None = None, per_theme: int = 3, seed: int = 7) -> ExamPlan:
    """A toy's plan."""
    of = of or terms()
    return make_exam_plan(opened(of, seed), bank(of, per_theme))


def exam(
    of: ExamPlan | None = None, clock: SetClock | None = None, *, ready: bool = True
) -> tuple[Exam, SetClock]:
    """A toy mock assessment, at its first question where ``ready``."""
    of = of or plan()
    clock = clock or SetClock()
    log = MemoryLog()
    log.append(replace(opened(of.terms, of.seed), competences=of.scope))
    held = Exam(of, log, clock)
    if ready:
        make_ready(held)
    return held, clock


def make_ready(held: Exam) -> None:
    """Go through what comes before the questions of a method."""
    if held.phase is Phase.REPORT:
        held.hand_in(Document.REPORT, REPORT, "report.md")
    if held.phase is Phase.OUTLINE:
        held.hand_in(Document.OUTLINE, "")
    if held.phase is Phase.PRESENTATION:
        held.begin()
        held.end_presentation()
    if held.phase is Phase.READY:
        held.begin()


def read(held: Exam) -> None:
    """Read the answer that waits, for both aspects, as a session does."""
    pending = held.pending()
    assert pending is not None
    other = {Aspect.APPLICATION: Aspect.KNOWLEDGE, Aspect.KNOWLEDGE: Aspect.APPLICATION}
    beside = replace(pending.prompt, aspect=other[pending.prompt.aspect], insisted=True)
    reader = ToyReader()
    held.receive(
        pending,
        assess(reader, pending.prompt, pending.text),
        assess(reader, beside, pending.text),
    )


def tell(held: Exam, text: str) -> None:
    """Answer, and have it read if it is to be read."""
    held.answer(text)
    if held.pending():
        read(held)


def held_with(of: ExamTerms, says: Callable[[Turn], str]) -> Exam:
    """A whole toy exam."""
    held, clock = exam(plan(of))
    for _ in range(200):
        if held.record.ended:
            return held
        if held.phase is not Phase.QUESTIONS:
            make_ready(held)
            continue
        if held.record.state is State.REFLECTING:
            held.go_on()
            continue
        turn = held.record.turn
        assert turn is not None
        clock.pass_by(60)
        tell(held, "the log, May 2025, section 2" if turn.piece else says(turn))
    raise AssertionError("it does not end")


SAID = "self led it, did. We finished in the end and I learned from it, because it held"


def _says(turn: Turn) -> str:
    return f"{SAID} with Jane Smith on turn {turn.number}."


@cache
def _usual() -> tuple[facts.AnyFact, ...]:
    held = held_with(terms(methods=("report", "discussion")), _says)
    return tuple(item.fact for item in held.stamped)


def saved(
    folder: Path,
    says: Callable[[Turn], str] = _says,
    *,
    of: ExamTerms | None = None,
    candidate: str = "Zoë Ashworth",
    interview: str = "20261121-140000-eeee",
    now: Callable[[], datetime] | None = None,
) -> Path:
    """The path of a whole toy exam, in both methods unless ``of`` says otherwise, on the disk."""
    if says is _says and of is None:
        first, *rest = _usual()
    else:
        held = held_with(of or terms(methods=("report", "discussion")), says)
        first, *rest = (item.fact for item in held.stamped)
    assert isinstance(first, facts.Opened)
    named = replace(first, interview=interview, candidate=candidate)
    with Transcript.create(folder, named, now=now or clock()) as transcript:
        for fact in rest:
            transcript.append(fact, durable=False)
        return transcript.path
