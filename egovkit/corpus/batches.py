"""Record batches in, record batches out (批处理): what Spark, polars and DuckDB take in one line.

`scan` is a function of a module, so that it travels to other processes; what it gives has the schema of
`tables.schema(what)`, whatever is in the texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Literal

from egovkit.corpus.datasets import scan_dataset
from egovkit.corpus.failures import failure_of
from egovkit.corpus.tables import Error, Piece, record_batch, whole
from egovkit.interchange.extras import extra

__all__ = ["KINDS", "scan", "scan_dataset"]

Find = Callable[[str], Sequence[Any]]


def _documents(text: str) -> Sequence[Any]:
    from egovkit.documents.document import PolicyDocument

    return (PolicyDocument.parse(text),)


def _citations(text: str) -> Sequence[Any]:
    from egovkit.citations.find import find_citations

    return find_citations(text)


def _numbers(text: str) -> Sequence[Any]:
    from egovkit.models.issuance import find_numbers

    return find_numbers(text)


def _dates(text: str) -> Sequence[Any]:
    from egovkit.models.dates import find_dates

    return find_dates(text)


def _findings(text: str) -> Sequence[Any]:
    from egovkit.checks.checking import check

    return check(text).findings


def _verifications(text: str) -> Sequence[Any]:
    from egovkit.verification.verify import verify

    return verify(text).claims


KINDS: Final[dict[str, Find]] = {
    "documents": _documents,
    "citations": _citations,
    "numbers": _numbers,
    "dates": _dates,
    "findings": _findings,
    "verifications": _verifications,
}
"""What can be found in texts, and the function that finds it (批处理种类)."""


def scan(
    batch: Any,
    what: str,
    *,
    text: str = "text",
    id: str | None = "id",
    on_error: Literal["row", "raise"] = "row",
    first: int = 0,
    plain: bool = False,
) -> Any:
    """Return what is found in a batch of texts (扫描一批), as a `pyarrow.RecordBatch` of `tables.schema(what)`.

    - `batch`: a `pyarrow.RecordBatch` or `Table`, a frame of polars, pandas or DuckDB, or an iterable of texts and None.
    - `what`: documents, citations, numbers, dates, findings or verifications.
    - `text`, `id`: the columns of the texts and of their names; without a column of names, or of mere texts, `id` is null.
    - `row`: the place of the text in the batch, counted from `first`.
    - A text that is null has no mentions, and is a document of which nothing is known.
    - `on_error`: `row` gives a text that ends in an error one row with `error.code` and `error.message`; `raise` raises it.
    - `plain`: words that recur as strings, as Spark takes them.

    A lone surrogate is U+FFFD, in its place. Needs `egovkit[arrow]`. ValueError for a `what` that is none, KeyError for a
    column that the batch lacks.

    >>> batch = scan(["见国办发〔2014〕66号。", None], "numbers")
    >>> batch.column("row").to_pylist(), batch.column("value").to_pylist()
    ([0], ['国办发〔2014〕66号'])
    """
    find = _finder(what)
    texts, names = _columns(batch, text, id)
    pieces: list[Piece] = []
    errors: list[Error] = []
    for place, (given, name) in enumerate(zip(texts, names, strict=True), first):
        if given is None:
            if what == "documents":
                pieces.append((place, name, None, (_NOTHING,)))
            continue
        try:
            pieces.append((place, name, given, find(given)))
        except Exception as error:
            if on_error == "raise":
                raise
            errors.append((place, name, *failure_of(error)))
    return record_batch(pieces, what, errors=errors, plain=plain)


class _Nothing:
    """A document of which nothing is known (空文件): every field is None or empty."""

    text = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return () if name in _LISTS else None


_LISTS: Final = frozenset(("issuers", "signature", "signers", "signatories", "keywords", "annexes"))
_NOTHING: Final = _Nothing()


def _finder(what: str) -> Find:
    find = KINDS.get(what)
    if find is None:
        raise ValueError(f"{what!r} is nothing to scan for: there are {', '.join(KINDS)}")
    return find


def _columns(batch: Any, text: str, id: str | None) -> tuple[list[str | None], list[str | None]]:
    """Return the texts of a batch and their names, without what no table can hold."""
    pa = extra("pyarrow", "arrow", "to scan batches")
    if isinstance(batch, (pa.Array, pa.ChunkedArray)):
        batch = batch.to_pylist()
    if isinstance(batch, Iterable) and not _is_table(batch):
        texts = [None if one is None else whole(str(one)) for one in batch]
        return texts, [None] * len(texts)
    table = _table(pa, batch)
    texts = table.column(text).to_pylist()
    names = table.column(id).to_pylist() if id is not None and id in table.schema.names else [None] * len(texts)
    return texts, [None if name is None else str(name) for name in names]


def _is_table(batch: Any) -> bool:
    return any(hasattr(batch, name) for name in ("__arrow_c_array__", "__arrow_c_stream__", "__dataframe__", "schema"))


def _table(pa: Any, batch: Any) -> Any:
    if isinstance(batch, (pa.RecordBatch, pa.Table)):
        return batch
    if hasattr(batch, "__arrow_c_array__"):
        return pa.record_batch(batch)
    if hasattr(batch, "__arrow_c_stream__"):
        return pa.table(batch)
    return pa.Table.from_pandas(batch, preserve_index=False)
