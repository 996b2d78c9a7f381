"""What kind of turn the candidate took, by rules.

Words and families of words speak for acts, and telling speaks for an answer: somebody who tells
what they did is answering, whatever they grumble in front of it. Set phrases add to that. In doubt
a turn is an answer, because an answer that is taken for something else is never read.
"""

from __future__ import annotations

import re
from functools import cache

from interviewer.assessor.act_cues import CUES
from interviewer.assessor.act_points import ACTS, WORDS
from interviewer.assessor.act_words import FAMILIES
from interviewer.assessor.plain_text import plain, word_cues, words_of
from interviewer.assessor.rules.admission import is_instruction, telling
from interviewer.assessor.rules.cues import Families, compiled, find, likelihoods, points
from interviewer.assessor.sentences import split
from interviewer.assessor.unreadable import is_unusable
from interviewer.domain import Act

READ_AT_MOST = 1500  # characters of a turn that are weighed: wishes come early, or last
SET_PHRASE = 0.6  # what a set phrase adds, times its weight
STRONGEST = 2.5  # the most that a set phrase weighs
SURE_WHEN_SHORT = 0.3  # how likely an act must be to be believed
SURE_WHEN_LONG = 0.85
SURE_OF_NOTHING = 0.7  # for "I don't know" in more than a few words: some may be awareness
LONG_TURN = 35  # words; what is longer is told, not asked for
VERY_LONG_TURN = 90
ENOUGH_BESIDE = 14  # words beside an instruction that make an answer of the rest
ASKS_ABOUT = 0.15  # what a word of the question adds to asking what it means, in a short turn

_PERSONAL = frozenset((Act.DISTRESS, Act.STOP, Act.INSTRUCT))


@cache  # compiled when the first turn is read, so that starting up stays quick
def _families() -> Families:
    return compiled(FAMILIES)


@cache
def _set_phrases() -> dict[Act, tuple[tuple[re.Pattern[str], float], ...]]:
    return {
        act: tuple((re.compile(pattern), weight) for pattern, weight in cues)
        for act, cues in CUES.items()
    }


def recognise(turn: str, question: str = "") -> Act:
    """The act of ``turn``, typed after ``question`` was asked."""
    if is_unusable(turn):
        return Act.EMPTY
    text = plain(_ends(turn))
    act, likelihood = _likeliest(text, question)
    if act is Act.ANSWER or likelihood < _needed(text, act):
        return Act.ANSWER
    return Act.ANSWER if act is Act.INSTRUCT and _tells_more(turn) else act


def _ends(turn: str) -> str:
    """The part of a very long turn in which somebody could say what they want."""
    if len(turn) <= READ_AT_MOST:
        return turn
    half = READ_AT_MOST // 2
    return f"{turn[:half]} . {turn[-half:]}"


def _likeliest(text: str, question: str) -> tuple[Act, float]:
    given = points(ACTS, find(_families(), [text]))
    for word in word_cues(text):
        for act, weight in WORDS.get(word, {}).items():
            given[act] += weight
    for act, cues in _set_phrases().items():
        strongest = max((weight for cue, weight in cues if cue.search(text)), default=0.0)
        given[act] += SET_PHRASE * min(strongest, STRONGEST)
    if text.count(" ") < LONG_TURN and "?" in text:
        given[Act.CLARIFY] += ASKS_ABOUT * len(telling(text) & telling(question))
    likely = likelihoods(given)
    best = max(likely, key=lambda act: likely[act])
    return Act(best), likely[best]


def _needed(text: str, act: Act) -> float:
    """How likely another act than an answer must be: a long turn is seldom anything else."""
    words = text.count(" ") + 1
    if words > VERY_LONG_TURN:
        return 0.97 if act in _PERSONAL else 1.0
    if act is Act.DONT_KNOW and words > ENOUGH_BESIDE:
        return max(SURE_OF_NOTHING, SURE_WHEN_LONG if words > LONG_TURN else 0.0)
    if words <= LONG_TURN:
        return SURE_WHEN_SHORT
    return SURE_WHEN_LONG if act in _PERSONAL else 0.95


def _tells_more(turn: str) -> bool:
    """Whether an instruction stands beside an answer: then only its own sentences are refused."""
    texts = [plain(turn[span.start : span.end]) for span in split(turn[:READ_AT_MOST])]
    rest = [text for text in texts if not is_instruction(text) and not _instructs(text)]
    return sum(len(words_of(text)) for text in rest) >= ENOUGH_BESIDE


def _instructs(text: str) -> bool:
    act, likelihood = _likeliest(text, "")
    return act is Act.INSTRUCT and likelihood >= SURE_WHEN_SHORT
