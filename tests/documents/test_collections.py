"""Documents as collections of laws and sites of associations print them: the page's lines, the title twice, the organ between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.blocks import Element
from egovkit.documents.document import PolicyDocument

ORGAN, TITLE = "某市人民政府", "某市森林防火办法"
PAGE = st.sampled_from(
    [
        "您的位置: 首页 » 法规库 » 地方法规 »\n",
        "作者:某法规库 时间:2024-07-22 08:17:50   浏览:8464   来源:某法规库\n下载地址: 点击此处下载\n",
        "热门站点| 某资料网 | 某专利网 | 某论坛\n收藏本站| 设为首页| 首页\n",
        "• 索 引 号:XM02100-0101-2019-00001\n  • 备注/文号:某府〔2019〕1号\n  • 公文生成日期:2019-01-04\n",
        "",
    ]
)
LONG = "各县要认真落实防火责任，严防死守，及时报告，" * 4 + "确保不发生重大火情。"
TEXT = "第一章 总 则\n第一条 为了防火，制定本办法。\n第二条 本市行政区域内的防火工作，适用本办法。\n"


@given(PAGE, PAGE, st.sampled_from(["{title}", "《{title}》"]), st.sampled_from(["\n", "\n\n\n"]))
def test_the_organ_between_two_prints_of_the_title_issued_it(above: str, below: str, again: str, gap: str) -> None:
    text = gap.join([above + TITLE, below, TITLE, ORGAN, again.format(title=TITLE), TEXT])
    document = PolicyDocument.parse(text)
    assert document.title == TITLE
    assert document.issuers == (ORGAN,)
    assert [heading.text[:4] for heading in document.headings] == ["总则", "为了防火", "本市行政"]


@pytest.mark.parametrize("organ", ["某市政府批准某市财政局", "甲省人民政府", "县政府网站"])
def test_what_is_between_and_no_organ_of_the_place_issued_nothing(organ: str) -> None:
    assert PolicyDocument.parse(f"{TITLE}\n{organ}\n{TITLE}\n{TEXT}").issuers == ()


def test_the_organs_that_a_list_names_above_the_title_are_not_taken_in_part() -> None:
    assert PolicyDocument.parse(f"{TITLE}\n某市人民政府\n某市公安局\n{TITLE}\n{TEXT}").issuers == ()


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("公文生成日期:2019-01-04", "dated"),
        ("制发日期：2019年1月4日", "dated"),
        ("执行日期：2019-01-04", "effective_on"),
    ],
)
def test_fields_by_their_other_names(label: str, field: str) -> None:
    document = PolicyDocument.parse(f"• {label}\n{TITLE}\n{TEXT}")
    assert (str(getattr(document, field)), document.title) == ("2019-01-04", TITLE)


@pytest.mark.parametrize("mark", ["【章名】 ", "【章名】", ""])
def test_what_a_collection_calls_a_line_is_none_of_it(mark: str) -> None:
    document = PolicyDocument.parse(f"{TITLE}\n【题注】 （2001年4月29日某市人民政府常务会议通过）\n{mark}{TEXT}")
    assert [heading.level.value for heading in document.headings] == ["chapter", "article", "article"]
    assert str(document.dated) == "2001-04-29"


@pytest.mark.parametrize("officer", ["总理　李某", "总  理  李  某", "省　长：张某某"])
@pytest.mark.parametrize(
    "opening",
    ["现发布《{}》，自一九八八年十月一日起施行。", "《{}》已经常务会议通过，现予公布，自一九八八年十月一日起施行。"],
)
@pytest.mark.parametrize("serial", ["第12号", "第 12 号"])
def test_an_order_bears_the_title_of_what_it_promulgates(officer: str, opening: str, serial: str) -> None:
    document = PolicyDocument.parse(
        f"某省人民政府令\n{serial}\n\n{opening.format(TITLE)}\n\n{officer}\n一九八八年七月三日\n\n{TITLE}\n\n{TEXT}"
    )
    assert (document.title, str(document.number)) == (TITLE, "某省人民政府令第12号")
    assert document.signers
    assert (str(document.dated), str(document.effective_on)) == ("1988-07-03", "1988-10-01")


@pytest.mark.parametrize("edge", [" |", "|", ""])
def test_the_edge_of_a_cell_is_none_of_the_date(edge: str) -> None:
    document = PolicyDocument.parse(f"各市人民政府：\n请抓好落实。\n{ORGAN}\n一九八七年三月七日{edge}\n")
    assert (document.signature, str(document.dated)) == ((ORGAN,), "1987-03-07")


def test_the_lines_of_a_page_are_no_wider_column() -> None:
    page = "作者:某法规库 时间:2024-07-22 08:17:50   浏览:8464   来源:某法规库 下载地址:点击此处下载\n"
    text = (
        f"{TITLE}\n{page}{TITLE}\n\n  某市人民政府令\n\n  第27号\n\n  现发布《{TITLE}》,自发布之日起施\n行。\n\n  市长李某\n\n  1997年8月3日\n\n"
        "  第一条为了规范全市森林防火工作,加强责任管\n理,提高工作效率,根据有关法律的规定,制定本\n办法。\n\n"
        "  第二条森林防火工作应当适应本市经济和社会发\n展的需要,遵循预防为主、积极消灭、统一指挥的\n原则。\n\n"
        "  第三条市人民政府根据防火工作的需要,行使防\n火指挥职权,并负责组织扑救。\n"
    )
    document = PolicyDocument.parse(text)
    assert document.effective_from_issue
    assert [heading.text for heading in document.headings][1].startswith("森林防火工作应当适应本市经济和社会发展的需要")


_GLUED = [
    "发文机关某市人民政府",
    "发文日期1986年07月07日",
    "时效性现行有效",
    "发文字号某政发〔1986〕53号",
    "施行日期1986年08月01日",
    "效力级别规范性文件",
]


@given(st.permutations(_GLUED), st.booleans())
def test_fields_with_their_values_right_behind_their_names(lines: list[str], titled: bool) -> None:
    title = "某市人民政府关于防火的通知\n" if titled else ""
    document = PolicyDocument.parse("\n".join(lines) + f"\n{title}各县人民政府：\n{LONG}\n一、 落实责任。{LONG}\n")
    assert (str(document.dated), str(document.effective_on)) == ("1986-07-07", "1986-08-01")
    assert (str(document.number), document.issuers) == ("某政发〔1986〕53号", ("某市人民政府",))
    assert (document.recipients, document.title) == ("各县人民政府", title.strip() or None)


@pytest.mark.parametrize("line", ["实施时间安排表", "发文机关要认真负责", "发文日期另定", "主题分类"])
def test_a_line_that_opens_with_the_name_of_a_field_alone_is_none(line: str) -> None:
    document = PolicyDocument.parse(f"{line}\n某市人民政府关于防火的通知\n各县人民政府：\n请认真执行。\n")
    assert (document.dated, document.effective_on, document.issuers) == (None, None, ("某市人民政府",))


@pytest.mark.parametrize("organ", ["全国人民代表大会", "全国人民代表大会常务委员会"])
@pytest.mark.parametrize("order", ["中华人民共和国主席令\n第三十七号", "中华人民共和国主席令（九届第37号）"])
def test_the_congress_that_passed_a_law_issued_it(organ: str, order: str) -> None:
    document = PolicyDocument.parse(
        f"{order}\n《中华人民共和国防火法》已由中华人民共和国第九届{organ}第十八次会议于2000年10月31日通过，现予公布，自2001年1月1日起施行。\n"
        f"中华人民共和国主席　张某某\n2000年10月31日\n中华人民共和国防火法\n{TEXT}"
    )
    assert document.issuers == (organ,)
    assert document.number is not None
    assert (document.number.code, document.title) == ("主席", "中华人民共和国防火法")


@pytest.mark.parametrize("colon", ["：", ":", "∶", "︰", "﹕"])
def test_what_stands_for_a_colon_ends_a_salutation(colon: str) -> None:
    text = f"某政发[2015]68号\n各县人民政府,市直各部门{colon}\n{LONG}\n"
    document = PolicyDocument.parse(text)
    assert (document.recipients, document.title, document.text) == ("各县人民政府,市直各部门", None, text)


def test_a_scale_is_no_colon() -> None:
    document = PolicyDocument.parse(f"{TITLE}\n第一条 测制1∶100万的地图。\n第二条 {LONG}\n")
    assert document.headings[0].text == "测制1∶100万的地图"


def test_what_pages_of_collections_add_to_their_fields_is_none_of_the_document() -> None:
    document = PolicyDocument.parse(
        f"发文标题: 某市关于防火的公告\n发文文号: 某市公安局公告2016年第6号\n发文部门: 某市公安局\n发文时间: 2016-4-22\n法规类型: 消防\n"
        f"阅读人次: 3815\n页面功能:\n  • 加入收藏\n  • 关闭\n发文内容:\n\n  {LONG}\n  一、防火责任\n"
    )
    assert (document.title, str(document.number), document.issuers) == (
        "某市关于防火的公告",
        "某市公安局公告2016年第6号",
        ("某市公安局",),
    )
    assert (document.recipients, str(document.dated)) == (None, "2016-04-22")


@pytest.mark.parametrize(
    "below",
    ["", "\n关于防火的通知\n严禁用火。", "\n发布部门某市公安局\n关于防火的通知\n严禁用火。"],
    ids=["alone", "one", "two"],
)
def test_a_name_and_a_value_alone_are_no_table(below: str) -> None:
    assert PolicyDocument.parse(f"发文日期1986年7月7日{below}").dated is None


def test_a_table_below_a_title_begins_the_text() -> None:
    document = PolicyDocument.parse("甲县关于防火任务的通知\n|序号|任务|\n|1|巡护|")
    assert document.title == "甲县关于防火任务的通知"
    assert [block.kind for block in document.blocks] == [Element.TITLE, Element.TABLE, Element.TABLE]


def test_an_order_of_the_head_of_state_that_promulgates_no_law_is_his_own() -> None:
    document = PolicyDocument.parse(
        "中华人民共和国主席令\n第三号\n根据第九届全国人民代表大会第一次会议的决定，任命某某为部长。\n某省某市防火办法\n第一条　严禁用火。"
    )
    assert "全国人民代表大会" not in document.issuers
