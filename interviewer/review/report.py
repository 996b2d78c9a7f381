"""The report on an interview as one value: what every way of showing it shows. Pure.

A results screen, the lines of a terminal, Markdown and HTML differ in looks only. An interview that
was left or ended early has a report too, which says so and holds what there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from interviewer.domain import (
    Aspect,
    Assessment,
    AssessorId,
    Framework,
    Measure,
    Missing,
    Question,
    Value,
)
from interviewer.framework.roles import band_role
from interviewer.record.record import Record, State, Turn
from interviewer.review.coverage import (
    AreaCoverage,
    KsbCoverage,
    area_coverage,
    ksb_coverage,
)
from interviewer.review.development import PlanItem, Steps, about_plan, plan
from interviewer.review.results import BEARS, AspectResult, Quote
from interviewer.review.standing import (
    CompetenceStanding,
    Standing,
    in_words,
    standing,
)
from interviewer.review.text import MAX_NOT_HEARD, PRACTICE_RECORD
from interviewer.review.words import shows


class Head(Value, frozen=True, kw_only=True):
    """Who, what and when, and what it was made with.

    ``framework_title``, ``described_in`` (the title of the framework that describes the role, where
    that is another) and ``seal`` (the transcript's last hash) are empty where they were not given.
    """

    interview: str
    candidate: str
    role: str
    next_role: str
    framework: str
    framework_title: str
    framework_version: str
    framework_sha256: str
    described_in: str
    started: str
    last: str
    state: State
    how_far: str
    product: str
    readers: tuple[AssessorId, ...]
    seal: str
    practice: str = PRACTICE_RECORD


class Misreading(Value, frozen=True, kw_only=True):
    """What the candidate found misread, and why. It has changed no rating."""

    competence: int
    title: str
    aspect: Aspect
    reason: str


class OpenQuestion(Value, frozen=True, kw_only=True):
    """What was not heard, as questions still to be answered, the most telling first."""

    competence: int
    title: str
    aspect: Aspect
    questions: tuple[str, ...]


class Report(Value, frozen=True, kw_only=True):
    """Everything. ``ksbs`` and ``areas`` are there where the role is measured that way."""

    head: Head
    standing: Standing
    plan: tuple[PlanItem, ...]
    plan_note: str
    misread: tuple[Misreading, ...]
    to_answer: tuple[OpenQuestion, ...]
    ksbs: KsbCoverage | None = None
    areas: AreaCoverage | None = None

    @property
    def asks_levels(self) -> bool:
        """Whether the present role asks for a level in anything that was talked about."""
        return any(each.required is not None for each in self._results())

    @property
    def next_asks_levels(self) -> bool:
        """Whether the next role does."""
        return any(each.next_required is not None for each in self._results())

    def _results(self) -> Iterator[AspectResult]:
        return (aspect.result for each in self.reached for aspect in each.aspects)

    @property
    def reached(self) -> tuple[CompetenceStanding, ...]:
        """The competences whose questions were gone through."""
        return tuple(each for each in self.standing.competences if each.reached)

    @property
    def not_reached(self) -> tuple[CompetenceStanding, ...]:
        """Those that were planned and not come to."""
        return tuple(each for each in self.standing.competences if not each.reached)

    def title(self, competence: int) -> str:
        """The title of a planned competence."""
        return next(e.title for e in self.standing.competences if e.number == competence)

    def questions(self, competence: int, aspect: Aspect) -> tuple[str, ...]:
        """The questions still to be answered on one aspect."""
        for each in self.to_answer:
            if (each.competence, each.aspect) == (competence, aspect):
                return each.questions
        return ()


def report(
    record: Record,
    *,
    development: Steps,
    questions: Iterable[Question] = (),
    framework: Framework | None = None,
    described: Framework | None = None,
    seal: str = "",
) -> Report:
    """The report on an interview, as it stands.

    Args:
        development: what is written about each step, by competence, aspect and the level reached.
        questions: the bank; only needed where the role is measured by KSBs.
        framework: the one that the interview was held under, for its title.
        described: the one that describes the role (``opened.described_in``), where it is another;
            without it there is no coverage.
        seal: the transcript's last hash.
    """
    stands = standing(record)
    items = plan(record, development)
    return Report(
        head=_head(record, framework, described, seal),
        standing=stands,
        plan=items,
        plan_note=about_plan(record, items),
        misread=tuple(_misread(record)),
        to_answer=tuple(_to_answer(stands)),
        ksbs=_ksbs(record, described, questions),
        areas=_areas(record, described),
    )


# --- the head -------------------------------------------------------------------------------------


def _head(
    record: Record, framework: Framework | None, described: Framework | None, seal: str
) -> Head:
    opened = record.opened
    return Head(
        interview=opened.interview,
        candidate=opened.candidate,
        role=opened.profile_title,
        next_role=opened.next_title,
        framework=opened.framework,
        framework_title=framework.head.title if framework else "",
        framework_version=opened.framework_version,
        framework_sha256=opened.framework_sha256,
        described_in=described.head.title if described else "",
        started=record.started,
        last=record.last_at,
        state=record.state,
        how_far=_how_far(record),
        product=opened.product,
        readers=_readers(record),
        seal=seal,
    )


def _how_far(record: Record) -> str:
    done, planned = len(record.reflected), len(record.opened.competences)
    if done < planned:
        these = f"{in_words(done)} of {in_words(planned)} planned competences"
        told = f"{these} {'were' if done > 1 else 'was'} talked about"
    elif planned == 1:
        told = "the planned competence was talked about"
    elif planned == 2:
        told = "both planned competences were talked about"
    else:
        told = f"all {in_words(planned)} planned competences were talked about"
    match record.state:
        case State.COMPLETE:
            return f"Complete: {told}."
        case State.WITHDRAWN:
            return f"Ended early by the candidate: {told}."
        case _:
            return f"Not finished: {told} so far. It can be taken up again."


def _readers(record: Record) -> tuple[AssessorId, ...]:
    """Which readers and versions produced the assessments that stand."""
    found = [turn.assessment.assessor for turn in record.turns if turn.assessment]
    return tuple(dict.fromkeys(found))


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_in_words(at: str) -> str:
    """The day of a moment as people write it, such as ``3 March 2026``; it is a day in UTC."""
    try:
        day = datetime.fromisoformat(at)
    except ValueError:
        return "unknown"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


# --- what is still open ---------------------------------------------------------------------------

_TO_ANSWER = {
    Missing.OCCASION: "Which real occasion was there, and what did you do in it?",
    Missing.OWN_PART: "Which part of it was your own?",
    Missing.LED: "Who decided, and whose responsibility was it?",
    Missing.COMPLEXITY: "How clear, large or contested was the situation?",
    Missing.SUPERVISED: "Did you guide others in this, and if so, how?",
    Missing.SOUGHT: "Do others, senior people among them, come to you for advice on it?",
    Missing.DESCRIBES: "What is it, and what belongs to it?",
    Missing.EXPLAINS: "Why is it done, and how do its parts link?",
    Missing.EVALUATES: "Where does the usual approach fall short, and what would you do instead?",
    Missing.HARD_CONTEXT: "How does it work where aims are disputed or much is uncertain?",
    Missing.ORIGINATES: "Have you developed a way of doing it, or taught it to others?",
}
_HARD_IN_DOING = "Have you done the same in a harder situation, contested or uncertain?"


def to_be_answered(missing: Missing, aspect: Aspect) -> str:
    """What was not heard, as a question; see ``words.not_heard`` for the same as a phrase."""
    if missing is Missing.HARD_CONTEXT and aspect is Aspect.APPLICATION:
        return _HARD_IN_DOING
    return _TO_ANSWER[missing]


def _to_answer(stands: Standing) -> Iterator[OpenQuestion]:
    for competence in stands.competences:
        for aspect in competence.aspects:
            result = aspect.result
            missing = result.not_heard[:MAX_NOT_HEARD]  # none where nothing was rated
            if missing:
                yield OpenQuestion(
                    competence=competence.number,
                    title=competence.title,
                    aspect=result.aspect,
                    questions=tuple(to_be_answered(each, result.aspect) for each in missing),
                )


def _misread(record: Record) -> Iterator[Misreading]:
    for each in record.misread:
        yield Misreading(
            competence=each.competence,
            title=record.title(each.competence),
            aspect=each.aspect,
            reason=each.reason,
        )


# --- coverage -------------------------------------------------------------------------------------


def _ksbs(
    record: Record, described: Framework | None, questions: Iterable[Question]
) -> KsbCoverage | None:
    if described is None or record.opened.measures is not Measure.KSBS:
        return None
    return ksb_coverage(record, described, questions)


def _areas(record: Record, described: Framework | None) -> AreaCoverage | None:
    """None too where the pathway has lost the band since: the rest of the report still stands."""
    if described is None or record.opened.measures is not Measure.AREAS:
        return None
    for band in described.bands:
        if band_role(described.head.id, band.band) == record.opened.profile:
            return area_coverage(record, described, band.band)
    return None


# --- a turn ---------------------------------------------------------------------------------------


def turn_quotes(turn: Turn) -> tuple[Quote, ...]:
    """What was admitted as evidence in one answer, in the order said, with all that it shows."""
    read: Assessment | None = turn.assessment
    shown: dict[str, list[str]] = {}
    for item in sorted(read.evidence if read else (), key=lambda each: each.start):
        meaning = shows(item)
        shown.setdefault(item.quote, []).extend([meaning] if meaning else [])
    return tuple(
        Quote(turn=turn.number, text=text, shows=", ".join(dict.fromkeys(meanings)) or BEARS)
        for text, meanings in shown.items()
    )
