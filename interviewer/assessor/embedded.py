"""The default reader: a small trained network, and a few rules for what is no evidence at all.

It drops the words that are no evidence (the question again, the same again, instructions, bare
claims, lists), has the network read the rest in one pass, asks whether it is about the competence,
finds what the answer as a whole shows (``decoding.py``), and says of each sentence what bears that
out. Nothing it says goes beyond what the whole bears out, and what the whole bears out is always
carried by a sentence: that one is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

import numpy as np
from msgspec import structs

from interviewer.assessor import admission
from interviewer.assessor.acts import recognise
from interviewer.assessor.bare import is_bare
from interviewer.assessor.decoding import Decided, decide, strongest
from interviewer.assessor.network import Part, network
from interviewer.assessor.plain_text import plain, words_of
from interviewer.assessor.relevance import Relevance
from interviewer.assessor.sentences import Span, split
from interviewer.assessor.unreadable import is_readable
from interviewer.assessor.words import Floats
from interviewer.domain import (
    Act,
    Actor,
    Aspect,
    AssessorId,
    Autonomy,
    Competence,
    Complexity,
    Knowing,
    Notice,
    Prompt,
    Reading,
    Reality,
    Sentence,
    Star,
    Value,
)

READ_AT_MOST = 20_000  # characters; what comes after is kept in the transcript, but not read
NO_EVIDENCE = 0.6  # a sentence so likely to bear on nothing is left out
FEWEST_WORDS = {Aspect.APPLICATION: 4, Aspect.KNOWLEDGE: 3}  # that can show something alone
MANY_ITEMS = 10  # so many names in a row show no knowledge of any of them
REPEATED_FROM = 12  # characters; "yes" may well be said twice

_OWN_ACTS = (Autonomy.LED, Autonomy.SUPERVISED)  # being helped or asked is told of others

_WE = re.compile(r"\b(?:we|us|our|ours|the team|our team)\b")
_ANOTHER = re.compile(
    r"(?:the|an?|this|that|these|those|he|she|they|it|there|his|her|their|both|two|three)\b"
)
_SEEKING = re.compile(
    r"\bi (?:\w+ )?(?:ring|rang|phoned?|call(?:ed)?|ask(?:ed)?|e-?mail(?:ed)?|consult(?:ed)?|go"
    r"|went|turn(?:ed)?|write|wrote)\b.*\b(?:advice|advise|opinions?|help|guidance|views?)\b"
)
_I = re.compile(r"\b(?:i|me|my|mine|myself|i'[a-z]+)\b")


class EmbeddedReader:
    """Reads answers with the network; made once for a framework."""

    def __init__(self, competences: Sequence[Competence]) -> None:
        self._network = network()
        self._relevance = Relevance(competences, self._network.settings.competences)

    @property
    def id(self) -> AssessorId:
        """Name and version."""
        return AssessorId(name="embedded", version=self._network.settings.version)

    def read(self, prompt: Prompt, answer: str) -> Reading:
        """Read ``answer``: see the protocol."""
        if not is_readable(answer):
            return Reading(act=Act.EMPTY, notices=(Notice.NOT_READABLE,))
        act = Act.ANSWER if prompt.insisted else recognise(answer, prompt.question)
        if act is not Act.ANSWER:
            return Reading(act=act)
        told = _told(prompt, answer)
        admitted = [each for each in told if each.notice is None]
        if not admitted:
            return _nothing(told)
        if _says_too_little(prompt, admitted):
            return _nothing(told, Notice.TOO_LITTLE)
        parts = self._network.read([each.text for each in admitted], _context(prompt))
        texts = [each.text for each in admitted]
        if self._relevance.is_elsewhere(prompt, texts, parts):
            return _nothing(told, Notice.NOT_RELEVANT)
        decided = [decide(prompt.aspect, part) for part in parts]
        best = strongest(decided, prompt.aspect)
        if decided[best].shows:
            found = _sentences(prompt, admitted, parts, decided[best], best, self._relevance)
        else:
            likely = _by_sentence(parts, len(admitted))
            found = [
                _set_aside(each, beside) for each, beside in zip(admitted, likely, strict=True)
            ]
        read = {sentence.start: sentence for sentence in found}
        return Reading(
            act=Act.ANSWER,
            sentences=tuple(read.get(each.span.start) or _refused(each) for each in told),
            notices=_notices(told),
            confidence=decided[best].confidence,
        )


class _Told(Value, frozen=True, kw_only=True):
    """One sentence: where it is, and why it is no evidence, if so."""

    span: Span
    text: str
    notice: Notice | None


def _told(prompt: Prompt, answer: str) -> list[_Told]:
    asked = admission.telling(
        " ".join([prompt.question, *(exchange.question for exchange in prompt.earlier)])
    )
    said = {
        plain(earlier[span.start : span.end])
        for earlier in (exchange.answer for exchange in prompt.earlier)
        for span in split(earlier[:READ_AT_MOST])
    }
    told = []
    for span in split(answer[:READ_AT_MOST]):
        text = answer[span.start : span.end]
        words = plain(text)
        repeated = words in said and len(words) > REPEATED_FROM
        told.append(_Told(span=span, text=text, notice=_objection(words, asked, prompt, repeated)))
        said.add(words)
    return told


def _objection(words: str, asked: set[str], prompt: Prompt, repeated: bool) -> Notice | None:
    """Why a plain sentence is no evidence; None when it is."""
    if admission.is_instruction(words):
        return Notice.INSTRUCTION
    if repeated:
        return Notice.REPEATED
    if admission.is_copy(words, asked):
        return Notice.COPIED_QUESTION
    if admission.is_claim(words):
        return Notice.BARE_CLAIM
    fewest = admission.FEWEST_ITEMS if prompt.aspect is Aspect.APPLICATION else MANY_ITEMS
    if admission.is_list(words, fewest):
        return Notice.LISTED
    return None


def _says_too_little(prompt: Prompt, admitted: Sequence[_Told]) -> bool:
    """Whether an answer is too short to show anything: "I did" tells no story, "no" tells none.

    To a probe, "me" may decide who led, but shows no knowledge.
    """
    if is_bare(" ".join(each.text for each in admitted)):
        return True
    words = sum(len(words_of(plain(each.text))) for each in admitted)
    decides = prompt.aspect is Aspect.APPLICATION and prompt.earlier
    return not decides and words < FEWEST_WORDS[prompt.aspect]


def _context(prompt: Prompt) -> str:
    """What the answer to a probe follows up: what was said before, then the probe itself."""
    if not prompt.earlier:
        return ""
    return " ".join([*(exchange.answer for exchange in prompt.earlier), prompt.question])


def _nothing(told: Sequence[_Told], *more: Notice) -> Reading:
    """A reading in which no sentence is evidence."""
    return Reading(
        act=Act.ANSWER,
        sentences=tuple(_refused(each) for each in told),
        notices=(*_notices(told), *more),
    )


def _notices(told: Sequence[_Told]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(each.notice for each in told if each.notice))


def _refused(each: _Told) -> Sentence:
    return Sentence(start=each.span.start, end=each.span.end, relevant=False, admitted=False)


# --- sentences ------------------------------------------------------------------------------------


class _Likely(Value, frozen=True, kw_only=True):
    """The probabilities of one sentence, by facet, in the order of the labels."""

    facets: dict[str, Floats]


def _sentences(
    prompt: Prompt,
    admitted: Sequence[_Told],
    parts: Sequence[Part],
    decided: Decided,
    best: int,
    relevance: Relevance,
) -> list[Sentence]:
    """What each admitted sentence shows, as far as the whole bears it out."""
    likely = _by_sentence(parts, len(admitted))
    elsewhere = relevance.sentences_elsewhere(prompt, parts, len(admitted))
    found = [
        _sentence(prompt.aspect, each, beside, decided, about_it=not other)
        for each, beside, other in zip(admitted, likely, elsewhere, strict=True)
    ]
    if decided.autonomy and _told_as_we(found, admitted):
        # "We" neither lowers nor lifts a rating: who led is what the follow-up asks.
        decided = structs.replace(decided, autonomy=Autonomy.ASSISTED)
        found = [_capped(each, Autonomy.ASSISTED) for each in found]
    if decided.autonomy is Autonomy.SOUGHT and _only_seeks(found, admitted):
        # Going to others for advice is not being gone to.
        decided = structs.replace(decided, autonomy=Autonomy.SUPERVISED)
        found = [_capped(each, Autonomy.SUPERVISED) for each in found]
    first = parts[best].first
    carrying = range(first, first + parts[best].count)
    return _carried(prompt.aspect, found, likely, decided, carrying)


def _told_as_we(found: Sequence[Sentence], admitted: Sequence[_Told]) -> bool:
    """Whether all that was done is told as "we", in so many words, and nothing as "I"."""
    done = [
        plain(each.text)
        for sentence, each in zip(found, admitted, strict=True)
        if sentence.relevant and sentence.reality is Reality.DID
    ]
    return bool(done) and all(_WE.search(text) and not _I.search(text) for text in done)


def _only_seeks(found: Sequence[Sentence], admitted: Sequence[_Told]) -> bool:
    """Whether all that sounds like being sought tells of seeking somebody else's advice."""
    sought = [
        plain(each.text)
        for sentence, each in zip(found, admitted, strict=True)
        if sentence.autonomy is Autonomy.SOUGHT
    ]
    return bool(sought) and all(_SEEKING.search(text) for text in sought)


def _capped(each: Sentence, highest: Autonomy) -> Sentence:
    return structs.replace(each, autonomy=_at_most(Autonomy, each.autonomy, highest))


def _by_sentence(parts: Sequence[Part], count: int) -> list[_Likely]:
    """Each sentence as read in the part where most stands around it: the first that has it."""
    found: list[_Likely | None] = [None] * count
    for part in parts:
        for row in range(part.count):
            place = part.first + row
            if found[place] is None:
                facets = {name: values[row] for name, values in part.facets.items()}
                found[place] = _Likely(facets=facets)
    return [each for each in found if each is not None]


def _sentence(
    aspect: Aspect, each: _Told, likely: _Likely, decided: Decided, *, about_it: bool
) -> Sentence:
    relevant = about_it and float(likely.facets["relevant"][0]) < NO_EVIDENCE
    if not relevant:
        return _set_aside(each, likely)
    reality = _label(Reality, likely.facets["reality"])
    happened = reality not in (Reality.WOULD, Reality.DENIED)
    actor = _label(Actor, likely.facets["actor"])
    autonomy = _label(Autonomy, likely.facets["autonomy"]) if happened else None
    if autonomy in _OWN_ACTS and not _tells_of_speaker(each.text, actor):
        autonomy = None  # what somebody else did is not quoted for the speaker's own part
    knowledge = _label(Knowing, likely.facets["knowledge"])
    application = aspect is Aspect.APPLICATION
    return Sentence(
        start=each.span.start,
        end=each.span.end,
        relevant=True,
        admitted=True,
        actor=actor,
        reality=reality,
        autonomy=_at_most(Autonomy, autonomy, decided.autonomy) if application else None,
        complexity=_at_most(
            Complexity, _label(Complexity, likely.facets["complexity"]), decided.complexity
        ),
        knowledge=None if application else _at_most(Knowing, knowledge, _deepest(decided)),
        star=_label(Star, likely.facets["star"]) if application else None,
    )


def _deepest(decided: Decided) -> Knowing | None:
    """The deepest knowledge that a sentence may show without another level than the whole's.

    To weigh something up in an easy context is rated as explaining is, and quoted as what it is.
    """
    easy = decided.complexity is not Complexity.HIGH
    weighed = decided.knowledge is Knowing.EXPLAINS and easy
    return Knowing.EVALUATES if weighed else decided.knowledge


def _set_aside(each: _Told, likely: _Likely) -> Sentence:
    """A sentence that is no evidence, with what it tells all the same: who acted, if it was so."""
    return structs.replace(
        _refused(each),
        actor=_label(Actor, likely.facets["actor"]),
        reality=_label(Reality, likely.facets["reality"]),
    )


def _tells_of_speaker(text: str, actor: Actor | None) -> bool:
    """Whether a sentence tells what the speaker did; notes leave out the "I" and begin at once."""
    if actor is Actor.OTHER:
        return False
    words = plain(text)
    if _I.search(words) or _WE.search(words):
        return True
    return actor is Actor.SELF and not _ANOTHER.match(words)


_Label = TypeVar("_Label", bound=StrEnum)


def _label(kind: type[_Label], likely: Floats) -> _Label | None:
    """The likeliest label; the first place is for none."""
    place = int(np.argmax(likely))
    return None if place == 0 else tuple(kind)[place - 1]


def _at_most(kind: type[_Label], value: _Label | None, highest: _Label | None) -> _Label | None:
    """``value``, or ``highest`` where it goes beyond what the whole bears out."""
    if value is None or highest is None:
        return None
    order = tuple(kind)
    return min(value, highest, key=order.index)


def _carried(
    aspect: Aspect,
    found: list[Sentence],
    likely: Sequence[_Likely],
    decided: Decided,
    carrying: range,
) -> list[Sentence]:
    """See to it that what the whole bears out is carried by a sentence, the likeliest one."""
    if not any(each.relevant for each in found):
        place = min(carrying, key=lambda each: (float(likely[each].facets["relevant"][0]), each))
        admitted = structs.replace(found[place], relevant=True, admitted=True)
        found = [*found[:place], admitted, *found[place + 1 :]]
    if aspect is Aspect.APPLICATION:
        found = _carry(found, likely, "autonomy", decided.autonomy, carrying)
    else:
        found = _carry(found, likely, "knowledge", decided.knowledge, carrying)
    return _carry(found, likely, "complexity", decided.complexity, carrying)


def _carry(
    found: list[Sentence],
    likely: Sequence[_Likely],
    facet: str,
    value: Autonomy | Knowing | Complexity | None,
    carrying: range,
) -> list[Sentence]:
    if value is None or any(getattr(each, facet) is value for each in found):
        return found
    label = 1 + tuple(type(value)).index(value)
    able = [place for place in carrying if _may_carry(found[place], value)] or list(carrying)
    place = max(able, key=lambda each: (float(likely[each].facets[facet][label]), -each))
    each = found[place]
    changed = structs.replace(each, **{facet: value}, relevant=True, admitted=True)
    if facet == "autonomy" and each.reality in (Reality.WOULD, Reality.DENIED):
        changed = structs.replace(changed, reality=None)
    return [*found[:place], changed, *found[place + 1 :]]


def _may_carry(each: Sentence, value: Autonomy | Knowing | Complexity) -> bool:
    happened = each.reality not in (Reality.WOULD, Reality.DENIED)
    own = each.actor is not Actor.OTHER or value not in _OWN_ACTS
    return each.relevant and ((happened and own) or not isinstance(value, Autonomy))
