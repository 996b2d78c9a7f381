"""Where the candidate writes: Enter is a newline, sending has keys of its own."""

from __future__ import annotations

import re
from enum import StrEnum

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

MAX_ANSWER = 20_000  # characters; about seven pages
MAX_PASTE = 100_000  # a text area with more than that is slow at every key
DRAFT_AFTER = 0.3  # seconds without a key
DRAFT_AT_LATEST = 1.0  # seconds after the first key that is not saved yet

# Control characters, but for newline and tab, and the marks that turn the direction of text.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Sends(StrEnum):
    """What sending comes to, as the footer calls it."""

    send = "Send"
    hand_in = "Hand in"
    end = "End presentation"
    start = "Start"


class AnswerBox(TextArea):
    """A text area that sends, counts words, and asks for its draft to be saved."""

    HELP = (
        "Write here in your own words. Enter begins a new line. F9 or ctrl+j sends what you "
        "wrote.\nWhat you write is saved as you go, sent or not.\n"
        "Page up and page down scroll the conversation, as long as your text fits in the box.\n"
        "You can also type what you would say: skip this one, what do you mean, say that again, "
        "go back, let's pause. Or a command: /help /repeat /clarify /skip /later /dontknow /back "
        "/pause /withdraw."
    )

    BINDINGS = [
        Binding(
            "ctrl+j,ctrl+enter,f9", f"send('{each}')", each, key_display="F9", id=f"answer.{name}"
        )
        for name, each in Sends.__members__.items()
    ]

    DEFAULT_CSS = """
    AnswerBox {
        height: 7; border: round $border-blurred; padding: 0 1; background: $background;
        border-title-color: $text-muted; border-subtitle-color: $text-muted;
        & > .text-area--cursor-line { background: $background; }
        &:focus {
            border: round $border;
            border-title-color: $text-primary;
            & > .text-area--cursor-line { background: $background; }
        }
    }
    """

    class Sent(Message):
        """The candidate wants to send what is in the box."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Drafted(Message):
        """What is in the box has changed and stood for a moment, or must be kept at once."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class TooMuch(Message):
        """A paste or an answer was too long; nothing has changed."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    class Paged(Message):
        """The conversation above the box is to be scrolled."""

        def __init__(self, *, up: bool) -> None:
            super().__init__()
            self.up = up

    def __init__(self, *, id: str | None = None, sends: Sends = Sends.send) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=False
        )
        self.most = MAX_ANSWER  # a report that is pasted may have more
        self._sends = sends
        self._waiting: Timer | None = None
        self._at_latest: Timer | None = None

    @property
    def sends(self) -> Sends:
        """What sending comes to now."""
        return self._sends

    @sends.setter
    def sends(self, now: Sends) -> None:
        if now is not self._sends:
            self._sends = now
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of the names of the one key, that which says what it does now."""
        return action != "send" or parameters == (self._sends.value,)

    def on_mount(self) -> None:
        """Show the count before the first key."""
        self.border_subtitle = "0 words"

    def on_text_area_changed(self) -> None:
        """Count, and have the draft saved when the typing pauses, or has gone on for a while."""
        self.border_subtitle = _counted(self.text, self.most)
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(DRAFT_AFTER, self.keep)
        if self._at_latest is None:
            self._at_latest = self.set_timer(DRAFT_AT_LATEST, self.keep)

    async def _on_paste(self, event: events.Paste) -> None:
        if len(self.text) + len(event.text) <= MAX_PASTE:
            await super()._on_paste(events.Paste(_plain(event.text)))
        else:
            self.post_message(
                self.TooMuch(
                    f"That is {len(event.text):,} characters; there is room for at most "
                    f"{self.most:,} here. Nothing was pasted."
                )
            )
        event.prevent_default()

    def keep(self) -> None:
        """Ask for the draft to be saved now."""
        for timer in (self._waiting, self._at_latest):
            if timer is not None:
                timer.stop()
        self._waiting = self._at_latest = None
        self.post_message(self.Drafted(self.text))

    def put(self, text: str) -> None:
        """Put ``text`` in the box with the cursor behind it."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def action_cursor_page_up(self) -> None:
        """Page in a long text; else in the conversation."""
        if self.max_scroll_y:
            super().action_cursor_page_up()
        else:
            self.post_message(self.Paged(up=True))

    def action_cursor_page_down(self) -> None:
        """Page in a long text; else in the conversation."""
        if self.max_scroll_y:
            super().action_cursor_page_down()
        else:
            self.post_message(self.Paged(up=False))

    def action_send(self, _: str) -> None:
        """Send, unless it is too long."""
        if len(self.text) > self.most:
            self.post_message(
                self.TooMuch(
                    f"This is {len(self.text):,} characters; there is room for at most "
                    f"{self.most:,} here. Shorten it and send it again."
                )
            )
            return
        self.post_message(self.Sent(self.text))


def _plain(text: str) -> str:
    """``text`` without what would upset the terminal; all that can be read stays."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _counted(text: str, most: int) -> str:
    from interviewer.tui.view import word_count

    over = len(text) - most
    return word_count(text) + (f", {over:,} characters too long" if over > 0 else "")
