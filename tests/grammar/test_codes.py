"""Where a code begins, and what can be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.anatomy import IMPOSSIBLE, POSSIBLE, rank_of
from egovkit.grammar.codes import canonical_code, code_start, is_code
from egovkit.models.issuance import find_numbers
from egovkit.strategies.issuance_codes import codes
from egovkit.text.limits import MAX_CODE


@given(codes())
def test_every_attested_code_is_a_code(code: str) -> None:
    assert is_code(code)
    assert canonical_code(code) == code


@given(
    st.text(alphabet="国办发改根据的和自原通知财政部税务总局委沪府法规就业函", max_size=30),
    st.sampled_from(["", "，", "（", "号", None]),
)
def test_what_begins_in_a_run_is_a_code_by_itself(run: str, left: str | None) -> None:
    start = code_start(run, left)
    assert start is None or (0 <= start < len(run) and (is_code(run[start:]) or len(run) - start > MAX_CODE))


@pytest.mark.parametrize(
    ("run", "left", "code"),
    [
        ("国办发", "", "国办发"),
        ("根据国办发", "", "国办发"),
        ("财政部财税", "", "财税"),
        ("浙发改办发", "", "浙发改办发"),
        ("教育部办公厅教基厅函", "", "教基厅函"),
        ("现将国务院办公厅发", "", "国务院办公厅发"),
        ("规定和京政办发", "", "京政办发"),
        ("和政发", "", "和政发"),
        ("其他", "", "其他"),
        ("就东府", "", "东府"),
        ("应当遵守东府", "", "东府"),
        ("沪崇就办", "", "沪崇就办"),
        ("充分消化中办发", "", "中办发"),
        ("沪道运安委办", "", "沪道运安委办"),
        # What ends the sentence in front of a code: words, and letters of other codes before one that is known.
        ("转引渝民发", "", "渝民发"),
        ("你局闽建办", "", "闽建办"),
        ("我省滨教办发", "", "滨教办发"),
        ("经国函", "", "国函"),
        ("除财税", "", "财税"),
        ("工作参考国办发", "", "国办发"),
        ("经机", "", "经机"),
        ("可按揭公积金管委", "", "揭公积金管委"),
        ("规定和滨教办发", "", "滨教办发"),
        ("规定和政发", "", "和政发"),
        # An organ in front of a code that no list knows, and an organ in one.
        ("省财政厅粤财综", "", "粤财综"),
        ("市局津地税函", "", "津地税函"),
        ("依据县政府寿政发", "", "寿政发"),
        ("关于国家发改委发改投资", "", "发改投资"),
        ("工作财政部滨财办发", "", "滨财办发"),
        ("沪国资委财评字", "", "沪国资委财评字"),
        ("市委办发", "", "市委办发"),
        ("工信部联通装", "", "工信部联通装"),
        ("人社部明电", "", "人社部明电"),
        ("原文物博函", "", "文物博函"),
        # Nothing says that the sentence ends in front of it, but the code is known.
        ("某某某某某某某某某某某某某国办发", None, "国办发"),
        ("某某某某某某某某某某某某某丙", None, None),
        ("有关文件的通知", "", None),
        ("", "", None),
    ],
)
def test_a_code_begins_where_the_sentence_before_it_ends(run: str, left: str | None, code: str | None) -> None:
    start = code_start(run, left)
    assert (None if start is None else run[start:]) == code


@pytest.mark.parametrize("code", ["", "国办发 ", "AB发", "根据国办发", "国" * 30, "法）研（发"])
def test_what_is_no_code(code: str) -> None:
    assert not is_code(code)


@pytest.mark.parametrize(
    ("printed", "canonical"), [("国务院办公厅发", "国办发"), ("国务院函", "国函"), ("国务院办公厅乙", "国务院办公厅乙")]
)
def test_an_expanded_code_is_put_back(printed: str, canonical: str) -> None:
    assert canonical_code(printed) == canonical


def test_what_follows_an_organs_head_is_an_office_and_no_verb() -> None:
    assert rank_of("国卫办宣传发") > POSSIBLE
    assert rank_of("国卫办借鉴发") == IMPOSSIBLE


@pytest.mark.parametrize("letter", ["详", "收", "悉", "且", "再", "旧"])
@pytest.mark.parametrize("code", ["国税函", "发改价格", "环办函"])
def test_a_letter_that_is_a_word_is_not_of_the_code(letter: str, code: str) -> None:
    assert [str(mention.value) for mention in find_numbers(f"（{letter}{code}〔1995〕1号）")] == [f"{code}〔1995〕1号"]
