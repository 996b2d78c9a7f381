"""Tells text that says nothing: keyboard mash, a lone mark, pasted logs, other scripts."""

from __future__ import annotations

import re

from interviewer.assessor.plain_text import plain

LOOKED_AT = 4000  # characters of a long text that are looked at
FEWEST_LATIN = 0.5  # the share of letters that must be Latin to be read

_LOG = re.compile(
    r"^\W*(?:\d{4}-\d\d-\d\d[ t]\d\d:\d\d|\d\d:\d\d:\d\d[ ,.]|error: |traceback|exception "
    r"|warn(?:ing)?:|at \w+\.\w+\(|"
    r"accepted: |declined: |cd [/~\\]|git |sudo |c:\\|https?://\S+\W*$|select \* |<!doctype|<html)"
    r"|this e-?mail and any attachments|microsoft teams meeting|intended solely for the addressee"
    r"|unsubscribe from this|sent from my iphone\W*$",
    re.MULTILINE,
)
_VOWEL = re.compile(r"[aeiouy]")
_LETTERS = re.compile(r"[a-z]+")
_KEPT_DOWN = re.compile(r"(.)\1{5,}|(..)\2{3,}")
_SHORT_WORDS = frozenset(
    [
        "a",
        "i",
        "no",
        "ok",
        "hi",
        "yo",
        "ta",
        "ya",
        "eh",
        "ha",
        "oh",
        "um",
        "er",
        "hmm",
        "hm",
        "mm",
        "yes",
        "yep",
        "nah",
        "nop",
        "n",
        "y",
        "na",
        "qa",
        "pm",
        "po",
        "nec",
        "jct",
        "p6",
        "cv",
        "hr",
        "it",
        "brb",
        "lol",
        "idk",
        "afk",
        "pls",
        "plz",
        "tbh",
        "imo",
        "nvm",
        "thx",
        "ty",
        "btw",
        "pmo",
        "bye",
        "why",
        "try",
        "my",
        "by",
        "cry",
        "dry",
        "fly",
        "shy",
        "sky",
        "gym",
        "raid",
        "raci",
        "vfm",
        "kpi",
        "sql",
        "pdf",
        "xls",
        "csv",
        "nhs",
        "sro",
        "rag",
        "prince",
        "agile",
        "what",
        "wot",
    ]
)


def is_unusable(turn: str) -> bool:
    """Whether a turn holds nothing that a person could have meant as a message."""
    text = plain(turn[:LOOKED_AT])
    if not any(character.isalnum() for character in text):
        return True
    if _LOG.search(text[:400]):
        return True
    if not is_readable(turn):
        return False  # another script: a message, though not one that can be read
    return _is_mash(text)


def is_readable(text: str) -> bool:
    """Whether most letters of ``text`` are Latin, so that the rules can read it at all."""
    letters = [character for character in text[:LOOKED_AT] if character.isalpha()]
    latin = sum(1 for character in letters if character < "\u0250")
    return not letters or latin >= FEWEST_LATIN * len(letters)


def _is_mash(text: str) -> bool:
    words = _LETTERS.findall(text)
    if len(words) > 6:
        return sum(map(_is_mash_word, words)) > 0.6 * len(words)
    if not words:
        return len(text) < 2 or not re.search(r"\d", text)
    if len(text) == 1:
        return text not in "yn"
    if _KEPT_DOWN.search(text) and not re.search(r"(ha){3,}|h+m+|a+r+g+h+|\.{4,}|!{3,}", text):
        return True
    return all(_is_mash_word(word) for word in words)


def _is_mash_word(word: str) -> bool:
    if word in _SHORT_WORDS:
        return False
    if len(word) <= 3:
        return len(word) == 1 or not _VOWEL.search(word)
    vowels = len(_VOWEL.findall(word))
    return (
        vowels == 0
        or bool(re.search(r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{3,}", word))
        or (vowels / len(word) < 0.13)
        or bool(re.search(r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|zxcv|xcvb|qwqw|jkl", word))
    )
