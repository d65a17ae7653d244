"""What the style of a table says of the paragraphs in its cells (表格样式), its first and last rows and columns too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from egovkit.interchange.word.elements import W
from egovkit.interchange.word.formats import Formats, Properties, merged

__all__ = ["table_formats"]

# The edges that a style sets apart, from the weakest, with their bits in the older spelling of which of them are asked for.
_EDGES: Final = (("firstCol", "firstColumn", 0x80), ("lastCol", "lastColumn", 0x100), ("firstRow", "firstRow", 0x20),
                 ("lastRow", "lastRow", 0x40))  # fmt: skip


def table_formats(formats: Formats, table: Any, paragraph: Any) -> tuple[Properties, Properties]:
    """Return what the style of a table says of a paragraph in it and of its characters (表格中的格式)."""
    properties = table.find(W + "tblPr")
    name = formats.named(properties, "tblStyle", "table")
    held = [formats.style(name), *(formats.part(name, edge) for edge in _edges(properties, paragraph))]
    return merged(one[0] for one in held), merged(one[1] for one in held)


def _edges(properties: Any, paragraph: Any) -> Iterator[str]:
    look = properties.find(W + "tblLook") if properties is not None else None
    if look is None:
        return
    cell = next(paragraph.iterancestors(W + "tc"), None)
    row = next(paragraph.iterancestors(W + "tr"), None)
    bits = look.get(W + "val", "")
    asked = int(bits, 16) if bits and len(bits) < 9 and all(one in "0123456789abcdefABCDEF" for one in bits) else 0
    for edge, attribute, bit in _EDGES:
        said = look.get(W + attribute)
        wanted = asked & bit if said is None else said in ("1", "true", "on")
        part = cell if edge.endswith("Col") else row
        if wanted and part is not None and _is_edge(part, first=edge.startswith("first")):
            yield edge


def _is_edge(part: Any, *, first: bool) -> bool:
    return next(part.itersiblings(part.tag, preceding=first), None) is None
