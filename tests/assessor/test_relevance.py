"""What an answer is about, for competences that the network knows and for others."""

from __future__ import annotations

import pytest

from interviewer.assessor.embedded import EmbeddedReader
from interviewer.assessor.network import network
from interviewer.assessor.relevance import Relevance
from interviewer.domain import Aspect, Competence, Prompt

BRICKS = Competence(
    number=1,
    title="Stacking bricks",
    definition="Bricks.",
    terms=("brick", "tower", "mortar", "trowel", "spirit level", "course of bricks"),
)
BREAD = Competence(
    number=2,
    title="Baking bread",
    definition="Bread.",
    terms=("dough", "oven", "loaf", "yeast", "sourdough starter", "kneading"),
)
TOYS = Relevance([BRICKS, BREAD], network().settings.competences)
BAKED = (
    "I ran the bread stall for the summer fair on my own.",
    "I fed the sourdough starter on the Friday, chose the oven and decided on forty loaves.",
    "When the dough would not rise I moved the start to six and told the organisers myself.",
)


def prompt(competence: Competence, question: str = "What did you do?") -> Prompt:
    """A question on one of the toys."""
    return Prompt(competence=competence, aspect=Aspect.APPLICATION, question=question)


def test_terms_decide_about_competences_that_the_network_does_not_know() -> None:
    """A framework of one's own has no trained head."""
    parts = network().read(BAKED)
    assert TOYS.is_elsewhere(prompt(BRICKS), BAKED, parts)
    assert not TOYS.is_elsewhere(prompt(BREAD), BAKED, parts)


@pytest.mark.parametrize("answer", ["I did it on Friday, and it went well enough in the end."])
def test_in_doubt_an_answer_is_heard(answer: str) -> None:
    """No word of either: it may well be about what was asked."""
    parts = network().read([answer])
    assert not TOYS.is_elsewhere(prompt(BRICKS), [answer], parts)


def test_a_few_words_are_never_turned_away() -> None:
    """They tell too little of what they are about."""
    said = ("Baked forty loaves.",)
    assert not TOYS.is_elsewhere(prompt(BRICKS), said, network().read(said))


def test_a_reader_for_another_framework_rates_its_answers() -> None:
    """The network reads who did what, whatever it was about."""
    reader = EmbeddedReader([BRICKS, BREAD])
    reading = reader.read(prompt(BREAD), " ".join(BAKED))
    assert any(sentence.admitted for sentence in reading.sentences)
    reading = reader.read(prompt(BRICKS), " ".join(BAKED))
    assert not any(sentence.admitted for sentence in reading.sentences)
