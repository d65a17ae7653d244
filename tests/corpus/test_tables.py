"""Arrow tables of a fixed schema, frozen; `python -m tests.corpus.test_tables` writes the snapshot anew."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.organs import organs
from egovkit.catalogue.policies import policies
from egovkit.checks import check
from egovkit.citations.find import find_citations
from egovkit.corpus import tables
from egovkit.corpus.columns import kind_of_item
from egovkit.corpus.rows import rows_of
from egovkit.documents.document import PolicyDocument
from egovkit.models.dates import find_dates
from egovkit.models.issuance import find_numbers
from egovkit.verification.verify import verify
from tests.interchange.files import PAGE_TEXT

from .conftest import CorpusDocument

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
SNAPSHOT = Path(__file__).with_name("schemas.json")
TEXT = f"{PAGE_TEXT}\n根据《云川市甲办法》（云政发[2020]2号）第三条至第五条，2021—2025年施行。"


def schemas() -> dict[str, Any]:
    return {
        kind: {field.name: str(field.type) for field in tables.schema(kind, text=True, source=True, keys=True)}
        for kind in tables.KINDS
    }


def test_of_many_values_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_KNOWN", 3)
    for year in range(1990, 2020):
        # Each date is no longer held by anybody but the tables: another may come to its address.
        mentions = find_dates(f"{year}年1月2日，{year}年3月")
        values = tables.to_arrow(mentions, "dates").column("value").to_pylist()
        assert values == [f"{year}-01-02", f"{year}-03"]
        assert len(tables._OF_KINDS["dates"]) <= 3 + len(mentions)


def items(kind: str, text: str) -> list[Any]:
    match kind:
        case "documents":
            return [PolicyDocument.parse(text)]
        case "citations":
            return list(find_citations(text))
        case "numbers":
            return list(find_numbers(text))
        case "dates":
            return list(find_dates(text))
        case "findings":
            return list(check(text).findings)
        case "verifications":
            return list(verify(text).claims)
        case "organs":
            return list(organs)[:50]
        case _:
            return list(policies)


def test_schemas_are_those_of_the_snapshot() -> None:
    frozen = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    assert {"version": tables.VERSION, "schemas": schemas()} == frozen


def test_a_schema_says_what_it_is_of() -> None:
    found = tables.schema("numbers").metadata
    assert found == {b"egovkit.table": b"numbers", b"egovkit.version": str(tables.VERSION).encode()}
    assert tables.schema("numbers").names == [
        name for name in tables.schema("numbers", text=True, source=True).names if name not in ("text", "source")
    ]


@pytest.mark.parametrize("kind", tables.KINDS)
def test_rows_are_those_of_the_table(kind: str) -> None:
    found = items(kind, TEXT)
    assert found
    assert {kind_of_item(item) for item in found} == {kind}
    table = tables.to_arrow(found, kind, id="甲", of=TEXT, source="甲.txt", text=True)
    rows = list(rows_of(found, id="甲", of=TEXT, source="甲.txt", text=True))
    assert table.to_pylist() == rows
    assert pa.Table.from_pylist(rows, schema=table.schema).equals(table)
    assert table.schema.equals(tables.schema(kind, text=True, source=True), check_metadata=True)


@pytest.mark.parametrize("kind", tables.KINDS)
def test_chunks_whatever_is_in_them_are_one_table(kind: str, tmp_path: Path) -> None:
    texts = [TEXT if place % 9 == 0 else "没有。" for place in range(80)]
    chunks = [
        tables.to_arrow(items(kind, text) if "没" not in text else [], kind, row=i) for i, text in enumerate(texts)
    ]
    assert len({str(chunk.schema) for chunk in chunks}) == 1
    whole = pa.concat_tables(chunks)
    with pq.ParquetWriter(tmp_path / "all.parquet", tables.schema(kind)) as writer:
        for chunk in chunks:
            writer.write_table(chunk)
    assert pq.read_table(tmp_path / "all.parquet").num_rows == whole.num_rows > 0


def test_a_date_is_its_days_and_its_precision() -> None:
    table = tables.to_arrow(find_dates("2020年3月、2021—2025年、2020年5月4日"), "dates")
    columns = ("first_day", "last_day", "precision", "last_precision", "range")
    assert [tuple(row[name] for name in columns) for row in table.to_pylist()] == [
        (date(2020, 3, 1), date(2020, 3, 31), "month", "month", False),
        (date(2021, 1, 1), date(2025, 12, 31), "year", "year", True),
        (date(2020, 5, 4), date(2020, 5, 4), "day", "day", False),
    ]


def test_a_lone_surrogate_is_replaced_in_its_place() -> None:
    text = "根据《云川\ud800办法》第三条办理"
    [row] = tables.to_arrow(find_citations(text), "citations", text=True, id="\udc80").to_pylist()
    assert (row["title"], row["id"]) == ("云川�办法", "�")
    assert (row["start"], row["end"]) == (2, 9)


@pytest.mark.parametrize("kind", ["", "documenst", "rows"])
def test_what_is_no_kind_is_said(kind: str) -> None:
    with pytest.raises(ValueError, match="there are documents, citations"):
        tables.schema(kind)


@given(st.text(alphabet="根据《甲办法》（云政发〔2020〕2号）第三五条、和至年月日附件以下简称\ud800\n", max_size=80))
def test_any_text_has_tables(text: str) -> None:
    for kind in ("numbers", "dates", "citations", "documents"):
        table = tables.to_arrow(items(kind, text), kind, of=text, text=True)
        assert table.schema == tables.schema(kind, text=True)
        for row in table.to_pylist():
            pinpoint = row.get("pinpoint")
            assert pinpoint is None or pinpoint["start"] is None or pinpoint["start"] >= row["end"]


@pytest.mark.corpus
@pytest.mark.parametrize("kind", ["documents", "citations", "numbers", "dates"])
def test_the_corpus_is_one_table(kind: str, documents: Iterable[CorpusDocument]) -> None:
    chunks = [
        tables.to_arrow(items(kind, one.text), kind, row=place, id=one.id, of=one.text)
        for place, one in enumerate(documents)
    ]
    whole = pa.concat_tables(chunks)
    assert whole.schema == tables.schema(kind)
    assert whole.num_rows > 1000
    if kind == "citations":
        pinpoints = [cell for cell in whole.column("pinpoint").to_pylist() if cell is not None]
        assert sum(cell["start"] is not None for cell in pinpoints) / len(pinpoints) > 0.99


if __name__ == "__main__":
    content = {"version": tables.VERSION, "schemas": schemas()}
    SNAPSHOT.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
