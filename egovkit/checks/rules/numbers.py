"""GW2xx: issuance numbers (发文字号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from egovkit.checks.codes import code_of_another
from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import same_organ
from egovkit.checks.rule import Hit, custom, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.issuance import FIRST_YEAR, LAST_YEAR, printed_code
from egovkit.grammar.titles import split_issuers
from egovkit.models.issuance import NumberForm, NumberMention
from egovkit.text.folding import BLANKS, fold, squeeze
from egovkit.text.limits import MAX_CODE

_CLAUSE = "GB/T 9704-2012, 7.2.5"
_form = partial(
    rule, clause=_CLAUSE, strength=Strength.MUST, severity=Severity.WARNING, since=date(2012, 7, 1)
)  # the form of a number, wherever it is cited
_BRACKETED = re.compile(r"(?P<left>[\[［【﹝(（〖{｛〔匚])[^\]］】﹞)）〗}｝〕]{2,12}?(?P<right>[\]］】﹞)）〗}｝〕])")


def _deviating(subject: Subject, deviation: str) -> list[NumberMention]:
    return subject.deviations.get(deviation, [])


@rule(
    "GW201",
    "year-brackets",
    "年份括号",
    clause=f"{_CLAUSE}; before 2012-07-01 GB/T 9704-1999",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    since=date(2000, 1, 1),
)
def year_brackets(subject: Subject) -> Iterator[Hit]:
    """The year of a number stands in hexagonal brackets 〔 and 〕.

    Why: the standard of 1999 named this pair, as that of 2012 does; other brackets are read as a remark, and searches
    by number miss them.

    Bad:
        按照国办发[2014]66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "brackets"):
        found = _BRACKETED.search(mention.text)
        # In front of the code the brackets are the least that is wrong: GW203.
        if found is None or "year-first" in mention.deviations:
            continue
        for side, right in (("left", "〔"), ("right", "〕")):
            if found[side] != right:
                start = mention.start + found.start(side)
                yield Hit(
                    start,
                    start + 1,
                    f"发文字号的年份应当用六角括号“{right}”括入",
                    f"the year of a number stands in hexagonal brackets: {right}",
                    replacement=right,
                )


@_form(
    "GW202",
    "year-digits",
    "年份位数",
)
def year_digits(subject: Subject) -> Iterator[Hit]:
    """The year of a number is written in full, with four digits.

    Why: a two-digit year is ambiguous, and the standard asks for the year in full. Numbers given before 1987 were
    printed so and are cited as they were.

    Bad:
        按照国办发〔98〕66号执行。
    Good:
        按照国办发〔1998〕66号执行。
    """
    for mention in _deviating(subject, "short-year"):
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
    clause=_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
    since=date(1987, 2, 18),
)
def year_position(subject: Subject) -> Iterator[Hit]:
    """The year stands behind the organ's code, not in front of it.

    Why: a number consists of code, year and serial, in this order; the old order went out of use in 1987, save in
    the armed forces (〔1996〕武司字第82号).

    Bad:
        按照（2014）国办发66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "year-first"):
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


@_form(
    "GW204",
    "padded-serial",
    "虚位",
)
def padded_serial(subject: Subject) -> Iterator[Hit]:
    """A serial is not padded with zeros: 1, not 01.

    Why: the standard forbids the padding (虚位), and the same document would have several numbers.

    Bad:
        按照国办发〔2014〕066号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "zero"):
        found = re.search(r"[0０]+(?=[0-9０-９])", mention.text[mention.text.find(_closing(mention.text)) + 1 :])
        if found is not None:
            start = mention.start + mention.text.find(_closing(mention.text)) + 1 + found.start()
            yield Hit(
                start,
                start + len(found[0]),
                "发文顺序号不编虚位",
                "a serial is not padded with zeros",
                suggestion=str(mention.value),
                replacement="",
            )


def _closing(surface: str) -> str:
    """Return the bracket that closes the year of a surface."""
    found = _BRACKETED.search(surface)
    return "" if found is None else found["right"]


@_form(
    "GW205",
    "ordinal-serial",
    "顺序号加“第”",
)
def ordinal_serial(subject: Subject) -> Iterator[Hit]:
    """The serial of a regular number has no 第 in front of it.

    Why: the standard says so; orders and announcements have theirs. Codes that end with 字 (财税字第…) kept it until 2012.

    Bad:
        按照国办发〔2014〕第66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "ordinal"):
        at = mention.text.rfind("第")
        if at >= 0 and not (mention.value.code or "").endswith("字"):
            yield Hit(
                mention.start + at,
                mention.start + at + 1,
                "发文顺序号不加“第”字",
                "a serial has no 第 in front of it",
                suggestion=str(mention.value),
                replacement="",
            )


@custom(
    "GW206",
    "blank-inside",
    "字号中空格",
    clause="custom: the parts of a number stand together",
)
def blank_inside(subject: Subject) -> Iterator[Hit]:
    """No blank and no invisible character stands inside a number.

    Why: no clause names it, but a search for the number as it is written fails on it. A line break may be the page's,
    and is not judged.

    Bad:
        按照国办发〔2014〕 66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "blank"):
        for found in re.finditer(f"[{re.escape(BLANKS)}]+", mention.text):
            if "\n" not in found[0]:
                yield Hit(
                    mention.start + found.start(),
                    mention.start + found.end(),
                    "发文字号中不留空格",
                    "no blank stands inside a number",
                    suggestion=str(mention.value),
                    replacement="",
                )


@rule(
    "GW207",
    "expanded-code",
    "代字误作机关名称",
    clause="中办发〔2012〕14号, art. 9(5)",
    strength=Strength.MUST,
    severity=Severity.ERROR,
)
def expanded_code(subject: Subject) -> Iterator[Hit]:
    """A number begins with the organ's code, not with the organ's name.

    Why: a number is made of the organ's code, the year and the serial. A name in its place (国务院办公厅发) comes from
    replacing 国办 throughout a text, and no search finds the document by it.

    Bad:
        按照国务院办公厅发〔2014〕66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "expanded"):
        code = mention.value.code
        found = _BRACKETED.search(mention.text)
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


@_form(
    "GW208",
    "arabic-numerals",
    "字号用阿拉伯数字",
)
def arabic_numerals(subject: Subject) -> Iterator[Hit]:
    """Year and serial of a regular number are written with arabic digits.

    Why: the standard says so; orders may count in Chinese numerals.

    Bad:
        按照国办发〔二〇一四〕六十六号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "han"):
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
)
def half_width_digits(subject: Subject) -> Iterator[Hit]:
    """The digits of a number are half-width.

    Why: no clause names it, but the full-width ones are other characters to every search.

    Bad:
        按照国办发〔２０１４〕66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for mention in _deviating(subject, "width"):
        for found in re.finditer("[０-９]+", mention.text):
            yield Hit(
                mention.start + found.start(),
                mention.start + found.end(),
                "发文字号的数字用半角",
                "the digits of a number are half-width",
                replacement=fold(found[0]),
            )


# 号 is missing only where nothing else explains the digits: a law's article number or a year would follow another mark.
_WITHOUT_MARK = re.compile(r"〔(?:19|20)[0-9]{2}〕[1-9][0-9]{0,3}(?=[）)，。；、]|\s+[^\s号])")
_REVERSED = re.compile(r"〔(?:19|20)[0-9]{2}〕号[1-9][0-9]{0,3}(?![0-9])")


@_form(
    "GW210",
    "missing-mark",
    "缺“号”字",
)
def missing_mark(subject: Subject) -> Iterator[Hit]:
    """A number ends with 号.

    Why: the standard asks for it behind the serial.

    Bad:
        按照通知（国办发〔2014〕66）执行。
    Good:
        按照通知（国办发〔2014〕66号）执行。
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


@_form(
    "GW211",
    "mark-before-serial",
    "“号”字错位",
)
def mark_before_serial(subject: Subject) -> Iterator[Hit]:
    """号 stands behind the serial, not in front of it.

    Why: the standard asks for 号 behind the serial.

    Bad:
        按照国办发〔2014〕号66执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for found in _REVERSED.finditer(subject.text):
        swapped = re.sub(r"号([0-9]+)", r"\1号", found[0])
        yield Hit(
            found.start(),
            found.end(),
            "“号”字应当在发文顺序号之后",
            "号 stands behind the serial",
            suggestion=swapped,
            replacement=swapped,
        )


@rule_of_2012(
    "GW212",
    "two-numbers",
    "联合行文字号",
    clause="中办发〔2012〕14号, art. 9(5)",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def two_numbers(subject: Subject) -> Iterator[Hit]:
    """A joint document bears the number of its leading organ only.

    Why: the regulation says so; a second number in the head makes one document two.

    Bad:
        财税〔2016〕36号
        建金〔2016〕12号
        关于办好某项工作的通知
        各省、自治区、直辖市财政厅：
        请认真执行。
    Good:
        财税〔2016〕36号
        关于办好某项工作的通知
        各省、自治区、直辖市财政厅：
        请认真执行。
    """
    own = subject.document.spans.get("number")
    title = subject.document.spans.get("title")
    if own is None or title is None or own[0] > title[0]:
        return
    for mention in subject.numbers:
        if own[1] <= mention.start and mention.end <= title[0] and mention.value.form == NumberForm.REGULAR:
            yield Hit(
                mention.start,
                mention.end,
                "联合行文时，只使用主办机关的发文字号",
                "a joint document bears the number of its leading organ only",
            )


@rule_of_2012(
    "GW213",
    "own-code",
    "代字与发文机关不符",
    clause="中办发〔2012〕14号, art. 9(5)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def own_code(subject: Subject) -> Iterator[Hit]:
    """The code of the document's number is that of the organ which its title names.

    Why: a number is made of the issuing organ's code, year and serial. Judged where the registry is sure of the code,
    and where the code is that of an office and a government issues the document, or the other way round.

    Bad:
        湖南省人民政府办公厅关于办好某项工作的通知
        湘政发〔2014〕6号
        各市州人民政府：
        请认真执行。
        湖南省人民政府办公厅
        2014年11月26日
    Good:
        湖南省人民政府办公厅关于办好某项工作的通知
        湘政办发〔2014〕6号
        各市州人民政府：
        请认真执行。
        湖南省人民政府办公厅
        2014年11月26日
    """
    document = subject.document
    number, span = document.number, document.spans.get("number")
    if number is None or span is None or document.title is None or number.form is not NumberForm.REGULAR:
        return
    names = split_issuers(document.title)
    # The signature shows that the title was read right.
    signed = not document.signature or any(same_organ(one, name) for one in document.signature for name in names)
    if names and signed and number.code is not None and code_of_another(names, number.code, number.year):
        yield Hit(
            *span,
            f"“{number.code}”不是{'、'.join(names)}的机关代字",
            f"{number.code} is not the code of the organ that the title names",
        )


_YEAR_AND_SERIAL = re.compile(
    r"[\[［【﹝(（〖{｛〔][ \u3000]{0,2}(?P<year>[0-9０-９]{4})年?[ \u3000]{0,2}[\]］】﹞)）〗}｝〕][ \u3000]{0,2}第?[ \u3000]{0,2}(?P<serial>[0-9０-９]{1,5})[ \u3000]{0,2}号"
)


@_form(
    "GW214",
    "impossible-number",
    "年份或顺序号不可能",
)
def impossible_number(subject: Subject) -> Iterator[Hit]:
    """The year of a number is one in which documents were numbered, and its serial counts from 1.

    Why: a number of a year to come or of serial 0 names no document; one figure of it is wrong. Judged behind a known
    organ code, for years before 1949 and after next year.

    Bad:
        按照国办发〔2104〕66号执行。
    Good:
        按照国办发〔2014〕66号执行。
    """
    for found in _YEAR_AND_SERIAL.finditer(subject.text):
        year, serial = int(found["year"]), int(found["serial"])
        right_year = FIRST_YEAR <= year <= LAST_YEAR
        # 〔0000〕00号 holds the place of a number that is not given yet.
        if not year or (right_year and serial):
            continue
        low = max(0, found.start() - 2 * MAX_CODE)
        window = fold(subject.text[low : found.start()])
        start = printed_code(window, len(window))
        if start is None or squeeze(window[start:]) not in vocabulary().attested:
            continue
        at = "serial" if right_year else "year"
        what = "发文顺序号从1起编" if right_year else f"{year}年不可能有发文字号"
        what_en = "serials count from 1" if right_year else f"no document is numbered in {year}"
        yield Hit(*found.span(at), what, what_en)
