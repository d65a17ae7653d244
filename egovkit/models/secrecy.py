"""How secret a document is, and for how long (密级和保密期限)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal, Self

from dateutil.relativedelta import relativedelta
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from egovkit.errors import ParseError
from egovkit.models.value import BETWEEN, Value
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_SECRECY
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = ["Secrecy"]

_FORM = LatePattern(r"(绝密|机密|秘密)(?:[★☆*](?:(长期)|([0-9０-９〇零一二三四五六七八九十百]{1,4})(年|个?月))?)?")

_TERM = "a term is given in months or years up to a century, or is 长期"


class Secrecy(Value):
    """The secrecy of a document and its term (密级和保密期限): 机密★1年.

    - `level`: 绝密, 机密 or 秘密.
    - `term`: months, at most 1200; None where the text prints no term, or 长期.
    - `indefinite`: whether it prints 长期.

    >>> s = Secrecy.parse("机密★1年")
    >>> s.level, s.term, str(s), s.ends(date(2014, 11, 26)).isoformat()
    ('机密', 12, '机密★1年', '2015-11-26')

    Raises ParseError: secrecy.form for a string of no known form, secrecy.term for a term of nothing or of more than a
    century. Source: GB/T 9704-2012, 7.2.2.
    """

    level: Literal["绝密", "机密", "秘密"]
    term: int | None = None
    indefinite: bool = False

    pattern: ClassVar[str] = "^(绝密|机密|秘密)(★(长期|[0-9]+(年|个月)))?$"
    taken: ClassVar[str] = f"^{BETWEEN}[绝机秘]{BETWEEN}密"
    examples: ClassVar[tuple[str, ...]] = ("机密★1年", "秘密", "绝密★长期")

    @classmethod
    def _parts(cls, text: str) -> dict[str, Any]:
        found = _FORM.fullmatch(squeeze(text))
        if found is None:
            raise ParseError("secrecy.form", "this is no secrecy mark", text)
        count = read_numeral(found[3]) if found[3] else None
        months = (count or 0) * (12 if found[4] == "年" else 1) if found[3] else None
        if months is not None and not 0 < months <= MAX_SECRECY:
            raise ParseError("secrecy.term", _TERM, text)
        return {"level": found[1], "term": months, "indefinite": bool(found[2])}

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.term is not None and (self.indefinite or not 0 < self.term <= MAX_SECRECY):
            raise PydanticCustomError("secrecy.term", _TERM)
        return self

    def ends(self, day: date) -> date | None:
        """Return the day on which the secrecy of a document of `day` ends (解密日); None where no term is printed."""
        return None if self.term is None else day + relativedelta(months=self.term)

    def __str__(self) -> str:
        if self.indefinite:
            return f"{self.level}★长期"
        if self.term is None:
            return self.level
        years, months = divmod(self.term, 12)
        return f"{self.level}★{self.term}个月" if months else f"{self.level}★{years}年"
