"""Edits of a plain text put into its file (修改纯文本), in the encoding and with the line ends that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from egovkit.errors import ReadError
from egovkit.interchange.line_ends import LineEnds
from egovkit.interchange.plain import decode_stored

if TYPE_CHECKING:
    from egovkit.checks.fixing import Fixed

__all__ = ["mend_text"]

# Those that a text is read in, with the mark that says so; a text that is of none of them is no longer what it was.
_ENCODINGS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"", "utf-8"),
    (b"", "gb2312"),
    (b"", "gbk"),
    (b"", "gb18030"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
    (b"", "big5"),
    (b"", "big5hkscs"),
)
# What is in GB 2312 or GBK is in GB 18030 too, and readers know it as that.
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def mend_text(data: bytes, fixed: Fixed) -> bytes:
    """Put a plan into the file of a plain text (修改纯文本): encoding, byte order mark and line ends stay as they are.

    >>> from egovkit.checks import fix
    >>> data = "见国办发[2014]66号。\\r\\n".encode("gb18030")
    >>> mend_text(data, fix("见国办发[2014]66号。\\n")).decode("gb18030")
    '见国办发〔2014〕66号。\\r\\n'

    StaleText for a plan of another text. ReadError for a file whose bytes are of no one encoding, and where its encoding
    lacks a character that is put in.
    """
    stored = decode_stored(data)
    ends = LineEnds.of(stored)
    fixed.apply(stored.replace("\r\n", "\n").replace("\r", "\n"))
    mended = ends.apply(stored, [planned.edit for planned in fixed.plan])
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark) and _written(stored, encoding) == data[len(mark) :]:
            written = _written(mended, encoding) or _written(mended, _WIDER.get(encoding, encoding))
            if written is None:
                message = "{encoding} lacks a character that is put in: save it as UTF-8 first"
                raise ReadError("read.encoding", message, encoding=encoding)
            return mark + written
    raise ReadError("read.encoding", "some of its bytes are of no text: save it as UTF-8 first")


def _written(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None
