"""Record batches in and out: one schema, null in and null out, an error as a row."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.citations.find import find_citations
from egovkit.corpus import batches, datasets, tables
from egovkit.corpus.slices import Slice
from egovkit.corpus.streams import Batches
from egovkit.errors import ReadError
from egovkit.models.issuance import find_numbers

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
TEXTS = [
    "见国办发[2014]66号和国发〔2016〕51号。",
    None,
    "没有。",
    "根据《云川市甲办法》（云政发〔2020〕2号）第三条，2020年3月执行。",
]
WHATS = list(batches.KINDS)


def batch(texts: Sequence[str | None] = TEXTS) -> Any:
    return pa.record_batch({"id": [f"t{place}" for place in range(len(texts))], "text": texts})


@pytest.mark.parametrize("what", WHATS)
def test_a_batch_has_the_schema_whatever_is_in_it(what: str) -> None:
    for texts in (TEXTS, ["没有。"], [None], []):
        found = batches.scan(batch(texts), what)
        assert isinstance(found, pa.RecordBatch)
        assert found.schema.equals(tables.schema(what), check_metadata=True)


def test_what_is_found_is_what_the_finder_finds() -> None:
    found = batches.scan(batch(), "numbers").to_pylist()
    expected = [
        (place, f"t{place}", each.start, str(each.value))
        for place, text in enumerate(TEXTS)
        if text is not None
        for each in find_numbers(text)
    ]
    assert [(row["row"], row["id"], row["start"], row["value"]) for row in found] == expected
    cited = batches.scan(batch(), "citations").to_pylist()
    assert [row["title"] for row in cited if row["row"] == 3] == [one.title for one in find_citations(str(TEXTS[3]))]
    assert cited[-1]["pinpoint"]["value"] == "第三条"


def test_null_is_null() -> None:
    found = batches.scan(batch(), "documents").to_pylist()
    assert [row["row"] for row in found] == [0, 1, 2, 3]
    assert {name for name, value in found[1].items() if value not in (None, [])} == {"row", "id"}


class Broken:
    """A finder that ends in an error where a text says so."""

    def __call__(self, text: str) -> Any:
        if "没有" in text:
            raise ReadError("read.damaged", "it is damaged")
        return find_numbers(text)


def test_an_error_is_a_row_or_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(batches.KINDS, "numbers", Broken())
    rows = batches.scan(batch(), "numbers").to_pylist()
    [failed] = [row for row in rows if row["error"] is not None]
    assert failed["error"] == {"code": "read.damaged", "message": "it is damaged"}
    assert (failed["row"], failed["id"], failed["start"]) == (2, "t2", None)
    assert len(rows) == 4
    with pytest.raises(ReadError):
        batches.scan(batch(), "numbers", on_error="raise")


def test_texts_come_as_frames_arrays_and_lists() -> None:
    expected = batches.scan(batch(), "numbers", id=None)
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    given: list[Any] = [
        TEXTS,
        tuple(TEXTS),
        pa.array(TEXTS),
        pa.chunked_array([TEXTS]),
        pa.table({"text": TEXTS}),
        polars.DataFrame({"text": TEXTS}),
        pandas.DataFrame({"text": TEXTS}),
    ]
    for one in given:
        assert batches.scan(one, "numbers", id=None).equals(expected), type(one)
    with pytest.raises(KeyError):
        batches.scan(pa.table({"body": TEXTS}), "numbers")
    with pytest.raises(ValueError, match="there are documents, citations"):
        batches.scan(TEXTS, "numers")


def test_it_travels_to_other_processes() -> None:
    again = pickle.loads(pickle.dumps(partial(batches.scan, what="numbers")))  # noqa: S301  (what we pickled)
    assert again(batch()).equals(batches.scan(batch(), "numbers"))


def test_a_lone_surrogate_is_replaced_before_anything_is_found() -> None:
    [row] = batches.scan(["\ud800见国发〔2016〕51号"], "numbers").to_pylist()
    assert row["start"] == 2


@given(st.lists(st.none() | st.text(max_size=40), max_size=5), st.sampled_from(WHATS))
def test_any_texts_are_scanned(texts: list[str | None], what: str) -> None:
    found = batches.scan(texts, what, plain=True)
    assert found.schema == tables.schema(what, plain=True)
    assert set(found.column("row").to_pylist()) <= set(range(len(texts)))


@pytest.fixture
def dataset(tmp_path: Path) -> str:
    texts = [f"见国发〔2016〕{serial}号。" if serial % 3 else None for serial in range(1, 201)]
    for place in range(2):
        part = pa.table({"id": [str(serial) for serial in range(100)], "text": texts[place * 100 : place * 100 + 100]})
        pq.write_table(part, tmp_path / f"{place}.parquet", row_group_size=30)
    return str(tmp_path)


@pytest.mark.parametrize("chunk_bytes", [1, 1000, 10**9])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_dataset_is_scanned_in_order_by_any_number_of_workers(dataset: str, chunk_bytes: int, workers: int) -> None:
    found = pa.Table.from_batches(batches.scan_dataset(dataset, "numbers", workers=workers, chunk_bytes=chunk_bytes))
    assert found.column("serial").to_pylist() == [serial for serial in range(1, 201) if serial % 3]
    assert found.column("row").to_pylist() == [serial - 1 for serial in range(1, 201) if serial % 3]
    assert found.column("id").to_pylist()[:2] == ["0", "1"]


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("what", WHATS)
def test_what_a_worker_finds_travels_as_it_is(tmp_path: Path, what: str, plain: bool) -> None:
    path = str(tmp_path / "one.parquet")
    pq.write_table(pa.table({"text": [*TEXTS, None] * 700}), path)
    part = Slice(path, (0,), 5)
    found = datasets.scan_slice(part, what=what, text="text", id="id", plain=plain)
    again = pickle.loads(pickle.dumps(found))  # noqa: S301  (what we pickled)
    assert len(again) == len(found) > 1
    assert all(one.equals(other, check_metadata=True) for one, other in zip(found, again, strict=True))
    assert pickle.loads(pickle.dumps(Batches())) == []  # noqa: S301


def test_a_worker_loads_no_reader_and_no_table_before_it_scans() -> None:
    program = "import sys; from egovkit.corpus import batches; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    assert {name.split(".")[1] for name in modules if name.startswith("egovkit.")} <= {
        "corpus", "data", "errors", "grammar", "interchange", "lexicon", "messages", "text",
    }  # fmt: skip
    assert {name for name in modules if name.startswith("egovkit.interchange.")} == {"egovkit.interchange.extras"}
    assert "pydantic" not in modules
