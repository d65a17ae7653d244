"""Docx files drawn at random: runs split anywhere, tables, numbers, links, notes, tracked changes, boxes, headers."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any, Final

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import strategies as st

from tests.interchange.files import repack

__all__ = ["Docx", "generated_docx"]


class Docx(bytes):
    """A docx that a failing test does not print."""

    def __repr__(self) -> str:
        return "<docx>"


_LINES: Final = (
    "依照国办发[2014]66号执行,抓紧落实.",
    "一、总体要求",
    "见国务院办公厅发[2014]066号。",
    "　　各县（市、区）人民政府：",
    "从2014年3月1日起至3月5号(周五)",
    "abc def　甲 乙",
    "——引自“某文”;",
)
_NS: Final = nsdecls("w")
_NUMBER: Final = '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
_NUMBERS: Final = (
    f'<w:abstractNum {_NS} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>{_NUMBER}',
    f'<w:num {_NS} w:numId="900"><w:abstractNumId w:val="90"/></w:num>',
)
_NOTES: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    f'<w:footnotes {_NS}><w:footnote w:id="2"><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>脚注,见国发[2010]3号</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
_PROPERTIES: Final = ("", "<w:b/>", '<w:sz w:val="32"/>', '<w:color w:val="FF0000"/>')
_SIGNS: Final = ("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", '<w:br w:type="page"/>', "<w:lastRenderedPageBreak/>")


@st.composite
def _runs(draw: st.DrawFn, text: str) -> str:
    """A text in runs split at random places, some with signs in them."""
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=5)))
    runs = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        properties = draw(st.sampled_from(_PROPERTIES))
        sign = draw(st.sampled_from(("", "", "", "", *_SIGNS)))
        middle = draw(st.integers(start, end))
        pieces = f"<w:t xml:space='preserve'>{text[start:middle]}</w:t>{sign}<w:t>{text[middle:end]}</w:t>"
        runs.append(f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{pieces}</w:r>")
    return "".join(runs)


@st.composite
def _inline(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(_LINES))
    runs = draw(_runs(text))
    tracked = 'w:id="7" w:author="甲" w:date="2024-01-02T00:00:00Z"'
    match draw(st.integers(0, 7)):
        case 0:
            return f"<w:ins {tracked}>{runs}</w:ins>"
        case 1:
            return f"{runs}<w:del {tracked}><w:r><w:delText>删去</w:delText></w:r></w:del>"
        case 2:
            return f'<w:hyperlink w:anchor="a">{runs}</w:hyperlink>'
        case 3:
            return f'{runs}<w:r><w:footnoteReference w:id="2"/></w:r>'
        case 4:
            return f'<w:bookmarkStart w:id="3" w:name="a"/>{runs}<w:bookmarkEnd w:id="3"/>'
        case 5:
            return f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>{runs}"
        case 6:
            box = f"<w:txbxContent><w:p>{draw(_runs(draw(st.sampled_from(_LINES))))}</w:p></w:txbxContent>"
            pict = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
            return f"<w:r><w:t>甲</w:t>{pict}<w:t>乙</w:t></w:r>{runs}"
        case _:
            return runs


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    properties = draw(
        st.sampled_from(
            ("", "", '<w:pStyle w:val="Heading1"/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="900"/></w:numPr>')
        )
    )
    content = "".join(draw(st.lists(_inline(), min_size=1, max_size=2)))
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{content}</w:p>"


@st.composite
def _block(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 4)):
        return draw(_paragraph())
    rows = draw(st.integers(1, 2))
    columns = draw(st.integers(1, 3))
    cells = ["".join(draw(st.lists(_paragraph(), min_size=1, max_size=2))) for _ in range(rows * columns)]
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells[row * columns : (row + 1) * columns])}</w:tr>"
        for row in range(rows)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


@st.composite
def generated_docx(draw: st.DrawFn) -> Docx:
    """A docx drawn at random."""
    document: Any = docx.Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(_NUMBERS[0]))
    root.append(parse_xml(_NUMBERS[1]))
    section = document.sections[0]
    if draw(st.booleans()):
        section.header.paragraphs[0].text = "内部资料,第[1]期"
    if draw(st.booleans()):
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].add_run("内部资料,")
        section.first_page_header.paragraphs[0].add_run("第[1]期")
    if draw(st.booleans()):
        section.footer.paragraphs[0].text = "— 1 —"
        section.footer.add_paragraph("云川市政府印制.")
    body = document.element.body
    for block in draw(st.lists(_block(), min_size=1, max_size=5)):
        body.insert(len(body) - 1, parse_xml(block.replace(">", f" {_NS}>", 1)))
    out = BytesIO()
    document.save(out)
    return Docx(_with_notes(out.getvalue()))


def _with_notes(data: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

    def change(name: str, part: bytes) -> bytes:
        if name == "[Content_Types].xml":
            override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
            return part.replace(b"</Types>", override.encode())
        if name == "word/_rels/document.xml.rels":
            relation = f'<Relationship Id="rIdNotes" Type="{link}" Target="footnotes.xml"/></Relationships>'
            return part.replace(b"</Relationships>", relation.encode())
        return part

    out = BytesIO(repack(data, change))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/footnotes.xml", _NOTES)
    return out.getvalue()
