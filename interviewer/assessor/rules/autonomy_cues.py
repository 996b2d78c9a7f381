"""How people tell how much of the work was their own: cue families over who does what to whom."""

from __future__ import annotations

from interviewer.assessor.rules.text import PAST
from interviewer.assessor.rules.vocabulary import (
    CHECKS,
    DECIDES,
    EXECUTIVE,
    HIM,
    NUMBER,
    ORGANISATION,
    SENIOR,
    STAFF,
    WELL,
)

_I = (
    r"\bi(?:'d|'ve|'ll| had| have| then| also| just| still| always| usually| only| mostly| now"
    r"| and)?"
)
_MINE = r"(?:my|mine|what i(?:'d|'ve)?|all my|half my|one of mine|of mine)"

FAMILIES: dict[str, str] = {
    # --- above the speaker: directed, checked, helped ---
    "shown how": r"\b(?:tells?|told|show(?:s|ed|n)?|taught|explain(?:s|ed) to) me (?:to |what|"
    r"which|how|where|when|why"
    r"|off|the|that|if|about)",
    "given to "
    "me": rf"(?<!i )\b(?:gives?|gave|lent|handed|hands|sends?|sent|passes|passed) me (?:the|"
    rf"a|an|her|his|"
    rf"{NUMBER}|what|some|my)\b|\bi(?:'m| am| was|'d been) (?:given|shown|told|asked|"
    rf"taught|allowed|handed)\b",
    "had me": rf"\b{SENIOR}{WELL} (?:had|has|have|got|gets|asked|asks|let|lets|made|makes|wanted|"
    rf"wants) me\b"
    r"(?! (?:in|over|onto|up)\b)",
    "senior checks": rf"\b{SENIOR}{WELL} {CHECKS}\b",
    "senior decides": rf"\b{SENIOR}{WELL} {DECIDES}\b",
    "senior says": rf"\b{SENIOR}{WELL} (?:says?|said|say|suggested|explained|thought|reckoned|saw|"
    rf"noticed)\b",
    "my work checked": rf"(?<!i )\b{CHECKS} (?:\w+ )?{_MINE}\b",
    "checked "
    "before": r"\bbefore (?:it|they|anything|any of it|that|i|he|she|anyone|anybody|the \w+) "
    r"(?:goes|went|go|"
    r"gets|got|send|sends|sent|confirm\w*|issue\w*|circulat\w*|pressed|publish\w*|'s|"
    r"is|was|saw|sees|left|leaves)\b",
    "passed up": rf"\b(?:run|ran|put|puts?|take|took|passed?|sends?|sent|bring|brought|show|showed|"
    rf"give|gave|hand|handed|"
    rf"report(?:ed)?|emailed|forward(?:ed)?|print) (?:\w+ ){{0,5}}(?:past|by|to|up to|"
    rf"in front of) {HIM}\b",
    "told the "
    "senior": rf"{_I} (?:ask|asked|told|tell|flag|flagged|rang|ring|showed|show|warned) (?:it "
    rf"(?:to )?)?{HIM}\b",
    "who "
    "corrects": rf", (?:who|and she|and he|so she|so he|which she|which he|she|he|then she|then "
    rf"he){WELL} "
    rf"(?:{CHECKS}|{DECIDES})\b",
    "helped": rf"{_I} (?:help(?:ed)?|assist(?:ed)?|support(?:ed)?|shadow(?:ed)?|s[ai]t in on|"
    rf"took (?:the )?(?:notes|minutes)|"
    r"take (?:the )?(?:notes|minutes)|typed?|cop(?:y|ied)|fill(?:ed)? in|"
    r"collect(?:ed)?|paste|coloured|came along|"
    r"went along|wrote it up|put it in|put them in|log|logged|chase|chased|keep the|"
    r"kept the|did the (?:\w+ )?bit)\b",
    "my bit": r"\bmy (?:bit|part|job|task|role) (?:is|was|in (?:it|that|this))\b|\bmy own bit\b|"
    r"\bi did (?:some|part|bits)\b",
    "junior": r"\b(?:assistant|administrator|apprentice|trainee|secretariat|graduate|newest|"
    r"placement|junior|"
    r"support officer|coordinator|intern|shadowing)\b",
    "their "
    "template": r"\b(?:her|his|their|the pmo'?s?|the manager's|my manager's|the corporate|the "
    r"standard|the usual|"
    r"last year'?s|the quality lead'?s?|off the|on her|on his) (?:\w+ )?(?:template|"
    r"script|list|form|guide|sheet|"
    r"checklist|format|headings|rules|spreadsheet|plan|notes)\b",
    "with "
    "them": rf"\bwith {HIM}\b|\bunder (?:her|him|my manager|[a-z]+, who)\b|\b(?:she|he) and i\b",
    "boss named": r"\bmy (?:\w+ )?(?:manager|boss|supervisor|line manager)\b",
    "pronoun": r"\b(?:she|he)\b",
    "learned": r"\b(?:i(?:'ve| have)? learn(?:ed|t)|learning|taught me|first time i|getting "
    r"better|next time)\b",
    "small corrections": r"\b(?:changed|moved|altered|crossed|reworded|adjusted|corrected) (?:\w+ "
    r"){0,2}(?:two|three|one|a few|"
    r"a couple|some|couple|bits|it|the)\b",
    # --- the speaker's own decision ---
    "i decided": rf"{_I} (?:decid\w+|chose|choose|picked|settled|insisted|refused|stopped|dropped|"
    rf"cut|rejected|"
    r"turned|said no|signed|ruled|held|moved|split|swapped|pulled|took (?:it|that|"
    r"them|the|myself|on)|cancelled|"
    r"recommended|negotiated|proposed|priced|put (?:off|back|forward))\b",
    "i set": rf"{_I} (?:set|sets|agreed?|design\w*|built|rebuilt|rewrote|wrote|drew|made|"
    rf"rearranged|redid|re-?planned|"
    r"rebaselined|drafted|mapped|organised|arranged|introduced|created|started)\b",
    "i dealt": rf"{_I} (?:told|asked|rang|called|met|saw|spoke|talked|sat|got|went|visited|phoned|"
    rf"emailed|wrote to|"
    r"invited|explained|offered|challenged|warned)\b",
    "i checked": rf"{_I} (?:check\w*|look\w*|found|worked|tested|measured|compared|counted|scored|"
    rf"spotted|went through)\b",
    "so i": r"\bso i(?:'d| then|'ve)?\b",
    "mine": r"\b(?:mine to|mine alone|was mine|my (?:own )?(?:call|decision|project|"
    r"responsibility|budget|plan|board|contract|"
    r"programme|baseline|rule|register|log)|on my own|by myself|i was responsible|i "
    r"(?:run|ran|own|owned|lead|led|manage|"
    r"managed|look after|looked after|chair|chaired)|up to me|down to me|left to me|"
    r"just me|only me)\b",
    "unchecked": r"\b(?:no ?one|nobody|no manager|without) (?:\w+ )?(?:check\w*|sign\w*|told|tells|"
    r"ask\w*|looking|else|over me)\b|"
    r"\bthe board (?:\w+ )?(?:agreed|approved|said|took|accepted)\b|\bmy recommendation\b",
    "followed up": r"\b(?:after that|since then|since|afterwards|from then on|ever "
    r"since)\b.{0,40}\bi\b",
    "elided": r"\Ai [a-z]+ed\b",
    "i did": rf"{_I} (?!heard|saw|watched|read|noticed|joined|learned|attended|was|had|said|did|"
    rf"helped|liked|wanted|needed)"
    rf"{PAST}\b",
    # --- only seen, heard or read ---
    "watched": rf"{_I} (?:watch(?:ed)?|heard?|read|notice[ds]?|remember|sat at the back|was in "
    rf"the room|see|saw (?:how|the|that|it|her|"
    r"him|them)|gather|know (?:the|that|it|there|we|they|about)|get (?:a )?cop(?:y|"
    r"ies)|was copied|have a look|was on)\b|"
    r"\bi(?:'ve| have) (?:seen|heard|read|been copied|watched|been to)\b",
    "never": r"\b(?:never|haven'?t|have not|i'?ve not|hasn'?t|not yet|none (?:so far|of|to|yet|"
    r"has|have)|i wasn't|"
    r"didn'?t get to|not held|not done|can'?t claim|not (?:my|mine)|nothing (?:has|to))\b",
    "would": r"\b(?:i'd|i would|would|i'll|i will|going to|i want to|i'd like|if i (?:had|was|"
    r"were|get)|should be able)\b",
    "taught it": r"\b(?:course|webinar|module|lecturer|lecture|textbook|book|e-?learning|training|"
    r"certificate|classroom|"
    r"tutor|exam|qualification|case study|video|leaflet|intranet|poster)\b",
    "at home": r"\b(?:wife|husband|sister|brother|mum|dad|father|mother|uncle|aunt|mate|friend|"
    r"outside work|at home|household|"
    r"my kids|daughter|son|sunday|club|wedding)\b",
    "others did": r"\b(?:she|he|they)(?:'d|'s| had| has)? (?:\w+ed|wrote|made|took|got|went|put|"
    r"built|ran|did|set|drew|rang|told)\b",
    "to her": r"\b(?:ring|rings|call|calls|ask|asks|consult\w*|phone|phones|come to|comes to|go "
    r"to|goes to|send|invites?) (?:her|him|them)\b",
    "group": r"\b(?:we|us|our|the team|everyone|everybody)\b",
    "we did": r"\bwe(?:'d|'ve| had| have| all| then| also)? (?:\w+ed|wrote|made|took|got|went|"
    r"put|built|ran|did|set|drew|held)\b",
    "first person": r"\b(?:i|i'd|i've|i'm|my)\b",
    "i do": r"\bi (?:do|keep|update|write|send|put|go|get|take|make|work|match|record|collect|"
    r"check|add|enter|book|order|file)\b",
    # --- below the speaker: guided, reviewed, delegated to ---
    "under me": r"\b(?:report(?:s|ed|ing)?|work(?:s|ed|ing)?|answer(?:s|ed)?|feed|feeds) (?:\w+ "
    r")?(?:to|for|under|into) (?:me|it and i)\b|"
    r"\b(?:under|below|beneath) me\b|\bmy (?:direct )?reports\b|\b(?:lead|leads|"
    r"person|people|one) of mine\b|\bi line[- ]manage",
    "my staff": rf"\bmy (?:own )?(?:{NUMBER} |own |\w+ ){{0,2}}{STAFF}\b(?<!my manager)(?<!my "
    rf"team)(?<!line manager)"
    r"(?<!my lead)(?<!supervisor)(?<!my own team)|\bmy secretariat\b",
    "staff "
    "counted": rf"\b(?:{NUMBER}|a|the|each) (?:\w+ ){{0,2}}{STAFF}\b.{{0,80}}(?:\band i\b|; i\b|, "
    rf"i\b|\bfor me\b|\bwith me\b|\bto me\b)",
    "i had staff": rf"\bi(?:'d|'ve| had| have| brought in| was given| took on| put) (?:\w+ "
    rf")?(?:{NUMBER}|a|an|the|my) (?:\w+ ){{0,3}}{STAFF}\b",
    "i review "
    "them": rf"(?:{_I}|\band|\bthen) (?:\w+ )?(?:review\w*|check\w*|went through|go through|"
    rf"going through|read|reads?|test\w*|correct\w*|pulled? apart|strike|struck|"
    r"mark\w*|redo|redid|re-did|audit\w*|take apart|pass|look\w* at|look\w* over|"
    r"re-?interview\w*|moderat\w*|sampl\w*) (?:\w+ ){0,6}"
    r"(?:their|them|theirs|each (?:one|of)|every (?:line|one)|every \w+ of theirs|"
    r"\w+s'|\w+'s \w+|his|hers?)\b",
    "sent back": r"\bi (?:\w+ )?(?:send|sent|hand|handed|return\w*|reject\w*|gave|threw) (?:\w+ "
    r"){0,7}back\b|\bi (?:reject|return)(?:ed)? (?:\w+ )?(?:what|any|"
    r"returns|those|their)|\bwent back (?:until|twice|once)\b|\band i send\b",
    "sat with": r"\b(?:sat|sit|sits|sitting) (?:\w+ )?(?:with|beside|in on|in|at the back) (?:for "
    r")?(?:each|them|theirs|their|two|him|both|every|the (?:two|three|new)|when)\b",
    "had them": rf"\b(?:i|and|then|,)(?:'d| then)? (?:had|made|make|got|let|gave|have|asked) (?:my|"
    rf"the|{NUMBER}|them|each|one|him|both|a) (?:\w+ ){{0,4}}"
    r"(?:do|redo|build|draft|rework|show|present|swap|run|re-?verify|take|write|"
    r"rebuild|shadow|recount|to|measure|start|split)\b",
    "coached": r"\b(?:coach\w*|mentor\w*|i train\w*|trained (?:them|him|my|two|three|each)|"
    r"taught them|teaching them|rehears\w*|talked (?:through|it through)|walk(?:ed)? "
    r"(?:them|him)|"
    r"until (?:they|he) could|without me|put them right|i (?:led|direct\w*|"
    r"redirect\w*) (?:them|their)|shadow a|supervis(?:e|ed|ing))\b",
    "they bring": r"\b(?:they|each|lead|leads|planners|analysts|whoever)(?:'d)? (?:\w+ )?(?:bring|"
    r"brought|show(?:ed)?|gives?|gave|hand) me\b",
    "swapped staff": r"\bi (?:took|pulled|stood|swapped|moved) (?:him|one|her|who|two|them|a|the "
    r"weakest) (?:\w+ ){0,3}(?:off|down|out|to|onto|moderator)\b",
    # --- outside the speaker's own work: asked for advice ---
    "outsiders to me": rf"\b(?:{EXECUTIVE}|{ORGANISATION}|people|they|others|somebody|someone|"
    rf"chief)\b.{{0,50}}\b(?:ring|rings|rang|call|calls|called|phone[ds]?|ask|asks|"
    rf"asked|use|uses|used|"
    r"send|sends|sent|bring|brings|brought|invite[sd]?|fly|flies|want|consult|"
    r"lean(?:ed)? on|nominated|come to|came to|turn to|borrow(?:s|ed)?) me\b",
    "had me in": r"\b(?:ask|asks|asked|call|calls|called|had|has|have|having|bring|brings|brought|"
    r"pull\w*|fly|flies|flown|invited?|invites|appointed|get|drag\w*|send|sends|sent|"
    r"want\w*|"
    r"been asked|got asked) me (?:in|over|onto|on to|up|as|back|along|out|across)\b|"
    r"\bi(?:'ve| have|'m| am| get| got|'ve been| have been| was)(?: been)? (?:asked|"
    r"called|pulled|sent|invited|"
    r"appointed|brought|flown|lent) (?:in|into|onto|to|over|as|out|the ones)\b",
    "has me": r"\b(?:ha(?:s|ve|d)|gets?) me (?:\w+ )?(?:sit|teach|train|examine|review|look|"
    r"advise|rewrite|talk|go|take|speak|check|chair|write|run|present|in)\b",
    "asked for "
    "advice": r"\basked me to (?:\w+ )?(?:advise|review|look|talk|mentor|pull|check|sort|come|"
    r"make|do the same|set|chair|go|speak|teach|run|write|help)\b|\basked for me\b|"
    r"\b(?:my|an|second) (?:opinion|view|advice)\b|\badvis(?:e|er|or|ory|ing|ed) (?:\w+ )?",
    "sends me "
    "theirs": r"\b(?:sends?|sent|brings?|brought|shows?|showed) me (?:theirs|the ones|their|his|"
    r"hers?|it|draft|a (?:draft|benefits|plan)|the draft)\b",
    "rings me": r"\b(?:ring|rings|call|calls|phone|phones|email|emails) me\b|\b(?:calls|a call) "
    r"(?:\w+ ){0,4}from\b|\bon the phone (?:\w+ ){0,4}wanting\b|"
    r"\b(?:do|does|people|keep) (?:call|ring|phone|asking)\b|\bseem to be the person\b",
    "outsiders use "
    "it": rf"\b(?:use|uses|using|used|copied|adopted|ha(?:s|ve) taken|took|taken|run|runs|"
    rf"borrowed|printed|teaches|teach|turned) (?:it|that|mine|the same|up|my|theirs|"
    rf"this)\b|\bcopy (?:the|of)\b|"
    rf"\b(?:other|another|neighbouring|\w+ other|{NUMBER}) (?:\w+ "
    rf"){{0,2}}{ORGANISATION}(?:'s)? (?:\w+ )?(?:now|use|uses|have|has|run|copied|took|"
    rf"count)\b",
    "in the "
    "guidance": r"\b(?:in|into|as|on|is) (?:the|their|its|a|our|some) (?:\w+ ){0,3}(?:guidance|"
    r"handbooks?|pack|guide|standard|toolkit|manual|model|syllabus|textbook|chapter|"
    r"course|journal)\b|"
    r"\bguidance\b|\bplaybook\b",
    "on the panel": r"\b(?:panel|working group|peer group|expert witness|examin\w+|accredit\w+|"
    r"professional body|user group|standards committee|national (?:audit|team|"
    r"programme|panel)|inquir(?:y|ies)|"
    r"consultations?|trade body|conference|institution|fellow)\b",
    "other "
    "people's": rf"\b(?:other people'?s|weren'?t mine|not mine|elsewhere|somebody else'?s|other "
    rf"(?:\w+ )?{ORGANISATION}|i(?:'ve| have) never (?:met|visited)|competitors?'?|"
    rf"another (?:\w+ )?{ORGANISATION})\b",
    "asks others": r"\bi (?:still |always |often |usually |then )?(?:ring|rang|call|called|phone|"
    r"phoned|ask|asked|consult|consulted|email|emailed) "
    r"(?:the|my|a|our|two|three|other)\b",
    "executives": rf"\b{EXECUTIVE}\b",
}
