"""Shapes, as authors write them, to the values that the rest of the product uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interviewer.domain import (
    Aspect,
    Autonomy,
    Band,
    Combination,
    Competence,
    Complexity,
    ComplexityFactor,
    ComplexityLevel,
    Condition,
    Confusion,
    DevelopmentStep,
    Duty,
    ExamQuestion,
    Exemplar,
    Factor,
    Framework,
    FrameworkHead,
    Grade,
    Indicator,
    Knowing,
    Ksb,
    Level,
    Method,
    Missing,
    Question,
    RaiseRule,
    Requirement,
    Responsibility,
    RoleProfile,
    Sign,
    Study,
    Theme,
    WorksFrom,
)
from interviewer.framework.cross_checks import bases, in_order
from interviewer.framework.shapes import (
    BandsFile,
    CompetenceFile,
    CrosswalkFile,
    DevelopmentFile,
    DutiesFile,
    EpaFile,
    ExamQuestionsFile,
    FrameworkFile,
    KsbsFile,
    ProbesFile,
    ProfilesFile,
    ProfileShape,
    QuestionsFile,
    QuestionShape,
    RaiseRuleShape,
    SignsFile,
    StudyFile,
)
from interviewer.framework.sources import Source

# The follow-ups of a framework: what may be asked about a competence when something is missing.
Probes = dict[tuple[int, Aspect, Missing], tuple[str, ...]]


def build_head(shape: FrameworkFile) -> FrameworkHead:
    """What a list of frameworks shows of this one."""
    return FrameworkHead(
        id=shape.id,
        title=shape.title,
        version=shape.version,
        source=shape.source,
        licence=shape.licence,
        attribution=shape.attribution or "",
        note=shape.note or "",
        short=shape.short or "",
    )


def build_framework(
    head: FrameworkFile, source: Source, crosswalk: CrosswalkFile | None, sha256: str
) -> Framework:
    """The framework in ``source``, which has no problems; its questions are not part of it."""
    shapes = sorted((each.shape for each in source.competences), key=lambda each: each.number)
    numbers = [shape.number for shape in shapes]
    ksbs_of = _ksbs_of(head.id, crosswalk)
    return Framework(
        head=build_head(head),
        sha256=sha256,
        scale=tuple(_scale(head)),
        complexities=tuple(_complexities(head)),
        factors=tuple(_factors(head)),
        competences=tuple(_competence(shape, ksbs_of) for shape in shapes),
        profiles=_profiles(source.profiles.shape, numbers) if source.profiles else (),
        duties=tuple(_duties(source.duties.shape)) if source.duties else (),
        ksbs=tuple(_ksbs(source.ksbs.shape, head.id, crosswalk)) if source.ksbs else (),
        methods=tuple(_methods(source.epa.shape)) if source.epa else (),
        grades=tuple(_grades(source.epa.shape)) if source.epa else (),
        overall=tuple(_overall(source.epa.shape)) if source.epa else (),
        themes=tuple(_themes(source.epa.shape)) if source.epa else (),
        bands=tuple(_bands(source.bands.shape)) if source.bands else (),
        responsibilities=(
            tuple(_responsibilities(source.bands.shape, head.id, crosswalk)) if source.bands else ()
        ),
    )


def build_questions(framework_id: str, shape: QuestionsFile) -> Iterator[Question]:
    """The questions about one competence."""
    for question in shape.questions:
        yield _question(framework_id, shape.competence, question)


def build_signs(shape: SignsFile) -> Iterator[Sign]:
    """The words that KSBs are recognised by."""
    for each in shape.signs:
        beside = tuple(tuple(words) for words in each.beside)
        yield Sign(ksb=each.ksb, says=tuple(each.says), beside=beside)


def build_probes(shape: ProbesFile) -> Probes:
    """The follow-ups about one competence."""
    parts = {Aspect.APPLICATION: shape.application, Aspect.KNOWLEDGE: shape.knowledge}
    return {
        (shape.competence, aspect, Missing(kind)): tuple(getattr(part, kind))
        for aspect, part in parts.items()
        for kind in part.__struct_fields__
    }


def build_study(shape: StudyFile) -> Study:
    """What there is to learn from about one competence; exemplars from the lowest level up."""
    exemplars = (
        Exemplar(
            aspect=Aspect(each.aspect),
            level=each.level,
            question=each.question,
            answer=each.answer,
            shows=each.shows,
        )
        for each in shape.exemplars
    )
    return Study(
        competence=shape.competence,
        note=shape.note,
        confusions=tuple(
            Confusion(these=tuple(each.these), difference=each.difference)
            for each in shape.confusions
        ),
        exemplars=tuple(sorted(exemplars, key=lambda each: (each.aspect, each.level))),
    )


def build_development(shape: DevelopmentFile) -> Iterator[DevelopmentStep]:
    """The steps from level to level in one competence."""
    for each in shape.steps:
        yield DevelopmentStep(
            competence=shape.competence,
            aspect=Aspect(each.aspect),
            to=each.to,
            looks_like=each.looks_like,
            actions=tuple(each.actions),
            ask_mentor=each.ask_mentor,
        )


def build_exam_questions(framework_id: str, shape: ExamQuestionsFile) -> Iterator[ExamQuestion]:
    """The exam questions on one theme."""
    for each in shape.questions:
        yield ExamQuestion(
            id=each.id,
            framework=framework_id,
            theme=shape.theme,
            method=each.method,
            aspect=Aspect(each.aspect),
            complexity=Complexity(each.complexity),
            text=each.text,
            plainer=each.plainer,
            ksbs=tuple(each.ksbs),
            follow_ups=tuple(each.follow_ups),
            passing=tuple(each.passing),
            distinction=tuple(each.distinction),
            taking_up=each.taking_up or "",
            cues=tuple(each.cues),
        )


def _question(framework_id: str, competence: int, shape: QuestionShape) -> Question:
    return Question(
        id=shape.id,
        framework=framework_id,
        competence=competence,
        aspect=Aspect(shape.aspect),
        complexity=Complexity(shape.complexity),
        factors=tuple(Factor(factor) for factor in shape.factors),
        text=shape.text,
        plainer=shape.plainer,
        looks_for=tuple(Indicator(level=each.level, sign=each.sign) for each in shape.looks_for),
        key_ideas=tuple(shape.key_ideas),
        ksbs=tuple(shape.ksbs),
        sector=shape.sector,
    )


def _scale(head: FrameworkFile) -> Iterator[Level]:
    for each in head.scale:
        yield Level(
            level=each.level,
            name=each.name,
            application=each.application,
            knowledge=each.knowledge,
        )


def _complexities(head: FrameworkFile) -> Iterator[ComplexityLevel]:
    for each in head.complexities:
        yield ComplexityLevel(id=Complexity(each.id), name=each.name, description=each.description)


def _factors(head: FrameworkFile) -> Iterator[ComplexityFactor]:
    for each in head.factors:
        yield ComplexityFactor(
            id=Factor(each.id), name=each.name, low=each.low, some=each.some, high=each.high
        )


def _ksbs_of(framework_id: str, crosswalk: CrosswalkFile | None) -> dict[int, list[str]]:
    """The KSBs that bear on each competence: the crosswalk read backwards."""
    found: dict[int, list[str]] = {}
    if crosswalk is None or crosswalk.competences_of != framework_id:
        return found
    for walk in crosswalk.ksbs:
        for link in walk.links:
            for number in link.competences:
                found.setdefault(number, []).append(link.ksb)
    return {number: in_order(set(ksbs)) for number, ksbs in found.items()}


def _competence(shape: CompetenceFile, ksbs_of: dict[int, list[str]]) -> Competence:
    return Competence(
        number=shape.number,
        title=shape.title,
        definition=shape.definition,
        terms=tuple(shape.terms),
        ksbs=tuple(ksbs_of.get(shape.number, ())),
    )


def _profiles(shape: ProfilesFile, numbers: Iterable[int]) -> tuple[RoleProfile, ...]:
    return tuple(_profile(bases(each, shape.profiles), numbers) for each in shape.profiles)


def _profile(chain: list[ProfileShape], numbers: Iterable[int]) -> RoleProfile:
    """A role from its own shape and those that it is based on, the nearest first.

    The requirements are those of the last; conditions and rules add up, the base's first.
    """
    own, base = chain[0], chain[-1]
    given = {each.competence: each for each in base.requirements}
    requirements = []
    for number in numbers:
        each = given.get(number)
        requirements.append(
            Requirement(
                competence=number,
                application=each.application if each else None,
                knowledge=each.knowledge if each else None,
                only=each.only if each else None,
            )
        )
    return RoleProfile(
        id=own.id,
        title=own.title,
        requirements=tuple(requirements),
        rules=tuple(_rule(rule) for each in reversed(chain) for rule in each.rules),
        conditions=tuple(
            Condition(id=condition.id, question=condition.question)
            for each in reversed(chain)
            for condition in each.conditions
        ),
        note=own.note or "",
    )


def _rule(shape: RaiseRuleShape) -> RaiseRule:
    return RaiseRule(
        application=shape.application,
        knowledge=shape.knowledge,
        always=tuple(shape.always),
        choose_from=tuple(shape.choose_from),
        at_least=shape.at_least,
        minimum=shape.minimum,
    )


def _duties(shape: DutiesFile) -> Iterator[Duty]:
    for each in sorted(shape.duties, key=lambda duty: duty.number):
        yield Duty(number=each.number, statement=each.statement, ksbs=tuple(each.ksbs))


def _ksbs(shape: KsbsFile, framework_id: str, crosswalk: CrosswalkFile | None) -> Iterator[Ksb]:
    walks = crosswalk.ksbs if crosswalk else []
    linked = {
        link.ksb: tuple(link.competences)
        for walk in walks
        if walk.framework == framework_id
        for link in walk.links
    }
    kinds = (("knowledge", shape.knowledge), ("skill", shape.skills))
    for kind, statements in (*kinds, ("behaviour", shape.behaviours)):
        for each in statements:
            competences = linked.get(each.id, ())
            yield Ksb(id=each.id, kind=kind, statement=each.statement, competences=competences)


def _methods(shape: EpaFile) -> Iterator[Method]:
    for each in shape.methods:
        yield Method(
            id=each.id,
            title=each.title,
            minutes=each.minutes,
            questions=each.questions,
            default=each.default,
            note=each.note or "",
            works_from=WorksFrom(each.works_from),
            presentation_minutes=each.presentation_minutes,
            extra_time=each.extra_time,
        )


def _grades(shape: EpaFile) -> Iterator[Grade]:
    for each in shape.grades:
        yield Grade(
            id=each.id,
            title=each.title,
            shows=each.shows,
            doing=Autonomy(each.doing),
            knowing=Knowing(each.knowing),
            of_themes=each.of_themes,
            least_words=each.least_words,
            default=each.default,
        )


def _overall(shape: EpaFile) -> Iterator[Combination]:
    if shape.overall is None:
        return
    for each in shape.overall.table:
        yield Combination(
            grades=dict(each.grades), overall=each.overall, default=shape.overall.default
        )


def _themes(shape: EpaFile) -> Iterator[Theme]:
    for each in shape.themes:
        yield Theme(id=each.id, title=each.title, ksbs=tuple(each.ksbs), grouping=shape.grouping)


def _bands(shape: BandsFile) -> Iterator[Band]:
    for each in shape.bands:
        yield Band(
            band=each.band,
            complexity=each.complexity,
            reading=each.reading,
            entry=each.entry,
            qualifications=tuple(each.qualifications),
            note=each.note or "",
        )


def _responsibilities(
    shape: BandsFile, framework_id: str, crosswalk: CrosswalkFile | None
) -> Iterator[Responsibility]:
    walks = crosswalk.areas if crosswalk else []
    linked = {
        link.area: tuple(link.competences)
        for walk in walks
        if walk.framework == framework_id
        for link in walk.links
    }
    for each in shape.responsibilities:
        competences = linked.get(each.area, ())
        yield Responsibility(area=each.area, bands=each.bands, competences=competences)
