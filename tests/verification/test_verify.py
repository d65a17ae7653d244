"""Whether citations are true: what contradicts, what agrees, and what nobody can say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.policies import Catalogue
from egovkit.catalogue.register import register
from egovkit.documents.document import PolicyDocument
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import PolicyRecord
from egovkit.verification.claim import Claim, ClaimReason, Verdict
from egovkit.verification.verify import verify


def one(text: str, **options: object) -> Claim:
    (claim,) = verify(text, **options).claims  # type: ignore[arg-type]  # what verify takes
    return claim


def said(text: str, **options: object) -> tuple[str, str, str | None]:
    claim = one(text, **options)
    return claim.verdict.value, claim.reason.value, claim.instead


# ---- number and title

TRUE = [
    "按照《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）要求，抓好落实。",
    "按照《关于加强数字政府建设的指导意见》（国发〔2022〕14号）要求，抓好落实。",
    "按照国发〔2022〕14号文件要求，抓好落实。",
    "落实《促进大数据发展行动纲要》（国发〔2015〕50号）。",
    "落实《国务院关于印发〈促进大数据发展行动纲要〉的通知》（国发〔2015〕50号）。",
    "根据《中华人民共和国政府信息公开条例》（国务院令第711号）答复如下。",
    "根据《政府信息公开条例》（国务院令第492号）答复如下。",
    "根据《中华人民共和国档案法》第五十三条办理。",
    "根据《民法典》第一千二百六十条办理。",
    # The organ is named by the end of its name, or not at all.
    "《关于公布医疗器械注册申报资料要求和批准证明文件格式的公告》（2021年第121号）已经施行。",
    "《医疗器械说明书和标签管理规定》（总局令第6号）已经施行。",
    # A regulation is cited with the order that changed it.
    "《个人所得税法实施条例》（国务院令第600号修改）另有规定。",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_does_not_contradict(text: str) -> None:
    assert verify(text).ok


@pytest.mark.parametrize(
    "text",
    [
        "《关于公布医疗器械注册申报资料要求和批准证明文件格式的公告》（2021年第121号）",
        "《医疗器械说明书和标签管理规定》（总局令第6号）",
    ],
)
def test_a_number_that_names_no_organ_agrees_with_that_of_the_title(text: str) -> None:
    assert said(f"按照{text}执行。")[:2] == ("agrees", "number_and_title")
    other = text.replace("121号", "131号").replace("第6号", "第7号")
    assert said(f"按照{other}执行。")[:2] == ("unknown", "other_number")


AGAINST = [
    ("《国务院关于加强数字政府建设的指导意见》（国发〔2022〕999号）", "other_number", "国发〔2022〕14号"),
    ("《国务院关于加强数字政府建设的指导意见》（国发〔2015〕50号）", "other_document", "国发〔2022〕14号"),
    ("《国务院关于加强农村渔船管理的若干意见》（国发〔2015〕50号）", "other_document", "国务院关于印发促进大数据发展行动纲要的通知"),
    ("《个人信息保护法》第九百九十九条", "no_article", "第74条"),
    ("《中华人民共和国个人信息保护法》第七十五条", "no_article", "第74条"),
    ("《个人信息保护法》第七十条至第八十条", "no_article", "第74条"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason", "instead"), AGAINST)
def test_what_contradicts_says_what_would_be_right(text: str, reason: str, instead: str) -> None:
    assert said(f"依据{text}规定执行。") == ("contradicts", reason, instead)


OPEN = [
    # Beyond all that is known, or not known: no accusation.
    ("按照国办发〔2023〕9999号文件", "not_in_register"),
    ("按照《国务院关于某某事的通知》（国发〔2022〕999号）", "not_in_register"),
    ("按照某政发〔2020〕1号文件", "not_in_register"),
    # Every year may have its own document of the same title.
    ("按照《国务院关于加强数字政府建设的指导意见》（国发〔2021〕999号）", "other_number"),
    ("按照《国务院办公厅关于调整国务院抗震救灾指挥部组成人员的通知》（国办发〔2018〕999号）", "other_number"),
    # An annex may be called by its own title.
    ("按照《城镇渔船登记表填报说明》（国发〔2015〕50号）", "other_title"),
    ("按照《办法》第三条", "short_name"),
    # Another organ may have a document of this title.
    ("按照《关于加强数字政府建设的指导意见》", "several"),
]


@pytest.mark.parametrize(("text", "reason"), OPEN)
def test_what_is_not_known_is_no_accusation(text: str, reason: str) -> None:
    verdict, found, _ = said(f"{text}执行。")
    assert (verdict, found) == ("unknown", reason)


AGAIN = [
    ("国务院办公厅关于调整国务院抗震救灾指挥部组成人员的通知", "国办发〔2018〕106号"),
    ("国务院办公厅关于调整中国人民银行货币政策委员会组成人员的通知", "国办函〔2022〕52号"),
    ("文化和旅游部关于公布国家级文化生态保护区名单的公告", "文旅非遗发〔2023〕77号"),
]


@pytest.mark.parametrize(("title", "number"), AGAIN)
def test_a_title_that_comes_again_does_not_so_within_ten_numbers(title: str, number: str) -> None:
    known = IssuanceNumber.parse(number)
    for step in (-9, -1, 1, 9):
        near = known.model_copy(update={"serial": known.serial + step})
        verdict, _, instead = said(f"按照《{title}》（{near}）执行。")
        assert (verdict, instead) == ("contradicts", number)
    for step in (-11, 11, 500):
        far = known.model_copy(update={"serial": known.serial + step})
        # It may be known as that of another document.
        assert said(f"按照《{title}》（{far}）执行。")[:2] != ("contradicts", "other_number")
    assert said(f"按照《{title}》（{number}）执行。")[0] == "agrees"


def test_what_may_be_said_twice_in_a_week_accuses_nobody() -> None:
    for code, title in [
        ("国发明电〔2007〕", "国务院致某体育代表团的贺电"),
        ("财建〔2026〕", "财政部关于下达2026年节能资金预算的通知"),
    ]:
        rows = [PolicyRecord(number=IssuanceNumber.parse(f"{code}2号"), title=title)]
        assert said(f"按照《{title}》（{code}3号）执行。", catalogue=Catalogue(rows))[:2] == ("unknown", "other_number")


def test_an_interpretation_of_law_is_cited_with_the_decision_that_changed_it() -> None:
    title = "最高人民法院关于审理专利纠纷案件适用法律问题的若干规定"
    assert said(f"《{title}》（法释〔2020〕19号）")[0] != "contradicts"


@pytest.mark.parametrize("article", ["第五十四条", "第九十条", "第五十条至第六十条"])
def test_an_article_beyond_the_versions_that_are_counted_is_not_confirmed(article: str) -> None:
    # The articles of the versions of 1987 to 2016 are not known; that of 2020 has 53.
    claim = one(f"《中华人民共和国档案法》{article}")
    assert (claim.verdict, claim.reason, claim.note) == (Verdict.UNKNOWN, ClaimReason.BEYOND_KNOWN, "第53条")
    assert claim.record is not None
    assert one("《中华人民共和国档案法》第五十三条").verdict is Verdict.AGREES


def test_a_number_that_is_given_anew_accuses_nobody() -> None:
    assert one("《某某法》（主席令第55号）").verdict is Verdict.UNKNOWN


def test_an_inserted_article_may_follow_the_last() -> None:
    assert verify("违反《个人信息保护法》第七十四条之一规定的").ok


def test_an_article_of_a_short_name_is_that_of_the_law_it_is_defined_for() -> None:
    text = "根据《中华人民共和国个人信息保护法》（以下简称《个保法》）制定。违反《个保法》第九十九条的，"
    assert [claim.reason for claim in verify(text).contradictions] == [ClaimReason.NO_ARTICLE]
    assert verify("根据《个人信息保护法》制定《某市办法》。违反《办法》第九十九条的，").ok


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("国办发〔2014〕66号", ["agrees"]),
        (" 国办发[2014]66号\n", ["agrees"]),
        ("国办发〔2023〕8888号", ["unknown"]),
        ("1. 国办发〔2014〕66号\n2. 国发〔2015〕50号\n- 某政发〔2024〕3号", ["agrees", "agrees", "unknown"]),
        ("国务院令第711号", ["agrees"]),
        # The number of a document itself is no citation.
        ("某市人民政府文件\n某政发〔2024〕3号\n某市人民政府关于防火的通知", []),
        ("", []),
        ("没有字号", []),
    ],
)
def test_numbers_alone_are_judged_each(text: str, verdicts: list[str]) -> None:
    claims = verify(text).claims
    assert [claim.verdict for claim in claims] == verdicts
    assert all(text[claim.citation.start : claim.citation.end] == claim.citation.text for claim in claims)


# ---- days and standing


def test_a_document_cited_before_its_day_contradicts() -> None:
    claim = one("《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号，2021年3月5日）")
    assert (claim.verdict, claim.reason) == (Verdict.CONTRADICTS, ClaimReason.OTHER_DATE)
    assert claim.instead == str(register["国发〔2022〕14号"].dated)


def test_a_text_of_a_day_must_not_rest_on_what_has_ended() -> None:
    text = "根据《中华人民共和国环境保护法》，制定本办法。"
    before, after = one(text, on="2026-08-14"), one(text, on="2026-08-15")
    assert (before.verdict, before.standing.value.value) == (Verdict.AGREES, "in_force")
    assert (after.verdict, after.reason) == (Verdict.CONTRADICTS, ClaimReason.ENDED)
    assert after.instead == "《中华人民共和国生态环境法典》"
    # Of what is mentioned only, or by a text of no day, nothing is said.
    assert verify("《中华人民共和国环境保护法》曾作修订。", on="2026-08-15").ok
    assert verify(text).ok


def test_the_day_of_a_document_is_its_date() -> None:
    def page(year: int) -> str:
        return f"关于治污的通知\n各局：\n　　根据《中华人民共和国合同法》，现通知如下。\n某市某局\n{year}年3月1日"

    assert not verify(PolicyDocument.parse(page(2023))).ok
    assert verify(PolicyDocument.parse(page(2010))).ok


def test_an_organ_that_did_not_exist_in_the_year() -> None:
    claim = one("见国家食品药品监督管理总局公告2022年第8号。")
    assert (claim.verdict, claim.reason) == (Verdict.CONTRADICTS, ClaimReason.NO_ORGAN)
    assert verify("见国家食品药品监督管理总局公告2018年第998号。").ok


# ---- tables of one's own


OWN = PolicyRecord(number=IssuanceNumber.parse("某政发〔2024〕3号"), title="某市人民政府关于护林防火的通知")
ASKED = "依据《某市人民政府关于护林防火的通知》（某政发〔2024〕4号）和《个人信息保护法》第九百九十九条"


def test_documents_of_ones_own_are_asked_with_the_register_or_alone() -> None:
    both = verify(ASKED, catalogue=register.with_own([OWN]))
    assert [claim.reason.value for claim in both] == ["other_number", "no_article"]
    assert both.claims[0].instead == "某政发〔2024〕3号"
    alone = verify(ASKED, catalogue=Catalogue([OWN]))
    assert [claim.verdict.value for claim in alone] == ["contradicts", "unknown"]


# ---- the report


def test_a_report_is_rows() -> None:
    report = verify(ASKED, catalogue=register.with_own([OWN]))
    rows = report.to_rows()
    assert len(rows) == len(report) == 2
    assert rows[0]["verdict"] == "contradicts"
    assert rows[0]["known_title"] == OWN.title
    assert rows[1]["pinpoint"] == "第九百九十九条"
    assert rows[1]["message"] == ClaimReason.NO_ARTICLE.sentence
    assert not report.ok


def test_every_reason_is_said_in_both_languages() -> None:
    for reason in ClaimReason:
        assert reason.sentence
        assert reason.term


def test_a_note_says_between_which_days_an_unknown_number_lies() -> None:
    claim = one("见国办发〔2014〕62号。")
    if claim.verdict is Verdict.UNKNOWN:
        assert claim.note is not None


@given(st.text(alphabet="《》〔〕（）国发办法条例通知关于第一二三四号0123456789年月日，。根据", max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    for claim in verify(text):
        assert text[claim.citation.start : claim.citation.end] == claim.citation.text
