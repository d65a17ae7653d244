"""Everything a text holds, gathered once, and as JSON (读取结果)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Self

from egovkit.catalogue.frameworks import find_frameworks
from egovkit.citations.find import find_citations
from egovkit.cli.organs import organ_names
from egovkit.documents.document import PolicyDocument
from egovkit.documents.outline import Heading
from egovkit.interchange.exports import json_of
from egovkit.interchange.source_text import Source
from egovkit.models.citation import Citation
from egovkit.models.dates import DateMention, find_dates
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import Component
from egovkit.models.issuance import NumberMention, find_numbers
from egovkit.models.mention import Mention

__all__ = ["Reading"]


@dataclass(frozen=True)
class Reading:
    """What one text holds (一份文本的读取结果)."""

    source: str
    text: str
    read: Source | None = None

    @classmethod
    def of(cls, name: str, source: Source) -> Self:
        """Return what a file holds, with the headings and pages that it knows of (读取文件)."""
        return cls(name, source.text, source)

    @cached_property
    def numbers(self) -> list[NumberMention]:
        """Issuance numbers (发文字号)."""
        return list(find_numbers(self.text))

    @cached_property
    def dates(self) -> list[DateMention]:
        """Dates and ranges (日期)."""
        return list(find_dates(self.text))

    @cached_property
    def citations(self) -> list[Citation]:
        """Citations, resolved within the text (引用)."""
        return list(find_citations(self.text))

    @cached_property
    def frameworks(self) -> list[Mention[Framework | Component]]:
        """Frameworks and slogans (框架)."""
        return list(find_frameworks(self.text))

    @cached_property
    def document(self) -> PolicyDocument:
        """The text as a document (文件)."""
        return PolicyDocument.parse(self.text) if self.read is None else self.read.document

    @cached_property
    def outline(self) -> tuple[Heading, ...]:
        """The top headings of the main text, then those of each enclosed text (层次)."""
        return self.document.outline + tuple(each for part in self.document.parts for each in part.outline)

    def as_json(self) -> dict[str, Any]:
        """Return the whole as one JSON object."""
        return {
            "source": self.source,
            "document": json_of(self.document),
            "numbers": [_number(each) for each in self.numbers],
            "dates": [_spanned(each) for each in self.dates],
            "citations": [_citation(each, self.text) for each in self.citations],
            "frameworks": [_framework(each) for each in self.frameworks],
        }

    def decisions(self) -> list[dict[str, Any]]:
        """Return what each line is taken for and why, one JSON object each (逐行判断)."""
        return [
            {**asdict(each), "text": self.text[each.start : each.end], "source": self.source}
            for each in self.document.explain()
        ]

    def as_lines(self) -> Iterator[dict[str, Any]]:
        """Yield one JSON object for the document and for every mention, in this order."""
        whole = self.as_json()
        yield {"source": self.source, "what": "document", **whole["document"]}
        for kind in ("numbers", "dates", "citations", "frameworks"):
            for each in whole[kind]:
                yield {"source": self.source, "what": kind.removesuffix("s"), **each}


def _spanned(mention: DateMention | NumberMention | Mention[Framework | Component]) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "text": mention.text, "value": str(mention.value)}


def _framework(mention: Mention[Framework | Component]) -> dict[str, Any]:
    known = mention.value if isinstance(mention.value, Framework) else None
    return {
        **_spanned(mention),
        "set_by": str(known.set_by) if known and known.set_by else None,
        "groups": [
            {"group": str(group), "components": [str(leaf) for leaf in group.leaves]}
            for group in (known.groups if known else ())
        ],
    }


def _number(mention: NumberMention) -> dict[str, Any]:
    value = mention.value
    return {
        **_spanned(mention),
        "form": str(value.form),
        "code": value.code,
        "year": value.year,
        "serial": value.serial,
        "organs": list(organ_names(value)),
        "deviations": list(mention.deviations),
    }


def _citation(citation: Citation, text: str) -> dict[str, Any]:
    return {
        "start": citation.start,
        "end": citation.end,
        "text": text[citation.start : citation.end],
        "title": citation.title,
        "numbers": [str(number.value) for number in citation.numbers],
        "issuers": [str(issuer) for issuer in citation.issuers],
        "dated": citation.dated and str(citation.dated),
        "short_name": citation.short_name,
        "antecedent": citation.antecedent and citation.antecedent.start,
        "relation": str(citation.relation),
        "pinpoint": citation.pinpoint and str(citation.pinpoint),
    }
