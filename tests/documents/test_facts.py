"""What follows from the parts of a document: title of an order, issuers, dates, and from when to when it is in force."""

from __future__ import annotations

import pytest

from egovkit.documents.document import PolicyDocument

HEAD = "关于防火的通知\n各县：\n现通知如下。\n"
SIGNED = "某县人民政府\n2024年3月1日\n"


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        # The signature, the field table, the number, the title, the history: in this order.
        ("发文机关：某县公安局\n" + HEAD + SIGNED, ("某县人民政府",)),
        # What a page left of the organ's name in the closing is told whole by the title.
        (
            "某市防火工作领导小组办公室关于值班的通知\n各单位：\n请知照。\n领导小组办公室（代章）\n2024年3月1日",
            ("某市防火工作领导小组办公室",),
        ),
        ("某市某区教育局关于值班的通知\n各单位：\n请知照。\n某区教育局\n2024年3月1日", ("某区教育局",)),
        ("某市公安局关于值班的通知\n各单位：\n请知照。\n防火领导小组办公室\n2024年3月1日", ("防火领导小组办公室",)),
        ("关于值班的通知\n各单位：\n请知照。\n防火领导小组办公室\n2024年3月1日", ("防火领导小组办公室",)),
        ("请各单位知照。\n防火领导小组办公室\n2024年3月1日", ("防火领导小组办公室",)),
        ("发文机关：某县公安局、某县民政局\n某县人民政府关于防火的通知\n请知照。", ("某县公安局", "某县民政局")),
        ("发文机关：、\n某县人民政府关于防火的通知\n请知照。", ("某县人民政府",)),
        ("国务院令\n第706号\n某县人民政府关于防火的通知\n请知照。", ("国务院",)),
        ("粤府令\n第3号\n某省关于防火的通知\n请知照。", ()),
        ("某县第十届人民代表大会公告\n第3号\n关于防火的通知\n请知照。", ("某县人民代表大会",)),
        ("某县公安局 某县民政局关于防火的通知\n请知照。", ("某县公安局", "某县民政局")),
        ("某县发展和\n改革局关于防火的通知\n请知照。", ("某县发展和改革局",)),
        ("防火关于值班的通知\n请知照。", ()),
        ("防火办法\n请知照。", ()),
        ("转发防火办法的通知\n请知照。", ()),
        ("防火办法\n（2001年1月2日国务院第3次常务会议通过）\n第一条　略。", ("国务院",)),
        ("防火办法\n（2001年1月2日座谈会第3次全体会议通过）\n第一条　略。", ()),
        ("防火办法\n（2001年1月2日某县人民政府令第3号发布）\n第一条　略。", ("某县人民政府",)),
        ("防火办法\n（2001年1月2日以公告发布）\n第一条　略。", ()),
        ("防火办法\n（2001年1月2日修订　2002年3月4日修订）\n（2003年1月2日国务院批准）\n第一条　略。", ()),
        ("防火条例\n（2001年1月2日某县第三届人民代表大会第二次会议通过）\n第一条　略。", ("某县人民代表大会",)),
    ],
)
def test_who_issued_it(text: str, issuers: tuple[str, ...]) -> None:
    assert PolicyDocument.parse(text).issuers == issuers


def test_the_signature_is_where_the_issuer_stands_though_the_title_has_it_too() -> None:
    document = PolicyDocument.parse("国务院办公厅关于值班的通知\n各单位：\n请知照。\n国务院办公厅\n2024年3月1日")
    assert document.spans["issuers"] == document.spans["signature"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("《防火办法》已经审议通过，现予公布。\n", "防火办法"),
        ("《防火办法》已经审议通过。\n", None),
        ("《值班办法》已经审议通过，现予公布。\n", None),
    ],
)
def test_an_order_has_the_title_of_what_it_promulgates(text: str, title: str | None) -> None:
    order = "国务院令\n第706号\n" + text + "总理　李某\n2018年11月6日\n防火办法\n第一条　略。\n"
    assert PolicyDocument.parse(order).title == title


def test_an_order_that_encloses_nothing_has_no_title() -> None:
    assert PolicyDocument.parse("国务院令\n第706号\n《防火办法》现予公布。\n总理　李某\n2018年11月6日\n").title is None
    assert PolicyDocument.parse("国务院令\n第706号").title is None


@pytest.mark.parametrize(
    ("text", "dated", "effective"),
    [
        ("成文日期：2024年3月1日\n关于防火的通知\n请知照。", "2024-03-01", ""),
        ("成文日期：三月\n关于防火的通知\n请知照。", "", ""),
        ("成文日期：2024年3月1日至2日\n关于防火的通知\n请知照。", "", ""),
        ("防火办法\n（2001年1月2日公布　2000年3月4日通过　2001年5月起草）\n第一条　略。", "2001-01-02", ""),
        (
            "防火办法\n（2001年1月2日公布　自2001年5月1日起施行　2002年5月1日施行）\n第一条　略。",
            "2001-01-02",
            "2001-05-01",
        ),
        (
            "施行日期：2001年6月1日\n防火办法\n（2001年1月2日公布　2001年5月1日起施行）\n第一条　略。",
            "2001-01-02",
            "2001-06-01",
        ),
    ],
)
def test_the_date_that_no_closing_gives(text: str, dated: str, effective: str) -> None:
    document = PolicyDocument.parse(text)
    assert (str(document.dated or ""), str(document.effective_on or "")) == (dated, effective)


@pytest.mark.parametrize(
    ("clause", "effective", "from_issue", "valid_for", "expires"),
    [
        ("本通知自2024年4月1日起施行，有效期2年。", "2024-04-01", False, "P2Y", "2026-03-31"),
        ("本通知自印发之日起施行，有效期6个月。", "", True, "P6M", "2024-08-31"),
        ("本通知自2024年13月1日起施行，有效期2年。", "", False, "P2Y", ""),
        ("本通知有效期2年。", "", False, "P2Y", ""),
        ("本通知自2024年4月1日起施行，有效期至2025年3月31日。", "2024-04-01", False, "", "2025-03-31"),
        ("本通知有效期至2025年13月31日。本通知有效期2年。", "", False, "P2Y", ""),
        ("本通知有效期2年。本通知有效期至2025年3月31日。", "", False, "P2Y", ""),
        ("请知照。", "", False, "", ""),
    ],
)
def test_from_when_to_when_it_is_in_force(
    clause: str, effective: str, from_issue: bool, valid_for: str, expires: str
) -> None:
    document = PolicyDocument.parse(HEAD + clause + "\n" + SIGNED)
    assert str(document.effective_on or "") == effective
    assert document.effective_from_issue is from_issue
    assert (document.valid_for or "") == valid_for
    assert str(document.expires_on or "") == expires


def test_the_text_wins_over_the_days_of_the_field_table() -> None:
    fields = "施行日期：2024年1月1日\n失效日期：2029年1月1日\n"
    document = PolicyDocument.parse(fields + HEAD + "本通知自印发之日起施行，有效期2年。\n" + SIGNED)
    assert document.effective_on is None
    assert "effective_on" not in document.spans
    assert document.effective_from_issue
    kept = PolicyDocument.parse(fields + HEAD + "请知照。\n" + SIGNED)
    assert str(kept.effective_on) == "2024-01-01"


def test_a_month_is_no_day_to_count_from() -> None:
    document = PolicyDocument.parse("成文日期：2024年3月\n" + HEAD + "本通知自印发之日起施行，有效期2年。\n")
    assert (document.valid_for, document.expires_on) == ("P2Y", None)


@pytest.mark.parametrize(
    ("text", "effective"),
    [
        ("防火新规来了\n记者近日获悉，某县规定自2024年4月1日起施行。\n", ""),
        ("防火新规来了\n记者近日获悉，本规定自2024年4月1日起施行。\n", "2024-04-01"),
        ("某县防火规定解读\n本规定自2024年4月1日起施行。\n", ""),
        ("某县防火规定自2024年4月1日起施行的通知\n请知照。\n", ""),
        ("", ""),
    ],
)
def test_a_report_says_nothing_of_its_own_force(text: str, effective: str) -> None:
    assert str(PolicyDocument.parse(text).effective_on or "") == effective


def test_points_and_articles_of_a_text() -> None:
    document = PolicyDocument.parse(HEAD + "一是加强领导。二是落实责任。\n" + SIGNED)
    assert [point.label for point in document.points] == ["一是", "二是"]
    law = PolicyDocument.parse(
        "防火办法\n第十十条　略。\n第二条　略。\n另起一款。\n（一）甲；\n（此件公开发布）\n某县人民政府\n2024年3月1日\n"
    )
    assert [(article.number, len(article.paragraphs)) for article in law.articles] == [(2, 2)]


def test_fields_of_a_page_are_laid_out_as_rows() -> None:
    document = PolicyDocument.parse("主题词：防火　值班\n发布日期：2024年3月2日\n关于防火的通知\n请知照。")
    assert document.render().split("\n")[:2] == ["发布日期：2024年3月2日", "主题词：防火、值班"]


@pytest.mark.parametrize("group", ["三部委", "3部门", "三个部门", "五家单位", "部门", "六厅局", "四部委局", "三家机构"])
@pytest.mark.parametrize("organ", ["某县教育局", "教育部", "某省财政厅", "中央网信办"])
def test_a_count_of_organs_is_no_organ(group: str, organ: str) -> None:
    text = "各县：\n请认真执行，落实责任。\n"
    assert PolicyDocument.parse(f"{organ}等{group}关于印发《防火办法》的通知\n{text}").issuers == ()
    assert PolicyDocument.parse(f"关于防火的通知\n{text}{organ}等{group}\n2023年5月1日\n").signature == ()
    assert PolicyDocument.parse(f"发文机关：{organ}等{group}\n关于防火的通知\n{text}").issuers == ()
    signed = PolicyDocument.parse(f"{organ}等{group}关于防火的通知\n{text}某省公安厅　某省林业局\n2023年5月1日\n")
    assert signed.issuers == ("某省公安厅", "某省林业局")
