"""The formats that documents come in (来源格式): one table of those that are read, one of those that are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from egovkit.errors import ReadError
from egovkit.interchange.pdf.reading import read_pdf
from egovkit.interchange.plain import decode
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
from egovkit.messages import Words

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


# Whoever reads a page or a text loads no reader of another format.


def _read_docx(data: bytes) -> str:
    from egovkit.interchange.word.reading import read_docx

    return read_docx(data)


def _read_doc(data: bytes) -> str:
    from egovkit.interchange.word97 import read_doc

    return read_doc(data)


def _read_ofd(data: bytes) -> str:
    from egovkit.interchange.ofd import read_ofd

    return read_ofd(data)


def _read_rtf(data: bytes) -> str:
    from egovkit.interchange.rtf import read_rtf

    return read_rtf(data)


def _read_archive(data: bytes) -> str:
    from egovkit.interchange.mail import read_archive

    return read_archive(data)


def _read_letter(data: bytes) -> str:
    from egovkit.interchange.mail import read_letter

    return read_letter(data)


def _read_page(data: bytes) -> str:
    from egovkit.interchange.webpage import page_text

    return page_text(data)


# Asked in this order; the last one takes what no other has taken.
READERS: Final = (
    Reader("docx", "文字处理文件", (".docx", ".docm", ".dotx"), has_folder("word"), "docx", _read_docx),
    Reader("doc", "旧版文字处理文件", (".doc", ".wps"), has_stream("WordDocument"), "doc", _read_doc),
    Reader("pdf", "版式文件", (".pdf",), is_pdf, "pdf", read_pdf),
    Reader("ofd", "开放版式文档", (".ofd",), has_part("OFD.xml"), None, _read_ofd),
    Reader("rtf", "富文本", (".rtf",), starts(b"{\\rtf"), None, _read_rtf),
    Reader("mhtml", "网页归档", (".mht", ".mhtml"), is_archive, "html", _read_archive),
    Reader("eml", "邮件", (".eml",), is_mail, "html", _read_letter),
    Reader("html", "网页", (".html", ".htm"), is_page, "html", _read_page),
    Reader("text", "纯文本", (".txt", ".md"), anything, "text", decode),
)
"""Every format that is read, with its reader."""


class _Refused(NamedTuple):
    """A format that no reader takes: what it is, how it is known, and what to do with it."""

    what: Words
    sign: Sign
    remedy: Words
    code: str = "read.format"


_RECOGNISE: Final = Words("recognise its text (OCR) first", "请先识别文字（OCR）")
_UNPACK: Final = Words("unpack it and read the files in it", "请解压后读取其中的文件")
_SAVE_AS: Final = Words(
    "open it in an office suite, save it as docx or pdf and read that", "请用办公软件打开，另存为 docx 或 pdf 后再读"
)

# Asked after the readers of its kind, in this order.
_REFUSED: Final = (
    _Refused(Words("encrypted", "一个加密文件"), has_stream("EncryptedPackage"), Words("open it with its password and save it without one", "请用密码打开，另存为不加密的文件"),
             "read.encrypted"),
    _Refused(Words("a file of the old binary Office formats without a text document", "一个旧版二进制 Office 文件，且其中没有文字文档"), starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
             Words("open it and save it as docx", "请打开并另存为 docx"), "read.doc"),
    _Refused(Words("a UOF text (标文通, .uot)", "一份标文通文档（UOF，.uot）"), has_part("uof.xml"), _SAVE_AS),
    _Refused(Words("an Excel workbook", "一个 Excel 工作簿"), has_part("xl/workbook.xml"), Words("save the sheet as plain text or html and read that", "请把工作表另存为纯文本或 html 后再读")),
    _Refused(Words("a PowerPoint presentation", "一份 PowerPoint 演示文稿"), has_part("ppt/presentation.xml"), _SAVE_AS),
    _Refused(Words("an OpenDocument file", "一个 OpenDocument 文件"), has_part("content.xml"), _SAVE_AS),
    _Refused(Words("an EPUB book", "一本 EPUB 电子书"), has_part("META-INF/container.xml"), _SAVE_AS),
    _Refused(Words("a zip archive", "一个 zip 压缩包"), is_zip, _UNPACK),
    _Refused(Words("a JPEG picture", "一张 JPEG 图片"), starts(b"\xff\xd8\xff"), _RECOGNISE),
    _Refused(Words("a PNG picture", "一张 PNG 图片"), starts(b"\x89PNG\r\n\x1a\n"), _RECOGNISE),
    _Refused(Words("a GIF picture", "一张 GIF 图片"), starts(b"GIF8"), _RECOGNISE),
    _Refused(Words("a TIFF picture", "一张 TIFF 图片"), starts(b"II*\x00"), _RECOGNISE),
    _Refused(Words("a TIFF picture", "一张 TIFF 图片"), starts(b"MM\x00*"), _RECOGNISE),
    _Refused(Words("a BMP picture", "一张 BMP 图片"), starts(b"BM"), _RECOGNISE),
    _Refused(Words("a RAR archive", "一个 RAR 压缩包"), starts(b"Rar!\x1a\x07"), _UNPACK),
    _Refused(Words("a 7z archive", "一个 7z 压缩包"), starts(b"7z\xbc\xaf\x27\x1c"), _UNPACK),
    _Refused(Words("a gzip archive", "一个 gzip 压缩包"), starts(b"\x1f\x8b"), Words("unpack it and read the file in it", "请解压后读取其中的文件")),
    _Refused(Words("a DjVu scan", "一份 DjVu 扫描件"), starts(b"AT&TFORM"), _RECOGNISE),
    _Refused(Words("a PostScript file", "一个 PostScript 文件"), starts(b"%!PS"), Words("convert it to pdf and read that", "请转换为 pdf 后再读")),
    _Refused(Words("a UOF text (标文通, .uot)", "一份标文通文档（UOF，.uot）"), is_uof, _SAVE_AS),
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
    fields = {"what": refused.what, "remedy": refused.remedy}
    if refused.code == "read.format":
        return ReadError("read.format", "it is {what}, whatever its name says: {remedy}", **fields)
    if refused.code == "read.doc":
        return ReadError("read.doc", "it is {what}: {remedy}", **fields)
    return ReadError("read.encrypted", "it is {what}: {remedy}", **fields)
