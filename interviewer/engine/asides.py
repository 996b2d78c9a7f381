"""What the candidate does beside answering, as the facts that come of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from interviewer.domain import Act
from interviewer.engine import wording
from interviewer.engine.plan import Plan
from interviewer.engine.steps import invitation, returned
from interviewer.record import facts
from interviewer.record.facts import AnyFact
from interviewer.record.record import Record, State, Turn

# Who says only this has heard the question and not understood it: the same words would not help.
_STUCK = frozenset({"what", "wot", "huh", "eh", "you what"})


def facts_of(
    act: Act, text: str, plan: Plan, record: Record, *, later: bool = False
) -> Sequence[AnyFact]:
    """The facts of ``act`` while the candidate has the word; ``text`` as typed, if it was."""
    turn = record.turn
    if turn is None:
        return _before_the_first_question(act, text, plan, record)
    return at_turn(act, text, turn, record, later=later)


def at_turn(
    act: Act, text: str, turn: Turn, record: Record, *, later: bool = False
) -> Sequence[AnyFact]:
    """The facts of ``act`` while ``turn`` waits for an answer."""
    match act:
        case Act.SKIP:
            return _skip(turn, text, later)
        case Act.DONT_KNOW:
            return _not_known(turn, text)
        case Act.BACK:
            return _back(record, text)
        case _:
            stuck = text.strip(" ?!.").lower() in _STUCK
            meant = Act.CLARIFY if act is Act.REPEAT and stuck else act
            return [_remark(meant, text, _reply(meant, turn, record.state))]


def turn_to_go_back_to(record: Record, number: int | None) -> Turn | None:
    """The answered turn of this competence with ``number``, or the one before the present."""
    answered = [
        turn
        for turn in record.turns
        if turn.competence == record.competence
        and turn.answer is not None
        and turn.number != record.current
        and number in (None, turn.number)
    ]
    before = [turn for turn in answered if not record.current or turn.number < record.current]
    candidates = before or answered
    return candidates[-1] if candidates else None


def _before_the_first_question(
    act: Act, text: str, plan: Plan, record: Record
) -> Sequence[AnyFact]:
    if act in (Act.SKIP, Act.DONT_KNOW) and record.competence is not None:
        own = facts.SelfRated(
            competence=record.competence, application=None, knowledge=None, text=text
        )
        return [own]
    match act:
        case Act.CLARIFY:
            reply = wording.SCALE_MEANT
        case Act.REPEAT:
            reply = invitation(plan, record)
        case Act.BACK:
            reply = wording.NOTHING_TO_GO_BACK_TO
        case _:
            reply = wording.reply(act, record.state)
    return [_remark(act, text, reply)]


def _remark(act: Act, text: str, reply: str) -> facts.Remarked:
    return facts.Remarked(act=act, text=text, reply=reply)


def _reply(act: Act, turn: Turn, state: State) -> str:
    match act:
        case Act.REPEAT if not turn.repeated:
            return wording.repeated(turn.text)
        case Act.CLARIFY | Act.REPEAT:  # who asks again needs other words
            said_so_far = turn.clarified + max(turn.repeated - 1, 0) + min(turn.unknown, 1)
            return wording.clarification(turn.plainer, turn.aspect, said_so_far)
        case _:
            return wording.reply(act, state)


def _skip(turn: Turn, text: str, later: bool) -> Sequence[AnyFact]:
    """A turn may be put off once; then it is left. An earlier answer to it stands."""
    put_off = later and turn.times_deferred == 0 and turn.answer is None
    reply = wording.SKIPPED_LATER if put_off else wording.SKIPPED
    if turn.answer is not None:
        reply = wording.ANSWER_STANDS
    elif later and turn.times_deferred:
        reply = wording.SKIPPED_AGAIN
    skipped = facts.Skipped(
        turn=turn.number, later=put_off, reason="skipped", reply="" if text else reply
    )
    return [_remark(Act.SKIP, text, reply), skipped] if text else [skipped]


def _not_known(turn: Turn, text: str) -> Sequence[AnyFact]:
    """The first time another way in is offered; the second time the question is left."""
    if turn.unknown == 0:
        plainer = turn.plainer if turn.clarified == 0 else ""
        return [_remark(Act.DONT_KNOW, text, wording.unknown_once(plainer))]
    return [
        _remark(Act.DONT_KNOW, text, wording.SKIPPED),
        facts.Skipped(turn=turn.number, later=False, reason="not known"),
    ]


def _back(record: Record, text: str) -> Sequence[AnyFact]:
    earlier = turn_to_go_back_to(record, None)
    if earlier is None:
        return [_remark(Act.BACK, text, wording.NOTHING_TO_GO_BACK_TO)]
    said = [_remark(Act.BACK, text, "")] if text else []
    return [*said, returned(earlier)]
