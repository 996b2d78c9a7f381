"""What the interviewer says: neutral, short, in the candidate's own words."""

from __future__ import annotations

import re

import pytest

from interviewer.domain import Act, Aspect, Missing
from interviewer.engine import wording
from interviewer.record.record import State
from interviewer.review.words import LEVEL_NAMES

PROBES = [
    wording.probe(missing, aspect, words, turn)
    for missing in Missing
    for aspect in Aspect
    for words in ("", "I rang the supplier")
    for turn in range(3)
]


@pytest.mark.parametrize("text", sorted(set(PROBES)))
def test_a_probe_is_short_asks_one_thing_and_names_no_level(text: str) -> None:
    """One question at most, under thirty words, no level and no word of the scale."""
    assert text.count("?") <= 1
    assert len(text.split()) < 30
    assert not re.search(r"\blevel|\brating|supervis|independent|expert|proficient", text, re.I)


@pytest.mark.parametrize("missing", Missing)
def test_a_probe_is_not_put_twice_in_the_same_words(missing: Missing) -> None:
    """The wording changes from turn to turn."""
    one, two = (wording.probe(missing, Aspect.KNOWLEDGE, "", turn) for turn in (4, 5))
    assert one != two


def test_a_quote_is_verbatim_and_short() -> None:
    """Long words are cut at a comma where one comes late enough, and marked as cut."""
    said = (
        "I rang the supplier to find out how sure they were, and asked estates if it could stay up"
    )
    quoted = wording.quote(said)
    assert quoted == "I rang the supplier to find out how sure they were ..."
    assert wording.quote("We changed it.") == "We changed it"
    assert wording.quote("x" * 5 + " " + "y " * 40).endswith(" ...")


def test_words_with_braces_are_quoted_as_they_are() -> None:
    """Text that looks like a template is only text."""
    text = wording.probe(Missing.LED, Aspect.APPLICATION, "I set {quote} and {0}", 0)
    assert "I set {quote} and {0}" in text


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.ANSWER])
@pytest.mark.parametrize("state", [State.ASKING, State.SELF_RATING])
def test_every_act_has_a_reply_without_praise(act: Act, state: State) -> None:
    """There is always something to say, and it is never praise or a level."""
    text = wording.reply(act, state)
    assert text
    assert not re.search(r"great|excellent|well done|good answer", text, re.I)
    assert not any(name in text for name in LEVEL_NAMES)


def test_the_scale_is_in_words_when_asked_for() -> None:
    """Each level from 1 to 5 stands there, short enough to be heard."""
    assert all(f"{level}, " in wording.SCALE_MEANT for level in range(1, 6))
    assert len(wording.SCALE_MEANT.split()) < 70
