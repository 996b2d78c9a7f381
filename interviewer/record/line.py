"""One line of a transcript: its bytes, and the chain that ties it to the line before.

A line is one JSON object in UTF-8, ended by one newline (0x0A), without a space outside strings::

    {"v":1,"seq":2,"at":"2026-11-21T13:00:00.123Z","fact":{"type":"briefed",...},"prev":"H1","hash":"H2"}

``hash`` is always the last key, in exactly these 75 bytes: ``,"hash":"``, 64 lower-case
hexadecimal digits, ``"}``. The **content** of the line is what comes before them, closed again
with ``}``; ``hash`` is the SHA-256 of the content's bytes as they stand in the file, so nothing
has to be serialised again to check it. ``prev`` is the ``hash`` of the line before; on the first
line it is 64 zeros. Another program checks a transcript so::

    import hashlib, json, sys
    before = "0" * 64
    for raw in open(sys.argv[1], "rb").read().splitlines():
        line = json.loads(raw)
        assert hashlib.sha256(raw[:-75] + b"}").hexdigest() == line["hash"], line["seq"]
        assert line["prev"] == before, line["seq"]
        before = line["hash"]

or for line 7, in a shell (the second word is what ``jq -r .hash`` must give)::

    sed -n 7p X.jsonl | sed -E 's/,"hash":"[0-9a-f]{64}"\\}$/}/' | tr -d '\\n' | sha256sum

JSON escapes newlines and all other control characters below U+0020, so a line never holds a raw
newline, whatever a candidate typed. A surrogate code point (what a terminal makes of bytes that are
not UTF-8) has no place in UTF-8: each becomes U+FFFD before it is written, one for one, so that the
offsets of quotes stay right. All other text comes back exactly.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import Any, get_args

import msgspec

from interviewer.record.errors import TranscriptError
from interviewer.record.facts import VERSION, AnyFact, Stamped
from interviewer.record.ids import plain, printable

GENESIS = "0" * 64
MAX_LINE = 8 * 1024 * 1024  # bytes; a longer line is damage, so it is never written either

_SEAL = re.compile(rb',"hash":"([0-9a-f]{64})"\}')
_SEAL_LENGTH = 75
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Content(msgspec.Struct, frozen=True, kw_only=True):
    """The keys that ``hash`` is taken over, in the order in which they are written."""

    v: int
    seq: int
    at: str
    fact: AnyFact
    prev: str


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The same, with the fact still unread: it may be of a kind that only a newer version knows."""

    v: int
    seq: int
    at: str
    fact: msgspec.Raw
    prev: str


class _Kind(msgspec.Struct, frozen=True):
    type: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What a line says. Whatever could not be read is None, with ``problem`` to tell why.

    ``links`` are the hashes by which the next line may name this one: the one that stands here
    and the one that its content has (the same, but for damage). ``parsed`` is False for bytes that
    are no JSON, as a torn line leaves them. ``sealed``: the hash is there and right.
    """

    stamped: Stamped | None = None
    seq: int | None = None
    prev: str | None = None
    links: frozenset[str] = frozenset()
    sealed: bool = False
    parsed: bool = True
    problem: str = ""


_encoder = msgspec.json.Encoder()
_frames = msgspec.json.Decoder(_Frame)
_kinds = msgspec.json.Decoder(_Kind)
_facts: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)

_KINDS = frozenset(str(kind.__struct_config__.tag) for kind in get_args(AnyFact))

# All that reading bytes from a stranger may raise: malformed, deeply nested, absurdly long numbers.
UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError)


def mend(text: str) -> str:
    """``text`` with U+FFFD for every surrogate, so that it can be written as UTF-8."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def timestamp(moment: datetime) -> str:
    """``moment`` as it stands in a transcript: UTC, to the millisecond, with a Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def encode(seq: int, at: str, fact: AnyFact, prev: str) -> tuple[bytes, str, Stamped]:
    """The bytes of a line with its newline, its hash, and the fact as it will be read again.

    Raises:
        TranscriptError: it could not be read again, so it must not be written.
    """
    content = _content(_Content(v=VERSION, seq=seq, at=at, fact=fact, prev=prev))
    link = _digest(content)
    raw = content[:-1] + b',"hash":"' + link.encode() + b'"}'
    if len(raw) > MAX_LINE:
        raise TranscriptError("This is too long to be kept: more than 8 MB. Please shorten it.")
    line = decode(raw)
    if line.stamped is None:
        why = line.problem.removeprefix(": ")
        raise TranscriptError(f"This can't be kept, because it could not be read again: {why}.")
    return raw + b"\n", link, line.stamped


def _content(content: _Content) -> bytes:
    try:
        return _encoder.encode(content)
    except UnicodeEncodeError:  # a surrogate somewhere; rare, so the walk costs nothing otherwise
        return _encoder.encode(_mended(msgspec.to_builtins(content)))
    except (TypeError, ValueError, OverflowError) as error:
        raise TranscriptError(f"This can't be kept: {error}.") from error


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return mend(value)
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mended(item) for item in value]
    return value


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def decode(raw: bytes) -> Line:
    """Read a line (without its newline); never raises, but names what is wrong."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return Line(parsed=False, links=_links(raw), problem="is not UTF-8")
    try:
        frame = _frames.decode(raw)
    except UNREADABLE as error:
        return _unframed(raw, error)
    links = _links(raw)
    fact, problem = _fact(frame)
    return Line(
        stamped=Stamped(seq=frame.seq, at=frame.at, fact=fact) if fact else None,
        seq=frame.seq,
        prev=frame.prev,
        links=links,
        sealed=len(links) == 1,
        problem=problem or _seal_problem(links),
    )


def _unframed(raw: bytes, error: Exception) -> Line:
    try:
        msgspec.json.decode(raw)
    except UNREADABLE:
        return Line(parsed=False, links=_links(raw), problem="is not JSON")
    why = plain(str(error))
    return Line(links=_links(raw), problem=f"is not a line of a transcript ({why})")


def _links(raw: bytes) -> frozenset[str]:
    seal = _SEAL.fullmatch(raw, max(0, len(raw) - _SEAL_LENGTH))
    if seal is None:
        return frozenset()
    return frozenset({seal[1].decode(), _digest(raw[:-_SEAL_LENGTH] + b"}")})


def _seal_problem(links: frozenset[str]) -> str:
    if not links:
        return ": it does not end with its hash"
    return ": the hash does not match its content" if len(links) > 1 else ""


def _fact(frame: _Frame) -> tuple[AnyFact | None, str]:
    if frame.v != VERSION:
        return None, f": version {frame.v} is not known here: written by a newer version?"
    try:
        return _facts.decode(frame.fact), ""
    except UNREADABLE as error:
        return None, _why_no_fact(frame.fact, error)


def _why_no_fact(raw: msgspec.Raw, error: Exception) -> str:
    try:
        kind = _kinds.decode(raw).type
    except UNREADABLE:
        return f": its fact can't be read ({plain(str(error))})"
    if kind not in _KINDS:
        return f": unknown kind of fact {printable(kind)}: written by a newer version?"
    return f": its fact {printable(kind)} is not as it should be ({plain(str(error))})"
