"""A layout written as a docx, so that it can be read again: directly, or by styles."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

from egovkit.models.layout import Border, Footer, Layout, LeftoverKind, Page, ParagraphFormat, RunFormat, Where
from tests.interchange.files import repack
from tests.interchange.packages import package, part

__all__ = ["docx_of_layout"]

_TWIPS = 1440 / 25.4
_MARKED = 'w:id="90" w:author="甲" w:date="2024-01-02T00:00:00Z"'
_AUTHOR = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator></cp:coreProperties>'
)


def docx_of_layout(layout: Layout) -> bytes:
    """Return a docx that is laid out so; what a paragraph of a table has for lines is that of its cell."""
    body: list[str] = []
    for where, group in groupby(layout.paragraphs, key=lambda one: one.where):
        paragraphs = list(group)
        written = [_paragraph(layout, one) for one in paragraphs]
        if where is Where.TABLE:
            cells = [
                f"<w:tr><w:tc><w:tcPr>{_edges('tcBorders', one.borders)}</w:tcPr>{xml}</w:tc></w:tr>"
                for one, xml in zip(paragraphs, written, strict=True)
            ]
            body.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(cells)}</w:tbl>")
        else:
            body += written
    footers = list(layout.footers)
    named = "".join(
        f'<w:footerReference w:type="{footer.kind}" r:id="footer{at}0"/>' for at, footer in enumerate(footers)
    )
    body.append(_section(layout.pages[0], named))
    parts = [(f"footer{at}", part("ftr", _footer(footer)), 1) for at, footer in enumerate(footers)]
    switch = "<w:evenAndOddHeaders/>" if layout.odd_and_even else ""
    parts.append(("settings", part("settings", switch), 1))
    author = "王某" if any(one.kind is LeftoverKind.AUTHOR for one in layout.leftovers) else ""
    return _named(package("".join(body), parts), author)


def _named(data: bytes, author: str) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        # A relation is named as its part, without the number that tells it from others.
        content = re.sub(rb"relationships/footer[0-9]", b"relationships/footer", content)
        if name == "_rels/.rels":
            link = (
                '<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
                'core-properties" Target="docProps/core.xml"/></Relationships>'
            )
            content = content.replace(b"</Relationships>", link.encode())
        return content

    out = BytesIO(repack(data, change))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/core.xml", _AUTHOR.format(author))
    return out.getvalue()


def _section(page: Page, footers: str) -> str:
    size = [round(value * _TWIPS) for value in (page.width, page.height)]
    edges = {"top": page.top, "bottom": page.bottom, "left": page.left, "right": page.right, "footer": page.footer}
    margins = " ".join(f'w:{name}="{round(value * _TWIPS)}"' for name, value in edges.items())
    space = f' w:charSpace="{round(page.char_space * 4096)}"' if page.char_space else ""
    grid = (
        f'<w:docGrid w:type="{page.grid}" w:linePitch="{round((page.line_pitch or 0) * 20)}"{space}/>'
        if page.grid
        else ""
    )
    first = "<w:titlePg/>" if page.first_differs else ""
    return f'<w:sectPr>{footers}<w:pgSz w:w="{size[0]}" w:h="{size[1]}"/><w:pgMar {margins}/>{first}{grid}</w:sectPr>'


def _footer(footer: Footer) -> str:
    before, _, after = footer.text.partition("1")
    frame = '<w:framePr w:wrap="around"/>' if footer.framed else ""
    indent = f'<w:ind w:leftChars="{round(footer.left * 100)}" w:rightChars="{round(footer.right * 100)}"/>'
    latin = f'<w:rFonts w:ascii="{footer.latin}" w:hAnsi="{footer.latin}"/>' if footer.latin else ""
    run = f'<w:rPr>{latin}<w:sz w:val="{round(footer.size * 2)}"/></w:rPr>'
    field = f'<w:fldSimple w:instr=" PAGE "><w:r>{run}<w:t>7</w:t></w:r></w:fldSimple>'
    sides = [f'<w:r>{run}<w:t xml:space="preserve">{side}</w:t></w:r>' if side else "" for side in (before, after)]
    return f'<w:p><w:pPr>{frame}{indent}<w:jc w:val="{footer.align}"/></w:pPr>{sides[0]}{field}{sides[1]}</w:p>'


def _paragraph(layout: Layout, one: ParagraphFormat) -> str:
    left = {
        kind for kind in LeftoverKind for held in layout.leftovers if held.kind is kind and _is_in(held.places, one)
    }
    runs = "".join(_run(layout.text, run, one.spaces if at == 0 else 0, left) for at, run in enumerate(one.runs))
    if LeftoverKind.INSERTION in left:
        runs = f"<w:ins {_MARKED}>{runs}</w:ins>"
    if LeftoverKind.DELETION in left:
        runs += f"<w:del {_MARKED}><w:r><w:delText>旧</w:delText></w:r></w:del>"
    if LeftoverKind.COMMENT in left:
        runs += '<w:r><w:commentReference w:id="1"/></w:r>'
    if LeftoverKind.HIDDEN in left:
        runs += "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
    if one.drawn:
        runs = f"<w:r><w:drawing/></w:r>{runs}"
    blanks = "<w:p/>" * one.blanks
    return f"{blanks}<w:p><w:pPr>{_properties(one)}</w:pPr>{runs}</w:p>"


def _is_in(places: Iterable[tuple[int, int]], one: ParagraphFormat) -> bool:
    found = tuple(places)
    return any(start == one.start for start, _ in found) or (not found and one.start == 0)


def _properties(one: ParagraphFormat) -> str:
    line = (
        ""
        if one.line is None
        else f' w:line="{round(one.line * (240 if one.rule == "auto" else 20))}" w:lineRule="{one.rule}"'
    )
    first = "firstLine" if one.first >= 0 else "hanging"
    chars = {first: abs(one.first), "left": one.left, "right": one.right}
    indent = " ".join(f'w:{name}Chars="{round(value * 100)}"' for name, value in chars.items() if value)
    parts = (
        "<w:keepNext/>" if one.keep_next else "",
        "<w:pageBreakBefore/>" if one.page_break else "",
        _edges("pBdr", one.borders) if one.where is not Where.TABLE else "",
        f'<w:spacing w:before="{round(one.before * 20)}" w:after="{round(one.after * 20)}"{line}/>',
        f"<w:ind {indent}/>" if indent else "",
        f'<w:jc w:val="{one.align}"/>',
    )
    return "".join(parts)


def _edges(name: str, borders: Iterable[Border]) -> str:
    held = "".join(
        f'<w:{border.edge} w:val="{border.style}" w:sz="{round(border.size * 8)}" w:color="{border.color}"/>'
        for border in borders
    )
    return f"<w:{name}>{held}</w:{name}>" if held else ""


def _run(text: str, run: RunFormat, spaces: float, left: set[LeftoverKind]) -> str:
    fonts = "".join(
        f' w:{slot}="{font}"'
        for slot, font in (("ascii", run.latin), ("hAnsi", run.latin), ("eastAsia", run.han))
        if font is not None
    )
    hint = ' w:hint="eastAsia"' if run.eastern else ""
    properties = (
        f"<w:rFonts{hint}{fonts}/>"
        + ("<w:b/>" if run.bold else "")
        + f'<w:color w:val="{run.color}"/><w:spacing w:val="{round(run.spacing * 20)}"/><w:sz w:val="{round(run.size * 2)}"/>'
        + ('<w:highlight w:val="yellow"/>' if LeftoverKind.HIGHLIGHT in left else "")
    )
    held = "\u3000" * round(spaces) + escape(text[run.start : run.end])
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{held}</w:t></w:r>'
