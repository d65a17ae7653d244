"""The commands of `egovkit`, and how each of their failures ends (命令)."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer
from pydantic import ValidationError

from egovkit import __version__
from egovkit.cli.check import check
from egovkit.cli.cite import cite
from egovkit.cli.convert import convert
from egovkit.cli.framework import framework
from egovkit.cli.number import number
from egovkit.cli.policies import lineage, policies
from egovkit.cli.read import read
from egovkit.errors import EgovkitError, ParseError

__all__ = ["app", "run"]

app = typer.Typer(
    help="Chinese government policy documents (公文, 政策文件) as typed values.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for command in (read, number, cite, check, convert, framework, policies, lineage):
    app.command()(command)


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

    >>> run(["number", "国办发2014"])
    2
    """
    try:
        return int(app(arguments, prog_name="egovkit", standalone_mode=False) or 0)
    except typer.TyperException as error:
        return _fail(error.format_message() or "no command given: egovkit --help lists them")
    except EgovkitError as error:
        return _fail(_one_line(error))
    except ValidationError as error:
        first = error.errors()[0]
        return _fail(f"{'.'.join(map(str, first['loc']))}: {first['msg']} [{first['type']}]")
    except BrokenPipeError:
        # The reader of a pipe has left; what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))


def _one_line(error: EgovkitError) -> str:
    if isinstance(error, ParseError):
        start, end = error.span
        return f"{error.source!r}: {error.message} [{error.code}, characters {start} to {end}]"
    return str(error)


def _fail(message: str) -> int:
    print("egovkit:", " ".join(message.split()), file=sys.stderr)
    return 2
