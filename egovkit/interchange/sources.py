"""The formats that documents come in (来源格式): one table of those that are read, one of those that are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from egovkit.errors import ReadError
from egovkit.interchange.mail import read_archive, read_letter
from egovkit.interchange.ofd import read_ofd
from egovkit.interchange.pdf import read_pdf
from egovkit.interchange.plain import decode
from egovkit.interchange.rtf import read_rtf
from egovkit.interchange.sniffing import (
    Content,
    Sign,
    anything,
    has_folder,
    has_part,
    has_stream,
    is_archive,
    is_mail,
    is_page,
    is_pdf,
    is_uof,
    is_zip,
    refuse_mark,
    starts,
)
from egovkit.interchange.webpage import page_text
from egovkit.interchange.word import read_docx
from egovkit.interchange.word97 import read_doc

__all__ = ["READERS", "Reader", "named_formats", "reader_of", "sniff"]


class Reader(NamedTuple):
    """A format that is read (可读格式): what it is called, how it is known, what it takes, and what reads it.

    `extra` is the extra of the package that its library comes with, None where the standard library does. `files` are
    the names that its files bear; the content decides, not the name.
    """

    format: str
    term: str
    files: tuple[str, ...]
    sign: Sign
    extra: str | None
    read: Callable[[bytes], str]


# Asked in this order; the last one takes what no other has taken.
READERS: Final = (
    Reader("docx", "文字处理文件", (".docx", ".docm", ".dotx"), has_folder("word"), "docx", read_docx),
    Reader("doc", "旧版文字处理文件", (".doc", ".wps"), has_stream("WordDocument"), "doc", read_doc),
    Reader("pdf", "版式文件", (".pdf",), is_pdf, "pdf", read_pdf),
    Reader("ofd", "开放版式文档", (".ofd",), has_part("OFD.xml"), None, read_ofd),
    Reader("rtf", "富文本", (".rtf",), starts(b"{\\rtf"), None, read_rtf),
    Reader("mhtml", "网页归档", (".mht", ".mhtml"), is_archive, "html", read_archive),
    Reader("eml", "邮件", (".eml",), is_mail, "html", read_letter),
    Reader("html", "网页", (".html", ".htm"), is_page, "html", page_text),
    Reader("text", "纯文本", (".txt", ".md"), anything, "text", decode),
)
"""Every format that is read, with its reader."""


class _Refused(NamedTuple):
    """A format that no reader takes: what it is, how it is known, and what to do with it."""

    what: str
    sign: Sign
    remedy: str
    code: str = "read.format"


_RECOGNISE: Final = "recognise its text (OCR) first"
_UNPACK: Final = "unpack it and read the files in it"
_SAVE_AS: Final = "open it in an office suite, save it as docx or pdf and read that"

# Asked after the readers of its kind, in this order.
_REFUSED: Final = (
    _Refused("encrypted", has_stream("EncryptedPackage"), "open it with its password and save it without one",
             "read.encrypted"),
    _Refused("a file of the old binary Office formats without a text document", starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
             "open it and save it as docx", "read.doc"),
    _Refused("a UOF text (标文通, .uot)", has_part("uof.xml"), _SAVE_AS),
    _Refused("an Excel workbook", has_part("xl/workbook.xml"), "save the sheet as plain text or html and read that"),
    _Refused("a PowerPoint presentation", has_part("ppt/presentation.xml"), _SAVE_AS),
    _Refused("an OpenDocument file", has_part("content.xml"), _SAVE_AS),
    _Refused("an EPUB book", has_part("META-INF/container.xml"), _SAVE_AS),
    _Refused("a zip archive", is_zip, _UNPACK),
    _Refused("a JPEG picture", starts(b"\xff\xd8\xff"), _RECOGNISE),
    _Refused("a PNG picture", starts(b"\x89PNG\r\n\x1a\n"), _RECOGNISE),
    _Refused("a GIF picture", starts(b"GIF8"), _RECOGNISE),
    _Refused("a TIFF picture", starts(b"II*\x00"), _RECOGNISE),
    _Refused("a TIFF picture", starts(b"MM\x00*"), _RECOGNISE),
    _Refused("a BMP picture", starts(b"BM"), _RECOGNISE),
    _Refused("a RAR archive", starts(b"Rar!\x1a\x07"), _UNPACK),
    _Refused("a 7z archive", starts(b"7z\xbc\xaf\x27\x1c"), _UNPACK),
    _Refused("a gzip archive", starts(b"\x1f\x8b"), "unpack it and read the file in it"),
    _Refused("a DjVu scan", starts(b"AT&TFORM"), _RECOGNISE),
    _Refused("a PostScript file", starts(b"%!PS"), "convert it to pdf and read that"),
    _Refused("a UOF text (标文通, .uot)", is_uof, _SAVE_AS),
)  # fmt: skip


def named_formats() -> str:
    """Return the formats that are read, as a message or a help names them (格式列举).

    >>> named_formats().endswith(" or text")
    True
    """
    *most, last = (reader.format for reader in READERS)
    return f"{', '.join(most)} or {last}"


def reader_of(data: bytes) -> Reader:
    """Return the reader of a byte string by what it holds (选读取器); ReadError for what no reader takes.

    >>> [reader_of(data).format for data in (b"%PDF-1.7 ...", "<p>通知</p>".encode(), "通知".encode())]
    ['pdf', 'html', 'text']
    """
    content = Content(data)
    for reader in READERS[:-2]:
        if reader.sign(content):
            return reader
    # A page and a text are what is left where nothing says otherwise.
    for refused in _REFUSED:
        if refused.sign(content):
            raise _foreign(refused)
    refuse_mark(content)
    return next(reader for reader in READERS[-2:] if reader.sign(content))


def sniff(data: bytes) -> str:
    """Return the name of the format that a byte string is of (识别格式); ReadError for what no reader takes.

    >>> sniff("通知".encode())
    'text'
    """
    return reader_of(data).format


def _foreign(refused: _Refused) -> ReadError:
    note = ", whatever its name says" if refused.code == "read.format" else ""
    return ReadError(refused.code, f"it is {refused.what}{note}: {refused.remedy}")
