"""Interviews made into one file: gathered, redacted where that is asked for, and noted.

The command line and the screens hand over in the same way; each says in its own what is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from interviewer.domain import InterviewerError, Value
from interviewer.export.csv_export import csv_bytes
from interviewer.export.formats import format_of
from interviewer.export.material import Links, Material, gather, links_of
from interviewer.export.redaction import Redactor
from interviewer.export.writing import COHORT, default_name, note
from interviewer.record.library import find, transcript_paths
from interviewer.record.record import Record
from interviewer.record.summary import summary
from interviewer.safe_text import for_one_line

Tell = Callable[[str], None]

_TOKEN = re.compile(r"\[(?:redacted \d+|e-mail|phone)\]")


class Handed(Value, frozen=True, kw_only=True):
    """What is remembered of an interview that is handed over: little, as there may be many."""

    interview: str
    exported: str
    named: frozenset[str]


class Parcel(Value, frozen=True, kw_only=True):
    """A file to hand over. ``name`` is for one that was not given any; ``replaced`` in words."""

    data: bytes
    name: str
    format_id: str
    handed: tuple[Handed, ...]
    redacted: bool
    cohort: bool
    replaced: tuple[str, ...] = ()


def parcel(
    folder: Path,
    frameworks: Callable[[], Path],
    interviews: Sequence[str],
    format_id: str,
    names: Sequence[str] = (),
    *,
    cohort: bool = False,
    tell: Tell,
) -> Parcel:
    """Make a file of interviews.

    Args:
        folder: where the transcripts are.
        frameworks: where the frameworks are; without them, what they say of KSBs is left out.
        interviews: their ids; one of them, but for a cohort, where none stands for all.
        names: what is to be redacted.
        tell: is told, in sentences, what is left out and what is damaged.

    Raises:
        InterviewerError: one of them is not there or can't be read, or there are none.
    """
    make = format_of(format_id)
    paths = [find(folder, each) for each in interviews]
    if cohort and not paths:
        paths = transcript_paths(folder)[::-1]
    redactor = Redactor(names) if names else None
    handed: list[Handed] = []
    gathered = _noticed(
        _gathered(paths, frameworks, redactor, tell, skip=cohort, trends=format_id == "html"),
        handed,
    )
    data = csv_bytes(gathered) if cohort else b"".join(make(each) for each in gathered)
    if not handed:
        raise InterviewerError(f"There are no interviews in {folder} that could be exported.")
    stem = COHORT if cohort else handed[0].interview
    return Parcel(
        data=data,
        name=default_name(stem, format_id, redacted=bool(names)),
        format_id=format_id,
        handed=tuple(handed),
        redacted=bool(names),
        cohort=cohort,
        replaced=tuple(_replaced(redactor, handed)) if redactor else (),
    )


def note_parcel(folder: Path, path: Path, made: Parcel) -> str:
    """Remember where a file is, for ``forget``; what went wrong with that, in a sentence."""
    handed = [(each.interview, each.exported) for each in made.handed]
    about = made.format_id
    try:
        note(folder, path, made.data, about, handed, redacted=made.redacted, cohort=made.cohort)
    except InterviewerError as error:
        return f"{error} So forgetting it won't find this file."
    return ""


def _gathered(
    paths: Iterable[Path],
    frameworks: Callable[[], Path],
    redactor: Redactor | None,
    tell: Tell,
    *,
    skip: bool,
    trends: bool,
) -> Iterator[Material]:
    """The material of each interview; of many, what can't be read is passed over, and named."""
    links: dict[str, Links] = {}
    now = datetime.now(UTC)
    for path in paths:
        try:
            about = _links(path, frameworks, links, tell)
            found = gather(path, about, now, redactor, trends=trends)
        except InterviewerError as error:
            if not skip:
                raise
            tell(f"{path.stem} is left out: {for_one_line(str(error))}")
            continue
        if not found.whole:
            tell(f"{path.stem} is damaged or was altered; the export says so.")
        yield found


def _links(
    path: Path, frameworks: Callable[[], Path], known: dict[str, Links], tell: Tell
) -> Links:
    """What the installed frameworks say about the interview's own; read once for each."""
    name = summary(path).framework
    if name not in known:
        try:
            known[name] = links_of(frameworks(), name) if name else Links()
        except InterviewerError:
            known[name] = Links()
        if name and known[name].framework is None:
            tell(f"Framework {for_one_line(name, 60)} can't be read, so KSBs are left out.")
    return known[name]


def _noticed(materials: Iterable[Material], handed: list[Handed]) -> Iterator[Material]:
    """Pass materials on one by one, and note what was passed."""
    for each in materials:
        opened = each.record.opened
        named = frozenset((opened.candidate, *_mentors(each.record)))
        handed.append(Handed(interview=opened.interview, exported=each.exported, named=named))
        yield each


def _mentors(record: Record) -> Iterator[str]:
    review = record.review
    for group in (review.moderations, review.comments, review.actions, review.signatures):
        yield from (each.mentor for each in group)


def _replaced(redactor: Redactor, handed: Iterable[Handed]) -> Iterator[str]:
    """What was replaced, and who is still named in it: whoever hands it over is to know."""
    for each in redactor.replaced:
        times = f"{each.times} time{'' if each.times == 1 else 's'}"
        yield f"Replaced {for_one_line(each.what, 60)} by {each.by}: {times}"
    named = {name for each in handed for name in each.named}
    for name in sorted(named):
        if any(letter.isalpha() for letter in _TOKEN.sub("", name)):
            yield f"Still named in it: {for_one_line(name, 60)}"
