"""An index over the transcripts of one folder, so that a thousand of them need not be read each
time.

It is never the truth: whatever it says was worked out from the files, and it is made anew from them
when it is missing, damaged, of another version or of another folder. It lies in the user's cache
folder, readable by its owner alone; where it can't be kept there, it is made in memory.

``refresh`` costs a look at each file's size and time, and the reading of those that changed.
Several processes may use it at once: who finds it locked goes on with what it has.

What is forgotten is overwritten at once, in the index as in the words that are searched; of files
that are gone, those words are when the index is closed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from interviewer.domain import Value
from interviewer.record import files
from interviewer.record.errors import TranscriptError
from interviewer.record.index_rows import AttemptsRow, Hit, InterviewRow, RatingRow
from interviewer.record.index_said import Told, files_in, told_by
from interviewer.record.library import folded
from interviewer.record.places import cache_folder as usual_cache_folder

SCHEMA = 4
BUSY_SECONDS = 2.0  # how long to wait for another process that is writing
_BATCH = 50  # files brought in at once, so that nobody waits long for another
_MAX_WORDS = 50  # of a search; more would not find anything either

Progress = Callable[[int, int], None]


class Refreshed(Value, frozen=True, kw_only=True):
    """What a refresh did. ``waiting`` are changes that could not be brought in for now."""

    read: int
    removed: int
    total: int
    waiting: int = 0


# What a spoilt index may raise; the last, where damage stands in the message about the damage.
_SPOILT = (sqlite3.DatabaseError, msgspec.ValidationError, UnicodeDecodeError)

_Result = TypeVar("_Result")
_Row = TypeVar("_Row", bound=Value)

_TABLES = (
    "CREATE TABLE about (folder BLOB NOT NULL, unpurged INTEGER NOT NULL)",
    """CREATE TABLE interviews (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL, candidate TEXT NOT NULL, person TEXT NOT NULL,
        framework TEXT NOT NULL, profile TEXT, profile_title TEXT NOT NULL, next_profile TEXT,
        next_title TEXT NOT NULL, mode TEXT NOT NULL, started TEXT NOT NULL, last_at TEXT NOT NULL,
        state TEXT NOT NULL, planned INTEGER NOT NULL, done INTEGER NOT NULL,
        answers INTEGER NOT NULL, damaged INTEGER NOT NULL, status TEXT NOT NULL,
        open_actions INTEGER NOT NULL, due TEXT NOT NULL, doubtful INTEGER NOT NULL,
        mentors TEXT NOT NULL)""",
    "CREATE INDEX by_person ON interviews (person)",
    """CREATE TABLE ratings (
        number INTEGER NOT NULL, competence INTEGER NOT NULL, title TEXT NOT NULL,
        aspect TEXT NOT NULL, rating INTEGER, low INTEGER, high INTEGER, self_rating INTEGER,
        required INTEGER, next_required INTEGER, aim INTEGER, confidence TEXT,
        misread INTEGER NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (number, competence, aspect)) WITHOUT ROWID""",
    """CREATE TABLE turns (
        line INTEGER PRIMARY KEY, number INTEGER NOT NULL, turn INTEGER NOT NULL,
        competence INTEGER NOT NULL, title TEXT NOT NULL, aspect TEXT NOT NULL,
        question TEXT NOT NULL, answer TEXT NOT NULL)""",
    "CREATE INDEX by_number ON turns (number)",
    """CREATE VIRTUAL TABLE said USING fts5(question, answer, content='turns',
        content_rowid='line', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER turn_in AFTER INSERT ON turns BEGIN
        INSERT INTO said (rowid, question, answer) VALUES (new.line, new.question, new.answer);
        END""",
    """CREATE TRIGGER turn_out AFTER DELETE ON turns BEGIN
        INSERT INTO said (said, rowid, question, answer)
        VALUES ('delete', old.line, old.question, old.answer);
        END""",
)
_PLACES = ("ratings", "turns", "interviews")


class Index:
    """The index over one folder. Any thread may use it; close it, or use it as a context manager.

    It says what was so at the last ``refresh``.
    """

    def __init__(self, folder: Path, file: Path | None) -> None:
        """Use ``open``; ``file`` is where the index is kept, None for nowhere but in memory."""
        self._folder = folder
        self._file = file
        self._guard = threading.RLock()
        self._mark: tuple[int, int] | None = None
        self._db = self._first()

    @classmethod
    def open(cls, transcripts_folder: Path, cache_folder: Path | None = None) -> Self:
        """The index over ``transcripts_folder``, as it was left; call ``refresh`` next.

        Args:
            cache_folder: where it is kept; the user's own cache folder by default.
        """
        try:
            kept = cache_folder or usual_cache_folder()
            files.make_folder(kept)
        except TranscriptError:
            return cls(transcripts_folder, None)
        name = hashlib.sha256(os.fsencode(os.path.realpath(transcripts_folder))).hexdigest()[:16]
        return cls(transcripts_folder, kept / f"{name}.sqlite3")

    def close(self) -> None:
        """Let go of the file, once nothing is left in it of transcripts that are gone."""
        with self._guard:
            with contextlib.suppress(sqlite3.Error):  # spoilt, busy or closed: the next one does it
                self._purge()
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- bringing it up to date ---

    def refresh(self, progress: Progress | None = None) -> Refreshed:
        """Bring in what changed in the folder since the last time, the newest interviews first.

        Args:
            progress: told how many of the changed files are done, and how many there are.

        Raises:
            TranscriptError: the folder can't be read. One that is not there holds none.
        """
        return self._safely(lambda: self._refresh(progress), fill=False)

    def forget(self, interview: str) -> bool:
        """Remove all that is known of an interview at once, for good; the file is not touched.

        Returns:
            False when another process is writing: then a refresh does it, once the file is gone.
        """

        def remove() -> bool:
            try:
                self._change((), (interview,))
                self._purge()
            except sqlite3.OperationalError as error:
                if not _busy(error):
                    raise
                return False
            return True

        return self._safely(remove, fill=False)

    def _refresh(self, progress: Progress | None) -> Refreshed:
        self._follow()
        there = files_in(self._folder)
        known = self._known()
        changed = [file for file in there if known.get(file.id) != (file.size, file.mtime_ns)]
        gone = tuple(known.keys() - {file.id for file in there})
        read_in = removed = 0
        try:
            if gone:
                self._change((), gone)
                removed = len(gone)
            for start in range(0, len(changed), _BATCH):
                batch = changed[start : start + _BATCH]
                self._change([told_by(file) for file in batch], ())
                read_in += len(batch)
                if progress:
                    progress(read_in, len(changed))
        except sqlite3.OperationalError as error:
            if not _busy(error):
                raise
        waiting = len(changed) - read_in + len(gone) - removed
        return Refreshed(read=read_in, removed=removed, total=len(there), waiting=waiting)

    def _follow(self) -> None:
        """Go over to the index that another process has made in place of ours, if one has."""
        if self._mark is not None and self._file is not None and _mark(self._file) != self._mark:
            self._db.close()
            self._db = self._first()

    def _known(self) -> dict[str, tuple[int, int]]:
        rows = self._db.execute("SELECT id, size, mtime_ns FROM interviews")
        return {name: (size, mtime_ns) for name, size, mtime_ns in rows}

    def _change(self, told: Sequence[Told], gone: Sequence[str]) -> None:
        """Put ``told`` in place of what was known, and take out ``gone``, all or none.

        What was taken out is found no more, but the words that are searched keep it until they
        are put together anew (``_purge``). That takes as long as there are words, so it is left
        until the index is closed.
        """
        with _transaction(self._db):
            for name in (*gone, *(each.file.id for each in told)):
                _take_out(self._db, name)
            for each in told:
                if os.path.lexists(each.file.place):  # not forgotten while it was being read
                    _put_in(self._db, each)
            if gone:
                self._db.execute("UPDATE about SET unpurged = 1")

    def _purge(self) -> None:
        """Leave nothing in the searched words of what was taken out."""
        (unpurged,) = self._db.execute("SELECT unpurged FROM about").fetchone()
        if unpurged:
            with _transaction(self._db):
                self._db.execute("INSERT INTO said (said) VALUES ('optimize')")
                self._db.execute("UPDATE about SET unpurged = 0")

    # --- asking ---

    def interviews(
        self,
        candidate: str | None = None,
        framework: str | None = None,
        limit: int | None = None,
    ) -> tuple[InterviewRow, ...]:
        """The interviews, newest first; only those of one candidate or framework, if named.

        Capitals and white space in a name make no difference; "" are those who gave none.
        """
        rows, values = _where(candidate, framework)
        query = (
            f"SELECT {', '.join(InterviewRow.__struct_fields__)} FROM interviews {rows} "
            "ORDER BY started DESC, id DESC LIMIT ?"
        )
        return self._rows(InterviewRow, query, (*values, -1 if limit is None else limit))

    def ratings(
        self, candidate: str | None = None, framework: str | None = None
    ) -> tuple[RatingRow, ...]:
        """All ratings in the order in which they were given, "not rated" among them."""
        rows, values = _where(candidate, framework)
        _, *columns = RatingRow.__struct_fields__
        query = (
            f"SELECT id AS interview, {', '.join(columns)} "
            f"FROM ratings JOIN interviews USING (number) {rows} "
            "ORDER BY at, id, competence, aspect"
        )
        return self._rows(RatingRow, query, values)

    def newest_ratings(self, candidate: str, each: int) -> tuple[RatingRow, ...]:
        """As ``ratings``, but of each aspect no more than the ``each`` newest ones of either sort.

        The sorts are rated and not rated: so the latest that was rated is always among them.
        """
        rows, values = _where(candidate, None)
        _, *columns = RatingRow.__struct_fields__
        # Only keys are numbered and sorted; going back for the rest takes half the time.
        query = (
            "WITH placed AS (SELECT number AS its, competence AS what, aspect AS which, "
            "ROW_NUMBER() OVER (PARTITION BY framework, competence, aspect, rating IS NULL "
            "ORDER BY at DESC, id DESC) AS place "
            f"FROM ratings JOIN interviews USING (number) {rows}) "
            f"SELECT id AS interview, {', '.join(columns)} FROM placed "
            "JOIN ratings ON number = its AND competence = what AND aspect = which "
            "JOIN interviews USING (number) WHERE place <= ? ORDER BY at, id, competence, aspect"
        )
        return self._rows(RatingRow, query, (*values, each))

    def attempts(self, candidate: str) -> tuple[AttemptsRow, ...]:
        """How often a candidate attempted each aspect."""
        rows, values = _where(candidate, None)
        query = (
            "SELECT framework, competence, aspect, COUNT(*) AS attempts "
            f"FROM ratings JOIN interviews USING (number) {rows} "
            "GROUP BY framework, competence, aspect"
        )
        return self._rows(AttemptsRow, query, values)

    def latest(self, candidate: str) -> tuple[RatingRow, ...]:
        """Of each aspect that a candidate was ever rated in, the latest row, in time.

        The latest "not rated" of an aspect stands beside its latest rating.
        """
        rows, values = _where(candidate, None)
        _, *columns, last = RatingRow.__struct_fields__
        query = (
            f"SELECT id AS interview, {', '.join(columns)}, MAX({last}) AS {last} "
            f"FROM ratings JOIN interviews USING (number) {rows} "
            "GROUP BY framework, competence, aspect, rating IS NULL "
            f"ORDER BY {last}, id, competence, aspect"
        )
        return self._rows(RatingRow, query, values)

    def search(
        self,
        text: str,
        candidate: str | None = None,
        framework: str | None = None,
        limit: int = 200,
    ) -> tuple[Hit, ...]:
        """The turns in which all words of ``text`` stand, newest interviews first.

        Any text is only words: nothing in it is a command. Capitals and accents make no difference,
        and the last word may be half typed, unless white space follows it.
        """
        words = _query(text)
        if not words:
            return ()
        rows, values = _where(candidate, framework)
        rows = f"{rows} AND" if rows else "WHERE"
        query = (
            "SELECT id AS interview, candidate, started, turn, competence, title, aspect, "
            "turns.question, turns.answer, snippet(said, -1, '', '', '…', 16) AS excerpt "
            "FROM said JOIN turns ON line = said.rowid JOIN interviews USING (number) "
            f"{rows} said MATCH ? ORDER BY started DESC, id DESC, turn LIMIT ?"
        )
        return self._rows(Hit, query, (*values, words, limit))

    def _rows(self, kind: type[_Row], query: str, values: Sequence[object]) -> tuple[_Row, ...]:
        def ask() -> tuple[_Row, ...]:
            raw = self._db.execute(query, values).fetchall()  # columns in the order of the fields
            return msgspec.convert(raw, tuple[kind, ...], strict=False)  # type: ignore[valid-type]

        return self._safely(ask, fill=True)

    # --- when it is of no use ---

    def _safely(self, work: Callable[[], _Result], *, fill: bool) -> _Result:
        """Do ``work``; where the index is spoilt, with a new one, and at the last in memory.

        Args:
            fill: the new one is to hold something before the work is done.
        """
        with self._guard:
            for anew in (self._rebuilt, _in_memory):
                try:
                    return work()
                except sqlite3.ProgrammingError:
                    raise  # ours: the index is not to blame
                except _SPOILT as error:
                    self._db.close()
                    self._mark = None
                    self._db = _in_memory() if _busy(error) else anew()
                    if fill:
                        self.refresh()
            return work()

    def _first(self) -> sqlite3.Connection:
        """The index as it was left, or a new one."""
        try:
            return self._connected()
        except (*_SPOILT, OSError, TranscriptError) as error:
            return _in_memory() if _busy(error) else self._rebuilt()

    def _rebuilt(self) -> sqlite3.Connection:
        """A new index in place of the one that is of no use."""
        try:
            if self._file is not None:
                for ending in ("", "-journal", "-wal", "-shm"):
                    self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
            return self._connected()
        except (*_SPOILT, OSError, TranscriptError):
            return _in_memory()

    def _connected(self) -> sqlite3.Connection:
        self._mark = None
        if self._file is None:
            return _in_memory()
        db = _connected(self._file, self._folder)
        self._mark = _mark(self._file)
        return db


# --- the database ---------------------------------------------------------------------------------


class _OfAnother(sqlite3.DatabaseError):
    """The index is of another version, or of another folder."""


def _mark(file: Path) -> tuple[int, int] | None:
    """Which file it is that has this name now."""
    try:
        stat = os.stat(file)
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _connected(file: Path, folder: Path) -> sqlite3.Connection:
    _make_private(file)
    db = _connect(file)
    try:
        db.execute("PRAGMA journal_mode = DELETE").fetchall()  # no memory shared through a file
        db.execute("PRAGMA synchronous = NORMAL")
        _prepare(db, os.fsencode(os.path.realpath(folder)))
    except BaseException:
        db.close()
        raise
    return db


def _in_memory() -> sqlite3.Connection:
    db = _connect(":memory:")
    _prepare(db, b"")
    return db


def _connect(name: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA secure_delete = ON").fetchall()
    db.execute("PRAGMA temp_store = MEMORY")  # nothing that was said goes to another place
    return db


def _make_private(file: Path) -> None:
    """Make sure that the file is there and its owner's alone.

    A file that is there is not opened for that: closing it would let go of the locks that another
    connection of this process holds.
    """
    try:
        os.close(files.open_file(file, os.O_RDWR | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        if not file.is_file():
            raise TranscriptError(f"{file} is not an ordinary file; it was left alone.") from None
        os.chmod(file, files.PRIVATE_FILE)


def _prepare(db: sqlite3.Connection, folder: bytes) -> None:
    """Make the tables of a new index; of another one, make sure that it is ours."""
    if not _version(db):
        with _transaction(db):
            if not _version(db):  # else another process was faster
                for table in _TABLES:
                    db.execute(table)
                db.execute("INSERT INTO about VALUES (?, 0)", (folder,))
                db.execute(f"PRAGMA user_version = {SCHEMA}")
    of = db.execute("SELECT folder FROM about").fetchall() if _version(db) == SCHEMA else None
    if of != [(folder,)]:
        raise _OfAnother("it is of another version or folder")


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


@contextlib.contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _busy(error: Exception) -> bool:
    """Whether another process has the database for now: nothing is wrong with it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)


def _take_out(db: sqlite3.Connection, interview: str) -> None:
    for table in _PLACES:
        db.execute(
            f"DELETE FROM {table} WHERE number IN (SELECT number FROM interviews WHERE id = ?)",
            (interview,),
        )


def _put_in(db: sqlite3.Connection, told: Told) -> None:
    """Put in all that was told; of what the database can't hold, no more than that it is there."""
    db.execute("SAVEPOINT one")
    try:
        _put_all(db, told)
    except (OverflowError, sqlite3.IntegrityError, sqlite3.DataError, UnicodeError):
        db.execute("ROLLBACK TO one")
        _put_all(db, Told(told.file, InterviewRow(id=told.file.id, damaged=True)))
    db.execute("RELEASE one")


def _put_all(db: sqlite3.Connection, told: Told) -> None:
    fields = ("size", "mtime_ns", *InterviewRow.__struct_fields__)
    head = (told.file.size, told.file.mtime_ns, *msgspec.structs.astuple(told.interview))
    marks = ", ".join("?" * len(fields))
    number = db.execute(
        f"INSERT INTO interviews ({', '.join(fields)}) VALUES ({marks})", head
    ).lastrowid
    db.executemany(
        f"INSERT INTO ratings VALUES ({', '.join('?' * 14)})",
        [(number, *row) for row in told.ratings],
    )
    db.executemany(
        "INSERT INTO turns (number, turn, competence, title, aspect, question, answer) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, *row) for row in told.turns],
    )


# --- questions to it ------------------------------------------------------------------------------


def _where(candidate: str | None, framework: str | None) -> tuple[str, tuple[str, ...]]:
    wanted = {
        "person = ?": None if candidate is None else folded(candidate),
        "framework = ?": framework,
    }
    named = {clause: value for clause, value in wanted.items() if value is not None}
    return ("WHERE " + " AND ".join(named) if named else "", tuple(named.values()))


def _query(text: str) -> str:
    """Any text as a search for all its words: each is quoted, so that none is a command."""
    text = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    words = text.split()[:_MAX_WORDS]
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    if quoted and not text[-1].isspace():
        quoted[-1] += "*"
    return " ".join(quoted)
