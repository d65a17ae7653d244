"""Which documents are judged as official ones (公文认定)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egovkit.models.issuance import NumberForm

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["STATUTORY_KINDS", "is_official"]

STATUTORY_KINDS = frozenset(
    (
        "决议",
        "决定",
        "命令",
        "令",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
        "议案",
        "函",
        "纪要",
    )
)
"""The fifteen kinds of the regulation of 2012, article 8 (命令 and 令 are one)."""


def is_official(document: PolicyDocument) -> bool:
    """Say whether a document is an official one (是否公文): of a statutory kind, with a number or recipients of its own.

    A copy that lost its title still shows recipients and a signature, an order its number and who signed it. A law has articles and a kind of its own, a
    news item and an interpretation have no number and no recipients.
    """
    if document.title is None:
        number = document.number
        ordered = number is not None and number.form is NumberForm.ORDER and bool(document.signers)
        return ordered or (document.recipients is not None and bool(document.signature))
    return document.kind in STATUTORY_KINDS and (document.number is not None or document.recipients is not None)
