"""The report as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace
from report_samples import NUMBERS, SHIPPED, asks, begun, both, record_at, records, steps
from toys import plan

from interviewer.domain import Aspect, Measure
from interviewer.export.markdown import WORD_JOINER, escaped, escaped_lines, markdown
from interviewer.framework.loader import load, load_questions
from interviewer.record.facts import Misread
from interviewer.record.record import Record
from interviewer.review.report import Report, report
from interviewer.safe_text import for_one_line, for_terminal

# CommonMark with HTML let through, and what GitHub adds.
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN = {"text", "softbreak", "hardbreak", "text_special"}


def document(record: Record, **options: object) -> str:
    """The document on an interview."""
    made: Report = report(record, development=steps(range(1, 8)), **options)  # type: ignore[arg-type]
    return markdown(made, record.turns)


def sample() -> Record:
    """A finished interview with gaps, a next role, and something misread."""
    record = record_at(
        both(n1=(3, 2), n2=(None, 1)), [asks(1, 3, 3), asks(2, 2, 2)], [asks(1, 4, 4)]
    )
    said = Misread(competence=1, aspect=Aspect.KNOWLEDGE, reason="I did say why.")
    return replace(record, misread=(said,))


def headings(text: str) -> list[str]:
    """The headings, with their marks."""
    return [line for line in text.split("\n") if re.match("#+ ", line)]


def test_the_document_holds_the_report_and_every_turn() -> None:
    """In order, with its provenance, and twice what it is not."""
    record = sample()
    text = document(record, seal="5ea1" * 16)
    assert text.count("**Practice record, not assessment evidence.**") == 2
    found = headings(text)
    assert found[0] == "# Interview report"
    assert [each for each in found if each.startswith("## ")] == [
        "## Where you stand",
        "## Strengths",
        "## How you placed yourself",
        "## What to do next",
        "## What you found misread",
        "## The interview, turn by turn",
        "## Where this comes from",
    ]
    turns = [each for each in found if each.startswith("### Turn")]
    assert len(turns) == len(record.turns)
    for line in (
        "- Framework: toy, version 1",
        f"- Seal of the transcript: {'5ea1' * 16}",
        "- Read by: toy, version 1",
        "| Toy 1 | Application | 3 Competent | 3 | 3 | none | 4 | small, 1 level | medium |",
        "- Toy 1, knowledge: I did say why.",
    ):
        assert line in text.split("\n")


def test_a_table_has_no_columns_that_nobody_asked_for() -> None:
    """As in the page."""
    text = document(record_at(both(n1=(3, 2))))
    assert "| Competence | Aspect | Heard | You said | Confidence |" in text


def test_coverage_by_duty_and_by_area() -> None:
    """With turns, and the standard's attribution."""
    levels = {(12, aspect): 3 for aspect in Aspect}
    by_ksbs = document(
        record_at(levels, measures=Measure.KSBS, profile="st0310-1.4"),
        described=load(SHIPPED, "st0310-1.4"),
        questions=load_questions(SHIPPED, "apm-2", [12]),
    )
    assert len(re.findall(r"^- \*\*[KSB]\d+\*\* ", by_ksbs, re.MULTILINE)) == 62
    assert "Crown copyright" in by_ksbs and "### By duty" in by_ksbs
    by_areas = document(
        record_at(levels, measures=Measure.AREAS, profile="nhs-pmo-band-8d"),
        described=load(SHIPPED, "nhs-pmo"),
    )
    assert "### Risks and issues: evidenced" in by_areas
    assert "There is no band above this one in the pathway." in by_areas


def test_an_interview_that_was_only_opened_is_a_document_too() -> None:
    """It says that no question was put."""
    assert "No question was put." in document(begun(plan()).record)


# --- hostile text ---------------------------------------------------------------------------------


def rendered(tokens: list[Token]) -> tuple[set[str], str]:
    """The kinds of all inline tokens, and the text that a reader sees."""
    children = [child for token in tokens for child in token.children or []]
    seen = "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in children
    )
    return {child.type for child in children}, seen


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<!-- a",
        "<div a",
        "<?a",
        "[a](http://x.example) ![b](c)",
        "<http://x.example> https://x.example/?a=b&c www.x.example x.example a@b.example",
        "*a* _b_ `c` ~~d~~ **e** | f | &lt; &#60;",
        "[^1] [x]: y",
        "# a",
        "- a",
        "1. a",
        "1) a",
        "+ a",
        "> a",
        "===",
        "---",
        "```",
        "~~~",
        "\\*a\\*",
        "a\\",
        "!!! note",
        ": b",
    ],
)
def test_marks_are_only_text(text: str) -> None:
    """Each shows as it was typed, and is nothing else."""
    tokens = PARSER.parse(escaped(text))
    kinds, seen = rendered(tokens)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert kinds <= PLAIN
    assert seen.replace(WORD_JOINER, "") == text


@pytest.mark.parametrize(
    "text",
    ["http://x.example/", "www.x.example", "mailto:a@b.example", "ask a@b.example.", "@team"],
)
def test_addresses_do_not_become_links(text: str) -> None:
    """What GitHub's autolinks look for in the source, or in the text, is not there."""
    source = escaped(text)
    assert not re.search(r"https?://|www\.\w|mailto:", source)
    assert not re.search(r"@\w", source)


def test_plain_words_are_left_as_they_are() -> None:
    """So that the file can be read without being rendered."""
    text = 'I rang the supplier (twice!), "to be sure": it was 3.5 weeks late, at 10% more.'
    assert escaped(text) == text


LETTERS = st.sampled_from("<>&\"'[](){}!*_`~|\\#+-=.:@/$^ab1 \t\n\x1b\u202e")
HOSTILE = st.text(LETTERS | st.characters(codec="utf-8"), min_size=1, max_size=60)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_any_text_on_one_line_is_shown_as_it_is(text: str) -> None:
    """No markup, no links, no HTML, nothing lost but what a terminal would not be sent either."""
    tokens = PARSER.parse(f"x {escaped(text)} x")
    kinds, seen = rendered(tokens)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert kinds <= PLAIN
    assert (
        seen.replace(WORD_JOINER, "").split()
        == f"x {for_one_line(text)} x".replace(WORD_JOINER, "").split()
    )


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_any_answer_keeps_its_lines_and_is_only_text(text: str) -> None:
    """Inside a quotation: paragraphs and breaks, each line where it was."""
    block = "\n".join(f"> {line}" if line else ">" for line in escaped_lines(text))
    tokens = PARSER.parse(f"{block}\n\nafter")
    kinds, _ = rendered(tokens[:-3])
    allowed = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
    assert {token.type for token in tokens} <= allowed
    assert kinds <= PLAIN - {"softbreak"}
    lines = [line.strip(" \t") for line in for_terminal(text).split("\n")]
    paragraphs = [rendered([token])[1] for token in tokens[:-3] if token.type == "inline"]
    shown = [line for paragraph in paragraphs for line in paragraph.split("\n")]
    wanted = [line.replace(WORD_JOINER, "") for line in lines if line]
    assert [line.replace(WORD_JOINER, "").strip() for line in shown] == [
        line.strip() for line in wanted
    ]


@settings(max_examples=40, deadline=None)
@given(records(HOSTILE.filter(str.strip)))
def test_any_interview_makes_a_document(record: Record) -> None:
    """No links, pictures or HTML in it anywhere; a heading for each turn."""
    text = markdown(report(record, development=steps(NUMBERS)), record.turns)
    tokens = PARSER.parse(text)
    kinds, _ = rendered(tokens)
    assert not kinds - PLAIN - {"strong_open", "strong_close"}
    assert not {token.type for token in tokens} & {"html_block", "code_block", "fence", "hr"}
    found = [line for line in headings(text) if line.startswith("### Turn ")]
    assert len(found) == len(record.turns)
