"""What kind of turn the candidate took: a /command, a self-rating, an answer, or something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum

from interviewer.assessor.acts import Heard, hear, recognise
from interviewer.domain import Act, Aspect, InterviewerError, Level

COMMANDS: dict[str, Act] = {
    "help": Act.HELP,
    "repeat": Act.REPEAT,
    "clarify": Act.CLARIFY,
    "skip": Act.SKIP,
    "later": Act.SKIP,
    "dontknow": Act.DONT_KNOW,
    "back": Act.BACK,
    "pause": Act.PAUSE,
    "withdraw": Act.STOP,
}

_COMMAND = re.compile(r"\s*/([a-z]+)\s*\Z", re.IGNORECASE)
_LATER = re.compile(
    r"\b(later|come back|get back|return to|another time|after(wards)?|leave (it|that|this) for now"
    r"|at the end)\b",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"(ok(ay)?|right|alright|all|yes|yeah|no|sorry|thanks?|you|i'?m|am|fine|good|better|back|here|ready|let'?s|we|i"
    r"|can|i'?ll|please|just|carry on|go|on|keep going|continue|crack|now|then|again|with it|to"
    r"|\W)+",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"(?:(?:yes|yeah|yep|aye|ok|sure)\W+)?(?:it was|it is|that was it|that'?s (?:it|my answer)"
    r"|that (?:was|is) my answer|my answer|take it)\W*",
    re.IGNORECASE,
)
_IT_WAS_NOT = re.compile(
    r"(?:no|nope|nah|naw)?\W*(?:it was(?:n'?t| not)|that was(?:n'?t| not)(?: my answer| it)?)?\W*",
    re.IGNORECASE,
)
_AGREES = re.compile(r"(yes|yeah|yep|yup|aye|ok(ay)?|sure|please|do|i do|\W)+", re.IGNORECASE)
_HOW_FAR = re.compile(
    r"how (many|much) (more|longer|left|further|questions|of these)|how long (is|will|does|to go)"
    r"|how far (are we|through|to go)|(are we|is it) nearly (there|done|over)",
    re.IGNORECASE,
)
SENTENCE = 5  # words
ASIDE_LENGTH = 80  # characters; what is longer has content
_ABOUT = {
    Aspect.APPLICATION: re.compile(r"\b(do|doing|appl\w+|practice)\b", re.IGNORECASE),
    Aspect.KNOWLEDGE: re.compile(r"\bknow", re.IGNORECASE),
}
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_DECLINES = re.compile(
    r"\b(skip|pass|next|no idea|don'?t know|dunno|not sure|rather not|no thanks?|prefer not)\b",
    re.IGNORECASE,
)


class UnknownCommand(InterviewerError):
    """A /command that does not exist."""


def command(text: str) -> tuple[str, Act] | None:
    """The /command that a turn is, with its act; None when it is none.

    Only a turn that is one word after a slash is a command, so that a path or a fraction in an
    answer is left alone.

    Raises:
        UnknownCommand: it looks like one, but there is none of that name.
    """
    match = _COMMAND.match(text)
    if not match:
        return None
    name = match[1].lower()
    if name not in COMMANDS:
        known = " ".join(f"/{item}" for item in COMMANDS)
        raise UnknownCommand(f"There is no /{name}. You can type: {known}")
    return name, COMMANDS[name]


def act_of(text: str, question: str) -> Act:
    """The act of ordinary typing."""
    return recognise(text, question)


def heard(text: str, question: str) -> Heard:
    """The act of ordinary typing, and how sure that is. Nobody upset is asked what they meant."""
    found = hear(text, question)
    return Heard(act=found.act, sure=found.sure or found.act is Act.DISTRESS)


def wants_later(text: str) -> bool:
    """Whether somebody who skips asks to come back to it."""
    return bool(_LATER.search(text))


def was_answer(text: str) -> bool:
    """Whether somebody who was asked if that was their answer says that it was."""
    return agrees(text) or bool(_IT_WAS.fullmatch(text.strip()))


def was_none(text: str) -> bool:
    """Whether somebody who was asked if that was their answer says that it was not."""
    return bool(_IT_WAS_NOT.fullmatch(text.strip()))


class Meant(StrEnum):
    """What a turn means because of the remark just before it."""

    ANSWER_BEFORE = "answer before"  # what was sent before was an answer after all
    NO_ANSWER_BEFORE = "no answer before"  # it was what it had been taken for
    ANSWER = "answer"  # the same words again: now they are an answer
    BACK = "back"  # only that the candidate goes on


def meant_after(
    taken_for: Act, before: str, text: str, away: Collection[Act], *, unsure: bool
) -> Meant | None:
    """What ``text`` means after a remark; None when it means what it says.

    Args:
        taken_for: what the remark, with the words ``before``, was taken for.
        away: the acts after which somebody may only want to say that they are back.
        unsure: whether it was asked if that was an answer.
    """
    if unsure and was_answer(text):
        return Meant.ANSWER_BEFORE
    if unsure and was_none(text):
        return Meant.NO_ANSWER_BEFORE
    if insists(taken_for, before, text, unsure=unsure):
        return Meant.ANSWER
    return Meant.BACK if taken_for in away and not unsure and resumes(text) else None


def insists(taken_for: Act, before: str, text: str, *, unsure: bool = False) -> bool:
    """Whether the same words come again because they were meant as an answer.

    "what?" and "dunno" may well be said twice and mean the same again; a sentence is not repeated
    for nothing, nor is what was answered with "send it again".
    """
    if before.strip() != text.strip():
        return False
    return unsure or taken_for in (Act.INSTRUCT, Act.EMPTY) or len(text.split()) >= SENTENCE


def resumes(text: str) -> bool:
    """Whether somebody who had paused, or been upset, only says that they are ready to go on."""
    return len(text) < ASIDE_LENGTH and bool(_RESUMES.fullmatch(text.strip()))


def agrees(text: str) -> bool:
    """Whether a turn says yes and nothing else."""
    return len(text) < ASIDE_LENGTH and bool(_AGREES.fullmatch(text.strip()))


def asks_how_far(text: str) -> bool:
    """Whether somebody asks how much is still to come."""
    return len(text) < ASIDE_LENGTH and bool(_HOW_FAR.search(text))


def declines(text: str) -> bool:
    """Whether a reply to the self-rating says that the candidate would rather not."""
    return bool(_DECLINES.search(text))


def self_rating(
    text: str, aspects: Sequence[Aspect], scale: Sequence[Level]
) -> dict[Aspect, int] | None:
    """The levels in a reply such as ``3 and 2 I guess`` or ``competent, practised``.

    Returns:
        A level from 1 to 5 for each of ``aspects``; None when the reply does not say so clearly.
    """
    levels = _levels(text, scale)
    if len(levels) == 1 and re.search(r"\b(both|each|all)\b", text, re.IGNORECASE):
        levels = levels * len(aspects)
    if len(levels) != len(aspects):
        return None
    found = dict(zip(aspects, levels, strict=True))
    if len(aspects) == 2 and _knowledge_first(text):
        found = dict(zip(reversed(aspects), levels, strict=True))
    return found


def half_a_self_rating(
    text: str, aspects: Sequence[Aspect], scale: Sequence[Level]
) -> dict[Aspect, int]:
    """The one level that is said where the other is left open: "3 for doing, not sure of the rest".

    Empty when there is no level, or nothing tells which aspect it is for.
    """
    levels = _levels(text, scale)
    if len(levels) != 1:
        return {}
    for clause in re.split(r"[,.;]|\bbut\b|\band\b", text):
        if _levels(clause, scale):
            for aspect in aspects:
                if _ABOUT[aspect].search(clause):
                    return {aspect: levels[0]}
    return {}


def _levels(text: str, scale: Sequence[Level]) -> list[int]:
    names = {level.name.lower(): level.level for level in scale if level.level}
    words = {**_NUMBER_WORDS, **names}
    pattern = r"(?<![\d.,])[1-5](?![\d]|[.,]\d)|" + "|".join(rf"\b{re.escape(w)}\b" for w in words)
    found = re.findall(pattern, text.lower())
    return [int(item) if item.isdigit() else words[item] for item in found]


def _knowledge_first(text: str) -> bool:
    know, do = _ABOUT[Aspect.KNOWLEDGE].search(text), _ABOUT[Aspect.APPLICATION].search(text)
    return bool(know and do and know.start() < do.start())
