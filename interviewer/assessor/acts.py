"""What kind of turn the candidate took, by rules.

The surest signs come first: somebody in danger; a short reply that the question asks for; a turn
that is nothing but a phrase for an act ("can we skip this one"); a clause that tells something,
which makes it an answer. What is left is weighed: words and families of words speak for acts, as
fitted to labelled turns. In doubt a turn is an answer, because an answer that is taken for
something else is never read.
"""

from __future__ import annotations

import re
from functools import cache

from interviewer.assessor.act_content import points_back, replies, tells
from interviewer.assessor.act_points import ACTS, WORDS
from interviewer.assessor.act_rules import compiled_phrases, whole_turn
from interviewer.assessor.act_words import FAMILIES
from interviewer.assessor.plain_text import plain, word_cues, words_of
from interviewer.assessor.rules.admission import is_instruction, telling
from interviewer.assessor.rules.cues import Families, compiled, find, likelihoods, points
from interviewer.assessor.sentences import split
from interviewer.assessor.unreadable import is_unusable
from interviewer.domain import Act

READ_AT_MOST = 1500  # characters of a turn that are weighed: wishes come early, or last
SURE_WHEN_SHORT = 0.3  # how likely an act must be to be believed
SURE_WHEN_IMPERSONAL = 0.7  # where neither I nor you nor the interview are mentioned
FEWEST_IMPERSONAL = 6  # words of such a turn
SURE_WHEN_LONG = 0.85
SURE_OF_NOTHING = 0.7  # for "I don't know" in more than a few words: some may be awareness
LONG_TURN = 35  # words; what is longer is told, not asked for
VERY_LONG_TURN = 90
ENOUGH_BESIDE = 14  # words beside an instruction that make an answer of the rest
ASKS_ABOUT = 0.15  # what a word of the question adds to asking what it means, in a short turn

# Somebody who may come to harm is answered with care, however much else they tell.
_IN_DANGER = re.compile(
    r"\b(?:i|i'?m|i'?d|i'?ve|me|my)\b[^.!?]{0,40}\b(?:kill(?:ing)? myself|suicidal|(?:want|wish"
    r"|going) "
    r"to die|end(?:ing)? (?:my life|it all)|take my (?:own )?life|took an overdose"
    r"|(?:harm|hurt|cut)(?:ed|ing|ting)? myself|not be here any ?more"
    r"|(?:think\w*|thought\w*) (?:of|about) suicide|(?:tried|attempted|commit) suicide"
    r"|self[- ]harm(?:ed|ing)?(?! \w))\b"
    r"|\bi(?:'ve| have)?(?: been)? self[- ]harm(?:ed|ing)\b"
    r"|\bi (?:\w+ )?(?:don'?t|do not|no longer) want to (?:be here|live|be alive|wake up|exist)\b"
    r"(?! (?:again|with|in|on|near|for)\b)"
    r"|\bwant(?:ed)? (?:it|this|everything) (?:all )?to (?:end|stop)\b"
    r"|\bi (?:just |really )*want to end it(?=\W*\Z)"
    r"|\bwish i(?: was| were|'d been) dead\b|\bwish i(?:'d| had) never been born\b"
    r"|\b(?:can'?t|cannot) go on(?: like this| any ?more| living)?(?=\W*(?:\Z|[.!?,]))"
    r"|\bbetter off (?:without me|if i (?:was|were) dead|dead)\b"
    r"|\bno (?:reason|point) (?:to|in) liv(?:e|ing)\b|\bnothing to live for\b"
)
# Said anywhere in a short turn that tells nothing else, these are wishes about the interview.
_SHORT_WISHES = (
    (
        Act.CLARIFY,
        re.compile(
            r"\b(?:don'?t|do not|didn'?t|can'?t|cannot) (?:really |quite |fully )?"
            r"(?:understand|follow|get) (?:the |this |that |your |what )*"
            r"(?:question|you|it|words?)\b"
            r"|\b(?:easy|easier|simple|simpler|plain|other) (?:words|english|language)\b"
        ),
    ),
    (
        Act.SKIP,
        re.compile(
            r"\bkeep (?:my|the) (?:old|first|earlier|last|previous) answer\b"
            r"|\bleave it (?:as|how) it (?:was|is)\b"
        ),
    ),
)
SHORT_WISH = 25  # words
# Somebody who asks the interviewer something is not answering.
_ASKS_US = re.compile(
    r"(?:(?:so|sorry|and|but|ok|hi|please),? )?(?:(?:how|where|what|when|which|which \w+"
    r"|who) (?:do|does|can|will"
    r"|would|should|is|are|am|did) (?:i|you|this|it|my|these|we)\b|(?:can|could|do|does|is|are"
    r"|will|would|should"
    r"|may|am|have|did|was) (?:i|you|it|this|that|there|my|the \w+ answers?)\b|would a\b"
    r"|are we\b)[^.!?]*\?*\Z"
)
_ABOUT_US = re.compile(
    r"\?|\b(?:i|i'?m|i'?ve|i'?ll|i'?d|me|my|you|your|you'?re|u|us|this|that|it|it'?s|please|pls"
    r"|questions?"
    r"|answers?|interview|next|skip|one|back|candidate|end|system|rating|level|clue|idea"
    r"|everyone|let'?s"
    r"|nothing|don'?t|can'?t|never|mind|delete|door|save|everything)\b"
)
_PERSONAL = frozenset((Act.DISTRESS, Act.STOP, Act.INSTRUCT))


@cache  # compiled when the first turn is read, so that starting up stays quick
def _families() -> Families:
    return compiled(FAMILIES)


def prepare() -> None:
    """Compile the patterns ahead of the first turn; until then starting up stays quick."""
    _families()
    compiled_phrases()


def recognise(turn: str, question: str = "") -> Act:
    """The act of ``turn``, typed after ``question`` was asked."""
    if is_unusable(turn):
        return Act.EMPTY
    if _IN_DANGER.search(plain(turn)):
        return Act.DISTRESS
    text = plain(_ends(turn))
    act = whole_turn(text)
    if act not in (None, Act.DONT_KNOW, Act.SMALLTALK):
        return act
    wish = _short_wish(text)
    if wish:
        return wish
    if replies(text, plain(question)) or points_back(text):
        return Act.ANSWER
    if act:
        return act
    if tells(text) and not _ASKS_US.match(text):
        return Act.ANSWER
    return _weighed(turn, text, question)


def _short_wish(text: str) -> Act | None:
    if text.count(" ") >= SHORT_WISH or tells(text):
        return None
    return next((act for act, said in _SHORT_WISHES if said.search(text)), None)


def _weighed(turn: str, text: str, question: str) -> Act:
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
    if text.count(" ") < LONG_TURN and "?" in text:
        given[Act.CLARIFY] += ASKS_ABOUT * len(telling(text) & telling(question))
    if _ASKS_US.match(text) and text.count(" ") < LONG_TURN:
        given[Act.ANSWER] = min(given.values())
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
        impersonal = words >= FEWEST_IMPERSONAL and not _ABOUT_US.search(text)
        return SURE_WHEN_IMPERSONAL if impersonal else SURE_WHEN_SHORT
    return SURE_WHEN_LONG if act in _PERSONAL else 0.95


def _tells_more(turn: str) -> bool:
    """Whether an instruction stands beside an answer: then only its own sentences are refused."""
    texts = [plain(turn[span.start : span.end]) for span in split(turn[:READ_AT_MOST])]
    rest = [text for text in texts if not is_instruction(text) and not _instructs(text)]
    return sum(len(words_of(text)) for text in rest) >= ENOUGH_BESIDE


def _instructs(text: str) -> bool:
    act, likelihood = _likeliest(text, "")
    return act is Act.INSTRUCT and likelihood >= SURE_WHEN_SHORT
