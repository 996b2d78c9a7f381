"""A step of the policy as the facts that carry it out, with the words that are said. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from interviewer.domain import Aspect
from interviewer.engine import policy, wording
from interviewer.engine.plan import Plan
from interviewer.record import facts
from interviewer.record.facts import AnyFact
from interviewer.record.record import Record, Turn


def facts_of(step: policy.Step, plan: Plan, record: Record) -> Sequence[AnyFact]:
    """The facts of ``step``, in the order in which they are to be kept."""
    match step:
        case policy.Brief(competence=number):
            return [_briefed(plan, record, number)]
        case policy.Invite(competence=number):
            return [facts.Invited(competence=number, text=invitation(plan, record))]
        case policy.Ask():
            return [_asked(record, step)]
        case policy.Probe():
            return [_probed(plan, record, step)]
        case policy.Return(turn=number):
            return [returned(record.turns[number - 1])]
        case policy.Reflect(competence=number):
            rated = [_rated(record, number, aspect) for aspect in plan.aspects]
            heard = any(fact.rating is not None for fact in rated)
            return [*rated, facts.Reflected(competence=number, text=wording.reflection(heard))]
        case policy.Finish():
            return [facts.Finished(text=wording.finished(len(plan.competences)))]
        case _:
            raise AssertionError(f"no facts for {step}")


def invitation(plan: Plan, record: Record) -> str:
    """How the candidate is asked to rate themselves."""
    return wording.invitation(plan.aspects, plan.scale, first=not record.reflected)


def returned(turn: Turn) -> facts.Returned:
    """The fact of going back to ``turn``, be it to answer again or because it still waits."""
    if turn.assessment and policy.was_no_answer(turn) and not turn.returned:
        text = wording.no_answer(turn.assessment.act, turn.plainer, turn.text)
    else:
        text = wording.returned(turn.text, turn.answer is not None)
    return facts.Returned(turn=turn.number, text=text)


def _briefed(plan: Plan, record: Record, number: int) -> facts.Briefed:
    text = wording.briefing(plan.competence(number).title, first=not record.reflected)
    return facts.Briefed(competence=number, text=text)


def _asked(record: Record, step: policy.Ask) -> facts.Asked:
    question = step.question
    heads = [
        turn
        for turn in record.turns
        if not turn.is_probe and turn.competence == question.competence
    ]
    of_aspect = [turn for turn in heads if turn.aspect is question.aspect]
    return facts.Asked(
        turn=len(record.turns) + 1,
        competence=question.competence,
        aspect=question.aspect,
        complexity=question.complexity,
        question=question.id,
        text=question.text,
        plainer=question.plainer,
        lead=wording.lead(question.aspect, len(of_aspect), len(heads)),
    )


def _probed(plan: Plan, record: Record, step: policy.Probe) -> facts.Probed:
    head = record.turns[step.thread - 1]
    return facts.Probed(
        turn=len(record.turns) + 1,
        thread=step.thread,
        missing=step.missing,
        text=_probe_text(plan, record, step),
        plainer=wording.plainer_probe(step.missing, head.aspect),
    )


def _probe_text(plan: Plan, record: Record, step: policy.Probe) -> str:
    """How a follow-up is put: the first of its kind takes up the candidate's words if it can.

    Otherwise, and when the like was asked on this competence before, it is one of those that were
    written for the competence, none a second time before each was put.
    """
    head = record.turns[step.thread - 1]
    own = plan.probes.get((head.competence, head.aspect, step.missing), ())
    before = sum(
        (turn.competence, turn.aspect, turn.probes_for)
        == (head.competence, head.aspect, step.missing)
        for turn in record.turns
    )
    words = policy.words_to_take_up(record.thread(step.thread), step.missing)
    if own and (before or not (words and wording.takes_up_words(step.missing))):
        return wording.pick(own, plan.seed + before)
    return wording.probe(step.missing, head.aspect, words, len(record.turns) + 1)


def _rated(record: Record, number: int, aspect: Aspect) -> facts.Rated:
    result = policy.aspect_result(record, number, aspect)
    verdict = result.verdict
    return facts.Rated(
        competence=number,
        aspect=aspect,
        rating=verdict.level if verdict else None,
        span=verdict.span if verdict else None,
        missing=policy.still_missing(record, number, aspect),
        turns=result.turns,
    )
