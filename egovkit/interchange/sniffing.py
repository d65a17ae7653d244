"""What a byte string is, by its content (格式识别)."""

from __future__ import annotations

import re
import zipfile
from typing import Final, Literal

from egovkit.errors import ReadError
from egovkit.interchange.word_package import open_zip

__all__ = ["Kind", "sniff"]

Kind = Literal["text", "html", "docx", "pdf"]

_HEAD: Final = 4096
"""Bytes of a page in which its first tags are looked for."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SAVE_AS: Final = "save it as .docx, .html, .pdf or plain text and read that"

# What a file starts with, what it is, and what to do with it.
_FOREIGN: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"{\\rtf", "an RTF document", _SAVE_AS),
    (b"\xff\xd8\xff", "a JPEG picture", "recognise its text (OCR) first"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", "recognise its text (OCR) first"),
    (b"GIF8", "a GIF picture", "recognise its text (OCR) first"),
    (b"II*\x00", "a TIFF picture", "recognise its text (OCR) first"),
    (b"MM\x00*", "a TIFF picture", "recognise its text (OCR) first"),
    (b"BM", "a BMP picture", "recognise its text (OCR) first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it and read the files in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and read the files in it"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and read the file in it"),
    (b"AT&TFORM", "a DjVu scan", "recognise its text (OCR) first"),
    (b"%!PS", "a PostScript file", "convert it to pdf and read that"),
)

# The part that tells one kind of zip from another.
_ZIPPED: Final[tuple[tuple[str, str, str], ...]] = (
    ("OFD.xml", "an OFD document", "export it as pdf or docx and read that"),
    ("xl/workbook.xml", "an Excel workbook", "save the sheet as plain text or html and read that"),
    ("ppt/presentation.xml", "a PowerPoint presentation", _SAVE_AS),
    ("content.xml", "an OpenDocument file", _SAVE_AS),
    ("META-INF/container.xml", "an EPUB book", _SAVE_AS),
)

# A byte that no text has; NUL aside, which UTF-16 is full of.
_BINARY: Final = re.compile(rb"[\x01-\x08\x0e-\x1a\x7f]")
_TAG: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|table|p|span|article|h[1-6]|br)\b[^<]{0,400}>", re.IGNORECASE
)
_PDF_START: Final = 1024
_PDF_HEADER: Final = re.compile(rb"%PDF-[0-9]\.[0-9]")
# What stands at the end of every pdf, and not in a text that speaks of one.
_PDF_END: Final = re.compile(rb"startxref\s+[0-9]+\s+%%EOF")
_TAIL: Final = 2048

_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# The head of a letter: fields with their folded lines.
_MAIL: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,200}){2,200}")
_FIELD: Final = re.compile(rb"^[A-Za-z0-9-]+(?=:)", re.MULTILINE)
_OF_MAIL: Final = frozenset([b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"])
_OF_ARCHIVE: Final = re.compile(rb"multipart/related|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
# As UTF-16 these bytes are characters that nobody writes next to one another.
_UTF_8: Final = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2})|[\t\n\r\x20-\x7e]")
_SURE: Final = 24


def sniff(data: bytes) -> Kind:
    """Say what a byte string is (识别): text, html, docx or pdf; ReadError for what no reader takes.

    >>> sniff(b"%PDF-1.7 ..."), sniff("<p>通知</p>".encode()), sniff("通知".encode())
    ('pdf', 'html', 'text')
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        raise _refuse_ole(data)
    if _is_pdf(data):
        return "pdf"
    head = data[:_HEAD]
    # A mark or a line in front of a file makes it no other.
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    for magic, what, remedy in _FOREIGN:
        if bare.startswith(magic) and (len(magic) > 2 or _BINARY.search(head) or b"\0" in head):
            raise _foreign(what, remedy)
    _refuse_mail(bare)
    _refuse_mark(head)
    # UTF-16 becomes ASCII enough for a look at the tags.
    if head.startswith(_MARKS[1:]) or head.count(b"\0") > len(head) // 4:
        head = head.replace(b"\0", b"")
    return "html" if _is_page(head) else "text"


def _is_pdf(data: bytes) -> bool:
    if data.startswith(b"%PDF-"):
        return True
    # Readers allow for rubbish in front of it, and so do writers.
    found = _PDF_HEADER.search(data[:_PDF_START])
    return found is not None and _PDF_END.search(data[-_TAIL:]) is not None


def _foreign(what: str, remedy: str) -> ReadError:
    return ReadError("read.format", f"it is {what}, whatever its name says: {remedy}")


def _refuse_mail(head: bytes) -> None:
    found = _MAIL.match(head)
    names = {name.lower() for name in _FIELD.findall(found[0])} if found is not None else set[bytes]()
    if names.isdisjoint(_OF_MAIL):
        return
    if _OF_ARCHIVE.search(head):
        raise _foreign("a saved web archive (MHTML)", _SAVE_AS)
    raise _foreign("an e-mail", "save its text, or what is attached to it, and read that")


def _refuse_mark(head: bytes) -> None:
    """Refuse a text whose byte order mark says UTF-16, and whose bytes are those of UTF-8."""
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


def _is_page(head: bytes) -> bool:
    found = _TAG.search(head)
    if found is None:
        return False
    opening = head[: found.start()].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    # A text may speak of a tag; a page begins with one, a comment or a declaration.
    return not opening or opening.startswith(b"<")


def _refuse_ole(data: bytes) -> ReadError:
    # An encrypted docx is wrapped in the container of the old formats.
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ReadError("read.encrypted", "it is encrypted: open it with its password and save it without one")
    return ReadError("read.doc", "it is a document of the old binary Office formats (.doc, .wps): save it as .docx")


def _sniff_zip(data: bytes) -> Kind:
    try:
        with open_zip(data) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
        message = (
            "it is a damaged or incomplete docx or zip: fetch it again, or open it in a word processor and save it"
        )
        raise ReadError("read.truncated", message) from error
    if any(name.lower().startswith(("word/", "word\\")) for name in names):
        return "docx"
    for part, what, remedy in _ZIPPED:
        if part in names:
            raise ReadError("read.format", f"it is {what}: {remedy}")
    raise ReadError("read.format", "it is a zip archive: unpack it and read the files in it")
