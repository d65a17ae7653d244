"""A document as Markdown: headings are headings, text stays text."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from egovkit.documents.document import PolicyDocument
from egovkit.documents.head_reading.titles import clean_title
from egovkit.interchange.markdown import to_markdown
from egovkit.text.markup import unmarked
from tests.interchange.files import PAGE_TEXT


def _printed(text: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(to_markdown(PolicyDocument.parse(text))))


def test_a_document() -> None:
    printed = _printed(PAGE_TEXT)
    assert printed.count("<h1>") == 1
    assert "<h1>关于推进政务数据共享的实施意见</h1>" in printed
    assert re.search("<h[2-6]>一、总体要求</h[2-6]>", printed)
    assert printed.count("<tr>") == 3
    assert "<th>责任单位</th>" in printed
    assert "《国务院关于印发&lt;共享管理暂行办法&gt;的通知》" in printed


@given(st.text(st.sampled_from("《办法》一、（1.）*_#<>&|[]`~ \n\t-第条：。"), max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    document = PolicyDocument.parse(text)
    printed = MarkdownIt("commonmark").enable("table").render(to_markdown(document))
    tags = set(re.findall(r"</?([a-z0-9]+)", printed))
    assert tags <= {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
    }
    shown = html.unescape(re.sub(r"<[^>]*>", "", printed))
    left_out = {"residue", "page_number", "contents", "table", "heading"}
    for block in document.blocks:
        if block.kind.value not in left_out:
            # Markup of its own is read: links, and the marks of a heading.
            printed_as = unmarked(text)[block.start : block.end]
            words = clean_title([printed_as]) if block.kind == "title" else "".join(printed_as.split())
            assert words in "".join(shown.split())


def test_a_document_in_markdown_comes_back() -> None:
    text = (
        "# 某省能源局关于报送情况的通知\n\n各市能源局：\n\n现通知如下。\n\n## 报送内容\n\n按计划报送。\n\n### 事项清单\n\n"
        "见清单。\n\n某省能源局\n\n2024年3月1日\n"
    )
    assert to_markdown(PolicyDocument.parse(text)) == text
