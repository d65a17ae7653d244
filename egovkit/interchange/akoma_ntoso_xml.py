"""Elements of XML, and what of a text XML can bear (可扩展标记语言元素)."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement

from egovkit.text.patterns import LatePattern

__all__ = ["GONGWEN", "NAMESPACE", "append_text", "escaped", "indented", "name_of", "node", "shown", "unescaped"]

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of Akoma Ntoso 1.0."""
GONGWEN: Final = "urn:egovkit:gongwen"
"""The namespace of what Akoma Ntoso has no place for."""

# XML 1.0 refuses these, and makes a line feed of a carriage return.
_REFUSED: Final = r"\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_UNBEARABLE: Final = LatePattern(f"[{_REFUSED}]")
_TO_ESCAPE: Final = LatePattern(rf"[\\{_REFUSED}]")
_ESCAPED: Final = LatePattern(r"\\u([0-9a-f]{4})")
_OF_WORDS: Final = frozenset({"p", "heading"})
_BLANKS: Final = LatePattern(r"\s+")


def node(parent: Node | None, name: str, text: str = "", /, **attributes: str) -> Node:
    """Make an element, below another where one is given (建元素); `as_` is the attribute `as`."""
    named = {key.rstrip("_"): shown(value) for key, value in attributes.items()}
    made = Node(name, named) if parent is None else SubElement(parent, name, named)
    if text:
        made.text = shown(text)
    return made


def append_text(parent: Node, text: str) -> None:
    """Put text after all that an element has (续文字)."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def indented(element: Node, depth: int = 0) -> None:
    """Put each element on a line of its own (缩排), but for what is inside of a line of text."""
    if element.tag in _OF_WORDS or not len(element):
        return
    inner = "\n" + "  " * (depth + 1)
    element.text = inner
    for child in element:
        indented(child, depth + 1)
        child.tail = inner
    element[-1].tail = inner[:-2]


def shown(text: str) -> str:
    """Return a text for those who read the elements (显示文字): a run of blanks is one, U+FFFD for what XML refuses.

    >>> shown("加强　　巡护\\x00")
    '加强 巡护\ufffd'
    """
    return _UNBEARABLE.sub("\ufffd", _BLANKS.sub(" ", text))


def escaped(text: str) -> str:
    r"""Return a text of which nothing is lost in XML (转义): what XML refuses as \uXXXX, and a backslash as well.

    >>> escaped("加强\x00巡护"), unescaped(escaped("加强\x00巡护\\u0000"))
    ('加强\\u0000巡护', '加强\x00巡护\\u0000')
    """
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def unescaped(text: str) -> str:
    r"""Return the text that was escaped (还原).

    >>> unescaped("\\u005cn")
    '\\n'
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def name_of(text: str) -> str:
    """Return a text as one step of an address (标识): what is neither letter nor digit is a hyphen.

    >>> name_of("国办发〔2014〕66号"), name_of("？")
    ('国办发-2014-66号', '-')
    """
    return re.sub(r"\W+", "-", text).strip("-") or "-"
