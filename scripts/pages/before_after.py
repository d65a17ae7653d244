"""The picture of the front page: a draft as it is written, and what is read of it, drawn from what the package answers."""

from __future__ import annotations

from html import escape

from egovkit.checks import check
from egovkit.documents.document import PolicyDocument
from egovkit.errors import display_width
from egovkit.messages import Language, said
from egovkit.verification.verify import verify
from scripts.pages.languages import speaking

DRAFT = """云川市人民政府办公室
关于推进政务数据共享的通知
云川政办发[2024]012号
各县（区）人民政府：
　　根据《国务院关于加强数字政府
建设的指导意见》（国发〔2022〕41
号，以下简称《意见》），现通知如
下。
　　一、按照《意见》编制目录。
　　二、于2024年6月31日前完成。
　　云川市人民政府办公室
　　2024年3月15日
"""
CELL, LINE, HIGH = 8.0, 24, 384
LEFT, GAP, RIGHT = 300, 44, 570
MARGIN = 16
_ROOM = 50
_STYLE = (
    "text { font: 14px system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; fill: #1f2328; "
    "white-space: pre } .p { font-family: 'Noto Serif CJK SC', SimSun, serif } .l { fill: #59636e; font-size: 12px } "
    ".v { font-weight: 600 } .bad { fill: #b42318 } .good { fill: #1a7f37 } .c { fill: #0550ae }"
)


def pages() -> dict[str, str]:
    made = {}
    names: dict[Language, str] = {"en": "images/before-after.svg", "zh": "images/before-after.zh.svg"}
    for language, path in names.items():
        with speaking(language):
            made[path] = _drawn()
    return made


def _rows() -> list[tuple[str, str, str]]:
    """What is told of the draft: a label, what it says, and its style."""
    document = PolicyDocument.parse(DRAFT)
    [claim, *_] = verify(document).claims
    report = check(document)
    rows = [
        (said("title 标题", "标题"), document.title or "", "v"),
        (said("number 字号", "发文字号"), str(document.number), "v"),
        (said("issuer 发文机关", "发文机关"), "、".join(document.issuers), "v"),
        (said("dated 成文日期", "成文日期"), str(document.dated), "v"),
        (said("outline 层次", "层次"), " · ".join(heading.text for heading in document.headings), "v"),
        (said("rests on 依据", "依据"), f"《{document.citations[0].title}》", "v"),
    ]
    wrong = str(claim.citation.numbers[0].value)
    rows.append((said("verified 核验", "核验"), f"{wrong} ✗  →  {claim.instead} ✓", "bad"))
    found = {finding.code: finding for finding in report}
    for code in ("GW201", "GW204", "GW611"):
        finding = found[code]
        message = said(finding.message_en, finding.message)
        mended = f"  →  {finding.suggestion}" if finding.suggestion and len(message) < _ROOM else ""
        rows.append((code, f"{message}{mended}", "c"))
    return rows


def _drawn() -> str:
    wide = LEFT + GAP + RIGHT
    title = said("A draft, and what egovkit reads of it", "一份文稿，和 egovkit 从中读出的内容")
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {HIGH}" role="img">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect x="1" y="1" width="{LEFT - 2}" height="{HIGH - 2}" rx="6" fill="#fffdf8" stroke="#d0d7de"/>',
        f'<rect x="{LEFT + GAP}" y="1" width="{RIGHT - 2}" height="{HIGH - 2}" rx="6" fill="#f6f8fa" stroke="#d0d7de"/>',
        f'<path d="M{LEFT + 10} {HIGH / 2}h{GAP - 26}m-7-6l8 6-8 6" fill="none" stroke="#cf222e" stroke-width="3"/>',
    ]
    marked = {2: ("[2024]", "012"), 5: ("国发〔2022〕41",), 6: ("号",), 9: ("2024年6月31日",)}
    for at, line in enumerate(DRAFT.splitlines()):
        y = MARGIN + LINE + at * (LINE + 5) - 6
        for wrong in marked.get(at, ()):
            x = MARGIN + display_width(line[: line.index(wrong)]) * CELL
            width = display_width(wrong) * CELL
            drawn.append(f'<rect x="{x:g}" y="{y - 15}" width="{width:g}" height="20" rx="3" fill="#ffd7d5"/>')
        if line.strip("　"):
            drawn.append(_text(line, MARGIN, y, "p"))
    x = LEFT + GAP + MARGIN
    for at, (label, value, style) in enumerate(_rows()):
        y = MARGIN + 20 + at * 35
        drawn.append(f'<text class="l" x="{x}" y="{y}">{escape(label)}</text>')
        drawn.append(f'<text class="{style}" x="{x + 92}" y="{y}">{escape(value)}</text>')
    return "".join(f"{line}\n" for line in [*drawn, "</svg>"])


def _text(line: str, x: int, y: int, style: str) -> str:
    """A line whose characters are where its cells are, whatever font the reader has."""
    start = line[: len(line) - len(line.lstrip("　"))]
    words = line[len(start) :]
    at, width = x + display_width(start) * CELL, display_width(words) * CELL
    return f'<text class="{style}" x="{at:g}" y="{y}" textLength="{width:g}">{escape(words)}</text>'
