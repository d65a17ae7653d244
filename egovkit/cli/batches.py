"""Many files, one after the other or shared out to all cores (批处理): what ends one of them ends no other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from egovkit.cli.failures import describe, described, one_line
from egovkit.cli.terminal import following
from egovkit.messages import Words, said

__all__ = ["Work", "each_of", "say_trouble"]

T = TypeVar("T")

_DIED: Final = Words(
    "the process that had it ended: it takes too much memory, or it crashes a library",
    "处理它的进程已终止：所需内存过大，或使某个库崩溃",
)


def say_trouble(name: str, trouble: str | Words) -> None:
    """Say on stderr what went wrong with one file of many (单件出错)."""
    print(f"egovkit: {one_line(name)}{said(': ', '：')}{trouble}", file=sys.stderr)


def each_of(names: Sequence[str], do: Callable[[str], T], failed: list[str], what: str) -> Iterator[T]:
    """Yield what comes of each file, one after the other (逐件处理), so that nothing waits for the last one.

    A file that fails is said on stderr and noted in `failed`, and the others go on.

    >>> list(each_of(["1", "2"], int, [], "读取"))
    [1, 2]
    """
    for name in following(names, len(names), what, streams=True):
        try:
            found = do(name)
        except Exception as error:  # noqa: BLE001  (a bad file, a full memory, a fault of ours: each ends one file)
            say_trouble(name, describe(error))
            failed.append(name)
        else:
            yield found


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """What is done with each file (单件任务), and what stands for a file that it failed with.

    Both are functions of a module, or partials of such: they travel to other processes.

    >>> work = Work(int, lambda name, trouble: -1)
    >>> [work(name) for name in ("1", "x")]
    [1, -1]
    """

    do: Callable[[str], T]
    failed: Callable[[str, Words], T]

    def __call__(self, name: str) -> T:
        """Do it with one file (执行); whatever is raised is that file's trouble, not that of the others."""
        try:
            return self.do(name)
        except Exception as error:  # noqa: BLE001  (a bad file, a full memory, a fault of ours: each ends one file)
            return self.failed(name, described(error))

    def shared(self, names: Sequence[str], cores: int) -> Iterator[T]:
        """Do it with many files in other processes (多进程执行), and yield what comes of each in their order.

        A process that dies takes the work of the others with it, and nobody knows which file it had: what was begun is
        done again, each file in a process of its own.
        """
        size = max(1, min(64, len(names) // (cores * 4)))
        chunks = [names[at : at + size] for at in range(0, len(names), size)]
        done: dict[int, list[T]] = {}
        at = 0
        while at < len(chunks):
            for results in self._run(chunks, at, done, cores):
                yield from results
                at += 1
            if at < len(chunks):
                yield from self._alone(chunks[at])
                at += 1

    def _run(
        self, chunks: Sequence[Sequence[str]], first: int, done: dict[int, list[T]], cores: int
    ) -> Iterator[list[T]]:
        """Yield the results of chunk after chunk, until a process dies; what is finished by then is kept in `done`."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # few calls have so many files
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        # A fresh interpreter: a fork would copy whatever threads the caller has.
        with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
            jobs = {at: pool.submit(self._each, chunks[at]) for at in range(first, len(chunks)) if at not in done}
            at = first
            try:
                for at in range(first, len(chunks)):
                    yield done.pop(at) if at in done else jobs[at].result()
            except BrokenProcessPool:
                # What was yielded lies before the chunk that broke.
                left = [(n, job) for n, job in jobs.items() if n > at and job.done() and job.exception() is None]
                done.update((n, job.result()) for n, job in left)

    def _each(self, names: Sequence[str]) -> list[T]:
        return [self(name) for name in names]

    def _alone(self, names: Sequence[str]) -> Iterator[T]:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        for name in names:
            try:
                with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                    yield pool.submit(self, name).result()
            except BrokenProcessPool:
                yield self.failed(name, _DIED)
