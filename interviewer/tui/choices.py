"""What the set-up form means: pure functions from the form and a framework to options and words."""

from __future__ import annotations

from msgspec.structs import replace

from interviewer.domain import (
    Aspect,
    Complexity,
    Condition,
    Framework,
    InterviewerError,
    RoleProfile,
    Value,
)
from interviewer.engine.plan import LENGTHS, QUESTIONS_PER_ASPECT, Options, open_fact
from interviewer.record.facts import Opened
from interviewer.safe_text import for_one_line

MINUTES_A_QUESTION = 4  # with its follow-ups
MAX_NAME = 200
BOTH = (Aspect.APPLICATION, Aspect.KNOWLEDGE)


class Form(Value, frozen=True, kw_only=True):
    """What has been filled in so far. ``own``: the candidate names the competences."""

    profile: str | None = None
    next_profile: str | None = None
    own: bool = False
    competences: tuple[int, ...] = ()
    choices: tuple[int, ...] = ()
    conditions: dict[str, bool] = {}
    length: str = "standard"
    aspects: tuple[Aspect, ...] = BOTH
    complexity: Complexity | None = None
    candidate: str = ""


class Choice(Value, frozen=True, kw_only=True):
    """A choice that a role leaves to the candidate, and what it still lacks.

    A next role can wait for its choice: then nothing is lacking.
    """

    text: str
    competences: tuple[tuple[int, str], ...]
    lacking: int


def form_of(options: Options) -> Form:
    """The form as filled in by options from the command line."""
    return Form(
        profile=options.profile,
        next_profile=options.next_profile,
        own=bool(options.competences) or options.profile is None,
        competences=options.competences,
        choices=options.choices,
        conditions=options.conditions,
        length=options.length if options.length in LENGTHS else "standard",
        aspects=options.aspects,
        complexity=options.complexity,
        candidate=options.candidate,
    )


def options_of(framework: Framework, form: Form) -> Options:
    """The options that the form stands for; what is hidden in it counts for nothing."""
    asked = {condition.id for condition in conditions(framework, form)}
    return Options(
        profile=form.profile,
        next_profile=form.next_profile if form.profile else None,
        competences=tuple(sorted(form.competences)) if chooses(form) else (),
        choices=form.choices if choice(framework, form) else (),
        conditions={key: yes for key, yes in form.conditions.items() if key in asked},
        length=form.length,
        aspects=form.aspects,
        complexity=form.complexity,
        candidate=for_one_line(form.candidate),
    )


def chooses(form: Form) -> bool:
    """Whether the candidate names the competences: by choice, or because there is no role."""
    return form.own or form.profile is None


def problem(framework: Framework, form: Form) -> str:
    """The first thing that keeps the form from being an interview, as a sentence; or nothing."""
    wanting = choice(framework, form)
    if wanting and wanting.lacking:
        return f"Choose {wanting.lacking} more of the competences that you are strong in."
    if chooses(form) and not form.competences:
        return "Choose at least one competence to talk about."
    if len(form.candidate) > MAX_NAME:
        return f"A name has at most {MAX_NAME} characters."
    opened = _opened(framework, form)
    return opened if isinstance(opened, str) else ""


def summary(framework: Framework, form: Form) -> str:
    """What the interview will be like."""
    opened = _opened(framework, form)
    return "" if isinstance(opened, str) else _effort(opened)


def length_text(framework: Framework, form: Form, length: str) -> str:
    """What a length means with the rest of the form as it is."""
    opened = _opened(framework, replace(form, length=length, choices=_enough(framework, form)))
    most = QUESTIONS_PER_ASPECT[length]
    each = "1 question each" if most == 1 else f"up to {most} questions each"
    what = each if isinstance(opened, str) else f"{_count(opened)}, {each}"
    return f"{length.capitalize():<10}{what}"


def _effort(opened: Opened) -> str:
    questions = len(opened.competences) * len(opened.aspects) * QUESTIONS_PER_ASPECT[opened.length]
    minutes = questions * MINUTES_A_QUESTION
    sittings = " You can stop at any point and go on another day." if minutes > 60 else ""
    return f"{_count(opened)}, {_about(minutes)} in all.{sittings}"


def _count(opened: Opened) -> str:
    count = len(opened.competences)
    return "1 competence" if count == 1 else f"{count} competences"


def _about(minutes: int) -> str:
    if minutes < 90:
        return f"about {minutes} minutes"
    return f"up to {(minutes + 30) // 60} hours"


def _opened(framework: Framework, form: Form) -> Opened | str:
    if chooses(form) and not form.competences:
        return "No competence is chosen yet."
    options = Options(
        profile=form.profile,
        competences=tuple(sorted(form.competences)) if chooses(form) else (),
        choices=form.choices if _rules(framework, form) else (),
        conditions=form.conditions,
        length=form.length,
        aspects=form.aspects,
        complexity=form.complexity,
    )
    try:
        return open_fact(framework, options, "", 0)
    except InterviewerError as error:
        return str(error)


# --- what a role asks of the candidate ------------------------------------------------------------


def profile_of(framework: Framework, form: Form) -> RoleProfile | None:
    """The role of the form."""
    return framework.profile(form.profile) if form.profile else None


def _rules(framework: Framework, form: Form) -> bool:
    profile = profile_of(framework, form)
    return bool(profile and profile.rules)


def leaves_choice(framework: Framework, form: Form) -> bool:
    """Whether the role itself, and not only the next one, leaves a choice."""
    return _rules(framework, form)


def choice(framework: Framework, form: Form) -> Choice | None:
    """The choice that the role leaves, or else the next role, if one of them leaves any."""
    profile = profile_of(framework, form)
    if profile is None:
        return None
    if profile.rules:
        lacking = max(_needed(profile) - len(_chosen(profile, form.choices)), 0)
        more = "Enough are chosen." if not lacking else f"{lacking} still to choose."
        return _choice_of(framework, profile, f"This role asks for more in {{}}. {more}", lacking)
    later = framework.profile(form.next_profile) if form.next_profile else None
    if later is None or not later.rules:
        return None
    text = "Your next role asks for more in {}. You can leave the choice for later."
    return _choice_of(framework, later, text, 0)


def _choice_of(framework: Framework, profile: RoleProfile, text: str, lacking: int) -> Choice:
    always = sorted({number for rule in profile.rules for number in rule.always})
    fixed = " and ".join(_title(framework, number) for number in always)
    return Choice(
        text=text.format(f"{fixed}, and in others that you choose"),
        competences=tuple((n, _title(framework, n)) for n in sorted(_open_to_choice(profile))),
        lacking=lacking,
    )


def _open_to_choice(profile: RoleProfile) -> set[int]:
    return {number for rule in profile.rules for number in rule.choose_from}


def _chosen(profile: RoleProfile, choices: tuple[int, ...]) -> set[int]:
    return set(choices) & _open_to_choice(profile)


def _needed(profile: RoleProfile) -> int:
    return max((max(r.at_least, r.minimum - len(r.always)) for r in profile.rules), default=0)


def _enough(framework: Framework, form: Form) -> tuple[int, ...]:
    """The choices of the form, filled up so that an effort can be told before they are made."""
    profile = profile_of(framework, form)
    if profile is None or not profile.rules:
        return form.choices
    chosen = _chosen(profile, form.choices)
    spare = sorted(_open_to_choice(profile) - chosen)
    return (*sorted(chosen), *spare[: max(_needed(profile) - len(chosen), 0)])


def conditions(framework: Framework, form: Form) -> tuple[Condition, ...]:
    """The role's own questions whose answer would change the interview."""
    profile = profile_of(framework, form)
    return tuple(c for c in profile.conditions if _matters(framework, form, c)) if profile else ()


def _matters(framework: Framework, form: Form, condition: Condition) -> bool:
    filled = replace(form, choices=_enough(framework, form))
    yes, no = (
        _opened(framework, replace(filled, conditions={**form.conditions, condition.id: answer}))
        for answer in (True, False)
    )
    return yes != no


def competences(framework: Framework) -> tuple[tuple[int, str], ...]:
    """All competences, by number."""
    return tuple((c.number, _title(framework, c.number)) for c in framework.competences)


def _title(framework: Framework, number: int) -> str:
    return f"{for_one_line(framework.competence(number).title)} ({number})"
