"""Tells text that says nothing: keyboard mash, a lone mark, pasted logs, other scripts."""

from __future__ import annotations

import re

from interviewer.assessor.plain_text import plain

LOOKED_AT = 4000  # characters of a long text that are looked at
FEWEST_LATIN = 0.5  # the share of letters that must be Latin to be read

# Pasted by mistake: logs, code, mail headers, notices.
_PASTED = re.compile(
    r"\A\W*(?:\d{4}-\d\d-\d\d[ t]\d\d:\d\d|\d\d/\d\d/\d{4} \d\d:\d\d|\d\d:\d\d:\d\d[ ,.]"
    r"|error: |traceback|exception |warn(?:ing)?:|(?:info|debug|warn|error|fatal)\] "
    r"|at \w+\.\w+\(|accepted: |declined: |tentative: |(?:fw|fwd|re): |from: .{0,80}\b(?:sent|to): "
    r"|cd [/~\\]|git |sudo |npm |pip |c:\\|\\\\\w+\\|https?://\S+\W*\Z|www\.\S+\W*\Z"
    r"|select .{1,40} from |insert into |def \w+\(|import \w+;?\Z|function \w*\(|var \w+ ?="
    r"|get /|post /|http/1|<!doctype|<html|</?(?:div|span|p|body|script|a|br)\b|=sum\(|lorem ipsum"
    r"|[\[{] ?[\"']\w+[\"'] ?:|0x[0-9a-f]{2,}|meeting id|null\W*\Z|undefined\W*\Z|nan\W*\Z"
    r"|(?:test(?:ing)?\W*)+(?:1\W*2\W*3|\d+)?\W*\Z)"
    r"|this e-?mail and any attachments|microsoft teams|intended solely for the addressee"
    r"|unsubscribe|sent from my (?:iphone|ipad|android|phone|mobile)\W*\Z|\^\[\[|passcode:"
    r"|this message was sent to|join on your computer|privacy policy \||view in browser"
    r"|track it here|all rights reserved|accept (?:all )?cookies"
)
_FIRST_PERSON = re.compile(r"\b(?:i|we|i'[a-z]+|we'[a-z]+|my|our|me|us)\b")
_VOWEL = re.compile(r"[aeiouy]")
_LETTERS = re.compile(r"[a-z]+")
_KEPT_DOWN = re.compile(r"(.)\1{5,}|(..)\2{3,}")
_LAUGH = re.compile(r"(?:ha){3,}|h+m+|a+r+g+h+|no{3,}|ye+s+|so{3,}|ple+a+se")
# Runs along the keyboard, and consonants that no English word has in a row.
_RUN = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{3,}|asdf|sdfg|dfgh|fghj|ghjk|hjkl|lkj|qwer|wert\b|zxcv|xcvb"
    r"|qwqw|uiop|poiu|mnbv|jkl"
)
_SHORT_WORDS = frozenset(
    """
    a i no ok hi yo ta ya eh ha oh um er hmm hm mm yes yep nah nop n y na qa pm po nec
    jct p6 cv hr it brb lol idk afk pls plz tbh imo nvm thx ty btw pmo bye why try my by
    cry dry fly shy sky gym raid raci vfm kpi sql pdf xls csv nhs sro rag prince agile
    what wot wtf omg ffs hmph
    """.split()  # noqa: SIM905
)


def is_unusable(turn: str) -> bool:
    """Whether a turn holds nothing that a person could have meant as a message."""
    text = plain(turn[:LOOKED_AT])
    if not any(character.isalnum() for character in text):
        return True
    if _PASTED.search(text[:600]) and not _FIRST_PERSON.search(text):
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
    if not words:
        return _says_no_figure(text)
    if len(text) == 1:
        return text not in "yn"
    if len(words) == 1 and _KEPT_DOWN.search(text) and not _LAUGH.search(text):
        return True
    if len(words) > 2 and len(set(words)) == 1:
        return True
    mash = sum(map(_is_mash_word, words))
    return mash == len(words) or (len(words) > 3 and mash > 0.6 * len(words))


def _says_no_figure(text: str) -> bool:
    """Whether a text without letters is not even a short figure, such as "12%" or "400"."""
    return len(text) < 2 or not re.fullmatch(r"\W*\d[\d,. ]{0,9}\W*", text)


def _is_mash_word(word: str) -> bool:
    if word in _SHORT_WORDS:
        return False
    if len(word) <= 3:
        return len(word) == 1 or not _VOWEL.search(word)
    vowels = len(_VOWEL.findall(word))
    return vowels < 0.13 * len(word) or bool(_RUN.search(word))
