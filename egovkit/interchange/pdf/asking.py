"""Asks the program that has pdfs read, and keeps it for the next pdf (询问待命进程)."""

from __future__ import annotations

import atexit
import errno
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import Final

from egovkit.interchange.pdf.server import ASKED, CRASHED, LATE, READ, SPENT
from egovkit.interchange.processes import command_of, environment, is_not_started, takes_too_long
from egovkit.text import limits

__all__ = ["ask_server", "end_servers"]

_SERVER: Final = ["-m", "egovkit.interchange.pdf.server"]
_FAULTS: Final = {CRASHED: "damaged", SPENT: "memory"}
_BLOCK: Final = 1 << 20
_MOST: Final = 4
"""Programs that are kept, where several threads read at once."""


class _Server:
    """A program that waits for pdfs, in a group of processes of its own, so that it ends with all that it has started."""

    def __init__(self) -> None:
        self.line, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = subprocess.Popen(  # noqa: S603  # this interpreter and a module of this package, no shell
                    command_of(_SERVER),
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                    close_fds=True,
                    process_group=0,
                )
            except BaseException:
                self.line.close()
                raise

    def ask(self, data: bytes, until: float) -> str:
        """Return what is found in a pdf, and at the end a fault or nothing; OSError where the program is there no more."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                socket.send_fds(self.line, [ASKED.pack(len(data))], [theirs.fileno()])
            found = b"".join(_asked(ours, data, until))
        self.line.settimeout(_left(until))
        ended = self.line.recv(1)
        if not ended:
            raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
        if ended == LATE:
            raise TimeoutError
        return found.decode("utf-8") if ended == READ else _FAULTS[ended]

    def end(self) -> None:
        """End it and whatever it has started."""
        self.line.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def leave(self) -> None:
        """Close what leads to it, in a process that was forked off and has no child of that number."""
        self.line.close()
        self._process.returncode = 0


_idle: list[_Server] = []


def ask_server(data: bytes) -> str:
    """Return what the library finds in a pdf (询问), read by a process of its own that a waiting one forks."""
    while _idle:
        try:
            return _ask(_idle.pop(), data)
        except OSError:
            # It has ended meanwhile, as it does by itself after a while.
            continue
    try:
        return _ask(_Server(), data)
    except OSError as error:
        raise is_not_started(error) from error


def _ask(server: _Server, data: bytes) -> str:
    whole = False
    try:
        found = server.ask(data, monotonic() + limits.PDF_SECONDS)
        whole = True
    except TimeoutError:
        raise takes_too_long(limits.PDF_SECONDS) from None
    finally:
        if whole and len(_idle) < _MOST:
            _idle.append(server)
        else:
            server.end()
    return found


def _asked(line: socket.socket, data: bytes, until: float) -> Iterator[bytes]:
    """Give a child its pdf, and yield what it answers before that time."""
    try:
        line.settimeout(_left(until))
        line.sendall(data)
        line.shutdown(socket.SHUT_WR)
        while True:
            line.settimeout(_left(until))
            part = line.recv(_BLOCK)
            if not part:
                return
            yield part
    except ConnectionError:
        # It has crashed; how, the program says that forked it.
        return


def _left(until: float) -> float:
    # A time of nothing would mean not to wait at all.
    return max(until - monotonic(), 0.001)


def end_servers() -> None:
    """End the programs that wait for pdfs (结束待命进程)."""
    while _idle:
        _idle.pop().end()


def _leave_servers() -> None:
    while _idle:
        _idle.pop().leave()


atexit.register(end_servers)
os.register_at_fork(after_in_child=_leave_servers)
