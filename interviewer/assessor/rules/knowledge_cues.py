"""How people show what they know: cue families for having heard, describing, explaining, weighing.

They look at the shape of what is said (a reason, a limit, an alternative, a claim of one's own),
not at the words of any one competence.
"""

from __future__ import annotations

FAMILIES: dict[str, str] = {
    # --- has heard of it ---
    "hedged": r"\b(?:i (?:think|suppose|guess|believe|gather|assume|imagine|presume|remember)|"
    r"i'?m (?:not sure|fairly sure|pretty sure|guessing|told)|"
    r"something (?:about|like|to do)|or something|sort of|some kind|probably|"
    r"presumably|as far as i know|if i'?ve got|or is it|kind of)\b",
    "heard of": r"\b(?:heard (?:of|about|the|them|that|people)|i'?ve heard|mentioned|supposed to|"
    r"meant to|apparently|on (?:a|the|our) (?:poster|wall|screen|slide|intranet|"
    r"cover)|"
    r"i'?ve seen|i saw|came across|there was (?:a|one|an)|somebody said|went to a|"
    r"told us|i know (?:there|that|it|the|of|we)|comes round|gets? mentioned|people "
    r"(?:say|talk))\b",
    "cannot say": r"\b(?:couldn'?t tell you|don'?t know|do not know|couldn'?t (?:say|explain)|no "
    r"idea|not sure (?:what|how|which|who|why|of)|never (?:seen|done|read|used|had|"
    r"been|looked|got)|"
    r"haven'?t|i'?ve not|i'?d be (?:guessing|making)|i forget|can'?t remember|"
    r"couldn'?t|don'?t remember|not something i|lost me|beyond me|past that|i don'?t|"
    r"nobody (?:has )?explained|wouldn'?t know|not come up)\b",
    "taught": r"\b(?:course|webinar|module|lecturer?|textbook|e-?learning|training|induction|"
    r"handout|slides?|tutor|trainer|exam|my notes|colleague says|my manager says|my "
    r"boss says)\b",
    "i am": r"\bi'?m (?:a|an|the|in|on|only|just|new)\b|\bmy (?:office|job|desk|boss|manager)\b",
    # --- describes ---
    "there is": r"\bthere(?:'s| is| are) (?:a|an|the|two|three|four|five|also|usually|some)\b",
    "is called": r"\b(?:is called|called (?:a|the)|stands for|is (?:the|a|an|where|when|what|how)|"
    r"means|are the|consists? of|made up of|is made|includes?|such as|for example|"
    r"e\.g|namely)\b",
    "steps": r"\b(?:first|firstly|secondly|then|next|finally|after that|at the end|lastly|step|"
    r"once (?:it|that|you|the))\b",
    "lists": r"(?:,[^,]{2,30}){3,}",
    "you do": r"\byou (?:list|put|write|fill|send|give|make|get|draw|rank|score|set|record|log|"
    r"add|work|take|have|plot|map|name|keep|ask)\b|\A(?:make|list|put|write|keep|give|"
    r"set|draw|rank|"
    r"score|record|log|start|begin|agree|find|get|work out|check|break)\b",
    "everyday "
    "paper": r"\b(?:template|form|sheet|spreadsheet|register|log|folder|column|boxes|chart|"
    r"table|list|tracker|sharepoint|excel)\b",
    "we do": r"\b(?:we|our|us)\b",
    # --- explains: why, when, how the parts link ---
    "because": r"\b(?:because|cos|'cause|since|that'?s why|the reason|reasons?|which is why|the "
    r"point (?:of|is)|is there to|exists? to|so as)\b",
    "so that": r"\bso that\b|\bin order to\b|\bso (?:you|they|it|nobody|people|everyone|the|a|we|"
    r"no one|when|if)\b|\bto (?:stop|avoid|make sure|prevent|protect|keep)\b|, to \w+",
    "as reason": r", as (?:the|a|it|they|you|that|there|most|no|people|in|one|i|we|each|an?|"
    r"otherwise|\w+'s)\b|, since\b|, for \w+ (?:is|are)\b",
    "otherwise": r"\b(?:otherwise|or else|or (?:you|they|it|the|people|nobody|everyone|each|one|"
    r"someone|no one)\b|unless|without (?:it|that|a|one|them|an|the))\b|, or\b",
    "if then": r"\bif\b.{3,80}(?:,|\bthen\b)|\bwhen\b.{3,60},|\bonly (?:if|when|where|once)\b",
    "leads to": r"\b(?:means (?:that|you|the|it|nobody|people)|lead(?:s|ing)? to|drives?|feeds?|"
    r"affects?|depends? on|moves? (?:the|with)|follows? from|causes?|makes? (?:the|it|"
    r"people|you)|lets? (?:you|the|people)|"
    r"costs? (?:more|less|a|you)|turns? into|the (?:link|links|joins?)|goes into|comes? from)\b",
    "contrast": r"\b(?:rather than|instead of|not just|not only|whereas|while|different from|"
    r"isn'?t the same|not the same|and not|as opposed|where(?:as)?|on the other "
    r"hand)\b",
    "when to": r"\b(?:suits?|is (?:fine|right|good|best|better|worth|enough) (?:for|when|if|"
    r"where)|works (?:when|for|if|where|best)|use (?:it|this|that|one) (?:when|where|"
    r"if|for)|the time for|for (?:small|large|big|simple|routine))\b",
    "people tend": r"\b(?:people|folk|nobody|everyone|everybody|no one|teams|managers) (?:\w+ "
    r")?(?:will|won'?t|don'?t|tend|forget|stop|hide|get|think|want|believe|say|do|can|"
    r"assume|learn)\b",
    "cannot": r"\b(?:can'?t|cannot|won'?t|don'?t|doesn'?t|never|not)\b",
    # --- evaluates: limits, alternatives, adapting ---
    "fails": r"\b(?:fail(?:s|ed|ing)?|breaks? (?:down|when|where|if|as)?|falls? (?:down|apart|"
    r"over)|useless|worthless|collaps\w+|no use|stops? (?:working|being)|doesn'?t "
    r"(?:work|hold|help|scale|fit|survive|travel|transfer|cope)|"
    r"won'?t (?:work|hold|help|survive)|wouldn'?t (?:work|hold|survive|use|do)|no "
    r"good|gives? (?:you )?(?:the )?wrong|misleads?|goes wrong|runs? out|wears? off|"
    r"struggles?|hopeless|dangerous|backfires?)\b",
    "assumes": r"\b(?:assum\w+|presumes?|supposes?|pretend\w*|takes? for granted|as (?:if|"
    r"though)|built for|designed for|meant for|premise)\b",
    "weakness": r"\b(?:weak(?:ness)?(?:es)?|limit(?:s|ation|ations|ed)?|flaws?|trouble|trap|catch|"
    r"drawbacks?|downsides?|snag|blind|the price|cost of|danger|the (?:hard|awkward|"
    r"difficult|weak) (?:part|bit|point|spot)|"
    r"problem (?:is|with)|too (?:slow|late|blunt|coarse|neat|thin|crude|heavy|"
    r"optimistic|early|much|many)|crude|blunt|hides?|hidden|flatter(?:s|ing)?|"
    r"distort\w*|illusion|comfort|false|game|gamed|gaming|perverse)\b",
    "i would": r"\b(?:i'?d|i would)\b",
    "so i would": r"\bso (?:there )?(?:i'?d|i would|i)\b|\bthere i'?d\b|\bthere,? i\b|\binstead "
    r"i'?d\b|\bi'?d (?:rather|sooner|not|never|only|still|drop|let|split|keep|go|use|"
    r"accept|take|hold|loosen|tighten|write|make|want|ask|test|"
    r"fix|put|run|set|start|tell|add|trade|weight|treat|expect|swap|replace|price|give|leave)\b",
    "textbook": r"\b(?:the (?:text)?book|textbooks?|books? (?:say|says)|standard (?:advice|model|"
    r"answer|method|approach|practice|cure)|the usual|usual(?:ly)? (?:advice|answer|"
    r"way)|the (?:classic|normal|ordinary|common|received|published|"
    r"orthodox|corporate|standard) \w+|in theory|on paper|theory|model|models|"
    r"conventional|the guidance|method(?:s|ology)?|by the book|people teach|prince2|"
    r"apm|iso)\b",
    "depends": r"\b(?:depends?|it varies|up to a point|only works|sometimes|less so|more so|not "
    r"always|except (?:where|when|that|for|if)|unless|though|even (?:if|so|then|when)|"
    r"however|partly|in part|half (?:true|right)|true enough)\b",
    "alternativ"
    "e": r"\b(?:instead|alternative(?:ly)?|rather|or better|better (?:is|to|a|still)|swap|"
    r"replace|trade|other way|option|options|another way|prefer|in place of|neither|"
    r"none of|either|third way|hybrid|mix|compromise)\b",
    "trade-off": r"\b(?:trade[- ]?offs?|at the (?:cost|price|expense)|costs? (?:you|me|us|time|"
    r"more)|buys?|you (?:lose|give up|pay|gain)|price of|worth (?:it|the|less|more|"
    r"nothing)|the more|the less|the longer|cheaper|dearer|worse|slower|faster|better "
    r"than)\b",
    "hard "
    "context": r"\b(?:uncertain\w*|unclear|contested|conflict\w*|political(?:ly)?|politics|joint "
    r"venture|alliance|consorti\w+|partners?|several|organisations|agencies|councils|"
    r"councillors|ministers?|unions?|regulators?|statutory|"
    r"public(?:ly)?|in public|hostile|novel|new (?:technology|to)|nobody knows|no one "
    r"knows|first of (?:a|its) kind|never been done|moving|distress|crisis|"
    r"dispute[ds]?|multi-?\w+|cross-?\w+|lawyers|complex\w*|turbulen\w*|emergency|"
    r"police|hospital|shifting|disagree\w*|interfaces|sovereign|mandates?|elected|"
    r"election|merger|merged)\b",
    "counting": r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|"
    r"thirty|forty) (?:of|\w+s)\b",
    "aphorism": r"\A[^,;:]{3,45}[.]?\Z",
    "colon": r"[:;]",
    "watch for": r"\b(?:beware|watch (?:for|out)|i distrust|distrust|be careful|careful|suspicious|"
    r"i(?:'d)? (?:look|ask|test) (?:for|past|whether|what|who)|ask (?:who|what|"
    r"whether|why)|check (?:whether|that|if)|the test (?:is|of)|sign (?:of|that))\b",
    # --- originates: a claim of one's own, taken up by others ---
    "my own "
    "idea": r"\bi (?:\w+ )?(?:built|developed|devised|designed|derived|invented|proposed|came "
    r"up with|worked out|wrote|formulated|created|coined|published|tested|collected|"
    r"plotted|logged|followed|measured|tracked|analysed|ran a|studied|found (?:that|"
    r"out)?|"
    r"compared|replaced|turned|started|made|drew|showed)\b",
    "mine": r"\b(?:my own|mine|of my own|my (?:version|method|model|paper|theory|work|data|"
    r"rule|approach|course|test|figures|article|book|answer|students|research|"
    r"argument|measure|name|sort))\b",
    "i call it": r"\b(?:i call|we call|i named|what i call|they call|calls? it|is (?:now )?called|"
    r"known as|by my name|my surname)\b",
    "i teach": r"\b(?:i (?:\w+ )?(?:teach|taught|train|trained|lecture|run (?:a|the|it)|ran (?:a|"
    r"the)|take|coach|examine|supervise|show|present\w*)|students|my course|the "
    r"course i|module|workshops?|masterclass|classes|cohorts?|seminars?|apprentices|a "
    r"day on|half a day)\b",
    "taken up": r"\b(?:(?:others|other|\w+ other|two|three|four|five|six|seven|nine|a few|several|"
    r"some|the|our|every) (?:\w+ ){0,3}(?:use|uses|used|took|taken|adopted|copied|"
    r"have it|run|runs|now (?:use|run|do)|picked|asked)|"
    r"taken (?:it )?up|took it up|it'?s (?:now )?in (?:the|their|our|two|three|a)|"
    r"adopted|in their (?:\w+ )?(?:guidance|handbook|standards?|manuals?|templates?)|"
    r"put it in|went into|have (?:since )?(?:copied|used|borrowed))\b",
    "evidence of "
    "mine": r"\b(?:data|records|sample|\d+ (?:projects|jobs|sites|contracts|plans|cases|"
    r"programmes|reviews|schemes|benefits|risks|disputes|moves)|correlat\w+|"
    r"predict\w*|regression|experiment|trial(?:led)?|tested|pilot\w*|published|paper|"
    r"journal|"
    r"critics?|objected|peer|conference|reviewers|replicat\w+|over (?:\w+ )?(?:years|"
    r"projects|jobs))\b",
    "did": r"\bi(?:'ve| have|'d| had)? (?:\w+ed|wrote|built|ran|made|took|put|kept|saw|found|"
    r"got|went|drew|held|sat|spent|gave|told|cut|set|chose)\b",
    "her idea": r"\b(?:she|he|they|her|his)(?:'d|'s| had| has)? (?:\w+ )?(?:built|developed|"
    r"devised|designed|invented|came up|worked out|wrote|created|teaches|taught|"
    r"published|made|runs|method|model|paper|theory|reckons)\b",
    "first person": r"\b(?:i|i'd|i've|i'm|my)\b",
}
