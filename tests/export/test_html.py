"""The report as a page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_samples import NUMBERS, SHIPPED, asks, begun, both, hold, record_at, records, steps
from toys import plan

from interviewer.domain import Aspect, Measure
from interviewer.export.html import html
from interviewer.framework.loader import load, load_questions
from interviewer.record.facts import Misread
from interviewer.record.record import Record
from interviewer.review.report import Report, report
from interviewer.safe_text import for_terminal

VOID = {"meta", "br", "img", "link", "hr", "input"}
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;\x1b[31m\u202e</p></style>"


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.unbalanced = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as in SVG."""
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self.open or self.open.pop() != tag:
            self.unbalanced += 1

    def handle_data(self, data: str) -> None:
        """Note text with the element it stands in."""
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each such element."""
        return [attributes for name, attributes in self.found if name == tag]

    def told(self, tag: str) -> list[str]:
        """The text in each such element."""
        return [text for name, text in self.texts if name == tag]


def page(record: Record, **options: object) -> str:
    """The page on an interview."""
    made: Report = report(record, development=steps(range(1, 8)), **options)  # type: ignore[arg-type]
    return html(made, record.turns)


def sample() -> Record:
    """A finished interview with gaps, a next role, and something misread."""
    record = record_at(
        both(n1=(3, 2), n2=(None, 1)), [asks(1, 3, 3), asks(2, 2, 2)], [asks(1, 4, 4)]
    )
    said = Misread(competence=1, aspect=Aspect.KNOWLEDGE, reason="I did say why.")
    return replace(record, misread=(said,))


def test_the_page_holds_the_report_and_every_turn() -> None:
    """With its provenance, and twice what it is not."""
    record = sample()
    text = page(record, seal="5ea1" * 16)
    seen = Page(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert seen.told("p").count("Practice record, not assessment evidence.") == 2
    turns = [each["id"] for each in seen.named("article")]
    assert turns == [f"turn-{turn.number}" for turn in record.turns]
    assert [t.text for t in record.turns if t.text not in seen.told("p")] == []
    assert [t.answer for t in record.turns if t.answer and t.answer not in seen.told("p")] == []
    for value in ("0" * 64, "5ea1" * 16, "toy, version 1", "0"):
        assert value in seen.told("dd")
    assert any("I did say why." in each for each in seen.told("span"))


def test_the_page_is_well_formed() -> None:
    """Every element closed in order, headings without a leap, cells with their heads."""
    seen = Page(page(sample()))
    assert (seen.unbalanced, seen.open) == (0, [])
    levels = [int(name[1]) for name, _ in seen.found if re.fullmatch("h[1-6]", name)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.get("scope") in ("col", "row", "rowgroup") for each in seen.named("th"))
    assert len(seen.named("caption")) == len(seen.named("table"))
    assert [each.get("role") for each in seen.named("svg")] == ["img"]


def test_ids_are_there_once_and_links_lead_to_them() -> None:
    """All links stay on the page."""
    seen = Page(page(sample()))
    ids = [attributes["id"] for _, attributes in seen.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [each.get("href") or "" for each in seen.named("a")]
    assert links
    assert all(link[0] == "#" and link[1:] in ids for link in links)


def test_the_policy_allows_the_one_style_and_nothing_else() -> None:
    """By its hash, so no style that somebody slipped in would count."""
    text = page(sample())
    policy = next(
        each["content"] or ""
        for each in Page(text).named("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert "@page { size: A4" in style


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    """No scripts, no styles on elements, no addresses."""
    seen = Page(page(sample()))
    assert not {name for name, _ in seen.found} & {"script", "img", "link", "iframe", "object"}
    names = {name for _, attributes in seen.found for name in attributes}
    assert not names & {"style", "src", "action", "srcset", "xlink:href"}
    assert not [name for name in names if name.startswith("on")]


def test_a_table_has_no_columns_that_nobody_asked_for() -> None:
    """Without a role nothing is required, and there is no gap."""
    heads = Page(page(record_at(both(n1=(3, 2))))).told("th")
    assert "Required" not in heads and "Gap" not in heads and "Next role" not in heads
    assert {"Required", "Gap", "Next role", "Gap to it"} <= set(Page(page(sample())).told("th"))


def test_coverage_by_duty_and_by_area() -> None:
    """Each with its links to turns, and the standard's attribution."""
    levels = {(12, aspect): 3 for aspect in Aspect}
    by_ksbs = page(
        record_at(levels, measures=Measure.KSBS, profile="st0310-1.4"),
        described=load(SHIPPED, "st0310-1.4"),
        questions=load_questions(SHIPPED, "apm-2", [12]),
    )
    seen = Page(by_ksbs)
    assert seen.unbalanced == 0
    assert len([each for each in seen.told("th") if re.fullmatch("[KSB][0-9]+", each)]) == 62
    assert "Crown copyright" in by_ksbs
    by_areas = page(
        record_at(levels, measures=Measure.AREAS, profile="nhs-pmo-band-8b"),
        described=load(SHIPPED, "nhs-pmo"),
    )
    seen = Page(by_areas)
    assert seen.unbalanced == 0
    assert "Moderate (our reading)" in seen.told("dd")
    assert "Risks and issues: evidenced" in seen.told("h4")
    assert "Band 8C, the next one" in seen.told("h3")


def test_an_interview_that_was_only_opened_is_a_page_too() -> None:
    """It says that no question was put."""
    seen = Page(page(begun(plan()).record))
    assert "No question was put." in seen.told("p")
    assert seen.unbalanced == 0


def test_what_was_skipped_and_what_failed_is_told() -> None:
    """Neither is a rating."""
    held = begun(plan(per_aspect=1))
    held.rate_self(3, 3)
    held.answer("led")
    pending = held.pending()
    assert pending
    held.fail(pending, "the <reader> broke")
    record = hold(held, [""])
    told = Page(page(record)).told("p")
    assert "Not rated: the <reader> broke" in told
    assert any(each.startswith("(not answered") for each in told)


def shape(text: str) -> list[tuple[str, Sequence[str]]]:
    """All elements with the names of their attributes."""
    return [(name, sorted(attributes)) for name, attributes in Page(text).found]


def changed(record: Record, said: str) -> Record:
    """The same interview with ``said`` wherever somebody else's words can stand."""
    opened = record.opened
    return replace(
        record,
        opened=replace(
            opened,
            candidate=said,
            profile_title=said,
            next_title=said,
            titles=tuple(said for _ in opened.titles),
            framework=said,
            framework_version=said,
            framework_sha256=said,
            interview=said,
            product=said,
        ),
        started=said,
        turns=tuple(
            replace(turn, text=said, answer=said if turn.answer else None, skipped="")
            for turn in record.turns
        ),
        misread=tuple(replace(each, reason=said) for each in record.misread),
    )


OUTSIDE = st.text(
    st.sampled_from("<>&\"'/=ab {}%#-!\n\x00\x1b[]\u202e") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(OUTSIDE | st.just(EVIL) | st.just("{{ 7 * 7 }}{% raw %}"))
def test_words_from_outside_never_become_elements(said: str) -> None:
    """The page is built of the same elements whatever was said, and shows it as text."""
    plain, hostile = (page(changed(sample(), each)) for each in ("x", said))
    assert shape(hostile) == shape(plain)
    assert Page(hostile).unbalanced == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", hostile)
    cleaned = for_terminal(said)
    if cleaned.strip():
        texts = "".join(text for _, text in Page(hostile).texts)
        assert cleaned in texts


@settings(max_examples=40, deadline=None)
@given(records(OUTSIDE.filter(str.strip)))
def test_any_interview_makes_a_page(record: Record) -> None:
    """Well formed, with a part for each turn."""
    seen = Page(html(report(record, development=steps(NUMBERS)), record.turns))
    assert (seen.unbalanced, seen.open) == (0, [])
    assert len(seen.named("article")) == len(record.turns)
