"""What only the printed pages show (版面核验): whether the first has text, 22 lines a page, the imprint at the foot, the fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument
from egovkit.interchange.printed_pages import PrintedPage, printed_pages
from egovkit.interchange.reading import Readable, read_source
from egovkit.interchange.word.layout import read_layout
from egovkit.messages import Words
from egovkit.models.fonts import family_of
from egovkit.models.layout import Layout
from egovkit.models.type_area import HEIGHT, LINES, NOMINAL, WIDTH
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["PageFinding", "check_pages"]

_TEXT: Final = frozenset({Element.PARAGRAPH, Element.HEADING, Element.TABLE})
_FOOT: Final = NOMINAL.top + HEIGHT
_NEAR: Final = 1.0
_SIZE: Final = 16.0
_HALF: Final = 0.5
# Lines that are further apart have something between them; of 29.5 points, which another standard sets, there are 22 as well.
_NEXT: Final = 16.0
_ROUND: Final = 0.4
# So much of a paragraph is on the page on which it begins.
_BEGINNING: Final = 8
_FEW: Final = 5
_HAN: Final = LatePattern("[\u3400-\u9fff\n]")


class PageFinding(NamedTuple):
    """What a printed page has against the standard (版面问题): its kind, the page counted from 1, the clause.

    `code` is first-page, lines, imprint-foot, signature-alone or fonts; `message` is in both languages.
    """

    code: str
    page: int
    clause: str
    message: Words


def check_pages(source: Readable, pdf: bytes) -> list[PageFinding]:
    """Say what the pages of a docx, printed as a pdf, have against the standard (版面核验).

    - first-page: the first page shows no text (7.3.3). lines: a page has not 22 lines (5.2.3), measured by the distance of its lines.
    - imprint-foot: the last rule of the imprint is not at the foot of the type area (7.4.1). signature-alone: a page has a
      signature and no text (7.3.5.5).
    - fonts: a typeface was replaced, since this machine has none of its family: lines may break elsewhere.

    Errors as for `read`. Source: GB/T 9704-2012.
    """
    read = read_source(source)
    pages = printed_pages(pdf)
    return [
        *_first_page(read.document, pages),
        *_lines(pages),
        *_signature(read.document, pages),
        *_imprint(read.document, pages),
        *_fonts(read_layout(read), pages),
    ]


def _words(page: PrintedPage) -> str:
    return "".join(glyph.text for line in page.lines for glyph in line)


def _texts(document: PolicyDocument) -> list[str]:
    """Return the paragraphs and headings of the main text, without blanks."""
    end = document.parts[0].start if document.parts else len(document.text) + 1
    held = (block for block in document.blocks if block.kind in _TEXT and block.start < end)
    return [squeeze(document.text[block.start : block.end]) for block in held]


def _first_page(document: PolicyDocument, pages: Sequence[PrintedPage]) -> Iterator[PageFinding]:
    texts = _texts(document)
    if texts and pages and not any(text[:_BEGINNING] in _words(pages[0]) for text in texts):
        message = Words("the first page shows no text", "首页应当显示正文")
        yield PageFinding("first-page", 1, "GB/T 9704-2012, 7.3.3", message)


def _lines(pages: Sequence[PrintedPage]) -> Iterator[PageFinding]:
    for number, page in enumerate(pages, 1):
        # What is set in other sizes, a title or a table, has lines of its own.
        bases = [line[0].base for line in page.lines if abs(line[0].size - _SIZE) < _HALF]
        steps = [below - above for above, below in pairwise(bases) if below - above < _NEXT]
        count = int(HEIGHT / median(steps) + _ROUND) if len(steps) >= _FEW else LINES
        if count != LINES:
            message = Words(f"the page has room for {count} lines, not {LINES}", f"每面{count}行，一般为{LINES}行")
            yield PageFinding("lines", number, "GB/T 9704-2012, 5.2.3", message)
            return


def _signature(document: PolicyDocument, pages: Sequence[PrintedPage]) -> Iterator[PageFinding]:
    # What is generated or a mark of a note is printed otherwise than it is read: Han characters alone are compared.
    whole = _han("\n".join(_texts(document)))
    closing = {
        squeeze(document.text[block.start : block.end]): block.kind
        for block in document.blocks
        if block.kind in (Element.SIGNATURE, Element.DATED)
    }
    for number, page in enumerate(pages[1:], 2):
        lines = ["".join(glyph.text for glyph in line).strip() for line in page.lines]
        signed = any(closing.get(line) is Element.DATED for line in lines)
        if signed and not any(_han(line) and _han(line) in whole for line in lines if line not in closing):
            message = Words("the page has the signature and no text", "署名、成文日期不应单独在一面")
            yield PageFinding("signature-alone", number, "GB/T 9704-2012, 7.3.5.5", message)


def _han(text: str) -> str:
    return "".join(_HAN.findall(text))


def _imprint(document: PolicyDocument, pages: Sequence[PrintedPage]) -> Iterator[PageFinding]:
    if not (document.copied_to or document.printed_by or document.printed_on) or not pages:
        return
    foot = max((rule.bottom for rule in pages[-1].rules if not rule.red and rule.width > WIDTH - 2), default=None)
    if foot is not None and abs(foot - _FOOT) > _NEAR:
        message = Words(
            f"the last rule of the imprint is {foot:.0f} mm from the head of the page, not {_FOOT:.0f}",
            f"版记末条分隔线距纸顶{foot:.0f}mm，应当在版心下边缘（{_FOOT:.0f}mm）",
        )
        yield PageFinding("imprint-foot", len(pages), "GB/T 9704-2012, 7.4.1", message)


def _fonts(layout: Layout, pages: Sequence[PrintedPage]) -> Iterator[PageFinding]:
    wanted = {run.han for one in layout.paragraphs for run in one.runs if run.han is not None}
    printed = {glyph.font for page in pages for glyph in page.glyphs}
    families = {family_of(font) for font in printed} - {None}
    missing = sorted(font for font in wanted if font not in printed and family_of(font) not in families)
    if missing:
        names = "、".join(missing)
        message = Words(
            f"not on this machine, and printed in another font: {names}", f"本机没有这些字体，以他种字体排出：{names}"
        )
        yield PageFinding("fonts", 1, "GB/T 9704-2012, 5.2.2", message)
