"""What a rule reads (校核对象): the text, and each view of it made once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex

from egovkit.checks.scope import day_of_document, is_official
from egovkit.checks.zones import Zone, protected
from egovkit.documents.blocks import Block, Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.outline import Heading
from egovkit.models.dates import DateMention
from egovkit.models.issuance import IssuanceNumber, NumberForm, NumberMention

if TYPE_CHECKING:
    from egovkit.models.citation import Citation

__all__ = ["OddKind", "Subject"]

# What documents are written with. A run of these is passed over faster than any search finds what is none of them.
_PLAIN: Final = re.compile(
    "[\t\n\f\r\x20-\x7e\x85\xa0-\xac\xae-\xe1\xf0-\u200a\u2010-\u2029\u202f-\u205f\u2070-\u2e7f\u3000-\ud7ff"
    "\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef"
    "\U00010000-\U0002f7ff\U0002fa20-\U000dffff\U000e0080-\U000effff]*"
)
_ODD: Final = regex.compile(
    r"(?P<invisible>\p{Cf}+)"
    r"|(?P<control>[\p{Cc}--[\t\n\f\r\x85]]+)"
    r"|(?P<replacement>\ufffd+)"
    r"|(?P<private>\p{Co}+)"
    r"|(?P<full_width>[０-９Ａ-Ｚａ-ｚ]+)"
    # A dozen characters of the compatibility blocks are characters of their own.
    r"|(?P<compatibility>[[\p{Block=CJK_Radicals_Supplement}\p{Block=Kangxi_Radicals}"
    r"\p{Block=CJK_Compatibility_Ideographs}\p{Block=CJK_Compatibility_Ideographs_Supplement}]--\p{Unified_Ideograph}]+)"
    r"|(?P<garbled>(?:[\xe2-\xef][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a\u20ac\u2122]{1,2})+)",
    regex.V1,
)


# Faster than with re: a rare character that is looked back from.
_JOINED: Final = regex.compile("(?<=[-—–―－~～〜至])[0-9]")
_PARTING: Final = "，。、；："
# `re` finds the one character that a pattern begins with ten times faster than any of a set.
_MARKS: Final = tuple(re.compile(f"{mark}(?<![{_PARTING}].)[{_PARTING}]+") for mark in _PARTING)
_MONTH_DAY: Final = re.compile("月(?=[0-9]{1,2}日)")


_PUBLICATION: Final = re.compile(r"\[(?:[JZMDNCSRP]|EB)(?:/OL)?\]")
_REFERENCES: Final = re.compile(r"[#* \u3000一二三四五六七八九十、（）.]{0,12}(?:主要)?参考(?:文献|资料)[：:]?\s*")
_NEXT_PART: Final = re.compile(
    r"#{1,2} |[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[编章节条]|附[件录表])"
)


def _flat(roots: Iterable[Heading], found: list[Heading]) -> list[Heading]:
    """Gather every heading of a tree; a generator in each heading of it takes three times as long."""
    for heading in roots:
        found.append(heading)
        if heading.children:
            _flat(heading.children, found)
    return found


class OddKind(StrEnum):
    """What is odd about a character (异常字符种类)."""

    INVISIBLE = "invisible"
    CONTROL = "control"
    REPLACEMENT = "replacement"
    PRIVATE = "private"
    FULL_WIDTH = "full_width"
    COMPATIBILITY = "compatibility"
    GARBLED = "garbled"


class Subject:
    """A text under check (校核对象).

    `text` is the caller's string; `document`, `numbers`, `dates`, `citations` are read from it when a rule first
    asks, and once. `day` is the day whose rules apply, `assumed` says that it is today's for want of a date.
    """

    def __init__(self, text: str, document: PolicyDocument | None = None, on: date | None = None) -> None:
        self.text = text
        self._document = document
        self._on = on

    @cached_property
    def document(self) -> PolicyDocument:
        """The text as a document (公文)."""
        return self._document if self._document is not None else PolicyDocument.parse(self.text)

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Every issuance number of the text (字号)."""
        return self.document.numbers

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date of the text (日期)."""
        return self.document.dates

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the text (引用)."""
        return tuple(self.document.citations)

    @cached_property
    def official(self) -> bool:
        """Whether the text is an official document of a statutory kind (是否公文)."""
        return is_official(self.document)

    @cached_property
    def zones(self) -> list[Zone]:
        """The quotations and titles, which no edit may touch (保留区)."""
        return protected(self.text)

    def blocks(self, *kinds: Element) -> list[Block]:
        """Return the document's blocks of some kinds, in order (要素所在)."""
        return [block for block in self.document.blocks if block.kind in kinds]

    @cached_property
    def date_line(self) -> tuple[int, int] | None:
        """Where the date stands below the signature (成文日期所在); None where it is that of a field or a head."""
        return self._printed_as("dated", Element.DATED, Element.SIGNATURE)

    @cached_property
    def imprint_line(self) -> tuple[int, int] | None:
        """Where the date of the imprint stands (印发日期所在)."""
        return self._printed_as("printed_on", Element.PRINTED)

    def _printed_as(self, name: str, *kinds: Element) -> tuple[int, int] | None:
        span = self.document.spans.get(name)
        if span is None or not any(block.start <= span[0] < block.end for block in self.blocks(*kinds)):
            return None
        return span

    @cached_property
    def regular(self) -> list[tuple[NumberMention, IssuanceNumber]]:
        """The regular numbers of the text with the value of each, which a mention makes anew (常规字号)."""
        valued = ((mention, mention.value) for mention in self.numbers)
        return [(mention, value) for mention, value in valued if value.form is NumberForm.REGULAR]

    @cached_property
    def numbered(self) -> list[tuple[Citation, NumberMention, IssuanceNumber]]:
        """The citations that bear one number, a regular one, with it and its value (有字号的引用)."""
        ones = ((citation, citation.numbers[0]) for citation in self.citations if len(citation.numbers) == 1)
        valued = ((citation, number, number.value) for citation, number in ones)
        return [(citation, number, value) for citation, number, value in valued if value.form is NumberForm.REGULAR]

    @cached_property
    def deviations(self) -> dict[str, list[NumberMention]]:
        """The numbers that depart from the standard's form, by deviation (偏差)."""
        found: dict[str, list[NumberMention]] = {}
        for mention in self.numbers:
            for deviation in mention.deviations:
                found.setdefault(deviation, []).append(mention)
        return found

    @cached_property
    def joints(self) -> list[int]:
        """Where a connector joins what stands in front of it to a digit (连接号)."""
        return [found.start() - 1 for found in _JOINED.finditer(self.text)]

    @cached_property
    def runs_of_marks(self) -> list[tuple[int, int]]:
        """Where marks that part clauses follow one another (标点连用), by the mark that each run begins with."""
        return [found.span() for mark in _MARKS for found in mark.finditer(self.text)]

    @cached_property
    def month_days(self) -> list[int]:
        """Where 月 stands between arabic digits and a day (月日)."""
        return [found.start() for found in _MONTH_DAY.finditer(self.text)]

    @cached_property
    def headings(self) -> list[list[Heading]]:
        """The headings of the main text and of each enclosed one, in order of place (层次)."""
        document = self.document
        return [_flat(roots, []) for roots in (document.outline, *(part.outline for part in document.parts))]

    @cached_property
    def odd(self) -> list[tuple[OddKind, int, int]]:
        """The runs of odd characters: kind, start and end of each (异常字符)."""
        found: list[tuple[OddKind, int, int]] = []
        at = 0
        while (plain := _PLAIN.match(self.text, at)) is not None and plain.end() < len(self.text):
            odd = _ODD.match(self.text, plain.end())
            at = plain.end() + 1 if odd is None else odd.end()
            if odd is not None:
                found.append((OddKind(odd.lastgroup or ""), *odd.span()))
        return found

    @cached_property
    def surroundings(self) -> list[Zone]:
        """What the page says around the document: its table of fields, and the site's own words (页面信息)."""
        return [Zone(block.start, block.end) for block in self.blocks(Element.FIELD, Element.RESIDUE)]

    @cached_property
    def bibliography(self) -> list[Zone]:
        """The lines that name publications (参考文献): marked as such, or behind a heading that says so."""
        found: list[Zone] = []
        headed = "参考文献" in self.text or "参考资料" in self.text
        if not headed and _PUBLICATION.search(self.text) is None:
            return found
        listed = False
        for start, end in self.lines:
            line = self.text[start:end]
            if _REFERENCES.fullmatch(line):
                listed = True
            elif listed and _NEXT_PART.match(line):
                listed = False
            if listed or _PUBLICATION.search(line):
                found.append(Zone(start, end))
        return found

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """The range of each line without its break (行)."""
        found, start = [], 0
        for line in self.text.splitlines(keepends=True):
            found.append((start, start + len(line.rstrip("\r\n"))))
            start += len(line)
        return found

    @cached_property
    def day(self) -> date:
        """The day whose rules apply (适用日期): the one asked for, the document's own, or today."""
        if self._on is not None:
            return self._on
        return day_of_document(self.document) or date.today()

    @cached_property
    def assumed(self) -> bool:
        """Whether the day is today's because nothing in the text dates it (日期系推定)."""
        return self._on is None and day_of_document(self.document) is None
