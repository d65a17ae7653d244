"""A zip of parts written again with some of them changed (重新打包): all others are byte for byte what they were."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO

from egovkit.interchange.containers import open_zip

__all__ = ["repacked"]


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return a zip with parts replaced or added (重新打包): in the order, and with the dates, that they had.

    Names are told apart without regard to case, as in the packages of office documents.
    """
    left = {name.lower(): (name, content) for name, content in changed.items()}
    out = BytesIO()
    with open_zip(data) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            found = left.pop(entry.filename.replace("\\", "/").lstrip("/").lower(), None)
            # The size and place of the old one are no part of the new.
            new.writestr(copy(entry), old.read(entry) if found is None else found[1])
        for name, content in left.values():
            new.writestr(name, content)
    return out.getvalue()
