"""What is said in a mock assessment beside what an interview says. Neutral until the end.

No rating, no praise, no hint: "thank you" is all that an assessor says to an answer.
"""

from __future__ import annotations

from interviewer.domain import Act, ExamKind, ExamTerms, Method, Theme, WorksFrom
from interviewer.engine.wording import spoken
from interviewer.marks import DEFAULTS, PRACTICE_RECORD

_MINUTE = 60_000


def minutes(used: int) -> int:
    """Whole minutes that are over."""
    return used // _MINUTE


def clock(used: int, limit: int | None) -> str:
    """The time as it is said: ``18 minutes of 60 used``."""
    gone = minutes(used)
    if limit is None:
        return f"{gone} minute{'' if gone == 1 else 's'} so far"
    return f"{gone} minute{'' if gone == 1 else 's'} of {limit // _MINUTE} used"


# --- a method begins and ends ---------------------------------------------------------------------


def introduction(terms: ExamTerms, method: Method, place: int, limit: int | None) -> str:
    """Introduces a method: what comes, how long it takes, and what will not be said."""
    if terms.kind is not ExamKind.EXAM:
        return _rehearsed(terms)
    count = len(terms.methods)
    head = f"Part {place} of {count}: {method.title}." if count > 1 else f"{method.title}."
    lines = [head, *_what_comes(terms, method, limit)]
    if terms.has_defaults:
        lines.append(DEFAULTS)
    lines.append(f"{PRACTICE_RECORD} Nothing you write leaves this computer.")
    return "\n".join(lines)


def _rehearsed(terms: ExamTerms) -> str:
    if terms.kind is ExamKind.KSB:
        what = f"{terms.only}: {terms.statements[terms.only]}"
    else:
        what = f"Rehearsal: {terms.theme(terms.number(terms.only)).title}."
    return f"{what}\nAfter each question you see what was heard. {PRACTICE_RECORD}"


def _what_comes(terms: ExamTerms, method: Method, limit: int | None) -> list[str]:
    whole = limit == method.minutes * _MINUTE
    time = f"{limit // _MINUTE} minutes" if limit is not None else "As long as it takes"
    least = f", at least {method.questions} of them" if whole else ""
    extra = (
        f" Up to {method.extra_time} per cent more is there, only to finish the last answer."
        if method.extra_time
        else ""
    )
    lines = []
    if method.works_from is WorksFrom.REPORT:
        lines.append(
            "You hand in your report, and the outline of your presentation if there is one."
        )
        if method.presentation_minutes:
            lines.append(f"Then you present: {method.presentation_minutes} minutes.")
    lines.append(f"{time} for questions{least}. Follow-up questions come with them.{extra}")
    if method.works_from is WorksFrom.PORTFOLIO:
        lines.append(
            "Have your portfolio at hand: you'll be asked which piece shows what you say. "
            "Only what is said counts."
        )
    lines.append("The clock stops when you pause. How it went is said at the end, not before.")
    return lines


def method_ended(by_time: bool, limit: int | None, *, more: bool) -> str:
    """Ends the questions of a method."""
    why = (
        f"Thank you. The {limit // _MINUTE} minutes are over."
        if by_time and limit is not None
        else "Thank you. That is all I wanted to ask."
    )
    return f"{why} Next is the other part; take a break first if you like." if more else why


def finished(kind: ExamKind) -> str:
    """Ends a mock assessment."""
    if kind is ExamKind.EXAM:
        return "That's the end of the mock assessment. Everything is saved. Here is what was heard."
    return "That's all for this one. Everything is saved."


# --- the report and the presentation --------------------------------------------------------------


def handed_in(words: int, places: int) -> str:
    """Confirms the report, without a word about what is in it."""
    sections = f" in {places} section{'s' if places != 1 else ''}" if places else ""
    return f"Thank you. I've read your report: {words:,} words{sections}."


def outline_taken(given: bool) -> str:
    """Confirms the outline, or that there is none."""
    return "Thank you, I have your outline." if given else "All right, without an outline."


def presented(used: int, allowed: int) -> str:
    """Ends the presentation: only the time is said."""
    over = (
        " In the real thing you would be stopped when the time is up."
        if used > allowed * _MINUTE
        else ""
    )
    return (
        f"Thank you. You presented for {_length(used)}; {allowed} minutes were there for it.{over}"
    )


def _length(used: int) -> str:
    whole, seconds = divmod(used // 1000, 60)
    return f"{whole} minutes" if not seconds else f"{whole} min {seconds:02} s"


# --- questions ------------------------------------------------------------------------------------


def lead(theme: Theme, *, first: bool, back: bool, same: bool, time: str) -> str:
    """What comes before a question; the time is said where the theme changes, and not otherwise."""
    title = spoken(theme.title)
    if first:
        return f"Let's begin with {title}."
    if same:
        return "Thank you. Another one on this."
    said = f"The next theme is {title}." if not back else f"Back to {title}."
    return f"Thank you. ({time}. {said})"


def about_place(number: str, title: str) -> str:
    """Says where in the report a sentence stands."""
    if number and title:
        return f'I\'ve been reading section {number}, "{title}".'
    if number or title:
        return "I've been reading " + (f"section {number}." if number else f'"{title}".')
    return "I've been reading your report."


def not_in_report(theme: Theme) -> str:
    """Says that the report is silent on a theme."""
    return f"I haven't found much on {spoken(theme.title)} in your report, so I'll ask."


PIECE = (
    "Is there a piece in your portfolio that shows it? Its title, its date, and where it is.",
    "Which piece of your portfolio shows that? Title, date and place, please.",
    "Where in your portfolio would I see that? The piece, its date, and its place.",
    "Which piece shows that? Say what it's called, when it's from, and where it stands.",
    "Is that in your portfolio? If so: which piece, from when, and in which section?",
    "What in your portfolio shows this? Its title, date and place will do.",
)
PIECE_PLAINER = (
    "Think of a document in your portfolio where one could see it. What is it called, when was it "
    'made, and in which section is it? If there is none, say "none".'
)

# Follow-ups for the next grade, with the candidate's words and without: what else there was, why,
# how they know, and what they would change.
WEIGHING_QUOTED = (
    'You said "{quote}". What else did you consider?',
    'Looking back at "{quote}": what would you do differently?',
    'You said "{quote}". How do you know that it was the right thing?',
    'Take "{quote}". Why that way rather than another?',
    'You said "{quote}". What would have happened otherwise?',
)
WEIGHING = (
    "What else did you consider at the time?",
    "Looking back, what would you do differently?",
    "How do you know that it was the right thing?",
    "Why that way rather than another?",
    "What would have happened if it had been done another way?",
    "What did it cost, and was it worth that?",
    "Where else would that have worked less well?",
)
WEIGHING_PLAINER = "Compare it with another way of doing it. Which was better here, and why?"
OUTCOME = (
    "What came of it?",
    "How did it turn out?",
    "What was different afterwards?",
    "What did it lead to in the end?",
    "How did you know that it had worked?",
)
OUTCOME_PLAINER = "Tell me the end of the story: what happened because of what you did?"


# --- beside the questions -------------------------------------------------------------------------

PAUSED = (
    "All right. The clock is stopped, and everything you've written is saved. "
    "Type /pause to leave, or write anything to go on."
)
WENT_ON = "We go on. The clock is running."
NO_RATING_YET = (
    "I can't say anything about that before the end. I'm listening: your answer, please."
)
DISTRESS = (
    "That sounds hard. We can leave it here; everything you've written is saved, and the clock is "
    "stopped. Or take a break and come back to it when it suits you."
)
TIME_UP = "The time is over, with what is allowed to finish the last answer."


def how_far(time: str, themes_left: int, asked: int) -> str:
    """How far we are, when the candidate asks."""
    more = (
        "each theme has been opened"
        if not themes_left
        else f"{themes_left} theme{'s' if themes_left != 1 else ''} not opened yet"
    )
    plural = "" if asked == 1 else "s"
    return f"{time}; {asked} question{plural} asked, {more}. The question still stands."


def reply(act: Act) -> str | None:
    """What is said in a mock assessment where an interview says something else; None: the same."""
    return {
        Act.RATING_QUERY: NO_RATING_YET,
        Act.PAUSE: PAUSED,
        Act.DISTRESS: DISTRESS,
    }.get(act)
