"""A draft as it comes from many desks (手工草稿): blanks for indents, sizes by hand, a page of another paper."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

__all__ = ["draft"]

_RED: Final = RGBColor(255, 0, 0)
# Each line with its size in points, its font and whether it is bold.
_LINES: Final = (
    ("　　　云川市人民政府文件", 32, "宋体", True),
    ("　　　　　　　　　　　云川政发〔2024〕15号", 14, "宋体", False),
    ("　　　　　关于做好冬季防火工作的通知", 18, "黑体", True),
    ("各县人民政府，市人民政府各部门：", 14, "宋体", False),
    ("　　为做好冬季“防火”工作，现将有关事项通知如下。", 14, "宋体", False),
    ("　　一、压实责任", 15, "黑体", True),
    ("　　各县要落实属地责任，各部门要明确专人——不留死角，不留盲区，严禁在林区用火。", 14, "宋体", False),
    ("　　（一）加强值守。各单位于2024年11月1日前报送值班表。", 14, "宋体", False),
    ("　　附件：1.防火责任分工", 14, "宋体", False),
    ("　　　　　2.联系人名单", 14, "宋体", False),
    ("　　　　　　　　　　　　　　　　　　　　　云川市人民政府", 14, "宋体", False),
    ("　　　　　　　　　　　　　　　　　　　　　2024年10月8日", 14, "宋体", False),
    ("抄送：市委办公室，市人大常委会办公室。", 12, "宋体", False),
    ("云川市人民政府办公室　　　　　　　　　2024年10月9日印发", 12, "宋体", False),
)


def draft() -> bytes:
    """Return the draft as a docx."""
    document = Document()
    for at, (line, size, font, is_bold) in enumerate(_LINES):
        run = document.add_paragraph().add_run(line)
        run.font.size, run.font.name, run.bold = Pt(size), font, is_bold
        run.font.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        if at == 0:
            run.font.color.rgb = _RED
    out = BytesIO()
    document.save(out)
    return out.getvalue()
