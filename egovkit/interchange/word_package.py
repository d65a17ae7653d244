"""A docx opened with care: what is looked at before a parser sees it (安全打开)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from egovkit.errors import ReadError
from egovkit.interchange.extras import extra
from egovkit.text import limits

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["damaged", "open_docx", "root_of", "roots_of"]

_BLOCK = 1 << 20


def open_docx(data: bytes) -> Document:
    """Open a docx within bounds on its parts, their size and their tags (打开).

    Raises ReadError for a zip bomb, a document type declaration (an entity bomb needs one, and no docx has one), an
    encrypted, damaged or foreign package.
    """
    docx: Any = extra("docx", "docx", "to read a docx")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _inspect(archive)
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
    ) as error:
        raise damaged() from error
    except Exception as error:
        # The decompressor has an error class of its own, and so has each that a newer Python adds.
        if isinstance(error, ReadError):
            raise
        raise damaged() from error
    try:
        document: Document = docx.Document(BytesIO(data))
    except MemoryError:
        raise
    except Exception as error:
        # Whatever is missing in a package ends in another exception of the library: KeyError, AttributeError, its own.
        raise damaged() from error
    return document


def _inspect(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    # What a part claims to unpack to is also what is read of it at most.
    if len(parts) > limits.MAX_PARTS or sum(part.file_size for part in parts) > limits.MAX_UNPACKED:
        size = limits.MAX_UNPACKED // 2**20
        raise ReadError(
            "read.bomb", f"the docx unpacks to more than {size} MiB: take the pictures out and save it again"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("read.encrypted", "the docx is encrypted: open it with its password and save it without one")
    tags = 0
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        with archive.open(part) as file:
            last = b""
            while block := file.read(_BLOCK):
                tags += block.count(b"<")
                # In UTF-16 every other byte is a zero; a declaration may stand across two blocks.
                if b"<!DOCTYPE" in (last + block).replace(b"\0", b"").upper():
                    message = "the docx declares entities, as no word processor does: save it again as docx"
                    raise ReadError("read.entities", message)
                last = block[-40:]
        if tags > limits.MAX_TAGS:
            raise ReadError("read.tags", f"the docx has more than {limits.MAX_TAGS} tags: split the document")


def roots_of(part: Any, kind: str) -> list[Any]:
    """Return the trees of the parts that a part is related to in one way: styles, numbering, footnotes (相关部件).

    None, one or several: what a word processor never writes is in a file all the same.
    """
    # A relationship may come without a type.
    relations = [one for one in part.rels.values() if not one.is_external and (one.reltype or "").endswith(f"/{kind}")]
    return [root_of(one.target_part) for one in relations]


def root_of(part: Any) -> Any:
    """Return the tree of a part (部件的树); ReadError where it is no XML.

    A part whose content type the library has no class for is bytes to it, whatever it holds.
    """
    found = getattr(part, "element", None)
    if found is not None:
        return found
    etree = extra("lxml.etree", "docx", "to read a docx")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(part.blob, parser)
    except etree.XMLSyntaxError as error:
        raise damaged() from error


def damaged() -> ReadError:
    """Return the error for a docx whose parts do not fit (损坏)."""
    message = "the docx is damaged or incomplete: fetch it again, or open it in a word processor and save it as docx"
    return ReadError("read.truncated", message)
