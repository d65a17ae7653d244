"""The text of a document: headings, annexes and what is enclosed, tables, contents, and what a page left between them."""

from __future__ import annotations

import pytest

from egovkit.documents.document import PolicyDocument
from egovkit.documents.residue import residue_word
from egovkit.text import limits
from tests.documents.taken import taken

HEAD = "关于防火的通知\n各县：\n现通知如下。\n"
SIGNED = "某县人民政府\n2024年3月1日\n"
BELOW = ["signature 某县人民政府", "dated 2024年3月1日"]
LONG = "各地要按照分工抓好落实，加强巡护，严禁用火，及时报告情况，做好宣传引导工作，压实属地管理责任，落实值班制度，备足物资，"


def body(text: str) -> list[str]:
    return [line for line in taken(text) if not line.startswith(("title", "recipients"))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # What a page left in a text.
        ("— 3 —\n", ["page_number — 3 —"]),
        ("第3页 共12页\n", ["page_number 第3页 共12页"]),
        ("---\n", ["residue ---"]),
        ("---|---\n", ["table ---|---"]),
        ("--甲--\n", []),
        ("返回顶部\n", ["residue 返回顶部"]),
        ("1.名单.doc\n", ["residue 1.名单.doc"]),
        ("甲|乙\n", []),
        ("甲|乙|丙\n", ["table 甲|乙|丙"]),
        ("1|乙|丙\n", ["table 1|乙|丙"]),
        ("甲| 乙\n", ["table 甲| 乙"]),
        ("甲\xa0|\xa0乙\n", ["table 甲\xa0|\xa0乙"]),
        # Numerals that count, and that do not.
        ("十十 甲\n", []),
        ("一 甲事\n二 乙事\n", ["heading 一 甲事", "heading 二 乙事"]),
        ("一 甲事\n三 乙事\n", []),
        ("一 甲事\n", []),
        (
            "一、甲事\n一 丙事\n二 乙事\n二、丁事\n三、戊事\n",
            ["heading 一、甲事", "heading 二、丁事", "heading 三、戊事"],
        ),
        ("（一）\n甲事\n", ["heading （一）"]),
        ("（一）\n（二）乙事\n", ["heading （一）", "heading （二）乙事"]),
        # Markdown around a line.
        ("**2024年3月1日**\n", ["dated **2024年3月1日**"]),
        ("**2024年3月1日**\n请知照。\n请照办。\n请周知。\n", []),
        ("**请知照**\n", []),
        ("****\n", []),
        # A note is the document's, the first one of the main text.
        ("（此件公开发布）\n（此件有删减）\n", ["note （此件公开发布）", "note （此件有删减）"]),
        ("（详见附表）\n", []),
    ],
)
def test_lines_of_a_text(text: str, lines: list[str]) -> None:
    assert body(HEAD + text + "请知照。\n") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # A note that lists, in one line and in several.
        ("附件：1.名单\n2.表\n" + SIGNED, ["annex_note 附件：1.名单", "annex_note 2.表", *BELOW]),
        ("附件1：甲表\n附件2：乙表\n" + SIGNED, ["annex_note 附件1：甲表", "annex_note 附件2：乙表", *BELOW]),
        ("附件：\n申请表\n" + SIGNED, ["annex_note 附件：", "annex_note 申请表", *BELOW]),
        ("附件：\n甲表\n乙表\n" + SIGNED, ["annex_note 附件：", "annex_note 甲表", *BELOW]),
        ("附件：\n这样的句子，\n" + SIGNED, ["part_title 附件：", "signature 某县人民政府", "dated 2024年3月1日"]),
        ("附件：\n附件一：甲表\n" + SIGNED, ["annex_note 附件：", "annex_note 附件一：甲表", *BELOW]),
        (
            "附件：1.防火责任\n单位名单\n2.表\n" + SIGNED,
            ["annex_note 附件：1.防火责任", "annex_note 单位名单", "annex_note 2.表", *BELOW],
        ),
        ("附件：1.名单\n联系人：张某\n2.表\n" + SIGNED, ["annex_note 附件：1.名单", "heading 2.表", *BELOW]),
        ("**附件：名单**\n" + SIGNED, ["annex_note **附件：名单**", *BELOW]),
        ("附件：1.甲表\n请各县照办。联系人另告。\n" + SIGNED, ["part_title 附件：1.甲表", *BELOW]),
        ("附件：名单", ["annex_note 附件：名单"]),
        # Links of a page.
        ("- [附件1-名单.pdf](/a/1.pdf)\n" + SIGNED, ["annex_note - [附件1-名单.pdf](/a/1.pdf)", *BELOW]),
        ("- [附件](/a/1.pdf)\n" + SIGNED, BELOW),
        ("- [附件1：.pdf](/a/1.pdf)\n" + SIGNED, ["residue - [附件1：.pdf](/a/1.pdf)", *BELOW]),
        ("[相关链接](/a/)\n" + SIGNED, BELOW),
        (
            "附件：名单\n" + SIGNED + "- [附件1-名单.pdf](/a/1.pdf)\n",
            ["annex_note 附件：名单", *BELOW, "residue - [附件1-名单.pdf](/a/1.pdf)"],
        ),
        # Sentences that begin with the word.
        ("附件1：" + LONG + "不得有误。以上各项要抓紧。\n" + SIGNED, BELOW),
        ("附件 " + LONG + "照办\n" + SIGNED, BELOW),
        ("附件 由各县填报，\n" + SIGNED, BELOW),
        ("附则中规定的事项\n" + SIGNED, BELOW),
        ("附 各县填报的表\n" + SIGNED, BELOW),
        ("目标明确。\n" + SIGNED, BELOW),
        # Labels over the texts of annexes.
        (SIGNED + "附件1\n名单\n内容。\n", [*BELOW, "part_title 附件1", "part_title 名单"]),
        (
            SIGNED + "附件1\n防火工作\n实施方案\n内容。\n",
            [*BELOW, "part_title 附件1", "part_title 防火工作", "part_title 实施方案"],
        ),
        (SIGNED + "附件1\n防火工作\n某县公安局\n内容。\n", [*BELOW, "part_title 附件1", "part_title 防火工作"]),
        (SIGNED + "附件1\n" + "某县" * 35 + "\n内容。\n", [*BELOW, "part_title 附件1"]),
        (SIGNED + "附件1\n内容。\n", [*BELOW, "part_title 附件1"]),
        (SIGNED + "附件1", [*BELOW, "part_title 附件1"]),
        (
            "附件：1.名单\n2.表\n" + SIGNED + "附件1\n名单\n附件：1.子表一\n2.子表二\n",
            [
                "annex_note 附件：1.名单",
                "annex_note 2.表",
                *BELOW,
                "part_title 附件1",
                "part_title 名单",
                "annex_note 附件：1.子表一",
                "annex_note 2.子表二",
            ],
        ),
        (
            SIGNED + "附件：名单\n某县防火办法\n第一条　略。",
            [*BELOW, "annex_note 附件：名单", "part_title 某县防火办法", "heading 第一条　略。"],
        ),
        (SIGNED + "附件：名单\n略如前述\n第一条　略。", [*BELOW, "part_title 附件：名单", "heading 第一条　略。"]),
        # What the document issues or forwards.
        (SIGNED + "甲|乙|丙\n", [*BELOW, "table 甲|乙|丙"]),
        (SIGNED + "一、甲事\n", [*BELOW, "heading 一、甲事"]),
        (SIGNED + "##\n请知照。\n", BELOW),
        (SIGNED + "这是下面的一句话。\n", BELOW),
        (
            SIGNED
            + "某县防火办法\n（2001年1月2日某县人民代表大会通过）\n第一条　略。\n（2002年1月2日某县人民代表大会修订）\n",
            [
                *BELOW,
                "part_title 某县防火办法",
                "promulgation （2001年1月2日某县人民代表大会通过）",
                "heading 第一条　略。",
            ],
        ),
        (
            SIGNED + "某县防火办法\n2001年1月2日某县人民代表大会公布\n",
            [*BELOW, "part_title 某县防火办法", "promulgation 2001年1月2日某县人民代表大会公布"],
        ),
        (SIGNED + "某县防火办法\n（此件有删减）\n", [*BELOW, "part_title 某县防火办法", "note （此件有删减）"]),
    ],
)
def test_annexes_and_enclosed_texts(text: str, lines: list[str]) -> None:
    assert body(HEAD + text) == lines


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("附件：1.；2.乙表\n" + SIGNED, ["乙表"]),
        ("附件：2.乙表\n" + SIGNED, ["乙表"]),
        ("附件：1." + "甲" * 130 + "\n" + SIGNED, ["甲" * 130]),
        ("附件：1.甲表　2.乙表；附件3：丙表\n" + SIGNED, ["甲表", "乙表", "丙表"]),
        ("附件：1.甲表\n2.乙表\n5.戊表\n" + SIGNED, ["甲表", "乙表"]),
        # A number left out.
        ("附件：1.甲表 2.乙表 4.丁表\n" + SIGNED, ["甲表", "乙表", "丁表"]),
        ("附件：1.甲表\n2.乙表\n4.丁表\n" + SIGNED, ["甲表", "乙表", "丁表"]),
        ("附件：1.甲表 2.乙表 5.戊表\n" + SIGNED, ["甲表", "乙表5.戊表"]),
        ("附件：3.丙表 4.丁表\n" + SIGNED, ["丙表", "丁表"]),
        ("附件：2.0版说明\n" + SIGNED, ["2.0版说明"]),
        # Every entry with its label.
        ("附件1：甲表；附件2：乙表\n" + SIGNED, ["甲表", "乙表"]),
        ("附 件 1：甲表　附 件 2：乙表\n" + SIGNED, ["甲表", "乙表"]),
        ("附件一：甲表；附件二：乙表；附件十：癸表\n" + SIGNED, ["甲表", "乙表；附件十：癸表"]),
        ("附件十：癸表；附件11：子表\n" + SIGNED, ["癸表", "子表"]),
        ("附件：1.甲表\n附表\n" + SIGNED, ["甲表"]),
        (SIGNED + "附件1\n甲表\n附表\n子表\n附件2\n甲表\n附件3\n乙表\n", ["甲表", "乙表"]),
        (SIGNED + "附表1\n甲表\n附录\n乙表\n", ["甲表"]),
    ],
)
def test_titles_of_annexes(text: str, titles: list[str]) -> None:
    assert [annex.title for annex in PolicyDocument.parse(HEAD + text).annexes] == titles


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (["第一章　总则", "第二章　附则", "第一章　总则"], 2),
        (["第一章　总则…………1", "附录…………9", "第一章　总则"], 2),
        (["第一章　总则", "附录", "第一章　总则"], 2),
        (["第一章　总则", "第二章　附则", "第一章　总　则", "第一条　略。"], 2),
        (["一、总则", "二、附则", "三、甲。乙", "一、总则"], 2),
        (["一、总则", "二、附则", "一、总 则", "第一条　略。"], 2),
        (["第一章　总则", "第一条　略。"], 1),
        (["某某部分", "第一章　总则"], 0),
        (["一、" + "甲" * 70, "第一章　总则"], 0),
    ],
)
def test_a_table_of_contents_ends_where_its_first_entry_comes_again(lines: list[str], entries: int) -> None:
    text = "防火办法\n目录\n" + "\n".join(lines)
    assert sum(line.startswith("contents") for line in taken(text)) == entries + 1


def test_the_note_is_that_of_the_main_text() -> None:
    assert PolicyDocument.parse(HEAD + "（此件公开发布）\n（此件有删减）\n").note == "此件公开发布"
    assert PolicyDocument.parse(HEAD + SIGNED + "某县防火办法\n（此件有删减）\n").note is None


def test_the_words_of_a_heading_may_stand_on_the_next_line() -> None:
    document = PolicyDocument.parse(HEAD + "（一）\n甲事\n（二）\n（三）丙事\n（四）")
    assert [heading.text for heading in document.headings] == ["甲事", "", "丙事", ""]


@pytest.mark.parametrize(
    ("line", "title"),
    [("防汛物资储备情况汇总", "防汛物资储备情况汇总"), ("各乡镇街道及县直有关单位防汛物资储备情况" * 4, None)],
)
def test_a_line_that_is_too_long_for_a_title_is_none_of_an_annex(line: str, title: str | None) -> None:
    text = f"关于防汛的通知\n各县：\n请认真执行。\n某市水务局\n2024年3月1日\n附件1\n{line}\n甲乙丙。"
    document = PolicyDocument.parse(text)
    assert [(part.label, part.title) for part in document.parts] == [("附件1", title)]


@pytest.mark.parametrize("salutation", ["各县：\n\n", ""])
def test_a_heading_that_only_its_mark_shows_is_one_in_the_body(salutation: str) -> None:
    text = f"# 关于防汛的通知\n\n{salutation}## 值守要求\n\n请认真执行。\n\n## 报送方式\n\n按月报送。\n"
    document = PolicyDocument.parse(text)
    assert [heading.text for heading in document.headings] == ["值守要求", "报送方式"]


@pytest.mark.parametrize(("line", "word"), [("打 印", "打印"), ("打印本页", "打印本页"), ("打印机采购", None)])
def test_the_word_by_which_a_line_is_the_sites(line: str, word: str | None) -> None:
    assert residue_word(line) == word


def test_a_heading_that_only_the_file_marks_is_one_in_the_body() -> None:
    text = "关于防汛的通知\n各县：\n请认真执行。\n值守要求\n按月报送。\n"
    outline = {text.index("关于"): 0, text.index("值守"): 1}
    document = PolicyDocument.parse(text, outline=outline)
    assert [heading.text for heading in document.headings] == ["值守要求"]
    assert PolicyDocument.parse(text).headings == ()


def test_a_document_encloses_no_more_texts_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "关于防火的通知\n严禁用火。\n" + "".join(f"附件{i}\n第{i}种表\n填写说明。\n" for i in range(1, 6))
    assert len(PolicyDocument.parse(text).parts) == 5
    monkeypatch.setattr(limits, "MAX_ENCLOSED", 3)
    document = PolicyDocument.parse(text)
    assert [part.label for part in document.parts] == ["附件1", "附件2", "附件3"]
    assert document.blocks[-1].end == len(text) - 1
    below = [text[block.start : block.end] for block in document.blocks if block.start > text.index("附件4") - 1]
    assert "".join(below) == text[text.index("附件4") :].replace("\n", "")
