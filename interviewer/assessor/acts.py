"""What kind of turn the candidate took, by rules.

Cues speak for an act, and content speaks for an answer: somebody who tells what they did is
answering, whatever they grumble in front of it. The strongest wins; in doubt it is an answer,
because an answer taken for something else is never read.
"""

from __future__ import annotations

import re

from interviewer.assessor.act_cues import CUES
from interviewer.assessor.plain_text import plain
from interviewer.assessor.rules.admission import is_instruction
from interviewer.assessor.rules.text import PAST
from interviewer.assessor.sentences import split
from interviewer.assessor.unreadable import is_unusable
from interviewer.domain import Act

READ_AT_MOST = 1500  # characters of a turn in which cues are looked for: they come early, or last
NEEDED = 1.0  # the weight that turns a turn without content into something else than an answer
ENOUGH_BESIDE = 14  # words beside an instruction that make an answer of the rest
LONG_TURN = 45  # words; what is longer is told, not asked for

_CUES = {
    act: tuple((re.compile(pattern), weight) for pattern, weight in cues)
    for act, cues in CUES.items()
}
# Where two acts are equally likely, the one that would do more harm to miss.
_ORDER = (
    Act.INSTRUCT, Act.DISTRESS, Act.STOP, Act.PAUSE, Act.BACK, Act.REPEAT, Act.SKIP, Act.HELP,
    Act.RATING_QUERY, Act.CLARIFY, Act.DONT_KNOW, Act.SMALLTALK,
)  # fmt: skip

_TOLD = re.compile(
    r"\b(?:i|we|he|she|they|it|who|that|and|then|so|but)(?:'d| had| have|'ve)?"
    r"(?: \w+ly| just| then| also)?"
    rf" {PAST}\b"
)
_HABIT = re.compile(
    r"\bi (?:make|do|use|keep|write|ask|check|update|run|start|put|send|collect|work|plan|build|log"
    r"|look|take|have made|always|usually|mostly|mean)\b"
)
_RECIPE = re.compile(
    r"(?:^|[,.;] )(?:start|begin|break|link|ask|get|make|write|check|put|list|agree|draw|add|build)"
    r" (?:with|the|it|them|'?em|a|each|up|in|who|what)\b"
)
_FIGURE = re.compile(r"(?<![a-z])[£$€]?\d[\d,.]*(?:k|m|%| percent| per cent)?\b")
_ABOUT_THIS = re.compile(
    r"\b(?:you asked|your question|this question|my answer|an answer|last answer|this program"
    r"|interview)\b"
)


def recognise(turn: str, question: str = "") -> Act:
    """The act of ``turn``, typed after ``question`` was asked."""
    if is_unusable(turn):
        return Act.EMPTY
    text = plain(_ends(turn))
    content = _content(text)
    best, weight = Act.ANSWER, 0.0
    for act in _ORDER:
        strength = _strength(act, text, question)
        if strength > weight:
            best, weight = act, strength
    if weight < max(NEEDED, content):
        return Act.ANSWER
    return Act.ANSWER if best is Act.INSTRUCT and _tells_more(turn) else best


def _tells_more(turn: str) -> bool:
    """Whether an instruction stands beside an answer: then only its own sentences are refused."""
    texts = [plain(turn[span.start : span.end]) for span in split(turn[:READ_AT_MOST])]
    rest = " ".join(
        t for t in texts if not is_instruction(t) and _strength(Act.INSTRUCT, t, "") == 0
    )
    return rest.count(" ") >= ENOUGH_BESIDE


def _ends(turn: str) -> str:
    """The part of a very long turn in which a cue could stand."""
    if len(turn) <= READ_AT_MOST:
        return turn
    half = READ_AT_MOST // 2
    return f"{turn[:half]} . {turn[-half:]}"


def _strength(act: Act, text: str, question: str) -> float:
    found = sorted((weight for cue, weight in _CUES[act] if cue.search(text)), reverse=True)
    if not found:
        return 0.0
    strength = found[0] + 0.5 * sum(found[1:])
    if act is Act.CLARIFY and _takes_up(text, question):
        strength += 0.3
    return strength


def _takes_up(text: str, question: str) -> bool:
    """Whether a short turn asks about a word of the question."""
    words = {word for word in re.findall(r"[a-z]{5,}", plain(question))}
    return len(text) < 160 and any(word in words for word in re.findall(r"[a-z]{5,}", text))


def _content(text: str) -> float:
    """How much a turn tells: clauses of what somebody did, figures, and plain length."""
    words = text.count(" ") + 1
    told = (
        len(_TOLD.findall(text))
        + 0.7 * len(_HABIT.findall(text))
        + 0.7 * len(_RECIPE.findall(text))
    )
    figures = min(len(_FIGURE.findall(text)), 3)
    length = min(words / 25, 3.0) + (2.0 if words > LONG_TURN else 0.0)
    about = 1.0 if _ABOUT_THIS.search(text) else 0.0
    return 0.55 * told + 0.2 * figures + length - about
