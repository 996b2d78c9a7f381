"""Answers that are no more than a no or a yes, with whatever softens it: they tell nothing.

"No, because ..." says something, and so does "no one": neither is bare.
"""

from __future__ import annotations

from interviewer.assessor.plain_text import plain, words_of

LONGEST = 80  # characters; what is longer has content

_NO = frozenset(
    [
        "no", "none", "nope", "nah", "naw", "nothing", "nowhere", "never", "nil", "na", "not",
        "don't", "didn't", "isn't", "wasn't",
    ]
)  # fmt: skip
_YES = frozenset(
    ["yes", "yeah", "yep", "yup", "aye", "ok", "okay", "sure", "maybe", "perhaps", "nobody"]
)
_SOFTENS = frozenset(
    [
        "a", "all", "and", "any", "anything", "at", "can", "comes", "else", "er", "erm", "from",
        "got", "had", "have", "here", "i", "i'm", "is", "add", "afraid", "just", "me", "mind",
        "more", "much", "of", "oh", "report", "really", "say", "so", "sorry", "springs", "thank",
        "thanks", "that", "there", "think", "to", "um", "was", "well", "were", "yet", "you",
    ]
)  # fmt: skip


def says_nothing(text: str) -> bool:
    """Whether a turn is no more than "none", "nothing really", "no, not that I can think of"."""
    return _is_only(text, _NO)


def is_bare(text: str) -> bool:
    """Whether a turn is no more than a no or a yes."""
    return _is_only(text, _NO | _YES)


def _is_only(text: str, wanted: frozenset[str]) -> bool:
    words = words_of(plain(text[:LONGEST]).replace("/", ""))
    there = len(text) < LONGEST and not wanted.isdisjoint(words)
    return there and set(words) <= wanted | _SOFTENS and "?" not in text
