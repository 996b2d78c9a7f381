"""What can go wrong with transcripts.

::

    InterviewerError
    └── TranscriptError     a transcript, its draft or its folder can't be used as asked
        ├── NotFound        there is no such interview, or more than one
        ├── Locked          it is open elsewhere; it may be read meanwhile
        └── Damaged         it can be read in part, but not continued
"""

from __future__ import annotations

import errno

from interviewer.domain import InterviewerError


class TranscriptError(InterviewerError):
    """A transcript, its draft or its folder can't be used as asked."""


class NotFound(TranscriptError):
    """There is no such interview, or more than one that the given id may mean."""


class Locked(TranscriptError):
    """The interview is open elsewhere, in this program or another."""


class Damaged(TranscriptError):
    """The transcript can be read in part, but not continued."""


PARTLY = 0  # in place of an errno: the system took a part and gave no reason

_CAUSES: dict[int | None, tuple[str, str]] = {
    PARTLY: ("Only a part could be written (is the disk full?)", "free some space"),
    errno.ENOSPC: ("The disk is full", "free some space"),
    errno.EDQUOT: ("Your disk quota is used up", "free some space"),
    errno.EFBIG: ("The file may not grow any further on this system", "raise the limit"),
    errno.EIO: ("The disk reported an error", "check the disk"),
    errno.EROFS: ("The disk is read-only", "make it writable"),
    errno.EACCES: ("This account may not write there", "change the permissions"),
    errno.EPERM: ("This account may not write there", "change the permissions"),
}


def cause(error: OSError) -> tuple[str, str]:
    """What has happened, and how to mend it, as two halves of sentences."""
    known = _CAUSES.get(error.errno)
    return known or (f"The system reported: {error.strerror or error}", "mend that")


def trouble(error: OSError, doing: str) -> TranscriptError:
    """The error to raise when the system refused while ``doing`` something."""
    what, mend = cause(error)
    return TranscriptError(f"{what}: {doing} did not work. Please {mend} and try again.")
