"""The collector of cycles, held while a document or a table is read (垃圾回收)."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident

__all__ = ["collector_held"]

_HOLDERS: set[int] = set()


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the collection of cycles (暂停回收), and let it go on afterwards, however reading ended.

    Reading makes an object or more for each line and no cycle; collecting among them meanwhile finds nothing, and its
    cost grows faster than the text. Whoever finds the collector off leaves it so: of several threads, each that
    switched it off switches it on again, so that it is on when the last of them has done.

    >>> with collector_held():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    if not gc.isenabled():
        yield
        return
    try:
        _HOLDERS.add(get_ident())
        gc.disable()
        yield
    finally:
        gc.enable()
        _HOLDERS.discard(get_ident())


def _release() -> None:
    """Switch the collector on in a forked process, where no thread is left that would."""
    if _HOLDERS:
        _HOLDERS.clear()
        gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_release)
