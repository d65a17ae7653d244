"""What it costs to read, judge and lay out a long docx: sixty pages of text with a format of its own on every run."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import docx
from docx.shared import Pt

import egovkit
from benchmarks.clock import best_seconds
from benchmarks.table import Row

_PAGES: Final = 60
# 22 lines of 28 characters fill a page.
_LINES: Final = 22
_LINE: Final = "各县要落实责任，严禁在林区用火，切实加强组织领导，压实工作责任，"
_NUMERALS: Final = "一二三四五六七八九"


def measure() -> list[Row]:
    data = _docx(_PAGES)
    source = egovkit.read_source(data)
    layout = egovkit.read_layout(source)
    works = {
        "read_layout": lambda: egovkit.read_layout(source),
        "check of the layout": lambda: egovkit.check(source, layout=layout, rules="GW7"),
        "lay_out": lambda: egovkit.lay_out(data),
    }
    times = {work: best_seconds(do) for work, do in works.items()}
    rows: list[Row] = [{"work": work, "seconds": f"{spent:.2f}", "at most": ""} for work, spent in times.items()]
    return [*rows, {"work": f"all of it, {_PAGES} pages", "seconds": f"{sum(times.values()):.2f}", "at most": "3"}]


def _docx(pages: int) -> bytes:
    document = docx.Document()
    for line in ("关于做好冬季防火工作的通知", "各县人民政府："):
        document.add_paragraph(line)
    for page in range(pages):
        document.add_paragraph(f"{_NUMERALS[page % 9]}、总体要求")
        for _ in range(_LINES // 3):
            paragraph = document.add_paragraph()
            for _ in range(2):
                paragraph.add_run(_LINE).font.size = Pt(14)
            paragraph.add_run("务必抓好落实。").bold = True
    for line in ("云川市人民政府", "2024年6月3日"):
        document.add_paragraph(line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
