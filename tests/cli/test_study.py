"""The study page in line mode, and the exam questions as data."""

from __future__ import annotations

import json
from pathlib import Path

from cli_helpers import ROOT, run

from interviewer.domain import Aspect
from interviewer.framework.loader import load_questions, load_study

SHORT = ["start", "--plain", "--competence", "12", "--length", "short"]
TO_RESULTS = (
    "3 and 2\nled some, all mine\n\nrang them every week\n\n"
    "it explains some of why\n\nwhen people game it\n\n"
)
STUDY = load_study(ROOT / "frameworks", "apm-2", 12)


def said(folder: Path, typed: str, *options: str) -> str:
    """What is printed when ``typed`` is typed from the start on."""
    done = run([*SHORT, *options], folder, typed)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_the_study_page_is_for_after_ones_own_attempt(tmp_path: Path) -> None:
    """Before it there is a sentence, and nothing of the page."""
    assert STUDY is not None
    text = said(tmp_path, "/study\n3 and 2\n/study\nled some\n\n/study\n")
    assert text.count("The study page is for afterwards") == 3
    assert STUDY.note not in text


def test_whoever_only_skipped_has_made_no_attempt(tmp_path: Path) -> None:
    """The results are there, but no answer stands behind them."""
    text = said(tmp_path, "skip\n/skip\n/skip\n/study\n")
    assert "The study page is for afterwards" in text


def test_at_the_results_it_is_shown_whole(tmp_path: Path) -> None:
    """Note, confusions, and an answer of each level for each aspect, with its question."""
    assert STUDY is not None
    text = said(tmp_path, TO_RESULTS + "/study\n")
    assert STUDY.note in text
    for each in STUDY.confusions:
        assert each.difference in text
    for exemplar in STUDY.exemplars:
        assert exemplar.answer in text
        assert exemplar.shows in text
    assert "Application, an answer of level 1 Aware" in text
    assert text.index(STUDY.exemplars[0].answer) < text.index(STUDY.exemplars[4].answer)


def test_only_the_aspects_talked_about_are_shown(tmp_path: Path) -> None:
    """Who asked for application alone gets no answers on knowledge."""
    assert STUDY is not None
    typed = "3\nled some, all mine\n\nrang them every week\n\n/study\n"
    text = said(tmp_path, typed, "--aspect", "application")
    shown = [each.aspect for each in STUDY.exemplars if each.answer in text]
    assert set(shown) == {"application"}


def test_the_ideas_of_ones_own_question_are_told_with_what_was_said(tmp_path: Path) -> None:
    """Each idea of the question that was asked stands there once: heard and quoted, or not."""
    text = said(tmp_path, TO_RESULTS + "/study\n")
    part = text[text.index("Ideas that belong to a full answer, and yours") :]
    part = part[: part.index("Easily taken for each other")]
    bank = load_questions(ROOT / "frameworks", "apm-2", [12])
    (asked,) = (each for each in bank if each.text in part)
    assert asked.aspect is Aspect.KNOWLEDGE
    assert all(part.count(idea) == 1 for idea in asked.key_ideas)
    assert "Not found in your words: " in part


def test_who_said_nothing_on_knowledge_hears_of_no_ideas(tmp_path: Path) -> None:
    """They belong to questions on knowledge."""
    typed = "3\nled some, all mine\n\nrang them every week\n\n/study\n"
    assert "Ideas that belong" not in said(tmp_path, typed, "--aspect", "application")


def test_the_exam_questions_are_data(tmp_path: Path) -> None:
    """Each names its KSBs, theme and method; none is about a competence."""
    done = run(["questions", "--framework", "st0310-1.4", "--json"], tmp_path)
    questions = json.loads(done.stdout)
    assert len(questions) >= 120
    assert {question["method"] for question in questions} == {"report", "discussion"}
    for question in questions:
        assert question["source"] == "ours"
        assert question["ksbs"] and question["looks_for"] and "competence" not in question


def test_the_study_pages_are_not_in_the_data_of_the_bank(tmp_path: Path) -> None:
    """They would give answers away before an attempt."""
    assert STUDY is not None
    done = run(["questions", "--competence", "12", "--json"], tmp_path)
    assert STUDY.exemplars[0].answer[:40] not in done.stdout.decode()
