"""Strategies for prose that mentions issuance numbers (含字号的文句), and what may be on either side of one."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from egovkit.models.issuance import IssuanceNumber
from egovkit.strategies.issuance import sloppy

__all__ = ["LEFT_EDGES", "NumberProse", "number_prose"]

_BEFORE = ("根据", "按照《某某办法》（", "见", "，依据", "的通知（", "贯彻落实", "以及", "。\n", "和《某某规定》(")
_AFTER = ("的要求，", "）精神", "文件", "，", "。", "规定执行", ")等")

LEFT_EDGES = (
    "{}",
    "（{}）",
    "按照{}要求",
    "根据{}，",
    "《关于甲事项的通知》（{}）",
    "《关于甲事项的通知》{}",
    "有关规定和{}",
    "《甲办法》和{}",
    "《甲办法》与{}执行",
    "苏政办发〔2016〕51号和{}",
    "苏政办发〔2016〕51号与{}",
    "苏政办发〔2016〕51号及{}",
    "苏政办发〔2016〕51号、{}",
    "自{}印发之日起",
    "本办法自{}文印发之日起",
    "由{}规定",
    "该事项由{}明确",
    "在{}中",
    "已在{}中明确",
    "将{}转发给你们",
    "现将{}转发给你们",
    "对{}进行修订",
    "按{}执行",
    "继续按{}执行",
    "依{}办理",
    "据{}规定",
    "分别为{}等",
    "依次为{}等",
    "即{}",
    "见{}",
    "所附{}",
    "同时{}废止",
    "拟发{}",
    "原{}废止",
    "等{}",
    "以{}印发",
    "经{}批准",
    "文号为{}",
    "苏政办发〔2016〕51号或者{}",
    "其中{}",
    "后附{}",
    "第一批{}",
    "转发{}",
    "并{}废止",
    "包括{}",
    "详见{}",
    "我部{}",
    "从{}起",
    "如{}",
    "除{}外",
    "另以{}印发",
    "被{}废止",
    "\n{}\n",
    "甲事项的通知{}",
    "仍按{}",
)
"""What may come before a number and after it (左界): each holds {} where the number goes."""


@dataclass(frozen=True, slots=True)
class NumberProse:
    """A text and the numbers it mentions: start, end and value of each (含字号的文句)."""

    text: str
    mentions: tuple[tuple[int, int, IssuanceNumber], ...]


@st.composite
def number_prose(draw: st.DrawFn, max_mentions: int = 4) -> NumberProse:
    """Draw running text with known mentions of numbers in sloppy surfaces (含字号的文句).

    >>> number_prose().validate()
    """
    text = ""
    mentions = []
    for _ in range(draw(st.integers(min_value=0, max_value=max_mentions))):
        text += draw(st.sampled_from(_BEFORE))
        item = draw(sloppy())
        mentions.append((len(text), len(text) + len(item.surface), item.value))
        text += item.surface + draw(st.sampled_from(_AFTER))
    return NumberProse(
        text + draw(st.sampled_from(["", "自发布之日起施行。", "第八次会议", "复兴路15号"])), tuple(mentions)
    )
