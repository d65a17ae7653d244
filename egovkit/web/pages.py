"""The files of the page (网页文件), as they lie in the package, and what each is served as."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath
from typing import Final

__all__ = ["PAGE", "POLICY", "file_of", "type_of"]

PAGE: Final = ("index.html", "page.css", "page.js", "words.js", "spans.js", "server.js", "example.txt")
"""The files of the page; `server.js` is what asks the server, in whose place a browser alone has another."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may do (内容安全策略): run its own scripts and ask its own server."""

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


@cache
def file_of(name: str) -> bytes:
    """Return a file of the page (网页文件).

    >>> file_of("index.html")[:15]
    b'<!doctype html>'
    """
    from importlib.resources import files  # noqa: PLC0415  # where a page is shown

    room = files("egovkit") / ("cli" if name == "example.txt" else "web/page")
    return room.joinpath(name).read_bytes()


def type_of(name: str) -> str:
    """Return what a file of the page is served as (类型).

    >>> type_of("page.js")
    'text/javascript; charset=utf-8'
    """
    return _TYPES[PurePosixPath(name).suffix]
