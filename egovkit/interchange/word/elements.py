"""The elements of WordprocessingML that a reader meets (文档元素): which are silent, which wrap others, what signs stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from egovkit.errors import ReadError

__all__ = ["BREAKS", "FIXED", "MC", "NOTES", "NO_SIGN", "OFF", "SIGNS", "SILENT", "M", "R", "V", "W", "child", "choice", "is_hidden",
           "is_set", "symbol", "through", "too_deep"]  # fmt: skip

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VAL: Final = W + "val"

SILENT: Final = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "rt",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "rubyPr",
    )
)
"""Deleted and moved text, the code of fields, the reading of a ruby, properties: no text of the document as printed."""

BREAKS: Final = frozenset((W + "br", W + "cr"))
FIXED: Final = {W + "tab": "\t", W + "noBreakHyphen": "-"}
SIGNS: Final = ("tab", "ptab", "cr", "br", "noBreakHyphen")
"""The local names of what is one character of its run, as for python-docx."""
NO_SIGN: Final = ("page", "column")
"""The types of break that are none."""
NOTES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
OFF: Final = frozenset(("0", "false", "off", "none"))
"""The values by which a property that is on where it is named is off."""
_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))
"""What wraps the rows or cells of a table."""


def too_deep() -> ReadError:
    """Return the error for a docx that is nested beyond the bounds (嵌套过深)."""
    return ReadError("read.depth", "the docx is nested too deep: save it again in a word processor")


def choice(element: Any) -> Any:
    """Return the branch of an alternative that is read (选分支): the first that holds anything, never two."""
    branches = [child for child in element if child.tag in (MC + "Choice", MC + "Fallback")]
    for branch in branches:
        if any(True for _ in branch.iter(W + "t", V + "textpath", M + "t")):
            return branch
    return branches[0] if branches else ()


def through(holder: Any, tag: str) -> Iterator[Any]:
    """Yield the rows or cells of a table, also those that content controls wrap (逐行逐格)."""
    open_holders = [iter(holder)]
    while open_holders:
        child = next(open_holders[-1], None)
        if child is None:
            open_holders.pop()
        elif child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            open_holders.append(iter(child))


def child(element: Any, tag: str) -> Any:
    """Return the first child of a name (子元素), None where there is none: in half the time of `find`, which reads a path."""
    return next(element.iterchildren(tag), None)


def is_hidden(run: Any, names: Callable[[str], str] = W.__add__) -> bool:
    """Say whether a run is hidden by its own properties (隐藏文字); `names` are those of another edition."""
    properties = child(run, names("rPr"))
    vanish = child(properties, names("vanish")) if properties is not None else None
    return vanish is not None and vanish.get(names("val"), "1") not in OFF


def is_set(element: Any) -> bool:
    """Say whether a property that is on or off is named and on (开关属性)."""
    return element is not None and element.get(_VAL, "1") not in OFF


def symbol(element: Any) -> str:
    """Return the character that a symbol stands for (符号)."""
    try:
        character = chr(int(element.get(W + "char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    # Half of a character is none, and no text that holds one can be written.
    return "" if "\ud800" <= character <= "\udfff" else character
