"""What ended one text of many, as a row says it (出错之由): a code and a sentence."""

from __future__ import annotations

from egovkit.errors import EgovkitError, ParseError, ReadError

__all__ = ["failure_of"]


def failure_of(error: Exception) -> tuple[str, str]:
    """Return the code and the message of what ended a document (出错).

    >>> failure_of(ReadError("read.empty", "there is nothing in it"))
    ('read.empty', 'there is nothing in it')
    """
    if isinstance(error, (ReadError, ParseError)):
        return error.code, error.message_en
    if isinstance(error, MemoryError):
        return "read.memory", "it takes more memory than there is"
    if isinstance(error, (EgovkitError, OSError)):
        return "read.failed", str(error)
    return "fault", f"{type(error).__name__}: {error}"
