"""Follow-ups that were written for a competence, and when they are put."""

from __future__ import annotations

from toys import interview, plan, tell

from interviewer.domain import Aspect, Missing
from interviewer.engine.interview import Interview
from interviewer.record import facts

LED = ("Who settled the toy?", "Whose toy was it to settle?")
OWN = ("Which toy was yours?", "What did you do with the toy?")
PROBES = {
    (1, Aspect.APPLICATION, Missing.LED): LED,
    (1, Aspect.APPLICATION, Missing.OWN_PART): OWN,
}


def begun(**options: object) -> Interview:
    """An interview on application at its first question, with follow-ups of its own."""
    of = plan(aspects=(Aspect.APPLICATION,), probes=PROBES, **options)  # type: ignore[arg-type]
    held = interview(of)
    held.rate_self(None, None)
    return held


def probes(held: Interview) -> list[tuple[Missing, str]]:
    """What was followed up, and how."""
    found = [item.fact for item in held.stamped if isinstance(item.fact, facts.Probed)]
    return [(fact.missing, fact.text) for fact in found]


def test_they_are_put_where_there_are_no_words_to_take_up() -> None:
    """Nothing was said that a follow-up could quote."""
    held = begun()
    tell(held, "nothing much.")
    ((missing, text),) = [each for each in probes(held) if each[0] is Missing.LED]
    assert (missing, text in LED) == (Missing.LED, True)


def test_the_candidates_own_words_come_first() -> None:
    """The first follow-up of a kind takes up what was said."""
    held = begun()
    tell(held, "the group did it all.")
    assert probes(held)[0][0] is Missing.OWN_PART
    assert '"the group did it all"' in probes(held)[0][1]


def test_the_second_of_a_kind_is_written_for_the_competence() -> None:
    """In another thread the same kind is asked for in other words."""
    held = begun(per_aspect=2)
    while len([each for each in probes(held) if each[0] is Missing.OWN_PART]) < 2:
        tell(held, "the group did it all.")
    texts = [text for missing, text in probes(held) if missing is Missing.OWN_PART]
    assert '"the group' in texts[0]
    assert texts[1] in OWN


def test_none_is_put_twice_before_each_was_put() -> None:
    """Two follow-ups of a kind: the second time it is the other one."""
    held = begun(per_aspect=3, in_cell=3)
    while len([each for each in probes(held) if each[0] is Missing.LED]) < 2:
        tell(held, "nothing much.")
    texts = [text for missing, text in probes(held) if missing is Missing.LED]
    assert set(texts[:2]) == set(LED)


def test_without_any_the_general_ones_are_put() -> None:
    """A framework needs none of its own."""
    held = interview(plan(aspects=(Aspect.APPLICATION,)))
    held.rate_self(None, None)
    tell(held, "nothing much.")
    assert probes(held)[0][1] not in LED
