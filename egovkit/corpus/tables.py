"""Tables with a fixed schema (定型表): what is found, as Arrow tables and as the same rows of plain values.

The schema of a kind is the same whatever is in it: a column that is empty has its type, so that the tables of a
million texts are one. `VERSION` is raised when a column changes; the metadata of a schema says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from egovkit.corpus.columns import ERROR, KINDS, columns_of
from egovkit.corpus.shapes import DAY, INT64, STRING, WORD, Column, Shape
from egovkit.interchange.extras import extra

__all__ = ["KINDS", "VERSION", "ddl", "schema", "to_arrow"]

VERSION: Final = 1
"""The version of the schemas (表式版本)."""

_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_PLAIN: Final = {"string": "string", "bool": "bool_", "int16": "int16", "int32": "int32", "int64": "int64"}
_SPARK: Final = {
    "string": "STRING", "word": "STRING", "bool": "BOOLEAN", "int16": "SMALLINT", "int32": "INT", "int64": "BIGINT",
    "day": "DATE",
}  # fmt: skip


def _arrow() -> Any:
    return extra("pyarrow", "arrow", "to make Arrow tables")


_KEYS: Final[dict[str, tuple[tuple[str, Shape], ...]]] = {
    "documents": (("key", STRING), ("level", WORD), ("region", WORD)),
    "citations": (("citing", STRING), ("cited", STRING), ("day", DAY), ("confidence", WORD)),
}
"""What a corpus knows besides (语料所加): which node a document is, where its issuer stands; who cites whom, and when."""


@cache
def _columns(kind: str, text: bool, source: bool, keys: bool) -> tuple[tuple[str, Shape], ...]:
    """Return the names and shapes of a table: row and id, the columns of its kind, its source, the error."""
    own = [(column.name, column.shape) for column in columns_of(kind, text=text)]
    return (
        ("row", INT64),
        ("id", STRING),
        *own,
        *(_KEYS.get(kind, ()) if keys else ()),
        *([("source", WORD)] if source else []),
        ("error", ERROR),
    )


def schema(kind: str, *, text: bool = False, source: bool = False, plain: bool = False, keys: bool = False) -> Any:
    """Return the schema of a kind of table (表式), a `pyarrow.Schema`.

    - Kinds: documents, citations, numbers, dates, findings, verifications, organs, register.
    - `row`, `id`: which of the texts it is of, by place and by name; `error`: why there is nothing else in a row.
    - Offsets are int32 into the text as given; a date is its first and last day and its precision; what lists several
      things is a list; numbers and pinpoints are structures with their own spans.
    - `text`: with the surface of each mention, or the text of a document; `source`: with the file it was read from.
    - `keys`: with what a corpus knows besides: `key`, `level` and `region` of documents; `citing`, `cited`, `day` and
      `confidence` of citations, as `egovkit corpus` writes them.
    - `plain`: words that recur as strings; else they are kept once each (dictionary), which Spark cannot take.

    Needs `egovkit[arrow]`. ValueError for a kind that is none.

    >>> schema("dates").names
    ['row', 'id', 'start', 'end', 'value', 'first_day', 'last_day', 'precision', 'last_precision', 'range', 'error']
    >>> str(schema("dates").field("first_day").type), str(schema("citations").field("issuers").type)
    ('date32[day]', 'list<item: string>')
    """
    return _schema(kind, text, source, plain, keys)


@cache
def _schema(kind: str, text: bool, source: bool, plain: bool, keys: bool) -> Any:
    pa = _arrow()
    fields = [pa.field(name, _type(shape, plain)) for name, shape in _columns(kind, text, source, keys)]
    return pa.schema(fields, metadata={"egovkit.table": kind, "egovkit.version": str(VERSION)})


def _type(shape: Shape, plain: bool = True) -> Any:
    pa = _arrow()
    if shape == WORD:
        # A table holds few of them, a corpus may hold many.
        return pa.string() if plain else pa.dictionary(pa.int32(), pa.string())
    if shape.name == "day":
        return pa.date32()
    if shape.name == "list":
        return pa.list_(_type(shape.fields[0][1]))
    if shape.name == "struct":
        return pa.struct([pa.field(name, _type(inner)) for name, inner in shape.fields])
    return getattr(pa, _PLAIN[shape.name])()


def ddl(kind: str, *, text: bool = False, source: bool = False) -> str:
    """Return the schema of a kind of table as Spark writes it (Spark 表式), for `mapInArrow`.

    >>> ddl("dates")[:55]
    'row BIGINT, id STRING, start INT, end INT, value STRING'
    """
    return ", ".join(f"{name} {_spark(shape)}" for name, shape in _columns(kind, text, source, keys=False))


def _spark(shape: Shape) -> str:
    if shape.name == "list":
        return f"ARRAY<{_spark(shape.fields[0][1])}>"
    if shape.name == "struct":
        return f"STRUCT<{', '.join(f'{name}: {_spark(inner)}' for name, inner in shape.fields)}>"
    return _SPARK[shape.name]


def to_arrow(
    items: Iterable[Any],
    kind: str,
    *,
    row: int = 0,
    id: str | None = None,
    of: str | None = None,
    text: bool = False,
    source: str | None = None,
    plain: bool = False,
) -> Any:
    """Return a table of items of one kind (成表), a `pyarrow.Table` of `schema(kind)`.

    Items are what `find_numbers`, `find_citations`, `check(…).findings`, `verify(…).claims` give, documents, organs or
    records. Mentions are of one text, whose place is `row` and whose name is `id`; documents, organs and records are
    counted from `row`. `of` is the text that mentions are of: it places pinpoints and gives the surface of findings.
    `source` adds the column of that name. A lone surrogate, which no table can hold, becomes U+FFFD.

    >>> from egovkit.models.issuance import find_numbers
    >>> table = to_arrow(find_numbers("见国办发[2014]66号。"), "numbers", id="a")
    >>> table.select(["id", "start", "value", "year"]).to_pylist()
    [{'id': 'a', 'start': 1, 'value': '国办发〔2014〕66号', 'year': 2014}]
    """
    pa = _arrow()
    table = schema(kind, text=text, source=source is not None, plain=plain)
    batch = record_batch(pieces_of(items, kind, row=row, id=id, of=of), kind, text=text, source=source, plain=plain)
    return pa.Table.from_batches([batch], schema=table)


Piece = tuple[int, "str | None", "str | None", Sequence[Any]]
"""What was found in one text (一文所得): its row, its name, the text, the items."""


def pieces_of(items: Iterable[Any], kind: str, *, row: int, id: str | None, of: str | None) -> list[Piece]:
    """Return items as those of one text, or of one row each where they are documents or records (分行)."""
    if kind in ("documents", "organs", "register"):
        return [(row + place, id, of, (item,)) for place, item in enumerate(items)]
    return [(row, id, of, tuple(items))]


Error = tuple[int, "str | None", str, str]
"""A text that nothing was found in (出错之行): its row, its name, a code, a message."""


def record_batch(
    pieces: Sequence[Piece],
    kind: str,
    *,
    errors: Sequence[Error] = (),
    text: bool = False,
    source: str | None = None,
    plain: bool = False,
) -> Any:
    """Return what was found in many texts as one `pyarrow.RecordBatch` (成批), with a row for each that failed."""
    pa = _arrow()
    table = schema(kind, text=text, source=source is not None, plain=plain)
    failed = len(errors)
    rows = [row for row, _, _, items in pieces for _ in items]
    names = [name for _, name, _, items in pieces for _ in items]
    cells: list[list[Any]] = [rows + [one[0] for one in errors], names + [one[1] for one in errors]]
    columns = columns_of(kind, text=text)
    all_items = [item for *_, items in pieces for item in items]
    values = _values(all_items, columns, _OF_KINDS[kind])
    for column in columns:
        cell = column.cell
        if column.of_value:
            found_cells = next(values)
        elif column.of_text:
            found_cells = [cell(item, given) for _, _, given, items in pieces for item in items]
        else:
            found_cells = list(map(cell, all_items))
        cells.append(found_cells + [None] * failed)
    found = len(rows)
    if source is not None:
        cells.append([source] * (found + failed))
    cells.append([None] * found + [{"code": code, "message": message} for *_, code, message in errors])
    arrays = [_array(pa, values, field.type) for values, field in zip(cells, table, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=table)


_Known = dict[int, tuple[Any, tuple[Any, ...]]]
"""Values by their addresses, with their cells; each is kept, so that its address stays its own."""

_KNOWN: Final = 8192
"""Values whose cells are kept, as many as mentions share."""


_OF_KINDS: Final[dict[str, _Known]] = {kind: {} for kind in KINDS}


def _values(items: Sequence[Any], columns: Sequence[Column], known: _Known) -> Iterator[list[Any]]:
    """Yield the columns that are got from the values of mentions; of a value that many share they are got once."""
    chosen = [column.cell for column in columns if column.of_value]
    if not chosen:
        return
    lines = []
    for item in items:
        value = item.value
        held = known.get(id(value))
        if held is None:
            held = known[id(value)] = (value, tuple([cell(value) for cell in chosen]))
        lines.append(held[1])
    if len(known) > _KNOWN:
        # Of what no others share nothing is kept to the next batch.
        known.clear()
    yield from map(list, zip(*lines, strict=True)) if lines else ([] for _ in chosen)


def _array(pa: Any, values: list[Any], kind: Any) -> Any:
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:
        return pa.array([whole(value) for value in values], type=kind)


def whole(value: Any) -> Any:
    """Return a value whose strings UTF-8 can hold (去孤立代理): a lone surrogate is U+FFFD, in its place.

    >>> whole(["国\\ud800", None])
    ['国�', None]
    """
    if isinstance(value, str):
        return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, list):
        return [whole(one) for one in value]
    if isinstance(value, dict):
        return {name: whole(one) for name, one in value.items()}
    return value
