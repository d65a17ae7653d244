"""A whole policy document (公文): what it is, who issued it, how it is built, and where each part stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from egovkit.documents.annexes import Annex
from egovkit.documents.blocks import Block
from egovkit.documents.body import read_body
from egovkit.documents.citing import citing_text
from egovkit.documents.draft import Draft, Span, spans_of, value_of
from egovkit.documents.elements import about
from egovkit.documents.facts import derive
from egovkit.documents.force import read_force
from egovkit.documents.grounds import Decision
from egovkit.documents.head import read_head
from egovkit.documents.layout import Sheet, lay_out
from egovkit.documents.outline import Heading, walk
from egovkit.documents.page_foot import mark_foot
from egovkit.documents.points import Point, find_points
from egovkit.documents.printing import main_lines, sheet_of
from egovkit.documents.provisions import Article, read_articles
from egovkit.documents.sections import Part
from egovkit.documents.wrapping import unwrap
from egovkit.errors import ParseError
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.secrecy import Secrecy
from egovkit.text.folding import squeeze

if TYPE_CHECKING:
    from egovkit.models.citation import Citation
    from egovkit.models.dates import DateMention
    from egovkit.models.issuance import NumberMention

__all__ = ["PolicyDocument"]

# Of labels that are one on the other each layout takes one off. How often that goes on is bounded by what is read.
_MOST_LAYOUTS = 8
_LAID_OUT = 1_000_000


class PolicyDocument(BaseModel):
    """A government policy document as read from its text (公文, 政策文件).

    Every field is what the text prints (or, where its description says so, follows from it); `spans` has where.
    What takes a search of the whole text (`citations`, `repeals`, `numbers`, `dates`, `frameworks`, `points`) is
    found when it is first asked for and kept.

    Equality is over what the document says: its elements, the lines of its text, its annexes and enclosures.
    Where these stand, the blanks around them and what a web page left between them are no part of it. So a document
    that was composed equals its own rendering; of pages as they are found nearly every one does, but not one whose
    elements are where the standard has others.

    >>> doc = PolicyDocument.parse('''关于防火的通知
    ... 某政发〔2024〕3号
    ... 各乡镇人民政府：
    ... 　　一、加强巡护。各地要……
    ...
    ... 某县人民政府
    ... 2024年3月1日''')
    >>> doc.title, str(doc.number), doc.recipients, str(doc.dated), doc.headings[0].text
    ('关于防火的通知', '某政发〔2024〕3号', '各乡镇人民政府', '2024-03-01', '加强巡护')
    >>> PolicyDocument.parse(doc.render()) == doc
    True

    Source: 党政机关公文处理工作条例, article 9 (the eighteen elements); GB/T 9704-2012, 7.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(description=about["text"])
    copy_number: str | None = Field(None, description=about["copy_number"])
    secrecy: Secrecy | None = Field(None, description=about["secrecy"])
    urgency: str | None = Field(None, description=about["urgency"])
    organ_mark: str | None = Field(None, description=about["organ_mark"])
    number: IssuanceNumber | None = Field(None, description=about["number"])
    signatories: tuple[str, ...] = Field((), description=about["signatories"])
    title: str | None = Field(None, description=about["title"])
    kind: str | None = Field(None, description=about["kind"])
    issuers: tuple[str, ...] = Field((), description=about["issuers"])
    recipients: str | None = Field(None, description=about["recipients"])
    outline: tuple[Heading, ...] = Field((), description=about["outline"])
    annexes: tuple[Annex, ...] = Field((), description=about["annexes"])
    parts: tuple[Part, ...] = Field((), description=about["parts"])
    signature: tuple[str, ...] = Field((), description=about["signature"])
    signers: tuple[str, ...] = Field((), description=about["signers"])
    dated: DocumentDate | None = Field(None, description=about["dated"])
    note: str | None = Field(None, description=about["note"])
    copied_to: str | None = Field(None, description=about["copied_to"])
    keywords: tuple[str, ...] = Field((), description=about["keywords"])
    printed_by: str | None = Field(None, description=about["printed_by"])
    printed_on: DocumentDate | None = Field(None, description=about["printed_on"])
    index_number: str | None = Field(None, description=about["index_number"])
    topic: str | None = Field(None, description=about["topic"])
    published_on: DocumentDate | None = Field(None, description=about["published_on"])
    effective_on: DocumentDate | None = Field(None, description=about["effective_on"])
    effective_from_issue: bool = Field(False, description=about["effective_from_issue"])
    valid_for: str | None = Field(None, description=about["valid_for"], pattern=r"^P[0-9]+[YM]$")
    expires_on: DocumentDate | None = Field(None, description=about["expires_on"])
    blocks: tuple[Block, ...] = Field((), description=about["blocks"])
    spans: dict[str, Span] = Field(default_factory=dict, description=about["spans"])

    @classmethod
    def parse(cls, text: str, *, outline: Mapping[int, int] | None = None) -> Self:
        """Read a document (解析). Any text parses; what is not printed is None or empty.

        `outline` says where headings begin that the source marks as such, and of what level (1 the highest): lines of
        such a source are paragraphs.
        """
        view = unwrap(text) if outline is None else None
        if view is not None:
            # Lines broken at a column are read as paragraphs; every place is one of the text as given.
            document = cls.parse(view.text)
            return document.model_copy(update={**view.restore(dict(document)), "text": text})
        draft = Draft(text, outline)
        mark_foot(draft)
        head = read_head(draft)
        body = read_body(draft, head)
        facts = derive(draft, head, body)
        force = read_force(draft, head, body, facts)
        marks, closing, imprint = head.marks, body.closing, body.imprint
        spans = spans_of(head, marks, closing, imprint, facts, force)
        if body.annex_note is not None:
            spans["annexes"] = body.annex_note
        return cls(
            text=text,
            copy_number=value_of(marks.copy_number),
            secrecy=value_of(marks.secrecy),
            urgency=value_of(marks.urgency),
            organ_mark=value_of(marks.organ_mark),
            number=value_of(head.number),
            signatories=value_of(marks.signatories) or (),
            title=value_of(facts.title),
            kind=facts.kind,
            issuers=value_of(facts.issuers) or (),
            recipients=value_of(head.recipients),
            outline=body.outline,
            annexes=body.annexes,
            parts=body.parts,
            signature=value_of(closing.signature) or (),
            signers=value_of(closing.signers) or (),
            dated=value_of(facts.dated),
            note=value_of(closing.note),
            copied_to=value_of(imprint.copied_to),
            keywords=value_of(facts.keywords) or (),
            printed_by=value_of(imprint.printed_by),
            printed_on=value_of(imprint.printed_on),
            index_number=value_of(facts.index_number),
            topic=value_of(facts.topic),
            published_on=value_of(facts.published_on),
            effective_on=value_of(force.effective_on),
            effective_from_issue=force.effective_from_issue is not None,
            valid_for=value_of(force.valid_for),
            expires_on=value_of(force.expires_on) or force.last_day,
            blocks=draft.blocks(),
            spans=spans,
        )

    def explain(self) -> tuple[Decision, ...]:
        """Say of every line what it was taken for, and which rule decided (何以如此).

        >>> for decision in PolicyDocument.parse("关于防火的通知\\n各县：\\n严禁用火。").explain():
        ...     print(decision.element.value, decision.decided_by)
        title title_finding.kind
        recipients recipients.colon
        paragraph body.paragraph
        """
        from egovkit.documents.explain import explain

        view = unwrap(self.text)
        return explain(self.text) if view is None else view.restore(explain(view.text))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading in document order, those of annexes and enclosed texts too (全部标题)."""
        found = list(walk(self.outline))
        for part in self.parts:
            found += walk(part.outline)
        return tuple(found)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles with their paragraphs and items (条、款、项), where the text is written in articles."""
        return read_articles(self.headings, self.blocks)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """What the text cites (引用), resolved within the text; its own title and the site's residue cite nothing."""
        return tuple(c for c in self._all_citations if c.title is None or squeeze(c.title) != self.title)

    @cached_property
    def _all_citations(self) -> tuple[Citation, ...]:
        from egovkit.citations.find import find_citations

        text = citing_text(self)
        # The numbers of the whole are those of what cites where nothing is blanked out.
        return tuple(find_citations(text, self.numbers if text == self.text else None))

    @cached_property
    def repeals(self) -> tuple[Citation, ...]:
        """The documents it repeals (废止), an earlier one of its own title among them; none that loses a part alone."""
        return tuple(c for c in self._all_citations if c.relation == "repeal" and c.pinpoint is None)

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Every issuance number the text mentions, its own too (字号)."""
        from egovkit.models.issuance import find_numbers

        return tuple(find_numbers(self.text))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date the text mentions (日期)."""
        from egovkit.models.dates import find_dates

        return tuple(find_dates(self.text))

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The points that run on inside paragraphs (分点): 一是…二是…."""
        return tuple(find_points(self.text))

    @property
    def body(self) -> str:
        """The main text, a line for each paragraph and heading, without what is around it (正文)."""
        return "\n".join(main_lines(self))

    @cached_property
    def frameworks(self) -> tuple[Any, ...]:
        """The frameworks and slogans the text names (框架), as mentions in order."""
        from egovkit.catalogue.frameworks import find_frameworks

        return tuple(find_frameworks(self.text))

    def render(self) -> str:
        """Lay the document out as plain text, in the order of the standard (排版).

        The site's residue and page numbers stay after. What is laid out is read as it is laid out: rendered again it
        stays as it is. Source: GB/T 9704-2012, 7.
        """
        # In its place of the standard a line may be read as another element than where it stood.
        texts = [lay_out(sheet_of(self))]
        for _ in range(_MOST_LAYOUTS + _LAID_OUT // (len(texts[0]) + 1)):
            again = lay_out(sheet_of(type(self).parse(texts[-1])))
            if again in texts:
                # Where two layouts lead to one another, one of them is the rendering of both.
                return min(texts[texts.index(again) :])
            texts.append(again)
        return texts[-1]

    @classmethod
    def compose(
        cls,
        *,
        title: str,
        lines: Sequence[str],
        number: str = "",
        recipients: str = "",
        signature: Sequence[str] = (),
        dated: str = "",
        **elements: Any,
    ) -> Self:
        """Make a document from its elements (成文), laid out as the standard says.

        `elements` are the other fields of `egovkit.documents.layout.Sheet`. Raises ParseError (document.element)
        where an element, once printed, would be read as something else: a title that is a sentence, a date that
        is none.

        >>> PolicyDocument.compose(title="某县关于防火的通告", lines=["严禁用火。"]).kind
        '通告'
        """
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in elements.items()
        }
        sheet = Sheet(
            title=title,
            lines=tuple(lines),
            number=number,
            recipients=recipients,
            signature=tuple(signature),
            dated=dated,
            **given,
        )
        text = lay_out(sheet)
        document = cls.parse(text)
        read = sheet_of(document)
        for name in Sheet.__slots__:
            if getattr(read, name) != getattr(sheet, name):
                raise ParseError("document.element", f"{name} would be read as {getattr(read, name)!r}", text)
        return document

    def _content(self) -> tuple[Any, ...]:
        return (
            self.kind,
            self.issuers,
            self.effective_on,
            self.effective_from_issue,
            self.valid_for,
            self.expires_on,
            sheet_of(self),
        )

    def __repr__(self) -> str:
        said = "，".join(str(value) for value in (self.title, self.number, self.dated) if value is not None)
        return f"<PolicyDocument {said or '无题'}，{len(self.blocks)} lines>"

    def __eq__(self, other: object) -> bool:
        return self._content() == other._content() if isinstance(other, PolicyDocument) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._content())
