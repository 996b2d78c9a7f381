"""What the screens and the work in the background tell the app, in the past tense.

Light on purpose: the home screen needs it before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from interviewer.domain import Assessment
    from interviewer.engine.interview import Pending
    from interviewer.engine.plan import Options
    from interviewer.review.study import Part
    from interviewer.session import Failure, Session
    from interviewer.tui.background import Library, Reading
    from interviewer.tui.listing import Listed


class SetupRequested(Message):
    """A new interview is to be set up, from ``options`` if there are any."""

    def __init__(self, options: Options | None = None, trouble: str = "") -> None:
        super().__init__()
        self.options = options
        self.trouble = trouble


class StartRequested(Message):
    """The set-up is complete: open an interview."""

    def __init__(self, options: Options, framework: str | None = None) -> None:
        super().__init__()
        self.options = options
        self.framework = framework


class ResumeRequested(Message):
    """An interview is to be taken up again; the latest unfinished one when none is named."""

    def __init__(self, interview: str | None) -> None:
        super().__init__()
        self.interview = interview


class ReadRequested(Message):
    """An interview is to be looked at, not continued."""

    def __init__(self, interview: str) -> None:
        super().__init__()
        self.interview = interview


class HomeRequested(Message):
    """The present screen is done with; ``paused`` is the interview that was just left."""

    def __init__(self, said: str = "", paused: str = "") -> None:
        super().__init__()
        self.said = said
        self.paused = paused


class SessionOpened(Message):
    """An interview is open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class OpeningFailed(Message):
    """An interview could not be opened; ``readable`` is its id if it can be read all the same."""

    def __init__(self, sentence: str, readable: str = "", options: Options | None = None) -> None:
        super().__init__()
        self.sentence = sentence
        self.readable = readable
        self.options = options


class AnswerRead(Message):
    """The reader is done with an answer."""

    def __init__(self, pending: Pending, result: Assessment | Failure) -> None:
        super().__init__()
        self.pending = pending
        self.result = result


class StudyRead(Message):
    """The study page of a competence was read; no parts where there is none."""

    def __init__(self, competence: int, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self.competence = competence
        self.parts = parts


class InterviewsListed(Message):
    """The saved interviews were listed, the newest first; ``more`` were left out."""

    def __init__(self, interviews: tuple[Listed, ...], more: int = 0) -> None:
        super().__init__()
        self.interviews = interviews
        self.more = more


class FrameworksLoaded(Message):
    """The frameworks that an interview can be held under were loaded."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library


class TranscriptRead(Message):
    """A transcript was read, as far as it can be."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class WorkFailed(Message):
    """Something in the background failed; the sentence is for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence
