"""How many attributes the tags of a file have, counted before a parser sees them (属性上限).

A parser hangs each attribute of a tag after the ones before it: what is one tag with a hundred thousand of them is
looked at thousands of millions of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.errors import ReadError
from egovkit.text import limits
from egovkit.text.patterns import LatePattern

__all__ = ["bound_attributes", "bound_page_attributes"]

# In XML no attribute is without =, and none holds <.
_CROWDED: Final = re.compile(rb"<(?:[^<=]*+=){%d}" % limits.MAX_TAG_ATTRIBUTES)
# Only a long tag can be one of many; next to no file has one.
_LONG_TAG: Final = re.compile(rb"<[^<]{%d}" % limits.MAX_TAG_ATTRIBUTES)

# An attribute of a page takes two characters or more, so that a tag of many is a long one,
_LONG: Final = re.compile(rf"<[a-zA-Z][^>]{{{limits.MAX_TAG_ATTRIBUTES}}}")
# or one whose values hold what would end it.
_HELD: Final = re.compile(r"""=[ \t\n\f\r]*+(?:"[^">]*+>|'[^'>]*+>)""")
_SEPARATORS: Final = (" ", "\t", "\n", "\f", "\r", "/", '"', "'")

_BLANK: Final = r"[ \t\n\f\r]"
# An attribute of HTML 5 (13.2.5.32 to 13.2.5.39), whose name begins with anything, and may be all of it.
_ATTRIBUTE: Final = rf"""
    [^ \t\n\f\r/>][^ \t\n\f\r/>=]*+
    (?: {_BLANK}*+ = {_BLANK}*+ (?: "[^"]*+" | '[^']*+' | (?!["'])[^ \t\n\f\r>]*+ ) )?+
"""
_ONE: Final = LatePattern(_ATTRIBUTE, re.VERBOSE)


def _markup(raw: str) -> LatePattern:
    """Return the pattern for a comment, a declaration or a tag; with the text after it where tags in that mean nothing."""
    attributes = rf"(?P<{{}}> (?: [ \t\n\f\r/]++ | {_ATTRIBUTE} )*+ )"
    return LatePattern(
        rf"""
          <!-- (?: -?> | .*?--!?> | .*\Z )
        | <(?: [!?] | /(?![a-z]) ) [^>]*+
        | <(?P<name>{raw})(?=[ \t\n\f\r/>]) {attributes.format("raw")} (?: > (?: .*?(?=</(?P=name)) | .*\Z ) | \Z )
        | </?[a-z][^ \t\n\f\r/>]*+ {attributes.format("other")}
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


# Of the text of these elements tags are no part; parsers before HTML 5 know the first two only.
_READINGS: Final = (
    _markup("script|style"),
    _markup("script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext"),
)


def bound_attributes(data: bytes) -> int:
    """Return how many attributes an XML part has at most (计数); ReadError where one tag of it has too many."""
    if _LONG_TAG.search(data) is not None and _CROWDED.search(data) is not None:
        raise _crowded()
    return data.count(b"=")


def bound_page_attributes(text: str) -> None:
    """Refuse a page with too many attributes (网页属性上限), in one tag or together: ReadError."""
    # A text of fewer characters has fewer separators.
    total = sum(map(text.count, _SEPARATORS)) if len(text) > limits.MAX_PAGE_ATTRIBUTES else 0
    if total <= limits.MAX_PAGE_ATTRIBUTES and _LONG.search(text) is None and _HELD.search(text) is None:
        return
    for reading in _READINGS:
        together = 0
        for count in _counts(text, reading):
            together += count
            if count > limits.MAX_TAG_ATTRIBUTES:
                raise _crowded()
            if together > limits.MAX_PAGE_ATTRIBUTES:
                message = "the page has more than {most} attributes: save the article alone"
                raise ReadError("read.attributes", message, most=limits.MAX_PAGE_ATTRIBUTES)


def _counts(text: str, reading: LatePattern) -> Iterator[int]:
    """Yield how many attributes each tag has, in one reading of what is a tag."""
    for found in reading.finditer(text):
        attributes = found["raw"] or found["other"]
        if attributes:
            yield len(_ONE.findall(attributes))


def _crowded() -> ReadError:
    message = "it has a tag with more than {most} attributes, as no document does: save it anew"
    return ReadError("read.attributes", message, most=limits.MAX_TAG_ATTRIBUTES)
