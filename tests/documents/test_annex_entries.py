"""Entries of the note of annexes that run over their line, and the number behind one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument

HEAD = "某市教育局关于防火的通知\n各学校：\n请认真执行。\n\n"
END = "某市教育局\n2023年5月8日\n"


@given(st.integers(6, 11), st.sampled_from(["附件：", "附件:"]), st.sampled_from(["1. ", "1．", "1."]), st.booleans())
def test_what_stands_under_the_words_of_an_entry_goes_on_with_it(size: int, label: str, first: str, two: bool) -> None:
    title = "某市中小学校防火安全责任清单"
    column = "　" * 3 if len(label) == 3 and label[-1] == "：" else "  " * 2 + " "
    indent = column + "   " if first == "1. " else column + "　　" if first == "1．" else column + "  "
    lines = ["某市学校防火日程表", f"{column}{first.replace('1', '2')}{title[:size]}"] if two else [title[:size]]
    document = PolicyDocument.parse(f"{HEAD}{label}{first}{chr(10).join(lines)}\n{indent}{title[size:]}\n\n{END}")
    assert document.annexes[-1].title == title
    assert len(document.annexes) == 1 + two


@pytest.mark.parametrize("below", ["{title}", "{title}\n第一章 总则", "规定如下，按照《{title}》执行。"])
def test_what_the_text_has_as_one_title_is_one(below: str) -> None:
    title = "某市教育局关于学校防火责任管理及其考核若干问题的规定"
    document = PolicyDocument.parse(
        f"{HEAD}附件:{title[:18]}\n{title[18:]}\n\n{below.format(title=title)}\n一、落实责任\n各校要认真执行。\n"
    )
    assert [annex.title for annex in document.annexes] == [title]


@pytest.mark.parametrize("below", ["联系人：张某", "某市教育局", "2023年5月8日", "请按时报送。"])
def test_what_no_evidence_joins_is_left(below: str) -> None:
    document = PolicyDocument.parse(f"{HEAD}附件：学校防火日程表\n{below}\n{END}")
    assert [annex.title for annex in document.annexes] == ["学校防火日程表"]


@pytest.mark.parametrize("number", [" 某教发〔1988〕294号", "　某法经行字〔1988〕第294号", ""])
def test_the_number_behind_an_entry_is_none_of_its_title(number: str) -> None:
    document = PolicyDocument.parse(f"{HEAD}附：某市教育局关于防火问题的请示{number}\n{END}")
    assert [annex.title for annex in document.annexes] == ["某市教育局关于防火问题的请示"]


@pytest.mark.parametrize("below", ["防火值班安排", "防火物资清单"])
def test_what_is_set_in_under_the_title_of_an_annexs_text_is_its_own(below: str) -> None:
    document = PolicyDocument.parse(f"{HEAD}{END}附件1：责任分工表\n　　　　{below}\n一、安排如下。")
    assert [annex.title for annex in document.annexes] == ["责任分工表"]


@pytest.mark.parametrize(
    ("note", "titles"),
    [
        ("附件：（1）甲表（2）乙表", ["甲表", "乙表"]),
        ("附件：（一）甲表；（二）乙表", ["甲表", "乙表"]),
        ("附件：（1）甲表（3）丙表", ["甲表", "丙表"]),
        ("附件：①甲表②乙表", ["甲表", "乙表"]),
        ("附件：①甲表\n②乙表", ["甲表", "乙表"]),
        ("附件：" + "".join(f"{chr(ord('①') + i)}甲表{i}号" for i in range(20)), [f"甲表{i}号" for i in range(20)]),
        ("附件：（1）关于甲表（2024年）的说明（2）乙表", ["关于甲表（2024年）的说明", "乙表"]),
        # An entry of another sort than the first is a part of its title.
        ("附件：1.甲方案（2）乙", ["甲方案（2）乙"]),
        ("附件：（1）甲方案②乙", ["甲方案", "乙"]),
    ],
)
def test_enclosed_numbers_of_one_line_part_its_entries(note: str, titles: list[str]) -> None:
    document = PolicyDocument.parse(f"{HEAD}{note}\n{END}")
    assert [annex.title for annex in document.annexes] == titles
    assert document.signature == ("某市教育局",)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"{HEAD}附件\n1.甲表\n2.乙表\n{END}", ["甲表", "乙表"]),
        (f"{HEAD}附件\n1.甲表\n2023年5月8日\n", ["甲表"]),
        # The texts of an annex: its headings have words below them, or nothing signs them, or the document is signed before.
        (f"{HEAD}附件\n1.总则\n各校要认真执行。\n2.附则\n自印发之日起施行。\n{END}", []),
        (f"{HEAD}附件\n1.甲表\n2.乙表", []),
        (f"{HEAD}{END}附件\n1.甲表\n2.乙表\n{END}", []),
        (f"{HEAD}附件\n防火方案\n{END}", ["防火方案"]),
        (f"{HEAD}附件", []),
    ],
)
def test_a_label_that_lost_its_colon_names_what_is_listed_before_the_closing(text: str, titles: list[str]) -> None:
    assert [annex.title for annex in PolicyDocument.parse(text).annexes] == titles
