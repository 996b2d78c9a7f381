"""What one transcript has for the index, worked out from its facts."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from interviewer.domain import Aspect, Assessment, Confidence, Requirement
from interviewer.record import facts
from interviewer.record.confidence import confidence_of
from interviewer.record.errors import TranscriptError
from interviewer.record.ids import TRANSCRIPT
from interviewer.record.index_rows import InterviewRow
from interviewer.record.library import folded, transcript_names
from interviewer.record.reading import Contents, read
from interviewer.record.reviewed import LARGE_GAP, Review, answered_again, with_review_fact
from interviewer.record.summary import Standing

UNREAD = -1  # the size of a file that could not be read: it is tried again each time


class File(msgspec.Struct, frozen=True):
    """A transcript as it looks from outside."""

    id: str
    place: str
    size: int
    mtime_ns: int


def files_in(folder: Path) -> list[File]:
    """The transcripts in ``folder``, newest first, with no more than a look at each."""
    found, before = [], f"{folder}{os.sep}"
    for name in transcript_names(folder):
        place = before + name
        try:
            stat = os.stat(place, follow_symlinks=False)
        except OSError:  # gone since
            continue
        found.append(File(name.removesuffix(TRANSCRIPT), place, stat.st_size, stat.st_mtime_ns))
    return found


class Told(msgspec.Struct, frozen=True):
    """All that one transcript has for the index; rows in the order of the tables' columns."""

    file: File
    interview: InterviewRow
    ratings: Sequence[tuple[Any, ...]] = ()
    turns: Sequence[tuple[Any, ...]] = ()


def told_by(file: File) -> Told:
    """Read one transcript, which was looked at before: so what is added since will be noticed."""
    try:
        contents = read(Path(file.place))
    except TranscriptError:  # not ours to read: it is there, and we try again
        unread = msgspec.structs.replace(file, size=UNREAD)
        return Told(unread, InterviewRow(id=file.id, damaged=True))
    first = contents.stamped[0].fact if contents.stamped else None
    if not isinstance(first, facts.Opened):
        return Told(file, InterviewRow(id=file.id, damaged=True))
    said = _Said(first, contents)
    return Told(file, said.interview(file.id), list(said.ratings()), list(said.turns()))


class _Said:
    """What the facts of one transcript come to. Unlike the fold, it makes do with any of them."""

    def __init__(self, opened: facts.Opened, contents: Contents) -> None:
        self._opened = opened
        self._contents = contents
        self._titles = dict(zip(opened.competences, opened.titles, strict=False))
        self._state: Standing = "open"
        self._own: dict[int, facts.SelfRated] = {}
        self._asked: dict[int, facts.Asked] = {}
        self._put: dict[int, str] = {}
        self._answers: dict[int, tuple[int, str]] = {}
        self._read: dict[int, Assessment] = {}
        self._unread: set[int] = set()
        self._pieces: set[int] = set()
        self._rated: dict[tuple[int, Aspect], tuple[facts.Rated, str]] = {}
        self._reflected: set[int] = set()
        self._misread: list[tuple[int, Aspect]] = []
        self._review = Review()
        for item in contents.stamped:
            self._take(item)

    def _take(self, item: facts.Stamped) -> None:
        match item.fact:
            case facts.SelfRated() as own:
                self._own[own.competence] = own
            case facts.Asked() as asked:
                self._asked[asked.turn] = asked
                self._put[asked.turn] = asked.text
            case facts.Probed() as probed if probed.thread in self._asked:
                self._asked[probed.turn] = self._asked[probed.thread]
                self._put[probed.turn] = probed.text
                self._pieces.update([probed.turn] if probed.piece else [])
            case facts.Answered(turn=turn, text=text):
                self._answers[turn] = (item.seq, text)
                self._read.pop(turn, None)
                self._unread.discard(turn)
                asked_ = self._asked.get(turn)
                if asked_ is not None:
                    self._review = answered_again(
                        self._review, turn, asked_.competence, asked_.aspect
                    )
            case facts.Assessed(turn=turn) as read_ if self._answer_of(turn) == read_.answer:
                self._read[turn] = read_.assessment
                self._unread.discard(turn)
            case facts.AssessmentFailed(turn=turn) as failed:
                if self._answer_of(turn) == failed.answer:
                    self._unread.add(turn)
            case facts.Rated() as rated:
                self._rate(rated, item.at)
            case facts.Reflected(competence=number):
                self._reflected.add(number)
            case facts.Misread(competence=number, aspect=aspect):
                self._misread.append((number, aspect))
            case facts.Finished():
                self._state = "complete"
            case facts.Withdrawn():
                self._state = "withdrawn"
            case _:
                with contextlib.suppress(ValueError):  # about an action that there is not
                    self._review = with_review_fact(self._review, item)

    def _answer_of(self, turn: int) -> int:
        return self._answers.get(turn, (0, ""))[0]

    def _rate(self, rated: facts.Rated, at: str) -> None:
        """Whoever tries one aspect again is rated on both; what has not changed keeps its time."""
        key = (rated.competence, rated.aspect)
        before = self._rated.get(key)
        if before is None or before[0] != rated:
            self._rated[key] = (rated, at)

    def interview(self, name: str) -> InterviewRow:
        """The row of the interview itself; of a mock assessment, its opened themes are done."""
        opened, contents = self._opened, self._contents
        themes = {asked.competence for asked in self._asked.values()}
        return InterviewRow(
            id=name,
            candidate=opened.candidate,
            person=folded(opened.candidate),
            framework=opened.framework,
            profile=opened.profile,
            profile_title=opened.profile_title,
            next_profile=opened.next_profile,
            next_title=opened.next_title,
            mode=opened.mode,
            started=contents.stamped[0].at,
            last_at=contents.stamped[-1].at,
            state=self._state,
            planned=len(opened.competences),
            done=len((themes if opened.exam else self._reflected).intersection(opened.competences)),
            answers=len(self._answers),
            damaged=bool(contents.problems) or not contents.chain_ok,
            status=self._review.status,
            open_actions=len(self._review.due),
            due=min((each.due for each in self._review.due if each.due), default=""),
            doubtful=self._doubtful(),
            mentors=", ".join(self._mentors()),
        )

    def _mentors(self) -> Iterable[str]:
        review = self._review
        groups = (review.moderations, review.comments, review.actions, review.signatures)
        return dict.fromkeys(each.mentor for group in groups for each in group)

    def _doubtful(self) -> int:
        """How many ratings a mentor should look at; of a mock assessment, how many answers."""
        if self._opened.exam:
            return sum(map(self._answer_in_doubt, self._answers))
        return sum(map(self._in_doubt, self._talked_about()))

    def _answer_in_doubt(self, turn: int) -> bool:
        if self._review.of_turn(turn) or turn in self._pieces:
            return False
        read_ = self._read.get(turn)
        again = any(each.turn == turn for each in self._review.reopened)
        if read_ is None:
            return again or turn in self._unread
        return again or (read_.rating is not None and read_.confidence == Confidence.LOW)

    def _talked_about(self) -> Iterator[tuple[int, Aspect]]:
        for number in dict.fromkeys(each.competence for each in self._asked.values()):
            yield from ((number, aspect) for aspect in self._opened.aspects)

    def _in_doubt(self, at: tuple[int, Aspect]) -> bool:
        """Whether a mentor should look at a rating; as in ``review.doubts``, from the facts."""
        if self._review.of_aspect(*at):
            return False
        again = any((each.competence, each.aspect) == at for each in self._review.reopened)
        if again or at in self._misread:
            return True
        rated, _ = self._rated.get(at, (None, ""))
        if rated is None or rated.rating is None:
            answered = (self._asked[turn] for turn in self._answers if turn in self._asked)
            here = any((each.competence, each.aspect) == at for each in answered)
            return here and at[0] in self._reflected
        own = self._self_rating(*at)
        far = own is not None and abs(own - rated.rating) >= LARGE_GAP
        return far or self._confidence(rated) == Confidence.LOW

    def ratings(self) -> Iterator[tuple[Any, ...]]:
        """The rows of what was rated, the latest of each aspect."""
        for (number, aspect), (rated, at) in self._rated.items():
            low, high = rated.span or (None, None)
            yield (
                number,
                self._titles.get(number, ""),
                str(aspect),
                rated.rating,
                low,
                high,
                self._self_rating(number, aspect),
                _required(self._opened.requirements, number, aspect),
                _required(self._opened.next_requirements, number, aspect),
                self._opened.aim,
                _text(self._confidence(rated)),
                self._misread.count((number, aspect)),
                at,
            )

    def turns(self) -> Iterator[tuple[Any, ...]]:
        """The rows of what was asked and answered; of an answer given again, the latest."""
        for turn, asked in self._asked.items():
            number = asked.competence
            title = self._titles.get(number, "")
            _, answer = self._answers.get(turn, (0, ""))
            yield turn, number, title, str(asked.aspect), self._put[turn], answer

    def _self_rating(self, number: int, aspect: Aspect) -> int | None:
        own = self._own.get(number)
        if own is None:
            return None
        return own.application if aspect is Aspect.APPLICATION else own.knowledge

    def _confidence(self, rated: facts.Rated) -> Confidence | None:
        read_ = (self._read[turn] for turn in rated.turns if turn in self._read)
        return confidence_of(rated.rating, read_)


def _required(wanted: Iterable[Requirement], number: int, aspect: Aspect) -> int | None:
    return next((each.rating(aspect) for each in wanted if each.competence == number), None)


def _text(confidence: Confidence | None) -> str | None:
    return None if confidence is None else str(confidence)
