"""The network: its files, long answers in parts, and the same numbers each time."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.assessor.network import MODEL, OVERLAP, WINDOW, Network, Part, network, windows
from interviewer.domain import Act, Autonomy, Complexity, InterviewerError, Knowing

SAID = (
    "We had a supplier go quiet.",
    "I rang them on the Monday and moved the lift.",
    "It opened four days late.",
)


def same(one: Part, other: Part) -> bool:
    """Whether two parts are the same, bit by bit."""
    arrays = [
        (one.levels, other.levels),
        (one.about, other.about),
        (one.sentence_competences, other.sentence_competences),
        *((one.facets[name], other.facets[name]) for name in one.facets),
        *((one.whole[name], other.whole[name]) for name in one.whole),
    ]
    return all(a.tobytes() == b.tobytes() for a, b in arrays)


def test_its_labels_are_those_of_the_domain() -> None:
    """In their order, after "" for nothing."""
    settings = network().settings
    assert settings.whole["autonomy"] == ("", *Autonomy)
    assert settings.whole["complexity"] == ("", *Complexity)
    assert settings.whole["knowledge"] == ("", *Knowing)
    assert set(settings.acts) == set(Act)
    assert len(settings.competences) == 27


def test_what_it_says_are_probabilities() -> None:
    """Of each facet and sentence, of the whole, of the levels, of the kinds of turn."""
    (part,) = network().read(SAID)
    assert part.count == len(SAID)
    for values in (*part.facets.values(), *part.whole.values(), part.levels):
        assert np.all(values >= 0)
        assert np.allclose(values.sum(-1), 1, atol=1e-4)
    assert np.all((part.about >= 0) & (part.about <= 1))
    assert network().act("skip", "What did you do?").sum() == pytest.approx(1, abs=1e-4)


def test_the_same_text_gives_the_same_numbers_whatever_is_read_before() -> None:
    """Bit by bit: a rating must not depend on who was rated just before."""
    (before,) = network().read(SAID)
    network().read(["Something else entirely, and rather longer than that."] * 9)
    (after,) = network().read(SAID)
    assert same(before, after)
    (fresh,) = Network().read(SAID)
    assert same(before, fresh)


def test_a_long_answer_is_read_in_parts_that_cover_it() -> None:
    """Nothing at the end is lost."""
    sentences = [f"On day {day} I rang the yard and moved the delivery again." for day in range(90)]
    parts = network().read(sentences)
    assert len(parts) > 1
    covered = {part.first + row for part in parts for row in range(part.count)}
    assert covered == set(range(90))


def test_one_endless_sentence_is_cut_and_read() -> None:
    """A breath of ten thousand words has an end here."""
    (part,) = network().read(["and then I rang them " * 2_500])
    assert part.count == 1
    assert len(network().act("and then " * 5_000, "And then?")) == len(Act)


@given(st.lists(st.integers(0, 2 * WINDOW), max_size=60), st.integers(10, WINDOW))
def test_windows_cover_everything_and_come_to_an_end(lengths: list[int], room: int) -> None:
    """Each sentence is in a run; runs fit, save for one sentence alone; neighbours overlap."""
    runs = windows(lengths, room)
    assert {at for start, end in runs for at in range(start, end)} == set(range(len(lengths)))
    for start, end in runs:
        assert sum(lengths[start:end]) <= room or end - start == 1
    for (start, end), (following, _) in pairwise(runs):
        assert start < following <= end
        assert end - following <= OVERLAP


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the model."""
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def test_weights_that_do_not_belong_to_the_settings_are_refused(copy: Path) -> None:
    """A half-copied file would rate all the same, and wrongly."""
    weights = copy / "encoder.onnx"
    weights.write_bytes(weights.read_bytes()[:-1])
    with pytest.raises(InterviewerError, match="not the file that its settings belong to"):
        Network(copy)


@pytest.mark.parametrize("name", ["encoder.onnx", "settings.json", "tokenizer.json", "words.npz"])
def test_a_missing_file_is_a_clear_error(copy: Path, name: str) -> None:
    """The answer is then not rated, and says why."""
    (copy / name).unlink()
    with pytest.raises(InterviewerError, match="can't be read"):
        Network(copy)


def test_the_settings_name_the_data_and_the_version() -> None:
    """An assessment can be traced to what it was made with."""
    settings = json.loads((MODEL / "settings.json").read_text())
    assert settings["version"]
    assert len(settings["data"]) == 16
