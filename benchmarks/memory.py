"""Bytes that each of many mentions keeps, its strings aside."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from enum import Enum

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
    """Measure the heaviest kind, a citation with its number, on all of `n`, the others on a tenth."""
    kinds: list[tuple[str, Callable[[str], Sequence[object]], Callable[[int], str], int, int]] = [
        ("number mention", find_numbers, _numbers, n // 10, 200),
        ("date mention", find_dates, _dates, n // 10, 200),
        ("citation", find_citations, _bare, n // 10, 400),
        ("citation with its number", find_citations, _citations, n, 400),
    ]
    rows: list[Row] = []
    for name, find, make, count, bound in kinds:
        found = find(make(count))
        bytes_each = _size(found) / max(1, len(found))
        rows.append(
            {"kind": name, "mentions": f"{len(found):,}", "bytes each": f"{bytes_each:.0f}", "under": str(bound)}
        )
    return rows


def _size(found: Sequence[object]) -> int:
    """Return the bytes of a list of mentions with all that they refer to, each object once, but for strings.

    The allocator hands out sixteens. What the interpreter keeps anyway, classes and the members of enumerations, is
    not theirs.
    """
    # An object's address is enough to know it again, since nothing is freed meanwhile.
    seen: set[int] = set()
    todo: list[object] = [found]
    size = 0
    while todo:
        each = todo.pop()
        if id(each) not in seen:
            seen.add(id(each))
            size += (sys.getsizeof(each) + 15) // 16 * 16
            todo += [other for other in gc.get_referents(each) if not isinstance(other, str | type | Enum)]
    return size
