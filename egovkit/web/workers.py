"""The processes that answer (工作进程): each answers one request at a time, and is ended where one takes too long.

A thread cannot be stopped, a process can; and what a hostile file does to its memory it does to that of a worker.
"""

from __future__ import annotations

import queue
import signal
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

from egovkit.messages import Language
from egovkit.text import limits
from egovkit.web.answers import Answer, answer
from egovkit.web.refusals import Refused

__all__ = ["Workers"]

_START: Final = get_context("spawn")
_PATIENCE: Final = 30
"""Seconds that a new worker may take to say that it is ready."""


class _Worker:
    """One process, and the pipe to it."""

    def __init__(self) -> None:
        self._pipe, other = _START.Pipe()
        self._process = _START.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()
        self._ready = False

    def ask(self, verb: str, content: bytes | str, given: Mapping[str, str], language: Language) -> Answer:
        """Ask it, and wait for the answer as long as the bound allows (询问)."""
        try:
            if not self._ready and not self._pipe.poll(_PATIENCE):
                raise Refused("web.ended", "the worker ended before it answered: split the document")
            if not self._ready:
                self._ready = bool(self._pipe.recv())
            self._pipe.send((verb, content, dict(given), language))
            if not self._pipe.poll(limits.REQUEST_SECONDS):
                message = "the answer takes longer than {most} s: split the document"
                raise Refused("web.time", message, most=limits.REQUEST_SECONDS)
            return Answer(*self._pipe.recv())
        except (EOFError, OSError) as error:
            raise Refused("web.ended", "the worker ended before it answered: split the document") from error

    def end(self) -> None:
        """End it, whatever it is doing (结束)."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()


class Workers:
    """A few processes that answer requests (工作进程组), started when they are first asked.

    >>> workers = Workers(1)
    >>> workers.close()
    """

    def __init__(self, count: int) -> None:
        self._free: queue.SimpleQueue[_Worker | None] = queue.SimpleQueue()
        self._count = count
        for _ in range(count):
            self._free.put(None)

    def ask(self, verb: str, content: bytes | str, given: Mapping[str, str], language: Language) -> Answer:
        """Return the answer of a worker (询问).

        Refused where every worker is busy for long (web.busy), where the answer takes too long (web.time), and where the
        worker ends under it (web.ended): another takes its place.
        """
        try:
            worker = self._free.get(timeout=limits.WAITING_SECONDS)
        except queue.Empty:
            raise Refused("web.busy", "every worker is busy: ask again in a moment") from None
        try:
            worker = worker or _Worker()
            found = worker.ask(verb, content, given, language)
        except BaseException:
            if worker is not None:
                worker.end()
            self._free.put(None)
            raise
        self._free.put(worker)
        return found

    def close(self) -> None:
        """End every worker that has nothing to do (关闭); what is being answered ends with its request."""
        for _ in range(self._count):
            with suppress(queue.Empty):
                worker = self._free.get_nowait()
                if worker is not None:
                    worker.end()


def _work(pipe: Connection) -> None:
    # An interrupt is meant for the server, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a worker needs for any answer is loaded before it is asked.
    import egovkit.web.judging  # noqa: PLC0415
    import egovkit.web.mending  # noqa: PLC0415
    import egovkit.web.telling  # noqa: F401, PLC0415

    # A worker whose server is gone has no one to answer.
    with suppress(EOFError, OSError):
        pipe.send(True)
        while True:
            pipe.send(tuple(answer(*pipe.recv())))
