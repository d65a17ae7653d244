"""A docx is written piece by piece: the markup of a table is a hundred times as long as its text."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise

import pytest

from egovkit import PolicyDocument
from egovkit.interchange.word_writing import package
from egovkit.interchange.word_writing.package import packed
from egovkit.interchange.word_writing.pieces import kept_with_next, paragraph
from egovkit.interchange.word_writing.table import table
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.models.layout_profile import LayoutProfile

PROFILE = LayoutProfile()


def test_a_table_is_yielded_row_by_row() -> None:
    pieces = list(table([["甲", "乙"]] * 500, PROFILE))
    assert len(pieces) == 502
    assert max(map(len, pieces)) < 1000
    assert list(table([], PROFILE)) == []
    assert all(kept_with_next(piece) == piece for piece in pieces)


def test_no_piece_is_asked_for_before_the_one_above_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    write = zipfile._ZipWriteFile.write  # type: ignore[attr-defined]

    def counted(self: object, data: bytes) -> int:
        written.append(len(data))
        return int(write(self, data))

    monkeypatch.setattr(zipfile._ZipWriteFile, "write", counted)  # type: ignore[attr-defined]
    before: list[int] = []

    def pieces() -> Iterator[str]:
        for _ in range(50):
            before.append(len(written))
            yield paragraph("gwBase")

    packed(pieces(), "", PROFILE)
    assert [after - at for at, after in pairwise(before)] == [1] * 49


@pytest.mark.parametrize("rows", [1, 2, 400])
def test_a_document_of_a_long_table_is_never_whole(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    whole = package._whole

    def measured(body: Iterable[str], section: str) -> Iterator[str]:
        for piece in whole(body, section):
            held.append(len(piece))
            yield piece

    monkeypatch.setattr(package, "_whole", measured)
    text = "关于防火的通知\n各县：\n" + "甲\t乙\t丙\n" * rows + "某县人民政府\n2024年3月1日\n"
    data = to_docx(PolicyDocument.parse(text))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.read("word/document.xml").decode().count("<w:tr>") == (rows if rows > 1 else 0)
    assert max(held) < 2_000
