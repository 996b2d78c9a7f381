"""The default reader: rules that run anywhere, need no model and no network, and can be explained.

It goes from the whole to the parts and back: it drops the words that are no evidence, weighs the
cues of the answer (with those of the earlier answers in its thread) and then says of each sentence
what its own cues bear out. A short answer has too little to weigh: there only sure cues count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import structs

from interviewer.assessor.acts import recognise
from interviewer.assessor.plain_text import plain
from interviewer.assessor.rules import admission, autonomy, complexity, knowledge, short, sure
from interviewer.assessor.rules.actor import actor_of
from interviewer.assessor.rules.cues import Found
from interviewer.assessor.rules.reality import reality_of
from interviewer.assessor.rules.relevance import Relevance
from interviewer.assessor.rules.star import star_of
from interviewer.assessor.rules.text import prepared
from interviewer.assessor.sentences import Span, split
from interviewer.assessor.unreadable import is_readable
from interviewer.domain import (
    Act,
    Actor,
    Aspect,
    AssessorId,
    Autonomy,
    Competence,
    Complexity,
    Confidence,
    Exchange,
    Knowing,
    Notice,
    Prompt,
    Reading,
    Reality,
    Sentence,
    Value,
)

READ_AT_MOST = 20_000  # characters; what comes after is kept in the transcript, but not read
SURE = 0.75
UNSURE = 0.45


class EmbeddedReader:
    """Reads answers by rules; made once for a framework, as it weighs its competences' terms."""

    def __init__(self, competences: Sequence[Competence]) -> None:
        self._relevance = Relevance(competences)

    @property
    def id(self) -> AssessorId:
        """Name and version."""
        return AssessorId(name="embedded", version="rules-2")

    def read(self, prompt: Prompt, answer: str) -> Reading:
        """Read ``answer``: see the protocol."""
        if not is_readable(answer):
            return Reading(act=Act.EMPTY, notices=(Notice.NOT_READABLE,))
        act = Act.ANSWER if prompt.insisted else recognise(answer, prompt.question)
        if act is not Act.ANSWER:
            return Reading(act=act)
        parts = _parts(prompt, answer)
        admitted = [part for part in parts if part.notice is None]
        if not admitted or self._is_elsewhere(prompt, admitted):
            return _nothing(parts, elsewhere=bool(admitted))
        if short.is_short(prompt, [part.text for part in admitted]):
            return self._read_short(prompt, parts, admitted)
        return _read_on(prompt, parts, admitted)

    def _read_short(
        self, prompt: Prompt, parts: Sequence[_Part], admitted: Sequence[_Part]
    ) -> Reading:
        context = short.context_of(
            prompt, _earlier(prompt.earlier), [part.text for part in admitted]
        )
        found = [
            _told(
                part,
                short.told_by(
                    part.text,
                    part.original,
                    context,
                    on_topic=self._relevance.touches(prompt.competence, part.text),
                    is_first=part is admitted[0],
                ),
            )
            for part in admitted
        ]
        settled = any(s.autonomy or s.complexity or s.knowledge for s in found)
        unsure = any(s.relevant for s in found) and not (settled or prompt.earlier)
        return _reading(parts, found, Confidence.LOW if unsure else Confidence.MEDIUM)

    def _is_elsewhere(self, prompt: Prompt, admitted: Sequence[_Part]) -> bool:
        """Whether the answer is about another competence. The answer to a probe is heard together
        with what it follows up, so that "my manager signed it" is about what came before.
        """
        earlier = [exchange.answer for exchange in prompt.earlier]
        text = " . ".join([*earlier, *(part.text for part in admitted)])
        return self._relevance.is_elsewhere(prompt.competence, text[:READ_AT_MOST], prompt.question)


class _Part(Value, frozen=True, kw_only=True):
    """One sentence: where it is, how it reads to the cues, and why it is no evidence, if so."""

    span: Span
    original: str
    text: str
    notice: Notice | None


def _parts(prompt: Prompt, answer: str) -> list[_Part]:
    asked = admission.telling(
        " ".join([prompt.question, *(exchange.question for exchange in prompt.earlier)])
    )
    said = {plain(s) for exchange in prompt.earlier for s in _sentences(exchange.answer)}
    parts: list[_Part] = []
    for span in split(answer[:READ_AT_MOST]):
        original = answer[span.start : span.end]
        text = plain(original)
        notice = _objection(text, asked, prompt.aspect, repeated=text in said and len(text) > 12)
        said.add(text)
        parts.append(_Part(span=span, original=original, text=prepared(original), notice=notice))
    return parts


def _objection(text: str, asked: set[str], aspect: Aspect, repeated: bool) -> Notice | None:
    """Why a plain sentence is no evidence; None when it is."""
    if admission.is_instruction(text):
        return Notice.INSTRUCTION
    if repeated:
        return Notice.REPEATED
    if admission.is_copy(text, asked):
        return Notice.COPIED_QUESTION
    if admission.is_claim(text):
        return Notice.BARE_CLAIM
    if aspect is Aspect.APPLICATION and admission.is_list(text):
        return Notice.LISTED
    return None


def _nothing(parts: Sequence[_Part], elsewhere: bool) -> Reading:
    """A reading in which no sentence is evidence."""
    notices = list(_notices(parts))
    if elsewhere:
        notices.append(Notice.NOT_RELEVANT)
    sentences = tuple(
        Sentence(start=p.span.start, end=p.span.end, relevant=False, admitted=False) for p in parts
    )
    return Reading(act=Act.ANSWER, sentences=sentences, notices=tuple(notices))


def _notices(parts: Iterable[_Part]) -> tuple[Notice, ...]:
    return tuple(dict.fromkeys(part.notice for part in parts if part.notice))


def _read_on(prompt: Prompt, parts: Sequence[_Part], admitted: Sequence[_Part]) -> Reading:
    texts = [part.text for part in admitted]
    whole = [*_earlier(prompt.earlier), *texts]
    if prompt.aspect is Aspect.APPLICATION:
        found, sure = _application(whole, texts, admitted)
    else:
        found, sure = _knowledge(whole, texts, admitted)
    return _reading(parts, found, _confidence(sure))


def _reading(parts: Sequence[_Part], found: Iterable[Sentence], confidence: Confidence) -> Reading:
    """A reading of ``found``, and of the parts beside it as refused."""
    read = {sentence.start: sentence for sentence in found}
    sentences = tuple(read.get(part.span.start) or _refused(part) for part in parts)
    return Reading(
        act=Act.ANSWER, sentences=sentences, notices=_notices(parts), confidence=confidence
    )


def _told(part: _Part, told: short.Told) -> Sentence:
    """A sentence of a short answer."""
    return Sentence(
        start=part.span.start,
        end=part.span.end,
        relevant=told.relevant,
        admitted=told.relevant,
        actor=told.actor,
        reality=told.reality,
        autonomy=told.autonomy,
        complexity=told.complexity,
        knowledge=told.knowledge,
        star=told.star,
    )


def _earlier(exchanges: Iterable[Exchange]) -> list[str]:
    return [prepared(s) for exchange in exchanges for s in _sentences(exchange.answer)]


def _sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text[:READ_AT_MOST])]


def _refused(part: _Part) -> Sentence:
    return Sentence(start=part.span.start, end=part.span.end, relevant=False, admitted=False)


def _application(
    whole: Sequence[str], texts: Sequence[str], parts: Sequence[_Part]
) -> tuple[list[Sentence], float]:
    found = autonomy.found_in(whole)
    highest, sure = autonomy.overall(found)
    if highest is None and _told_as_group(found):
        highest = Autonomy.ASSISTED
    situation = complexity.of_situation(found, highest)
    sentences = [
        _done(part, cues, highest, situation)
        for part, cues in zip(parts, _last(found, texts), strict=True)
    ]
    return _substantiated(sentences, highest), sure


def _told_as_group(found: Found) -> bool:
    """Whether an answer tells what "we" did: the speaker had some part in it, at the least."""
    return found.count("we did") >= 2 and not found.count("never") and not found.count("watched")


def _substantiated(sentences: list[Sentence], highest: Autonomy | None) -> list[Sentence]:
    """Where no sentence shows the autonomy of the whole by its own cues, the speaker's first act
    shows the least that the whole bears out.
    """
    if highest is None or any(sentence.autonomy for sentence in sentences):
        return sentences
    least = Autonomy.ASSISTED if highest is Autonomy.ASSISTED else Autonomy.LED
    for index, sentence in enumerate(sentences):
        if sentence.actor is Actor.SELF and sentence.reality is Reality.DID:
            shown = structs.replace(sentence, autonomy=least)
            return [*sentences[:index], shown, *sentences[index + 1 :]]
    return sentences


def _knowledge(
    whole: Sequence[str], texts: Sequence[str], parts: Sequence[_Part]
) -> tuple[list[Sentence], float]:
    found = knowledge.found_in(whole)
    highest, sure = knowledge.overall(found)
    context = complexity.of_reasoning(found, highest)
    sentences = [
        _known(part, cues, highest, context)
        for part, cues in zip(parts, _last(found, texts), strict=True)
    ]
    return sentences, sure


def _last(found: Found, texts: Sequence[str]) -> tuple[frozenset[str], ...]:
    """The cues of the sentences of this answer, without those of earlier ones."""
    return found.sentences[len(found.sentences) - len(texts) :]


def _done(
    part: _Part, cues: frozenset[str], highest: Autonomy | None, situation: Complexity | None
) -> Sentence:
    actor = actor_of(part.text, part.original)
    reality = reality_of(part.text, Aspect.APPLICATION)
    own = autonomy.autonomy_of(cues, actor, reality, highest)
    return Sentence(
        start=part.span.start,
        end=part.span.end,
        relevant=True,
        admitted=True,
        actor=actor,
        reality=reality,
        autonomy=Autonomy.ASSISTED if _is_directed(part, reality) else own,
        complexity=sure.complexity_in(part.text) or complexity.complexity_of(cues, situation),
        star=star_of(part.text, actor, reality, part.span.start == 0),
    )


def _is_directed(part: _Part, reality: Reality) -> bool:
    """Whether a sentence surely tells of direction. Of what sure cues say of autonomy, a long
    answer takes only this: on the labelled answers its weighed cues know the rest better.
    """
    return reality is Reality.DID and sure.autonomy_in(part.text, False) is Autonomy.ASSISTED


def _known(
    part: _Part, cues: frozenset[str], highest: Knowing, context: Complexity | None
) -> Sentence:
    reality = reality_of(part.text, Aspect.KNOWLEDGE)
    return Sentence(
        start=part.span.start,
        end=part.span.end,
        relevant=True,
        admitted=True,
        actor=_speaker(part, reality),
        reality=reality,
        knowledge=knowledge.knowledge_of(cues, reality, highest),
        complexity=complexity.complexity_of(cues, context),
    )


def _speaker(part: _Part, reality: Reality) -> Actor | None:
    """Who acts in a sentence about knowing; what is said in general has no actor."""
    return None if reality is Reality.GENERAL else actor_of(part.text, part.original)


def _confidence(likelihood: float) -> Confidence:
    if likelihood >= SURE:
        return Confidence.HIGH
    return Confidence.LOW if likelihood < UNSURE else Confidence.MEDIUM
