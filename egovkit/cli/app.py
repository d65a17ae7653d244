"""Runs a command, and says how each of its failures ends (运行命令)."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout, suppress
from importlib import import_module
from typing import Any, Final

from egovkit import __version__
from egovkit.cli.failures import describe, one_line
from egovkit.cli.help import help_of, help_of_all
from egovkit.cli.parsing import Asked, parse
from egovkit.cli.syntax import Command
from egovkit.cli.terminal import draw
from egovkit.messages import said

__all__ = ["function_of", "run"]

# What a shell says of a command that was interrupted, and of one whose reader has left; neither means findings.
_INTERRUPTED: Final = 130
_UNREAD: Final = 141


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (运行): 2 and one line on stderr where it failed.

    1 means findings and nothing else; 130 that it was interrupted, 141 that nobody reads what it prints any more.

    >>> run(["number", "国办发2014"])
    2
    """
    try:
        _prepare()
        code = _run(parse(sys.argv[1:] if arguments is None else arguments))
        # What a full disk or a closed pipe says, it says when the last of it is written.
        sys.stdout.flush()
    except KeyboardInterrupt:
        _fail(said("interrupted", "已中断"))
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has left; what is still buffered must not raise again at exit.
        _drop_output()
        return _UNREAD
    except UnicodeEncodeError as error:
        return _fail(
            said(
                f"{error.encoding} has no characters for this: set PYTHONIOENCODING=utf-8",
                f"{error.encoding} 写不出这些字符，请设 PYTHONIOENCODING=utf-8",
            )
        )
    except OSError as error:
        if error.filename is None:
            _drop_output()
        return _fail(describe(error))
    except Exception as error:  # noqa: BLE001  (a traceback would end with 1, which means findings)
        return _fail(describe(error))
    return code


def _run(asked: Asked) -> int:
    if asked.version:
        print(f"egovkit {__version__}")
    elif asked.help:
        draw(help_of_all() if asked.command is None else help_of(asked.command))
        return asked.code
    elif asked.command is not None:
        return _called(asked.command, asked.values)
    return 0


def function_of(command: Command) -> Callable[..., int]:
    """Return the function that does a command (命令函数), loading its room."""
    room, _, name = command.home.partition(":")
    function: Callable[..., int] = getattr(import_module(room), name)
    return function


def _called(command: Command, values: dict[str, Any]) -> int:
    function = function_of(command)
    writes = command.writes(values) if callable(command.writes) else command.writes
    if writes or values.get("output") is None:
        if not writes:
            values.pop("output", None)
        return function(**values)
    from pathlib import Path  # noqa: PLC0415  # few calls write a file

    from egovkit.cli.writing import write_file  # noqa: PLC0415

    path = Path(values.pop("output"))
    held = io.StringIO()
    with redirect_stdout(held):
        code = function(**values)
    write_file(path, held.getvalue().encode("utf-8", "backslashreplace"))
    return code


def _prepare() -> None:
    """See that what is Chinese can be written: UTF-8 into a file or a pipe, unless the user has chosen otherwise."""
    if sys.stdout is None:
        raise OSError(said("stdout is closed: there is nowhere to write to", "标准输出已关闭，无处可写"))
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
