"""Evidence: quotes of admitted sentences, and what they come to together."""

from __future__ import annotations

from interviewer.assessor.evidence import Shown, evidence_of, shown_by
from interviewer.domain import (
    Actor,
    Autonomy,
    Complexity,
    Evidence,
    Knowing,
    Reality,
    Sentence,
)

ANSWER = "I rang them. We agreed. Fine."
FIRST, SECOND, THIRD = (0, 12), (13, 23), (24, 29)


def sentence(at: tuple[int, int], **facets: object) -> Sentence:
    """An admitted sentence with some facets."""
    given = {"relevant": True, "admitted": True, **facets}
    return Sentence(start=at[0], end=at[1], **given)  # type: ignore[arg-type]


def shown(*sentences: Sentence) -> Shown:
    """What the sentences of one turn come to."""
    return shown_by([evidence_of(ANSWER, sentences)])


def test_each_facet_is_quoted_word_for_word() -> None:
    """An admitted sentence gives one piece of evidence for each facet that says something."""
    found = evidence_of(ANSWER, [sentence(FIRST, actor=Actor.SELF, reality=Reality.DID)])
    assert [(e.quote, e.facet, e.value) for e in found] == [
        ("I rang them.", "actor", "self"),
        ("I rang them.", "reality", "did"),
    ]


def test_a_sentence_without_facets_is_still_quoted() -> None:
    """A relevant sentence that shows nothing else is evidence of relevance."""
    (found,) = evidence_of(ANSWER, [sentence(THIRD)])
    assert (found.facet, found.value, found.quote) == ("relevant", "yes", "Fine.")


def test_only_admitted_and_relevant_sentences_are_evidence() -> None:
    """What was refused, or is about something else, is never quoted."""
    refused = sentence(FIRST, admitted=False, actor=Actor.SELF)
    elsewhere = sentence(SECOND, relevant=False, actor=Actor.SELF)
    assert evidence_of(ANSWER, [refused, elsewhere]) == ()


def test_nothing_shows_nothing() -> None:
    """No evidence is not relevant, and that is all that can be said."""
    assert shown_by([]) == Shown()


def test_the_highest_of_each_scale_counts() -> None:
    """One sentence that shows more is enough."""
    did = {"actor": Actor.SELF, "reality": Reality.DID}
    found = shown(
        sentence(FIRST, autonomy=Autonomy.LED, complexity=Complexity.LOW, **did),
        sentence(SECOND, autonomy=Autonomy.SUPERVISED, complexity=Complexity.HIGH, **did),
        sentence(THIRD, knowledge=Knowing.EXPLAINS),
    )
    assert (found.autonomy, found.complexity, found.knowledge) == (
        Autonomy.SUPERVISED,
        Complexity.HIGH,
        Knowing.EXPLAINS,
    )


def test_intentions_and_denials_show_no_autonomy() -> None:
    """What one would do, or has not done, is not done."""
    found = shown(
        sentence(FIRST, reality=Reality.WOULD, autonomy=Autonomy.LED, actor=Actor.SELF),
        sentence(SECOND, reality=Reality.DENIED, autonomy=Autonomy.LED, actor=Actor.SELF),
    )
    assert found.autonomy is None
    assert found.hypothetical and not found.real and not found.own


def test_being_rung_up_is_the_speakers_own() -> None:
    """In "they ring me" the actor is another, and the autonomy still the speaker's."""
    found = shown(sentence(FIRST, actor=Actor.OTHER, reality=Reality.DID, autonomy=Autonomy.SOUGHT))
    assert found.own


def test_we_is_not_yet_ones_own() -> None:
    """What a group did does not show the speaker's part."""
    found = shown(
        sentence(SECOND, actor=Actor.GROUP, reality=Reality.DID, autonomy=Autonomy.ASSISTED)
    )
    assert found.group and not found.own


def test_equal_offsets_in_two_turns_are_two_sentences() -> None:
    """A self in one turn and a done in another do not make a deed of one's own."""

    def one(facet: str, value: str) -> list[Evidence]:
        return [Evidence(start=0, end=2, quote="No", facet=facet, value=value)]

    assert not shown_by([one("actor", "self"), one("reality", "did")]).own
    assert shown_by([[*one("actor", "self"), *one("reality", "did")]]).own
