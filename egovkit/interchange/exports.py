"""The formats that a document is written in (输出格式): one table, of which the command `convert` is made.

Each writer is loaded when it is called for: the table is asked for names alone more often than for a file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["EXPORTS", "Export", "json_of"]


class Export(NamedTuple):
    """A format that a document is written in (输出格式): its name, what is written, and what writes it, text or a file."""

    name: str
    about: str
    write: Callable[[PolicyDocument], str | bytes]


def json_of(document: PolicyDocument) -> dict[str, Any]:
    """Return a document and what is found in it as plain values (转为 JSON 对象): the one shape that it has in JSON.

    >>> from egovkit.documents.document import PolicyDocument
    >>> document = PolicyDocument.parse("关于防火的通知\\n某政发〔2024〕3号\\n各乡镇：\\n请加强巡护。")
    >>> json_of(document)["number"], PolicyDocument.model_validate(json_of(document)) == document
    ('某政发〔2024〕3号', True)
    """
    return document.model_dump(mode="json", include_found=True)


def _json(document: PolicyDocument) -> str:
    return document.model_dump_json(indent=2, include_found=True) + "\n"


def _text(document: PolicyDocument) -> str:
    return document.text + "\n"


def _markdown(document: PolicyDocument) -> str:
    from egovkit.interchange.markdown import to_markdown

    return to_markdown(document)


def _ris(document: PolicyDocument) -> str:
    from egovkit.interchange.records import to_ris

    return to_ris(document)


def _bibtex(document: PolicyDocument) -> str:
    from egovkit.interchange.records import to_bibtex

    return to_bibtex(document)


def _csl(document: PolicyDocument) -> str:
    from egovkit.interchange.records import to_csl

    return _pretty([to_csl(document)])


def _jsonld(document: PolicyDocument) -> str:
    from egovkit.interchange.linked import to_jsonld

    return _pretty(to_jsonld(document))


def _akoma_ntoso(document: PolicyDocument) -> str:
    from egovkit.interchange.akoma_ntoso import to_akoma_ntoso

    return to_akoma_ntoso(document)


def _docx(document: PolicyDocument) -> bytes:
    from egovkit.interchange.word_writing.writing import to_docx

    return to_docx(document)


def _pretty(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


EXPORTS: Final = (
    Export("json", "all that was read", _json),
    Export("md", "with headings", _markdown),
    Export("txt", "the text", _text),
    Export("ris", "a record for reference managers", _ris),
    Export("bib", "a record for BibTeX", _bibtex),
    Export("csl", "an item of CSL-JSON, for Zotero and pandoc", _csl),
    Export("jsonld", "linked data, schema.org and ELI", _jsonld),
    Export("akn", "Akoma Ntoso, XML of its structure", _akoma_ntoso),
    Export("docx", "laid out by the standard", _docx),
)
"""Every format that a document is written in."""
