"""The command line. Each command imports its room when it runs, so that nothing waits for another.

Exit status: 0 done; 1 it ran and found problems; 2 the call or an input was wrong, with one clear
sentence. Data goes to standard output, messages for people to standard error.
"""

from __future__ import annotations

import itertools
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from interviewer import __version__
from interviewer.cli_base import PROBLEMS, Group
from interviewer.cli_base import folders as _folders
from interviewer.cli_base import frameworks_given as _frameworks
from interviewer.cli_base import print_json as _json
from interviewer.cli_base import transcripts_given as _transcripts

if TYPE_CHECKING:
    from interviewer.engine.plan import Options
    from interviewer.exam_session import ExamSession, Papers
    from interviewer.plain import Lines
    from interviewer.record.exported import Known
    from interviewer.record.library import Summary
    from interviewer.record.record import Record
    from interviewer.session import Places, Session

REDRAW = 50  # answers between two drawings of the progress bar


@click.group(
    cls=Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--transcripts",
    metavar="DIR",
    help="Where interviews are kept (or INTERVIEWER_TRANSCRIPTS).",
)
@click.option(
    "--frameworks",
    metavar="DIR",
    help="Where the frameworks are (or INTERVIEWER_FRAMEWORKS).",
)
@click.version_option(__version__, prog_name="interviewer")
@click.pass_context
def main(ctx: click.Context, transcripts: str | None, frameworks: str | None) -> None:
    """A competence interviewer for project people. Without a command it opens the interface."""
    ctx.obj = {"transcripts": transcripts, "frameworks": frameworks}
    _open_what_was_closed()
    if ctx.invoked_subcommand is None:
        _need_terminal("interviewer")
        from interviewer.tui.app import run

        run(transcripts, frameworks)


def _open_what_was_closed() -> None:
    """A standard stream that the caller has closed is as good as an empty one."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull)  # noqa: SIM115 - stays open as long as the program runs
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115


def _places() -> Places:
    from interviewer.session import places

    return places(**click.get_current_context().obj)


def _need_terminal(command: str) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            f"The interface needs a terminal. For pipes and screen readers: {command} --plain"
            if command != "interviewer"
            else "The interface needs a terminal. For pipes and screen readers: "
            "interviewer start --plain"
        )


# --- interviews -----------------------------------------------------------------------------------


@main.command()
@click.option("--profile", metavar="ID", help="The role to measure against, such as pmo-officer.")
@click.option("--next-profile", metavar="ID", help="The role that you want next.")
@click.option("--framework", metavar="ID", help="The framework, where no role names it.")
@click.option(
    "--competence", "competences", type=int, multiple=True, metavar="N", help="Only this one."
)
@click.option("--complexity", type=click.Choice(["low", "some", "high"]), help="Keep to this one.")
@click.option("--aspect", type=click.Choice(["application", "knowledge"]), help="Only this one.")
@click.option("--candidate", default="", metavar="NAME", help="Your name, if you want it kept.")
@click.option("--length", type=click.Choice(["short", "standard", "full"]), default="standard")
@click.option(
    "--programme/--no-programme", default=None, help="Whether you work in a programme office."
)
@click.option(
    "--choose", "choices", type=int, multiple=True, metavar="N", help="A specialist's choice."
)
@click.option("--plain", is_flag=True, help="Lines on standard input and output, no screen.")
@_folders
def start(plain: bool, framework: str | None, **chosen: Any) -> None:
    """Begin a practice interview."""
    options = _options(**chosen)
    if plain:
        _start_plain(options, framework)
        return
    _need_terminal("interviewer start")
    from interviewer.tui.app import run

    run(**click.get_current_context().obj, options=options, framework=framework)


def _options(
    profile: str | None,
    next_profile: str | None,
    competences: tuple[int, ...],
    complexity: str | None,
    aspect: str | None,
    candidate: str,
    length: str,
    programme: bool | None,
    choices: tuple[int, ...],
) -> Options:
    from interviewer.domain import Aspect, Complexity
    from interviewer.engine.plan import Options

    return Options(
        profile=profile,
        next_profile=next_profile,
        competences=competences,
        aspects=(Aspect(aspect),) if aspect else tuple(Aspect),
        complexity=Complexity(complexity) if complexity else None,
        candidate=candidate,
        length=length,
        conditions={} if programme is None else {"programme": programme},
        choices=choices,
    )


def _start_plain(options: Options, framework_id: str | None) -> None:
    from interviewer import plain, session

    where = _places()
    lines = _lines()
    framework = session.framework_for(where, options, framework_id)
    try:
        options = plain.complete_options(lines, framework, options)
    except plain.EndOfInput:
        click.echo("The input ended before the interview began; nothing was saved.", err=True)
        return
    _hold(session.start(where, options, framework.head.id), lines)


def _lines() -> Lines:
    """Standard input and output as text that survives any bytes."""
    from interviewer.plain import Lines

    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    return Lines(sys.stdin, sys.stdout)


def _hold(opened: Session, lines: Lines) -> None:
    from interviewer.plain import PlainInterview

    with opened:
        PlainInterview(opened, lines, _command_to_resume(opened.id)).hold()


def _command_to_resume(interview_id: str) -> str:
    """What to type to go on, with the folders that were named this time."""
    folders = click.get_current_context().obj
    named = [f"--{name} {shlex.quote(value)}" for name, value in folders.items() if value]
    return " ".join(["interviewer", *named, "resume", interview_id, "--plain"])


@main.command()
@click.option(
    "--method", type=click.Choice(["report", "discussion"]), help="Only this one; both by default."
)
@click.option("--minutes", type=int, metavar="M", help="So long for the questions of a method.")
@click.option("--candidate", default="", metavar="NAME", help="Your name, if you want it kept.")
@click.option(
    "--report", metavar="FILE", type=click.Path(path_type=Path), help="Your report: md, txt, docx."
)
@click.option(
    "--outline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The outline of your presentation.",
)
@click.option("--theme", default="", metavar="ID", help="Rehearse one theme, feedback at once.")
@click.option("--ksb", default="", metavar="K20", help="Only this KSB, feedback at once.")
@click.option("--framework", metavar="ID", help="The standard (st0310-1.4 by default).")
@click.option("--plain", is_flag=True, help="Lines on standard input and output, no screen.")
@_folders
def epa(
    method: str | None,
    report: Path | None,
    outline: Path | None,
    framework: str | None,
    plain: bool,
    **chosen: Any,
) -> None:
    """Practise the end-point assessment of an apprenticeship, under exam rules."""
    from interviewer.engine.exam_plan import ExamOptions

    if report and not method and (chosen["theme"] or chosen["ksb"]):
        method = "report"
    options = ExamOptions(methods=(method,) if method else (), **chosen)
    if plain:
        from interviewer import exam_session

        where = _places()
        papers = exam_session.papers(where, options, framework, report, outline)
        _hold_exam(exam_session.start(where, options, framework), _lines(), papers)
        return
    _need_terminal("interviewer epa")
    from interviewer.tui.app import run
    from interviewer.tui.exam_choices import ExamWanted

    wanted = ExamWanted(options=options, framework=framework, report=report, outline=outline)
    run(**click.get_current_context().obj, exam=wanted)


def _hold_exam(opened: ExamSession, lines: Lines, papers: Papers | None = None) -> None:
    from interviewer.plain_exam import PlainExam

    with opened:
        PlainExam(opened, lines, _command_to_resume(opened.id), papers).hold()


@main.command()
@click.argument("interview_id", metavar="[ID]", required=False)
@click.option("--plain", is_flag=True, help="Lines on standard input and output, no screen.")
@_folders
def resume(interview_id: str | None, plain: bool) -> None:
    """Go on exactly where an interview stopped; the latest unfinished one by default."""
    if plain:
        from interviewer import exam_session, session

        where = _places()
        found = exam_session.to_resume(where, interview_id)
        if found and exam_session.is_exam(found):
            _hold_exam(exam_session.resume(where, found.id), _lines())
        else:
            _hold(session.resume(where, interview_id), _lines())
        return
    _need_terminal("interviewer resume")
    from interviewer.tui.app import run

    run(**click.get_current_context().obj, resume=interview_id or "")


@main.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--candidate", metavar="NAME", help="Only this candidate's (part of the name).")
@click.option("--search", metavar="TEXT", help="Only those in which this was said.")
@_folders
def list_(as_json: bool, candidate: str | None, search: str | None) -> None:
    """List the saved interviews, newest first."""
    from interviewer.record import library
    from interviewer.review.listing import found_json, found_lines

    folder = _transcripts()
    found = library.search(folder, search or "", candidate or "")
    if as_json:
        _json([found_json(item) for item in found])
        return
    shown = []
    for item in found:
        for line in found_lines(item):
            click.echo(line)
        shown.append(item.summary)
    if not shown:
        click.echo("No interviews found. Begin one with: interviewer start", err=True)
    _remind(folder, shown)


def _remind(folder: Path, shown: list[Summary]) -> None:
    """Say which of these interviews are kept longer than was meant, where anybody has said."""
    from interviewer.record.retention import keep_months

    months = keep_months(folder)
    if months is None:
        return
    from datetime import UTC, datetime

    from interviewer.review.privacy import reminder

    sentence = reminder(shown, months, datetime.now(UTC))
    if sentence:
        click.echo(sentence, err=True)


@main.command()
@click.argument("interview_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@_folders
def show(interview_id: str, as_json: bool) -> None:
    """Show one interview: every turn, rating, quote, gap."""
    from interviewer.engine.conversation import spoken_lines
    from interviewer.record.library import find
    from interviewer.record.reading import read
    from interviewer.record.record import Incoherent, fold
    from interviewer.review.shown import shown
    from interviewer.review.text import transcript_lines

    contents = read(find(_transcripts(), interview_id))
    for damage in contents.problems:
        click.echo(f"{interview_id}: {damage}", err=True)
    try:
        record = fold(contents.stamped)
    except Incoherent as error:
        click.echo(f"{interview_id}: {error} What was said, as far as it can be read:", err=True)
        record = None
    if as_json:
        if record is None:
            raise Incoherent(f"{interview_id} is too damaged to be shown as JSON.")
        _json(shown(record))
    else:
        lines = transcript_lines(record) if record else spoken_lines(contents.stamped)
        for line in lines:
            click.echo(line)
    if contents.problems or record is None:
        sys.exit(PROBLEMS)


@main.command()
@click.argument("interview_id", metavar="ID")
@click.argument("other_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@_folders
def compare(interview_id: str, other_id: str, as_json: bool) -> None:
    """Set two interviews side by side: ratings, what was heard, and how the answers differ.

    The older one is the first, whichever way round they are named.
    """
    from interviewer.record import library
    from interviewer.review.compare import compare as compare_records
    from interviewer.review.compare_text import comparison_json, comparison_lines

    folder = _transcripts()
    paths = [library.find(folder, each) for each in (interview_id, other_id)]
    (first, whole), (second, other_whole) = (_record(path) for path in paths)
    comparison = compare_records(first, second)
    if as_json:
        _json(comparison_json(comparison))
    else:
        for line in comparison_lines(comparison):
            click.echo(line)
    if not (whole and other_whole):
        sys.exit(PROBLEMS)


def _record(path: Path) -> tuple[Record, bool]:
    """What an interview says, and whether its file is whole; damage is told in passing."""
    from interviewer.record.errors import Damaged
    from interviewer.record.reading import read
    from interviewer.record.record import Incoherent, fold

    contents = read(path)
    for damage in contents.problems:
        click.echo(f"{path.stem}: {damage}", err=True)
    try:
        record = fold(contents.stamped)
    except Incoherent as error:
        raise Damaged(f"{path.stem} is too damaged for that: {error}") from error
    if record is None:
        raise Damaged(f"{path.stem} is too damaged for that: there is nothing in it.")
    return record, not contents.problems


@main.command()
@click.option("--candidate", metavar="NAME", help="Only this candidate's (part of the name).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@_folders
def history(candidate: str | None, as_json: bool) -> None:
    """Show how ratings have moved over all interviews, and what is due again."""
    from datetime import UTC, datetime

    from interviewer.record.index import Index
    from interviewer.record.library import folded
    from interviewer.review.history import history as histories
    from interviewer.review.history_text import history_json, history_lines

    with Index.open(_transcripts()) as index, _reading() as progress:
        index.refresh(progress)
        rows = index.ratings()
    name = folded(candidate or "")
    found = histories(row for row in rows if name in row.person)
    today = datetime.now(UTC).date()
    if as_json:
        _json(history_json(found, today))
        return
    for line in history_lines(found, today):
        click.echo(line)
    if not found:
        click.echo("Nothing has been rated yet. Begin with: interviewer start", err=True)


@contextmanager
def _reading() -> Iterator[Callable[[int, int], None] | None]:
    """Progress on a terminal while interviews are read that have changed since the last time."""
    if not sys.stderr.isatty():
        yield None
        return
    told = False

    def tell(done: int, of: int) -> None:
        nonlocal told
        told = of > REDRAW
        if told:
            click.echo(f"\rReading interviews: {done} of {of}", nl=False, err=True)

    yield tell
    if told:
        click.echo(err=True)


@main.command()
@click.argument("interview_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@_folders
def verify(interview_id: str | None, as_json: bool) -> None:
    """Prove that a transcript, or each of them, is whole and unaltered."""
    from interviewer.record import library
    from interviewer.record.reading import verify as verify_file
    from interviewer.review.listing import verdict_json, verdict_lines

    folder = _transcripts()
    found = [library.find(folder, interview_id)] if interview_id else _all_transcripts(folder)
    verdicts = {path.stem: verify_file(path) for path in found}
    if as_json:
        _json([verdict_json(name, verdict) for name, verdict in verdicts.items()])
    else:
        for name, verdict in verdicts.items():
            for line in verdict_lines(name, verdict):
                click.echo(line)
    if not all(verdict.whole for verdict in verdicts.values()):
        sys.exit(PROBLEMS)


def _all_transcripts(folder: Path) -> list[Path]:
    """Every transcript in ``folder``; a folder that is not there proves nothing."""
    from interviewer.record import library

    if not folder.is_dir():
        raise click.UsageError(f"There is no folder {folder}.")
    paths = [summary.path for summary in library.transcripts(folder)]
    if not paths:
        click.echo(f"There are no interviews in {folder}.", err=True)
    return paths


@main.command()
@click.argument("interview_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Don't ask.")
@_folders
def forget(interview_id: str, yes: bool) -> None:
    """Delete an interview for good: transcript, draft, known exports and all.

    The ID must be whole. Exports that were changed since, or that hold other interviews too, are
    named and left.
    """
    from interviewer.record import library
    from interviewer.record.exported import known_exports, remove_export
    from interviewer.record.index import Index
    from interviewer.safe_text import for_one_line

    folder = _transcripts()
    path = library.find(folder, interview_id)
    if path.stem != interview_id.strip():
        raise click.UsageError(f"To delete one for good, give its whole ID: {path.stem}")
    known = known_exports(folder, path.stem)
    ours = [each for each in known if each.ours]
    if not yes:
        click.confirm(f"Delete {path.name} for good? It can't be brought back.", abort=True)
        for each in ours:
            click.echo(f"Exported from it: {for_one_line(str(each.path), 400)}", err=True)
        if ours and not click.confirm("Delete what was exported from it as well?", default=True):
            ours = []
    for each in known:  # before the note of them goes
        shown = for_one_line(str(each.path), 400)
        if each in ours and remove_export(each):
            click.echo(f"Deleted {shown}.", err=True)
        else:
            click.echo(f"Still there: {shown}{_why_left(each)}", err=True)
    library.forget(folder, path.stem)
    with Index.open(folder) as index:
        index.forget(path.stem)
    click.echo(f"Deleted {path.stem}.", err=True)


def _why_left(known: Known) -> str:
    if known.exported.cohort:
        return " (it holds other interviews too; export them anew)"
    return "" if known.ours else " (it was changed since it was exported)"


# --- frameworks -----------------------------------------------------------------------------------


@main.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@_folders
def check(paths: tuple[Path, ...]) -> None:
    """Validate framework files; each problem is printed as file:line:column: message."""
    from interviewer.framework.checking import check as check_paths

    problems = check_paths(paths or (_frameworks(),))
    for problem in problems:
        click.echo(str(problem))
    if problems:
        count = len(problems)
        click.echo(f"{count} problem{'s' if count != 1 else ''} found.", err=True)
        sys.exit(PROBLEMS)
    click.echo("No problems found.", err=True)


@main.command()
@click.argument("framework_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@_folders
def framework(framework_id: str | None, as_json: bool) -> None:
    """Show the frameworks, or one of them, as data."""
    from interviewer.framework import export
    from interviewer.framework.loader import list_heads, load
    from interviewer.review.listing import framework_lines

    folder = _frameworks()
    if framework_id is None:
        heads = list_heads(folder)
        if as_json:
            _json(export.heads_json(heads))
            return
        for head in heads:
            click.echo(f"{head.id:14} {head.title} (version {head.version})")
        return
    loaded = load(folder, framework_id)
    if as_json:
        _json(export.framework_json(loaded))
        return
    for line in framework_lines(loaded):
        click.echo(line)


@main.command()
@click.option("--framework", "framework_id", metavar="ID", help="The framework (apm-2 by default).")
@click.option(
    "--competence", "competences", type=int, multiple=True, metavar="N", help="Only on this one."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@_folders
def questions(framework_id: str | None, competences: tuple[int, ...], as_json: bool) -> None:
    """Show the question bank as data.

    It has the questions about competences, then those of a mock end-point assessment (by theme),
    as far as the framework has either. Study pages are not shown: they are for after an attempt.
    """
    from interviewer.framework import export
    from interviewer.framework.loader import load, load_exam_questions, load_questions
    from interviewer.framework.locate import DEFAULT_FRAMEWORK
    from interviewer.safe_text import for_one_line

    folder = _frameworks()
    which = framework_id or DEFAULT_FRAMEWORK
    only = None
    if competences:
        loaded = load(folder, which)
        only = {loaded.competence(number).number for number in competences}
    bank = load_questions(folder, which, only)
    exam = () if competences else load_exam_questions(folder, which)
    if as_json:
        _json(export.questions_json(bank) + export.exam_questions_json(exam))
        return
    told = [(each.id, each.text) for each in bank] + [(each.id, each.text) for each in exam]
    for name, text in told:
        click.echo(for_one_line(f"{name}  {text}"))


# --- rating in bulk -------------------------------------------------------------------------------


@main.command()
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(allow_dash=True))
@click.option("--jobs", type=click.IntRange(1, 256), default=None, help="Worker processes.")
@_folders
def assess(file: str | None, jobs: int | None) -> None:
    """Rate answers in bulk: JSON Lines in (a file, or standard input) and out."""
    from interviewer.bulk import assess_lines, bounded_lines

    folder = _frameworks()
    failed = False
    with _input(file) as stream, _progress(stream) as advance:
        numbered = bounded_lines(stream)
        for output in assess_lines(numbered, folder, jobs or os.cpu_count() or 1):
            sys.stdout.buffer.write(output.line + b"\n")
            failed = failed or not output.ok
            advance()
        sys.stdout.buffer.flush()
    if failed:
        sys.exit(PROBLEMS)


@contextmanager
def _input(file: str | None) -> Iterator[BinaryIO]:
    if file in (None, "-"):
        if sys.stdin.isatty():
            raise click.UsageError("Give a file of JSON Lines, or pipe them in.")
        yield sys.stdin.buffer
        return
    try:
        stream = Path(str(file)).open("rb")  # noqa: SIM115 - entered just below
    except OSError as error:
        raise click.UsageError(f"{file} can't be read: {error.strerror}.") from None
    with stream:
        yield stream


@contextmanager
def _progress(stream: BinaryIO) -> Iterator[Callable[[], None]]:
    """Progress on a terminal: a bar where the size of the input is known, else a running count."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    done = itertools.count(1)
    if not stream.seekable():
        yield lambda: _count_up(next(done))
        click.echo(err=True)
        return
    bar: Any = click.progressbar(
        length=os.fstat(stream.fileno()).st_size, label="Rating", file=sys.stderr
    )
    with bar:
        yield lambda: bar.update(stream.tell() - bar.pos) if next(done) % REDRAW == 0 else None
        bar.update(stream.tell() - bar.pos)


def _count_up(done: int) -> None:
    if done % REDRAW == 0:
        click.echo(f"\rRated {done}", nl=False, err=True)
