"""The whole interview as one JSON document, for other systems, and back again.

``docs/transcript-json.md`` describes it and ``docs/transcript.schema.json`` is its schema. Unless
it was redacted, the document carries the lines of the transcript as they stand, so that importing
it gives the same file, byte for byte, and the same proof.

Text is somebody's own characters throughout. What could steer a terminal or turn the direction of
text is written as an escape, which to JSON is the same character.
"""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec

from interviewer.domain import InterviewerError
from interviewer.export.material import PRACTICE, Material
from interviewer.record.line import UNREADABLE
from interviewer.review.portfolio import ksbs_of_turn
from interviewer.review.results import results
from interviewer.review.shown import shown

FORMAT = "interviewer-transcript"
FORMAT_VERSION = 1

# Not escaped by JSON itself, but obeyed by terminals, or read as something that is not there.
_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def json_bytes(material: Material) -> bytes:
    """The document, in UTF-8."""
    text = msgspec.json.format(msgspec.json.encode(document(material)), indent=2).decode()
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode() + b"\n"


def document(material: Material) -> dict[str, Any]:
    """The document as data."""
    told = shown(material.record)
    for turn, row in zip(material.record.turns, told["turns"], strict=True):
        links = material.links
        row["ksbs"] = list(ksbs_of_turn(turn, links.of_question, links.of_competence))
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "notice": PRACTICE,
        "provenance": _provenance(material),
        "interview": told,
        "results": _results(material),
        "portfolio": msgspec.to_builtins(material.portfolio),
        "attribution": material.links.attribution,
        "redaction": _redaction(material),
        "chain": list(material.chain) if material.chain is not None else None,
    }


def _results(material: Material) -> Any:
    """By competence; what a mock assessment comes to is under ``interview.exam``."""
    record = material.record
    return [] if record.opened.exam else msgspec.to_builtins(results(record))


def _provenance(material: Material) -> dict[str, Any]:
    opened = material.record.opened
    framework = material.links.framework
    return {
        "product": opened.product,
        "exported_by": material.product,
        "exported": material.exported,
        "framework": {
            "id": opened.framework,
            "title": framework.head.title if framework else None,
            "version": opened.framework_version,
            "sha256": opened.framework_sha256,
        },
        "readers": msgspec.to_builtins(material.readers),
        "started": material.record.started,
        "last": material.record.last_at,
        "facts": len(material.stamped),
        "seal": material.seal,
        "whole": material.whole,
        "problems": list(material.problems),
        "signatures": [msgspec.to_builtins(each) for each in material.signatures],
    }


def _redaction(material: Material) -> list[dict[str, Any]] | None:
    """What stands in the place of what, without what was there."""
    if material.replaced is None:
        return None
    return [{"by": each.by, "times": each.times} for each in material.replaced if each.times]


class _Document(msgspec.Struct, frozen=True):
    format: Literal["interviewer-transcript"]
    format_version: int
    chain: tuple[str, ...] | None = None


def chain_in(data: bytes, name: str) -> bytes | None:
    """The transcript within an exported document; None for what is no such document.

    Raises:
        InterviewerError: it is one, but holds no transcript, or is of another version.
    """
    if data.lstrip()[:1] != b"{":
        return None
    try:
        told = msgspec.json.decode(data, type=_Document)
    except UNREADABLE:
        return None
    if told.format_version != FORMAT_VERSION:
        raise InterviewerError(
            f"{name} was exported by another version of this program "
            f"(format {told.format_version}; this one reads {FORMAT_VERSION})."
        )
    if told.chain is None:
        raise InterviewerError(
            f"{name} was redacted, so it holds no transcript that could be imported."
        )
    return "".join(f"{line}\n" for line in told.chain).encode("utf-8", "replace")
