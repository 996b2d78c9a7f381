"""Short replies to probes, which only mean something together with what was asked."""

from __future__ import annotations

import re
from enum import StrEnum

from interviewer.assessor.plain_text import plain
from interviewer.assessor.rules.cues import LOOKED_AT
from interviewer.assessor.rules.sure import BOSS, is_no_advice
from interviewer.domain import Autonomy, Complexity, Knowing


class Asked(StrEnum):
    """What a probe is after."""

    DECIDED = "who decided"
    CLEAR = "how clear it was"
    STAKE = "who else had a stake"
    UNCERTAIN = "what was uncertain"
    STUCK = "whom people turn to"
    HARD = "how it looks in a hard situation"
    WHY = "what the reason is"
    LIMITS = "when it does not work"


_QUOTED = re.compile(r'["\u201c][^"\u201d]*["\u201d]')
_QUESTIONS: dict[Asked, re.Pattern[str]] = {
    Asked.DECIDED: re.compile(
        r"\bwho (?:\w+ )?(?:decid\w+|check\w*|sign\w*|chose|chooses|led|ran|approved|told you)\b"
        r"|\bwho(?:'s| was| made| took) (?:in charge|the (?:decision|call))\b"
        r"|\bwhose (?:\w+ )?(?:decision|call|idea|job)\b|\bto be (?:decided|done that way)\b"
        r"|\b(?:your|own) (?:decision|call)\b"
    ),
    Asked.UNCERTAIN: re.compile(r"\buncertain\b|\bunknown\b|\bwasn'?t known\b|\bnot known\b"),
    Asked.CLEAR: re.compile(
        r"\b(?:clear-?cut|clear cut|how (?:clear|settled|straightforward|simple|easy))\b"
    ),
    Asked.STAKE: re.compile(
        r"\bstake\b|\bwho (?:else )?was involved\b|\bwho else (?:wanted|cared|mattered)\b"
    ),
    Asked.STUCK: re.compile(
        r"\b(?:get|gets|got|are|is) stuck\b|\bwhere do (?:\w+ )?(?:turn|go)\b"
        r"|\bwho do (?:\w+ ){1,3}?(?:ask|ring|call|turn|go)\b"
        r"|\b(?:has|have) a question about this\b"
    ),
    Asked.HARD: re.compile(
        r"\b(?:disagree|don't agree|do not agree|stakes are high|little is certain)\b"
    ),
    Asked.WHY: re.compile(r"\bwhy\b|\breason\b|\bwhat is it for\b"),
    Asked.LIMITS: re.compile(
        r"\bnot work\b|\bdoesn't work\b|\bgoes? wrong\b|\bfails?\b|\bless (?:use|help)"
    ),
}
_ALL_ASKED = (
    Asked.HARD,
    Asked.LIMITS,
    Asked.STUCK,
    Asked.DECIDED,
    Asked.UNCERTAIN,
    Asked.CLEAR,
    Asked.STAKE,
    Asked.WHY,
)

_LEAD_IN = (
    r"\A(?:(?:well|oh|er|um|erm|yes|yeah|no|it was|that was|that'd be|only|just|mostly|mainly"
    r"|really"
    r"|honestly|probably|usually|always|all|i think|i suppose|basically|in the end)[,.]? )*"
)
_ME = re.compile(
    rf"{_LEAD_IN}(?:me|myself|i did|i do|i was(?=\W*\Z)|mine|my (?:own )?(?:decision|call|idea)"
    r"|on my own"
    r"|(?:nobody|no ?one)(?: else)?(?=\W*\Z|,| but me| apart from me| other than me|: ))\b"
    r"(?!,? (?:and|what|as|ask|not|with|but (?:my|the|she|he))\b)"
)
_OTHER = re.compile(
    rf"{_LEAD_IN}(?:{BOSS}|(?:the|our) (?:\w+ ){{0,2}}(?:board|client|committee|owner|pmo|pm|team)"
    r"|they|somebody else|someone else|above me|i was told|(?:it was )?decided for me)\b"
    r"(?! (?:and (?:i|me)|asked me to decide|left|let me|leaves|agreed with)\b)"
)
_TO_ME = re.compile(
    rf"{_LEAD_IN}(?:me(?=\W*\Z|,| usually| mostly| normally)|(?:they |people )?(?:\w+ly "
    r"|tend to |always |often |all |will |come and )*"
    r"(?:to me|ring me|call me|ask me|phone me|email me|message me|come to me|find me"
    r"|turn to me))\b"
)
_PURPOSE = re.compile(
    r"\A(?:so|to|otherwise|if|it (?:stops|helps|lets|means|keeps|makes|gives|shows)) (?:[^ ]+ ){2}"
)
_CASE = re.compile(
    r"\A(?:(?:well|mostly|mainly),? )?(?:when|if|where|once|on|with"
    r"|in) (?:[^ ]+ ){2}"
)
_MESSY = re.compile(
    r"\A(?:i |it was |it's )?(?:(?:pretty|quite|very|fairly|really|rather|a bit) )?"
    r"(?:messy|murky|muddled|unclear|complicated|complex|uncertain|chaotic|a mess)\b"
)
_NOT_AT_ALL = re.compile(r"\A(?:no|nope|not (?:at all|in the least|remotely|clear)|anything but)\b")
_VERY = re.compile(
    r"\A(?:(?:it was|that was|yes|yeah|all) )?(?:very|completely|totally|perfectly|fairly|pretty"
    r"|quite|extremely|crystal)(?: (?:clear(?:-? ?cut)?|much so|simple|so|straightforward))?\W*\Z"
    r"|\A(?:it was )?(?:clear enough\b|(?:clear|simple|easy|standard)\W*\Z)"
)
_NOTHING = re.compile(
    r"\A(?:nothing|not (?:a lot|much|a thing)|no ?one|nobody|none|just (?:me|us|my|our|the)"
    r"|only (?:me|us|my|our|the))\b(?! (?:knew|agreed|was certain|was clear|could|had))"
)
_OUTSIDERS = re.compile(
    r"\b(unions?|press|media|ministers?|regulators?|councillors?|mps|residents|politicians|lawyers"
    r"|insurers?|treasury|courts?)\b"
)
_EVERYTHING = re.compile(
    r"\A(?:(?:nearly|almost|pretty much|just about|more or less) )?(?:everything|all of it"
    r"|the lot)\b"
)


def asked_by(question: str) -> Asked | None:
    """What a probe asks, the candidate's own words in it left aside."""
    text = _QUOTED.sub(" ", plain(question[:LOOKED_AT]))
    return next((asked for asked in _ALL_ASKED if _QUESTIONS[asked].search(text)), None)


def autonomy_of_reply(asked: Asked | None, reply: str, acted: bool) -> Autonomy | None:
    """The autonomy that the first sentence of a reply comes to, beside its own cues.

    Args:
        asked: what the probe was after.
        reply: the sentence, prepared.
        acted: whether an act of the speaker's own was told; if not, nobody directed them in it.
    """
    if asked is Asked.STUCK:
        return Autonomy.SOUGHT if _TO_ME.search(reply) and not is_no_advice(reply) else None
    if asked is not Asked.DECIDED:
        return None
    if _ME.search(reply):
        return Autonomy.LED
    return Autonomy.ASSISTED if acted and _OTHER.search(reply) else None


def complexity_of_reply(asked: Asked | None, reply: str) -> Complexity | None:
    """The complexity that the first sentence of a reply comes to, beside its own cues."""
    if asked is Asked.CLEAR:
        if _NOT_AT_ALL.search(reply) or _MESSY.search(reply):
            return Complexity.HIGH
        return Complexity.LOW if _VERY.search(reply) else None
    if asked is Asked.STAKE or asked is Asked.UNCERTAIN:
        if _NOTHING.search(reply):
            return Complexity.LOW
        return Complexity.HIGH if _much(asked, reply) else None
    return None


def _much(asked: Asked, reply: str) -> bool:
    if asked is Asked.STAKE:
        return len(set(_OUTSIDERS.findall(reply))) > 1
    return bool(_EVERYTHING.search(reply) or _VERY.search(reply))


def knowing_of_reply(asked: Asked | None, reply: str) -> Knowing | None:
    """The knowing that a reply comes to which takes its "because" or "fails" from the probe."""
    if asked is Asked.WHY and _PURPOSE.search(reply):
        return Knowing.EXPLAINS
    return Knowing.EVALUATES if asked is Asked.LIMITS and _CASE.search(reply) else None
