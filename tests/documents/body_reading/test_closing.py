"""The closing of a text and its imprint: who signs, when, and which lines it takes."""

from __future__ import annotations

import pytest

from egovkit.documents.document import PolicyDocument
from tests.documents.taken import grounds, taken

HEAD = "关于防火的通知\n各县：\n现通知如下。\n"
SIGNED = "某县人民政府\n2024年3月1日\n"


@pytest.mark.parametrize(
    ("closing", "lines"),
    [
        # One line, two halves of a name, officers, seals.
        ("某县人民政府　2024年3月1日", ["signature 某县人民政府　2024年3月1日"]),
        ("某县人民政府2024年13月40日", []),
        ("此事延至2024年3月1日", []),
        ("某县人民政府" * 21 + "2024年3月1日", []),
        (
            "某市国有资产监督\n管理委员会\n2024年3月1日",
            ["signature 某市国有资产监督", "signature 管理委员会", "dated 2024年3月1日"],
        ),
        ("某市国有资产，监督\n管理委员会\n2024年3月1日", ["signature 管理委员会", "dated 2024年3月1日"]),
        ("第三章\n管理委员会\n2024年3月1日", ["heading 第三章", "signature 管理委员会", "dated 2024年3月1日"]),
        ("某县的工作\n某县人民政府\n2024年3月1日", ["signature 某县人民政府", "dated 2024年3月1日"]),
        ("火险分布图\n某县人民政府\n2024年3月1日", ["signature 某县人民政府", "dated 2024年3月1日"]),
        (
            "某县东湖\n开发区管理委员会\n2024年3月1日",
            ["signature 某县东湖", "signature 开发区管理委员会", "dated 2024年3月1日"],
        ),
        ("请各县照此办理\n国务院\n2024年3月1日", ["signature 国务院", "dated 2024年3月1日"]),
        (
            "县长 张某\n**某县公安局（盖章）**\n2024年3月1日",
            ["signature 县长 张某", "signature **某县公安局（盖章）**", "dated 2024年3月1日"],
        ),
        ("县长 张某\n2024年3月1日", ["signature 县长 张某", "dated 2024年3月1日"]),
        ("\n".join(["某县人民政府"] * 42) + "\n2024年3月1日", [*["signature 某县人民政府"] * 40, "dated 2024年3月1日"]),
        # Organs below the date.
        (
            "2024年3月1日\n某县人民政府\n某县公安局（章）\n（此件公开发布）",
            ["dated 2024年3月1日", "signature 某县人民政府", "signature 某县公安局（章）", "note （此件公开发布）"],
        ),
        (
            "2024年3月1日\n某县人民政府\n附件：名单",
            ["dated 2024年3月1日", "signature 某县人民政府", "annex_note 附件：名单"],
        ),
        ("2024年3月1日\n某县人民政府\n负责此事。\n此后不再受理。\n请知照。", []),
        ("2024年3月1日\n某县局\n某某院\n此后不再受理。\n请知照。", []),
        # A date alone: where the text ends, and in its middle.
        ("2024年3月1日", ["dated 2024年3月1日"]),
        ("2024年3月1日\n此后不再受理。\n请知照。\n请照办。", []),
        (
            "2024年3月1日\n某县防火办法\n第一条　略。\n第二条　略。",
            ["dated 2024年3月1日", "part_title 某县防火办法", "heading 第一条　略。", "heading 第二条　略。"],
        ),
        ("2024年2月30日", []),
        # No date.
        ("某县人民政府", ["signature 某县人民政府"]),
        ("某县人民政府\n（此件公开发布）", ["signature 某县人民政府", "note （此件公开发布）"]),
        ("照此办理\n某县人民政府", []),
        ("某县\n某县人民政府", []),
        ("请某县" * 21 + "照办", []),
        # The closing of what is enclosed, and a second one.
        (SIGNED + "2024年3月1日", ["signature 某县人民政府", "dated 2024年3月1日", "dated 2024年3月1日"]),
        (
            SIGNED + "某县防火办法\n上月30日\n某县公安局\n2024年2月1日",
            [
                "signature 某县人民政府",
                "dated 2024年3月1日",
                "part_title 某县防火办法",
                "signature 某县公安局",
                "dated 2024年2月1日",
            ],
        ),
    ],
)
def test_lines_of_a_closing(closing: str, lines: list[str]) -> None:
    assert [line for line in taken(HEAD + closing) if not line.startswith(("title", "recipients"))] == lines


def test_a_date_that_is_dropped_has_left_no_trace() -> None:
    document = PolicyDocument.parse(HEAD + "2024年3月1日\n此后不再受理。\n请知照。\n请照办。\n" + SIGNED)
    assert str(document.dated) == "2024-03-01"
    assert document.text[slice(*document.spans["dated"])] == "2024年3月1日"
    assert document.spans["dated"][0] > document.text.index("请照办")
    assert grounds(document.text)[3] == "closing.alone"


def test_a_half_of_a_name_may_be_after_another_organ() -> None:
    read = PolicyDocument.parse("关于调整货车通行的通告\n现通告如下。\n甲市公安局 甲市城乡交通\n运输局\n2022年3月10日")
    assert read.signature == ("甲市公安局", "甲市城乡交通运输局")


def test_two_halves_of_a_name_are_one_organ() -> None:
    assert PolicyDocument.parse(HEAD + "某市国有资产监督\n管理委员会\n2024年3月1日").signature == (
        "某市国有资产监督管理委员会",
    )


def test_a_text_that_begins_with_a_date_is_not_closed_by_it() -> None:
    assert PolicyDocument.parse("某县\n2024年3月1日\n第一章　总则\n").dated is None
    assert PolicyDocument.parse("2024年3月1日").dated is None


@pytest.mark.parametrize(
    ("imprint", "lines", "values"),
    [
        ("抄送：县委办。", ["copied_to 抄送：县委办。"], {"copied_to": "县委办"}),
        ("分送：各县。", ["copied_to 分送：各县。"], {"copied_to": None}),
        ("主题词：防火　值班", ["keywords 主题词：防火　值班"], {"keywords": ("防火", "值班")}),
        # Labels whose place was left empty.
        ("主题词：", ["keywords 主题词："], {"keywords": ()}),
        ("抄送：。\n抄送：县委。", ["copied_to 抄送：。", "copied_to 抄送：县委。"], {"copied_to": "县委"}),
        ("抄送：", ["copied_to 抄送："], {"copied_to": None}),
        ("共印50份", ["printed 共印50份"], {"printed_by": None}),
        ("（共印50份）", ["printed （共印50份）"], {}),
        ("印发：50份", ["printed 印发：50份"], {}),
        ("某县府办2024年3月2日印发", ["printed 某县府办2024年3月2日印发"], {"printed_by": "某县府办"}),
        (
            "抄送：县委。\n某县人民政府办公室\n2024年3月2日印发",
            ["copied_to 抄送：县委。", "printed 某县人民政府办公室", "printed 2024年3月2日印发"],
            {"copied_to": "县委", "printed_by": "某县人民政府办公室", "parts": ()},
        ),
        ("2024年3月2日印发", ["printed 2024年3月2日印发"], {"printed_by": None}),
        ("某县府办2024年13月2日印发", ["part_title 某县府办2024年13月2日印发"], {"printed_on": None}),
    ],
)
def test_lines_of_an_imprint(imprint: str, lines: list[str], values: dict[str, object]) -> None:
    text = HEAD + SIGNED + imprint
    assert taken(text)[4:] == lines
    document = PolicyDocument.parse(text)
    assert {name: getattr(document, name) for name in values} == values


def test_a_sentence_that_ends_with_the_printers_word_is_no_imprint() -> None:
    assert taken(HEAD + "由各县自行印发")[2:] == []


def test_a_line_too_long_for_an_imprint_is_none() -> None:
    assert PolicyDocument.parse(HEAD + SIGNED + "抄送：" + "甲局、" * 400).copied_to is None


def test_the_printer_above_its_date_where_no_closing_is() -> None:
    document = PolicyDocument.parse(HEAD + "某县人民政府办公室\n2024年3月2日印发")
    assert (document.printed_by, str(document.printed_on)) == ("某县人民政府办公室", "2024-03-02")


@pytest.mark.parametrize(
    ("lines", "signature", "annexes"),
    [
        ("附件：名单　某县人民政府　2024年3月1日", ("某县人民政府",), ["名单"]),
        ("附件：名单　某县人民政府\n2024年3月1日", ("某县人民政府",), ["名单"]),
        ("附件：名单　某县人民政府　某县公安局\n2024年3月1日", ("某县人民政府", "某县公安局"), ["名单"]),
        ("附件：名单\n2024年3月1日", (), ["名单"]),
    ],
)
def test_a_signature_that_ran_on_after_the_annex_note(
    lines: str, signature: tuple[str, ...], annexes: list[str]
) -> None:
    document = PolicyDocument.parse(HEAD + lines)
    assert document.signature == signature
    assert [annex.title for annex in document.annexes] == annexes
    assert str(document.dated) == "2024-03-01"


_BRANCHES = ["国家税务总局甲市税务局", "国家金融监督管理总局甲省监管局", "中国人民银行甲省分行营业管理部"]


@pytest.mark.parametrize("branch", _BRANCHES)
@pytest.mark.parametrize("local", ["乙市财政局", "乙市地方金融监督管理局", "丙县人民政府办公室"])
@pytest.mark.parametrize("between", ["", "（原中国人民银行乙分行代章）\n", "（代章）\n"])
@pytest.mark.parametrize("first", ["local", "branch"])
def test_organs_that_ran_into_one_are_parted(branch: str, local: str, between: str, first: str) -> None:
    # A branch of the bank ends with 营业管理部: nothing shows where a name after it begins.
    names = (branch, local) if first == "branch" and not branch.endswith("部") else (local, branch)
    text = f"各有关单位：\n请认真执行。\n{''.join(names)}\n{between}丁市教育局\n2023年9月1日\n"
    assert PolicyDocument.parse(text).signature == (*names, "丁市教育局")


@pytest.mark.parametrize(
    "name",
    ["国家税务总局甲市税务局第三税务分局", "国家税务总局甲市税务局高新区税务局", "国家税务总局上海市浦东新区税务局"],
)
def test_a_part_of_a_branch_is_one_name(name: str) -> None:
    assert PolicyDocument.parse(f"各有关单位：\n请认真执行。\n{name}\n2023年9月1日\n").signature == (name,)
