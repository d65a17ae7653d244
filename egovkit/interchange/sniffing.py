"""The signs by which a byte string shows what it is (格式特征); `sources` has the table of formats that bear them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cached_property
from typing import Final, TypeAlias

from egovkit.errors import ReadError
from egovkit.interchange.containers import open_zip

__all__ = ["Content", "Sign", "anything", "has_folder", "has_part", "has_stream", "is_archive", "is_mail", "is_page",
           "is_pdf", "is_uof", "is_zip", "refuse_mark", "starts"]  # fmt: skip

_HEAD: Final = 4096
"""Bytes of a page in which its first tags are looked for."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# A byte that no text has; NUL aside, which UTF-16 is full of.
_BINARY: Final = re.compile(rb"[\x01-\x08\x0e-\x1a\x7f]")
_TAG: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|table|p|span|article|h[1-6]|br)\b[^<]{0,400}>", re.IGNORECASE
)
_PDF_START: Final = 1024
_PDF_HEADER: Final = re.compile(rb"%PDF-[0-9]\.[0-9]")
# What is at the end of every pdf, and not in a text that speaks of one.
_PDF_END: Final = re.compile(rb"startxref\s+[0-9]+\s+%%EOF")
_TAIL: Final = 2048

_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_UOF: Final = re.compile(rb"<(?:uof:|\xe5\xad\x97:)?UOF\b|http://schemas\.uof\.org/")
# The head of a letter: fields with their folded lines.
_MAIL: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,200}){2,200}")
_FIELD: Final = re.compile(rb"^[A-Za-z0-9-]+(?=:)", re.MULTILINE)
_OF_MAIL: Final = frozenset([b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"])
_OF_ARCHIVE: Final = re.compile(rb"multipart/related|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
# As UTF-16 these bytes are characters that nobody writes next to one another.
_UTF_8: Final = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2})|[\t\n\r\x20-\x7e]")
_SURE: Final = 24


class Content:
    """A byte string, and what shows in it (内容): each looked for once, when the first sign asks for it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def head(self) -> bytes:
        """Its beginning (开头)."""
        return self.data[:_HEAD]

    @cached_property
    def bare(self) -> bytes:
        """Its beginning without a mark or an empty line, which make a file no other (净开头)."""
        return self.head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")

    @cached_property
    def ascii(self) -> bytes:
        """Its beginning, UTF-16 made ASCII enough for a look at the tags (净标签)."""
        wide = self.head.startswith(_MARKS[1:]) or self.head.count(b"\0") > len(self.head) // 4
        return self.head.replace(b"\0", b"") if wide else self.head

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names of what a zip holds (压缩包成员), none of what is no zip; ReadError for a damaged one."""
        if not self.data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return frozenset()
        try:
            with open_zip(self.data) as archive:
                return frozenset(name.replace("\\", "/").lstrip("/") for name in archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            message = (
                "it is a damaged or incomplete docx or zip: fetch it again, or open it in a word processor and save it"
            )
            raise ReadError("read.truncated", message) from error

    @cached_property
    def fields(self) -> frozenset[bytes]:
        """The names of the fields that the head of a letter has (邮件字段)."""
        found = _MAIL.match(self.bare)
        return frozenset(name.lower() for name in _FIELD.findall(found[0])) if found is not None else frozenset()


Sign: TypeAlias = Callable[[Content], bool]
"""What says whether a byte string is of a format."""


def starts(magic: bytes) -> Sign:
    """Return the sign of what starts with these bytes (开头为); two of them alone are no sign in a text.

    >>> starts(b"BM")(Content(b"BM25")), starts(b"{\\rtf")(Content(b"\\r\\n{\\rtf1}"))
    (False, True)
    """
    return lambda content: (
        content.bare.startswith(magic)
        and (len(magic) > 2 or _BINARY.search(content.head) is not None or b"\0" in content.head)
    )


def has_part(name: str) -> Sign:
    """Return the sign of a zip that holds a part of this name (含部件)."""
    return lambda content: name in content.parts


def has_folder(name: str) -> Sign:
    """Return the sign of a zip with a folder of this name (含文件夹), in whatever case."""
    return lambda content: any(part.lower().startswith(f"{name}/") for part in content.parts)


def has_stream(name: str) -> Sign:
    """Return the sign of a file of the old Office formats that holds a stream of this name (含数据流)."""
    # Its directory is searched for the name alone: the reader opens the container with care.
    written = name.encode("utf-16-le")
    return lambda content: content.data.startswith(_OLE) and written in content.data


def anything(content: Content) -> bool:
    """Say that a byte string is of a format (一切): the sign of what no other has taken."""
    return content is not None


def is_zip(content: Content) -> bool:
    """Say whether it is a zip (压缩包)."""
    return content.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_pdf(content: Content) -> bool:
    """Say whether it is a pdf, also one with rubbish before it (版式文件)."""
    data = content.data
    if data.startswith(b"%PDF-"):
        return True
    # Readers allow for rubbish before it, and so do writers.
    found = _PDF_HEADER.search(data[:_PDF_START])
    return found is not None and _PDF_END.search(data[-_TAIL:]) is not None


def is_uof(content: Content) -> bool:
    """Say whether it is XML of the Uniform Office Format (标文通), one file without a zip."""
    return (
        content.ascii.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _UOF.search(content.ascii) is not None
    )


def is_mail(content: Content) -> bool:
    """Say whether it opens with the fields of a letter (邮件), which a text that has one or two of them does not."""
    return not content.fields.isdisjoint(_OF_MAIL)


def is_archive(content: Content) -> bool:
    """Say whether it is a page that a browser or a word processor saved in one file (网页归档)."""
    return is_mail(content) and _OF_ARCHIVE.search(content.bare) is not None


def refuse_mark(content: Content) -> None:
    """Refuse a text whose byte order mark says UTF-16, and whose bytes are those of UTF-8 (拒绝错误标记)."""
    head = content.head
    if not head.startswith(_MARKS[1:]) or b"\0" in head:
        return
    rest = head[2:]
    characters = _UTF_8.findall(rest)
    known = sum(map(len, characters))
    wide = sum(len(one) == 3 for one in characters)
    # Of UTF-16 a few characters may look like ASCII, and hardly one like three bytes of Chinese.
    if known >= 0.9 * len(rest) and (wide >= 4 or known >= 2 * _SURE):
        message = "its byte order mark says UTF-16, its bytes are UTF-8: save it again as UTF-8"
        raise ReadError("read.encoding", message)


def is_page(content: Content) -> bool:
    """Say whether it begins with a tag of HTML, a comment or a declaration (网页); a text may speak of a tag."""
    head = content.ascii
    found = _TAG.search(head)
    if found is None:
        return False
    opening = head[: found.start()].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return not opening or opening.startswith(b"<")
