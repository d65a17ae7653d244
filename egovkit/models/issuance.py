"""The number that identifies an official document (发文字号), and its mentions in a text."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import total_ordering
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal, Self, overload

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from egovkit.grammar.codes import is_code
from egovkit.grammar.issuers import is_issuer
from egovkit.grammar.numbers.parse import parse_number
from egovkit.grammar.numbers.parts import is_year
from egovkit.models.number_mention import NumberMention, find_numbers
from egovkit.models.value import BETWEEN, Value
from egovkit.text.folding import CLOSERS, OPENERS
from egovkit.text.numerals import write_han

__all__ = ["IssuanceNumber", "NumberForm", "NumberMention", "find_numbers"]


class NumberForm(StrEnum):
    """The three forms of a number (字号形式).

    >>> NumberForm("order") is NumberForm.ORDER
    True
    """

    REGULAR = "regular"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"


_YEAR: Final = "(19|20)[0-9]{2}"
_NUMERAL: Final = "[0-9０-９〇零○一二三四五六七八九十百千]"
# What a year is printed in, as classes of a JSON schema.
_OPENED: Final = re.escape(OPENERS + "〈<")
_CLOSED: Final = re.escape(CLOSERS + "〉>")


@total_ordering
class IssuanceNumber(Value):
    """The number that identifies an official document (发文字号).

    - `form`: regular (国办发〔2014〕66号), order (国务院令第711号) or announcement (财政部 税务总局公告2020年第8号).
    - `code`: the organ code of a regular number; the issuing organ as named of the other two, without a leading
      中华人民共和国; None where the text prints none.
    - `year`: four digits; None where none is printed, as in most orders.
    - `serial`: from 1.
    - `word`: 公告 or 通告 where an announcement prints it; the two are numbered apart.
    - `session`: that of a people's congress whose announcement bears it (公告〔十四届〕第3号); each begins at 1 again.

    Equality is over these parts: how a source printed the brackets belongs to the mention. Numbers order as in a
    register: by code, form and word, then by year, then by serial.

    >>> n = IssuanceNumber.parse("国办发 [２０１４] 66 号")
    >>> str(n), n.code, n.year, n.serial
    ('国办发〔2014〕66号', '国办发', 2014, 66)
    >>> str(IssuanceNumber.parse("（86）国发12号")), str(IssuanceNumber.parse("国令第711号"))
    ('国发〔1986〕12号', '国务院令第711号')
    >>> [str(n) for n in sorted(map(IssuanceNumber.parse, ("国发〔2016〕51号", "国发〔2016〕8号", "国发〔2001〕9号")))]
    ['国发〔2001〕9号', '国发〔2016〕8号', '国发〔2016〕51号']

    Raises ParseError (number.*) for a string of no known form. Source: GB/T 9704-2012, 7.2.5 and 10.2.
    """

    form: NumberForm
    code: str | None = None
    year: int | None = None
    serial: Annotated[int, Field(ge=1, le=99_999)]
    word: Literal["公告", "通告"] | None = None
    session: Annotated[int, Field(ge=1, le=99)] | None = None

    if TYPE_CHECKING:
        # Of its string, or of its parts: the metaclass of values answers the call.
        @overload
        def __init__(self, text: str, /) -> None: ...
        @overload
        def __init__(
            self,
            *,
            form: NumberForm,
            serial: int,
            code: str | None = None,
            year: int | None = None,
            word: Literal["公告", "通告"] | None = None,
            session: int | None = None,
        ) -> None: ...
        def __init__(self, *text: str, **parts: Any) -> None: ...

    # 国办发〔2014〕66号; 国务院令第711号 and 公告〔十四届〕第3号; 2020年第8号, whose year tells that it is a number.
    pattern: ClassVar[str] = (
        rf"^([^〔〕]*〔{_YEAR}〕[1-9][0-9]{{0,4}}号"
        rf"|[^〔〕]*((令|公告|通告)(〔[一二三四五六七八九十]{{1,3}}届〕)?({_YEAR}年)?|{_YEAR}年)第[1-9][0-9]{{0,4}}号)$"
    )
    # A numeral and 号, with a year in brackets or before it, 第, 年 or the word of an order or announcement: no house
    # number of three digits, no code.
    taken: ClassVar[str] = (
        rf"([{_OPENED}][^{_CLOSED}]+[{_CLOSED}]|第|年|令|公告|通告)[\s\S]*{_NUMERAL}{BETWEEN}号"
        rf"|{_NUMERAL}{BETWEEN}号{BETWEEN}(令|公告|通告)"
        rf"|[\u4e00-\u9fff]{BETWEEN}[12１２][0-9０-９]{{3}}{BETWEEN}[0-9０-９]{{1,4}}{BETWEEN}号"
    )
    examples: ClassVar[tuple[str, ...]] = ("国办发〔2014〕66号", "国务院令第711号", "财政部 税务总局公告2020年第8号")

    @classmethod
    def _parts(cls, text: str) -> dict[str, Any]:
        return parse_number(text)._asdict()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a string as a number (解析); ParseError (number.*) where it is none.

        >>> IssuanceNumber.parse("国办发〔2014〕0号")
        Traceback (most recent call last):
        egovkit.errors.ParseError: a serial lies between 1 and 99999 [number.serial]
          国办发〔2014〕0号
                        ^
        """
        return cls(**parse_number(text)._asdict())

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.year is not None and not is_year(self.year):
            raise PydanticCustomError("number.year", "a number's year lies between 1949 and next year")
        if self.form is NumberForm.REGULAR:
            if self.year is None:
                raise PydanticCustomError("number.year", "a regular number bears a year")
            if self.code is not None and not is_code(self.code):
                raise PydanticCustomError("number.code", "this is no organ code")
        elif self.code is not None and not is_issuer(self.code):
            raise PydanticCustomError("number.issuer", "this is no name of an issuing organ")
        if self.form is NumberForm.ANNOUNCEMENT:
            if self.word is None and self.year is None:
                raise PydanticCustomError("number.year", "an announcement without 公告 or 通告 bears a year")
        elif self.word is not None:
            raise PydanticCustomError("number.word", "only an announcement goes by 公告 or 通告")
        if self.session is not None and (self.form is NumberForm.REGULAR or self.year is not None):
            raise PydanticCustomError("number.session", "only an order or announcement without a year bears a session")
        return self

    @property
    def _place(self) -> tuple[str, str, str, int, int]:
        # A number bears a year or a session, never both.
        return (self.code or "", self.form, self.word or "", self.year or self.session or 0, self.serial)

    def __lt__(self, other: object) -> bool:
        return self._place < other._place if isinstance(other, IssuanceNumber) else NotImplemented

    def __str__(self) -> str:
        code = self.code or ""
        if self.form is NumberForm.REGULAR:
            return f"{code}〔{self.year}〕{self.serial}号"
        word = "令" if self.form is NumberForm.ORDER else self.word or ""
        session = "" if self.session is None else f"〔{write_han(self.session)}届〕"
        return f"{code}{word}{session}{'' if self.year is None else f'{self.year}年'}第{self.serial}号"
