"""Setting up an interview: roles, their choices and questions, own competences, bad input."""

from __future__ import annotations

from driving import Desk, Driver, First
from textual.widgets import Checkbox, Input, RadioButton, RadioSet, Select, SelectionList

from interviewer.domain import Aspect, Complexity
from interviewer.engine.plan import Options


def _select(it: Driver, name: str) -> Select[object]:
    return it.app.screen.query_one(f"#{name}", Select)


def _visible(it: Driver, name: str) -> bool:
    widget = it.app.screen.query_one(f"#{name}")
    return all(node.display for node in widget.ancestors_with_self if hasattr(node, "display"))


async def _role(it: Driver, role: str) -> None:
    _select(it, "role").value = role
    await it.pilot.pause()


async def test_the_usual_role_starts_with_two_keys(desk: Desk) -> None:
    """New interview, then F9: the first role, standard length."""
    async with desk.running() as it:
        await it.press("n")
        assert "2 competences" in it.text("#setup-says")
        await it.press("f9")
        opened = it.session.interview.record.opened
        assert (opened.profile, opened.length, opened.competences) == (
            "officer",
            "standard",
            (1, 2),
        )


async def test_choosing_a_role_by_keyboard(desk: Desk) -> None:
    """Enter opens the list of roles, the down key moves, Enter chooses."""
    async with desk.running() as it:
        await it.press("n")
        await it.press("enter", "down", "enter")
        assert _select(it, "role").value == "specialist"


async def test_the_length_begins_at_what_is_chosen(desk: Desk) -> None:
    """The focus on the lengths lights up the chosen one, so that Enter changes nothing."""
    async with desk.running() as it:
        await it.press("n")
        lengths = it.app.screen.query_one("#length", RadioSet)
        lengths.focus()
        await it.pilot.pause()
        chosen = it.app.screen.query_one("#length > .-selected", RadioButton)
        assert chosen is lengths.pressed_button
        await it.press("enter")
        assert lengths.pressed_index == 1


async def test_a_specialist_chooses_competences(desk: Desk) -> None:
    """The role's choice is listed with what is missing; Start says so until it is made."""
    async with desk.running() as it:
        await it.press("n")
        await _role(it, "specialist")
        assert "1 still to choose" in it.text("#strong-says")
        await it.press("f9")
        assert it.at == "SetupScreen"
        assert "! Choose 1 more" in it.text("#setup-says")
        assert it.app.screen.query_one("#strong").has_focus
        await it.press("space")
        assert "Enough are chosen" in it.text("#strong-says")
        await it.press("f9")
        opened = it.session.interview.record.opened
        assert opened.competences == (1, 2, 3)
        assert opened.requirements[2].application == 4


async def test_the_programme_question_is_asked_only_where_it_matters(desk: Desk) -> None:
    """It shows when its answer would change the interview, and its answer counts."""
    async with desk.running() as it:
        await it.press("n")
        assert not it.app.screen.query("#conditions Checkbox")
        it.app.screen.query_one("#length", RadioSet).focus()
        await it.press("down", "down", "enter")
        box = it.app.screen.query_one("#conditions Checkbox", Checkbox)
        assert "programme office" in str(box.label)
        box.focus()
        await it.press("enter")
        await it.press("f9")
        assert it.session.interview.record.opened.competences == (1, 2, 3, 4, 5)


async def test_choosing_competences_without_a_role(desk: Desk) -> None:
    """Without a role the competences are chosen, and at least one is needed."""
    async with desk.running() as it:
        await it.press("n")
        await _role(it, "")
        assert _visible(it, "competences")
        await it.press("f9")
        assert "at least one competence" in it.text("#setup-says")
        await it.press("space", "down", "space")
        await it.press("f9")
        opened = it.session.interview.record.opened
        assert (opened.profile, opened.competences) == (None, (1, 2))


async def test_choosing_competences_beside_a_role(desk: Desk) -> None:
    """A tick shows the list; the role still says what is required."""
    async with desk.running() as it:
        await it.press("n")
        assert not _visible(it, "competences")
        it.app.screen.query_one("#own", Checkbox).value = True
        await it.pilot.pause()
        it.app.screen.query_one("#competences", SelectionList).select(4)
        await it.press("f9")
        opened = it.session.interview.record.opened
        assert opened.competences == (4,)
        assert opened.requirements[0].application == 2


async def test_aspect_complexity_and_name(desk: Desk) -> None:
    """The optional fields reach the interview; a hostile name is only text."""
    async with desk.running() as it:
        await it.press("n")
        _select(it, "aspects").value = (Aspect.KNOWLEDGE,)
        _select(it, "complexity").value = Complexity.HIGH
        it.app.screen.query_one("#candidate", Input).value = "[/]\x1b[2J Zoë [@click=app.quit]x[/]"
        await it.press("f9")
        opened = it.session.interview.record.opened
        assert opened.aspects == (Aspect.KNOWLEDGE,)
        assert opened.complexity is Complexity.HIGH
        assert opened.candidate == "[/] Zoë [@click=app.quit]x[/]"


async def test_options_of_the_command_line_fill_the_form(desk: Desk) -> None:
    """What was given is filled in, what is missing can be chosen."""
    options = Options(profile="specialist", choices=(), length="short", candidate="Ann")
    async with desk.running(First(options=options, framework="toy")) as it:
        assert _select(it, "role").value == "specialist"
        it.app.screen.query_one("#strong").focus()
        await it.press("space")
        await it.press("f9")
        assert it.session.interview.record.opened.candidate == "Ann"


async def test_an_unknown_role_of_the_command_line_is_told(desk: Desk) -> None:
    """A role that does not exist leads to the set-up with the sentence that lists those that do."""
    async with desk.running(First(options=Options(profile="nobody"), framework="toy")) as it:
        assert it.at == "SetupScreen"
        assert 'no role profile "nobody"' in it.text("#setup-says")


async def test_what_is_chosen_has_a_mark(desk: Desk) -> None:
    """Marks stand only at what is chosen, so that colour is not needed to tell."""
    async with desk.running() as it:
        await it.press("n")
        buttons = it.app.screen.query("#length TickButton")
        assert ["●" in str(button.render()) for button in buttons] == [False, True, False]


async def test_no_other_screen_decides_how_a_field_looks(desk: Desk) -> None:
    """Each list of the form is as wide as the room that it has."""
    async with desk.running() as it:
        await it.press("n")
        widths = {_select(it, name).size.width for name in ("role", "next", "aspects")}
        assert len(widths) == 1
