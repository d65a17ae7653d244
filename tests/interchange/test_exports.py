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
    # What is composed has the same headings and number too: test_writing.py. A page may have lines that read as either.
    return printed_of(read_source(written).document) == printed_of(document)


def printed_of(document: PolicyDocument) -> dict[str, Any]:
    names = (
        "title",
        "kind",
        "recipients",
        "signature",
        "signers",
        "dated",
        "note",
        "copied_to",
        "printed_on",
        "secrecy",
    )
    found = {name: getattr(document, name) for name in names}
    found["annexes"] = [annex.title for annex in document.annexes]
    return found | {"parts": [(part.kind, part.label, part.title) for part in document.parts]}


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


@pytest.mark.corpus
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.xdist_group("exports")
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_document_of_the_corpus_is_read_back(export: Export, corpus: list[PolicyDocument]) -> None:
    lost = [document.title for document in corpus if not READERS[export.name](export.write(document), document)]
    assert lost == []


@pytest.fixture(scope="module")
def corpus(shared: Path) -> list[PolicyDocument]:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [PolicyDocument.parse(json.loads(line)["text"]) for line in lines]
