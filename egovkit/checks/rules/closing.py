"""GW351, GW358 to GW363: signature, date and remark below the text (落款, 附注)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import closing_date, of_kind, same_organ, surface
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Block, Element
from egovkit.documents.closing import organs_of
from egovkit.documents.document import PolicyDocument
from egovkit.grammar.titles import split_issuers
from egovkit.text.folding import squeeze

_MANY: Final = re.compile(r"等(?:[0-9一二三四五六七八九十]{0,3}(?:个)?)?(?:部门|单位|部委)?$")
_DISCLOSED: Final = re.compile(
    r"[\[［【〔{]?(?P<words>(?:此件|本件|此文|本文)(?:主动公开|公开发布|依申请公开|不予公开|有删减|公开|删减后公开))[\]］】〕}）)]?。?"
)
_NO_TEXT: Final = re.compile(r"[（(]?此页无正文[）)]?")
_UNSIGNED: Final = ("令", "命令", "公报", "决议", "纪要")


@rule_of_2012(
    "GW351",
    "signature-issuer",
    "署名与标题不一致",
    clause="中办发〔2012〕14号, art. 9(7), 9(11)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def signature_issuer(subject: Subject) -> Iterator[Hit]:
    """The organ that signs is the one that the title names as the issuer.

    Why: both give the issuing organ. Short names count, and of joint issuers one is enough.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        财政部
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.title is None or not document.signature or document.organ_mark is not None:
        return
    named = [_MANY.sub("", name) for name in split_issuers(document.title)]
    signed = [*document.signature, "".join(document.signature)]
    if named and not any(same_organ(one, other) for one in named if one for other in signed):
        yield Hit(
            *document.spans["signature"],
            f"发文机关署名与标题中的“{'、'.join(named)}”不一致",
            "the organ that signs is not the one that the title names",
        )


@rule_of_2012(
    "GW358",
    "remark-brackets",
    "附注圆括号",
    clause="GB/T 9704-2012, 7.3.6",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def remark_brackets(subject: Subject) -> Iterator[Hit]:
    """The remark below the date (附注) stands in round brackets: （此件公开发布）.

    Why: the standard says so.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        此件公开发布
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        （此件公开发布）
    """
    document = subject.document
    dated = closing_date(document)
    if dated is None:
        return
    for block in [block for block in document.blocks if block.start >= dated[1]][:3]:
        found = _DISCLOSED.fullmatch(surface(document, block)) if block.end - block.start <= 16 else None
        if found is not None:
            yield Hit(
                block.start,
                block.end,
                "附注加圆括号标注",
                "the remark stands in round brackets",
                replacement=f"（{found['words']}）",
            )


@rule_of_2012(
    "GW359",
    "remark-place",
    "附注位置",
    clause="GB/T 9704-2012, 7.3.6",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def remark_place(subject: Subject) -> Iterator[Hit]:
    """The remark (附注) stands below the date.

    Why: the standard gives it the line below the date.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        （此件公开发布）
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        （此件公开发布）
    """
    document = subject.document
    dated = closing_date(document)
    if dated is None:
        return
    for block in of_kind(document, Element.NOTE):
        words = surface(document, block).strip("（）()")
        if block.end <= dated[0] and words.startswith(("此件", "本件", "联系人")):
            yield Hit(block.start, block.end, "附注编排在成文日期下一行", "the remark stands below the date")


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

    Bad:
        国务院办公厅关于做好某项工作的通知
        国办函〔2014〕19号
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
    Good:
        国务院办公厅关于做好某项工作的通知
        国办函〔2014〕19号
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if not document.signature or document.dated is not None:
        return
    start, end = document.spans["signature"]
    # A date that the reader took for something else still stands close behind.
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
)
def signature_missing(subject: Subject) -> Iterator[Hit]:
    """The issuing organ's name stands above the date.

    Why: since 2012 the signature is an element of its own; before, the seal stood for it.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.signature or document.signers or document.kind in _UNSIGNED or document.recipients is None:
        return
    dated = closing_date(document)
    if dated is None:
        return
    for above, below in pairwise(document.blocks):
        # A short line without a stop may be an organ's name that the reader does not know.
        if below.start != dated[0] or below.kind is not Element.DATED:
            continue
        if surface(document, above)[-1] in "。；！" and not _signed_below(document, below):
            yield Hit(*dated, "成文日期之上应当署发文机关名称", "the issuing organ's name stands above the date")


def _signed_below(document: PolicyDocument, dated: Block) -> bool:
    behind = [block for block in document.blocks if block.start >= dated.end][:1]
    return bool(behind) and organs_of(surface(document, behind[0])) is not None


@rule_of_2012(
    "GW362",
    "signature-below-date",
    "署名与日期顺序",
    clause="中办发〔2012〕14号, art. 9(11), 9(12)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def signature_below_date(subject: Subject) -> Iterator[Hit]:
    """The signature stands above the date, not below it.

    Why: the regulation and the standard give the order.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        2014年11月16日
        国务院办公厅
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    dated = closing_date(document)
    if dated is None or document.title is None:
        return
    if document.signature and document.spans["signature"][0] < dated[1]:
        return
    issuers = split_issuers(document.title)
    for block in [block for block in document.blocks if block.start >= dated[1]][:1]:
        if squeeze(surface(document, block)) in issuers:
            yield Hit(block.start, block.end, "发文机关署名应当在成文日期之上", "the signature stands above the date")


@rule_of_2012(
    "GW363",
    "page-without-text",
    "此页无正文",
    clause="GB/T 9704-2012, 7.3.5.5",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def page_without_text(subject: Subject) -> Iterator[Hit]:
    """No page of a document says 此页无正文.

    Why: where seal and date find no room below the text, the standard has the lines set wider or closer.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        （此页无正文）
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
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
