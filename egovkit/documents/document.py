"""A whole policy document (公文): what it is, who issued it, how it is built, and where each part stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self, cast

from pydantic import BaseModel, ConfigDict, Field

from egovkit.documents.blocks import Block
from egovkit.documents.body_reading.annexes import Annex
from egovkit.documents.draft import Span
from egovkit.documents.elements import about
from egovkit.documents.fields import fields_of
from egovkit.documents.found import WithFound
from egovkit.documents.grounds import Decision
from egovkit.documents.laying_out.printing import main_lines, sheet_of
from egovkit.documents.line_breaks.wrapping import Unwrapped, unwrap
from egovkit.documents.structure.citing import citations_of
from egovkit.documents.structure.outline import Heading, walk
from egovkit.documents.structure.points import Point, find_points
from egovkit.documents.structure.provisions import Article, read_articles
from egovkit.documents.structure.section_tree import Section, section_at, sections_of
from egovkit.documents.structure.sections import Part
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.secrecy import Secrecy
from egovkit.text.folding import squeeze

if TYPE_CHECKING:
    from egovkit.documents.structure.chunks import Chunk
    from egovkit.models.citation import Citation
    from egovkit.models.dates import DateMention
    from egovkit.models.issuance import NumberMention

__all__ = ["PolicyDocument"]


class PolicyDocument(WithFound):
    """A government policy document as read from its text (公文, 政策文件).

    Every field is what the text prints (or, where its description says so, follows from it); `spans` has where.
    What takes a search of the whole text (`citations`, `repeals`, `numbers`, `dates`, `frameworks`, `points`) is
    found when it is first asked for and kept; `model_dump(include_found=True)` has it too, but for the points.

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
        such a source are paragraphs. Of level 0 are the lines of the title, where the source says which they are.

        >>> PolicyDocument.parse("防火须知\\n灭火器\\n请勿挪动。", outline={0: 0}).title
        '防火须知'
        """
        printed = text.splitlines(keepends=True)
        view = unwrap(text, printed) if outline is None else None
        if view is not None:
            # Lines broken at a column are read as paragraphs; every place is one of the text as given.
            unbroken = cls.parse(view.text)
            document = unbroken.model_copy(update={**view.restore(dict(unbroken)), "text": text})
            # What it cites is found where no line is broken, which is not read a second time for that.
            document.__dict__.update(_view=view, _unbroken=unbroken)
            return document
        read = fields_of(text, outline, printed)
        if cls is PolicyDocument:
            # What was read is values already: to validate each again takes longer than most readers.
            document = cast("Self", copy(_BLANK))
            document.__dict__.update(read)
        else:
            # A subclass may have validators of its own.
            document = cls(**read)
        # What was asked once is not asked again when citations are looked for.
        document.__dict__["_view"] = None
        return document

    def model_dump(self, *, include_found: bool = False, **options: Any) -> dict[str, Any]:
        """Return the document as plain values (转为字典), with `include_found` as `DocumentReading` has it."""
        return BaseModel.model_dump(self._whole() if include_found else self, **options)

    def model_dump_json(self, *, include_found: bool = False, **options: Any) -> str:
        """Return the document as JSON (转为 JSON), with `include_found` as `DocumentReading` has it."""
        return BaseModel.model_dump_json(self._whole() if include_found else self, **options)

    def _whole(self) -> PolicyDocument:
        from egovkit.documents.document_reading import DocumentReading

        return DocumentReading.of(self)

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
    def sections(self) -> tuple[Section, ...]:
        """The headings with all that is below each, then the annexes and enclosed texts, as trees (章节)."""
        return sections_of(self)

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section at an offset of the text (所在章节); None before the first one and outside of all.

        >>> document = PolicyDocument.parse("关于防火的通知\\n一、总体要求\\n（一）加强巡护。各地要……")
        >>> document.section_at(document.text.index("各地")).path
        ('一、总体要求', '（一）加强巡护')
        """
        return section_at(self.sections, offset)

    def chunks(self, size: int, overlap: int = 0, measure: Callable[[str], int] = len) -> list[Chunk]:
        """Return the main text and what is enclosed in pieces of a size at most, cut by its structure (分块).

        No sentence, row of a table or citation is cut: one that is longer than `size` alone is a chunk that says so. With
        `overlap` a chunk begins with as many last sentences of the one before. `measure` is the length of a string, or
        the number of its tokens for a model. ValueError where 0 <= overlap < size does not hold.
        """
        from egovkit.documents.structure.chunks import chunks_of

        return list(chunks_of(self, size, overlap, measure))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles with their paragraphs and items (条、款、项), where the text is written in articles."""
        return read_articles(self.headings, self.blocks)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """What the text cites (引用), resolved within the text; its own title and the site's residue cite nothing."""
        return tuple(c for c in self._all_citations if c.title is None or squeeze(c.title) != self.title)

    @cached_property
    def _view(self) -> Unwrapped | None:
        return unwrap(self.text)

    @cached_property
    def _all_citations(self) -> tuple[Citation, ...]:
        return citations_of(self, self._view)

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
        from egovkit.documents.laying_out.composing import rendered

        return rendered(self)

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

        `elements` are the other fields of `egovkit.documents.laying_out.layout.Sheet`. An `organ_mark` of several organs is a tuple of
        them, the main one first, and gets its 文件; that of a letter is the name of its organ. Raises ParseError (document.element)
        where an element, once printed, would be read as something else: a title that is a sentence, a date that
        is none.

        >>> PolicyDocument.compose(title="某县关于防火的通告", lines=["严禁用火。"]).kind
        '通告'
        """
        from egovkit.documents.laying_out.composing import composed

        return composed(
            cls,
            title=title,
            lines=lines,
            number=number,
            recipients=recipients,
            signature=signature,
            dated=dated,
            **elements,
        )

    def _content(self) -> tuple[Any, ...]:
        force = (self.effective_on, self.effective_from_issue, self.valid_for, self.expires_on)
        return (self.kind, self.issuers, *force, sheet_of(self))

    def __repr__(self) -> str:
        said = "，".join(str(value) for value in (self.title, self.number, self.dated) if value is not None)
        return f"<PolicyDocument {said or '无题'}，{len(self.blocks)} lines>"

    def __eq__(self, other: object) -> bool:
        return self._content() == other._content() if isinstance(other, PolicyDocument) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._content())


# All of its fields count as given: those of a document that was read are.
_BLANK: Final = PolicyDocument.model_construct({*PolicyDocument.model_fields}, text="")
