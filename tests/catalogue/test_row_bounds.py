"""A table of one's own makes no more of its rows than the bound allows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from egovkit import Catalogue, ReadError
from egovkit.catalogue.policy_csv import read_csv
from egovkit.text import limits


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "mine.csv"
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize(
    ("heading", "cells", "made"),
    [
        ("标题", ["甲"], 1),
        ("标题,备注", ["甲,一"], 1),
        ("标题,文号", ["甲,国发〔2024〕1号", "乙,"], 3),
        ("标题,成文日期,状态", ["甲,2024-01-01,现行有效"], 3),
        ("标题,废止", ["甲,乙；丙;丁|戊"], 5),
        ("标题,废止", ['甲,"[""乙"",""丙""]"'], 3),
        ("标题,发文机关", ["甲," + "；".join("乙" * 11)], 2),
        ("标题,,", ["甲,,", "乙,,"], 2),
    ],
)
def test_what_becomes_a_value_is_counted(
    heading: str, cells: list[str], made: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(tmp_path, "\n".join((heading, *cells)))
    monkeypatch.setattr(limits, "MAX_TABLE_VALUES", made)
    assert len(Catalogue.from_csv(path)) == len(cells)
    monkeypatch.setattr(limits, "MAX_TABLE_VALUES", made - 1)
    with pytest.raises(ReadError) as caught:
        Catalogue.from_csv(path)
    assert caught.value.code == "read.rows"


def test_no_more_rows_are_read_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TABLE_VALUES", 3)
    read: list[str] = []

    def counted(path: Path, encoding: str | None = None) -> Iterator[dict[str, Any]]:
        for row in read_csv(path, encoding):
            read.append(row["标题"])
            yield row

    monkeypatch.setattr("egovkit.catalogue.policy_table.read_csv", counted)
    with pytest.raises(ReadError):
        Catalogue.from_csv(table(tmp_path, "标题\n" + "甲\n" * 100))
    assert len(read) == 4


def test_a_line_without_end_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CSV_LINE", 8)
    assert len(Catalogue.from_csv(table(tmp_path, "标题\n甲乙丙丁戊己\n"))) == 1
    with pytest.raises(ReadError, match="longer than 8 characters"):
        Catalogue.from_csv(table(tmp_path, "标题\n甲乙丙丁戊己庚辛\n"))


@pytest.mark.parametrize("piece", [1, 2, 3, 5, 2**20])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_an_encoding_is_told_alike_in_pieces(
    piece: int, encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("egovkit.catalogue.policy_csv._PIECE", piece)
    (record,) = Catalogue.from_csv(table(tmp_path, "标题\n关于𝄞防火的通知\n", encoding))
    assert record.title == "关于𝄞防火的通知"
    path = tmp_path / "cut.csv"
    path.write_bytes("标题\n关".encode("gb18030")[:-1])
    with pytest.raises(ReadError, match="GB18030"):
        Catalogue.from_csv(path)
