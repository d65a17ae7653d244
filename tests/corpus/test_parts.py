"""What cells hold: a pinpoint is read from what decides it, and reads as in the whole text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from egovkit.corpus import parts
from egovkit.grammar.pinpoints import read_places

_WORDS = [
    *"第附件表条款项目章节编之至到和及与或者以、,，;；—~-－ ０3十二（）(〔〕\n\r\t\u3000\u200b的规例。《甲",
    "第三条", "第二款", "（一）", "第（二）项", "附件2", "之一", "第十二条、十三条", "以及", "或者", "〔一〕",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map("".join), st.sampled_from(["", "第一条", "第三", "附件"]))
@example("（二）", "第一条")
@example("（二）\n", "第一条")
@example("（二）\n条", "第一条")
@example("、".join(["第九千九百九十九条"] * 14), "")
def test_what_decides_a_pinpoint_reads_as_the_whole_text(after: str, first: str) -> None:
    text = f"甲{first}{after}"
    read = parts._read(parts._deciding(text, 1))
    whole = read_places(text, 1)
    assert whole == (None if read is None else (read[0] + 1, read[1]))


_JOINTS = [
    "、",
    "，",
    "；",
    "和",
    "与",
    "或",
    "或者",
    "及",
    "以及",
    "至",
    "到",
    "—",
    "～",
    "－",
    "-",
    " ",
    "\u3000",
    "",
]
_WHOLE = [
    *(f"第一条{joint}第二条" for joint in _JOINTS),
    *(f"第{one}条" for one in "0123456789〇零一二三四五六七八九十百千"),
    *(f"第一{unit}第一条" for unit in "编章节条"),
    "第一条第一款第（一）项第1目", "第八十七条之一至之三", "附件1第一条", "附表1第一条",
]  # fmt: skip


@pytest.mark.parametrize("pinpoint", _WHOLE)
def test_a_pinpoint_is_decided_by_all_of_its_words(pinpoint: str) -> None:
    assert len(parts._deciding(f"{pinpoint}的规定", 0)) == len(pinpoint) + 1


def test_rows_that_share_a_pinpoint_share_no_structure() -> None:
    from egovkit.citations.find import find_citations

    text = "按照《云川市甲办法》第三条至第五条的规定，"
    one, other = (parts.pinpoint_cell(find_citations(text)[0], text) for _ in range(2))
    assert one is not None
    assert one == other
    one["places"][0]["until"]["article"] = 9
    one["places"][0]["article"] = 8
    again = parts.pinpoint_cell(find_citations(text)[0], text)
    assert again == other
