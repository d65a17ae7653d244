"""Every format that a document is written in is read back by who reads it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from egovkit.documents.document import PolicyDocument
from egovkit.interchange.akoma_ntoso import from_akoma_ntoso
from egovkit.interchange.exports import EXPORTS, Export
from egovkit.interchange.reading import read_source
from egovkit.interchange.records import to_csl
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
    (entry,) = pytest.importorskip("bibtexparser").loads(written).entries
    title = re.sub(r"\\([{}%#&$_])", r"\1", entry.get("title", "{}")[1:-1])
    numbered = entry.get("number") == (document.number and str(document.number))
    return bool(numbered and ("\\text" in title or title == " ".join((document.title or "").split("\n"))))


def reads_csl(written: str, document: PolicyDocument) -> bool:
    (item,) = json.loads(written)
    return bool(item == to_csl(document) and item.get("number") == (document.number and str(document.number)))


def reads_jsonld(written: str, document: PolicyDocument) -> bool:
    graph = pytest.importorskip("rdflib").Graph().parse(data=written, format="json-ld")
    names = {str(each) for _, predicate, each in graph if str(predicate) == "https://schema.org/name"}
    return document.title is None or document.title in names


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
    "csl": reads_csl,
    "jsonld": reads_jsonld,
    "akn": reads_akoma_ntoso,
    "docx": reads_docx,
}


def test_every_format_has_a_reader() -> None:
    assert list(READERS) == [export.name for export in EXPORTS]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of what readers call themselves
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@settings(max_examples=15)
@given(document=documents())
def test_what_is_written_is_read_back(export: Export, document: PolicyDocument) -> None:
    assert READERS[export.name](export.write(document), document)


# No title by itself: the table of fields of its page says that it is one, and a docx has no such table.
_TOLD_BY_FIELDS = {"一图读懂含金量十足的泰达“暖企十六条”"}


@pytest.mark.corpus
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.xdist_group("exports")
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_document_of_the_corpus_is_read_back(export: Export, corpus: list[PolicyDocument]) -> None:
    # A docx is read back line by line, which takes minutes for all of them.
    some = corpus[::8] if export.name == "docx" else corpus
    lost = {document.title for document in some if not READERS[export.name](export.write(document), document)}
    assert lost == (_TOLD_BY_FIELDS if export.name == "docx" else set())


@pytest.fixture(scope="module")
def corpus(shared: Path) -> list[PolicyDocument]:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [PolicyDocument.parse(json.loads(line)["text"]) for line in lines]
