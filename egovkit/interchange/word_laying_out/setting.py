"""Sets a paragraph of a docx in the style of its element (段落排版): its properties and those of its runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from egovkit.checks.standard_layout import IMPRINT, RULE
from egovkit.documents.laying_out.element_styles import BASE, Style
from egovkit.interchange.word.elements import is_hidden
from egovkit.interchange.word.parts import OpenParts
from egovkit.interchange.word.properties import drop, drop_holder_if_empty, properties_of, put
from egovkit.interchange.word.runs import Names
from egovkit.interchange.word.strand import Strand
from egovkit.interchange.word.styles import fonts_xml, indents_xml
from egovkit.interchange.word_laying_out.planned import Setting
from egovkit.models.layout import Border
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import CHARACTER, LINE, MARK_LINE, TWIPS, WIDTH
from egovkit.text.folding import BLANKS

__all__ = ["set_blank", "set_paragraph"]

# What a style of the standard says, and a paragraph does not say again.
_OF_PARAGRAPHS: Final = (
    "pageBreakBefore", "widowControl", "kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN",
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment", "outlineLvl",
)  # fmt: skip
_OF_RUNS: Final = ("rFonts", "color", "spacing", "w", "kern", "sz", "szCs")
_BOLD: Final = ("b", "bCs")
_TEXTS: Final = ("t", "delText")
_SHARED_MARKS: Final = frozenset("“”‘’—…·")


class _Writer:
    """One paragraph that is set."""

    def __init__(self, paragraph: Any, names: Names, setting: Setting, profile: LayoutProfile) -> None:
        self._paragraph, self._names, self._setting, self._profile = paragraph, names, setting, profile
        self._texts = tuple(map(names, _TEXTS))

    def runs(self) -> Iterator[Any]:
        """Yield the runs of the paragraph itself, without those of boxes and readings in it."""
        within = self._names("p"), self._names("ruby")
        for run in self._paragraph.iter(self._names("r")):
            if next(run.iterancestors(*within), None) is self._paragraph:
                yield run

    def properties(self, number: tuple[str | None, int | None]) -> None:
        names, setting, style = self._names, self._setting, self._setting.style
        holder = properties_of(self._paragraph, names, "pPr")
        kept_indents = holder.find(names("ind")) if setting.keeps_indents else None
        drop(holder, _OF_PARAGRAPHS, names)
        put(holder, f'<w:pStyle w:val="{style.id}"/>', names)
        name, level = number
        if name is not None:
            # What the style that it had numbers it by it keeps.
            if holder.find(names("numPr")) is None:
                put(holder, f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{name}"/></w:numPr>', names)
            put(holder, indents_xml(style.left, style.right, style.first, style.size, whole=True), names)
        if setting.indents is not None:
            first, left, right = setting.indents
            put(holder, indents_xml(left, right, first, style.size, whole=True), names)
        if kept_indents is not None:
            drop(holder, ("ind",), names)
            put(holder, "<w:ind/>", names)
            holder.replace(holder.find(names("ind")), kept_indents)
        self._spacing(holder)
        self._lines(holder)
        if setting.keeps_next and holder.find(names("keepNext")) is None:
            put(holder, "<w:keepNext/>", names)
        if setting.begins_page:
            put(holder, "<w:pageBreakBefore/>", names)
        if setting.in_page:
            put(holder, '<w:pageBreakBefore w:val="0"/>', names)
        mark = holder.find(names("rPr"))
        if mark is not None:
            drop(mark, (*_OF_RUNS, *_BOLD), names)
            drop_holder_if_empty(mark)

    def _spacing(self, holder: Any) -> None:
        """Leave the empty lines that an element wants around it, and let a picture be as high as it is."""
        setting, style = self._setting, self._setting.style
        said = []
        unit = (self._profile.line or LINE) * 20
        if setting.above:
            said.append(f'w:before="{round(setting.above * unit)}"')
        if setting.below:
            said.append(f'w:after="{round(setting.below * unit)}"')
        if _has_picture(self._paragraph, self._names):
            said.append('w:line="240" w:lineRule="auto"')
        elif setting.size is not None and setting.size != style.size:
            said.append(f'w:line="{round(setting.size * 20 * MARK_LINE)}" w:lineRule="exact"')
        if said:
            put(holder, f"<w:spacing {' '.join(said)}/>", self._names)

    def _lines(self, holder: Any) -> None:
        """Draw the red rule under a number, and the lines of an imprint."""
        setting, names = self._setting, self._names
        if setting.is_ruled:
            put(holder, _border_xml("pBdr", (RULE,), 8), names)
        wanted = [one for one in IMPRINT if one.edge in setting.edges]
        cell = next(self._paragraph.iterancestors(names("tc")), None)
        if wanted and cell is not None:
            put(properties_of(cell, names, "tcPr"), _border_xml("tcBorders", wanted, 0), names)
        elif wanted and holder.find(names("pBdr")) is None:
            put(holder, _border_xml("pBdr", wanted, 1), names)
        if setting.style.id == "gwNumberUpward" and self._has_tab() and holder.find(names("tabs")) is None:
            place = round(WIDTH * TWIPS - CHARACTER * 20)
            put(holder, f'<w:tabs><w:tab w:val="right" w:pos="{place}"/></w:tabs>', names)

    def _has_tab(self) -> bool:
        return any(True for run in self.runs() for _ in run.iter(self._names("tab")))

    def characters(self, strand: Strand | None) -> None:
        """Set the runs, those of a lead in its family."""
        families: dict[Any, Style] = {}
        setting = self._setting
        if strand is not None:
            for start, end, family in setting.leads:
                # A number that the word processor generates is in no run.
                first = max(start, strand.start)
                if first < end and strand.holds(first, end):
                    families |= dict.fromkeys(strand.runs(first, end), Style("", "", family=family))
        for run in self.runs():
            self._run(run, families.get(run))

    def _run(self, run: Any, lead: Style | None) -> None:
        names, setting, style = self._names, self._setting, self._setting.style
        texts = [text.text or "" for text in run.iterchildren(*self._texts)]
        if not texts:
            return
        holder = properties_of(run, names, "rPr")
        named = holder.find(names("rStyle"))
        dropped = _OF_RUNS if setting.keeps_bold else (*_OF_RUNS, *_BOLD)
        fonts = holder.find(names("rFonts"))
        hinted = fonts is not None and fonts.get(names("hint")) == "eastAsia"
        drop(holder, dropped, names)
        hint = hinted or any(character in _SHARED_MARKS for text in texts for character in text)
        whole = named is not None or setting.characters_only
        if lead is not None or whole:
            put(holder, fonts_xml(lead or style, self._profile, hint=hint), names)
        elif hint:
            put(holder, '<w:rFonts w:hint="eastAsia"/>', names)
        size = style.size if setting.size is None else setting.size
        if whole:
            # What a style of characters says would be stronger than the style of the paragraph.
            put(holder, f'<w:color w:val="{style.color}"/><w:spacing w:val="{round(style.spacing * 20)}"/>', names)
            if not setting.keeps_bold:
                put(holder, '<w:b w:val="0"/><w:bCs w:val="0"/>', names)
        if whole or size != style.size:
            put(holder, f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>', names)
        drop_holder_if_empty(holder)

    def without_blanks(self) -> None:
        """Take out the blanks that the paragraph opens with: they stood for an indent."""
        for run in self.runs():
            if not self._is_shown(run):
                return
            for child in list(run):
                if self._is_kept(child):
                    return

    def _is_shown(self, run: Any) -> bool:
        """Say whether a run is text of the document as printed: not deleted, not hidden, no code of a field."""
        names = self._names
        transparent = frozenset(map(names, ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent")))
        for above in run.iterancestors():
            if above is self._paragraph:
                break
            if above.tag not in transparent:
                return False
        return not is_hidden(run, names)

    def _is_kept(self, child: Any) -> bool:
        """Take a blank out of its run, and say whether the paragraph begins with what is there."""
        names = self._names
        if child.tag == names("tab"):
            child.getparent().remove(child)
            return False
        if child.tag == names("t"):
            text = child.text or ""
            left = text.lstrip(BLANKS)
            if left != text:
                child.text = left or None
            return bool(left)
        return child.tag not in (names("rPr"), names("lastRenderedPageBreak"))


def _border_xml(name: str, borders: Iterable[Border], space: int) -> str:
    """Return the lines of a paragraph or a cell, `space` points from the text."""
    held = "".join(
        f'<w:{one.edge} w:val="{one.style}" w:sz="{round(one.size * 8)}" w:space="{space}" w:color="{one.color}"/>'
        for one in borders
    )
    return f"<w:{name}>{held}</w:{name}>"


def _has_picture(paragraph: Any, names: Names) -> bool:
    """Say whether a picture is in the line, which a line of a fixed height would cut off."""
    for holder in paragraph.iter(*map(names, ("drawing", "pict", "object"))):
        if holder.tag != names("drawing") or any(_local(child) == "inline" for child in holder):
            return True
    return False


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def set_paragraph(
    parts: OpenParts,
    setting: Setting,
    strand: Strand | None,
    number: tuple[str | None, int | None],
    profile: LayoutProfile,
) -> None:
    """Set a paragraph of the main part (排段落); `number` is the list and level that it is in."""
    names = parts.names(parts.main)
    writer = _Writer(parts.paragraph(parts.main, setting.number), names, setting, profile)
    writer.characters(strand)
    if not setting.characters_only:
        writer.properties(number)
        if number[0] is None and not setting.keeps_indents:
            writer.without_blanks()


def set_blank(parts: OpenParts, number: int, *, keeps_next: bool) -> None:
    """Let an empty paragraph be a line of the page (排空行), unless its height is fixed already or it holds anything."""
    names = parts.names(parts.main)
    paragraph = parts.paragraph(parts.main, number)
    properties = paragraph.find(names("pPr"))
    spacing = properties.find(names("spacing")) if properties is not None else None
    held = frozenset(map(names, ("drawing", "pict", "object", "framePr", "numPr", "pBdr", "footnoteReference")))
    if spacing is not None and spacing.get(names("lineRule")) == "exact":
        return
    if any(True for _ in paragraph.iter(*held)):
        return
    holder = properties_of(paragraph, names, "pPr")
    drop(holder, _OF_PARAGRAPHS, names)
    put(holder, f'<w:pStyle w:val="{BASE.id}"/>', names)
    if keeps_next and holder.find(names("keepNext")) is None:
        put(holder, "<w:keepNext/>", names)
    mark = holder.find(names("rPr"))
    if mark is not None:
        drop(mark, (*_OF_RUNS, *_BOLD), names)
        drop_holder_if_empty(mark)
