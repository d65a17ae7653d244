"""GW1xx: what is printed above the title (版头): 份号, 密级, 紧急程度, 发文机关标志, 签发人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import regex

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import above_title, of_kind, same_organ, surface
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.documents.blocks import Element
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import BLANKS, squeeze

_DIGITS: Final = re.compile(r"(?P<label>份号[：:])?\s?(?P<digits>[0-9]{1,12})")
_SIGNED: Final = regex.compile(rf"签[{BLANKS}]*发[{BLANKS}]*(?P<last>人)(?P<gap>[{BLANKS}]*)(?=\p{{Han}})")


@rule_of_2012(
    "GW101",
    "copy-number-digits",
    "份号位数",
    clause="GB/T 9704-2012, 7.2.1",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def copy_number_digits(subject: Subject) -> Iterator[Hit]:
    """A copy number (份号) has six digits.

    Why: the standard asks for six arabic digits, padded with zeros.

    Bad:
        00012
        机密★1年
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        000012
        机密★1年
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    title = document.spans.get("title", (0, 0))
    # A copy number with its label may be read as a field of the page.
    head = [block for block in document.blocks if block.end <= title[0]]
    for block, below in pairwise([*head, None]):
        if block is None:
            continue
        found = _DIGITS.fullmatch(surface(subject.document, block))
        if found is None or len(found["digits"]) == 6:
            continue
        if found["label"] or (below is not None and below.kind is Element.SECRECY):
            yield Hit(
                block.start + found.start("digits"),
                block.end,
                "份号一般用6位阿拉伯数字",
                "a copy number has six digits",
                suggestion=found["digits"].zfill(6) if len(found["digits"]) < 6 else None,
            )


@rule_of_2012(
    "GW108",
    "urgency-word",
    "紧急程度名称",
    clause="中办发〔2012〕14号, art. 9(3)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def urgency_word(subject: Subject) -> Iterator[Hit]:
    """An urgent document is marked 特急 or 加急.

    Why: the regulation knows these two; 急件 was a level until 2012.

    Bad:
        急件
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        加急
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    others = tree("check_terms")["urgency"]["others"]
    for block in above_title(subject.document):
        if block.end - block.start <= 12 and squeeze(surface(subject.document, block)) in others:
            yield Hit(
                block.start,
                block.end,
                "紧急公文应当分别标注“特急”“加急”",
                "an urgent document is marked 特急 or 加急",
                suggestion="特急、加急",
            )


@rule_of_2012(
    "GW109",
    "telegram-urgency",
    "电报的紧急程度",
    clause="中办发〔2012〕14号, art. 9(3)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def telegram_urgency(subject: Subject) -> Iterator[Hit]:
    """特提 and 平急 are degrees of urgency of telegrams only.

    Why: the regulation gives documents two degrees and telegrams four.

    Bad:
        平急
        国务院办公厅关于做好某项工作的通知
        国办发〔2014〕3号
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年1月16日
    Good:
        加急
        国务院办公厅关于做好某项工作的通知
        国办发〔2014〕3号
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年1月16日
    """
    number = subject.document.number
    words = tree("check_terms")["urgency"]
    if number is None or number.form is not NumberForm.REGULAR or "电" in (number.code or "电"):
        return
    for block in of_kind(subject.document, Element.URGENCY):
        word = squeeze(surface(subject.document, block))
        if word in words["telegrams"] and word not in words["documents"]:
            yield Hit(
                block.start,
                block.end,
                f"“{word}”只用于电报",
                f"{word} is for telegrams only",
                suggestion="特急、加急",
            )


_ORDER: Final = (
    (Element.COPY_NUMBER, "份号", "copy number"),
    (Element.SECRECY, "密级和保密期限", "secrecy"),
    (Element.URGENCY, "紧急程度", "urgency"),
    (Element.ORGAN_MARK, "发文机关标志", "organ mark"),
)


@rule_of_2012(
    "GW110",
    "head-order",
    "版头要素顺序",
    clause="GB/T 9704-2012, 7.2.3",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def head_order(subject: Subject) -> Iterator[Hit]:
    """份号, 密级和保密期限, 紧急程度 stand below each other in this order, above 发文机关标志.

    Why: the standard gives the order.

    Bad:
        特急
        000012
        机密★1年
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        000012
        机密★1年
        特急
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    rank = {kind: place for place, (kind, _, _) in enumerate(_ORDER)}
    marks = [block for block in above_title(subject.document) if block.kind in rank]
    for above, below in pairwise(marks):
        if rank[below.kind] < rank[above.kind]:
            first, second = _ORDER[rank[below.kind]], _ORDER[rank[above.kind]]
            yield Hit(
                below.start,
                below.end,
                f"{first[1]}应当在{second[1]}之上",
                f"{first[2]} stands above {second[2]}",
            )


@rule_of_2012(
    "GW111",
    "mark-signature",
    "发文机关标志与署名",
    clause="中办发〔2012〕14号, art. 9(4), 9(11)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def mark_signature(subject: Subject) -> Iterator[Hit]:
    """The organ in the head (发文机关标志) is the one that signs.

    Why: both give the issuing organ, by its full name or the authorised short one. A joint document may bear the
    leading organ's name only, so that one of the signing organs has to be there.

    Bad:
        国务院办公厅文件
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        财政部
        2014年11月16日
    Good:
        国务院办公厅文件
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.organ_mark is None or not document.signature or not document.organ_mark.endswith("文件"):
        return
    mark = document.organ_mark.removesuffix("文件")
    if not any(same_organ(name, mark) for name in document.signature):
        yield Hit(
            *document.spans["organ_mark"],
            f"发文机关标志“{mark}”与署名“{'、'.join(document.signature)}”不一致",
            "the organ in the head is not the one that signs",
        )


@rule_of_2012(
    "GW112",
    "signatory-missing",
    "上行文无签发人",
    clause="中办发〔2012〕14号, art. 9(6)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def signatory_missing(subject: Subject) -> Iterator[Hit]:
    """A request (请示) names in its head who signed it for issue (签发人).

    Why: the regulation asks for the name in documents to a superior. Judged only where the head is printed.

    Bad:
        财政部文件
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    Good:
        财政部文件
        签发人：张某
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    """
    document = subject.document
    if document.kind != "请示" or document.organ_mark is None:
        return
    if not document.signatories and not any(
        "签发人" in squeeze(surface(document, block)) for block in above_title(document)
    ):
        yield Hit(*document.spans["organ_mark"], "上行文应当标注签发人姓名", "a request names who signed it for issue")


@rule_of_2012(
    "GW113",
    "signatory-colon",
    "“签发人”后冒号",
    clause="GB/T 9704-2012, 7.2.6",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def signatory_colon(subject: Subject) -> Iterator[Hit]:
    """A colon stands between 签发人 and the name.

    Why: the standard prints it so.

    Bad:
        财政部文件
        签发人　张某
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    Good:
        财政部文件
        签发人：张某
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    """
    for block in above_title(subject.document):
        found = _SIGNED.search(surface(subject.document, block)) if block.end - block.start <= 80 else None
        if found is not None:
            yield Hit(
                block.start + found.start("last"),
                block.start + found.end(),
                "“签发人”后加全角冒号",
                "a colon stands behind 签发人",
                replacement="人：",
            )


@rule_of_2012(
    "GW114",
    "letter-mark",
    "信函标志",
    clause="GB/T 9704-2012, 10.1",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def letter_mark(subject: Subject) -> Iterator[Hit]:
    """A letter (函) bears the organ's name alone, without 文件.

    Why: in the format of letters the standard prints the name alone. Whether a letter has that format no text shows,
    so that this is a hint only.

    Bad:
        国务院办公厅文件
        国务院办公厅关于同意某项安排的函
        国办函〔2014〕3号
        财政部：
        同意某项安排。
        国务院办公厅
        2014年1月16日
    Good:
        国务院办公厅关于同意某项安排的函
        国办函〔2014〕3号
        财政部：
        同意某项安排。
        国务院办公厅
        2014年1月16日
    """
    document = subject.document
    number, mark = document.number, document.organ_mark
    if number is None or mark is None or document.kind != "函" or not (number.code or "").endswith("函"):
        return
    if mark.endswith("文件"):
        yield Hit(
            *document.spans["organ_mark"],
            "信函格式的发文机关标志不加“文件”",
            "a letter bears the organ's name alone",
        )
