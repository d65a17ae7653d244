"""In: plain text, HTML, docx, pdf. Out: Markdown, marked pages (交换).

Heavy libraries are imported by the function that needs them, and each is an extra of its own. The package itself imports
no reader: who asks for one thing of it loads that one.

>>> from egovkit.interchange import read
>>> read("关于防火的通知".encode("gb18030"))
'关于防火的通知'
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

__all__ = ["annotate_html", "load", "read", "read_html", "to_markdown"]

_HOMES: Final = {
    "annotate_html": "webpage_marks",
    "load": "reading",
    "read": "reading",
    "read_html": "webpage",
    "to_markdown": "markdown",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
