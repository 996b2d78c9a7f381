"""KSB by evidence by turn."""

from __future__ import annotations

from pathlib import Path

from desk_samples import LED, LINKS, WHY, held, material, reviewed

from interviewer.review.portfolio import portfolio


def test_evidence_is_found_under_the_ksbs_of_its_question(tmp_path: Path) -> None:
    """In the order of the standard, with turns, quotes and both ratings."""
    found = {each.id: each for each in material(reviewed(tmp_path)).portfolio}
    assert list(found) == ["K4", "S2"]
    assert found["K4"].statement == "What a risk is."
    assert [item.turn for item in found["K4"].items] == [1, 3]
    (item,) = found["S2"].items
    assert (item.rating, item.mentor, item.quotes) == (3, 4, (LED,))
    assert found["K4"].items[1].quotes == (WHY,)
    assert not item.by_competence


def test_a_question_that_the_bank_does_not_know_counts_for_its_competence(tmp_path: Path) -> None:
    """And is marked as such."""
    record = material(held(tmp_path)).record
    found = portfolio(record, {}, LINKS.of_competence, {})
    assert [each.id for each in found] == ["K4", "B1"]
    assert all(item.by_competence for each in found for item in each.items)
    assert found[0].statement == ""


def test_odd_ids_come_last_and_nothing_without_links(tmp_path: Path) -> None:
    """Another standard may name things its own way."""
    record = material(held(tmp_path)).record
    links = {"q-app": ("X", "", "K10", "K9", "Kx")}
    assert [each.id for each in portfolio(record, links, {}, {})] == ["K9", "K10", "", "Kx", "X"]
    assert portfolio(record, {}, {}, {}) == ()
