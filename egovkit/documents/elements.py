"""The elements of a document (要素), each described once: cards, field rows, schemas and converters are made of this."""

from __future__ import annotations

from typing import Final, NamedTuple

from egovkit.documents.blocks import Element

__all__ = ["CARD", "ELEMENTS", "FIELD_LABELS", "DocumentElement", "about"]


class DocumentElement(NamedTuple):
    """A field of `PolicyDocument` (文件要素): its Chinese term, the kind of block that prints it, how it is described.

    `block` is None for what follows from other elements; `label` names the row in which a page's field table gives it,
    empty where a page has none.
    """

    field: str
    term: str
    block: Element | None
    label: str
    description: str


ELEMENTS: Final = (
    DocumentElement("text", "全文", None, "", "The text as given; every span indexes it."),
    DocumentElement("copy_number", "份号", Element.COPY_NUMBER, "", "份号, six digits."),
    DocumentElement("secrecy", "密级", Element.SECRECY, "", "密级和保密期限."),
    DocumentElement("urgency", "紧急程度", Element.URGENCY, "", "紧急程度: 特急, 加急 …"),
    DocumentElement("organ_mark", "发文机关标志", Element.ORGAN_MARK, "", "发文机关标志, with 文件 where it is printed; of a letter the name of its organ."),
    DocumentElement("number", "发文字号", Element.NUMBER, "发文字号", "发文字号."),
    DocumentElement("signatories", "签发人", Element.SIGNATORIES, "", "签发人."),
    DocumentElement("title", "标题", Element.TITLE, "标题", "标题, in one line and without blanks."),
    DocumentElement("kind", "文种", None, "", "文种, the kind word the title ends with."),
    DocumentElement("issuers", "发文机关", None, "发文机关", "发文机关, from signature, head, number or title."),
    DocumentElement("recipients", "主送机关", Element.RECIPIENTS, "", "主送机关 as printed, without the colon."),
    DocumentElement("outline", "层次", Element.HEADING, "", "The headings of the main text as a tree (层次)."),
    DocumentElement("annexes", "附件", Element.ANNEX_NOTE, "", "附件: as the note lists them, or as their own labels name them."),
    DocumentElement("parts", "所附文件", Element.PART_TITLE, "", "Texts enclosed: annexes, and what is issued or forwarded."),
    DocumentElement("signature", "署名", Element.SIGNATURE, "", "发文机关署名."),
    DocumentElement("signers", "签署人", Element.SIGNATURE, "", "Office and name of the persons who sign, as orders print them (签署人)."),
    DocumentElement("dated", "成文日期", Element.DATED, "成文日期", "成文日期."),
    DocumentElement("note", "附注", Element.NOTE, "", "附注, without its brackets."),
    DocumentElement("copied_to", "抄送", Element.COPIED_TO, "", "抄送机关 as printed, without the full stop."),
    DocumentElement("keywords", "主题词", Element.KEYWORDS, "主题词", "主题词, an element until 2012."),
    DocumentElement("printed_by", "印发机关", Element.PRINTED, "", "印发机关."),
    DocumentElement("printed_on", "印发日期", Element.PRINTED, "", "印发日期."),
    DocumentElement("index_number", "索引号", Element.FIELD, "索引号", "索引号."),
    DocumentElement("topic", "主题分类", Element.FIELD, "主题分类", "主题分类."),
    DocumentElement("published_on", "发布日期", Element.FIELD, "发布日期", "发布日期."),
    DocumentElement("effective_on", "施行日期", None, "施行日期", "施行日期, where a date is printed."),
    DocumentElement("effective_from_issue", "自印发之日起施行", None, "", "Whether it takes effect from its issue (自印发之日起)."),
    DocumentElement("valid_for", "有效期", None, "", "有效期 as an ISO 8601 duration."),
    DocumentElement("expires_on", "失效日期", None, "", "Last day in force, as printed or computed from valid_for."),
    DocumentElement("repeals", "废止", None, "", "The documents that it repeals (废止)."),
    DocumentElement("blocks", "块", None, "", "What each line is; together every non-blank character, once."),
    DocumentElement("spans", "位置", None, "", "Where each element is in the text, by field name."),
)  # fmt: skip
"""Every element, in the order of the fields of a document; `repeals` is found when it is asked for."""

about: Final = {element.field: element.description for element in ELEMENTS}
"""What each field says of itself in a schema."""

_BY_FIELD: Final = {element.field: element for element in ELEMENTS}
_ON_CARD: Final = [
    "title",
    "number",
    "issuers",
    "kind",
    "secrecy",
    "urgency",
    "signatories",
    "recipients",
    "signature",
    "dated",
    "published_on",
    "effective_on",
    "effective_from_issue",
    "valid_for",
    "expires_on",
    "repeals",
    "annexes",
    "note",
    "copied_to",
    "printed_by",
    "printed_on",
    "index_number",
    "topic",
]
_IN_TABLE: Final = [
    "index_number",
    "topic",
    "issuers",
    "dated",
    "title",
    "number",
    "published_on",
    "keywords",
    "effective_on",
]

CARD: Final = tuple(_BY_FIELD[name] for name in _ON_CARD)
"""What a card of a document shows, from what names it to what files it."""

FIELD_LABELS: Final = {name: _BY_FIELD[name].label for name in _IN_TABLE}
"""The rows of a field table in the order that pages have, each with its label."""
