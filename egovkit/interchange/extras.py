"""Libraries that come with an extra of the package (可选依赖)."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from egovkit.errors import ReadError

__all__ = ["extra"]


def extra(library: str, name: str, purpose: str) -> Any:
    """Import a library of the extra `name`, or say how to install it (导入).

    >>> extra("no_such_library", "pdf", "to read a pdf")
    Traceback (most recent call last):
    egovkit.errors.ReadError: to read a pdf, install the extra: pip install 'egovkit[pdf]' [read.extra]
    """
    try:
        return import_module(library)
    except ImportError as error:
        message = f"{purpose}, install the extra: pip install 'egovkit[{name}]'"
        raise ReadError("read.extra", message) from error
