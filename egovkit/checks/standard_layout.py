"""A text laid out as the standard wants it (标准版式): what the cases of the rules of layout depart from, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.documents.outline import Level
from egovkit.models.issuance import NumberForm
from egovkit.models.layout import (
    Border,
    Footer,
    Layout,
    Leftover,
    LeftoverKind,
    Page,
    ParagraphFormat,
    RunFormat,
    Where,
)

__all__ = ["changed", "standard_layout"]

_FANG, _HEI, _KAI, _TITLE, _SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
_RED: Final = "FF0000"
_PAGE: Final = Page(210.0, 297.0, 37.0, 35.0, 28.0, 26.0, 25.5, "lines", 28.95)
_RULE: Final = Border("bottom", "single", 1.5, _RED)
_DOUBLE: Final = Border("bottom", "thickThinSmallGap", 3.0, _RED)
_IMPRINT: Final = (Border("top", "single", 1.0, "000000"), Border("bottom", "single", 1.0, "000000"))
_HEADINGS: Final = {Level.H1: _HEI, Level.H2: _KAI}
_FOOTERS: Final = (
    Footer("default", "— 1 —", "right", 0.0, 1.0, 14.0, _SONG),
    Footer("even", "— 1 —", "left", 1.0, 0.0, 14.0, _SONG),
)
# The places of an element, by the standard; of those that are not here the text's own hold.
_PLACES: Final[dict[Element, dict[str, Any]]] = {
    Element.COPY_NUMBER: {"first": 0.0},
    Element.SECRECY: {"first": 0.0, "han": _HEI},
    Element.URGENCY: {"first": 0.0, "han": _HEI},
    Element.ORGAN_MARK: {"first": 0.0, "align": "center", "han": _TITLE, "size": 42.0, "color": _RED, "line": 44.0},
    Element.NUMBER: {"first": 0.0, "align": "center", "blanks": 2, "borders": (_RULE,)},
    Element.SIGNATORIES: {"first": 0.0},
    Element.TITLE: {"first": 0.0, "align": "center", "han": _TITLE, "size": 22.0},
    Element.RECIPIENTS: {"first": 0.0, "blanks": 1},
    Element.ANNEX_NOTE: {"left": 5.0, "first": -3.0},
    Element.SIGNATURE: {"first": 0.0, "align": "right", "right": 2.0},
    Element.DATED: {"first": 0.0, "align": "right", "right": 4.0},
    Element.NOTE: {"first": 0.0, "left": 2.0},
    Element.PART_TITLE: {"first": 0.0, "han": _HEI, "page_break": True},
    Element.COPIED_TO: {"left": 4.0, "first": -3.0, "size": 14.0, "where": Where.TABLE, "borders": _IMPRINT},
    Element.PRINTED: {"left": 1.0, "first": 0.0, "size": 14.0, "where": Where.TABLE, "borders": _IMPRINT},
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
            given["han"] = _HEADINGS.get(levels.get(at, Level.H3), _FANG)
        elif kind is Element.NUMBER and document.signatories:
            given |= {"align": "left", "first": 1.0}
        elif kind is Element.NUMBER and ordered:
            given["borders"] = ()
        elif kind is Element.PART_TITLE and at not in parts:
            given = dict(_PLACES[Element.TITLE])
        if line.strip():
            found.append(_paragraph(at, at + len(line), given))
        at += len(line) + 1
    marked = [_signed(one, text, document.signatories) for one in found]
    return Layout(text, (_PAGE,), tuple(marked), _FOOTERS, True)


def _paragraph(start: int, end: int, given: Mapping[str, Any]) -> ParagraphFormat:
    run = RunFormat(start, end, _FANG, _FANG, 16.0, spacing=-0.25, eastern=True)
    paragraph = ParagraphFormat(start, end, (run,), align="both", first=2.0, line=28.95, rule="exact")
    return _with(paragraph, given)


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
            paragraph = _worded(paragraph, text, name, {"han": _KAI, "latin": _KAI})
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
