"""Every format that a document is written in is read back by who reads it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from egovkit.documents.document import PolicyDocument
from egovkit.interchange.akoma_ntoso import from_akoma_ntoso
from egovkit.interchange.exports import EXPORTS, Export
from egovkit.interchange.reading import read_source
from egovkit.strategies.document import documents


def reads_json(written: str, document: PolicyDocument) -> bool:
    return PolicyDocument.model_validate_json(written) == document


def reads_text(written: str, document: PolicyDocument) -> bool:
    return written == document.text + "\n" and PolicyDocument.parse(written[:-1]) == document


def reads_markdown(written: str, document: PolicyDocument) -> bool:
    markdown = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    headings = [token for token in markdown.parse(written) if token.type == "heading_open" and token.tag == "h1"]
    return len(headings) >= (document.title is not None and "title" in {block.kind.value for block in document.blocks})


def reads_ris(written: str, document: PolicyDocument) -> bool:
    (record,) = pytest.importorskip("rispy").loads(written)
    return bool(record.get("title", "") == " ".join((document.title or "").split()))


def reads_bibtex(written: str, document: PolicyDocument) -> bool:
    bare = written.replace("\\{", "").replace("\\}", "")
    numbered = document.number is None or "number = {" in written
    return written.startswith("@misc{") and numbered and bare.count("{") == bare.count("}")


def reads_akoma_ntoso(written: str, document: PolicyDocument) -> bool:
    return from_akoma_ntoso(written) == document


def reads_docx(written: bytes, document: PolicyDocument) -> bool:
    # How it is read back says test_word_writing.py, of every element.
    return read_source(written).document.title == document.title


READERS: Final[dict[str, Callable[[Any, PolicyDocument], bool]]] = {
    "json": reads_json,
    "md": reads_markdown,
    "txt": reads_text,
    "ris": reads_ris,
    "bib": reads_bibtex,
    "akn": reads_akoma_ntoso,
    "docx": reads_docx,
}


def test_every_format_has_a_reader() -> None:
    assert list(READERS) == [export.name for export in EXPORTS]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@settings(max_examples=15)
@given(document=documents())
def test_what_is_written_is_read_back(export: Export, document: PolicyDocument) -> None:
    assert READERS[export.name](export.write(document), document)


@pytest.mark.corpus
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_documents_of_the_corpus_are_read_back(export: Export, shared: Path) -> None:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for number, line in enumerate(lines) if number % 8 == 0]
    for document in map(PolicyDocument.parse, texts):
        assert READERS[export.name](export.write(document), document), document.title
