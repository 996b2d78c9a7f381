"""The bank that we ship: full size, spread, and nothing said twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import product
from pathlib import Path

from interviewer.domain import Aspect, Complexity, Framework, Missing
from interviewer.framework.likeness import sentence_length, words
from interviewer.framework.loader import (
    load_development,
    load_exam_questions,
    load_probes,
    load_questions,
    load_study,
)
from interviewer.framework.shapes import Sector

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"
BANK = load_questions(FRAMEWORKS, "apm-2")
EXAM = load_exam_questions(FRAMEWORKS, "st0310-1.4")
PROBES = load_probes(FRAMEWORKS, "apm-2")
STUDIES = [load_study(FRAMEWORKS, "apm-2", number) for number in range(1, 28)]
SPOKEN_RUN = 6  # words in a row that no two exemplars share

KINDS = {
    Aspect.APPLICATION: {
        Missing.OCCASION,
        Missing.OWN_PART,
        Missing.LED,
        Missing.COMPLEXITY,
        Missing.SUPERVISED,
        Missing.SOUGHT,
        Missing.HARD_CONTEXT,
    },
    Aspect.KNOWLEDGE: {
        Missing.DESCRIBES,
        Missing.EXPLAINS,
        Missing.EVALUATES,
        Missing.HARD_CONTEXT,
        Missing.ORIGINATES,
    },
}


def test_each_cell_has_at_least_two_questions() -> None:
    """27 competences, two aspects, three complexities."""
    counts = Counter((each.competence, each.aspect, each.complexity) for each in BANK)
    assert len(counts) == 27 * 2 * 3
    assert min(counts.values()) >= 2


def test_the_sectors_are_spread() -> None:
    """Each sector has its share, and none has the bank to itself."""
    counts = Counter(each.sector for each in BANK if each.sector)
    assert set(counts) == set(Sector.__args__)
    assert min(counts.values()) >= 0.03 * len(BANK)
    assert max(counts.values()) <= 0.15 * len(BANK)


def test_each_kind_of_missing_evidence_has_its_probes() -> None:
    """Two or three for each competence, and none for two competences."""
    for number, aspect in product(range(1, 28), Aspect):
        for kind in KINDS[aspect]:
            assert 2 <= len(PROBES[number, aspect, kind]) <= 3
    texts = [text.lower() for own in PROBES.values() for text in own]
    assert len(set(texts)) == len(texts)


def test_each_competence_has_its_study_page() -> None:
    """A note, confusions, and an exemplar for each level of each aspect."""
    for study in STUDIES:
        assert study is not None
        assert len(study.confusions) >= 2
        places = [(each.aspect, each.level) for each in study.exemplars]
        assert places == [(aspect, level) for aspect in Aspect for level in range(1, 6)]


def test_the_length_of_an_exemplar_does_not_tell_its_level() -> None:
    """Who writes more is not shown as better: mean lengths of the levels lie close together."""
    lengths = defaultdict(list)
    for study in STUDIES:
        for each in study.exemplars if study else ():
            lengths[each.level].append(len(words(each.answer)))
    means = [sum(found) / len(found) for _, found in sorted(lengths.items())]
    assert max(means) < 1.5 * min(means), means


def test_no_two_exemplars_share_a_run_of_words() -> None:
    """Each was written for itself."""
    holders = defaultdict(set)
    for study in STUDIES:
        for each in study.exemplars if study else ():
            found = words(each.answer)
            for start in range(len(found) - SPOKEN_RUN + 1):
                name = (study.competence, each.aspect, each.level)
                holders[" ".join(found[start : start + SPOKEN_RUN])].add(name)
    shared = {run: names for run, names in holders.items() if len(names) > 1}
    assert shared == {}


def test_each_ksb_is_in_three_exam_questions_and_in_both_methods(standard: Framework) -> None:
    """Whatever method an apprentice practises, nothing is out of reach."""
    assert len(EXAM) >= 120
    counts = Counter(ksb for each in EXAM for ksb in each.ksbs)
    both = defaultdict(set)
    for each in EXAM:
        for ksb in each.ksbs:
            both[ksb].add(each.method)
    for ksb in standard.ksbs:
        assert counts[ksb.id] >= 3, ksb.id
        assert both[ksb.id] == {"report", "discussion"}, ksb.id


def test_a_theme_has_easy_and_hard_exam_questions_for_each_method(standard: Framework) -> None:
    """An exam begins with an easy one and can end with a hard one."""
    for theme, method in product(standard.themes, ("report", "discussion")):
        found = [e.complexity for e in EXAM if (e.theme, e.method) == (theme.id, method)]
        assert len(found) >= 6
        assert found.count(Complexity.LOW) >= 2
        assert found.count(Complexity.HIGH) >= 2


def test_every_report_question_can_take_up_a_sentence() -> None:
    """And no other can."""
    for each in EXAM:
        assert bool(each.taking_up) is (each.method == "report"), each.id


def test_the_themes_are_marked_as_our_grouping(standard: Framework) -> None:
    """They are not those of the assessment plan."""
    assert {theme.grouping for theme in standard.themes} == {"ours"}


def test_what_is_said_to_candidates_is_in_short_sentences() -> None:
    """Well under twenty words on average, over the bank and in each text."""
    texts = [text for each in (*BANK, *EXAM) for text in (each.text, each.plainer)]
    lengths = [sentence_length(text) for text in texts]
    assert max(lengths) <= 20
    assert sum(lengths) / len(lengths) < 15


def test_each_competence_has_a_step_to_each_level() -> None:
    """Eight each; a plan of anybody finds what the next level looks like."""
    steps = load_development(FRAMEWORKS, "apm-2")
    wanted = {(n, aspect, to) for n in range(1, 28) for aspect in Aspect for to in range(2, 6)}
    assert steps.keys() == wanted


def test_no_two_steps_share_a_run_of_words() -> None:
    """Each was written for itself: no six words in a row stand in two of them."""
    seen: dict[tuple[str, ...], object] = {}
    for key, step in load_development(FRAMEWORKS, "apm-2").items():
        for text in (step.looks_like, *step.actions, step.ask_mentor):
            words = re.findall(r"[a-z']+", text.lower())
            for run in zip(*(words[at:] for at in range(6)), strict=False):
                assert seen.setdefault(run, key) == key, (run, seen[run], key)
