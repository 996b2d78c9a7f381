"""Who and what the cues speak of: word groups, as pattern text for plain (lower-case) sentences.

The groups are used in windows of subject, verb and object, because the same word says something
different in another place: "I went through her figures" and "she went through mine".
"""

from __future__ import annotations

NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|several|"
    r"dozen|some|few)"
)

# One person who may stand above the speaker.
SENIOR = (
    r"(?:she|he|my (?:\w+ ){0,2}(?:manager|boss|supervisor|lead|director|mentor|head|foreman|chief"
    r"|gaffer|senior|tutor)|the (?:\w+ ){0,2}(?:manager|boss|supervisor|lead|director|"
    r"accountant|owner"
    r"|treasurer|buyer|head|foreman|lawyer|officer|auditor|engineer|analyst|planner|sponsor|chair"
    r"|editor|pm|qs|professor|surgeon|coordinator)|(?:\w+, )?who|they|one of the \w+|\w+'s manager)"
)
WELL = (
    r"(?:'d|'s|'ll| had| has| have| would| will)?(?: \w+ly| then| also| always| just| "
    r"still| usually| first| often)?"
)

HIM = (
    r"(?:her|him|my (?:\w+ ){0,2}(?:manager|boss|supervisor|lead|director|mentor|head|senior)|"
    r"the (?:\w+ ){0,2}(?:manager|boss|supervisor|lead|director|accountant|owner|"
    r"treasurer|buyer|head"
    r"|lawyer|pm|sponsor|qs|coordinator|engineer|planner|analyst))"
)

# People who may work under the speaker, in the plural or named by their number.
STAFF = (
    r"(?:planners?|analysts?|leads?|officers?|buyers?|evaluators?|coordinators?|"
    r"reviewers?|supervisors?"
    r"|deput(?:y|ies)|assistants?|managers?|engineers?|inspectors?|accountants?|"
    r"schedulers?|writers?"
    r"|designers?|captains?|secretar(?:y|ies)|foremen|assessors?|auditors?|surveyors?|qss|testers?"
    r"|coaches|heads|trainers?|estimators?|administrators?|apprentices|juniors?|"
    r"graduates?|facilitators?"
    r"|owners|champions|controllers?|readers|drafters|team|people|staff|interviewers?|economists?)"
)

CHECKS = (
    r"(?:check(?:s|ed|ing)?|(?:go|goes|went|gone|going) (?:back )?(?:through|over)|"
    r"look(?:s|ed)?(?: it| them)?"
    r" (?:over|at|through)|read(?:s)?(?: it| them)?(?: over| through)?|review(?:s|"
    r"ed)?|correct(?:s|ed)?|"
    r"sign(?:s|ed)?(?: it| them| that)?(?: off)?|approv(?:es|ed|e)|tid(?:ied|ies)|"
    r"alter(?:s|ed)?|chang(?:es|ed|e)|"
    r"rewrote|rewrites|reword(?:s|ed)|mark(?:s|ed)(?: it)? up|cross(?:ed|es) (?:out|"
    r"off)|amend(?:s|ed)|"
    r"fix(?:es|ed)|sampl(?:es|ed)|spot-check(?:s|ed)|edit(?:s|ed)|tweak(?:s|ed)|moved|adds|added|"
    r"pointed out|spotted|had a look|has a look|takes a look|listened|sat in on|"
    r"double-check(?:s|ed))"
)
DECIDES = (
    r"(?:decid(?:es|ed|e)|cho(?:se|oses|ose)|pick(?:s|ed)|set(?:s)?|ma(?:de|kes) the "
    r"(?:\w+ )?(?:decision|choice|call)|"
    r"took the (?:\w+ )?(?:decision|call)|ruled|scores|scored|chair(?:s|ed)|led|leads|"
    r"runs|ran|presented|"
    r"presents|handled|dealt|negotiated|agreed|owns|took (?:it|that|them|the)|takes "
    r"(?:it|that|them|the))"
)
DIRECTS = (
    r"(?:tells?|told|g(?:ive|ives|ave)|show(?:s|ed)?|shown|taught|teach(?:es)?|"
    r"ask(?:s|ed)?|ha(?:d|s|ve)|g(?:ot|ets|et)"
    r"|lets?|lent|handed|sends?|sent|helped|helps|walked|talked|coached|passed|passes|"
    r"briefed|reminded|wanted)"
)

# Those outside the speaker's own chain of work, and senior people anywhere.
ORGANISATION = (
    r"(?:trusts?|authorit(?:y|ies)|forces?|councils?|compan(?:y|ies)|firms?|agenc(?:y|"
    r"ies)|universit(?:y|ies)"
    r"|departments?|minist(?:ry|ries)|hospitals?|programmes?|colleges?|boards?|teams?|"
    r"airports?|operators?"
    r"|landlords?|boroughs?|regions?|portfolios?|directorates?|banks?|charit(?:y|ies)|"
    r"utilit(?:y|ies)|schemes?"
    r"|consultanc(?:y|ies)|competitors?|sites?|offices|cities|suppliers?|shipyards?|"
    r"divisions?|countries|schools)"
)
EXECUTIVE = (
    r"(?:directors?|chief(?: \w+)?|chiefs|execs?|executives?|ceos?|cfos?|cios?|coos?|"
    r"permanent secretar(?:y|ies)|sros?|heads of \w+|"
    r"regulators?|treasury|ministers?|ministr(?:y|ies)|commissioners?|inspector(?:s|"
    r"ate)|partners|lenders?|"
    r"general counsel|institut(?:e|ion)|trade body|professional body|federation|"
    r"auditors|national \w+|"
    r"competitors?|chairs|governors|council leaders?)"
)
