"""What may be asked, in which order: a role profile and options made into a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from interviewer import __version__
from interviewer.domain import (
    Aspect,
    Competence,
    Complexity,
    Framework,
    InterviewerError,
    Level,
    Measure,
    Missing,
    Question,
    RaiseRule,
    Requirement,
    RoleProfile,
    Value,
)
from interviewer.record import facts

LENGTHS = ("short", "standard", "full")
QUESTIONS_PER_ASPECT = {"short": 1, "standard": 2, "full": 3}
SHORT_COMPETENCES = 5
STANDARD_COMPETENCES = 10  # of a role that is not measured by ratings
CORE_LEVEL = 3  # a standard interview covers what the role asks for at this level or above
DEFAULT_TARGET = 3  # where a role asks for nothing, questions start as for "competent"
MAX_PROBES = 3  # so that a thread has at most four turns


class PlanError(InterviewerError):
    """The options do not make an interview."""


class Options(Value, frozen=True, kw_only=True):
    """What the candidate chose at the start. ``conditions`` answers the profile's own questions.

    ``choices`` are for the role's own rules, or else for those of the next role.
    """

    profile: str | None = None
    competences: tuple[int, ...] = ()
    aspects: tuple[Aspect, ...] = (Aspect.APPLICATION, Aspect.KNOWLEDGE)
    complexity: Complexity | None = None
    length: str = "standard"
    candidate: str = ""
    conditions: dict[str, bool] = {}
    choices: tuple[int, ...] = ()
    next_profile: str | None = None


class Plan(Value, frozen=True, kw_only=True):
    """What the policy needs to decide: who is asked about what, and with which questions."""

    competences: tuple[Competence, ...]
    requirements: dict[int, Requirement]
    aspects: tuple[Aspect, ...]
    questions: dict[tuple[int, Aspect, Complexity], tuple[Question, ...]]
    scale: tuple[Level, ...]
    complexity: Complexity | None
    questions_per_aspect: int
    seed: int
    aim: int | None = None
    probes: dict[tuple[int, Aspect, Missing], tuple[str, ...]] = {}

    def competence(self, number: int) -> Competence:
        """The planned competence with ``number``."""
        return next(c for c in self.competences if c.number == number)

    def target(self, number: int, aspect: Aspect) -> int:
        """The rating that questions aim at: the role's, its aim, or competent where it has none."""
        requirement = self.requirements.get(number)
        asked = requirement.rating(aspect) if requirement else None
        return asked or self.aim or DEFAULT_TARGET

    def cell(self, number: int, aspect: Aspect, complexity: Complexity) -> tuple[Question, ...]:
        """The questions of one cell of the bank."""
        return self.questions.get((number, aspect, complexity), ())


def requirements(
    profile: RoleProfile, conditions: dict[str, bool], choices: Collection[int]
) -> tuple[Requirement, ...]:
    """The requirements of a role for one candidate.

    Args:
        conditions: the answers to the profile's own questions; one not answered counts as no.
        choices: the competences that the candidate chose where a rule leaves a choice.

    Raises:
        PlanError: the choices do not satisfy a rule; the sentence says what does.
    """
    wanted = tuple(
        replace(item, application=None, knowledge=None)
        if item.only and not conditions.get(item.only, False)
        else item
        for item in profile.requirements
    )
    for rule in profile.rules:
        wanted = _raised(wanted, rule, choices)
    if choices and not profile.rules:
        raise PlanError(f'The role "{profile.title}" has no competences to choose; leave them out.')
    return wanted


def next_requirements(
    profile: RoleProfile, conditions: dict[str, bool], choices: Collection[int]
) -> tuple[Requirement, ...]:
    """The requirements of the role that comes after; choices that are still open raise nothing."""
    try:
        return requirements(profile, conditions, choices)
    except PlanError:
        settled = tuple(
            replace(rule, choose_from=(), at_least=0, minimum=0) for rule in profile.rules
        )
        return requirements(replace(profile, rules=settled), conditions, ())


def _raised(
    wanted: tuple[Requirement, ...], rule: RaiseRule, choices: Collection[int]
) -> tuple[Requirement, ...]:
    others = [number for number in choices if number not in rule.always]
    strange = [number for number in others if number not in rule.choose_from]
    chosen = {*rule.always, *others}
    if strange or len(others) < rule.at_least or len(chosen) < rule.minimum:
        wrong = f"{_numbers(strange)} can't be chosen. " if strange else ""
        raise PlanError(
            f"{wrong}This role asks for level {rule.application} in at least {rule.minimum} "
            f"competences: {_numbers(rule.always)}, and at least {rule.at_least} of "
            f"{_numbers(rule.choose_from)}. Choose yours from that list."
        )
    return tuple(
        replace(item, application=rule.application, knowledge=rule.knowledge)
        if item.competence in chosen
        else item
        for item in wanted
    )


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))


def choose_competences(
    wanted: Sequence[Requirement],
    length: str,
    named: Sequence[int],
    known: Collection[int],
    measures: Measure = Measure.RATINGS,
) -> tuple[int, ...]:
    """The competences of an interview, in the order in which they are taken.

    Those the candidate named; else, by length: the five that matter most to the role (highest
    ratings asked for), those asked for at competent or above, or all that the role asks for. A role
    that is not measured by ratings says itself what matters most: the first five, ten, or all.

    Raises:
        PlanError: a named competence is not known, or nothing is left to ask about.
    """
    for number in named:
        if number not in known:
            raise PlanError(f"There is no competence {number}; there are {_numbers(known)}.")
    if named:
        return tuple(dict.fromkeys(named))
    if wanted and measures is not Measure.RATINGS:
        most = {"short": SHORT_COMPETENCES, "standard": STANDARD_COMPETENCES}.get(length)
        return tuple(sorted(item.competence for item in wanted[:most]))
    asked = [item for item in wanted if item.application or item.knowledge]
    if not wanted:
        asked = [Requirement(competence=n, application=3, knowledge=3) for n in sorted(known)]
    if length == "short":
        ranked = sorted(asked, key=lambda item: (-_weight(item), item.competence))
        asked = sorted(ranked[:SHORT_COMPETENCES], key=lambda item: item.competence)
    elif length == "standard":
        asked = [item for item in asked if _top(item) >= CORE_LEVEL] or asked
    if not asked:
        raise PlanError("This role asks for no competences; name some with --competence.")
    return tuple(item.competence for item in asked)


def _weight(item: Requirement) -> int:
    return (item.application or 0) + (item.knowledge or 0)


def _top(item: Requirement) -> int:
    return max(item.application or 0, item.knowledge or 0)


def open_fact(framework: Framework, options: Options, interview: str, seed: int) -> facts.Opened:
    """The first fact of an interview under ``options``, as if it were the candidate's first.

    Raises:
        PlanError: the options do not make an interview.
    """
    if options.length not in LENGTHS:
        raise PlanError(f'There is no length "{options.length}"; there are {", ".join(LENGTHS)}.')
    if not framework.competences:
        raise PlanError(f"Framework {framework.head.id} has no competences to ask about.")
    profile = framework.profile(options.profile) if options.profile else None
    later = framework.profile(options.next_profile) if options.next_profile else None
    for_next = bool(later and later.rules and profile and not profile.rules)
    choices = () if for_next else options.choices
    wanted = requirements(profile, options.conditions, choices) if profile else ()
    after = next_requirements(later, options.conditions, options.choices) if later else ()
    known = {competence.number for competence in framework.competences}
    measures = profile.measures if profile else Measure.RATINGS
    numbers = choose_competences(wanted, options.length, options.competences, known, measures)
    return facts.Opened(
        interview=interview,
        mode="practice",
        framework=framework.head.id,
        framework_version=framework.head.version,
        framework_sha256=framework.sha256,
        profile=profile.id if profile else None,
        profile_title=profile.title if profile else "",
        candidate=options.candidate,
        length=options.length,
        aspects=options.aspects,
        competences=numbers,
        titles=tuple(framework.competence(number).title for number in numbers),
        requirements=tuple(item for item in wanted if item.competence in numbers),
        complexity=options.complexity,
        seed=seed,
        product=__version__,
        measures=measures,
        described_in=profile.described_in if profile else "",
        aim=profile.aim if profile else None,
        next_profile=later.id if later else None,
        next_title=later.title if later else "",
        next_requirements=tuple(item for item in after if item.competence in numbers),
    )


def make_plan(
    opened: facts.Opened,
    framework: Framework,
    bank: Iterable[Question],
    probes: dict[tuple[int, Aspect, Missing], tuple[str, ...]] | None = None,
) -> Plan:
    """The plan of an opened interview, from its first fact and the framework.

    Args:
        bank: the questions about the interview's competences.
        probes: the follow-ups that were written for them, if any were.

    Raises:
        PlanError: the framework no longer has what the interview was opened with.
    """
    known = {competence.number: competence for competence in framework.competences}
    gone = [number for number in opened.competences if number not in known]
    if gone:
        raise PlanError(
            f"This interview asks about competence {_numbers(gone)}, which framework "
            f"{framework.head.id} {framework.head.version} does not have."
        )
    questions = _by_cell(bank)
    _require_questions(opened, questions)
    return Plan(
        competences=tuple(known[number] for number in opened.competences),
        requirements={item.competence: item for item in opened.requirements},
        aspects=opened.aspects,
        questions=questions,
        scale=framework.scale,
        complexity=opened.complexity,
        questions_per_aspect=QUESTIONS_PER_ASPECT[opened.length],
        seed=opened.seed,
        aim=opened.aim,
        probes=probes or {},
    )


def _by_cell(
    bank: Iterable[Question],
) -> dict[tuple[int, Aspect, Complexity], tuple[Question, ...]]:
    cells: dict[tuple[int, Aspect, Complexity], tuple[Question, ...]] = {}
    for question in bank:
        key = (question.competence, question.aspect, question.complexity)
        cells[key] = (*cells.get(key, ()), question)
    return cells


def _require_questions(
    opened: facts.Opened, questions: dict[tuple[int, Aspect, Complexity], tuple[Question, ...]]
) -> None:
    complexities = [opened.complexity] if opened.complexity else list(Complexity)
    for number in opened.competences:
        for aspect in opened.aspects:
            if not any((number, aspect, complexity) in questions for complexity in complexities):
                at = f" at complexity {opened.complexity}" if opened.complexity else ""
                raise PlanError(
                    f"The question bank has no {aspect} question on competence {number}{at}."
                )


def decode_competences(text: str) -> tuple[int, ...]:
    """Competence numbers as people type them: ``9, 12 and 19`` or ``9 12 19``.

    Raises:
        PlanError: there is something else in the text.
    """
    words = text.replace(",", " ").replace("and", " ").split()
    try:
        return tuple(msgspec.convert(words, tuple[int, ...], strict=False))
    except msgspec.ValidationError:
        raise PlanError(f'"{text}" is not a list of numbers, such as 9, 12, 19.') from None
