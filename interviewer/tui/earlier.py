"""The slow things about earlier interviews, to be run off the user interface's thread.

The index is kept open while the program runs. It is a help and never the truth: where it can't be
used, the lists come from the files, and what needs it is left out or says so.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec.structs import replace
from textual.message_pump import MessagePump

from interviewer.domain import Aspect, Framework, InterviewerError
from interviewer.engine.plan import Options, open_fact
from interviewer.framework.loader import load
from interviewer.framework.locate import frameworks_folder
from interviewer.record.errors import Damaged
from interviewer.record.facts import Opened
from interviewer.record.index import Index
from interviewer.record.index_rows import Hit, InterviewRow, RatingRow
from interviewer.record.library import find
from interviewer.record.places import transcripts_folder
from interviewer.record.reading import read
from interviewer.record.record import Incoherent, Record, fold
from interviewer.review.compare import compare
from interviewer.safe_text import for_terminal
from interviewer.session import places, start
from interviewer.tui import home_view
from interviewer.tui.background import MakeReader
from interviewer.tui.compare_view import comparison_shown
from interviewer.tui.history_view import MAX_SHOWN, Attempts, histories_shown
from interviewer.tui.home_view import Person
from interviewer.tui.listing import list_interviews, list_latest, listed
from interviewer.tui.messages import (
    ComparisonMade,
    CoverageMade,
    DashboardMade,
    HistoryMade,
    Indexing,
    InterviewsListed,
    OpeningFailed,
    SessionOpened,
    SetupRequested,
)
from interviewer.tui.work import sentence_of

AT_ONCE = 8  # interviews that are shown before the index has been looked at
_NOTHING_NEW = (0, 0)


class Stopped(InterviewerError):
    """The program is being left."""


class Earlier:
    """What earlier interviews come to. Any thread may ask; who asks waits for one another."""

    def __init__(self, folder: str | None, tell: MessagePump) -> None:
        """Look at the transcripts in ``folder``; ``tell`` is told how far the first look is."""
        self._folder = folder
        self._tell = tell
        self._guard = threading.Lock()
        self._stop = threading.Event()
        self._index: Index | None = None
        self._attempts: dict[str, Attempts] = {}
        self.ready = False  # whether the index has been brought up to date once

    def close(self) -> None:
        """Let go of the index; whoever is bringing it up to date stops."""
        self._stop.set()
        with self._guard:
            if self._index is not None:
                self._index.close()
                self._index = None

    def rows(self, limit: int | None = None) -> tuple[InterviewRow, ...]:
        """The interviews as they are now, the newest first.

        Raises:
            InterviewerError: the folder can't be read, or another process has the index.
        """
        with self._guard:
            return self._fresh().interviews(limit=limit)

    def latest(self, person: str) -> tuple[RatingRow, ...]:
        """Where one person stands: the latest rating of each aspect, and what was left unrated."""
        with self._guard:
            return (self._index or self._fresh()).latest(person)

    def attempts(self, person: str) -> Attempts:
        """What one person attempted, as it was when ``rows`` was asked for last."""
        with self._guard:
            if person not in self._attempts:
                index = self._index or self._fresh()
                newest = index.newest_ratings(person, MAX_SHOWN)
                self._attempts[person] = Attempts(newest, index.attempts(person))
            return self._attempts[person]

    def search(self, text: str, limit: int, person: str | None = None) -> tuple[Hit, ...]:
        """The turns in which all words of ``text`` stand, as ``rows`` last saw the files."""
        with self._guard:
            index = self._index or self._fresh()
            return index.search(text, candidate=person, limit=limit)

    def _fresh(self) -> Index:
        if self._stop.is_set():
            raise Stopped("The program is being left.")
        if self._index is None:
            self._index = Index.open(transcripts_folder(self._folder))
        done = self._index.refresh(self._progress)
        if (done.read, done.removed) != _NOTHING_NEW:
            self._attempts.clear()
        if done.waiting:
            raise InterviewerError("Another program is looking at the earlier interviews.")
        self.ready = True
        return self._index

    def _progress(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Stopped("The program is being left.")
        self._tell.post_message(Indexing(done, of))


def today() -> date:
    """The day for which it is told what is due."""
    return datetime.now(UTC).date()


# --- lists, and the home screen -------------------------------------------------------------------


def list_earlier(earlier: Earlier, folder: str | None, limit: int) -> InterviewsListed:
    """List the saved interviews; from their files as long as the index is of no help.

    Raises:
        InterviewerError: the folder can't be read.
    """
    where = transcripts_folder(folder)
    if earlier.ready:
        try:
            rows = earlier.rows()
        except InterviewerError:
            return list_interviews(folder, limit)
        shown = tuple(listed(row, where) for row in rows[:limit])
        return InterviewsListed(shown, more=max(len(rows) - limit, 0))
    return list_interviews(folder, limit)


def look_at_home(
    earlier: Earlier,
    folders: tuple[str | None, str | None],
    limit: int,
    person: str | None,
    tell: MessagePump,
) -> InterviewsListed | CoverageMade:
    """All that home shows, posted as it comes: first the newest interviews, from their files.

    Of older ones, at most ``limit`` are told that can be gone on with.

    Raises:
        InterviewerError: the folder can't be read.
    """
    newest = list_latest(folders[0], AT_ONCE)
    if not newest.interviews:
        return newest
    tell.post_message(newest)
    try:
        return _look(earlier, folders, limit, person, tell)
    except Stopped:
        return newest
    except Exception:  # the index is a help: whatever is wrong with it, home is as good as without
        return list_interviews(folders[0], limit)


def _look(
    earlier: Earlier,
    folders: tuple[str | None, str | None],
    limit: int,
    person: str | None,
    tell: MessagePump,
) -> InterviewsListed | CoverageMade:
    where = transcripts_folder(folders[0])
    rows = earlier.rows()
    wanted = [r for place, r in enumerate(rows) if place < AT_ONCE or r.state == "open"][:limit]
    found = InterviewsListed(tuple(listed(row, where) for row in wanted))
    everybody = home_view.people(rows)
    if not everybody:
        return found
    tell.post_message(found)
    who = next((each for each in everybody if each.person == person), everybody[0])
    theirs = [row for row in rows if row.person == who.person]
    ratings = earlier.latest(who.person)
    tell.post_message(DashboardMade(home_view.dashboard(who, everybody, theirs, ratings, today())))
    return CoverageMade(who.person, _coverage(where, folders[1], theirs, ratings))


def _coverage(
    where: Path,
    frameworks: str | None,
    interviews: Sequence[InterviewRow],
    ratings: Sequence[RatingRow],
) -> home_view.CoverageShown | None:
    """How far the latest role is covered; None where there is none, or no longer."""
    latest = next((row for row in interviews if row.profile and not row.damaged), None)
    if latest is None or latest.profile is None:
        return None
    try:
        framework = _framework_with(frameworks_folder(frameworks), latest.framework, latest.profile)
        return home_view.coverage(_opened(where, latest.id), framework, ratings)
    except InterviewerError:
        return None


def _framework_with(folder: Path, framework: str, profile: str) -> Framework:
    """The framework with a role, whether the role is its own or described elsewhere."""
    own = load(folder, framework)
    if any(each.id == profile for each in own.profiles):
        return own
    return load(folder, framework, roles=True)


def _opened(where: Path, interview: str) -> Opened:
    contents = read(find(where, interview))
    first = contents.stamped[0].fact if contents.stamped else None
    if not isinstance(first, Opened):
        raise Damaged(f"{interview} is too damaged for that: its beginning can't be read.")
    return first


# --- history and comparison -----------------------------------------------------------------------


def make_history(earlier: Earlier, person: str | None) -> HistoryMade:
    """The attempts of one person, or of whoever was interviewed last.

    Raises:
        InterviewerError: the folder can't be read, or another process has the index.
    """
    rows = earlier.rows()
    everybody = home_view.people(rows)
    nobody = Person(person="", name="")
    who = next((each for each in everybody if each.person == person), None)
    who = who or next(iter(everybody), nobody)
    attempts = earlier.attempts(who.person) if everybody else Attempts()
    return HistoryMade(who, everybody, histories_shown(attempts, rows, today()))


def make_comparison(
    folder: str | None, first: str, second: str, at: tuple[int, Aspect] | None
) -> ComparisonMade:
    """Two interviews side by side, what is asked about first.

    Raises:
        InterviewerError: one of them can't be read, or they can't be compared.
    """
    where = transcripts_folder(folder)
    comparison = compare(_record(where, first), _record(where, second))
    return ComparisonMade(comparison_shown(comparison, at))


def _record(where: Path, interview: str) -> Record:
    contents = read(find(where, interview))
    try:
        record = fold(contents.stamped)
    except Incoherent as error:
        raise Damaged(f"{interview} is too damaged to be compared: {error}") from error
    if record is None:
        raise Damaged(f"{interview} is too damaged to be compared: there is nothing in it.")
    return record


# --- trying again ---------------------------------------------------------------------------------


def open_once_more(
    folders: tuple[str | None, str | None],
    interview: str,
    competence: int,
    make_reader: MakeReader,
) -> SessionOpened | SetupRequested | OpeningFailed:
    """Open an interview on one competence, in the role of an earlier one.

    Where that role is no longer what it was, the set-up opens with what is still known.
    """
    try:
        where = places(*folders)
        opened = _opened(where.transcripts, interview)
        framework = _framework_of(where.frameworks, opened)
    except InterviewerError as error:
        return OpeningFailed(sentence_of(error))
    options = once_more(opened, framework, competence)
    try:
        open_fact(framework, options, "", 0)
        return SessionOpened(start(where, options, opened.framework, make_reader))
    except InterviewerError as error:
        return SetupRequested(options, for_terminal(sentence_of(error)))


def _framework_of(folder: Path, opened: Opened) -> Framework:
    """The framework of an interview, with roles from elsewhere if it had any of them."""
    own = load(folder, opened.framework)
    known = {None, *(each.id for each in own.profiles)}
    if known.issuperset((opened.profile, opened.next_profile)):
        return own
    return load(folder, opened.framework, roles=True)


def once_more(opened: Opened, framework: Framework, competence: int) -> Options:
    """The options of an interview on one competence, in the role of ``opened``."""
    known = {each.id for each in framework.roles}
    profile = opened.profile if opened.profile in known else None
    later = opened.next_profile if profile and opened.next_profile in known else None
    asked = (item for item in opened.requirements if item.application or item.knowledge)
    options = Options(
        profile=profile,
        next_profile=later,
        competences=(competence,),
        aspects=opened.aspects,
        length=opened.length,
        candidate=opened.candidate,
        conditions={item.only: True for item in asked if item.only},
    )
    return replace(options, choices=_choices(opened, framework, options, competence))


def _choices(
    opened: Opened, framework: Framework, options: Options, competence: int
) -> tuple[int, ...]:
    """Choices that ask of ``competence`` what was asked of it; the others only make up the number.

    What was chosen then is not kept; but only what is asked of ``competence`` counts here.
    """
    roles = [framework.profile(each) for each in (options.profile, options.next_profile) if each]
    ruled = next((role for role in roles if role.rules), None)
    if ruled is None:
        return ()
    wanted = opened.requirements if ruled.id == options.profile else opened.next_requirements
    asked = next((item for item in wanted if item.competence == competence), None)
    chosen: list[int] = []
    for rule in ruled.rules:
        raised = asked is not None and asked.application == rule.application
        mine = [competence] if raised and competence in rule.choose_from else []
        others = [number for number in rule.choose_from if number != competence]
        wanting = max(rule.at_least, rule.minimum - len(rule.always)) - len(mine)
        chosen += mine + others[: max(wanting, 0)]
    return tuple(dict.fromkeys(chosen))
