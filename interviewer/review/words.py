"""Ratings, facets and gaps in plain words, the same in every front end and file."""

from __future__ import annotations

from interviewer.domain import Aspect, Evidence, Missing, Notice

LEVEL_NAMES = ("Not demonstrated", "Aware", "Practised", "Competent", "Proficient", "Expert")

_SHOWS = {
    ("autonomy", "assisted"): "a part under someone's guidance",
    ("autonomy", "led"): "your own responsibility",
    ("autonomy", "supervised"): "others working under your guidance",
    ("autonomy", "sought"): "others come to you for advice",
    ("complexity", "low"): "a simple situation",
    ("complexity", "some"): "a situation with some difficulty",
    ("complexity", "high"): "a complex situation",
    ("knowledge", "aware"): "you have heard of it",
    ("knowledge", "describes"): "what it is",
    ("knowledge", "explains"): "why, or how the parts link",
    ("knowledge", "evaluates"): "limits and alternatives weighed",
    ("knowledge", "originates"): "something of your own making",
}

_NOT_HEARD = {
    Missing.OCCASION: "one real occasion, and what you did in it",
    Missing.OWN_PART: "which part was your own",
    Missing.LED: "who decided, and whose responsibility it was",
    Missing.COMPLEXITY: "how clear, large or contested the situation was",
    Missing.SUPERVISED: "whether you guided others in this, and how",
    Missing.SOUGHT: "whether others, senior people among them, come to you for advice on it",
    Missing.DESCRIBES: "what it is, and what belongs to it",
    Missing.EXPLAINS: "why it is done, and how its parts link",
    Missing.EVALUATES: "where the usual approach falls short, and what you'd do instead",
    Missing.HARD_CONTEXT: "how it works where aims are disputed or much is uncertain",
    Missing.ORIGINATES: "a way of doing it that you developed, or taught others",
}

_NOTICES = {
    Notice.TOO_LITTLE: "Too short to show anything by itself.",
    Notice.NOT_RELEVANT: "About something else than this competence, as far as I can tell.",
    Notice.HYPOTHETICAL: "What you would do, rather than what you did.",
    Notice.DENIED: "What you have not done or do not know.",
    Notice.COPIED_QUESTION: "The question's own words.",
    Notice.REPEATED: "Said before, so counted once.",
    Notice.BARE_CLAIM: "A claim about yourself without an occasion behind it.",
    Notice.LISTED: "A list of terms without saying what was done with them.",
    Notice.INSTRUCTION: "Addressed to the assessor, so not evidence.",
    Notice.NOT_AN_ANSWER: "Not an answer, so not rated.",
    Notice.NOT_READABLE: "I couldn't read this as language.",
}


def level_name(level: int | None) -> str:
    """The name of a level; None is "Not rated"."""
    return "Not rated" if level is None else LEVEL_NAMES[level]


def rating_in_words(level: int | None, span: tuple[int, int] | None) -> str:
    """A rating with its span, such as ``3 Competent (plausibly 3 to 4)``."""
    if level is None:
        return "Not rated"
    text = f"{level} {LEVEL_NAMES[level]}"
    if span and span[0] != span[1]:
        text += f" (plausibly {span[0]} to {span[1]})"
    return text


def shows(evidence: Evidence) -> str | None:
    """What a quote shows, in plain words; None for facets that are only kept for the trace."""
    return _SHOWS.get((evidence.facet, evidence.value))


def not_heard(missing: Missing, aspect: Aspect) -> str:
    """What was not heard yet, in plain words."""
    if missing is Missing.HARD_CONTEXT and aspect is Aspect.APPLICATION:
        return "the same in a harder situation, contested or uncertain"
    return _NOT_HEARD[missing]


def notice_in_words(notice: Notice) -> str:
    """Why something was not admitted."""
    return _NOTICES[notice]
