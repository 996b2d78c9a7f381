"""The study page of a competence as plain text: what there is to learn after one's own attempt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from interviewer.domain import Aspect, Exemplar, Level, Study, Value
from interviewer.review.text import aspect_name
from interviewer.safe_text import for_one_line

OF_IDEAS = (
    "This looks for the words of each idea. If you said one in other words it is missed, and no "
    "rating rests on it."
)


class Part(Value, frozen=True, kw_only=True):
    """A part of the page: a heading, and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


class Ideas(Value, frozen=True, kw_only=True):
    """The ideas that belong to a question that was answered, each with the words that told it.

    ``told`` has a sentence of the candidate's for each idea, verbatim; "" where none was found.
    """

    question: str
    ideas: tuple[str, ...]
    told: tuple[str, ...]


def study_parts(
    study: Study,
    aspects: Collection[Aspect],
    questions: Mapping[str, str],
    scale: Collection[Level],
    covered: Iterable[Ideas] = (),
) -> Iterator[Part]:
    """The page in the order in which it is read: note, the candidate's own answers, confusions,
    then the exemplar answers.

    Args:
        aspects: those that the interview is about; exemplars of others are left out.
        questions: the text of each question of the bank, by its id.
        scale: the levels, for their names.
        covered: the ideas of the questions that the candidate answered.
    """
    yield Part(heading="What it comes to", paragraphs=(study.note,))
    yield from map(_own_answer, covered)
    confusions = tuple(
        f"{_first_upper(' or '.join(each.these))}? {each.difference}" for each in study.confusions
    )
    yield Part(heading="Easily taken for each other", paragraphs=confusions)
    names = {level.level: level.name for level in scale}
    for each in study.exemplars:
        if each.aspect in aspects:
            yield _exemplar(each, questions, names)


def study_lines(parts: Iterable[Part]) -> Iterator[str]:
    """The page in lines, for a terminal without screens."""
    for part in parts:
        yield ""
        yield part.heading
        for paragraph in part.paragraphs:
            yield f"  {paragraph}"


def _own_answer(covered: Ideas) -> Part:
    both = list(zip(covered.ideas, covered.told, strict=True))
    quoted = tuple(
        f'Heard: {idea}. You said: "{for_one_line(told)}"' for idea, told in both if told
    )
    others = "; ".join(idea for idea, told in both if not told)
    listed = (f"Not found in your words: {others}.",) if others else ()
    paragraphs = (f"Asked: {covered.question}", *quoted, *listed, OF_IDEAS)
    return Part(heading="Ideas that belong to a full answer, and yours", paragraphs=paragraphs)


def _exemplar(each: Exemplar, questions: Mapping[str, str], names: Mapping[int, str]) -> Part:
    level = f"{each.level} {names.get(each.level, '')}".strip()
    asked = questions.get(each.question)
    paragraphs = (
        *((f"Asked: {asked}",) if asked else ()),
        f"Somebody's answer: {each.answer}",
        f"Why it is that level: {each.shows}",
    )
    heading = f"{aspect_name(each.aspect)}, an answer of level {level}"
    return Part(heading=heading, paragraphs=paragraphs)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
