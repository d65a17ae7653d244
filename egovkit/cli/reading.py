"""Everything a text holds, gathered once, and as JSON (读取结果)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Self

from egovkit.documents.document import PolicyDocument
from egovkit.documents.found import FOUND
from egovkit.documents.structure.outline import Heading
from egovkit.interchange.exports import json_of
from egovkit.interchange.source_text import Source
from egovkit.models.citation import Citation
from egovkit.models.dates import DateMention
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import Component
from egovkit.models.issuance import NumberMention
from egovkit.models.mention import Mention

__all__ = ["Reading"]


@dataclass(frozen=True)
class Reading:
    """What one text holds (一份文本的读取结果): its document, and what is found in it."""

    source: str
    text: str
    read: Source | None = None

    @classmethod
    def of(cls, name: str, source: Source) -> Self:
        """Return what a file holds, with the headings and pages that it knows of (读取文件)."""
        return cls(name, source.text, source)

    @cached_property
    def document(self) -> PolicyDocument:
        """The text as a document (文件)."""
        return PolicyDocument.parse(self.text) if self.read is None else self.read.document

    @property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Issuance numbers (发文字号)."""
        return self.document.numbers

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Dates and ranges (日期)."""
        return self.document.dates

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Citations, resolved within the text (引用)."""
        return self.document.citations

    @property
    def frameworks(self) -> tuple[Mention[Framework | Component], ...]:
        """Frameworks and slogans (框架)."""
        return self.document.frameworks

    @cached_property
    def outline(self) -> tuple[Heading, ...]:
        """The top headings of the main text, then those of each enclosed text (层次)."""
        return self.document.outline + tuple(each for part in self.document.parts for each in part.outline)

    def as_json(self) -> dict[str, Any]:
        """Return the whole as one JSON object: the document as `model_dump(include_found=True)` has it, and its source."""
        return {"source": self.source, **json_of(self.document)}

    def decisions(self) -> list[dict[str, Any]]:
        """Return what each line is taken for and why, one JSON object each (逐行判断)."""
        return [
            {**asdict(each), "text": self.text[each.start : each.end], "source": self.source}
            for each in self.document.explain()
        ]

    def as_lines(self) -> Iterator[dict[str, Any]]:
        """Yield one JSON object for the document and for everything found in it, in this order."""
        whole = self.as_json()
        found = {kind: whole.pop(kind) for kind in FOUND}
        yield {"source": whole.pop("source"), "what": "document", **whole}
        for kind, items in found.items():
            for each in items:
                yield {"source": self.source, "what": kind.removesuffix("s"), **each}
