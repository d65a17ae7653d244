"""Line breaks that a page lost are found again where a marker counts on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.line_breaks import lines
from egovkit.documents.line_breaks.lines import LONG, split_lines
from egovkit.text.numerals import write_han
from tests.witness import survivors

LEAD = "为做好有关工作，现就落实情况说明如下，请结合实际抓好贯彻执行，确保各项任务按期完成，" * 3 + "特此说明"
ENDS = st.sampled_from(["。", "，上浮30%。", "，不低于20％", "，推行APP", "（含本数）", "；"])
MARKS = st.sampled_from(["{}.", "{}、", "一"])


def headings(text: str) -> list[str]:
    return [f"{heading.level.value} {heading.ordinal}" for heading in PolicyDocument.parse(text).headings]


@given(st.lists(ENDS, min_size=1, max_size=9), st.integers(1, 3), MARKS)
def test_a_list_counts_from_its_first_member(ends: list[str], first: int, mark: str) -> None:
    items = [
        f"{write_han(n) + '、' if mark == '一' else mark.format(n)}提高额度{end}" for n, end in enumerate(ends, first)
    ]
    text = LEAD + "。 " + " ".join(items) + " 请遵照执行。"
    level = "h1 " if mark == "一" else "h3 "
    ordinals = [write_han(n) if mark == "一" else str(n) for n in range(first, first + len(ends))]
    assert headings(text) == ([level + ordinal for ordinal in ordinals] if first == 1 else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("如下：一、严格准入。二、规范收费。三、强化检查。（一）年检。（二）公示。", ["h1 一", "h1 二", "h1 三", "h2 一", "h2 二"]),
        ("。二、基本原则（一）统筹兼顾。分步实施。（二）政府引导。", ["h2 一", "h2 二"]),
        ("。原则（一）统筹兼顾；（二）政府引导；（三）市场运作。", []),
        ("。答：（一）增加一章；（二）修改两条；（三）删去附则。", []),
        ("。答：主要有两点。（二）根据上位法取消审批。（三）增加公示程序。", []),
        ("。坚持统一、规范、高效。二、三级医院全部接入。", []),
        ("。同意第二部分（一）、（二）项的内容。", []),
        ("。（一）项所列材料。（二）项所列材料。", []),
        (" 1.自查。对照清单。2.上报。限期完成。 4.总结。", ["h3 1", "h3 2", "h3 4"]),
        ("。1.5倍以下。2.另行通知。", []),
        ("。　　三、监督。　　四、奖惩。", ["h1 三", "h1 四"]),
        (" 第一条 目的。 第二条 有下列情形之一：（一）甲；（二）乙。", ["article 一", "article 二", "h2 一", "h2 二"]),
    ],
)  # fmt: skip
def test_markers_of_a_text_in_one_line(text: str, found: list[str]) -> None:
    assert headings(LEAD + text) == found


@pytest.mark.parametrize("words", ["使用APP 办理", "不低于30% 的部分", "登录www.a.cn 查询"])
def test_a_blank_behind_other_characters_is_no_break(words: str) -> None:
    assert [line for _, _, line in split_lines(LEAD + words)] == [LEAD + words]


@pytest.mark.parametrize("end", ["岗位表.xls", "达到80%", "推行APP"])
def test_an_indent_is_a_break_behind_any_character(end: str) -> None:
    assert [line for _, _, line in split_lines(LEAD + end + "　　某县卫生局")] == [LEAD + end, "某县卫生局"]


def test_short_lines_stay() -> None:
    assert len(LEAD) > LONG
    assert [line for _, _, line in split_lines("甲。 二、乙")] == ["甲。 二、乙"]


@pytest.mark.parametrize(
    ("bracket", "whole"),
    [("（记者 某某）", True), ("（记者　某某）", True), ("（草案 ", False), ("（记者　　某某）", False)],
)
def test_a_blank_inside_a_bracket_is_no_lost_break(bracket: str, whole: bool) -> None:
    lines = [body for _, _, body in split_lines(f"某事某地2月15日电{bracket}记者获悉。" + LEAD * 3)]
    assert any(bracket in line for line in lines) == whole


# 〇 is the lead, which makes the line too long for one paragraph's; ⏎ is where it is cut.
IN_ONE_LINE = {
    "〇。 第二编市场": "〇。⏎第二编市场",
    "〇。一、市场。二、监管。三、处罚。 第二章罚则第三条 责令改正。": "〇。⏎一、市场。⏎二、监管。⏎三、处罚。⏎第二章罚则⏎第三条 责令改正。",
    "〇。一、市场。二、监管。三、处罚。 第三条 责令改正。": "〇。⏎一、市场。⏎二、监管。⏎三、处罚。⏎第三条 责令改正。",
    "〇\n\n　\n各地执行": "〇⏎各地执行",
    "〇。 第二分编合同": "〇。⏎第二分编合同",
    "〇。 第二章市场": "〇。⏎第二章市场",
    "〇。 第二节市场": "〇。⏎第二节市场",
    "〇。 第二条市场": "〇。⏎第二条市场",
    "〇。 （2）市场": "〇。 （2）市场",
    "〇。 附件1：市场表": "〇。⏎附件1：市场表",
    "〇。 二、市场": "〇。 二、市场",
    "〇。一、加强监管 二、市场": "〇。⏎一、加强监管⏎二、市场",
    "〇。一、加强监管。二、市场": "〇。⏎一、加强监管。⏎二、市场",
    "〇。原则如下。（一）加强监管 （二）市场。（三）其他": "〇。原则如下。⏎（一）加强监管⏎（二）市场。⏎（三）其他",
    "〇。1.加强监管 2.市场。3.其他": "〇。1.加强监管 2.市场。3.其他",
    "〇，推行APP　　各地": "〇，推行APP⏎各地",
    "〇，各地 各部门": "〇，各地⏎各部门",
    "〇，某市场 主任王某": "〇，某市场⏎主任王某",
    "〇，国务院总理 王某": "〇，国务院总理 王某",
    "〇，主任 王某": "〇，主任 王某",
    "〇，主席 王某": "〇，主席 王某",
    "〇，书记 王某": "〇，书记 王某",
    "〇，市长 王某": "〇，市长 王某",
    "〇，镇长 王某": "〇，镇长 王某",
    "〇第二章 总则": "〇第二章 总则",
    "〇。第二章 总则": "〇。⏎第二章 总则",
    "〇。第二条 总则": "〇。⏎第二条 总则",
    "〇第一章 总则": "〇⏎第一章 总则",
    "〇：一、加强监管。二、其他。": "〇：⏎一、加强监管。⏎二、其他。",
    "〇：（一）加强监管。（二）其他。": "〇：⏎（一）加强监管。⏎（二）其他。",
    "〇。某市人民政府2024年3月1日": "〇。⏎某市人民政府2024年3月1日",
    "〇。某市人民政府2024年3月1日（此件公开发布）某某局印发": "〇。⏎某市人民政府2024年3月1日⏎（此件公开发布）⏎某某局印发",
    "〇。某市人民政府2024年3月1日某某局印发": "〇。⏎某市人民政府2024年3月1日某某局印发",
    "〇，2024年3月1日（此件公开发布）": "〇，2024年3月1日⏎（此件公开发布）",
    "某市人民政府关于做好防火工作的通知某政发〔2021〕1号各区县：请各地认真执行。〇": "某市人民政府关于做好防火工作的通知⏎某政发〔2021〕1号⏎各区县：⏎请各地认真执行。〇",
    "某市人民政府关于做好防火工作的通知各区县：请各地认真执行。〇": "某市人民政府关于做好防火工作的通知⏎各区县：⏎请各地认真执行。〇",
    "某市人民政府关于做好防火工作的通知有关单位：请各地认真执行。〇": "某市人民政府关于做好防火工作的通知⏎有关单位：⏎请各地认真执行。〇",
    "某政发〔2021〕1号各区县：请各地认真执行。〇": "某政发〔2021〕1号⏎各区县：⏎请各地认真执行。〇",
    "某市人民政府关于做好防火工作的函复如下：请各地认真执行。〇": "某市人民政府关于做好防火工作的函复如下：请各地认真执行。〇",
    "某市人民政府关于做好防火工作的实施意见某政发〔2021〕1号请各地认真执行。〇": "某市人民政府关于做好防火工作的实施意见⏎某政发〔2021〕1号⏎请各地认真执行。〇",
    "根据某市关于做好防火工作的通知各区县：请各地认真执行。〇": "根据某市关于做好防火工作的通知各区县：请各地认真执行。〇",
    "关于印发《甲的通知各地》：请各地认真执行。〇": "关于印发《甲的通知各地》：请各地认真执行。〇",
    "财政部 税务总局令第8号 〇": "财政部 税务总局令第8号⏎〇",
    "第二节 监管 第三条 各地负责。": "第二节 监管⏎第三条 各地负责。",
    "〇，推行APP 附件1：市场表": "〇，推行APP⏎附件1：市场表",
    "〇，推行APP 市场表": "〇，推行APP 市场表",
    "〇，见某政发〔2006〕17 号　各市": "〇，见某政发〔2006〕17 号⏎各市",
    "〇，至2006年4月1 日　各市": "〇，至2006年4月1 日⏎各市",
    "〇，见某政发〔2006〕 17 号文": "〇，见某政发〔2006〕 17 号文",
    "财政部 税务总局公告2020年第8号 〇": "财政部 税务总局公告2020年第8号⏎〇",
    "财政部 税务总局通告2020年第8号 〇": "财政部 税务总局通告2020年第8号⏎〇",
    "财政部 税务总局文件2020年第8号 〇": "财政部⏎税务总局文件2020年第8号⏎〇",
}
# A text that has lines of its own is cut where more than a blank is.
IN_LINES = {
    "〇。　第二编市场": "〇。⏎第二编市场",
    "〇。　第二分编合同": "〇。⏎第二分编合同",
    "〇。　第二章市场": "〇。⏎第二章市场",
    "〇。　第二节市场": "〇。⏎第二节市场",
    "〇。　第二条市场": "〇。⏎第二条市场",
    "〇。　二、市场": "〇。⏎二、市场",
    "〇。　（二）市场": "〇。⏎（二）市场",
    "〇。　2.市场": "〇。⏎2.市场",
    "〇。　（2）市场": "〇。⏎（2）市场",
    "〇。　附件1：市场表": "〇。⏎附件1：市场表",
    "〇　　第二编 市场": "〇⏎第二编 市场",
    "〇　　第二章 市场": "〇⏎第二章 市场",
    "〇　　第二节 市场": "〇⏎第二节 市场",
    "〇　　第二条 市场": "〇⏎第二条 市场",
    "〇。　　各地": "〇。⏎各地",
    "〇，　　各地": "〇，　　各地",
    "第一章　总则　第一条　为了防火，制定本办法。　第二条　本市适用。": "第一章　总则⏎第一条　为了防火，制定本办法。⏎第二条　本市适用。",
}
OTHER_LINES = "甲\n乙\n丙\n"
CASES = IN_ONE_LINE | {OTHER_LINES + text: cut for text, cut in IN_LINES.items()}


def _cut(text: str) -> str:
    pieces = [body for _, _, body in split_lines(text.replace("〇", LEAD))]
    return "⏎".join(pieces[3 if text.startswith(OTHER_LINES) else 0 :]).replace(LEAD, "〇")


@pytest.mark.parametrize("text", CASES)
def test_where_a_long_line_is_cut(text: str) -> None:
    assert _cut(text) == CASES[text]


def test_no_alternative_is_without_a_case() -> None:
    assert survivors(lines, CASES.items(), _cut) == []


PIECE = st.text("第一条章 　\u200b。；：）*目的", max_size=14)


@given(PIECE, PIECE)
def test_a_line_is_cut_wherever_the_pattern_finds_a_break(opens: str, goes_on: str) -> None:
    # A long article with a full-width space: the lines of such a text are cut.
    text = f"{OTHER_LINES}第一条　{'的' * LONG}\n{opens}{'的' * LONG}{goes_on}的"
    at_once = split_lines(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lines, "_may_break", bool)
        assert at_once == split_lines(text)
