"""Everything a text holds, gathered once, and as JSON (读取结果)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Final

from egovkit.catalogue.frameworks import find_frameworks
from egovkit.catalogue.organs import organs
from egovkit.citations.find import find_citations
from egovkit.documents.document import PolicyDocument
from egovkit.documents.outline import Heading
from egovkit.models.citation import Citation
from egovkit.models.dates import DateMention, find_dates
from egovkit.models.framework import Component, Framework
from egovkit.models.issuance import IssuanceNumber, NumberMention, find_numbers
from egovkit.models.mention import Mention

__all__ = ["CARD", "Reading", "organ_names"]

CARD: Final = {
    "title": "标题",
    "number": "发文字号",
    "issuers": "发文机关",
    "kind": "文种",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "signatories": "签发人",
    "recipients": "主送机关",
    "signature": "署名",
    "dated": "成文日期",
    "published_on": "发布日期",
    "effective_on": "施行日期",
    "effective_from_issue": "自印发之日起施行",
    "valid_for": "有效期",
    "expires_on": "失效日期",
    "repeals": "废止",
    "annexes": "附件",
    "note": "附注",
    "copied_to": "抄送",
    "printed_by": "印发机关",
    "printed_on": "印发日期",
    "index_number": "索引号",
    "topic": "主题分类",
}
"""What a document's card shows, with the Chinese term of each."""


def organ_names(number: IssuanceNumber) -> tuple[str, ...]:
    """Name the organs that a number can be of (发文机关), all candidates; () where no table knows its code.

    >>> organ_names(IssuanceNumber.parse("国办发〔2014〕66号"))
    ('国务院办公厅',)
    """
    return tuple(organ.name for organ in organs.of(number))


@dataclass(frozen=True)
class Reading:
    """What one text holds (一份文本的读取结果)."""

    source: str
    text: str

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
        return PolicyDocument.parse(self.text)

    @cached_property
    def outline(self) -> tuple[Heading, ...]:
        """The top headings of the main text, then those of each enclosed text (层次)."""
        return self.document.outline + tuple(each for part in self.document.parts for each in part.outline)

    def as_json(self) -> dict[str, Any]:
        """Return the whole as one JSON object."""
        return {
            "source": self.source,
            "document": {
                **{name: _plain(getattr(self.document, name)) for name in CARD},
                "headings": [_heading(each) for each in self.outline],
            },
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


def _plain(value: Any) -> Any:
    """Turn a field of a document into what JSON can hold: a value into its canonical string."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    return str(getattr(value, "title", None) or value) if not isinstance(value, str) else str(value)


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "level": str(heading.level),
        "ordinal": heading.ordinal,
        "start": heading.start,
        "text": heading.text,
        "children": [_heading(child) for child in heading.children],
    }


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
