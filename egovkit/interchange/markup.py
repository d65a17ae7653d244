"""Text as XML holds it (转义): as `xml.sax.saxutils` has it, whose import loads what opens addresses of the web."""

from __future__ import annotations

from typing import Final

__all__ = ["escape", "quoteattr"]

# A parser makes blanks of these in an attribute.
_BLANKS: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_SPACED: Final = str.maketrans(_BLANKS)


def escape(text: str) -> str:
    """Return a text as it stands between tags (文本转义).

    >>> escape("甲<乙 & 丙")
    '甲&lt;乙 &amp; 丙'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(text: str) -> str:
    """Return a text as the value of an attribute, with its quotes (属性转义).

    >>> print(quoteattr("甲<乙"), quoteattr('称"办法"'))
    "甲&lt;乙" '称"办法"'
    """
    text = escape(text).translate(_SPACED)
    if '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace('"', "&quot;")
    return f'"{escaped}"'
