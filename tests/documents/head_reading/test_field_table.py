"""Field tables in every print: the same fields come of each, and the document below is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument

_ROWS = [
    ("索引号", "000014349/2020-00053"),
    ("发文机关", "云川市人民政府办公室"),
    ("成文日期", "2020年03月02日"),
    ("文号", "云川政办发〔2020〕8号"),
    ("发布日期", "2020-03-05"),
    ("有效期至", "2025年3月1日"),
]
_DOCUMENT = "关于推进数据共享的通知\n各县人民政府：\n请认真执行。\n"


def _pairs(between: str, of_pairs: str, width: int) -> Callable[[Sequence[tuple[str, str]]], str]:
    """Print names and values with a mark between them, so many pairs to a line."""

    def write(rows: Sequence[tuple[str, str]]) -> str:
        cells = [f"{name}{between}{value}" for name, value in rows]
        return "\n".join(of_pairs.join(cells[at : at + width]) for at in range(0, len(cells), width)) + "\n"

    return write


_PRINTS = {
    "colon": _pairs("：", "", 1),
    "two on a line": _pairs("：", "\u3000", 2),
    "tabs": _pairs("\t", "\t", 2),
    "bars": _pairs(" | ", " | ", 1),
    "Markdown": lambda rows: "".join(f"| {name} | {value} |\n" for name, value in rows),
    "lenticular": lambda rows: "".join(f"【{name}】{value}" for name, value in rows) + "\n",
    "two lines": _pairs("\n", "", 1),
    "two lines with a colon": _pairs("：\n", "", 1),
}


@given(st.sampled_from(sorted(_PRINTS)), st.lists(st.sampled_from(_ROWS), min_size=2, unique=True))
def test_the_same_fields_come_of_every_print(name: str, rows: list[tuple[str, str]]) -> None:
    document = PolicyDocument.parse(_PRINTS[name](rows) + _DOCUMENT)
    known = dict(rows)
    assert document.title == "关于推进数据共享的通知"
    assert document.recipients == "各县人民政府"
    assert document.index_number == known.get("索引号")
    assert (str(document.number) if document.number else None) == known.get("文号")
    assert (str(document.published_on) if document.published_on else None) == known.get("发布日期")
    assert (str(document.dated) if document.dated else None) == ("2020-03-02" if "成文日期" in known else None)
    assert (str(document.expires_on) if document.expires_on else None) == (
        "2025-03-01" if "有效期至" in known else None
    )
    assert ("云川市人民政府办公室" in document.issuers) == ("发文机关" in known)


@pytest.mark.parametrize("mark", ["：", ":", "", " | "])
@pytest.mark.parametrize("name", ["索引号", "文号", "发布机构", "有效性", "主题词", "废止时间", "公开方式"])
def test_an_empty_field_takes_nothing_of_the_document(name: str, mark: str) -> None:
    document = PolicyDocument.parse(f"索引号：0001\n{name}{mark}\n{_DOCUMENT}")
    assert document.title == "关于推进数据共享的通知"
    assert document.recipients == "各县人民政府"
    assert document.issuers == () and document.number is None and document.keywords == ()  # noqa: PT018


@pytest.mark.parametrize(
    "widget", ["视力保护色：", "字体：大 中 小", "访问量：123", "打印本页", "首页 > 政务公开 > 文件"]
)
def test_a_widget_is_no_salutation(widget: str) -> None:
    document = PolicyDocument.parse(f"{widget}\n{_DOCUMENT}")
    assert (document.title, document.recipients) == ("关于推进数据共享的通知", "各县人民政府")


def test_an_organ_that_the_title_names_again_is_not_doubled() -> None:
    text = "某市财政局\n某市财政局关于防火的通知\n各县：\n请认真执行。\n某市财政局\n2024年3月1日\n"
    assert PolicyDocument.parse(text).title == "某市财政局关于防火的通知"


def test_what_heads_a_page_is_not_the_title_of_the_notice_below_it() -> None:
    text = "某县防火方案\n日期： 2020-06-18 浏览量：1283\n某防办发〔2020〕3号\n关于印发《某县\n防火方案》的通知\n各乡镇：\n请认真执行。\n"
    document = PolicyDocument.parse(text)
    assert (document.title, document.kind) == ("关于印发《某县防火方案》的通知", "通知")
    assert [text[block.start : block.end] for block in document.blocks if block.kind.value == "residue"] == [
        "某县防火方案"
    ]


@pytest.mark.parametrize("name", ["文号", "来源"])
def test_a_name_alone_without_others_around_it_is_no_field(name: str) -> None:
    document = PolicyDocument.parse(f"{name}\n{_DOCUMENT}")
    assert (document.title, document.number) == ("关于推进数据共享的通知", None)
    assert "field" not in [block.kind for block in document.blocks]
