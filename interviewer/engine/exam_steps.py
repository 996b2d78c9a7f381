"""A step of the exam's policy as the facts that carry it out, with what is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from interviewer.engine import exam_policy, exam_wording, wording
from interviewer.engine.exam_plan import ExamPlan
from interviewer.engine.exam_policy import standing
from interviewer.engine.policy import Step
from interviewer.engine.steps import returned
from interviewer.record import facts
from interviewer.record.facts import AnyFact
from interviewer.record.record import Record, Turn


def facts_of(step: Step, plan: ExamPlan, record: Record) -> Sequence[AnyFact]:
    """The facts of ``step``, in the order in which they are to be kept."""
    match step:
        case exam_policy.Begin(method=name):
            return [_began(plan, name)]
        case exam_policy.AskExam():
            return [_asked(plan, record, step)]
        case exam_policy.Follow():
            return [
                facts.Probed(
                    turn=len(record.turns) + 1,
                    thread=step.thread,
                    missing=step.missing,
                    text=step.text,
                    plainer=step.plainer,
                )
            ]
        case exam_policy.AskPiece(thread=thread):
            return [_piece(record, thread)]
        case exam_policy.GoBack(turn=number):
            return [returned(record.turns[number - 1])]
        case exam_policy.Feedback(theme=theme):
            return [facts.Reflected(competence=theme, text="This is what was heard so far.")]
        case exam_policy.EndMethod(by_time=by_time):
            return [_ended(plan, record, by_time)]
        case exam_policy.FinishExam():
            return [facts.Finished(text=exam_wording.finished(plan.terms.kind))]
        case _:
            raise AssertionError(f"no facts for {step}")


def _began(plan: ExamPlan, name: str) -> facts.MethodBegan:
    methods = [method.id for method in plan.terms.methods]
    text = exam_wording.introduction(
        plan.terms, plan.terms.method(name), methods.index(name) + 1, plan.limit(name)
    )
    return facts.MethodBegan(method=name, text=text)


def _asked(plan: ExamPlan, record: Record, step: exam_policy.AskExam) -> facts.Asked:
    question, sentence = step.question, step.sentence
    quote = sentence.text if sentence else ""
    text = question.taking_up.replace("{quote}", _in_a_sentence(quote)) if quote else question.text
    return facts.Asked(
        turn=len(record.turns) + 1,
        competence=step.theme,
        aspect=question.aspect,
        complexity=question.complexity,
        question=question.id,
        text=text,
        plainer=question.plainer,
        lead=_lead(plan, record, step),
        method=question.method,
        ksbs=question.ksbs,
        quote=quote,
    )


def _in_a_sentence(quote: str) -> str:
    """A sentence without its full stop, as it stands in the middle of another one."""
    return quote.removesuffix(".") if not quote.endswith("..") else quote


def _lead(plan: ExamPlan, record: Record, step: exam_policy.AskExam) -> str:
    exam = standing(record)
    before = [turn for turn in record.turns if turn.method == exam.method]
    theme = plan.terms.theme(step.theme)
    lead = exam_wording.lead(
        theme,
        first=not before,
        back=any(turn.competence == step.theme for turn in before),
        same=bool(before) and before[-1].competence == step.theme,
        time=exam_wording.clock(exam.used_now, plan.limit(exam.method)),
    )
    if step.sentence:
        place = step.sentence.place
        return f"{lead} {exam_wording.about_place(place.number, place.title)}"
    opened = any(turn.competence == step.theme for turn in before)
    return f"{lead} {exam_wording.not_in_report(theme)}" if step.silent and not opened else lead


def _piece(record: Record, thread: int) -> facts.Probed:
    asked = sum(turn.piece for turn in record.turns)
    return facts.Probed(
        turn=len(record.turns) + 1,
        thread=thread,
        missing=None,
        text=piece_asked(record, asked),
        plainer=exam_wording.PIECE_PLAINER,
        piece=True,
    )


def piece_asked(record: Record, asked: int) -> str:
    """How a piece of the portfolio is asked for; with the theme's name once all ways were used."""
    text = wording.pick(exam_wording.PIECE, asked)
    if asked < len(exam_wording.PIECE):
        return text
    title = record.title(record.turns[-1].competence)
    return f"On {wording.spoken(title)}: {text[:1].lower()}{text[1:]}"


def _ended(plan: ExamPlan, record: Record, by_time: bool) -> facts.MethodEnded:
    exam = standing(record)
    last = plan.terms.methods[-1].id
    text = exam_wording.method_ended(by_time, plan.limit(exam.method), more=exam.method != last)
    return facts.MethodEnded(method=exam.method, by_time=by_time, text=text)


# --- a piece of the portfolio ---------------------------------------------------------------------

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\b(?:\s+\d{{2,4}})?|\d{{1,2}}[/.-]\d{{1,2}}"
    r"[/.-]\d{2,4}\b|(?:19|20)\d\d(?:-\d\d){0,2}\b|(?:spring|summer|autumn|winter)\b"
    r"(?:\s+\d{4})?)"
)
_DATE = re.compile(rf"\b{_DAY}(?:\s*(?:to|until|-)\s*{_DAY})?", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:section|page|p\.|pages|appendix|annex|folder|tab|part|evidence|piece|item|ref(?:erence)?"
    r"|chapter|number|no\.?|unit)\s*\.?\s*(?:\d[\w.]*|[a-z]\b|[ivx]+\b)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\W*(?:no|none|nope|nothing|there (?:is|isn'?t)|i (?:don'?t|do not)|not (?:really|that|yet|in)"
    r"|i'?m not sure|don'?t|skip|pass|n/?a)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\W*(?:yes|yeah|yep|yup|sure|it'?s|that'?s|that would be|that is|there'?s|the)\b\W*", re.I
)


def piece_of(turn: int, text: str) -> facts.PieceNamed:
    """The piece that a reply names: title, date and place, as far as it gives them."""
    said = " ".join(text.split())
    if _NONE.match(said):
        return facts.PieceNamed(turn=turn, title="")
    date, place = _DATE.search(said), _PLACE.search(said)
    title = said
    for found in (date, place):
        title = title.replace(found[0], "", 1) if found else title
    for _ in range(3):
        title = _YES.sub("", title, count=1) if _YES.match(title) else title
    parts = [part.strip(" .;:-()") for part in title.split(",")]
    kept = ", ".join(part for part in parts if len(part) > 2 and part.lower() not in _SMALL)
    return facts.PieceNamed(
        turn=turn,
        title=kept or said,
        date=date[0] if date else "",
        place=place[0] if place else "",
    )


_SMALL = frozenset({"and", "the", "dated", "from", "in the", "from the", "it is in", "and in"})


def is_answered_piece(turn: Turn) -> bool:
    """Whether the reply to a question for a piece waits to be noted."""
    return turn.piece and turn.answer is not None and not turn.is_read
