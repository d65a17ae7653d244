"""GW601 to GW604: the dates of a document (成文日期、印发日期): how they are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.official import of_the_party
from egovkit.checks.rule import Hit, Scope, rule, rule_of_2012
from egovkit.checks.standards import DATE_FORMAT
from egovkit.checks.subject import Subject
from egovkit.errors import ParseError
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

_IMPRINT: Final = "GB/T 9704-2012, 7.4.3"
_OLD_FORMAT: Final = "GB/T 9704-1999, 8.3.5"
_SINCE_HAN: Final = date(2001, 1, 1)
_UNTIL_HAN: Final = date(2012, 6, 30)
_SEPARATED: Final = LatePattern(r"[12][0-9]{3}([-./．])[0-9]{1,2}\1[0-9]{1,2}")
_HAN_DATE: Final = LatePattern(
    r"[一二][〇零○◯oOＯОΟ0０一二三四五六七八九]{3}年[元一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日?"
)
_WRITTEN: Final = LatePattern(
    rf"[12１２][0-9０-９]{{3}}[{BLANKS}]{{0,3}}年[{BLANKS}]{{0,3}}[0-9０-９]{{1,2}}[{BLANKS}]{{0,3}}月[{BLANKS}]{{0,3}}[0-9０-９]{{1,2}}[{BLANKS}]{{0,3}}日"
)


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
    clause=DATE_FORMAT,
    strength=Strength.MUST,
    severity=Severity.ERROR,
    over="elements.closing_date",
)
def han_date(subject: Subject) -> Iterator[Hit]:
    """The date below the signature is written with arabic digits.

    Why: the standard says so since July 2012; before, the digits were Chinese.
    """
    yield from _in_arabic(subject, subject.elements.closing_date, "成文日期", "document's date")


@rule_of_2012(
    "GW602",
    "han-imprint-date",
    "印发日期用汉字",
    clause=_IMPRINT,
    strength=Strength.MUST,
    severity=Severity.ERROR,
    over="elements.imprint_date",
)
def han_imprint_date(subject: Subject) -> Iterator[Hit]:
    """The date of the imprint is written with arabic digits.

    Why: the standard says so since July 2012.
    """
    yield from _in_arabic(subject, subject.elements.imprint_date, "印发日期", "date of the imprint")


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
    over="elements.closing_date",
)
def arabic_date(subject: Subject) -> Iterator[Hit]:
    """From 2001 to June 2012 the date below the signature was written with Chinese digits.

    Why: the standard of the time said so; sites that print old documents often change it. The standard was that of
    the administration, so that documents of the Party are not judged.
    """
    span = subject.elements.closing_date
    found = _WRITTEN.search(subject.text, *span) if span else None
    if found is not None and not of_the_party(subject.document):
        yield Hit(
            *found.span(),
            "当时的国家标准规定成文日期用汉字标注",
            "the standard of the time asked for Chinese digits in the document's date",
        )


# The zero that pads a month or a day.
_PADDED: Final = LatePattern(rf"(?<=[年月])[{BLANKS}]{{0,3}}[0０](?=[1-9１-９][{BLANKS}]{{0,3}}[月日])")


def unpadded(surface: str) -> str:
    """Return a printed date without the zeros that pad its month and day (去虚位).

    >>> unpadded("2014年01月20日")
    '2014年1月20日'
    """
    return _PADDED.sub(lambda found: found[0][:-1], surface)


@rule_of_2012(
    "GW604",
    "padded-date",
    "成文日期编虚位",
    clause=DATE_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.own_dates",
)
def padded_date(subject: Subject) -> Iterator[Hit]:
    """Month and day of the document's date and of the imprint are not padded: 1, not 01.

    Why: the standard forbids the padding (虚位).
    """
    for span in (subject.elements.closing_date, subject.elements.imprint_date):
        printed = subject.text[slice(*span)] if span else ""
        plain = unpadded(printed)
        if span is not None and plain != printed:
            yield Hit(*span, "成文日期的月、日不编虚位", "month and day are not padded with zeros", replacement=plain)


@rule_of_2012(
    "GW605",
    "separated-date",
    "成文日期写法",
    clause=DATE_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.own_dates",
)
def separated_date(subject: Subject) -> Iterator[Hit]:
    """The document's date is written with 年, 月 and 日, not with separators.

    Why: the standard asks for year, month and day in full.
    """
    for span in (subject.elements.closing_date, subject.elements.imprint_date):
        found = _SEPARATED.search(subject.text, *span) if span else None
        value = _read(found[0]) if found else None
        if found is not None and value is not None and value.day is not None:
            yield Hit(
                *found.span(),
                "成文日期应当将年、月、日标全",
                "the document's date is written with 年, 月 and 日",
                replacement=_plain(value),
            )
