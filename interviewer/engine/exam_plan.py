"""What a mock end-point assessment may ask: the framework's plan and the options made into one.

Themes stand where an interview has competences: theme number n is the nth of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from interviewer import __version__
from interviewer.domain import (
    Aspect,
    Competence,
    ExamKind,
    ExamQuestion,
    ExamTerms,
    Framework,
    Method,
    Sign,
    Theme,
    Value,
    WorksFrom,
)
from interviewer.engine.plan import PlanError
from interviewer.record import facts

MODE = "epa"
MINUTE = 60_000  # milliseconds
LONGEST = 480  # minutes


class ExamOptions(Value, frozen=True, kw_only=True):
    """What the candidate chose at the start. Without a method, all of the plan are held in turn.

    ``theme`` makes it a rehearsal of that theme, ``ksb`` a talk about that statement.
    """

    methods: tuple[str, ...] = ()
    minutes: int | None = None
    candidate: str = ""
    theme: str = ""
    ksb: str = ""


class ExamPlan(Value, frozen=True, kw_only=True, dict=True):
    """What the policy needs to decide: the terms, and the questions under them.

    ``scope`` are the numbers of the themes that are asked about. ``themes`` are those of the terms
    in the same order, with the words that tell of each; ``signs`` tell of the KSBs.
    """

    terms: ExamTerms
    scope: tuple[int, ...]
    questions: dict[tuple[str, int], tuple[ExamQuestion, ...]]
    seed: int
    asked_before: dict[str, int] = {}
    themes: tuple[Competence, ...] = ()
    signs: tuple[Sign, ...] = ()

    def pool(self, method: str, theme: int) -> tuple[ExamQuestion, ...]:
        """The questions of one theme and method that may be asked."""
        return self.questions.get((method, theme), ())

    def limit(self, method: str) -> int | None:
        """The time for the questions of a method in milliseconds; None: as long as it takes."""
        if self.terms.minutes is not None:
            return self.terms.minutes * MINUTE
        if self.terms.kind is not ExamKind.EXAM:
            return None
        return self.terms.method(method).minutes * MINUTE

    def extra(self, method: str) -> int:
        """How much longer the last answer may take."""
        limit = self.limit(method) or 0
        return limit * self.terms.method(method).extra_time // 100

    @cached_property
    def by_id(self) -> dict[str, ExamQuestion]:
        """The questions by their ids."""
        return {each.id: each for pool in self.questions.values() for each in pool}


def exam_fact(
    framework: Framework,
    options: ExamOptions,
    bank: Iterable[ExamQuestion],
    interview: str,
    seed: int,
) -> facts.Opened:
    """The first fact of a mock assessment under ``options``.

    Raises:
        PlanError: the framework has no such assessment, or the options do not make one.
    """
    terms = exam_terms(framework, options)
    questions = tuple(bank)
    scope = _scope(terms, questions)
    return facts.Opened(
        interview=interview,
        mode=MODE,
        framework=framework.head.id,
        framework_version=framework.head.version,
        framework_sha256=framework.sha256,
        profile=None,
        profile_title=framework.head.short or framework.head.title,
        candidate=options.candidate,
        length=str(terms.kind),
        aspects=tuple(Aspect),
        competences=scope,
        titles=tuple(terms.theme(number).title for number in scope),
        requirements=(),
        complexity=None,
        seed=seed,
        product=__version__,
        exam=terms,
    )


def exam_terms(framework: Framework, options: ExamOptions) -> ExamTerms:
    """The terms of a mock assessment under ``options``.

    Raises:
        PlanError: as for ``exam_fact``.
    """
    if not (framework.methods and framework.themes and framework.grades):
        raise PlanError(
            f"Framework {framework.head.id} has no end-point assessment to practise for: "
            "that takes methods, grades and themes in its epa.yaml."
        )
    if options.minutes is not None and not 1 <= options.minutes <= LONGEST:
        raise PlanError(f"The minutes are a whole number from 1 to {LONGEST}.")
    if options.theme and options.ksb:
        raise PlanError("Choose a theme or a KSB, not both.")
    kind = ExamKind.REHEARSAL if options.theme else ExamKind.KSB if options.ksb else ExamKind.EXAM
    statements = {ksb.id: ksb.statement for ksb in framework.ksbs}
    only = _only(framework.themes, statements, options)
    return ExamTerms(
        kind=kind,
        methods=_methods(framework.methods, options.methods, kind),
        themes=framework.themes,
        grades=framework.grades,
        overall=framework.overall,
        statements=statements,
        minutes=options.minutes,
        only=only,
    )


def make_exam_plan(
    opened: facts.Opened, bank: Iterable[ExamQuestion], signs: Iterable[Sign] = ()
) -> ExamPlan:
    """The plan of an opened mock assessment, from its first fact, the questions and the signs.

    Raises:
        PlanError: there are no questions for it (any more).
    """
    terms = opened.exam
    if terms is None:
        raise PlanError("This interview is not a mock assessment.")
    numbers = {theme.id: number for number, theme in enumerate(terms.themes, start=1)}
    methods = {method.id for method in terms.methods}
    found: dict[tuple[str, int], tuple[ExamQuestion, ...]] = {}
    everything = tuple(bank)
    for question in everything:
        if question.theme in numbers and question.method in methods and _is_wanted(terms, question):
            key = (question.method, numbers[question.theme])
            found[key] = (*found.get(key, ()), question)
    for method in terms.methods:
        if not any((method.id, number) in found for number in opened.competences):
            raise PlanError(f"There are no questions to ask for the method {method.id}.")
    return ExamPlan(
        terms=terms,
        scope=opened.competences,
        questions=found,
        seed=opened.seed,
        asked_before=opened.asked_before,
        themes=_told_by(
            [(theme.id, theme.title) for theme in terms.themes],
            [(each.theme, each.cues) for each in everything],
        ),
        signs=tuple(sign for sign in signs if sign.ksb in terms.statements),
    )


def _is_wanted(terms: ExamTerms, question: ExamQuestion) -> bool:
    return terms.kind is not ExamKind.KSB or terms.only in question.ksbs


def _scope(terms: ExamTerms, bank: Iterable[ExamQuestion]) -> tuple[int, ...]:
    """The themes that are asked about: all, the one rehearsed, or those that ask for the KSB."""
    if terms.kind is ExamKind.REHEARSAL:
        return (terms.number(terms.only),)
    if terms.kind is ExamKind.EXAM:
        return tuple(range(1, len(terms.themes) + 1))
    asking = {each.theme for each in bank if terms.only in each.ksbs}
    scope = [n for n, theme in enumerate(terms.themes, start=1) if theme.id in asking]
    if not scope:
        raise PlanError(f"No question asks about {terms.only}.")
    return tuple(sorted(scope, key=lambda n: terms.only not in terms.theme(n).ksbs))


def _only(themes: Iterable[Theme], statements: dict[str, str], options: ExamOptions) -> str:
    """The theme or KSB that was asked for, as the plan writes it."""
    known = {theme.id: theme.id for theme in themes}
    what, wanted = "theme", options.theme
    if options.ksb:
        known = {ksb.lower(): ksb for ksb in statements}
        what, wanted = "KSB", options.ksb
    if wanted and wanted.strip().lower() not in known:
        raise PlanError(f'There is no {what} "{wanted}"; there are: {", ".join(known.values())}.')
    return known[wanted.strip().lower()] if wanted else ""


def _methods(
    methods: tuple[Method, ...], named: tuple[str, ...], kind: ExamKind
) -> tuple[Method, ...]:
    """Those that were named, in the order of the plan; else all, or for a rehearsal the talk."""
    known = [method.id for method in methods]
    for name in named:
        if name not in known:
            raise PlanError(f'There is no method "{name}"; there are: {", ".join(known)}.')
    if named:
        return tuple(method for method in methods if method.id in named)
    if kind is ExamKind.EXAM:
        return methods
    talks = [method for method in methods if method.works_from is WorksFrom.PORTFOLIO]
    return tuple((talks or list(methods))[:1])


def _told_by(
    named: Iterable[tuple[str, str]], cues: Iterable[tuple[str, tuple[str, ...]]]
) -> tuple[Competence, ...]:
    """Things (id and title) with the words that tell of them, in the shape that the reader knows.

    Args:
        cues: for each question, the id of the thing that it is about, and its cues.
    """
    words: dict[str, list[str]] = {}
    for about, found in cues:
        words.setdefault(about, []).extend(found)
    return tuple(
        Competence(
            number=number,
            title=title,
            definition=title,
            terms=tuple(dict.fromkeys(words.get(name, ()))),
        )
        for number, (name, title) in enumerate(named, start=1)
    )
