"""GW201 to GW206: the form of an issuance number (发文字号的写法): year and serial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, custom, rule
from egovkit.checks.rules.gw2_numbers.brackets import YEAR_IN_BRACKETS
from egovkit.checks.standards import NUMBER_FORMAT, number_form
from egovkit.checks.subject import Subject
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

_BRACKETS: Final = (
    "发文字号的年份应当用六角括号“〔〕”括入",
    "the year of a number is in hexagonal brackets: 〔 and 〕",
)


@rule(
    "GW201",
    "year-brackets",
    "年份括号",
    clause=f"{NUMBER_FORMAT}; before 2012-07-01 GB/T 9704-1999",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    since=date(2000, 1, 1),
    over="deviations",
)
def year_brackets(subject: Subject) -> Iterator[Hit]:
    """The year of a number is in hexagonal brackets 〔 and 〕.

    Why: the standard of 1999 named this pair, as that of 2012 does; other brackets are read as a remark, and searches
    by number miss them.
    """
    for mention in subject.deviating("brackets"):
        found = YEAR_IN_BRACKETS.search(mention.text)
        # Before the code the brackets are the least that is wrong: GW203.
        if "year-first" in mention.deviations:
            continue
        if found is None:
            # 2016年 is how some ministries print it; without 年 year and serial run into each other.
            if "年" not in mention.text:
                yield Hit(mention.start, mention.end, *_BRACKETS, suggestion=str(mention.value))
            continue
        right = f"〔{found[0][1:-1]}〕"
        # One number, one finding; where a single bracket is wrong it is that.
        left = 0 if found["left"] != "〔" else len(right) - 1
        end = len(right) if found["right"] != "〕" else 1
        start = mention.start + found.start()
        yield Hit(
            start + left,
            start + end,
            *_BRACKETS,
            replacement=right[left:end],
        )


@number_form(
    "GW202",
    "year-digits",
    "年份位数",
    over="deviations",
)
def year_digits(subject: Subject) -> Iterator[Hit]:
    """The year of a number is written in full, with four digits.

    Why: a two-digit year is ambiguous, and the standard asks for the year in full. Numbers given before 1987 were
    printed so and are cited as they were.
    """
    for mention in subject.deviating("short-year"):
        year = mention.value.year
        if year is not None and year >= 1987 and "year-first" not in mention.deviations:
            yield Hit(
                mention.start,
                mention.end,
                "发文字号的年份应当标全称",
                "the year of a number is written in full",
                suggestion=str(mention.value),
            )


@rule(
    "GW203",
    "year-first",
    "年份位置",
    clause=NUMBER_FORMAT,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    since=date(1987, 2, 18),
    over="deviations",
)
def year_position(subject: Subject) -> Iterator[Hit]:
    """The year follows the organ's code, not before it.

    Why: a number consists of code, year and serial, in this order; the old order went out of use in 1987, save in
    the armed forces (〔1996〕武司字第82号).
    """
    for mention in subject.deviating("year-first"):
        year = mention.value.year
        # The numbers of the armed forces keep the year in front: 〔1996〕武司字第82号.
        forces = (mention.value.code or "").endswith("字") and "第" in mention.text
        if year is not None and year > 1987 and not forces:
            yield Hit(
                mention.start,
                mention.end,
                "发文字号由发文机关代字、年份、发文顺序号依次组成",
                "a number is made of code, year and serial in this order",
                suggestion=str(mention.value),
            )


@number_form(
    "GW204",
    "padded-serial",
    "虚位",
    over="deviations",
)
def padded_serial(subject: Subject) -> Iterator[Hit]:
    """A serial is not padded with zeros: 1, not 01.

    Why: the standard forbids the padding (虚位), and the same document would have several numbers.
    """
    for mention in subject.deviating("zero"):
        found = _PADDED.search(mention.text, mention.text.find(_closing(mention.text)) + 1)
        if found is not None:
            start, end = mention.start + found.start(), mention.start + found.end()
            yield Hit(
                start, end, "发文顺序号不编虚位", "a serial is not padded with zeros", replacement=found["serial"]
            )


_PADDED: Final = LatePattern("[0０]+(?P<serial>[0-9０-９]+)")


def _closing(surface: str) -> str:
    """Return the bracket that closes the year of a surface."""
    found = YEAR_IN_BRACKETS.search(surface)
    return "" if found is None else found["right"]


@number_form(
    "GW205",
    "ordinal-serial",
    "顺序号加“第”",
    over="deviations",
)
def ordinal_serial(subject: Subject) -> Iterator[Hit]:
    """The serial of a regular number has no 第 before it.

    Why: the standard says so; orders and announcements have theirs. Codes that end with 字 (财税字第…) kept it until 2012.
    """
    for mention in subject.deviating("ordinal"):
        at = mention.text.rfind("第")
        if at >= 0 and not (mention.value.code or "").endswith("字"):
            start = mention.start + at
            yield Hit(start, start + 1, "发文顺序号不加“第”字", "a serial has no 第 before it", replacement="")


@custom(
    "GW206",
    "blank-inside",
    "字号中空格",
    clause="custom: the parts of a number are together",
    over="deviations",
)
def blank_inside(subject: Subject) -> Iterator[Hit]:
    """No blank and no invisible character is inside a number.

    Why: no clause names it, but a search for the number as it is written fails on it. A line break may be the page's,
    and is not judged.
    """
    for mention in subject.deviating("blank"):
        for found in re.finditer(f"[{re.escape(BLANKS)}]+", mention.text):
            if "\n" not in found[0]:
                yield Hit(
                    mention.start + found.start(),
                    mention.start + found.end(),
                    "发文字号中不留空格",
                    "no blank is inside a number",
                    replacement="",
                )
