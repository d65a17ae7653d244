"""The blocks a document is made of (块): what each line of the input is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from egovkit.text.records import quickly_made

__all__ = ["Block", "Element"]


class Element(StrEnum):
    """What a block is (要素): the elements of the 2012 regulation, and what pages and laws have besides.

    >>> Element("recipients") is Element.RECIPIENTS
    True
    """

    FIELD = "field"
    """A row of the field table or front matter (信息公开表头)."""
    COPY_NUMBER = "copy_number"
    """份号."""
    SECRECY = "secrecy"
    """密级和保密期限."""
    URGENCY = "urgency"
    """紧急程度."""
    ORGAN_MARK = "organ_mark"
    """发文机关标志."""
    NUMBER = "number"
    """发文字号."""
    SIGNATORIES = "signatories"
    """签发人."""
    TITLE = "title"
    """标题."""
    PROMULGATION = "promulgation"
    """The bracket under a law's title that tells its history (题注)."""
    CONTENTS = "contents"
    """A table of contents (目录)."""
    RECIPIENTS = "recipients"
    """主送机关."""
    HEADING = "heading"
    """A line that opens with a heading's marker (层次标题)."""
    PARAGRAPH = "paragraph"
    """A paragraph of the text (正文段落)."""
    TABLE = "table"
    """A row of a table (表格)."""
    ANNEX_NOTE = "annex_note"
    """附件说明."""
    SIGNATURE = "signature"
    """发文机关署名."""
    DATED = "dated"
    """成文日期."""
    NOTE = "note"
    """附注."""
    PART_TITLE = "part_title"
    """The label or title of an annex or of the enclosed text (附件标识和标题)."""
    COPIED_TO = "copied_to"
    """抄送机关."""
    KEYWORDS = "keywords"
    """主题词, an element until 2012."""
    PRINTED = "printed"
    """印发机关和印发日期."""
    PAGE_NUMBER = "page_number"
    """页码."""
    RESIDUE = "residue"
    """What the site left around the document (站点残留)."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document (块): `text[start:end]` of the document's text is its surface.

    Blocks are in order, do not overlap, and hold together every non-blank character of the text.

    A document that was loaded from a source with pages knows of each block:

    - `page`: the page it begins on (所在页), counted from 1; None where the source has no pages.
    - `box`: left, foot, right and head of what it covers on that page, in points from the lower left corner; of a
      pdf alone.
    - `whole`: False where the page does not tell whether the paragraph goes on in the next block: two blocks that may
      be one.

    >>> Block(Element.TITLE, 0, 5).kind.value, Block(Element.TITLE, 0, 5).page
    ('title', None)
    """

    kind: Element
    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    whole: bool = True
