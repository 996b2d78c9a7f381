"""A sample of the attacks and slips of the finger; scripts/evaluate_assessor runs them all."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from interviewer.assessor.assess import assess
from interviewer.assessor.embedded import EmbeddedReader
from interviewer.domain import Aspect, Competence, Exemplar, Prompt
from interviewer.framework.loader import load, load_questions, load_study

ROOT = Path(__file__).parents[2]
FRAMEWORKS = ROOT / "frameworks"
SAMPLE = 60  # answers, of 270
SLIPS = 0.06  # of the longer words

Rate = Callable[[Competence, Exemplar, str], int]


@pytest.fixture(scope="module")
def scripts() -> Iterator[Any]:
    """What the evaluation script attacks and mistypes with."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import slips
    import suites

    yield suites.ATTACKS, slips.mistyped
    sys.path.remove(str(ROOT / "scripts"))


@pytest.fixture(scope="module")
def sample() -> list[tuple[Competence, Exemplar]]:
    """Answers of levels 1 to 4 from all over the study pages, the same ones each time."""
    found = []
    for competence in load(FRAMEWORKS, "apm-2").competences:
        study = load_study(FRAMEWORKS, "apm-2", competence.number)
        found += [(competence, each) for each in (study.exemplars if study else ())]
    lower = [(competence, each) for competence, each in found if each.level < 5]
    return random.Random(5).sample(lower, SAMPLE)


@pytest.fixture(scope="module")
def rate() -> Rate:
    """The level that the shipped reader and the table give to an answer."""
    reader = EmbeddedReader(load(FRAMEWORKS, "apm-2").competences)
    texts = {question.id: question.text for question in load_questions(FRAMEWORKS, "apm-2")}

    def rated(competence: Competence, exemplar: Exemplar, answer: str) -> int:
        prompt = Prompt(
            competence=competence,
            aspect=Aspect(exemplar.aspect),
            question=texts[exemplar.question],
            insisted=True,
        )
        return assess(reader, prompt, answer).rating or 0

    return rated


def test_words_that_are_no_evidence_gain_no_level(
    scripts: Any, sample: list[tuple[Competence, Exemplar]], rate: Rate
) -> None:
    """Of some 350 attacked versions at most one in twenty is rated higher than the answer itself.

    An answer that is turned away by itself is none of them: words that bring it back are no attack.
    """
    attacks, _ = scripts
    gained, turned_away = [], 0
    for competence, exemplar in sample:
        own = rate(competence, exemplar, exemplar.answer)
        if exemplar.level and not own:
            turned_away += 1
            continue
        for name, attack in attacks.items():
            answer = attack(exemplar.answer, "What did you do?", competence)
            if rate(competence, exemplar, answer) > own:
                gained.append((name, competence.number, exemplar.level))
    assert len(gained) <= 0.05 * SAMPLE * len(attacks), gained
    assert turned_away <= 0.1 * SAMPLE


def test_slips_of_the_finger_change_no_level(
    scripts: Any, sample: list[tuple[Competence, Exemplar]], rate: Rate
) -> None:
    """Nine in ten mistyped answers keep their level, and they move up as often as down."""
    _, mistyped = scripts
    moved = []
    for place, (competence, exemplar) in enumerate(sample):
        slipped = mistyped(exemplar.answer, random.Random(place), SLIPS)
        own = rate(competence, exemplar, exemplar.answer)
        moved.append(rate(competence, exemplar, slipped) - own)
    assert sum(each != 0 for each in moved) <= 0.1 * SAMPLE, moved
    assert abs(sum(moved)) <= 2, moved
