"""A file or byte string to its text, whatever its format (读取)."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from egovkit.errors import ReadError
from egovkit.interchange.pdf import read_pdf
from egovkit.interchange.plain import decode
from egovkit.interchange.sniffing import sniff
from egovkit.interchange.webpage import read_html
from egovkit.interchange.word import read_docx
from egovkit.text import limits

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["bytes_of", "load", "read"]


def read(source: str | os.PathLike[str] | bytes) -> str:
    """Read a file or byte string as text (读取): plain text, HTML, docx or pdf, told apart by its content.

    A string is a path, bytes are the content itself. Of a web page the article is read, with its title and field
    table; of a docx also headers, footers, text boxes and the numbers that the word processor generates; of a pdf
    its lines as they are printed. A table comes out as a line for each row, its cells separated by tabs. Lines end
    in a line feed.

    Needs the extra of its format (`egovkit[html]`, `[docx]`, `[pdf]`, `[text]` for legacy encodings). Raises
    ReadError with a stable code and what to do about it: for a file that is missing, empty, larger than 64 MiB,
    encrypted, damaged, hostile or of another format.

    >>> read("国办发〔2014〕66号".encode("gb18030"))
    '国办发〔2014〕66号'
    """
    data = bytes_of(source)
    kind = sniff(data)
    if kind == "html":
        return read_html(data).text
    if kind == "docx":
        return read_docx(data)
    if kind == "pdf":
        return read_pdf(data)
    return decode(data)


def load(source: str | os.PathLike[str] | bytes) -> PolicyDocument:
    """Read a file or byte string as a document (载入): `PolicyDocument.parse(read(source))`.

    >>> load("关于开展数据共享试点工作的通知\\n某政办发〔2020〕8号\\n各县人民政府：\\n请认真执行。".encode()).title
    '关于开展数据共享试点工作的通知'
    """
    from egovkit.documents.document import PolicyDocument  # loads pydantic, which reading has no use for

    return PolicyDocument.parse(read(source))


def bytes_of(source: str | os.PathLike[str] | bytes) -> bytes:
    """Return the content of a file, or the bytes given, within the bound on size (字节).

    >>> bytes_of(b"")
    Traceback (most recent call last):
    egovkit.errors.ReadError: there is nothing in it: give the file that holds the document [read.empty]
    """
    data = source if isinstance(source, bytes) else _content(source)
    if len(data) > limits.MAX_FILE:
        raise _too_large()
    if not data:
        raise ReadError("read.empty", "there is nothing in it: give the file that holds the document")
    return data


def _content(source: str | os.PathLike[str]) -> bytes:
    path = Path(source)
    try:
        # Asked before it is opened: to open a pipe would wait for a writer.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadError("read.directory", f"{_shown(path)} is a folder: give one of the files in it")
        if not stat.S_ISREG(mode):
            raise ReadError("read.special", f"{_shown(path)} is no regular file: read it yourself and give the bytes")
        with path.open("rb") as file:
            return file.read(limits.MAX_FILE + 1)
    except FileNotFoundError:
        raise ReadError("read.missing", f"there is no file {_shown(path)}: check the path") from None
    except (OSError, ValueError) as error:
        # A path with a NUL is a ValueError, one that is too long an OSError: mostly text that was taken for a path.
        reason = getattr(error, "strerror", None) or error
        hint = "check the path and the rights; a text itself needs no reading"
        raise ReadError("read.access", f"{_shown(path)} cannot be opened ({reason}): {hint}") from error


def _shown(path: Path) -> str:
    name = str(path)
    return repr(name if len(name) <= 80 else name[:77] + "...")


def _too_large() -> ReadError:
    size = limits.MAX_FILE // 2**20
    return ReadError("read.size", f"it is larger than {size} MiB: split it, or read it yourself and pass its text on")
