"""Plain text of an unknown encoding (纯文本)."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.broken_bytes import decode_gbk
from egovkit.interchange.extras import extra
from egovkit.interchange.line_ends import line_feeds
from egovkit.text.patterns import AnyPattern, LatePattern

__all__ = ["decode", "decode_stored"]

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

_SAMPLE: Final = 1 << 16
"""Characters or bytes that a guess is made from."""

_LEGACY: Final = ("gb18030", "big5", "big5hkscs")
"""The encodings, besides Unicode, that Chinese documents are kept in."""

_CONTROL: Final = LatePattern(r"[\x00-\x08\x0e-\x1a\x7f]")
_MAX_CONTROL: Final = 0.01
"""Share of control characters above which a string is no text."""

_MIN_GUESSED: Final = 16
"""Bytes outside ASCII below which no guess is made: of eight characters, one text in twenty is guessed wrong."""

_BROKEN: Final = 1000
_MOST_BROKEN: Final = 64
"""Bytes of a text in GBK for each broken place, of which there may be two in any, and so many in none."""

_BEYOND: Final = LatePattern(r"[^\x00-\x7f]+")
_DEFINED: Final = LatePattern(r"[^\x00-\x7f\ue000-\uf8ff]+")
_FOUR_BYTES: Final = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
# Which first and second bytes the characters of GB 2312 have in GB 18030. Python's own codec of that name has — and · at
# other places.
_IN_GB2312: Final = tuple(bytes(0xA1 <= byte <= last for byte in range(256)) for last in (0xF7, 0xFE))
_WIDE_BYTE: Final = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> str:
    """Decode a plain text (解码): UTF-8, UTF-16 and GB18030, with a byte order mark or without.

    What is none of them is left to charset-normalizer (extra `text`), which knows Big5 and others. Line ends become
    line feeds. Raises ReadError for what is no text, and for an encoding that cannot be told.

    >>> decode("\\ufeff通知\\r\\n".encode("utf-16-le"))
    '通知\\n'
    """
    return line_feeds(decode_stored(data))


def decode_stored(data: bytes) -> str:
    """Decode a plain text as `decode` does, with the line ends of its file (原样解码), without its byte order mark.

    >>> decode_stored("通知\\r\\n".encode())
    '通知\\r\\n'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _finish(_strict(memoryview(data)[len(bom) :], encoding))
    zeros = data.count(b"\0", 0, _SAMPLE)
    try:
        text = data.decode("utf-8")
        # ASCII in UTF-16 is UTF-8 as well, every other character a zero.
        return _finish(text if zeros <= len(data[:_SAMPLE]) // 20 else _unmarked_utf16(data))
    except UnicodeDecodeError as error:
        # A cut at the very end is a download that stopped in the middle of a character, not another encoding.
        if (
            error.start > len(data) - 4
            and error.reason == "unexpected end of data"
            and not data[: error.start].isascii()
        ):
            raise _cut("UTF-8") from error
    # One zero in a long text is a slip, and no sign of UTF-16.
    return _finish(_unmarked_utf16(data) if zeros > len(data[:_SAMPLE]) // 200 else _legacy(data))


def _finish(text: str) -> str:
    if _CONTROL.search(text) and _share(_CONTROL, text) > _MAX_CONTROL:
        raise _binary()
    if not text or text.isspace():
        raise ReadError("read.empty", "there is nothing but blanks in it: give the file that holds the document")
    return text


def _strict(data: memoryview, encoding: str) -> str:
    width = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}.get(encoding, 1)
    if len(data) % width:
        raise _cut(encoding)
    try:
        return str(data, encoding)
    except UnicodeDecodeError as error:
        message = "its byte order mark says {encoding}, its byte {at} does not: save it again as UTF-8"
        raise ReadError("read.encoding", message, encoding=encoding, at=error.start) from error


def _cut(encoding: str) -> ReadError:
    message = "the {encoding} text ends in the middle of a character: fetch it again"
    return ReadError("read.truncated", message, encoding=encoding)


def _binary() -> ReadError:
    return ReadError("read.binary", "it is no text but binary data: give the document itself, as txt, html or docx")


def _unmarked_utf16(data: bytes) -> str:
    # ASCII digits, brackets and line feeds have their zero in the upper byte.
    sample = data[: _SAMPLE & ~1]
    big, little = sample[0::2].count(0), sample[1::2].count(0)
    if max(big, little) > 4 * min(big, little):
        encoding = "utf-16-be" if big > little else "utf-16-le"
        try:
            text = data[: len(data) & ~1].decode(encoding)
        except UnicodeDecodeError:
            pass
        else:
            if not _CONTROL.search(text):
                return text
    raise _binary()


def _legacy(data: bytes) -> str:
    # What a guess is made from is decoded before the whole: a text in a wrong encoding may take four bytes for each of its own.
    # It begins where ASCII ends, which says nothing of the rest.
    first = _WIDE_BYTE.search(data)
    begin = first.start() if first else 0
    head = data[begin : begin + 4 * _SAMPLE]
    if begin + len(head) == len(data):
        # What is looked at first is the rest of it: it is decoded once.
        plain = _in_gb18030(data, begin)
        if plain is not None:
            return plain
    elif _seems_gb18030(head):
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            pass
    mended = head.decode("utf-8", "replace")
    if _share(_CONTROL, mended) > _MAX_CONTROL:
        raise _binary()
    if _is_mostly_read(mended):
        # UTF-8 with a few bytes lost stays readable, and shows where; what only begins as UTF-8 does not.
        whole = data.decode("utf-8", "replace")
        if whole.count("\N{REPLACEMENT CHARACTER}") * 100 < len(whole):
            return whole
    broken = _broken_gbk(data, min(max(2, len(data) // _BROKEN), _MOST_BROKEN))
    if (
        broken is not None
        and _share(_CONTROL, broken) <= _MAX_CONTROL
        and _is_plausible(broken[begin : begin + _SAMPLE])
    ):
        return broken
    if len(_WIDE_BYTE.findall(head[:_SAMPLE])) < _MIN_GUESSED:
        raise _untold()
    library = extra("charset_normalizer", "text", "it is neither UTF-8 nor plainly GB18030; to tell its encoding")
    best = library.from_bytes(head[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise _untold()


def _is_mostly_read(mended: str) -> bool:
    """Say whether what is no ASCII was read but for a fifth: of eight characters in GBK more is lost, of more three quarters."""
    beyond = sum(map(len, _BEYOND.findall(mended)))
    return mended.count("\N{REPLACEMENT CHARACTER}") * 5 <= beyond


def _in_gb18030(data: bytes, begin: int) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if _is_plausible(text[begin : begin + _SAMPLE]) else None


def _seems_gb18030(head: bytes) -> bool:
    try:
        # The last character of what a text begins with may be cut.
        text = getincrementaldecoder("gb18030")().decode(head)
    except UnicodeDecodeError:
        return False
    return _is_plausible(text[:_SAMPLE])


def _broken_gbk(data: bytes, most: int) -> str | None:
    # The cut at the end of what is looked at first may count for one.
    if len(data) > _SAMPLE and decode_gbk(data[:_SAMPLE], most + 1) is None:
        return None
    return decode_gbk(data, most)


def _untold() -> ReadError:
    return ReadError("read.encoding", "its encoding cannot be told: save it as UTF-8 and read that")


def _is_plausible(text: str) -> bool:
    """Say whether what was decoded as GB18030 looks like Chinese: any two bytes decode as something.

    The characters of GB 2312 are 98 % and more of a modern Chinese text; of slices of 20 characters in Big5 or UTF-8,
    one in a thousand comes out with three quarters of them, of shorter slices more.
    """
    wide = len(text) - len(text.encode("ascii", "ignore"))
    # What nobody defined comes out as characters for private use: a text has none, mistaken Big5 many.
    defined = "".join(_DEFINED.findall(text))
    known = defined.encode("gb18030")
    if len(known) > 2 * len(defined):
        known = _FOUR_BYTES.sub(b"", known)
    row, cell = (int.from_bytes(known[i::2].translate(_IN_GB2312[i]), "big") for i in range(2))
    return (row & cell).bit_count() >= 0.75 * wide


def _share(pattern: AnyPattern, text: str) -> float:
    return len(pattern.findall(text[:_SAMPLE])) / min(len(text), _SAMPLE)
