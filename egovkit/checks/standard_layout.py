"""A text laid out as the standard wants it (标准版式): what the cases of the rules of layout depart from, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.element_styles import BY_ELEMENT, RED, STYLES, Style, style_of
from egovkit.models.issuance import NumberForm
from egovkit.models.layout import (
    Border,
    Footer,
    Layout,
    Leftover,
    LeftoverKind,
    ParagraphFormat,
    RunFormat,
    Where,
)
from egovkit.models.layout_profile import FONTS
from egovkit.models.type_area import NOMINAL

__all__ = ["IMPRINT", "RULE", "changed", "standard_layout"]

RULE: Final = Border("bottom", "single", 1.5, RED)
"""The rule under the number (版头分隔线): 7.2.7."""
_DOUBLE: Final = Border("bottom", "thickThinSmallGap", 3.0, RED)
IMPRINT: Final = (Border("top", "single", 1.0, "000000"), Border("bottom", "single", 1.0, "000000"))
"""The first and the last rule of the imprint (版记首末分隔线): 7.4.1."""
# What of the place of an element its style does not say.
_AROUND: Final[dict[Element, dict[str, Any]]] = {
    Element.NUMBER: {"blanks": 2, "borders": (RULE,)},
    Element.RECIPIENTS: {"blanks": 1},
    Element.COPIED_TO: {"where": Where.TABLE, "borders": IMPRINT},
    Element.PRINTED: {"where": Where.TABLE, "borders": IMPRINT},
}


def _given(style: Style) -> dict[str, Any]:
    """Return what a style says of paragraphs and characters."""
    font = FONTS[style.family]
    return {
        "align": style.align,
        "first": style.first,
        "left": style.left,
        "right": style.right,
        "line": style.line,
        "rule": "auto" if style.line is None else "exact",
        "keep_next": style.keep_next,
        "page_break": style.page_break,
        "han": font,
        "latin": font,
        "size": style.size,
        "bold": style.bold,
        "color": style.color,
        "spacing": style.spacing,
    }


def _footer(kind: str, side: str) -> Footer:
    style = BY_ELEMENT[Element.PAGE_NUMBER]
    left, right = (style.right if side == edge else 0.0 for edge in ("left", "right"))
    return Footer(kind, "— 1 —", side, left, right, style.size, FONTS[style.family])


_FOOTERS: Final = (_footer("default", "right"), _footer("even", "left"))
_PLACES: Final[dict[Element, dict[str, Any]]] = {
    element: _given(style) | _AROUND.get(element, {}) for element, style in BY_ELEMENT.items()
}
_OF_RUNS: Final = frozenset(field.name for field in fields(RunFormat)) - {"start", "end"}


def standard_layout(text: str) -> Layout:
    """Return the layout that the standard wants of a document (标准版式), a paragraph for each line.

    >>> layout = standard_layout("关于防火的通知\\n各县：\\n严禁用火。")
    >>> [(one.align, one.first, one.runs[0].size) for one in layout.paragraphs]
    [('center', 0.0, 22.0), ('both', 0.0, 16.0), ('both', 2.0, 16.0)]
    """
    document = PolicyDocument.parse(text)
    kinds = {block.start: block.kind for block in document.blocks}
    levels = {heading.start: heading.level for heading in document.headings}
    parts = {part.start for part in document.parts}
    ordered = document.number is not None and document.number.form is NumberForm.ORDER
    found: list[ParagraphFormat] = []
    kind, at = Element.PARAGRAPH, 0
    for line in text.split("\n"):
        kind = kinds.get(at, kind)
        given = dict(_PLACES.get(kind, {}))
        if kind is Element.HEADING:
            given |= _given(style_of(kind, levels.get(at)) or BY_ELEMENT[kind])
        elif kind is Element.NUMBER and document.signatories:
            given |= _given(STYLES["gwNumberUpward"])
        elif kind is Element.NUMBER and ordered:
            given["borders"] = ()
        elif kind is Element.PART_TITLE and at not in parts:
            given = dict(_PLACES[Element.TITLE])
        if line.strip():
            found.append(_paragraph(at, at + len(line), given))
        at += len(line) + 1
    marked = [_signed(one, text, document.signatories) for one in found]
    return Layout(text, (NOMINAL,), tuple(marked), _FOOTERS, True)


def _paragraph(start: int, end: int, given: Mapping[str, Any]) -> ParagraphFormat:
    paragraph = ParagraphFormat(start, end, (RunFormat(start, end, eastern=True),))
    return _with(paragraph, {**_PLACES[Element.PARAGRAPH], **given})


def _with(paragraph: ParagraphFormat, given: Mapping[str, Any]) -> ParagraphFormat:
    of_runs = {name: value for name, value in given.items() if name in _OF_RUNS}
    own = {name: value for name, value in given.items() if name not in _OF_RUNS}
    if "han" in of_runs:
        of_runs.setdefault("latin", of_runs["han"])
    runs = tuple(replace(run, **of_runs) for run in paragraph.runs)
    return replace(paragraph, runs=runs, **own)


def _signed(paragraph: ParagraphFormat, text: str, names: Iterable[str]) -> ParagraphFormat:
    """Set the names of who signs off in 楷体."""
    for name in names:
        if "签发人" in text[paragraph.start : paragraph.end]:
            paragraph = _worded(paragraph, text, name, {"han": FONTS["楷体"], "latin": FONTS["楷体"]})
    return paragraph


def _worded(paragraph: ParagraphFormat, text: str, word: str, given: Mapping[str, Any]) -> ParagraphFormat:
    """Set one word of a paragraph otherwise, which its last run holds."""
    at = text.find(word, paragraph.start, paragraph.end)
    last = paragraph.runs[-1]
    if at < last.start:
        return paragraph
    end = at + len(word)
    whole = (replace(last, end=at), replace(last, start=at, end=end, **given), replace(last, start=end))
    return replace(paragraph, runs=(*paragraph.runs[:-1], *(run for run in whole if run.start < run.end)))


def changed(layout: Layout, changes: Iterable[Mapping[str, Any]]) -> Layout:
    """Return a layout with changes as the files of cases write them (改版式).

    - `line = 3` and formats: of the third line, `height` that of its lines, of one `word` of it alone. `page = {top = 30.0}`. `footer = "even"` and formats, or `drop = true`.
    - `leftover = "comment"` and a `line`. `letter = true`: laid out as a letter. `plain = true`: without odd and even pages.
    """
    for change in changes:
        layout = _changed(layout, dict(change))
    return layout


def _changed(layout: Layout, change: dict[str, Any]) -> Layout:
    if "page" in change:
        return replace(layout, pages=tuple(replace(page, **change["page"]) for page in layout.pages))
    if "footer" in change:
        kind, drop = change.pop("footer"), change.pop("drop", False)
        kept = [one for one in layout.footers if one.kind != kind]
        named = [replace(one, **change) for one in layout.footers if one.kind == kind] or [Footer(kind, **change)]
        return replace(layout, footers=(*kept, *([] if drop else named)))
    if "leftover" in change:
        place = _line(layout, change["line"]) if "line" in change else None
        places = () if place is None else ((place.start, place.end),)
        left = Leftover(LeftoverKind(change["leftover"]), 1, places)
        return replace(layout, leftovers=(*layout.leftovers, left))
    if change.pop("plain", False):
        return replace(layout, odd_and_even=False)
    if change.pop("letter", False):
        return _as_letter(layout)
    if "borders" in change:
        change["borders"] = tuple(Border(**border) for border in change["borders"])
    if "where" in change:
        change["where"] = Where(change["where"])
    at = _line(layout, change.pop("line"))
    if "word" in change:
        word = _worded(at, layout.text, change.pop("word"), change)
        return replace(layout, paragraphs=tuple(word if one is at else one for one in layout.paragraphs))
    if "height" in change:
        change["line"] = change.pop("height")
    paragraphs = tuple(_with(one, change) if one is at else one for one in layout.paragraphs)
    return replace(layout, paragraphs=paragraphs)


def _line(layout: Layout, number: int) -> ParagraphFormat:
    """Return the paragraph of a line, counted from 1."""
    start = sum(len(line) + 1 for line in layout.text.split("\n")[: number - 1])
    return next(one for one in layout.paragraphs if one.start == start)


def _as_letter(layout: Layout) -> Layout:
    document = PolicyDocument.parse(layout.text)
    kinds = {block.start: block.kind for block in document.blocks}
    found = []
    for one in layout.paragraphs:
        kind = kinds.get(one.start)
        if kind in (Element.ORGAN_MARK, Element.RESIDUE):
            # A letter's mark is the name of its organ alone.
            found.append(replace(_with(one, _PLACES[Element.ORGAN_MARK]), borders=(_DOUBLE,)))
        elif kind is Element.NUMBER:
            found.append(replace(one, align="right", borders=(), blanks=0))
        elif kind is Element.COPIED_TO:
            found.append(replace(one, borders=()))
        else:
            found.append(one)
    return replace(
        layout, paragraphs=tuple(found), pages=tuple(replace(page, first_differs=True) for page in layout.pages)
    )
