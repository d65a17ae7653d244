"""Strategies for whole documents (公文): what is printed, the document itself, and pages that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.layout import Enclosure, Sheet, lay_out
from egovkit.text.numerals import write_han

__all__ = ["Page", "documents", "pages", "sheets"]

_ORGANS = (
    "国务院办公厅", "财政部", "国家税务总局", "工业和信息化部", "广东省人民政府", "杭州市人民政府办公厅", "海关总署", "国家发展和改革委员会", "某县应急管理局",
)  # fmt: skip
_CODES = ("国办发", "财税", "税总发", "粤府", "杭政办函", "署科发", "国办函")
_MATTERS = (
    "加强政务数据共享",
    "做好今冬明春火灾防控工作",
    "推进一体化政务服务",
    "规范电子印章应用",
    "促进电子政务协调发展",
    "调整住房公积金缴存基数",
)
_KINDS = ("通知", "意见", "通告", "通报", "决定", "批复", "函", "指导意见", "实施意见")
_RECIPIENTS = (
    "",
    "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
    "各区县（自治县）人民政府",
    "各有关单位",
    "海南省人民政府",
)
_WORDS = ("总体要求", "工作目标", "重点任务", "保障措施", "组织领导", "加强宣传引导", "统一标准规范", "健全考核机制")
_SENTENCES = (
    "各地要按照本通知要求，结合实际抓紧组织实施。",
    "到2025年底，一体化平台全面建成，服务事项全部上线。",
    "有关部门按照职责分工负责。",
    "数据应当一数一源，谁提供谁负责。",
    "对落实不力的，予以通报批评。",
    "经费由同级财政予以保障。",
)
_ANNEXES = ("任务分工表", "数据共享申请表", "试点单位名单", "应用指南（试行）", "工作进度安排")
_NOTES = ("", "此件公开发布", "此件有删减", "此件依申请公开")
_CLOSINGS = ("", "本通知自印发之日起施行。", "本办法自2024年1月1日起施行，有效期5年。")
_ABOVE = ("", "首页\n当前位置：首页 > 政策\n", "设为首页\n加入收藏\n")
_BELOW = ("", "扫一扫在手机打开当前页\n", "【打印】 【关闭】\n版权所有：某县人民政府　网站地图\n")


@st.composite
def _bodies(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw the lines of a text with an outline that counts from one at each level."""
    lines = [draw(st.sampled_from(_SENTENCES))]
    for first in range(1, draw(st.integers(0, 4)) + 1):
        lines.append(f"{write_han(first)}、{draw(st.sampled_from(_WORDS))}")
        for second in range(1, draw(st.integers(0, 3)) + 1):
            lines.append(f"（{write_han(second)}）{draw(st.sampled_from(_WORDS))}。{draw(st.sampled_from(_SENTENCES))}")
            lines += [f"{n}.{draw(st.sampled_from(_SENTENCES))}" for n in range(1, draw(st.integers(0, 2)) + 1)]
        lines += draw(st.lists(st.sampled_from(_SENTENCES), max_size=2))
    closing = draw(st.sampled_from(_CLOSINGS))
    return (*lines, closing) if closing else tuple(lines)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw what a document prints, element by element, each consistent with the others (版面要素).

    >>> sheets().validate()
    """
    organs = draw(st.lists(st.sampled_from(_ORGANS), min_size=1, max_size=3, unique=True))
    day = draw(st.dates(date(1990, 1, 1), date(2025, 12, 31)))
    kind = draw(st.sampled_from(_KINDS))
    annexes = tuple(draw(st.lists(st.sampled_from(_ANNEXES), max_size=3, unique=True)))
    labels = ["附件"] if len(annexes) == 1 else [f"附件{i}" for i in range(1, len(annexes) + 1)]
    printed, enclosed = draw(st.booleans()), draw(st.booleans())
    return Sheet(
        fields=draw(st.sampled_from([(), (("索引号", "000014349/2024-00150"), ("主题分类", "综合政务"))])),
        copy_number=draw(st.sampled_from(["", "000012"])),
        secrecy=draw(st.sampled_from(["", "机密★1年", "秘密", "绝密★长期", "秘密★6个月"])),
        urgency=draw(st.sampled_from(["", "特急", "加急"])),
        organ_mark=draw(st.sampled_from(["", organs[0] + "文件"])),
        number=draw(
            st.sampled_from(["", f"{draw(st.sampled_from(_CODES))}〔{day.year}〕{draw(st.integers(1, 300))}号"])
        ),
        title=f"{organs[0]}关于{draw(st.sampled_from(_MATTERS))}的{kind}",
        recipients=draw(st.sampled_from(_RECIPIENTS)),
        lines=draw(_bodies()),
        annexes=annexes,
        signature=tuple(organs),
        dated=f"{day.year}年{day.month}月{day.day}日",
        note=draw(st.sampled_from(_NOTES)),
        enclosures=tuple(Enclosure(label, title, draw(_bodies())) for label, title in zip(labels, annexes, strict=True))
        if enclosed
        else (),
        copied_to=draw(st.sampled_from(["", "省委各部门，省军区"])) if printed else "",
        printed_by=f"{organs[0]}秘书局" if printed else "",
        printed_on=f"{day.year}年{day.month}月{day.day}日" if printed else "",
    )


def documents() -> st.SearchStrategy[PolicyDocument]:
    """Draw a document that the standard would accept (公文).

    >>> documents().validate()
    """
    return sheets().map(lambda sheet: PolicyDocument.parse(lay_out(sheet)))


@dataclass(frozen=True, slots=True)
class Page:
    """A document as a web page shows it, and what it must be read as (网页)."""

    text: str
    sheet: Sheet


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Draw a document inside a web page: navigation, odd blanks, markdown marks, page numbers (网页).

    >>> pages().validate()
    """
    sheet = draw(sheets())
    text = lay_out(sheet)
    if draw(st.booleans()):
        text = text.replace("\n\n", "\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    if draw(st.booleans()):
        text = text.replace("　　", draw(st.sampled_from(["    ", "\t", "", "\u3000\u3000\u200b"])))
    if draw(st.booleans()) and not sheet.fields:
        text = text.replace(sheet.title, f"# {sheet.title}", 1)
    return Page(draw(st.sampled_from(_ABOVE)) + text + "\n" + draw(st.sampled_from(_BELOW)), sheet)
