"""The mock assessment in line mode: on standard input and output, like ``plain`` for interviews.

The time is said where the theme changes, on ``/time``, and when it is over; the clock itself is
the session's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interviewer.domain import ExamKind, InterviewerError
from interviewer.engine.conversation import Kind, Speaker, lines_of
from interviewer.engine.dialogue import COMMANDS, UnknownCommand
from interviewer.engine.talk import NotAllowed
from interviewer.exam_session import ExamSession, Papers
from interviewer.plain import EndOfInput, Lines
from interviewer.record.facts import Document
from interviewer.record.record import Phase, State
from interviewer.report_file import report_text
from interviewer.review.exam_text import exam_lines, feedback_lines, readiness_lines

HELP = """\
Type your answer in as many lines as you like; an empty line sends it.
  /repeat    hear the question again        /clarify   ask what it means
  /skip      leave it out                   /later     come back to it in a while
  /dontknow  say that you don't know        /back      answer the one before again
  /pause     stop the clock and leave       /withdraw  end it for good
  /time      how much of it is used
How you are doing is said at the end, not before."""

_PASTE_REPORT = (
    "Paste your report, and end it with a line that holds only /done. "
    "Or type /file and its path (.md, .txt or .docx)."
)
_PASTE_OUTLINE = (
    "Paste the outline of your presentation, and end it with a line that holds only /done. "
    "Or type /file and its path, or /none."
)
_TO_PRESENT = "Press Enter to begin your presentation; the timer starts then."
_PRESENT_NOW = (
    "Present now. You may type what you say, or notes of it; /done ends the presentation."
)
_READY = "Press Enter when you are ready for the questions; the clock starts then."


class PlainExam:
    """Holds one mock assessment in lines. ``again`` is the command that takes it up again."""

    def __init__(
        self, session: ExamSession, lines: Lines, again: str, papers: Papers | None = None
    ) -> None:
        self._session = session
        self._exam = session.exam
        self._lines = lines
        self._again = again
        self._papers = papers or Papers()
        self._shown = 0
        self._buffer: list[str] = []

    def hold(self) -> None:
        """Go on until it ends, the candidate pauses, or the input ends.

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
        if self._exam.record.ended:
            self._say_result()
        else:
            self._exam.pause()
            self._lines.say(f"Paused, the clock is stopped. Go on with: {self._again}")

    # --- opening ---

    def _open(self) -> None:
        if self._session.framework_changed:
            self._lines.say("Note: the framework's files have changed since this began.")
        if len(self._exam.stamped) > 2:
            self._lines.say(f"Going on with mock assessment {self._session.id}.")
            self._shown = self._place_to_go_on()
            if self._exam.timing.running:
                self._lines.say(f"({self._exam.timing}.)")
        else:
            self._lines.say(f"Mock assessment {self._session.id}. Type /help for what you can do.")
        self._show_new()
        draft = self._session.unsent_draft()
        if draft and self._exam.phase is Phase.QUESTIONS and not self._exam.record.ended:
            self._buffer = draft.split("\n")
            self._lines.say("Your unfinished answer so far (go on; an empty line sends it):")
            self._lines.say(draft)

    def _place_to_go_on(self) -> int:
        """How many facts to pass over, so that what was said last is said again."""
        said = [
            index
            for index, item in enumerate(self._exam.stamped)
            if any(line.speaker is Speaker.INTERVIEWER for line in lines_of(item))
        ]
        questions = [
            index
            for index in said
            if any(
                line.kind in (Kind.QUESTION, Kind.PROBE, Kind.RESULTS)
                for line in lines_of(self._exam.stamped[index])
            )
        ]
        if self._exam.phase is Phase.QUESTIONS and questions:
            return questions[-1]
        return said[-1]

    # --- step by step ---

    def _step(self) -> bool:
        """One turn; False when it is over for now."""
        pending = self._exam.pending()
        if pending:
            self._take(lambda: self._session.take(pending, self._session.read(pending)))
        self._show_new()
        if self._exam.record.ended:
            return False
        match self._exam.phase:
            case Phase.REPORT:
                return self._take_paper(Document.REPORT, self._papers.report, _PASTE_REPORT)
            case Phase.OUTLINE:
                return self._take_paper(Document.OUTLINE, self._papers.outline, _PASTE_OUTLINE)
            case Phase.PRESENTATION | Phase.READY:
                return self._wait_until_ready()
            case Phase.PRESENTING:
                return self._present()
        if self._exam.state is State.REFLECTING:
            return self._at_feedback()
        return self._turn()

    def _turn(self) -> bool:
        text = self._read_turn()
        if text is None:
            return True
        outcome = self._take(lambda: self._exam.say(text))
        if outcome is None:
            return True
        self._sent()
        if text.strip().lower() == "/help":
            self._lines.say(HELP)
        self._show_new()
        return not getattr(outcome, "leave", False)

    def _sent(self) -> None:
        self._session.draft.clear()
        self._buffer = []

    def _read_turn(self) -> str | None:
        """What is typed next: a command's line, or lines up to an empty one; None: the time is up.

        A line that comes after the extra time is not taken; what came before it is the answer.
        """
        while True:
            line = self._lines.read()
            if self._exam.timing.spent:
                self._time_is_up()
                return None
            word = line.strip().lower()
            if word == "/time":
                self._lines.say(f"({self._exam.timing}.)")
            elif word == "/end" and self._session.terms.kind is not ExamKind.EXAM:
                self._take(self._exam.finish)
                return None
            elif _is_command(line):
                if self._buffer:
                    self._lines.say("(Your unfinished answer is kept below as it was.)")
                return line
            elif line.strip():
                self._buffer.append(line)
                if not self._lines.more_waiting():
                    self._save_draft()
            elif self._buffer:
                return "\n".join(self._buffer)

    def _time_is_up(self) -> None:
        text = "\n".join(self._buffer)
        self._take(lambda: self._exam.time_up(text))
        self._sent()

    def _save_draft(self) -> None:
        if self._buffer and self._exam.phase is Phase.QUESTIONS:
            self._session.draft.save("\n".join(self._buffer), self._exam.record.current)

    # --- before the questions ---

    def _take_paper(self, document: Document, given: tuple[str, str] | None, prompt: str) -> bool:
        if given is not None:
            name, text = given
            self._exam.hand_in(document, text, name)
            return True
        self._lines.say(prompt)
        pasted: list[str] = []
        while True:
            line = self._lines.read()
            word, _, rest = line.strip().partition(" ")
            match word.lower():
                case "/done":
                    self._take(lambda: self._exam.hand_in(document, "\n".join(pasted)))
                    return True
                case "/none" if document is Document.OUTLINE:
                    self._exam.hand_in(document, "")
                    return True
                case "/file" if rest.strip() and not pasted:
                    self._hand_in_file(document, rest.strip())
                    return True
                case "/help":
                    self._lines.say(HELP)
                case "/pause":
                    return False
                case "/withdraw":
                    self._take(self._exam.withdraw)
                    return False
                case _:
                    pasted.append(line)

    def _hand_in_file(self, document: Document, name: str) -> None:
        path = Path(name.strip("\"'")).expanduser()
        try:
            self._exam.hand_in(document, report_text(path), path.name)
        except InterviewerError as error:
            self._lines.say(str(error))

    def _wait_until_ready(self) -> bool:
        self._lines.say(_TO_PRESENT if self._exam.phase is Phase.PRESENTATION else _READY)
        line = self._lines.read()
        if _is_command(line):
            return self._command(line)
        self._take(self._exam.begin)
        return True

    def _present(self) -> bool:
        limit = (self._exam.timing.limit or 0) // 60_000
        self._lines.say(f"{_PRESENT_NOW} ({limit} minutes.)")
        notes: list[str] = []
        while True:
            line = self._lines.read()
            word = line.strip().lower()
            if word == "/done":
                self._take(lambda: self._exam.end_presentation("\n".join(notes).strip()))
                return True
            if word == "/time":
                self._lines.say(f"({self._exam.timing}.)")
            elif _is_command(line):
                if not self._command(line):
                    return False
            else:
                notes.append(line)

    def _command(self, line: str) -> bool:
        """A command where no question stands; False when the candidate leaves."""
        if line.strip().lower() == "/help":
            self._lines.say(HELP)
            return True
        outcome = self._take(lambda: self._exam.say(line))
        return not getattr(outcome, "leave", False)

    # --- rehearsing ---

    def _at_feedback(self) -> bool:
        self._lines.say("Press Enter for another question, or type /end, /back or /pause.")
        line = self._lines.read()
        match line.strip().lower():
            case "":
                self._take(self._exam.go_on)
            case "/end":
                self._take(self._exam.finish)
            case _ if _is_command(line):
                return self._command(line)
            case _:
                self._take(lambda: self._exam.say(line))
        return True

    # --- showing ---

    def _take(self, command: Callable[[], object]) -> object | None:
        """Run a command; say why when it makes no sense now, and give None."""
        try:
            return command()
        except (NotAllowed, UnknownCommand) as error:
            self._lines.say(str(error))
            return None

    def _show_new(self) -> None:
        for item in self._exam.stamped[self._shown :]:
            for line in lines_of(item):
                if line.speaker is Speaker.CANDIDATE:
                    continue  # it is on the screen already, as typed
                self._lines.say()
                self._lines.say(line.text)
                if line.kind is Kind.RESULTS:
                    for text in feedback_lines(self._session.result()):
                        self._lines.say(text)
        self._shown = len(self._exam.stamped)

    def _say_result(self) -> None:
        result = self._session.result()
        if not result.methods:
            return
        self._lines.say()
        for text in exam_lines(result):
            self._lines.say(text)
        if result.kind is ExamKind.EXAM:
            found = self._session.readiness()
            for text in readiness_lines(found, has_defaults=result.has_defaults):
                self._lines.say(text)


def _is_command(line: str) -> bool:
    """Whether a line is a /command; anything else that begins with a slash is text."""
    word = line.strip().lower()
    known = {f"/{name}" for name in COMMANDS}
    return word in known or (word.startswith("/") and word[1:].isalpha())
