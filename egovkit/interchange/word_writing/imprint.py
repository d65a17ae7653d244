"""The imprint (版记) of a docx that is written: who gets a copy, who printed it and when, at the foot of the last page."""

from __future__ import annotations

from typing import Final

from egovkit.documents.laying_out.element_styles import STYLES
from egovkit.documents.laying_out.layout import Sheet
from egovkit.interchange.word_writing.pieces import BORDERLESS, border, grid, paragraph, run, tabs, twips
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import NOMINAL, TWIPS, WIDTH

__all__ = ["ANCHOR", "imprint", "imprint_table"]

ANCHOR: Final = paragraph("gwBase", line=1.0)
"""A table that floats is anchored at the paragraph after it (定位段): this one takes no room."""

_WIDE: Final = WIDTH * TWIPS / 20
# 7.4.1: the first and the last rule 0.35 mm, those between 0.25 mm.
_OUTER: Final = 0.35 * 72 / 25.4
_INNER: Final = 0.25 * 72 / 25.4
# The table is at the foot of the type area, whatever the text before it leaves room for. Placed by the paper's edge it floats in
# every word processor; placed by the margin, LibreOffice before 7.6 takes one that is as wide as the text for a common table.
_PLACE: Final = (
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{left}" '
    'w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>'
)


def imprint(sheet: Sheet, profile: LayoutProfile, *, is_letter: bool) -> str:
    """Return the imprint (版记); of a letter only who gets a copy, without rules (10.1). Empty where nothing is printed."""
    rows = list(_rows(sheet, profile, is_letter))
    return imprint_table(rows, profile, is_letter=is_letter) + ANCHOR if rows else ""


def imprint_table(rows: list[str], profile: LayoutProfile, *, is_letter: bool) -> str:
    """Return the table of an imprint (版记表格), of the paragraphs of its rows: as wide as the type area, at its foot."""
    rules = [_OUTER, *[_INNER] * (len(rows) - 1)]
    last = border("bottom", _OUTER)
    # Margins that allow for a grid end under the type area: there the last rule is over a row of what is between.
    below = (NOMINAL.bottom - profile.page.bottom) * 72 / 25.4
    if below > 0:
        rows = [*rows, paragraph("gwBase", line=below - _OUTER)]
        rules.append(_OUTER)
        last = ""
    if is_letter:
        rules, last = [0.0] * len(rows), ""
    wide = twips(_WIDE)
    place = _PLACE.format(left=round(profile.page.left * TWIPS))
    held = "".join(_row(row, rule, wide) for row, rule in zip(rows, rules, strict=True))
    return (
        f'<w:tbl><w:tblPr>{place}<w:tblW w:w="{wide}" w:type="dxa"/><w:tblBorders>{last}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{BORDERLESS}</w:tblPr>{grid([_WIDE])}{held}</w:tbl>'
    )


def _row(held: str, rule: float, wide: int) -> str:
    edge = f"<w:tcBorders>{border('top', rule)}</w:tcBorders>" if rule else ""
    return f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{edge}</w:tcPr>{held}</w:tc></w:tr>'


def _rows(sheet: Sheet, profile: LayoutProfile, is_letter: bool) -> list[str]:
    rows: list[str] = []
    if sheet.keywords:
        words = run("主题词：", profile, family="黑体") + run("　".join(sheet.keywords), profile)
        rows.append(paragraph("gwCopiedTo", words))
    if sheet.copied_to:
        rows.append(paragraph("gwCopiedTo", run(f"抄送：{sheet.copied_to}。", profile)))
    day = sheet.printed_on and f"{sheet.printed_on}印发"
    if (sheet.printed_by or day) and not is_letter:
        style = STYLES["gwPrinted"]
        # 7.4.3: the date one character from the right.
        stop = tabs([("right", _WIDE - style.size)])
        gap = "\t" if day else ""
        rows.append(paragraph(style, run(f"{sheet.printed_by}{gap}{day}", profile), tabs=stop))
    return rows
