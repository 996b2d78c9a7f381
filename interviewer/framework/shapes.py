"""The shapes of the framework files, as authors write them.

Each YAML file has one shape here, chosen by its place:

    <framework>/framework.yaml        FrameworkFile
    <framework>/profiles.yaml         ProfilesFile           (optional)
    <framework>/competences/*.yaml    CompetenceFile         (optional, one competence a file)
    <framework>/questions/*.yaml      QuestionsFile          (optional, one competence a file)
    <framework>/probes/*.yaml         ProbesFile             (optional, one competence a file)
    <framework>/study/*.yaml          StudyFile              (optional, one competence a file)
    <framework>/development/*.yaml    DevelopmentFile        (optional, one competence a file)
    <framework>/exam-questions/*.yaml ExamQuestionsFile      (optional, one theme a file)
    <framework>/ids.yaml              IdsFile                (optional)
    <framework>/duties.yaml           DutiesFile             (optional)
    <framework>/ksbs.yaml             KsbsFile               (optional)
    <framework>/epa.yaml              EpaFile                (optional)
    <framework>/signs.yaml            SignsFile              (optional)
    <framework>/bands.yaml            BandsFile              (optional)
    crosswalk.yaml                    CrosswalkFile          (optional)

The strict reading of the files and their JSON Schemas both come from these shapes. Docstrings and
``Meta`` descriptions are what an editor shows to an author.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Text = Annotated[str, Meta(min_length=1, max_length=4000, description="Text, in our own words.")]
_LINE, _ID = r"^[^\n]*$", r"^[a-z0-9][a-z0-9.\-]{0,63}$"
Line = Annotated[str, Meta(min_length=1, max_length=300, pattern=_LINE, description="One line.")]
Id = Annotated[str, Meta(pattern=_ID, description="Lower-case letters, digits, dots, hyphens.")]
KsbId = Annotated[str, Meta(pattern=r"^[KSB][1-9][0-9]?$", description="A KSB, such as K23.")]
Number = Annotated[int, Meta(ge=1, le=999, description="A number, from 1.")]
LevelNumber = Annotated[int, Meta(ge=0, le=5, description="0 not demonstrated to 5 expert.")]
ShownLevel = Annotated[int, Meta(ge=1, le=5, description="1 aware to 5 expert.")]
RaisedLevel = Annotated[int, Meta(ge=2, le=5, description="The level that a step leads to.")]
ComplexityId = Literal["low", "some", "high"]
FactorId = Literal["objectives", "risk", "novelty", "interfaces"]
AspectId = Literal["application", "knowledge"]
Sector = Literal[
    "health",
    "local-government",
    "central-government",
    "construction",
    "rail",
    "it",
    "finance",
    "charity",
    "university",
    "retail",
    "energy",
    "defence",
    "events",
]


class Shape(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the file shapes: unknown keys are problems."""


class LevelShape(Shape, frozen=True, kw_only=True):
    """One step of the rating scale."""

    level: LevelNumber
    name: Line
    application: Text
    knowledge: Text


class ComplexityShape(Shape, frozen=True, kw_only=True):
    """What a complexity means."""

    id: ComplexityId
    name: Line
    description: Text


class FactorShape(Shape, frozen=True, kw_only=True):
    """A factor of complexity and how it looks at each complexity."""

    id: FactorId
    name: Line
    low: Text
    some: Text
    high: Text


class BankShape(Shape, frozen=True, kw_only=True):
    """What the questions of a framework promise; `interviewer check` holds them to it."""

    questions_a_cell: Annotated[
        int, Meta(ge=1, le=99, description="Least questions a competence, aspect and complexity.")
    ] = 1
    questions_a_ksb: Annotated[
        int, Meta(ge=1, le=99, description="Least exam questions that can evidence a KSB.")
    ] = 1
    alike_at_most: Annotated[
        int,
        Meta(ge=1, le=100, description="Most words, in per cent, that two questions may share."),
    ] = 50


class FrameworkFile(Shape, frozen=True, kw_only=True):
    """What a framework is, where it comes from, and under which licence its text may be used."""

    id: Id
    title: Line
    short: Line | None = None
    version: Line
    source: Text
    licence: Line
    attribution: Text | None = None
    note: Text | None = None
    bank: BankShape = BankShape()
    scale: list[LevelShape] = []
    complexities: list[ComplexityShape] = []
    factors: list[FactorShape] = []


class RequirementShape(Shape, frozen=True, kw_only=True):
    """The ratings that a role asks for in one competence."""

    competence: Number
    application: ShownLevel
    knowledge: ShownLevel
    only: Id | None = None


class RaiseRuleShape(Shape, frozen=True, kw_only=True):
    """Raises at least `minimum` requirements: all of `always`, `at_least` of `choose_from`."""

    application: ShownLevel
    knowledge: ShownLevel
    always: list[Number] = []
    choose_from: list[Number] = []
    at_least: Annotated[int, Meta(ge=0)] = 0
    minimum: Annotated[int, Meta(ge=1)]


class ConditionShape(Shape, frozen=True, kw_only=True):
    """A yes-or-no question at the start; "no" drops the requirements that carry `only: <id>`."""

    id: Id
    question: Line


class ProfileShape(Shape, frozen=True, kw_only=True):
    """A role: its own requirements, or `based_on` another profile and the rules it adds."""

    id: Id
    title: Line
    note: Text | None = None
    based_on: Id | None = None
    conditions: list[ConditionShape] = []
    requirements: list[RequirementShape] = []
    not_required: list[Number] = []
    rules: list[RaiseRuleShape] = []


class ProfilesFile(Shape, frozen=True, kw_only=True):
    """The roles of a framework."""

    profiles: list[ProfileShape]


class CompetenceFile(Shape, frozen=True, kw_only=True):
    """A competence: what it is, and the words people use when they talk about it."""

    number: Number
    title: Line
    definition: Text
    note: Text | None = None
    terms: list[Line] = []


class IndicatorShape(Shape, frozen=True, kw_only=True):
    """A plain sign of a level in an answer to this question."""

    level: ShownLevel
    sign: Line


class QuestionShape(Shape, frozen=True, kw_only=True):
    """One question; see docs/writing-questions.md for what makes it good."""

    id: Id
    aspect: AspectId
    complexity: ComplexityId
    factors: Annotated[list[FactorId], Meta(min_length=1, max_length=4)]
    sector: Sector | None = None
    text: Annotated[str, Meta(min_length=40, max_length=700)]
    plainer: Annotated[str, Meta(min_length=20, max_length=500)]
    looks_for: Annotated[list[IndicatorShape], Meta(min_length=3, max_length=6)]
    key_ideas: list[Line] = []
    ksbs: list[KsbId] = []


class QuestionsFile(Shape, frozen=True, kw_only=True):
    """The questions about one competence."""

    competence: Number
    questions: list[QuestionShape]


ProbeText = Annotated[
    str, Meta(min_length=10, max_length=200, pattern=_LINE, description="One line.")
]
Probes = Annotated[list[ProbeText], Meta(min_length=2, max_length=3)]


class ApplicationProbesShape(Shape, frozen=True, kw_only=True):
    """Follow-ups about what was done, for each kind of evidence that was not heard."""

    occasion: Probes
    own_part: Probes
    led: Probes
    complexity: Probes
    supervised: Probes
    sought: Probes
    hard_context: Probes


class KnowledgeProbesShape(Shape, frozen=True, kw_only=True):
    """Follow-ups about what is known, for each kind of evidence that was not heard."""

    describes: Probes
    explains: Probes
    evaluates: Probes
    hard_context: Probes
    originates: Probes


class ProbesFile(Shape, frozen=True, kw_only=True):
    """The follow-ups about one competence; they must fit any answer to any of its questions."""

    competence: Number
    application: ApplicationProbesShape
    knowledge: KnowledgeProbesShape


class ConfusionShape(Shape, frozen=True, kw_only=True):
    """Things that people take for each other, and what tells them apart."""

    these: Annotated[list[Line], Meta(min_length=2, max_length=4)]
    difference: Annotated[str, Meta(min_length=40, max_length=700)]


class ExemplarShape(Shape, frozen=True, kw_only=True):
    """An answer of one level to one question of the bank."""

    aspect: AspectId
    level: ShownLevel
    question: Id
    answer: Annotated[str, Meta(min_length=60, max_length=2000)]
    shows: Line


class StudyFile(Shape, frozen=True, kw_only=True):
    """What there is to learn from about one competence, after one's own attempt."""

    competence: Number
    note: Annotated[str, Meta(min_length=200, max_length=1500)]
    confusions: Annotated[list[ConfusionShape], Meta(min_length=1, max_length=6)]
    exemplars: list[ExemplarShape]


class DevelopmentStepShape(Shape, frozen=True, kw_only=True):
    """What the next level looks like at work, and how to get there."""

    aspect: AspectId
    to: RaisedLevel
    looks_like: Annotated[str, Meta(min_length=80, max_length=700)]
    actions: Annotated[list[Line], Meta(min_length=2, max_length=3)]
    ask_mentor: Line


class DevelopmentFile(Shape, frozen=True, kw_only=True):
    """The steps from level to level in one competence."""

    competence: Number
    steps: list[DevelopmentStepShape]


class ExamQuestionShape(Shape, frozen=True, kw_only=True):
    """A question of a mock end-point assessment; see docs/writing-questions.md."""

    id: Id
    method: Id
    aspect: AspectId
    complexity: ComplexityId
    text: Annotated[str, Meta(min_length=40, max_length=700)]
    plainer: Annotated[str, Meta(min_length=20, max_length=500)]
    ksbs: Annotated[list[KsbId], Meta(min_length=1, max_length=6)]
    follow_ups: Annotated[list[ProbeText], Meta(min_length=2, max_length=4)]
    passing: Annotated[list[Line], Meta(min_length=1, max_length=5)] = field(name="pass")
    distinction: Annotated[list[Line], Meta(min_length=1, max_length=5)]
    taking_up: Annotated[str, Meta(min_length=20, max_length=700)] | None = None
    cues: list[Line] = []


class ExamQuestionsFile(Shape, frozen=True, kw_only=True):
    """The questions on one theme of an end-point assessment."""

    theme: Id
    questions: list[ExamQuestionShape]


class IdsFile(Shape, frozen=True, kw_only=True):
    """Every id that a question ever had: transcripts name questions by them, so none is reused."""

    given: list[Id]
    retired: list[Id] = []


class DutyShape(Shape, frozen=True, kw_only=True):
    """A duty and the KSBs that it needs."""

    number: Number
    statement: Text
    ksbs: Annotated[list[KsbId], Meta(min_length=1)]


class DutiesFile(Shape, frozen=True, kw_only=True):
    """The duties of an occupational standard."""

    duties: list[DutyShape]


class KsbShape(Shape, frozen=True, kw_only=True):
    """A knowledge, skill or behaviour statement."""

    id: KsbId
    statement: Text


class KsbsFile(Shape, frozen=True, kw_only=True):
    """The KSBs of an occupational standard."""

    knowledge: list[KsbShape]
    skills: list[KsbShape]
    behaviours: list[KsbShape]


Phrase = Annotated[
    str,
    Meta(
        min_length=2,
        max_length=60,
        pattern=r"^[a-z0-9%](?:[a-z0-9%' -]|\*(?= |$)| \.\.\. )*$",
        description="Words in small letters; a star for any ending, three dots for words between.",
    ),
]
Phrases = Annotated[list[Phrase], Meta(min_length=1, max_length=40)]


class SignShape(Shape, frozen=True, kw_only=True):
    """The words that a KSB is recognised by in an answer to a question about something else.

    One of `says` must be in the sentence, and one of each list of `with` in it or close by.
    """

    ksb: KsbId
    says: Phrases
    beside: Annotated[list[Phrases], Meta(min_length=1, max_length=4)] = field(name="with")


class SignsFile(Shape, frozen=True, kw_only=True):
    """By which words KSBs are recognised wherever they appear."""

    signs: list[SignShape]


class MethodShape(Shape, frozen=True, kw_only=True):
    """An assessment method. `default: true` marks figures that the plan itself does not tell us.

    `minutes` are those for questions; `presentation_minutes` come before them. A method that works
    from a report has the report handed in; one that works from a portfolio asks for its pieces.
    """

    id: Id
    title: Line
    works_from: Literal["report", "portfolio"] = "portfolio"
    minutes: Annotated[int, Meta(ge=1, le=480, description="For questions and answers.")]
    presentation_minutes: Annotated[
        int, Meta(ge=0, le=240, description="For the presentation before the questions.")
    ] = 0
    extra_time: Annotated[
        int, Meta(ge=0, le=100, description="Per cent more, only to finish the last answer.")
    ] = 0
    questions: Annotated[int, Meta(ge=1, le=100, description="At least so many questions.")]
    default: bool
    note: Text | None = None


class GradeShape(Shape, frozen=True, kw_only=True):
    """What a grade asks for, the lowest grade first.

    `doing` and `knowing` are what an answer must show: how much of what was done was the
    candidate's own, and how deep the knowledge goes. `of_themes` is the share of themes that must
    show it. The sentences that show it must have `least_words` together.
    """

    id: Id
    title: Line
    shows: Text
    doing: Literal["assisted", "led", "supervised", "sought"]
    knowing: Literal["aware", "describes", "explains", "evaluates", "originates"]
    of_themes: Annotated[
        int, Meta(ge=1, le=100, description="Least themes that must show it, in per cent.")
    ] = 100
    least_words: Annotated[
        int, Meta(ge=0, le=200, description="Words of the sentences that show it, at least.")
    ] = 0
    default: bool = False


class CombinationShape(Shape, frozen=True, kw_only=True):
    """What one grade in each method comes to together."""

    grades: Annotated[dict[Id, Id], Meta(description="A grade for each method.")]
    overall: Line


class OverallShape(Shape, frozen=True, kw_only=True):
    """How the grades of the methods combine. Where one of them is missing, it is "not yet"."""

    table: list[CombinationShape]
    default: bool = False


class ThemeShape(Shape, frozen=True, kw_only=True):
    """KSBs grouped by topic."""

    id: Id
    title: Line
    ksbs: Annotated[list[KsbId], Meta(min_length=1)]


class EpaFile(Shape, frozen=True, kw_only=True):
    """The end-point assessment: methods, grades, how they combine, and themes.

    `grouping` says whose the themes are: ours, or those of the assessment plan.
    """

    note: Text
    grouping: Literal["ours", "plan"] = "ours"
    methods: list[MethodShape]
    grades: list[GradeShape] = []
    overall: OverallShape | None = None
    themes: list[ThemeShape]


class BandShape(Shape, frozen=True, kw_only=True):
    """A pay band. `reading: true` marks what a merged cell of the source leaves open."""

    band: Line
    complexity: Line
    reading: bool = False
    entry: Text
    qualifications: list[Line]
    note: Text | None = None


class ResponsibilityShape(Shape, frozen=True, kw_only=True):
    """An area of responsibility: what each band does in it."""

    area: Line
    bands: dict[str, Text]


class BandsFile(Shape, frozen=True, kw_only=True):
    """Bands and areas of responsibility of a career pathway."""

    bands: list[BandShape]
    responsibilities: list[ResponsibilityShape]


class KsbLinkShape(Shape, frozen=True, kw_only=True):
    """A KSB and the competences that it bears on, nearest first."""

    ksb: KsbId
    competences: Annotated[list[Number], Meta(min_length=1)]


class AreaLinkShape(Shape, frozen=True, kw_only=True):
    """An area of responsibility and the competences that it bears on, nearest first."""

    area: Line
    competences: Annotated[list[Number], Meta(min_length=1)]


class KsbCrosswalkShape(Shape, frozen=True, kw_only=True):
    """Links from the KSBs of one framework to the competences of another."""

    framework: Id
    links: list[KsbLinkShape]


class AreaCrosswalkShape(Shape, frozen=True, kw_only=True):
    """Links from the areas of one framework to the competences of another."""

    framework: Id
    links: list[AreaLinkShape]


class CrosswalkFile(Shape, frozen=True, kw_only=True):
    """How frameworks relate to a framework of competences. Our judgement, not the publishers'."""

    note: Text
    competences_of: Id
    ksbs: list[KsbCrosswalkShape] = []
    areas: list[AreaCrosswalkShape] = []
