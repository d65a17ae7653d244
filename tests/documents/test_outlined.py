"""Texts that converters write as Markdown: tags around lines, headings that only # marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from tests.documents.taken import taken

_TITLE = "# 某省能源局关于印发《评估办法》的通知\n\n某能规〔2024〕7号\n\n各市能源局：\n\n现予以印发。\n\n"


def _headings(text: str) -> list[tuple[str, str, str]]:
    return [(each.level.value, each.ordinal, each.text) for each in PolicyDocument.parse(text).headings]


@pytest.mark.parametrize(
    "markup",
    [
        '<div align="center"><img src="a.png" alt="图" width="80%"/></div>',
        "![图](data:image/png;base64," + "iVBORw0KGgo" * 40 + ")",
        "[首页](https://a.gov.cn/) > [政务公开](https://a.gov.cn/zw/) > [政策文件](https://a.gov.cn/zw/wj/)",
        "首页 > 政务公开 >> 政策文件",
    ],
)
def test_markup_in_the_head_ends_no_head(markup: str) -> None:
    document = PolicyDocument.parse(f"# 某省能源局文件\n\n{markup}\n\n" + _TITLE)
    assert document.title == "某省能源局关于印发《评估办法》的通知"
    assert str(document.number) == "某能规〔2024〕7号"
    assert document.recipients == "各市能源局"


def test_tags_around_a_line_are_the_sites_and_the_line_is_read() -> None:
    text = _TITLE.replace("某能规〔2024〕7号", '<div style="text-align: center;">某能规〔2024〕7号</div>')
    assert str(PolicyDocument.parse(text).number) == "某能规〔2024〕7号"
    assert taken(text)[1:4] == [
        'residue <div style="text-align: center;">',
        "number 某能规〔2024〕7号",
        "residue </div>",
    ]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("## 报送内容\n\n### 事项清单\n\n正文。\n\n## 报送方式\n\n",
         [("h1", "", "报送内容"), ("h2", "", "事项清单"), ("h1", "", "报送方式")]),
        # As deep as one that bears a number, as high as that.
        ("## 第一章 总则\n\n### 第一条 为规范工作，制定本办法。\n\n## 附则\n\n",
         [("chapter", "一", "总则"), ("article", "一", "为规范工作，制定本办法"), ("chapter", "", "附则")]),
        ("#### **报送内容**\n\n##### 清单\n\n", [("h1", "", "报送内容"), ("h2", "", "清单")]),
        # A sentence is none, nor what is as high as the title.
        ("## 请各地认真执行。\n\n# 其他\n\n#标签\n\n", []),
    ],
)  # fmt: skip
def test_headings_that_only_markdown_marks(text: str, headings: list[tuple[str, str, str]]) -> None:
    assert _headings(_TITLE + text) == headings


@given(st.text("国发〔2024〕7号关于的通知：。\n　 <b></div>![]()$1\\[#*&nbsp;", max_size=80))
def test_blocks_hold_every_character_once(text: str) -> None:
    document = PolicyDocument.parse(text)
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end
        assert not text[at : block.start].strip(" \u3000\n")
        at = block.end
    assert not text[at:].strip(" \u3000\n")
