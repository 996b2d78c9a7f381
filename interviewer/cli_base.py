"""What the modules of the command line share: the group of commands, the folders, and data out."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

PROBLEMS = 1
WRONG_CALL = 2
INTERRUPTED = 130
_CANNOT_WRITE = (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF)

# Commands that live in another module than the group, which is imported when they are wanted.
_ELSEWHERE = dict.fromkeys(
    ("review", "export", "import", "calibrate", "privacy"), "interviewer.cli_desk"
)


class Group(click.Group):
    """Shows known errors as one sentence, and asks for a report on any other: never a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, also those of modules that are not imported yet."""
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, from whichever module has it."""
        if cmd_name in _ELSEWHERE:
            module = import_module(_ELSEWHERE[cmd_name])
            command: click.Command = module.COMMANDS[cmd_name]
            return command
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and translate what it raises into an exit status."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _quiet_exit()
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            sys.exit(INTERRUPTED)
        except OSError as error:
            if error.errno in _CANNOT_WRITE and error.filename is None:
                _fail_quietly(f"Standard output can't be written: {error.strerror}.")
            fail(error)
        except Exception as error:
            fail(error)


def fail(error: Exception) -> NoReturn:
    """Say what went wrong, and end."""
    from interviewer.domain import InterviewerError
    from interviewer.safe_text import for_terminal

    if isinstance(error, InterviewerError):
        click.echo(for_terminal(str(error)), err=True)
    elif os.environ.get("INTERVIEWER_DEBUG"):
        raise error
    else:
        what = for_terminal(f"{type(error).__name__}: {error}")
        click.echo(f"Something went wrong that should not have: {what}", err=True)
        click.echo("What was sent is saved. INTERVIEWER_DEBUG=1 shows where it happened.", err=True)
    sys.exit(WRONG_CALL)


def _fail_quietly(sentence: str) -> NoReturn:
    """Say one sentence, and leave nothing in the buffers that could fail again at exit."""
    click.echo(sentence, err=True)
    os._exit(WRONG_CALL)


def _quiet_exit() -> NoReturn:
    """Whoever read our output has gone: nothing more to say, and nothing to complain about."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)


Command = Callable[..., None]


def folders(command: Command) -> Command:
    """Lets a command take the global folder options after its name as well."""

    @click.option("--transcripts", metavar="DIR", default=None, hidden=True)
    @click.option("--frameworks", metavar="DIR", default=None, hidden=True)
    @click.pass_context
    @wraps(command)
    def with_folders(
        ctx: click.Context, /, transcripts: str | None, frameworks: str | None, **options: Any
    ) -> None:
        if transcripts:
            ctx.obj["transcripts"] = transcripts
        if frameworks:
            ctx.obj["frameworks"] = frameworks
        ctx.invoke(command, **options)

    return with_folders


def frameworks_given() -> Path:
    """The frameworks folder of this call."""
    from interviewer.framework.locate import frameworks_folder

    return frameworks_folder(click.get_current_context().obj["frameworks"])


def transcripts_given() -> Path:
    """The transcripts folder of this call."""
    from interviewer.record.places import transcripts_folder

    return transcripts_folder(click.get_current_context().obj["transcripts"])


def print_json(value: object) -> None:
    """One JSON document on standard output."""
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
    sys.stdout.buffer.flush()
