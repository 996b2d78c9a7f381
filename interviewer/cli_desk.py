"""The commands of the mentor's desk: review, import, export, calibrate, privacy, and forgetting.

They are named in ``cli_base`` and imported when one of them is wanted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from interviewer.cli_base import (
    PROBLEMS,
    folders,
    frameworks_given,
    print_json,
    transcripts_given,
)

if TYPE_CHECKING:
    from interviewer.desk import Move
    from interviewer.export.handover import Parcel
    from interviewer.record.facts import AnyFact
    from interviewer.record.record import Record


# --- review ---------------------------------------------------------------------------------------


@click.command()
@click.argument("interview_id", metavar="ID")
@click.option(
    "--mentor", default="", metavar="NAME", help="Your name; it stands with what you add."
)
@click.option(
    "--moderate",
    "ratings",
    multiple=True,
    metavar="TURN=RATING",
    help="Rate an answer (0 to 5, or agree); or an aspect as a whole: 12.application=3.",
)
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="TEXT",
    help="Why: once for all of them, or once for each --moderate, in order.",
)
@click.option(
    "--comment", "comments", multiple=True, metavar="TURN=TEXT", help="Comment on a turn."
)
@click.option("--quote", default="", metavar="TEXT", help="The words that the comment is about.")
@click.option("--action", "actions", multiple=True, metavar="TEXT", help="Set a next step.")
@click.option(
    "--due", "days", multiple=True, metavar="DATE", help="By when: for all, or for each --action."
)
@click.option("--done", multiple=True, type=int, metavar="N", help="Action N has been taken.")
@click.option("--confirm", is_flag=True, help="The candidate confirms that it is their own work.")
@click.option("--candidate", default="", metavar="NAME", help="Who confirms.")
@click.option("--sign-off", is_flag=True, help="Sign all that there is so far.")
@click.option("--reopen", is_flag=True, help="Open a signed interview again (with --reason).")
@click.option("--json", "as_json", is_flag=True, help="The interview as in show --json.")
@folders
def review(
    interview_id: str,
    mentor: str,
    ratings: tuple[str, ...],
    reasons: tuple[str, ...],
    comments: tuple[str, ...],
    quote: str,
    actions: tuple[str, ...],
    days: tuple[str, ...],
    done: tuple[int, ...],
    confirm: bool,
    candidate: str,
    sign_off: bool,
    reopen: bool,
    as_json: bool,
) -> None:
    """Review an interview: rate, comment, agree next steps, sign. Nothing is overwritten.

    In one call, reopening comes first and signing last; if one of the moves is refused, none of
    them is made. Without any it shows how far the review has come.
    """
    from interviewer.desk import Desk
    from interviewer.review import moderation

    if quote and len(comments) != 1:
        raise click.UsageError("--quote belongs to one --comment.")
    rated = _for_each(ratings, reasons, "--moderate", "--reason", spare=reopen)
    planned: list[Move] = []
    if reopen:
        planned.append(_move(moderation.reopen, mentor, reasons[0] if reasons else ""))
    planned += [_rating(mentor, text, reason) for text, reason in rated]
    planned += [_comment(mentor, text, quote) for text in comments]
    for text, day in _for_each(actions, days, "--action", "--due"):
        planned.append(_move(moderation.set_action, mentor, text, day))
    planned += [_move(moderation.action_done, mentor, number) for number in done]
    if (planned or sign_off) and not mentor.strip():
        raise click.UsageError("Say who you are: --mentor NAME.")
    if confirm:
        planned.append(_move(moderation.confirm, candidate, mentor))
    if sign_off:
        planned.append(lambda record, seal: moderation.sign_off(record, mentor, seal))
    if not planned:
        _show_review(interview_id, as_json)
        return
    with Desk.open(transcripts_given(), interview_id) as desk:
        made = desk.make_all(planned)
        _told_review(desk.record, as_json)
        count = len(made)
        click.echo(f"Added {count} fact{'' if count == 1 else 's'} to {desk.id}.", err=True)
        if sign_off:
            click.echo(
                f"Signed. Its seal is now {desk.seal}; kept in another place, such as a mail, it "
                "proves that nothing was changed since.",
                err=True,
            )


def _move(make: Callable[..., AnyFact], *arguments: Any) -> Move:
    """A move that needs no more than the record."""
    return lambda record, _seal: make(record, *arguments)


def _for_each(
    given: Sequence[str], beside: Sequence[str], name: str, other: str, *, spare: bool = False
) -> list[tuple[str, str]]:
    """What was given, each with what belongs to it: one for all, or one each."""
    if beside and not given and not spare:
        raise click.UsageError(f"{other} belongs to {name}.")
    if len(beside) > 1 and len(beside) != len(given):
        raise click.UsageError(f"Give {other} once, or once for each {name}.")
    if len(beside) == len(given):
        return list(zip(given, beside, strict=True))
    return [(each, beside[0] if beside else "") for each in given]


def _rating(mentor: str, text: str, reason: str) -> Move:
    from interviewer.domain import Aspect
    from interviewer.review import moderation

    place, equals, told = text.partition("=")
    number, dot, aspect = place.strip().partition(".")
    told = told.strip().lower()
    is_rating = told == "agree" or (len(told) == 1 and told in "012345")
    known = number.isdecimal() and len(number) < 7 and (not dot or aspect in list(Aspect))
    if not (equals and known and is_rating):
        raise click.UsageError(
            f'"{text}" is no rating: write TURN=RATING with a rating from 0 to 5 or "agree", such '
            "as 3=4, or COMPETENCE.ASPECT=RATING, such as 12.application=4."
        )
    rating = None if told == "agree" else int(told)
    if dot:
        return _move(
            moderation.moderate_aspect, mentor, int(number), Aspect(aspect), rating, reason
        )
    return _move(moderation.moderate_turn, mentor, int(number), rating, reason)


def _comment(mentor: str, text: str, quote: str) -> Move:
    from interviewer.review import moderation

    place, equals, said = text.partition("=")
    number = place.strip()
    if not (equals and number.isdecimal() and len(number) < 7):
        raise click.UsageError(f'"{text}" is no comment: write TURN=TEXT, such as 3="Well put".')
    return _move(moderation.comment, mentor, int(number), said, quote)


def _show_review(interview_id: str, as_json: bool) -> None:
    from interviewer.record.library import find
    from interviewer.record.reading import read
    from interviewer.record.record import fold

    record = fold(read(find(transcripts_given(), interview_id)).stamped)
    if record is None:
        raise click.UsageError(f"There is nothing in interview {interview_id} that can be read.")
    _told_review(record, as_json)


def _told_review(record: Record, as_json: bool) -> None:
    from interviewer.review.shown import shown
    from interviewer.review.text import review_lines

    if as_json:
        print_json(shown(record))
        return
    for line in review_lines(record):
        click.echo(line)


# --- import ---------------------------------------------------------------------------------------


@click.command("import")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@click.option("--damaged", is_flag=True, help="Also what is damaged or was altered.")
@click.option("--update", is_flag=True, help="Let a file that goes on from yours bring it on.")
@folders
def import_(paths: tuple[str, ...], damaged: bool, update: bool) -> None:
    """Check transcripts and copy them in: files of this program, or its JSON exports.

    Nothing that is there is replaced. With several files, each is taken by itself: what is wrong
    with one does not keep out the others.
    """
    from interviewer.domain import InterviewerError
    from interviewer.export.json_export import chain_in
    from interviewer.record.importing import bring_in, read_bytes
    from interviewer.safe_text import for_one_line

    folder = transcripts_given()
    refused = 0
    for name in paths:
        shown = for_one_line(name, 300)
        try:
            data = read_bytes(Path(name))
            chain = chain_in(data, shown)
            brought = bring_in(
                folder, data if chain is None else chain, shown, damaged=damaged, update=update
            )
        except InterviewerError as error:
            click.echo(for_one_line(str(error)), err=True)
            refused += 1
            continue
        wrong = "  DAMAGED" if brought.problems else ""
        click.echo(f"{brought.id}  {brought.how}{wrong}")
        for problem in brought.problems:
            click.echo(f"  {for_one_line(problem)}", err=True)
    if refused:
        sys.exit(2 if refused == len(paths) else PROBLEMS)


# --- export ---------------------------------------------------------------------------------------


@click.command()
@click.argument("interview_ids", metavar="ID", nargs=-1)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["md", "html", "docx", "csv", "json"]),
    required=True,
    help="What to make.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to; - is standard output. By default standard output too, unless that is a "
    "terminal: then a file in this folder, called by the interview's ID.",
)
@click.option(
    "--redact", "names", multiple=True, metavar="NAME", help="A name or organisation to replace."
)
@click.option(
    "--cohort",
    is_flag=True,
    help="One table (csv) of several interviews; of all, if none is named.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@folders
def export(
    interview_ids: tuple[str, ...],
    format_name: str,
    output: str | None,
    names: tuple[str, ...],
    cohort: bool,
    force: bool,
) -> None:
    """Hand an interview over: for people, spreadsheets and other systems.

    With --redact, e-mail addresses and phone numbers are replaced as well.
    """
    from interviewer.export.handover import parcel

    if cohort and format_name != "csv":
        raise click.UsageError("A cohort is one table: --cohort goes with --format csv.")
    if not cohort and len(interview_ids) != 1:
        raise click.UsageError("Name one interview; for a table of several there is --cohort.")
    folder = transcripts_given()
    made = parcel(
        folder,
        frameworks_given,
        interview_ids,
        format_name,
        names,
        cohort=cohort,
        tell=_tell,
    )
    _hand_over(folder, made, output, force=force)
    for line in made.replaced:
        _tell(line)


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _hand_over(folder: Path, made: Parcel, output: str | None, *, force: bool) -> None:
    from interviewer.export.handover import note_parcel
    from interviewer.export.writing import write_export
    from interviewer.safe_text import for_one_line

    if output == "-" or (output is None and not sys.stdout.isatty()):
        sys.stdout.buffer.write(made.data)
        sys.stdout.buffer.flush()
        return
    if output is not None and not output.strip():
        raise click.UsageError("-o names no file.")
    path = write_export(Path(output or made.name), made.data, force=force)
    _tell(f"Written: {for_one_line(str(path), 400)}")
    trouble = note_parcel(folder, path, made)
    if trouble:
        _tell(trouble)


# --- calibrate ------------------------------------------------------------------------------------


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@folders
def calibrate(as_json: bool) -> None:
    """How far assessor, self-ratings and mentors agree, over all saved interviews."""
    import msgspec

    from interviewer.review.calibration import (
        CAVEAT,
        ENOUGH,
        calibration,
        calibration_lines,
        differing_answers,
        pairs_of,
    )
    from interviewer.safe_text import for_one_line

    pairs, answers = [], []
    for record in _records(transcripts_given()):
        pairs += list(pairs_of(record))
        answers += list(differing_answers(record))
    found = calibration(pairs, answers)
    if as_json:
        told = msgspec.to_builtins(found)
        for row, answer in zip(told["differ_most"], found.differ_most, strict=True):
            row["difference"] = answer.difference
        print_json({**told, "at_least": ENOUGH, "note": CAVEAT})
        return
    for line in calibration_lines(found):
        indent = line[: len(line) - len(line.lstrip())]
        click.echo(indent + for_one_line(line))


def _records(folder: Path) -> Iterator[Record]:
    """The interviews in ``folder``; what can't be trusted or read is named and left out."""
    from interviewer.domain import InterviewerError
    from interviewer.record.library import transcript_paths
    from interviewer.record.reading import read
    from interviewer.record.record import fold
    from interviewer.safe_text import for_one_line

    for path in transcript_paths(folder):
        try:
            contents = read(path)
            record = fold(contents.stamped) if not contents.problems else None
        except InterviewerError as error:
            click.echo(f"{path.stem} is left out: {for_one_line(str(error))}", err=True)
            continue
        if contents.problems:
            click.echo(f"{path.stem} is left out: it is damaged or was altered.", err=True)
        elif record:
            yield record


# --- privacy --------------------------------------------------------------------------------------


@click.command()
@click.option(
    "--keep-months",
    type=int,
    metavar="N",
    help="Be reminded of interviews here that are older than N months; 0 ends that.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@folders
def privacy(keep_months: int | None, as_json: bool) -> None:
    """What is stored about people, where, and how to take it out or remove it.

    A reminder deletes nothing: nothing here is ever deleted but by "interviewer forget".
    """
    from interviewer.record.places import cache_folder
    from interviewer.record.retention import set_keep_months
    from interviewer.review.privacy import privacy_json, privacy_lines, stored

    folder = transcripts_given()
    if keep_months is not None:
        set_keep_months(folder, keep_months)
    found = stored(folder, datetime.now(UTC), [cache_folder()])
    if as_json:
        print_json(privacy_json(found))
        return
    for line in privacy_lines(found):
        click.echo(line)


COMMANDS = {
    "review": review,
    "import": import_,
    "export": export,
    "calibrate": calibrate,
    "privacy": privacy,
}
