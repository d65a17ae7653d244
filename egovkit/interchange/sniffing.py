"""What a byte string is, by its content (格式识别)."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final, Literal

from egovkit.errors import ReadError

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
    (b"MIME-Version:", "a saved web archive (MHTML)", _SAVE_AS),
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


def sniff(data: bytes) -> Kind:
    """Say what a byte string is (识别): text, html, docx or pdf; ReadError for what no reader takes.

    >>> sniff(b"%PDF-1.7 ..."), sniff("<p>通知</p>".encode()), sniff("通知".encode())
    ('pdf', 'html', 'text')
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        raise _refuse_ole(data)
    # Readers allow for rubbish in front of it, and so do writers.
    if b"%PDF-" in data[:_PDF_START]:
        return "pdf"
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic) and (len(magic) > 2 or _BINARY.search(data[:_HEAD]) or b"\0" in data[:_HEAD]):
            raise ReadError("read.format", f"it is {what}, whatever its name says: {remedy}")
    head = data[:_HEAD]
    # UTF-16 becomes ASCII enough for a look at the tags.
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(b"\0") > len(head) // 4:
        head = head.replace(b"\0", b"")
    return "html" if _is_page(head) else "text"


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
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
        message = (
            "it is a damaged or incomplete docx or zip: fetch it again, or open it in a word processor and save it"
        )
        raise ReadError("read.truncated", message) from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    for part, what, remedy in _ZIPPED:
        if part in names:
            raise ReadError("read.format", f"it is {what}: {remedy}")
    raise ReadError("read.format", "it is a zip archive: unpack it and read the files in it")
