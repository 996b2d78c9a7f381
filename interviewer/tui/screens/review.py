"""One interview under review: turn by turn, with all ratings beside each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interviewer.domain import MAX_LEVEL, MIN_LEVEL, Aspect
from interviewer.record.facts import AnyFact
from interviewer.review import moderation
from interviewer.review.doubts import next_doubtful_turn
from interviewer.review.text import review_lines
from interviewer.review.words import LEVEL_NAMES
from interviewer.safe_text import for_one_line
from interviewer.tui import earlier
from interviewer.tui.desk_view import LEGEND, Piece, TurnShown, answered_aspects
from interviewer.tui.desk_work import Reviewing
from interviewer.tui.messages import (
    ExamResultRequested,
    ReadRequested,
    ReportRequested,
    ReportWritten,
    ReviewSaid,
    Verified,
    WorkFailed,
)
from interviewer.tui.screens.ask import AskScreen
from interviewer.tui.screens.choose import ChooseScreen
from interviewer.tui.screens.confirm import ConfirmScreen
from interviewer.tui.screens.desk import ASK_NAME
from interviewer.tui.screens.export import Exporter
from interviewer.tui.screens.lines import LinesScreen
from interviewer.tui.screens.reason import ReasonScreen
from interviewer.tui.widgets.key_line import KeyLine
from interviewer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

FEW_WEEKS = timedelta(weeks=4)  # the day that is offered for an action
UNSOUND = (
    "This file is damaged or was altered, so nothing can be added to it. It can still be read and "
    "exported."
)
MORE = (
    ("comment", "c  Comment on this turn"),
    ("set_action", "t  Set an action with a date"),
    ("action_done", "x  Note that an action was taken"),
    ("rate_whole", "w  Rate an aspect as a whole"),
    ("confirm", "k  The candidate confirms that it is their own work"),
    ("sign_off", "s  Sign off"),
    ("reopen", "o  Open it again after a sign-off"),
    ("verify", "v  Verify that the file is whole and unaltered"),
    ("history", "h  All that mentors added so far"),
    ("export", "e  Export"),
    ("report", "g  Show the report"),
    ("read", "l  Read it as it was held"),
)
_KEYS = {action: label[0] for action, label in MORE}


def _day_trouble(typed: str) -> str:
    try:
        if typed:
            date.fromisoformat(typed)
    except ValueError:
        return "Write a day as in 2026-11-21, or leave the line empty."
    return ""


class ReviewPage(VerticalScroll):
    """One turn."""

    HELP = (
        "One turn: the question, the answer, and what it came to. In the answer, what counted "
        "stands in brackets behind a letter: A for the own part, C for how hard it was, K for "
        "knowledge. Below it all ratings stand beside each other; what you add never replaces "
        "what stands there. In a mock assessment an answer is read for doing and for knowing, and "
        "beside it stands what its theme and KSBs come to; your rating changes none of that.\n"
        "n and p go on and back, d to the next rating in doubt. a agrees with the rating of this "
        "answer, r gives another one with a reason, c comments on it. m lists what else can be "
        "done: actions, confirming, signing, opening again, verifying, exporting."
    )


class ReviewScreen(Screen[None]):
    """Shows a turn at a time; every move is a fact of its own."""

    TOPICS = {
        "review-turns": (
            "All turns. ? marks a rating in doubt, + one that a mentor has judged. The up and down "
            "keys move, Enter goes to the turn."
        )
    }
    HELP = ReviewPage.HELP

    BINDINGS = [
        Binding("escape", "leave", "Desk", id="review.leave"),
        Binding("n,right", "next", "Next", tooltip="Next turn", key_display="n", id="review.next"),
        Binding(
            "p,left",
            "back",
            "Before",
            tooltip="Turn before",
            show=False,
            key_display="p",
            id="review.back",
        ),
        Binding("d", "doubtful", "Doubt", tooltip="Next rating in doubt", id="review.doubtful"),
        Binding("a", "agree", "Agree", tooltip="Agree with the rating", id="review.agree"),
        Binding("r", "rate", "Rate", tooltip="Give another rating", id="review.rate"),
        Binding("m", "more", "More", tooltip="What else can be done", id="review.more"),
        *(
            Binding(key, action, label[3:], show=False, id=f"review.{action}")
            for (action, label), key in zip(MORE, _KEYS.values(), strict=True)
        ),
        Binding("f1", "app.explain", "Help", id="help"),
    ]

    app: InterviewerApp

    def __init__(self, reviewing: Reviewing, turn: int = 1) -> None:
        super().__init__()
        self._reviewing = reviewing
        self._at = turn
        self._busy = False
        self._exporter = Exporter(self, "The interview", self._say)

    def compose(self) -> ComposeResult:
        """The turns beside one of them, where there is room."""
        yield Static(id="review-title")
        yield Notice(id="notice")
        with Horizontal(id="review-body"):
            yield OptionList(id="review-turns", markup=False)
            with ReviewPage(id="review-page"):
                yield Static(id="turn-title")
                yield Static(id="turn-about")
                yield Static(id="turn-doubt")
                yield Static(id="turn-question")
                yield Static(id="turn-answer")
                yield Static(id="turn-legend")
                yield Static(id="turn-ratings")
                yield Static(id="turn-mentors")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the turn; say what is wrong with the file."""
        self._show()
        self.query_one(ReviewPage).focus()
        problems = self._reviewing.problems
        if problems:
            more = f" And {len(problems) - 2} more." if len(problems) > 2 else ""
            said = f"Damaged or altered: {' '.join(problems[:2])}{more}"
            self.query_one(Notice).say(said, trouble=True)

    # --- what comes in ---

    def on_review_said(self, message: ReviewSaid) -> None:
        """Something was added."""
        self._busy = False
        self._reviewing = message.reviewing
        self._show()
        self.query_one(Notice).say(for_one_line(message.said))

    def on_verified(self, message: Verified) -> None:
        """What proves it whole, or does not."""
        self.app.push_screen(LinesScreen("Verify", message.lines))

    def on_report_written(self, message: ReportWritten) -> None:
        """Say where the export is; ask before anything is replaced."""
        self._exporter.written(message)

    def on_work_failed(self, message: WorkFailed) -> None:
        """It was refused, or could not be saved; nothing was added."""
        self._busy = False
        self.query_one(Notice).say(message.sentence, trouble=True)

    @on(OptionList.OptionSelected, "#review-turns")
    def go_to(self, event: OptionList.OptionSelected) -> None:
        """Go to a turn of the list, and on to reading it."""
        self._go_to(event.option_index + 1)
        self.query_one(ReviewPage).focus()

    @on(OptionList.OptionHighlighted, "#review-turns")
    def follow(self, event: OptionList.OptionHighlighted) -> None:
        """The page follows the list."""
        if event.option_list.has_focus:
            self._go_to(event.option_index + 1)

    # --- going about ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is judged where there is no turn; themes of a mock assessment have no level."""
        if action == "rate_whole":
            return not self._reviewing.shown.is_exam
        if action in ("next", "back", "doubtful", "agree", "rate", "comment"):
            return bool(self._turns)
        return True

    def action_next(self) -> None:
        """The next turn."""
        self._go_to(min(self._at + 1, len(self._turns)))

    def action_back(self) -> None:
        """The turn before."""
        self._go_to(max(self._at - 1, 1))

    def action_doubtful(self) -> None:
        """The next rating in doubt that no mentor has settled."""
        turn = next_doubtful_turn(self._reviewing.record, self._at)
        if turn is None:
            self.query_one(Notice).say("No rating is in doubt that no mentor has settled.")
        elif turn <= len(self._turns):
            self._go_to(turn)

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss()

    def action_more(self) -> None:
        """List what else can be done."""

        def chosen(action: str | None) -> None:
            if action:
                self.call_next(self.run_action, action)

        can = [(action, label) for action, label in MORE if self.check_action(action, ())]
        self.app.push_screen(ChooseScreen("What else?", can), chosen)

    # --- moves ---

    def action_agree(self) -> None:
        """Agree with the rating of this answer."""
        turn = self._at
        self._with_name(
            lambda name: self._move(
                moderation.moderate_turn,
                name,
                turn,
                None,
                said=f"You agree with the rating of turn {turn}.",
            )
        )

    def action_rate(self) -> None:
        """Give this answer another rating, with a reason."""
        turn = self._at
        rated = self._turn.rated if self._turn else None

        def rate(name: str, level: int, reason: str) -> None:
            self._move(
                moderation.moderate_turn,
                name,
                turn,
                level,
                reason,
                said=f"You rate turn {turn} {level}.",
            )

        self._ask_rating(f"Which level does the answer to turn {turn} show?", rated, rate)

    def action_rate_whole(self) -> None:
        """Rate an aspect of a competence as a whole."""
        record = self._reviewing.record
        aspects = answered_aspects(record)
        choices = [(str(place), name) for place, (_, _, name) in enumerate(aspects)]

        def chosen(place: str | None) -> None:
            if place is not None:
                self._rate_aspect(*aspects[int(place)])

        if choices:
            self.app.push_screen(ChooseScreen("Which one, over all its answers?", choices), chosen)

    def _rate_aspect(self, number: int, aspect: Aspect, name_: str) -> None:
        rated = self._reviewing.record.ratings.get((number, aspect))

        def rate(name: str, level: int, reason: str) -> None:
            self._move(
                moderation.moderate_aspect,
                name,
                number,
                aspect,
                level,
                reason,
                said=f"You rate {name_} {level}.",
            )

        question = f"Which level do all answers on {name_} show?"
        self._ask_rating(question, rated.rating if rated else None, rate)

    def action_comment(self) -> None:
        """Comment on this turn, or on some words of its answer."""
        turn, quotes = self._at, self._turn.quotes if self._turn else ()
        if not self._may_add():
            return

        def about(place: str | None) -> None:
            if place is None:
                return
            quote = "" if place == "all" else quotes[int(place)]

            def said(name: str, text: str) -> None:
                self._move(
                    moderation.comment, name, turn, text, quote, said="Your comment was added."
                )

            self._with_text(f"Your comment on turn {turn}", said)

        choices = [("all", "The turn as a whole")]
        choices += [(str(i), f'"{for_one_line(each, 56)}"') for i, each in enumerate(quotes)]
        if quotes:
            self.app.push_screen(ChooseScreen("Comment on what?", choices), about)
        else:
            about("all")

    def action_set_action(self) -> None:
        """Agree a next step, with a date."""
        if not self._may_add():
            return

        def said(name: str, text: str) -> None:
            def dated(day: str | None) -> None:
                if day is not None:
                    self._move(
                        moderation.set_action,
                        name,
                        text,
                        day or None,
                        said="The action was added.",
                    )

            offered = (earlier.today() + FEW_WEEKS).isoformat()
            self.app.push_screen(
                AskScreen("By which day? (year-month-day)", offered, _day_trouble), dated
            )

        self._with_text("What is to be done next?", said)

    def action_action_done(self) -> None:
        """Note that an agreed step was taken."""
        due = self._reviewing.record.review.due
        if not due:
            self.query_one(Notice).say("There is no action that is still to be taken.")
            return
        choices = [
            (str(each.number), f"{each.number}  {for_one_line(each.text, 44)} {each.due or ''}")
            for each in due
        ]

        def chosen(number: str | None) -> None:
            if number is not None:
                said = f"Action {number} is noted as taken."
                self._with_name(
                    lambda name: self._move(moderation.action_done, name, int(number), said=said)
                )

        self.app.push_screen(ChooseScreen("Which action was taken?", choices), chosen)

    def action_confirm(self) -> None:
        """The candidate confirms, at the mentor's desk, that it is their own work."""
        question = f'The candidate says: "{moderation.OWN_WORK}" Who says so?'
        candidate = self._reviewing.record.opened.candidate

        def named(mentor: str) -> None:
            def known(name: str | None) -> None:
                if name:
                    self._move(
                        moderation.confirm, name, mentor, said="Noted. Now it can be signed off."
                    )

            self.app.push_screen(
                AskScreen(question, for_one_line(candidate), self.app.name_trouble), known
            )

        self._with_name(named)

    def action_sign_off(self) -> None:
        """Sign all that there is so far."""

        def named(name: str) -> None:
            def answer(yes: bool | None) -> None:
                if yes:
                    self._sign(name)

            question = (
                f"Sign off as {for_one_line(name, 60)}? After that nothing can be added until it "
                "is opened again with a reason."
            )
            self.app.push_screen(ConfirmScreen(question, "Sign", "Not yet"), answer)

        self._with_name(named)

    def _sign(self, name: str) -> None:
        said = (
            "Signed. Its seal is now {seal}; kept in another place, it proves that nothing was "
            "changed since."
        )
        self._do(lambda record, seal: moderation.sign_off(record, name, seal), said)

    def action_reopen(self) -> None:
        """Open a signed interview again, with a reason."""
        if not self._reviewing.record.review.signed_off:
            self.query_one(Notice).say("It is not signed off, so there is nothing to open again.")
            return

        def said(name: str, reason: str) -> None:
            self._move(moderation.reopen, name, reason, said="It is open again.")

        self._with_text("Why is it opened again?", said)

    # --- what changes nothing ---

    def action_verify(self) -> None:
        """Prove that the file is whole and unaltered."""
        self.app.verify_one(self._reviewing.id, self)

    def action_history(self) -> None:
        """Show all that mentors added."""
        lines = [for_one_line(line) for line in review_lines(self._reviewing.record)]
        self.app.push_screen(LinesScreen("Added by mentors", lines))

    def action_export(self) -> None:
        """Write the interview to a file; as what and where is asked."""
        self._exporter.ask([self._reviewing.id])

    def action_report(self) -> None:
        """Show the report; of a mock assessment, what it came to."""
        exam = self._reviewing.shown.is_exam
        asked = ExamResultRequested if exam else ReportRequested
        self.post_message(asked(self._reviewing.id))

    def action_read(self) -> None:
        """Read it as it was held."""
        self.post_message(ReadRequested(self._reviewing.id))

    # --- inside ---

    @property
    def _turns(self) -> tuple[TurnShown, ...]:
        return self._reviewing.shown.turns

    @property
    def _turn(self) -> TurnShown | None:
        return self._turns[self._at - 1] if self._turns else None

    def _with_name(self, then: Callable[[str], None]) -> None:
        """Go on with the mentor's name, which is asked for if it isn't known; or say why not."""
        if not self._reviewing.sound:
            self.query_one(Notice).say(UNSOUND, trouble=True)
            return
        if self.app.mentor:
            then(self.app.mentor)
            return

        def known(name: str | None) -> None:
            if name:
                self.app.mentor = name
                then(name)

        self.app.push_screen(AskScreen(ASK_NAME, "", self.app.name_trouble), known)

    def _with_text(self, question: str, then: Callable[[str, str], None]) -> None:
        """Go on with the mentor's name and with what they write."""

        def named(name: str) -> None:
            def written(text: str | None) -> None:
                if text:
                    then(name, text)

            self.app.push_screen(ReasonScreen(question), written)

        self._with_name(named)

    def _ask_rating(
        self, question: str, assessed: int | None, then: Callable[[str, int, str], None]
    ) -> None:
        def named(name: str) -> None:
            def chosen(level: str | None) -> None:
                if level is None:
                    return
                if int(level) == assessed:
                    then(name, int(level), "")
                    return

                def written(reason: str | None) -> None:
                    if reason:
                        then(name, int(level), reason)

                self.app.push_screen(ReasonScreen(f"Why {level}?"), written)

            self.app.push_screen(ChooseScreen(question, choices), chosen)

        choices = [
            (str(n), f"{n}  {LEVEL_NAMES[n]}{', as assessed' if n == assessed else ''}")
            for n in range(MIN_LEVEL, MAX_LEVEL + 1)
        ]
        if self._may_add():
            self._with_name(named)

    def _may_add(self) -> bool:
        """Whether words are worth asking for: nobody should write what is refused then."""
        signed = self._reviewing.record.review.signed_off
        if signed is None:
            return True
        who = for_one_line(signed.mentor, 60)
        self.query_one(Notice).say(
            f"{who} signed this interview off on {signed.at[:10]}. To change anything, open it "
            "again with a reason: o.",
            trouble=True,
        )
        return False

    def _move(self, make: Callable[..., AnyFact], *arguments: Any, said: str) -> None:
        self._do(lambda record, _seal: make(record, *arguments), said)

    def _do(self, move: Callable[[Any, str], AnyFact], said: str) -> None:
        if not self._busy:  # a key pressed twice is not two moves
            self._busy = True
            self.app.make_moves(self._reviewing.id, [move], said, self)

    def _say(self, sentence: str) -> None:
        self.query_one(Notice).say(sentence)

    def _go_to(self, turn: int) -> None:
        if turn != self._at and 1 <= turn <= len(self._turns):
            self._at = turn
            self._show_turn()
            self.query_one(ReviewPage).scroll_home(animate=False)

    def _show(self) -> None:
        shown = self._reviewing.shown
        self._at = max(1, min(self._at, len(shown.turns)))
        self.query_one("#review-title", Static).update(Content(f"{shown.title}: {shown.state}"))
        turns = self.query_one("#review-turns", OptionList)
        turns.set_options(Option(Content(turn.row)) for turn in shown.turns)
        self._show_turn()
        self.refresh_bindings()

    def _show_turn(self) -> None:
        turn = self._turn
        if turn is None:
            self.query_one("#turn-title", Static).update(Content("No question was put."))
            return
        turns = self.query_one("#review-turns", OptionList)
        if turns.highlighted != self._at - 1:
            turns.highlighted = self._at - 1
        answer = _marked(turn.answer) if turn.answer else Content(turn.without)
        shown_by = "\n".join((*turn.shown_by, *((LEGEND,) if turn.shown_by else ())))
        for name, text in (
            ("title", Content(turn.title)),
            ("about", Content(turn.about)),
            ("doubt", Content(turn.doubt)),
            ("question", Content(turn.question)),
            ("answer", answer),
            ("legend", Content(shown_by)),
            ("ratings", Content("\n".join(f"{n:<20}{told}" for n, told in turn.ratings))),
            ("mentors", Content("\n".join(turn.mentors))),
        ):
            part = self.query_one(f"#turn-{name}", Static)
            part.update(text)
            part.display = bool(text.plain)


def _marked(pieces: tuple[Piece, ...]) -> Content:
    """The answer with what counted in brackets behind its letters, and underlined."""
    parts: list[Content | str | tuple[str, str]] = []
    for piece in pieces:
        if piece.signs:
            parts.append((f"[{piece.signs} {piece.text}]", "$text-primary underline"))
        else:
            parts.append(piece.text)
    return Content.assemble(*parts)
