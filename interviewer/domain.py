"""The vocabulary of the product: frozen values, no input or output.

One word for one thing, all through the code: competence, rating, application, knowledge,
complexity, question, probe, evidence, assessor, assessment, role profile, KSB, transcript.
Ratings are integers from 0 (not demonstrated) to 5 (expert); ``None`` is "not rated", which is a
third thing: nothing was read, so nothing is said.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

MIN_LEVEL = 0
MAX_LEVEL = 5


class InterviewerError(Exception):
    """A problem that a person can mend: one clear sentence, shown without a traceback.

    Every error that this product raises on purpose derives from this class.
    """


class Aspect(StrEnum):
    """The two things that are rated for each competence."""

    APPLICATION = "application"
    KNOWLEDGE = "knowledge"


class Complexity(StrEnum):
    """How complex a situation is."""

    LOW = "low"
    SOME = "some"
    HIGH = "high"


class Factor(StrEnum):
    """What decides the complexity of a situation (APM's four factors)."""

    OBJECTIVES = "objectives"
    RISK = "risk"
    NOVELTY = "novelty"
    INTERFACES = "interfaces"


class Actor(StrEnum):
    """Who acts in a sentence."""

    SELF = "self"
    GROUP = "group"
    OTHER = "other"


class Reality(StrEnum):
    """Whether what a sentence tells has happened."""

    DID = "did"
    WOULD = "would"
    GENERAL = "general"
    DENIED = "denied"


class Autonomy(StrEnum):
    """How much was the speaker's own responsibility, from least to most."""

    ASSISTED = "assisted"
    LED = "led"
    SUPERVISED = "supervised"
    SOUGHT = "sought"


class Knowing(StrEnum):
    """How deep the knowledge that a sentence shows goes, from least to most."""

    AWARE = "aware"
    DESCRIBES = "describes"
    EXPLAINS = "explains"
    EVALUATES = "evaluates"
    ORIGINATES = "originates"


class Star(StrEnum):
    """Which part of an example a sentence tells."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"


class Act(StrEnum):
    """What kind of turn the candidate took."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    REPEAT = "repeat"
    DONT_KNOW = "dont_know"
    SKIP = "skip"
    BACK = "back"
    PAUSE = "pause"
    STOP = "stop"
    RATING_QUERY = "rating_query"
    HELP = "help"
    SMALLTALK = "smalltalk"
    DISTRESS = "distress"
    INSTRUCT = "instruct"
    EMPTY = "empty"


class Confidence(StrEnum):
    """How sure the assessor is of a rating."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Notice(StrEnum):
    """Why words were not admitted as evidence, or why there is no rating."""

    NOT_RELEVANT = "not-relevant"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    COPIED_QUESTION = "copied-question"
    REPEATED = "repeated"
    BARE_CLAIM = "bare-claim"
    LISTED = "listed"
    TOO_LITTLE = "too-little"  # a bare no or yes, or too few words to show anything
    INSTRUCTION = "instruction"
    NOT_AN_ANSWER = "not-an-answer"
    NOT_READABLE = "not-readable"


class Missing(StrEnum):
    """What was not shown yet and could change the rating; each calls for its own probe."""

    OCCASION = "occasion"  # a real occasion, not what one would do
    OWN_PART = "own_part"  # which part was the speaker's own
    LED = "led"  # who decided, who checked
    COMPLEXITY = "complexity"  # how large, contested, uncertain
    SUPERVISED = "supervised"  # whether others applied it under their guidance
    SOUGHT = "sought"  # whether others come for advice
    DESCRIBES = "describes"
    EXPLAINS = "explains"
    EVALUATES = "evaluates"
    HARD_CONTEXT = "hard_context"  # the same, in a complex situation
    ORIGINATES = "originates"


class Measure(StrEnum):
    """What a role is measured by; each kind has a result of its own shape."""

    RATINGS = "ratings"  # application and knowledge asked for, competence by competence
    KSBS = "ksbs"  # the statements of an occupational standard
    AREAS = "areas"  # what a band does in each area of responsibility


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the frozen values; equal when their fields are."""


# --- frameworks ---------------------------------------------------------------------------------


class Level(Value, frozen=True, kw_only=True):
    """One step of the rating scale, in our own words."""

    level: int
    name: str
    application: str
    knowledge: str


class ComplexityLevel(Value, frozen=True, kw_only=True):
    """What a complexity means, as told to people."""

    id: Complexity
    name: str
    description: str


class ComplexityFactor(Value, frozen=True, kw_only=True):
    """One of the four factors, with how it looks at each complexity."""

    id: Factor
    name: str
    low: str
    some: str
    high: str


class Competence(Value, frozen=True, kw_only=True):
    """A competence of a framework; ``terms`` are the words people use when they talk about it."""

    number: int
    title: str
    definition: str
    terms: tuple[str, ...] = ()
    ksbs: tuple[str, ...] = ()


class Indicator(Value, frozen=True, kw_only=True):
    """A plain sign of a level in an answer to one question."""

    level: int
    sign: str


class Question(Value, frozen=True, kw_only=True):
    """A question of the bank."""

    id: str
    framework: str
    competence: int
    aspect: Aspect
    complexity: Complexity
    factors: tuple[Factor, ...]
    text: str
    plainer: str
    looks_for: tuple[Indicator, ...]
    key_ideas: tuple[str, ...] = ()
    ksbs: tuple[str, ...] = ()
    sector: str | None = None


class Confusion(Value, frozen=True, kw_only=True):
    """Things that people take for each other, and what tells them apart."""

    these: tuple[str, ...]
    difference: str


class Exemplar(Value, frozen=True, kw_only=True):
    """An answer of one level to one question of the bank; ``shows`` says what makes it that."""

    aspect: Aspect
    level: int
    question: str
    answer: str
    shows: str


class Study(Value, frozen=True, kw_only=True):
    """What there is to learn from about one competence, after one's own attempt."""

    competence: int
    note: str
    confusions: tuple[Confusion, ...]
    exemplars: tuple[Exemplar, ...]


class DevelopmentStep(Value, frozen=True, kw_only=True):
    """What the level ``to`` of an aspect looks like at work, and what brings one there."""

    competence: int
    aspect: Aspect
    to: int
    looks_like: str
    actions: tuple[str, ...]
    ask_mentor: str


class ExamQuestion(Value, frozen=True, kw_only=True):
    """A question of a mock end-point assessment.

    ``passing`` and ``distinction`` are signs in an answer. Only questions about a report have
    ``taking_up``, the same question with ``{quote}`` where a sentence of the report goes, and
    ``cues``, the words by which such a sentence is found.
    """

    id: str
    framework: str
    theme: str
    method: str
    aspect: Aspect
    complexity: Complexity
    text: str
    plainer: str
    ksbs: tuple[str, ...]
    follow_ups: tuple[str, ...]
    passing: tuple[str, ...]
    distinction: tuple[str, ...]
    taking_up: str = ""
    cues: tuple[str, ...] = ()


class Requirement(Value, frozen=True, kw_only=True):
    """What a role asks for in one competence; ``None`` where nothing is required."""

    competence: int
    application: int | None
    knowledge: int | None
    only: str | None = None

    def rating(self, aspect: Aspect) -> int | None:
        """The rating required for ``aspect``, or None."""
        return self.application if aspect is Aspect.APPLICATION else self.knowledge


class RaiseRule(Value, frozen=True, kw_only=True):
    """Raises requirements: all of ``always``, and at least ``at_least`` of ``choose_from``.

    ``minimum`` is how many are raised in all.
    """

    application: int
    knowledge: int
    always: tuple[int, ...]
    choose_from: tuple[int, ...]
    at_least: int
    minimum: int


class Condition(Value, frozen=True, kw_only=True):
    """A yes-or-no question asked at the start; "no" drops the requirements marked ``only: id``."""

    id: str
    question: str


class RoleProfile(Value, frozen=True, kw_only=True):
    """The requirements of a role; ``rules`` are applied to them with the candidate's choices.

    A role that is not measured by ratings has requirements without any, those that matter most
    first; ``aim`` is then the level that questions aim at. ``described_in`` is the framework that
    describes it, where that is another than the one with the competences, and ``band`` its band.
    """

    id: str
    title: str
    requirements: tuple[Requirement, ...]
    rules: tuple[RaiseRule, ...] = ()
    conditions: tuple[Condition, ...] = ()
    note: str = ""
    measures: Measure = Measure.RATINGS
    aim: int | None = None
    described_in: str = ""
    band: str = ""


class Ksb(Value, frozen=True, kw_only=True):
    """A knowledge, skill or behaviour statement of an occupational standard."""

    id: str
    kind: str
    statement: str
    competences: tuple[int, ...] = ()


class Duty(Value, frozen=True, kw_only=True):
    """A duty of an occupational standard with the KSBs it needs."""

    number: int
    statement: str
    ksbs: tuple[str, ...]


class WorksFrom(StrEnum):
    """What the candidate brings to an assessment method."""

    REPORT = "report"
    PORTFOLIO = "portfolio"


class Method(Value, frozen=True, kw_only=True):
    """An assessment method of an end-point assessment.

    ``minutes`` are for the questions, ``extra_time`` is in per cent of them, and ``questions`` is
    the least number of them. ``default``: the plan does not tell, the figures are usual ones.
    """

    id: str
    title: str
    minutes: int
    questions: int
    default: bool
    note: str = ""
    works_from: WorksFrom = WorksFrom.PORTFOLIO
    presentation_minutes: int = 0
    extra_time: int = 0


class Grade(Value, frozen=True, kw_only=True):
    """A grade of an assessment method: what an answer must show, and in how many themes.

    ``of_themes`` is in per cent. ``least_words`` are those of the sentences that show it: what is
    told in fewer is a remark, not evidence.
    """

    id: str
    title: str
    shows: str
    doing: Autonomy
    knowing: Knowing
    of_themes: int = 100
    least_words: int = 0
    default: bool = False


class Combination(Value, frozen=True, kw_only=True):
    """What one grade in each method (by their ids) comes to together."""

    grades: dict[str, str]
    overall: str
    default: bool = False


class Theme(Value, frozen=True, kw_only=True):
    """KSBs grouped by topic; ``grouping`` says whose it is: "ours", or that of the "plan"."""

    id: str
    title: str
    ksbs: tuple[str, ...]
    grouping: str


class Sign(Value, frozen=True, kw_only=True):
    """The words that a KSB is recognised by, wherever it appears.

    One of ``says`` stands in the sentence, and one of each of ``beside`` in it or close by. A star
    stands for any ending, three dots for some words between.
    """

    ksb: str
    says: tuple[str, ...]
    beside: tuple[tuple[str, ...], ...]


class ExamKind(StrEnum):
    """How a mock assessment is held: as in the real thing, or with feedback at once."""

    EXAM = "exam"
    REHEARSAL = "rehearsal"  # one theme
    KSB = "ksb"  # one statement


class ExamTerms(Value, frozen=True, kw_only=True):
    """What a mock assessment is held under, whole, so that its transcript needs no other file.

    ``methods`` are those of this sitting, in their order. Theme number n of the facts is the nth of
    ``themes``. ``minutes`` stands in place of the methods' own in a short practice. ``only`` is the
    theme of a rehearsal, or the KSB that was asked for.
    """

    kind: ExamKind
    methods: tuple[Method, ...]
    themes: tuple[Theme, ...]
    grades: tuple[Grade, ...]
    overall: tuple[Combination, ...]
    statements: dict[str, str]
    minutes: int | None = None
    only: str = ""

    @property
    def has_defaults(self) -> bool:
        """Whether something in it is a default that the assessment plan may have otherwise."""
        return (
            any(theme.grouping == "ours" for theme in self.themes)
            or any(method.default for method in self.methods)
            or any(grade.default for grade in self.grades)
            or any(row.default for row in self.overall)
        )

    def method(self, method_id: str) -> Method:
        """The method of this sitting with ``method_id``.

        Raises:
            ValueError: there is none.
        """
        return self.methods[[method.id for method in self.methods].index(method_id)]

    def number(self, theme_id: str) -> int:
        """The number that a theme has in the facts."""
        return [theme.id for theme in self.themes].index(theme_id) + 1

    def theme(self, number: int) -> Theme:
        """The theme with a number of the facts."""
        return self.themes[number - 1]


class Band(Value, frozen=True, kw_only=True):
    """A pay band of a career pathway."""

    band: str
    complexity: str
    reading: bool
    entry: str
    qualifications: tuple[str, ...]
    note: str = ""


class Responsibility(Value, frozen=True, kw_only=True):
    """An area of responsibility: what each band does in it."""

    area: str
    bands: dict[str, str]
    competences: tuple[int, ...] = ()


class FrameworkHead(Value, frozen=True, kw_only=True):
    """What a list of frameworks shows; ``short`` is the title where there is little room."""

    id: str
    title: str
    version: str
    source: str
    licence: str
    attribution: str = ""
    note: str = ""
    short: str = ""


class Framework(Value, frozen=True, kw_only=True):
    """A framework as loaded; the parts that it does not have are empty.

    ``sha256`` is over all its files, so that a transcript can name exactly what it was held under.
    ``roles_elsewhere`` are the roles that other frameworks describe and that are linked to these
    competences; they are there only when they were asked for.
    """

    head: FrameworkHead
    sha256: str
    scale: tuple[Level, ...] = ()
    complexities: tuple[ComplexityLevel, ...] = ()
    factors: tuple[ComplexityFactor, ...] = ()
    competences: tuple[Competence, ...] = ()
    profiles: tuple[RoleProfile, ...] = ()
    roles_elsewhere: tuple[RoleProfile, ...] = ()
    duties: tuple[Duty, ...] = ()
    ksbs: tuple[Ksb, ...] = ()
    methods: tuple[Method, ...] = ()
    grades: tuple[Grade, ...] = ()
    overall: tuple[Combination, ...] = ()
    themes: tuple[Theme, ...] = ()
    bands: tuple[Band, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()

    def competence(self, number: int) -> Competence:
        """The competence with ``number``.

        Raises:
            InterviewerError: there is none.
        """
        for competence in self.competences:
            if competence.number == number:
                return competence
        raise InterviewerError(f"Framework {self.head.id} has no competence {number}.")

    @property
    def roles(self) -> tuple[RoleProfile, ...]:
        """All roles that can be chosen: its own, then those described elsewhere."""
        return (*self.profiles, *self.roles_elsewhere)

    def profile(self, profile_id: str) -> RoleProfile:
        """The role profile with ``profile_id``.

        Raises:
            InterviewerError: there is none; the sentence lists those that there are.
        """
        for profile in self.roles:
            if profile.id == profile_id:
                return profile
        known = ", ".join(profile.id for profile in self.roles) or "none"
        raise InterviewerError(
            f'Framework {self.head.id} has no role profile "{profile_id}"; it has: {known}.'
        )


# --- evidence and assessments --------------------------------------------------------------------


class Sentence(Value, frozen=True, kw_only=True):
    """What a reader found in one sentence, ``answer[start:end]`` (offsets in characters).

    ``admitted`` is False for words that are no evidence (copied, claimed, hypothetical, about
    another competence ...); a facet that says nothing is None.
    """

    start: int
    end: int
    relevant: bool
    admitted: bool
    actor: Actor | None = None
    reality: Reality | None = None
    autonomy: Autonomy | None = None
    complexity: Complexity | None = None
    knowledge: Knowing | None = None
    star: Star | None = None


class Reading(Value, frozen=True, kw_only=True):
    """All that a reader says about one answer. It holds no rating: the table gives that."""

    act: Act
    sentences: tuple[Sentence, ...] = ()
    notices: tuple[Notice, ...] = ()
    confidence: Confidence = Confidence.MEDIUM


class Evidence(Value, frozen=True, kw_only=True):
    """A verbatim quote, ``answer[start:end] == quote``, and the facet it shows."""

    start: int
    end: int
    quote: str
    facet: str
    value: str


class Credit(Value, frozen=True, kw_only=True):
    """A KSB that an answer evidences though its question was about others, in these words."""

    ksb: str
    start: int
    end: int
    quote: str


class AssessorId(Value, frozen=True, kw_only=True):
    """Which reader produced an assessment."""

    name: str
    version: str


class Assessment(Value, frozen=True, kw_only=True):
    """A rating with all that it rests on. ``rating`` None (and ``span`` None) is "not rated"."""

    rating: int | None
    span: tuple[int, int] | None
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    missing: tuple[Missing, ...]
    notices: tuple[Notice, ...]
    act: Act
    assessor: AssessorId


class Exchange(Value, frozen=True, kw_only=True):
    """An earlier question and its answer in the same thread, as context for a probe's answer."""

    question: str
    answer: str


class Prompt(Value, frozen=True, kw_only=True):
    """What an answer answers: the context that a reader needs beside the answer itself.

    ``insisted`` tells that the candidate sent the same words again after they had not been taken
    for an answer: then they are one.
    """

    competence: Competence
    aspect: Aspect
    question: str
    earlier: tuple[Exchange, ...] = ()
    insisted: bool = False
