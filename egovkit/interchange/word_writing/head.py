"""The head (版头) of a docx that is written: marks, number, who signs off, red rules, by form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from egovkit.documents.laying_out.element_styles import RED, STYLES
from egovkit.documents.laying_out.layout import Sheet
from egovkit.interchange.word_writing.pieces import (
    BORDERLESS,
    border,
    borders,
    grid,
    paragraph,
    run,
    tabs,
    twips,
)
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import (
    CHARACTER,
    MARK_ASCENT,
    MARK_LINE,
    MARK_TOP,
    NOMINAL,
    ORDER_TOP,
    PAPER,
    TWIPS,
    WIDTH,
)
from egovkit.text.breaking import width

__all__ = ["Mark", "head", "letter_foot", "letter_head"]

_POINTS: Final = 72 / 25.4
_WIDE: Final = WIDTH * _POINTS
# The largest sizes of a mark, in points, of one organ and of several: the standard leaves it open.
_LARGEST: Final = 62.0
_LARGEST_JOINT: Final = 40.0
_SMALLEST: Final = 16.0
# Names one under the other are set further apart; what a line has more than its characters is over them.
_ASCENT_JOINT: Final = 0.2
_LEADING_JOINT: Final = 1.3
# 7.2.7: the rule is 4 mm under the number; a border is put under the line, which ends 2.1 mm under its characters.
_RULE: Final = borders(border("bottom", 1.5, color=RED, space=8))

# 10.1: the mark of a letter begins 30 mm from the paper's edge; its double rules are 170 mm long, 4 mm under the mark and 20 mm
# from the foot.
_LETTER_MARK: Final = 30.0
_LETTER_RULE: Final = 170.0
_LETTER_FOOT: Final = 20.0
# A border is under its line of one point; to its middle are half of a double rule besides.
_HALF_A_RULE: Final = 1.15
_LARGEST_LETTER: Final = 48.0
_ASCENT_LETTER: Final = 0.02
# A frame of half a line at the left edge, beside which the number is.
_CORNER: Final = f'<w:framePr w:w="{round(WIDTH * TWIPS / 2)}" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="left" w:y="1"/>'
# Seven eighths of a character of 3号.
_GAP: Final = 14.0


class Mark(NamedTuple):
    """What a mark says (发文机关标志): its organs, the main one first, and the word after them (文件), empty where none is."""

    organs: tuple[str, ...]
    tail: str = ""


def head(sheet: Sheet, mark: Mark | None, profile: LayoutProfile, *, is_order: bool) -> Iterator[str]:
    """Yield the head of a document, of one to a superior, of an order or of minutes (版头)."""
    corner = list(_corner(sheet, profile))
    yield from corner
    if mark is None:
        if sheet.number:
            yield from _numbered(sheet, profile, "")
        return
    yield from _marked(mark, profile, ORDER_TOP if is_order else MARK_TOP, len(corner))
    if sheet.number or sheet.signatories:
        # 7.2.5: two empty lines.
        yield from _blanks(2)
        yield from _numbered(sheet, profile, "" if is_order else _RULE)


def _blanks(count: int) -> Iterator[str]:
    return (paragraph("gwBase") for _ in range(count))


def _corner(sheet: Sheet, profile: LayoutProfile) -> Iterator[str]:
    """Yield 份号, 密级 and 紧急程度, one under the other in the upper left corner."""
    if sheet.copy_number:
        yield paragraph("gwCopyNumber", run(sheet.copy_number, profile))
    elif sheet.secrecy:
        # 7.2.2: its line is the second.
        yield paragraph("gwBase")
    for mark in filter(None, (sheet.secrecy, sheet.urgency)):
        yield paragraph("gwSecrecy", run(mark, profile))


def _marked(mark: Mark, profile: LayoutProfile, below: float, used: int) -> Iterator[str]:
    several = len(mark.organs) > 1
    longest = max(map(width, mark.organs)) + width(mark.tail)
    largest = _LARGEST_JOINT if several else _LARGEST
    size = max(_SMALLEST, min(largest, int(_WIDE / (longest + 0.5 * several))))
    # It is so far from the edge of the type area, which is not that of the margins where these allow for a grid.
    edge = (below + NOMINAL.top - profile.page.top) * _POINTS
    spacer = edge - used * profile.height - size * (_ASCENT_JOINT if several else MARK_ASCENT)
    if spacer > 1:
        yield paragraph("gwBase", line=spacer)
    if several:
        yield _joint(mark, profile, size)
    else:
        yield paragraph("gwMark", run(mark.organs[0] + mark.tail, profile, size=size), line=size * MARK_LINE)


def _joint(mark: Mark, profile: LayoutProfile, size: float) -> str:
    """Return the mark of several organs: one under the other, 文件 to the right, at half their height: 7.2.4."""
    left = max(map(width, mark.organs)) * size * MARK_LINE
    right = width(mark.tail) * size * MARK_LINE + 5
    names = "".join(
        paragraph("gwMark", run(organ, profile, size=size), line=size * _LEADING_JOINT, align="distribute")
        for organ in mark.organs
    )
    tail = paragraph("gwMark", run(mark.tail, profile, size=size), line=size * _LEADING_JOINT)
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(wide)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{held}</w:tc>'
        for wide, held in ((left, names), (right, tail))
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(left + right)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{BORDERLESS}</w:tblPr>{grid([left, right])}<w:tr>{"".join(cells)}</w:tr></w:tbl>'
    )


def _numbered(sheet: Sheet, profile: LayoutProfile, rule: str) -> Iterator[str]:
    """Yield the number with the rule under it; with who signs off on the same line: 7.2.5, 7.2.6."""
    if not sheet.signatories:
        yield paragraph("gwNumber", run(sheet.number, profile), borders=rule)
        return
    names = [sheet.signatories[at : at + 2] for at in range(0, len(sheet.signatories), 2)]
    spoken = run("签发人：", profile) + run("　".join(names[0]), profile, family="楷体")
    if len(names) == 1:
        style = STYLES["gwNumberUpward"]
        stop = tabs([("right", _WIDE - CHARACTER)])
        yield paragraph(style, run(f"{sheet.number}\t", profile), spoken, borders=rule, tabs=stop)
        return
    yield _many(sheet, profile, names)
    yield paragraph("gwBase", borders=rule, line=1.0)


def _many(sheet: Sheet, profile: LayoutProfile, names: Sequence[Sequence[str]]) -> str:
    """Return the number at the left of several lines of names, on the last of them: two a line, under one another."""
    pairs = ["　".join(pair) for pair in names]
    room = 4 + max(map(width, pairs)) + 1
    right = room * CHARACTER
    left = _WIDE - right
    style = replace(STYLES["gwSignatories"], align="left", right=0.0)
    lines = paragraph(
        style, run("签发人：", profile), run(pairs[0], profile, family="楷体"), align="left", right=0
    ) + "".join(
        paragraph(style, run(pair, profile, family="楷体"), align="left", left=4, right=0) for pair in pairs[1:]
    )
    number = paragraph("gwNumberUpward", run(sheet.number, profile))
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(wide)}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>{held}</w:tc>'
        for wide, held in ((left, number), (right, lines))
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(_WIDE)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{BORDERLESS}</w:tblPr>'
        f"{grid([left, right])}<w:tr>{''.join(cells)}</w:tr></w:tbl>"
    )


def _framed(y: float, height: float, *, around: str) -> str:
    """Return the frame of a double rule: 170 mm long, in the middle of the paper, so far from its upper edge."""
    x = (WIDTH - _LETTER_RULE) / 2 * TWIPS
    return (
        f'<w:framePr w:w="{round(_LETTER_RULE * TWIPS)}" w:h="{twips(height)}" w:hRule="exact" w:wrap="{around}" '
        f'w:vAnchor="page" w:hAnchor="margin" w:x="{round(x)}" w:y="{round(y * TWIPS)}"/>'
    )


def letter_head(sheet: Sheet, mark: Mark | None, profile: LayoutProfile) -> Iterator[str]:
    """Yield the head of a letter (信函格式): the main organ's name, a red double rule, the number at the right: 10.1."""
    if mark is not None:
        name = mark.organs[0]
        size = max(_SMALLEST, min(_LARGEST_LETTER, int(_WIDE / width(name))))
        line = round(size * MARK_LINE, 1)
        frame = _framed(_LETTER_MARK - size * _ASCENT_LETTER / _POINTS, line + 9, around="notBeside")
        # Thick over thin; the names of the two are the other way round on an upper edge.
        rule = borders(border("bottom", 3, style="thickThinSmallGap", color=RED, space=7))
        yield paragraph("gwMark", run(name, profile, size=size), frame=frame, borders=rule, line=line)
    yield paragraph("gwBase", line=_GAP)
    # The number is at the right of the first line under the rule, the marks of the corner at its left, one under the other.
    corner = [*filter(None, (sheet.copy_number, sheet.secrecy, sheet.urgency))]
    for words in corner:
        style = "gwCopyNumber" if words == sheet.copy_number else "gwSecrecy"
        yield paragraph(style, run(words, profile), frame=_CORNER if sheet.number else "")
    if sheet.number:
        yield paragraph("gwNumberLetter", run(sheet.number, profile))
        yield from _blanks(len(corner) - 1)


def letter_foot() -> str:
    """Return the head of a letter's first page, which bears the double rule at its foot: 10.1.

    In the foot it would be where the foot is: LibreOffice leaves a frame of a foot in it.
    """
    frame = _framed(PAPER[1] - _LETTER_FOOT - _HALF_A_RULE, 1, around="around")
    rule = borders(border("bottom", 3, style="thinThickSmallGap", color=RED))
    return paragraph("gwPageNumber", frame=frame, borders=rule, line=1.0) + paragraph("gwPageNumber")
