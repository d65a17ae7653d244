"""GW207 to GW211: the form of an issuance number (发文字号的写法): code, digits and 号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, custom, rule
from egovkit.checks.rules.gw2_numbers.brackets import YEAR_IN_BRACKETS
from egovkit.checks.standards import NUMBER, number_form
from egovkit.checks.subject import Subject
from egovkit.text.folding import BLANKS, fold
from egovkit.text.patterns import LatePattern


@rule(
    "GW207",
    "expanded-code",
    "代字误作机关名称",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.ERROR,
    over="deviations",
)
def expanded_code(subject: Subject) -> Iterator[Hit]:
    """A number begins with the organ's code, not with the organ's name.

    Why: a number is made of the organ's code, the year and the serial. A name in its place (国务院办公厅发) comes from
    replacing 国办 throughout a text, and no search finds the document by it.
    """
    for mention in subject.deviating("expanded"):
        code = mention.value.code
        found = YEAR_IN_BRACKETS.search(mention.text)
        if code is None or found is None:
            continue
        end = mention.start + len(mention.text[: found.start()].rstrip(BLANKS))
        yield Hit(
            mention.start,
            end,
            f"发文字号应当使用发文机关代字“{code}”，不用机关名称",
            f"a number begins with the organ's code: {code}",
            replacement=code,
        )


@number_form(
    "GW208",
    "arabic-numerals",
    "字号用阿拉伯数字",
    over="deviations",
)
def arabic_numerals(subject: Subject) -> Iterator[Hit]:
    """Year and serial of a regular number are written with arabic digits.

    Why: the standard says so; orders may count in Chinese numerals.
    """
    for mention in subject.deviating("han"):
        yield Hit(
            mention.start,
            mention.end,
            "发文字号的年份、发文顺序号用阿拉伯数字标注",
            "year and serial are written with arabic digits",
            suggestion=str(mention.value),
        )


@custom(
    "GW209",
    "half-width-digits",
    "字号数字全角",
    clause="custom: digits are half-width",
    over="deviations",
)
def half_width_digits(subject: Subject) -> Iterator[Hit]:
    """The digits of a number are half-width.

    Why: no clause names it, but the full-width ones are other characters to every search.
    """
    for mention in subject.deviating("width"):
        for found in re.finditer("[０-９]+", mention.text):
            yield Hit(
                mention.start + found.start(),
                mention.start + found.end(),
                "发文字号的数字用半角",
                "the digits of a number are half-width",
                replacement=fold(found[0]),
            )


# 号 is missing only where nothing else explains the digits: a law's article number or a year would follow another mark.
_WITHOUT_MARK = LatePattern(r"〔(?:19|20)[0-9]{2}〕[1-9][0-9]{0,3}(?=[）)，。；、]|\s+[^\s号])")
_REVERSED = LatePattern(r"〔(?:19|20)[0-9]{2}〕号[1-9][0-9]{0,3}(?![0-9])")


@number_form(
    "GW210",
    "missing-mark",
    "缺“号”字",
    needs=("〔",),
)
def missing_mark(subject: Subject) -> Iterator[Hit]:
    """A number ends with 号.

    Why: the standard asks for it after the serial.
    """
    for found in _WITHOUT_MARK.finditer(subject.text):
        if re.match(r"[、，]\s*[0-9]+[号、，]", subject.text[found.end() : found.end() + 10]):
            # The first of a list that shares its 号.
            continue
        yield Hit(
            found.start(),
            found.end(),
            "发文顺序号后应当加“号”字",
            "a number ends with 号",
            suggestion=f"{found[0]}号",
        )


@number_form(
    "GW211",
    "mark-before-serial",
    "“号”字错位",
    needs=("〔", "号"),
)
def mark_before_serial(subject: Subject) -> Iterator[Hit]:
    """号 follows the serial, not before it.

    Why: the standard asks for 号 after the serial.
    """
    for found in _REVERSED.finditer(subject.text):
        swapped = re.sub(r"号([0-9]+)", r"\1号", found[0])
        yield Hit(
            found.start(),
            found.end(),
            "“号”字应当在发文顺序号之后",
            "号 follows the serial",
            suggestion=swapped,
            replacement=swapped,
        )
