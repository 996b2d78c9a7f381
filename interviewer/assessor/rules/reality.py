"""Whether what a sentence tells has happened, would be done, is said in general, or is denied."""

from __future__ import annotations

import re

from interviewer.assessor.rules.text import PAST
from interviewer.domain import Aspect, Reality

_DENIED = re.compile(
    r"\bi(?:'ve| have)? (?:never|not) \w+|\bi (?:haven'?t|didn'?t get to|don'?t "
    r"(?:know|do|think i|have)|"
    r"couldn'?t tell|wasn'?t (?:asked|in|part|involved)|can'?t (?:say|claim|think|"
    r"remember)|wouldn'?t know|"
    r"never|have no|had no part|had nothing)\b|\A(?:none|never|no|not (?:me|mine|yet|"
    r"really|held))\b"
    r"|\b(?:none|not one) of (?:it|that|them|those|this) (?:was|were|is) (?:mine|me)\b"
    r"|\bhasn'?t come up\b|\bnot something i\b|\bnothing (?:has )?come up\b|\bno experience\b"
)
_HAD = re.compile(rf"\bi'd (?:\w+ly |also |already |never )?(?:been|had|got|gone|done|{PAST})\b")
_WOULD = re.compile(
    r"\b(?:i'?d|i would|we'?d|we would|i'?ll|i will|would|i might|i should|i'?m going "
    r"to|i plan to|i intend to"
    r"|i want to|i'd like to|if i (?:get|had|were|was)|there'?s going to)\b"
)
_HAPPENED = re.compile(rf"\b(?:was|were|{PAST})\b")
_HABIT = re.compile(
    r"\b(?:i|we|she|he|they|who|\w+s) (?:\w+ly |always |also |just |still |then "
    r")?(?:do|does|keep|keeps|send|sends|go|goes|put|puts|"
    r"ring|rings|run|runs|take|takes|check|checks|look|looks|make|makes|write|writes|"
    r"update|updates|ask|asks|bring|brings|get|gets|"
    r"have|has|work|works|meet|meets|review|reviews|read|reads|chair|chairs|lead|"
    r"leads|sit|sits|tell|tells|use|uses|chase|'ve)\b"
)
_GENERIC = re.compile(r"\byou(?:'re|'ve|'d|'ll|r)?\b|\b(?:should|must|ought|needs? to)\b")
_OWN_PAST = re.compile(
    rf"\b(?:i|we|she|he|they)(?:'ve|'d| have| had)? (?:\w+ly |then |also )?(?:was|were|"
    rf"{PAST})\b"
)


def reality_of(sentence: str, aspect: Aspect) -> Reality:
    """The reality of a prepared sentence. Where nothing decides, the aspect that was asked does."""
    if _DENIED.search(sentence):
        return Reality.DENIED
    told = _HAPPENED.search(sentence)
    if _WOULD.search(sentence) and not _HAD.search(sentence) and not _OWN_PAST.search(sentence):
        return Reality.WOULD
    if aspect is Aspect.KNOWLEDGE:
        return Reality.DID if _OWN_PAST.search(sentence) else Reality.GENERAL
    if told or _HABIT.search(sentence):
        return Reality.DID
    return Reality.GENERAL if _GENERIC.search(sentence) else Reality.DID
