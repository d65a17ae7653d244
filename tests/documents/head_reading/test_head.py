"""The head of a document: which line is what, and what is read in it."""

from __future__ import annotations

import pytest

from egovkit.documents.document import PolicyDocument
from tests.documents.taken import grounds, taken

TEXT = "　　请抓好落实。\n"
TITLE = "关于防火的通知\n"


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        # Front matter that never ends is none: its first line is a stroke, its others are a field table.
        ("---\ntitle: 关于防火的通知\n", ["residue ---", "field title: 关于防火的通知"]),
        (
            "---\ntags:\n- 防火\n- 值班\n---\n" + TITLE,
            ["field ---", "field tags:", "field - 防火", "field - 值班", "field ---", "title 关于防火的通知"],
        ),
        # The value below a name, unless that is a field itself or the keywords are none.
        (
            "索引号：\n发文机关：某县人民政府\n" + TITLE,
            ["field 索引号：", "field 发文机关：某县人民政府", "title 关于防火的通知"],
        ),
        ("主题词：\n防火　值班\n" + TITLE, ["field 主题词：", "field 防火　值班", "title 关于防火的通知"]),
        ("发文机关：\n" + "某县" * 120 + "\n", ["field 发文机关："]),
        # Titles: over two lines, with a version, twice, spelt by a field, by a page's mark, alone.
        (TITLE + TITLE, ["title 关于防火的通知", "title 关于防火的通知"]),
        (TITLE + "（试行）\n", ["title 关于防火的通知", "title （试行）"]),
        ("防火办法\n（2001年1月2日修订）\n", ["title 防火办法", "promulgation （2001年1月2日修订）"]),
        ("关于印发防火办法\n的通知\n", ["title 关于印发防火办法", "title 的通知"]),
        ("某县关于印发防火办法\n某镇防火工作的通知\n", ["title 某县关于印发防火办法", "title 某镇防火工作的通知"]),
        (TITLE + "某镇防火工作要点\n", ["title 关于防火的通知"]),
        (TITLE + "某镇防火" * 26 + "\n", ["title 关于防火的通知"]),
        (
            "标题：某县关于防火工作的通知\n某县关于\n防火工作的通知\n某县关于\n",
            ["field 标题：某县关于防火工作的通知", "title 某县关于", "title 防火工作的通知"],
        ),
        (
            "标题：某县关于防火工作的通知\n某县关于\n某县防火工作的通知\n",
            ["field 标题：某县关于防火工作的通知", "residue 某县关于", "title 某县防火工作的通知"],
        ),
        (
            "标题：某县关于防火工作的通知\n某县关于\n（2024年3月1日）\n防火工作的通知\n",
            ["field 标题：某县关于防火工作的通知", "title 某县关于", "dated （2024年3月1日）", "title 防火工作的通知"],
        ),
        ("# 防火工作\n某县\n", ["title # 防火工作"]),
        ("# 2025版防火办法\n", ["title # 2025版防火办法"]),
        ("##\n防火通知\n", ["residue ##", "title 防火通知"]),
        ("防火工作一览\n副题一行\n", ["title 防火工作一览"]),
        ("防火工作一览\n甲题一行\n乙题一行\n丙题一行\n丁题一行\n", []),
        ("防火工作一览\n副题一行\n各县：\n", ["recipients 各县："]),
        ("加强防火工作\n", []),
        # Broken at the marks that links and styles leave on lines of their own.
        (
            "某县关于转发《某省关于印发\n<\n防火办法>的通知》的通知\n",
            ["title 某县关于转发《某省关于印发\n<\n防火办法>的通知》的通知"],
        ),
        ("某县关于印发\n《\n防火办法\n》\n的通知\n", ["title 某县关于印发\n《\n防火办法\n》\n的通知"]),
        # The name of a page's section is no title where one is below.
        ("首页\n>\n通知\n" + TITLE, ["residue 首页", "residue >", "residue 通知", "title 关于防火的通知"]),
        # A page is headed by the title without who issued it.
        (
            TITLE + "某县教育局关于\n防火的通知\n",
            ["residue 关于防火的通知", "title 某县教育局关于", "title 防火的通知"],
        ),
        (
            TITLE + "某县教育局 某县财政局关于防火的通知\n",
            ["residue 关于防火的通知", "title 某县教育局 某县财政局关于防火的通知"],
        ),
        (
            TITLE + "某县教育局等三部门关于防火的通知\n",
            ["residue 关于防火的通知", "title 某县教育局等三部门关于防火的通知"],
        ),
        (TITLE + "专题专栏关于防火的通知\n", ["title 关于防火的通知"]),
        # Words of a page before the title that is printed below, alone or with its organ on a line above.
        (
            "政务服务丨某县教育局关于防火的通知\n某县教育局关于防火的通知\n",
            ["residue 政务服务丨某县教育局关于防火的通知", "title 某县教育局关于防火的通知"],
        ),
        (
            "政务服务丨某县教育局关于防火的通知\n某县教育局\n关于防火的通知\n",
            ["residue 政务服务丨某县教育局关于防火的通知", "title 某县教育局", "title 关于防火的通知"],
        ),
        (
            "法规首页 某县教育局关于印发防火办法的通知\n某县教育局关于印发防火办法的通知\n",
            ["residue 法规首页 某县教育局关于印发防火办法的通知", "title 某县教育局关于印发防火办法的通知"],
        ),
        # A title over two lines that opens with its year.
        ("2020年人大代表建议、政协提案\n办理情况报告\n", ["title 2020年人大代表建议、政协提案", "title 办理情况报告"]),
        ("2020年3月防火工作安排\n防火情况报告\n", ["residue 2020年3月防火工作安排", "title 防火情况报告"]),
        # A field table that is a list, and what an empty field does not take from the line below.
        (
            "• 发文字号:\n\n　　某政发〔2024〕7号\n• 来源:\n- 体裁:\n" + TITLE,
            ["field • 发文字号:", "field 某政发〔2024〕7号", "field • 来源:", "field - 体裁:", "title 关于防火的通知"],
        ),
        (
            TITLE + "来源:某县教育局 字体:\n某政发〔2024〕7号\n",
            ["title 关于防火的通知", "field 来源:某县教育局 字体:", "number 某政发〔2024〕7号"],
        ),
        ("浏览次数:\n某县教育局\n关于防火的通知\n", ["field 浏览次数:", "title 某县教育局", "title 关于防火的通知"]),
        (TITLE + "成文日期:\n某政发〔20247\n", ["title 关于防火的通知", "field 成文日期:"]),
        # The marks of a printed head, and what else is above a title.
        ("机密★1年　　特急\n" + TITLE, ["secrecy 机密★1年　　特急", "title 关于防火的通知"]),
        ("机密★900年　　特急\n" + TITLE, ["urgency 机密★900年　　特急", "title 关于防火的通知"]),
        ("机密★900年　　机密★800年\n" + TITLE, ["residue 机密★900年　　机密★800年", "title 关于防火的通知"]),
        ("某县人民政府令\n" + TITLE, ["organ_mark 某县人民政府令", "title 关于防火的通知"]),
        ("附件1\n" + TITLE, ["part_title 附件1", "title 关于防火的通知"]),
        ("签发人：　\n" + TITLE, ["signatories 签发人：", "title 关于防火的通知"]),
        ("某政发〔2024〕3号　签发人\n" + TITLE, ["number 某政发〔2024〕3号　签发人", "title 关于防火的通知"]),
        ("签发人　张某、李某\n" + TITLE, ["signatories 签发人　张某、李某", "title 关于防火的通知"]),
        # Numbers of orders, over two lines and more.
        (
            "财政部\n税务总局\n公告\n2023年第12号\n",
            ["organ_mark 财政部", "organ_mark 税务总局", "organ_mark 公告", "number 2023年第12号"],
        ),
        (TITLE + "公告\n第12号\n", ["title 关于防火的通知", "organ_mark 公告", "number 第12号"]),
        ("第3号\n第4号\n" + TITLE, ["residue 第3号", "residue 第4号", "title 关于防火的通知"]),
        (
            "某某某\n令\n第999999号\n" + TITLE,
            ["residue 某某某", "organ_mark 令", "residue 第999999号", "title 关于防火的通知"],
        ),
        # Where the text begins.
        (TITLE + "（2024年3月1日）\n", ["title 关于防火的通知", "dated （2024年3月1日）"]),
        ("目录\n第一章　总则\n第一章　总则\n", ["contents 目录", "contents 第一章　总则", "heading 第一章　总则"]),
        (TITLE + "一\n总体要求\n二\n保障措施\n", ["title 关于防火的通知", "heading 一", "heading 二"]),
        (TITLE + "一\n", ["title 关于防火的通知"]),
    ],
)
def test_lines_of_a_head(head: str, lines: list[str]) -> None:
    assert taken(head + TEXT) == lines


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("关于防火的通知（国办发明电〔2020〕1号）\n各县：\n", "国办发明电〔2020〕1号"),
        ("发文字号：某政发〔2024〕3号\n关于防火的通知\n各县：\n", "某政发〔2024〕3号"),
        ("发文字号：某政发〔2024〕3号文\n关于防火的通知\n各县：\n", "某政发〔2024〕3号"),
        ("发文字号：未编\n关于防火的通知\n各县：\n", ""),
        ("国 务 院 令\n第 706 号\n关于防火的通知\n", "国务院令第706号"),
        ("国 发 〔 2 0 2 4 〕 3 号\n关于防火的通知\n各县：\n", "国发〔2024〕3号"),
        ("某 政 发 〔 2 0 2 4 〕 3 号\n关于防火的通知\n各县：\n", "某政发〔2024〕3号"),
        # A title may cite a number, which is another document's.
        ("关于贯彻国发〔2024〕3号文件的通知\n各县：\n", ""),
        ("来源某站\n公告\n2024年第12号\n关于防火的通知\n", "公告2024年第12号"),
        ("财政部　税务总局公告\n2023年第12号\n", "财政部 税务总局公告2023年第12号"),
        (
            "防火办法\n（1990年6月4日某县人民政府令第3号公布　2001年1月2日某县人民代表大会修订）\n",
            "某县人民政府令第3号",
        ),
        ("防火办法\n（1990年6月4日某政发〔1990〕3号公布）\n", ""),
    ],
)
def test_the_number_stands_on_a_line_in_the_title_in_a_field_or_in_the_history(head: str, number: str) -> None:
    assert str(PolicyDocument.parse(head + TEXT).number or "") == number


def test_a_title_that_only_the_field_table_gives() -> None:
    document = PolicyDocument.parse("标题：某县关于防火 工作的通知\n" + TEXT)
    assert document.title == "某县关于防火工作的通知"
    assert "title 某县" not in taken(document.text)


def test_a_list_of_front_matter_gives_the_words() -> None:
    assert PolicyDocument.parse("---\ntags:\n- '防火'\n- 值班\n---\n" + TITLE + TEXT).keywords == ("防火", "值班")


def test_recipients_over_several_lines_need_organs_first_and_last() -> None:
    assert (
        PolicyDocument.parse(TITLE + "各乡镇人民政府，\n县政府各部门：\n" + TEXT).recipients
        == "各乡镇人民政府，县政府各部门"
    )
    assert PolicyDocument.parse(TITLE + "天干物燥，\n县政府各部门：\n" + TEXT).recipients == "县政府各部门"
    assert PolicyDocument.parse(TITLE + "天干物燥，\n").recipients is None


@pytest.mark.parametrize(
    ("line", "decided"),
    [
        ("目录", "contents.entries"),
        ("（一）总体要求", "body.heading"),
        ("请抓好落实。", "head.sentence"),
        ("请抓好落实" * 21, "head.long"),
        ("有关事项如下：", "recipients.says"),
    ],
)
def test_why_a_text_begins(line: str, decided: str) -> None:
    assert grounds(TITLE + line)[1] == decided
