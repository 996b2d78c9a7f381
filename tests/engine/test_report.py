"""Reading a report: sections, sentences, and the sentences that questions take up."""

from __future__ import annotations

import pytest
from exam_toys import question
from msgspec.structs import replace

from interviewer.domain import ExamQuestion
from interviewer.engine.report import read_report, sentence_for, themes_of, touches

MARKDOWN = """\
# A report

It begins before any section does.

## Background

The library is old and
we kept a risk register for it.

- I rang the supplier on Monday and asked for the dates.

| a | table |

```
code is passed over, with its risk register.
```

### Deeper

Something about a trowel and a brick wall was written here.

## Budget

We spent less than planned.
"""


def ask(*cues: str) -> ExamQuestion:
    """A question that is found by ``cues``."""
    made = question("report", 1, 1)
    return replace(made, cues=cues)


def test_sections_are_counted_below_the_title() -> None:
    """What stands below a section belongs to it; a title has no number."""
    places = read_report(MARKDOWN).places
    assert [(place.number, place.title) for place in places] == [
        ("", "A report"),
        ("1", "Background"),
        ("1", "Deeper"),
        ("2", "Budget"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("1 Introduction\n\nAll of it is here today.", "1", "Introduction"),
        ("1. Introduction\n\nAll of it is here today.", "1", "Introduction"),
        ("## 2.1 Risks and issues\n\nAll of it is here today.", "2.1", "Risks and issues"),
        ("Section 3: Budget\n\nAll of it is here today.", "3", "Budget"),
        ("Budget\n======\n\nAll of it is here today.", "1", "Budget"),
        ("**Bold text** and more of it is here today.", "", ""),
    ],
)
def test_headings_as_people_write_them(text: str, number: str, title: str) -> None:
    """Numbered lines, Markdown, underlined."""
    (sentence,) = read_report(text).sentences
    assert (sentence.place.number, sentence.place.title) == (number, title)


def test_a_numbered_list_is_no_row_of_headings() -> None:
    """Lines that end like sentences are sentences."""
    report = read_report("1. I rang the supplier.\n2. I wrote it down.\n")
    assert report.places == ()
    assert [sentence.text for sentence in report.sentences] == [
        "I rang the supplier.",
        "I wrote it down.",
    ]


def test_sentences_run_over_line_ends_and_tables_and_code_are_passed_over() -> None:
    """A quote is what was written, but for line breaks."""
    texts = [sentence.text for sentence in read_report(MARKDOWN).sentences]
    assert "The library is old and we kept a risk register for it." in texts
    assert not any("code" in text or "table" in text for text in texts)


def test_the_sentence_with_most_cues_is_taken_up_and_none_twice() -> None:
    """Whole words, capitals aside; a phrase over a line end is found too."""
    report = read_report(MARKDOWN)
    found = sentence_for(report, ask("library", "risk register"), ())
    assert found is not None and found.place.number == "1"
    assert sentence_for(report, ask("library", "risk register"), {found.text}) is None
    assert sentence_for(report, ask("librar"), ()) is None
    assert sentence_for(report, ask("LIBRARY"), ()) == found
    assert sentence_for(report, ask("library"), (), fits=lambda _: False) is None


def test_fragments_and_endless_sentences_are_not_taken_up() -> None:
    """A heading, a bullet without a full stop, forty-one words."""
    long = " ".join(["risk"] * 41) + "."
    report = read_report(f"# Risk\n\n- the risk of a thing that is late\n\n{long}\n\nRisk it.\n")
    assert sentence_for(report, ask("risk"), ()) is None


def test_what_a_report_touches() -> None:
    """A theme is touched when one of its questions finds a sentence."""
    report = read_report(MARKDOWN)
    assert touches(report, [ask("supplier")])
    assert not touches(report, [ask("sustainability"), ask()])


def test_a_sentence_is_about_the_theme_that_it_has_most_words_of() -> None:
    """The same for two is about both; none is about none."""
    cues = (("risk", "issue"), ("budget", "cost"))
    assert themes_of("The risk is an issue for the budget.", cues) == (0,)
    assert themes_of("A risk to the budget.", cues) == (0, 1)
    assert themes_of("A bicycle.", cues) == ()


def test_cues_may_hold_anything() -> None:
    """They are words, not patterns."""
    report = read_report("We used C++ (not C#) for the build of it all.\n")
    assert sentence_for(report, ask("(not", "a|b", "["), ()) is None


def test_an_empty_report_has_nothing() -> None:
    """No sentences, no sections."""
    report = read_report("\n\n")
    assert (report.places, report.sentences, report.words) == ((), (), 0)
