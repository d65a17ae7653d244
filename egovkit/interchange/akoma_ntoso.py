"""A document as Akoma Ntoso 1.0 (LegalDocML), and back (法律文件标记语言)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import ParseError as MalformedXml
from xml.etree.ElementTree import XMLParser, tostring

from egovkit.documents.blocks import Block, Element
from egovkit.documents.laying_out.printing import sheet_of
from egovkit.documents.structure.section_tree import MAIN_TEXT, PART_TEXT, part_ends
from egovkit.errors import ReadError
from egovkit.interchange.akoma_ntoso_identity import Identity
from egovkit.interchange.akoma_ntoso_tree import TextWriter, address_of
from egovkit.interchange.akoma_ntoso_xml import GONGWEN, NAMESPACE, escaped, indented, node, unescaped
from egovkit.interchange.tag_bounds import bound_attributes
from egovkit.text import limits

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["from_akoma_ntoso", "to_akoma_ntoso"]

# What Akoma Ntoso has no place for, with the names of the elements of a document.
_ELSEWHERE: Final = {
    "copy_number": "份号",
    "secrecy": "密级和保密期限",
    "urgency": "紧急程度",
    "signatories": "签发人",
    "copied_to": "抄送机关",
    "printed_by": "印发机关",
    "printed_on": "印发日期",
    "effective_on": "施行日期",
    "valid_for": "有效期",
    "expires_on": "失效日期",
}
_TEXT: Final = f"{{{GONGWEN}}}text"
_READING: Final = f"{{{GONGWEN}}}reading"


def to_akoma_ntoso(document: PolicyDocument) -> str:
    """Write a document as Akoma Ntoso 1.0 (转为 Akoma Ntoso): XML that is valid by the schema of OASIS.

    A text in articles is an `act`, every other one a `doc`; its sections, articles, 款 and 项 are elements with eIds, its
    citations `ref`, its annexes and enclosed texts `attachment`. Addresses (/akn/cn/…) are made of kind, organ, date and
    number, those of cited documents of number or title: China has no register of them. A date that is not known to the
    day is filled with 01 and its name says so. What Akoma Ntoso has no place for is in `proprietary`, and there the
    whole text too, from which `from_akoma_ntoso` reads the document. Characters that XML refuses are U+FFFD in the
    elements and escaped (\\\\uXXXX) in that text.

    >>> from egovkit.documents.document import PolicyDocument
    >>> document = PolicyDocument.parse("关于防火的通知\\n一、总体要求\\n严禁用火。")
    >>> xml = to_akoma_ntoso(document)
    >>> "<num>一、</num>" in xml, from_akoma_ntoso(xml) == document
    (True, True)

    Source: OASIS, Akoma Ntoso Version 1.0 (2018).
    """
    identity = Identity.of(document)
    root = node(None, "akomaNtoso")
    root.attrib.update({"xmlns": NAMESPACE, "xmlns:gw": GONGWEN})
    kind = "act" if identity.is_act else "doc"
    whole = node(root, kind, name=identity.kind)
    _meta(whole, document, identity)
    _preface(whole, document)
    writer = TextWriter(document)
    first = document.parts[0].start if document.parts else len(document.text) + 1
    lines = _blocks(document, 0, first, MAIN_TEXT - {Element.CONTENTS})
    writer.read(lines)
    enclosed = len(document.sections) - len(document.parts)
    writer.body(node(whole, "body" if identity.is_act else "mainBody"), lines, document.sections[:enclosed], "")
    _conclusions(whole, document)
    if document.parts:
        _attachments(node(whole, "attachments"), document, identity, writer)
    _kept(whole, document)
    indented(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def from_akoma_ntoso(xml: str | bytes) -> PolicyDocument:
    """Read back a document that `to_akoma_ntoso` wrote (读回): equal to the one that was written, with all its places.

    It is read from the text that is kept in `proprietary`, not from the elements. Akoma Ntoso of other programs has no
    such text, and is refused: of its elements a 公文 could only be guessed.

    Raises ReadError: read.xml for what is no XML, declares a DTD, or is no Akoma Ntoso; read.tags and
    read.attributes for more of them than a document has; read.foreign for Akoma Ntoso that
    holds no text of ours; read.changed where the text was changed after it was written, so that no place in it holds.

    >>> from_akoma_ntoso('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>')
    Traceback (most recent call last):
    egovkit.errors.ReadError: it is Akoma Ntoso of another program: only what to_akoma_ntoso wrote is read back [read.foreign]
    """
    from egovkit.documents.document import PolicyDocument  # the command lists formats without it

    held = _held(xml)
    if held.root.rpartition("}")[2] != "akomaNtoso":
        raise ReadError("read.xml", "it is no Akoma Ntoso: give what to_akoma_ntoso wrote")
    reading, text = held.found.get(_READING), held.found.get(_TEXT)
    if text is None:
        raise ReadError(
            "read.foreign", "it is Akoma Ntoso of another program: only what to_akoma_ntoso wrote is read back"
        )
    kept = unescaped("".join(text.pieces))
    if reading is None:
        return PolicyDocument.parse(kept)
    changed = "the text or its reading was changed after it was written: no place in it holds any more"
    if reading.attributes.get("of") != _mark_of(kept):
        raise ReadError("read.changed", changed)
    try:
        return PolicyDocument.model_validate_json(unescaped("".join(reading.pieces))).model_copy(update={"text": kept})
    except ValueError as error:
        raise ReadError("read.changed", changed) from error


def _mark_of(text: str) -> str:
    """Return what tells a text from one that was changed."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _held(xml: str | bytes) -> _Held:
    """Return what a file holds that is read back, within the bounds on its tags: ReadError for what is no XML."""
    raw = xml.encode("utf-8", "surrogatepass") if isinstance(xml, str) else xml.replace(b"\0", b"")
    if raw.count(b"<") > limits.MAX_KEPT_TAGS:
        message = "the {what} has more than {most} tags: split the document"
        raise ReadError("read.tags", message, what="Akoma Ntoso", most=limits.MAX_KEPT_TAGS)
    bound_attributes(raw)
    held = _Held()
    parser = XMLParser(target=held)  # noqa: S314  # what is dangerous in XML needs a DTD
    try:
        parser.feed(xml)
        parser.close()
    except (MalformedXml, ValueError, LookupError) as error:
        # An encoding that is none is a LookupError.
        raise ReadError("read.xml", "it is no XML that can be read: give what to_akoma_ntoso wrote") from error
    return held


class _Element(NamedTuple):
    attributes: Mapping[str, str]
    pieces: list[str]


class _Held:
    """What the root of a file is called, and the elements of it that are read; no tree is made of all the others."""

    def __init__(self) -> None:
        self.root = ""
        self.found: dict[str, _Element] = {}
        self._pieces: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.root = self.root or tag
        self._pieces = None
        if tag in (_READING, _TEXT) and tag not in self.found:
            self._pieces = []
            self.found[tag] = _Element(attributes, self._pieces)

    def end(self, _tag: str) -> None:
        self._pieces = None

    def data(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text)

    def doctype(self, *_: object) -> None:
        # Entities of its own can make much of little.
        raise ValueError("a DTD is declared")

    def close(self) -> None:
        """End, as a parser asks it to (结束)."""


def _meta(whole: Node, document: PolicyDocument, identity: Identity) -> None:
    meta = node(whole, "meta")
    identity.identification(meta)
    if document.published_on and document.published_on.precision == "day":
        node(meta, "publication", date=str(document.published_on), name="发布", showAs="发布")
    terms = [*filter(None, (document.topic,)), *document.keywords]
    if terms:
        classification = node(meta, "classification", source="#egovkit")
        for term in terms:
            node(classification, "keyword", value=term, showAs=term, dictionary="#topic")
    if document.dated and document.dated.precision == "day":
        event = node(meta, "lifecycle", source="#egovkit")
        node(event, "eventRef", eId="ev_1", date=str(document.dated), type="generation", source="#original")
    if document.repeals:
        changes = node(node(meta, "analysis", source="#egovkit"), "activeModifications")
        for number, citation in enumerate(document.repeals, 1):
            change = node(changes, "textualMod", type="repeal", eId=f"mod_{number}")
            node(change, "source", href=identity.work)
            node(change, "destination", href=address_of(citation))
    identity.references(meta)


def _kept(whole: Node, document: PolicyDocument) -> None:
    from egovkit.documents.document import PolicyDocument  # the command lists formats without it

    kept = node(whole.find("meta"), "proprietary", source="#egovkit")
    for name, label in _ELSEWHERE.items():
        value = getattr(document, name)
        if value:
            node(kept, "gw:element", "、".join(value) if isinstance(value, tuple) else str(value), name=label)
    node(kept, "gw:text").text = escaped(document.text)
    # A file that marks its headings, or has pages, says more than its text.
    parsed = PolicyDocument.parse(document.text)
    if any(getattr(parsed, name) != getattr(document, name) for name in PolicyDocument.model_fields):
        said = document.model_copy(update={"text": ""}).model_dump_json(exclude_defaults=True)
        node(kept, "gw:reading", of=_mark_of(document.text)).text = escaped(
            said if '"text"' in said else '{"text":"",' + said[1:]
        )


def _preface(whole: Node, document: PolicyDocument) -> None:
    preface = node(whole, "preface")
    if document.organ_mark:
        node(node(preface, "p"), "docProponent", document.organ_mark)
    if document.number:
        node(node(preface, "p"), "docNumber", str(document.number))
    if document.title:
        node(node(preface, "p"), "docTitle", document.title)
    sheet = sheet_of(document)
    for line in sheet.history:
        node(preface, "p", line, class_="history")
    if document.recipients:
        node(preface, "p", document.recipients + "：", class_="recipients")
    if not len(preface):
        whole.remove(preface)


def _conclusions(whole: Node, document: PolicyDocument) -> None:
    conclusions = node(whole, "conclusions")
    for number, annex in enumerate(document.annexes, 1):
        node(conclusions, "p", f"附件{number}：{annex.title}", class_="annex")
    for name in (*document.signature, *document.signers):
        node(node(conclusions, "p"), "signature", name)
    if document.dated and document.dated.precision == "day":
        node(
            node(conclusions, "p"), "docDate", sheet_of(document).dated or str(document.dated), date=str(document.dated)
        )
    elif document.dated:
        node(conclusions, "p", sheet_of(document).dated or str(document.dated))
    if document.note:
        node(conclusions, "p", f"（{document.note}）", class_="note")
    if not len(conclusions):
        whole.remove(conclusions)


def _attachments(box: Node, document: PolicyDocument, identity: Identity, writer: TextWriter) -> None:
    sections = document.sections[len(document.sections) - len(document.parts) :]
    for number, (part, end, section) in enumerate(zip(document.parts, part_ends(document), sections, strict=True), 1):
        attachment = node(box, "attachment", eId=f"att_{number}")
        if part.label:
            node(attachment, "heading", part.label)
        inner = node(attachment, "doc", name=part.kind)
        title = part.title or part.label or section.path[0]
        identity.identification(node(inner, "meta"), f"!{part.kind}_{number}", title)
        node(node(node(inner, "preface"), "p"), "docTitle", title)
        lines = _blocks(document, part.start, end, PART_TEXT - {Element.PART_TITLE, Element.CONTENTS})
        writer.read(lines)
        writer.body(node(inner, "mainBody"), lines, section.children, f"att_{number}")


def _blocks(document: PolicyDocument, start: int, end: int, kinds: frozenset[Element]) -> list[Block]:
    first, last = (bisect_left(document.blocks, place, key=lambda block: block.start) for place in (start, end))
    return [block for block in document.blocks[first:last] if block.kind in kinds]
