"""What work on a docx has left in it (遗留信息): changes, comments, hidden and highlighted text, names of authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from egovkit.interchange.word.elements import W
from egovkit.interchange.word.formats import Formats, is_on
from egovkit.interchange.word.package import Package
from egovkit.models.layout import Leftover, LeftoverKind

__all__ = ["find_leftovers"]

_MARKS: Final = {
    W + "ins": LeftoverKind.INSERTION,
    W + "moveTo": LeftoverKind.INSERTION,
    W + "del": LeftoverKind.DELETION,
    W + "moveFrom": LeftoverKind.DELETION,
    W + "commentReference": LeftoverKind.COMMENT,
    **{
        W + name: LeftoverKind.FORMATTING
        for name in (
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tblGridChange",
            "trPrChange",
            "tcPrChange",
        )
    },
}
_PARTS: Final = ("footnotes", "endnotes", "header", "footer")
_NAMES: Final = ("creator", "lastModifiedBy")


def find_leftovers(package: Package, spans: Mapping[Any, tuple[int, int]], formats: Formats) -> tuple[Leftover, ...]:
    """Return what work on a docx has left in it (查遗留信息), with the paragraphs it is in; `spans` are those of the text."""
    counts: dict[LeftoverKind, int] = {}
    places: dict[LeftoverKind, dict[tuple[int, int], None]] = {}
    for kind, element in _found(package, formats):
        counts[kind] = counts.get(kind, 0) + 1
        paragraph = next(element.iterancestors(W + "p"), None) if element is not None else None
        if paragraph in spans:
            places.setdefault(kind, {})[spans[paragraph]] = None
    return tuple(
        Leftover(kind, counts[kind], tuple(sorted(places.get(kind, ())))) for kind in LeftoverKind if kind in counts
    )


def _found(package: Package, formats: Formats) -> Iterator[tuple[LeftoverKind, Any]]:
    others = [part.root for kind in _PARTS for part in package.main.related(kind)]
    for element in (one for root in (package.main.root, *others) for one in root.iter(W + "r", *_MARKS)):
        if element.tag != W + "r":
            # An insertion without text is that of a paragraph mark, which nobody sees.
            yield _MARKS[element.tag], element
            continue
        properties = element.find(W + "rPr")
        if properties is None or not any(text.text for text in element.iter(W + "t")):
            continue
        held = formats.run({}, {}, properties)
        if is_on(held, "vanish"):
            yield LeftoverKind.HIDDEN, element
        if held.get("highlight", {}).get("val", "none") != "none":
            yield LeftoverKind.HIGHLIGHT, element
    for relation in package.relations(""):
        if relation.kind == "core-properties":
            part = package.part(relation.target)
            for child in part.root if part is not None else ():
                if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _NAMES and (child.text or "").strip():
                    yield LeftoverKind.AUTHOR, None
