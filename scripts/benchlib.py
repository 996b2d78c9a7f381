"""What scripts/bench measures with: programs in a real terminal, and the table of results.

It needs the standard library only, so that measuring costs nothing but what is measured.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import random
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Literal

COLUMNS, LINES = 100, 30
PATIENCE = 20.0  # seconds until something counts as never coming
QUIET = 0.12  # seconds without output after which a screen has settled; cursors blink every 0.5

_ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_=>])")


class Unmeasured(Exception):
    """Something could not be measured; the text says why."""


class Terminal:
    """A program in a pseudo-terminal. What it writes is read as it comes, and timed."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._heard = b""
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            try:
                os.execve(command[0], list(command), dict(environment))
            finally:
                os._exit(127)

    def wait_for(self, *texts: str) -> float:
        """When one of ``texts`` had been written, since the start or the latest key."""
        wanted, deadline = [text.encode() for text in texts], time.perf_counter() + PATIENCE
        while True:
            now = time.perf_counter()
            if any(text in self.heard for text in wanted):
                return now
            if now > deadline or not self._hear(deadline - now):
                seen = self.heard[-400:].decode(errors="replace")
                raise Unmeasured(f"{texts} never came; the last that was written: {seen!r}")

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until the program writes nothing for a moment."""
        deadline = time.perf_counter() + PATIENCE
        while time.perf_counter() < deadline and self._hear(quiet):
            pass

    def press(self, keys: str) -> float:
        """Press keys on a screen that has settled; when that was."""
        self.settle()
        self._heard = b""
        pressed = time.perf_counter()
        os.write(self._fd, keys.encode())
        return pressed

    def paste(self, text: str) -> None:
        """Paste text, and leave the cursor on an empty line.

        A blinking cursor has its line written again: what is to be looked for is not on it.
        """
        self.press(f"\x1b[200~{text}\x1b[201~")
        self.wait_for(text.partition(" ")[0])
        self.press("\r")
        self.settle()

    @property
    def heard(self) -> bytes:
        """What was written since the start or the latest key, without escape sequences."""
        return _ESCAPE.sub(b"", self._heard)

    def peak(self) -> float:
        """The most memory that the program has had so far, in MB."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        except OSError:
            raise Unmeasured("peak memory is read from /proc, which is not here") from None
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        if not found:
            raise Unmeasured("the program has ended")
        return int(found[1]) / 1024

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _hear(self, within: float) -> bool:
        """Take in what is written ``within`` so many seconds; False when nothing is."""
        if not select.select([self._fd], [], [], max(within, 0))[0]:
            return False
        try:
            more = os.read(self._fd, 65536)
        except OSError:  # Linux reports the end of a terminal's program so
            more = b""
        self._heard += more
        return bool(more)


@contextmanager
def terminal(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Terminal]:
    """A program in a terminal, ended with the block."""
    running = Terminal(command, environment)
    try:
        yield running
    finally:
        running.close()


@contextmanager
def clean_environment() -> Iterator[dict[str, str]]:
    """An environment without our and Textual's settings, and no interviews saved so far."""
    ours = ("INTERVIEWER_", "TEXTUAL", "PYTHON", "NO_COLOR", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with tempfile.TemporaryDirectory() as folder:
        told = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "INTERVIEWER_TRANSCRIPTS": folder}
        yield kept | told | {"INTERVIEWER_CACHE": str(Path(folder) / "cache")}


# --- yardsticks -----------------------------------------------------------------------------------

HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("hello")

Hello().run()
"""
ONE_BOX = """
from textual.app import App
from textual.widgets import Static, TextArea

class OneBox(App):
    BINDINGS = [("f9", "copy", "Copy")]

    def compose(self):
        yield Static("ready", markup=False)
        yield TextArea()

    def action_copy(self):
        box = self.query_one(TextArea)
        self.query_one(Static).update(box.text)
        box.text = ""

OneBox().run()
"""

# --- commands -------------------------------------------------------------------------------------


def in_turn(one: list[str], other: list[str], repeats: int) -> tuple[list[float], list[float]]:
    """The milliseconds that two commands take, turn by turn; the first turn only warms up."""
    taken = [(_taken(one), _taken(other)) for _ in range(repeats + 1)][1:]
    return [pair[0] for pair in taken], [pair[1] for pair in taken]


def _taken(command: list[str]) -> float:
    with clean_environment() as environment:
        began = time.perf_counter()
        done = subprocess.run(command, env=environment, capture_output=True)
        taken = time.perf_counter() - began
    if done.returncode:
        raise Unmeasured(f"{command} failed: {done.stderr.decode(errors='replace').strip()}")
    return 1000 * taken


def reaped(command: list[str]) -> tuple[float, float]:
    """The seconds that a command takes, and its peak memory in MB."""
    with clean_environment() as environment, tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        running = subprocess.Popen(command, env=environment, stdout=output)
        _, status, used = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - began
        running.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        first = output.readline().decode(errors="replace").strip()
    if running.returncode:
        raise Unmeasured(f"{command} ended with {running.returncode}: {first[:200]}")
    return seconds, used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


# --- invented answers -----------------------------------------------------------------------------

PIECES = (
    "On the depot move {who} kept the risk register and met the owners every second week.",
    "{who} decided to bring the survey forward, because the permit was the largest threat.",
    "The supplier was six weeks late and three departments disagreed about who would pay.",
    "My manager checked the first two versions, after that {who} did it alone.",
    "An issue has happened, a risk may yet happen, so they need different owners.",
    "{who} showed two new colleagues how to score impact and looked through their work.",
    "In the end we opened four days late and the board noted what we had learnt.",
    "Ideally one would hold a workshop, but there was no budget for it that year.",
    "If you score by gut feeling the list only tells you who shouted loudest.",
)


def invented(lines: int, path: Path) -> None:
    """Write a file of invented answers, the same ones each time."""
    chance = random.Random(12)
    with path.open("w", encoding="utf-8") as file:
        for number in range(lines):
            pieces = chance.sample(PIECES, chance.randint(2, 8))
            answer = " ".join(piece.format(who=chance.choice(("I", "we"))) for piece in pieces)
            aspect = chance.choice(("application", "knowledge"))
            row = {"id": number, "competence": chance.randint(1, 27), "aspect": aspect}
            file.write(json.dumps(row | {"answer": answer}) + "\n")


# --- results --------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table. ``judged`` says what the goal is about."""

    name: str
    compares: str
    unit: str = ""
    ours: Sequence[float] = ()
    beside: Sequence[float] = ()
    judged: Literal["ratio", "difference", "value"] = "ratio"
    goal: float | None = None
    at_most: float | None = None
    unmeasured: str = ""

    @property
    def value(self) -> float | None:
        """The number that the goal is about: of medians."""
        if not self.ours:
            return None
        ours = median(self.ours)
        if self.judged == "value" or not self.beside:
            return ours
        beside = median(self.beside)
        return ours / beside if self.judged == "ratio" else ours - beside

    @property
    def passes(self) -> bool:
        """Whether it was measured and is not above what is allowed."""
        return self.value is not None and (self.at_most is None or self.value <= self.at_most)

    def as_json(self) -> dict[str, object]:
        """The row as data: every single measurement, and what they come to."""
        both = {"ours": self.ours, "beside": self.beside}
        middle = {name: median(each) for name, each in both.items() if each}
        return asdict(self) | {"medians": middle, "value": self.value, "passes": self.passes}


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows for people: medians, what they come to, and what that compares."""
    yield f"{'':42}{'ours':>12}{'beside':>12}{'':>10}   goal   at most"
    for row in rows:
        if row.unmeasured:
            yield f"{row.name:42}  not measured: {row.unmeasured}"
            continue
        cells = f"{_amount(row.ours, row.unit):>12}{_amount(row.beside, row.unit):>12}"
        limits = f"{_limit(row.goal):>7}{_limit(row.at_most):>10}"
        flag = "" if row.passes else "  <- above"
        yield f"{row.name:42}{cells}{_result(row):>10}{limits}{flag}"
        yield f"    {row.compares}"


def _amount(measured: Sequence[float], unit: str) -> str:
    return f"{median(measured):,.4g} {unit}".rstrip() if measured else ""


def _limit(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _result(row: Row) -> str:
    if row.value is None or row.judged == "value":
        return ""
    return f"x {row.value:.2f}" if row.judged == "ratio" else f"{row.value:+.3g} {row.unit}"
