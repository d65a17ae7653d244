"""Programs of this package that run in a process of their own, with nothing of this one (子进程)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

from egovkit.errors import ReadError

__all__ = ["ask_process", "command_of", "environment", "is_not_started", "takes_too_long"]

# Without them some systems start no process, and some interpreters find no library of theirs.
_KEPT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def ask_process(data: bytes, program: Sequence[str], seconds: int) -> str | None:
    """Return what a program says of some bytes that it is given so long for (问子进程); None where it ends in a fault."""
    import subprocess  # who reads text does not pay for it

    try:
        done = subprocess.run(  # noqa: S603  # this interpreter and a module of this package, no shell
            command_of(program),
            input=data,
            capture_output=True,
            env=environment(),
            close_fds=True,
            timeout=seconds,
            check=False,
        )
    except OSError as error:
        raise is_not_started(error) from error
    except subprocess.TimeoutExpired:
        raise takes_too_long(seconds) from None
    return None if done.returncode else done.stdout.decode("utf-8")


def command_of(program: Sequence[str]) -> list[str]:
    """Return the command that runs a program in this interpreter (命令)."""
    # An interpreter inside another program may have no file of its own to start.
    if not sys.executable:
        message = "a pdf is read in a process of its own, and this Python has no file to start one from: use another"
        raise ReadError("read.worker", message)
    return [sys.executable, "-P", "-s", *program]


def environment() -> dict[str, str]:
    """Return what a process knows of this one (环境): where its modules are, and what the system needs to start it."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONUTF8": "1"}


def is_not_started(error: OSError) -> ReadError:
    """Return what to say where no process starts (进程未启动)."""
    message = "a pdf is read in a process of its own, which does not start ({reason}): free some memory"
    return ReadError("read.worker", message, reason=error.strerror)


def takes_too_long(seconds: int) -> ReadError:
    """Return what to say of a file that takes longer than it may (超时)."""
    message = "the pdf takes longer than {most} s: print it to a new pdf and read that"
    return ReadError("read.time", message, most=seconds)
