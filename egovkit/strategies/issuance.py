"""Strategies for issuance numbers (发文字号): values, sloppy surfaces of them, and prose that mentions them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from egovkit.grammar.codes import vocabulary
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.text.numerals import write_han

__all__ = [
    "LEFT_EDGES",
    "NumberProse",
    "Sloppy",
    "codes",
    "composed_codes",
    "issuance_numbers",
    "number_prose",
    "sloppy",
]

_ORGANS = (
    "国务院",
    "财政部",
    "公安部",
    "海关总署",
    "国家税务总局",
    "交通运输部",
    "主席",
    "广州市人民政府",
    "国家发展和改革委员会",
)
_YEARS = st.integers(min_value=1950, max_value=date.today().year + 1)
_SERIALS = st.one_of(st.integers(min_value=1, max_value=300), st.integers(min_value=1, max_value=99_999))
_BRACKETS = ("〔〕", "[]", "［］", "【】", "﹝﹞", "()", "（）")
_BLANKS = ("", "", " ", "\u3000", "\u200b", "\u00a0")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
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

# With the last letter of one of the contexts these make another word: 经信, 依循, 转发.
_NO_FIRSTS = frozenset("信府开循文重依")


def composed_codes() -> st.SearchStrategy[str]:
    """Draw an organ code made as real ones are, of which most are in no table (代字结构).

    Of a central organ: head, function, class letter; of a local one: the place's letter, organ and class letter.

    >>> composed_codes().validate()
    """

    def build() -> st.SearchStrategy[str]:
        words = vocabulary()
        places = sorted(words.places - set(words.openers) - words.edges - _NO_FIRSTS)
        letters = st.sampled_from(["", "发", "函", "规", "办"])
        central = st.builds("{}{}{}".format, st.sampled_from(_HEADS), st.sampled_from(_FUNCTIONS), letters)
        named = st.sampled_from(["发", "函", "规", "字"])
        return central | st.builds("{}{}{}".format, st.sampled_from(places), st.sampled_from(_BODIES), named)

    return st.deferred(build)


def codes() -> st.SearchStrategy[str]:
    """Draw an organ code that the registry knows (机关代字).

    >>> codes().validate()
    """
    return st.deferred(lambda: st.sampled_from(sorted(code for code in vocabulary().attested if "（" not in code)))


def issuance_numbers(form: NumberForm | None = None) -> st.SearchStrategy[IssuanceNumber]:
    """Draw an issuance number of one form, or of any (发文字号).

    >>> issuance_numbers(NumberForm.ORDER).validate()
    """
    regular = st.builds(IssuanceNumber, form=st.just(NumberForm.REGULAR), code=codes(), year=_YEARS, serial=_SERIALS)
    order = st.builds(
        IssuanceNumber,
        form=st.just(NumberForm.ORDER),
        code=st.sampled_from(_ORGANS),
        year=st.none() | _YEARS,
        serial=_SERIALS,
    )
    organs = st.lists(st.sampled_from(_ORGANS[1:6]), min_size=1, max_size=3, unique=True).map(" ".join)
    announcement = st.builds(
        IssuanceNumber,
        form=st.just(NumberForm.ANNOUNCEMENT),
        code=organs,
        year=_YEARS,
        serial=_SERIALS,
        word=st.sampled_from(["公告", "通告"]),
    )
    every = {NumberForm.REGULAR: regular, NumberForm.ORDER: order, NumberForm.ANNOUNCEMENT: announcement}
    return st.one_of(*every.values()) if form is None else every[form]


@dataclass(frozen=True, slots=True)
class Sloppy:
    """A surface as sources print it, and the value it must parse to (不规范写法)."""

    surface: str
    value: IssuanceNumber


@st.composite
def sloppy(draw: st.DrawFn, numbers: st.SearchStrategy[IssuanceNumber] | None = None) -> Sloppy:
    """Draw a number in a sloppy surface: odd brackets, blanks, full-width digits, 第, Chinese numerals (不规范写法).

    >>> sloppy().validate()
    """
    value = draw(numbers if numbers is not None else issuance_numbers())
    blank = st.sampled_from(_BLANKS)
    serial = str(value.serial)
    if value.form is NumberForm.REGULAR:
        year = str(value.year)
        if draw(st.booleans()):
            serial = serial.zfill(draw(st.integers(min_value=1, max_value=3)))
        if draw(st.booleans()):
            year, serial = year.translate(_FULL_WIDTH), serial.translate(_FULL_WIDTH)
        brackets = draw(st.sampled_from(_BRACKETS))
        left, right = brackets[0], brackets[1]
        if draw(st.integers(min_value=0, max_value=9)) == 0:
            right = draw(st.sampled_from(_BRACKETS))[1]
        ordinal = draw(st.sampled_from(["", "", "第"]))
        surface = (
            f"{value.code}{draw(blank)}{left}{draw(blank)}{year}{draw(blank)}{right}{draw(blank)}"
            f"{ordinal}{serial}{draw(blank)}号"
        )
        return Sloppy(surface, value)
    if value.serial <= 9999 and draw(st.booleans()):
        serial = write_han(value.serial)
    word = value.word or "令"
    state = draw(st.sampled_from(["", "中华人民共和国"])) if value.form is NumberForm.ORDER else ""
    year = "" if value.year is None else f"{value.year}年"
    return Sloppy(f"{state}{value.code}{word}{draw(blank)}{year}第{serial}{draw(blank)}号", value)


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


st.register_type_strategy(IssuanceNumber, issuance_numbers())
