"""Small stand-ins for the engine's surroundings.

``ToyReader`` finds what an answer says of itself: the words of the facets ("led", "high",
"explains", "group" ...) are taken at their word, sentence by sentence. That makes it plain in a
test what was shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewer.assessor.assess import assess
from interviewer.domain import (
    Act,
    Actor,
    Aspect,
    AssessorId,
    Autonomy,
    Competence,
    Complexity,
    Factor,
    Indicator,
    Knowing,
    Level,
    Missing,
    Notice,
    Prompt,
    Question,
    Reading,
    Reality,
    Requirement,
    Sentence,
)
from interviewer.engine.interview import Interview
from interviewer.engine.plan import Plan
from interviewer.record import facts
from interviewer.record.facts import AnyFact, Stamped

NAMES = ("Not demonstrated", "Aware", "Practised", "Competent", "Proficient", "Expert")
SCALE = tuple(
    Level(level=n, name=name, application=f"does {n}", knowledge=f"knows {n}")
    for n, name in enumerate(NAMES)
)


class MemoryLog:
    """A log that keeps facts in memory; ``broken`` makes every append fail."""

    def __init__(self, stamped: Sequence[Stamped] = ()) -> None:
        self._stamped = list(stamped)
        self.broken: Exception | None = None

    @property
    def stamped(self) -> Sequence[Stamped]:
        """All facts."""
        return self._stamped

    def append(self, fact: AnyFact, *, durable: bool = True) -> Stamped:
        """Keep one more."""
        if self.broken:
            raise self.broken
        seq = len(self._stamped) + 1
        item = Stamped(seq=seq, at=f"2026-01-01T00:00:{seq % 60:02}.000Z", fact=fact)
        self._stamped.append(item)
        return item


def _value(kind: type, words: set[str]) -> object | None:
    return next((item for item in reversed(list(kind)) if str(item) in words), None)


class ToyReader:
    """Takes the facet words in an answer at their word."""

    id = AssessorId(name="toy", version="1")

    def read(self, prompt: Prompt, answer: str) -> Reading:
        """One sentence for each piece that ends with a full stop or a newline."""
        if "not-an-answer" in answer:
            return Reading(act=Act.CLARIFY)
        found = [
            self._sentence(match.start(), match.end(), match[0])
            for match in re.finditer(r"[^.\n]*[^.\n\s][^.\n]*[.\n]?", answer)
        ]
        notices = () if any(s.relevant for s in found) else (Notice.NOT_RELEVANT,)
        return Reading(act=Act.ANSWER, sentences=tuple(found), notices=notices)

    def _sentence(self, start: int, end: int, text: str) -> Sentence:
        lead = len(text) - len(text.lstrip())
        words = set(text.lower().replace(",", " ").replace(".", " ").split())
        relevant = "offtopic" not in words
        return Sentence(
            start=start + lead,
            end=start + len(text.rstrip()),
            relevant=relevant,
            admitted=relevant,
            actor=_value(Actor, words),  # type: ignore[arg-type]
            reality=_value(Reality, words) or Reality.DID,  # type: ignore[arg-type]
            autonomy=_value(Autonomy, words),  # type: ignore[arg-type]
            complexity=_value(Complexity, words),  # type: ignore[arg-type]
            knowledge=_value(Knowing, words),  # type: ignore[arg-type]
        )


def question(number: int, aspect: Aspect, complexity: Complexity, nth: int = 1) -> Question:
    """A question of the toy bank."""
    return Question(
        id=f"toy-{number}-{aspect}-{complexity}-{nth}",
        framework="toy",
        competence=number,
        aspect=aspect,
        complexity=complexity,
        factors=(Factor.RISK,),
        text=f"{aspect} question {nth} on {number}, {complexity}?",
        plainer=f"plainly: {aspect} {nth} on {number}, {complexity}?",
        looks_for=(Indicator(level=2, sign="two"), Indicator(level=3, sign="three")),
    )


def plan(
    *,
    numbers: Sequence[int] = (1,),
    required: int = 3,
    per_aspect: int = 2,
    aspects: Sequence[Aspect] = tuple(Aspect),
    complexity: Complexity | None = None,
    in_cell: int = 1,
    seed: int = 7,
    probes: dict[tuple[int, Aspect, Missing], tuple[str, ...]] | None = None,
) -> Plan:
    """A plan over toy competences."""
    cells = [(n, a, c) for n in numbers for a in Aspect for c in Complexity]
    return Plan(
        competences=tuple(
            Competence(number=n, title=f"Toy {n}", definition="A toy.") for n in numbers
        ),
        requirements={
            n: Requirement(competence=n, application=required, knowledge=required) for n in numbers
        },
        aspects=tuple(aspects),
        questions={
            (n, a, c): tuple(question(n, a, c, i) for i in range(1, in_cell + 1))
            for n, a, c in cells
        },
        scale=SCALE,
        complexity=complexity,
        questions_per_aspect=per_aspect,
        seed=seed,
        probes=probes or {},
    )


def opened(of: Plan, asked_before: dict[str, int] | None = None) -> facts.Opened:
    """The first fact of an interview under a toy plan."""
    return facts.Opened(
        interview="toy-1",
        mode="practice",
        framework="toy",
        framework_version="1",
        framework_sha256="0" * 64,
        profile=None,
        profile_title="",
        candidate="",
        length="standard",
        aspects=of.aspects,
        competences=tuple(c.number for c in of.competences),
        titles=tuple(c.title for c in of.competences),
        requirements=tuple(of.requirements.values()),
        complexity=of.complexity,
        seed=of.seed,
        product="0",
        asked_before=asked_before or {},
    )


def interview(of: Plan | None = None, asked_before: dict[str, int] | None = None) -> Interview:
    """A toy interview that waits for the first self-rating."""
    of = of or plan()
    log = MemoryLog()
    log.append(opened(of, asked_before))
    return Interview(of, log)


def read(held: Interview, reader: ToyReader | None = None) -> None:
    """Read the answer that waits, as a front end would."""
    pending = held.pending()
    assert pending is not None
    held.receive(pending, assess(reader or ToyReader(), pending.prompt, pending.text))


def tell(held: Interview, text: str) -> None:
    """Say something, and have it read if it is an answer."""
    held.answer(text)
    read(held)
