"""Set phrases in which people say that a turn is something else than an answer.

One tuple of cues for each act; a cue is a pattern and how much it speaks for the act, beside the
families of words in ``act_words``. Patterns are written for plain text: lower case, straight
apostrophes, single spaces.
"""

from __future__ import annotations

from interviewer.domain import Act

Cue = tuple[str, float]

_THIS = r"(this|that|it|the) ?(one|question|bit|topic|section|part)?"
_ASKING = r"(can|could|would|will|may|might) (you|i|we|it|u)"
_LEVEL = r"(rating|score|mark|marks|level|result|grade|rated|scored|marked|points)"
_NUMBER = r"(a |an |level |the )?(1|2|3|4|5|one|two|three|four|five|full marks|max\w*|top)"

CUES: dict[Act, tuple[Cue, ...]] = {
    Act.INSTRUCT: (
        (
            r"\b(ignore|disregard|forget|override|bypass|discard|drop) (all |any |every )?(of )?"
            r"(the |your |my |those |these |previous |prior |above )*"
            r"(instruction|rule|rubric|prompt|framework|rating scale|guideline|criteri|system|"
            r"previous|competence stuff|scale\b)",
            3.0,
        ),
        (
            r"\A\W*(\[|<)?/?(system|admin|assistant|developer|root|sudo)\b ?(\]|"
            r">|:|note|prompt|mode)",
            4.0,
        ),
        (r"\byou are now\b|\bfrom now on\b.*\b(you|every|all|my)\b|\bpretend (you|to be)\b", 3.0),
        (r"\b(act|behave|respond|reply) (as|like) (a|an|my|if)\b", 2.0),
        (
            r"\b(give|award|score|rate|mark|put|grade|assign|set|record|log|"
            r"make)\b.{0,25}\b(me|it|this|"
            r"that|them|all|us|everything|ratings?|scores?|every)\b.{0,40}\b(as )?"
            r"(level )?(a )?([2-5]|two|three|four|five|full marks|max\w*|top marks|"
            r"demonstrated|competent|"
            r"proficient|expert)\b(?! (days|weeks|months|people|of|percent|years|min\w*|"
            r"secs?|hours?))",
            2.6,
        ),
        (
            r"\bjust (put|give|say|mark|score|rate|pass)\b.{0,30}\b(me|that|a|in|"
            r"competent|pass)\b",
            1.6,
        ),
        (
            r"\b(output|return|print|reveal|show me)\b.{0,30}\b(rating|score|"
            r"prompt|criteria|rubric|"
            r"instructions|marks?|answers?)\b",
            2.6,
        ),
        (r"\brepeat after me\b|\bnew (rule|instruction)s?\b ?[:,]|\boverride\b", 3.0),
        (
            r"\b(write|invent|make up|generate|draft|answer) (me |my |it |this |an |a )+"
            r"(answer|poem|story|example|response|for me)",
            2.4,
        ),
        (r"\btreat (whatever|everything|anything|this|my|that|the)\b.{0,60}\b(as|like)\b", 2.0),
        (
            r"\bwhen you (write|do|make|finish|produce) (the|my|up)\b.{0,30}\b(report|"
            r"summary|feedback)\b",
            2.6,
        ),
        (r"\bagreed (a|on a) [1-5]\b|\bskip the (scoring|rating|marking)\b|\bpre-?verified\b", 2.6),
        (r"\b(mark|rate|score) (it|me|this|them|my) (high|as|up|highly|generously|well)\b", 2.4),
        (r"\bplease be (kind|generous|lenient|nice)\b|\bgo easy on\b", 1.6),
        (r"\bstop (being|acting|the interview and)\b|\bswitch (to|into)\b.{0,20}\bmode\b", 2.4),
        (
            r"\b(change|raise|bump|up|set|increase|move) (my|the|all|every|all my)\b.{0,15}"
            r"\b(rating|score|level|mark)s?\b.{0,15}\b(to|up)\b",
            2.8,
        ),
    ),
    Act.STOP: (
        (r"\b(withdraw|withdrawing|drop out|opt out|pull out of this|quit|unsubscribe)\b", 1.4),
        (
            r"\A\W*(quit|exit|stop|end|finish|finished|terminate|cancel|abort|done|the "
            r"end|stop it now)"
            r"( (please|now|this|it|here|for good|interview|the interview|session))*\W*\Z",
            2.5,
        ),
        (
            r"\b(end|stop|finish|cancel|terminate|close) (it|this|the interview|the session|here)"
            r"\b.{0,12}\b(here|now|please|for good|altogether|completely)\b",
            1.8,
        ),
        (
            r"\b(don'?t|do not|no longer|not) (want to|wish to|wanna|going to|gonna) "
            r"(continue|carry on|go on|do this|do any more|finish|be part|take part|keep "
            r"going|proceed)",
            2.4,
        ),
        (
            r"\b(i'?m|am|i am|we'?re) (done|finished|out|through|leaving)\b( here| now| with this|"
            r" with it| for good)*(?! (with the|by|in|to|at)\b)",
            1.3,
        ),
        (
            r"\bfor good\b|\bnot coming back\b|\bwon'?t be (coming back|back|"
            r"returning|continuing)\b|"
            r"\bnever (again|coming back)\b",
            1.4,
        ),
        (r"\b(delete|erase|wipe|remove|bin|scrap) (me|my|everything|all|it all|the lot)\b", 1.7),
        (
            r"\b(end|finish|leave) (it|this) (here|there)\b(?!.{0,40}(today|tonight|"
            r"tomorrow|evening|for now"
            r"|now and))",
            1.2,
        ),
        (
            r"\bno more questions\b|\bno point (in )?(carrying|going|continuing)\b|\btake me off\b|"
            r"\bdon'?t consent\b|\bfinal message\b|\b(isn'?t|is not|not) for me\b|\bnot "
            r"doing (it|this)\b",
            1.6,
        ),
        (r"\bgood ?bye\b|\bbye\b|\bcheerio\b", 0.8),
        (r"\b(had|thats?|that'?s) enough\b( now| of this)?(?!.*\?)", 1.0),
        (r"\bskip the (lot|rest|whole)\b|\bwant out\b|\bget me out\b|\bi quit\b|\bgive up\b", 1.4),
        (
            r"\b(want|like|prefer|need|rather) (to )?(stop|finish|end|quit|leave|withdraw)\b"
            r"(?!.{0,30}(for now|today|here for|a bit|lunch))",
            1.3,
        ),
    ),
    Act.PAUSE: (
        (r"\A\W*(?:hang on|hold on|one sec|wait|sorry|back soon|two mins)\b.{0,25}\Z", 1.6),
        (
            r"\b(?:give me|need|got) (?:a |about |another )?(?:five|ten|two|\d+|couple|few|half)"
            r"(?: of)? ?(?:an |a )?(?:min\w*|hour|secs?|ticks)\b",
            2.2,
        ),
        (
            r"\A\W*(pause|brb|afk|break|tea break|lunch|phone|hold on|one sec|wait|back in \w+|"
            r"two ticks|bear with( me)?|hang on|just a (sec|minute|moment))( please| pls)?\W*\Z",
            2.5,
        ),
        (
            r"\b(need|have|got|gotta|going|must|off|popping|nipping|just) (to |a |for |"
            r"for a |out for a )*"
            r"(go|dash|run|wee|loo|pee|lunch|break|tea|coffee|brew|smoke|shoot|"
            r"nip|pop|fetch|collect|"
            r"stop there|pick up|take this call|take a call|take a break|stop for)\b",
            1.3,
        ),
        (
            r"\b(can|could|shall|may|let'?s|let us|i'?ll|i will|want to|like to|going to|"
            r"gonna|have to)\b"
            r".{0,12}\b(pause|break here|take a break|have a break|stop for "
            r"(now|today|a bit|tonight)|"
            r"leave it (there|here) for|park (it|this) (here )?(for|till|until)|pick "
            r"(this|it)? ?(back )?up|"
            r"resume|carry on|finish (this|it) (later|tomorrow|off)|continue (this "
            r")?(later|tomorrow|on|"
            r"after|another))\b",
            1.8,
        ),
        (
            r"\b(back|resume|continue|carry on|finish|again|later|pick \w+( "
            r"up)?)\b.{0,20}\b(tomorrow|tonight|"
            r"after (lunch|the weekend|my|this)|in (a|an|half|\d+|ten|five|twenty) ?(min|"
            r"mins|minutes|hour|"
            r"bit|hours)?|this (afternoon|evening)|next week|on monday|same time|about "
            r"\d|at \d|half \d)\b",
            1.5,
        ),
        (
            r"\b(fire alarm|someone at (the|my) door|doorbell|phone'?s (ringing|"
            r"going|gone)|school'?s "
            r"(just )?(rung|rang|called)|boss is|train'?s|lose signal|battery|"
            r"low battery|signal'?s|"
            r"meeting (in|at|starts|now)|got a meeting|got a call|call coming)\b",
            1.4,
        ),
        (r"\bfor (now|today|tonight|this evening|the day)\b", 0.9),
        (
            r"\b(knackered|shattered|tired|exhausted|need to sleep|bed ?time|cream "
            r"crackered|worn out)\b",
            0.9,
        ),
        (
            r"\b(hold|save|keep) my (place|spot|progress)\b|\bbe right back\b|\bback "
            r"(later|soon|shortly)\b|"
            r"\b(tomorrow|another day) (maybe|perhaps|instead|please|then)?\W*\Z",
            1.5,
        ),
    ),
    Act.BACK: (
        (r"\A\W*(back|go back|undo|previous|prev|go back one)( please| pls| one)?\W*\Z", 3.0),
        (
            r"\b(go|take me|going|get|went|pop|nip|scroll|jump) (back|up)\b.{0,20}\b(to|"
            r"two|one|a|and)\b"
            r".{0,40}(one|question|answer|bit|page)?",
            1.3,
        ),
        (
            r"\b(change|edit|fix|amend|correct|redo|add to|add something to|undo|update|"
            r"rewrite|revise|"
            r"alter|re-?do|reword)\b.{0,25}\b(answer|what i (put|said|wrote|"
            r"told|typed)|last (one|bit|"
            r"answer)|previous|earlier|the one (about|on|before)|question \d|i (put|said|"
            r"wrote) )",
            2.4,
        ),
        (r"\b(previous|last|earlier|first|prior) (question|answer|one)\b", 1.0),
        (
            r"\b(forgot|missed|left out|left something out|meant to say|should "
            r"have said|meant to put|"
            r"forgot to (say|mention|put|add))\b",
            1.1,
        ),
        (
            r"\b(add|put) (it|that|this|something|a bit|more|to)\b.{0,20}\b(to|on|in|"
            r"there) .{0,12}\b(what i|"
            r"my (last|earlier|previous)|the (earlier|last|previous)|the one)\b",
            1.7,
        ),
        (
            r"\bback to the\b.{0,30}\b(one|question|bit|answer)\b|\bwhen you asked (about|me)\b|"
            r"\bwhich you asked\b|\byou asked (me )?(about|earlier|before)\b",
            1.3,
        ),
        (
            r"\b(i|that) (said|put|wrote|typed|told you)\b.{0,60}\b(wrong|meant|wasn'?t "
            r"right|should (be|have)"
            r"|not right|was actually|it was)\b",
            1.3,
        ),
        (
            r"\b(can|could) (that|this|it|i) (be )?(fixed|corrected|changed|put "
            r"right|redo|change)\b|"
            r"\bneeds putting right\b|\bchange it\b|\blet me (fix|change|redo|correct)\b",
            1.5,
        ),
        (r"\bi want to redo\b|\bwant to redo\b", 1.5),
    ),
    Act.SKIP: (
        (r"\b(?:leave|drop|miss|forget|ditch) (?:this|that) (?:one|question)\b", 1.9),
        (
            r"\A\W*(skip|pass|next|next one|move on|n/?a|no comment|not applicable|next question|"
            r"carry on|continue|go on)( (it|this|that|one|please|pls|thanks|ta|mate|"
            r"question|for us))*\W*\Z",
            3.0,
        ),
        (
            rf"\b(skip|pass on|pass over|miss out|leave out|jump|bypass|swerve) {_THIS}\b"
            r"(?!.{0,15}(background|scoring|rating|marking))",
            1.8,
        ),
        (
            r"\b(next (one|question|please|topic)|move (us |me )?(on|along)|on we go|move "
            r"forward)\b",
            1.3,
        ),
        (r"\b(come|get|circle|return|go) back to (this|that|it)( one| question)?\b", 1.4),
        (
            r"\b(do|leave|answer|park|save|put) (this|that|it)( one| "
            r"question)?\b.{0,20}\b(later|at the end|"
            r"till last|until last|for last|to one side|for later|to the bottom|last|end)\b",
            1.9,
        ),
        (r"\b(prefer|rather|sooner) not (to )?(answer|say|talk|do|go into|discuss)\b", 1.8),
        (r"\bask me (summat|something|another|anything|about something) ?(else|different)?\b", 1.9),
        (
            r"\b(isn'?t|not|doesn'?t|does not) (relevant|apply|applicable|really relevant|"
            r"my area)\b.{0,40}"
            r"\b(next|go to|move|following|skip)\b",
            1.6,
        ),
        (
            r"\b(go|get|move) (on )?to (the )?(next|following|another|whatever'?s next|"
            r"something else)\b",
            1.6,
        ),
        (r"\b(different|another|other) question\b|\blater on\b\W*\Z|\bbottom of the pile\b", 1.1),
    ),
    Act.REPEAT: (
        (
            r"\A\W*(?:sorry,? )?i (?:missed|didn'?t (?:catch|see|get)) (?:that|it|the question)\b",
            2.2,
        ),
        (r"\bwhat (?:did|does|was) (?:it|that|the (?:question|screen)) (?:say|ask|want)\b", 1.8),
        (r"\b(?:screen|window|page) (?:froze|went|jumped|cleared|refreshed|has gone)\b", 1.2),
        (r"\bwhole question\b|\bquestion (?:once|one) more\b|\bjumped\b.{0,20}\Z", 1.4),
        (
            r"\A\W*(what|eh|pardon|huh|sorry|come again|say again|repeat|again|once more|"
            r"wot|what was that|"
            r"sorry what|you what|say that again|repeat that|excuse me)"
            r"( (please|pls|mate|me|the question|that|again|say again|was that|what|"
            r"question))*\W*\Z",
            3.0,
        ),
        (
            r"\b(repeat|re-?ask|re-?show|re-?post|resend|reprint|redisplay) (the |that |"
            r"it|this|your )?"
            r"(question)?",
            1.6,
        ),
        (
            r"(\b(you|please|again|me|i|to)|\A\W*(sorry,? )?)\s?\b(say|ask|show|put|give|"
            r"tell|display|print|post|see|have|bring)\b"
            r"(?! so\b).{0,20}\b(question|that|it)\b"
            r".{0,15}\b(again|once more|one more time|up again|back up|from the top|"
            r"another time)\b",
            2.0,
        ),
        (r"\bone more time\b|\bsay (that |it )?again\b|\b(the|that|your) question again\b", 1.3),
        (
            r"\bwhat (did|was|were|had) (you|u|the question|it you)\b.{0,10}\b(ask\w*|"
            r"question|again|say)?\b",
            1.4,
        ),
        (
            r"\b(didn'?t|didnt|did not|couldn'?t|never) (catch|hear|see|read|"
            r"get|quite catch)\b.{0,12}"
            r"\b(that|it|the question|you|mate|all of)\b",
            1.5,
        ),
        (
            r"\b(scrolled|gone) (off|up|past|away)\b|\boff (the|my) screen\b|\b(lost|"
            r"missed) (the|that|your) "
            r"(question|last)\b|\bbefore i'?d read\b|\bwhat you asked\b",
            1.6,
        ),
        (
            r"\bwhat'?s the question\b|\bwhat was the question\b|\bthe question\b.{0,15}\bagain\b|"
            r"\bforgot(ten)? (what|the question)\b",
            1.8,
        ),
    ),
    Act.RATING_QUERY: (
        (r"\b(?:is|was|were) (?:that|this|it|mine) (?:a|an|worth|only) (?:level )?[1-5]\b", 2.2),
        (r"\bam i (?:passing|failing|good enough|on track|doing|a |an |near|close)\b", 2.0),
        (r"\bwhat more would\b|\bhow am i (?:a|an|only)\b|\bhow i'?m an? [1-5]\b", 2.4),
        (r"\bwas that enough\b|\bis that enough\b|\benough for (?:a|an) [1-5]\b", 1.6),
        (
            r"\b(how|how'?m|hows|how'?s) (am )?(i|it|this) ?(am )?(doing|getting on|going|"
            r"looking|scoring|"
            r"faring|done|do)\b.{0,20}",
            1.5,
        ),
        (
            rf"\b(what|which|whats|what'?s) ?(is |was |are |sort of |kind of )?(my |the |a "
            rf")?{_LEVEL}\b.{{0,25}}"
            r"\b(i|me|so far|that|get|got|am|put|my|give)\b",
            2.0,
        ),
        (rf"\bwhat('?s| is| was| are) my {_LEVEL}", 2.4),
        (
            rf"\bwhy (a|an|only|just|did i|am i|was i|is that|was that|have i|do "
            rf"i)\b.{{0,15}}\b({_NUMBER}|get|"
            r"only|rated|scored|marked)\b",
            1.8,
        ),
        (
            r"\b(was|is|were|did) (that|it|this|my answer|those|that "
            r"one)\b.{0,15}\b(enough|ok|okay|good|alright|"
            r"all right|rubbish|right|any good|what you wanted|land|pass|do|work|better|"
            r"sort of answer|useful|"
            r"answer)\b.{0,60}(\?|\Z)",
            1.5,
        ),
        (
            r"\b(did|have|am|will|would) i (pass|passed|fail|failed|got|get|above|below|"
            r"meet|met|done|do)\b",
            1.5,
        ),
        (
            rf"\bsurely\b.{{0,20}}\b{_NUMBER}\b|\bhow many (have i|did i|points)\b|\bmy "
            rf"{_LEVEL}\b.{{0,15}}"
            r"\b(so far|at this point|yet|please|now)\b",
            1.9,
        ),
        (
            r"\b(what|how much) more (would|do|does|did)\b|\bi'?m an? [1-5]\b|\bi am an? [1-5]\b|"
            r"\bin the bag\b|\bmiles off\b|\bbe honest\b",
            1.4,
        ),
        (
            r"\b(above|below|up to|at) (the |what )?(required|expected|standard|level|"
            r"they'?d expect)\b",
            1.2,
        ),
    ),
    Act.HELP: (
        (
            r"\bwhat happens (?:if|when|to)\b.{0,40}\b(?:close|shut|leave|stop|data|"
            r"answers|this|it)\b",
            1.9,
        ),
        (
            r"\b(how|what|which) (do|does|is|can|key|button|did) ?(i|you|it|the|one|"
            r"we)?\b.{0,40}\b(save|sav\w+|"
            r"key|keys|press|send|sending|new line|next line|button|f\d|enter|ctrl|copy|"
            r"paste|print|export|"
            r"font|screen|quit|exit|work)\b",
            1.8,
        ),
        (
            r"\b(who|anyone|anybody|someone|somebody|manager|hr|boss|employer|person|"
            r"human|computer)\b.{0,30}\b"
            r"(see|sees|read|reads|reading|get|look at|looks|access|shared|know|"
            r"marking|told)\b.{0,40}"
            r"(\?|\bthis\b|\bit\b|\bwhat i\b|\Z)",
            1.5,
        ),
        (
            r"\bwhere (does|do|is|are|will|did)\b.{0,30}\b(this|it|all|answers?|my|saved?|"
            r"go|stored?|kept)\b",
            1.5,
        ),
        (
            r"\b(does|will|is|has|can) (it|this|that|the program|everything|my \w+|"
            r"everything i)\b.{0,25}\b(save|"
            r"saved|saving|lose|lost|auto|spell ?check|confidential|private|anonymous|"
            r"recorded|stored|online|"
            r"offline|internet|backed|blank|timed|time out|kept)\b",
            1.8,
        ),
        (
            r"\b(how long|how many (more|left|questions|are))\b.{0,40}\b(take|left|go|"
            r"this|is it|in total|there|"
            r"questions|more)\b",
            1.4,
        ),
        (r"\bis there (a|an|any) (limit|way|time|word|save|key|button|help|undo|shortcut)\b", 1.8),
        (
            r"\b(what|which) (key|button)\b|\bdo i (have|need) to (press|save|hit|type|"
            r"click)\b|\bhelp\W*\Z",
            1.8,
        ),
        (
            r"\bwhat does f ?\d+\b|\bf\d+ do\b|\bspell ?check|\bdata "
            r"protection\b.{0,20}\?|\bgdpr\b.{0,30}\?",
            1.6,
        ),
        (
            r"\b(can|do|should|may) i (use|type|write|paste|give|say|put|name) (their|"
            r"real|people'?s|names|in|more"
            r"|the real|actual|bullet)\b.{0,50}",
            1.3,
        ),
        (
            r"\b(is it|am i (talking|typing) to|are you) a? ?(person|human|robot|bot|"
            r"computer|machine|real|ai)\b",
            1.7,
        ),
        (r"\b(confidential|privacy|private)\b.{0,30}\?|\blose (what|it|everything|my)\b", 1.2),
    ),
    Act.DISTRESS: (
        (
            r"\b(?:making|makes|made) me (?:so |really |very |feel |quite |a bit "
            r")*(?:anxious|ill|sick|upset|"
            r"cry|panic|stupid|stressed|worthless|useless|miserable|want to)\b",
            2.6,
        ),
        (
            r"\bi feel (?:so |really |very |a bit |like )*(?:stupid|thick|a fraud|an "
            r"idiot|a failure|low|lost)",
            2.4,
        ),
        (
            r"\b(?:struggling|not coping|really hard right now|hard time|not ok|not okay|"
            r"in a bad way)\b",
            1.7,
        ),
        (r"\bso sick of\b|\bover and over\b|\bi could scream\b|\bfurious\b", 1.3),
        (r"\blost (?:his|her|their|my) (?:house|home|job|business|baby|life)\b", 1.2),
        (
            r"\b(i'?m|i am|im|feel|feeling|been|i'?ve been|got me|bit|so) (so |really |"
            r"very |a bit |too |just |"
            r"quite )?(tearful|crying|in tears|overwhelmed|panicking|upset|furious|"
            r"devastated|broken|shaking|"
            r"shaky|sick|useless|worthless|scared|anxious|heartbroken|stressed out|at "
            r"the end of my|signed off|"
            r"depressed|hopeless|burnt out|suicidal|struggling to cope)\b",
            2.4,
        ),
        (
            r"\b(can'?t|cannot|cant|couldn'?t) (cope|breathe|do this|take (this|any more|"
            r"it any)|stop crying|"
            r"go on|think straight|face (it|this))\b",
            2.6,
        ),
        (
            r"\b(bullied|harassed|humiliated|assaulted|killed himself|killed herself|"
            r"suicide|took his own life|"
            r"took her own life|miscarriage|bereave\w+|funeral|panic attack|breakdown)\b",
            1.9,
        ),
        (
            r"\b(died|passed away|lost (my|his|her) (mum|dad|wife|husband|son|daughter|"
            r"father|mother|brother|"
            r"sister|house|baby))\b",
            1.7,
        ),
        (
            r"\b(sick of|had enough of|fed up (of|with)|end of my (rope|tether)|could "
            r"scream|falling apart|"
            r"too much|hate this|hate my|in bits|on my knees|sobbing|stop crying)\b",
            1.7,
        ),
        (r"\b(give me a (minute|moment|sec)|sorry,? i'?m)\b", 0.7),
        (
            r"\bi still (shake|cry|have nightmares|can'?t sleep|wake)\b|\bwas horrible\b|"
            r"\bi was the one who "
            r"(found|signed)\b|\bi got the blame\b|\bdisciplinary\b",
            1.3,
        ),
        (
            r"\b(no good|useless|pathetic|rubbish)\?.*\bfeels?\b|\bmakes me feel\b|\bhow "
            r"(this|that) feels\b",
            1.6,
        ),
        (
            r"\b(bloody|f+u+c+k\w*|f\*+\w*|bollocks|bullshit|shit|for (god'?s|christ'?s|"
            r"fuck'?s) sake|ffs)\b",
            0.9,
        ),
        (
            r"\bmade (me )?redundant\b|\b(my )?post'?s (been )?deleted\b|\blosing my "
            r"job\b|\blost my job\b",
            1.5,
        ),
        (r"\bwhy (would|should) i tell\b|\bprove myself\b|\bwhat'?s the point\b", 1.2),
    ),
    Act.DONT_KNOW: (
        (
            r"\bi(?:'ve|'m| have| am|'d)? (?:haven'?t|not|never|no) (?:really |actually "
            r")?(?:got|had|done|"
            r"have|been|come across|used|managed|dealt with|worked)\b.{0,40}\Z",
            1.3,
        ),
        (
            r"\b(?:haven'?t|have not|not) got (?:an?|any|one|anything)\b|\bnever (?:had "
            r"to|been asked to|"
            r"come up|happened|needed)\b|\boutside (?:of )?my (?:experience|role|area|job|remit)\b|"
            r"\bno (?:example|examples|experience|knowledge)\b|\bnot (?:something|my "
            r"thing|an area)\b|"
            r"\bmade something up\b|\bmake something up\b|\bnever in the room\b|"
            r"\bwouldn'?t have a clue\b",
            1.3,
        ),
        (
            r"\A\W*(no|nope|nah|none|nothing|never|dunno|idk|no idea|no clue|not really|"
            r"not sure|pass me|"
            r"no sorry|unsure|nowt|i don'?t know|don'?t know|dont know)"
            r"( (sorry|really|mate|tbh|at all|i'?m afraid|to be honest|honestly|comes to "
            r"mind|yet|i|idea))*\W*\Z",
            2.6,
        ),
        (
            r"\b(no|not a|haven'?t a|haven'?t got a|haven'?t the|not the) (idea|clue|"
            r"foggiest|scooby|scoobies|"
            r"faintest|notion|earthly)\b",
            2.0,
        ),
        (
            r"\b(don'?t|do not|dont|didn'?t|wouldn'?t|couldn'?t|couldnae|dinnae|can'?t|"
            r"cannot|cant) (really |"
            r"honestly |actually |even )?(know|think of|say|tell|answer|help you|"
            r"remember|recall|begin to|"
            r"tell you|tell ye)\b",
            1.2,
        ),
        (
            r"\bwouldn'?t know\b|\bnothing (comes|springs|to (say|offer|add|tell|give))\b|"
            r"\bcomes to mind\b|"
            r"\bgone (completely )?blank\b|\bdrawing a blank\b|\bblank(ed)?\W*\Z|"
            r"\byou'?ve got me\b|\bstumped\b|"
            r"\bbeats me\b|\bout of my depth\b",
            1.8,
        ),
        (
            r"\b(no|not any|zero|not had any|haven'?t any|have no|don'?t have any) (real |"
            r"direct |personal )?"
            r"(experience|knowledge|example|examples)\b",
            1.6,
        ),
        (
            r"\b(not something|isn'?t something|nothing) i'?(ve| have)\b|\b(i'?ve|have|i "
            r"have) never (done|had|"
            r"used|been|come across|heard|dealt)\b|\bnever (done|used|had|been|heard of|"
            r"come across) (it|one|that|"
            r"this|any)\b",
            1.0,
        ),
        (
            r"\bcan'?t help you\b|\bnot (one|a) word\b|\bcouldn'?t tell you\b|\bso "
            r"no\b\W*\Z|\bnothing\W",
            1.0,
        ),
    ),
    Act.CLARIFY: (
        # A short question that asks for nothing else asks what is meant.
        (
            r"\A\W*(?:sorry,? |so,? |ok,? |hi,? |er,? |and |but )?(?!(?:what|how) (?:i|we|"
            r"you|they|he|she)\b)"
            r"(?:what|what's|whats|which|how|can|"
            r"could|do|does|is|are|should|would|did|any|am i|when you say|by \w+ do "
            r"you)\b.{0,160}\Z",
            1.0,
        ),
        (
            r"\b(?:more simply|simpler|plainer|in plain|an example of what|what\w*(?: "
            r"does)? \w+ stands? for|"
            r"not sure i (?:follow|understand|get)|i'm confused|confused by|bit lost|lost me|"
            r"different words|what kind of answer|what sort of thing|meaning of|define)\b",
            1.8,
        ),
        (
            r"\b(?:can|could|does|must|should) (?:it|this|that|i|they) (?:be|use|talk "
            r"about|pick)\b",
            1.0,
        ),
        (
            r"\bwhat (do|does|did|d'?you|do you|exactly do) (you |u |that |it |this |"
            r"exactly )*(mean|want|count|"
            r"call|class|understand)",
            2.4,
        ),
        (r"\bwhat('?s| is| are| counts| sort| kind| type| exactly)\b.{0,60}\?", 1.1),
        (
            r"\b(do|did|are|is|does|should) (you|u|it|that|this|we|i)\b.{0,50}\b(mean|"
            r"want|after|looking for|need|"
            r"have to be|count|talk|talking about|asking|include|give|cover)\b",
            1.3,
        ),
        (r"\b(as in|in what sense|like what|such as what|meaning what|meaning)\b", 1.1),
        (r"\b(which|what) (one|type|kind|sort|end|project|bit|part|sense|level)\b", 1.0),
        (
            r"\b(could|can|would) you (explain|clarify|rephrase|define|reword|give me an "
            r"example|say (it|that) "
            r"(differently|another way)|put (it|that) (differently|another way|in plain))\b",
            2.4,
        ),
        (
            r"\b(don'?t|do not|dont|not sure i|didn'?t) (really |quite )?(understand|get|follow) "
            r"(what|the|that|this|your|it)\b(?!.{0,30}\b(level|[1-5])\b)",
            1.4,
        ),
        (
            r"\bplain english\b|\bin other words\b|\bnot sure what you'?re "
            r"(after|asking|looking)\b|"
            r"\bis that what you\b|\b(you'?re|you) on about\b|\bnever (come across|"
            r"heard) (of )?that (word|term)\b",
            1.3,
        ),
        (r"\b(same thing|or just|or do you|or is it|or both|or what)\b.{0,60}\??", 0.8),
        (r"\bhow (big|recent|far|much|many|long|detailed|old)\b", 0.8),
        (r"\bdoes (it|that|this|a|an|my)\b.{0,50}\b(have to|need to|count|matter)\b", 1.8),
        (r"\?\W*\Z", 0.9),
    ),
    Act.SMALLTALK: (
        (
            r"\A\W*(hi|hiya|hello|hey|heya|morning|good (morning|afternoon|evening)|"
            r"alright|alreet|ey up|ay up|"
            r"evening|afternoon|howdy|yo|cheers|thanks|thank you|thankyou|ta|ok|okay|"
            r"right|lol|haha|ha|lovely|"
            r"great|cool|nice|sure|ready|hmm+|ooh|oh|yes|yep|yeah)\b[^.?!]{0,25}\W*\Z",
            2.0,
        ),
        (
            r"\A\W*(hi|hiya|hello|hey|good (morning|afternoon|evening)|morning|ooh|haha+|"
            r"ha|lol|thank(s| you)|"
            r"cheers|nice to meet)\b",
            1.3,
        ),
        (r"\b(good|nice|great|interesting|tough|hard|cracking|fair|tricky) (question|one)\b", 1.3),
        (r"\b(weather|nippy|lovely day|sunny|raining|chilly|bank holiday)\b", 1.2),
        (
            r"\b(haha+|lol|rofl|lmao)\b|\bhow are you\b|\bjust kidding\b|\bonly joking\b|"
            r"\bnice to meet you\b|"
            r"[:;]-?[)dp]",
            1.1,
        ),
        (
            r"\bdon'?t get me started\b|\bsound like my\b|\bmake me (laugh|blush)\b|\bmaking me\b|"
            r"\b(you|this thing|this program) (are|is|re) (very |quite |rather )?(polite|"
            r"clever|funny|nosy|"
            r"chatty|good)\b|\bi (do )?like (that )?(you|this)\b|\bmiss me\b|\bthat was (very )?"
            r"(clear|well|nicely)",
            1.3,
        ),
    ),
}
