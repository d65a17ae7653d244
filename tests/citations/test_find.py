from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.citations.find import find_citations
from egovkit.models.citation import Citation, Relation

SURFACES: dict[str, list[str]] = {
    "根据《甲条例》第三条": ["《甲条例》"],
    "《甲通知》（国发〔2014〕1号）精神": ["《甲通知》（国发〔2014〕1号）"],
    "《甲通知》》（国发〔2014〕1号）精神": ["《甲通知》》（国发〔2014〕1号）"],
    "《甲通知》（试行）（国发〔2014〕1号）": ["《甲通知》（试行）（国发〔2014〕1号）"],
    "《甲通知》（国发〔2014〕1号）（以下简称《通知》）": ["《甲通知》（国发〔2014〕1号）（以下简称《通知》）"],
    "《甲通知》（国发〔2014〕1号）、（国发〔2015〕2号）": ["《甲通知》（国发〔2014〕1号）、（国发〔2015〕2号）"],
    "《甲通知》（国发〔2014〕1号要求": ["《甲通知》（国发〔2014〕1号"],
    "《甲通知》（国发〔2014)1号）要求": ["《甲通知》（国发〔2014)1号）"],
    "《甲通知》〔国发〔2014〕1号〕要求": ["《甲通知》〔国发〔2014〕1号〕"],
    "《甲通知》【国发〔2014〕1号】要求": ["《甲通知》【国发〔2014〕1号】"],
    "《甲通知》，（国发〔2014〕1号），": ["《甲通知》，（国发〔2014〕1号）"],
    "《甲通知》（见附件）": ["《甲通知》"],
    "根据＜某市甲管理办法＞第三条": ["＜某市甲管理办法＞"],
    "根据<某市甲管理办法>和〈某市乙规定〉": ["<某市甲管理办法>", "〈某市乙规定〉"],
    "<div>某市甲管理办法</div><甲某乙某>": [],
    "《关于修改〈甲办法〉的决定》": ["《关于修改〈甲办法〉的决定》"],
    "《甲通知》（一）加强": ["《甲通知》"],
    "《甲通知》国发〔2014〕1号要求": ["《甲通知》国发〔2014〕1号"],
    "国发〔2014〕1号《甲通知》要求": ["国发〔2014〕1号《甲通知》"],
    "以国发〔2014〕1号印发的《甲通知》要求": ["《甲通知》"],
    "《甲规定》（2018年修订）": ["《甲规定》（2018年修订）"],
    "《甲规范》（GB/T 1234—2014）": ["《甲规范》（GB/T 1234—2014）"],
    "《甲法》，以下简称《法》，规定": ["《甲法》"],
    "《甲法》简称《法》，规定": ["《甲法》"],
    "《甲法》，（以下简称《法》），规定": ["《甲法》，（以下简称《法》）"],
    "《甲法》（以下简称《法》，规定": ["《甲法》"],
    "《甲法》【以下简称《法》】规定": ["《甲法》【以下简称《法》】"],
    "《甲法》[国发〔2014〕1号，以下简称《法》]规定": ["《甲法》[国发〔2014〕1号，以下简称《法》]"],
    "《甲法》[国发〔2014〕1号，见附件]规定": ["《甲法》[国发〔2014〕1号"],
    "《甲法》[以下统称法律规定": ["《甲法》"],
    "《甲通知》 | 国发〔2014〕1号 | 有效": ["《甲通知》"],
    "《甲规范》（ABC-2014-0201）": ["《甲规范》（ABC-2014-0201）"],
    "《甲规定》（2014修正）": ["《甲规定》（2014修正）"],
    "《甲规定》（有效期至2024年5月1日）": ["《甲规定》"],
    "《甲规定》（2024年底前）": ["《甲规定》"],
    "按国发〔2014〕1号文件要求": ["国发〔2014〕1号"],
    "《甲办法没有完。《乙办法》": ["《乙办法》"],
    "关于甲的决定（以下简称《决定》）": [],
    "出示《营业执照》和《不动产权证书》": [],
    "签订《商品房买卖合同》（以下简称《买卖合同》），《买卖合同》约定": [],
    "《人民日报》刊发了评论": [],
    "附件1：《申请表》": ["《申请表》"],
    "附件：1.《申请表》（略）\n2.《承诺书》\n三、填写《登记表》": ["《申请表》", "《承诺书》"],
    "推行《买卖合同》（示范文本）": ["《买卖合同》"],
    "观看电影《某山》和《某河》，学习《甲条例》": ["《甲条例》"],
    "电视剧《甲条例》": ["《甲条例》"],
    "《某月》杂志、《某论》2014年第5期、《某日》（海外版）": [],
    "陈某：《某学研究》，载《某学》2010年第3期": [],
    "3．周某，《某学基础》，第三版，某某大学出版社，2015年6月。": [],
    "4. 李某.《某学原理》[M].某市：某某出版社，2008.": [],
    "印发《某指标》，某某出版社": ["《某指标》"],
    "按《某指标》，由要求各地区各部门都遵守的某某出版社2015年发行": ["《某指标》"],
    "国发〔2014〕1号《某规划图》杂志": ["国发〔2014〕1号《某规划图》"],
    "制定了《劳动合同（示范文本）》": ["《劳动合同（示范文本）》"],
    "国发〔2014〕1号\n": [],
    "临江市财政局文件临财发〔2021〕3号临江市财政局关于甲工作的通知各县财政局：": [],
    "湖北省电力有限公司鄂电司函〔2021〕10号关于确认甲价格的函": [],
    "内部事项湖北省电力有限公司文件鄂电司财〔2021〕8号签发人：某某某省电力有限公司关于甲工作的报告": [],
    "转发临江市财政局临财发〔2021〕3号关于甲工作的通知": ["临财发〔2021〕3号"],
    "临江市财政局临财发〔2021〕3号要求各单位关于甲工作": ["临财发〔2021〕3号"],
    "按照临江市财政局临财发〔2021〕3号关于甲工作的通知": ["临财发〔2021〕3号"],
    "某市人民政府\n国发〔2014〕1号\n各区人民政府：": [],
    "（1994年1月28日国务院令第142号发布）": [],
    "2005年6月23日 国务院令第438号公布": [],
    "某市关于甲的通知 国发〔2014〕1号 各区县：": [],
    "某市关于甲的通知（国发〔2014〕1号）\n各区县：": [],
    "文号：国发〔2014〕1号 发布日期": [],
    "名称：某通知 文　　号：国发〔2014〕1号": [],
    "某市文件\n国发〔2014〕1号   2014年3月1日\n各区：": [],
    "1\t关于甲的通知\t国发〔2014〕1号\n": ["国发〔2014〕1号"],
}


@pytest.mark.parametrize("text", SURFACES)
def test_surfaces(text: str) -> None:
    assert [citation.text for citation in find_citations(text)] == SURFACES[text]


def _only(text: str) -> Citation:
    (citation,) = find_citations(text)
    return citation


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("《甲通知》（国发〔2014〕1号）", ["国发〔2014〕1号"]),
        ("《甲通知》（国发〔2014〕1号，财税〔2015〕2号）", ["国发〔2014〕1号", "财税〔2015〕2号"]),
        ("《甲规定》（民政部令第61号）", ["民政部令第61号"]),
        ("财政部以财税〔2016〕36号印发的《甲通知》", ["财税〔2016〕36号"]),
        ("省政府印发《甲办法》的通知（国发〔2016〕51号）明确", ["国发〔2016〕51号"]),
        ("发布《某银行公告〔2024〕第11号》", ["某银行公告2024年第11号"]),
        ("| 1 | 《甲通知》 | 国发〔2014〕1号 |", ["国发〔2014〕1号"]),
        ("省政府印发《甲办法》（试行）的通知（国发〔2016〕51号）明确", ["国发〔2016〕51号"]),
        ("《甲通知》（参见国发〔2014〕1号）", ["国发〔2014〕1号"]),
        ("《甲通知》（含《乙通知》（国发〔2014〕1号））", []),
    ],
)
def test_numbers_of_a_title(text: str, numbers: list[str]) -> None:
    assert [str(mention.value) for mention in find_citations(text)[0].numbers] == numbers


def test_the_number_of_a_reply_is_not_lost_with_what_it_replies_to() -> None:
    assert _only("依据关于《某影响报告书》的批复（甲环审〔2014〕1号），").text == "甲环审〔2014〕1号"


def test_a_shared_tail_gives_each_title_its_number() -> None:
    one, other = find_citations("《甲通知》《乙通知》（国发〔2016〕51号、55号）")
    assert [str(m.value) for m in one.numbers] == ["国发〔2016〕51号"]
    assert [str(m.value) for m in other.numbers] == ["国发〔2016〕55号"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("《甲办法》（以下简称《办法》）", "办法"),
        ("《甲办法》(下称“办法”)", "办法"),
        ("《甲法》（以下简称甲法）", "甲法"),
        ("《甲办法》，以下简称《办法》。", "办法"),
        ("省政府印发《甲办法》的通知（国发〔2016〕51号，以下简称《通知》）", "通知"),
        ("根据国发〔2016〕51号（以下简称《通知》）要求", "通知"),
        ("《甲办法》（国发〔2016〕51号）", None),
        ("《甲办法》规定的单位（以下简称单位）", None),
    ],
)
def test_short_names(text: str, name: str | None) -> None:
    assert _only(text).short_name == name


def test_several_short_names_at_once() -> None:
    found = find_citations("《甲办法》《乙办法》（以下分别简称《甲》《乙》）")
    assert [citation.short_name for citation in found] == ["甲", "乙"]
    text = "《甲办法》（国发〔2014〕1号）和《乙办法》（国发〔2014〕2号）（以下分别简称《甲》和《乙》）"
    numbered = find_citations(text)
    assert [citation.short_name for citation in numbered] == ["甲", "乙"]
    assert [[m.value.serial for m in citation.numbers] for citation in numbered] == [[1], [2]]
    *_, last = find_citations(
        "《甲办法》（国发〔2014〕1号）和《乙办法》（国发〔2014〕2号、3号；以下分别简称《甲》《乙》）"
    )
    assert [m.value.serial for m in last.numbers] == [2, 3]


@pytest.mark.parametrize(
    ("text", "issuers", "dated"),
    [
        ("国务院办公厅于2000年印发《甲通知》", ("国务院办公厅",), "2000"),
        ("2014年11月国务院办公厅印发《甲意见》", ("国务院办公厅",), "2014-11"),
        ("2014年11月，国务院办公厅印发《甲意见》", ("国务院办公厅",), "2014-11"),
        ("1985年2月8日国务院发布的《甲条例》同时废止", ("国务院",), "1985-02-08"),
        ("财政部、国家税务总局近日联合印发《甲通知》", ("财政部", "国家税务总局"), None),
        ("国务院《甲条例》", ("国务院",), None),
        ("国务院批转财政部《甲意见》", ("国务院",), None),
        ("财政部、税务总局等八部门联合印发《甲通知》", ("财政部", "税务总局"), None),
        ("财政部、海关总署、税务总局三部门《甲通知》", ("财政部", "海关总署", "税务总局"), None),
        ("财政部关于印发《甲通知》的通知", ("财政部",), None),
        ("财政部关于修改《甲办法》的决定", (), None),
        ("有关部门《甲通知》", (), None),
        ("《甲条例》（2018修正）", (), "2018"),
        ("《甲条例》（有效期至2018年5月1日）", (), None),
        ("《国务院办公厅关于甲的通知》", ("国务院办公厅",), None),
        ("2020年底前制定《甲办法》", (), None),
        ("2018年6月，《甲条例》", (), None),
        ("《甲条例》（2018年修订）", (), "2018"),
    ],
)
def test_issuers_and_dates(text: str, issuers: tuple[str, ...], dated: str | None) -> None:
    citation = _only(text)
    assert citation.issuers == issuers
    assert (None if citation.dated is None else str(citation.dated)) == dated


def test_a_subject_left_out_is_that_of_the_clause_before() -> None:
    _, later = find_citations("国务院于2000年印发《甲通知》；2001年印发《乙通知》。")
    assert later.issuers == ("国务院",)
    _, other = find_citations("国务院于2000年印发《甲通知》。此后，各地制定了《乙细则》。")
    assert other.issuers == ()


def test_a_list_inherits_its_verb() -> None:
    repealed = find_citations("《甲条例》、《乙条例》和《丙条例》同时废止。")
    assert {citation.relation for citation in repealed} == {Relation.REPEAL}
    grounds = find_citations("根据《甲法》《乙法》（国发〔2014〕1号）和国务院《丙条例》等规定，制定本办法。")
    assert [citation.relation for citation in grounds] == [Relation.BASIS] * 3


def test_the_members_of_a_list_may_say_where_they_come_from() -> None:
    repealed = find_citations("1991年4月9日某会议通过的《甲法》和1993年12月13日国务院发布的《乙条例》同时废止。")
    assert [citation.relation for citation in repealed] == [Relation.REPEAL] * 2
    grounds = find_citations("根据《甲法》和国务院发布的《乙条例》，制定本办法。")
    assert [citation.relation for citation in grounds] == [Relation.BASIS] * 2
    basis, other = find_citations("根据《甲法》，国务院发布的《乙条例》规定了范围。")
    assert (basis.relation, other.relation) == (Relation.BASIS, Relation.MENTION)


def test_a_list_with_numerals_inherits_its_heading() -> None:
    text = "下列文件自公布之日起废止：\n1.《甲办法》（国发〔2001〕1号）\n2.《乙办法》\n"
    assert [citation.relation for citation in find_citations(text)] == [Relation.REPEAL] * 2


def test_a_verb_holds_for_its_own_title() -> None:
    basis, repeal = find_citations("根据《甲法》，《乙条例》同时废止。")
    assert (basis.relation, repeal.relation) == (Relation.BASIS, Relation.REPEAL)
    mention, annexed = find_citations("《甲通知》（财税〔2016〕36号）附件3《乙规定》第五条停止执行。")
    assert (mention.relation, annexed.relation) == (Relation.MENTION, Relation.REPEAL)


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("《甲法》第十二条第一款第（三）项", "第十二条第一款第（三）项"),
        ("《甲法》（主席令第7号）第三条", "第三条"),
        ("《甲法》的第三条", "第三条"),
        ("《甲法》中第二章", "第二章"),
        ("《甲法》附件3", "附件3"),
        ("《甲法》规定", "None"),
        ("《甲法》第百条的规定", "None"),
        ("《甲法》第三条、附件2", "第三条、附件2"),
        ("《甲法》第三条，附则", "第三条"),
        ("国发〔2014〕1号第三条", "第三条"),
        ("国发〔2014〕1号文件第三条", "第三条"),
        ("《甲法》文件第三条", "None"),
        ("《甲法》（试行）第三条", "第三条"),
        ("《甲法》（试行）规定", "None"),
        ("《甲法》中的第三条", "第三条"),
        ("《甲法》第三条、五条", "第三条、第五条"),
    ],
)
def test_pinpoints(text: str, pinpoint: str) -> None:
    assert str(find_citations(f"依照{text}办理")[0].pinpoint) == pinpoint


def test_titles_inside_titles() -> None:
    citation = _only("《国务院关于修改〈甲条例〉的决定》和")
    (inner,) = citation.nested
    assert (inner.title, inner.relation) == ("甲条例", Relation.AMEND)
    text = "见《关于印发〈乙办法〉的通知》"
    (carried,) = _only(text).nested
    assert text[carried.start : carried.end] == carried.text == "〈乙办法〉"
    assert carried.relation is Relation.ISSUE


ALPHABET = "《》〈〉（）()以下简称通知办法甲乙国发〔2014〕1号第三百条款、，。\n根据印发废止同时年月 \u3000“”令公告"


@settings(max_examples=300)
@given(st.text(alphabet=ALPHABET, max_size=120))
def test_any_text_has_citations_that_lie_in_it(text: str) -> None:
    found = find_citations(text)
    assert all(text[c.start : c.end] == c.text for c in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    known = {id(citation) for citation in found}
    for citation in found:
        assert citation.antecedent is None or id(citation.antecedent) in known
        assert citation.antecedent is None or citation.antecedent.antecedent is None
        assert not (citation.antecedent and citation.candidates)
        assert all(mention.text == text[mention.start : mention.end] for mention in citation.numbers)
        assert (citation.title is None) <= bool(citation.numbers)


@given(st.text(max_size=80))
def test_any_text_at_all_is_read(text: str) -> None:
    find_citations(text)


# The number by which a document was issued is linked with it, and no citation of its own.
ISSUED_BY: dict[str, list[tuple[str, list[str]]]] = {
    "我院以甲发〔1998〕86号通知印发了《乙意见》": [("《乙意见》", ["甲发〔1998〕86号"])],
    "以甲办函〔2014〕1号函印发的《乙办法》": [("《乙办法》", ["甲办函〔2014〕1号"])],
    "按甲发〔1998〕86号通知办理，执行《乙意见》": [("甲发〔1998〕86号", ["甲发〔1998〕86号"]), ("《乙意见》", [])],
    # The number of an unquoted notice is of neither document that it carries; of a single one it is.
    "（一）关于印发《甲规范》和《乙规范》的通知（国发〔2014〕1号）": [
        ("《甲规范》", []),
        ("《乙规范》", []),
        ("国发〔2014〕1号", ["国发〔2014〕1号"]),
    ],
    "（一）关于印发《甲规范》的通知（国发〔2014〕1号）": [("《甲规范》", ["国发〔2014〕1号"])],
    "符合《甲法》。《丙办法》，关于印发《乙规范》的通知（国发〔2014〕1号）": [
        ("《甲法》", []),
        ("《丙办法》", []),
        ("《乙规范》", ["国发〔2014〕1号"]),
    ],
    # A writ is a document where it is cited with its number, and then wherever it is named.
    "作出甲国土资发〔2018〕366号《决定书》。请求撤销《决定书》": [
        ("甲国土资发〔2018〕366号《决定书》", ["甲国土资发〔2018〕366号"]),
        ("《决定书》", []),
    ],
    "《处罚决定书》（甲环发〔2018〕6号，以下简称《决定》）。该《决定》": [
        ("《处罚决定书》（甲环发〔2018〕6号，以下简称《决定》）", ["甲环发〔2018〕6号"]),
        ("《决定》", []),
    ],
    "作出《决定书》。请求撤销《决定书》": [],
    "出示《许可证》（甲许〔2018〕6号）": [],
    # A form is a document where it is annexed, wherever that is said.
    "填写《登记表》（附件2）和《一览表》(附件3)，出示《身份证》": [("《登记表》", []), ("《一览表》", [])],
    "提交《报名登记表》（双面打印，附件2）": [("《报名登记表》", [])],
    "凭《抵扣证明》（见附件）办理": [("《抵扣证明》", [])],
    # The document's own number in a head that runs on into the salutation.
    "甲市人民政府关于乙的通知甲府发〔2021〕22号各区县人民政府，有关单位：现将有关事项通知如下": [],
    "甲科教〔2021〕190号省科协：根据省领导批示，安排经费": [],
    "甲发〔2021〕190号明确：要加强": [("甲发〔2021〕190号", ["甲发〔2021〕190号"])],
    "甲发〔2021〕190号附件：某办法": [("甲发〔2021〕190号", ["甲发〔2021〕190号"])],
    "甲发〔2021〕190号解读：某事": [("甲发〔2021〕190号", ["甲发〔2021〕190号"])],
    "（该文件于2014年1月15日以甲府令第197号公布）": [],
    "甲科教〔2021〕190号文件要求：各县抓好落实": [("甲科教〔2021〕190号", ["甲科教〔2021〕190号"])],
    "根据甲科教〔2021〕190号省科协：": [("甲科教〔2021〕190号", ["甲科教〔2021〕190号"])],
    "甲市人民政府关于乙的通知甲府发〔2021〕22号各项规定": [("甲府发〔2021〕22号", ["甲府发〔2021〕22号"])],
    "根据甲市人民政府关于乙的通知甲府发〔2021〕22号各区县人民政府：": [("甲府发〔2021〕22号", ["甲府发〔2021〕22号"])],
}


@pytest.mark.parametrize("text", ISSUED_BY)
def test_a_number_and_the_document_it_is_of(text: str) -> None:
    found = [(c.text, [m.text for m in c.numbers]) for c in find_citations(text)]
    assert found == ISSUED_BY[text]


@pytest.mark.parametrize("blank", ["　", "\ufeff", "\u200b", "\xad", " \u2060 "])
def test_between_the_marks_of_a_title_that_was_never_filled_in_there_is_none(blank: str) -> None:
    assert find_citations(f"现印发《{blank}》，请遵照执行。") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("现印发《甲办法》\n第一条　为了防火，制定本办法。", ["None"]),
        ("现印发《甲办法》。\r\n　　《甲办法》（试行）\r\n　　第一章　总则", ["None", "None"]),
        ("依照《甲办法》\n第一条的规定", ["第一条"]),
        ("依照《甲办法》 第一条　的规定", ["第一条"]),
    ],
)
def test_an_article_below_a_title_is_no_place_in_it(text: str, places: list[str]) -> None:
    assert [str(citation.pinpoint) for citation in find_citations(text)] == places
