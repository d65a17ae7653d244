"""Where a title is broken: at sense, never inside a word, and into a shape."""

from __future__ import annotations

from importlib import import_module
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.register import register
from egovkit.documents.laying_out.title_lines import title_lines
from egovkit.strategies.document import sheets
from egovkit.text.breaking import width
from tests.witness import survivors

BROKEN = {
    # A short one is one line.
    "云川市关于防火的通知": "",
    # Before 关于, after an organ.
    "云川市人民政府办公室关于进一步加强政务公开工作的通知": "云川市人民政府办公室",
    # Around a title in 《》, which stays whole.
    "云川市财政局关于印发《云川市政务信息系统迁移上云工作方案》的通知": "云川市财政局",
    # After 、 and before 和.
    "国务院办公厅关于调整城乡居民医疗保险、养老保险和失业保险缴费标准的通知": "国务院办公厅",
    # Digits and what counts them stay together.
    "云川市人力资源和社会保障局关于公布2024年度企业工资指导线的通知": "云川市人力资源和社会保障局",
    # 和 that joins nothing.
    "关于修改《中华人民共和国个人所得税法实施条例》等行政法规的决定": "",
}
LINES = {
    "云川市关于防火的通知": ["云川市关于防火的通知"],
    "云川市人民政府办公室关于进一步加强政务公开工作的通知": [
        "云川市人民政府办公室",
        "关于进一步加强政务公开工作的通知",
    ],
    "云川市财政局关于印发《云川市政务信息系统迁移上云工作方案》的通知": [
        "云川市财政局关于印发",
        "《云川市政务信息系统迁移上云工作方案》",
        "的通知",
    ],
}


@pytest.mark.parametrize(("title", "lines"), LINES.items())
def test_titles_are_broken_at_sense(title: str, lines: list[str]) -> None:
    assert title_lines(title, 20, [BROKEN[title]]) == lines


@pytest.mark.parametrize(("title", "organ"), BROKEN.items())
def test_nothing_is_parted_that_belongs_together(title: str, organ: str) -> None:
    lines = title_lines(title, 20, [organ])
    ends = set(accumulate(map(len, lines[:-1])))
    for held in (organ, "关于", "2024年度", "共和国", "通知"):
        at = title.find(held) if held else -1
        assert at < 0 or ends.isdisjoint(range(at + 1, at + len(held)))
    for line in lines[1:]:
        assert line[0] not in "》）、，"
        assert not line.startswith("的") or line.startswith(("的通知", "的决定"))
    assert not any(line.endswith(("关于", "《", "（", "和", "与", "对")) for line in lines[:-1])


def shaped(lines: list[str]) -> bool:
    """Whether lines grow, then shrink."""
    turns = [width(above) < width(below) for above, below in pairwise(lines) if width(above) != width(below)]
    return not any(not one and other for one, other in pairwise(turns))


def test_titles_of_the_register_have_a_shape_and_their_words() -> None:
    # One title in forty, of which few have no break at sense that makes a shape.
    titles = [one.title for one in register.where(level="state_council") if one.title and width(one.title) > 20][::40]
    broken = [title_lines(title, 20, ["国务院办公厅", "国务院"]) for title in titles]
    assert len(titles) > 50
    assert all("".join(lines) == title for title, lines in zip(titles, broken, strict=True))
    assert sum(map(shaped, broken)) > 0.95 * len(broken)


@given(sheets())
def test_titles_of_documents_keep_their_organ(sheet: object) -> None:
    title = getattr(sheet, "title", "")
    lines = title_lines(title, 20, [title.partition("关于")[0]])
    assert "".join(lines) == title
    assert all(width(line) <= 20 for line in lines)


@given(st.text(st.sampled_from("国务院关于的《》（）和与、通知2024年abc 进一步"), max_size=120), st.integers(4, 24))
def test_any_title_is_broken_and_joined_again(title: str, most: int) -> None:
    lines = title_lines(title, most)
    assert "".join(lines) == title
    assert all(lines)
    assert len(lines) == 1 or all(width(line) <= most for line in lines)


# A title, how wide a line may be, and its lines: what holds together, and what only looks as if.
HELD = {
    ("关于做好中华人民共和国成立七十周年庆祝工作的通知", 12): "关于做好中华人民共和国 / 成立七十周年庆祝工作的 / 通知",
    ("关于公布企业工资总和统计结果的通知", 12): "关于公布企业工资总和统计 / 结果的通知",
    ("关于开展和谐劳动关系创建活动的通知", 12): "关于开展和谐 / 劳动关系创建活动的通知",
    ("关于呼和浩特市防汛抗旱应急预案的批复", 16): "关于呼和浩特市防汛 / 抗旱应急预案的批复",
    ("关于和田地区渔港建设方案的批复", 8): "关于和田 / 地区渔港建设 / 方案的批复",
    ("关于引导企业参与城市更新工作的意见", 12): "关于引导企业参与城市 / 更新工作的意见",
    ("关于做好与会人员接待工作的通知", 10): "关于做好与会 / 人员接待工作的通知",
    ("关于开展普及科学知识活动的通知", 10): "关于开展普及科学 / 知识活动的通知",
    ("关于建设文化旅游目的地工作的意见", 8): "关于建设文化旅游 / 目的地工作的意见",
    ("关于规范土地承包经营权的确权登记工作的通知", 12): "关于规范土地承包经营权的 / 确权登记工作的通知",
    ("关于印发2024年度档案工作要点的通知", 10): "关于印发2024年度档案 / 工作要点的通知",
    ("关于转发云政办〔2024〕12号文件的通知", 12): "关于转发云政办 / 〔2024〕12号文件的通知",
    ("云川市水利局关于加强渔港管理工作的意见", 18): "云川市水利局 / 关于加强渔港管理工作的意见",
    ("关于检查医院及其下属单位收费情况的通知", 12): "关于检查医院及其下属单位 / 收费情况的通知",
    ("关于发现险情及时上报的通知", 8): "关于发现险情 / 及时上报的通知",
}


def _lines(title: str) -> str:
    return " / ".join(title_lines(title, next(most for asked, most in HELD if asked == title)))


def test_what_holds_together_is_in_one_line() -> None:
    assert {(title, most): _lines(title) for title, most in HELD} == HELD


def test_every_word_that_holds_together_decides_a_break() -> None:
    room = import_module("egovkit.documents.laying_out.title_lines")
    assert survivors(room, [(title, _lines(title)) for title, _ in HELD], _lines) == []
