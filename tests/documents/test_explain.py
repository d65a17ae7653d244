"""Every line has a ground, and its name leads to the module that holds the words."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from hypothesis import example, given

from egovkit import documents
from egovkit.documents.document import PolicyDocument
from egovkit.documents.grounds import Ground
from egovkit.text.patterns import LatePattern
from tests.documents.test_document import NOISE, PRINTED

FOLDER = Path(documents.__file__).parent
ROOMS = {
    path.stem: import_module(".".join(("egovkit.documents", *path.relative_to(FOLDER).with_suffix("").parts)))
    for path in sorted(FOLDER.rglob("*.py"))
    if path.stem != "__init__"
}
GROUNDS = [
    (module, ground) for module in ROOMS.values() for ground in vars(module).values() if isinstance(ground, Ground)
]


def test_no_two_rooms_have_a_module_of_one_name() -> None:
    paths = [path for path in FOLDER.rglob("*.py") if path.stem != "__init__"]
    assert len(paths) == len(ROOMS)


@given(NOISE)
@example("\\.")
@example("<b>关于防火的通知</b>\n请知照。\n<br>")
def test_the_decisions_are_those_of_the_blocks(text: str) -> None:
    document = PolicyDocument.parse(text)
    told = [(decision.element, decision.start, decision.end) for decision in document.explain()]
    assert told == [(block.kind, block.start, block.end) for block in document.blocks]


@pytest.mark.parametrize(("module", "ground"), GROUNDS, ids=[ground.name for _, ground in GROUNDS])
def test_the_name_of_a_ground_leads_to_its_words(module: object, ground: Ground) -> None:
    home = ROOMS[ground.name.partition(".")[0]]
    if isinstance(ground.words, re.Pattern | LatePattern):
        assert any(value is ground.words for value in vars(home).values())
    else:
        assert home is module or ground.words is None or isinstance(ground.words, FunctionType)


def test_two_grounds_of_one_name_are_of_one_room() -> None:
    says: dict[str, set[str]] = {}
    for _, ground in GROUNDS:
        says.setdefault(ground.name, set()).add(ground.name.partition(".")[0])
    assert len(says) > 40
    assert all(len(rooms) == 1 for rooms in says.values())


def test_a_printed_document_says_why() -> None:
    document = PolicyDocument.parse(PRINTED)
    told = {PRINTED[d.start : d.end]: (d.decided_by, d.word) for d in document.explain()}
    assert told["000123"] == ("head_marks.copy_number", "000123")
    assert told["特急"] == ("head_marks.urgency", "特急")
    assert told["一、加强巡护。各地要增加人手。"] == ("body.heading", "一、")
    assert told["　　附件：1.重点林区名单".strip()] == ("annex_lines.note", "附件")
    assert told["某县人民政府"] == ("closing.organs", "某县人民政府")
    assert told["2024年3月1日"] == ("closing.date", "2024年3月1日")
    assert told["抄送：县委各部门，县人武部。"] == ("imprint.sent", "抄送：")


@pytest.mark.parametrize(
    ("text", "line", "decided", "word"),
    [
        ("索引号：某1\n关于防火的通知\n请知照。", 0, "field_table.row", "索引号"),
        ("关于防火的通知\n一\n甲事\n二\n乙事\n", 1, "body.heading", "一"),
        ("关于防火的通知\n请知照。\n县长 张某\n2024年3月1日", 2, "closing.organs", "县长 张某"),
        ("关于防火的通知\n请知照。\n某县公安局", 2, "closing.undated", "某县公安局"),
        ("国务院令\n第706号\n现予公布。", 1, "own_number.serial", "第706号"),
        ("关于防火的通知\n各县：\n有关事项如下：\n", 1, "recipients.colon", "："),
        ("关于防火的通知\n有关事项如下：\n请知照。", 1, "recipients.says", "如下"),
        ("关于防火的通知\n请知照。\n??\n", 2, "page_foot.below", None),
        ("某市\n国发〔2024〕3号\n关于防火的通知\n请知照。", 1, "own_number.alone", "国发〔2024〕3号"),
        ("目录\n第一章　总则\n第一条　略。", 1, "contents.entries", None),
        ("关于防火的通知\n请知照。\n附件1\n甲表\n某县公安局\n2024年3月1日", 4, "closing.inner", "某县公安局"),
        ("关于防火的通知\n请知照。\n附件1\n甲表\n某县公安局\n2024年3月1日", 5, "closing.inner", "2024年3月1日"),
    ],
)
def test_the_words_that_decided(text: str, line: int, decided: str, word: str | None) -> None:
    decision = PolicyDocument.parse(text).explain()[line]
    assert (decision.decided_by, decision.word) == (decided, word)
