"""The set-up of a mock assessment as plain values and sentences. Pure; no Textual here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from interviewer.domain import ExamKind, ExamTerms, Framework, Method, Value, WorksFrom
from interviewer.engine.exam_plan import LONGEST, ExamOptions, exam_terms
from interviewer.engine.plan import PlanError
from interviewer.marks import DEFAULTS
from interviewer.report_file import KINDS
from interviewer.safe_text import for_one_line
from interviewer.tui.choices import MAX_NAME

BAD_MINUTES = f"The minutes are a whole number from 1 to {LONGEST}."
BOTH_WAYS = "Give your report as a file or paste it, not both."
KSB_WIDTH = 54


class ExamWanted(Value, frozen=True, kw_only=True):
    """A mock assessment as it is asked for; ``pasted`` is a report that is in no file."""

    options: ExamOptions
    framework: str | None = None
    report: Path | None = None
    outline: Path | None = None
    pasted: str = ""

    @property
    def complete(self) -> bool:
        """Whether it says what is to be practised, so that nothing need be asked."""
        return bool(self.options.methods or self.options.theme or self.options.ksb)


class ExamForm(Value, frozen=True, kw_only=True):
    """What stands in the fields. Without a method, each of the plan is held."""

    kind: ExamKind = ExamKind.EXAM
    method: str = ""
    theme: str = ""
    ksb: str = ""
    minutes: str = ""
    candidate: str = ""
    report: str = ""
    outline: str = ""
    pasted: str = ""


def form_of(wanted: ExamWanted) -> ExamForm:
    """The form that stands for what is wanted."""
    options = wanted.options
    kind = ExamKind.REHEARSAL if options.theme else ExamKind.KSB if options.ksb else ExamKind.EXAM
    return ExamForm(
        kind=kind,
        method=options.methods[0] if len(options.methods) == 1 else "",
        theme=options.theme.strip().lower(),
        ksb=options.ksb.strip().upper(),
        minutes="" if options.minutes is None else str(options.minutes),
        candidate=for_one_line(options.candidate)[:MAX_NAME],
        report=str(wanted.report or ""),
        outline=str(wanted.outline or ""),
        pasted=wanted.pasted,
    )


def wanted_of(framework: Framework, form: ExamForm) -> ExamWanted:
    """What the form stands for; fields that do not matter to it are left out.

    Raises:
        PlanError: it can stand for nothing; the sentence says why.
    """
    options = _options(form)
    handed = takes_report(framework, form)
    if handed and form.report.strip() and form.pasted.strip():
        raise PlanError(BOTH_WAYS)
    return ExamWanted(
        options=options,
        framework=framework.head.id,
        report=path_of(form.report) if handed else None,
        outline=path_of(form.outline) if handed else None,
        pasted=form.pasted if handed else "",
    )


def _options(form: ExamForm) -> ExamOptions:
    minutes = form.minutes.strip()
    if minutes and not (minutes.isascii() and minutes.isdecimal() and len(minutes) < 5):
        raise PlanError(BAD_MINUTES)
    return ExamOptions(
        methods=(form.method,) if form.method else (),
        minutes=int(minutes) if minutes else None,
        candidate=form.candidate.strip(),
        theme=form.theme if form.kind is ExamKind.REHEARSAL else "",
        ksb=form.ksb if form.kind is ExamKind.KSB else "",
    )


def path_of(typed: str) -> Path | None:
    """A path as people type or drop it; None: nothing was typed."""
    name = typed.strip().strip("\"'")
    if not name:
        return None
    try:
        return Path(name).expanduser()
    except RuntimeError:  # no such user
        return Path(name)


def file_named(text: str) -> Path | None:
    """The file that ``text`` names, with or without ``/file`` before it; None: it is text."""
    line = text.strip()
    if "\n" in line:
        return None
    word, _, rest = line.partition(" ")
    if word.lower() == "/file":
        return path_of(rest)
    return path_of(line) if line.strip("\"'").lower().endswith(KINDS) else None


# --- what it comes to -----------------------------------------------------------------------------


def problem(framework: Framework, form: ExamForm) -> str:
    """What is wrong with the form, in a sentence; nothing if it can be held."""
    try:
        exam_terms(framework, wanted_of(framework, form).options)
    except PlanError as error:
        return str(error)
    return ""


def no_plan(framework: Framework) -> str:
    """Why there is nothing to practise for in a framework without an assessment plan."""
    try:
        exam_terms(framework, ExamOptions())
    except PlanError as error:
        return str(error)
    return ""


def takes_report(framework: Framework, form: ExamForm) -> bool:
    """Whether a report is handed in."""
    return any(each.works_from is WorksFrom.REPORT for each in methods(framework, form))


def methods(framework: Framework, form: ExamForm) -> tuple[Method, ...]:
    """The methods that are held; none where the form stands for nothing."""
    try:
        return exam_terms(framework, _options(form)).methods
    except PlanError:
        named = tuple(each for each in framework.methods if each.id == form.method)
        return named or (framework.methods if form.kind is ExamKind.EXAM else ())


def summary(framework: Framework, form: ExamForm) -> str:
    """What it will be like, in a sentence or two."""
    terms = exam_terms(framework, _options(form))
    if terms.kind is ExamKind.EXAM:
        many = {1: "One part", 2: "Two parts"}.get(len(terms.methods), "All parts")
        told = "; ".join(_length(terms, each) for each in terms.methods)
        what = f"{many}: {told}. How it went is said at the end."
    else:
        about = terms.only if terms.kind is ExamKind.KSB else "one theme"
        minutes = f" {terms.minutes} minutes." if terms.minutes else ""
        what = f"Questions on {about}; after each you see what was heard.{minutes}"
    wants = takes_report(framework, form) and not (form.report.strip() or form.pasted.strip())
    return f"{what} You are asked for your report first." if wants else what


def _length(terms: ExamTerms, method: Method) -> str:
    minutes = terms.minutes or method.minutes
    if not method.presentation_minutes:
        return f"{minutes} minutes for questions"
    return f"{method.presentation_minutes} minutes to present, {minutes} for questions"


def defaults(framework: Framework, form: ExamForm) -> tuple[str, ...]:
    """What the plan does not tell, and stands here as a default: first all in a sentence."""
    try:
        terms = exam_terms(framework, _options(form))
    except PlanError:
        return ()
    return (DEFAULTS, *_each_default(terms)) if terms.has_defaults else ()


def _each_default(terms: ExamTerms) -> Iterator[str]:
    yield "These are defaults:"
    for method in terms.methods if terms.kind is ExamKind.EXAM else ():
        if method.default:
            extra = f", {method.extra_time} per cent more to finish the last answer"
            yield (
                f"{for_one_line(method.title)}: {_length(terms, method)}, at least "
                f"{method.questions} questions{extra if method.extra_time else ''}."
            )
    if any(theme.grouping == "ours" for theme in terms.themes):
        yield f"The {len(terms.themes)} themes: our own grouping of the KSBs."
    shares = [each for each in terms.grades if each.default]
    if shares and terms.kind is ExamKind.EXAM:
        told = ", ".join(f"{each.title.lower()} in {each.of_themes} per cent" for each in shares)
        yield f"What each grade asks for, and in how many of the themes: {for_one_line(told)}."
    elif shares:
        yield "What each grade asks for."
    if any(row.default for row in terms.overall) and terms.kind is ExamKind.EXAM:
        yield "How the grades combine."


def minutes_hint(kind: ExamKind) -> str:
    """What happens where no minutes are given."""
    return "as the plan says" if kind is ExamKind.EXAM else "as long as it takes"


# --- what there is to choose ----------------------------------------------------------------------


def method_rows(framework: Framework, kind: ExamKind) -> list[tuple[str, str]]:
    """The methods to choose from; in an exam, first all of them."""
    named = [(for_one_line(each.title), each.id) for each in framework.methods]
    if kind is not ExamKind.EXAM or len(named) < 2:
        return named
    return [("Both parts, one after the other" if len(named) == 2 else "All parts", ""), *named]


def theme_rows(framework: Framework) -> list[tuple[str, str]]:
    """The themes to choose from."""
    return [(for_one_line(each.title), each.id) for each in framework.themes]


def ksb_rows(framework: Framework) -> list[tuple[str, str]]:
    """The KSBs to choose from."""
    return [
        (for_one_line(f"{each.id} {each.statement}", KSB_WIDTH), each.id) for each in framework.ksbs
    ]


def usual_method(framework: Framework, kind: ExamKind) -> str:
    """What is chosen at first: all parts of an exam, and to rehearse the one without a report."""
    if kind is ExamKind.EXAM:
        return method_rows(framework, kind)[0][1]
    talks = [each for each in framework.methods if each.works_from is WorksFrom.PORTFOLIO]
    return (talks or list(framework.methods))[0].id
