"""GW110 to GW114: what is printed above the title (版头): order, organ mark, 签发人."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.organ_codes import same_organ
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.documents.blocks import Element
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

_SIGNED: Final = LatePattern(rf"签[{BLANKS}]*发[{BLANKS}]*(?P<last>人)(?P<gap>[{BLANKS}]*)(?=[{HAN}])")
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
    over="elements.above_title",
)
def head_order(subject: Subject) -> Iterator[Hit]:
    """份号, 密级和保密期限, 紧急程度 are below each other in this order, above 发文机关标志.

    Why: the standard gives the order.
    """
    rank = {kind: place for place, (kind, _, _) in enumerate(_ORDER)}
    marks = [block for block in subject.elements.above_title if block.kind in rank]
    for above, below in pairwise(marks):
        if rank[below.kind] < rank[above.kind]:
            first, second = _ORDER[rank[below.kind]], _ORDER[rank[above.kind]]
            yield Hit(
                below.start,
                below.end,
                f"{first[1]}应当在{second[1]}之上",
                f"{first[2]} is above {second[2]}",
            )


@rule_of_2012(
    "GW111",
    "mark-signature",
    "发文机关标志与署名",
    clause="中办发〔2012〕14号, art. 9(4), 9(11)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="document.organ_mark",
)
def mark_signature(subject: Subject) -> Iterator[Hit]:
    """The organ in the head (发文机关标志) is the one that signs.

    Why: both give the issuing organ, by its full name or the authorised short one. A joint document may bear the
    leading organ's name only, so that one of the signing organs has to be there.
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
    over="document.organ_mark",
)
def signatory_missing(subject: Subject) -> Iterator[Hit]:
    """A request (请示) names in its head who signed it for issue (签发人).

    Why: the regulation asks for the name in documents to a superior. Judged only where the head is printed.
    """
    document = subject.document
    if document.kind != "请示" or document.organ_mark is None:
        return
    if not document.signatories and not any(
        "签发人" in squeeze(subject.elements.surface(block)) for block in subject.elements.above_title
    ):
        yield Hit(*document.spans["organ_mark"], "上行文应当标注签发人姓名", "a request names who signed it for issue")


@rule_of_2012(
    "GW113",
    "signatory-colon",
    "“签发人”后冒号",
    clause="GB/T 9704-2012, 7.2.6",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.above_title",
)
def signatory_colon(subject: Subject) -> Iterator[Hit]:
    """A colon is between 签发人 and the name.

    Why: the standard prints it so.
    """
    for block in subject.elements.above_title:
        found = _SIGNED.search(subject.elements.surface(block)) if block.end - block.start <= 80 else None
        if found is not None:
            yield Hit(
                block.start + found.start("last"),
                block.start + found.end(),
                "“签发人”后加全角冒号",
                "a colon follows 签发人",
                replacement="人：",
            )


@rule_of_2012(
    "GW114",
    "letter-mark",
    "信函标志",
    clause="GB/T 9704-2012, 10.1",
    strength=Strength.MUST,
    severity=Severity.INFO,
    over="document.organ_mark",
)
def letter_mark(subject: Subject) -> Iterator[Hit]:
    """A letter (函) bears the organ's name alone, without 文件.

    Why: in the format of letters the standard prints the name alone. Whether a letter has that format no text shows,
    so that this is a hint only.
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
