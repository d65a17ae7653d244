"""Strategies for issuance numbers (发文字号): values, and sloppy surfaces of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.strategies.issuance_codes import codes
from egovkit.text.folding import CLOSERS, OPENERS
from egovkit.text.numerals import write_han

__all__ = ["Sloppy", "issuance_numbers", "sloppy"]

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
_BRACKETS = tuple(map("".join, zip(OPENERS, CLOSERS, strict=True)))
_BLANKS = ("", "", " ", "\u3000", "\u200b", "\u00a0")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


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


st.register_type_strategy(IssuanceNumber, issuance_numbers())
