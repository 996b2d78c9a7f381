"""By which words a KSB is recognised in what somebody said. Pure.

A name alone is no sign: "the risk log" is said of many things. So a sentence must say what the
statement's own verb (or, for knowledge, its thing) is, and what it is done to. Each of these is
said by other words of the answer than the rest. A verb must be the speaker's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from interviewer.assessor.plain_text import plain
from interviewer.domain import Sign

BEFORE, AFTER = 2, 1  # sentences around the one that says it, in which the rest may stand
GAP = 6  # words between the two halves of a phrase with three dots
_TAKEN = " | "  # in the place of words that were found already; no phrase reaches across it

# "I then told", "I'd already moved"; or a further verb of the same sentence: "..., and moved".
_I_DIRECTLY = re.compile(r"\bi(?:'d|'ve|'ll|'m)?(?: [\w'-]+){0,4} ?\Z")
_ANOTHER = re.compile(
    r"\b(?:he|she|they|we|you|it|who|which|that|the [\w'-]+)(?: (?!i\b)[\w'-]+)? ?\Z"
)
_GOES_ON = re.compile(r"(?:[,;:]|\b(?:and|then|but|so|or)) ?\Z")
_I = re.compile(r"\bi\b")


def done_by_speaker(signs: Iterable[Sign], sentences: Sequence[str], at: int) -> list[str]:
    """The KSBs of ``signs`` that the sentence ``at`` tells of as done by who speaks."""
    here = plain(sentences[at])
    around = (*sentences[max(0, at - BEFORE) : at], *sentences[at + 1 : at + 1 + AFTER])
    near = [plain(text) for text in around]
    return [
        sign.ksb
        for sign in signs
        if any(
            _is_own(here, said) and _has_beside(sign, here, said, near)
            for said in _finds(sign.says).finditer(here)
        )
    ]


def explained(signs: Iterable[Sign], sentence: str) -> list[str]:
    """The KSBs of ``signs`` that ``sentence`` explains all by itself."""
    here = plain(sentence)
    return [
        sign.ksb
        for sign in signs
        if any(_has_beside(sign, here, said, ()) for said in _finds(sign.says).finditer(here))
    ]


def _is_own(here: str, said: re.Match[str]) -> bool:
    """Whether the words that were found are said of the speaker; notes leave the "I" out."""
    before = here[: said.start()]
    if not before or _I.search(said[0]):
        return True
    if _GOES_ON.search(before):
        return bool(_I.search(before))
    return bool(_I_DIRECTLY.search(before)) and not _ANOTHER.search(before)


def _has_beside(sign: Sign, here: str, said: re.Match[str], near: Sequence[str]) -> bool:
    rest = _without(here, said)
    first, *others = sign.beside
    return any(
        _stand_apart(others, _TAKEN.join([_without(rest, found), *near]))
        for found in _finds(first).finditer(rest)
    )


def _stand_apart(groups: Sequence[tuple[str, ...]], text: str) -> bool:
    """Whether ``text`` has a phrase of each of ``groups``, each in words of its own."""
    return not groups or any(
        _stand_apart(groups[1:], _without(text, found))
        for found in _finds(groups[0]).finditer(text)
    )


def _without(text: str, found: re.Match[str]) -> str:
    """``text`` without the words that were found; what stands between two halves stays."""
    for start, end in sorted(found.regs[1:], reverse=True):
        if start >= 0:
            text = text[:start] + _TAKEN + text[end:]
    return text


@lru_cache(maxsize=1024)
def _finds(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, sorted(phrases, key=len, reverse=True))))


def _pattern(phrase: str) -> str:
    """A phrase as whole words; its star as any ending, its dots as a few words of one clause."""
    between = rf"(?:\s[^\s|.;:]+){{1,{GAP}}}?\s"
    halves = (
        "(" + r"\s".join(re.escape(word).replace(r"\*", r"\w*") for word in half.split()) + ")"
        for half in phrase.split(" ... ")
    )
    return rf"(?<!\w){between.join(halves)}(?!\w)"
