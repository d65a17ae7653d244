"""Work shared out to many processes (多进程): in order, a bounded part of it at a time, and no fault ends the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeVar

__all__ = ["DIED", "shared"]

T = TypeVar("T")
R = TypeVar("R")

DIED: Final = "the process that had it ended: it takes too much memory, or it crashes a library"
_AHEAD: Final = 3
"""Tasks that wait for each process, so that none waits for a task."""


def shared(do: Callable[[T], R], tasks: Iterable[T], jobs: int, failed: Callable[[T, str], R]) -> Iterator[R]:
    """Yield what comes of each task, in their order (分派执行); `do` is a function of a module.

    No more tasks are taken than are worked on, and no more results are kept than are waited for. Where a process dies,
    what was begun is done again, each task in a process of its own, and `failed` says what stands for the one that
    ends it again.

    >>> list(shared(abs, [-1, 2], 1, lambda task, trouble: 0))
    [1, 2]
    """
    given = iter(tasks)
    if jobs <= 1:
        yield from map(do, given)
        return
    waiting: deque[T] = deque()
    while True:
        try:
            yield from _run(do, given, jobs, waiting)
        except BrokenProcessPool:
            for task in list(waiting):
                yield _alone(do, task, failed)
                waiting.popleft()
            continue
        return


def _run(do: Callable[[T], R], given: Iterator[T], jobs: int, waiting: deque[T]) -> Iterator[R]:
    """Yield results in order; `waiting` holds the tasks whose result was not yielded yet."""
    # A fresh interpreter: a fork would copy the threads of Arrow.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running: deque[Future[R]] = deque()
        for task in islice(given, jobs * _AHEAD):
            waiting.append(task)
            running.append(pool.submit(do, task))
        while running:
            result = running.popleft().result()
            waiting.popleft()
            for task in islice(given, 1):
                waiting.append(task)
                running.append(pool.submit(do, task))
            yield result


def _alone(do: Callable[[T], R], task: T, failed: Callable[[T, str], R]) -> R:
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            return pool.submit(do, task).result()
    except BrokenProcessPool:
        return failed(task, DIED)
