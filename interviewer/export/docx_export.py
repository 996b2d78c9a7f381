"""The interview as a document for Word and LibreOffice, to be read, printed and filed.

XML has no place for most control characters, so they are left out, with the escape sequences and
the marks that turn the direction of text; all other text is somebody's own, and never markup.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.shared import Pt

from interviewer.export.exam_page import exam_page
from interviewer.export.material import PRACTICE, Material
from interviewer.export.page import Block, Heard, Items, Page, Pairs, Table, Text, Words
from interviewer.record.record import Record, State, Turn
from interviewer.review.moderation import mentor_rating
from interviewer.review.portfolio import ksbs_of_turn
from interviewer.review.results import competence_result
from interviewer.review.text import aspect_name, review_lines
from interviewer.review.words import rating_in_words, shows
from interviewer.safe_text import for_one_line, for_terminal

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STATES = {State.COMPLETE: "complete", State.WITHDRAWN: "ended early"}
_RESULT_HEAD = ("Competence", "Aspect", "Heard", "Self", "Mentor", "Required", "Gap")


def docx_bytes(material: Material) -> bytes:
    """The document."""
    document = docx.Document()
    _prepare(document, material)
    if material.record.opened.exam:
        _page(document, exam_page(material))
    else:
        _head(document, material)
        _results(document, material.record)
        _turns(document, material)
        _review(document, material.record)
        _portfolio(document, material)
        _provenance(document, material)
        document.add_paragraph(PRACTICE + ".")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xml_text(text: str) -> str:
    """``text`` with only what XML can hold; lines stay lines."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", for_terminal(text))


def xml_line(text: str) -> str:
    """The same on one line."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", for_one_line(text))


def _prepare(document: Document, material: Material) -> None:
    """What the document says of itself: nothing of the template's, and no name."""
    about = document.core_properties
    about.author = "Interviewer"
    about.last_modified_by = "Interviewer"
    about.title = f"Interview {xml_line(material.record.opened.interview)}"[:255]
    about.subject = PRACTICE
    about.comments = ""
    about.language = "en-GB"
    about.created = about.modified = _moment(material.exported)
    document.styles["Normal"].font.size = Pt(10.5)
    for section in document.sections:
        section.footer.paragraphs[0].text = PRACTICE


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None)


def _pairs(document: Document, pairs: Iterable[tuple[str, str]]) -> None:
    for name, value in pairs:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(xml_line(value))


def _table(document: Document, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(head))
    table.style = "Table Grid"
    for place, name in zip(table.rows[0].cells, head, strict=True):
        place.paragraphs[0].add_run(name).bold = True
    for row in rows:
        for place, value in zip(table.add_row().cells, row, strict=True):
            place.text = xml_line(value)


def _words(document: Document, text: str, style: str = "Normal") -> None:
    """Somebody's words, a paragraph for each of their lines."""
    for line in xml_text(text).split("\n"):
        if line.strip():
            document.add_paragraph(line.replace("\t", " "), style=style)


# --- a page of parts ------------------------------------------------------------------------------


def _page(document: Document, page: Page) -> None:
    document.add_heading(xml_line(page.title), level=0)
    for mark in page.marks:
        document.add_paragraph().add_run(mark).bold = True
    for part in page.parts:
        document.add_heading(xml_line(part.title), level=part.level - 1)
        for block in part.blocks:
            _put(document, block)
    for mark in page.marks:
        document.add_paragraph(mark)


def _put(document: Document, block: Block) -> None:
    match block:
        case Text(text=text):
            document.add_paragraph(xml_line(text))
        case Words(text=text):
            _words(document, text, "Quote")
        case Items(items=items):
            for item in items:
                document.add_paragraph(xml_line(item), style="List Bullet")
        case Pairs(pairs=pairs):
            _pairs(document, pairs)
        case Heard(quotes=quotes):
            for each in quotes:
                told = f'"{xml_line(each.text)}" (turn {each.turn}: {xml_line(each.shows)})'
                document.add_paragraph(told, style="List Bullet")
        case Table(head=head, rows=rows):
            _table(document, head, rows)


# --- the parts ------------------------------------------------------------------------------------


def _head(document: Document, material: Material) -> None:
    record, opened = material.record, material.record.opened
    document.add_heading("Interview", level=0)
    document.add_paragraph().add_run(PRACTICE + ".").bold = True
    signed = record.review.signed_off
    _pairs(
        document,
        [
            ("Candidate", opened.candidate or "not named"),
            ("Role", opened.profile_title or "no role chosen"),
            ("Interview", opened.interview),
            ("Began", f"{record.started[:16].replace('T', ' ')} UTC"),
            ("State", _STATES.get(record.state, "unfinished")),
            ("Review", str(record.review.status)),
        ],
    )
    if signed:
        _pairs(document, [("Signed off", f"{signed.mentor}, {signed.at[:10]}")])
    if not material.whole:
        found = "; ".join(material.problems) or "the chain of hashes is broken"
        _pairs(document, [("DAMAGED OR ALTERED", found)])
    if material.replaced is not None:
        told = ", ".join(f"{each.by} {each.times}" for each in material.replaced if each.times)
        _pairs(document, [("Redacted", told or "nothing was found to redact")])


def _results(document: Document, record: Record) -> None:
    document.add_heading("Results", level=1)
    rows = list(_result_rows(record))
    if rows:
        _table(document, _RESULT_HEAD, rows)
    else:
        document.add_paragraph("Nothing was answered.")


def _result_rows(record: Record) -> Iterator[tuple[str, ...]]:
    begun = dict.fromkeys([*record.self_ratings, *(turn.competence for turn in record.turns)])
    for number in begun:
        result = competence_result(record, number)
        for aspect in result.aspects:
            judged = mentor_rating(record.review, number, aspect.aspect)
            yield (
                f"{number} {result.title}",
                aspect_name(aspect.aspect),
                rating_in_words(aspect.rating, aspect.span),
                _level(aspect.self_rating),
                _level(judged.rating if judged else None),
                _level(aspect.required),
                _level(aspect.gap),
            )


def _level(value: int | None) -> str:
    return "" if value is None else str(value)


def _turns(document: Document, material: Material) -> None:
    document.add_heading("The interview, turn by turn", level=1)
    for turn in material.record.turns:
        _turn(document, material, turn)


def _turn(document: Document, material: Material, turn: Turn) -> None:
    record, links = material.record, material.links
    document.add_heading(f"Turn {turn.number}: {xml_line(record.title(turn.competence))}", level=2)
    kind = "follow-up" if turn.is_probe else f"question, {turn.complexity} complexity"
    ksbs = ksbs_of_turn(turn, links.of_question, links.of_competence)
    about = f"{aspect_name(turn.aspect)}, {kind}"
    document.add_paragraph(f"{about}. KSBs: {' '.join(ksbs)}" if ksbs else f"{about}.")
    _words(document, turn.text, "Intense Quote")
    if turn.answer is None:
        document.add_paragraph(f"Not answered{f' ({turn.skipped})' if turn.skipped else ''}.")
    else:
        _words(document, turn.answer)
    for quote, meaning in _quotes(turn):
        document.add_paragraph(f'"{xml_line(quote)}" ({meaning})', style="List Bullet")
    _reading(document, record, turn)


def _quotes(turn: Turn) -> Iterator[tuple[str, str]]:
    """What was admitted as evidence in one answer, each quote once, with all that it shows."""
    meanings: dict[str, list[str]] = {}
    for item in sorted(
        turn.assessment.evidence if turn.assessment else (), key=lambda each: each.start
    ):
        meaning = shows(item)
        if meaning:
            meanings.setdefault(item.quote, []).append(meaning)
    for quote, told in meanings.items():
        yield quote, ", ".join(dict.fromkeys(told))


def _reading(document: Document, record: Record, turn: Turn) -> None:
    read = turn.assessment
    if read:
        rating = rating_in_words(read.rating, read.span)
        document.add_paragraph(
            f"This answer alone: {rating} ({read.confidence} confidence). "
            f"Read by {read.assessor.name}, version {read.assessor.version}."
        )
    elif turn.failure:
        document.add_paragraph(f"Not rated: {xml_line(turn.failure)}")
    for judged in record.review.of_turn(turn.number):
        reason = f": {judged.reason}" if judged.reason else ""
        document.add_paragraph(xml_line(f"Mentor {judged.mentor}: {judged.rating}{reason}"))
    for comment in record.review.comments:
        if comment.turn == turn.number:
            about = f' on "{comment.quote}"' if comment.quote else ""
            document.add_paragraph(xml_line(f"{comment.mentor}{about}: {comment.text}"))


def _review(document: Document, record: Record) -> None:
    if not record.review.begun:
        return
    document.add_heading("Review", level=1)
    for line in review_lines(record):
        document.add_paragraph(xml_line(line))


def _portfolio(document: Document, material: Material) -> None:
    found = material.portfolio
    if not found:
        return
    document.add_heading("Portfolio: KSB by evidence by turn", level=1)
    rows = [
        (
            ksb.id,
            ksb.statement,
            " ".join(str(item.turn) for item in ksb.items),
            " / ".join(dict.fromkeys(quote for item in ksb.items for quote in item.quotes[:1])),
        )
        for ksb in found
    ]
    _table(document, ("KSB", "Statement", "Turns", "Evidence"), rows)
    if material.links.attribution:
        document.add_paragraph(xml_line(material.links.attribution))


def _provenance(document: Document, material: Material) -> None:
    opened, framework = material.record.opened, material.links.framework
    title = f"{framework.head.title}, " if framework else ""
    readers = "; ".join(f"{each.name}, version {each.version}" for each in material.readers)
    document.add_heading("Where this comes from", level=1)
    _pairs(
        document,
        [
            ("Framework", f"{title}{opened.framework}, version {opened.framework_version}"),
            ("Fingerprint of its files (SHA-256)", opened.framework_sha256),
            ("Read by", readers or "nothing was read"),
            ("Interviewer version", opened.product),
            ("Exported", f"{material.exported} by version {material.product}"),
            ("Last fact", material.record.last_at),
            ("Seal of the transcript", material.seal),
        ],
    )
    for each in material.signatures:
        holds = "holds" if each.holds else "does NOT hold"
        told = f"{each.mentor}, {each.at}, facts 1 to {each.facts}, sealed {each.seal}: {holds}"
        _pairs(document, [("Sign-off", told)])
