"""Families of words that turns other than answers are made of, and the shape of a turn.

They are broad on purpose, so that a way of asking that nobody thought of is still met by some of
its words. How much each speaks for an act is in ``act_points``. Patterns are written for plain
text: lower case, straight apostrophes, single spaces.
"""

from __future__ import annotations

from interviewer.assessor.rules.text import PAST


def _words(text: str) -> str:
    """A pattern for any of the words; a star stands for any ending."""
    return r"\b(?:" + "|".join(word.replace("*", r"\w*") for word in text.split(" / ")) + r")\b"


FAMILIES: dict[str, str] = {
    # --- the question again ---
    "again": _words(
        "again / once more / one more time / repeat* / re-?ask / re-?read / "
        "another look / remind / back up / from the top / rephrase / slower / go over / "
        "run that past / second time"
    ),
    "missed": _words(
        "missed / miss / catch / hear / heard / gone / vanished / disappeared / "
        "scrolled / distracted / forgotten / forgot / interrupted / zoned / blank / "
        "froze / looked away / lost / jumped / typed over / wasn't listening / "
        "stepped away / wandered / cut off / off the screen / off my screen / reading"
    ),
    "question": _words(
        "question* / asked / asking / ask / prompt / wording / topic / subject / one"
    ),
    "pardon": r"\A\W*(?:eh|pardon|beg pardon|sorry|what|huh|come again|say again|you what|"
    r"wot|again|repeat|excuse me)\b.{0,20}\Z",
    "say show": r"\b(?:say|show|read|post|put|tell|display|see|print|give|have|"
    r"bring)\b (?:\w+ )?(?:it|that|me|the question|us|this|question)\b",
    # --- what is meant ---
    "mean": _words(
        "mean / means / meaning / meant by / define / definition / explain / clarify / "
        "sense / refer* / interpret / stand for / stands for / jargon / acronym / "
        "term / word / context / call / class / version"
    ),
    "understand": r"\b(?:understand|follow|get|sure|clear|certain)\b.{0,20}\b(?:what|which|"
    r"the question|you|this|if|whether|it)\b",
    "or both": r"\bor (?:do|just|is|are|something|a|the|both|what|only|about|does|should|can|"
    r"did|not|does)\b|\bas in\b|\bversus\b|\bthe same (?:as|thing)\b|"
    r"\bdifference between\b",
    "does it count": _words(
        "count / counts / alright / allowed / have to be / need to be / supposed to / "
        "okay to / ok to / enough for / how far back / how big / how recent / "
        "how much detail / example / relevant"
    ),
    "after from me": _words(
        "looking for / after / on about / driving at / want from / want me / want a / "
        "want the / do you want / you want / do you need / you mean / you mean by / "
        "talking about / are we / am i supposed / should i / shall i / would a / "
        "is this / is it / is that"
    ),
    # --- nothing to tell ---
    "no idea": _words(
        "idea / clue / dunno / idk / foggiest / scooby / notion / stumped / beyond me / "
        "at a loss / beats me / search me / nothing / nowt / none / nope / "
        "never heard / no experience / no involvement / not part of / drawing a blank / "
        "mind / nothing comes / springs to / spring to"
    ),
    "do not know": r"\b(?:don'?t|do not|dont|wouldn'?t|couldn'?t|cannae|couldnae|can'?t|cannot|"
    r"cant|didn'?t) (?:really |honestly |even |actually )?(?:know|think|say|answer|"
    r"remember|recall|help|tell|begin|comment)\b",
    "never did": r"\b(?:never|haven'?t|have not|i'?ve not|not) (?:really |actually |"
    r"even )?(?:been|had|done|used|come|got|heard|seen|given|something|anything|"
    r"any|part|my|involved|worked|dealt)\b",
    "others do": r"\b(?:someone|somebody|other people|the pmo|they|others|my manager|"
    r"head office|finance) (?:else )?(?:does|do|looks?|handles?|deals?)\b",
    "guessing": _words(
        "guess* / make it up / made up / making it up / make something / rubbish / "
        "too new / out of my depth / above my"
    ),
    # --- on to another ---
    "skip": _words(
        "skip / skipping / pass / next / move on / move along / move us / moving on / "
        "moving / proceed / another / different / instead / else / leave it / "
        "leave that / leave this / miss this / jump / swerve / following / go to / "
        "carry on"
    ),
    "not this": _words(
        "not this / rather not / prefer not / sooner not / no comment / don't fancy / "
        "not comfortable / doesn't apply / n/?a / not applicable / not relevant / "
        "isn't relevant / irrelevant / don't want to answer / no answer / not for us / "
        "this one / that one"
    ),
    "defer": _words(
        "later / come back to / back to it / back to this / return to / at the end / "
        "last / for now / till later / park / put this / put it / bottom of / "
        "another time / first / overnight / save it / do it after"
    ),
    # --- an earlier answer ---
    "back": _words(
        "back / go back / previous / prior / undo / reopen / revisit / return / "
        "scroll up / before that / step back / rewind"
    ),
    "earlier": _words(
        "earlier / before / last one / last answer / last question / previous answer / "
        "the one about / the one on / the other one / you asked / when you asked / "
        "i said / i put / i told you / i wrote / i gave / my answer / i typed / ago"
    ),
    "change": _words(
        "change / edit / amend / correct / fix / add / redo / update / rewrite / "
        "revise / alter / replace / remove / re-?do / reword / have another go / "
        "another go / include / swap / scrap / put in / put that / do it over / "
        "finish the last"
    ),
    "mistake": _words(
        "wrong / mistake / typo / forgot / left out / meant to / should have / "
        "should've / left off / missed out / incorrect / not right / not quite right / "
        "not finished / too soon / not happy / better example / actually / remembered / "
        "oops / thought of"
    ),
    # --- a break ---
    "pause": _words(
        "break / pause* / brb / afk / hold on / hang on / hang fire / hold that / "
        "hold my / bear with / stop there / stop here / stop for / leave it there / "
        "leave it here / that'll do / resume / pick up / continue later / "
        "carry on later / finish this later / do the rest / one moment / one sec / "
        "a sec / a moment / wait / taking five / not now / nipping / popping"
    ),
    "called away": _words(
        "lunch* / brew / cuppa / coffee / tea / dinner / phone / call / meeting / "
        "door / postman / train / bus / kids / baby / school / bed / shift / loo / "
        "wee / dog / battery / signal / alarm / boss is / manager has / delivery / "
        "taxi / home time / work / pick up the / laptop"
    ),
    "time later": _words(
        "tomorrow / tonight / this afternoon / this evening / after lunch / "
        "after work / monday / tuesday / wednesday / thursday / friday / weekend / "
        "next week / later / in a bit / in ten / in an hour / an hour / half an hour / "
        "minutes / mins / min / five / soon / shortly / in a mo / today / about half / "
        "morning"
    ),
    "going": _words(
        "got to / gotta / need to / have to / must / going to / gonna / off to / "
        "heading / run / dash / shoot / go / being called / come up / rung"
    ),
    "tired": _words(
        "tired / knackered / shattered / exhausted / sleepy / head's / brain / worn out / flagging"
    ),
    # --- the end ---
    "stop": _words(
        "stop / quit / end / finish / finished / done / exit / withdraw* / cancel / "
        "terminate / close / leave / get me out / out of here / out of this / "
        "pull out / opt out / drop out / abandon / call it a day / no further / "
        "stopping"
    ),
    "for good": _words(
        "for good / any more / anymore / any longer / no longer / no more / "
        "not coming back / won't be / never / ever / altogether / completely / "
        "for ever / permanently / whole thing / whole interview / the lot / at all / "
        "changed my mind / decided not / not going ahead / not continuing / goodbye / "
        "bye / from now on"
    ),
    "delete": _words(
        "delete / erase / wipe* / remove my / remove me / details / consent / "
        "unsubscribe / take me off / my data / no reminders / bin it / everything i / "
        "don't keep"
    ),
    "not taking part": r"\b(?:not|don'?t|do not|won'?t|isn'?t|no) (?:want|wish|like|going|doing|be|"
    r"for|point|take|taking|interested|continu\w+|carrying|worth|giving|carry)\b",
    # --- the rating ---
    "rating": _words(
        "level / rating / ratings / rated / rate / score / scored / scores / mark / "
        "marks / marked / grade / points / result / results / verdict / proficient / "
        "competent / expert / practised / out of five / out of 5 / scale / competence / "
        "profile / band"
    ),
    "how am i": _words(
        "how am i / how did i / how was / how is it / how's it / did i / have i / "
        "am i / was that / was it / is that / did that / where do i / how close / "
        "what did i / do i / would you give / so far / up to now / this point / "
        "how many / surely / miles off / be honest / getting on / doing"
    ),
    "pass": _words(
        "pass / passed / passing / fail / failed / failing / good enough / enough / "
        "hit the mark / on track / any good / right / wrong / alright / rubbish / "
        "good or bad / in the bag / land / above / below / ahead / behind / expected / "
        "missing"
    ),
    "why": r"\A.{0,12}\bwhy\b|\bhow come\b|\bonly (?:a |worth )?",
    "a number": r"\b(?:a|an|level|got|get|me|to) (?:only )?[1-5]\b|\b[1-5]\?|\b[1-5] (?:out of|"
    r"for)\b",
    # --- the program ---
    "keys": _words(
        r"save* / saved / saving / key / keys / press / enter / button / cursor / line / "
        r"font / text / screen / window / type / typing / paste / print / copy / "
        r"export / submit / menu / spell ?check* / spelling / word count / limit / "
        r"undo / send / sent / bullet* / f\d / ctrl / close / shut / log out / laptop / "
        r"locked / way back"
    ),
    "who sees": _words(
        "who / anyone / anybody / somebody / someone / hr / boss / employer / manager / "
        "see / sees / read / reads / reading / copy / told / kept / private / "
        "confidential / anonymous / stored / store / recorded / share* / data / "
        "personal / names / gdpr / internet / online / offline / goes / go"
    ),
    "the program": _words(
        "program / app / computer / robot / machine / bot / ai / human / real person / "
        "person / software / website / this thing / interviewer / chatbot / thing"
    ),
    "how long": _words(
        "how long / how many more / how much longer / how much more / many left / "
        "left / take / time out / timed / timer / half way / halfway / in total / "
        "questions are"
    ),
    "how to": r"\b(?:how|where|what|which) (?:do|does|can|would|is|are|will|did|button|key|"
    r"happens)\b(?: i| it| this| you| my| the| all)?\b|\b(?:can|do|should|may|will|"
    r"does|is) (?:i|it|this|my|there|they|anyone|anybody)\b",
    # --- pleasantries ---
    "greeting": r"\A\W*(?:hi|hiya|hello|hey|morning|afternoon|evening|good (?:morning|"
    r"afternoon|evening)|alright|alreet|ey up|ay up|howdy|greetings|welcome)\b",
    "thanks": _words("thanks / thank / cheers / ta / much appreciated / no worries / appreciate"),
    "laugh": _words(
        "lol / ha / haha* / hah / hehe / rofl / laugh / joke / joking / kidding / "
        "funny / cheeky / blush / cheerful"
    )
    + r"|[:;]-?[)dp]",
    "chat": _words(
        "nice / lovely / great / weather / raining / sunny / nippy / hot / cold / "
        "freezing / friday / weekend / clever / polite / friendly / chat / cat / dog / "
        "ooh / oof / oh / fancy / interesting / cool / sounds good / hope you / "
        "how are you / to meet you / here we go / by the way / good question / "
        "good one / nice one / well / like that you / don't get me started / my name / "
        "enjoyed / husband / wife / miss me"
    ),
    "i am name": r"\bi'?m [a-z]+(?: by the way)?\W*\Z|\bmy name(?:'s| is)\b|\bpet\b|\blove\W*\Z|"
    r"\bmate\W*\Z",
    # --- distress ---
    "feeling": _words(
        "feel / feeling / feels / felt / upset / upsetting / cry / crying / cried / "
        "tears / tearful / sobbing / sad / low / down / hurt / hurts / broken / "
        "in bits / ashamed / humiliat* / guilty / lonely / alone / worthless / "
        "useless / stupid / failure / fraud / idiot / thick / hopeless / tired of / "
        "emotional"
    ),
    "fear": _words(
        "anxious / anxiety / panic* / overwhelmed / overwhelming / scared / "
        "frightened / terrified / worried / dread / shaking / shake / breathe / cope / "
        "coping / stress* / burnt / burned / nightmare* / sleep / slept / sick / ill / "
        "breakdown / depress* / suicid* / struggling / good place / too much / "
        "falling apart / end of my / rope / tether / last straw / breaking point"
    ),
    "anger": _words(
        r"angry / anger / furious / fuming / hate / hated / fed up / sick of / "
        r"sick to death / scream* / screamed / shouted / bloody / f\w*ing / damn / "
        r"hell / sake / crap / shit* / bullshit / bollocks / unfair / judged / judging / "
        r"insult* / ridiculous / disgrac* / blame / blamed / bullied / bully* / "
        r"harass*"
    ),
    "loss": _words(
        "died / dead / death / dying / passed away / funeral / killed / took his own / "
        "took her own / lost my / lost his / lost her / cancer / hospital / divorce / "
        "marriage / miscarriage / bereave* / redundan* / sacked / fired / dismissed / "
        "disciplinary / signed off / lose my job / losing my / lost my job / deleted / "
        "grievance / accident / mum / dad / memories / bust / house"
    ),
    "what is the point": _words(
        "what's the point / what is the point / why would i / why does nobody / "
        "nobody / no one / everyone / everything / straight / anything any more / "
        "honestly / any of this / for it / give me a minute / sorry"
    ),
    # --- instructions ---
    "ignore": _words(
        "ignore / disregard / forget / override / bypass / drop / skip the / reset / "
        "don't ask / do not rate / stop being / stop asking / instead of / leave out"
    ),
    "rules": _words(
        "instruction* / rule / rules / rubric / prompt / system / criteria / marking / "
        "guidelines / framework / admin / administrator / developer / mode / examiner / "
        "assessor / certificate / confidence / the interview / candidate / assessment"
    ),
    "command": r"\A\W*(?:please |just |ok |now )?(?:give|set|mark|rate|score|award|put|record|"
    r"log|make|treat|assume|pretend|act|output|print|write|generate|tell|show|"
    r"answer|change|be|reset|ignore|forget|say|do|skip|repeat|stop|override|"
    r"disregard|you|from)\b",
    "rate me": r"\b(?:give|set|mark|rate|score|award|put|record|log|make|assume|treat|raise|"
    r"bump|change|count|get|gets|say)\b.{0,40}\b(?:[2-5]|five|four|full|top|max\w*|"
    r"pass|expert|proficient|competent|highest|high|perfect\w*|complete|brilliant|"
    r"credit|demonstrated|right|exceeded|rating|level)\b",
    "you must": r"\b(?:you (?:are|will|must|should|have to|can|work) (?:now|only|always|to|the|"
    r"award|give|rate|for)|from (?:now|here) on|every answer|all (?:my |"
    r"the )?(?:answers|ratings|questions|of)|everything|always|whatever|new rule|"
    r"pretend|assume|act as|treat|for me|on my behalf|do it for me|mine|the credit|"
    r"generous|lenient|kind)\b",
    # --- an answer ---
    "told": r"\b(?:i|we|he|she|they|who|and|then|so|but)(?:'d| had| have|'ve)?"
    rf"(?: \w+ly| just| then| also)? {PAST}\b",
    "i told": r"\b(?:i|we)(?:'d|'ve)? "
    r"(?!asked|missed|lost|forgot|pressed|typed|got|said|had|hated|wanted|left)"
    rf"{PAST}\b",
    "told twice": r"(?:\b(?:i|we|he|she|they|who|and|then|so|but)(?:'d| had|'ve)? "
    rf"{PAST}\b.{{0,200}}){{2}}",
    "habit": r"\b(?:i|we) (?:make|do|use|keep|write|ask|check|update|run|start|send|collect|"
    r"work|plan|build|log|look|take|meet|review|track|report|hold|list|agree)\b",
    "would do": r"\b(?:i'?d|i would|we would|we'?d) (?:\w+ly )?(?:talk|ask|set|get|go|look|"
    r"start|check|raise|sit|cut|speak|call|make|take|use|find|tell|agree|write|"
    r"plan|escalate|review|push|split|want)\b",
    "generic you": r"\b(?:you|it) (?:start|need|have to|push|work|list|log|agree|plan|track|"
    r"measure|set|write|depends|manage|own|sort|get|can't)\b",
    "reason": r"\b(?:because|so that|depends|if it'?s|until|unless|which meant|in order)\b",
    "is a": r"\b(?:is|are|was|were) (?:a|an|the|what|when|about|how|on|in|under|over|late|"
    r"red|green)\b",
    "figure": r"(?<![a-z\d/])[£$]\s?\d|\b\d{2,}\b|\b\d+(?:k|m|%)\b|\b(?:percent|per cent|"
    r"weeks|months|days|grand|thousand|million)\b",
    "work": _words(
        "sponsor / board / supplier* / contract* / contractor* / stakeholder* / team / "
        "client / plan / plans / schedule / budget / cost / costs / risk / risks / "
        "register / log / issue / scope / baseline / gate / review / handover / site / "
        "ward / depot / council / workshop / steering / report / paper / case / "
        "options / template / spreadsheet / requirements / test / testing / tender / "
        "bid* / price / quality / change / forecast / milestone* / programme / "
        "project / department* / finance / legal / users / owner* / list / draft / "
        "signed / sign / agreed / delivered / raci / excel / nec4? / wbs / gantt / "
        "moscow / prince / agile / earned"
    ),
    # --- the shape of a turn ---
    "starts asking": r"\A\W*(?:sorry,? |so,? |ok,? |hi,? |er,? |hmm,? |and |but |please )?(?:what|"
    r"what's|whats|which|how|who|who'll|where|when|why|can|could|do|does|is|are|"
    r"should|shall|would|will|did|am|any|have|has)\b",
    "asks": r"\?",
    "ends asking": r"\?\W*\Z",
    "you": r"\b(?:you|you're|your|u|ya|ye)\b",
    "please": r"\b(?:please|pls|plz)\b",
    "i am": r"\b(?:i'?m|i am|im)\b",
    "i will": r"\b(?:i'?ll|i will|will|let me|let's|lets)\b",
    "can i": r"\b(?:can|could|may|might|would|shall) (?:i|we|you|it|that)\b",
    "want": r"\b(?:want|would like|i'?d like|i'?d rather|wish|need|fancy|prefer)\b",
    "my": r"\b(?:my|our)\b",
    "this": r"\b(?:this|that|it)\b",
    "here": r"\b(?:here|in here|in there|there)\b",
    "negative": r"\b(?:no|not|n't|don'?t|can'?t|won'?t|never|isn'?t|didn'?t)\b",
    "one word": r"\A\W*\S+\W*\Z",
    "few words": r"\A\W*(?:\S+\s+){1,4}\S+\W*\Z",
    "a line": r"\A\W*(?:\S+\s+){5,13}\S+\W*\Z",
    "two lines": r"\A\W*(?:\S+\s+){14,29}\S+\W*\Z",
    "long": r"\A\W*(?:\S+\s+){30}",
    "very long": r"\A\W*(?:\S+\s+){50}",
}
