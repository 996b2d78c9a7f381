"""Drives the app as a person does: keys in, what is on the screen out."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual import events
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import OptionList, Static
from toys import ToyReader

from interviewer.domain import AssessorId, Prompt, Reading
from interviewer.engine.plan import Options
from interviewer.record.record import State
from interviewer.session import Places, Session, start
from interviewer.tui.app import First, InterviewerApp
from interviewer.tui.messages import InterviewsListed, WorkFailed
from interviewer.tui.screens.exam import ExamScreen
from interviewer.tui.screens.interview import InterviewScreen
from interviewer.tui.widgets.answer_box import AnswerBox
from interviewer.tui.widgets.notice import Notice

WIDE = (120, 40)
NARROW = (80, 24)
ROUNDS_OF_REST = 3  # a screen that has just been made may still begin something
MOST_ANSWERS = 12
ONE = Options(competences=(1,), length="short")


class GatedReader(ToyReader):
    """Waits at each answer until the gate is opened."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.reads = 0

    def read(self, prompt: Prompt, answer: str) -> Reading:
        """Wait, then read."""
        self.gate.wait(20)
        self.reads += 1
        return super().read(prompt, answer)


class FailingReader:
    """Fails on every answer."""

    id = AssessorId(name="failing", version="1")

    def read(self, prompt: Prompt, answer: str) -> Reading:
        """Fail, with hostile words."""
        raise RuntimeError("the model [/] is gone")


@dataclass
class Driver:
    """An app under a pilot."""

    app: InterviewerApp
    pilot: Pilot[None]
    messages: list[Message] = field(default_factory=list)
    drafted: asyncio.Event = field(default_factory=asyncio.Event)

    async def settle(self) -> None:
        """Wait for the work in the background, and for what follows from it."""
        quiet = 0
        while quiet < ROUNDS_OF_REST:
            quiet = 0 if len(self.app.workers) else quiet + 1
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys and let everything come to rest."""
        await self.pilot.press(*keys)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste into what has the focus."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def send(self, text: str) -> None:
        """Write an answer, send it, and wait until it is read."""
        await self.paste(text)
        await self.press("f9")

    async def answer_until_results(self, *texts: str) -> None:
        """Give these answers, the last one again and again, until the results are shown."""
        for turn in range(MOST_ANSWERS):
            if self.session.interview.state is State.REFLECTING:
                return
            await self.send(texts[min(turn, len(texts) - 1)])
        raise AssertionError(f"no results after {MOST_ANSWERS} answers")

    async def start(self, options: Options = ONE, framework: str = "toy") -> None:
        """Begin an interview without the set-up."""
        from interviewer.tui.messages import StartRequested

        self.app.post_message(StartRequested(options, framework))
        await self.pilot.pause()
        await self.settle()

    @property
    def session(self) -> Session:
        """The session on the screen."""
        screen = self.app.screen
        assert isinstance(screen, InterviewScreen)
        return screen.session

    @property
    def exam(self) -> ExamScreen:
        """The mock assessment on the screen."""
        screen = self.app.screen
        assert isinstance(screen, ExamScreen)
        return screen

    @property
    def box(self) -> AnswerBox:
        """The answer box."""
        return self.app.screen.query_one(AnswerBox)

    @property
    def notice(self) -> str:
        """What stands above the answer box."""
        return shown(self.app.screen.query_one(Notice))

    @property
    def at(self) -> str:
        """The name of the screen."""
        return type(self.app.screen).__name__

    def text(self, selector: str = "Static") -> str:
        """All text of some widgets on the screen in front."""
        return "\n".join(shown(item) for item in self.app.screen.query(selector).results(Static))

    def said(self) -> str:
        """The conversation so far."""
        return self.text("#conversation Static")

    def options(self, selector: str) -> list[str]:
        """The rows of a list."""
        rows = self.app.screen.query_one(selector, OptionList).options
        return [str(row.prompt) for row in rows]

    def footer(self) -> set[str]:
        """The labels of the keys that work now."""
        bindings = self.app.screen.active_bindings.values()
        return {item.binding.description for item in bindings if item.binding.show and item.enabled}


def shown(widget: Static) -> str:
    """The plain text of a Static."""
    return str(widget.content)


@dataclass
class Desk:
    """The folders of a test."""

    transcripts: Path
    frameworks: Path

    @property
    def places(self) -> Places:
        """As the session wants them."""
        return Places(transcripts=self.transcripts, frameworks=self.frameworks)

    def made(self, options: Options = ONE) -> Session:
        """A session outside the app."""
        return start(self.places, options, "toy", lambda framework: ToyReader())

    @asynccontextmanager
    async def running(
        self,
        first: First | None = None,
        size: tuple[int, int] = NARROW,
        reader: Any = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> AsyncIterator[Driver]:
        """The app, on its first screen."""
        app = InterviewerApp(
            str(self.transcripts),
            str(self.frameworks),
            first or First(),
            lambda framework: reader or ToyReader(),
            clock,
        )
        seen: list[Message] = []
        drafted, listed = asyncio.Event(), asyncio.Event()

        def hook(message: Message) -> None:
            seen.append(message)
            if isinstance(message, AnswerBox.Drafted):
                drafted.set()
            if isinstance(message, InterviewsListed | WorkFailed):
                listed.set()

        async with app.run_test(size=size, message_hook=hook) as pilot:
            driver = Driver(app, pilot, seen, drafted)
            await asyncio.wait_for(listed.wait(), 10)
            await pilot.pause()
            await driver.settle()
            yield driver
