"""A file or byte string to its text, whatever its format (读取)."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from egovkit.errors import ReadError
from egovkit.interchange.line_ends import LineEnds, line_feeds
from egovkit.interchange.ocr import is_picture, recognise
from egovkit.interchange.pages import Paged, form_feeds
from egovkit.interchange.pdf.reading import read_pages
from egovkit.interchange.plain import decode_stored
from egovkit.interchange.source_text import Source, in_pdf, in_text, of_page
from egovkit.interchange.sources import reader_of
from egovkit.text import limits

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["Readable", "bytes_of", "load", "read", "read_placed", "read_source"]


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes | str | None: ...


Readable: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | _Stream | Source
"""What a document is read from: a path, the content itself, what has a method `read` (an open file), or what was read."""


def read(source: Readable) -> str:
    """Read a file or byte string as text (读取): plain text, HTML, docx or pdf, told apart by its content.

    A string is a path, bytes (bytearray, memoryview) are the content itself, and what has a method `read` is read to its
    end, or to the bound on size. Of a web page the article is read, with its title and field
    table; of a docx also headers, footers, text boxes and the numbers that the word processor generates; of a pdf
    its paragraphs, put together from the lines of its pages. A table comes out as a line for each row, its cells
    separated by tabs. Lines end in a line feed.

    Needs the extra of its format (`egovkit[html]`, `[docx]`, `[pdf]`, `[text]` for legacy encodings). Raises
    ReadError with a stable code and what to do about it: for a file that is missing, empty, larger than 64 MiB,
    encrypted, damaged, hostile or of another format.

    >>> read("国办发〔2014〕66号".encode("gb18030"))
    '国办发〔2014〕66号'
    """
    if isinstance(source, Source):
        return source.text
    data = bytes_of(source)
    reader = reader_of(data)
    return reader.read(data)


def read_source(source: Readable, *, ocr: bool = False) -> Source:
    """Read a file or byte string as `read` does, with the way back to where in the file each part is (读取来源).

    With `ocr`, the text of a pdf that has pictures only, and of a picture of a page (JPEG, PNG, TIFF, BMP), is
    recognised: it takes seconds for a page, and what is recognised may be wrong. Needs `egovkit[ocr]`.

    >>> source = read_source("第一行\\r\\n第二行".encode())
    >>> source.text.index("二"), source.locate(5)
    (5, (TextLocation(start=5, end=6, line=2, column=2, end_line=2, end_column=3),))

    ReadError as for `read`.
    """
    if isinstance(source, Source):
        return source
    data = bytes_of(source)
    if ocr and is_picture(data):
        paged = recognise(data)
        return Source(paged.text, "picture", data, paged=paged, _locate=in_pdf(paged))
    reader = reader_of(data)
    if reader.format == "docx":
        from egovkit.interchange.word.reading import trace_docx

        word = trace_docx(data)
        return Source(word.text, "docx", data, outline=word.outline, _locate=word.locate)
    if reader.format == "pdf":
        paged = _pages(data, ocr)
        return Source(paged.text, "pdf", data, paged=paged, _locate=in_pdf(paged))
    if reader.format == "html":
        text, locate = of_page(data)
        return Source(text, "html", data, _locate=locate)
    if reader.format == "text":
        stored = decode_stored(data)
        paged = form_feeds(line_feeds(stored))
        return Source(paged.text, "text", data, LineEnds.of(stored), paged=paged, _locate=in_text(paged.text))
    return Source(reader.read(data), reader.format, data)


def _pages(data: bytes, ocr: bool) -> Paged:
    try:
        return read_pages(data)
    except ReadError as error:
        if not ocr or error.code != "read.scan":
            raise
    return recognise(data)


def read_placed(source: Readable) -> tuple[str, LineEnds | None]:
    """Read as `read` does, and say how the lines of the file end (读取并定位); None where it is no plain text.

    >>> text, ends = read_placed("第一行\\r\\n第二行".encode())
    >>> text.index("二"), ends.place(text.index("二"))
    (5, 6)
    """
    read = read_source(source)
    return read.text, read.ends


def load(source: Readable) -> PolicyDocument:
    """Read a file or byte string as a document (载入): `PolicyDocument.parse` of what `read` gives.

    What is a heading of a docx by its style or outline level, without a number, is one of the document.

    Of a pdf, and of plain text with form feeds, its blocks know their pages.

    >>> load("关于开展数据共享试点工作的通知\\n某政办发〔2020〕8号\\n各县人民政府：\\n请认真执行。".encode()).title
    '关于开展数据共享试点工作的通知'
    >>> [block.page for block in load("关于防火的通告\\n\\f严禁用火。".encode()).blocks]
    [1, 2]
    """
    return read_source(source).document


def bytes_of(source: Readable) -> bytes:
    """Return the content of a file, or the bytes given, within the bound on size (字节).

    TypeError for what is neither a path nor bytes, and whose `read` gives neither bytes nor text.

    >>> bytes_of(b"")
    Traceback (most recent call last):
    egovkit.errors.ReadError: there is nothing in it: give the file that holds the document [read.empty]
    """
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, Source):
        data = source.data
    elif isinstance(source, (bytearray, memoryview)):
        # Measured before it is copied.
        if memoryview(source).nbytes > limits.MAX_FILE:
            raise _too_large()
        data = bytes(source)
    elif isinstance(source, (str, os.PathLike)):
        data = _content(source)
    else:
        data = _drained(source)
    if len(data) > limits.MAX_FILE:
        raise _too_large()
    if not data:
        raise ReadError("read.empty", "there is nothing in it: give the file that holds the document")
    return data


def _content(source: str | os.PathLike[str]) -> bytes:
    # A path may be made of bytes, as the system has it.
    path = Path(os.fsdecode(source))
    try:
        # Asked before it is opened: to open a pipe would wait for a writer.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            message = "{path} is a folder: give one of the files in it"
            raise ReadError("read.directory", message, path=_shown(path))
        if not stat.S_ISREG(mode):
            message = "{path} is no regular file: read it yourself and give the bytes"
            raise ReadError("read.special", message, path=_shown(path))
        with path.open("rb") as file:
            return file.read(limits.MAX_FILE + 1)
    except FileNotFoundError:
        raise ReadError("read.missing", "there is no file {path}: check the path", path=_shown(path)) from None
    except (OSError, ValueError) as error:
        # A path with a NUL is a ValueError, one that is too long an OSError: mostly text that was taken for a path.
        reason = getattr(error, "strerror", None) or error
        message = "{path} cannot be opened ({reason}): check the path and the rights; a text itself needs no reading"
        raise ReadError("read.access", message, path=_shown(path), reason=reason) from error


def _drained(stream: _Stream) -> bytes:
    if not hasattr(stream, "read"):
        raise TypeError(f"a path, bytes or an open file is read, no {type(stream).__name__}")
    parts: list[bytes] = []
    left = limits.MAX_FILE + 1
    # A pipe or a socket gives less than what is asked for before it is at its end.
    while left > 0 and (block := _block(stream, left)):
        parts.append(block)
        left -= len(block)
    return b"".join(parts)


def _block(stream: _Stream, size: int) -> bytes:
    try:
        block: Any = stream.read(size)
    except MemoryError:
        raise
    except Exception as error:
        # Every library that unpacks or fetches has errors of its own.
        message = "it cannot be read ({reason}): open it anew, in binary mode, and give that"
        raise ReadError("read.access", message, reason=str(error) or type(error).__name__) from error
    if block is None or isinstance(block, str):
        # A file opened as text is decoded already; one that has nothing yet gives None.
        return (block or "").encode("utf-8", "replace")
    try:
        return bytes(memoryview(block))
    except TypeError:
        raise TypeError(f"its read gives neither bytes nor text but {type(block).__name__}") from None


def _shown(path: Path) -> str:
    name = str(path)
    return repr(name if len(name) <= 80 else name[:77] + "...")


def _too_large() -> ReadError:
    size = limits.MAX_FILE // 2**20
    message = "it is larger than {size} MiB: split it, or read it yourself and pass its text on"
    return ReadError("read.size", message, size=size)
