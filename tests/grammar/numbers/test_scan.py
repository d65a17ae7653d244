"""Where numbers begin and end in a text: bounds, and the corners that values do not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.numbers import scan
from egovkit.grammar.numbers.scan import find_surfaces
from egovkit.strategies import codes
from egovkit.text.limits import MAX_JOINT_NUMBER


@pytest.mark.parametrize(
    "unit",
    ["汉", "〔", "《", "2014年", "\u200b", "1", "号", "1号", "第1号", "1、1号", "公告第1号", "国发〔2014〕1号、"],
)
def test_a_surface_is_bounded_on_any_text(unit: str) -> None:
    text = unit * 2000
    last = 0
    for surface in find_surfaces(text):
        assert last <= surface.start < surface.end <= surface.start + MAX_JOINT_NUMBER + 8
        last = surface.end


def test_a_run_longer_than_the_bound_gives_no_invented_code() -> None:
    (surface,) = find_surfaces("汉" * 100 + "〔2014〕66号")
    assert surface.parts.code is None


def test_a_code_torn_by_a_blank_needs_an_attested_stem() -> None:
    assert [s.parts.code for s in find_surfaces("（工信部联 通装〔2021〕97号）")] == ["工信部联通装"]
    assert [s.parts.code for s in find_surfaces("某某事项 通装〔2021〕97号")] == ["通装"]
    assert [s.parts.code for s in find_surfaces("国办发 原〔2000〕1号")] == ["原"]


def test_a_list_member_with_an_impossible_serial_ends_the_list() -> None:
    assert len(list(find_surfaces("国发〔2016〕51号、0号"))) == 1


def test_a_list_of_organs_longer_than_the_bound_names_none() -> None:
    organs = "、".join(["某省某市某县人民政府教育体育和科学技术管理局"] * 100)
    (surface,) = find_surfaces(f"{organs}公告2024年第3号")
    assert (surface.parts.code, surface.parts.serial) == (None, 3)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # The signs of a model text: 教发 alone is the ministry's.
        ("×教发〔2024〕3号", []),
        ("按照××财〔2024〕1号", []),
        ("XX市政发〔2024〕1号", []),
        ("Ｘ府发〔2024〕1号", []),
        ("xx教发〔2024〕3号", []),
        ("XX省人民政府令第12号", []),
        ("××市人民政府公告2024年第1号", []),
        ("○○国办发〔2014〕66号", []),
        ("○府〔2026〕1号", []),
        ("国发〔2016〕51号、×教发〔2024〕3号、55号", ["国发"]),
        # None are the sign of an item, a word of letters, what has no code of its own.
        ("○国办发〔2014〕66号", ["国办发"]),
        ("○第12号令", [None]),
        ("APEX国办发〔2014〕66号", ["国办发"]),
        ("**国办发〔2014〕66号", ["国办发"]),
        ("某教发〔2024〕3号", ["某教发"]),
    ],
)
def test_a_number_of_a_model_text_is_nobodys(text: str, codes: list[str | None]) -> None:
    assert [surface.parts.code for surface in find_surfaces(text)] == codes


PIECES = st.sampled_from(
    ["根据", "和", "、", "，", " ", "\n", "　", "—", "— 3 —", "（研）", "〔研〕", "财政部", "公告", "令", "第", "号", "号令", "文件",
     "《", "〔2014〕", "〔1914〕", "〔２０１４〕", "[2014]", "〔14〕", "2014年", "66号", "066号", "123456号", "6 6号", "l6号", "51、55号", "12～15号",
     "通告", "公司", "至"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, codes()), max_size=14), codes(), PIECES)
def test_a_number_in_the_standard_form_is_what_the_whole_grammar_reads(
    before: list[str], code: str, after: str
) -> None:
    text = "".join([*before, code, "〔2014〕66号", after])
    at_once = list(find_surfaces(text))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scan, "_standard_at", lambda *_: None)
        assert at_once == list(find_surfaces(text))


@pytest.mark.parametrize("before", ["专利", "取得", ""])
def test_the_number_of_a_licence_is_none(before: str) -> None:
    assert list(find_surfaces(f"{before}食药监械生产许〔2020〕1号")) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # The year divides the code.
        ("又收到财税（87）字第016号文", ["财税字"]),
        ("（87）字第016号", []),
        ("根据（1994）字第12号", []),
        # Low quotation marks, as converters make them of the brackets.
        ("《甲通知》(国办发„2009‟3号)", ["国办发"]),
        # A place's letter ends the words before it.
        ("，该做法违背岳政发〔2017〕50号", ["岳政发"]),
        ("，维持京海监处字〔2019〕第301号", ["京海监处字"]),
        ("按照安岳府发〔2017〕50号", ["安岳府发"]),
        ("国网陕电审〔2021〕16号", ["国网陕电审"]),
        ("不符合财预〔2017〕50号", ["财预"]),
        # A long run of letters that no table has is no code in the middle of a sentence, and one where nothing is before it.
        ("，其做法违背某政函〔2017〕50号", [None]),
        ("该局的做法违背某政函〔2017〕50号", [None]),
        ("翔蹴政办发〔2017〕50号", ["翔蹴政办发"]),
    ],
)
def test_what_is_before_a_code_and_inside_it(text: str, codes: list[str | None]) -> None:
    assert [surface.parts.code for surface in find_surfaces(text)] == codes
