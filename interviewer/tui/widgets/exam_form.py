"""The fields of the mock assessment's set-up. Fields that do not matter now are not shown."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, RadioSet, Select, Static, TextArea

from interviewer.domain import ExamKind, Framework
from interviewer.tui import exam_choices
from interviewer.tui.choices import MAX_NAME
from interviewer.tui.exam_choices import ExamForm
from interviewer.tui.widgets.answer_box import MAX_PASTE, AnswerBox, Sends
from interviewer.tui.widgets.fields import Fields, field, select
from interviewer.tui.widgets.ticks import TickButton, TickSet

KINDS = (
    (ExamKind.EXAM, "Exam: all themes, and how it went is said at the end"),
    (ExamKind.REHEARSAL, "Rehearsal: one theme, feedback after each question"),
    (ExamKind.KSB, "One KSB, feedback after each question"),
)
MAX_PATH = 4096
FIELDS = ("minutes", "report", "outline", "candidate")

TOPICS = {
    "kind": (
        "An exam is as the real thing: a clock, all themes, and no word on how it goes before the "
        "end. In a rehearsal you see after each question what was heard."
    ),
    "method": "Which part of the end-point assessment to practise.",
    "theme": "The theme that you want to rehearse.",
    "ksb": "The knowledge, skill or behaviour that you want to be asked about.",
    "minutes": (
        "How long the questions of a part take. Leave it empty for the length of the plan; a "
        "rehearsal then takes as long as it takes. A short practice has no overall grade."
    ),
    "report": (
        "The path of the file that holds your report: .md, .txt or .docx. It is read on this "
        "computer and goes nowhere. Leave it empty if you paste the report below."
    ),
    "pasted": "Paste your report here if it is in no file. Tab goes to the next field, F9 starts.",
    "outline": (
        "The path of the file that holds the outline of your presentation. Leave it empty to give "
        "it later, or not at all."
    ),
    "candidate": (
        "Shown in your transcript; all practice under this name counts as yours. You can leave it "
        "empty."
    ),
}


class ExamSetupForm(Fields):
    """Keeps the form; tells when it has changed."""

    DEFAULT_CSS = """
    ExamSetupForm #defaults { height: auto; margin: 0 0 1 0; max-width: 88; }
    ExamSetupForm #defaults-each { height: auto; color: $text-muted; max-width: 88; }
    """

    class Changed(Message):
        """Something was filled in."""

        def __init__(self, framework: Framework, form: ExamForm) -> None:
            super().__init__()
            self.framework = framework
            self.form = form

    def __init__(self, framework: Framework, form: ExamForm | None) -> None:
        super().__init__(id="exam-form")
        self.framework = framework
        self.form = _known(framework, form or ExamForm())
        self._pasted = AnswerBox(id="pasted", sends=Sends.start)
        self._pasted.most = MAX_PASTE

    def compose(self) -> ComposeResult:
        """All fields; those that do not matter are hidden."""
        form, framework = self.form, self.framework
        yield Static(id="defaults")
        kinds = (TickButton(Content(text), kind is form.kind) for kind, text in KINDS)
        yield field("Mode", TickSet(*kinds, id="kind"))
        yield field("Theme", select(_rows(exam_choices.theme_rows(framework)), form.theme, "theme"))
        yield field("KSB", select(_rows(exam_choices.ksb_rows(framework)), form.ksb, "ksb"))
        yield field("Part", select(self._methods(), form.method, "method"))
        yield field("Minutes", _input("minutes", form.minutes, "", 4))
        path = "a file: .md, .txt or .docx"
        yield field("Your report", _input("report", form.report, path, MAX_PATH))
        yield field("or paste it", self._pasted)
        yield field("Outline", _input("outline", form.outline, f"optional, {path}", MAX_PATH))
        yield field("Your name", _input("candidate", form.candidate, "optional", MAX_NAME))
        yield Static(id="defaults-each")

    def on_mount(self) -> None:
        """Show what matters."""
        self._pasted.put(self.form.pasted)
        self._update()
        self.query_one("#kind").focus()

    @on(RadioSet.Changed, "#kind")
    def change_kind(self, event: RadioSet.Changed) -> None:
        """Another mode: in a rehearsal there is one part."""
        kind = KINDS[event.index][0]
        if kind is self.form.kind:
            return
        self._set(kind=kind)
        part = self.query_one("#method", Select)
        part.set_options(self._methods())
        part.value = exam_choices.usual_method(self.framework, kind)

    @on(Select.Changed)
    def change_choice(self, event: Select.Changed) -> None:
        """Another part, theme or KSB."""
        if event.select.id and isinstance(event.value, str):
            self._set(**{event.select.id: event.value})

    @on(Input.Changed)
    def change_text(self, event: Input.Changed) -> None:
        """Other minutes, another file, another name."""
        if event.input.id in FIELDS:
            self._set(**{event.input.id: event.value})

    @on(TextArea.Changed, "#pasted")
    def change_pasted(self) -> None:
        """Another report."""
        self._set(pasted=self._pasted.text)

    # --- inside ---

    def _set(self, **changes: Any) -> None:
        changed = replace(self.form, **changes)
        if changed != self.form:
            self.form = changed
            self._update()

    def _update(self) -> None:
        """Show what matters now, and say so."""
        framework, form = self.framework, self.form
        handed = exam_choices.takes_report(framework, form)
        for name in ("report", "pasted", "outline"):
            self.show_field(name, handed)
        self.show_field("theme", form.kind is ExamKind.REHEARSAL)
        self.show_field("ksb", form.kind is ExamKind.KSB)
        self.query_one("#minutes", Input).placeholder = exam_choices.minutes_hint(form.kind)
        told = exam_choices.defaults(framework, form)
        for name, texts in (("defaults", told[:1]), ("defaults-each", told[1:])):
            place = self.query_one(f"#{name}", Static)
            place.display = bool(texts)
            place.update(Content("\n".join(texts)))
        self.post_message(self.Changed(framework, form))

    def _methods(self) -> list[tuple[Any, str]]:
        return _rows(exam_choices.method_rows(self.framework, self.form.kind))


def _rows(rows: list[tuple[str, str]]) -> list[tuple[Any, str]]:
    return [(Content(text), name) for text, name in rows]


def _known(framework: Framework, form: ExamForm) -> ExamForm:
    """The form with nothing in it that the framework does not have."""
    return replace(
        form,
        method=_one_of(form.method, exam_choices.method_rows(framework, form.kind))
        or exam_choices.usual_method(framework, form.kind),
        theme=_one_of(form.theme, exam_choices.theme_rows(framework), first=True),
        ksb=_one_of(form.ksb, exam_choices.ksb_rows(framework), first=True),
    )


def _one_of(name: str, rows: list[tuple[str, str]], *, first: bool = False) -> str:
    known = [each for _, each in rows]
    return name if name in known else known[0] if first and known else ""


def _input(name: str, value: str, hint: str, most: int) -> Input:
    return Input(value, placeholder=hint, compact=True, max_length=most, id=name)
