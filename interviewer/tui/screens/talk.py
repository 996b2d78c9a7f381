"""What every conversation on a screen has: the box, its draft, the reader, and ways to leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.screen import Screen

from interviewer.domain import InterviewerError
from interviewer.engine.exam import Exam
from interviewer.engine.interview import Interview
from interviewer.engine.talk import Outcome, Pending
from interviewer.session import Held
from interviewer.tui.drafts import Drafts
from interviewer.tui.messages import AnswerRead, HomeRequested, ResumeRequested, WorkFailed
from interviewer.tui.widgets.answer_box import AnswerBox
from interviewer.tui.widgets.conversation import Conversation
from interviewer.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from interviewer.tui.app import InterviewerApp

SAVED = "Everything is saved. Choose the first line to go on where you stopped."
STUCK = "The interview stopped here and nothing is lost. Press ctrl+r to go on."
WAY_OUT = "Then press ctrl+r to go on."
WRITTEN = "You have written something. F9 sends it; or empty the box first."


def key(keys: str, action: str, label: str, tooltip: str = "", *, show: bool = True) -> Binding:
    """A key of a conversation; its id is the action's name, so that a keymap can move it."""
    return Binding(
        keys, action, label, tooltip=tooltip or label, show=show, id=f"interview.{action}"
    )


class TalkScreen(Screen[None]):
    """Shows what is held and sends it commands; it decides nothing.

    A screen of its own says what is possible, how an answer is read and taken, and what is shown.
    """

    app: InterviewerApp

    def __init__(self, session: Held, talk: Interview | Exam) -> None:
        super().__init__()
        self._held = session
        self._talk = talk
        self._drafts = Drafts(session, lambda: talk.record.current)
        self._box = AnswerBox(id="answer")  # held, since it is asked for its text after all is gone
        self._reading: Pending | None = None
        self._open = True
        self._shown_keys: frozenset[str] = frozenset()
        self._prepared = False
        self._given_up: str | None = None  # the text that the disk refused when leaving was asked

    # --- what each kind of conversation says ---

    @property
    def _possible(self) -> frozenset[str]:
        """The actions that make sense now, by name."""
        raise NotImplementedError

    def _take(self, message: AnswerRead) -> bool:
        """Bring what the reader gave back to the session."""
        raise NotImplementedError

    def _have_read(self, pending: Pending) -> None:
        """Have an answer read off the thread."""
        raise NotImplementedError

    def _show(self) -> None:
        """Bring the screen in line with the record."""
        raise NotImplementedError

    # --- beginning and end ---

    def on_mount(self) -> None:
        """Take up the conversation, the draft, and an answer that was never read."""
        self._box.put(self._drafts.load())
        self.app.app_suspend_signal.subscribe(self, lambda _: self._box.keep())
        self._read_what_waits()
        self._show()
        if self._held.framework_changed:
            self._notice.say("The framework has changed since this interview began.")

    def on_unmount(self) -> None:
        """A last chance to save; nothing relies on it."""
        self._close()

    # --- what comes in ---

    @on(AnswerBox.Drafted)
    def keep_draft(self, message: AnswerBox.Drafted) -> None:
        """Save what is being written, and have the reader made ready for it."""
        if message.text and not self._prepared:
            self._prepared = True
            self.app.prepare(self._held)
        if not self._open or message.text == self._given_up:
            return
        self._given_up = None
        try:
            self._drafts.save(message.text)
        except InterviewerError as error:
            self._complain(str(error))

    @on(AnswerBox.TooMuch)
    def refuse(self, message: AnswerBox.TooMuch) -> None:
        """Say why nothing was pasted or sent."""
        self._complain(message.sentence)

    @on(AnswerBox.Paged)
    def page(self, message: AnswerBox.Paged) -> None:
        """Scroll the conversation without leaving the box."""
        self.query_one(Conversation).page(up=message.up)

    def on_answer_read(self, message: AnswerRead) -> None:
        """The reader is done; what it says of an answer that no longer stands is dropped."""
        if not self._open or message.pending is not self._reading:
            return
        self._reading = None
        self._do(lambda: self._take(message))

    def on_work_failed(self, message: WorkFailed) -> None:
        """Something in the background did not work."""
        self._reading = None
        self._show()
        self._complain(message.sentence)

    # --- actions ---

    def action_reopen(self) -> None:
        """Close the interview and take it up again from the disk."""
        if self.ready_to_leave("ctrl+r"):
            self._close()
            self.post_message(ResumeRequested(self._held.id))

    def action_leave(self) -> None:
        """Pause: everything is on the disk already."""
        if self.ready_to_leave("ctrl+o"):
            self.post_message(HomeRequested(self._close() or SAVED, self._held.id))

    def action_finish(self) -> None:
        """Leave an interview that has ended."""
        self.post_message(HomeRequested(self._close()))

    def ready_to_leave(self, pressed: str) -> bool:
        """Save what stands in the box; if that fails say so, and leave at the second try only."""
        text = self._box.text
        if not self._open or not text.strip() or text == self._given_up:
            return True
        try:
            self._drafts.save(text)
        except InterviewerError as error:
            self._given_up = text
            self._notice.say(f"{error} Press {pressed} again to leave without it.", trouble=True)
            return False
        return True

    # --- for the screens ---

    @property
    def _notice(self) -> Notice:
        return self.query_one(Notice)

    def _has_written(self) -> bool:
        """Whether something stands in the box that passing over a question would leave behind."""
        if not self._box.text.strip():
            return False
        self._notice.say(WRITTEN, trouble=True)
        return True

    def _complain(self, trouble: str) -> None:
        """Tell what went wrong, with the way out where there is but one."""
        way_out = f" {WAY_OUT}" if "reopen" in self._possible else ""
        self._notice.say(f"{trouble}{way_out}", trouble=True)

    def _do(self, command: Callable[[], Outcome | bool | None], *, clear: bool = False) -> bool:
        """Give the session a command and show what has become of it; whether it was taken."""
        trouble, before = "", self._talk.record.last_seq
        try:
            command()
        except InterviewerError as error:
            trouble = str(error)
        taken = not trouble or self._stopped_after(before)
        if clear and taken:
            self._box.put("")
            trouble = " ".join(filter(None, (trouble, self._drafts.clear())))
        if not trouble:  # else a full disk would have the same answer read for ever
            self._read_what_waits()
        self._show()
        if trouble:
            self._complain(trouble)
        return taken

    def _stopped_after(self, seq: int) -> bool:
        """Whether what was sent is saved, and only what should have followed it is not."""
        return self._talk.record.last_seq > seq and "reopen" in self._possible

    def _read_what_waits(self) -> None:
        pending = self._talk.pending()
        if pending is not None and self._reading is None:
            self._reading = pending
            # After the repaint, so that the answer stands on the screen before it is read.
            self.call_after_refresh(self._have_read, pending)

    def _close(self) -> str:
        """Save the draft and let go of the file; what went wrong. A second time does nothing."""
        if not self._open:
            return ""
        self._open = False
        try:
            self._drafts.save(self._box.text)
        except InterviewerError as error:
            return str(error)
        finally:
            trouble = _closed(self._held)
        return trouble


def _closed(session: Held) -> str:
    try:
        session.close()
    except InterviewerError as error:
        return str(error)
    return ""
