"""What a sign-off claims, held against the chain and the facts around it, line by line.

A sign-off names the hash that the chain had before it. So whoever changes something that was signed
must also forge the sign-off; putting the hashes right is not enough. And after a sign-off a file
may hold nothing but its reopening, or that an agreed step was taken: more was added by no means of
ours.
"""

from __future__ import annotations

import msgspec

from interviewer.record import facts
from interviewer.record.facts import Stamped

# What may stand after a sign-off: the mentor opens it again, or an agreed step was taken.
AFTER_SIGN_OFF = (facts.Reopened, facts.ActionDone)

_ENDING = (facts.Finished, facts.Withdrawn)


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """One sign-off. ``holds``: all that was before it is whole, and is what was signed.

    ``in_force``: it was not opened again since.
    """

    seq: int
    at: str
    mentor: str
    seal: str
    facts: int
    holds: bool
    in_force: bool = True


class Signing:
    """Follows the facts of a file in order, and keeps the sign-offs."""

    def __init__(self) -> None:
        self._found: list[Signature] = []
        self._ended = False
        self._confirmed = False
        self._signed = False

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The sign-offs so far."""
        return tuple(self._found)

    def take(self, item: Stamped, before: frozenset[str], *, sound: bool) -> str:
        """Follow one more fact.

        Args:
            before: the hashes that the line before may be named by (two, if it was changed).
            sound: nothing was found wrong up to here.

        Returns:
            What is wrong with it, or nothing.
        """
        if self._signed and not isinstance(item.fact, AFTER_SIGN_OFF):
            return "was added after the sign-off without it being opened again"
        match item.fact:
            case facts.SignedOff() as signed:
                return self._sign(signed, item, before, sound)
            case facts.Reopened():
                self._open_again()
            case facts.Answered():
                self._confirmed = False
            case facts.Confirmed():
                self._confirmed = True
            case _ if isinstance(item.fact, _ENDING):
                self._ended = True
            case _:
                pass
        return ""

    def _sign(
        self, signed: facts.SignedOff, item: Stamped, before: frozenset[str], sound: bool
    ) -> str:
        wrong = ""
        if before != {signed.seal} or signed.facts != item.seq - 1:
            wrong = "what was signed is not what stands before it: it was changed since"
        elif not self._ended:
            wrong = "it was signed before the interview had ended"
        elif not self._confirmed:
            wrong = "it was signed before the candidate had confirmed that it is their own work"
        self._signed = True
        self._found.append(
            Signature(
                seq=item.seq,
                at=item.at,
                mentor=signed.mentor,
                seal=signed.seal,
                facts=signed.facts,
                holds=sound and not wrong,
            )
        )
        return wrong

    def _open_again(self) -> None:
        self._signed = False
        if self._found:
            self._found[-1] = msgspec.structs.replace(self._found[-1], in_force=False)
