from __future__ import annotations

import pytest

from egovkit.grammar import short_names
from egovkit.grammar.short_names import read_short_names
from tests.witness import survivors

CASES: dict[str, tuple[tuple[str, ...], bool]] = {
    "以下简称《通知》": (("通知",), False),
    "国发〔2014〕1号，以下简称《通知》": (("通知",), False),
    "以下简称“指导意见”": (("指导意见",), False),
    '以下简称"措施"': (("措施",), False),
    "以下简称“《若干措施》”": (("若干措施",), False),
    "以下简称行政许可法": (("行政许可法",), False),
    "下称《措施》": (("措施",), False),
    "简称《核安全法》": (("核安全法",), False),
    "以下称著作权法": (("著作权法",), False),
    "以下简称为《办法》": (("办法",), False),
    "以下分别简称《甲》、《乙》": (("甲", "乙"), False),
    "以下分别简称甲法、乙法": (("甲法", "乙法"), False),
    "以下统称《两法》": (("两法",), True),
    "以下合称“两办法”": (("两办法",), True),
    "以下统\n称《两法》": (("两法",), True),
    "以下简 称《办法》": (("办法",), False),
    "以下简称‘办法’": (("办法",), False),
    "以下简称”办法”": (("办法",), False),
    "以下简称<办法>": (("办法",), False),
    "以下简称‘《办法》’": (("办法",), False),
    "以下简称国务院《决定》": (("决定",), False),
    "以下简称市政府“《决定》”": (("决定",), False),
    "下文称《办法》": (("办法",), False),
    "后称《办法》": (("办法",), False),
    "后文称《办法》": (("办法",), False),
    "本文称《办法》": (("办法",), False),
    "文中称《办法》": (("办法",), False),
    "以下称作《办法》": (("办法",), False),
    "以下统一简称《办法》": (("办法",), True),
    "以下合并简称《办法》": (("办法",), True),
    "以下一并简称《办法》": (("办法",), True),
    "以下均简称《办法》": (("办法",), True),
    "以下共同简称《办法》": (("办法",), True),
    "以下分别简称《甲》和《乙》": (("甲", "乙"), False),
    "以下分别简称《甲》及《乙》": (("甲", "乙"), False),
    "以下分别简称《甲》以及《乙》": (("甲", "乙"), False),
    "以下分别简称《甲》或者《乙》": (("甲", "乙"), False),
    "以下分别简称《甲》或《乙》": (("甲", "乙"), False),
    "以下分别简称《甲》《乙》": (("甲", "乙"), False),
}


def _read(text: str) -> tuple[tuple[str, ...], bool] | None:
    read = read_short_names(text, 0, len(text))
    return None if read is None else (read.names, read.collective)


@pytest.mark.parametrize("text", CASES)
def test_short_names(text: str) -> None:
    assert _read(text) == CASES[text]


def test_every_alternative_is_witnessed() -> None:
    assert survivors(short_names, CASES.items(), _read) == []


@pytest.mark.parametrize("text", ["", "称", "国发〔2014〕1号", "名称变更", "试行", "职称评定", "以下简称", "称谓"])
def test_no_short_name(text: str) -> None:
    assert read_short_names(text, 0, len(text)) is None


@pytest.mark.parametrize("count", [1, 2, 16, 17, 40])
def test_a_clause_gives_sixteen_short_names_at_most(count: int) -> None:
    named = [f"《办法{number}》" for number in range(10, 10 + count)]
    text = "以下分别简称" + "、".join(named)
    read = read_short_names(text, 0, len(text))
    assert read is not None
    assert read.names == tuple(name.strip("《》") for name in named[:16])
    assert text[: read.end] == "以下分别简称" + "、".join(named[:16])
