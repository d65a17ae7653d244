"""Which style each paragraph of a docx gets, and what is left as it is (版式方案): by the elements that the parser recognised."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from egovkit.checks.laid_out import Laid, LaidOut, is_red
from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.element_styles import STYLES, Style, style_of
from egovkit.documents.structure.outline import Level
from egovkit.interchange.word_laying_out.apart import apart
from egovkit.interchange.word_laying_out.closing import closing_indents
from egovkit.interchange.word_laying_out.leads import leads_of
from egovkit.interchange.word_laying_out.planned import LeftAlone, Setting, Why
from egovkit.models.issuance import NumberForm
from egovkit.models.layout import Layout, Where
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import MARK_TOP, ORDER_TOP, WIDTH

if TYPE_CHECKING:
    from egovkit.interchange.word.layout import LayoutReader

__all__ = ["plan_of"]

_RULED: Final = ("gwNumber", "gwNumberUpward")
_NUMBERED: Final = re.compile("[0-9]{1,2}[.．、]")
_LABEL: Final = re.compile("附件[0-9一二三四五六七八九十]{0,3}[：:]?")
_FIRST: Final = re.compile("附件[：:]?[ 　]?[0-9]{1,2}[.．、]")
_IMPRINT: Final = (Element.COPIED_TO, Element.PRINTED)
# Heads are often tables, which place what is in them.
_IN_TABLES: Final = (
    Element.COPY_NUMBER, Element.SECRECY, Element.URGENCY, Element.ORGAN_MARK, Element.NUMBER, Element.SIGNATORIES, *_IMPRINT,
)  # fmt: skip
_CLOSING: Final = (Element.SIGNATURE, Element.DATED)
# The mark is striking and dignified (7.2.4): whatever is larger than the title is taken for meant.
_MARK_FROM: Final = 26.0


def plan_of(
    reader: LayoutReader, layout: Layout, document: PolicyDocument, profile: LayoutProfile
) -> tuple[list[Setting], list[LeftAlone]]:
    """Say of each paragraph how it is to be set, or why it is left (定方案)."""
    return _Plan(reader, layout, document, profile).made()


class _Plan:
    def __init__(self, reader: LayoutReader, layout: Layout, document: PolicyDocument, profile: LayoutProfile) -> None:
        self._reader, self._layout, self._document, self._profile = reader, layout, document, profile
        self._laid_out = LaidOut(layout, document)
        self._labels = {part.start for part in document.parts if part.label}
        self._unlabelled = {part.start for part in document.parts if not part.label}
        self._has_mark = any(laid.kind is Element.ORGAN_MARK for laid in self._laid_out.paragraphs)
        self._is_order = document.number is not None and document.number.form is NumberForm.ORDER
        imprint = [laid.paragraph for laid in self._laid_out.of(*_IMPRINT)]
        wants_rules = not self._laid_out.is_letter and not any(one.borders or one.drawn for one in imprint)
        self._unruled = [one.start for one in imprint] if wants_rules else []

    def made(self) -> tuple[list[Setting], list[LeftAlone]]:
        settings: list[Setting] = []
        left: list[LeftAlone] = []
        closing: list[Laid] = []
        for laid in self._laid_out.paragraphs:
            paragraph = laid.paragraph
            why = self._why_left(laid)
            if why is not None:
                left.append(LeftAlone(paragraph.start, paragraph.end, laid.kind, why))
                continue
            settings.append(self._setting(laid))
            if laid.kind in _CLOSING:
                closing.append(laid)
        placed = dict(closing_indents(closing, self._profile.sealed))
        settings = [replace(one, **placed[one.start]) if one.start in placed else one for one in settings]
        # The mark of a letter is placed by the paper's edge (10.1): where it is, it stays.
        top = None if self._laid_out.is_letter else ORDER_TOP if self._is_order else MARK_TOP
        return apart(settings, self._layout, self._document, self._profile, mark_top=top), left

    def _why_left(self, laid: Laid) -> Why | None:
        paragraph, kind = laid.paragraph, laid.kind
        if laid.is_mixed:
            return Why.MIXED
        if paragraph.where is Where.TABLE and kind not in _IN_TABLES:
            return Why.TABLE
        if paragraph.where is Where.BOX and kind is not Element.ORGAN_MARK:
            return Why.BOX
        if style_of(kind, laid.level) is None or kind in (Element.CONTENTS, Element.TABLE, Element.PAGE_NUMBER):
            return Why.UNKNOWN
        if paragraph.start in self._reader.hidden:
            return Why.HIDDEN
        if paragraph.start in self._reader.framed:
            return Why.FRAME
        if kind is Element.PARAGRAPH and paragraph.align in ("center", "right", "distribute"):
            return Why.PLACED
        if kind in _CLOSING and "\t" in laid.text:
            return Why.COLUMNS
        return None

    def _setting(self, laid: Laid) -> Setting:
        paragraph, kind = laid.paragraph, laid.kind
        leads, is_whole = leads_of(laid, self._document)
        style = self._style(laid, is_whole=is_whole)
        given: dict[str, Any] = {}
        if kind is Element.ORGAN_MARK:
            given = self._mark(laid, style)
        elif kind is Element.NUMBER and style.id in _RULED and self._has_mark and not self._is_order:
            # Under a number in a table the table is to draw it.
            given["is_ruled"] = not self._has_red_rule
        elif paragraph.start in self._unruled:
            is_last = paragraph.start == self._unruled[-1] or paragraph.where is Where.TABLE
            given["edges"] = ("top", "bottom") if is_last else ("top",)
        if paragraph.where is not Where.BODY and kind not in _IMPRINT:
            given["characters_only"] = True
        if kind is Element.ANNEX_NOTE:
            given["indents"] = _annex_indents(laid.text)
        if style.page_break and (
            paragraph.start in self._reader.begun or paragraph.start == self._layout.paragraphs[0].start
        ):
            given["in_page"] = True
        elif kind is Element.PART_TITLE and paragraph.start in self._unlabelled - self._reader.begun:
            # 7.3.7: an enclosed text that bears no label begins a page with its title.
            given["begins_page"] = True
        return Setting(
            self._reader.numbers[paragraph.start],
            paragraph.start,
            paragraph.end,
            kind,
            style,
            leads=leads,
            keeps_bold=self._keeps_bold(laid),
            keeps_indents=kind is Element.PARAGRAPH and "\t" in laid.text.strip(),
            **given,
        )

    def _style(self, laid: Laid, *, is_whole: bool) -> Style:
        kind = laid.kind
        if kind is Element.NUMBER and not laid.is_part:
            if self._laid_out.is_letter:
                return STYLES["gwNumberLetter"]
            if self._document.signatories:
                return STYLES["gwNumberUpward"]
        if kind is Element.PART_TITLE and not self._is_label(laid):
            return STYLES["gwTitle"]
        if kind is Element.HEADING:
            # A heading that its text follows in the same line is set as text, but for its words.
            found = style_of(kind, laid.level if is_whole else None)
            return found if found is not None else STYLES["gwBody"]
        found = style_of(kind)
        return found if found is not None else STYLES["gwBody"]

    def _is_label(self, laid: Laid) -> bool:
        """Say whether it is the label of an annex, as that of a file which is an annex itself is too."""
        return laid.paragraph.start in self._labels or _LABEL.fullmatch(laid.text.strip()) is not None

    def _mark(self, laid: Laid, style: Style) -> dict[str, Any]:
        run = self._laid_out.main(laid)
        own = run.size if run is not None else 0.0
        fitting = WIDTH / 25.4 * 72 / max(1, *map(len, laid.text.split("\n")))
        keeps = own >= _MARK_FROM or laid.paragraph.where is not Where.BODY
        size = own if keeps else min(style.size, float(int(fitting)))
        return {"size": size}

    @property
    def _has_red_rule(self) -> bool:
        rules = self._laid_out.head_rules
        return any(is_red(rule.color) for rule in rules) or (not rules and self._laid_out.has_drawings_in_head)

    def _keeps_bold(self, laid: Laid) -> bool:
        if laid.level in (Level.H3, Level.H4):
            # The custom of many organs, and in no clause.
            return True
        if laid.kind is not Element.PARAGRAPH:
            return False
        return not all(run.bold for run in laid.paragraph.runs if run.end - run.start)


def _annex_indents(text: str) -> tuple[float, float, float] | None:
    """Return where a line of the annex note is (附件说明缩进): names of several under one another, their other lines too (7.3.4)."""
    if "\n" in text:
        return None
    if _NUMBERED.match(text) is not None:
        return -1.0, 6.0, 0.0
    if _FIRST.match(text) is not None:
        return -4.0, 6.0, 0.0
    style = STYLES["gwAnnexNote"]
    return style.first, style.left, style.right
