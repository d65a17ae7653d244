"""The commands of `egovkit`, and how each of their failures ends (命令)."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Annotated, Final

import typer

from egovkit import __version__
from egovkit.cli.check import check
from egovkit.cli.cite import cite
from egovkit.cli.convert import convert
from egovkit.cli.failures import describe, one_line
from egovkit.cli.framework import framework
from egovkit.cli.law import law
from egovkit.cli.number import number
from egovkit.cli.policies import lineage, policies
from egovkit.cli.read import read
from egovkit.cli.register import register
from egovkit.cli.rules import rules
from egovkit.cli.verify import verify

__all__ = ["app", "run"]

app = typer.Typer(
    help="Chinese government policy documents (公文, 政策文件) as typed values.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for command in (read, number, cite, verify, check, rules, convert, framework, policies, lineage, register, law):
    app.command()(command)


# What a shell says of a command that was interrupted, and of one whose reader has left; neither means findings.
_INTERRUPTED: Final = 130
_UNREAD: Final = 141


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"egovkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")] = False,
) -> None:
    """Take the options of every command; the help of the whole is the app's own."""


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code (运行): 2 and one line on stderr where it failed.

    1 means findings and nothing else; 130 that it was interrupted, 141 that nobody reads what it prints any more.

    >>> run(["number", "国办发2014"])
    2
    """
    try:
        _prepare()
        code = int(app(arguments, prog_name="egovkit", standalone_mode=False) or 0)
        # What a full disk or a closed pipe says, it says when the last of it is written.
        sys.stdout.flush()
    except typer.TyperException as error:
        return _fail(error.format_message() or "no command given: egovkit --help lists them")
    except (typer.Abort, KeyboardInterrupt):
        _fail("interrupted")
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit) as error:
        # The library of the commands makes an exit with 1 of a broken pipe.
        if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
            raise
        # The reader of a pipe has left; what is still buffered must not raise again at exit.
        _drop_output()
        return _UNREAD
    except UnicodeEncodeError as error:
        return _fail(f"{error.encoding} has no characters for this: set PYTHONIOENCODING=utf-8")
    except OSError as error:
        if error.filename is None:
            _drop_output()
        return _fail(describe(error))
    except Exception as error:  # noqa: BLE001  (a traceback would end with 1, which means findings)
        return _fail(describe(error))
    return code


def _prepare() -> None:
    """See that what is Chinese can be written: UTF-8 into a file or a pipe, unless the user has chosen otherwise."""
    if sys.stdout is None:
        raise OSError("stdout is closed: there is nowhere to write to")
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper):
        return
    if not stream.isatty() and not os.environ.get("PYTHONIOENCODING"):
        stream.reconfigure(encoding="utf-8")
    if stream.encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        # All that UTF-8 cannot write are the bytes of a file's name that is none itself; JSON escapes them alike.
        stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    # What is in for stdout has no number.
    with suppress(AttributeError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> int:
    if sys.stderr is not None:
        print("egovkit:", one_line(message), file=sys.stderr)
    return 2
