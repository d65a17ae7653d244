"""The program that waits for pdfs, and has each of them read by a process of its own, forked off it (待命进程).

It has loaded the library and looks into no file: a child gets one pdf and one line to answer on, and ends. So each starts
in the same state, and nothing of a file can reach the answer of another.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import struct
from typing import Any, Final

from egovkit.interchange.pdf.worker import answer, bound_memory, bound_time, load
from egovkit.text import limits

__all__ = ["ASKED", "CRASHED", "LATE", "READ", "SPENT", "main"]

ASKED: Final = struct.Struct("!Q")
"""What comes with the line of each pdf: how many bytes the pdf has."""

READ: Final = b"r"
CRASHED: Final = b"c"
LATE: Final = b"l"
SPENT: Final = b"m"
"""How a child ended: by itself, in a crash, after its time, because no memory was left."""


def main() -> None:
    """Wait for pdfs on standard input, a socket, as long as there is somebody at its other end (待命)."""
    # What a parent ignores its children ignore: without its signal no child that ends is waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    bound_memory()
    load()
    gc.freeze()
    with socket.socket(fileno=0) as asked:
        # The time that it waits is all that it keeps of its own.
        asked.settimeout(limits.PDF_IDLE)
        while True:
            try:
                head, lines, _, _ = socket.recv_fds(asked, ASKED.size, 1)
            except (TimeoutError, ConnectionError):
                return
            if not head:
                return
            asked.sendall(_have_read(asked, lines[0], ASKED.unpack(head)[0]))


def _have_read(asked: socket.socket, line: int, size: int) -> bytes:
    child = os.fork()
    if not child:
        _read(asked, line, size)
    os.close(line)
    _, status, used = os.wait4(child, 0)
    return _ending(status, used) if status else READ


def _ending(status: int, used: Any) -> bytes:
    """Return how a child ended that did not by itself."""
    by = os.WTERMSIG(status)
    if by == signal.SIGALRM or used.ru_utime + used.ru_stime >= limits.PDF_SECONDS:
        return LATE
    # Where no memory is left the library aborts, and holds most of what it may by then.
    spent = by == signal.SIGABRT and used.ru_maxrss * 1024 > limits.PDF_MEMORY / 2
    return SPENT if spent else CRASHED


def _read(asked: socket.socket, line: int, size: int) -> None:
    """Read one pdf and answer, in a child; that is its end, whatever it meets."""
    try:
        asked.close()
        bound_time()
        # Also where nobody is there any more to end it.
        signal.alarm(limits.PDF_SECONDS)
        with socket.socket(fileno=line) as both, both.makefile("rb") as given:
            for part in answer(given.read(size)):
                both.sendall(part.encode("utf-8", "replace"))
        os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
