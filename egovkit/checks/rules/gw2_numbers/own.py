"""GW212 to GW214: which number a document bears (本文字号), and which none can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.organ_codes import code_of_another, same_organ
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.standards import NUMBER, number_form
from egovkit.checks.subject import Subject
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.numbers.parts import is_year
from egovkit.grammar.numbers.printed_codes import printed_code
from egovkit.grammar.titles import split_issuers
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import CLOSERS, OPENERS, fold, squeeze
from egovkit.text.limits import MAX_CODE
from egovkit.text.patterns import LatePattern


@rule_of_2012(
    "GW212",
    "two-numbers",
    "联合行文字号",
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def two_numbers(subject: Subject) -> Iterator[Hit]:
    """A joint document bears the number of its leading organ only.

    Why: the regulation says so; a second number in the head makes one document two.
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
    clause=NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def own_code(subject: Subject) -> Iterator[Hit]:
    """The code of the document's number is that of the organ which its title names.

    Why: a number is made of the issuing organ's code, year and serial. Judged where the registry is sure of the code,
    and where the code is that of an office and a government issues the document, or the other way round.
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


# Found by the bracket after the year: one character to begin with is found faster than any of a set.
_SERIAL = tuple(
    LatePattern(
        rf"{re.escape(closer)}(?<=[0-9０-９年 \u3000].)[ \u3000]{{0,2}}第?[ \u3000]{{0,2}}(?P<serial>[0-9０-９]{{1,5}})[ \u3000]{{0,2}}号"
    )
    for closer in CLOSERS
)
_YEAR = LatePattern(rf"[{re.escape(OPENERS)}][ \u3000]{{0,2}}(?P<year>[0-9０-９]{{4}})年?[ \u3000]{{0,2}}\Z")


@number_form(
    "GW214",
    "impossible-number",
    "年份或顺序号不可能",
    needs=("号",),
)
def impossible_number(subject: Subject) -> Iterator[Hit]:
    """The year of a number is one in which documents were numbered, and its serial counts from 1.

    Why: a number of a year to come or of serial 0 names no document; one figure of it is wrong. Judged after a known
    organ code, for years before 1949 and after next year.
    """
    for closer, pattern in zip(CLOSERS, _SERIAL, strict=True):
        for after in pattern.finditer(subject.text) if subject.holds(closer) else ():
            before = _YEAR.search(subject.text, max(0, after.start() - 10), after.start())
            year, serial = int(before["year"]) if before else 0, int(after["serial"])
            right_year = is_year(year)
            # 〔0000〕00号 holds the place of a number that is not given yet.
            if before is None or not year or (right_year and serial):
                continue
            low = max(0, before.start() - 2 * MAX_CODE)
            window = fold(subject.text[low : before.start()])
            start = printed_code(window, len(window))
            if start is None or squeeze(window[start:]) not in vocabulary().attested:
                continue
            place = after.span("serial") if right_year else before.span("year")
            what = "发文顺序号从1起编" if right_year else f"{year}年不可能有发文字号"
            what_en = "serials count from 1" if right_year else f"no document is numbered in {year}"
            yield Hit(*place, what, what_en)
