"""The best processor time of a call: what the work costs, not what else the machine did."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from time import process_time

__all__ = ["best_of_each", "best_seconds", "seconds"]

Call = Callable[[], object]


def seconds(call: Call, times: int = 1) -> float:
    """The time of one call, over several; the collector of garbage rests, as in timeit."""
    gc.collect()
    gc.disable()
    try:
        started = process_time()
        for _ in range(times):
            call()
        return (process_time() - started) / times
    finally:
        gc.enable()


def best_of_each(
    calls: Sequence[Call], rounds: int = 5, at_least: float = 0.02, enough: float = float("inf")
) -> list[float]:
    """The best time of each call, round by round, so that a slow moment of the machine falls on all of them.

    A call runs until it has taken `at_least` in a round, and rests once it has taken `enough` in all: what is long is
    measured well by one.
    """
    best = [seconds(call) for call in calls]
    times = [max(1, int(at_least / max(once, 1e-7))) for once in best]
    spent = best.copy()
    for _ in range(rounds):
        for i, call in enumerate(calls):
            if spent[i] < enough:
                took = seconds(call, times[i])
                best[i] = min(best[i], took)
                spent[i] += took * times[i]
    return best


def best_seconds(call: Call, rounds: int = 5, at_least: float = 0.02) -> float:
    return best_of_each([call], rounds, at_least)[0]
