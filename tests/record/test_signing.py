"""A sign-off says what was signed, and the file proves it: before, after, and itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_samples import ID, clock, desk, held, reviewed

from interviewer.domain import InterviewerError
from interviewer.record import facts
from interviewer.record.library import transcripts
from interviewer.record.reading import read, verify
from interviewer.record.reviewed import Status
from interviewer.record.transcript import Transcript
from interviewer.review import moderation

Change = Callable[[list[dict[str, Any]]], None]


def lines(path: Path) -> list[dict[str, Any]]:
    """The lines of a transcript as data."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def rewrite(path: Path, told: list[dict[str, Any]]) -> None:
    """Write a file anew with all its hashes put right, as a forger would."""
    before, out = "0" * 64, b""
    for line in told:
        line.pop("hash", None)
        line["prev"] = before
        content = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode()
        before = hashlib.sha256(content).hexdigest()
        out += content[:-1] + b',"hash":"' + before.encode() + b'"}\n'
    path.write_bytes(out)


def forged(path: Path, change: Change) -> Path:
    """The file with something changed and all hashes put right."""
    told = lines(path)
    change(told)
    rewrite(path, told)
    return path


def test_a_sign_off_holds_and_names_the_hash_before_it(tmp_path: Path) -> None:
    """The signed hash is that of the line before, and verify says that it holds."""
    path = reviewed(tmp_path)
    verdict = verify(path)
    (signature,) = verdict.signatures
    assert verdict.whole
    assert signature.holds
    assert signature.in_force
    assert signature.seal == lines(path)[-1]["prev"] == lines(path)[-2]["hash"]
    assert signature.facts == len(lines(path)) - 1
    assert verdict.seal == lines(path)[-1]["hash"]


def test_rewriting_without_a_change_changes_nothing(tmp_path: Path) -> None:
    """The forger of these tests writes what we write: else they would prove nothing."""
    path = reviewed(tmp_path)
    before = path.read_bytes()
    assert forged(path, lambda told: None).read_bytes() == before


def test_a_changed_byte_before_the_sign_off_breaks_it(tmp_path: Path) -> None:
    """The chain tells which line, and the sign-off does not hold."""
    path = reviewed(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"I led the works", b"I ran the works", 1))
    verdict = verify(path)
    assert not verdict.whole
    assert not verdict.signatures[0].holds
    assert any(damage.line == 6 for damage in verdict.problems)


def test_a_change_before_the_sign_off_with_all_hashes_put_right_breaks_it(tmp_path: Path) -> None:
    """The chain is in order again, but it is not what was signed."""

    def change(told: list[dict[str, Any]]) -> None:
        told[3]["fact"]["application"] = 5

    path = forged(reviewed(tmp_path), change)
    verdict = verify(path)
    assert verdict.chain_ok
    assert not verdict.whole
    assert not verdict.signatures[0].holds
    assert any("changed since" in damage.message for damage in verdict.problems)


def test_a_line_taken_out_before_the_sign_off_breaks_it(tmp_path: Path) -> None:
    """Also with all numbers and hashes put right."""

    def change(told: list[dict[str, Any]]) -> None:
        del told[-3]  # the action
        for seq, line in enumerate(told, start=1):
            line["seq"] = seq

    verdict = verify(forged(reviewed(tmp_path), change))
    assert not verdict.whole
    assert not verdict.signatures[0].holds


def test_a_changed_sign_off_is_seen(tmp_path: Path) -> None:
    """Its hash, what it claims to have signed, and how much."""
    path = reviewed(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(
        whole.replace(b'"signedoff","mentor":"Mo Tor"', b'"signedoff","mentor":"Mo Tok"')
    )
    assert not verify(path).whole
    for key, value in (("seal", "f" * 64), ("facts", 3)):
        path.write_bytes(whole)
        forged(path, lambda told, key=key, value=value: told[-1]["fact"].update({key: value}))  # type: ignore[misc]
        verdict = verify(path)
        assert verdict.chain_ok
        assert not verdict.whole
        assert not verdict.signatures[0].holds


@pytest.mark.parametrize(
    "more",
    [
        facts.Answered(turn=3, text="Something better."),
        facts.Commented(mentor="X", turn=1, text="Added."),
        facts.ActionSet(mentor="X", text="Added."),
        facts.SignedOff(mentor="X", seal="0" * 64, facts=1, text="Added."),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_what_is_added_after_the_sign_off_is_seen(tmp_path: Path, more: facts.AnyFact) -> None:
    """A file that goes on after the end was not written by us; what was signed still holds."""
    path = reviewed(tmp_path)
    with Transcript.open(tmp_path, ID) as transcript:
        transcript.append(more)  # the file itself takes anything; the engines don't make it
    verdict = verify(path)
    assert verdict.chain_ok
    assert not verdict.whole
    assert any("after the sign-off" in damage.message for damage in verdict.problems)
    assert verdict.signatures[0].holds


def test_a_sign_off_too_early_is_seen(tmp_path: Path) -> None:
    """Before the end of the interview, or before the candidate has confirmed."""
    path = held(tmp_path)
    with Transcript.open(tmp_path, ID) as transcript:
        seal, count = transcript.seal, len(transcript.stamped)
        transcript.append(facts.SignedOff(mentor="X", seal=seal, facts=count, text="Signed."))
    verdict = verify(path)
    assert not verdict.signatures[0].holds
    assert any("confirmed" in damage.message for damage in verdict.problems)


def test_signed_opened_again_and_signed_again(tmp_path: Path) -> None:
    """Each sign-off is of its own place; only the last is in force."""
    path = reviewed(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.reopen(r, "Mo Tor", "A rating was a slip."))
        assert open_.record.review.status is Status.IN_REVIEW
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo Tor", 1, 3, "As it was."))
        open_.make(lambda r, seal: moderation.sign_off(r, "Mo Tor", seal))
    verdict = verify(path)
    assert verdict.whole
    assert [each.holds for each in verdict.signatures] == [True, True]
    assert [each.in_force for each in verdict.signatures] == [False, True]


def test_a_step_may_be_taken_after_the_sign_off(tmp_path: Path) -> None:
    """The steps are for afterwards; noting one opens nothing."""
    path = reviewed(tmp_path)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.action_done(r, "Mo Tor", 1))
        assert open_.record.review.status is Status.SIGNED
    assert verify(path).whole


def test_a_forged_file_can_be_read_and_not_signed_again(tmp_path: Path) -> None:
    """Nothing readable is withheld, but nothing is built on it."""

    def change(told: list[dict[str, Any]]) -> None:
        told[3]["fact"]["application"] = 5

    path = forged(reviewed(tmp_path), change)
    assert len(read(path).stamped) == len(lines(path))
    with pytest.raises(InterviewerError, match="damaged"):
        desk(tmp_path)


def test_the_list_tells_the_status(tmp_path: Path) -> None:
    """New, in review, signed: from the end of the file."""
    held(tmp_path)

    def status() -> Status:
        (summary,) = transcripts(tmp_path)
        assert summary.state == "complete"
        assert summary.done == 1
        return summary.status

    assert status() is Status.NEW
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, "x" * 19_000))
        assert status() is Status.IN_REVIEW
        for _ in range(4):  # until the interview itself is out of the window of a list
            open_.make(lambda r, _: moderation.comment(r, "Mo", 1, "x" * 19_000))
        open_.make(lambda r, _: moderation.moderate_turn(r, "Mo", 1, None))
        assert status() is Status.IN_REVIEW
        open_.make(lambda r, _: moderation.confirm(r))
        open_.make(lambda r, seal: moderation.sign_off(r, "Mo", seal))
    assert status() is Status.SIGNED


def test_a_long_interview_that_went_on_after_a_review_is_in_review(tmp_path: Path) -> None:
    """The review is then far from the end of the file."""
    held(tmp_path, ended=False)
    with desk(tmp_path) as open_:
        open_.make(lambda r, _: moderation.comment(r, "Mo", 1, "Go on."))
    with Transcript.open(tmp_path, ID, now=clock()) as transcript:
        for _ in range(5):
            transcript.append(facts.Briefed(competence=7, text="y" * 20_000))
    (summary,) = transcripts(tmp_path)
    assert summary.status is Status.IN_REVIEW
