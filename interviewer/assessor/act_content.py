"""When a turn is an answer beyond doubt, whatever else its words could mean.

A question can be answered by "no" or "my manager"; and a clause that tells what somebody did, would
do, or how something is done is an answer, although it says "skip", "stop" or "score".
"""

from __future__ import annotations

import re

from interviewer.assessor.rules.text import PAST

# --- short replies that the question asks for -----------------------------------------------------

_ASKS_YES_OR_NO = re.compile(
    r"(?:\A|[.?!:] )(?:and |so )?"
    r"(?:was|were|is|are|did|do|does|has|have|had|will|would) (?!you say)[^.?]*\?"
)
_ASKS_WHETHER_ANY = re.compile(
    r"\bif any(?:thing|one|body)?\b|\bdifferently\b|\bwhat (?:changes|else|was uncertain)\b"
)
_ASKS_WHO = re.compile(r"\bwho(?:se|m)?\b")
_ASKS_WHICH = re.compile(
    r"\bwhich part\b|\bhow (?:clear|much|many|often|far)\b|\bwhen (?:would|does)\b|\bstake\b"
)
_ASKS_HOW_IT_WENT = re.compile(r"\bhow (?:that|it|did (?:that|it)) (?:went|go)\b")

_WELL = r"(?:(?:oh|well|er+m?|hmm|no|nope),? )*"
_NOT_A_WISH = r"(?! (?:idea|clue|comment|thanks?)\b)"
_YES_OR_NO = re.compile(
    rf"{_WELL}(?:no(?:pe)?|nah|naw|yes|yeah|yep|yup|aye|not (?:really|much|as such|at all|often"
    r"|always|that i know)|never|sometimes|once|kind of|sort of|a bit|always|of course|absolutely"
    r"|definitely|mostly|i (?:did|do|have|was|am|had|suppose)|we (?:did|do|have|were)"
    rf"|it (?:was|did|is)(?:n'?t)?|just me|only me|just us)\b{_NOT_A_WISH}"
)
_NOTHING = re.compile(
    rf"{_WELL}(?:nothing|nowt|none|not (?:a lot|much|really|at all|very|one)|no|nope|nah"
    r"|hardly any\w*|never|everything|all of it|no one|very|pretty|fairly|quite)\b"
    rf"(?! (?:comes?|springs?|to (?:say|tell|offer|add)|i can)\b){_NOT_A_WISH}"
)
_NOBODY = re.compile(
    rf"{_WELL}(?:no(?:-| )?(?:one|body)|none|me|myself|just (?:me|us)|only me|us|we all|everyone"
    r"|it was (?:just |only |all |mostly )?(?:me|us|my)|everybody|both|a few|we did|someone"
    r"|i (?:did|do|suppose|was)|somebody|all of us)\b"
    r"|(?:my|the|our) [\w'-]+(?: [\w'-]+){0,4}\W*\Z"
)
_WENT = re.compile(
    r"(?:it (?:went|was) )?(?:fine|ok(?:ay)?|well|badly|great|good|not (?:great|well|bad))\b"
)
# In a short turn, words about the interview, or of somebody who has nothing to say or is not well.
_ELSEWHERE = re.compile(
    r"\?|\b(?:questions?|skip|next|move on|pass|come back|idea|clue|dunno|idk|sorry|remember"
    r"|experience|(?:don'?t|do not|wouldn'?t|couldn'?t|can'?t|cannot) (?:really |honestly )?"
    r"(?:know|say|think|tell|answer|cope)|used it|done (?:it|that|this|one)|heard of|had to"
    r"|thanks?|please|point|example|answer|score|carry(?:ing)? on|continue|quit|i'?m done|want"
    r"|rather|(?:no|any) ?more (?:of|questions))\b"
)
_LONGEST_REPLY = 14

# --- telling --------------------------------------------------------------------------------------

# What somebody says about the interview, or to it, or about how they feel.
_ADDRESS = re.compile(
    r"\b(?:you|your|you'?re|u|ya|questions?|answers?|please|pls|this one|that one|last one|earlier"
    r"|why (?:only )?a [1-5]|would a [1-5]|interview|screen|program|report|typo|sorry"
    r"|(?:can|could|may|shall|should|let) (?:i|we|me|us|it)|let'?s|i want|i'?d like|i'?ll"
    r"|(?:i'?m|i am|i feel) (?:so |really |not |too )?\w+|(?:don'?t|can'?t|didn'?t|couldn'?t|never)"
    r"|(?:my|a|the) (?:score|rating|level|mark)s?|full marks|for good|goodbye|instead"
    r"|instruct\w*)\b"
)
_FEELING = re.compile(
    r"\b(?:died|killed|funeral|cancer|hospital|divorce|marriage|suicid\w*|his own|her own"
    r"|cry|cried|crying|tears|tearful|shaking?|slept|sleep|nightmares?|scream(?:ed|ing)|bullied"
    r"|harass\w*|sacked|disciplinary|signed off|breakdown|burn(?:t|ed)? ?out|furious|angry"
    r"|anxious|ashamed|humiliat\w*|worthless|failure|hated?|blame\w*|hurts?|horrible|fed up|sick"
    r"|useless|awful|gods?|bloody|hell|wife|husband|marri\w*|doctor|nobody ever|left me|his house"
    r"|walked me out|lost a lad|redundan\w*|scared)\b"
)
_ABOUT_THE_TURN = (
    r"(?:missed|forgot|lost|asked|clicked|pressed|typed|hit|sent|looked|zoned|meant|gave|wrote|put"
    r"|left|got|was|were|had|did|said|thought|made|came|hated|wanted|stepped|felt|wished|needed"
    r"|used|covered|started|went|heard|read|remembered|reckoned|smashed|changed|finished|jumped"
    r"|learn\w*)"
)
_DID = re.compile(
    r"\b(?:i|we|he|she|they|who|and|then|so|but|(?:the|our|their|each|every) \w+)(?:'d|'ve| had"
    r"| have)?(?: \w+ly| just| then| also"
    rf"| all| both| never)? (?!{_ABOUT_THE_TURN}\b){PAST}\b"
    r"|\b(?:we|he|she|they) (?:had to|went|got|made|wrote|put|gave|left|said|used|changed|quit"
    r"|wanted to)\b"
    r"|\b(?:i|we) (?:had to|went back|got (?:it|them|three|two|a|the)|made (?:it|them|a|the|sure)"
    r"|wrote (?:it|them|a|the)|put (?:it|them|a|the|in)|gave (?:it|them|him|her|the|each)|did) \w+"
)
_WOULD = re.compile(
    r"\A(?:well,? |honestly,? )?(?:i|we)(?:'d| would)(?: first| probably| always| usually| just)? "
    r"(?!(?:like|love|rather|prefer|sooner|want|only|just|be|not|never|need|have|say|only"
    r"|appreciate|hope|wish|guess|struggle)\b)[a-z]{2,} (?!(?:one|this one|that one|now)\b)\w+"
)
_HABIT = re.compile(
    r"\b(?:i|we|you) (?:usually |always |never |normally |then |often |generally |just )?"
    r"(?:ask|check|keep|hold|run|write|track|score|review|agree|log|escalate|pause|let|make"
    r"|measure|talk|ring) (?:it|them|the|a|every|each|people|everyone|out|at) (?!again)"
)
_IN_GENERAL = re.compile(
    r"(?:well,? )?(?:it |that )?depends\b"
    r"|you (?:can|need|have|should|must|start|do|don'?t|would|could) "
    r"(?!give|mark|rate|score|put|pass|stop|now)[^?]*"
    r"\b(?:if|when|unless|because|before|after|first|until|so)\b"
)
_TO_US = re.compile(r"\?|\b(?:me|my|question|answer|interview|rating|marks?)\b")
# Words in front of the telling: "Sorry if this is long. ..."
_APOLOGY = re.compile(
    r"\A(?:sorry|thanks|thank you|honest(?:ly)?|can i be honest)\b[^.?!:;]{0,60}[.?!:;] "
)
# "I don't know if this counts, but ...": what comes after it is told.
_HEDGE = re.compile(
    r"\A.{0,12}\b(?:(?:don'?t|do not|not) (?:really )?(?:know|sure|certain|an expert|much)|dunno"
    r"|might be|may be|probably|the theory|not (?:a )?great|apolog\w+|sorry if)\b.{0,60}?\bbut,? "
    r"(?:once |then |when |one time |in \d+ |here goes |yeah )?"
    r"(?:i|we|my|me|our|he|she|they|the|what|last)(?:'d|'ve)? "
    r"(?!don'?t|can'?t|couldn'?t|didn'?t|cannot|would rather|want|need|have to|am|haven'?t"
    r"|question|answer)\w+(?: [^ ?]+){2}"
)
# How and when something is so: "when nobody reads it", "because audit wants it".
_CIRCUMSTANCE = re.compile(
    r"(?:if|when|whether|because|cos|so|so that|unless|until|to|by|in case|mostly|mainly"
    r"|who(?= (?:would|pays|signs|owns|gets))|that was my"
    r"|(?:we|they|nobody|no one) (?:didn'?t|did not|never) know"
    r"|(?:on|in|at|with|for) (?:a|big|small|large|most|every)) "
    r"(?!i stop|i use|what|how|is |are |do |does |can |will |be |clarify|cancel|quit|finish|stop\b"
    r"|(?:meeting|call|break|train|bus|minute|min|mo|moment|bit|sec|while|rush|hurry)\b)"
)
_LONGEST_CIRCUMSTANCE = 20
_ASKING = re.compile(
    r"\?|\b(?:you|your|question|answer|does|will|how was|please|mean|did i|was i|am i|can)\b"
)
# Pointing to what was told before.
_SAID_BEFORE = re.compile(
    r"(?:(?:well|just|it'?s|the|yeah),? )?(?:as|like|what) i(?:'ve| have)? (?:just )?"
    r"(?:said|told|mentioned|explained|wrote|put)\b"
    r"(?!.{0,60}\b(?:wrong|change|correct|fix|want to)\b)"
    r"|see (?:above|previous|earlier|what i|my (?:last|previous|first|earlier|other) answer)\b"
    r"|(?:the )?same (?:as|answer)\b(?! that\?)|ditto\b"
    r"|(?:i(?:'ve)? )?already (?:said|told|answered|explained|covered)\b"
    r"|i(?:'ve)? (?:already |just )?(?:told you|answered that|said that)\b(?:,| already|\Z)"
)
_REQUEST = re.compile(
    r"\?|\b(?:skip|next|move on|can (?:i|we|you)|change|fuck|piss|sod|why|rating|mark|score)\b"
)


def replies(text: str, question: str) -> bool:
    """Whether a short turn says what such a question asks for: yes, nobody, nothing, my manager."""
    if not question or text.count(" ") >= _LONGEST_REPLY or _ELSEWHERE.search(text):
        return False
    if _FEELING.search(text):
        return False
    asked = (
        (_ASKS_YES_OR_NO, (_YES_OR_NO, _NOTHING)),
        (_ASKS_WHETHER_ANY, (_NOTHING, _YES_OR_NO)),
        (_ASKS_WHO, (_NOBODY, _YES_OR_NO, _NOTHING)),
        (_ASKS_WHICH, (_NOTHING, _NOBODY, _YES_OR_NO)),
        (_ASKS_HOW_IT_WENT, (_WENT, _NOBODY)),
    )
    return any(reply.match(text) for asks, said in asked if asks.search(question) for reply in said)


def points_back(text: str) -> bool:
    """Whether a turn only says that it has been told already: an answer, for what it is worth."""
    return bool(_SAID_BEFORE.match(text)) and not _REQUEST.search(text)


def tells(text: str) -> bool:
    """Whether some clause tells what somebody did or how something is done, and none asks."""
    if _HEDGE.search(text):
        return True
    if text.count(" ") < _LONGEST_CIRCUMSTANCE and _CIRCUMSTANCE.match(text):
        return not _ASKING.search(text) and not _FEELING.search(text)
    if _IN_GENERAL.match(text):
        return not _TO_US.search(text)
    text = _APOLOGY.sub("", text)
    told = _DID.search(text) or _HABIT.search(text) or _WOULD.search(text)
    return bool(told) and not _ADDRESS.search(text) and not _FEELING.search(text)
