"""A candidate who types: what each of three apprentices says, kept beside this file.

The answers are kept by theme, in the order in which they are given. So they fit whatever is asked
first on a theme, and a reader that follows up a little differently meets answers all the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from interviewer.domain import Missing
from interviewer.engine.exam import Exam
from interviewer.engine.exam_plan import ExamOptions
from interviewer.exam_session import ExamSession, Papers, start
from interviewer.plain import Lines
from interviewer.plain_exam import PlainExam
from interviewer.record.record import Phase, Turn
from interviewer.session import Places

HERE = Path(__file__).parent
SEED = 11
READING = 4.0  # words a second, of what is asked


class SetClock:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Candidate:
    """Types what stands in the file, as fast as the file says."""

    said: dict[str, Any]
    clock: SetClock
    exam: Exam | None = None
    given: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    def readline(self) -> str:
        """The next line that is typed; it takes its time."""
        if not self.lines:
            self.lines = self._next()
        return self.lines.pop(0) + "\n"

    def fileno(self) -> int:
        """There is no file behind this."""
        raise OSError("no file")

    def _next(self) -> list[str]:
        assert self.exam is not None
        match self.exam.phase:
            case Phase.PRESENTING:
                self.clock.pass_by(60 * self.said["presentation"])
                return ["/done"]
            case Phase.QUESTIONS:
                return [*self._answer().split("\n"), ""]
            case _:
                return [""]

    def _answer(self) -> str:
        assert self.exam is not None
        turn = self.exam.record.turn
        assert turn is not None
        theme = self.exam.plan.terms.theme(turn.competence).id
        text = self._of_piece(theme) if turn.piece else self._said(turn, theme)
        self.clock.pass_by(self.said["thinking"] + len(turn.text.split()) / READING)
        self.clock.pass_by(60 * len(text.split()) / self.said["words_a_minute"])
        return text

    def _said(self, turn: Turn, theme: str) -> str:
        """What stands in the file for just this question, else what comes next on its theme."""
        exactly = self.said.get("by_question", {})
        key = turn.text if turn.is_probe else turn.question_id
        if key in exactly:
            return str(exactly[key]).strip()
        if turn.probes_for is Missing.EVALUATES:
            for words, replies in self.said.get("asked_to_weigh", {}).items():
                if words in turn.text:
                    return self._next_of(("weighing", words), replies)
        given = self.given[(turn.method, theme)]
        if given < len(self.said[turn.method][theme]):
            return self._next_of((turn.method, theme), self.said[turn.method][theme])
        return self._next_of(("", "anything"), self.said["anything"])

    def _next_of(self, what: tuple[str, str], replies: list[str]) -> str:
        number = self.given[what]
        self.given[what] += 1
        return str(replies[number % len(replies)]).strip()

    def _of_piece(self, theme: str) -> str:
        themes = list(self.said["discussion"])
        pieces = self.said["piece"]
        return str(pieces[themes.index(theme) % len(pieces)])


def hold(name: str, where: Places, interview: str = "") -> tuple[ExamSession, str]:
    """Hold the whole mock exam of one candidate in line mode; the session and what was shown."""
    said = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    clock = SetClock()
    candidate = Candidate(said=said, clock=clock)
    report = (HERE / f"{name}-report.md").read_text(encoding="utf-8")
    papers = Papers(report=(f"{name}-report.md", report), outline=("outline.txt", said["outline"]))
    options = ExamOptions(candidate=said["candidate"])
    session = start(where, options, clock=clock, seed=SEED, interview=interview)
    candidate.exam = session.exam
    shown = StringIO()
    PlainExam(session, Lines(candidate, shown), "interviewer resume", papers).hold()  # type: ignore[arg-type]
    return session, shown.getvalue()
