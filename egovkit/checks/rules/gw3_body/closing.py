"""GW358 to GW363: signature, date and remark below the text (落款, 附注)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Block, Element
from egovkit.documents.organ_lines import organs_of
from egovkit.grammar.titles import split_issuers
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

_DISCLOSED: Final = LatePattern(
    r"[\[［【〔{]?(?P<words>(?:此件|本件|此文|本文)(?:主动公开|公开发布|依申请公开|不予公开|有删减|公开|删减后公开|发至[^。]{2,6}))[\]］】〕}）)]?。?"
)
_NO_TEXT: Final = LatePattern(r"[（(]?此页无正文[）)]?")
_REMARK: Final = LatePattern("此件|本件|(?:此文|本文)[^。]{0,4}(?:公开|删减)|发至|联系人|联系电话")
_UNSIGNED: Final = ("命令", "决议", "纪要", "公报")


@rule_of_2012(
    "GW358",
    "remark-brackets",
    "附注圆括号",
    clause="GB/T 9704-2012, 7.3.6",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.closing_date",
)
def remark_brackets(subject: Subject) -> Iterator[Hit]:
    """The remark below the date (附注) is in round brackets: （此件公开发布）.

    Why: the standard says so.
    """
    document = subject.document
    dated = subject.elements.closing_date
    if dated is None:
        return
    for block in [block for block in document.blocks if block.start >= dated[1]][:3]:
        found = _DISCLOSED.fullmatch(subject.elements.surface(block)) if block.end - block.start <= 16 else None
        if found is not None:
            yield Hit(
                block.start,
                block.end,
                "附注加圆括号标注",
                "the remark is in round brackets",
                replacement=f"（{found['words']}）",
            )


@rule_of_2012(
    "GW359",
    "remark-place",
    "附注位置",
    clause="GB/T 9704-2012, 7.3.6",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.closing_date",
)
def remark_place(subject: Subject) -> Iterator[Hit]:
    """The remark (附注) is below the date.

    Why: the standard gives it the line below the date.
    """
    dated = subject.elements.closing_date
    if dated is None:
        return
    for block in subject.elements.of(Element.NOTE):
        words = subject.elements.surface(block).strip("（）()")
        if block.end <= dated[0] and _REMARK.match(words):
            yield Hit(block.start, block.end, "附注编排在成文日期下一行", "the remark is below the date")


@rule_of_2012(
    "GW360",
    "date-missing",
    "无成文日期",
    clause="中办发〔2012〕14号, art. 9(12)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def date_missing(subject: Subject) -> Iterator[Hit]:
    """A document that is signed is dated.

    Why: the date is an element of every document; from it the document counts.
    """
    document = subject.document
    if not document.signature or document.dated is not None:
        return
    start, end = document.spans["signature"]
    # A date that the reader took for something else still stands close after.
    behind = subject.text[start : end + 80]
    if re.search(r"[0-9０-９〇○零一二三四五六七八九十]\s?[年月日]|[0-9]{4}[-./]", behind) is None:
        yield Hit(start, end, "公文应当署成文日期", "a document that is signed is dated")


@rule_of_2012(
    "GW361",
    "signature-missing",
    "无发文机关署名",
    clause="中办发〔2012〕14号, art. 9(11)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.closing_date",
)
def signature_missing(subject: Subject) -> Iterator[Hit]:
    """The issuing organ's name is above the date.

    Why: since 2012 the signature is an element of its own; before, the seal stood for it.
    """
    document = subject.document
    if document.signature or document.signers or document.kind in _UNSIGNED or document.recipients is None:
        return
    dated = subject.elements.closing_date
    if dated is None:
        return
    for above, below in pairwise(document.blocks):
        # A short line without a stop may be an organ's name that the reader does not know.
        if below.start != dated[0] or below.kind is not Element.DATED:
            continue
        if subject.elements.surface(above)[-1] in "。；！" and not _signed_below(subject, below):
            yield Hit(*dated, "成文日期之上应当署发文机关名称", "the issuing organ's name is above the date")


def _signed_below(subject: Subject, dated: Block) -> bool:
    behind = [block for block in subject.document.blocks if block.start >= dated.end][:1]
    return bool(behind) and bool(organs_of(subject.elements.surface(behind[0])))


@rule_of_2012(
    "GW362",
    "signature-below-date",
    "署名与日期顺序",
    clause="中办发〔2012〕14号, art. 9(11), 9(12)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.closing_date",
)
def signature_below_date(subject: Subject) -> Iterator[Hit]:
    """The signature is above the date, not below it.

    Why: the regulation and the standard give the order.
    """
    document = subject.document
    dated = subject.elements.closing_date
    if dated is None or document.title is None:
        return
    if document.signature and document.spans["signature"][0] < dated[1]:
        return
    issuers = split_issuers(document.title)
    for block in [block for block in document.blocks if block.start >= dated[1]][:1]:
        if squeeze(subject.elements.surface(block)) in issuers:
            yield Hit(block.start, block.end, "发文机关署名应当在成文日期之上", "the signature is above the date")


@rule_of_2012(
    "GW363",
    "page-without-text",
    "此页无正文",
    clause="GB/T 9704-2012, 7.3.5.5",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    needs=("此", "页"),
)
def page_without_text(subject: Subject) -> Iterator[Hit]:
    """No page of a document says 此页无正文.

    Why: where seal and date find no room below the text, the standard has the lines set wider or closer.
    """
    at = subject.text.find("此页无正文")
    while at >= 0:
        found = _NO_TEXT.match(subject.text, max(0, at - (subject.text[at - 1 : at] in ("（", "("))))
        if found is not None:
            yield Hit(
                *found.span(),
                "应当采取调整行距、字距的措施，不用“此页无正文”",
                "set the lines wider or closer instead of a page without text",
            )
        at = subject.text.find("此页无正文", at + 5)
