"""A document with all that is found in its text (全文读取结果): the one shape that both have as data."""

from __future__ import annotations

from functools import cached_property

from pydantic import computed_field, field_serializer

from egovkit.documents.document import PolicyDocument
from egovkit.documents.found import FOUND
from egovkit.models.citation import Citation, Citations
from egovkit.models.dates import DateMention
from egovkit.models.framework import Framework
from egovkit.models.framework_groups import Component
from egovkit.models.issuance import NumberMention
from egovkit.models.mention import Mention
from egovkit.models.shapes import Citation as CitationShape
from egovkit.models.shapes import indexed

__all__ = ["DocumentReading"]


class DocumentReading(PolicyDocument):
    """A document that is dumped with what is found in its text (文件及其所载): a response, a line of a file.

    It is the `PolicyDocument`, and its dump and JSON Schema have `numbers`, `dates`, `citations`, `repeals` and
    `frameworks` besides. What a citation repeats is given by its index in `citations`. The dump is that of
    `document.model_dump(include_found=True)`, of `egovkit convert` and of `egovkit read --format json`, which names the
    file before it (`source`); each of them is read back by `PolicyDocument.model_validate_json`.

    >>> reading = DocumentReading.parse("关于防火的通知\\n《甲办法》（以下简称《办法》）施行后，按照《办法》办理。")
    >>> [(each["title"], each["antecedent"]) for each in reading.model_dump()["citations"]]
    [('甲办法', None), ('办法', 0)]
    """

    @classmethod
    def of(cls, document: PolicyDocument) -> DocumentReading:
        """Return a document with what is found in it (取自文件)."""
        reading = cls.model_construct(**{name: getattr(document, name) for name in cls.model_fields})
        # What was already found in the one is not looked for again in the other.
        reading.__dict__.update(
            (name, document.__dict__[name]) for name in (*FOUND, "_view") if name in document.__dict__
        )
        return reading

    @computed_field(description="Every issuance number, its own too (字号).")  # type: ignore[prop-decorator]
    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Every issuance number the text mentions, its own too (字号)."""
        return super().numbers

    @computed_field(description="Every date (日期).")  # type: ignore[prop-decorator]
    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date the text mentions (日期)."""
        return super().dates

    @computed_field(description="What the text cites (引用); what one repeats by its index here.")  # type: ignore[prop-decorator]
    @cached_property
    def citations(self) -> Citations:
        """What the text cites (引用)."""
        return super().citations

    @computed_field(description="The documents it repeals (废止); what one repeats by its index in `citations`.")  # type: ignore[prop-decorator]
    @cached_property
    def repeals(self) -> tuple[Citation, ...]:
        """The documents it repeals (废止)."""
        return super().repeals

    @computed_field(description="The frameworks and slogans the text names (框架).")  # type: ignore[prop-decorator]
    @cached_property
    def frameworks(self) -> tuple[Mention[Framework | Component], ...]:
        """The frameworks and slogans the text names (框架)."""
        return super().frameworks

    @field_serializer("repeals")
    def _repeals(self, repeals: tuple[Citation, ...]) -> tuple[CitationShape, ...]:
        return indexed(repeals, self.citations)
