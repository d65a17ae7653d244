"""Where things are drawn (终端): how wide it is, whether it takes colours, and how far a long work has come."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Final, TextIO, TypeVar

from egovkit.cli.drawing import Drawn, coloured

__all__ = ["draw", "following", "terminal_width"]

T = TypeVar("T")

_PIPE: Final = 120
_LEAST: Final = 20


def terminal_width(stream: TextIO) -> int:
    """Return the cells of a line (宽度): COLUMNS where it is set, also in a pipe; else the terminal's, or 120.

    >>> import io
    >>> terminal_width(io.StringIO()) >= 20
    True
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(_LEAST, int(columns))
    try:
        return max(_LEAST, os.get_terminal_size(stream.fileno()).columns or _PIPE)
    except (AttributeError, OSError, ValueError):
        return _PIPE


def _takes_colours(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def draw(*things: Drawn) -> None:
    """Draw things on stdout, one under the other (输出)."""
    stream = sys.stdout
    width, colours = terminal_width(stream), _takes_colours(stream)
    for thing in things:
        for line in thing.lines(width):
            text = coloured(line) if colours else "".join(part for part, _ in line)
            print(text.rstrip())


def following(items: Iterable[T], count: int, what: str, *, streams: bool = False) -> Iterator[T]:
    """Yield items, and say on a terminal how many of them are done (进度); nothing in a pipe, or of one alone.

    With `streams` nothing either where what is printed meanwhile goes to the terminal too.

    >>> list(following(["a.txt"], 1, "校核"))
    ['a.txt']
    """
    stream = sys.stderr
    watched = count > 1 and stream is not None and stream.isatty() and not (streams and sys.stdout.isatty())
    for done, item in enumerate(items, 1):
        yield item
        if watched:
            stream.write(f"\r{what} {done}/{count}" if done < count else "\r\x1b[K")
            stream.flush()
