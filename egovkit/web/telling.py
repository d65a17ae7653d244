"""What a document holds, as a person reads it (要素的说法)."""

from __future__ import annotations

from collections.abc import Iterator

from egovkit.documents.document_reading import DocumentReading
from egovkit.documents.elements import CARD
from egovkit.interchange.source_text import Source
from egovkit.messages import Language
from egovkit.web.shapes import ElementRow, ReadAnswer

__all__ = ["read_answer"]


def read_answer(source: Source, language: Language) -> ReadAnswer:
    """Return what a text holds (读取结果).

    >>> text = "关于防火的通知\\n某政发〔2024〕3号\\n各乡镇：\\n请加强巡护。"
    >>> [(each.name, each.lines) for each in read_answer(Source(text, "text", b""), "zh").elements][:2]
    [('标题', ('关于防火的通知',)), ('发文字号', ('某政发〔2024〕3号',))]
    """
    document = DocumentReading.of(source.document)
    return ReadAnswer(
        format=source.format, text=source.text, elements=tuple(_elements(document, language)), document=document
    )


def _elements(document: DocumentReading, language: Language) -> Iterator[ElementRow]:
    for element in CARD:
        value = getattr(document, element.field)
        if value is None or value is False or value in ((), []):
            continue
        name = element.term if language == "zh" else element.field.replace("_", " ")
        span = document.spans.get(element.field)
        start, end = (None, None) if span is None else span
        yield ElementRow(field=element.field, name=name, lines=tuple(_lines(value, language)), start=start, end=end)


def _lines(value: object, language: Language) -> Iterator[str]:
    if value is True:
        yield "是" if language == "zh" else "yes"
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _lines(each, language)
    else:
        yield value if isinstance(value, str) else str(getattr(value, "title", None) or value)
