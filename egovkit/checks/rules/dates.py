"""GW60x: the dates of a document (成文日期、印发日期): how they are written, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import main_end, surface
from egovkit.checks.rule import Hit, Scope, custom, rule, rule_of_2012
from egovkit.checks.scope import of_the_party
from egovkit.checks.subject import Subject
from egovkit.documents.closing import is_organ
from egovkit.errors import ParseError
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import BLANKS

_FORMAT: Final = "GB/T 9704-2012, 7.3.5.4"
_IMPRINT: Final = "GB/T 9704-2012, 7.4.3"
_OLD_FORMAT: Final = "GB/T 9704-1999, 8.3.5"
_SINCE_HAN: Final = date(2001, 1, 1)
_UNTIL_HAN: Final = date(2012, 6, 30)

_HAN_DATE: Final = re.compile(
    r"[一二][〇零○◯oOＯОΟ0０一二三四五六七八九]{3}年[元一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日?"
)
_WRITTEN: Final = re.compile(
    rf"[12１２][0-9０-９]{{3}}[{BLANKS}]{{0,3}}年[{BLANKS}]{{0,3}}[0-9０-９]{{1,2}}[{BLANKS}]{{0,3}}月[{BLANKS}]{{0,3}}[0-9０-９]{{1,2}}[{BLANKS}]{{0,3}}日"
)
_SEPARATED: Final = re.compile(r"[12][0-9]{3}([-./．])[0-9]{1,2}\1[0-9]{1,2}")


def _plain(value: DocumentDate) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def _read(surface: str) -> DocumentDate | None:
    try:
        return DocumentDate.parse(surface)
    except ParseError:
        return None


def _in_arabic(subject: Subject, span: tuple[int, int] | None, what: str, english: str) -> Iterator[Hit]:
    if span is None:
        return
    found = _HAN_DATE.search(subject.text, *span)
    value = _read(found[0]) if found else None
    if found is not None and value is not None and value.day is not None:
        yield Hit(
            *found.span(),
            f"{what}用阿拉伯数字将年、月、日标全",
            f"the {english} is written with arabic digits",
            replacement=_plain(value),
        )


@rule_of_2012(
    "GW601",
    "han-date",
    "成文日期用汉字",
    clause=_FORMAT,
    strength=Strength.MUST,
    severity=Severity.ERROR,
)
def han_date(subject: Subject) -> Iterator[Hit]:
    """The date below the signature is written with arabic digits.

    Why: the standard says so since July 2012; before, the digits were Chinese.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        二〇一四年十一月二十六日
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
    """
    yield from _in_arabic(subject, subject.date_line, "成文日期", "document's date")


@rule_of_2012(
    "GW602",
    "han-imprint-date",
    "印发日期用汉字",
    clause=_IMPRINT,
    strength=Strength.MUST,
    severity=Severity.ERROR,
)
def han_imprint_date(subject: Subject) -> Iterator[Hit]:
    """The date of the imprint is written with arabic digits.

    Why: the standard says so since July 2012.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
        抄送：市委各部门。
        某市人民政府办公室　　二〇一四年十一月二十八日印发
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
        抄送：市委各部门。
        某市人民政府办公室　　2014年11月28日印发
    """
    yield from _in_arabic(subject, subject.imprint_line, "印发日期", "date of the imprint")


@rule(
    "GW603",
    "arabic-date",
    "成文日期用阿拉伯数字",
    clause=_OLD_FORMAT,
    strength=Strength.MUST,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=_SINCE_HAN,
    until=_UNTIL_HAN,
)
def arabic_date(subject: Subject) -> Iterator[Hit]:
    """From 2001 to June 2012 the date below the signature was written with Chinese digits.

    Why: the standard of the time said so; sites that print old documents often change it. The standard was that of
    the administration, so that documents of the Party are not judged.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2005年11月26日
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        二〇〇五年十一月二十六日
    """
    span = subject.date_line
    found = _WRITTEN.search(subject.text, *span) if span else None
    if found is not None and not of_the_party(subject.document):
        yield Hit(
            *found.span(),
            "当时的国家标准规定成文日期用汉字标注",
            "the standard of the time asked for Chinese digits in the document's date",
        )


# The zero that pads a month or a day.
_PADDED: Final = re.compile(rf"(?<=[年月])[{BLANKS}]{{0,3}}[0０](?=[1-9１-９][{BLANKS}]{{0,3}}[月日])")


def padding(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a zero pads a month or a day (虚位)."""
    for found in _PADDED.finditer(text, start, end):
        yield found.end() - 1, found.end()


@rule_of_2012(
    "GW604",
    "padded-date",
    "成文日期编虚位",
    clause=_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def padded_date(subject: Subject) -> Iterator[Hit]:
    """Month and day of the document's date and of the imprint are not padded: 1, not 01.

    Why: the standard forbids the padding (虚位).

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年01月06日
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年1月6日
    """
    for span in (subject.date_line, subject.imprint_line):
        for place in padding(subject.text, *span) if span else ():
            yield Hit(*place, "月、日不编虚位", "month and day are not padded with zeros", replacement="")


@rule_of_2012(
    "GW605",
    "separated-date",
    "成文日期写法",
    clause=_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def separated_date(subject: Subject) -> Iterator[Hit]:
    """The document's date is written with 年, 月 and 日, not with separators.

    Why: the standard asks for year, month and day in full.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014-11-26
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
    """
    for span in (subject.date_line, subject.imprint_line):
        found = _SEPARATED.search(subject.text, *span) if span else None
        value = _read(found[0]) if found else None
        if found is not None and value is not None and value.day is not None:
            yield Hit(
                *found.span(),
                "成文日期应当将年、月、日标全",
                "the document's date is written with 年, 月 and 日",
                replacement=_plain(value),
            )


@rule(
    "GW606",
    "number-against-own-date",
    "字号年份与成文日期不符",
    clause="中办发〔2012〕14号, art. 9(5), 9(12)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
)
def number_against_own_date(subject: Subject) -> Iterator[Hit]:
    """The year of the document's number is that of its date.

    Why: number and date are given within days. Numbers are given behind the signature, so that one of January may
    stand on a document signed in December; it is not reported.

    Bad:
        国办发〔2011〕6号
        国务院办公厅关于办好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月26日
    Good:
        国办发〔2014〕6号
        国务院办公厅关于办好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月26日
    """
    number, dated = subject.document.number, subject.document.dated
    span = subject.date_line
    if number is None or dated is None or span is None or number.form is not NumberForm.REGULAR or number.year is None:
        return
    turn = (dated.month == 12 and number.year == dated.year + 1) or (dated.month == 1 and number.year == dated.year - 1)
    if number.year != dated.year and not turn:
        yield Hit(
            *span,
            f"成文日期与发文字号的年份（{number.year}）不符",
            f"the document's number is of {number.year}",
        )


def _before_dated(subject: Subject, name: str) -> bool:
    dated, other = subject.document.dated, getattr(subject.document, name)
    return dated is not None and other is not None and other.last_day < dated.first_day


@rule(
    "GW607",
    "printed-before-dated",
    "印发日期早于成文日期",
    clause="中办发〔2012〕14号, art. 25",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
)
def printed_before_dated(subject: Subject) -> Iterator[Hit]:
    """A document is printed on its date or later.

    Why: checking, numbering and printing follow the signature.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
        抄送：市委各部门。
        某市人民政府办公室　　2014年10月28日印发
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
        抄送：市委各部门。
        某市人民政府办公室　　2014年11月28日印发
    """
    span = subject.imprint_line
    if span is not None and _before_dated(subject, "printed_on"):
        yield Hit(*span, "印发日期早于成文日期", "the document is printed before its date")


@custom(
    "GW608",
    "published-before-dated",
    "发布日期早于成文日期",
    clause="custom: a document is published once it is signed",
    scope=Scope.OFFICIAL,
)
def published_before_dated(subject: Subject) -> Iterator[Hit]:
    """A document is published on its date or later.

    Why: the date is that of the signature, and an unsigned document is none. A law is dated by its last revision,
    and is not judged.

    Bad:
        发布日期：2014-10-01
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
    Good:
        发布日期：2014-12-01
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
    """
    span = subject.document.spans.get("published_on")
    if span is not None and _before_dated(subject, "published_on"):
        yield Hit(*span, "发布日期早于成文日期", "the document is published before its date")


@rule_of_2012(
    "GW609",
    "date-without-day",
    "成文日期缺日",
    clause=_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def date_without_day(subject: Subject) -> Iterator[Hit]:
    """The document's date gives year, month and day.

    Why: the standard asks for all three; terms are counted from the day.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        请认真执行。
        某市人民政府
        2014年11月26日
    """
    document = subject.document
    if document.dated is not None and document.dated.day is not None:
        return
    for above, below in pairwise(document.blocks):
        found = _NO_DAY.fullmatch(surface(document, below)) if below.end <= main_end(document) else None
        if found is not None and is_organ(surface(document, above).strip()):
            yield Hit(below.start, below.end, "成文日期应当将年、月、日标全", "the document's date lacks its day")


_NO_DAY: Final = re.compile(r"[12][0-9]{3}年[0-9]{1,2}月")
