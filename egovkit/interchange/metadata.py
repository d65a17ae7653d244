"""A document as a row of metadata by the standards of electronic documents and of archives (元数据)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from egovkit.errors import UnknownTerm

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["MetadataStandard", "to_metadata"]

MetadataStandard = Literal["gb33480", "dat46"]
"""Whose elements a row has (元数据标准): GB/T 33480-2016 or DA/T 46-2009."""

# Organs and persons in one cell, as archives part them.
_AND: Final = "；"


def to_metadata(document: PolicyDocument, standard: MetadataStandard = "gb33480") -> dict[str, str | None]:
    """Return a document as a row of metadata (元数据行), by the Chinese names of the elements; None where it is not said.

    - `gb33480`: the eighteen core elements of electronic official documents, in their order. 公文标识, the code of GB/T 33477,
      and 发布层次 are never printed, and so None.
    - `dat46`: of electronic records those elements of 内容描述 that a document says of itself; fonds and file numbers,
      retention and the rest are the archive's to give.

    Values are as they are printed, dates as 2014-11-26 (2014-11 where no day is known), several names parted by ；. Neither
    standard's English and short names are given: only the Chinese ones are known to us.

    >>> from egovkit.documents.document import PolicyDocument
    >>> document = PolicyDocument.parse("机密★1年\\n某县人民政府关于防火的通知\\n某政发〔2024〕3号\\n各乡镇：\\n请加强巡护。\\n2024年3月1日")
    >>> row = to_metadata(document)
    >>> len(row), row["发文字号"], row["密级和保密期限"], row["发布层次"]
    (18, '某政发〔2024〕3号', '机密★1年', None)
    >>> row = to_metadata(document, "dat46")
    >>> row["文件编号"], row["密级"], row["保密期限"], row["日期"]
    ('某政发〔2024〕3号', '机密', '1年', '2024-03-01')

    Raises UnknownTerm for another standard. Source: GB/T 33480-2016, 4.1 to 4.18; DA/T 46-2009, 内容描述.
    """
    if standard == "gb33480":
        return {name: value or None for name, value in _core(document)}
    if standard == "dat46":
        return {name: value or None for name, value in _content(document)}
    raise UnknownTerm("metadata standards", standard, ("gb33480", "dat46"))


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _core(document: PolicyDocument) -> Iterable[tuple[str, str]]:
    annexes = [annex.title for annex in document.annexes]
    numbered = [f"{number}.{title}" for number, title in enumerate(annexes, 1)] if len(annexes) > 1 else annexes
    return (
        ("公文标识", ""),
        ("文种", _said(document.kind)),
        ("份号", _said(document.copy_number)),
        ("密级和保密期限", _said(document.secrecy)),
        ("紧急程度", _said(document.urgency)),
        ("发文机关标志", _said(document.organ_mark)),
        ("发文字号", _said(document.number)),
        ("签发人", _AND.join(document.signatories)),
        ("标题", _said(document.title)),
        ("主送机关", _said(document.recipients)),
        ("附件说明", _AND.join(numbered)),
        ("发文机关或签发人署名", _AND.join((*document.signature, *document.signers))),
        ("成文日期", _said(document.dated)),
        ("附注", _said(document.note)),
        ("抄送机关", _said(document.copied_to)),
        ("印发机关", _said(document.printed_by)),
        ("印发日期", _said(document.printed_on)),
        ("发布层次", ""),
    )


def _content(document: PolicyDocument) -> Iterable[tuple[str, str]]:
    secrecy = document.secrecy
    return (
        ("题名", _said(document.title)),
        ("主题词", _AND.join(document.keywords)),
        ("文件编号", _said(document.number)),
        ("责任者", _AND.join(document.issuers)),
        ("日期", _said(document.dated)),
        ("文种", _said(document.kind)),
        ("紧急程度", _said(document.urgency)),
        ("主送", _said(document.recipients)),
        ("抄送", _said(document.copied_to)),
        ("密级", "" if secrecy is None else secrecy.level),
        ("保密期限", "" if secrecy is None else str(secrecy).partition("★")[2]),
    )
