"""Strategies for organ codes (机关代字): those the registry knows, and those composed as real ones are."""

from __future__ import annotations

from hypothesis import strategies as st

from egovkit.grammar.codes import vocabulary

__all__ = ["codes", "composed_codes"]

_HEADS = (
    "发改",
    "发改办",
    "国卫",
    "国卫办",
    "工信部",
    "工信厅",
    "工信部联",
    "建办",
    "环办",
    "农办",
    "财办",
    "商办",
    "交办",
    "人社部",
    "人社厅",
    "文旅",
    "国市监",
    "国能",
    "国能综",
    "国药监",
    "自然资",
    "自然资办",
    "林草",
    "税总",
    "国中医药",
    "国知办",
    "国粮",
    "国铁",
    "国邮",
    "医保",
    "应急",
)
_FUNCTIONS = (
    "规划",
    "财务",
    "法规",
    "人事",
    "科技",
    "安全",
    "监管",
    "综合",
    "运行",
    "投资",
    "消费",
    "环评",
    "土壤",
    "就业",
    "宣传",
    "信管",
    "基层",
    "价格",
    "数据",
    "社会",
    "体改",
    "高技",
    "网安",
    "通信",
    "结合",
    "药政",
    "老龄",
    "质量",
    "计量",
    "标准",
    "稽查",
    "登记",
)
_BODIES = (
    "政",
    "政办",
    "府",
    "府办",
    "发改",
    "财",
    "教",
    "人社",
    "住建",
    "市监",
    "卫健",
    "环",
    "交",
    "民",
    "水",
    "自然资",
    "医保",
    "科",
    "商务",
)

# With the last letter of one of the contexts these make another word: 经信, 依循, 转发, 如果, 以上. 旗 ends names of places.
_NO_FIRSTS = frozenset("信府开循文重依上常果诸旗")


def _places() -> list[str]:
    """Return the letters of places that begin composed codes."""
    words = vocabulary()
    return sorted(words.places - set(words.openers) - words.edges - _NO_FIRSTS)


def composed_codes() -> st.SearchStrategy[str]:
    """Draw an organ code made as real ones are, of which most are in no table (代字结构).

    Of a central organ: head, function, class letter; of a local one: the place's letter, organ and class letter.

    >>> composed_codes().validate()
    """

    def build() -> st.SearchStrategy[str]:
        letters = st.sampled_from(["", "发", "函", "规", "办"])
        central = st.builds("{}{}{}".format, st.sampled_from(_HEADS), st.sampled_from(_FUNCTIONS), letters)
        named = st.sampled_from(["发", "函", "规", "字"])
        return central | st.builds("{}{}{}".format, st.sampled_from(_places()), st.sampled_from(_BODIES), named)

    return st.deferred(build)


def codes() -> st.SearchStrategy[str]:
    """Draw an organ code that the registry knows (机关代字).

    >>> codes().validate()
    """
    return st.deferred(lambda: st.sampled_from(sorted(code for code in vocabulary().attested if "（" not in code)))
