"""The index of the register: every key of every row, as its tables give them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from egovkit.catalogue.key_index import packed
from egovkit.catalogue.register_keys import WAYS, number_keys, title_keys
from egovkit.catalogue.register_rows import Rows
from egovkit.data import read_bytes

__all__ = ["faults", "made"]


def _entries() -> Iterator[tuple[str, int, int]]:
    rows = Rows.shipped()
    place = {way: i for i, way in enumerate(WAYS)}
    for i in range(len(rows)):
        record = rows.record(i)
        if record.number is not None:
            for key, way in number_keys(record.number, record.other_numbers):
                yield f"#{key}", i, place[way]
        for key, way in title_keys(record.title, (*record.aliases, *filter(None, (record.carrier,)))):
            yield key, i, place[way]


def made() -> bytes:
    """Return the index as the tables give it."""
    return packed(_entries())


def faults(folder: Path) -> list[str]:
    """Say what is wrong with the index in a folder."""
    if read_bytes("register/keys.bin") == made():
        return []
    return [f"{folder.name}/keys.bin: not what the tables give; python -m scripts.register index writes it"]
