from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.heading_lines import STANDARD
from egovkit.grammar.headings import heading_text, marker_parts

MARKER = st.sampled_from(
    [
        "第三条　", "第三条 ", "第十二条", "**第三条**　", "第一章　", "第二节 ", "第三条　　　", "第一编　", "一、", "十二、", "（一）", "(二)", "（一）、", "1.", "12、", "3．", "**一、",
    ]
)  # fmt: skip
WORDS = st.lists(
    st.sampled_from(["总则", "第三款", "和", "一", "二审", "项目", "为了", "，", "。", "；", "：", " ", "　", "\u200b", "*", "#", "（", "a", "\xa0", "本" * 60, "·"]),
    max_size=6,
).map("".join)  # fmt: skip


def _agrees(line: str) -> None:
    pattern, levels = STANDARD[line[0]]
    found = pattern.match(line)
    if found is not None:
        ordinal, sign, text = found.groups()
        parts = marker_parts(line)
        assert parts is not None
        assert (levels[sign], ordinal, text) == (*parts[:2], heading_text(line, parts))


@given(MARKER, WORDS)
def test_a_heading_in_its_standard_form_is_what_marker_and_words_say(marker: str, words: str) -> None:
    _agrees((marker + words).strip())


@given(
    st.sampled_from(["第{}条", "第{}章", "（{}）", "({})", "{}、"]),
    st.text("一二三十百零〇两1", min_size=1, max_size=10),
    st.text(" 　\t\u200b#*：:", max_size=3),
    st.text("本第条项目款至到和及或者一二、，（(）)的所以编章#*\u3400", max_size=5),
)
def test_what_is_read_at_once_is_what_the_whole_patterns_read(shape: str, numeral: str, gap: str, words: str) -> None:
    _agrees((shape.format(numeral) + gap + words).strip())


def test_most_headings_of_a_statute_are_in_their_standard_form() -> None:
    for line in (
        "第一章　总则",
        "第三条　本市行政区域内适用本办法。",
        "（一）加强巡护；",
        "一、总体要求",
        "1.加强巡护",
    ):
        assert STANDARD[line[0]][0].match(line) is not None
    for line in (
        "第三条第二款规定的",
        "（一）、（二）项所列",
        "一、二审案件",
        "第三条　加强 巡护。",
        "第一章　总则，附则。",
    ):
        assert STANDARD[line[0]][0].match(line) is None
