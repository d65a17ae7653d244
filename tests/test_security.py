"""SECURITY.md gives the bounds that are in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from egovkit.text import limits

_SAID = Path(__file__).resolve().parents[1].joinpath("SECURITY.md").read_text(encoding="utf-8").replace("\n  ", " ")


@pytest.mark.parametrize(
    "words",
    [
        f"{limits.MAX_FILE // 2**20} MiB of a file",
        f"unpacked: {limits.MAX_UNPACKED // 2**20} MiB",
        f"{limits.MAX_PARTS:,} entries of the zip, {limits.MAX_BOXES:,} text boxes",
        f"{limits.MAX_TAG_ATTRIBUTES:,} attributes of one tag",
        f"{limits.MAX_PAGE_TAGS:,} tags, {limits.MAX_PAGE_ATTRIBUTES:,} attributes and as many words or lines",
        f"encloses at most {limits.MAX_ENCLOSED:,} texts",
        f"{limits.MAX_LETTER // 2**20} MiB and a million lines; a parser is given {limits.MAX_LETTER_PARSED // 2**20} MiB",
        f"{limits.MAX_TABLE_VALUES:,} rows, numbers, dates and relations",
        f"{limits.MAX_CSV_LINE // 2**20} million characters and {limits.MAX_CELLS:,} cells of a line",
        f"{limits.MAX_REQUEST // 2**20} MiB of a document",
        f"{limits.UPLOAD_SECONDS} seconds for it to arrive and {limits.REQUEST_SECONDS} for an answer",
        f"{limits.PDF_MEMORY // 2**20} MiB that it may write to (Linux; {limits.PDF_ADDRESSES // 2**30} GiB of address space elsewhere)",
        f"{limits.PDF_SECONDS} seconds, {limits.MAX_PAGES:,} pages",
    ],
)
def test_the_bounds_are_those_of_the_package(words: str) -> None:
    assert words in _SAID


def test_a_million() -> None:
    assert limits.MAX_PAGE_PIECES == limits.MAX_PAGE_ATTRIBUTES
    assert limits.MAX_TAGS == 1_000_000
    assert f"a million tags and {limits.MAX_ATTRIBUTES:,} attributes" in _SAID
