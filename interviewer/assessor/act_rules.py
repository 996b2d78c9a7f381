"""What people type when they want something else than to answer, as whole turns.

Each act has its phrases. A phrase stands for a whole clause, from its first word to its last, so
that "skip this one" is found and "I skipped this one because ..." is not. In a phrase

- ``a|b`` is either word, ``[a]`` may be left out, ``_`` is a space inside such a word,
- ``w*`` is any word that begins so, ``...`` is up to four words of any kind,
- ``{name}`` is one of the words in ``SLOTS``.

Clauses are matched in lower case and without punctuation or apostrophes: "don't" is "dont".
"""

from __future__ import annotations

import re
from functools import cache

from interviewer.domain import Act

SLOTS = {
    # "can we", "I'd like to", "let's": how a wish begins
    "want": (
        "please|lets|let_me|let_us|gonna|ill|i_will|id_rather|i_would_rather|id_like_to|"
        "i_would_like_to|i_want_to|want_to|i_need_to|need_to|i_wish_to|i_have_to|have_to|"
        "can_i|can_we|can_you|can_it|could_i|could_we|could_you|could_u|can_u|may_i|may_we|"
        "shall_we|should_we|would_you|will_you|would_you_mind|im_going_to|i_am_going_to|"
        "id_prefer_to|i_prefer_to|is_it_ok_to|is_it_possible_to|i_think_ill|just|"
        "can_we_please|can_you_please|could_you_please|can_i_please|please_can_we|please_can_you|"
        "please_can_i|please_could_you|can_we_just|can_i_just|could_i_just|wanna|i_wanna"
    ),
    "one": (
        "this|that|it|one|this_one|that_one|the_question|this_question|that_question|the_one|"
        "this_bit|that_bit|this_part|this_topic|this_subject|this_section|the_subject"
    ),
    "last": (
        "my_last_answer|the_last_answer|my_answer|my_previous_answer|the_previous_answer|"
        "my_last_one|the_last_one|the_last_question|the_previous_question|the_previous_one|"
        "my_first_answer|my_earlier_answer|an_earlier_answer|an_answer|the_first_one|"
        "the_question_before|the_one_before|a_previous_answer|something_i_said|what_i_said|"
        "what_i_put|what_i_wrote|the_last_bit|my_other_answer|my_response|my_last_response"
    ),
    "later": (
        "later|later_on|tomorrow|tonight|another_time|another_day|after_lunch|next_week|"
        "this_afternoon|this_evening|after_work|in_the_morning|after_the_weekend|some_other_time|"
        "after_my_meeting|on_monday|after_a_break|at_the_weekend|in_a_bit|in_a_minute|in_a_while|"
        "soon|shortly"
    ),
    "interview": "it|this|here|interview|the_interview|this_interview|the_session|my_session|now",
    "very": "really|so|very|too|just|getting|feeling|a_bit|quite|absolutely|completely|all",
    "is": "is|was|are|were",
    "number": "1|2|3|4|5|one|two|three|four|five|five_out_of_five|5_out_of_5|full_marks|top_marks",
    "rude": (
        "stupid|pointless|ridiculous|rubbish|useless|crap|shit|bollocks|nonsense|daft|dumb|"
        "annoying|awful|terrible|a_joke|a_waste_of_time|a_waste_of_my_time|a_load_of_rubbish|"
        "doing_my_head_in|driving_me_mad|bullshit|silly|horrible|hopeless|an_idiot|thick"
    ),
}

WHOLE: dict[Act, tuple[str, ...]] = {
    Act.DISTRESS: (
        "i [really] cant|cannot cope|go_on|breathe|take_this|take_any_more|handle_this ...",
        "im|i_am|feeling|i_feel|feel {very} overwhelmed|stressed|upset|anxious|scared|tearful|"
        "panicky|depressed|sick|awful|terrible|ashamed|hopeless|worthless|angry|low|ill ...",
        "im|i_am|i_feel|feel|feeling overwhelmed|stressed|upset|anxious|scared|tearful|panicky|"
        "depressed|sick|awful|terrible|ashamed|hopeless|worthless|angry|crying|shaking|"
        "panicking|struggling|in_bits|in_tears ...",
        "[sorry] i [really] cant|cannot do this|it [any_more|anymore|today|right_now|now]",
        "jesus|jesus_christ|christ|bloody_hell|omg|wtf|for_gods_sake|oh_my_god|go_away",
        "this|the|what_a|are|is [question|you|program] [is|this] [just|so|a] {rude} [question]",
        "[im|i_am] having a panic_attack|breakdown|meltdown",
        "[its|this_is] [all] too_much|overwhelming [for_me]",
        "this|it [all|just] makes|is_making|made me [feel] ...",
        "my mum|dad|wife|husband|son|daughter|brother|sister|partner|friend|nan|dog died|"
        "is_dying|passed_away|has_cancer ...",
        "i [really|just|fucking|bloody] hate this|it|you|that ...",
        "this|that|it|you|u|thats|its|youre|your|ur|this_thing [is|are|was|a] [just|so|a|all|"
        "such|totally|absolutely|bloody|fucking|completely] [a] {rude} [question|questions|"
        "thing|program|computer|machine|interview|exercise|bot]",
        "what a {rude|load_of_rubbish|waste|joke|load_of_crap|load_of_nonsense} [of_time|question]",
        "{rude} [question|questions|thing|program|computer|machine|interview|bot]",
        "[i_already_told_you|oh|just|why_dont_you|you_can] fuck_off|piss_off|sod_off|bugger_off|"
        "fuck_you|shut_up|get_lost|get_stuffed|for_fucks_sake|ffs|fuck_this|screw_this|sod_this "
        "...",
        "[im] fed_up|sick_of_this|had_enough_of_you|sick_and_tired ...",
    ),
    Act.INSTRUCT: (
        "[now|please|just] ignore|disregard|forget|override|bypass [all|any] [of] the|your|my|"
        "previous|those|these|all|any [above|previous|other] [instructions|rules|prompt] ...",
        "[please|just|you_must|now|go_on|{want}] give|award me|this|it|everything|us [a|an|"
        "level|the] [level|top|highest] {number}|pass|level|score|mark|marks [please] ...",
        "[please|just|{want}] mark|rate|score|grade|set|put|log|record|count me|it|this|that|"
        "everything|my_level|my_score|my_rating|me_down [at|as|to|a|an|down_as] [a|an|level] "
        "{number}|expert|competent|proficient|pass|practised|complete|done|high|higher",
        "[please|you_can|go_on|{want}] [just] pass me [on_this|anyway]",
        "you are now ...",
        "from_now_on|pretend|act_as ...",
        "show|print|reveal|tell [me] your|the prompt|system_prompt|instructions|rules|"
        "marking_criteria|rubric",
        "[{want}|please] [just] write|answer|do|generate|make_up [me] [it|this|that|the_answer|"
        "an_answer|my_answer] for_me|yourself",
        "[{want}] write|generate|invent [me] an|my|the answer|example [for_me]",
    ),
    Act.STOP: (
        "[i|{want}|please] [now] quit|exit|stop|finish|finished|end|terminate|cancel|abort|"
        "withdraw|leave [{interview}|from_this|from_this_interview|out] [now|here|please|"
        "for_good]",
        "[please|{want}] stop|end|close|cancel the|my|this interview|session|program ...",
        "im|i_am|we_are|thats_me|were [now|all] done|out|finished|off|through [here|now|"
        "with_this|with_it|with_you|for_good]",
        "i|im|i_am dont|do_not|not|no_longer|not_going_to [want|wish|wanna|going] [to] continue|"
        "carry_on|go_on|do|take_part|keep_going|proceed|be [this|it|interviewed|part_of_this] "
        "[any_more|anymore|any_longer|now]",
        "i|im give_up|giving_up|quit|am_quitting|quitting [now|on_this]",
        "no_more|stop_it [questions|of_this|please|thank_you]",
        "[im|i_am] not doing this|it|any_more [any_more|anymore|now]",
        "leave me alone|be|out_of_it|out",
        "[ok] bye|goodbye|good_bye|cheerio|ta_ra|bye_bye [then|now|for_good|forever]",
        "how do|can i get_out|quit|exit|withdraw|leave|end|stop [of|from] [this|it|the_interview]",
        "get me out [of] [here|this]",
        "delete|erase|wipe|remove [me|everything|my_answers|it_all|my_data|all_of_it|"
        "my_details] [and|i|please|now] ...",
        "thats|ive_had|had enough [of_this]",
    ),
    Act.BACK: (
        "[{want}] [go|take_me|skip|step|jump|move] back [one|a_question|a_step|two|a_bit|up|"
        "to_the_start|to_that|to_it] [please]",
        "[{want}] [go|take_me|return] [back] to {last} [please]",
        "previous|back|undo|rewind|redo [one|question|answer|that|it|{last}] [please]",
        "[{want}] change|edit|amend|correct|fix|redo|rewrite|update|alter|revise|reword|"
        "rephrase|undo|delete|scrap|finish|revisit|see {last} ...",
        "[{want}] redo|undo|rewrite|reword|change|edit|correct that|it|what_i_put [please]",
        "[{want}] add [something|a_bit|one_thing|one_more_thing|more|this|some_more|to] [to] "
        "{last}",
        "[{want}] correct|change|add|fix|edit|amend something [i] [said|put|wrote|to|in|about] "
        "[before|earlier|{last}]",
        "[{want}] have another go|try|crack at {last|that|it|that_one}",
        "[wait] i forgot|missed|left_out|forgot_to_say something|a_bit|one_thing|some [out] [in|"
        "from|of|on] {last}",
        "[wait] i [didnt|hadnt|havent|had_not] finish|finished {last}",
        "i [made|typed|put|said] [a|the] mistake|wrong_thing|typo [in|on] {last|earlier|before}",
    ),
    Act.PAUSE: (
        "pause|break|brb|afk|lunch|dinner|tea_break|phone|hang_on|hold_on|one_sec|one_moment|"
        "wait|two_secs|two_ticks|two_mins|just_a_sec|just_a_minute|a_minute|bear_with|"
        "bear_with_me|one_minute|give_me_a_minute|give_me_a_sec|wait_a_minute|wait_a_sec|"
        "back_soon|be_right_back|time_out|hang_fire|hold_that_thought [please|door|phone|now|"
        "here|this]",
        "[i|ive|im] [really] have_to|need_to|got_to|gotta|must|off|just|going go|nip|pop|dash|"
        "run|shoot|to|into|for|nipping|popping [out|off|to|into|for|and] [now|a|the|my|get|"
        "answer] [meeting|lunch|call|loo|toilet|door|bed|kids|break|phone|bus|train|a_minute]",
        "[{want}] stop|pause|leave_it|leave_this|leave|finish|break|call_it|rest [it|here|there|"
        "this] for|until|till now|today|a_bit|a_minute|lunch|tonight|the_day|tomorrow|a_while|"
        "five_minutes",
        "[{want}] have|take|need|i_need|got [a] [short|quick|little|five_minute] break|breather|"
        "minute|moment|pause|five [please|first]",
        "[{want}] carry_on|continue|finish|resume|pick_up|pick_this_up|do_this|finish_this|"
        "finish_it|finish_off|do_the_rest|pick_it_up|come_back|be_back|try_again|go_on {later}",
        "[ill_be|be|im|i_will_be|will_be] back in|later|after|at|soon|tomorrow ...",
        "[{want}] save [it|this|that|and|my_work|everything] [and] [close|exit|stop|leave|"
        "for_later|for_now|pause|quit]",
        "[the|my|theres|someones|somebodys|someone|somebody|got] phone|phones|door|doorbell|"
        "boss|at_the_door|fire_alarm|a_call [is] [ringing|going|calling|wants_me|just_went|"
        "coming_in|at_the_door|gone]",
        "[thats] enough|thatll_do for|till now|today|tonight|tomorrow",
        "[i] need [the|a|to|go] [loo|toilet|wee|coffee|cuppa|brew|break|smoke|sleep]",
        "[im] [too|so|really|a_bit] tired|knackered|shattered|exhausted [now|today]",
    ),
    Act.SKIP: (
        "[{want}] skip|pass|miss|swerve|leave|drop|park|avoid|not_answer|not_do [on] [{one}|"
        "out] [out|please|for_now|blank|if_thats_ok|then|for_later|if_i_can|and_move_on]",
        "[go] [on] [to] [the] next [one|question|topic|bit|please|then]",
        "[{want}] move|go|carry|get on|along [to] [the|another] [next|one|question] [one|question]",
        "[{want}] come_back|get_back|return|go_back [to] [{one}|me] [on] [{one}] [{later|"
        "at_the_end|for_now}]",
        "[{want}] answer|do|come_to|leave|return_to|think_about {one} [until|till|for|at] "
        "{later|last|the_end|end|now}",
        "[{want}] [ask|give|have|try|do] [me] something_else|something_different|another|"
        "another_one|another_question|a_different_one|a_different_question|summat_else [instead]",
        "n_a|na|not_applicable|no_comment|not_relevant|not_this_one|not_for_me|doesnt_apply|"
        "not_that_one|blank_it [to_me|to_us|here|for_us]",
        "[i|id|i_would] [would] rather|prefer|sooner not [to] [say|answer|talk|discuss] [that|"
        "this|about] [it|that|this] [one]",
        "[i] dont want to say|answer|talk_about|discuss|do|go_into [{one}|about]",
        "[thats|its|thats_too|thats_a_bit|its_too|too|bit] private|personal|confidential|sensitive",
        "no_thanks|no_thank_you|stop_asking [me] [that|this|about_it|about_that]",
    ),
    Act.RATING_QUERY: (
        "[so|and] how am|did|have i do|doing|done|getting_on|going|performing [so_far|then|"
        "on_that|there|in_that|up_to_now]",
        "[so] am|was|did|have|is i|it|that|this [i|it] [do|doing|done|been|did|get|got] [a] ok|"
        "okay|alright|all_right|well|good|right|enough|better|correct|fine|good_enough|"
        "good_answer|pass|passed|passing|the_right_answer|what_you_wanted|any_good|competent|"
        "proficient|failing|rubbish [so_far|then|for_you|or_not|answer|there]",
        "[so] [can|could|will] [you|i] [tell|show|see|know|get|have] [me] [what|whats|what_is|"
        "what_was] my level|score|mark|marks|rating|ratings|results|result|grade [is] [yet|"
        "so_far|please|now|then]",
        "what|which level|score|mark|rating|grade did|am|do|have|would|was|is i|you|it|that "
        "[get|at|on|give|got|given|getting] [me|it] [for] [that|this|it]",
        "what did|do|would|have i|you [get|give|got|given] me|for [for] [that|this|it]",
        "am|was|is|did i|that|it [get] a|only|an|at [a|level] {number}",
        "why did|am|was|is|have i|that|it|you [only|get|got|give|given|me] [only|get|me] a|an|"
        "at [level] {number} ...",
        "did|have i pass|passed|fail|failed [that|it|this|yet|so_far]",
        "score|my_score|level|my_level|what_level|rating|result|results",
        "how|what was|is|about my|that [last] answer|score|level|rating",
    ),
    Act.HELP: (
        "help|help_me|i_need_help|help_please|commands|menu|options|instructions|f1|manual",
        "what|where|who happens|goes|sees|reads|gets|keeps|will_see|can_see|will_read|does [to] "
        "[this|it|that|these|my_answers|all_this|all_of_this|the_answers|what_i_say|what_i_type|"
        "my_data] [go|end_up|afterwards|after|next]",
        "[and|roughly] how many|long|much more|questions|longer|is_this|does_this|does_it|"
        "are_there|left|will_this|is_it|have_i_got|is_left [is|are|to] [questions|left|there|"
        "to_go|take|more|are_left|are_there|going_to_take|it|this] [go|left|for]",
        "[are|is] we|it|this [there] nearly|almost [done|there|finished|over]",
        "is|are this|it|my_answers|they|that|these confidential|private|anonymous|saved|"
        "recorded|stored|safe|being_recorded|being_saved|timed|kept|shared|online",
        "are you|u|this [a] [real] ai|human|real|person|robot|computer|bot|machine|chatbot",
        "is_this|am_i_talking_to [a|an] ai|human|real_person|person|robot|computer|bot|machine",
        "how do|does|can|should i|this|it|you [work|save|send|type|submit|use|go] [work|save|"
        "send|this|it|back|help|my_answer|a_new_line|next]",
        "what|which are|is|can|do|commands|keys|button [the|i|should|do] [commands|type|say|"
        "press|do|keys|here|options|can] [i|here|use|now|next]",
        "what is|are|whats this|it|you|the_point [of] [all|actually|this|it] [for|about]",
        "is there a|any time_limit|word_limit|limit|help|menu|word_count|timer",
        "can i|my_boss|my_manager|anyone|hr|they see|read|use|save|print|export|paste|copy|type "
        "[this|it|that|bullet_points|my_answers|these|bullets|in_welsh|names|real_names]",
    ),
    Act.REPEAT: (
        "[{want}] repeat|reread|re_ask|again|say_again|come_again|come_again_please|pardon|"
        "pardon_me|beg_pardon|eh|huh|what|what_was_that|sorry_what|what_sorry|you_what|wot|"
        "once_more|one_more_time|excuse_me|say_what [{one}|please|that_please|me]",
        "[{want}] say|ask|show|read|tell|give|put|run|post|repeat [me] {one} [me|up|past_me|"
        "by_me|to_me|out] again|once_more|one_more_time",
        "[{want}] say|ask|show|see|read|have|repeat|reread|hear [me] the question|wording "
        "[again|back|once_more|one_more_time|one_more_time_please]",
        "what|whats was|is|were|did the|you|that question|that|ask|say|asking|again [me|again|"
        "just|now|there]",
        "remind me [what|of] [the|you|was] [question|asked|asking|it] [was|again|is]",
        "[i] missed|didnt_catch|didnt_get|didnt_see|didnt_hear|lost|forgot|have_forgotten|"
        "cant_see|cant_remember that|it|the_question|what_you_said|what_you_asked|your_question|"
        "the_last_bit",
    ),
    Act.CLARIFY: (
        "what|how do|does|did you|that|it|this mean|want|need [by] ...",
        "[whats|whats_the|what_is|what_are|whats_a|whats_an|what_is_a|what_is_an|what_is_the] "
        "meant|meaning|definition|difference ...",
        "whats|what_is|what_are a|an|the|meant|evm|nec|raci|governance|assurance [risk|issue|"
        "change|business] [register|log|case|stakeholder|milestone|baseline|control]",
        "what does ... mean|stand_for|involve",
        "[i|im|still|but|am] [i|really|just|still|im] [still|really] dont|do_not|cant|cannot|"
        "not|didnt|did_not [really|quite|fully|sure_i] understand|follow|get|with|clear|"
        "sure_what [it|you|this|that|the|what|on|your] [question|one|you] [want|mean|are_asking|"
        "ask|after|is_asking|mean_by_that]",
        "[that|it|this|the_question|your_question] doesnt|does_not|makes_no|isnt make|sense|"
        "clear [sense|any_sense|to_me]",
        "[{want}] explain|clarify|rephrase|reword|simplify|elaborate [{one}|what_you_mean|"
        "please|a_bit|more] [please|more]",
        "[{want}] put|say|ask|word {one|that} more|in|another|differently|a|simply|easier|"
        "simpler|way|other|plainer [another|simply|plainly|different|plain|simple|other] [way|"
        "english|words|terms]",
        "[{want}] give|have [me] an|some example|examples|idea|clue|hint [of_what_you_want|"
        "of_what_you_mean|please|first]",
        "in_what_way|in_what_sense ...",
        "for_example|such_as|like_what|meaning|why_what|how_so|why_do_you_ask|"
        "why_are_you_asking|what_sort|what_kind|what_kind_of_thing|what_sort_of_thing|confused|"
        "im_confused|im_lost|not_with_you|eg|be_more_specific|unclear|why",
        "can|could|may|shall|should i talk|tell_you|write|speak about ...",
        "can|could|may|shall|should i use|give an|one|something|examples [example] from|of|"
        "about ...",
        "who|how|when|where|which_one|which|how_come|what_exactly",
        "[thats|its|this_is] [too|so|very|really|a_bit] confusing",
        "do|did you mean|want|need ...",
        "does|must|can|should|could|would it|this|that have_to|need_to|be|count ...",
        "by|when_you_say ... do|did you mean ...",
        "what [do|would] [you] [sort|kind|type] counts|count|class [as] ...",
        "are you asking|talking about me|us|the|my|now ...",
        "is that|it|this the same as|thing ...",
        "is_it|would_it_be|is_that|would it [be] ok|okay|alright|fine if|to_use|to_talk ...",
        "why|who do|are|does|wants you|it|to ask|asking|want|know|need [to] [this|that|know|me]",
        "je ne comprends pas [la|votre] [question]",
        "no_comprendo|no_entiendo [la_pregunta]",
        "[my|sorry_my] english is|isnt not|so|very|bad|good|my [so|very|my|good|first] [good|"
        "great|language]",
    ),
    Act.DONT_KNOW: (
        "[youve|you_have] got me there ...",
        "[i|i_really|i_honestly|honestly|tbh] [just] dont|do_not|wouldnt|couldnt|cant|cannot|"
        "couldnae [really|honestly|even|actually] know|say|tell_you|tell_ye|answer|remember|"
        "recall|help_you [much|anything|that|this|how|with] [about|of] [it|that|this|{one}] "
        "[one]",
        "[i] [really|honestly] [have|havent|havent_got|ive|got|not|ive_got|i_have] [absolutely] "
        "no|a|the idea|clue|scooby|foggiest|notion|experience|involvement [mate|about|of|on|"
        "with|in] [{one}] [at_all]",
        "dunno|idk|not_sure|no_clue|not_a_clue|pass_i_dont_know|search_me|beats_me|stumped|"
        "blank|drawing_a_blank|mind_blank|mind_gone_blank|my_mind_is_blank|no_idea|not_a_scooby|"
        "you_got_me [really|there|mate]",
        "[i|sorry_i] cant|couldnt|cannot [really|honestly] think|remember [of] [any|one|"
        "anything|an|a] [thing|example|one|at_all] ...",
        "[honestly|hmm] nothing|nowt|none [that] [really] [comes|springs|spring] [to] [mind]",
        "[i|ive|i_have|we|weve] [have|have_not|havent] never|not|no [really|actually] [had|done|"
        "been|used|came|come|heard|dealt] [to|it|that|one|of|with|across|done] [it|that|this|"
        "one|them|any|anything]",
        "[its|thats] not something|anything ive|i|we|that ...",
        "[i] dont think i have|do|did [one|any|ever|an_example|that]",
        "[i|ive|i_have|i_havent] [not|have|havent] got|have [an|any|a] nothing|example|examples|"
        "anything|good_example [for|to|of] [that|you|this|say|tell] [one|you]",
        "je_ne_sais_pas|no_lo_se|nie_wiem|no_se|not_really [no]",
        "no [sorry|none|never|not_really|nope]|nope|nah",
    ),
    Act.SMALLTALK: (
        "hi|hello|hiya|hey|morning|afternoon|evening|good_morning|good_afternoon|good_evening|"
        "howdy|ey_up [there|again|to_you|all|mate]",
        "thanks|thank_you|ta|cheers|many_thanks|thx|ty [very_much|a_lot|so_much|for_that|again|"
        "everyone|all]",
        "ok|okay|cool|fine|right|great|lovely|nice|alright|sure|got_it|understood|i_see|noted|"
        "yes|yeah|yep|fair_enough|no_problem|no_worries|noted_thanks|ok_then|good|sounds_good|"
        "thats_fine|ooh|wow|interesting|excellent|perfect|go_on|go_on_then|ready|im_ready|"
        "im_back",
        "[thats] [a] [very|really|fair|such_a] good|great|nice|tough|hard|difficult|tricky|fair|"
        "interesting|deep|big [question|one] [that|there]",
        "haha*|lol|hehe|ha|ha_ha|rofl",
        "hm*|er|erm|um|umm|ooh|oof|gosh|blimey|crikey",
        "[this|that|its|thats|it|im|i_am] [one|question] [is] [too|a_bit|so|very|quite|really] "
        "hard|boring|difficult|tricky|tough|bored|long",
        "how are you [today|doing|then]",
        "you|youre [are] [very|so|quite] funny|clever|nice|polite|good|friendly",
        "[just] let me think|see [about] [that|it|now]|hmm_let_me_think",
        "nice|lovely|terrible|awful weather|day [today|isnt_it|outside|for_it]",
        "nice|pleased|good to meet_you|talk_to_you|chat",
    ),
}
# What is wanted when clauses of one turn differ: the first of these. What is not here is smalltalk.
BEFORE_OTHERS = (
    Act.DISTRESS, Act.INSTRUCT, Act.STOP, Act.BACK, Act.PAUSE, Act.SKIP, Act.RATING_QUERY,
    Act.CLARIFY, Act.REPEAT, Act.HELP, Act.DONT_KNOW, Act.SMALLTALK,
)  # fmt: skip

# Courtesies around a clause, which change nothing.
_BEFORE = re.compile(
    r"\A(?:(?:sorry|ok|okay|right|well|er+m?|u+m+|h+m+|ah|oh|oops|please|so|and|but|actually"
    r"|honestly|"
    r"tbh|to be honest|look|i think|i said|yeah|then|hi|hello|hey|thanks|no) )+(?=\w)"
)
_AFTER = re.compile(
    r"(?: (?:please|pls|plz|thanks|thank you|ta|cheers|mate|pal|love|pet|sorry|tbh|to be honest|"
    r"im afraid|if thats ok|if thats okay|if you dont mind|if possible|lol|now|then|really|too|"
    r"though|yet|again please|at all|haha|x|ok|today))+\Z"
)
_COURTESY = re.compile(r"sorry|well|er+m?|hmm+|honestly|no|please|look|right|actually|tbh")
_CLAUSES = re.compile(r"[.!?;,:]+(?:\s|\Z)|\s-+\s|\s(?=(?:so|and|but) (?:can|could|lets|please)\b)")
_LONGEST = 16  # words of a clause; what is longer is no set phrase


def whole_turn(text: str) -> Act | None:
    """What a turn of plain text asks for, if all of it, or each of its clauses, is a phrase."""
    act = _clause(text)
    if act:
        return act
    clauses = [clause for clause in _CLAUSES.split(text) if _worded(clause)]
    acts = [_clause(clause) for clause in clauses if not _COURTESY.fullmatch(_worded(clause))]
    if not acts or None in acts:
        return None
    return next(act for act in BEFORE_OTHERS if act in acts)


def _clause(text: str) -> Act | None:
    said = _worded(text)
    if said.count(" ") >= _LONGEST:
        return None
    bare = _BEFORE.sub("", said, count=1)
    for words in dict.fromkeys((said, _AFTER.sub("", said), bare, _AFTER.sub("", bare))):
        for act in BEFORE_OTHERS:
            if words and compiled_phrases()[act].fullmatch(f" {words}"):
                return act
    return None


def _worded(text: str) -> str:
    """Only the words, without apostrophes."""
    return re.sub(r"[^a-z0-9]+", " ", text.replace("'", "")).strip()


@cache
def compiled_phrases() -> dict[Act, re.Pattern[str]]:
    """The whole-turn phrases of each act as one pattern; compiled when first asked for."""
    return {
        act: re.compile("|".join(pattern_of(phrase) for phrase in phrases))
        for act, phrases in WHOLE.items()
    }


def pattern_of(phrase: str) -> str:
    """The regular expression of a phrase."""
    return "".join(_word(word) for word in phrase.split(" "))


def _word(word: str) -> str:
    if word == "...":
        return r"(?: \w+){0,4}"
    optional = word.startswith("[")
    word = word.strip("[]")
    for name, words in SLOTS.items():
        word = word.replace("{" + name + "}", words).replace("{" + name + "|", words + "|")
    word = word.replace("}", "").replace("{", "").replace("_", " ").replace("*", r"\w*")
    return f"(?: (?:{word}))" + "?" * optional
