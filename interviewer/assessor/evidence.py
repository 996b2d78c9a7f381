"""From what a reader found in sentences to quoted evidence, and from evidence to what was shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from interviewer.domain import (
    Actor,
    Autonomy,
    Complexity,
    Evidence,
    Knowing,
    Reality,
    Sentence,
    Value,
)

RELEVANT = "relevant"
YES = "yes"
FACETS = ("actor", "reality", "autonomy", "complexity", "knowledge", "star")


class Shown(Value, frozen=True, kw_only=True):
    """What evidence comes to, all turns taken together.

    ``own`` is that the speaker's own part is told; ``group`` that some of it was told as "we".
    ``hypothetical`` is that something was told that one would do. Autonomy, complexity and
    knowledge are the highest that were shown: they are substantiated by one sentence, not by most.
    """

    relevant: bool = False
    real: bool = False
    own: bool = False
    group: bool = False
    hypothetical: bool = False
    autonomy: Autonomy | None = None
    complexity: Complexity | None = None
    knowledge: Knowing | None = None


def evidence_of(answer: str, sentences: Iterable[Sentence]) -> tuple[Evidence, ...]:
    """The evidence in the sentences that bear on the competence and were admitted.

    One for each facet that says something, or "relevant" when none does, so that no admitted
    sentence goes unquoted.
    """
    return tuple(
        Evidence(start=s.start, end=s.end, quote=answer[s.start : s.end], facet=facet, value=value)
        for s in sentences
        if s.relevant and s.admitted
        for facet, value in _facets(s)
    )


def _facets(sentence: Sentence) -> list[tuple[str, str]]:
    found = [(name, getattr(sentence, name)) for name in FACETS]
    return [(name, str(value)) for name, value in found if value] or [(RELEVANT, YES)]


def shown_by(turns: Iterable[Iterable[Evidence]]) -> Shown:
    """What the evidence of one or more turns comes to.

    Args:
        turns: the evidence of each turn; offsets are only compared within a turn.
    """
    told = [sentence for turn in turns for sentence in _by_sentence(turn)]
    real = [s for s in told if _happened(s)]
    return Shown(
        relevant=bool(told),
        real=any(s.get("reality") == Reality.DID for s in told),
        own=any(_is_own(s) for s in real),
        group=any(s.get("actor") == Actor.GROUP for s in real),
        hypothetical=any(s.get("reality") == Reality.WOULD for s in told),
        autonomy=_highest(Autonomy, (s.get("autonomy") for s in real)),
        complexity=_highest(Complexity, (s.get("complexity") for s in told)),
        knowledge=_highest(Knowing, (s.get("knowledge") for s in told)),
    )


def _by_sentence(turn: Iterable[Evidence]) -> list[dict[str, str]]:
    sentences: dict[tuple[int, int], dict[str, str]] = {}
    for item in turn:
        sentences.setdefault((item.start, item.end), {})[item.facet] = item.value
    return list(sentences.values())


def _happened(sentence: dict[str, str]) -> bool:
    """Whether a sentence may count as done: an intention or a denial never does."""
    return sentence.get("reality") not in (Reality.WOULD, Reality.DENIED)


def _is_own(sentence: dict[str, str]) -> bool:
    actor = sentence.get("actor")
    done_by_self = actor == Actor.SELF and sentence.get("reality") == Reality.DID
    return done_by_self or ("autonomy" in sentence and actor != Actor.GROUP)


_Scale = TypeVar("_Scale", bound=StrEnum)


def _highest(scale: type[_Scale], values: Iterable[str | None]) -> _Scale | None:
    order: Sequence[_Scale] = tuple(scale)
    found = [order.index(scale(value)) for value in values if value]
    return order[max(found)] if found else None
