"""What the home screen tells of earlier interviews. Pure, over the rows of the index; no Textual.

Every text leaves this module safe for a terminal; that it is never markup is up to the widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from interviewer.domain import Framework, InterviewerError, Requirement, Value
from interviewer.engine.plan import next_requirements
from interviewer.record.facts import Opened
from interviewer.record.index_rows import InterviewRow, RatingRow
from interviewer.review.history import biggest_gap, due
from interviewer.review.role_coverage import Covered, RoleItem, role_coverage
from interviewer.review.what_next import Next, What, what_next
from interviewer.safe_text import for_one_line

NAME_WIDTH = 40
NOT_NAMED = "Not named"


class Person(Value, frozen=True, kw_only=True):
    """Somebody whose interviews are in the folder: ``person`` as names are compared."""

    person: str
    name: str


class NextShown(Value, frozen=True, kw_only=True):
    """Something to do: talk about ``competence`` again, in the role of ``interview``."""

    id: str
    label: str
    more: str
    interview: str
    competence: int


class Dashboard(Value, frozen=True, kw_only=True):
    """What there is to do for one person, and everybody else in the folder, the latest first.

    ``go_on`` is the interview that they left last without ending it.
    """

    person: Person
    people: tuple[Person, ...]
    next: tuple[NextShown, ...] = ()
    go_on: str = ""


class Part(Value, frozen=True, kw_only=True):
    """How many competences are in one state, in words, and the sign of it in the bar."""

    sign: str
    count: int
    text: str


class CoverageShown(Value, frozen=True, kw_only=True):
    """How far a role is covered: the sum of the parts is the number of its competences."""

    person: str
    role: str
    parts: tuple[Part, ...]

    def bar(self, width: int) -> str:
        """The parts as a bar of at most ``width`` columns, a few of them for each competence."""
        total = sum(part.count for part in self.parts)
        cells = min(max(width // total, 1), 4) if total else 0
        return "".join(part.sign * part.count * cells for part in self.parts)[:width]

    @property
    def legend(self) -> str:
        """What the signs mean, with the numbers."""
        told = (f"{part.sign} {part.count} {part.text}" for part in self.parts if part.count)
        return "   ".join(told)


# --- who, and what to do --------------------------------------------------------------------------


def people(interviews: Iterable[InterviewRow]) -> tuple[Person, ...]:
    """Everybody who has an interview, in the order given: the latest first."""
    found: dict[str, Person] = {}
    for row in interviews:
        if row.person not in found and not _is_rubbish(row):
            name = for_one_line(row.candidate, NAME_WIDTH) or NOT_NAMED
            found[row.person] = Person(person=row.person, name=name)
    return tuple(found.values())


def _is_rubbish(row: InterviewRow) -> bool:
    """Whether it is a damaged file that tells of nobody."""
    return row.damaged and not row.framework


def dashboard(
    person: Person,
    everybody: tuple[Person, ...],
    interviews: Sequence[InterviewRow],
    rows: Sequence[RatingRow],
    today: date,
) -> Dashboard:
    """What one person has to do; ``interviews`` and ``rows`` are theirs."""
    found = what_next(interviews, rows, today)
    return Dashboard(
        person=person,
        people=everybody,
        next=tuple(_lines(found, rows, today)),
        go_on=next((item.interview or "" for item in found if item.what is What.CONTINUE), ""),
    )


def _lines(found: Sequence[Next], rows: Sequence[RatingRow], today: date) -> Iterator[NextShown]:
    """A line each for what is due and the biggest gap, once where they are the same.

    What is to be gone on with has its own line on the home screen.
    """
    asked = set()
    for item in found:
        row = _row_of(item, rows, today)
        if row is None or (row.competence, row.aspect) in asked:
            continue
        asked.add((row.competence, row.aspect))
        label, _, more = item.text.partition(": ")
        yield NextShown(
            id=str(item.what),
            label=label,
            more=more,
            interview=row.interview,
            competence=row.competence,
        )


def _row_of(item: Next, rows: Sequence[RatingRow], today: date) -> RatingRow | None:
    """The attempt that a line of what to do is about."""
    if item.what is What.DUE:
        return next((each.open.row for each in due(rows, today)), None)
    biggest = biggest_gap(rows) if item.what is What.GAP else None
    return biggest.row if biggest else None


# --- the role -------------------------------------------------------------------------------------

_PARTS = (
    ("█", "met", {Covered.MET}),
    ("▓", "rated", {Covered.RATED}),
    ("▒", "below", {Covered.SMALL, Covered.LARGE}),
    ("░", "begun", {Covered.NOT_RATED}),
    ("·", "not tried yet", {Covered.NOT_TRIED}),
)
_BELOW, _BEGUN = 2, 3


def coverage(opened: Opened, framework: Framework, rows: Sequence[RatingRow]) -> CoverageShown:
    """How far the ratings of one person cover the role of an interview.

    Raises:
        InterviewerError: the framework has no such role any more.
    """
    if opened.profile is None:
        raise InterviewerError("The interview was held without a role.")
    profile = framework.profile(opened.profile)
    wanted = _wanted(next_requirements(profile, _conditions(opened), ()), opened)
    titles = {each.number: each.title for each in framework.competences}
    mine = [row for row in rows if row.framework == framework.head.id]
    items = role_coverage(mine, wanted, titles, profile.aim).items
    counts = [0] * len(_PARTS)
    for _, found in groupby(items, key=lambda item: item.competence):
        counts[_part_of(list(found))] += 1
    return CoverageShown(
        person="",
        role=for_one_line(profile.title, NAME_WIDTH),
        parts=tuple(
            Part(sign=sign, count=count, text=text)
            for (sign, text, _), count in zip(_PARTS, counts, strict=True)
        ),
    )


def _conditions(opened: Opened) -> dict[str, bool]:
    """The answers to the role's own questions, as far as what it asked for betrays them."""
    asked = (item for item in opened.requirements if item.application or item.knowledge)
    return {item.only: True for item in asked if item.only}


def _wanted(role: Sequence[Requirement], opened: Opened) -> list[Requirement]:
    """What the role asks for; what was chosen for the interview goes before what it asks of all."""
    chosen = {item.competence: item for item in opened.requirements}
    return [chosen.get(item.competence, item) for item in role]


def _part_of(items: Sequence[RoleItem]) -> int:
    """The state of a competence: below if one aspect is, met only if all are."""
    states = {item.covered for item in items}
    if states & _PARTS[_BELOW][2]:
        return _BELOW
    return next((place for place, (_, _, these) in enumerate(_PARTS) if states <= these), _BEGUN)
