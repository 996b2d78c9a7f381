"""``interviewer assess``: rates answers in bulk, JSON Lines in and out, in constant memory.

Lines are rated by worker processes in batches; results come out in the order of the input, however
many processes there are, and each is the same as if it had been rated alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any, BinaryIO, NamedTuple

import msgspec
from msgspec import Meta

from interviewer.assessor.base import Reader
from interviewer.domain import Aspect, Assessment, Framework, InterviewerError, Prompt
from interviewer.framework.loader import load
from interviewer.framework.locate import DEFAULT_FRAMEWORK
from interviewer.session import Failure, default_reader, read_safely

BATCH = 64  # lines a worker takes at a time
QUEUED = 3  # batches waiting for each worker: enough to keep it busy, few enough to stay small
MAX_LINE = 8 * 1024 * 1024  # bytes; a longer line is an error in its place, not a memory problem
_BOM = b"\xef\xbb\xbf"  # which some editors put in front of the first line
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class Row(msgspec.Struct, kw_only=True):
    """One line of the input. Unknown keys are left alone."""

    id: str | int | None = None
    competence: Annotated[int, Meta(ge=1)]
    aspect: Aspect
    answer: str
    question: str | None = None
    framework: str = DEFAULT_FRAMEWORK


class Output(NamedTuple):
    """One line of the output, and whether it is an assessment rather than an error."""

    line: bytes
    ok: bool


class Rater:
    """Rates single lines; loads each framework and reader once."""

    def __init__(self, frameworks: Path) -> None:
        self._folder = frameworks
        self._loaded: dict[str, tuple[Framework, Reader]] = {}
        self._decoder = msgspec.json.Decoder(Row)

    def rate(self, number: int, line: bytes) -> Output:
        """The output for input line ``number``: an assessment, or an error in its place."""
        try:
            if len(line) > MAX_LINE:
                raise InterviewerError(f"longer than {MAX_LINE // 1024 // 1024} MB")
            row = self._decoder.decode(line)
            read = self._read(row)
        except (*UNREADABLE, InterviewerError) as error:
            return _error(_id_of(line), number, str(error))
        if isinstance(read, Failure):
            return _error(row.id, number, f"the reader failed: {read.reason}")
        built = msgspec.to_builtins(read)
        return Output(msgspec.json.encode({"id": row.id, **built}), ok=True)

    def _read(self, row: Row) -> Assessment | Failure:
        framework, reader = self._under(row.framework)
        prompt = Prompt(
            competence=framework.competence(row.competence),
            aspect=row.aspect,
            question=row.question or "",
        )
        return read_safely(lambda: reader, prompt, row.answer)

    def _under(self, framework_id: str) -> tuple[Framework, Reader]:
        if framework_id not in self._loaded:
            framework = load(self._folder, framework_id)
            self._loaded[framework_id] = (framework, default_reader(framework))
        return self._loaded[framework_id]


def bounded_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of ``stream`` that are not blank, numbered from 1; endless ones are cut.

    What is cut off an endless line is passed over, so that memory stays small whatever comes.
    """
    number = 0
    if stream.seekable() and stream.read(len(_BOM)) != _BOM:
        stream.seek(0)
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        rest = line
        while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE + 1)
        if line.strip():
            yield number, line


def assess_lines(
    lines: Iterable[tuple[int, bytes]], frameworks: Path, jobs: int
) -> Iterator[Output]:
    """Rate each numbered line; the results are in the order of the input.

    Args:
        jobs: worker processes; 1 rates in this process.
    """
    return _here(lines, frameworks) if jobs <= 1 else _in_processes(lines, frameworks, jobs)


def _here(lines: Iterable[tuple[int, bytes]], frameworks: Path) -> Iterator[Output]:
    rater = Rater(frameworks)
    return (rater.rate(number, line) for number, line in lines)


def _in_processes(
    lines: Iterable[tuple[int, bytes]], frameworks: Path, jobs: int
) -> Iterator[Output]:
    source = iter(lines)
    waiting: deque[Future[list[Output]]] = deque()
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(frameworks,)
    ) as pool:
        while True:
            while len(waiting) < jobs * QUEUED and (batch := list(islice(source, BATCH))):
                waiting.append(pool.submit(_rate_batch, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()


_rater: Rater | None = None  # one for each worker process


def _begin(frameworks: Path) -> None:
    global _rater
    _rater = Rater(frameworks)


def _rate_batch(lines: list[tuple[int, bytes]]) -> list[Output]:
    if _rater is None:
        raise AssertionError("the worker has not begun")
    return [_rater.rate(number, line) for number, line in lines]


def _id_of(line: bytes) -> Any:
    """The id of a line that could not be read, if that much of it can be."""
    try:
        value = msgspec.json.decode(line)
    except UNREADABLE:
        return None
    return value.get("id") if isinstance(value, dict) else None


def _error(row_id: Any, number: int, message: str) -> Output:
    line = msgspec.json.encode({"id": row_id, "error": f"line {number}: {message}"})
    return Output(line, ok=False)
