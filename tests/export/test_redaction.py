"""Names, addresses and numbers taken out of an interview; quotes stay word for word."""

from __future__ import annotations

import time
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from desk_samples import ID, desk, held, material, reviewed
from hypothesis import given
from hypothesis import strategies as st

from interviewer.domain import InterviewerError
from interviewer.export.redaction import _KEPT, Redactor, redacted
from interviewer.record import facts
from interviewer.record.reading import read
from interviewer.review import moderation


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Jane Smith's plan", "[redacted 1]'s plan"),
        ("JANE  SMITH\u2019S and jane\nsmith", "[redacted 1]\u2019S and [redacted 1]"),
        ("Jane Smithson, MaryJane Smith", "Jane Smithson, MaryJane Smith"),
        ("(Jane\u00a0Smith)", "([redacted 1])"),
        ("J\u200bane Smi\u00adth", "[redacted 1]"),
        ("O\u2019Brien and O'BRIEN", "[redacted 2] and [redacted 2]"),
        ("Zoe\u0308 met ZOË", "[redacted 3] met [redacted 3]"),
        ("jane_Acme_2024.docx", "jane_[redacted 4]_2024.docx"),
        ("Acme-led, acme.", "[redacted 4]-led, [redacted 4]."),
        ("Mail a.b+c@mail.example.co.uk.", "Mail [e-mail]."),
        ("jane.smith@acme.org", "[e-mail]"),
        ("tel:07700 900123, 020 7946 0958", "tel:[phone], [phone]"),
        ("+44 (0)20 7946 0958 or (0161) 496-0000", "[phone] or [phone]"),
        ("00 49 201 1234567", "[phone]"),
        ("on 01-02-2026 10:30, in 2026-11-21", "on 01-02-2026 10:30, in 2026-11-21"),
        ("£1,250,000, 0.5 of 1 000 000 000, 07:30", "£1,250,000, 0.5 of 1 000 000 000, 07:30"),
    ],
)
def test_what_is_replaced_and_what_is_not(text: str, redacted: str) -> None:
    """Any capitals, any white space, possessives, unseen marks; whole words only."""
    assert Redactor(["Jane Smith", "O'Brien", "Zoë", "Acme"]).text(text) == redacted


def test_the_longer_name_goes_first_and_all_is_counted() -> None:
    """A name within another is not found in it; what was not found counts 0."""
    redactor = Redactor(["Acme", "Acme Rail", "Nobody", "Acme"])
    assert redactor.text("Acme Rail bought Acme.") == "[redacted 2] bought [redacted 1]."
    told = {each.what: each.times for each in redactor.replaced}
    assert told == {
        "Acme": 1, "Acme Rail": 1, "Nobody": 0, "e-mail addresses": 0, "phone numbers": 0,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["", "  ", "...", "*"])
def test_a_name_without_letters_is_refused(name: str) -> None:
    """It would be found everywhere, or nowhere."""
    with pytest.raises(InterviewerError, match="no letters"):
        Redactor([name])


def test_a_name_is_only_text() -> None:
    """Nothing in it is a pattern."""
    assert Redactor(["a.c (x|y)*+"]).text("abc xxx a.c (x|y)*+ ") == "abc xxx [redacted 1] "


@pytest.mark.parametrize("piece", ["a.a", "0 ", "Jane ", "a@", "+(", "a.a@a.", "\u200b"])
def test_huge_text_takes_time_in_proportion(piece: str) -> None:
    """No text makes the search go back and forth over it."""
    redactor = Redactor(["Jane Smith"])
    began = time.perf_counter()
    redactor.text(piece * 100_000)
    assert time.perf_counter() - began < 5


def test_every_quote_is_still_word_for_word(tmp_path: Path) -> None:
    """Also where the name stands at its edge, and in a mentor's comment on it."""
    path = held(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, "Jane who?", "Jane"))
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, "?", "with Jane Smith. Ring"))
    record = material(path, "Jane Smith", "Zoë Ashworth").record
    (turn,) = [each for each in record.turns if each.number == 1]
    assert turn.answer == "I led the works with [redacted 1]. Ring her on [phone] or [e-mail]."
    assert turn.assessment
    for item in turn.assessment.evidence:
        assert turn.answer[item.start : item.end] == item.quote
    for comment in record.review.comments:
        assert turn.answer[comment.start : comment.end] == comment.quote
    assert record.review.comments[0].quote == "[redacted 1]"
    assert record.opened.candidate == "[redacted 2]"


@given(
    st.lists(
        st.sampled_from(["Jane Smith", "x", " ", "Jane", "a@b.org", "07700 900123", "\u00eb"])
    ),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_a_stretch_of_the_old_text_is_a_stretch_of_the_new(
    pieces: list[str], start: int, end: int
) -> None:
    """In order, within bounds; what is outside the stretch stays outside, redacted or not."""
    text = "".join(pieces)
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    changed, mapped = Redactor(["Jane Smith"]).passage(text)
    new_start, new_end = mapped(start, end)
    assert 0 <= new_start <= new_end <= len(changed)
    assert mapped(0, len(text)) == (0, len(changed))
    before, after = mapped(0, start), mapped(end, len(text))
    assert before[1] >= new_start
    assert after[0] <= new_end
    if "Jane Smith" not in text and "@" not in text and "0" not in text:
        assert (changed, new_start, new_end) == (text, start, end)


def test_nothing_of_a_name_is_left_in_the_material(tmp_path: Path) -> None:
    """Neither in facts nor in the chain; the file itself is as it was."""
    path = reviewed(tmp_path)
    before = path.read_bytes()
    found = material(path, "Jane Smith", "Mo Tor", "Zoë Ashworth")
    text = repr(found).casefold()
    for name in ("jane smith", "mo tor", "zoë", "07700", "example.org"):
        assert name not in text
    assert found.chain is None
    assert found.seal == read(path).seal
    assert path.read_bytes() == before
    assert found.record.opened.interview == ID


def test_all_text_of_every_kind_of_fact_is_redacted_or_known_to_be_none() -> None:
    """A new field of text is redacted without anybody having to think of it."""
    kinds = get_args(facts.AnyFact)
    for kind in kinds:
        for field in msgspec.structs.fields(kind):
            if field.type is not str or field.name in _KEPT:
                continue
            required = {
                each.name: _sample(each.type)
                for each in msgspec.structs.fields(kind)
                if each.required
            }
            fact = kind(**{**required, field.name: "so Jane Smith said"})
            (item,) = redacted([facts.Stamped(seq=1, at="", fact=fact)], Redactor(["jane smith"]))
            assert getattr(item.fact, field.name) == "so [redacted 1] said", (kind, field.name)


def _sample(kind: object) -> object:
    """Some value for a field that has no default; facts don't check what they are made with."""
    return {str: "x", int: 1, bool: False}.get(kind, ())  # type: ignore[call-overload]
