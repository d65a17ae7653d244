"""Where a code begins, and what can be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.codes import canonical_code, code_start, is_code, vocabulary
from egovkit.strategies.issuance import codes


@given(codes())
def test_every_attested_code_is_a_code(code: str) -> None:
    assert is_code(code)
    assert canonical_code(code) == code


@given(st.text(alphabet="国办发根据的和通知财政部政〔（）", max_size=30))
def test_a_start_lies_inside_its_run(run: str) -> None:
    start = code_start(run, whole=True)
    assert start is None or 0 <= start < len(run)


@pytest.mark.parametrize(
    ("run", "whole", "code"),
    [
        ("国办发", True, "国办发"),
        ("根据国办发", True, "国办发"),
        ("财政部财税", True, "财税"),
        ("浙发改办发", True, "浙发改办发"),
        ("教育部办公厅教基厅函", True, "教基厅函"),
        ("现将国务院办公厅发", True, "国务院办公厅发"),
        ("规定和京政办发", True, "京政办发"),
        ("和政发", True, "和政发"),
        ("其他", True, "其他"),
        ("就东府", True, "东府"),
        ("应当遵守东府", True, "东府"),
        ("沪崇就办", True, "沪崇就办"),
        ("充分消化中办发", True, "中办发"),
        ("沪道运安委办", True, "沪道运安委办"),
        # What ends the sentence in front of a code: words, and letters of other codes before one that is known.
        ("转引渝民发", True, "渝民发"),
        ("你局闽建办", True, "闽建办"),
        ("我省滨教办发", True, "滨教办发"),
        ("经国函", True, "国函"),
        ("除财税", True, "财税"),
        ("工作参考国办发", True, "国办发"),
        ("经机", True, "经机"),
        ("可按揭公积金管委", True, "揭公积金管委"),
        ("规定和滨教办发", True, "滨教办发"),
        ("规定和政发", True, "和政发"),
        # An organ in front of a code that no list knows, and an organ in one.
        ("省财政厅粤财综", True, "粤财综"),
        ("市局津地税函", True, "津地税函"),
        ("依据县政府寿政发", True, "寿政发"),
        ("关于国家发改委发改投资", True, "发改投资"),
        ("工作财政部滨财办发", True, "滨财办发"),
        ("沪国资委财评字", True, "沪国资委财评字"),
        ("市委办发", True, "市委办发"),
        ("工信部联通装", True, "工信部联通装"),
        ("人社部明电", True, "人社部明电"),
        ("原文物博函", True, "文物博函"),
        # Nothing says that the sentence ends in front of it, but the code is known.
        ("某某某某某某某某某某某某某国办发", False, "国办发"),
        ("某某某某某某某某某某某某某丙", False, None),
        ("有关文件的通知", True, None),
        ("", True, None),
    ],
)
def test_a_code_begins_where_the_sentence_before_it_ends(run: str, whole: bool, code: str | None) -> None:
    start = code_start(run, whole)
    assert (None if start is None else run[start:]) == code


@pytest.mark.parametrize("code", ["", "国办发 ", "AB发", "根据国办发", "国" * 30, "法）研（发"])
def test_what_is_no_code(code: str) -> None:
    assert not is_code(code)


@pytest.mark.parametrize(
    ("printed", "canonical"), [("国务院办公厅发", "国办发"), ("国务院函", "国函"), ("国务院办公厅乙", "国务院办公厅乙")]
)
def test_an_expanded_code_is_put_back(printed: str, canonical: str) -> None:
    assert canonical_code(printed) == canonical


def test_a_stop_word_inside_another_word_is_no_boundary() -> None:
    words = vocabulary()
    assert words.last_stop("国家数据", 4) == 0
    assert words.last_stop("依据国家", 4) == 2
