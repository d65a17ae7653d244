"""What a text is that was read from a file, to the storeys that only judge it (来源文本)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["Sourced", "document_of"]


class Sourced(Protocol):
    """A text, the headings that its file marks as such, and the document it is (有来源的文本): what `read_source` gives."""

    @property
    def text(self) -> str:
        """The text (文本)."""

    @property
    def outline(self) -> Mapping[int, int] | None:
        """Where headings begin that the file marks, with their levels (大纲)."""

    @property
    def document(self) -> PolicyDocument:
        """The text as a document (公文)."""


def document_of(given: PolicyDocument | Sourced) -> PolicyDocument:
    """Return the document that is given or that a source holds (取公文)."""
    from egovkit.documents.document import PolicyDocument

    return given if isinstance(given, PolicyDocument) else given.document
