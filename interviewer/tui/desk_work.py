"""The slow things of the mentor's desk, to be run off the user interface's thread.

A transcript is held only while something is added to it, so that a mentor who reads keeps nobody
else out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewer.desk import Desk, Move
from interviewer.domain import InterviewerError, Value
from interviewer.record.errors import Damaged
from interviewer.record.library import find, transcript_paths
from interviewer.record.places import transcripts_folder
from interviewer.record.reading import Contents, read, verify
from interviewer.record.record import Incoherent, Record, apply, begin, fold
from interviewer.review.calibration import (
    calibration,
    calibration_lines,
    differing_answers,
    pairs_of,
)
from interviewer.review.listing import verdict_lines
from interviewer.safe_text import for_one_line
from interviewer.tui import earlier as looking
from interviewer.tui.desk_view import ReviewShown, desk_row, hit_row, review_shown
from interviewer.tui.earlier import Earlier
from interviewer.tui.messages import (
    CalibrationMade,
    DeskListed,
    DeskSearched,
    OpeningFailed,
    ReviewMade,
    ReviewSaid,
    Verified,
)

MAX_HITS = 200
_OPTIONS = re.compile(r" \(--[^)]*\)| with --candidate NAME")  # of the command line


class Reviewing(Value, frozen=True, kw_only=True):
    """An interview as far as it can be read.

    ``sound``: something can be added to it. ``problems`` say what is wrong, and where.
    """

    id: str
    record: Record
    shown: ReviewShown
    seal: str
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether something can be added to it."""
        return not self.problems


def list_desk(earlier: Earlier) -> DeskListed:
    """The interviews as they are now, the newest first.

    Raises:
        InterviewerError: the folder can't be read, or another process has the index.
    """
    today = looking.today()
    return DeskListed(tuple(desk_row(row, today) for row in earlier.rows()))


def search_desk(earlier: Earlier, text: str, person: str | None = None) -> DeskSearched:
    """The turns in which all words stand, of one candidate or of everybody.

    Raises:
        InterviewerError: the folder can't be read, or another process has the index.
    """
    hits = earlier.search(text, MAX_HITS, person)
    return DeskSearched((text, person), tuple(map(hit_row, hits)), most=len(hits) == MAX_HITS)


def open_review(folder: str | None, interview: str) -> ReviewMade | OpeningFailed:
    """Read an interview for review; one that is too damaged for that can still be read as a text.

    Raises:
        InterviewerError: there is no such file, or it can't be read at all.
    """
    try:
        return ReviewMade(_reviewing(folder, interview))
    except (Damaged, Incoherent) as error:
        return OpeningFailed(for_one_line(str(error)), readable=interview)


def _reviewing(folder: str | None, interview: str) -> Reviewing:
    """An interview as far as it can be shown turn by turn.

    Raises:
        Damaged: not even its beginning can be.
        InterviewerError: there is no such file, or it can't be read at all.
    """
    path = find(transcripts_folder(folder), interview)
    contents = read(path)
    record, problems = _as_far_as_it_goes(contents)
    if record is None:
        why = problems[0] if problems else "nothing in it is complete"
        raise Damaged(f"{path.stem} is too damaged to be shown turn by turn: {for_one_line(why)}")
    try:
        shown = review_shown(record)
    except (ValueError, IndexError, KeyError) as error:  # what it says of itself can't be so
        raise Damaged(f"{path.stem} can't be shown turn by turn: {error}.") from error
    return Reviewing(
        id=path.stem,
        record=record,
        shown=shown,
        seal=contents.seal,
        problems=tuple(for_one_line(each) for each in problems),
    )


def _as_far_as_it_goes(contents: Contents) -> tuple[Record | None, list[str]]:
    """The record of all facts, or of those before the first that does not fit."""
    problems = [f"{each}." for each in contents.problems]
    if not contents.chain_ok and not problems:
        problems.append("The chain of hashes is broken.")
    try:
        return fold(contents.stamped), problems
    except Incoherent as error:
        problems = problems or [str(error)]
    record: Record | None = None
    for item in contents.stamped:
        try:
            record = begin(item) if record is None else apply(record, item)
        except (ValueError, IndexError):
            break
    problems.append("Only what stands before the damage is shown here; l reads all there is.")
    return record, problems


def make_moves(folder: str | None, interview: str, moves: Sequence[Move], said: str) -> ReviewSaid:
    """Make a mentor's moves, all or none, and read the interview again.

    Raises:
        InterviewerError: one of them is not legal now, or can't be saved.
    """
    try:
        with Desk.open(transcripts_folder(folder), interview) as desk:
            desk.make_all(moves)
            seal = desk.seal
    except InterviewerError as error:
        raise InterviewerError(_OPTIONS.sub("", str(error))) from error
    return ReviewSaid(_reviewing(folder, interview), said.replace("{seal}", seal))


def verify_one(folder: str | None, interview: str) -> Verified:
    """What ``interviewer verify`` says of an interview.

    Raises:
        InterviewerError: there is no such file, or it can't be read at all.
    """
    path = find(transcripts_folder(folder), interview)
    verdict = verify(path)
    lines = tuple(for_one_line(line) for line in verdict_lines(path.stem, verdict))
    return Verified(lines, whole=verdict.whole)


def calibrate(folder: str | None) -> CalibrationMade:
    """How far assessor, self and mentors agree; what can't be trusted or read is left out.

    Raises:
        InterviewerError: the folder can't be read.
    """
    pairs, answers, left_out = [], [], 0
    for path in transcript_paths(transcripts_folder(folder)):
        try:
            contents = read(path)
            record = fold(contents.stamped) if not contents.problems else None
        except InterviewerError:
            record = None
        if record is None:
            left_out += 1
            continue
        pairs += list(pairs_of(record))
        answers += list(differing_answers(record))
    lines = [_indented(line) for line in calibration_lines(calibration(pairs, answers))]
    if left_out:
        what = "interview is" if left_out == 1 else "interviews are"
        lines += ["", f"{left_out} {what} left out: damaged, or not to be read."]
    return CalibrationMade(tuple(lines))


def _indented(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + for_one_line(line)
