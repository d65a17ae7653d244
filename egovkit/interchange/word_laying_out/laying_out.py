"""An existing docx laid out by the standard (公文排版): styles by element, pages and page numbers; what it says stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final

from egovkit.checks.laid_out import LaidOut
from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.element_styles import BASE, BY_ELEMENT, STYLES
from egovkit.errors import ReadError
from egovkit.interchange.extras import extra
from egovkit.interchange.repacking import repacked
from egovkit.interchange.sources import reader_of
from egovkit.interchange.word.added import add_part
from egovkit.interchange.word.layout import LayoutReader
from egovkit.interchange.word.mending import MendError, refuse_signed
from egovkit.interchange.word.pages import find_pages
from egovkit.interchange.word.parts import OpenParts
from egovkit.interchange.word.properties import elements
from egovkit.interchange.word.reading import read_docx, trace_docx
from egovkit.interchange.word.styles import style_xml
from egovkit.interchange.word_laying_out.feet import Feet, set_feet
from egovkit.interchange.word_laying_out.imprint_table import put_at_foot
from egovkit.interchange.word_laying_out.page_setting import set_pages
from egovkit.interchange.word_laying_out.plan import plan_of
from egovkit.interchange.word_laying_out.planned import LeftAlone, Setting
from egovkit.interchange.word_laying_out.setting import set_blank, set_paragraph
from egovkit.models.layout_profile import LayoutProfile

__all__ = ["Formatted", "LaidParagraph", "lay_out"]

# How often what the new outline makes of the text is asked before what wavers is left.
_ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class LaidParagraph:
    """A paragraph that was set (已排段落): `start` to `end` of the text, its element, and what its style is called."""

    start: int
    end: int
    element: Element
    style: str


@dataclass(frozen=True, slots=True)
class Formatted:
    """A docx that was laid out (排版结果).

    - `data`: the file; what was given where nothing had to be changed. `done`: the paragraphs that have the style of their
      element. `left`: those that are as they were, each with why.
    - `pages`: of how many sections paper or margins were others. `numbers`: what became of the page numbers: right, set, or left
      because a foot holds other words or a picture.
    """

    data: bytes = field(repr=False)
    done: tuple[LaidParagraph, ...] = ()
    left: tuple[LeftAlone, ...] = ()
    pages: int = 0
    numbers: str = Feet.RIGHT


def lay_out(docx_bytes: bytes, profile: LayoutProfile | None = None) -> Formatted:
    """Lay out an existing docx as the standard wants it (公文排版), each paragraph by the element it was recognised as.

    Paragraphs get styles (公文标题, 公文正文, 附件说明 …), and lose what was set by hand against them: fonts, sizes, colours,
    indents, line heights, the blanks that a paragraph opens with. Words in bold or underlined inside of a text, links, notes,
    comments, tracked changes, pictures and tables stay, and so does every character of the text. Pages get the paper and the
    margins of the standard, and page numbers on the outside. An imprint without rules that ends the file gets them, in a table at the
    foot of the last page. `profile` says what the standard leaves open.

    What is not recognised is left as it is, and named in the result: tables, text boxes, what is centred and no title. Parts of
    the package in which nothing changes are byte for byte what they were; a second run changes nothing.

    MendError for a docx that is signed; ReadError as for `read`, and for what is no docx. Source: GB/T 9704-2012.
    """
    profile = LayoutProfile() if profile is None else profile
    if reader_of(docx_bytes).format != "docx":
        raise ReadError(
            "read.layout", "only a docx is laid out: save it as docx or write one with `egovkit convert` first"
        )
    return _Laying(docx_bytes, profile).done()


class _Laying:
    """One docx that is laid out."""

    def __init__(self, data: bytes, profile: LayoutProfile) -> None:
        self._data, self._profile = data, profile
        self._parts = OpenParts(data)
        self._word = trace_docx(data, self._parts.package)
        self._reader = LayoutReader(self._parts.package, self._word)
        layout = self._reader.read()
        # From here on the parts are open to be changed: no two trees of one.
        self._parts.package.let_go()
        # The lines that a style draws go with it.
        own = self._reader.own_lines
        paragraphs = (
            one if one.borders == own[one.start] else replace(one, borders=own[one.start]) for one in layout.paragraphs
        )
        self._layout = replace(layout, paragraphs=tuple(paragraphs))

    def done(self) -> Formatted:
        parts, word = self._parts, self._word
        settings, left, document = self._settled()
        pages, numbers = self._set(settings, document)
        done = tuple(LaidParagraph(one.start, one.end, one.element, one.style.name) for one in settings)
        if not parts.changed:
            return Formatted(self._data, done, tuple(left), pages, numbers)
        refuse_signed(self._data)
        written = repacked(self._data, parts.written())
        parts.close()
        if read_docx(written) != word.text:
            raise MendError("mend.text", "laid out it would not read as it does: lay it out by hand")
        return Formatted(written, done, tuple(left), pages, numbers)

    def _set(self, settings: list[Setting], document: PolicyDocument) -> tuple[int, str]:
        """Set all that is planned, and return of how many sections the page was another, and what became of the numbers."""
        parts, word = self._parts, self._word
        names = (parts.main, *self._names("styles"), *self._names("settings"))
        before = {name: _digest(parts.root(name)) for name in names}
        # The paragraphs by number, before any run is cut.
        for setting in settings:
            strand = None
            if setting.leads:
                strand = parts.strand(word, parts.main, setting.number)
            set_paragraph(parts, setting, strand, self._reader.lists.get(setting.start, (None, None)), self._profile)
        self._blanks(settings)
        put_at_foot(parts, settings, self._profile)
        own = self._own_sections()
        pages = set_pages(parts, self._layout.pages or find_pages(own), own, self._profile)
        is_letter = LaidOut(self._layout, document).is_letter
        numbers = set_feet(parts, self._layout, own, self._profile, is_letter=is_letter)
        self._styles({setting.style.id for setting in settings}, with_numbers=numbers == Feet.SET)
        added = parts.changed - set(before)
        parts.changed = {name for name in before if _digest(parts.root(name)) != before[name]} | added
        return pages, numbers

    def _blanks(self, settings: Iterable[Setting]) -> None:
        """Set the empty paragraphs: what is kept on the page of the next is so with those between them."""
        keeping = {one.number for one in settings if one.keeps_next}
        held = sorted(self._reader.numbers.values())
        for number in self._reader.empty:
            after = bisect_right(held, number)
            set_blank(self._parts, number, keeps_next=after > 0 and held[after - 1] in keeping)

    def _settled(self) -> tuple[list[Setting], list[LeftAlone], PolicyDocument]:
        """Return the plan that its own outline does not change: styles say what a heading is, and headings what a line is."""
        read = self._word.outline
        outline = dict(read)
        plan = self._planned(outline)
        for _ in range(_ROUNDS):
            settings = plan[0]
            planned = {one.start for one in settings if not one.characters_only}
            new = {start: level for start, level in read.items() if start not in planned or not level}
            new |= {one.start: one.style.outline for one in settings if one.style.outline is not None}
            if new == outline:
                break
            outline = new
            plan = self._planned(outline)
        return plan

    def _planned(self, outline: dict[int, int]) -> tuple[list[Setting], list[LeftAlone], PolicyDocument]:
        document = PolicyDocument.parse(self._word.text, outline=outline or None)
        return *plan_of(self._reader, self._layout, document, self._profile), document

    def _names(self, kind: str) -> list[str]:
        return [part.name for part in self._parts.package.main.related(kind)]

    def _own_sections(self) -> list[Any]:
        """Return the sections in the edition of the file, as those that are read."""
        names = self._parts.names(self._parts.main)
        root = self._parts.root(self._parts.main)
        found = [
            one for one in root.iter(names("sectPr")) if next(one.iterancestors(names("sectPrChange")), None) is None
        ]
        if not found:
            # What says nothing of its page has one all the same.
            body = root.find(names("body"))
            body.append(body.makeelement(names("sectPr"), nsmap=body.nsmap))
            found = [body[-1]]
        return found

    def _styles(self, used: Iterable[str], *, with_numbers: bool) -> None:
        """Put the styles that are used into the file, in place of those of the same name."""
        parts = self._parts
        wanted = {BASE.id, *used} | ({BY_ELEMENT[Element.PAGE_NUMBER].id} if with_numbers else set())
        held = self._names("styles")
        if not held:
            etree = extra("lxml.etree", "docx", "to lay out a docx")
            space = parts.names(parts.main).space
            before = set(parts.changed)
            root = etree.fromstring(f'<w:styles xmlns:w="{space}"/>'.encode())
            add_part(parts, "styles", root)
            # A file may have a part of this name that nothing is related to: the new one has a number then.
            held = [name for name in parts.changed - before if parts.root(name) is root]
        root, names = parts.root(held[0]), parts.names(held[0])
        known = {style.get(names("styleId")): style for style in root.iter(names("style"))}
        for name, style in STYLES.items():
            if name not in wanted:
                continue
            (new,) = elements(style_xml(style, self._profile), names)
            old = known.get(name)
            if old is None:
                root.append(new)
            else:
                new.tail = old.tail
                old.getparent().replace(old, new)


def _digest(root: Any) -> bytes:
    """Return what tells a tree from what it was before, in few bytes."""
    etree = extra("lxml.etree", "docx", "to lay out a docx")
    return sha256(etree.tostring(root)).digest()
