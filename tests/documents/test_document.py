from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.layout import Sheet, lay_out
from egovkit.documents.laying_out.printing import sheet_of
from egovkit.errors import ParseError
from egovkit.strategies.document import Page, documents, pages, sheets
from egovkit.text.folding import BLANKS

# What a document is made of, so that arbitrary text comes near to one.
PIECES = st.sampled_from(
    [
        "一、", "（一）", "1.", "（1）", "第一条　", "第一章 总则", "目　录", "附件：", "附件1", "附：", "\n", "\n\n", "\r\n", "\u2028", "　　", "《", "》", "。", "：",
        "国务院办公厅", "2024年1月1日", "关于防火的通知", "国办发〔2024〕1号", "抄送：", "（此件公开发布）", "索引号：", "---\n", "# ", "**", "|", "---|---", "— 3 —", "签发人：",
        "机密★1年", "自印发之日起施行", "有效期5年", "\u200b", "\ufeff", "一是", "二是", "扫一扫", "??", "主题词：", "\x00", "\ud800", "😀",
    ]
)  # fmt: skip
NOISE = st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join)


def cover(text: str, document: PolicyDocument) -> None:
    at = 0
    for block in document.blocks:
        assert block.start < block.end
        assert not text[at : block.start].strip(BLANKS), "a character that no block holds"
        at = block.end
    assert not text[at:].strip(BLANKS)


@given(NOISE)
def test_any_text_is_held_once_by_blocks_and_spans_and_is_read_the_same_again(text: str) -> None:
    document = PolicyDocument.parse(text)
    cover(text, document)
    assert all(0 <= start < end <= len(text) for start, end in document.spans.values())
    assert all(0 <= h.start < h.end <= len(text) for h in document.headings)
    assert [h.start for h in document.headings] == sorted(h.start for h in document.headings)
    for part in document.parts:
        assert 0 <= part.start <= part.end <= len(text)
    again = PolicyDocument.parse(text)
    assert (again, hash(again)) == (document, hash(document))


@given(st.lists(PIECES | st.text(max_size=12).filter(lambda s: s.isprintable()), max_size=30).map("".join))
def test_json_round_trip_of_any_text(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    document = PolicyDocument.parse(text)
    read = PolicyDocument.model_validate_json(document.model_dump_json())
    assert read == document
    assert (read.blocks, read.outline, read.spans, read.annexes, read.parts) == (
        document.blocks,
        document.outline,
        document.spans,
        document.annexes,
        document.parts,
    )


@given(documents().map(lambda document: document.text) | pages().map(lambda page: page.text) | NOISE)
def test_a_byte_order_mark_is_no_part_of_a_document(text: str) -> None:
    document, marked = PolicyDocument.parse(text), PolicyDocument.parse(f"\ufeff{text}")
    assert marked == document
    assert [(block.kind, block.start - 1) for block in marked.blocks] == [
        (block.kind, block.start) for block in document.blocks
    ]


@settings(max_examples=150)
@given(sheets())
def test_what_is_printed_is_read(sheet: Sheet) -> None:
    document = PolicyDocument.parse(lay_out(sheet))
    assert sheet_of(document) == sheet
    assert document.issuers == sheet.signature
    markers = [line for line in sheet.lines if line[0] in "一二三四（123"]
    inner = [line for enclosure in sheet.enclosures for line in enclosure.lines if line[0] in "一二三四（123"]
    assert len(document.headings) == len(markers) + len(inner)


@settings(max_examples=150)
@given(documents())
def test_a_document_equals_its_rendering(document: PolicyDocument) -> None:
    assert PolicyDocument.parse(document.render()) == document


@settings(max_examples=150)
@given(pages())
def test_a_page_is_read_as_the_document_it_shows(page: Page) -> None:
    document = PolicyDocument.parse(page.text)
    sheet = page.sheet
    assert document.title == sheet.title
    assert str(document.number or "") == sheet.number
    assert (document.recipients or "") == sheet.recipients
    assert document.signature == sheet.signature
    assert [annex.title for annex in document.annexes] == list(sheet.annexes)
    assert (document.note or "") == sheet.note
    assert len(document.parts) == len(sheet.enclosures)
    assert tuple(document.body.split("\n")) == sheet.lines


@given(documents(), documents())
def test_equal_documents_say_the_same(one: PolicyDocument, other: PolicyDocument) -> None:
    assert (one == other) == (one.render() == other.render())


def test_every_element_of_the_standard_is_in_the_schema_with_a_description() -> None:
    schema = PolicyDocument.model_json_schema()
    assert set(schema["properties"]) >= {
        "copy_number", "secrecy", "urgency", "organ_mark", "number", "signatories", "title", "recipients", "outline", "annexes",
        "signature", "dated", "note", "copied_to", "printed_by", "printed_on", "issuers", "kind", "index_number", "topic",
        "published_on", "effective_on", "effective_from_issue", "valid_for", "expires_on", "blocks", "spans",
    }  # fmt: skip
    assert all("description" in field for field in schema["properties"].values())


def test_a_document_is_frozen_and_takes_no_other_field() -> None:
    document = PolicyDocument.parse("关于防火的通知")
    with pytest.raises(ValueError, match="frozen"):
        document.title = "x"  # type: ignore[misc]
    with pytest.raises(ValueError, match=r"[Ee]xtra"):
        PolicyDocument(text="", colour="red")  # type: ignore[call-arg]


def test_compose_refuses_what_would_be_read_as_something_else() -> None:
    with pytest.raises(ParseError) as raised:
        PolicyDocument.compose(title="这是一个句子。", lines=["严禁用火。"])
    assert raised.value.code == "document.element"


PRINTED = """000123
机密★1年
特急

某县人民政府文件

某政发〔2024〕3号　　签发人：张三　李四

某县人民政府　某县公安局
关于加强森林防火工作的通知

各乡镇人民政府，县政府各部门：

　　根据《森林防火条例》，现就有关事项通知如下。
　　一、加强巡护。各地要增加人手。
　　（一）设卡。
　　1.定人。
　　（1）定时。
　　本通知自印发之日起施行，有效期二年。《某县防火办法》（某政发〔2010〕5号）同时废止。

　　附件：1.重点林区名单
　　　　　2.《值班表》

某县人民政府
某县公安局
2024年3月1日

（此件公开发布）

附件1

重点林区名单

　　一、东山

附件2
值班表
　　周一：张三

抄送：县委各部门，县人武部。
某县人民政府办公室　　2024年3月2日印发
"""


def test_a_printed_document_with_every_element() -> None:
    document = PolicyDocument.parse(PRINTED)
    assert document.copy_number == "000123"
    assert str(document.secrecy) == "机密★1年"
    assert document.urgency == "特急"
    assert document.organ_mark == "某县人民政府文件"
    assert str(document.number) == "某政发〔2024〕3号"
    assert document.signatories == ("张三", "李四")
    assert document.title == "某县人民政府某县公安局关于加强森林防火工作的通知"
    assert document.kind == "通知"
    assert document.recipients == "各乡镇人民政府，县政府各部门"
    assert [(h.level.value, h.text) for h in document.headings] == [
        ("h1", "加强巡护"),
        ("h2", "设卡"),
        ("h3", "定人"),
        ("h4", "定时"),
        ("h1", "东山"),
    ]
    assert document.outline[0].children[0].children[0].children[0].text == "定时"
    assert [annex.title for annex in document.annexes] == ["重点林区名单", "值班表"]
    assert document.signature == document.issuers == ("某县人民政府", "某县公安局")
    assert str(document.dated) == "2024-03-01"
    assert document.note == "此件公开发布"
    assert [(part.kind, part.label, part.title) for part in document.parts] == [
        ("annex", "附件1", "重点林区名单"),
        ("annex", "附件2", "值班表"),
    ]
    assert document.parts[0].outline[0].text == "东山"
    assert document.copied_to == "县委各部门，县人武部"
    assert document.printed_by == "某县人民政府办公室"
    assert str(document.printed_on) == "2024-03-02"
    assert document.effective_from_issue
    assert document.effective_on is None
    assert document.valid_for == "P2Y"
    assert str(document.expires_on) == "2026-02-28"
    assert [citation.title for citation in document.repeals] == ["某县防火办法"]
    assert [citation.title for citation in document.citations] == ["森林防火条例", "某县防火办法"]
    assert [str(mention.value) for mention in document.numbers] == ["某政发〔2024〕3号", "某政发〔2010〕5号"]
    assert [str(mention.value) for mention in document.dates] == ["2024-03-01", "2024-03-02"]
    assert document.frameworks == ()
    for name, (start, end) in document.spans.items():
        assert PRINTED[start:end].strip(), name


def test_the_printed_text_wins_over_the_field_table_and_the_table_fills_what_is_missing() -> None:
    text = (
        "索 引 号：\n000014349/2014-00150\n发文机关：\n某市人民政府\n标　　题：\n关于甲的通知\n发文字号：\n某政发〔2014〕6号\n"
        "成文日期：\n2014年11月16日\n发布日期：\n2014年11月26日\n\n关于乙的通知\n某政发〔2014〕66号\n各县：\n现予通知。\n"
    )
    document = PolicyDocument.parse(text)
    assert document.title == "关于乙的通知"
    assert str(document.number) == "某政发〔2014〕66号"
    assert document.index_number == "000014349/2014-00150"
    assert document.issuers == ("某市人民政府",)
    assert (str(document.dated), str(document.published_on)) == ("2014-11-16", "2014-11-26")


LAW = """﻿某某促进法

（2001年1月2日第九届全国人民代表大会常务委员会第二十次会议通过　根据2012年3月4日第十一届全国人民代表大会常务委员会第二十五次会议《关于修改〈某某促进法〉的决定》修正）

目　　录
第一章　总　　则
第二章　附　　则

第一章　总　　则

**第一条**　为了促进某某，制定本法。
第二条　有下列情形之一的，适用本法：
（一）甲；
（二）乙。
第三条第二款规定的情形除外。

## 第二章　附　　则

第三条　本法自2001年5月1日起施行。
"""


def test_a_law_with_history_and_contents() -> None:
    document = PolicyDocument.parse(LAW)
    assert document.title == "某某促进法"
    assert document.issuers == ("全国人民代表大会常务委员会",)
    assert str(document.dated) == "2012-03-04"
    assert str(document.effective_on) == "2001-05-01"
    assert [(h.level.value, h.ordinal) for h in document.outline] == [("chapter", "一"), ("chapter", "二")]
    first, second = document.outline[0].children
    assert (first.ordinal, [item.text for item in second.children]) == ("一", ["甲；", "乙"])


def test_the_issuers_of_a_regulation_stand_in_its_history() -> None:
    document = PolicyDocument.parse(
        "# 某某管理条例\n\n1988年5月18日 国务院第五次常务会议通过\n\n第一条 为了管理，制定本条例。\n"
    )
    assert document.issuers == ("国务院",)
    assert PolicyDocument.parse("# 某某规定\n\n1989年5月11日 国务院批准\n\n第一条 略。\n").issuers == ()


def test_an_earlier_version_of_the_same_title_is_repealed_and_not_cited() -> None:
    document = PolicyDocument.parse(
        "某某法\n第一条　本法自2001年1月1日起施行。1950年6月29日公布的《某某法》同时废止。\n"
    )
    assert [citation.title for citation in document.repeals] == ["某某法"]
    assert document.citations == ()


def test_a_law_promulgated_anew_bears_the_latest_order() -> None:
    document = PolicyDocument.parse(
        "# 某某条例\n\n（1996年1月29日国务院令第193号发布　2007年1月14日国务院令第500号修订　2008年8月5日国务院令第532号公布）\n\n第一条　为了某事，制定本条例。\n"
    )
    assert (str(document.number), str(document.dated)) == ("国务院令第532号", "2008-08-05")
    joint = PolicyDocument.parse(
        "# 某某条例\n\n（1990年6月4日国家教育委员会令第10号、卫生部令第1号发布）\n\n第一条　为了某事，制定本条例。\n"
    )
    assert str(joint.number) == "国家教育委员会令第10号"


def test_an_order_takes_the_title_of_what_it_promulgates() -> None:
    document = PolicyDocument.parse(
        "中华人民共和国国务院令\n第706号\n\n《某某代理条例》已经2018年9月6日国务院第23次常务会议通过，现予公布，自2019年3月1日起施行。\n"
        "总理　　李某某\n2018年11月6日\n\n某某代理条例\n第一章　总则\n第一条　为了规范代理，制定本条例。\n"
    )
    assert str(document.number) == "国务院令第706号"
    assert document.title == "某某代理条例"
    assert document.issuers == ("国务院",)
    assert document.signature == ()
    assert document.signers == ("总理 李某某",)
    assert str(document.effective_on) == "2019-03-01"
    assert [part.title for part in document.parts] == ["某某代理条例"]


def test_a_text_that_lost_its_line_breaks() -> None:
    document = PolicyDocument.parse(
        "某市人民政府办公厅关于做好防汛工作的通知某政办发〔2021〕88号各区县人民政府，市政府各部门：为做好防汛工作，经市政府同意，现通知如下。"
        "一、落实责任。各区县要落实防汛责任制，层层压实。二、备足物资。各部门要备足物资，确保供应，做到有备无患，随时可以调用。某市人民政府办公厅2021年8月23日（此件公开发布）"
    )
    assert document.title == "某市人民政府办公厅关于做好防汛工作的通知"
    assert str(document.number) == "某政办发〔2021〕88号"
    assert document.recipients == "各区县人民政府，市政府各部门"
    assert [h.text for h in document.headings] == ["落实责任", "备足物资"]
    assert document.signature == ("某市人民政府办公厅",)
    assert str(document.dated) == "2021-08-23"
    assert document.note == "此件公开发布"


@pytest.mark.parametrize(
    "line",
    [
        "第三条第二款规定的情形",
        "（一）、（二）项所列",
        "一、二审案件",
        "1.5倍以下的罚款",
        "一是加强领导",
        "（2014）1号",
        "十二五期间",
        "3年以上",
    ],
)
def test_references_and_enumerations_are_no_headings(line: str) -> None:
    document = PolicyDocument.parse(f"关于防火的通知\n各地：\n现通知如下。\n{line}照此办理。\n")
    assert document.headings == ()


@pytest.mark.parametrize(
    "family",
    [
        "汉",
        "〔",
        "《",
        "1",
        "一、",
        "（一）",
        "第一条　",
        "附件：",
        "附件1：甲 ",
        "　",
        "。　　",
        "自",
        "有效期",
        "2024年1月1日",
        "一是",
        "|",
        "：",
        "号",
        "日",
        "1、",
        "签发人",
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_long_texts_of_one_kind_are_held_too(family: str, end: str) -> None:
    text = (family + end) * 4_000
    cover(text, PolicyDocument.parse(text))


BODY = "收悉。经研究，现批复如下：一、同意撤销甲村。二、请抓紧办理。特此批复。" + "要切实加强领导，周密组织实施。" * 8


@pytest.mark.parametrize(
    ("head", "recipients"),
    [
        ("双溪乡人民政府：你乡《关于调整村规模的请示》", "双溪乡人民政府"),
        ("关于调整村规模的批复\xa0某政函〔2013〕3号\xa0某市人民政府、国家环境保护总局：你们的《请示》", "某市人民政府、国家环境保护总局"),
        ("各镇人民政府，各街道办事处，市政府各部门：《某办法》已", "各镇人民政府，各街道办事处，市政府各部门"),
        ("各乡镇人民政府、街道办事处，县政府直属各单位：2012年，工作", "各乡镇人民政府、街道办事处，县政府直属各单位"),
        ("提示：你乡的请示", None),
        ("财政部：加大支持力度，材料", None),
        ("工作要求：根据规定，材料", None),
        ("某市教育局、张三：根据规定，材料", None),
    ],
)  # fmt: skip
def test_recipients_of_a_text_without_line_breaks(head: str, recipients: str | None) -> None:
    document = PolicyDocument.parse(head + BODY)
    assert document.recipients == recipients
    cover(document.text, document)


@pytest.mark.parametrize(
    ("lines", "signature"),
    [
        (["甲市公积金管理中心国家税务总局甲市税务局"], ("甲市公积金管理中心", "国家税务总局甲市税务局")),
        (["甲市财政局甲市教育局"], ("甲市财政局", "甲市教育局")),
        (["中国银行保险监督管理委员会", "甲市监管分局"], ("中国银行保险监督管理委员会甲市监管分局",)),
        (["国家税务总局甲市税务局"], ("国家税务总局甲市税务局",)),
        (["国家税务总局", "财政部"], ("国家税务总局", "财政部")),
        (["中国人民银行", "国家外汇管理局"], ("中国人民银行", "国家外汇管理局")),
        (["中国人民银行国家外汇管理局"], ("中国人民银行", "国家外汇管理局")),
        (["中国人民银行", "交通银行甲市分行"], ("中国人民银行", "交通银行甲市分行")),
        (["中国人民银行甲市中心支行"], ("中国人民银行甲市中心支行",)),
    ],
)
def test_organs_of_a_signature_are_cut_and_joined(lines: list[str], signature: tuple[str, ...]) -> None:
    text = "\n".join(["关于防火的通知", "各单位：", "　　请做好工作。", "", *lines, "2024年3月1日"])
    assert PolicyDocument.parse(text).signature == signature


def test_annexes_that_a_page_lists_as_links() -> None:
    links = "- [附件1-处罚裁量表.pdf](/a/1.pdf)\n\n- [附件2-不予处罚目录.pdf](/a/2.pdf)"
    document = PolicyDocument.parse(
        f"第一条　本规定自2022年1月1日起施行。\n\n{links}\n\n某省环境厅办公室\n\n2021年11月14日印发"
    )
    assert [annex.title for annex in document.annexes] == ["处罚裁量表", "不予处罚目录"]
    assert not document.parts
    cover(document.text, document)


def test_the_organs_of_a_joint_number_stay_together_on_a_line_without_breaks() -> None:
    head = "关于进口物资免税政策的公告 财政部\xa0海关总署\xa0税务总局公告2020年第6号 　　"
    document = PolicyDocument.parse(
        head + "为支持工作，现公告如下： 　　一、免征关税。 　　" + "有关单位应当办理手续。" * 12
    )
    assert str(document.number) == "财政部 海关总署 税务总局公告2020年第6号"


def test_numerals_alone_on_their_lines_are_headings_where_they_count() -> None:
    text = "某市发放消费券的公告\n为促进消费，公告如下：\n一\n活动时间\n7月1日起。\n## 二\n## 领取方式\n（一）登录。\n（二）核销。\n"
    document = PolicyDocument.parse(text)
    assert [(h.ordinal, h.text) for h in document.outline] == [("一", "活动时间"), ("二", "领取方式")]
    assert len(document.outline[1].children) == 2
    assert PolicyDocument.parse(document.render()) == document


@pytest.mark.parametrize(
    "lines",
    [
        ["一", "东城街道"],
        ["一", "东城街道", "三", "西城街道"],
        ["一", "二", "三"],
        ["一", "活动期间，凡购买新车的，给予补贴。", "二", "补贴发完即止。"],
        ["一、时间", "一", "东城街道", "二", "西城街道"],
    ],
)
def test_numerals_that_count_nothing_are_none(lines: list[str]) -> None:
    document = PolicyDocument.parse(
        "\n".join(["关于表彰的决定", "各单位：", "决定表彰以下集体。", *lines, "以上名单。"])
    )
    assert [h.text for h in document.headings if h.ordinal != "一" or h.text != "时间"] == []


@pytest.mark.parametrize(
    "opening",
    [
        "8月4日,晨报记者从某市政府官网获悉,近日某市发布《关于促进消费的通知》。",
        "新华社北京3月5日电（记者 王某）财政部印发通知。",
        "本报讯 某市出台新规。",
        "近日，某市交通局发布《单车管理办法》。",
        "来源：某某日报\n某市出台新规。",
    ],
)
def test_a_report_has_no_force_of_its_own(opening: str) -> None:
    document = PolicyDocument.parse(
        opening + "\n办法自2024年1月1日起施行，有效期5年。\n上述《办法》自1月1日起施行至2026年12月31日。\n"
    )
    assert (document.effective_on, document.valid_for, document.expires_on) == (None, None, None)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("近日，多地发生事故。为防范风险，现公告如下：\n一、排查。\n", ""),
        ("为促进消费，近日经市政府研究，制定措施如下：\n一、发券。\n", ""),
        ("某某日报：记者获悉，某市发布措施，全文如下：\n一、发券。\n", ""),
        ("各单位：\n近日，省厅印发《办法》，请执行。\n", "\n某县公安局\n2024年1月1日"),
    ],
)
def test_a_document_that_tells_of_late_events_has_its_force(head: str, tail: str) -> None:
    document = PolicyDocument.parse(head + "本措施自2024年1月1日起施行，有效期5年。" + tail)
    assert (str(document.effective_on), document.valid_for) == ("2024-01-01", "P5Y")


@pytest.mark.parametrize(
    "title", ["《某某条例》政策解读", "《某某条例》答记者问", "一图读懂《某某条例》", "《某某条例》问答"]
)
def test_what_an_interpretation_says_of_force_is_the_other_documents(title: str) -> None:
    document = PolicyDocument.parse(f"{title}\n　　一、背景。\n　　二、时间。本条例自2024年1月1日起施行。\n")
    assert (document.effective_on, document.kind) == (None, None)


@pytest.mark.parametrize(
    ("note", "annexes"),
    [
        ("附件：检查表　　某县安全生产委员会办公室　　2019年5月24日", ["检查表"]),
        ("附件：1.检查表 2.汇总表 某县安全生产委员会办公室 2019年5月24日", ["检查表", "汇总表"]),
        ("附件：1.检查表\n　　　2.汇总表　　　某县安全生产委员会办公室\n2019年5月24日", ["检查表", "汇总表"]),
        ("附件：检查 汇总表\n某县安全生产委员会办公室\n2019年5月24日", ["检查汇总表"]),
        ("附件：检查表\n2019年5月24日\n某县安全生产委员会办公室\n（此件公开发布）", ["检查表"]),
        # An entry that runs over its line, where the next number shows it.
        (
            "附件：1.检查对象（含工矿\n\n商贸企业）名录\n\n2.某县重点单位自查\n自改汇总表\n3.流程图\n某县安全生产委员会办公室\n2019年5月24日",
            ["检查对象（含工矿商贸企业）名录", "某县重点单位自查自改汇总表", "流程图"],
        ),
    ],
)
def test_a_signature_behind_the_annex_note(note: str, annexes: list[str]) -> None:
    document = PolicyDocument.parse(f"关于开展检查的通知\n各乡镇：\n　　请抓紧开展。\n　　{note}\n")
    assert [annex.title for annex in document.annexes] == annexes
    assert document.signature == ("某县安全生产委员会办公室",)
    assert str(document.dated) == "2019-05-24"
    cover(document.text, document)
    assert PolicyDocument.parse(document.render()) == document


@pytest.mark.parametrize(
    "line", ["联系人：张三，电话：123456", "县长 张三", "（略）", "http://example.org/a.doc", "各单位应当及时报送。"]
)
def test_what_stands_between_entries_is_no_part_of_a_title(line: str) -> None:
    document = PolicyDocument.parse(f"关于开展检查的通知\n各乡镇：\n请开展。\n附件：1.申报表\n{line}\n2.报送时间\n")
    assert document.annexes[0].title == "申报表"


def test_a_document_that_loses_a_part_is_not_repealed() -> None:
    document = PolicyDocument.parse(
        "某市关于某事的规定\n第一条　为了某事，制定本规定。\n第二条　《甲规定》第三条、《乙规定》中有关收费的条款和《丙规定》同时废止。\n"
    )
    assert [citation.title for citation in document.repeals] == ["丙规定"]


@pytest.mark.parametrize("label", ["附件：", "附件下载：", "附件列表："])
def test_files_that_a_page_lists_at_its_foot_are_annexes(label: str) -> None:
    head = "关于申报项目的通知\n各单位：\n　　请申报。\n某市科学技术局\n2023年3月6日\n"
    document = PolicyDocument.parse(f"{head}{label}\n1.申报书.docx\n2.项目指南.pdf\n扫一扫\n")
    assert [annex.title for annex in document.annexes] == ["申报书", "项目指南"]
    assert not document.parts
    assert PolicyDocument.parse(head + "附件下载：\n").annexes == ()


@pytest.mark.parametrize(
    ("closing", "signature"),
    [
        ("**某县人民政府**\n\n**2022年1月30日**", ("某县人民政府",)),
        ("某县人民政府（印章）\n2022年1月30日", ("某县人民政府",)),
        ("某 县 人 民 政 府\n二 ○ 二 二 年 一 月 三 十 日", ("某县人民政府",)),
        ("2022年1月30日\n某县人民政府\n某县公安局", ("某县人民政府", "某县公安局")),
        ("2022年1月30日\n某县人民政府\n抄送：县委。", ("某县人民政府",)),
    ],
)
def test_odd_surfaces_of_the_closing(closing: str, signature: tuple[str, ...]) -> None:
    document = PolicyDocument.parse(f"关于防火的通知\n各单位：\n　　请做好工作。\n{closing}\n")
    assert document.signature == signature
    assert str(document.dated) == "2022-01-30"
    assert not document.parts


def test_a_date_with_text_behind_it_closes_nothing() -> None:
    text = "关于活动的通知\n各单位：\n　　时间：\n2022年1月30日\n某县体育馆\n　　请准时。\n　　谢谢。\n　　一、注意安全。\n"
    assert PolicyDocument.parse(text).signature == ()


@pytest.mark.parametrize(
    ("corner", "marks"),
    [
        ("机密★1年　　　特急", (None, "机密★1年", "特急")),
        ("000005 秘密★５年 加急", ("000005", "秘密★5年", "加急")),
        ("密级：秘密\n紧急程度：平急", (None, "秘密", "平急")),
        ("密级：公开", (None, None, None)),
        ("机密★1年　　某县", (None, None, None)),
        ("特　急", (None, None, "特急")),
    ],
)
def test_the_marks_of_the_corners(corner: str, marks: tuple[str | None, ...]) -> None:
    document = PolicyDocument.parse(f"{corner}\n某县文件\n某县关于防火的通知\n各单位：\n　　请做好工作。\n")
    secrecy = str(document.secrecy) if document.secrecy else None
    assert (document.copy_number, secrecy, document.urgency) == marks
    assert PolicyDocument.parse(document.render()) == document


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("财政部 税务总局公告\n2023年第71号\n关于税收政策的公告", "财政部 税务总局公告2023年第71号", "关于税收政策的公告"),
        ("某市人民政府公报\n2024年第3期（总第120期）\n某市关于防火的决定\n某政发〔2024〕3号", "某政发〔2024〕3号", "某市关于防火的决定"),
        ("某市人民政府公报\n2024年第3号\n某市关于防火的决定", "None", "某市关于防火的决定"),
        ("某市统计公报\n某市统计局\n2024年3月1日", "None", "某市统计公报"),
        ("国 务 院 令\n第706号\n某某管理条例", "国务院令第706号", "某某管理条例"),
        ("某县人民政府令\n第８８号\n某县广告管理办法", "某县人民政府令第88号", "某县广告管理办法"),
        ("某卫罚〔2020〕5号\n某县卫生局处罚决定书", "None", "某县卫生局处罚决定书"),
        ("国 务 院 文 件\n国 发 〔 2 0 1 1 〕 3 9 号\n国务院关于安全的意见", "国发〔2011〕39号", "国务院关于安全的意见"),
    ],
)  # fmt: skip
def test_number_and_title_of_odd_heads(head: str, number: str, title: str) -> None:
    document = PolicyDocument.parse(f"{head}\n　　为加强管理，作如下安排。\n　　一、略。\n")
    assert (str(document.number), document.title) == (number, title)


@pytest.mark.parametrize(
    ("lines", "recipients"),
    [
        ("各区（县）财政局，\n市扶贫办：", "各区（县）财政局，市扶贫办"),
        ("各省财政厅（局），\n新疆生产建设兵团财务局，\n有关中央企业：", "各省财政厅（局），新疆生产建设兵团财务局，有关中央企业"),
        ("为做好工作，\n现通知如下：", None),
        ("各区财政局，\n请抓紧。", None),
        ("各区财政局，", None),
    ],
)  # fmt: skip
def test_recipients_over_several_lines(lines: str, recipients: str | None) -> None:
    document = PolicyDocument.parse(
        f"关于改造的通知\n{lines}\n　　现就工作通知。\n　　一、略。\n"
        if "。" not in lines
        else f"关于改造的通知\n{lines}"
    )
    assert document.recipients == recipients


@pytest.mark.parametrize("mark", ["（2018年2月6日）", "（二〇一八年二月六日）"])
def test_a_date_in_brackets_under_the_title(mark: str) -> None:
    document = PolicyDocument.parse(f"中共某省委某省人民政府关于振兴的意见\n{mark}\n　　提出如下意见。\n　　一、略。\n")
    assert document.issuers == ("中共某省委", "某省人民政府")
    assert str(document.dated) == "2018-02-06"
    assert PolicyDocument.parse(document.render()) == document


def test_a_first_sentence_that_publishes_is_no_history() -> None:
    document = PolicyDocument.parse(
        "某部关于发布规范的公告\n根据《安全法》，现予发布，自2022年9月1日起实施。\n附件：技术规范\n某市人民政府\n2022年4月30日\n"
    )
    assert [annex.title for annex in document.annexes] == ["技术规范"]
    assert str(document.effective_on) == "2022-09-01"


@pytest.mark.parametrize("note", ["发至县团级", "此件发至乡镇", "传达到村支部"])
def test_notes_on_whom_it_may_reach(note: str) -> None:
    document = PolicyDocument.parse(
        f"关于防火的通知\n各单位：\n　　请做好工作。\n某县公安局\n2022年1月3日\n（{note}）\n"
    )
    assert document.note == note


def test_keywords_that_yaml_gives_as_a_list() -> None:
    text = '---\ntitle: 某某法\ntags:\n  - 法律法规\n  - "经济法"\n---\n# 某某法\n第一条　目的。\n'
    assert PolicyDocument.parse(text).keywords == ("法律法规", "经济法")


MARKS = st.lists(
    st.sampled_from(
        [
            "机密★",
            "绝密☆",
            "秘密",
            "0年",
            "十十年",
            "9999年",
            "1年",
            "长期",
            "特急",
            "000001",
            "№",
            "签发人：",
            "某县人民政府文件",
            "某政发〔2014〕",
            "0号",
            "号",
            "2014年",
            "13月",
            "31日",
            "附件：",
            "抄送：",
            "印发",
            "有效期",
            "至",
            "自",
            "起施行",
            "：",
            "\n",
        ]
    ),
    max_size=12,
).map("".join)


@given(MARKS, MARKS)
def test_marks_that_make_no_sense_are_text(head: str, tail: str) -> None:
    text = f"{head}\n某县人民政府关于防火的通知\n各乡镇人民政府：\n　　请认真执行。\n{tail}\n"
    document = PolicyDocument.parse(text)
    assert "".join("".join(text[b.start : b.end].split()) for b in document.blocks) == "".join(text.split())


def test_a_secrecy_that_is_none_is_left_to_the_text() -> None:
    text = "机密★0年\n某县人民政府关于防火的通知\n各乡镇人民政府：\n　　请认真执行。\n"
    assert PolicyDocument.parse(text).secrecy is None
    assert str(PolicyDocument.parse(text.replace("0年", "1年")).secrecy) == "机密★1年"


def test_a_document_is_composed_of_lists_as_well() -> None:
    document = PolicyDocument.compose(
        title="某县人民政府关于防火的通知", lines=["请认真执行。"], recipients="各乡镇人民政府", annexes=["物资表"]
    )
    assert [annex.title for annex in document.annexes] == ["物资表"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("某县人民政府关于防火的通知。", "某县人民政府关于防火的通知"),
        ("关于加强某项工作的意见；", "关于加强某项工作的意见"),
        ("根据国务院办公厅关于防火的通知。", None),
        ("请认真学习关于防火的通知。", None),
    ],
)
def test_a_title_that_ends_as_a_sentence_does(line: str, title: str | None) -> None:
    assert PolicyDocument.parse(f"{line}\n各乡镇人民政府：\n　　请认真执行。\n").title == title


def test_a_document_is_shown_in_one_line() -> None:
    document = PolicyDocument.parse("关于防火的通知\n某政发〔2024〕3号\n各县：\n严禁用火。")
    assert repr(document) == "<PolicyDocument 关于防火的通知，某政发〔2024〕3号，4 lines>"
    assert repr(PolicyDocument.parse("")) == "<PolicyDocument 无题，0 lines>"
