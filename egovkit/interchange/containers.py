"""A zip of XML parts (docx, OFD), opened with care: each part is looked at before a parser sees it (安全解包)."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.tag_bounds import bound_attributes
from egovkit.text import limits

__all__ = ["Budget", "Container", "open_zip"]

_ENTRY: Final = b"PK\x01\x02"


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a zip within the bound on its entries (打开压缩包), of which a record is made for each.

    Raises ReadError for too many, and what `zipfile` raises for a damaged one.
    """
    # Counted as they stand: what the end of the archive says of their number binds nobody.
    if data.count(_ENTRY) > limits.MAX_PARTS:
        message = "it is a zip of more than {most} files: unpack it and read one"
        raise ReadError("read.parts", message, most=limits.MAX_PARTS)
    return zipfile.ZipFile(BytesIO(data))


@dataclass(slots=True)
class Budget:
    """What is left of the bounds (余量), which a container shares with those inside of it."""

    unpacked: int = field(default_factory=lambda: limits.MAX_UNPACKED)
    tags: int = field(default_factory=lambda: limits.MAX_TAGS)
    attributes: int = field(default_factory=lambda: limits.MAX_ATTRIBUTES)
    boxes: int = field(default_factory=lambda: limits.MAX_BOXES)


class Container:
    """The parts of a zip within bounds on their size, tags and attributes, all of them together (文件包).

    `what` names the format in messages. Raises ReadError for a zip bomb, a document type declaration (an entity bomb
    needs one, and no part has one), an encrypted or damaged zip. What is not read is not unpacked.
    """

    def __init__(self, data: bytes, what: str, budget: Budget | None = None) -> None:
        self._what = what
        self.budget = budget if budget is not None else Budget()
        try:
            self._archive = open_zip(data)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise self.damaged() from error
        # Names of parts are told apart without regard to case; some writers take the other slash, or begin with one.
        self._entries = {
            entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in self._archive.infolist()
        }
        if any(entry.flag_bits & 1 for entry in self._entries.values()):
            message = "the {what} is encrypted: open it with its password and save it without one"
            raise ReadError("read.encrypted", message, what=what)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in lower case (部件名)."""
        return tuple(self._entries)

    def raw(self, name: str) -> bytes:
        """Return a part as it is (部件原文), within the bound on the size of all."""
        entry = self._entries[name.lower()]
        # What a part claims to unpack to is also what is read of it at most.
        self.budget.unpacked -= entry.file_size
        if self.budget.unpacked < 0:
            size = limits.MAX_UNPACKED // 2**20
            message = "the text of the {what} unpacks to more than {size} MiB: split the document"
            raise ReadError("read.bomb", message, what=self._what, size=size)
        try:
            with self._archive.open(entry) as file:
                return file.read(entry.file_size)
        except MemoryError:
            raise
        except Exception as error:
            # The decompressors have error classes of their own, and so has each that a newer Python adds.
            raise self.damaged() from error

    def markup(self, name: str) -> bytes:
        """Return a part that is XML (标记部件), its tags and attributes counted."""
        data = self.raw(name)
        # In UTF-16 every other byte is a zero.
        head = data.replace(b"\0", b"") if b"\0" in data else data
        if b"<!DOCTYPE" in head or b"<!doctype" in head.lower():
            raise self.entities()
        self.budget.tags -= head.count(b"<")
        if self.budget.tags < 0:
            message = "the {what} has more than {most} tags: split the document"
            raise ReadError("read.tags", message, what=self._what, most=limits.MAX_TAGS)
        self.budget.attributes -= bound_attributes(head)
        if self.budget.attributes < 0:
            message = "the {what} has more than {most} attributes: split the document"
            raise ReadError("read.attributes", message, what=self._what, most=limits.MAX_ATTRIBUTES)
        return data

    def damaged(self) -> ReadError:
        """Return the error for a container whose parts do not fit (损坏)."""
        message = "the {what} is damaged or incomplete: fetch it again, or open it in a word processor and save it"
        return ReadError("read.truncated", message, what=self._what)

    def entities(self) -> ReadError:
        """Return the error for a part that declares entities (实体)."""
        message = "the {what} declares entities, as no writer does: save it again as {what}"
        return ReadError("read.entities", message, what=self._what)
