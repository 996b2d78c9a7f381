"""Sure cues: wordings that settle a facet of the sentence that they stand in.

The weighed cues need an answer of some length; a few words leave them with little but what they
start from. These are fewer and narrower: who did what to whom is in the pattern itself, so that one
of them is enough. Everything is meant for prepared sentences.
"""

from __future__ import annotations

import re

from interviewer.assessor.rules.cues import LOOKED_AT
from interviewer.assessor.rules.vocabulary import HIM, NUMBER
from interviewer.domain import Autonomy, Complexity, Knowing

_ADVERB = r"(?:(?:\w+ly|also|then|just|still|always|often|usually|all|now|mostly) )?"
_I = rf"\bi(?:'ve|'d|'m| have| had| was| am)? {_ADVERB}"
BOSS = (
    r"(?:(?:my|our|the) (?:\w+ ){0,2}(?:manager|boss|supervisor|lead|director|mentor|head|gaffer"
    r"|senior|tutor|sponsor)|she|he)"
)
_BOSS_DID = rf"\b{BOSS}(?:'d|'s| had| has| would)? {_ADVERB}"

# --- autonomy -------------------------------------------------------------------------------------

_JUNIOR = (
    r"(?:juniors?|apprentices?|trainees?|graduates?|assistants?|interns?|new starters?"
    r"|students?|placements?)"
)
_PEOPLE = (
    rf"(?:{_JUNIOR}|planners?|analysts?|officers?|coordinators?|administrators?|schedulers?"
    r"|project managers?|pms?|team leads?|leads?|colleagues|staff|people|team)"
)
_STAFF = re.compile(
    rf"\b(?:{_JUNIOR}|(?:my|{NUMBER}) (?:\w+ )?{_PEOPLE}|report(?:s|ed|ing)? to me|under me)\b"
)
_GUIDES = (
    r"(?:coach(?:ed|ing)?|mentor(?:ed|ing)?|supervis(?:e|ed|ing)|line[- ]manag(?:e|ed|ing)"
    r"|look(?:ed|ing)? after|bring(?:ing)? on|brought on|overs(?:aw|ee|eeing)|train(?:ed|ing) up)"
)
_CHECKED = (
    r"(?:check(?:ed)?|review(?:ed)?|(?:go|goes|went|going) (?:through|over)|correct(?:ed)?"
    r"|mark(?:ed)?|read through|sampled?|sent back|signed? off)"
)
_SUPERVISED = re.compile(
    rf"{_I}{_GUIDES} (?:\w+ ){{0,3}}?(?:her|him|them|{_PEOPLE})\b(?! (?:diar|inbox|email|budget))"
    rf"|{_I}delegat\w+ (?:\w+ ){{0,6}}?to (?:her|him|them|(?:my|the|a|an"
    rf"|{NUMBER}) (?:\w+ )?{_PEOPLE})\b"
    rf"|\b(?:{_PEOPLE}|who|she|he|they)(?: all)? report(?:s|ed|ing)? (?:in |up |back )?to me\b"
    r"|\bwork(?:s|ed|ing)? (?:for|under) (?:me\b|my (?:supervision|guidance|wing))"
)
# These speak of guiding only where somebody junior has been named.
_WITH_STAFF = re.compile(
    rf"\b(?:i|and|then) {_ADVERB}{_CHECKED} (?:all |each of )?(?:her|his|their|theirs|hers|them"
    r"|what they)\b"
    r"|\b(?:i|and|,) (?:gave|handed|left|set) (?:her|him|them|each of them) (?:the|a|an|some|\w+)\b"
    r"|\bsat (?:down )?with (?:her|him|them)\b|\b(?:i|and) (?:showed|taught) (?:her|him|them) how\b"
)

_OTHERS = (
    r"(?:they|people|others|everyone|everybody|colleagues|folk|pms|project managers|directors"
    r"|(?:other|senior|the other|our|most) (?:\w+ ){0,2}\w+|half the \w+|the rest of \w+ \w+)"
)
_OFTEN = r"(?:(?:all|still|often|usually|always|just|tend to|normally|will|now|regularly) )*"
_ADVICE = (
    r"(?:for (?:advice|help|my|a second)|to (?:help|look|advise|review|ask|check|sort)|how|before"
    r"|when|whenever|if|first|about how|what i)"
)
_SOUGHT = re.compile(
    rf"\b{_OTHERS} {_OFTEN}(?:ring|phone|call|email|message|consult|come to|come and (?:see"
    rf"|find|ask)"
    r"|turn to|go to|look to) (?:on )?me\b"
    rf"|\b{_OTHERS} {_OFTEN}(?:ask|asked|rang|phoned|called|emailed|came to"
    rf"|turned to) me {_ADVICE}\b"
    r"|\b(?:asked|called|had|has|have) me in\b(?! (?:trouble|for a (?:chat|word)|late))"
    r"|\bi(?:'m| was|'ve been| have been|'m often| am) (?:often |regularly )?(?:called|asked) in\b"
    r"|\bi(?:'m| am) (?:the (?:one|person) (?:they|people|everyone) |who (?:they|people) )"
    r"(?:ring|rings|call|calls|ask|asks|come|comes|go|goes|turn|turns)\b"
)
_NO_ADVICE = re.compile(
    r"\bme (?:\w+ ){0,4}?(?:complain\w*|moan\w*|chas\w+|shout\w*|invoices?|sell\w*|cancel\w*|names"
    r"|to say|to tell|where (?:it|the|my))\b"
)

_ASSISTED = re.compile(
    rf"{_BOSS_DID}(?:told|tells|showed|shows|instructed|has|had|makes|made) me "
    r"(?:to|which|what|how|where|when|do|add|write|ring|put|type|fill|update|log)\b"
    rf"|{_BOSS_DID}(?:{_CHECKED}|checks|reviews|corrects) "
    r"(?:all |over |through )*(?:my|mine|what i)\b"
    rf"|\b(?:told|tells|showed|shows) me [^.;]{{1,60}}? and (?:then )?{_CHECKED} (?:it|them)\b"
    r"|\bmy (?:manager|boss|supervisor|line manager|mentor) (?:then |always )?"
    r"(?:checked|checks|corrected|corrects|reviewed|reviews|went through|goes through|redid) "
    r"(?:it|them|that|those|everything)\b"
    rf"|{_I}(?:told|shown|given a list of|given) (?:what|which|how|where) (?:to|risks?|ones?|it)\b"
    rf"|{_I}(?:help(?:ed|ing)?|assist(?:ed|ing)?|support(?:ed|ing)?) (?:{HIM}|with|out)\b"
    rf"|{_I}(?:did|do|put|wrote) (?:exactly )?(?:what|as) (?:i was told|{BOSS} (?:told|said"
    rf"|wanted))\b"
    r"|(?<!i )\b(?:showed|taught) me (?:what|how) to\b"
    rf"|{_I}shadow(?:ed|ing)?\b|{_I}(?:took|typed|typing|taking) (?:up )?(?:the )?(?:notes"
    rf"|minutes)\b"
    r"|\bunder (?:her|his|my (?:manager|boss|supervisor|mentor|line manager)|close|(?:the )?"
    r"(?:supervision|guidance|direction)|[a-z]+'s (?:supervision|guidance|direction|eye))\b"
    r"|\bfirst (?:time|one|go)\b[^.]{0,40}\bwith (?:\w+ ){1,3}(?:sitting|sat|beside|next to|helping"
    r"|watching|over my)\b"
)

_NOT_MINE = re.compile(
    r"(?:\bnot|n't|\bnever|\bhardly) (?:\w+ ){0,6}?(?:my (?:own )?(?:call|decision)|mine|(?:up"
    r"|left|down) "
    r"to me|on my own|by myself|just me|only me)\b"
)
_MINE = re.compile(
    r"\b(?:my (?:own )?(?:call|decision)|on my (?:own|recommendation)|by myself|off my own bat"
    r"|mine (?:to \w+|alone)|(?:it|that|this|all) (?:was|is)(?: all| entirely)? mine"
    r"|left (?:it |that |this |them )?(?:all |entirely )?to me|(?:up|down) to me"
    r"|let me (?:decide|choose|run|lead))\b"
)
_LED = re.compile(
    rf"{_I}(?:decid\w+|chose|led|lead(?:ing)?|own|owned|headed|in charge|solely responsible"
    rf"|chair(?:ed)?"
    r"|took (?:charge|the (?:decision|lead|call))|made the (?:final )?(?:decision|call))\b"
    rf"|{_I}r[au]n(?:ning)? (?:the|it|that|this|them|my|our|both|all)\b(?! (?:\w+ )?(?:by|past"
    rf"|report"
    r"|errands?|search|query|minutes))"
    r"|\b(?:nobody|no ?one)(?: else)? (?:\w+ly )?(?:check(?:ed|s)|signed|approved|went through"
    r"|looked (?:at|over)|stood over) (?:it|me|my|mine|them|that|what i)\b"
    r"|\b(?:nobody|no ?one) (?:told|tells) me (?:what|how) to\b|\b(?:run|led|decided"
    r"|chaired) by me\b"
    r"|\bwithout (?:anyone|anybody|being) (?:checking|telling|told|asked|asking)\b"
)
_INITIATIVE = re.compile(
    rf"{_I}(?:rang|phoned|called|wrote|rewrote|re-?scored|scored|suggested|propos\w+|recommended"
    r"|changed"
    r"|refused|rejected|raised|escalated|stopped|cancelled|drafted|drew up|built|designed"
    r"|introduced"
    r"|negotiated|persuaded|challenged|arranged|organised|re-?planned|re-?baselined|split|moved"
    r"|swapped|set up|agreed|insisted|found|worked out)\b"
    rf"(?! (?:up )?(?:{HIM}|out (?:that|about)|out of|home|house|down what|in sick|minutes"
    rf"|notes)\b)"
)


def names_staff(text: str) -> bool:
    """Whether somebody is named who may work under the speaker."""
    return bool(_STAFF.search(text[:LOOKED_AT]))


def autonomy_in(text: str, staff: bool) -> Autonomy | None:
    """The autonomy that a sentence settles; ``staff`` where a junior was named around it.

    Where it speaks both of being directed and of deciding, what is told last holds.
    """
    text = text[:LOOKED_AT]
    if _SOUGHT.search(text) and not is_no_advice(text):
        return Autonomy.SOUGHT
    if _SUPERVISED.search(text) or (staff and _WITH_STAFF.search(text)):
        return Autonomy.SUPERVISED
    directed, own = _last(_ASSISTED, text), _last_own(text)
    if max(directed, own) < 0:
        return None
    return Autonomy.LED if own > directed else Autonomy.ASSISTED


def _last_own(text: str) -> int:
    mine = -1 if _NOT_MINE.search(text) else _last(_MINE, text)
    return max(mine, _last(_LED, text))


def _last(cue: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in cue.finditer(text)), default=-1)


def is_no_advice(text: str) -> bool:
    """Whether people who ring the speaker do so for something else than advice."""
    return bool(_NO_ADVICE.search(text[:LOOKED_AT]))


def takes_initiative(text: str) -> bool:
    """Whether the speaker tells an act that is a decision or an initiative of their own."""
    return bool(_INITIATIVE.search(text[:LOOKED_AT]))


# --- complexity -----------------------------------------------------------------------------------

_MANY = r"(?:three|four|five|six|seven|eight|nine|ten|several|many|lots of|a dozen|\d+)"
_HARD = re.compile(
    r"\b(?:contested|at odds|at loggerheads|at each other'?s throats|hat(?:ed|ing) each other"
    r"|(?:opposite|conflicting|different|contradictory) (?:things|ends|views|directions|aims|ideas)"
    r"|fell out|falling out|(?:were|was|kept|been) (?:fighting|arguing)|fought (?:about|over)"
    r"|(?:couldn'?t|could not|wouldn'?t|never) agree|(?:nobody|no ?one) (?:could )?agreed?"
    r"|disagreed (?:about|over|on|with each)|ke(?:pt|eps) (?:changing|moving|shifting)"
    r"|chang(?:ed|ing) (?:every (?:week|day|month)|all the time|weekly|daily)"
    r"|(?:nobody|no ?one) (?:really )?(?:knew|had done|had ever)|never been done"
    r"|political(?:ly)?|politics|legal (?:threats?|action|challenge)|threaten(?:ed"
    r"|ing) (?:to sue|legal)"
    r"|judicial review|hostile|refused to (?:talk|speak|meet|sit)|up in arms|high stakes"
    r"|(?:very|really|extremely|hugely|highly|so) (?:complex|complicated|messy|uncertain|unclear)"
    rf"|{_MANY} (?:\w+ ){{0,2}}?(?:councils|trusts|organisations|agencies|unions|authorities"
    r"|ministries|governments|boroughs|partners|forces|regulators))\b"
)
_EASY = re.compile(
    r"\b(?:(?:was|is|it'?s|were|fairly|pretty|quite|very|really|all|nice and|perfectly) "
    r"(?:\w+ )?(?:simple|straightforward|routine|clear-?cut|clear cut)"
    r"|(?:everyone|everybody|all|they all) (?:was |were )?(?:agreed|in agreement)"
    r"|(?:nobody|no ?one) (?:argued|disagreed|objected|minded)|just (?:us|the) two"
    r"|just the two of us"
    r"|(?:just|only) (?:me and )?(?:us|my|our|the) (?:own )?team|nothing (?:was )?(?:uncertain"
    r"|unusual)"
    r"|no (?:surprises|disagreements?|arguments?|politics)|same as (?:last|every) (?:time|year))\b"
    r"|\A(?:simple|straightforward|clear-?cut|routine)\b"
)
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nothing|hardly|without|anything but|far from)|n't)(?: \w+){0,2} ?\Z"
)


def complexity_in(text: str) -> Complexity | None:
    """The complexity that a sentence settles; a denied cue settles nothing."""
    text = text[:LOOKED_AT]
    if _affirmed(_HARD, text):
        return Complexity.HIGH
    return Complexity.LOW if _affirmed(_EASY, text) else None


def _affirmed(cue: re.Pattern[str], text: str) -> bool:
    return any(
        not _NOT.search(text[max(0, match.start() - 40) : match.start()])
        for match in cue.finditer(text)
    )


# --- knowledge ------------------------------------------------------------------------------------

ENOUGH_TO_REASON = 7  # words; "because it is" gives no reason
ENOUGH_TO_DESCRIBE = 4

_WEIGHS = re.compile(
    r"\b(?:falls? (?:down|apart|over)|breaks? down) (?:when|where|if|once|as soon|on|with)\b"
    r"|(?:n't|\bnot|\bnever|\bstops?|\bonly|\bless) (?:really |always )?work(?:s|ing)? (?:so |as )?"
    r"(?:well )?(?:when|where|if|for|once|unless|on|with)\b"
    r"|\brather\b(?: [^ .]+){0,6} than\b|\bdepends (?:on|how|whether|who|what)\b"
    r"|\btrade[- ]?offs?\b"
    r"|\binstead,? (?:of|i'?d|i would|you|one)\b|\b(?:i'd|i would|you'd"
    r"|you could) [^.]{1,60}? instead\b"
    r"|\bat the (?:cost|expense|price) of\b"
    r"|\bthe (?:weakness|limit|limitation|drawback|downside|catch|trouble|problem) (?:with|of|is)\b"
)
_REASONS = re.compile(
    r"\bbecause\b(?! (?:(?:i|she|he|they|we|my \w+|the \w+|it) (?:said|says|told|just (?:is"
    r"|does))|that'?s "
    r"(?:what|how)))|\bso that\b|\botherwise\b|\bthat way\b|\bor else\b|\bthe (?:reason|point) is\b"
    r"|\bwhich means\b|\bif (?:you |it |nobody |no ?one |the |they )[^.]{5,90}?"
    r"(?:,|\bthen\b|\bnothing\b|\bnobody\b|\bno ?one\b|\bwill\b|\bwon't\b|\bgets?\b|\bcan't\b)"
)
_SAYS_WHAT = re.compile(
    r"\b(?:is|are|means|shows?|lists?|records?|contains?|includes?|has|have|consists|goes|happens?"
    r"|might|may|tells|measures?|compares?|says|covers?|you|stands for|comes?|called|i|we)\b"
    r"|(?:\A|, |; | and | then )(?:list|score|write|put|set|give|agree|check|ask|identify|assess"
    r"|review|monitor|plan|find|keep|make|work out|rank|name|add|draw|look) "
    r"(?:\w+ )?(?:the|a|an|each|it|them|all|every|who|what|how|out|up|\w+s)\b"
)
_HEARD_OF = re.compile(
    r"\bi(?:'ve| have) (?:only |just )?(?:heard|seen)\b|\bnot (?:really |entirely |too )?sure\b"
    r"|\bsomething to do with\b|\bsome (?:kind|sort) of\b|\bdon't (?:really )?know (?:much|more)\b"
)


def knowledge_in(text: str) -> Knowing | None:
    """The knowing that a sentence settles, given that it bears on what was asked."""
    text = text[:LOOKED_AT]
    words = text.count(" ") + 1
    if words >= ENOUGH_TO_REASON and _WEIGHS.search(text):
        return Knowing.EVALUATES
    if words >= ENOUGH_TO_REASON and _REASONS.search(text):
        return Knowing.EXPLAINS
    if _HEARD_OF.search(text):
        return Knowing.AWARE
    tells = words >= ENOUGH_TO_DESCRIBE and not text.startswith("because ")
    return Knowing.DESCRIBES if tells and _SAYS_WHAT.search(text) else None
