"""Documents printed page by page, as pieces with their places or as a pdf, in the styles that offices and programs use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from egovkit.documents.laying_out.layout import Sheet
from egovkit.documents.line_breaks.printed_line import Piece
from egovkit.strategies import SetLine, set_sheet
from egovkit.text.breaking import width

FONT = "STSong-Light"


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is printed: sizes in points, the pitch of its lines, how paragraphs are set off."""

    columns: int = 28
    em: float = 16
    title_em: float = 22
    pitch: float = 28
    lines: int = 22
    left: float = 80
    indent: int = 2
    gap: float = 0
    # The left edge of odd and even pages differs by so much.
    mirror: float = 0
    # Indents are blanks of the text.
    typed: bool = False
    number: str = "— {} —"
    head: str = ""


GOVERNMENT = Style()
DENSE = Style(columns=40, em=10.5, title_em=16, pitch=16, lines=44)
SPACED = Style(columns=34, em=12, title_em=18, pitch=18, lines=36, indent=0, gap=12, number="{}")
MIRRORED = Style(columns=26, mirror=24, number="- {} -", head="某市人民政府公报")
TYPED = Style(columns=30, em=14, title_em=20, pitch=24, lines=26, typed=True, number="第{}页")
STYLES = (GOVERNMENT, DENSE, SPACED, MIRRORED, TYPED)


def pages_of(lines: Iterable[SetLine], style: Style) -> list[list[Piece]]:
    """Return the pieces of each page of set lines."""
    pages: list[list[Piece]] = [[]]
    y = 760.0
    count = 0
    for line in lines:
        if count == style.lines or y < 90:
            pages.append([])
            y, count = 760.0, 0
        em = style.title_em if line.kind == "title" else style.em
        left = style.left + (style.mirror if len(pages) % 2 else 0)
        y -= style.gap if line.first and count else 0
        text, inset = line.text, line.inset
        if style.typed and line.kind == "text" and line.first and 0 < inset < 3:
            text, inset = "\u3000" * int(inset) + text, 0.0
        x = left + inset * em
        pages[-1].append((x, x + width(text) * em, y, em, 400, text))
        y -= style.pitch * em / style.em if line.kind == "title" else style.pitch
        count += 1
    middle = style.left + style.columns * style.em / 2
    for number, page in enumerate(pages, 1):
        if style.head:
            page.append((middle, middle + width(style.head) * 9, 800.0, 9.0, 400, style.head))
        if style.number:
            text = style.number.format(number)
            page.append((middle, middle + width(text) * 12, 40.0, 12.0, 400, text))
    return pages


def set_in_style(sheet: Sheet, style: Style) -> Iterator[SetLine]:
    """Set a sheet in the columns of a style."""
    return set_sheet(sheet, style.columns, style.indent, style.columns * style.em / style.title_em)


def pdf_of_pages(pages: Sequence[Sequence[Piece]]) -> bytes:
    """Return a pdf that prints pieces where they stand."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out)
    for page in pages:
        for left, _, base, em, _, text in page:
            canvas.setFont(FONT, em)
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
