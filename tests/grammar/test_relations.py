from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.relations import relation_of

RELATIONS = {"issue", "forward", "repeal", "amend", "basis", "interpret", "mention"}
# 〇 stands for the citation.
CASES = {
    "近日，国务院办公厅印发〇，提出": "issue",
    "研究制定了〇。": "issue",
    "现将〇印发给你们": "issue",
    "〇已经省政府同意，现印发给你们": "issue",
    "〇发布，": "issue",
    "国务院〇的公布实施": "issue",
    "关于印发〇的通知": "issue",
    "修订出台〇": "issue",
    "国务院办公厅转发〇": "forward",
    "现将〇转发给你们": "forward",
    "批转国家发展改革委〇": "forward",
    "〇同时废止": "repeal",
    "经市政府同意，废止〇": "repeal",
    "〇第五条相应停止执行": "repeal",
    "〇等3件规章，现予废止": "repeal",
    "下列文件予以废止：\n1.〇": "repeal",
    "决定对〇作如下修改": "amend",
    "开展〇的修订工作": "amend",
    "将〇第五条“甲”调整为“乙”": "amend",
    "现就〇中有关内容调整如下": "amend",
    "会议关于修改〇等十件法规的决定修正": "amend",
    "修订了〇": "amend",
    "根据〇，制定": "basis",
    "根据国务院发布的〇的规定": "basis",
    "为正确适用〇": "basis",
    "督促企业落实主体责任和〇要求": "basis",
    "结合〇和我市实际": "basis",
    "落实国务院办公厅转发国家发展改革委〇精神": "basis",
    "【政策依据】（1）〇": "basis",
    "部门解读｜〇": "interpret",
    "对〇进行了解读": "interpret",
    "就〇答记者问": "interpret",
    "符合〇要求": "mention",
    "未按照〇的规定": "mention",
    "〇收悉": "mention",
    "由民政部发布的〇规定": "mention",
    "在继续执行〇的基础上": "mention",
    "〇印发以来": "mention",
    "按修订后的〇": "basis",
    "制定〇实施细则": "mention",
    "〇第三条对首付款比例进行了调整": "mention",
    "大力宣传贯彻〇": "mention",
    # 编制 and 编写 belong to a noun here, 通过 is a preposition, 适用的 describes the document.
    "规划编制单位（含分支机构）须持有〇": "mention",
    "编写组成员由各县区教育局抽调骨干教师担任并研读〇": "mention",
    "通过全国一体化政务服务平台查询〇": "mention",
    "依据现行适用的〇": "basis",
}


@pytest.mark.parametrize("sentence", CASES)
def test_relations(sentence: str) -> None:
    before, _, after = sentence.partition("〇")
    assert relation_of(before, after, "某办法") == CASES[sentence]


def test_the_decision_that_revises_is_the_basis() -> None:
    assert relation_of("第十次会议", "第一次修正", "关于修改〈甲法〉的决定") == "basis"
    assert relation_of("第十次会议", "第一次修正", "甲法") != "basis"


@given(st.text(alphabet="根据印发的了已经废止修改对将《》，。：1.（）第三条同时", max_size=80), st.text(max_size=60))
def test_any_words_have_a_relation(before: str, after: str) -> None:
    assert relation_of(before, after, None) in RELATIONS


# Each class of sentence beside one that looks alike and is none. 〇 stands for the citation.
CLASSES = {
    # The purpose for which a document is made.
    "为正确理解、执行〇，现解释如下": "basis",
    "为了准确理解和适用〇": "basis",
    "为落实好〇要求": "basis",
    "上述行为适用〇": "mention",
    "应当认真执行〇": "mention",
    # An amendment of a part.
    "现对〇作如下补充、修改：": "amend",
    "对〇作出补充和修改": "amend",
    "一、删除〇第一条第二项": "amend",
    "删去〇": "amend",
    "被删除〇": "mention",
    "在〇第三条后增加一条": "amend",
    "在〇中增加两款": "amend",
    "对〇增加一项": "amend",
    "在〇中明确调整为第一类管理的": "mention",
    "在〇基础上增加人员": "mention",
    # What is forwarded is named behind its makers.
    "国务院办公厅转发了甲部、乙部、丙部、丁委、戊委、己局、庚局、辛局、壬署、癸署、子部、丑部、寅部、卯部、辰部等单位〇": "forward",
    "转发甲省人民政府关于某年某季度本行政区域内某项工作开展情况的检查以及整改有关事项说明的材料〇": "mention",
    "关于转发GB/T 1234—2014〇国家标准第1号修改单的通知": "mention",
    "关于转发〇的通知": "forward",
    # Who explains, and what for.
    "〇政策解读": "interpret",
    "为使社会各界深入了解〇的背景、原则和主要内容等，某局有关负责人回答了记者提问": "interpret",
    "为便于企业准确把握〇，现解读如下": "interpret",
    "组织职工深入了解〇": "mention",
    # The organ that issued the grounds, and the grounds on which an organ issues.
    "根据某某银行发布〇，我国排名上升": "basis",
    "根据市政府授权发布〇，": "issue",
    "根据工作需要发布〇，": "issue",
    "法律依据：某部、某局联合发布的〇第二条规定": "basis",
    "处理结果：某部、某局联合发布的〇第二条规定": "mention",
    # Another verb stands between.
    "某中心按程序对〇产品进行审核": "mention",
    "将根据情况把〇提交": "mention",
    "按照针对〇": "basis",
    "按照甲原则是否与〇要求相违背": "mention",
    "按照编写指导原则是否与〇要求相违背": "mention",
    "按照现行〇": "basis",
    # What somebody asks for is not done.
    "遂提起诉讼，请求撤销〇": "mention",
    "诉请人民法院判决撤销〇": "mention",
    "法院判决撤销〇": "repeal",
}


@pytest.mark.parametrize("sentence", CLASSES)
def test_a_class_and_what_looks_like_it(sentence: str) -> None:
    before, _, after = sentence.partition("〇")
    assert relation_of(before, after, "某办法") == CLASSES[sentence]
