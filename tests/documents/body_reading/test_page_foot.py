"""What a web page leaves below a document."""

from __future__ import annotations

import pytest

from tests.documents.taken import taken

TEXT = "关于防火的通知\n　　请抓好落实。\n"


@pytest.mark.parametrize(
    ("foot", "lines"),
    [
        ("扫一扫在手机打开当前页\n— 3 —\n", ["residue 扫一扫在手机打开当前页", "page_number — 3 —"]),
        ("政府网站\n版权所有：某县人民政府\n", ["residue 政府网站", "residue 版权所有：某县人民政府"]),
        ("2024年3月1日\n版权所有：某县人民政府\n", ["dated 2024年3月1日", "residue 版权所有：某县人民政府"]),
        ("某某导航\n", []),
        ("网站由某县人民政府办公室主办，" + "某县" * 30 + "。请多多指教\n", []),
        (
            "附件下载：\n名单.doc\n值班表.doc\n版权所有：某县人民政府\n",
            ["part_title 附件下载：", "part_title 名单.doc", "residue 版权所有：某县人民政府"],
        ),
        ("名单.doc\n版权所有：某县人民政府\n", ["residue 名单.doc", "residue 版权所有：某县人民政府"]),
    ],
)
def test_lines_below_a_document(foot: str, lines: list[str]) -> None:
    assert taken(TEXT + foot)[1:] == lines


def test_a_page_of_nothing_else() -> None:
    assert taken("扫一扫在手机打开当前页\n名单.doc\n") == ["residue 扫一扫在手机打开当前页", "residue 名单.doc"]
