"""The fields of the set-up. Fields that do not matter now are not shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Checkbox, Input, RadioSet, Select, SelectionList, Static

from interviewer.domain import Aspect, Complexity, Framework
from interviewer.engine.plan import LENGTHS
from interviewer.safe_text import for_one_line
from interviewer.tui import choices
from interviewer.tui.choices import Form
from interviewer.tui.widgets.fields import Fields, field, select
from interviewer.tui.widgets.ticks import TickBox, TickButton, TickList, TickSet

ASPECTS: tuple[tuple[str, tuple[Aspect, ...]], ...] = (
    ("Doing it and knowing about it", choices.BOTH),
    ("Only doing it", (Aspect.APPLICATION,)),
    ("Only knowing about it", (Aspect.KNOWLEDGE,)),
)
COMPLEXITIES: tuple[tuple[str, Complexity | None], ...] = (
    ("As the role asks, up or down as it goes", None),
    ("Simple cases", Complexity.LOW),
    ("Cases with a difficulty or two", Complexity.SOME),
    ("Hard cases", Complexity.HIGH),
)
NO_ROLE = "None: I choose the competences"
NO_NEXT = "None in mind"

TOPICS = {
    "framework": "The framework whose competences you are asked about.",
    "role": (
        "The role that you have or want. It decides which competences you are asked about, and "
        "what your results are set beside. Without a role you choose the competences yourself."
    ),
    "next": (
        "The role that you would like to have after this one. Your results are set beside what it "
        "asks for too. You can leave it out."
    ),
    "conditions": "Some of what this role asks for counts in certain workplaces only.",
    "strong": (
        "This role asks for more in some competences, and leaves it to you which. Move with the "
        "up and down keys, tick with the space bar."
    ),
    "own": "Tick this to choose the competences yourself. The role still says what is required.",
    "competences": "What you want to talk about. The space bar ticks and unticks.",
    "length": (
        "Short takes the five competences that matter most to the role, standard those that it "
        "asks for at level 3 or above, full all of them. You can stop at any point and go on "
        "another day."
    ),
    "aspects": "Questions about what you did, about the ideas behind it, or both.",
    "complexity": "How hard the situations in the questions are. Leave it if you are not sure.",
    "candidate": "Shown in your transcript. You can leave it empty.",
}


class SetupForm(Fields):
    """Keeps the form; tells when it has changed."""

    class Changed(Message):
        """Something was filled in."""

        def __init__(self, framework: Framework, form: Form) -> None:
            super().__init__()
            self.framework = framework
            self.form = form

    def __init__(self, frameworks: Sequence[Framework], form: Form | None) -> None:
        super().__init__(id="setup-form")
        self._frameworks = frameworks
        self.framework = self._one_with(form)
        self.form = form or Form(profile=self._usual_role())
        if self.form.profile not in {role or None for _, role in self._roles()}:
            self.form = replace(self.form, profile=self._usual_role())

    def compose(self) -> ComposeResult:
        """All fields; those that do not matter are hidden."""
        if len(self._frameworks) > 1:
            yield field("Framework", self._framework_select())
        yield field("Role", self._role_select())
        yield field("Next role", self._next_select())
        yield field("", Vertical(id="conditions", classes="control"))
        yield field("", _explained(Static(id="strong-says", classes="explains"), _list("strong")))
        yield field("", TickBox("Choose the competences myself", self.form.own, id="own"))
        yield field("Competences", _list("competences"))
        yield field("Length", TickSet(*self._lengths(), id="length"))
        yield field("Questions on", select(ASPECTS, self.form.aspects, "aspects"))
        yield field("Situations", select(COMPLEXITIES, self.form.complexity, "complexity"))
        yield field("Your name", self._name_input())

    def on_mount(self) -> None:
        """Fill the lists."""
        self._fill_lists()
        self._update()
        self.query_one("#role").focus()

    @on(Select.Changed, "#framework")
    def change_framework(self, event: Select.Changed) -> None:
        """Another framework: other roles and competences."""
        chosen = next(item for item in self._frameworks if item.head.id == event.value)
        if chosen is self.framework:
            return
        self.framework = chosen
        self._set(
            profile=self._usual_role(),
            next_profile=None,
            competences=(),
            choices=(),
            conditions={},
        )
        after = self.query_one("#next", Select)
        after.set_options(self._next_roles())
        after.value = ""
        role = self.query_one("#role", Select)
        role.set_options(self._roles())
        role.value = self.form.profile or ""
        self._fill_lists()

    @on(Select.Changed, "#role")
    def change_role(self, event: Select.Changed) -> None:
        """Another role leaves other choices."""
        profile = str(event.value) if event.value else None
        if profile != self.form.profile:
            self._set(profile=profile, next_profile=None, choices=(), conditions={})
            after = self.query_one("#next", Select)
            after.set_options(self._next_roles())
            after.value = ""
            self._fill_lists()

    @on(Select.Changed, "#next")
    def change_next_role(self, event: Select.Changed) -> None:
        """Another next role leaves other choices."""
        later = str(event.value) if event.value else None
        if later != self.form.next_profile:
            kept = self.form.choices if choices.leaves_choice(self.framework, self.form) else ()
            self._set(next_profile=later, choices=kept)
            self._fill_lists()

    @on(Select.Changed, "#aspects")
    def change_aspects(self, event: Select.Changed) -> None:
        """Another choice of aspects."""
        self._set(aspects=event.value)

    @on(Select.Changed, "#complexity")
    def change_complexity(self, event: Select.Changed) -> None:
        """Another complexity."""
        self._set(complexity=event.value or None)

    @on(SelectionList.SelectedChanged)
    def change_ticks(self, event: SelectionList.SelectedChanged[int]) -> None:
        """Another choice of competences."""
        ticked = tuple(sorted(event.selection_list.selected))
        name = "choices" if event.selection_list.id == "strong" else "competences"
        self._set(**{name: ticked})

    @on(RadioSet.Changed, "#length")
    def change_length(self, event: RadioSet.Changed) -> None:
        """Another length."""
        self._set(length=LENGTHS[event.index])

    @on(Checkbox.Changed)
    def change_box(self, event: Checkbox.Changed) -> None:
        """The candidate's own choice of competences, or an answer to the role's question."""
        box = event.checkbox
        if box.id == "own":
            self._set(own=event.value)
        else:
            answers = {**self.form.conditions, box.name or "": event.value}
            self._set(conditions=answers)

    @on(Input.Changed, "#candidate")
    def change_name(self, event: Input.Changed) -> None:
        """Another name."""
        self._set(candidate=event.value)

    def show_lacking(self, sentence: str) -> None:
        """Put the focus where the first thing is missing."""
        wanting = choices.choice(self.framework, self.form)
        if wanting and wanting.lacking:
            self.query_one("#strong").focus()
        elif choices.chooses(self.form) and not self.form.competences:
            self.query_one("#competences").focus()

    # --- inside ---

    def _set(self, **changes: Any) -> None:
        changed = replace(self.form, **changes)
        if changed != self.form:
            self.form = changed
            self._update()

    def _update(self) -> None:
        """Show what matters now, and say so."""
        framework, form = self.framework, self.form
        strong = choices.choice(framework, form)
        self.show_field("strong", strong is not None)
        self.query_one("#strong-says", Static).update(Content(strong.text if strong else ""))
        self.show_field("next", form.profile is not None)
        self.show_field("own", form.profile is not None)
        self.show_field("competences", choices.chooses(form))
        self._ask_conditions()
        for button, length in zip(self.query_one("#length").children, LENGTHS, strict=True):
            if isinstance(button, TickButton):
                button.label = Content(choices.length_text(framework, form, length))
        self.post_message(self.Changed(framework, form))

    def _ask_conditions(self) -> None:
        """The role's own questions, as far as their answers change anything."""
        wanted = choices.conditions(self.framework, self.form)
        place = self.query_one("#conditions", Vertical)
        if [box.name for box in place.query(Checkbox)] != [item.id for item in wanted]:
            place.remove_children()
            place.mount_all(
                TickBox(
                    Content(f"{for_one_line(item.question)} Tick for yes."),
                    self.form.conditions.get(item.id, False),
                    name=item.id,
                )
                for item in wanted
            )
        self.show_field("conditions", bool(wanted))

    def _fill_lists(self) -> None:
        strong = choices.choice(self.framework, self.form)
        form = self.form
        self._fill("strong", strong.competences if strong else (), form.choices)
        self._fill("competences", choices.competences(self.framework), form.competences)

    def _fill(self, name: str, rows: Sequence[tuple[int, str]], ticked: Sequence[int]) -> None:
        ticks = self.query_one(f"#{name}", SelectionList)
        with self.prevent(SelectionList.SelectedChanged):
            ticks.clear_options()
            ticks.add_options((Content(title), n, n in ticked) for n, title in rows)

    def _one_with(self, form: Form | None) -> Framework:
        for item in self._frameworks:
            if form and form.profile in {profile.id for profile in item.roles}:
                return item
        return self._frameworks[0]

    def _usual_role(self) -> str | None:
        return self.framework.roles[0].id if self.framework.roles else None

    def _roles(self) -> list[tuple[Any, str]]:
        named = [(Content(for_one_line(p.title)), p.id) for p in self.framework.roles]
        return [*named, (Content(NO_ROLE), "")]

    def _next_roles(self) -> list[tuple[Any, str]]:
        others = (p for p in self.framework.roles if p.id != self.form.profile)
        named = [(Content(for_one_line(p.title)), p.id) for p in others]
        return [(Content(NO_NEXT), ""), *named]

    def _next_select(self) -> Select[str]:
        later = self.form.next_profile or ""
        known = {role for _, role in self._next_roles()}
        value = later if later in known else ""
        return Select(self._next_roles(), value=value, allow_blank=False, compact=True, id="next")

    def _role_select(self) -> Select[str]:
        role = self.form.profile or ""
        return Select(self._roles(), value=role, allow_blank=False, compact=True, id="role")

    def _framework_select(self) -> Select[str]:
        heads = [item.head for item in self._frameworks]
        named = [(Content(for_one_line(head.title)), head.id) for head in heads]
        return Select(
            named, value=self.framework.head.id, allow_blank=False, compact=True, id="framework"
        )

    def _lengths(self) -> Iterator[TickButton]:
        for length in LENGTHS:
            yield TickButton(Content(length), length == self.form.length)

    def _name_input(self) -> Input:
        return Input(
            for_one_line(self.form.candidate),
            placeholder="optional",
            compact=True,
            max_length=choices.MAX_NAME,
            id="candidate",
        )


def _explained(*widgets: Widget) -> Vertical:
    return Vertical(*widgets, classes="control")


def _list(name: str) -> TickList:
    return TickList(id=name)
