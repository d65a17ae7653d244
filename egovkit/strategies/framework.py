"""Strategies for numeral slogans and frameworks (框架策略).

>>> from hypothesis import find
>>> find(slogan_surfaces(), lambda drawn: len(drawn[1]) == 1)[1]
((1, '网'),)
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from egovkit.models.framework import Framework, Reading
from egovkit.models.framework_groups import Component, FrameworkGroup
from egovkit.text.numerals import write_han

__all__ = ["frameworks", "slogan_surfaces"]

Group = tuple[int | None, str]

_HEADS: Final = ("网", "库", "金", "站", "窗", "门", "跨", "融", "平台", "体系", "公开", "统一", "应用", "中心", "清单")
_FULL_WIDTH: Final = str.maketrans("0123456789+N", "０１２３４５６７８９＋Ｎ")
_QUOTES: Final = (("", ""), ("“", "”"), ('"', '"'), ("「", "」"))
_NAMES: Final = st.text("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", min_size=2, max_size=6)


@st.composite
def slogan_surfaces(draw: st.DrawFn, *, max_groups: int = 4) -> tuple[str, tuple[Group, ...]]:
    """Ways to print a numeral slogan, each with the groups it states (口号的写法).

    Chinese and arabic counts, 两 and 二, N, measure words, 、 between groups, quotes, blanks, full-width digits.
    """
    size = st.integers(1, max_groups)
    if draw(st.booleans()):
        counts = draw(st.lists(st.none() | st.integers(1, 40), min_size=2, max_size=max_groups))
        surface = "+".join("N" if count is None else str(count) for count in counts)
        groups: tuple[Group, ...] = tuple((count, "") for count in counts)
    else:
        groups = tuple((draw(st.integers(1, 20)), draw(st.sampled_from(_HEADS))) for _ in range(draw(size)))
        joint = draw(st.sampled_from(["", "", "、", "，", "、 "]))
        surface = joint.join(_written(draw, count or 1) + head for count, head in groups)
    if draw(st.booleans()):
        surface = surface.translate(_FULL_WIDTH)
    if draw(st.booleans()):
        surface = draw(st.sampled_from([" ", "\u3000", "\u200b"])).join(surface)
    opening, closing = draw(st.sampled_from(_QUOTES))
    return opening + surface + closing, groups


def _written(draw: st.DrawFn, count: int) -> str:
    surface = draw(st.sampled_from([write_han(count), str(count)]))
    if count == 2:
        surface = draw(st.sampled_from(["两", "二", "2"]))
    return surface + draw(st.sampled_from(["", "", "个"]))


@st.composite
def frameworks(draw: st.DrawFn, *, max_groups: int = 3) -> Framework:
    """Frameworks that validate (框架): groups with as many components as they state, names all different."""
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=max_groups))
    names = draw(st.lists(_NAMES, min_size=sum(counts) + 2, max_size=sum(counts) + 2, unique=True))
    name, alias, *components = names
    groups = []
    for count in counts:
        own, components = components[:count], components[count:]
        head = draw(st.sampled_from(_HEADS))
        groups.append(FrameworkGroup(count=count, head=head, components=tuple(Component(name=each) for each in own)))
    slogan = "、".join(f"{write_han(group.count or 1)}{group.head}" for group in groups)
    reading = Reading(slogan=slogan, groups=tuple(groups), sources=("某文",))
    return Framework(name=name, aliases=(alias,), readings=(reading,), since=draw(st.integers(1993, 2030)))
