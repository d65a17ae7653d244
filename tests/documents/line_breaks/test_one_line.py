"""A printed document that OCR ran into one line is cut where the name of its organ makes it certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.line_breaks.one_line import cut_by_organ

_ORGANS = st.sampled_from(["某市教育局", "某省人民政府办公厅", "某省电力有限公司"])


@given(_ORGANS, st.sampled_from(["", "签发人：某某", "签发人： XXX"]), st.booleans(), st.booleans(), st.booleans())
def test_each_part_is_read(organ: str, signer: str, addressed: bool, annexed: bool, noted: bool) -> None:
    title = f"{organ}关于2021年防火工作落实情况的报告"
    parts = [f"{organ}文件", "某教发〔2021〕16号", signer, title, "某省教育厅：" if addressed else "",
             f"根据工作要求，{organ}认真落实，现将有关情况报告如下：一、工作情况各单位开展自查，发现问题3个，已整改2个。",
             "附件：问题整改明细表" if annexed else "", organ, "2021年11月16日", "（联系人：某某，联系电话：010-0000）" if noted else "",
             "附件问题整改明细表" if annexed else "", f"{organ}办公室2021年11月16日印发"]  # fmt: skip
    document = PolicyDocument.parse("".join(parts))
    assert document.title == title
    assert str(document.number) == "某教发〔2021〕16号"
    assert document.kind == "报告"
    assert document.recipients == ("某省教育厅" if addressed else None)
    assert document.signature == document.issuers == (organ,)
    assert str(document.dated) == str(document.printed_on) == "2021-11-16"
    assert [annex.title for annex in document.annexes] == (["问题整改明细表"] if annexed else [])


@pytest.mark.parametrize(
    "text",
    [
        "某市教育局文件要求各校关于防火的通知要落实。",
        "某市教育局文件某教发〔2021〕3号某市财政局关于防火的通知各学校：请执行。",
        "各地要按照某市教育局文件某教发〔2021〕3号执行。",
    ],
)
def test_what_is_not_certain_is_left(text: str) -> None:
    assert cut_by_organ((0, len(text), text)) == [(0, len(text), text)]


@given(
    st.sampled_from(["某政发〔2006〕17号", "某政发[2006]17号", "某政发〔2006〕17 号"]),
    st.sampled_from(["", "2006年4月18日"]),
    st.sampled_from(["某市人民政府关于防火工作的通知", "某市人民政府批转某市公安局《关于防火工作的意见》的通知"]),
)
def test_title_date_and_number_that_ran_together_are_a_head(number: str, date: str, title: str) -> None:
    if " " in number and date:
        return
    text = (
        f"{title}{date}{number.replace(' ', '')}某市人民政府同意上述意见，请认真执行。"
        + "各单位要落实责任，加强检查，消除隐患。" * 6
    )
    document = PolicyDocument.parse(text)
    assert (document.title, str(document.number)) == (title, "某政发〔2006〕17号")


@pytest.mark.parametrize("number", ["某政发〔2006〕17号", "某政发〔2006〕17 号", "某政发 〔2006〕 17 号"])
def test_indents_part_the_head_of_a_text_without_breaks(number: str) -> None:
    body = "近年来各地认真开展防火工作，取得了初步成效，但也有一些地方重视不够，现就有关问题通知如下："
    parts = [
        number,
        "各县人民政府，市直各委、办、局：",
        body,
        "一、落实责任",
        "各单位要明确责任人。",
        "某市人民政府",
        "2006年4月18日",
    ]
    document = PolicyDocument.parse("　　 " + "　　 ".join(parts))
    assert str(document.number) == "某政发〔2006〕17号"
    assert document.recipients == "各县人民政府，市直各委、办、局"
    assert document.signature == ("某市人民政府",)


@given(
    st.integers(2, 24),
    st.sampled_from(["", " ", "　"]),
    st.sampled_from(["", "章", "章节"]),
    st.sampled_from(["某市教育局2021年3月1日", "某市教育局2021年3月1日（此件公开发布）"]),
)
def test_articles_that_ran_together_count_on(count: int, blank: str, parts: str, closing: str) -> None:
    numerals = [
        f"{'' if n < 10 else '二' if n > 19 else ''}{'十' if n > 9 else ''}{'一二三四五六七八九'[n % 10 - 1] if n % 10 else ''}"
        for n in range(1, 25)
    ]
    body = []
    for n in range(count):
        if parts and n % 3 == 0:
            body.append(f"第{numerals[n // 3]}章{blank}防火责任")
            if "节" in parts:
                body.append(f"第一节{blank}一般规定")
        body.append(f"第{numerals[n]}条{blank}各校应当落实防火责任，按照本细则第一条、第二条规定执行。")
    text = f"某市教育局文件某教发〔2021〕3号某市教育局关于印发防火细则的通知各学校：现将《防火细则》印发给你们，请认真执行。{closing}某市学校防火细则{''.join(body)}"
    document = PolicyDocument.parse(text)
    levels = [heading.level.value for heading in document.headings]
    assert levels.count("article") == count
    assert levels.count("chapter") == (-(-count // 3) if parts else 0)
    assert levels.count("section") == (-(-count // 3) if "节" in parts else 0)


@pytest.mark.parametrize(
    "text",
    [
        "按照本办法第一条和第二条规定，各校要落实防火责任，并报送情况。" * 6,
        "各校要落实责任。第一条为防火，制定本办法，各校要认真执行防火规定。"
        + "按照本办法第二条规定执行，" * 9
        + "不得有误。",
    ],
)
def test_articles_that_do_not_count_on_are_references(text: str) -> None:
    assert not any(heading.level.value == "article" for heading in PolicyDocument.parse(text).headings)
