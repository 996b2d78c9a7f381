"""Any reader may be plugged in; one that says what is not in the answer is refused."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from interviewer.assessor.assess import ReaderError, assess, check_quotes, combine
from interviewer.assessor.embedded import EmbeddedReader
from interviewer.domain import (
    Act,
    Actor,
    Aspect,
    Assessment,
    AssessorId,
    Autonomy,
    Competence,
    Complexity,
    Confidence,
    Evidence,
    InterviewerError,
    Notice,
    Prompt,
    Reading,
    Reality,
    Sentence,
)

PROMPT = Prompt(
    competence=Competence(number=12, title="Risk", definition="What might happen."),
    aspect=Aspect.APPLICATION,
    question="Have you met a risk?",
)
ANSWER = "I ran the workshop. Nobody agreed."


class Toy:
    """A reader that says what it was told to say."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @property
    def id(self) -> AssessorId:
        return AssessorId(name="toy", version="1")

    def read(self, prompt: Prompt, answer: str) -> Reading:
        return self._reading


def led(start: int = 0, end: int = 19, complexity: Complexity | None = None) -> Sentence:
    """Something that the speaker did on their own responsibility."""
    return Sentence(
        start=start,
        end=end,
        relevant=True,
        admitted=True,
        actor=Actor.SELF,
        reality=Reality.DID,
        autonomy=Autonomy.LED,
        complexity=complexity,
    )


def read(*sentences: Sentence, confidence: Confidence = Confidence.MEDIUM) -> Assessment:
    """The answer, assessed with a toy that finds these sentences."""
    reading = Reading(act=Act.ANSWER, sentences=sentences, confidence=confidence)
    return assess(Toy(reading), PROMPT, ANSWER)


def test_a_toy_reader_works() -> None:
    """Facets from any reader become a rating with quotes, by the table."""
    found = read(led())
    assert found.rating == 3
    assert {item.quote for item in found.evidence} == {"I ran the workshop."}
    assert found.assessor == AssessorId(name="toy", version="1")


@pytest.mark.parametrize(("start", "end"), [(0, 99), (-1, 5), (5, 5), (9, 3)])
def test_offsets_outside_the_answer_are_refused(start: int, end: int) -> None:
    """A reader whose offsets can't be true is refused with a sentence that says where."""
    with pytest.raises(ReaderError, match="offsets"):
        read(led(start, end))


def test_overlapping_sentences_are_refused() -> None:
    """Sentences that overlap, or are out of order, are refused."""
    with pytest.raises(ReaderError, match="overlap"):
        read(led(0, 19), led(10, 30))


def test_a_quote_that_is_not_in_the_answer_is_refused() -> None:
    """Evidence must equal the answer at its offsets, character by character."""
    lie = Evidence(start=0, end=5, quote="He ra", facet="actor", value="other")
    with pytest.raises(ReaderError, match="not in the answer"):
        check_quotes(ANSWER, [lie])


def test_a_reader_error_is_one_a_person_can_read() -> None:
    """It is an interviewer error, shown without a traceback."""
    assert issubclass(ReaderError, InterviewerError)


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.ANSWER])
def test_what_is_no_answer_is_not_rated(act: Act) -> None:
    """Every other act leaves the rating open, with a notice that says why."""
    found = assess(Toy(Reading(act=act)), PROMPT, "hm")
    assert found.rating is None and found.span is None
    assert found.notices[0] is Notice.NOT_AN_ANSWER
    assert found.act is act


def test_an_unsure_reader_widens_the_span() -> None:
    """Where the reader is unsure, the neighbours of the level are plausible too."""
    assert read(led()).span == (3, 3)
    assert read(led(), confidence=Confidence.LOW).span == (2, 4)


def test_nothing_relevant_is_named() -> None:
    """A rating of 0 says that nothing was relevant."""
    found = read()
    assert found.rating == 0
    assert Notice.NOT_RELEVANT in found.notices


def test_only_what_one_would_do_is_named() -> None:
    """An answer in which nothing was done says that it was hypothetical."""
    would = Sentence(start=0, end=19, relevant=True, admitted=True, reality=Reality.WOULD)
    found = read(would)
    assert found.rating == 1
    assert Notice.HYPOTHETICAL in found.notices


def test_a_thread_is_rated_on_all_its_turns() -> None:
    """Evidence of an answer and of its probe is taken together."""
    first = read(led())
    probe = read(
        Sentence(
            start=20,
            end=34,
            relevant=True,
            admitted=True,
            reality=Reality.DID,
            autonomy=Autonomy.SUPERVISED,
            complexity=Complexity.HIGH,
        )
    )
    assert combine([first], Aspect.APPLICATION).level == 3
    assert combine([first, probe], Aspect.APPLICATION).level == 4


def test_turns_that_were_not_rated_add_nothing() -> None:
    """A question back in the middle of a thread changes nothing."""
    asked = assess(Toy(Reading(act=Act.CLARIFY)), PROMPT, "meaning?")
    first = read(led())
    alone = combine([first], Aspect.APPLICATION)
    assert combine([first, asked], Aspect.APPLICATION) == alone


def test_words_that_the_candidate_insists_on_are_rated() -> None:
    """The embedded reader takes them for an answer, whatever it would have taken them for."""
    competence = Competence(number=1, title="Risk management", definition="Risks.", terms=("risk",))
    reader = EmbeddedReader((competence,))
    prompt = Prompt(competence=competence, aspect=Aspect.APPLICATION, question="What did you do?")
    text = "what do you mean by risk here"
    assert assess(reader, prompt, text).rating is None
    assert assess(reader, replace(prompt, insisted=True), text).rating is not None
