"""A zip of parts written again with some of them changed (重新打包): all others are byte for byte what they were."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.containers import open_zip
from egovkit.text import limits

__all__ = ["repacked"]

# Of a part that is new: the first that a zip knows, so that the same work gives the same bytes.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return a zip with parts replaced or added (重新打包): in the order, and with the dates, that they had.

    Names are told apart without regard to case, as in the packages of office documents. Raises ReadError for a zip whose parts,
    read or not, unpack beyond the bound, and for one that is damaged.
    """
    try:
        return _repacked(data, changed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        message = "the docx is damaged or incomplete: fetch it again, or open it in a word processor and save it"
        raise ReadError("read.truncated", message) from error


def _repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    left = {name.lower(): (name, content) for name, content in changed.items()}
    out = BytesIO()
    with open_zip(data) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        # Pictures and attachments are not looked at, and are unpacked here all the same.
        if sum(entry.file_size for entry in old.infolist()) > limits.MAX_UNPACKED:
            message = "the docx unpacks to more than {size} MiB: split the document"
            raise ReadError("read.bomb", message, size=limits.MAX_UNPACKED // 2**20)
        # Of several parts of one name the last is read, and written alone: another would be read in the place of a change.
        entries = {_key(entry.filename): entry for entry in old.infolist()}
        for entry in entries.values():
            found = left.pop(_key(entry.filename), None)
            # The size and place of the old one are no part of the new.
            new.writestr(copy(entry), old.read(entry) if found is None else found[1])
        for name, content in left.values():
            added = zipfile.ZipInfo(name, _DATE)
            added.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(added, content)
    return out.getvalue()


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
