"""Bytes that each of many mentions keeps, its strings aside: what a million take is a million times that."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence

from benchmarks.table import Row
from egovkit import find_citations, find_dates, find_numbers


def _numbers(n: int) -> str:
    return "，".join(f"国办发〔{1990 + i % 30}〕{i % 500 + 1}号" for i in range(n))


def _dates(n: int) -> str:
    return "，".join(f"{1990 + i % 30}年{i % 12 + 1}月{i % 28 + 1}日" for i in range(n))


def _citations(n: int) -> str:
    return "，".join(f"印发《关于第{i}项工作的通知》（国办发〔{1990 + i % 30}〕{i % 500 + 1}号）" for i in range(n))


def _bare(n: int) -> str:
    return "，".join(f"印发《关于第{i}项工作的通知》" for i in range(n))


def measure(n: int) -> list[Row]:
    kinds: list[tuple[str, Callable[[str], Sequence[object]], Callable[[int], str], int, int]] = [
        ("number mention", find_numbers, _numbers, n, 200),
        ("date mention", find_dates, _dates, n, 200),
        ("citation", find_citations, _bare, n // 10, 400),
        ("citation with its number", find_citations, _citations, n // 10, 400),
    ]
    rows: list[Row] = []
    for name, find, make, count, bound in kinds:
        found, bytes_each = _bytes_each(find, make(count))
        rows.append({"kind": name, "mentions": f"{found:,}", "bytes each": f"{bytes_each:.0f}", "under": str(bound)})
    return rows


def _bytes_each(find: Callable[[str], Sequence[object]], text: str) -> tuple[int, float]:
    find(text[:10_000])
    gc.collect()
    tracemalloc.start()
    try:
        found = find(text)
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    strings = {id(string): sys.getsizeof(string) for mention in found for string in _strings(mention)}
    return len(found), (kept - sum(strings.values())) / max(1, len(found))


def _strings(value: object, depth: int = 3) -> Iterator[str]:
    """The strings that a mention holds, in its slots or in the mentions it holds."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, tuple | list):
        for each in value:
            yield from _strings(each, depth - 1)
    elif depth:
        for name in getattr(type(value), "__slots__", ()):
            yield from _strings(getattr(value, name, None), depth - 1)
