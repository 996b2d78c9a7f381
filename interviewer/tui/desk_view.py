"""The mentor's desk as its screens show it: interviews as rows, turns with all that was said of
them. Pure, and without Textual.

Every text leaves this module safe for a terminal; that it is never markup is up to the widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from interviewer.domain import Aspect, Assessment, Evidence, Value
from interviewer.engine.exam_plan import MODE
from interviewer.record.index_rows import Hit, InterviewRow
from interviewer.record.record import Record, State, Turn
from interviewer.record.reviewed import Status
from interviewer.review.doubts import doubts
from interviewer.review.exam_result import exam_result
from interviewer.review.exam_text import kind_of_turn, method_title
from interviewer.review.moderation import mentor_rating
from interviewer.review.results import competence_result
from interviewer.review.text import aspect_name
from interviewer.review.words import rating_in_words, shows
from interviewer.safe_text import for_one_line, for_terminal

NAME = 20  # columns for a name in the list
EXCERPT = 160
HEAD = f"{'Date':<12}{'Review':<10}{'Candidate':<{NAME}}{'Doubts':<7}{'Next step':<12}Role"
PEOPLE_HEAD = (
    f"{'Candidate':<{NAME}}{'All':<6}{'New':<6}{'In review':<10}{'Signed':<7}"
    f"{'Next step':<12}Latest"
)
NOTHING = "-"
NOT_NAMED = "not named"
MOCK = "mock assessment"


class Show(StrEnum):
    """Which interviews a list shows."""

    ALL = "all"
    NEW = "new"
    IN_REVIEW = "in review"
    SIGNED = "signed"
    DUE = "due"


class DeskRow(Value, frozen=True, kw_only=True):
    """One interview in the list. ``due`` is the day of its next step, and ``due_text`` shows it.

    ``person`` is the candidate as names are compared, ``who`` as they are shown; ``words`` is what
    typing is matched with.
    """

    id: str
    text: str
    person: str
    who: str
    started: str
    status: Status
    due: str
    due_text: str
    words: str

    def matches(self, typed: Sequence[str], which: Show) -> bool:
        """Whether it is of the kind, and has all that was typed."""
        if which is Show.DUE:
            if not self.due:
                return False
        elif which is not Show.ALL and self.status != which.value:
            return False
        return all(word in self.words for word in typed)


class PersonRow(Value, frozen=True, kw_only=True):
    """One candidate in the list."""

    person: str
    who: str
    text: str


class HitRow(Value, frozen=True, kw_only=True):
    """A turn in which the searched words stand."""

    id: str
    turn: int
    text: str


def desk_row(row: InterviewRow, today: date) -> DeskRow:
    """An interview of the index, ready to be shown."""
    status = "damaged" if row.damaged else str(row.status)
    late = bool(row.due) and row.due <= today.isoformat()
    due = f"{'! ' if late else ''}{_short_day(row.due, today)}" if row.due else NOTHING
    who = for_one_line(row.candidate, NAME - 2) or NOT_NAMED
    role = for_one_line(row.profile_title, 60) or "no role"
    if row.mode == MODE:
        role = f"{MOCK}, {role}"
    about = role if row.state != "open" else f"{role} (unfinished)"
    doubtful = str(row.doubtful) if row.doubtful else NOTHING
    text = f"{_day(row.started):<12}{status:<10}{who:<{NAME}}{doubtful:<7}{due:<12}{about}"
    mentors = for_one_line(row.mentors, 200)
    shown = f"{row.id} {row.started[:10]} {text} {for_one_line(row.candidate)} {mentors}"
    return DeskRow(
        id=row.id,
        text=text,
        person=row.person,
        who=who,
        started=row.started,
        status=row.status,
        due=row.due,
        due_text=due,
        words=" ".join(shown.casefold().split()),
    )


def counts(rows: Iterable[DeskRow]) -> dict[Show, int]:
    """How many interviews there are of each kind."""
    told = tuple(rows)
    return {which: sum(row.matches((), which) for row in told) for which in Show}


def narrowed(rows: Sequence[DeskRow], typed: str, which: Show) -> list[DeskRow]:
    """Those of a kind that have all words that were typed; what is due first comes first."""
    words = typed.casefold().split()
    found = [row for row in rows if row.matches(words, which)]
    return sorted(found, key=lambda row: row.due) if which is Show.DUE else found


def of_person(rows: Iterable[DeskRow], person: str | None) -> tuple[DeskRow, ...]:
    """The interviews of one candidate; of everybody, for None."""
    return tuple(row for row in rows if person is None or row.person == person)


def people(rows: Iterable[DeskRow]) -> list[PersonRow]:
    """Everybody who has one of these interviews, in the order given; those without a name as one.

    What they have to do next is the first that is due.
    """
    theirs: dict[str, list[DeskRow]] = {}
    for row in rows:
        theirs.setdefault(row.person, []).append(row)
    return [_person(*each) for each in theirs.items()]


def _person(person: str, rows: Sequence[DeskRow]) -> PersonRow:
    first = min((row for row in rows if row.due), key=lambda row: row.due, default=None)
    latest = max(rows, key=lambda row: row.started)
    of = [sum(row.status is status for row in rows) for status in Status]
    counts_ = f"{len(rows):<6,}{of[0]:<6,}{of[1]:<10,}{of[2]:<7,}"
    next_step = first.due_text if first else NOTHING
    text = f"{latest.who:<{NAME}}{counts_}{next_step:<12}{_day(latest.started)}"
    return PersonRow(person=person, who=latest.who, text=text)


def hit_row(hit: Hit) -> HitRow:
    """A turn that was found."""
    who = for_one_line(hit.candidate, NAME - 2) or NOT_NAMED
    place = f"{_day(hit.started):<12}{who:<{NAME}}turn {hit.turn}, {for_one_line(hit.title, 40)}"
    return HitRow(
        id=hit.interview,
        turn=hit.turn,
        text=f"{place}\n    {for_one_line(hit.excerpt, EXCERPT)}",
    )


def _short_day(at: str, today: date) -> str:
    """A day without the year, if it is this one."""
    day, _, year = _day(at).rpartition(" ")
    return day if year == str(today.year) else f"{day} {year[2:]}"


def _day(at: str) -> str:
    """A day as a list has room for it."""
    try:
        day = date.fromisoformat(at[:10])
    except ValueError:
        return "unknown"
    return f"{day.day} {day:%b %Y}"


# --- one interview --------------------------------------------------------------------------------

_SIGNS = {"autonomy": "A", "complexity": "C", "knowledge": "K"}
LEGEND = "A  own part    C  how hard it was    K  knowledge"


class Piece(Value, frozen=True, kw_only=True):
    """A stretch of an answer; ``signs`` are the letters of the facets that it counts for."""

    text: str
    signs: str = ""


class TurnShown(Value, frozen=True, kw_only=True):
    """One turn with all that was said of it. ``ratings`` are rows of a name and a text."""

    number: int
    row: str
    title: str
    about: str
    doubt: str
    question: str
    answer: tuple[Piece, ...]
    without: str
    shown_by: tuple[str, ...]
    ratings: tuple[tuple[str, str], ...]
    mentors: tuple[str, ...]
    quotes: tuple[str, ...]
    rated: int | None


class ReviewShown(Value, frozen=True, kw_only=True):
    """An interview under review."""

    title: str
    state: str
    is_exam: bool
    turns: tuple[TurnShown, ...]


def review_shown(record: Record) -> ReviewShown:
    """All that the review screen shows of an interview."""
    opened = record.opened
    who = for_one_line(opened.candidate, 40) or "Not named"
    role = MOCK if opened.exam else for_one_line(opened.profile_title, 40) or "no role chosen"
    in_doubt = _doubts(record)
    ratings = _exam_ratings(record) if opened.exam else _aspect_ratings(record)
    return ReviewShown(
        title=f"{who}, {role}, {_day(record.started)}",
        state=_state(record),
        is_exam=opened.exam is not None,
        turns=tuple(_turn(record, turn, ratings(turn), in_doubt) for turn in record.turns),
    )


def _state(record: Record) -> str:
    review = record.review
    told = [str(review.status)]
    if not record.ended:
        told.append("not finished")
    elif record.state is State.WITHDRAWN:
        told.append("ended early")
    if review.signed_off:
        told.append(f"by {for_one_line(review.signed_off.mentor, 40)}")
    elif review.confirmed:
        told.append("confirmed by the candidate")
    if review.due:
        told.append(f"{len(review.due)} to do")
    return ", ".join(told)


def _doubts(record: Record) -> dict[int, str]:
    """Why the rating that an answer belongs to is in doubt, by turn."""
    found: dict[int, str] = {}
    for each in doubts(record):
        settled = " (settled by a mentor)" if each.settled else ""
        for turn in each.turns:
            found[turn] = "; ".join(map(str, each.why)) + settled
    return found


def _turn(
    record: Record, turn: Turn, ratings: Iterable[tuple[str, str]], in_doubt: dict[int, str]
) -> TurnShown:
    doubt = in_doubt.get(turn.number, "")
    judged = record.review.of_turn(turn.number)
    open_doubt = doubt and not doubt.endswith("mentor)")
    sign = "?" if open_doubt else "+" if judged else " "
    title = for_one_line(record.title(turn.competence))
    rated = turn.assessment.rating if turn.assessment else None
    return TurnShown(
        number=turn.number,
        row=f"{sign}{turn.number:>3}  {title}",
        title=f"Turn {turn.number} of {len(record.turns)}: {title}",
        about=_about(record, turn),
        doubt=f"? In doubt: {doubt}." if doubt else "",
        question=for_terminal(turn.text),
        answer=tuple(_pieces(turn)),
        without=f"Not answered{f' ({for_one_line(turn.skipped)})' if turn.skipped else ''}.",
        shown_by=tuple(_shown_by(turn)),
        ratings=(*ratings, *_alone(record, turn)),
        mentors=tuple(map(for_one_line, _mentors(record, turn.number))),
        quotes=tuple(dict.fromkeys(each.quote for each in _evidence(turn))),
        rated=rated,
    )


def _about(record: Record, turn: Turn) -> str:
    """What kind of question it is; in a mock assessment, with the KSBs that it is about."""
    if record.opened.exam is None:
        kind = "follow-up" if turn.is_probe else f"{turn.complexity} complexity"
        return f"{aspect_name(turn.aspect)}, {kind}"
    about = f"{method_title(record, turn)}, {kind_of_turn(turn)}"
    return for_one_line(f"{about}. KSBs: {' '.join(turn.ksbs)}" if turn.ksbs else about)


def _evidence(turn: Turn) -> list[Evidence]:
    """What counted; in a mock assessment, in either of the two readings of the answer."""
    both = [read.evidence for read in (turn.assessment, turn.beside) if read]
    found = [each for evidence in both for each in evidence if shows(each)]
    length = len(turn.answer or "")
    inside = [each for each in found if 0 <= each.start < each.end <= length]
    return sorted(inside, key=lambda each: (each.start, each.end))


def _pieces(turn: Turn) -> Iterator[Piece]:
    """The answer cut where a quote begins or ends."""
    answer, quotes = turn.answer or "", _evidence(turn)
    ends = {0, len(answer), *(each.start for each in quotes), *(each.end for each in quotes)}
    cuts = sorted(ends)
    for start, end in pairwise(cuts):
        here = {_sign(each) for each in quotes if each.start <= start and end <= each.end}
        yield Piece(text=for_terminal(answer[start:end]), signs="".join(sorted(here)))


def _sign(each: Evidence) -> str:
    return _SIGNS.get(each.facet, "?")


def _shown_by(turn: Turn) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for each in _evidence(turn):
        told.setdefault(for_one_line(each.quote, 60), []).append(
            f"{_sign(each)} {shows(each) or ''}"
        )
    for quote, meanings in told.items():
        yield f'"{quote}": {", ".join(dict.fromkeys(meanings))}'


Ratings = Callable[[Turn], Iterable[tuple[str, str]]]  # rows that belong to a turn


def _aspect_ratings(record: Record) -> Ratings:
    """What stands beside each other of an aspect: self, assessed, required, mentor."""
    results = {
        number: {each.aspect: each for each in competence_result(record, number).aspects}
        for number in dict.fromkeys(turn.competence for turn in record.turns)
    }

    def rows(turn: Turn) -> Iterator[tuple[str, str]]:
        result = results[turn.competence].get(turn.aspect)
        if result is None:
            return
        judged = mentor_rating(record.review, turn.competence, turn.aspect)
        mentor = f"{judged.rating}, {for_one_line(judged.mentor, 30)}" if judged else NOTHING
        sure = f", {result.confidence} confidence" if result.confidence else ""
        yield f"All on {aspect_name(turn.aspect).lower()}", ""
        yield "  self", _level(result.self_rating)
        yield "  assessed", f"{rating_in_words(result.rating, result.span)}{sure}"
        yield "  required", _level(result.required)
        yield "  mentor", mentor

    return rows


def _exam_ratings(record: Record) -> Ratings:
    """What the theme of a turn and its KSBs come to, as an indication."""
    result = exam_result(record)
    themes = {(of.method, each.number): each for of in result.methods for each in of.themes}
    ksbs = {each.ksb: str(each.standing) for each in result.ksbs}

    def rows(turn: Turn) -> Iterator[tuple[str, str]]:
        theme = themes.get((turn.method, turn.competence))
        if theme is not None:
            grade = f" ({for_one_line(theme.grade)})" if theme.grade else ""
            yield "As an indication", ""
            yield "  theme", f"{theme.standing}{grade}"
        told = [f"{for_one_line(ksb, 8)} {ksbs[ksb]}" for ksb in turn.ksbs if ksb in ksbs]
        if told:
            yield "  KSBs", ", ".join(told)

    return rows


def _alone(record: Record, turn: Turn) -> Iterator[tuple[str, str]]:
    """What one answer comes to by itself; in a mock assessment it is read both ways."""
    read = turn.assessment
    why = f": {for_one_line(turn.failure, 80)}" if turn.failure else ""
    yield "This answer alone", ""
    yield "  assessed", _read(read) if read else f"Not rated{why}"
    if turn.beside:
        yield f"  for {_OTHER[turn.aspect]}", _read(turn.beside)
    given = record.review.of_turn(turn.number)
    yield "  mentor", "; ".join(f"{e.rating}, {for_one_line(e.mentor, 30)}" for e in given) or "-"


_OTHER = {Aspect.APPLICATION: "knowing", Aspect.KNOWLEDGE: "doing"}


def _read(read: Assessment) -> str:
    return f"{rating_in_words(read.rating, read.span)}, {read.confidence} confidence"


def _level(level: int | None) -> str:
    return NOTHING if level is None else str(level)


def _mentors(record: Record, number: int) -> Iterator[str]:
    """What mentors said of a turn, and what no longer stands."""
    for each in record.review.moderations:
        if each.turn == number:
            how = "agrees with" if each.agrees else "rates it"
            reason = f": {each.reason}" if each.reason else ""
            stands = "" if each.stands else " (no longer stands)"
            yield f"{each.mentor}, {_day(each.at)}, {how} {each.rating}{reason}{stands}"
    for comment in record.review.comments:
        if comment.turn == number:
            about = f' on "{comment.quote}"' if comment.quote else ""
            yield f"{comment.mentor}, {_day(comment.at)}{about}: {comment.text}"


def answered_aspects(record: Record) -> list[tuple[int, Aspect, str]]:
    """What a mentor can rate as a whole, with its name."""
    found = dict.fromkeys(
        (turn.competence, turn.aspect) for turn in record.turns if turn.answer is not None
    )
    return [
        (number, aspect, f"{for_one_line(record.title(number), 44)}, {aspect_name(aspect).lower()}")
        for number, aspect in found
    ]
