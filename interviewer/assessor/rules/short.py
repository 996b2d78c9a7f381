"""Short answers, and replies to probes: only what a sure cue settles is said of them.

The weighed cues are made for answers of sixty words and more. With less, what they start from
would decide, and a few words would be given an autonomy or a depth that nobody has told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewer.assessor.plain_text import words_of
from interviewer.assessor.rules import sure
from interviewer.assessor.rules.actor import actor_of
from interviewer.assessor.rules.admission import telling
from interviewer.assessor.rules.reality import reality_of
from interviewer.assessor.rules.replies import (
    Asked,
    asked_by,
    autonomy_of_reply,
    complexity_of_reply,
    knowing_of_reply,
)
from interviewer.assessor.rules.star import star_of
from interviewer.domain import (
    Actor,
    Aspect,
    Autonomy,
    Complexity,
    Knowing,
    Prompt,
    Reality,
    Star,
    Value,
)

SHORT_ANSWER = 30  # words; what has fewer is read by sure cues alone
SHORT_REPLY = 60  # the same for a reply to a probe, which seldom tells the whole again

_QUESTION = re.compile(
    r"\A(?:why|what|who|how|when|where|which|can|do|is|are)(?:'s| is| are| do| does| did| was"
    r"| should"
    r"| can| you| this)\b"
)
_FIRST_PERSON = re.compile(r"\bi\b")
_TASTE = re.compile(r"\bi (?:really )?(?:love|like|hate|enjoy|support|fancy)\b")
_STATEMENT = re.compile(
    r"\A(?!there |it |that |this |they )(?:\w+ ){1,4}(?:is|are|was"
    r"|were) \w+(?: \w+)?\W*\Z"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|it's|they|them|their|that|that's|this|these|those|he|she|you|we|mine|me|one|"
    r"nobody|no one|everyone|everybody)\b"
)


class Told(Value, frozen=True, kw_only=True):
    """What a sentence of a short answer says."""

    relevant: bool
    actor: Actor | None = None
    reality: Reality | None = None
    autonomy: Autonomy | None = None
    complexity: Complexity | None = None
    knowledge: Knowing | None = None
    star: Star | None = None


class Context(Value, frozen=True, kw_only=True):
    """What a sentence is read in: what was asked, and what the rest of the thread tells."""

    aspect: Aspect
    inherits: bool  # what is about nothing in particular is about what was told around it
    asked: Asked | None
    words: frozenset[str]  # the telling words of the questions and of the earlier answers
    staff: bool  # somebody is named who may work under the speaker
    acted: bool  # an act of the speaker's own is told
    directed: bool  # being directed or helped is told


def is_short(prompt: Prompt, texts: Sequence[str]) -> bool:
    """Whether the prepared sentences of an answer are too few words to be weighed."""
    words = sum(len(words_of(text)) for text in texts)
    return words < (SHORT_REPLY if prompt.earlier else SHORT_ANSWER)


def context_of(prompt: Prompt, earlier: Sequence[str], texts: Sequence[str]) -> Context:
    """The context of an answer; ``earlier`` and ``texts`` are prepared sentences."""
    whole = [*earlier, *texts]
    questions = [prompt.question, *(exchange.question for exchange in prompt.earlier)]
    words = frozenset(telling(" ".join([*questions, *earlier])))
    staff = any(map(sure.names_staff, whole))
    return Context(
        aspect=prompt.aspect,
        inherits=bool(prompt.earlier) or any(words & telling(text) for text in texts),
        asked=asked_by(prompt.question) if prompt.earlier else None,
        words=words,
        staff=staff,
        acted=any(map(_own_act, whole)),
        directed=any(sure.autonomy_in(text, staff) is Autonomy.ASSISTED for text in texts),
    )


def _own_act(text: str) -> bool:
    did = reality_of(text, Aspect.APPLICATION) is Reality.DID
    return did and bool(_FIRST_PERSON.search(text))


def told_by(text: str, original: str, context: Context, on_topic: bool, is_first: bool) -> Told:
    """What a prepared sentence says.

    Args:
        text: the sentence, prepared.
        original: the sentence as typed.
        context: what it is read in.
        on_topic: whether it has a word of the competence that was asked about.
        is_first: whether it is the first of the answer, the one that a probe is replied to with.
    """
    if context.aspect is Aspect.KNOWLEDGE:
        return _known(text, original, context, on_topic, is_first)
    return _done(text, original, context, on_topic, is_first)


def _done(text: str, original: str, context: Context, on_topic: bool, is_first: bool) -> Told:
    actor, reality = actor_of(text, original), reality_of(text, Aspect.APPLICATION)
    replied = autonomy_of_reply(context.asked, text, context.acted) if is_first else None
    if replied:  # "no, just me" denies nothing
        reality = Reality.DID
    autonomy = _autonomy(text, actor, reality, context) or replied
    actor = Actor.SELF if autonomy is Autonomy.LED else actor
    complexity = sure.complexity_in(text)
    if complexity is None and is_first:
        complexity = complexity_of_reply(context.asked, text)
    settled = bool(autonomy or complexity)
    if not (settled or _is_linked(text, context, on_topic) or _is_act(actor, reality, text)):
        return Told(relevant=context.inherits and not _is_aside(text))
    return Told(
        relevant=True,
        actor=actor,
        reality=reality,
        autonomy=autonomy,
        complexity=complexity,
        star=star_of(text, actor, reality, is_first and context.asked is None),
    )


def _autonomy(
    text: str, actor: Actor | None, reality: Reality, context: Context
) -> Autonomy | None:
    """What a sentence shows by itself; an initiative is one's own unless somebody directs it."""
    if reality is not Reality.DID:
        return None
    own = actor is Actor.SELF and not context.directed and sure.takes_initiative(text)
    return sure.autonomy_in(text, context.staff) or (Autonomy.LED if own else None)


def _is_act(actor: Actor | None, reality: Reality, text: str) -> bool:
    """Whether a sentence without a link tells something that the speaker did."""
    own = actor in (Actor.SELF, Actor.GROUP) and reality is Reality.DID
    return own and not _TASTE.search(text)


def _known(text: str, original: str, context: Context, on_topic: bool, is_first: bool) -> Told:
    reality = reality_of(text, Aspect.KNOWLEDGE)
    replied = knowing_of_reply(context.asked, text) if is_first else None
    knowing = replied or sure.knowledge_in(text)
    reasoned = knowing in (Knowing.EXPLAINS, Knowing.EVALUATES)
    if not (reasoned or _is_linked(text, context, on_topic)) or _asks(text):
        return Told(relevant=context.inherits and not _is_aside(text))
    complexity = sure.complexity_in(text)
    if context.asked is Asked.HARD and knowing is Knowing.EVALUATES:
        complexity = Complexity.HIGH
    return Told(
        relevant=True,
        actor=None if reality is Reality.GENERAL else actor_of(text, original),
        reality=reality,
        knowledge=knowing,
        complexity=complexity,
    )


def _is_linked(text: str, context: Context, on_topic: bool) -> bool:
    """Whether a sentence takes up the competence, the question, or what was said before."""
    if on_topic or context.words & telling(text):
        return True
    return context.inherits and bool(_POINTS_BACK.search(text))


def _is_aside(text: str) -> bool:
    """Whether words that nothing links to the thread are plainly about something else."""
    return bool(_TASTE.search(text) or _STATEMENT.search(text) or _asks(text))


def _asks(text: str) -> bool:
    return bool(_QUESTION.search(text)) and len(words_of(text)) < 12
