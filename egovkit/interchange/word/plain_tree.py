"""Trees of XML by the standard library (标准库的树), for reading where lxml has no wheel, as in a browser.

They answer what the readers of a docx ask of lxml's elements, and can be neither changed nor written.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

__all__ = ["Declared", "Node", "parse_plain"]


class Declared(Exception):
    """A document type declaration was met (文档类型声明)."""


class Node(Element):
    """An element that knows what it is in (元素).

    >>> root = parse_plain(b"<a><b><c/></b><d/></a>")
    >>> [each.tag for each in root.iter("c", "d")], [each.tag for each in root[0][0].iterancestors()]
    (['c', 'd'], ['b', 'a'])
    """

    _parent: Node | None = None

    def append(self, child: Element) -> None:
        """Put an element at the end of this one (追加)."""
        super().append(child)
        if isinstance(child, Node):
            child._parent = self

    def getparent(self) -> Node | None:
        """Return the element that it is in (上级); None for the root."""
        return self._parent

    def iter(self, *tags: str) -> Iterator[Node]:  # type: ignore[override]  # as lxml has it
        """Yield it and all below it of these tags, of any where none is named (遍历)."""
        found: Iterator[Node] = super().iter(tags[0] if len(tags) == 1 else None)  # type: ignore[assignment]
        return found if len(tags) < 2 else (each for each in found if each.tag in tags)

    def iterchildren(self, *tags: str) -> Iterator[Node]:
        """Yield what is directly in it of these tags (下级)."""
        return (each for each in self if not tags or each.tag in tags)  # type: ignore[misc]

    def iterancestors(self, *tags: str) -> Iterator[Node]:
        """Yield what it is in, from the nearest, of these tags (各上级)."""
        above = self._parent
        while above is not None:
            if not tags or above.tag in tags:
                yield above
            above = above._parent


class _Builder(TreeBuilder):
    def doctype(self, *_: object) -> None:
        raise Declared


def parse_plain(data: bytes) -> Node:
    """Return the root of a tree (解析); ValueError for what is no XML, Declared for a document type declaration.

    >>> parse_plain(b"<!DOCTYPE a><a/>")
    Traceback (most recent call last):
    egovkit.interchange.word.plain_tree.Declared
    """
    # A declaration is met before any entity of it could be.
    parser = XMLParser(target=_Builder(element_factory=Node))  # noqa: S314
    try:
        parser.feed(data)
        root: Node = parser.close()  # type: ignore[assignment]  # what the factory makes
    except (ParseError, LookupError) as error:
        raise ValueError(str(error)) from error
    return root
