"""Documents of Word 97 to 2003, and of Kingsoft's .wps, which are written alike."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.errors import ReadError
from egovkit.interchange.reading import load, read
from tests.interchange.files import NOTICE, assert_says_what_to_do
from tests.interchange.old_word import IN_TABLE, ROW_END, Par, container, doc_of, in_list, level, styles_of


def test_lines_come_back() -> None:
    data = doc_of([Par(line) for line in NOTICE])
    assert read(data) == "\n".join(NOTICE)
    assert str(load(data).number) == NOTICE[1]
    assert read(doc_of([Par("plain text")], compressed=True)) == "plain text"


@given(st.lists(st.text("国务院关于印发的通知123〔〕《》🀄", min_size=1), min_size=1, max_size=12))
def test_any_lines_come_back(lines: list[str]) -> None:
    # A place of the text is a unit of UTF-16.
    units = ["".join(chr(unit) for (unit,) in struct.iter_unpack("<H", line.encode("utf-16-le"))) for line in lines]
    if units == lines:
        assert read(doc_of([Par(line) for line in lines])) == "\n".join(lines)


def test_generated_numbers() -> None:
    nine = [
        level("%1、", 37),
        level("（%2）", 39),
        level("%3.", 0, follows=1),
        level("%1.%3.%4", 0, follows=1, legal=True),
    ]
    nine += [level("")] * 5
    lists = [nine, [level("第%1条", 11, 9, follows=1)], [level("\uf06c", 23)], [level("%1", 255)]]
    steps = [(1, 0, "总则"), (1, 1, "目标"), (1, 1, "原则"), (1, 2, "统筹"), (1, 3, "分级"), (1, 0, "附则"), (1, 1, "解释"),
             (2, 0, "适用"), (2, 0, "施行"), (3, 0, "要点"), (4, 0, "无号"), (0, 0, "正文"), (-1, 0, "出列")]  # fmt: skip
    text = read(doc_of([Par(text, sprms=in_list(number, depth)) for number, depth, text in steps], lists=lists))
    assert text.split("\n") == ["一、总则", "（一）目标", "（二）原则", "1. 统筹", "1.1.1 分级", "二、附则", "（一）解释",
                                "第九条 适用", "第十条 施行", "• 要点", "无号", "正文", "出列"]  # fmt: skip


def test_an_override_begins_anew_or_counts_on() -> None:
    anew = b"LVL!" + struct.pack("<iI", 1, 0x10)
    other = b"LVL!" + struct.pack("<iI", 0, 0x20) + level("(%1)", 4)
    lists = [[level("%1.", follows=1)]]
    data = doc_of([Par("甲", sprms=in_list(1)), Par("乙", sprms=in_list(2)), Par("丙", sprms=in_list(3)),
                   Par("丁", sprms=in_list(4))], lists=lists, overrides=[(0, b""), (0, b""), (0, anew), (0, other)])  # fmt: skip
    assert read(data).split("\n") == ["1. 甲", "2. 乙", "1. 丙", "(b)丁"]


def test_a_style_gives_its_number_to_those_based_on_it() -> None:
    sheet = styles_of([(0xFFF, b""), (0, in_list(1)), (1, b""), (3, b""), (1, in_list(0))])
    data = doc_of(
        [Par(text, style=n) for n, text in enumerate("甲乙丙丁戊")], styles=sheet, lists=[[level("%1、", 37)]]
    )
    assert read(data).split("\n") == ["甲", "一、乙", "二、丙", "丁", "戊"]


def test_rows_of_a_table() -> None:
    rows = [Par("序号", "\x07", IN_TABLE), Par("任务", "\x07", IN_TABLE), Par("", "\x07", ROW_END),
            Par("1", "\x07", IN_TABLE), Par("编制", "\r", IN_TABLE), Par("目录", "\x07", IN_TABLE), Par("", "\x07", ROW_END),
            Par("只是版面", "\x07", IN_TABLE), Par("", "\x07", ROW_END), Par("以后")]  # fmt: skip
    assert read(doc_of(rows)).split("\n") == ["序号\t任务", "1\t编制 目录", "只是版面", "以后"]


def test_what_is_printed() -> None:
    text = '见\x13 HYPERLINK "x" \x14国办发\x13 A \x14〔2014〕\x15\x15\x13 PAGE \x15文\x01\x08件\x0b下\x1e行'
    assert read(doc_of([Par(text), Par("\x13 IF a", "\r"), Par(" b \x15后")])) == "见国办发〔2014〕文件\n下-行\n后"
    assert read(doc_of([Par("可见隐藏可见"), Par("隐可")], hidden=[(2, 4), (7, 8)])) == "可见可见\n可"


def test_headers_boxes_and_notes() -> None:
    headers = ["", "内部资料", "", "— 1 —", "内部资料", "印发"]
    data = doc_of([Par("正文")], headers=headers, stories={1: "\x02 脚注\r", 6: "某市文件\r"})
    assert read(data).split("\n") == ["内部资料", "某市文件", "正文", "脚注", "印发"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (doc_of([Par("甲")], flags=0x0100), "read.encrypted"),
        (doc_of([Par("甲")], version=0x65), "read.doc"),
        (doc_of([Par("")]), "read.empty"),
        (container({"Workbook": b"x"}), "read.doc"),
        (container({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(4000)}), "read.truncated"),
        (doc_of([Par("甲")])[:2600], "read.truncated"),
    ],
    ids=["encrypted", "old", "empty", "workbook", "no-table", "cut"],
)
def test_what_is_no_text(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == code
    assert_says_what_to_do(caught.value)


@pytest.mark.parametrize("at", range(1, 7))
def test_a_character_of_two_units_may_be_of_two_pieces(at: int) -> None:
    assert read(doc_of([Par("甲🀄乙🀄")], cuts=[at])) == "甲🀄乙🀄"


def test_half_of_a_character_is_none() -> None:
    assert read(doc_of([Par("甲\ud83c乙🀄\udc04")])) == "甲\ufffd乙🀄\ufffd"
    # What is hidden between two halves is not printed.
    assert read(doc_of([Par("甲\ud83c乙\udc04丙")], hidden=[(2, 3)])) == "甲🀄丙"


def test_pieces_of_the_same_bytes_are_no_text() -> None:
    data = doc_of([Par("甲" * 200)])
    piece = struct.pack("<III", 16, 0, 201)
    assert piece in data
    with pytest.raises(ReadError, match="damaged"):
        read(data.replace(piece, struct.pack("<III", 16, 0, 1 << 30)))


@given(st.data())
def test_a_damaged_doc_is_text_or_a_read_error(data: st.DataObject) -> None:
    sheet = styles_of([(0xFFF, b""), (0, in_list(1))])
    pars = [Par(line, sprms=in_list(1, 1), style=1) for line in NOTICE]
    whole = bytearray(doc_of(pars, lists=[[level("%1、", 37)] * 9], styles=sheet, headers=["甲"] * 6, hidden=[(3, 5)]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read(bytes(whole)), str)
    except ReadError as refused:
        assert_says_what_to_do(refused)
