"""Arrow between processes (批之传送): how its batches travel, and how a worker loads it."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, Final

from egovkit.interchange.extras import extra

__all__ = ["Batches", "bare_arrow", "load_arrow"]

_BARE: Final = 18
"""The first version of Arrow that needs no numpy."""


class Batches(list[Any]):
    """Record batches that travel as one Arrow stream (批之传送).

    Pickled buffer by buffer they take ten times as long, and some rows of a batch take all of it with them.
    """

    def __reduce__(self) -> Any:
        if not self:
            return Batches, ()
        pa = extra("pyarrow", "arrow", "to scan batches")
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, self[0].schema) as stream:
            for batch in self:
                stream.write_batch(batch)
        return _received, (sink.getvalue().to_pybytes(),)


def _received(stream: bytes) -> Batches:
    pa = extra("pyarrow", "arrow", "to scan batches")
    return Batches(pa.ipc.open_stream(pa.py_buffer(stream)))


def bare_arrow() -> bool:
    """Whether the Arrow that is installed can be without numpy (可无 numpy)."""
    pa = extra("pyarrow", "arrow", "to scan batches")
    return int(pa.__version__.split(".")[0]) >= _BARE


def load_arrow(bare: bool) -> None:
    """Load Arrow in a worker (载入), where it can be without numpy.

    With numpy Arrow asks of each list that becomes a column whether it is pandas', and loads both to ask: that takes as
    long as all else that a worker needs. Who loads them later has them.
    """
    modules: dict[str, Any] = sys.modules
    if not bare or "numpy" in modules:
        return
    modules["numpy"] = None
    try:
        # An Arrow that needs numpy after all is loaded by the first task: what is raised here ends the process.
        with suppress(ImportError):
            import_module("pyarrow.parquet")
    finally:
        del modules["numpy"]
