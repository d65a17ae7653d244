"""What a rule reads (校核对象): the text, and each view of it made once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from egovkit.checks.bibliography import names_publications, publications
from egovkit.checks.elements import Elements
from egovkit.checks.heading_lists import breaks, sections
from egovkit.checks.laid_out import LaidOut
from egovkit.checks.odd import RARE, OddKind, odd_and_rare
from egovkit.checks.official import day_of_document, is_official
from egovkit.checks.once import once
from egovkit.checks.seeking import Seeker
from egovkit.checks.zones import Zone, bounds_of, protected
from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.structure.outline import Heading, Level
from egovkit.models.dates import DateMention
from egovkit.models.issuance import IssuanceNumber, NumberForm, NumberMention
from egovkit.models.layout import Layout
from egovkit.text.patterns import AnyPattern, LatePattern

if TYPE_CHECKING:
    from egovkit.models.citation import Citation
    from egovkit.verification.identity import Identity

__all__ = ["Subject"]

_JOINED: Final = {sign: LatePattern(f"{sign}(?=[0-9])") for sign in "-—–―－~～〜至"}
# A blank after an opening mark is a slip once or twice.
_OFTEN: Final = 3
_DIVISIONS: Final = frozenset((Level.PART, Level.CHAPTER, Level.SECTION))
_REGULAR: Final = NumberForm.REGULAR


def _flat(roots: Iterable[Heading], found: list[Heading]) -> list[Heading]:
    """Gather every heading of a tree; a generator in each heading of it takes three times as long."""
    for heading in roots:
        found.append(heading)
        if heading.children:
            _flat(heading.children, found)
    return found


class Subject:
    """A text under check (校核对象).

    `text` is the caller's string; `document`, `numbers`, `dates`, `citations` are read from it when a rule first
    asks, and once. `layout` is that of the file it was read from, where there is one. `day` is the day whose rules apply, `assumed` says that it is today's for want of a date.
    """

    def __init__(
        self, text: str, document: PolicyDocument | None = None, on: date | None = None, layout: Layout | None = None
    ) -> None:
        self.text = text
        self._document = document
        self._on = on
        self.layout = layout
        self._held: dict[str, bool] = {}
        self._identities: dict[int, Identity] = {}
        self._matches: dict[AnyPattern, list[re.Match[str]]] | None = None

    def holds(self, characters: str) -> bool:
        """Say whether one of some characters is in the text (有无字符), asked for once."""
        known = self._held.get(characters)
        if known is None:
            text, rare = self.text, self._odd_and_rare[1]
            known = False
            for character in characters:
                if character in (rare if character in RARE else text):
                    known = True
                    break
            self._held[characters] = known
        return known

    def seek(self, seeker: Seeker) -> Collection[AnyPattern]:
        """Search the text once for what the rules to come look for (一次查找), and return the patterns that are in it."""
        self._matches = seeker.matches(self.text)
        return self._matches

    def matches(self, pattern: AnyPattern) -> list[re.Match[str]]:
        """Return what `finditer` finds of a pattern that a rule seeks (字样所在)."""
        if self._matches is None:
            return list(pattern.finditer(self.text))
        return self._matches.get(pattern, [])

    @once
    def document(self) -> PolicyDocument:
        """The text as a document (公文)."""
        return self._document if self._document is not None else PolicyDocument.parse(self.text)

    @once
    def laid_out(self) -> LaidOut:
        """The layout by element (版面); of a text without one, of no page and no paragraph."""
        return LaidOut(self.layout if self.layout is not None else Layout(self.text), self.document)

    @once
    def numbers(self) -> tuple[NumberMention, ...]:
        """Every issuance number of the text (字号)."""
        return self.document.numbers

    @once
    def dates(self) -> tuple[DateMention, ...]:
        """Every date of the text (日期)."""
        return self.document.dates

    @once
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of the text (引用)."""
        return tuple(self.document.citations)

    @once
    def official(self) -> bool:
        """Whether the text is an official document of a statutory kind (是否公文)."""
        return is_official(self.document)

    @once
    def zones(self) -> list[Zone]:
        """The quotations and titles, which no edit may touch (保留区)."""
        return protected(self.text, self.holds)

    @once
    def zone_bounds(self) -> list[int]:
        """Where each of the zones begins and ends (保留区边界)."""
        return bounds_of(self.zones)

    @once
    def surrounding_bounds(self) -> list[int]:
        """Where each of the surroundings begins and ends (页面信息边界)."""
        return bounds_of(self.surroundings)

    @once
    def elements(self) -> Elements:
        """Where the document's elements stand (要素位置)."""
        return Elements(self.document)

    @once
    def regular(self) -> list[tuple[NumberMention, IssuanceNumber]]:
        """The regular numbers of the text with the value of each, which a mention makes anew (常规字号)."""
        valued = ((mention, mention.value) for mention in self.numbers)
        return [(mention, value) for mention, value in valued if value.form is _REGULAR]

    @once
    def numbered(self) -> list[tuple[Citation, NumberMention, IssuanceNumber]]:
        """The citations that bear one number, a regular one, with it and its value (有字号的引用)."""
        ones = ((citation, citation.numbers[0]) for citation in self.citations if len(citation.numbers) == 1)
        valued = ((citation, number, number.value) for citation, number in ones)
        return [(citation, number, value) for citation, number, value in valued if value.form is _REGULAR]

    def identity_of(self, citation: Citation) -> Identity:
        """Return which document of the register a citation is (同一性), looked up once."""
        known = self._identities.get(citation.start)
        if known is None:
            # What cites nothing needs no register.
            from egovkit.checks import registered
            from egovkit.verification.identity import identify

            known = self._identities[citation.start] = identify(citation, registered)
        return known

    @once
    def deviations(self) -> dict[str, list[NumberMention]]:
        """The numbers that depart from the standard's form, by deviation (偏差)."""
        found: dict[str, list[NumberMention]] = {}
        for mention in self.numbers:
            for deviation in mention.deviations:
                found.setdefault(deviation, []).append(mention)
        return found

    def deviating(self, deviation: str) -> list[NumberMention]:
        """Return the numbers with one deviation (偏差字号)."""
        return self.deviations.get(deviation, [])

    @once
    def joints(self) -> list[int]:
        """Where a connector joins what is before it to a digit (连接号)."""
        found = [
            found.start()
            for sign, joined in _JOINED.items()
            if self.holds(sign)
            for found in joined.finditer(self.text)
        ]
        return sorted(found)

    @once
    def displaced(self) -> bool:
        """Whether marks are elsewhere than their author put them, as some readers of pdf leave them (标点错位).

        An opening mark has a blank after it there, again and again.
        """
        return self.holds("“") and sum(self.text.count(f"“{blank}") for blank in " \u3000\n") >= _OFTEN

    @once
    def headings(self) -> list[list[Heading]]:
        """The headings with a number of the main text and of each enclosed one, in order of place (层次)."""
        document = self.document
        outlines = (document.outline, *(part.outline for part in document.parts))
        return [[heading for heading in _flat(roots, []) if heading.ordinal] for roots in outlines]

    @once
    def levels(self) -> list[frozenset[Level]]:
        """Which levels the headings of each list have (层次种类)."""
        return [frozenset(heading.level for heading in headings) for headings in self.headings]

    @once
    def articles(self) -> list[list[Heading]]:
        """The lists of headings that have articles (条)."""
        return [one for one, held in zip(self.headings, self.levels, strict=True) if Level.ARTICLE in held]

    @once
    def divisions(self) -> list[list[Heading]]:
        """The lists of headings that have parts, chapters or sections (编、章、节)."""
        return [one for one, held in zip(self.headings, self.levels, strict=True) if not held.isdisjoint(_DIVISIONS)]

    @once
    def numbered_headings(self) -> list[list[Heading]]:
        """The headings 一、（一）1.（1） of the main text and of each enclosed one (层次序数)."""
        return list(sections(self))

    @once
    def number_breaks(self) -> list[tuple[Heading, int, int]]:
        """The headings whose numbers do not follow, each with the number before it and its own (序号中断)."""
        return list(breaks(self))

    @once
    def _odd_and_rare(self) -> tuple[list[tuple[OddKind, int, int]], set[str]]:
        return odd_and_rare(self.text)

    @property
    def odd(self) -> list[tuple[OddKind, int, int]]:
        """The runs of odd characters: kind, start and end of each (异常字符)."""
        return self._odd_and_rare[0]

    @once
    def surroundings(self) -> list[Zone]:
        """What the page says around the document (页面信息): its table of fields, the site's own words, and what else
        such a page prints above the title.
        """
        elements = self.elements
        if not (elements.of(Element.FIELD) or elements.of(Element.RESIDUE)):
            return []
        furniture = elements.of(Element.FIELD, Element.RESIDUE)
        title = self.document.spans.get("title")
        if title is not None and furniture[0].end <= title[0]:
            lines = [block for block in elements.of(Element.PARAGRAPH) if block.end <= title[0]]
            furniture = tuple(sorted([*furniture, *lines], key=lambda block: block.start))
        return [Zone(block.start, block.end) for block in furniture]

    @once
    def bibliography(self) -> list[Zone]:
        """The lines that name publications (参考文献): marked as such, or after a heading that says so."""
        named = (self.holds("[") or self.holds("参")) and names_publications(self.text)
        return publications(self.text, self.lines) if named else []

    @once
    def lines(self) -> list[tuple[int, int]]:
        """The range of each line without its break (行)."""
        found, start = [], 0
        for line in self.text.splitlines(keepends=True):
            found.append((start, start + len(line.rstrip("\r\n"))))
            start += len(line)
        return found

    @once
    def day(self) -> date:
        """The day whose rules apply (适用日期): the one asked for, the document's own, or today."""
        if self._on is not None:
            return self._on
        return self._own_day or date.today()

    @once
    def assumed(self) -> bool:
        """Whether the day is today's because nothing in the text dates it (日期系推定)."""
        return self._on is None and self._own_day is None

    @once
    def _own_day(self) -> date | None:
        return day_of_document(self.document)
