"""Measures of a text's language: its words and sentences, and how alike two texts are.

The likeness of two questions is the share of their telling words that they have in common (the
Jaccard index), where telling words are those that few questions use: two questions about one
competence always share its everyday words, and that alone makes no sameness.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

RUN = 8  # words in a row that make two questions sound the same
COMMON = 0.2  # a word in more than this share of the texts says nothing about one of them

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"\u201d]?\s+(?=[\"\u201c]?[A-Z0-9])")
_TOLD = re.compile(r"[.?!]\s+What did you do\b[^.?!]*\?$")
_ASKING = re.compile(r"(?:Tell me|Describe|Think of|Give me|Talk me|Walk me|Take me|Show me|Say)\b")
_SPOKEN = re.compile(r'"[^"]*"|\u201c[^\u201d]*\u201d')

Name = TypeVar("Name", bound=Hashable)


def words(text: str) -> list[str]:
    """The words of ``text``, in lower case."""
    return _WORD.findall(text.lower())


def sentences(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [each for each in _SENTENCE_END.split(text) if each.strip()]


def sentence_length(text: str) -> float:
    """The average number of words in the sentences of ``text``; 0 when it has none."""
    found = sentences(text)
    return len(words(text)) / len(found) if found else 0.0


def questions_asked(text: str) -> int:
    """How many questions ``text`` asks; what somebody in it says aloud does not count.

    "Have you met something like it? What did you do?" is one: it asks for one story.
    """
    told = _TOLD.sub(".", text.strip())
    return max(_SPOKEN.sub("", told).count("?"), 1 if told != text.strip() else 0)


def sentences_before_asking(text: str) -> int:
    """How many sentences of ``text`` tell of a situation before the candidate is asked for theirs.

    0 when it opens with what it asks; all of them when it asks for nothing.
    """
    found = sentences(text)
    asked = (
        place
        for place, each in enumerate(found)
        if "?" in _SPOKEN.sub("", each) or _ASKING.match(each)
    )
    return next(asked, len(found))


def runs(text: str) -> list[tuple[str, ...]]:
    """The runs of ``RUN`` words in ``text``, each once, in the order in which they begin."""
    found = words(text)
    every = (tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1))
    return list(dict.fromkeys(every))


def telling_words(texts: Mapping[Name, str]) -> dict[Name, frozenset[str]]:
    """For each of ``texts``, by name, its words that few of the others use."""
    each_set = {name: frozenset(words(text)) for name, text in texts.items()}
    used = Counter(word for found in each_set.values() for word in found)
    # In a small bank a word that only two texts share may be the very sign of their likeness.
    common = {word for word, count in used.items() if count > max(2, COMMON * len(texts))}
    return {name: found - common for name, found in each_set.items()}


def likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of telling words that two texts have in common, 0.0 to 1.0."""
    return len(ours & theirs) / (len(ours | theirs) or 1)
