from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar import (
    relations,
    relations_after,
    relations_around,
    relations_before,
    relations_lists,
    relations_parts,
)
from egovkit.grammar.relations import relation_of
from tests.lexicon.examples import examples
from tests.lexicon.readers import READERS
from tests.witness import survivors

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
    # The document stands, without a part of it.
    "〇中有关收费的规定同时废止": "amend",
    "〇中与本办法不一致的条款，自行失效": "amend",
    "〇内“每户限一套”的要求不再执行": "amend",
    "取消〇中“贷款次数不超过两次”的规定": "amend",
    "停止执行〇中关于贷款次数的限制": "amend",
    "废止〇和中国人民银行的通知": "repeal",
    "〇文件中关于押金的规定同时取消": "amend",
    "〇内容及有关规定同时废止": "repeal",
    "不得取消〇中规定的补贴": "mention",
    "没有废止〇中“押金”的规定": "mention",
    "不得擅自废止〇中“押金”的规定": "mention",
    "请求人民法院撤销〇中关于押金的规定": "mention",
    "原告要求撤销〇中关于押金的规定": "mention",
    "尚未明令取消〇中关于押金的规定": "mention",
    "是否取消〇中的有关规定，由省决定": "mention",
    "取消〇中规定的许可，简化办理要求": "mention",
    "执行〇中规定的标准，我市原有关规定同时废止": "mention",
    "符合〇中规定条件的，原补贴政策停止执行": "mention",
    "基于对〇的理解": "mention",
    "发布关于公开征求〇意见的公告": "mention",
    "编制〇宣贯材料": "mention",
    "印发〇培训读本": "mention",
    "基于〇的要求": "basis",
    "基于国务院印发的〇": "basis",
    "基于申报产品的特点判定其与〇": "mention",
    "基于产品与〇": "mention",
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


# What a pattern in code has as an alternative, and no list of the lexicon.
PARTS_OF_PATTERNS = {
    "转发民政部等部门关于〇": "forward",
    "编制部门以及各类机构〇": "mention",
    "编制部门规章〇": "issue",
    "编制人、审核人〇": "mention",
    "为贯彻以及执行〇": "basis",
    "为正确理解和执行〇": "basis",
    "根据分工由财政部发布〇": "issue",
    "根据《甲办法》经财政部发布〇": "issue",
    "按〇实施之前的政策执行": "mention",
    "按〇实施以前的政策执行": "mention",
    "〇，自发文之日起废止": "repeal",
    "〇，于年底失效": "repeal",
    "按照合同价计列或执行某某局发布的〇": "mention",
    "按照合同价计列或执行某某公司定额站〇": "mention",
    "按照要求实施有关的〇": "basis",
    "为准确理解和适用〇，现就《": "mention",
    "为准确理解和适用〇，现就有关问题解释如下": "basis",
    "为便于理解和适用〇，现解读如下": "interpret",
    "国务院〇下发后，各地认真执行": "mention",
    "〇由本办法取代": "repeal",
    "〇的理解与适用": "interpret",
    "某局负责人就〇接受了本报采访": "interpret",
    "〇答问": "interpret",
    "〇出台后某局负责人回答了记者提问": "interpret",
    "某局负责人就〇回答了记者提问": "interpret",
    "某局负责人就〇在新闻发布会上回答记者提问": "interpret",
    "就〇在京召开座谈会回应群众提出的问题并由专家答记者问": "interpret",
    "就〇，本报记者专访了某局局长": "interpret",
    "就〇专访了某局局长": "interpret",
    "〇同时发布": "issue",
    "〇于某年某月发布": "issue",
    "〇自某月起发布": "issue",
    "〇由市政府发布": "issue",
    "〇经市政府发布": "issue",
    "按照省里安排，按照有关要求〇作如下修改": "basis",
    "按照现行〇办理的证件停止执行": "basis",
    "对〇的修正": "amend",
    "废止与失效的规章目录\n1.〇": "repeal",
    "失效或者废止的规章目录\n1.〇": "repeal",
    "〇通知中有关收费的规定停止执行": "amend",
    "〇中有关收费的规定自某年某月某日起废止": "amend",
    "取消〇中关于收费的规定，": "amend",
    "将〇某处误写改为正确写法": "amend",
    "在〇第五条之后增加一款": "amend",
    "在〇之后增加一章": "amend",
    "某年某次会议《关于修改甲条例的决定》的第一次修正": "basis",
    "《某部关于修改部分规章的规定》修正": "basis",
    "《某部关于清理部分规章的规定》修正": "basis",
    "《某市供水规定》修正": "amend",
    "某会议《关于废止部分法规的决定》废止": "basis",
    "某会议《关于废止部分法规的规定》废止": "basis",
    "某会议《关于甲的决定》第二次修正": "basis",
    "《关于甲的决定》废止。": "repeal",
    "自本办法施行之日起，《关于甲的决定》停止执行。": "repeal",
    "《关于甲的决议》不再执行。": "repeal",
    "在〇第五条前增设一款": "amend",
    "〇中的金额由六百元调整为七百元": "amend",
}


@pytest.mark.parametrize("sentence", CASES)
def test_relations(sentence: str) -> None:
    before, _, after = sentence.partition("〇")
    assert relation_of(before, after, "某办法") == CASES[sentence]


@pytest.mark.parametrize("sentence", PARTS_OF_PATTERNS)
def test_parts_of_patterns(sentence: str) -> None:
    assert READERS["relations"](sentence) == PARTS_OF_PATTERNS[sentence]


def test_the_decision_that_revises_is_the_basis() -> None:
    assert relation_of("第十次会议", "第一次修正", "关于修改〈甲法〉的决定") == "basis"
    assert relation_of("第十次会议", "第一次修正", "甲法") != "basis"
    assert relation_of("", "修改《", "关于修改〈甲法〉的决定") == "mention"


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
    "要求撤销〇": "mention",
    "要求停止执行〇": "repeal",
    "法院判决撤销〇": "repeal",
    # What becomes of a part, and what only happens to the matter that a document is about.
    "将〇中的“一倍”调降为“八成”": "amend",
    "将〇“三年”延长至“五年”": "amend",
    "把〇规定的标准由六百元提高到七百元": "amend",
    "将〇第三款删去": "amend",
    "将〇题目中的“暂行”二字删去": "amend",
    "将〇物种的保护率提高到九成": "mention",
    "将〇发行量提高到二万份": "mention",
    "〇修改为：“每年一次”": "amend",
    "〇中的“应当”修改为“可以”": "amend",
    "〇规定的次数由每年一次调整为每季度一次": "amend",
    "〇中的“、乡”予以删除": "amend",
    "〇删去，其余条款序号依次调整": "amend",
    "〇删除了原来的第三条": "mention",
    "〇增加一条，作为第十五条": "amend",
    "〇将期限由三十日调整为十五日": "mention",
    "修改为〇": "mention",
    # The revision as a noun or in the passive.
    "本文是对某年发布〇的修订": "amend",
    "对〇的第三次修改": "amend",
    "对〇的修改意见": "mention",
    "对〇的废止": "repeal",
    "对〇的解读": "interpret",
    "年内完成〇修订": "amend",
    "〇已于某年经某会议修正": "amend",
    "〇经批准后不得擅自修改": "mention",
    "〇修订后的第三条": "mention",
    "〇修订的主要内容有哪些": "amend",
    "在〇发布之际": "mention",
    "| 3 | 〇 | 某发1号 | 修改 |": "amend",
    "| 3 | 〇 | 某发1号 | 保留 |": "mention",
    "〇修改《": "mention",
    # A repeal that is said of this document, said not to be, or said of another.
    "〇除第三条外，其余内容废止": "repeal",
    "〇尚未废止": "mention",
    "〇是否已经失效？": "mention",
    "〇废止前签订的合同": "mention",
    "〇废止后，": "repeal",
    "〇废止了《": "mention",
    "〇提出停止执行不合理的收费": "mention",
    "〇强调，现予修改": "mention",
    "根据〇废止": "basis",
    "按〇废止": "basis",
    "根据〇作如下修改": "basis",
    "依照〇取得的证书，自即日起作废": "basis",
    "根据实际情况对〇进行调整": "amend",
    "被〇废止": "mention",
    # What heads a list, on the line above and in front of a colon.
    "下列文件予以废止：1.〇": "repeal",
    "决定废止的规范性文件目录\n1.〇": "repeal",
    "宣布失效的规章目录（2件）\n一、〇": "repeal",
    "继续有效的规范性文件目录\n1.〇": "mention",
    "保留、修改和废止的规范性文件目录\n1.〇": "mention",
    "对下列法规作出修改：\n一、〇": "amend",
    "某某原则（2017年修订版）：\n〇": "mention",
    "决定废止以下规章：〇": "repeal",
    "关于废止某办法的说明：〇": "mention",
    # A verb reaches over who issued the document and when; a verb that is part of a noun does not.
    "废止国务院某年公布的〇": "repeal",
    "转发人事部某年颁发的〇": "forward",
    "修改某部某年发布的〇": "amend",
    "废止或者修改的〇": "mention",
    "现公布修订后的〇": "issue",
    "印发新的〇": "issue",
    "审议通过修改后的〇": "issue",
    "批准设立某中心应当公开〇": "mention",
    "起草材料并多次听取各方面以及专家意见之后很久才看到了〇": "mention",
    "编写组研读〇": "mention",
    "起草单位研读〇": "mention",
    "发布会前查阅了〇": "mention",
    "制定过程中借鉴〇": "mention",
    "印发人事部〇": "issue",
    "印发会议纪要〇": "issue",
    "未制定〇": "mention",
    "尚未出台〇": "mention",
    "不得擅自修改〇": "mention",
    "不断修改〇": "amend",
    "通过〇等形式告知": "mention",
    "通过网站〇": "mention",
    "通过了〇": "issue",
    "公布的数据来自〇": "mention",
    "据〇": "basis",
    "出台实施〇": "issue",
    "组织实施〇": "mention",
    # A title that begins its line under a verb.
    "关于印发\n〇的通知": "issue",
    "工作动态\n〇的通知": "mention",
    "授权发布：〇": "issue",
    "工作动态：〇": "mention",
    # Approved, and passed on.
    "同意〇，现转发给你们": "forward",
    "国务院同意某部〇，现印发给你们": "issue",
    "〇，现转发给你们": "forward",
    "〇已经省政府同意，现转发给你们": "forward",
    "〇业经省政府同意，现予批转": "forward",
    "同意〇，请认真组织实施": "mention",
    "请各省将〇及时转发至各单位": "forward",
    "请将〇填好后寄回": "mention",
    "〇经省人大常委会审议通过": "issue",
    "〇今起公布": "issue",
    "〇国家标准发布": "issue",
    "〇已经发布实施三年": "mention",
    "〇公布实施以前": "mention",
    # Who presents a document.
    "由我就〇作简要介绍": "interpret",
    "现对〇说明如下": "interpret",
    "对〇未作说明": "mention",
    "会上介绍解读〇主要内容": "interpret",
    "会上介绍了〇的主要内容": "interpret",
    "介绍〇贯彻落实情况": "mention",
    "关于〇的说明": "interpret",
    "有关负责人就〇的起草过程、主要思路等问题回答了记者的提问": "interpret",
    "〇热点问题解读": "interpret",
    "〇丨专家解读": "interpret",
    "〇的宣传解读工作": "mention",
    # Grounds that words on both sides name, an annex by which something is done, and rules of an earlier day.
    "以〇为依据": "basis",
    "以〇为准": "mention",
    "为确保〇的贯彻落实": "basis",
    "为做好〇的宣传": "mention",
    "做好〇的贯彻落实": "mention",
    "为贯彻实施〇": "basis",
    "参照执行〇": "basis",
    "依照本条例所附〇执行": "basis",
    "填写所附〇": "mention",
    "按〇实施前的政策执行": "mention",
    "按照〇修订前的标准": "mention",
    "根据〇实施前期的情况": "basis",
    # What is compared with a document, or older than it, is what ends.
    "凡与〇相抵触的文件一律废止": "mention",
    "凡同〇相抵触的一律停止执行": "mention",
    "凡和〇不一致的规定同时废止": "mention",
    "跟〇不符的，同时废止": "mention",
    "〇与上位法相抵触，予以废止": "repeal",
    "〇和与其不一致的文件同时废止": "repeal",
    "〇内容相互矛盾，予以废止": "repeal",
    "违反〇的文件予以废止": "mention",
    "〇已不符合实际，予以废止": "repeal",
    "〇正式施行前的有关规定同时废止": "mention",
    "〇发布以前制定的办法作废": "mention",
    "〇颁布后不久即废止": "repeal",
    # What was not done.
    "〇未作修改": "mention",
    "〇没有进行修改": "mention",
    "〇已作修改": "amend",
}


@pytest.mark.parametrize("sentence", CLASSES)
def test_a_class_and_what_looks_like_it(sentence: str) -> None:
    before, _, after = sentence.partition("〇")
    assert relation_of(before, after, "某办法") == CLASSES[sentence]


@pytest.mark.parametrize(
    "room",
    [relations, relations_after, relations_around, relations_before, relations_lists, relations_parts],
    ids=lambda room: room.__name__,
)
def test_every_alternative_is_witnessed(room: ModuleType) -> None:
    cases = [(example.text, example.reading) for example in examples("relations")]
    cases += [*CASES.items(), *CLASSES.items(), *PARTS_OF_PATTERNS.items()]
    assert survivors(room, cases, READERS["relations"]) == []
