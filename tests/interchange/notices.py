"""Notices as people write them in a word processor: any style, any direct format, blanks for indents, a table, a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from hypothesis import strategies as st

from tests.interchange.generated import Docx

__all__ = ["NOTICE", "drawn_notice"]

NOTICE: Final = (
    "云川市人民政府文件",
    "云川政发〔2024〕12号",
    "关于做好冬季防火工作的通知",
    "各县人民政府，市政府各部门：",
    "为做好“冬季防火”工作，现将有关事项通知如下。",
    "一、总体要求",
    "各县要落实责任——不留死角，严禁在林区用火。",
    "（一）加强领导。各部门要明确专人负责。",
    "1.按时报送情况。",
    "附件：防火责任分工",
    "云川市人民政府",
    "2024年6月3日",
    "（联系人：张某，电话：010-12345678）",
    "抄送：市委办公室。",
    "云川市人民政府办公室　2024年6月4日印发",
)
_STYLES: Final = ("Normal", "Body Text", "List Paragraph", "Heading 1", "Title", "Quote")
_FONTS: Final = ("宋体", "仿宋_GB2312", "微软雅黑", None)
_ALIGNED: Final = (None, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY)
_BLANKS: Final = ("", "", "　　", "    ")


@st.composite
def drawn_notice(draw: st.DrawFn) -> Docx:
    """A notice with formats drawn at random, and now and then a blank line between two elements."""
    document: Any = docx.Document()
    for line in NOTICE:
        if draw(st.integers(0, 9)) == 0:
            document.add_paragraph("")
        one = document.add_paragraph(style=draw(st.sampled_from(_STYLES)))
        middle = draw(st.integers(0, len(line)))
        for text in (draw(st.sampled_from(_BLANKS)) + line[:middle], line[middle:]):
            run = one.add_run(text)
            _dress(draw, run)
        shape = one.paragraph_format
        one.alignment = draw(st.sampled_from(_ALIGNED))
        shape.first_line_indent = draw(st.sampled_from((None, Pt(0), Pt(21), Pt(-21))))
        shape.left_indent = draw(st.sampled_from((None, Pt(42))))
        shape.space_after = draw(st.sampled_from((None, Pt(10))))
        shape.line_spacing = draw(st.sampled_from((None, 1.5, Pt(20))))
    out = BytesIO()
    document.save(out)
    return Docx(out.getvalue())


def _dress(draw: st.DrawFn, run: Any) -> None:
    font = run.font
    font.size = draw(st.sampled_from((None, Pt(12), Pt(18))))
    font.color.rgb = draw(st.sampled_from((None, RGBColor(0xFF, 0, 0), RGBColor(0, 0, 0))))
    name = draw(st.sampled_from(_FONTS))
    if name is not None:
        font.name = name
        run._element.rPr.rFonts.set(qn("w:eastAsia"), name)
