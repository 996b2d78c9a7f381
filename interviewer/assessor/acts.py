"""What kind of turn the candidate took: an answer, a question back, "skip", "I don't know" ...

A few things are sure and come first: nothing usable, and somebody in danger. The rest is the
trained network's, which knows the turn and the question it was typed after, heard together with
what the words alone speak for. A long turn is always an answer. What is not likely enough to be an
answer is none, since it would be rated; but where it may be one all the same, that is said too, so
that the interviewer can ask.
"""

from __future__ import annotations

import re

from interviewer.assessor.admission import is_claim, is_instruction
from interviewer.assessor.plain_text import plain, words_of
from interviewer.assessor.sentences import split
from interviewer.assessor.unreadable import is_unusable
from interviewer.domain import Act, InterviewerError, Value

NETWORK = 0.6  # how much the network counts beside the words alone
ANSWER_FROM = 0.4  # a turn so likely to be an answer is one
SENTENCES = 12  # words; in so many something is told, and then an answer may be less likely ...
BESIDE_ANOTHER = 0.7  # ... by this share of the likeliest other act
NOTHING_ELSE = 0.2  # where no other act is so likely, the likeliest is an answer
SURE_FROM = 0.5  # another act less likely than this is asked about ...
MAY_BE_ANSWER = 0.15  # ... if the turn is as likely as this to be an answer, else ...
SURE_OF_NO_ANSWER = 0.25  # ... one less likely than this
SURELY_EMPTY = 0.6  # what can be read is nothing usable only when that is so likely
SURE_WHEN_LONG = 0.9  # of another act, in a turn of more words than are needed to ask for something
LONG_TURN = 35  # words
VERY_LONG_TURN = 90  # what is longer is told, not asked for
ENOUGH_BESIDE = 14  # words beside an instruction that make an answer of the rest

# A turn that is nothing but one of these means it, whatever was asked.
_PLAIN = {
    Act.SKIP: ("skip", "pass", "next", "next question", "no comment", "skip it", "skip this one"),
    Act.DONT_KNOW: ("no idea", "i don't know", "dunno", "idk", "not a clue", "no clue"),
    Act.REPEAT: (
        "what",
        "repeat",
        "repeat the question",
        "what was the question",
        "say that again",
    ),
    Act.CLARIFY: (
        "who",
        "what do you mean",
        "i don't understand",
        "i don't understand the question",
    ),
    Act.BACK: ("back", "go back"),
    Act.PAUSE: ("pause", "brb", "back in a minute"),
    Act.STOP: ("quit", "end the interview", "end interview"),
    Act.HELP: ("help",),
    Act.SMALLTALK: ("hello", "hi", "thanks", "thank you", "good morning"),
}
_SAID_PLAINLY = {phrase: act for act, phrases in _PLAIN.items() for phrase in phrases}
_AROUND = re.compile(
    r"\A(?:(?:sorry|please|er|um|hmm|ok|okay|so|well|right|oh) )*(.*?)"
    r"(?: (?:please|sorry|mate|exactly|by that|by this|then|now|thanks|thank you))*\Z"
)

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


def prepare() -> None:
    """Load the network ahead of the first turn.

    Raises:
        InterviewerError: it can't be loaded.
    """
    from interviewer.assessor.network import network  # heavy, and only needed from here on

    network()


class Heard(Value, frozen=True, kw_only=True):
    """What a turn was taken for, and whether that is likely enough to act on without asking."""

    act: Act
    sure: bool = True


def recognise(turn: str, question: str = "") -> Act:
    """The act of ``turn``, typed after ``question`` was asked."""
    return hear(turn, question).act


def hear(turn: str, question: str = "") -> Heard:
    """The act of ``turn``, typed after ``question`` was asked, and how sure that is."""
    if is_unusable(turn):
        return Heard(act=Act.EMPTY)
    text = plain(turn)
    if _IN_DANGER.search(text):
        return Heard(act=Act.DISTRESS)
    words = len(words_of(text))
    plainly = _said_plainly(text) if words <= LONG_TURN else None
    if plainly:
        return Heard(act=plainly)
    if words > VERY_LONG_TURN or _only_claims(turn):
        return Heard(act=Act.ANSWER)
    likely = _likelihoods(turn, question)
    heard = _likeliest(likely, words) if likely else Heard(act=Act.ANSWER)
    if heard.act is Act.INSTRUCT and _tells_more(turn):
        return Heard(act=Act.ANSWER)
    return heard


def _said_plainly(text: str) -> Act | None:
    said = " ".join(words_of(text))
    core = _AROUND.match(said)
    return _SAID_PLAINLY.get(said) or _SAID_PLAINLY.get(core[1] if core else "")


def _likelihoods(turn: str, question: str) -> dict[str, float]:
    """What the network says; nothing when it can't be loaded.

    Then every turn is an answer: it is saved, and whoever reads it says that it can't be read.
    """
    from interviewer.assessor.network import network
    from interviewer.assessor.words import mixed

    try:
        loaded = network()
    except InterviewerError:
        return {}
    both = mixed(loaded.act(turn, question), loaded.act_words.likelihoods(turn), NETWORK)
    return dict(zip(loaded.settings.acts, (float(p) for p in both), strict=True))


def _likeliest(likely: dict[str, float], words: int) -> Heard:
    answer = likely.pop(Act.ANSWER)
    if likely[Act.EMPTY] < SURELY_EMPTY:
        likely.pop(Act.EMPTY)
    act = max(likely, key=lambda each: likely[each])
    if answer >= ANSWER_FROM or (words > LONG_TURN and likely[act] < SURE_WHEN_LONG):
        return Heard(act=Act.ANSWER)
    if likely[act] < NOTHING_ELSE and answer >= likely[act]:
        return Heard(act=Act.ANSWER)
    if words >= SENTENCES and answer >= BESIDE_ANOTHER * likely[act]:
        return Heard(act=Act.ANSWER)
    least = SURE_FROM if answer >= MAY_BE_ANSWER else SURE_OF_NO_ANSWER
    return Heard(act=Act(act), sure=likely[act] >= least)


def _tells_more(turn: str) -> bool:
    """Whether an instruction stands beside an answer: then only its own sentences are refused."""
    texts = [plain(turn[span.start : span.end]) for span in split(turn)]
    rest = [text for text in texts if not is_instruction(text)]
    if len(rest) == len(texts):
        return False
    return sum(len(words_of(text)) for text in rest) >= ENOUGH_BESIDE


def _only_claims(turn: str) -> bool:
    """Whether somebody does nothing but praise themselves: an answer, though no evidence."""
    return all(is_claim(plain(turn[span.start : span.end])) for span in split(turn))
