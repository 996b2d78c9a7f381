"""Line mode: the same interview on standard input and output, for screen readers, pipes, scripts.

Prompts are plain text without control codes. An answer ends with an empty line; a line that is a
/command is one; the end of input pauses, with everything saved. What is typed is kept as a draft,
line by line, so that an unfinished answer survives too.
"""

from __future__ import annotations

import select
from collections.abc import Callable, Sequence
from typing import TextIO

from msgspec.structs import replace

from interviewer.domain import Aspect, Framework, InterviewerError, RoleProfile
from interviewer.engine import policy
from interviewer.engine.conversation import Kind, Speaker, lines_of
from interviewer.engine.dialogue import COMMANDS, UnknownCommand
from interviewer.engine.plan import Options, PlanError, decode_competences, open_fact
from interviewer.engine.talk import NotAllowed
from interviewer.record.record import State
from interviewer.review.report_text import report_lines
from interviewer.review.results import competence_result
from interviewer.review.study import study_lines
from interviewer.review.text import (
    PRACTICE_RECORD,
    aspect_name,
    overview_lines,
    result_lines,
)
from interviewer.safe_text import for_terminal
from interviewer.session import NO_STUDY_PAGE, Session

HELP = """\
Type your answer in as many lines as you like; an empty line sends it.
  /repeat    hear the question again        /clarify   ask what it means
  /skip      leave it out                   /later     come back to it in a while
  /dontknow  say that you don't know        /back      answer the one before again
  /pause     stop for now, all is saved     /withdraw  end the interview for good
  /again     at the results: another go     /scale     what the five levels mean
  /study     at the results: a note to learn from, and an answer of each level
  /misread   at the results: say what was misread, for whoever reads it with you
  /report    at the results: the report so far; at the end it is said by itself
Ordinary words do as well: "what do you mean?", "can we come back to that?"."""


MISREAD_LATER = "You can say what was misread when a competence's results are shown."
REPORT_LATER = "You can have the report so far when a competence's results are shown."
_PAGES = frozenset({"/scale", "/study", "/misread", "/report"})  # ours, not the engine's


class EndOfInput(Exception):
    """Standard input has ended."""


class Lines:
    """Lines in, lines out."""

    def __init__(self, source: TextIO, sink: TextIO) -> None:
        self._source = source
        self._sink = sink

    def read(self) -> str:
        """The next line, without its end.

        Raises:
            EndOfInput: there is none.
        """
        line = self._source.readline()
        if not line:
            raise EndOfInput
        return line.rstrip("\r\n")

    def more_waiting(self) -> bool:
        """Whether more lines have been handed over already, as in a paste or a pipe."""
        try:
            return bool(select.select([self._source], [], [], 0)[0])
        except (OSError, ValueError):  # no such thing on this system, or no real file
            return False

    def say(self, text: str = "") -> None:
        """Write a line (or several) and hand it over at once."""
        self._sink.write(for_terminal(text) + "\n")
        self._sink.flush()


# --- setting up -----------------------------------------------------------------------------------


def complete_options(lines: Lines, framework: Framework, options: Options) -> Options:
    """Ask for what the options leave open and the interview cannot do without.

    Raises:
        EndOfInput: the input ended before that.
        InterviewerError: the options cannot work.
    """
    if options.profile is None and not options.competences and framework.roles:
        options = _ask_for_role(lines, framework.roles, options)
    if options.profile is None:
        return options
    profile = framework.profile(options.profile)
    options = _ask_for_choices(lines, framework, profile, options)
    return _ask_conditions(lines, framework, profile, options)


def _ask_for_role(lines: Lines, profiles: Sequence[RoleProfile], options: Options) -> Options:
    lines.say("Which role do you want to measure yourself against?")
    for number, profile in enumerate(profiles, start=1):
        lines.say(f"  {number}  {profile.title}")
    lines.say(f"  {len(profiles) + 1}  none: I'll name the competences myself")
    number = _ask_number(lines, "Type a number.", len(profiles) + 1)
    if number <= len(profiles):
        return replace(options, profile=profiles[number - 1].id)
    while True:
        lines.say("Which competences? Type their numbers, such as 9, 12, 19.")
        try:
            return replace(options, competences=decode_competences(_line(lines)))
        except PlanError as error:
            lines.say(str(error))


def _ask_number(lines: Lines, prompt: str, largest: int) -> int:
    while True:
        lines.say(prompt)
        text = _line(lines)
        if text.isdecimal() and 1 <= int(text) <= largest:
            return int(text)
        lines.say(f"I was after a number from 1 to {largest}.")


def _line(lines: Lines) -> str:
    """The next line with something on it."""
    while True:
        text = lines.read().strip()
        if text:
            return text


def _ask_for_choices(
    lines: Lines, framework: Framework, profile: RoleProfile, options: Options
) -> Options:
    """Let the candidate choose where a rule of the role leaves a choice."""
    rules = profile.rules
    while rules and not options.choices:
        lines.say(f"{profile.title}: choose at least {rules[0].at_least} of these.")
        for number in rules[0].choose_from:
            lines.say(f"  {number}  {framework.competence(number).title}")
        lines.say("Type the numbers, such as 9, 12.")
        chosen = replace(options, choices=decode_competences(_line(lines)))
        try:
            open_fact(framework, chosen, "unsaved", 0)
        except PlanError as error:
            lines.say(str(error))
        else:
            options = chosen
    return options


def _ask_conditions(
    lines: Lines, framework: Framework, profile: RoleProfile, options: Options
) -> Options:
    """Ask the role's own questions, where the reply would change what is asked about."""
    for condition in profile.conditions:
        if condition.id in options.conditions:
            continue
        yes, no = (
            replace(options, conditions={**options.conditions, condition.id: answer})
            for answer in (True, False)
        )
        same = (
            open_fact(framework, yes, "unsaved", 0).competences
            == open_fact(framework, no, "unsaved", 0).competences
        )
        options = no if same else (yes if _ask_yes(lines, condition.question) else no)
    return options


def _ask_yes(lines: Lines, question: str) -> bool:
    while True:
        lines.say(f"{question} (yes or no)")
        text = _line(lines).lower()
        if text in ("y", "yes", "yeah", "yep", "true"):
            return True
        if text in ("n", "no", "nope", "false"):
            return False
        lines.say("I was after yes or no.")


# --- the interview --------------------------------------------------------------------------------


class PlainInterview:
    """Holds one interview in lines. ``again`` is the command that takes it up again."""

    def __init__(self, session: Session, lines: Lines, again: str) -> None:
        self._session = session
        self._again = again
        self._interview = session.interview
        self._lines = lines
        self._shown = 0
        self._buffer: list[str] = []
        self._said_at_results = False

    def hold(self) -> None:
        """Go on until the interview ends, the candidate pauses, or the input ends.

        Raises:
            TranscriptError: something could not be saved; nothing more was taken after that.
        """
        try:
            self._open()
            while self._step():
                pass
        except EndOfInput:
            self._save_draft()
        self._show_new()
        if not self._interview.record.ended:
            self._lines.say(f"Paused; everything is saved. Go on with: {self._again}")

    def _open(self) -> None:
        """Say where we are; after a pause, only what is needed to go on."""
        if self._session.framework_changed:
            self._lines.say("Note: the framework's files have changed since this interview began.")
        if self._interview.record.turns:
            self._lines.say(f"Going on with interview {self._session.id}.")
            self._shown = self._place_to_go_on()
        else:
            self._lines.say(f"Interview {self._session.id}. Type /help for what you can do.")
        self._show_new()
        draft = self._session.unsent_draft()
        if draft and not self._interview.record.ended:
            self._buffer = draft.split("\n")
            self._lines.say("Your unfinished answer so far (go on; an empty line sends it):")
            self._lines.say(draft)

    def _place_to_go_on(self) -> int:
        """How many facts to pass over, so that the last question is said again."""
        said = [
            index
            for index, item in enumerate(self._interview.stamped)
            if any(
                line.kind in (Kind.QUESTION, Kind.PROBE, Kind.RESULTS) for line in lines_of(item)
            )
        ]
        invited = len(self._interview.stamped) - 1
        return invited if self._interview.state is State.SELF_RATING else said[-1]

    def _step(self) -> bool:
        """One turn; False when it is over for now."""
        pending = self._interview.pending()
        if pending:
            self._take(lambda: self._session.take(pending, self._session.read(pending)))
        self._show_new()
        if self._interview.record.ended:
            return False
        if self._interview.state is State.REFLECTING:
            return self._at_results()
        text = self._read_turn()
        outcome = self._take(lambda: self._interview.say(text))
        if outcome is None:
            return True
        self._session.draft.clear()
        self._buffer = []
        if text.strip().lower() == "/help":
            self._lines.say(HELP)
        self._show_new()
        return not getattr(outcome, "leave", False)

    def _take(self, command: Callable[[], object]) -> object | None:
        """Run a command; say why when it makes no sense now, and give None."""
        try:
            return command()
        except (NotAllowed, UnknownCommand) as error:
            self._lines.say(str(error))
            return None

    def _read_turn(self) -> str:
        """What is typed next: a command's line, one line, or lines up to an empty one."""
        one_line = self._interview.state is State.SELF_RATING
        while True:
            line = self._lines.read()
            if _is_command(line):
                if line.strip().lower() in _PAGES:
                    self._say_page(line.strip().lower())
                    continue
                if self._buffer:
                    self._lines.say("(Your unfinished answer is kept below as it was.)")
                return line
            if not line.strip():
                if self._buffer:
                    return "\n".join(self._buffer)
                continue
            self._buffer.append(line)
            if not self._lines.more_waiting():
                self._save_draft()
            if one_line:
                return line

    def _save_draft(self) -> None:
        if self._buffer:
            self._session.draft.save("\n".join(self._buffer), self._interview.record.current)

    def _at_results(self) -> bool:
        """Results are on screen: an empty line goes on."""
        more = isinstance(
            policy.after_competence(self._interview.plan, self._interview.record), policy.Brief
        )
        onward = "the next competence" if more else "the end"
        if not self._said_at_results:
            ways = "/again, /misread, /study, /report, /back, /scale or /pause"
            self._lines.say(f"Press Enter for {onward}, or type {ways}.")
        line = self._lines.read().strip()
        if self._said_at_results and not line:  # only ends what was said just before
            self._said_at_results = False
            return True
        self._said_at_results = False
        match line.lower():
            case "":
                self._take(self._interview.go_on)
            case "/again":
                self._try_again()
            case "/misread":
                self._note_misread()
            case "/scale":
                self._say_scale()
            case "/study":
                self._say_study()
            case "/report":
                self._say_report()
            case "/help":
                self._lines.say(HELP)
            case _:
                outcome = self._take(lambda: self._interview.say(line))
                self._said_at_results = self._interview.state is State.REFLECTING
                self._show_new()
                return not getattr(outcome, "leave", False)
        return True

    def _try_again(self) -> None:
        aspect = self._ask_aspect()
        self._take(lambda: self._interview.try_again(aspect))

    def _note_misread(self) -> None:
        aspect = self._ask_aspect()
        self._lines.say("What was misread? Say in a line what you meant; the rating stays.")
        reason = _line(self._lines)
        self._take(lambda: self._interview.misread(aspect, reason))
        self._show_new()
        self._lines.say("Noted. Whoever reads the interview with you sees it beside the rating.")

    def _ask_aspect(self) -> Aspect:
        aspects = self._interview.plan.aspects
        if len(aspects) == 1:
            return aspects[0]
        names = [aspect_name(item).lower() for item in aspects]
        number = _ask_number(self._lines, f"1 for {names[0]}, 2 for {names[1]}?", 2)
        return aspects[number - 1]

    def _show_new(self) -> None:
        for item in self._interview.stamped[self._shown :]:
            for line in lines_of(item):
                if line.speaker is Speaker.CANDIDATE:
                    continue  # it is on the screen already, as typed
                self._lines.say()
                self._lines.say(line.text)
                if line.kind is Kind.RESULTS:
                    self._say_results(line.competence)
                elif line.kind is Kind.END:
                    self._say_report()
        self._shown = len(self._interview.stamped)

    def _say_results(self, competence: int) -> None:
        result = competence_result(self._interview.record, competence)
        self._lines.say()
        for text in result_lines(result):
            self._lines.say(text)
        self._lines.say(PRACTICE_RECORD)

    def _say_page(self, command: str) -> None:
        match command:
            case "/scale":
                self._say_scale()
            case "/study":
                self._say_study()
            case "/report":
                self._lines.say(REPORT_LATER)
            case _:
                self._lines.say(MISREAD_LATER)

    def _say_study(self) -> None:
        """Say the study page of the competence; why not, while it is being talked about."""
        competence = self._interview.record.competence or 0
        try:
            parts = self._session.study(competence)
        except InterviewerError as error:
            self._lines.say(str(error))
            return
        for text in study_lines(parts) if parts else [NO_STUDY_PAGE]:
            self._lines.say(text)

    def _say_report(self) -> None:
        """Say the whole report; where that can't be, at least all results beside each other."""
        self._lines.say()
        try:
            reported = self._session.report()
        except InterviewerError as error:
            self._lines.say(str(error))
            found = overview_lines(self._interview.record)
        else:
            if reported.trouble:
                self._lines.say(reported.trouble)
            found = report_lines(reported.report)
        for text in found:
            self._lines.say(text)

    def _say_scale(self) -> None:
        for level in self._interview.plan.scale:
            self._lines.say(f"{level.level} {level.name}")
            for aspect, text in (
                (Aspect.APPLICATION, level.application),
                (Aspect.KNOWLEDGE, level.knowledge),
            ):
                self._lines.say(f"  {aspect_name(aspect)}: {text}")


def _is_command(line: str) -> bool:
    """Whether a line is a /command; anything else that begins with a slash is text."""
    word = line.strip().lower()
    known = {f"/{name}" for name in COMMANDS} | _PAGES
    return word in known or (word.startswith("/") and word[1:].isalpha())
