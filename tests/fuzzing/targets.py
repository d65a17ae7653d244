"""What is drawn at random, and what has to hold of it (随机输入)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from egovkit import (
    PolicyDocument,
    annotate,
    check,
    find_citations,
    find_dates,
    find_frameworks,
    find_numbers,
    find_references,
    fix,
    rows_of,
)
from egovkit.errors import ReadError
from egovkit.interchange.markdown import to_markdown
from egovkit.interchange.reading import read
from egovkit.interchange.webpage import read_html
from egovkit.interchange.webpage_marks import annotate_html
from egovkit.models.citation import Pinpoint
from tests.interchange.files import NOTICE, PAGE, notice_docx, pdf_of, repack, shown
from tests.interchange.packages import package, paragraph, part

_WORDS: Final = [
    "国务院办公厅", "云川市人民政府", "教育部", "财政部 公安部", "国办发", "云政发", "〔2014〕", "[2014]", "（2014）", "66号", "第8号", "令", "公告",
    "2014年11月6日", "二○一四年", "11月", "起施行", "自印发之日起", "关于", "印发", "的通知", "的意见", "《甲办法》", "《", "》", "〈", "〉", "“", "”",
    "（以下简称《办法》）", "《办法》", "该办法", "第三条", "第（三）项", "第一款", "至", "、", "，", "。", "；", "：", "（", "）", "(", ")", "废止", "修改",
    "按照", "根据", "转发", "解读", "三网一库", "两网四库十二金", "一、", "（一）", "1．", "第一章", "附件：", "附件1", "抄送：", "各区县：",
    "签发人：", "特急", "机密★1年", "000001", "主题词：", "　　", " ", "\n", "\n\n", "\r\n", "\t", "\x0c", "\u200b", "\ufeff", "\x00", "\x1b[2J", "\ud800",
    "０", "①", "ⅷ", "㈠", "﹝", "〇", "零", "壹", "𠀀", "e\u0301", "<p>", "&amp;", "|", "#", "*", "=", "-", "—", "…", "～",
]  # fmt: skip
_TEXTS: Final = (
    st.lists(st.sampled_from(_WORDS) | st.text(max_size=3), max_size=40).map("".join)
    | st.tuples(st.sampled_from(_WORDS), st.integers(1, 300)).map(lambda one: one[0] * one[1])
    | st.text(max_size=200)
)


def _finds(text: str) -> None:
    """Spans slice back, values exist, and nothing is lost."""
    for find in (find_numbers, find_dates, find_frameworks):
        for mention in find(text):
            assert text[mention.start : mention.end] == mention.text
            assert str(mention.value)
    cited = find_citations(text)
    for one in cited:
        assert text[one.start : one.end] == one.text
        assert one.document.antecedent is None
        assert one.pinpoint is None or Pinpoint.is_valid(str(one.pinpoint))
    for reference in find_references(text, cited):
        assert text[reference.start : reference.end] == reference.text
    assert len(list(rows_of(cited))) == len(cited)
    assert annotate(text, cited)


def _documents(text: str) -> None:
    document = PolicyDocument.parse(text)
    assert document.text == text
    at = 0
    for block in document.blocks:
        assert not any(c.isprintable() and not c.isspace() for c in text[at : block.start])
        at = block.end
    rendered = document.render()
    assert PolicyDocument.parse(rendered).render() == rendered
    assert PolicyDocument.model_validate(json.loads(json.dumps(document.model_dump(mode="json")))) == document
    assert isinstance(to_markdown(document), str)


def _checks(text: str) -> None:
    found = check(text, on="2020-01-01").findings
    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    assert len({(one.start, one.end, one.code) for one in found}) == len(found)
    fixed = fix(text, on="2020-01-01")
    assert fixed.apply(text) == fixed.text
    assert not fix(fixed.text, on="2020-01-01").plan


def _reads(data: bytes) -> None:
    try:
        text = read(data)
    except ReadError as refused:
        if not refused.code.startswith("read."):
            raise
        return
    assert text.strip()
    text.encode("utf-8")


def _marks(page: str) -> None:
    try:
        text = read_html(page).text
    except ReadError:
        return
    assert read_html(annotate_html(page, find_numbers(text))).text == text


def _seeds() -> list[bytes]:
    body = paragraph(NOTICE[0]) + f"<w:tbl><w:tr><w:tc>{paragraph()}</w:tc><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"
    note = (
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sectPr><w:headerReference r:id="header0"/></w:sectPr>'
    )
    parts = [
        ("header", part("hdr", paragraph("页眉")), 1),
        ("footnotes", part("footnotes", f'<w:footnote w:id="2">{paragraph("注")}</w:footnote>'), 1),
        ("styles", part("styles", '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'), 1),
    ]
    text = "\n".join(NOTICE)
    return [
        notice_docx(),
        package(body + note, parts),
        *(PAGE.encode(name) for name in ("utf-8", "gb18030", "utf-16")),
        *(text.encode(name) for name in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")),
        "關於推進政務數據共享的實施意見\n各縣人民政府：請認真執行。".encode("big5hkscs"),
        pdf_of(shown(NOTICE)),
    ]


_PIECES: Final = [
    b"", b"<", b">", b"\0", b"\xff", b"\xfe\xff", b"PK\x03\x04", b"PK\x01\x02", b"<w:p>", b"</w:p>", b"<w:tbl>", b"<mc:AlternateContent>",
    b"<!DOCTYPE x>", b"&a;", b"&#xD800;", b"<!--", b"-->", b"<script>", b"<p ", b'="', b"'", b"<table>", b"<td>", b"charset=", b"%PDF-1.7", b"%%EOF",
    b"w:val", b"-1", b"99999999999", b"\xe5\x9b", b"{\\rtf", b"MIME-Version: 1.0\n",
]  # fmt: skip


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    """Return a file of some kind with pieces of it put in, taken out or doubled; of a zip, inside one of its parts."""
    seed = draw(st.sampled_from(SEEDS))
    if seed.startswith(b"PK") and draw(st.booleans()):
        return repack(seed, lambda _, content: _mutated(draw, content) if draw(st.booleans()) else content)
    return _mutated(draw, seed)


def _mutated(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        put = draw(st.sampled_from(_PIECES)) * draw(st.sampled_from([1, 1, 1, 50, 3000]))
        data = data[:start] + put + (data[start:end] * draw(st.integers(0, 3))) + data[end:]
    return data


_PAGES: Final = st.lists(
    st.sampled_from([*_WORDS, "<p>", "<div class='TRS_Editor'>", "</div>", "<table>", "<tr>", "<td>", "<br>", "<pre>", "<h1>", "<a href=x>", "\x0b", "<!--", "-->", "<script>", "</script>", "<b>", "</b>", "&nbsp;", "&#1;", "<p hidden>"]),
    max_size=40,
).map(lambda pieces: f"<html><body><p>甲{''.join(pieces)}".replace("\ud800", ""))  # fmt: skip

SEEDS: Final = _seeds()
TARGETS: Final[dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], None]]]] = {
    "finding": (_TEXTS, _finds),
    "documents": (_TEXTS, _documents),
    "checks": (_TEXTS, _checks),
    "readers": (_files(), _reads),
    "any bytes": (st.binary(max_size=400), _reads),
    "marked pages": (_PAGES, _marks),
}
