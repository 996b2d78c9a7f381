"""What the screens show: pure functions from facts and records to plain values. No Textual here.

Every text that came from outside (candidates, framework files, file names) leaves this module safe
for a terminal; that it is never read as markup is up to the widgets.
"""

from __future__ import annotations

from collections.abc import Sequence

from interviewer.domain import Aspect, Complexity, Confidence, Framework, Value
from interviewer.engine.conversation import Kind, Speaker, conversation
from interviewer.record.facts import Finished, Opened, Stamped, Withdrawn
from interviewer.record.record import Incoherent, Record, State, Turn, fold
from interviewer.review.report import to_be_answered
from interviewer.review.results import AspectResult, Quote, best_quotes, competence_result
from interviewer.review.standing import gap_in_words, size_of
from interviewer.review.text import (
    MAX_NOT_HEARD,
    PRACTICE_RECORD,
    aspect_name,
    beside_rating,
)
from interviewer.review.words import notice_in_words, rating_in_words
from interviewer.safe_text import for_one_line, for_terminal
from interviewer.tui.times import when

BAR_WIDTH = 28
QUOTE_WIDTH = 160
BEGINNING = 8  # words
UNSURE = "not sure of this one"

ASPECTS = {Aspect.APPLICATION: "Doing it", Aspect.KNOWLEDGE: "Knowing about it"}
COMPLEXITIES = {
    Complexity.LOW: "a simple case",
    Complexity.SOME: "a case with a difficulty or two",
    Complexity.HIGH: "a hard case",
}


class QuoteShown(Value, frozen=True, kw_only=True):
    """The candidate's own words, and what they show."""

    text: str
    shows: str


class AspectShown(Value, frozen=True, kw_only=True):
    """One aspect in a results panel, ready to be drawn.

    ``unsure`` is empty unless the rating is doubtful, ``gaps`` where no level is asked for.
    """

    name: str
    rating: str
    unsure: str
    beside: str
    gaps: str
    quotes: tuple[QuoteShown, ...]
    to_answer: tuple[str, ...]
    left_out: tuple[str, ...]


class Said(Value, frozen=True, kw_only=True):
    """One thing said. ``results`` is there where the results of a competence belong."""

    seq: int
    speaker: Speaker
    kind: Kind
    text: str
    results: tuple[AspectShown, ...] = ()


class HeardOn(Value, frozen=True, kw_only=True):
    """The evidence so far on one aspect."""

    name: str
    quotes: tuple[QuoteShown, ...]


class Standing(Value, frozen=True, kw_only=True):
    """Where the interview stands, as the heading and the side panel show it."""

    place: str
    title: str
    subject: str
    case: str
    bar: str
    heard: tuple[HeardOn, ...]


# --- the conversation -----------------------------------------------------------------------------


def said(stamped: Sequence[Stamped], after: int = 0) -> tuple[Said, ...]:
    """What was said in the facts after the one numbered ``after``, in order."""
    return tuple(
        Said(
            seq=line.seq,
            speaker=line.speaker,
            kind=line.kind,
            text=for_terminal(line.text),
            results=results_at(stamped, line.seq, line.competence)
            if line.kind is Kind.RESULTS
            else (),
        )
        for line in conversation(item for item in stamped if item.seq > after)
    )


def results_at(stamped: Sequence[Stamped], seq: int, competence: int) -> tuple[AspectShown, ...]:
    """The results of a competence as they were at fact ``seq``; none if facts are missing."""
    try:
        record = fold(item for item in stamped if item.seq <= seq)
        if record is None:
            return ()
        found = competence_result(record, competence).aspects
        return tuple(aspect_shown(item, record.turns) for item in found)
    except (Incoherent, ValueError, IndexError):  # facts are missing from a damaged transcript
        return ()


def aspect_shown(result: AspectResult, turns: Sequence[Turn]) -> AspectShown:
    """One aspect; ``turns`` are those of the record, in order."""
    missing = result.not_heard[:MAX_NOT_HEARD] if result.rating is not None else ()
    return AspectShown(
        name=aspect_name(result.aspect),
        rating=rating_in_words(result.rating, result.span),
        unsure=UNSURE if result.confidence is Confidence.LOW else "",
        beside=beside(result),
        gaps=gaps(result),
        quotes=_quotes(result.quotes),
        to_answer=tuple(to_be_answered(each, result.aspect) for each in missing),
        left_out=tuple(
            f"{_beginning(turns[item.turn - 1])}: {notice_in_words(item.notice)}"
            for item in result.left_out
        ),
    )


def beside(result: AspectResult) -> str:
    """What stands beside a rating: the candidate's own, and what the role and the next ask for."""
    parts = [beside_rating(result)]
    if result.next_required is not None:
        parts.append(f"next role {result.next_required}")
    return ", ".join(filter(None, parts))


def gaps(result: AspectResult) -> str:
    """How large the gaps are, in words, where a rating and a requirement are known."""
    now, later = _gap(result.gap, result.required), _gap(result.next_gap, result.next_required)
    if now and now == later:
        return f"{now}, now and for the next role"
    return "; ".join(filter(None, (now, f"for the next role {later}" if later else "")))


def _gap(gap: int | None, required: int | None) -> str:
    if gap is None:
        return ""
    return "no gap" if gap <= 0 else f"gap {gap_in_words(size_of(gap), gap, required)}"


def _beginning(turn: Turn) -> str:
    """The first words of an answer, by which its writer knows it again."""
    words = for_one_line(turn.answer or "").split()
    begun = for_one_line(" ".join(words[:BEGINNING]), QUOTE_WIDTH)
    return f'"{begun} ..."' if len(words) > BEGINNING else f'"{begun}"'


def _quotes(quotes: tuple[Quote, ...]) -> tuple[QuoteShown, ...]:
    return tuple(QuoteShown(text=for_one_line(q.text, QUOTE_WIDTH), shows=q.shows) for q in quotes)


# --- where it stands ------------------------------------------------------------------------------


def standing(record: Record) -> Standing:
    """Where the interview stands."""
    planned = record.opened.competences
    number = record.competence
    place, title = "", "Nothing has been asked yet"
    if number is not None:
        place = f"{planned.index(number) + 1} of {len(planned)}"
        title = for_one_line(record.title(number))
    return Standing(
        place=place,
        title=title,
        subject=_subject(record),
        case=_case(record),
        bar=bar(len(record.reflected), len(planned)),
        heard=heard(record),
    )


def _subject(record: Record) -> str:
    match record.state:
        case State.COMPLETE:
            return "Finished"
        case State.WITHDRAWN:
            return "Ended"
        case State.REFLECTING:
            return "Results"
        case State.SELF_RATING:
            return "Your own view"
    return ASPECTS[record.turn.aspect] if record.turn else ""


def _case(record: Record) -> str:
    talking = record.turn and not record.ended
    return COMPLEXITIES[record.turn.complexity] if talking and record.turn else ""


def bar(done: int, planned: int) -> str:
    """How much is done, as a bar that is read without colour."""
    width = min(planned, BAR_WIDTH)
    full = done * width // planned if planned else 0
    return f"{'■' * full}{'□' * (width - full)}  {done} of {planned} done"


def heard(record: Record) -> tuple[HeardOn, ...]:
    """The evidence so far in the competence that is being talked about."""
    if record.ended:
        return ()
    turns = tuple(turn for turn in record.turns if turn.competence == record.competence)
    found = ((a, _heard_on(turns, a)) for a in record.opened.aspects)
    return tuple(HeardOn(name=ASPECTS[aspect], quotes=quotes) for aspect, quotes in found if quotes)


def _heard_on(turns: tuple[Turn, ...], aspect: Aspect) -> tuple[QuoteShown, ...]:
    return _quotes(best_quotes(tuple(turn for turn in turns if turn.aspect is aspect), aspect))


def wanted(record: Record, *, reading: bool) -> str:
    """What belongs in the answer box now."""
    if record.state is State.SELF_RATING and record.awaiting:
        return "Two numbers, such as 3 and 2" if len(record.opened.aspects) > 1 else "One number"
    if reading:
        return "Reading your answer; you can write on meanwhile"
    if record.state is State.REFLECTING:
        return "Kept for the next question; Esc moves to the results"
    return "Your answer" if record.state in (State.ASKING, State.PROBING) else "Kept for later"


# --- what can be done -----------------------------------------------------------------------------


def possible(record: Record, *, reading: bool) -> frozenset[str]:
    """The actions of the interview screen that make sense now, by name."""
    if record.ended:
        return frozenset({"leave", "finish", "report"})
    always = {"leave", "withdraw", "scale"}
    if record.state is State.REFLECTING:
        learn = {"study"} if record.attempted(record.competence or 0) else set()
        here = {"go_on", "try_again", "misread", "so_far"}
        return frozenset(always | here | learn | _way_back(record))
    if not record.awaiting:
        return frozenset(always if reading else always | {"reopen"})
    if record.state is State.SELF_RATING:
        return frozenset(always | {"clarify", "repeat", "skip"})
    return frozenset(
        always | {"clarify", "repeat", "skip", "dont_know"} | _put_off(record) | _way_back(record)
    )


def _way_back(record: Record) -> set[str]:
    answered = any(
        turn.competence == record.competence
        and turn.answer is not None
        and turn.number != record.current
        for turn in record.turns
    )
    return {"back"} if answered else set()


def _put_off(record: Record) -> set[str]:
    turn = record.turn
    return {"later"} if turn and turn.is_open and not turn.times_deferred else set()


# --- the scale ------------------------------------------------------------------------------------


class LevelShown(Value, frozen=True, kw_only=True):
    """One level of the scale in words, for both aspects."""

    name: str
    application: str
    knowledge: str


def scale(framework: Framework) -> tuple[LevelShown, ...]:
    """The scale of a framework, from the lowest level up."""
    return tuple(
        LevelShown(
            name=f"{level.level}  {for_one_line(level.name)}",
            application=for_one_line(level.application),
            knowledge=for_one_line(level.knowledge),
        )
        for level in framework.scale
    )


# --- words ------------------------------------------------------------------------------


def word_count(text: str) -> str:
    """How many words there are, in words."""
    count = len(text.split())
    return "1 word" if count == 1 else f"{count:,} words"


# --- a transcript to be read ----------------------------------------------------------------------


class Head(Value, frozen=True, kw_only=True):
    """What stands above a transcript that is read."""

    title: str
    about: str
    can_go_on: bool


def reading_head(stamped: Sequence[Stamped], opened: Opened | None, interview: str) -> Head:
    """Who, when and what, as far as the transcript tells."""
    if opened is None:
        return Head(title=f"Interview {for_one_line(interview)}", about="", can_go_on=False)
    who = for_one_line(opened.candidate) or "Not named"
    role = for_one_line(opened.profile_title) or "no role chosen"
    ended = any(isinstance(item.fact, Finished | Withdrawn) for item in stamped)
    started = when(stamped[0].at)
    return Head(
        title=f"{'Mock assessment' if opened.exam else 'Interview'} of {started}",
        about=f"{who}, {role}. {'Ended' if ended else 'Not finished'}. {PRACTICE_RECORD}",
        can_go_on=not ended,
    )
