"""Work shared out to many processes (多进程): in order, a bounded part of it at a time, and no fault ends the others."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeVar

from egovkit.messages import Words

__all__ = ["DIED", "shared", "singly"]

T = TypeVar("T")
R = TypeVar("R")

DIED: Final = Words(
    "the process that had it ended: it takes too much memory, or it crashes a library",
    "处理它的进程已终止：所需内存过大，或使某个库崩溃",
)
_AHEAD: Final = 3
"""Tasks that wait for each process, so that none waits for a task."""


def singly(task: Sequence[T]) -> list[tuple[T, ...]]:
    """Part a task of several things into one for each (逐件拆分).

    >>> singly(("a", "b"))
    [('a',), ('b',)]
    """
    return [(one,) for one in task]


def shared(
    do: Callable[[T], R],
    tasks: Iterable[T],
    jobs: int,
    failed: Callable[[T, Words], R],
    parted: Callable[[T], Sequence[T]] = lambda task: (task,),
    ready: Callable[[], object] | None = None,
) -> Iterator[R]:
    """Yield what comes of each task, in their order (分派执行); `do` is a function of a module, and so is `ready`.

    A process calls `ready` before its first task.

    No more tasks are taken than are worked on, and no more results are kept than are waited for. Where a process dies,
    what was begun is done again, each task in a process of its own; one that ends it again is done in the parts that
    `parted` gives, with a result for each, and `failed` says what is in the place of one that has no parts.

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
            yield from _run(do, given, jobs, waiting, ready)
        except BrokenProcessPool:
            while waiting:
                yield from _alone(do, waiting[0], failed, parted, ready)
                waiting.popleft()
            continue
        return


def _run(
    do: Callable[[T], R], given: Iterator[T], jobs: int, waiting: deque[T], ready: Callable[[], object] | None
) -> Iterator[R]:
    """Yield results in order; `waiting` holds the tasks whose result was not yielded yet."""
    pool = _pool(jobs, ready)
    do_one = partial(_done, do)
    try:
        running: deque[Future[R]] = deque()
        for task in islice(given, jobs * _AHEAD):
            waiting.append(task)
            running.append(pool.submit(do_one, task))
        while running:
            result = running[0].result()
            # Where a process has died by now the next task is refused, and this one is still among those to be done.
            for task in islice(given, 1):
                waiting.append(task)
                running.append(pool.submit(do_one, task))
            running.popleft()
            waiting.popleft()
            yield result
    finally:
        # Who takes no more results waits for the tasks that are worked on, not for those that wait.
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int, ready: Callable[[], object] | None) -> ProcessPoolExecutor:
    # A fresh interpreter: a fork would copy the threads of Arrow.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=ready)


def _done(do: Callable[[T], R], task: T) -> R:
    result = do(task)
    _settle()
    return result


@cache
def _settle() -> None:
    """Have the collector of garbage leave alone what a process loaded for its first task (稳定).

    There is no garbage in it, and to look for some takes 4 % of the time in which citations are found, 10 % of documents'.
    """
    gc.freeze()


def _alone(
    do: Callable[[T], R],
    task: T,
    failed: Callable[[T, Words], R],
    parted: Callable[[T], Sequence[T]],
    ready: Callable[[], object] | None,
) -> Iterator[R]:
    try:
        with _pool(1, ready) as pool:
            result = pool.submit(do, task).result()
    except BrokenProcessPool:
        parts = parted(task)
        if len(parts) > 1:
            yield from shared(do, parts, 2, failed, parted, ready)
        else:
            yield failed(task, DIED)
    else:
        yield result
