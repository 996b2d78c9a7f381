"""How far assessor, candidates and mentors agree, over many interviews. Pure and repeatable.

A pair is two ratings of the same thing. Mentors are compared with the assessor, and with each
other, on what they judged, an answer or a whole aspect; candidates rate aspects of competences, so
they are compared with the assessor's result of an aspect, and with a mentor who judged all of it.
"Not rated" is no rating and is left out; 0 (not demonstrated) is one. What is told of each group:

- **weighted kappa** with quadratic weights: agreement beyond chance, where a difference of two
  levels counts four times as much as one of one (J. Cohen, "Weighted kappa: nominal scale agreement
  with provision for scaled disagreement or partial credit", Psychological Bulletin 70, 1968; for
  these weights it is an intraclass correlation: J. L. Fleiss and J. Cohen, Educational and
  Psychological Measurement 33, 1973). It has no value where both voices give one level only.
- a **95 % interval** for it by the percentile bootstrap (B. Efron and R. J. Tibshirani, "An
  Introduction to the Bootstrap", 1993), drawing whole interviews, since what one person says in one
  interview hangs together (C. A. Field and A. H. Welsh, "Bootstrapping clustered data", Journal of
  the Royal Statistical Society B 69, 2007). The draws are seeded: equal files, equal figures.
- **exact** and **within one**: the shares that are the same, and at most one level apart.
- **bias**: the mean of the second voice less the first (J. M. Bland and D. G. Altman, "Statistical
  methods for assessing agreement between two methods of clinical measurement", Lancet 327, 1986).

Fewer than ``ENOUGH`` pairs tell nothing: then there are no figures, and it says so. And no figure
here is of independent judgement: a mentor sees the other ratings before giving one (``CAVEAT``).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeGuard

import numpy as np
import numpy.typing as npt

from interviewer.domain import MAX_LEVEL, MIN_LEVEL, Aspect, Value
from interviewer.record.record import Record
from interviewer.record.reviewed import Moderation
from interviewer.review.moderation import mentor_rating
from interviewer.review.results import competence_result

CAVEAT = (
    "Mentors see the assessor's rating and the self-rating when they give theirs, which draws them "
    "together: this is not how far they would agree unseen."
)
ENOUGH = 20  # pairs; fewer tell nothing
ENOUGH_INTERVIEWS = 5  # fewer can't be drawn from for an interval
DRAWS = 1000
SEED = 7
MOST_SHOWN = 10
_LEVELS = MAX_LEVEL + 1
_AT_ONCE = 100  # draws in one go, so that memory stays small

_Counts = npt.NDArray[np.float64]


class Voices(StrEnum):
    """Who is compared with whom; the bias is that of the second against the first."""

    ASSESSOR_MENTOR = "assessor and mentor"
    ASSESSOR_SELF = "assessor and self"
    MENTOR_SELF = "mentor and self"
    MENTOR_MENTOR = "mentor and another mentor"


class Pair(Value, frozen=True, kw_only=True):
    """Two ratings of the same thing in one interview, of the first and the second voice."""

    voices: Voices
    interview: str
    competence: int
    title: str
    aspect: Aspect
    first: int
    second: int


class Answer(Value, frozen=True, kw_only=True):
    """One answer, or the answers on one aspect, on which assessor and mentor differ."""

    interview: str
    turns: tuple[int, ...]
    competence: int
    title: str
    aspect: Aspect
    assessed: int
    mentor: int
    mentor_name: str
    reason: str

    @property
    def difference(self) -> int:
        """How far the mentor is above the assessor; below, where it is negative."""
        return self.mentor - self.assessed


class Agreement(Value, frozen=True, kw_only=True):
    """How far two voices agree in one group. Without ``enough``, only the numbers are given.

    ``kappa`` is None too where all ratings of both are of one level, and ``interval`` where too
    few interviews stand behind it.
    """

    voices: Voices
    aspect: Aspect | None
    competence: int | None
    title: str
    n: int
    interviews: int
    enough: bool
    kappa: float | None = None
    interval: tuple[float, float] | None = None
    exact: float | None = None
    within_one: float | None = None
    bias: float | None = None


class Calibration(Value, frozen=True, kw_only=True):
    """All of it. ``agreements`` go from the whole to aspects, then to competences."""

    interviews: int
    agreements: tuple[Agreement, ...]
    differ_most: tuple[Answer, ...]

    def overall(self, voices: Voices) -> Agreement:
        """The agreement of two voices over everything."""
        return next(
            each
            for each in self.agreements
            if each.voices is voices and each.aspect is None and each.competence is None
        )


# --- what there is to compare ---------------------------------------------------------------------


def pairs_of(record: Record) -> Iterator[Pair]:
    """All that can be compared in one interview; of a mock assessment nothing (as below)."""
    if record.opened.exam:
        return
    for number in record.opened.competences:
        if number not in record.reflected:
            continue
        result = competence_result(record, number)
        for aspect in result.aspects:
            judged = record.review.of_aspect(number, aspect.aspect)
            own = aspect.self_rating
            found = [
                *_mentor_pairs(judged),
                (Voices.ASSESSOR_SELF, aspect.rating, own),
                (Voices.MENTOR_SELF, _of_all(record, number, aspect.aspect), own),
            ]
            for voices, first, second in found:
                if _is_level(first) and _is_level(second):
                    yield Pair(
                        voices=voices,
                        interview=record.opened.interview,
                        competence=number,
                        title=result.title,
                        aspect=aspect.aspect,
                        first=first,
                        second=second,
                    )


def _mentor_pairs(
    judged: Sequence[Moderation],
) -> Iterator[tuple[Voices, int | None, int | None]]:
    for at, one in enumerate(judged):
        yield Voices.ASSESSOR_MENTOR, one.assessed, one.rating
        for other in judged[at + 1 :]:
            if other.turn == one.turn and other.mentor != one.mentor:
                first, second = sorted((one, other), key=lambda each: each.mentor)
                yield Voices.MENTOR_MENTOR, first.rating, second.rating


def _of_all(record: Record, competence: int, aspect: Aspect) -> int | None:
    """A mentor's rating of all that an aspect rests on: a part of it would tell something else."""
    judged = mentor_rating(record.review, competence, aspect)
    rated = record.ratings.get((competence, aspect))
    if judged is None or judged.turn is None:
        return judged.rating if judged else None
    turns = {each.turn for each in record.review.of_aspect(competence, aspect)}
    return judged.rating if rated and turns.issuperset(rated.turns) else None


def _is_level(rating: int | None) -> TypeGuard[int]:
    """Whether there is a rating; a file may come from anywhere, and say anything."""
    return rating is not None and MIN_LEVEL <= rating <= MAX_LEVEL


def differing_answers(record: Record) -> Iterator[Answer]:
    """The answers and aspects of one interview that a mentor rates otherwise.

    Mock assessments are left out: their numbers are those of themes, and a theme has no level.
    """
    if record.opened.exam:
        return
    for judged in record.review.standing:
        if judged.assessed is None or judged.agrees:
            continue
        rated = record.ratings.get((judged.competence, judged.aspect))
        whole = rated.turns if rated else ()
        yield Answer(
            interview=record.opened.interview,
            turns=whole if judged.turn is None else (judged.turn,),
            competence=judged.competence,
            title=record.title(judged.competence),
            aspect=judged.aspect,
            assessed=judged.assessed,
            mentor=judged.rating,
            mentor_name=judged.mentor,
            reason=judged.reason,
        )


# --- the figures ----------------------------------------------------------------------------------


def calibration(
    pairs: Sequence[Pair], answers: Iterable[Answer], *, draws: int = DRAWS
) -> Calibration:
    """The agreement of all voices over ``pairs``, and the ``answers`` that differ most."""
    most = sorted(
        answers, key=lambda each: (-abs(each.difference), each.interview, each.turns, each.aspect)
    )
    return Calibration(
        interviews=len({each.interview for each in pairs}),
        agreements=tuple(_agreements(pairs, draws)),
        differ_most=tuple(most[:MOST_SHOWN]),
    )


def _agreements(pairs: Sequence[Pair], draws: int) -> Iterator[Agreement]:
    titles = {each.competence: each.title for each in pairs}
    groups: list[tuple[Aspect | None, int | None]] = [(None, None)]
    groups += [(aspect, None) for aspect in Aspect]
    groups += [(aspect, number) for number in sorted(titles) for aspect in (None, *Aspect)]
    found: dict[tuple[Voices, Aspect | None, int | None], dict[str, list[Pair]]] = {}
    for each in pairs:
        for aspect in (None, each.aspect):
            for number in (None, each.competence):
                group = found.setdefault((each.voices, aspect, number), {})
                group.setdefault(each.interview, []).append(each)
    for voices in Voices:
        for aspect, number in groups:
            of_group = found.get((voices, aspect, number), {})
            if of_group or number is None:
                title = "" if number is None else titles[number]
                yield _agreement(voices, aspect, number, title, of_group, draws)


def _agreement(
    voices: Voices,
    aspect: Aspect | None,
    competence: int | None,
    title: str,
    pairs: Mapping[str, Sequence[Pair]],
    draws: int,
) -> Agreement:
    tables = np.array([_table(pairs[name]) for name in sorted(pairs)]).reshape(-1, _LEVELS**2)
    whole = tables.sum(axis=0)
    n = int(whole.sum())
    told = Agreement(
        voices=voices,
        aspect=aspect,
        competence=competence,
        title=title,
        n=n,
        interviews=len(pairs),
        enough=n >= ENOUGH,
    )
    if not told.enough:
        return told
    table = whole.reshape(_LEVELS, _LEVELS)
    apart = np.arange(_LEVELS)[None, :] - np.arange(_LEVELS)[:, None]
    seed = zlib.crc32(f"{voices}|{aspect}|{competence}".encode(), SEED)
    return Agreement(
        voices=voices,
        aspect=aspect,
        competence=competence,
        title=title,
        n=n,
        interviews=len(pairs),
        enough=True,
        kappa=_number(_kappas(whole[None, :])[0]),
        interval=_interval(tables, draws, seed),
        exact=_number(np.trace(table) / n),
        within_one=_number(table[np.abs(apart) <= 1].sum() / n),
        bias=_number((table * apart).sum() / n),
    )


def _table(pairs: Iterable[Pair]) -> _Counts:
    """How often each two levels come together, in one interview; the first voice is the row."""
    table = np.zeros(_LEVELS * _LEVELS)
    for each in pairs:
        table[each.first * _LEVELS + each.second] += 1
    return table


def _kappas(tables: _Counts) -> _Counts:
    """The quadratic weighted kappa of each flat table; NaN where chance alone would agree fully."""
    squares = tables.reshape(-1, _LEVELS, _LEVELS)
    weights = (np.arange(_LEVELS)[:, None] - np.arange(_LEVELS)[None, :]) ** 2
    n = squares.sum(axis=(1, 2))
    by_chance = squares.sum(axis=2)[:, :, None] * squares.sum(axis=1)[:, None, :]
    seen = (squares * weights).sum(axis=(1, 2)) * n
    expected = (by_chance * weights).sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        kappas: _Counts = 1 - np.where(expected > 0, seen / expected, np.nan)
    return kappas


def _interval(tables: _Counts, draws: int, seed: int) -> tuple[float, float] | None:
    """The middle 95 % of kappa over draws of interviews with putting back."""
    count = len(tables)
    if count < ENOUGH_INTERVIEWS:
        return None
    chance = np.random.default_rng(seed)
    found = []
    for start in range(0, draws, _AT_ONCE):
        size = min(_AT_ONCE, draws - start)
        drawn = chance.multinomial(count, np.full(count, 1 / count), size=size)
        found.append(_kappas(drawn @ tables))
    kappas = np.concatenate(found)
    kappas = kappas[~np.isnan(kappas)]
    if len(kappas) < draws / 2:
        return None
    low, high = np.percentile(kappas, (2.5, 97.5))
    return round(float(low), 3) + 0.0, round(float(high), 3) + 0.0


def _number(value: float | np.floating) -> float | None:
    return None if np.isnan(value) else round(float(value), 3) + 0.0  # and never "-0.0"


# --- in words -------------------------------------------------------------------------------------


def calibration_lines(found: Calibration) -> Iterator[str]:
    """The figures for people, the whole before its parts."""
    yield f"Over {found.interviews} interview{'' if found.interviews == 1 else 's'}:"
    for voices in Voices:
        whole = found.overall(voices)
        yield ""
        yield f"{voices[:1].upper()}{voices[1:]}"
        yield f"  {agreement_line(whole, 'all ratings')}"
        if not whole.enough:
            continue
        parts = [each for each in found.agreements if each.voices is voices and each is not whole]
        for each in parts:
            if each.enough:
                yield f"  {agreement_line(each, _group(each))}"
        too_few = [f"{_group(each)} (n = {each.n})" for each in parts if not each.enough]
        if too_few:
            yield f"  Too few to tell (fewer than {ENOUGH}): {'; '.join(too_few)}"
    if found.overall(Voices.ASSESSOR_MENTOR).enough:
        yield ""
        yield CAVEAT
    if found.differ_most:
        yield ""
        yield "Where mentor and assessor differ most:"
    for answer in found.differ_most:
        turns = ", ".join(str(turn) for turn in answer.turns)
        reason = f": {answer.reason}" if answer.reason else ""
        yield (
            f"  {answer.interview}, turn {turns} ({answer.title}, {answer.aspect}): assessed "
            f"{answer.assessed}, {answer.mentor_name} {answer.mentor}{reason}"
        )


def agreement_line(each: Agreement, group: str) -> str:
    """One group on one line; where there are too few to tell, that."""
    if not each.enough:
        return f"{group}: too few to tell (n = {each.n}; at least {ENOUGH} are needed)"
    if each.kappa is None:
        kappa = "no kappa (all ratings are of one level)"
    elif each.interval is None:
        kappa = f"kappa {_two(each.kappa)} (no interval: from {each.interviews} interviews only)"
    else:
        kappa = f"kappa {_two(each.kappa)} ({_two(each.interval[0])} to {_two(each.interval[1])})"
    return (
        f"{group}: {kappa}, exact {each.exact:.0%}, within one {each.within_one:.0%}, "
        f"bias {each.bias:+.2f}, n = {each.n}"
    )


def _two(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}"


def _group(each: Agreement) -> str:
    if each.competence is None:
        return str(each.aspect)
    return f"{each.competence} {each.title}" + (f", {each.aspect}" if each.aspect else "")
