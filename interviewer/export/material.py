"""All that an export may need of one interview, gathered once, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from interviewer import __version__
from interviewer.domain import AssessorId, Framework, InterviewerError, Value
from interviewer.export.redaction import Redactor, Replaced, redacted
from interviewer.export.trends import TrendShown, trends_of
from interviewer.framework.loader import list_heads, load, load_questions
from interviewer.record import files
from interviewer.record.facts import Opened, Stamped
from interviewer.record.line import timestamp
from interviewer.record.reading import Contents, read
from interviewer.record.record import Incoherent, Record, fold
from interviewer.record.signing import Signature
from interviewer.review.portfolio import PortfolioKsb, portfolio

PRACTICE = "Practice record, not assessment evidence"


class Links(Value, frozen=True, kw_only=True):
    """What the installed frameworks say about KSBs; all empty where they can't be read.

    ``folder`` is where they are, for formats that want more of them.
    """

    folder: Path | None = None
    framework: Framework | None = None
    of_question: Mapping[str, tuple[str, ...]] = {}
    of_competence: Mapping[int, tuple[str, ...]] = {}
    statements: Mapping[str, str] = {}
    attribution: str = ""


class Material(Value, frozen=True, kw_only=True):
    """One interview, ready to be exported.

    ``chain`` are the lines of the file as they stand, None where they must not or can't be given
    on (it is redacted, or the file is not UTF-8). ``replaced`` is None unless it is redacted, and
    tells what stands there now, not what stood there before. ``stamped`` and ``record`` are
    redacted then, while ``seal`` is that of the file. ``trends`` are there only if asked for.
    """

    record: Record
    stamped: tuple[Stamped, ...]
    seal: str
    whole: bool
    problems: tuple[str, ...]
    signatures: tuple[Signature, ...]
    chain: tuple[str, ...] | None
    exported: str
    links: Links
    product: str = __version__
    replaced: tuple[Replaced, ...] | None = None
    trends: tuple[TrendShown, ...] = ()

    @property
    def readers(self) -> tuple[AssessorId, ...]:
        """Which readers and versions produced the assessments that stand."""
        found = [turn.assessment.assessor for turn in self.record.turns if turn.assessment]
        return tuple(dict.fromkeys(found))

    @property
    def portfolio(self) -> tuple[PortfolioKsb, ...]:
        """KSB by evidence by turn. A mock assessment carries the statements it was held under."""
        links, terms = self.links, self.record.opened.exam
        statements = {**links.statements, **(terms.statements if terms else {})}
        return portfolio(self.record, links.of_question, links.of_competence, statements)


def gather(
    path: Path,
    links: Links,
    exported: datetime,
    redactor: Redactor | None = None,
    *,
    trends: bool = False,
) -> Material:
    """Read one transcript for export. A damaged one is exported as far as it can be read.

    Args:
        trends: also look how the same candidate was rated before, in the other transcripts.

    Raises:
        InterviewerError: it can't be read, or too little of it can.
    """
    contents = read(path)
    stamped = redacted(contents.stamped, redactor) if redactor else contents.stamped
    record = fold(stamped)
    if record is None:
        raise Incoherent(f"There is nothing in interview {path.stem} that could be exported.")
    return Material(
        record=record,
        stamped=stamped,
        seal=contents.seal,
        whole=contents.whole,
        problems=_problems(contents),
        signatures=tuple(_signatures(contents, redactor)),
        chain=None if redactor else _chain(path),
        exported=timestamp(exported),
        links=links,
        replaced=_without_names(redactor) if redactor else None,
        trends=trends_of(path.parent, _as_named(contents, record))
        if trends and not record.opened.exam  # its themes are no competences
        else (),
    )


def _as_named(contents: Contents, record: Record) -> Record:
    """The record under the name that the other transcripts have, also where it is redacted."""
    opened = contents.stamped[0].fact
    return replace(record, opened=opened) if isinstance(opened, Opened) else record


def links_of(frameworks: Path, framework_id: str) -> Links:
    """What the installed frameworks say; nothing, where this one is not there or has problems."""
    try:
        framework = load(frameworks, framework_id)
        questions = load_questions(frameworks, framework_id)
    except InterviewerError:
        return Links()
    standard = _standard(frameworks, framework)
    return Links(
        folder=frameworks,
        framework=framework,
        of_question={each.id: each.ksbs for each in questions},
        of_competence={each.number: each.ksbs for each in framework.competences},
        statements={each.id: each.statement for each in standard.ksbs} if standard else {},
        attribution=standard.head.attribution if standard else "",
    )


def _standard(frameworks: Path, framework: Framework) -> Framework | None:
    """The framework with the statements of the KSBs that ``framework`` names."""
    if framework.ksbs:
        return framework
    named = {ksb for competence in framework.competences for ksb in competence.ksbs}
    if not named:
        return None
    for head in list_heads(frameworks):
        if head.id == framework.head.id:
            continue
        try:
            other = load(frameworks, head.id)
        except InterviewerError:
            continue
        if named & {each.id for each in other.ksbs}:
            return other
    return None


def _without_names(redactor: Redactor) -> tuple[Replaced, ...]:
    return tuple(replace(each, what="") for each in redactor.replaced)


def _problems(contents: Contents) -> tuple[str, ...]:
    torn = ("the last line is torn",) if contents.torn else ()
    return (*(str(each) for each in contents.problems), *torn)


def _signatures(contents: Contents, redactor: Redactor | None) -> Iterable[Signature]:
    for each in contents.signatures:
        yield replace(each, mentor=redactor.text(each.mentor)) if redactor else each


def _chain(path: Path) -> tuple[str, ...] | None:
    with open(files.open_to_read(path), "rb") as file:
        data = file.read()
    try:
        return tuple(data.decode("utf-8").removesuffix("\n").split("\n"))
    except UnicodeDecodeError:
        return None
