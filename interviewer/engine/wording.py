"""What the interviewer says. Plain, short, neutral: no praise, no level, no hint at one.

Everything said is stored in the facts, so changing a sentence here changes no transcript. Where
there are several wordings, ``pick`` takes them in turn, so that nothing is asked twice in the same
words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewer.domain import Act, Aspect, Level, Missing
from interviewer.record.record import State

QUOTE_WORDS = 14


def pick(variants: Sequence[str], turn: int) -> str:
    """One of several wordings, another one each time."""
    return variants[turn % len(variants)]


def quote(words: str) -> str:
    """The beginning of the candidate's own words, verbatim, short enough to say back.

    Cut at a comma, or before "and" and the like, where one comes late enough; marked where cut.
    """
    text = " ".join(words.split()).strip()
    parts = text.split(" ")
    if len(parts) <= QUOTE_WORDS:
        return text.rstrip(".!?,;:")
    head = " ".join(parts[:QUOTE_WORDS])
    breaks = [m.start() for m in re.finditer(r"[,;:.!?](?=\s|$)|\s(?=(?:and|but|so|then)\s)", head)]
    late = [at for at in breaks if len(head[:at].split(" ")) >= QUOTE_WORDS // 2]
    return (head[: late[-1]] if late else head).rstrip(".!?,;:") + " ..."


# --- a competence begins and ends -----------------------------------------------------------------


def briefing(title: str, first: bool) -> str:
    """Introduces a competence."""
    opening = "We'll talk about" if first else "Next:"
    privacy = " Nothing you write leaves this computer." if first else ""
    return f"{opening} {spoken(title)}.{privacy}"


def spoken(title: str) -> str:
    """A title as it is said in the middle of a sentence."""
    return title[:1].lower() + title[1:]


def invitation(aspects: Sequence[Aspect], scale: Sequence[Level], first: bool) -> str:
    """Asks for the self-rating, before any evidence."""
    if len(aspects) > 1:
        what, example = "doing it and for knowing about it", "Two numbers will do"
    elif aspects[0] is Aspect.APPLICATION:
        what, example = "doing it", "One number will do"
    else:
        what, example = "knowing about it", "One number will do"
    ask = f"where would you put yourself, for {what}?"
    if not first:
        return f"Here too: {ask} {example}, or skip it."
    names = ", ".join(f"{level.level} {level.name.lower()}" for level in scale if level.level)
    return f"Before we start: {ask} ({names}.) {example}, or skip it."


def self_rating_unclear(aspects: Sequence[Aspect]) -> str:
    """Asks again when the reply held no usable numbers."""
    if len(aspects) == 1:
        return "I was after one number from 1 to 5. Or say skip."
    return (
        "I was after two numbers from 1 to 5, first for doing it, then for knowing about it: "
        "3 and 2, say. Or say skip."
    )


def lead(aspect: Aspect, nth_of_aspect: int, nth: int) -> str:
    """What comes before a question of the bank."""
    if nth == 0:
        return "Thank you. Here's the first one."
    if nth_of_aspect == 0 and aspect is Aspect.KNOWLEDGE:
        return "Now a question about the ideas behind it."
    return pick(
        ("Here's another one.", "Thank you. One more.", "Let's take a different case."), nth
    )


def reflection(heard: bool) -> str:
    """Ends a competence; ``heard`` tells whether anything was said that could be rated."""
    if not heard:
        return "Then we'll leave this one. You can come back to it whenever you like."
    return "That gives me what I need on this one."


def finished(title_count: int) -> str:
    """Ends the interview."""
    what = "the competence" if title_count == 1 else f"all {title_count} competences"
    return f"That was {what} we set out to talk about. Everything is saved. Thank you."


def withdrawn() -> str:
    """Confirms a withdrawal."""
    return "All right, we've ended it here. What you wrote is saved and stays yours."


def unread(reason: str) -> str:
    """Said when the reader failed."""
    return f"I couldn't read that answer ({reason}). It is saved, and it is not rated. Let's go on."


# --- probes ---------------------------------------------------------------------------------------

# For each missing thing: wordings that take up the candidate's words, and wordings without.
_WITH_QUOTE: dict[Missing, tuple[str, ...]] = {
    Missing.OWN_PART: (
        'You said "{quote}". Which part of that was yours?',
        'When you say "{quote}", what did you do yourself?',
    ),
    Missing.LED: (
        'You said "{quote}". Who decided that it would be done that way?',
        '"{quote}": how did that come to be decided?',
    ),
    Missing.OCCASION: (
        'You said "{quote}". Tell me about one time when that really happened.',
        '"{quote}": take one occasion from your own work and tell me what went on.',
    ),
    Missing.DESCRIBES: (
        'You said "{quote}". Tell me a little more about that.',
        '"{quote}": what does that involve?',
    ),
    Missing.EXPLAINS: (
        'You said "{quote}". Why is that?',
        '"{quote}": what is the reason for that?',
    ),
    Missing.EVALUATES: (
        'You said "{quote}". When would that not work so well?',
        'Think of "{quote}". What else could one do instead?',
    ),
}
_WITHOUT: dict[Missing, tuple[str, ...]] = {
    Missing.OCCASION: (
        "Can you think of one time when you were really in that position? Tell me what you did.",
        "Take one occasion from your own work, large or small. What did you do?",
    ),
    Missing.OWN_PART: (
        "Which part of that was yours?",
        "What did you do there yourself, step by step?",
    ),
    Missing.LED: (
        "Who decided how that would be done?",
        "How did it come to be done that way?",
    ),
    Missing.COMPLEXITY: (
        "How clear-cut was the situation?",
        "Who else had a stake in it?",
        "What was uncertain about it, if anything?",
    ),
    Missing.SUPERVISED: (
        "Was anyone else doing this kind of work alongside you? Tell me how that went.",
        "How was the work shared out among the people involved?",
    ),
    Missing.SOUGHT: (
        "What do people elsewhere in your organisation do when they get stuck with this?",
        "Where do others turn when they have a question of this kind?",
    ),
    Missing.DESCRIBES: (
        "What does that involve, in practice?",
        "Tell me a little more about what that is.",
    ),
    Missing.EXPLAINS: (
        "Why is it done that way?",
        "What is it for, as you see it?",
    ),
    Missing.EVALUATES: (
        "When does that not work so well?",
        "What else could one do instead?",
    ),
    Missing.HARD_CONTEXT: (
        "How would that look where people disagree about what is wanted?",
        "What changes when the stakes are high and little is certain?",
    ),
    Missing.ORIGINATES: (
        "What do you do differently from the usual way, if anything?",
        "How has your way of doing it changed over the years?",
    ),
}
_PLAINER: dict[Missing, str] = {
    Missing.OCCASION: "I'm after something that really happened at work, and what you did in it.",
    Missing.OWN_PART: "Leave the others aside for a moment. What were the things you did?",
    Missing.LED: "I'd like to know whose decision it was.",
    Missing.COMPLEXITY: "Tell me about the surroundings: who was involved, and what was known.",
    Missing.SUPERVISED: "I'd like to know who else worked on this, and how you worked together.",
    Missing.SOUGHT: "When somebody has a question about this kind of work, what do they do?",
    Missing.DESCRIBES: "Say what it is and what belongs to it, as you would to a new colleague.",
    Missing.EXPLAINS: "Tell me the reason behind it.",
    Missing.EVALUATES: "Think of a case where it goes wrong, or where you would do something else.",
    Missing.HARD_CONTEXT: "Picture the same thing with people who don't agree. What is different?",
    Missing.ORIGINATES: "Tell me about anything you do in a way of your own.",
}


_HARD_CASE = (
    "What is the most difficult case of this kind you've dealt with? Tell me what you did.",
    "Take the trickiest one of these that came your way. What did you do?",
)
_HARD_CASE_PLAINER = "Think of the one that gave you the most trouble, and say what you did."


def takes_up_words(missing: Missing) -> bool:
    """Whether there are follow-ups for ``missing`` that take up the candidate's words."""
    return missing in _WITH_QUOTE


def probe(missing: Missing, aspect: Aspect, words: str, turn: int) -> str:
    """A general follow-up for something not shown yet, with the candidate's words if there are any.

    It is for competences that have none of their own, and for taking up what was said.
    """
    if missing is Missing.HARD_CONTEXT and aspect is Aspect.APPLICATION:
        return pick(_HARD_CASE, turn)
    if words and missing in _WITH_QUOTE:
        return pick(_WITH_QUOTE[missing], turn).replace("{quote}", quote(words))
    return pick(_WITHOUT[missing], turn)


def plainer_probe(missing: Missing, aspect: Aspect) -> str:
    """The same follow-up in plainer words."""
    if missing is Missing.HARD_CONTEXT and aspect is Aspect.APPLICATION:
        return _HARD_CASE_PLAINER
    return _PLAINER[missing]


# --- the candidate does something else than answer ------------------------------------------------

_EXAMPLE_WANTED = {
    Aspect.APPLICATION: (
        "Any real piece of work will do, large or small, paid or not. "
        "Say what happened and what you did, in your own words."
    ),
    Aspect.KNOWLEDGE: (
        "There's no set answer I'm waiting for. "
        "Say what you know about it, the way you'd tell a colleague."
    ),
}
_STILL_UNCLEAR = "If it doesn't fit anything you've met, say skip and we'll take another one."


def clarification(plainer: str, aspect: Aspect, times: int) -> str:
    """What the question means: the plainer words first, then the kind of reply that is wanted."""
    ladder = (plainer, _EXAMPLE_WANTED[aspect], _STILL_UNCLEAR)
    return next(text for text in ladder[min(times, 2) :] if text)


SCALE_MEANT = (
    "Take the number that fits what you do now: 1, you have heard of it; 2, you do parts of it "
    "with guidance; 3, you do it on your own responsibility; 4, also where it is hard, with others "
    "working under you; 5, senior people come to you about it. It is only where we start from."
)


def unknown_once(plainer: str) -> str:
    """After the first "I don't know": another way in."""
    again = f" Put another way: {plainer}" if plainer else ""
    return f"That's all right.{again} If nothing comes to mind, say skip."


SKIPPED = "All right, we'll leave that one."
SKIPPED_LATER = "All right, we'll come back to it before we finish with this."
ANSWER_STANDS = "All right, your earlier answer stands."
SKIPPED_AGAIN = "We've put that one off once already, so let's leave it."
NOTHING_TO_GO_BACK_TO = "There's no earlier answer on this to go back to yet."


def progress(nth: int, of: int, questions_left: int) -> str:
    """How far we are, when the candidate asks."""
    more = (
        "no more questions"
        if not questions_left
        else (
            "one more question" if questions_left == 1 else f"up to {questions_left} more questions"
        )
    )
    return (
        f"This is competence {nth} of {of}. On this one there are {more} after this, "
        "with a follow-up or two each. You can stop at any point; everything is saved."
    )


AT_RESULTS = "These are the results of this competence: go on, try again, or go back."
END_FOR_GOOD = "To end it for good, type /withdraw. To go on, just answer, or say repeat."


def repeated(text: str) -> str:
    """The question again."""
    return f"I asked: {text}"


def returned(text: str, had_answer: bool) -> str:
    """Back at an earlier turn."""
    if had_answer:
        return (
            f"Back to this one: {text}\n"
            "Your new answer will stand in place of the old one; both are kept. "
            "Skip it, and the old one stands."
        )
    return f"Let's come back to this one: {text}"


def no_answer(act: Act, plainer: str, text: str) -> str:
    """Back at a turn because what was sent was no answer to it."""
    if act in (Act.CLARIFY, Act.DONT_KNOW) and plainer:
        return f"Let me put it another way: {plainer}"
    return f"I took that for something else than an answer, so it isn't rated. I asked: {text}"


def reply(act: Act, state: State) -> str:
    """What is said to a turn that is no answer and needs nothing but a reply."""
    waiting = "the two numbers" if state is State.SELF_RATING else "your answer"
    match act:
        case Act.PAUSE:
            return (
                "All right. Everything you've written is saved. Type /pause to leave, "
                "or carry on whenever it suits you."
            )
        case Act.STOP:
            return (
                "Do you want to end it for good? Type /withdraw and I will. "
                "Type /pause to leave now and go on another day. Or just carry on."
            )
        case Act.RATING_QUERY:
            return (
                "I'll show you what I heard, and what it comes to, when we've finished this "
                f"competence. For now I'm after {waiting}."
            )
        case Act.HELP:
            return (
                "You type, I ask. Each answer is saved on this computer as you send it, and nobody "
                "else sees it unless you hand it over. You can say repeat, skip, go back or pause, "
                "or ask what I mean. Type /help for the list of commands."
            )
        case Act.SMALLTALK:
            return f"Hello, and thank you. I'm listening: {waiting}, whenever you're ready."
        case Act.DISTRESS:
            return (
                "That sounds hard. We can leave it here; everything you've written is saved. "
                "Or take a break and come back to it when it suits you."
            )
        case Act.INSTRUCT:
            return (
                "I can only go by what you tell me about your work. "
                "If that was your answer, send it again as it is."
            )
        case Act.EMPTY:
            return (
                "I couldn't make anything of that. If it was your answer, send it again as it is."
            )
        case _:
            return f"I'm after {waiting}, whenever you're ready."


def misread(aspect: Aspect) -> str:
    """What stands before the candidate's reason for finding an aspect misread."""
    told = "what I did" if aspect is Aspect.APPLICATION else "what I know"
    return f"This was misread, about {told}:"


WAS_THAT_YOUR_ANSWER = (
    "I'm not sure whether that was your answer. If it was, say yes and I'll take it as it stands. "
    "If not, just go on: answer the question, or tell me what you'd like."
)
