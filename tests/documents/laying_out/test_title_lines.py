"""Where a title is broken: at sense, never inside a word, and into a shape."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.register import register
from egovkit.documents.laying_out.title_lines import title_lines
from egovkit.strategies.document import sheets
from egovkit.text.breaking import width

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
