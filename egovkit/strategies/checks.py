"""Strategies for checks (校核): documents without a fault, and documents with one planted in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Final

from hypothesis import strategies as st

from egovkit.checks.checking import selected
from egovkit.checks.rule import Rule

__all__ = ["Planted", "clean_documents", "plant", "planted_faults"]

_ORGANS: Final = ("海川市人民政府", "临江市人民政府", "云岭市人民政府", "北塘市人民政府")
_MATTERS: Final = ("加强政务数据共享", "做好冬春火灾防控工作", "规范电子印章应用", "调整住房公积金缴存基数")
_SENTENCES: Final = (
    "各区要结合实际抓紧组织实施。",
    "到2025年底，一体化平台全面建成，服务事项全部上线。",
    "要落实“一网通办”要求，推进“一件事一次办”。",
    "数据应当一数一源（含历史数据），谁提供谁负责。",
    "规划期为2021—2025年，覆盖率达到60%～65%。",
    "经费由同级财政予以保障；对落实不力的，予以通报批评。",
    "20世纪90年代以来，信息化建设成效显著。",
    "相关标准包括GB/T 9704-2012等。",
    "工作专班每季度调度一次，于每年3月31日前报告进展。",
)
_CLOSING: Final = "请认真执行。"
_FILLERS: Final = {"某市人民政府": _ORGANS, "办好某项工作": _MATTERS}


@dataclass(frozen=True, slots=True)
class Planted:
    """A document with one fault in it (含错公文), the code of the rule it breaks, and the document without it."""

    text: str
    code: str
    clean: str


def clean_documents() -> st.SearchStrategy[str]:
    """Draw an official document of recent years that no rule finds fault with (无错公文).

    >>> clean_documents().validate()
    """
    return st.randoms(use_true_random=False).map(lambda random: _around("", random))


def planted_faults(codes: Iterable[str] | None = None) -> st.SearchStrategy[Planted]:
    """Draw a document with one fault, of the rules or bands given, or of any rule on text (含错公文).

    >>> planted_faults(["GW2"]).validate()
    """
    return st.builds(
        _planted,
        st.sampled_from([rule for rule in selected(codes) if not rule.judges_layout]),
        st.randoms(use_true_random=False),
    )


def _planted(rule: Rule, random: Random) -> Planted:
    seed = random.getrandbits(32)
    faulty, clean = rule.bad, rule.good
    return Planted(plant(faulty, Random(seed)), rule.code, plant(clean, Random(seed)))  # noqa: S311  (test data)


def plant(passage: str, random: Random) -> str:
    """Return a document with a passage in it (植入): a sentence among others, or a whole document with more sentences.

    >>> "按照国办发[2014]66号执行。" in plant("按照国办发[2014]66号执行。", Random(1))
    True
    """
    if _is_whole(passage):
        text = _CLOSING_LINE.sub("\n".join([*_sentences(random, 3), _CLOSING]), passage, count=1)
        for filler, choices in _FILLERS.items():
            text = text.replace(filler, random.choice(choices))
        return text
    return _around(passage, random)


_CLOSING_LINE: Final = re.compile(rf"^[ \u3000]*{_CLOSING}$", re.MULTILINE)


def _is_whole(passage: str) -> bool:
    """Say whether a passage is a document of its own, by its lines."""
    return passage.count("\n") >= 2


def _sentences(random: Random, most: int) -> list[str]:
    return random.sample(_SENTENCES, random.randint(0, most))


def _around(passage: str, random: Random) -> str:
    organ, matter = random.choice(_ORGANS), random.choice(_MATTERS)
    before, behind = _sentences(random, 4), _sentences(random, 4)
    day = f"{random.randint(2019, 2024)}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
    lines = [
        f"{organ}关于{matter}的通知",
        "各区人民政府，市政府各部门：",
        *(f"　　{line}" for line in (*before, *passage.splitlines(), *behind, _CLOSING) if line),
        organ,
        day,
    ]
    return "\n".join(lines)
