"""Reading a transcript as it is: nothing is changed, nothing readable is withheld.

A torn last line is what a crash in the middle of a write leaves: bytes that are no JSON, or no
newline at the end. It is tolerated; damage anywhere else is named by its line, and all the rest is
still returned.

What the chain proves: no line was changed, taken out, put in or moved without this being seen. What
it can't prove, having no key: that nobody wrote the whole file anew, with every hash after the
change, or cut whole lines off its end. Who needs that keeps ``Verdict.seal``, the last hash, in
another place (a signed e-mail will do): the same file always has the same seal. A sign-off is
checked as well: it names the hash that the chain had before it, so a file that was written anew
with every hash put right shows that it is not what was signed, unless the sign-off was forged too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from interviewer.record import files
from interviewer.record.errors import trouble
from interviewer.record.facts import Opened, Stamped
from interviewer.record.line import GENESIS, MAX_LINE, Line, decode
from interviewer.record.signing import Signature, Signing


class Damage(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong, near ``line`` (counted from 1); ``message`` names the place too."""

    line: int
    message: str

    def __str__(self) -> str:
        return self.message


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """All that a transcript says, and all that is wrong with it.

    ``chain_ok`` is about the hashes only. ``seal`` is the hash of the last readable line, ``kept``
    the length in bytes of the file up to the end of its last whole line, and ``unended`` tells that
    this line lacks nothing but its newline.
    """

    stamped: tuple[Stamped, ...]
    problems: tuple[Damage, ...]
    torn: bool
    chain_ok: bool
    seal: str
    kept: int
    unended: bool
    signatures: tuple[Signature, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether there is nothing to say against it."""
        return self.chain_ok and not self.problems and not self.torn


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a transcript is whole and unaltered, as far as its chain can prove that."""

    whole: bool
    interview: str
    facts: int
    torn: bool
    chain_ok: bool
    problems: tuple[Damage, ...]
    seal: str
    signatures: tuple[Signature, ...] = ()


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A line as cut from the file, without its newline; ``size`` counts all its bytes."""

    raw: bytes
    size: int
    ended: bool
    last: bool = False


def read(path: Path) -> Contents:
    """Read the transcript at ``path``, without a lock and without changing it.

    Raises:
        TranscriptError: there is no such file, or the system will not let it be read.
    """
    fd = files.open_to_read(path)
    try:
        with open(fd, "rb") as file:
            return read_file(file)
    except OSError as error:
        raise trouble(error, f"reading {path}") from error


def verify(path: Path) -> Verdict:
    """Judge whether the transcript at ``path`` is whole and unaltered.

    Raises:
        TranscriptError: there is no such file, or the system will not let it be read.
    """
    contents = read(path)
    first = contents.stamped[0].fact if contents.stamped else None
    return Verdict(
        whole=contents.whole,
        interview=first.interview if isinstance(first, Opened) else "",
        facts=len(contents.stamped),
        torn=contents.torn,
        chain_ok=contents.chain_ok,
        problems=contents.problems,
        seal=contents.seal,
        signatures=contents.signatures,
    )


def read_file(file: BinaryIO) -> Contents:
    """Read a transcript from an open file, from where it stands."""
    scan = _Scan()
    for piece in pieces(file):
        scan.take(piece)
    return scan.contents()


def pieces(file: BinaryIO) -> Iterator[Piece]:
    """The lines of ``file``, one in memory at a time (and the next, to know which is the last)."""
    here = _piece(file)
    while here is not None:
        following = _piece(file)
        yield msgspec.structs.replace(here, last=True) if following is None else here
        here = following


def _piece(file: BinaryIO) -> Piece | None:
    raw = file.readline(MAX_LINE + 1)
    if not raw:
        return None
    if raw.endswith(b"\n"):
        return Piece(raw=raw[:-1], size=len(raw), ended=True)
    if len(raw) <= MAX_LINE:
        return Piece(raw=raw, size=len(raw), ended=False)
    size, tail = len(raw), raw
    while tail and not tail.endswith(b"\n"):  # much too long: pass over the rest of it
        tail = file.readline(MAX_LINE)
        size += len(tail)
    return Piece(raw=raw, size=size, ended=bool(tail))


class _Scan:
    """Takes the lines of a transcript in turn and finds what is wrong with them together."""

    def __init__(self) -> None:
        self._stamped: list[Stamped] = []
        self._problems: list[Damage] = []
        self._number = 0
        self._links = frozenset({GENESIS})  # by which the next line may name the one before
        self._seal = GENESIS
        self._places: dict[int, int] = {}  # sequence number: the line where it stands
        self._last_seq = 0
        self._chain_ok = True
        self._torn = False
        self._unended = False
        self._size = 0
        self._kept = 0
        self._signing = Signing()

    def take(self, piece: Piece) -> None:
        """Judge one more line."""
        self._number += 1
        self._size += piece.size
        line = _decode(piece)
        if piece.last and (not line.parsed or not piece.ended):
            self._torn = True
            if line.problem and not line.parsed:
                return
        self._kept = self._size
        self._unended = not piece.ended
        self._judge(line)

    def contents(self) -> Contents:
        """All that was found, when every line was taken."""
        self._find_missing()
        if not self._number:
            self._problems.append(Damage(1, "the file is empty: there is no interview in it"))
        return Contents(
            stamped=tuple(self._stamped),
            problems=tuple(sorted(self._problems)),
            torn=self._torn,
            chain_ok=self._chain_ok,
            seal=self._seal,
            kept=self._kept,
            unended=self._unended,
            signatures=self._signing.signatures,
        )

    def _judge(self, line: Line) -> None:
        before = self._links
        if line.problem:
            colon = "" if line.problem.startswith(":") else " "
            self._damage(f"line {self._number}{colon}{line.problem}")
        self._follow(line)
        self._count(line)
        if line.stamped is not None:
            self._keep(line.stamped)
            wrong = self._signing.take(line.stamped, before, sound=not self._problems)
            if wrong:
                self._damage(f"line {self._number}: {wrong}")

    def _damage(self, message: str) -> None:
        self._problems.append(Damage(self._number, message))

    def _follow(self, line: Line) -> None:
        """Check the chain; a line whose hash can't be read is blamed alone, not the next too."""
        if not line.sealed:
            self._chain_ok = False
        if line.prev is not None and self._links and line.prev not in self._links:
            self._chain_ok = False
            before = f"line {self._number - 1}" if self._number > 1 else "the beginning"
            self._damage(f"line {self._number} does not follow {before}")
        self._links = line.links
        if line.sealed:
            (self._seal,) = line.links

    def _count(self, line: Line) -> None:
        """Check the sequence numbers; what can't be trusted is taken to be the next one."""
        if line.seq is None or not line.sealed:
            self._last_seq += 1
            self._places.setdefault(self._last_seq, self._number)
            return
        if line.seq in self._places:
            self._damage(
                f"line {self._number}: sequence number {line.seq} stands on line "
                f"{self._places[line.seq]} already"
            )
        elif line.seq <= self._last_seq:
            self._damage(f"line {self._number}: sequence number {line.seq} is out of order")
        self._places.setdefault(line.seq, self._number)
        self._last_seq = line.seq

    def _keep(self, stamped: Stamped) -> None:
        opens = isinstance(stamped.fact, Opened)
        if opens and self._number > 1:
            self._damage(f"line {self._number} opens the interview a second time")
        elif not opens and self._number == 1:
            self._damage("line 1 does not open an interview")
        self._stamped.append(stamped)

    def _find_missing(self) -> None:
        expected = 1
        for seq in sorted(seq for seq in self._places if seq > 0):
            if seq == expected + 1:
                message = f"sequence number {expected} is missing"
            else:
                message = f"sequence numbers {expected} to {seq - 1} are missing"
            if seq > expected:
                self._problems.append(Damage(self._places[seq], message))
            expected = seq + 1


def _decode(piece: Piece) -> Line:
    if len(piece.raw) > MAX_LINE:
        # A torn line may be as long as it likes; one with an end was never written by us.
        return Line(parsed=piece.ended, problem="is longer than 8 MB")
    return decode(piece.raw)


def read_descriptor(fd: int) -> Contents:
    """Read a transcript through its open descriptor, from the beginning; it stays open."""
    os.lseek(fd, 0, os.SEEK_SET)
    with open(fd, "rb", closefd=False) as file:
        return read_file(file)
