"""Spark, polars, DuckDB, pandas, Daft and Ray give the tables that one process gives."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from egovkit.corpus import batches, tables

from .conftest import CorpusDocument

pa = pytest.importorskip("pyarrow")
ROOT = Path(__file__).resolve().parents[2]
OWN = [
    "根据《云川市甲办法》（云政发〔2020〕2号）第三条至第五条，2020年3月执行。",
    None,
    "没有。",
    "见国办发[2014]66号（以下简称《意见》）。按照《意见》办理。",
]  # fmt: skip
KINDS = ["citations", "numbers", "documents"]


def ordered(table: Any) -> Any:
    """A table without the places in its batch, in the order of texts and offsets."""
    plain = pa.Table.from_pylist(table.to_pylist(), schema=tables.schema(kind_of(table), plain=True))
    keys = [("id", "ascending"), *((("start", "ascending"),) if "start" in plain.schema.names else ())]
    return plain.drop_columns(["row"]).sort_by(keys)


def kind_of(table: Any) -> str:
    return next(kind for kind in KINDS if set(tables.schema(kind).names) == set(table.schema.names))


def texts() -> Any:
    return pa.table({"id": [str(place) for place in range(len(OWN))], "text": OWN})


def scanned(given: Any, kind: str) -> Any:
    return ordered(pa.Table.from_batches([batches.scan(given, kind)]))


@pytest.mark.parametrize("kind", KINDS)
def test_polars_takes_it_in_one_line(kind: str) -> None:
    polars = pytest.importorskip("polars")
    schema = polars.from_arrow(tables.schema(kind).empty_table()).schema
    frame = polars.from_arrow(texts()).lazy()
    found = frame.map_batches(lambda part: polars.from_arrow(batches.scan(part, kind)), schema=schema).collect()
    assert ordered(found.to_arrow()).equals(scanned(texts(), kind))


@pytest.mark.parametrize("kind", KINDS)
def test_duckdb_takes_it_in_one_line(kind: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        connection.register("texts", texts())
        reader = connection.sql("select id, text from texts").to_arrow_reader(2)
        found = pa.Table.from_batches(batches.scan(part, kind) for part in reader)
        connection.register("found", found)
        counted = connection.sql("select id, count(*) from found group by id order by id").fetchall()
        again = connection.sql("select * from found").to_arrow_table()
    assert ordered(again).equals(scanned(texts(), kind))
    assert sum(count for _, count in counted) == found.num_rows


@pytest.mark.parametrize("kind", KINDS)
def test_pandas_takes_it_in_one_line(kind: str) -> None:
    pytest.importorskip("pandas")
    found = batches.scan(texts().to_pandas(), kind)
    assert ordered(pa.Table.from_batches([found])).equals(scanned(texts(), kind))
    assert len(found.to_pandas()) == found.num_rows


@pytest.mark.parametrize("kind", KINDS)
def test_daft_takes_it_in_one_line(kind: str) -> None:
    daft = pytest.importorskip("daft")
    found = daft.from_arrow(texts()).to_arrow_iter()
    frame = daft.from_arrow(pa.Table.from_batches(batches.scan(part, kind, plain=True) for part in found))
    plain = frame.to_arrow().cast(tables.schema(kind, plain=True))
    assert ordered(plain).equals(scanned(texts(), kind))


@pytest.mark.engine
@pytest.mark.filterwarnings("ignore")
def test_ray_takes_it_in_one_line() -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    environment = {"env_vars": {"PYTHONPATH": str(ROOT)}}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env=environment)
    try:
        for kind in KINDS:
            found = ray.data.from_arrow(texts()).map_batches(
                lambda part, kind=kind: pa.Table.from_batches([batches.scan(part, kind, plain=True)]),
                batch_format="pyarrow",
            )
            whole = pa.concat_tables(ray.get(found.to_arrow_refs())).cast(tables.schema(kind, plain=True))
            assert ordered(whole).equals(scanned(texts(), kind))
    finally:
        ray.shutdown()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java: make java")
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *([before] if before else [])])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


def by_spark(session: Any, given: Any, kind: str) -> Any:
    frame = session.createDataFrame(given).repartition(2)
    found = frame.mapInArrow(lambda parts: (batches.scan(part, kind, plain=True) for part in parts), tables.ddl(kind))
    return found.toArrow()


@pytest.mark.engine
@pytest.mark.filterwarnings("ignore")
def test_spark_takes_it_in_one_line(spark: Any) -> None:
    for kind in KINDS:
        assert ordered(by_spark(spark, texts(), kind)).equals(scanned(texts(), kind))


@pytest.mark.engine
@pytest.mark.filterwarnings("ignore")
def test_spark_reads_the_schemas(spark: Any) -> None:
    del spark
    types = pytest.importorskip("pyspark.sql.types")
    arrow = pytest.importorskip("pyspark.sql.pandas.types")
    for kind in tables.KINDS:
        declared = types.StructType.fromDDL(tables.ddl(kind, text=True))
        plain = tables.schema(kind, text=True, plain=True)
        assert [field.dataType for field in declared] == [arrow.from_arrow_type(field.type) for field in plain]


@pytest.mark.corpus
@pytest.mark.engine
@pytest.mark.filterwarnings("ignore")
def test_the_engines_agree_on_the_corpus(documents: list[CorpusDocument], spark: Any) -> None:
    polars = pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    given = pa.table({"id": [one.id for one in documents], "text": [one.text for one in documents]})
    kind = "citations"
    expected = scanned(given, kind)
    assert expected.num_rows > 5000
    assert ordered(by_spark(spark, given, kind)).equals(expected)
    frame = polars.from_arrow(given).lazy().map_batches(
        lambda part: polars.from_arrow(batches.scan(part, kind)),
        schema=polars.from_arrow(tables.schema(kind).empty_table()).schema,
    )  # fmt: skip
    assert ordered(frame.collect().to_arrow()).equals(expected)
    with duckdb.connect() as connection:
        connection.register("given", given)
        reader = connection.sql("select * from given").to_arrow_reader(200)
        assert ordered(pa.Table.from_batches(batches.scan(part, kind) for part in reader)).equals(expected)
    assert ordered(pa.Table.from_batches([batches.scan(given.to_pandas(), kind)])).equals(expected)
