"""Many files, one after the other or shared out to all cores (批处理): what ends one of them ends no other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from egovkit.cli.failures import describe, described, one_line
from egovkit.cli.terminal import following
from egovkit.messages import Words, said

__all__ = ["Work", "each_of", "say_trouble"]

T = TypeVar("T")


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
        """Do it with many files in other processes (多进程执行), and yield what comes of each in their order."""
        from egovkit.corpus.sharing import shared, singly  # noqa: PLC0415  # few calls have so many files

        size = max(1, min(64, len(names) // (cores * 4)))
        tasks = (tuple(names[at : at + size]) for at in range(0, len(names), size))
        for results in shared(self._each, tasks, max(2, cores), self._died, singly):
            yield from results

    def _each(self, names: Sequence[str]) -> list[T]:
        return [self(name) for name in names]

    def _died(self, names: Sequence[str], trouble: Words) -> list[T]:
        return [self.failed(name, trouble) for name in names]
