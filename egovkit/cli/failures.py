"""What a failure says (出错信息): one line, whatever it is about."""

from __future__ import annotations

from pydantic import ValidationError

from egovkit.errors import EgovkitError, ParseError

__all__ = ["describe", "one_line"]


def one_line(text: str) -> str:
    """Return a text as one line that a terminal shows and does not obey (单行).

    >>> one_line("第一行\\n第二行\\x1b[2J")
    '第一行 第二行�[2J'
    """
    line = " ".join(text.split())
    return "".join(c if c.isprintable() or "\ud800" <= c <= "\udfff" else "\N{REPLACEMENT CHARACTER}" for c in line)


def describe(error: Exception) -> str:
    """Say in one line what went wrong (出错说明).

    >>> describe(ParseError("number.serial", "a serial starts at 1", "国办发〔2014〕0号", (9, 10)))
    "'国办发〔2014〕0号': a serial starts at 1 [number.serial, characters 9 to 10]"
    """
    if isinstance(error, ParseError):
        start, end = error.span
        return one_line(f"{_shown(error.source)}: {error.message} [{error.code}, characters {start} to {end}]")
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or error.title
        return one_line(f"{place}: {first['msg']} [{first['type']}]")
    if isinstance(error, UnicodeDecodeError):
        return f"it is no {error.encoding} text: save it as {error.encoding} [byte {error.start}]"
    if isinstance(error, OSError) and error.filename:
        return one_line(f"{error.filename}: {error.strerror}")
    if isinstance(error, MemoryError):
        return "it takes more memory than there is: split it, or give it a machine of its own"
    if isinstance(error, RecursionError):
        return "it is nested too deep: split it"
    said = one_line(str(error))
    if isinstance(error, (EgovkitError, OSError, ValueError)):
        return said or type(error).__name__
    return f"a fault of egovkit ({type(error).__name__}{': ' if said else ''}{said}): please report it with the text"


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:77] + "...")
