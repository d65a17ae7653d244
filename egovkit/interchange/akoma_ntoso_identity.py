"""What identifies a document in Akoma Ntoso (标识): work, expression and manifestation, made of kind, organ, date and number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element as Node

from egovkit.interchange.akoma_ntoso_xml import name_of, node

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.models.dates import DocumentDate

__all__ = ["Identity"]

_KINDS: Final = {
    "通知": "notice", "意见": "opinions", "决定": "decision", "命令": "order", "令": "order", "公告": "announcement",
    "通告": "circular", "函": "letter", "批复": "reply", "报告": "report", "请示": "request", "纪要": "minutes",
    "决议": "resolution", "公报": "communique", "议案": "motion", "通报": "bulletin", "条例": "regulation",
    "办法": "measures", "规定": "provisions", "法": "law",
}  # fmt: skip
# These say that a text in articles is issued, and are none themselves.
_ISSUING: Final = frozenset({"通知", "令", "命令", "公告"})
_FILLED: Final = {"year": "，仅知年份", "month": "，仅知年月", "day": ""}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is identified by (标识): `day` is a whole date, `day_name` says what it is and how much is known.

    The `work` is the address of the document itself, apart from its language and its file.
    """

    work: str
    kind: str
    is_act: bool
    day: str
    day_name: str
    title: str
    number: str
    index_number: str
    issuers: tuple[str, ...]

    @classmethod
    def of(cls, document: PolicyDocument) -> Identity:
        """Return what identifies a document (取标识)."""
        day, day_name = _day_of(document)
        is_act = bool(document.articles) and not document.parts and document.kind not in _ISSUING
        kind = _KINDS.get(document.kind or "", "document")
        number = str(document.number or "")
        organ = name_of(document.issuers[0]) if document.issuers else "unknown"
        name = name_of(number or document.title or "untitled")
        return cls(
            f"/akn/cn/{'act' if is_act else 'doc'}/{kind}/{organ}/{day}/{name}",
            kind,
            is_act,
            day,
            day_name,
            document.title or "",
            number,
            document.index_number or "",
            document.issuers,
        )

    def identification(self, meta: Node, component: str = "!main", title: str | None = None) -> None:
        """Write the three levels of one component (标识三层): the work, its text in Chinese, the file."""
        found = node(meta, "identification", source="#egovkit")
        expression = f"{self.work}/zho@{self.day}"
        work = node(found, "FRBRWork")
        self._named(work, self.work, component)
        if component == "!main" and self.index_number:
            node(work, "FRBRalias", name="索引号", value=self.index_number)
        node(work, "FRBRdate", date=self.day, name=self.day_name)
        for number in range(1, max(1, len(self.issuers)) + 1):
            node(work, "FRBRauthor", href=f"#org_{number}", as_="#author")
        node(work, "FRBRcountry", value="cn")
        if component == "!main":
            node(work, "FRBRsubtype", value=self.kind)
            if self.number:
                node(work, "FRBRnumber", value=self.number)
        if name := title or self.title:
            node(work, "FRBRname", value=name)
        told = node(found, "FRBRExpression")
        self._named(told, expression, component)
        node(told, "FRBRdate", date=self.day, name=self.day_name)
        node(told, "FRBRauthor", href="#org_1")
        node(told, "FRBRlanguage", language="zho")
        made = node(found, "FRBRManifestation")
        self._named(made, f"{expression}.akn", component)
        # Equal documents give equal files, so that the day on which one is written is none of it.
        node(made, "FRBRdate", date=self.day, name=self.day_name)
        node(made, "FRBRauthor", href="#egovkit")
        node(made, "FRBRformat", value="application/akn+xml")

    @staticmethod
    def _named(level: Node, uri: str, component: str) -> None:
        node(level, "FRBRthis", value=f"{uri}/{component}")
        node(level, "FRBRuri", value=uri)

    def references(self, meta: Node) -> None:
        """Write what the identification refers to: the document, its organs, who wrote the file (所指)."""
        found = node(meta, "references", source="#egovkit")
        node(found, "original", eId="original", href=self.work, showAs=self.title or "无题")
        for number, name in enumerate(self.issuers or ("不详",), 1):
            href = f"/akn/ontology/organization/cn/{name_of(name)}"
            node(found, "TLCOrganization", eId=f"org_{number}", href=href, showAs=name)
        href = "/akn/ontology/organization/egovkit"
        node(found, "TLCOrganization", eId="egovkit", href=href, showAs="egovkit")
        node(found, "TLCConcept", eId="topic", href="/akn/ontology/concept/topic", showAs="主题")
        node(found, "TLCRole", eId="author", href="/akn/ontology/role/author", showAs="发文机关")


def _day_of(document: PolicyDocument) -> tuple[str, str]:
    known: tuple[tuple[DocumentDate | None, str], ...] = (
        (document.dated, "成文日期"),
        (document.published_on, "发布日期"),
        (document.effective_on, "施行日期"),
    )
    for day, name in known:
        if day is not None:
            return f"{day}-01-01"[:10], name + _FILLED[day.precision]
    # The schema wants a date, and this is none of a document.
    return "0001-01-01", "日期不详"
