"""A title that the source marks as such: it is neither looked for nor taken for anything else."""

from __future__ import annotations

import pytest

from egovkit.documents.document import PolicyDocument

SENTENCE = "严禁在林区用火。"


def read(text: str, *titles: str) -> PolicyDocument:
    """Read a text of which some lines are said to be the title."""
    outline: dict[int, int] = {}
    at = 0
    for line in text.split("\n"):
        if line in titles:
            outline[at] = 0
        at += len(line) + 1
    return PolicyDocument.parse(text, outline=outline)


@pytest.mark.parametrize(
    ("lines", "titles", "title"),
    [
        # A law whose history is below: what has no kind word is otherwise no title of one.
        (("某某法典", "2020年5月28日　某大会通过", "附则", "第一条　甲。"), ("某某法典",), "某某法典"),
        # The line below ends as titles do.
        (("修正案", "某某法修正案", SENTENCE), ("修正案",), "修正案"),
        (("某某法典", "婚姻编", "第一章　总则", "第一条　甲。"), ("某某法典",), "某某法典"),
        # Below rows of a page.
        (("一图读懂“暖企十条”", "主题分类：其他", SENTENCE), ("一图读懂“暖企十条”",), "一图读懂“暖企十条”"),
        # What is brought in brackets reads as the history of a law elsewhere.
        (("附件6", "甲注册审查指导原则（2024年修订版）", SENTENCE), ("甲注册审查指导原则（2024年修订版）",), "甲注册审查指导原则（2024年修订版）"),
        # Below a line that is long, and no sentence.
        (("甲局　乙局　" * 15 + "令第3号", "甲管理办法", "第一条　甲。"), ("甲管理办法",), "甲管理办法"),
        (("某县人民政府", "关于", "防火须知", SENTENCE), ("关于", "防火须知"), "关于防火须知"),
        (("防火须知", "各乡镇人民政府：", SENTENCE), ("防火须知",), "防火须知"),
        (("防火须知", "灭火器"), ("防火须知", "灭火器"), "防火须知灭火器"),
    ],
)  # fmt: skip
def test_the_title_is_what_the_source_says(lines: tuple[str, ...], titles: tuple[str, ...], title: str) -> None:
    document = read("\n".join(lines), *titles)
    assert document.title == title
    start, end = document.spans["title"]
    assert document.text[start:end].split("\n") == list(titles)
    found = [document.text[block.start : block.end] for block in document.blocks if block.kind.value == "title"]
    assert found == list(titles)


def test_it_is_printed_again_below() -> None:
    document = read(f"防火须知手册\n甲站\n防火须知手册\n{SENTENCE}", "防火须知手册")
    assert (document.title, document.spans["title"]) == ("防火须知手册", (0, 6))


@pytest.mark.parametrize(
    "text",
    [
        # An order, and below its closing what it issues, in the style of a title.
        "《甲保护办法》已经会议通过，现予公布。\n甲市市长　王某\n2018年10月23日\n甲保护办法\n第一章　总则\n第一条　甲。",
        f"关于防火的通知\n{SENTENCE}\n甲保护办法",
    ],
)
def test_below_a_sentence_it_is_that_of_another_text(text: str) -> None:
    plain = PolicyDocument.parse(text)
    told = read(text, "甲保护办法")
    assert (told.title, told.parts, told.recipients) == (plain.title, plain.parts, plain.recipients)


def test_nothing_is_taken_for_recipients_above_it() -> None:
    document = read(f"各部门：\n防火须知\n{SENTENCE}", "防火须知")
    assert (document.title, document.recipients) == ("防火须知", None)


def test_a_text_without_one_reads_as_without_an_outline() -> None:
    text = f"关于防火的通知\n某政发〔2024〕3号\n各县：\n{SENTENCE}"
    assert PolicyDocument.parse(text, outline={}) == PolicyDocument.parse(text)


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (("危害\t原因\t措施", "生物\t消毒\t检验"), "主要危险举例"),
        (("姓名\t职务", "王某\t组长"), "主要危险举例"),
        # Two cells alone are a line with a gap in it.
        (("说明\t样式", "王某任组长。"), "主要危险举例"),
    ],
)
def test_a_row_is_no_line_of_the_title_of_an_annex(rows: tuple[str, ...], title: str) -> None:
    lines = ("关于防火的通知", "各县：", SENTENCE, "附件1", "主要危险举例", *rows)
    document = PolicyDocument.parse("\n".join(lines))
    assert [part.title for part in document.parts] == [title]


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ("附件\t附件\t附件", ["附件1"]),
        ("附件2\t申请表", ["附件1", "附件2"]),
        ("附件2\t\t申请表", ["附件1", "附件2"]),
    ],
)
def test_a_row_is_no_label_of_an_annex(row: str, labels: list[str]) -> None:
    lines = (
        "关于防火的通知",
        "各县：",
        SENTENCE,
        "附件1",
        "规格参数表",
        "1\t头托\t\t甲",
        "2\t……",
        row,
        "3\t床垫\t\t乙",
    )
    document = PolicyDocument.parse("\n".join(lines))
    assert [part.label for part in document.parts] == labels
