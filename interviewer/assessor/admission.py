"""Words that are no evidence: instructions, claims, lists, the question again, the same again."""

from __future__ import annotations

import re
from collections.abc import Collection

from interviewer.assessor.plain_text import plain, words_of

_IRREGULAR = (
    "rang|wrote|took|got|made|ran|told|sent|put|kept|held|built|found|saw|set|cut|"
    "drew|went|brought|chose|bought|"
    "met|gave|split|led|did|had|spoke|sat|redid|rebuilt|rewrote|sold|taught|spent|"
    "won|lost|stood|dug|threw|began|"
    "thought|paid|caught|fed|left|drove|came|dealt|knew|said|shut|fell"
)
_PAST = (
    rf"(?:{_IRREGULAR}|(?!(?:need|indeed|hundred|united|limited|embed|speed|feed|bleed|"
    rf"breed|exceed|proceed)\b)"
    r"[a-z]{2,20}ed)"
)

SAME_AS_QUESTION = 0.65  # the share of a sentence's telling words that the question has too
SHORTEST_COPY = 3  # telling words; fewer say nothing about copying
LONGEST_ITEM = 4.2  # words an item in a list without verbs has on average, at most
FEWEST_ITEMS = 7

_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:all |any |every |the |your |my "
    r"|these |those |previous |prior |above |other )*"
    r"(?:instructions?|rules?\b(?! on| for| of)|rubric|prompt|rating scale|"
    r"guidelines?|criteria|framework\b|scale\b)"
    r"|\b(?:system|admin|assessor|developer) (?:note|prompt|message|mode|override)\b|"
    r"\A\W*(?:system|admin|assessor|developer) ?:(?! (?:we|it|there))|</?(?:admin|"
    r"system|instructions?)>"
    r"|\bnote to (?:the )?(?:assessor|marker|rater|system|ai)\b|\bpre-?verified\b|"
    r"\b(?:output|award|return) (?:a |an |level |rating |score )*(?:[2-5]|five|four|"
    r"full marks|max\w*)\b"
    r"|\b(?:rate|score|mark|grade) (?:me|this|it|my answer|the candidate|this answer) "
    r"(?:a |an |as |at |level )*(?:[2-5]\b|five\b|four\b|expert|proficient|competent|"
    r"top|full|high|max\w*)(?! (?:\w+s|of|more|days?)\b)"
    r"|\b(?:give|award|assign) (?:me|this|it|the candidate|this answer|them all) (?:a "
    r"|an |the |level |full |top |maximum )*(?:[2-5]\b|five|four|full marks|top marks|"
    r"highest)(?! (?:\w+s|of|more|days?)\b)"
    r"|\bput (?:me|this|it) (?:down )?(?:at|as|in) (?:the top|a |an |level |expert|5|"
    r"five|full)|\ball (?:\w+ )?answers (?:score|get|are rated|should)\b"
    r"|\b(?:rubric|marking scheme|rating|score) (?:for this candidate )?(?:was|has "
    r"been|is) (?:updated|changed|set|overridden)\b|\bas an ai\b|\byou (?:are|must) "
    r"(?:now )?(?:a|an|rate|award|score|give|output)\b"
    r"|\bplease (?:rate|score|award|mark) (?:me|this|it)\b|\bno (?:explanation|"
    r"evidence) (?:is )?needed\b"
)
_CLAIM = re.compile(
    r"\b(?:i (?:am|'m|have|'ve|possess|demonstrate|consider myself|would say i|'d say "
    r"i|pride myself|excel|fully understand|know)|i'm|i've|my|this is|anyone|everyone|"
    r"people) "
    r"(?:\w+ ){0,6}?(?:an? (?:acknowledged |recognised |real |true |genuine "
    r")?(?:expert|master|leader in|authority|born \w+|natural)|expert(?:ise)?\b|"
    r"expert (?:knowledge|level)|strongest (?:area|suit)|best at|brilliant at|"
    r"excellent|outstanding|"
    r"exceptional|second to none|world[- ]class|top tier|very highest|highest "
    r"(?:level|standard)|in-?depth (?:knowledge|understanding)|full marks|thorough "
    r"(?:knowledge|understanding)|comprehensive (?:knowledge|understanding)|"
    r"extensive (?:experience|knowledge)|vast|deep (?:knowledge|understanding|"
    r"expertise)|proficient|highly (?:skilled|experienced|competent)|fully "
    r"(?:competent|conversant|up to date)|strong (?:track record|understanding)|"
    r"every (?:route|technique|method|tool) there is|great at|really good at|always "
    r"select|know (?:it|this) inside out|better than (?:most|anyone))"
    r"|\bten out of ten\b|\bfull marks\b|\bi independently (?:manage|lead|deliver)|"
    r"\bi (?:consistently|always|routinely|regularly|independently|proactively|"
    r"effectively|successfully) (?:\w+ ){0,3}(?:manage|lead|deliver|apply|supervise|"
    r"adapt|coach|drive|ensure|demonstrate)\b"
    r"|\bi (?:critically evaluate|supervise others|advise senior|develop new "
    r"(?:theory|methods)|educate others|apply (?:it|this) (?:independently|in "
    r"complex)|manage complex|lead on all)\b"
    r"|\bin-depth, always\b|\banyone will tell you\b|\bsenior (?:people|leaders|"
    r"staff) (?:regularly |often |always )?(?:come to|call on|consult) me for "
    r"(?:advice|guidance)\b"
)
_SPECIFIC = re.compile(
    r"\d|£|\b(?:when|last|yesterday|monday|tuesday|wednesday|thursday|friday|because|"
    r"so that|january|february|march|april|june|july|august|september|october|"
    r"november|december|spring|summer|autumn|winter|after|before|until)\b"
    r"|\bi (?:\w+ed (?!in\b)|wrote|rang|took|got|made|ran|told|sent|put|kept|held|"
    r"built|found|saw|set|cut|drew|went|sat)"
)
_VERB = re.compile(
    rf"\b(?:{_PAST}|i|we|you|he|she|they|it|is|are|was|were|be|do|does|did|has|have|had|"
    rf"can|will|would|should|if|when|because|then|so|who|which|that|"
    r"(?:make|put|get|keep|ask|set|agree|check|find|write|give|take|score|tell|work|"
    r"run|start|list) (?:the|a|an|it|them|out|up|each|what|who|your))\b"
)
_ITEM = re.compile(r"[,;/•|\n]| and ")
_PLAIN_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "from",
        "and",
        "or",
        "but",
        "so",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "he",
        "she",
        "they",
        "them",
        "their",
        "do",
        "does",
        "did",
        "done",
        "have",
        "has",
        "had",
        "what",
        "which",
        "who",
        "how",
        "when",
        "where",
        "why",
        "would",
        "could",
        "should",
        "can",
        "will",
        "about",
        "tell",
        "me",
        "describe",
        "give",
        "example",
        "time",
        "there",
        "one",
        "any",
        "some",
        "not",
        "if",
        "then",
        "than",
        "into",
        "out",
        "up",
        "over",
        "through",
        "just",
        "get",
        "got",
        "us",
        "thing",
        "things",
        "sort",
        "certainly",
        "say",
        "says",
        "said",
        "call",
        "called",
        "something",
        "like",
        "arises",
        "arise",
        "involving",
        "involved",
        "one",
        "end",
        "came",
        "come",
        "goes",
        "kind",
        "example",
        "situation",
        "be",
        "being",
        "work",
        "worked",
        "works",
        "project",
        "projects",
        "manage",
        "managed",
        "management",
    ]
)


def is_instruction(sentence: str) -> bool:
    """Whether plain words are meant for the assessor and not for the interviewer."""
    return bool(_INSTRUCTION.search(sentence))


def is_claim(sentence: str) -> bool:
    """Whether plain words only praise the speaker: no occasion, figure or act goes with them."""
    return bool(_CLAIM.search(sentence)) and not _SPECIFIC.search(sentence)


def is_list(sentence: str, fewest: int = FEWEST_ITEMS) -> bool:
    """Whether plain words are names of things put side by side, with nothing said about them."""
    items = [item for item in _ITEM.split(sentence) if item.strip()]
    if len(items) < fewest:
        return False
    words = sum(len(words_of(item)) for item in items)
    verbs = len(_VERB.findall(sentence))
    return words <= LONGEST_ITEM * len(items) and verbs <= len(items) // 8


def telling(text: str) -> set[str]:
    """The words of a text that carry its meaning, cut so that their forms meet."""
    return {word[:6] for word in telling_words(text)}


def telling_words(text: str) -> set[str]:
    """The words of a text that carry its meaning."""
    return {w for w in words_of(plain(text)) if w not in _PLAIN_WORDS and len(w) > 1}


def is_copy(sentence: str, asked: Collection[str]) -> bool:
    """Whether a sentence says hardly more than the telling words ``asked`` in the question."""
    told = telling(sentence)
    if len(told) < SHORTEST_COPY or not asked:
        return False
    return len(told & set(asked)) >= SAME_AS_QUESTION * len(told)
