"""Draw the pages that the guide on Word files shows (版面图), as LibreOffice prints them.

    python -m scripts.page_pictures   # write docs/images/word-*.png

It needs LibreOffice and the fonts of `make office`. The products that the standard's families are named by are on no machine of
Debian: Noto's stand in for them.
"""

from __future__ import annotations

import os
import struct
import sys
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # has no types

from egovkit.documents.document import PolicyDocument
from egovkit.interchange.rendering import render_docx
from egovkit.interchange.word_laying_out.laying_out import lay_out
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.models.layout_profile import FONTS, LayoutProfile
from scripts.draft import draft

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
_DPI = 62
_GAP = 10
_GREY = 128
_MOST = 150_000
_STAND_INS = {"黑体": "Noto Sans CJK SC", "小标宋": "Noto Serif CJK SC:bold"}
_FONTS = """<?xml version="1.0"?>
<fontconfig><include>/etc/fonts/fonts.conf</include>{matches}</fontconfig>
"""
_MATCH = (
    '<match target="pattern"><test name="family"><string>{font}</string></test><edit name="family" mode="assign" '
    'binding="strong"><string>{stand_in}</string></edit>{weight}</match>'
)
_WEIGHT = '<edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'

NOTICE = PolicyDocument.compose(
    organ_mark="云川市人民政府办公室文件",
    number="云川政办发〔2024〕12号",
    title="云川市人民政府办公室关于印发《云川市政务信息系统迁移上云工作方案》的通知",
    recipients="各县（区）人民政府，市人民政府各部门、各直属机构",
    lines=[
        "《云川市政务信息系统迁移上云工作方案》已经市人民政府同意，现印发给你们，请结合实际认真组织实施。",
        "一、总体要求",
        "坚持统一规划、分级实施，数据一数一源，谁提供谁负责。",
        "（一）工作目标。到2025年底，全市政务信息系统全部迁移上云，服务事项全部上线。",
        "（二）实施范围。市、县两级人民政府部门的政务信息系统，涉密系统除外。",
        "二、重点任务",
        "1.摸清底数。各单位于2024年4月30日前完成系统清查，编制迁移清单。",
        "2.有序迁移。市数据局会同有关部门制定迁移计划，分批组织实施，确保业务不断、数据不丢。",
        "三、保障措施",
        "市财政局统筹安排经费，市数据局每季度通报进展。对落实不力的，予以通报批评。",
    ],
    annexes=["迁移任务分工表", "迁移进度安排"],
    signature=["云川市人民政府办公室"],
    dated="2024年3月5日",
    note="此件公开发布",
    copied_to="市委各部门，市人大常委会办公室，市政协办公室，市监委，市中级人民法院，市人民检察院",
    printed_by="云川市人民政府办公室",
    printed_on="2024年3月6日",
)
LETTER = PolicyDocument.compose(
    organ_mark="云川市数据局",
    number="云数函〔2024〕3号",
    title="云川市数据局关于商请提供政务数据目录的函",
    recipients="云川市财政局",
    lines=["为做好政务信息系统迁移上云工作，请贵单位于2024年4月30日前提供政务数据目录。", "专此函达。"],
    signature=["云川市数据局"],
    dated="2024年3月12日",
    copied_to="市人民政府办公室",
)


class Picture(NamedTuple):
    """Rows of pixels, three bytes each."""

    width: int
    rows: list[bytes]


def pages(document: PolicyDocument, profile: LayoutProfile | None = None) -> list[Picture]:
    """Return the pages of a document, printed."""
    return drawn(to_docx(document, profile))


def drawn(docx: bytes) -> list[Picture]:
    """Return the pages of a docx, printed with the fonts that stand in."""
    with tempfile.TemporaryDirectory() as folder:
        matches = "".join(
            _MATCH.format(
                font=font,
                stand_in=_STAND_INS.get(family, "Noto Serif CJK SC").partition(":")[0],
                weight=_WEIGHT if ":bold" in _STAND_INS.get(family, "") else "",
            )
            for family, font in FONTS.items()
        )
        config = Path(folder) / "fonts.conf"
        config.write_text(_FONTS.format(matches=matches), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(config)
        try:
            pdf = pypdfium2.PdfDocument(render_docx(docx))
        finally:
            del os.environ["FONTCONFIG_FILE"]
    return [_picture(pdf[index]) for index in range(len(pdf))]


def _picture(page: object) -> Picture:
    bitmap = page.render(scale=_DPI / 72, rev_byteorder=True)  # type: ignore[attr-defined]
    step, line = bitmap.n_channels, bitmap.stride
    held = bytes(bitmap.buffer)
    rows = []
    for at in range(bitmap.height):
        row = held[at * line : at * line + bitmap.width * step]
        rows.append(bytes(value for pixel in range(0, len(row), step) for value in row[pixel : pixel + 3]))
    return Picture(bitmap.width, rows)


def beside(pictures: Sequence[Picture]) -> Picture:
    """Return pictures beside one another, each in a grey frame."""
    height = max(len(one.rows) for one in pictures)
    grey = bytes([_GREY]) * 3
    rows = []
    for at in range(-_GAP, height + _GAP):
        row = grey * _GAP
        for one in pictures:
            row += (one.rows[at] if 0 <= at < len(one.rows) else grey * one.width) + grey * _GAP
        rows.append(row)
    return Picture(sum(one.width + _GAP for one in pictures) + _GAP, rows)


def png(picture: Picture) -> bytes:
    """Return a picture as PNG, in sixteen shades of each colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    shades = bytes(round(value / 17) * 17 for value in range(256))
    raw = b"".join(b"\x00" + row.translate(shades) for row in picture.rows)
    head = struct.pack(">IIBBBBB", picture.width, len(picture.rows), 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def write(name: str, pictures: Sequence[Picture]) -> None:
    """Write pages beside one another as a picture of the docs."""
    content = png(beside(pictures))
    if len(content) > _MOST:
        raise SystemExit(f"{name} has {len(content)} bytes")
    (IMAGES / f"{name}.png").write_bytes(content)
    print(f"{name}.png: {len(content)} bytes")


def main() -> int:
    """Write the pictures."""
    write("word-notice", [*pages(NOTICE), *pages(LETTER)])
    by_hand = draft()
    write("word-format", [*drawn(by_hand)[:1], *drawn(lay_out(by_hand).data)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
