"""Where the candidate stands: gaps, strengths, and how well their self-ratings fitted. Pure.

Three things are kept apart everywhere: "not rated" (nothing was read), 0 ("not demonstrated":
nothing to the point was said), and 1. A gap is only known where a rating and a requirement are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from interviewer.domain import Aspect, Autonomy, Knowing, Value
from interviewer.record.record import Record, Turn
from interviewer.review.results import AspectResult, Quote, best_quotes, competence_result

ENOUGH_TO_TELL = 3  # self-ratings that fitted or not by chance say nothing
MAX_STRENGTHS = 5
STRONG = 3  # what counts as a strength where the role asks for no rating: competent
LARGE = 2  # levels


class Gap(StrEnum):
    """How far a rating is from what is asked for; UNKNOWN where either of them is not there."""

    NONE = "none"
    SMALL = "small"
    LARGE = "large"
    UNKNOWN = "unknown"


class AspectStanding(Value, frozen=True, kw_only=True):
    """One aspect: its figures, and the size of its gap now and for the next role."""

    result: AspectResult
    size: Gap
    next_size: Gap


class CompetenceStanding(Value, frozen=True, kw_only=True):
    """One planned competence; ``reached`` tells whether its questions were gone through."""

    number: int
    title: str
    reached: bool
    aspects: tuple[AspectStanding, ...]


class Strength(Value, frozen=True, kw_only=True):
    """A competence where nothing that was rated falls short; ``aspects`` are those that count."""

    number: int
    title: str
    aspects: tuple[AspectResult, ...]


class OwnView(Value, frozen=True, kw_only=True):
    """How well the self-ratings fitted what was heard, over the ``of`` aspects that have both.

    ``bias`` is the mean of self-rating minus rating, above 0 where the candidate put themselves
    higher; None where there are too few to tell.
    """

    bias: float | None
    over: int
    under: int
    right: int
    of: int
    sentences: tuple[str, ...]


class Standing(Value, frozen=True, kw_only=True):
    """Where the candidate stands in all planned competences, in the order of the plan."""

    competences: tuple[CompetenceStanding, ...]
    strengths: tuple[Strength, ...]
    own_view: OwnView


def standing(record: Record) -> Standing:
    """Where the candidate stands as the record says; an unfinished interview stands as it is."""
    competences = tuple(_competence(record, number) for number in record.opened.competences)
    found = [aspect.result for each in competences for aspect in each.aspects]
    return Standing(
        competences=competences, strengths=strengths(competences), own_view=own_view(found)
    )


def size_of(gap: int | None) -> Gap:
    """The size of a gap of so many levels."""
    if gap is None:
        return Gap.UNKNOWN
    if gap <= 0:
        return Gap.NONE
    return Gap.LARGE if gap >= LARGE else Gap.SMALL


def _competence(record: Record, number: int) -> CompetenceStanding:
    result = competence_result(record, number)
    return CompetenceStanding(
        number=number,
        title=result.title,
        reached=number in record.reflected,
        aspects=tuple(
            AspectStanding(result=each, size=size_of(each.gap), next_size=size_of(each.next_gap))
            for each in result.aspects
        ),
    )


def gap_in_words(size: Gap, gap: int | None, required: int | None) -> str:
    """A gap for people, such as ``small, 1 level``; ``required`` tells why there may be none."""
    if size is Gap.UNKNOWN or gap is None:
        return "no level asked for" if required is None else "not known"
    if size is Gap.NONE:
        return "none"
    return f"{size}, {gap} level{'s' if gap > 1 else ''}"


# --- strengths ------------------------------------------------------------------------------------


def strengths(competences: Sequence[CompetenceStanding]) -> tuple[Strength, ...]:
    """The competences in which what the role asks for is met, best first.

    Best is the highest mean rating, then the most above what is asked for.
    """
    found = [strength for each in competences for strength in _strength(each)]
    ranked = sorted(found, key=lambda each: (-_mean(each), -_margin(each)))
    return tuple(ranked[:MAX_STRENGTHS])


def _strength(competence: CompetenceStanding) -> Iterator[Strength]:
    """At most one: where nothing is asked for, competent will do; 0 is never a strength."""
    results = [aspect.result for aspect in competence.aspects]
    asked = any(each.required is not None for each in results)
    counting = [
        each
        for each in results
        if each.rating is not None and (each.required is not None or not asked)
    ]
    if counting and all(each.rating and each.rating >= _bar(each) for each in counting):
        yield Strength(number=competence.number, title=competence.title, aspects=tuple(counting))


def _bar(result: AspectResult) -> int:
    return STRONG if result.required is None else result.required


def _mean(strength: Strength) -> float:
    return sum(each.rating or 0 for each in strength.aspects) / len(strength.aspects)


def _margin(strength: Strength) -> int:
    return sum((each.rating or 0) - _bar(each) for each in strength.aspects)


# --- the candidate's own view ---------------------------------------------------------------------


def own_view(results: Sequence[AspectResult]) -> OwnView:
    """How well the self-ratings fitted; an aspect without either of the two adds nothing."""
    off = [
        each.self_rating - each.rating
        for each in results
        if each.self_rating is not None and each.rating is not None
    ]
    over, under = sum(each > 0 for each in off), sum(each < 0 for each in off)
    bias = sum(off) / len(off) if len(off) >= ENOUGH_TO_TELL else None
    return OwnView(
        bias=bias,
        over=over,
        under=under,
        right=len(off) - over - under,
        of=len(off),
        sentences=tuple(_own_view_in_words(bias, over, under, len(off))),
    )


def _own_view_in_words(bias: float | None, over: int, under: int, of: int) -> Iterator[str]:
    if not of:
        yield "There is no self-rating beside a rating, so nothing to set side by side."
        return
    if bias is None:
        ratings = "one rating" if of == 1 else f"{in_words(of)} ratings"
        yield f"There {'is' if of == 1 else 'are'} only {ratings} to go by: too few to tell."
        return
    yield f"You placed yourself {_beside(bias)}, over {in_words(of)} ratings."
    if over or under:
        told = f"{in_words(over)} {'was' if over == 1 else 'were'} higher"
        same = in_words(of - over - under)
        yield f"{told[:1].upper()}{told[1:]}, {in_words(under)} lower and {same} the same."


def _beside(bias: float) -> str:
    halves = round(abs(bias) * 2)
    if not halves:
        return "about level with what was heard"
    whole, half = divmod(halves, 2)
    if not whole:
        amount = "half a level"
    elif half:
        amount = "one and a half levels" if whole == 1 else f"{in_words(whole)} and a half levels"
    else:
        amount = "one level" if whole == 1 else f"{in_words(whole)} levels"
    return f"about {amount} {'above' if bias > 0 else 'below'} what was heard"


_NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip


def in_words(number: int) -> str:
    """A number as it is written in a sentence: up to ten in words."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


# --- the best of one's own words ------------------------------------------------------------------

_MAIN = {
    Aspect.APPLICATION: ("autonomy", tuple(Autonomy)),
    Aspect.KNOWLEDGE: ("knowledge", tuple(Knowing)),
}


def rated_turns(record: Record, competence: int, aspect: Aspect) -> tuple[Turn, ...]:
    """The turns that a rating rests on; none where there is no rating."""
    rated = record.ratings.get((competence, aspect))
    return tuple(record.turns[number - 1] for number in rated.turns) if rated else ()


def strongest_quote(turns: Sequence[Turn], aspect: Aspect) -> Quote | None:
    """Of the quotes that led to a rating, the one that shows most; the longest of equals."""
    facet, order = _MAIN[aspect]
    worth: dict[str, int] = {}
    for turn in turns:
        for item in turn.assessment.evidence if turn.assessment else ():
            if item.facet == facet:
                at = order.index(item.value) + 1 if item.value in order else 0
                worth[item.quote] = max(at, worth.get(item.quote, 0))
    quotes = best_quotes(tuple(turns), aspect)
    return max(quotes, key=lambda each: (worth.get(each.text, 0), len(each.text)), default=None)
